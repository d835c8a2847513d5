"""What would run, fetch or open something: each is found, with its way out in Word, and never rendered."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from truyenthong.findings import Severity
from truyenthong.ooxml.archive import pack as pack_entry
from truyenthong.ooxml.archive import read_archive, write_archive
from truyenthong.word.problems import Problem
from truyenthong.word.reading.active import is_unsafe
from truyenthong.word.render import Rendered
from truyenthong.word.template import load_template

Text = Callable[..., str]
Pack = Callable[..., bytes]
Fill = Callable[..., Rendered]

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BODY_RELS, _SETTINGS_RELS = "word/_rels/document.xml.rels", "word/_rels/settings.xml.rels"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _links(kind: str, target: str, mode: str = ' TargetMode="External"') -> str:
    kind = kind if "/" in kind else f"{_RELATIONS}/{kind}"
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId7" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    )


def _sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _field(*codes: str) -> str:
    runs = "".join(
        one if one.startswith("<") else f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in codes
    )
    return f"{_sign('begin')}{runs}{_sign('separate')}<w:r><w:t>kết quả</w:t></w:r>{_sign('end')}"


def _problems(data: bytes) -> tuple[Problem, ...]:
    return load_template(data, name="a").problems


def _one(data: bytes) -> Problem:
    (one,) = _problems(data)
    assert (one.code, one.severity) == ("TT422", Severity.ERROR)
    assert "trong Word: " in (one.hint or "")
    return one


_UNSAFE = [
    "javascript:alert(1)",
    " java\tscript:alert(1)",
    "JAVASCRIPT:a",
    "vbscript:a",
    "data:text/html,a",
    "file:///C:/Windows/system32/calc.exe",
    "file://may-chu/a",
    "\\\\may-chu\\chia-se\\a.exe",
    "//may-chu/a",
    "C:\\a.exe",
    "ms-msdt:/id PCWDiagnostic",
    "search-ms:query=a",
    "%6aavascript:a",
]


@pytest.mark.parametrize("address", _UNSAFE)
def test_a_link_that_runs_or_opens_a_file_is_unsafe(address: str) -> None:
    assert is_unsafe(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://laichau.edu.vn/a?b=javascript:c",
        "http://a.vn",
        "mailto:a@b.vn",
        "tel:02133876543",
        "#_Toc1",
        "phu-luc.docx",
        "",
    ],
)
def test_a_usual_link_is_safe(address: str) -> None:
    assert not is_unsafe(address)


_LINK = '<w:hyperlink r:id="rId7"><w:r><w:t>xem</w:t></w:r></w:hyperlink>'


def test_an_unsafe_link_is_told_at_its_paragraph(pack: Pack, p: Text) -> None:
    data = pack(p("a") + p("b", _LINK), extra={_BODY_RELS: _links("hyperlink", "javascript:alert(1)")})
    one = _one(data)
    assert one.spot == "phần thân, đoạn 2"
    assert "javascript:alert(1)" in one.message
    assert "Remove Hyperlink" in (one.hint or "")


@pytest.mark.parametrize(
    "code",
    [
        'HYPERLINK "file:///C:/a.exe"',
        ' hyperlink \\o "xem" "javascript:a" ',
        "HYPERLINK javascript:a",
        'HYPERLINK "\\\\\\\\may-chu\\\\a.exe"',
        'HYPERLINK \\l "dau" "vbscript:a"',
    ],
)
def test_an_unsafe_link_of_a_field_is_told(pack: Pack, p: Text, code: str) -> None:
    for inside in (_field(code), _field(code[:4], code[4:])):
        assert "đường dẫn" in _one(pack(p("a", inside))).message


@pytest.mark.parametrize(
    "code",
    ['HYPERLINK \\l "file:1"', 'HYPERLINK "https://a.vn" \\o "C:\\\\a"', "PAGE", "= 1 + 2", "MERGEFIELD ten"],
)
def test_other_fields_are_no_fault(pack: Pack, p: Text, code: str) -> None:
    assert _problems(pack(p("a", _field(code)))) == ()


@pytest.mark.parametrize("name", ["MACROBUTTON", "macrobutton", "EMBED", "CONTROL"])
def test_a_field_that_runs_is_told(pack: Pack, p: Text, name: str) -> None:
    one = _one(pack(p("a", _field(f" {name} LapBang bấm vào đây"))))
    assert name.upper() in one.message
    assert name in one.tag


@pytest.mark.parametrize(
    "inside",
    [
        _field(_field("QUOTE 68 68 69"), ' cmd "/k calc"'),
        _field("DD", _field("QUOTE 69"), ' cmd "/k calc"'),
        _field("IF ", _field("DDE a b c"), ' = 1 "a" "b"'),
        '<w:del w:id="1"><w:r><w:delInstrText>DDE a b</w:delInstrText></w:r></w:del>',
    ],
)
def test_a_hidden_field_is_told(pack: Pack, p: Text, inside: str) -> None:
    assert "TT422" in {one.code for one in _problems(pack(p("a", inside)))}


def test_a_field_over_two_paragraphs_is_read_whole(pack: Pack, p: Text) -> None:
    first = p(_sign("begin"), "<w:r><w:instrText>HYPERLINK </w:instrText></w:r>")
    second = p('<w:r><w:instrText>"file:///C:/a.exe"</w:instrText></w:r>', _sign("end"))
    assert _one(pack(first + second)).spot == "phần thân, đoạn 1"


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("oleObject", "đối tượng nhúng"),
        ("package", "đối tượng nhúng"),
        ("control", "ActiveX"),
        ("subDocument", "văn bản con"),
        ("aFChunk", "altChunk"),
        ("http://schemas.microsoft.com/office/2007/relationships/ui/extensibility", "customUI"),
        ("http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", "add-in"),
        ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "macro"),
    ],
)
def test_a_part_that_runs_is_told_by_its_relation(pack: Pack, p: Text, kind: str, word: str) -> None:
    assert word in _one(pack(p("a"), extra={_BODY_RELS: _links(kind, "embeddings/a.bin", "")})).message


@pytest.mark.parametrize(
    ("element", "word"),
    [
        ('<w:altChunk r:id="rId9"/>', "altChunk"),
        ('<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:o"/></w:object></w:r></w:p>', "đối tượng nhúng"),
        ('<w:p><w:r><w:object><w:control r:id="rId9"/></w:object></w:r></w:p>', "ActiveX"),
        ('<w:subDoc r:id="rId9"/>', "văn bản con"),
        (
            '<w:p><w:r><w:pict><v:shape href="javascript:a"/></w:pict></w:r></w:p>',
            "đường dẫn",
        ),
        ('<w:p><w:r><w:pict><v:imagedata src="http://a.vn/a.png"/></w:pict></w:r></w:p>', "hình"),
        ('<w:p><w:r><w:ffData><w:entryMacro w:val="A"/></w:ffData></w:r></w:p>', "macro"),
    ],
)
def test_an_element_that_runs_is_told(pack: Pack, element: str, word: str) -> None:
    assert word in _one(pack(element)).message


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("word/vbaProject.bin", "macro"),
        ("word/activeX/a.xml", "ActiveX"),
        ("customUI/customUI14.xml", "customUI"),
    ],
)
def test_a_part_that_no_relation_names_is_told(pack: Pack, name: str, word: str) -> None:
    assert word in _one(pack("", extra={name: "<a/>"})).message


def test_mail_merge_is_told(pack: Pack) -> None:
    settings = f'<w:settings {_W}><w:mailMerge><w:connectString w:val="a"/></w:mailMerge></w:settings>'
    assert "mail merge" in _one(pack("", extra={"word/settings.xml": settings})).message
    utf16 = f'<?xml version="1.0" encoding="UTF-16"?>{settings}'.encode("utf-16")
    assert "mail merge" in _one(pack("", extra={"word/settings.xml": utf16})).message


def test_an_outer_picture_is_told_with_its_paragraph(pack: Pack, p: Text) -> None:
    picture = '<w:r><w:drawing><a:blip xmlns:a="urn:a" r:link="rId7"/></w:drawing></w:r>'
    data = pack(p("a") + p("b", picture), extra={_BODY_RELS: _links("image", "https://a.vn/theo-doi.png")})
    one = _one(data)
    assert one.spot == "phần thân, đoạn 2"
    assert "Break Link" in (one.hint or "")


@pytest.mark.parametrize(
    "target",
    [
        "file:///C:\\Users\\vanthu\\CongVan.dotx",
        "C:\\mau\\CongVan.dotx",
        "CongVan.dotx",
        "file:///home/a.dotx",
    ],
)
def test_a_template_on_the_own_computer_is_let_go_of(
    pack: Pack, fill_package: Fill, p: Text, target: str
) -> None:
    settings = f'<w:settings {_W} xmlns:r="{_RELATIONS}"><w:attachedTemplate r:id="rId7"/></w:settings>'
    extra = {"word/settings.xml": settings, _SETTINGS_RELS: _links("attachedTemplate", target)}
    done = fill_package(pack(p("{{ x }}"), extra=extra), x="chữ")
    (one,) = done.problems
    assert (one.code, one.severity, one.tag) == ("TT423", Severity.NOTICE, target)
    assert "Document Template" in (one.hint or "")
    assert done.data is not None
    with zipfile.ZipFile(io.BytesIO(done.data)) as archive:
        assert not any(b"attachedTemplate" in archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize(
    "target",
    [
        "http://a.vn/x.dotm",
        "\\\\may-chu\\x.dotx",
        "file://may-chu/x.dotx",
        "file:////may-chu/x.dotx",
        "ftp://a",
    ],
)
def test_a_template_on_another_computer_is_refused(pack: Pack, target: str) -> None:
    one = _one(pack("", extra={_SETTINGS_RELS: _links("attachedTemplate", target)}))
    assert target in one.message


_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def _retyped(data: bytes, change: Callable[[str], str]) -> bytes:
    return write_archive(
        pack_entry(one.name, change(one.unpack().decode()).encode()) if one.name.startswith("[") else one
        for one in read_archive(data)
    )


def test_the_main_part_may_have_its_type_by_its_ending(pack: Pack, fill_package: Fill, p: Text) -> None:
    override = f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/>'
    data = _retyped(
        pack(p("{{ x }}"), extra={"word/styles.xml": "<a/>"}),
        lambda text: text.replace(override, "").replace(
            'ContentType="application/xml"', f'ContentType="{_MAIN}"'
        ),
    )
    assert _MAIN.encode() in read_archive(data)[0].unpack()
    done = fill_package(data, x="chữ")
    assert done.problems == ()
    assert done.data is not None
    with zipfile.ZipFile(io.BytesIO(done.data)) as archive:
        assert "chữ" in archive.read("word/document.xml").decode()
        assert archive.read("word/styles.xml") == b"<a/>"


def test_names_with_backslashes_are_read(pack: Pack, fill_package: Fill, p: Text) -> None:
    data = write_archive(
        pack_entry(one.name.replace("/", "\\"), one.unpack()) for one in read_archive(pack(p("{{ x }}")))
    )
    assert b"word\\document.xml" in data
    done = fill_package(data, x="chữ")
    assert done.problems == ()
    assert done.data is not None
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(done.data)).namelist()


def test_marks_of_the_program_in_a_file_are_refused(pack: Pack, p: Text) -> None:
    held = '<wp:docPr id="1" name="a"><alt xmlns="urn:truyenthong"><held n="7"/></alt></wp:docPr>'
    drawing = f"<w:p><w:r><w:drawing><wp:inline>{held}</wp:inline></w:drawing></w:r></w:p>"
    (one,) = _problems(pack(drawing + p("{{ x }}")))
    assert one.code == "TT401"
