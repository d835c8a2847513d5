"""Excel files that mean harm or are broken are a finding; nothing in them is followed, run or unpacked."""

from __future__ import annotations

import time

import pytest
from openpyxl import Workbook

from support.forms.excel_forms import cell_of, changed, read_excel, typed_into
from support.forms.word_forms import request_for, year
from truyenthong.forms.excel import mark_xlsx, read_xlsx, write_xlsx
from truyenthong.forms.filled import Filled, Mark
from truyenthong.ooxml.archive import ArchiveError, Entry, pack, read_archive, write_archive
from truyenthong.ooxml.xml import PartError

BLANK = write_xlsx(request_for("bao-cao-nam"))
SHEET = "xl/worksheets/sheet1.xml"
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


def part(name: str) -> bytes:
    return next(one.unpack() for one in read_archive(BLANK) if one.name == name)


def with_part(name: str, data: bytes) -> bytes:
    """The blank form with a part in the place of its own, or added."""
    entries = [one for one in read_archive(BLANK) if one.name != name]
    return write_archive([*entries, pack(name, data)])


def without_part(name: str) -> bytes:
    return write_archive([one for one in read_archive(BLANK) if one.name != name])


def in_sheet(old: bytes, new: bytes) -> bytes:
    """The blank form with its first sheet changed."""
    text = part(SHEET)
    assert old in text
    return with_part(SHEET, text.replace(old, new, 1))


def sheet_of_rows(rows: str) -> bytes:
    return with_part(SHEET, f'<worksheet xmlns="{SPACE}"><sheetData>{rows}</sheetData></worksheet>'.encode())


def bomb() -> bytes:
    """A part that says it is small and unpacks to a hundred million bytes."""
    packed = pack(SHEET, b"<x>" + b" " * 100_000_000 + b"</x>")
    lying = Entry(name=SHEET, method=packed.method, stored=packed.stored, size=1000, crc=packed.crc)
    return write_archive([*(one for one in read_archive(BLANK) if one.name != SHEET), lying])


def a_link_over_everything() -> bytes:
    return in_sheet(
        b"</sheetData>", b'</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" display="x"/></hyperlinks>'
    )


BROKEN = {
    "not a zip file": b"not a zip file",
    "nothing": b"",
    "an old Excel file": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "cut off": BLANK[:4000],
    "a bomb": bomb(),
    "entities": with_part(SHEET, ENTITIES),
    "entities in the styles": with_part("xl/styles.xml", ENTITIES),
    "not XML": with_part(SHEET, b"<worksheet>"),
    "a million elements": with_part(SHEET, b"<x>" + b"<y/>" * 1_100_000 + b"</x>"),
    "a million cells": sheet_of_rows('<row r="1">' + '<c r="A1"/>' * 1_100_000 + "</row>"),
    "a cell far out": sheet_of_rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "a row far out and a column far out": sheet_of_rows(
        '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    ),
    "everything merged": in_sheet(
        b"<mergeCells", b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><x'
    ),
    "a link over everything": a_link_over_everything(),
    "no address": sheet_of_rows('<row r="1"><c r="1A"><v>1</v></c></row>'),
    "no sheet": without_part(SHEET),
    "no workbook": without_part("xl/workbook.xml"),
    "no styles known": with_part("xl/styles.xml", f'<styleSheet xmlns="{SPACE}"/>'.encode()),
    "a style that is not there": sheet_of_rows('<row r="1"><c r="A1" s="99999"><v>1</v></c></row>'),
    "a text that is not there": sheet_of_rows('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'),
    "a number that is none": sheet_of_rows('<row r="1"><c r="A1"><v>abc</v></c></row>'),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_opened_is_told_or_read_as_far_as_it_goes(data: bytes) -> None:
    began = time.monotonic()
    filled = read_xlsx(data, year().plan, year().roster)
    assert time.monotonic() - began < 8
    if filled is None:
        return
    assert filled.findings
    assert all(value is None for value in filled.values.values())


@pytest.mark.parametrize(
    "name",
    [
        "not a zip file",
        "cut off",
        "a bomb",
        "entities",
        "a million cells",
        "a cell far out",
        "everything merged",
        "a link over everything",
        "not XML",
    ],
)
def test_what_is_not_safe_or_broken_is_told_as_such_and_not_marked(name: str) -> None:
    (finding,) = told(BROKEN[name]).findings
    assert finding.code == "TT601"
    assert "Word" not in finding.message
    with pytest.raises((ArchiveError, PartError)):
        mark_xlsx(BROKEN[name], [Mark(spot=None, text="x")])


def told(data: bytes) -> Filled:
    filled = read_xlsx(data, year().plan, year().roster)
    assert filled is not None
    assert (filled.identity, filled.values) == (None, {})
    return filled


def test_macros_and_links_are_neither_run_nor_followed_nor_in_the_way() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = (
        f'<Relationship Id="rId90" Target="file:///C:/x.xlsx" Type="{office}/externalLinkPath" '
        'TargetMode="External"/></Relationships>'
    )
    name = "xl/_rels/workbook.xml.rels"
    data = with_part(name, part(name).replace(b"</Relationships>", link.encode()))
    data = write_archive([*read_archive(data), pack("xl/vbaProject.bin", b"\0" * 100)])
    assert read_excel(data).untouched
    assert read_excel(mark_xlsx(data, [Mark(spot=None, text="Thiếu số liệu.")])).untouched


def test_a_formula_is_never_reckoned_here_nor_its_address_opened() -> None:
    call = '=WEBSERVICE("http://127.0.0.1:9/x")'
    filled = read_excel(typed_into(BLANK, {"cong_tac_vien": call, "han_che": "=cmd|' /C calc'!A0"}))
    assert [one.code for one in filled.findings] == ["TT606", "TT606"]
    assert filled.values["cong_tac_vien"] == call


def test_a_table_of_a_thousand_rows_is_read_at_once() -> None:
    def fill(book: Workbook) -> None:
        for row in range(1, 1001):
            cell_of(book, "tin_bai.da_gui", row).value = row

    data = changed(BLANK, fill)
    began = time.monotonic()
    value = read_excel(data).values["tin_bai"]
    assert isinstance(value, list)
    assert len(value) == 1000
    assert time.monotonic() - began < 10
