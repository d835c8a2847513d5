"""Whatever is handed in comes back as findings: no traceback, in bounded time and memory."""

# ruff: noqa: E501 - a line of a paper is one line here

from __future__ import annotations

import io
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from support.papers.right_papers import decision
from support.templates.raw_word import (
    LONG,
    NAMESPACES,
    PLAIN_PAGE,
    PLAIN_STYLES,
    body,
    line,
    table,
    word_file,
    zipped,
)
from truyenthong.nd30 import lint_document
from truyenthong.ooxml.archive import MAX_PART

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RELS = "_rels/.rels"
DOCUMENT = "word/document.xml"


def told(data: bytes) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in lint_document(data, file="a.docx")]


def document(xml: str | bytes, **others: bytes) -> bytes:
    given = xml.encode() if isinstance(xml, str) else xml
    return zipped({DOCUMENT: given, **others})


def rezipped(data: bytes, **changed: bytes | None) -> bytes:
    """The same file with parts changed, or left out where None."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, content in changed.items():
        if content is None:
            del parts[name]
        else:
            parts[name] = content
    return zipped(parts)


def encrypted_zip() -> bytes:
    data = bytearray(document("<x/>"))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + offset] |= 1
    return bytes(data)


def nested_entities() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return document(f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><w:document {NAMESPACES}>&e11;</w:document>')


def many_parts() -> bytes:
    """Parts that are each small enough, and together are not."""
    filler = b"<!-- x -->" * 2_900_000
    kinds = ("styles", "numbering", "settings")
    parts = {f"word/{kind}.xml": f"<w:{kind} {NAMESPACES}/>".encode() + filler for kind in kinds}
    return zipped({DOCUMENT: f"<w:document {NAMESPACES}><w:body/></w:document>".encode(), **parts})


UNREADABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "rỗng": (lambda: b"", "rỗng"),
    "PDF": (lambda: b"%PDF-1.7 ...", "PDF"),
    "RTF": (lambda: b"{\\rtf1 x}", "RTF"),
    "HTML": (lambda: b"  <html><body>x</body></html>", "HTML"),
    ".doc đời cũ": (lambda: OLE + b"\x00" * 2000, "đời cũ"),
    "có mật khẩu": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "zip cụt": (lambda: b"PK\x03\x04 broken", "hỏng"),
    "chữ thường": (lambda: b"xin chao" * 100, "hỏng"),
    "zip khác": (lambda: zipped({"a.txt": b"x"}), "không có văn bản Word"),
    "Excel": (lambda: zipped({"xl/workbook.xml": b"<x/>"}), "Excel"),
    "PowerPoint": (lambda: zipped({"ppt/presentation.xml": b"<x/>"}), "PowerPoint"),
    "ODT": (lambda: zipped({"content.xml": b"<x/>"}), "OpenDocument"),
    "zip có mật khẩu": (encrypted_zip, "mật khẩu"),
    "XML hỏng": (lambda: document("<w:document"), "hỏng"),
    "phần rỗng": (lambda: document(""), "hỏng"),
    "không có thân": (lambda: document("<x/>"), "không có nội dung"),
    "thực thể": (lambda: document('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "khai báo lạ"),
    "thực thể UTF-16": (
        lambda: document(
            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode("utf-16")
        ),
        "khai báo lạ",
    ),
    "thực thể ngoài": (lambda: document('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'), "khai báo lạ"),
    "thực thể lồng nhau": (nested_entities, ""),
    "bom nén": (lambda: document(b" " * (MAX_PART + 10)), "quá lớn"),
    "nhiều phần lớn": (many_parts, "quá lớn"),
    "lồng quá sâu": (lambda: document(f"<w:document {NAMESPACES}><w:body>{'<w:sdt>' * 5000}"), "hỏng"),
    "CRC sai": (lambda: document("<x>aaaa</x>").replace(b"PK\x01\x02", b"PK\x01\x03"), "hỏng"),
    "quá nhiều đoạn": (
        lambda: document(f"<w:document {NAMESPACES}><w:body>{'<w:p/>' * 100_001}</w:body></w:document>"),
        "quá dài",
    ),
    "kiểu chữ hỏng": (lambda: rezipped(decision(), **{"word/styles.xml": b"<w:styles"}), "hỏng"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_one_finding_that_says_why(name: str) -> None:
    made, why = UNREADABLE[name]
    data = made()
    started = time.process_time()
    (finding,) = lint_document(data, file="a.docx")
    assert (finding.code, finding.ref.file) == ("TT500", "a.docx")
    assert why in finding.message
    assert finding.hint
    assert time.process_time() - started < 20


@pytest.mark.parametrize("name", ["bom nén", "nhiều phần lớn", "thực thể lồng nhau", "lồng quá sâu"])
def test_what_swells_is_not_let_into_memory(name: str) -> None:
    data = UNREADABLE[name][0]()
    tracemalloc.start()
    lint_document(data, file="a.docx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150 * 1024 * 1024


def test_a_file_with_macros_is_looked_at_all_the_same() -> None:
    data = rezipped(decision(), **{"word/vbaProject.bin": OLE})
    assert [code for code, _ in told(data)] == ["TT509"]


@pytest.mark.parametrize(
    "missing",
    ["word/styles.xml", "word/header1.xml", "word/_rels/document.xml.rels", RELS, "[Content_Types].xml"],
)
def test_missing_parts_do_no_harm(missing: str) -> None:
    codes = {code for code, _ in told(rezipped(decision(), **{missing: None}))}
    # Without styles the size of what names none is Word's own 10 points.
    assert codes <= ({"TT540", "TT512"} if missing == "word/styles.xml" else set())


def test_a_strict_file_is_read_like_any_other() -> None:
    data = decision()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        text = content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        parts[name] = (
            text.replace(b'w:val="28"', b'w:val="14pt"')
            .replace(b'w:w="11906"', b'w:w="210mm"')
            .replace(b'w:left="1701"', b'w:left="3cm"')
        )
    assert told(zipped(parts)) == []


def test_the_document_may_have_another_name() -> None:
    with zipfile.ZipFile(io.BytesIO(decision())) as archive:
        parts = {
            name.replace("document.xml", "document2.xml"): archive.read(name) for name in archive.namelist()
        }
    parts[RELS] = parts[RELS].replace(b"document.xml", b"document2.xml")
    assert told(zipped(parts)) == []
    parts[RELS] = parts[RELS].replace(b'Target="word/', b'Target="/word/')
    assert told(zipped(parts)) == []
    parts[RELS] = parts[RELS].replace(b'Target="/word/document2.xml"', b'Target="../../etc/passwd"')
    assert [code for code, _ in told(zipped(parts))] == ["TT500"]


STRANGE: dict[str, bytes] = {
    "số vô hạn": word_file(body("x") + PLAIN_PAGE.replace("11906", "inf").replace("1701", "nan")),
    "số rất lớn": word_file(body("x") + PLAIN_PAGE.replace("11906", "9" * 400)),
    "số lạ": word_file(body("x").replace('"28"', '"mười bốn"') + PLAIN_PAGE),
    "kiểu dựa vào chính nó": word_file(
        line("x", more='<w:pStyle w:val="A"/>') + PLAIN_PAGE,
        styles=PLAIN_STYLES
        + '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    ),
    "kiểu không có": word_file(line("x", more='<w:pStyle w:val="không có"/>') + PLAIN_PAGE),
    "ô gộp vô lý": word_file(table([f'<w:tcPr><w:gridSpan w:val="-5"/></w:tcPr>{line("x")}']) + PLAIN_PAGE),
    "không có phần trang": word_file(body(LONG)),
    "đầu trang không có": word_file(
        body("x") + '<w:sectPr><w:headerReference w:type="default" r:id="rId99"/></w:sectPr>'
    ),
    "hình không kích thước": word_file(
        "<w:p><w:r><w:drawing><wps:wsp><wps:spPr/></wps:wsp></w:drawing><w:pict><v:line/><v:shape style='width:..pt'/>"
        "<v:rect style='width:100pt;height:1pt'/></w:pict></w:r></w:p>" + PLAIN_PAGE
    ),
    "bảng lồng sâu": word_file(
        "<w:tbl><w:tr><w:tc>" * 60 + line("x") + "</w:tc></w:tr></w:tbl>" * 60 + PLAIN_PAGE
    ),
    "khung lồng khung": word_file(
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" * 20
        + line("x")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>" * 20
        + PLAIN_PAGE
    ),
}


@pytest.mark.parametrize("name", STRANGE)
def test_strange_files_are_read(name: str) -> None:
    assert "TT500" not in {code for code, _ in told(STRANGE[name])}


SLOW: dict[str, Callable[[], str]] = {
    "một đoạn rất dài": lambda: line("ngày tháng năm " * 400_000),
    "căn cứ khó đọc": lambda: "".join(line("Căn cứ " + "Sở, " * 300) for _ in range(500)),
    "bảng nghìn dòng": lambda: table(*([line("Nơi nhận"), line("GIÁM ĐỐC", "b")] for _ in range(2000))),
    "nghìn bảng": lambda: "".join(table([line("GIÁM ĐỐC", "b"), line(LONG * 4)]) for _ in range(1000)),
    "nghìn phần": lambda: f"<w:p><w:pPr>{PLAIN_PAGE}</w:pPr></w:p>" * 2000,
}


@pytest.mark.parametrize("name", SLOW)
def test_long_files_take_bounded_time(name: str) -> None:
    data = word_file(SLOW[name]() + PLAIN_PAGE)
    started = time.process_time()
    assert "TT500" not in {code for code, _ in told(data)}
    assert time.process_time() - started < 30


@pytest.mark.parametrize("seed", range(60))
def test_damaged_bytes_never_end_in_a_traceback(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage that can be repeated
    data = bytearray(decision())
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    cut = bytes(data[: chance.randrange(len(data))]) if chance.random() < 0.3 else bytes(data)
    assert all(code.startswith("TT5") for code, _ in told(cut))


@pytest.mark.parametrize("seed", range(60))
def test_damaged_xml_never_ends_in_a_traceback(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage that can be repeated
    with zipfile.ZipFile(io.BytesIO(decision())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([DOCUMENT, "word/styles.xml", "word/header1.xml", "word/_rels/document.xml.rels"])
    pieces = parts[name].replace(b"><", b">\0<").split(b"\0")
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(1, len(pieces) - 1)
        pieces[place] = chance.choice(
            [b"", pieces[place] * 2, pieces[place].upper(), b"<w:p/>", b"<!-- x -->", b"<?x y?>"]
        )
    parts[name] = b"".join(pieces)
    assert all(code.startswith("TT5") for code, _ in told(zipped(parts)))


def test_names_with_backslashes_are_parts_all_the_same() -> None:
    """Some programs on Windows write folders so; Word opens such files."""
    straight = decision()
    with zipfile.ZipFile(io.BytesIO(straight)) as archive:
        parts = {name.replace("/", "\\"): archive.read(name) for name in archive.namelist()}
    assert told(zipped(parts)) == told(straight)
