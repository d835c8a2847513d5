"""Missing names: all of them in one run, with a nearer name, and what asks first is left alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from truyenthong.word.check import check_template
from truyenthong.word.fields import FieldKind, TemplateField
from truyenthong.word.problems import Problem
from truyenthong.word.render import Rendered
from truyenthong.word.template import load_template

Pack = Callable[..., bytes]
Text = Callable[..., str]
Texts = Callable[..., list[str]]
Fill = Callable[..., Rendered]
Faults = Callable[..., list[tuple[str, str]]]


def _text(sentence: str = "") -> TemplateField:
    return TemplateField(kind=FieldKind.TEXT, sentence=sentence)


FIELDS = {
    "ten_bao_cao": _text(),
    "ngày": TemplateField(kind=FieldKind.DATE, sentence=""),
    "co": TemplateField(kind=FieldKind.BOOLEAN, sentence=""),
    "don_vi": TemplateField(
        kind=FieldKind.MAPPING,
        sentence="",
        children={
            "ten": _text(),
            "so": TemplateField(kind=FieldKind.NUMBER, sentence=""),
            "truong": TemplateField(kind=FieldKind.MAPPING, sentence="", children={"ten": _text()}),
        },
    ),
    "cham": TemplateField(
        kind=FieldKind.LIST,
        sentence="",
        children={
            "ten": _text(),
            "han": TemplateField(kind=FieldKind.DATE, sentence=""),
            "bai": TemplateField(kind=FieldKind.LIST, sentence="", children={"ma": _text()}),
        },
    ),
    "ten_thang": TemplateField(kind=FieldKind.LIST, sentence=""),
}


@pytest.fixture
def check(pack: Pack, p: Text) -> Callable[..., tuple[Problem, ...]]:
    def checked(*lines: str) -> tuple[Problem, ...]:
        return check_template(load_template(pack("".join(map(p, lines))), name="a"), FIELDS)

    return checked


Check = Callable[..., tuple[Problem, ...]]


@pytest.mark.parametrize(
    "line",
    [
        "{{ ten_bao_cao }} {{ ngày | ngay }} {{ ngày.year }} {{ don_vi.truong.ten.upper() }}",
        "{{ don_vi['ten'] }} {{ cham[0].han }} {{ cham | first }} {{ (cham | first).ten }}",
        "a{% for x in cham %}{{ loop.index }}{% for b in x.bai %}{{ b.ma }}{% endfor %}{% endfor %}",
        "a{% for x in cham | sap_xep('ten') %}{{ x.han | ngay }}{% endfor %}",
        "a{% for x in cham if x.ten %}{{ x.ten }}{% else %}không{% endfor %}",
        "a{% for x in ten_thang %}{{ x }}{% endfor %}",
        "{{ khong_co | default('x') }} {{ don_vi.a.b | default('x') }} {{ a.b.c | d('x') }}",
        "{{ khong_co is defined }} {{ don_vi.a.b.c is undefined }}",
        "a{% if khong_co is defined %}{{ khong_co }}{{ khong_co.b }}{% endif %}",
        "a{% if co %}b{% elif don_vi.x is defined %}{{ don_vi.x }}{% endif %}",
        "a{% if khong_co is undefined %}b{% else %}{{ khong_co }}{% endif %}",
        "{{ khong_co if khong_co is defined else '-' }}",
        "{% set a = don_vi %}{{ a.ten }}",
        "{% set n = namespace(t=0) %}{% set n.t = n.t + 1 %}{{ n.t }}",
        "a{% with b = don_vi.truong %}{{ b.ten }}{% endwith %}",
        "a{% for k, v in cham | groupby('ten') %}{{ k }}{{ v | length }}{% endfor %}",
        "{{ cham | map(attribute='ten') | noi }} {{ cham | selectattr('han') | list | length }}",
        "{{ range(3) | join }} {{ {'a': 1}.a }} {{ 'x' if co else don_vi.ten }}",
        "a{% for x in cham %}{% set c = x %}{{ c.ten }}{% endfor %}",
    ],
)
def test_what_the_fields_offer_is_no_fault(check: Check, line: str) -> None:
    assert check(line) == ()


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("{{ ten_bao_coa }}", "không có tên «ten_bao_coa»", "có phải «ten_bao_cao»?"),
        ("{{ don_vi.tem }}", "không có tên «tem»", "có phải «ten»?"),
        ("{{ don_vi['tem'] }}", "không có tên «tem»", "có phải «ten»?"),
        ("{{ don_vi.truong.tne }}", "không có tên «tne»", "có phải «ten»?"),
        ("a{% for x in cham %}{{ x.tem }}{% endfor %}", "không có tên «tem»", "có phải «ten»?"),
        ("a{% for x in chamm %}{% endfor %}", "không có tên «chamm»", "có phải «cham»?"),
        (
            "a{% for x in cham %}{% for b in x.bai %}{{ b.mq }}{% endfor %}{% endfor %}",
            "không có tên «mq»",
            "",
        ),
        ("a{% if don_vi.tem %}{% endif %}", "không có tên «tem»", "có phải «ten»?"),
        ("{{ cham | map(attribute='tem') | noi }}", "không có tên «tem»", "có phải «ten»?"),
        ("{{ cham | sap_xep('tem') | length }}", "không có tên «tem»", "có phải «ten»?"),
        ("{{ 'a' | default(ten_bao_coa) }}", "không có tên «ten_bao_coa»", "«ten_bao_cao»"),
        ("a{% for x in cham %}{% endfor %}{{ x.ten }}", "tên «x» chỉ có bên trong vòng lặp", "namespace()"),
        ("{{ ngày.yaer }}", "không có tên «yaer»", ""),
        ("{{ loop.index }}", "không có tên «loop»", ""),
        ("a{% set b = don_vi.tem %}", "không có tên «tem»", "có phải «ten»?"),
        ("a{% with b = don_vi.tem %}{% endwith %}", "không có tên «tem»", "có phải «ten»?"),
        ("a{% for x in cham if x.tem %}{% endfor %}", "không có tên «tem»", "có phải «ten»?"),
        ("a{% if co %}{% elif don_vi.tem %}{% endif %}", "không có tên «tem»", "có phải «ten»?"),
        ("a{% for x in cham %}{% else %}{{ x.ten }}{% endfor %}", "không có tên «x»", ""),
        ("{% set n.t = 1 %}", "không có tên «n»", ""),
        ("a{% if x.y is defined %}{% endif %}{{ x.y }}", "không có tên «x»", ""),
    ],
)
def test_a_missing_name_is_told_with_the_nearest(check: Check, line: str, message: str, hint: str) -> None:
    (one,) = check(line)
    assert one.code == "TT410"
    assert message in one.message
    assert hint in (one.hint or "")
    assert one.spot == "phần thân, đoạn 1"
    assert one.tag in line


def test_a_name_typed_on_a_mac_is_the_same_name(check: Check, texts: Texts) -> None:
    typed = unicodedata.normalize("NFD", "{{ ngày }}")
    assert typed != "{{ ngày }}"
    assert check(typed) == ()
    assert texts(typed, ngày="31/5") == ["31/5"]


def test_the_data_may_be_typed_on_a_mac_too(texts: Texts) -> None:
    key = unicodedata.normalize("NFD", "đơn_vị")
    assert texts(
        "{{ đơn_vị }} {{ g.tên }}", **{key: "X", "g": {unicodedata.normalize("NFD", "tên"): "Y"}}
    ) == ["X Y"]


def test_syntax_comes_first_and_then_all_names(check: Check) -> None:
    found = check("{{ a }}", "{{ b c }}", "{{ don_vi.tem }} {{ d | khong }}")
    assert [one.code for one in found] == ["TT403", "TT405", "TT410", "TT410"]
    assert [one.tag for one in found] == ["{{ b c }}", "{{ d | khong }}", "{{ a }}", "{{ don_vi.tem }}"]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (("a{% for x en cham %}{{ x.ten }}{{ sai }}{% endfor %}",), ["TT403", "TT410"]),
        (("a{% for x in cham {{ x.ten }}{% endfor %}",), ["TT402"]),
        (("{% set a = %}{{ a }}",), ["TT403"]),
        (("a{% with b = %}{{ b }}{% endwith %}",), ["TT403"]),
        (("a{% if co = 1 %}b{% else %}c{% endif %}",), ["TT403"]),
        (("a{% if co %}b{% else co %}c{% endif x %}",), ["TT403", "TT403"]),
    ],
)
def test_a_fault_brings_no_second_one_along(check: Check, lines: tuple[str, ...], codes: list[str]) -> None:
    assert [one.code for one in check(*lines)] == codes


def test_a_render_tells_all_missing_names_also_where_it_does_not_come_by(fill: Fill, p: Text) -> None:
    body = (
        p("{{ a }}")
        + p("b{% if co %}{{ don_vi.tem }}{% endif %}")
        + p("b{% for x in ds %}{{ x.tem }}{% endfor %}")
    )
    done = fill(body, co=False, don_vi={"ten": "X"}, ds=[{"ten": "Y"}, {"ten": "Z"}])
    assert done.data is None
    assert [(one.tag, one.hint) for one in done.problems] == [
        ("{{ a }}", "xem các tên dùng được bằng «truyenthong template fields»"),
        ("{{ don_vi.tem }}", "có phải «ten»?"),
        ("{{ x.tem }}", "có phải «ten»?"),
    ]


def test_names_and_other_faults_of_a_run_come_together(faults: Faults) -> None:
    codes = [
        code
        for code, _ in faults("{{ 1 / 0 }}", "{{ a }}", "{{ 'x' * 99999999 }}", "{{ 'a' + 1 }}", "{{ b }}")
    ]
    assert codes == ["TT410", "TT410", "TT411", "TT412", "TT411"]


def test_a_name_below_nothing_says_that_nothing_is_there(faults: Faults) -> None:
    ((code, message),) = faults("{{ truong.ten }}", truong=None)
    assert code == "TT410"
    assert "đang trống" in message


def test_what_is_empty_may_be_asked_for(texts: Texts) -> None:
    line = "{{ t.ten | default('-') }}{{ t.a.b | default('-') }}{{ t.ten is defined }}{{ t }}."
    assert texts(line, t=None) == ["--không."]


def test_what_one_part_sets_the_others_do_not_know(pack: Pack, p: Text) -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    header = f"<w:hdr xmlns:w='{word}'>{p('{{ a }}')}</w:hdr>"
    template = load_template(pack(p("{% set a = 1 %}{{ a }}"), extra={"word/header1.xml": header}), name="a")
    (one,) = check_template(template, FIELDS)
    assert one.spot == "đầu trang 1, đoạn 1"


def test_a_text_of_the_data_equals_the_same_text_in_a_tag(texts: Texts) -> None:
    typed = unicodedata.normalize("NFD", "Phòng GD&ĐT")
    assert texts("{% if x == 'Phòng GD&ĐT' and 'Phòng' in x %}đúng{% endif %}.", x=typed) == ["đúng."]
