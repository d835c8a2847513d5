"""Tags beside the text of a paragraph: in fields, formulas, deleted text, addresses and SmartArt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from truyenthong.findings import Severity
from truyenthong.word.problems import Problem
from truyenthong.word.render import Rendered
from truyenthong.word.template import load_template

Text = Callable[..., str]
Pack = Callable[..., bytes]
Fill = Callable[..., Rendered]
PartOf = Callable[..., str]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def _sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _field(*codes: str) -> str:
    """A field whose code Word has cut into these runs."""
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return f"{_sign('begin')}{runs}{_sign('separate')}<w:r><w:t>kết quả</w:t></w:r>{_sign('end')}"


def _found(data: bytes) -> tuple[Problem, ...]:
    return load_template(data, name="a").problems


@pytest.mark.parametrize(
    "inside",
    [
        _field('HYPERLINK "mailto:{{ x }}"'),
        _field('HYPERLINK "mailto:{', "{ x", ' }}"'),
        '<w:fldSimple w:instr=" DOCPROPERTY {{ x }} "><w:r><w:t>a</w:t></w:r></w:fldSimple>',
    ],
)
def test_a_tag_in_the_code_of_a_field_is_told(pack: Pack, p: Text, inside: str) -> None:
    (one,) = _found(pack(p("a", inside)))
    assert (one.code, one.spot, one.tag) == ("TT416", "phần thân, đoạn 1", "{{ x }}")


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"', "DDEAUTO"),
        (" dde excel a b ", "DDE"),
        (' INCLUDETEXT "C:\\\\a.docx" ', "INCLUDETEXT"),
        (' IncludePicture "http://a.vn/a.png" \\d', "INCLUDEPICTURE"),
        ('LINK Excel.Sheet.8 "\\\\\\\\may-chu\\\\a.xls"', "LINK"),
        ('RD "C:\\\\a.docx"', "RD"),
        ('DATABASE \\d "C:\\\\a.mdb"', "DATABASE"),
    ],
)
def test_a_field_that_fetches_from_elsewhere_is_refused(pack: Pack, p: Text, code: str, word: str) -> None:
    simple = code.replace('"', "&quot;")
    for inside in (_field(code), _field(code[:3], code[3:]), f'<w:fldSimple w:instr="{simple}"/>'):
        (one,) = _found(pack(p("a") + p("b", inside)))
        assert (one.code, one.spot) == ("TT422", "phần thân, đoạn 2")
        assert f"trường {word} lấy nội dung từ tệp" in one.message


def test_the_second_field_of_a_paragraph_is_looked_at_too(pack: Pack, p: Text) -> None:
    (one,) = _found(pack(p(_field("PAGE"), _field("DDE a b"))))
    assert one.tag == "DDE a b"


@pytest.mark.parametrize(
    "code", ["PAGE", "NUMPAGES", ' HYPERLINK "http://LINK.vn" ', "TOC \\o", "REF _Ref1", "LINKS", "DATE"]
)
def test_a_usual_field_is_no_fault(pack: Pack, p: Text, code: str) -> None:
    assert _found(pack(p("a", _field(code)))) == ()


@pytest.mark.parametrize(
    "deleted",
    [
        '<w:del w:id="1" w:author="a"><w:r><w:delText>{{ x }}</w:delText></w:r></w:del>',
        (
            '<w:del w:id="1"><w:r><w:delText>{{ </w:delText></w:r></w:del>'
            '<w:del w:id="2"><w:r><w:delText>x }}</w:delText></w:r></w:del>'
        ),
        '<w:moveFrom w:id="1"><w:r><w:t>{{ x }}</w:t></w:r></w:moveFrom>',
    ],
)
def test_a_tag_deleted_on_record_is_told_and_does_not_run(
    fill: Fill, p: Text, part: PartOf, deleted: str
) -> None:
    done = fill(p("a", deleted, "b"), x="BÍ MẬT")
    (one,) = done.problems
    assert (one.code, one.severity, one.spot) == ("TT421", Severity.WARNING, "phần thân, đoạn 1")
    assert "Accept All" in (one.hint or "")
    assert "BÍ MẬT" not in part(done)


def test_a_tag_of_which_a_part_was_deleted_and_typed_anew_runs(fill: Fill, p: Text, part: PartOf) -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>cu</w:delText></w:r></w:del>'
    inserted = '<w:ins w:id="2"><w:r><w:t>moi</w:t></w:r></w:ins>'
    done = fill(p("{{ ten_", deleted, inserted, " }}."), ten_moi="GD&ĐT")
    assert done.problems == ()
    assert "GD&amp;ĐT" in part(done)


def _links(target: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId7" Type="{_OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'
        "</Relationships>"
    )


_LINK = '<w:hyperlink r:id="rId7"><w:r><w:t>gửi thư</w:t></w:r></w:hyperlink>'


@pytest.mark.parametrize(
    "target", ["mailto:{{ x }}", "mailto:%7B%7B%20x%20%7D%7D", "http://a.vn/%7b%7b x %7d%7d"]
)
def test_a_tag_in_the_address_of_a_link_is_told(pack: Pack, p: Text, target: str) -> None:
    rels = {"word/_rels/document.xml.rels": _links(target)}
    (one,) = _found(pack(p("a", '<w:hyperlink w:anchor="b"/>') + p("b", _LINK), extra=rels))
    assert (one.code, one.spot, one.tag) == ("TT416", "phần thân, đoạn 2", "{{ x }}")
    assert "địa chỉ của một đường dẫn" in one.message


def test_a_tag_in_the_text_of_a_link_is_filled(fill_package: Fill, pack: Pack, p: Text, part: PartOf) -> None:
    rels = {"word/_rels/document.xml.rels": _links("http://a.vn/{a}")}
    done = fill_package(pack(p(_LINK.replace("gửi thư", "{{ x }}")), extra=rels), x="GD&ĐT")
    assert done.problems == ()
    assert "GD&amp;ĐT" in part(done)


def test_a_tag_in_a_smart_art_is_told(pack: Pack, p: Text) -> None:
    words = "<a:p><a:r><a:t>{{</a:t></a:r><a:r><a:t> x }}</a:t></a:r></a:p><a:p><a:t>b</a:t></a:p>"
    data = f'<dgm xmlns:a="{_DRAWING}">{words}</dgm>'
    (one,) = _found(pack(p("a"), extra={"word/diagrams/data2.xml": data, "word/diagrams/data1.xml": "<a/>"}))
    assert (one.code, one.spot, one.tag) == ("TT416", "sơ đồ SmartArt 2", "{{ x }}")
