"""What may be a template, and what is refused at the door."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from docx import Document

from truyenthong.ooxml.archive import pack as pack_entry
from truyenthong.ooxml.archive import read_archive, write_archive
from truyenthong.word.render import Rendered
from truyenthong.word.template import load_template

Pack = Callable[..., bytes]
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _message(data: bytes) -> str:
    (one,) = load_template(data, name="thu.docx").problems
    assert one.code in {"TT401", "TT422"}
    return one.message


def _links(kind: str, target: str = "http://a.vn") -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELS}/{kind}" Target="{target}" TargetMode="External"/>'
        "</Relationships>"
    )


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"xin chao", b"PK\x03\x04" + b"\0" * 100, b"PK\x05\x06" + b"\0" * 18]
)
def test_what_is_no_word_file_is_told_and_not_raised(data: bytes) -> None:
    assert load_template(data, name="thu.docx").problems[0].code == "TT401"


def test_an_old_word_file_is_named() -> None:
    assert "(.doc)" in _message(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def test_macros_are_refused(pack: Pack) -> None:
    assert "macro" in _message(pack("", extra={"word/vbaProject.bin": b"x"}))


@pytest.mark.parametrize("kind", ["image", "attachedTemplate", "frame"])
def test_links_to_other_files_are_refused(pack: Pack, kind: str) -> None:
    assert "liên kết" in _message(pack("", extra={"word/_rels/document.xml.rels": _links(kind)}))


def test_web_links_are_allowed(pack: Pack) -> None:
    assert not load_template(
        pack("", extra={"word/_rels/document.xml.rels": _links("hyperlink")}), name="a"
    ).problems


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        "<a>",
        "",
        "<a/>" * 2,
    ],
)
def test_unsafe_or_broken_xml_is_refused(pack: Pack, document: str) -> None:
    assert "word/document.xml" in _message(pack("", extra={"word/document.xml": document}))


def test_a_doctype_in_another_encoding_is_refused(pack: Pack) -> None:
    hidden = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(
        "utf-16"
    )
    assert "DOCTYPE" in _message(pack("", extra={"word/document.xml": hidden}))


@pytest.mark.parametrize("name", ["../a.xml", "/a.xml", "word\\..\\a.xml", "C:a.xml"])
def test_names_that_point_outside_are_refused(pack: Pack, name: str) -> None:
    data = pack("", extra={"word/dummy.xml": "x"})
    entries = [*read_archive(data), pack_entry(name, b"x")]
    assert load_template(write_archive(entries), name="a").problems[0].code == "TT401"


def test_a_zip_bomb_is_not_unpacked(pack: Pack) -> None:
    data = pack("", extra={"word/document.xml": b"<a>" + b" " * 40_000_000})
    assert len(data) < 200_000
    assert "quá lớn" in _message(data)


def test_a_size_that_lies_is_found(pack: Pack) -> None:
    data = bytearray(pack("", extra={"word/document.xml": b"<a>" + b"x" * 100_000 + b"</a>"}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("word/document.xml").file_size
    lied = bytes(data).replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert "hỏng" in _message(lied)


def test_other_parts_are_copied_as_they_are_stored(
    pack: Pack, fill_package: Callable[..., Rendered], p: Callable[..., str]
) -> None:
    picture = bytes(range(256)) * 50
    data = pack(p("{{ x }}"), extra={"word/media/ảnh.png": picture})
    done = fill_package(data, x=1)
    assert done.data is not None
    stored = {entry.name: entry.stored for entry in read_archive(data)}
    assert {e.name: e.stored for e in read_archive(done.data)}["word/media/ảnh.png"] == stored[
        "word/media/ảnh.png"
    ]
    with zipfile.ZipFile(io.BytesIO(done.data)) as archive:
        assert archive.read("word/media/ảnh.png") == picture
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_document_of_python_docx_is_a_template(fill_package: Callable[..., Rendered]) -> None:
    made = Document()
    made.add_paragraph("Kính gửi {{ ten }}")
    made.sections[0].footer.paragraphs[0].text = "Trang của {{ ten }}"
    data = io.BytesIO()
    made.save(data)
    done = fill_package(data.getvalue(), ten="Phòng GD&ĐT")
    assert done.data is not None
    again = Document(io.BytesIO(done.data))
    assert again.paragraphs[0].text == "Kính gửi Phòng GD&ĐT"
    assert again.sections[0].footer.paragraphs[0].text == "Trang của Phòng GD&ĐT"


def _retyped(data: bytes, old: str, new: str) -> bytes:
    entries = [
        pack_entry(entry.name, entry.unpack().replace(old.encode(), new.encode()))
        if entry.name == "[Content_Types].xml"
        else entry
        for entry in read_archive(data)
    ]
    return write_archive(entries)


_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "macro"),
        ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "macro"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", ".dotx"),
        (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "không phải là tài liệu Word",
        ),
    ],
)
def test_other_kinds_of_office_files_are_named(pack: Pack, kind: str, word: str) -> None:
    assert word in _message(_retyped(pack(""), _MAIN, kind))


@pytest.mark.parametrize("name", ["word/activeX/activeX1.xml", "word/VBAProject.bin"])
def test_active_content_is_refused_whatever_its_type(pack: Pack, name: str) -> None:
    assert "macro" in _message(pack("", extra={name: "<a/>"})).replace("ActiveX", "macro")


@pytest.mark.parametrize(
    "name",
    ["word/_rels/settings.xml.rels", "word/_rels/header1.xml.RELS", "_rels/x.rels", "a/b/_rels/c.xml.rels"],
)
def test_an_attached_template_is_found_wherever_it_is_linked(pack: Pack, name: str) -> None:
    message = _message(pack("", extra={name: _links("attachedTemplate", "https://a.vn/x.dotm")}))
    assert "attachedTemplate" in message
    assert "https://a.vn/x.dotm" in message


def test_many_laughs_are_refused_in_attributes_too(pack: Pack) -> None:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><x y="&a9;"/>'
    for text in (bomb, f"<!--{'a' * 5_000}-->{bomb}"):
        assert "DOCTYPE" in _message(pack("", extra={"word/document.xml": text}))


def test_a_part_nested_endlessly_is_refused(pack: Pack) -> None:
    deep = "<a>" * 100_000 + "</a>" * 100_000
    assert "word/document.xml" in _message(pack("", extra={"word/document.xml": deep}))


def test_two_parts_of_one_name_are_refused(pack: Pack) -> None:
    entries = read_archive(pack(""))
    assert "cùng tên" in _message(write_archive([*entries, pack_entry("WORD/document.xml", b"<a/>")]))


def test_many_small_bombs_are_counted_together(pack: Pack) -> None:
    entries = [pack_entry(f"word/media/{n}.bin", b"\0" * 25_000_000) for n in range(9)]
    assert "quá lớn" in _message(write_archive([*read_archive(pack("")), *entries]))


def test_too_many_parts_are_refused(pack: Pack) -> None:
    entries = [pack_entry(f"word/media/{n}.bin", b"") for n in range(4_000)]
    assert "quá nhiều phần" in _message(write_archive([*read_archive(pack("")), *entries]))


@pytest.mark.parametrize("cut", [10, 100, 300, 500, -1, -30])
def test_a_file_cut_short_is_told(pack: Pack, cut: int) -> None:
    assert load_template(pack("")[:cut], name="a").problems[0].code == "TT401"


def test_the_file_of_a_template_with_faults_is_not_made(
    fill_package: Callable[..., Rendered], pack: Pack
) -> None:
    for broken in (b"", pack("<w:p><w:r><w:t>{{ a b }}</w:t></w:r></w:p>")):
        done = fill_package(broken)
        assert done.data is None
        assert len(done.problems) == 1


_W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


@pytest.mark.parametrize(
    "root",
    [
        f"<w:tr {_W}><w:tc><w:p><w:r><w:t>{{% if x %}}</w:t></w:r></w:p></w:tc></w:tr>",
        f"<w:tc {_W}><w:p><w:r><w:t>{{%tc if x %}}</w:t></w:r></w:p></w:tc>",
        f"<w:p {_W}><w:r><w:t>{{% if x %}}</w:t></w:r></w:p>",
        f"<w:r {_W}><w:t>{{% if x %}}</w:t></w:r>",
        "<x/>",
    ],
)
def test_a_root_that_word_never_writes_raises_nothing(
    pack: Pack, fill_package: Callable[..., Rendered], root: str
) -> None:
    fill_package(pack("", extra={"word/document.xml": root}), x=1)


def _flagged(data: bytes, flag: int, method: int) -> bytes:
    """All entries marked with that flag and that way of packing, in both of their headers."""
    made = bytearray(data)
    for sign, flags, methods in ((b"PK\x03\x04", 6, 8), (b"PK\x01\x02", 8, 10)):
        place = made.find(sign)
        while place >= 0:
            made[place + flags] |= flag
            if method:
                made[place + methods] = method
            place = made.find(sign, place + 4)
    return bytes(made)


def test_a_file_with_a_password_is_named(pack: Pack) -> None:
    assert "mật khẩu" in _message(_flagged(pack(""), 1, 0))


def test_another_way_of_packing_is_named(pack: Pack) -> None:
    assert "nén theo cách không dùng" in _message(_flagged(pack(""), 0, 14))


def test_a_damaged_part_is_named(pack: Pack) -> None:
    entries = [
        replace(entry, stored=b"\xff" * len(entry.stored)) if entry.name == "word/document.xml" else entry
        for entry in read_archive(pack(""))
    ]
    assert "word/document.xml" in _message(write_archive(entries))


def test_names_with_backslashes_are_parts_all_the_same() -> None:
    """Some programs on Windows write folders so; Word opens such files, and what is made has right names."""
    stream = io.BytesIO()
    entries = read_archive(_saved())
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word\\", b"")
        for one in entries:
            archive.writestr(zipfile.ZipInfo(one.name.replace("/", "\\")), one.unpack())
    template = load_template(stream.getvalue(), name="thu.docx")
    assert not template.problems
    assert [one.name for one in read_archive(stream.getvalue())] == [one.name for one in entries]


def _saved() -> bytes:
    stream = io.BytesIO()
    Document().save(stream)
    return stream.getvalue()
