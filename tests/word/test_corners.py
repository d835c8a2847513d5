"""What hardly ever happens, and must not surprise anyone when it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import pytest
from jinja2 import nodes
from jinja2.runtime import Context

from support.templates.hostile_packages import Attack, link_attacks, macro_attacks, zip_attacks
from truyenthong.ooxml.archive import MAX_FILE
from truyenthong.word.reading.syntax import forbidden_in
from truyenthong.word.render import DocProperties, Rendered, render
from truyenthong.word.running.faults import explain
from truyenthong.word.running.limits import Budget
from truyenthong.word.running.sandbox import TemplateEnvironment, run_of
from truyenthong.word.running.values import PlainValue
from truyenthong.word.template import load_template

Text = Callable[..., str]
Texts = Callable[..., list[str]]
Pack = Callable[..., bytes]
Fill = Callable[..., Rendered]
Faults = Callable[..., list[tuple[str, str]]]
PartOf = Callable[..., str]

_LARGE = ("large", "very many", "signs")
SMALL = [
    one
    for one in (*link_attacks("//may-chu/canary"), *macro_attacks(), *zip_attacks())
    if one.codes and not any(word in one.name for word in _LARGE)
]


@pytest.mark.parametrize("attack", SMALL, ids=lambda one: one.name[:60])
def test_a_hostile_file_is_refused_with_a_sentence(attack: Attack) -> None:
    (one,) = load_template(attack.make(), name="a").problems
    assert one.code in {"TT401", "TT422"}
    assert one.message[0].isupper() or "trong Word: " in (one.hint or "")


def test_a_file_of_too_many_elements_is_not_read(pack: Pack) -> None:
    (one,) = load_template(pack("<w:p/>" * 1_000_001), name="a").problems
    assert "quá nhiều đoạn" in one.message
    assert one.hint == "bớt chữ, bảng và hình của mẫu, hoặc tách thành nhiều mẫu, rồi lưu lại"


def test_a_file_of_too_many_paragraphs_is_not_read(pack: Pack) -> None:
    (one,) = load_template(pack("<w:p/>" * 60_000), name="a").problems
    assert "50.000 đoạn" in one.message


def test_the_strict_kind_of_word_file_is_named(pack: Pack) -> None:
    strict = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
    (one,) = load_template(pack("", extra={"word/document.xml": strict}), name="a").problems
    assert "Strict" in one.message


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    (one,) = load_template(b"PK" + b"\0" * MAX_FILE, name="a").problems
    assert "quá lớn" in one.message


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("{{ '%(b)s' % {'a': 1} }}", "TT410", "không có mục «b»"),
        ("{{ '{b}'.format(a=1) }}", "TT410", "không có mục «b»"),
        ("{{ c ~ c }}", "TT412", "quá lớn"),
        ("{{ c + c }}", "TT412", "chữ dài quá"),
        ("{{ (-8) ** 0.5 }}", "TT411", "số thực"),
        ("{{ [1] * 'a' }}", "TT411", "không tính được"),
        ("{{ 'a' * 1.5 }}", "TT411", "không tính được"),
        ("{{ 1.5 | so(25) }}", "TT411", "từ 0 đến 20"),
        ("{{ 'abc' | noi }}", "TT411", "«noi» cần một danh sách"),
        ("{{ [{'a': 1}, {'a': 2}] | sap_xep | length }}", "TT411", "không sắp được"),
        ("{{ [1] | map('no' ~ 'pe') | list | length }}", "TT411", "không có bộ lọc «nope»"),
        ("{{ khong | upper }}", "TT410", "không có tên «khong»"),
        ("{{ khong is even }}", "TT410", "không có tên «khong»"),
        ("{{ khong == 1 }}", "TT410", "không có tên «khong»"),
        ("a{% for a, b in [khong] %}{% endfor %}", "TT410", "không có tên «khong»"),
        ("{{ ky - lap }}", "TT411", "không tính được"),
    ],
)
def test_a_fault_of_a_tag_says_what_it_is(faults: Faults, line: str, code: str, words: str) -> None:
    ((told, message),) = faults(line, c="x" * 600_000, ky=date(2021, 5, 1), lap=datetime(2021, 5, 1, 8))  # noqa: DTZ001 - the data's own
    assert (told, words in message) == (code, True), message


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("{{ ky.year }}/{{ ky.month }} {{ ky - dau }}", "2021/5 30"),
        ("{{ [ky, dau] | sap_xep | map('ngay') | noi }}", "01/4/2021, 01/5/2021"),
        ("{{ [2, trong, 1] | sap_xep | length }}{{ ([2, trong, 1] | sap_xep)[1] }}", "31"),
        ("{{ doan ~ '!' }} {{ gia * 2 }} {{ gia + 0.5 }}", "ab! 5 3"),
        ("{{ ds | map(attribute='x', default='-') | join }}{{ 'ab' * 2 }}{{ 2 * [1] | length }}", "-abab2"),
    ],
)
def test_what_is_rarely_written_is_right(texts: Texts, line: str, printed: str) -> None:
    context: dict[str, PlainValue] = {
        "ky": date(2021, 5, 1),
        "dau": date(2021, 4, 1),
        "trong": None,
        "doan": [{"chu": "a", "dam": True}, {"chu": "b"}],
        "gia": Decimal("2.5"),
        "ds": [{"ten": "A"}],
    }
    assert texts(line, **context) == [printed]


@pytest.mark.parametrize(
    ("error", "code"), [(RecursionError(), "TT412"), (MemoryError(), "TT412"), (AttributeError(), "TT411")]
)
def test_whatever_python_raises_has_a_sentence(error: Exception, code: str) -> None:
    assert explain(error, ()).kind.code == code


def test_many_faults_are_told_as_long_as_they_can_be_read(pack: Pack, p: Text, fill: Fill) -> None:
    found = load_template(pack(p("{{ a b }}") * 300), name="a").problems
    assert len(found) == 200
    assert len(fill(p("a{% for i in range(1500) %}{{ 1 / 0 }}{% endfor %}")).problems) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("a{% set c = 'x' * 999999 %}{% for i in range(99) %}{{ c }}{% endfor %}",),
        ("{% for i in range(99999) %}", *("",) * 21, "{% endfor %}"),
    ],
)
def test_a_document_that_becomes_too_large_is_stopped(fill: Fill, p: Text, lines: tuple[str, ...]) -> None:
    done = fill("".join(p(line) if line else "<w:p/>" for line in lines))
    assert done.data is None
    assert [one.code for one in done.problems] == ["TT412"]


def test_a_print_can_be_what_is_too_much(pack: Pack, p: Text, properties: DocProperties) -> None:
    template = load_template(pack(p("{{ x | upper | lower }}")), name="a")
    done = render(template, {"x": "a" * 999}, properties=properties, budget=Budget(steps=50))
    assert [(one.code, one.tag) for one in done.problems] == [("TT412", "{{ x | upper | lower }}")]


def test_an_endless_chain_of_conditions_is_not_compiled(pack: Pack, p: Text) -> None:
    line = "a{% if n %}" + "{% elif n %}" * 4_000 + "{% endif %}"
    assert [one.code for one in load_template(pack(p(line)), name="a").problems] == ["TT409"]


def test_only_what_is_known_may_stand_in_a_tag() -> None:
    (one,) = forbidden_in(nodes.MarkSafe(nodes.Const(1)), TemplateEnvironment())
    assert one.kind.code == "TT404"


def test_a_context_of_another_engine_is_refused() -> None:
    with pytest.raises(TypeError):
        run_of(Context(TemplateEnvironment(), {}, None, {}))


def test_a_hyphen_that_does_not_break_may_stand_in_a_tag(fill: Fill, p: Text, part: PartOf) -> None:
    run = "<w:r><w:t>{{ 5 </w:t><w:noBreakHyphen/><w:t> 2 }}</w:t></w:r>"
    assert ">3<" in part(fill(p(run)))


def test_an_emptied_header_keeps_a_paragraph(pack: Pack, p: Text, fill_package: Fill, part: PartOf) -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    inside = p("{% if co %}") + p("a") + p("{% endif %}")
    data = pack(p("a"), extra={"word/header1.xml": f'<w:hdr xmlns:w="{word}">{inside}</w:hdr>'})
    assert "<w:p/></w:hdr>" in part(fill_package(data, co=False), "word/header1.xml")


def test_a_table_without_a_grid_and_one_in_a_widened_one(
    fill: Fill, p: Text, tbl: Text, part: PartOf
) -> None:
    cells = "".join(
        f"<w:tc>{p(line)}</w:tc>" for line in ("{%tc for x in ds %}", "{{ x }}", "{%tc endfor %}")
    )
    bare = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    assert part(fill(bare + p("a"), ds=[1, 2, 3])).count("<w:tc>") == 3
    inner = tbl(("trong",)) + "<w:p/>"
    body = tbl((inner, "{%tc for x in ds %}", "{{ x }}", "{%tc endfor %}")) + p("a")
    assert part(fill(body, ds=[1, 2, 3, 4])).count("<w:gridCol ") == 1 + 5


def test_looks_with_attributes_of_no_namespace_are_kept(fill: Fill, p: Text, part: PartOf) -> None:
    run = '<w:r><w:rPr><w:sz a="1" w:val="28" xml:lang="vi"/></w:rPr><w:t>{{ doan | runs }}</w:t></w:r>'
    xml = part(fill(p(run), doan=[{"chu": "x", "dam": True}]))
    assert '<w:b/><w:sz a="1" w:val="28" xml:lang="vi"/></w:rPr><w:t xml:space="preserve">x<' in xml


def test_an_id_that_is_no_number_is_let_be(fill: Fill, p: Text, part: PartOf) -> None:
    drawing = '<w:r><w:drawing><wp:docPr id="{}" name="a"/></w:drawing></w:r>'
    lines = "".join(p(drawing.format(number)) for number in ("x", "x", "7"))
    xml = part(fill(p("{% for x in ds %}") + lines + p("{% endfor %}"), ds=[1]))
    assert [xml.count(f'docPr id="{number}"') for number in ("x", "1", "7")] == [1, 1, 1]


def test_when_a_template_was_printed_is_forgotten(
    pack: Pack, p: Text, fill_package: Fill, part: PartOf
) -> None:
    uri = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    printed = "<cp:lastPrinted>2020-01-01T00:00:00Z</cp:lastPrinted>"
    core = f'<cp:coreProperties xmlns:cp="{uri}">{printed}</cp:coreProperties>'
    done = fill_package(pack(p("a"), extra={"docProps/core.xml": core}))
    assert "lastPrinted" not in part(done, "docProps/core.xml")


def section(width: int) -> str:
    return f'<w:p><w:pPr><w:sectPr><w:pgSz w:w="{width}"/></w:sectPr></w:pPr></w:p>'


def test_a_section_break_behind_which_nothing_is_left_ends_the_paper(
    fill: Fill, p: Text, part: PartOf
) -> None:
    looped = p("{% for x in ds %}") + section(1) + p("{{ x }}") + section(2) + p("{% endfor %}")
    body = part(fill(p("đầu") + looped, ds=["một"]))
    assert body.index('w:w="1"') < body.index("một") < body.index('w:w="2"')
    assert body.count("<w:sectPr>") == 2
    assert body.endswith('<w:sectPr><w:pgSz w:w="2"/></w:sectPr></w:body></w:document>')
    kept = part(fill(p("đầu") + section(1) + p("cuối")))
    assert kept.endswith("<w:sectPr/></w:body></w:document>")
