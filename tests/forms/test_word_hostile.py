"""Word files that mean harm or are broken are a finding, and nothing in them is followed, run or unpacked."""

from __future__ import annotations

import time
from copy import deepcopy

import pytest

from support.forms.word_forms import (
    DOCUMENT,
    controls,
    edited,
    filled_blank,
    read,
    replaced,
    request_for,
    year,
)
from truyenthong.forms.filled import Filled, Mark
from truyenthong.forms.word import mark_docx, read_docx, write_docx
from truyenthong.ooxml.archive import ArchiveError, Entry, pack, read_archive, write_archive
from truyenthong.ooxml.xml import Element, PartError, W

BLANK = write_docx(request_for("bao-cao-du-luan"))


def with_part(name: str, data: bytes) -> bytes:
    """The blank form with a part in the place of its own, or added."""
    entries = [one for one in read_archive(BLANK) if one.name != name]
    return write_archive([*entries, pack(name, data)])


def told(data: bytes) -> Filled:
    filled = read_docx(data, year().plan, year().roster)
    assert filled is not None
    assert (filled.identity, filled.values) == (None, {})
    return filled


def deep(levels: int) -> bytes:
    inner = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
    body = "<w:sdt><w:sdtContent>" * levels + inner + "</w:sdtContent></w:sdt>" * levels
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'.encode()


def bomb() -> bytes:
    """A part that says it is small and unpacks to a hundred million bytes."""
    packed = pack(DOCUMENT, b"<x>" + b" " * 100_000_000 + b"</x>")
    lying = Entry(name=DOCUMENT, method=packed.method, stored=packed.stored, size=1000, crc=packed.crc)
    return write_archive([*(one for one in read_archive(BLANK) if one.name != DOCUMENT), lying])


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'

BROKEN = {
    "not a zip file": b"not a zip file",
    "nothing": b"",
    "an old Word file": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "cut off": BLANK[:4000],
    "a bomb": bomb(),
    "entities": with_part(DOCUMENT, ENTITIES),
    "entities in the properties": with_part("docProps/custom.xml", ENTITIES),
    "not XML": with_part(DOCUMENT, b"<w:document>"),
    "a million elements": with_part(DOCUMENT, b"<x>" + b"<y/>" * 1_100_000 + b"</x>"),
    "too deep": with_part(DOCUMENT, deep(100_000)),
    "another dialect": replaced(
        BLANK,
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_opened_is_told(data: bytes) -> None:
    began = time.monotonic()
    (finding,) = told(data).findings
    assert finding.code == "TT601"
    assert finding.message[0].islower()
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("name", ["not a zip file", "a bomb", "entities", "too deep"])
def test_what_cannot_be_opened_is_not_marked(name: str) -> None:
    with pytest.raises((ArchiveError, PartError)):
        mark_docx(BROKEN[name], [Mark(spot=None, text="x")])


@pytest.mark.parametrize("levels", [10, 60, 100, 120])
def test_nesting_within_what_xml_allows_is_read(levels: int) -> None:
    filled = read_docx(with_part(DOCUMENT, deep(levels)), year().plan, year().roster)
    assert filled is not None
    assert not filled.values or filled.untouched


def test_macros_and_links_are_neither_run_nor_followed_nor_in_the_way() -> None:
    relations = "word/_rels/document.xml.rels"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = f'Type="{office}/attachedTemplate" TargetMode="External"'
    link = f'<Relationship Id="rId90" Target="file:///C:/x.dotm" {kind}/>'
    data = replaced(BLANK, "</Relationships>", f"{link}</Relationships>", part=relations)
    data = write_archive([*read_archive(data), pack("word/vbaProject.bin", b"\0" * 100)])
    assert read(data).untouched
    assert read(mark_docx(data, [Mark(spot=None, text="Thiếu số liệu.")])).untouched


def test_a_table_of_a_thousand_rows_is_read_at_once() -> None:
    tag = "tt:noi_dung.van_de[].noi_dung"

    def grow(root: Element) -> None:
        row = next(controls(root, tag)[0].iterancestors(f"{W}tr"))
        for _ in range(999):
            row.addnext(deepcopy(row))

    data = edited(filled_blank("bao-cao-du-luan", {tag: "Một việc"}), grow)
    began = time.monotonic()
    value = read(data).values["van_de"]
    assert isinstance(value, list)
    assert len(value) == 1000
    assert time.monotonic() - began < 10


def test_tables_in_tables_are_read_as_deep_as_xml_goes() -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80
    made = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'.encode()
    assert read(with_part(DOCUMENT, made)).untouched


def test_packages_that_are_no_word_document_are_no_forms() -> None:
    plan, roster = year().plan, year().roster
    for name in ("_rels/.rels", "word/document.xml", "[Content_Types].xml"):
        without = write_archive([one for one in read_archive(BLANK) if one.name != name])
        assert read_docx(without, plan, roster) is None
    other = with_part(DOCUMENT, b"<workbook/>")
    assert read_docx(other, plan, roster) is None
    with pytest.raises(PartError, match="không phải là tài liệu Word"):
        mark_docx(other, [])


def test_a_document_without_a_body_is_told() -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    (finding,) = told(with_part(DOCUMENT, f'<w:document xmlns:w="{space}"/>'.encode())).findings
    assert finding.message == "tệp Word không có nội dung"
