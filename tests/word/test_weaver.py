"""Tags over runs: formatting, breaks, bookmarks, tracked changes, text boxes."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable

import pytest
from docx import Document

from truyenthong.word.render import Rendered

P = Callable[..., str]
Fill = Callable[..., Rendered]
PartOf = Callable[..., str]
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def _text(done: Rendered) -> list[str]:
    assert done.data is not None, done.problems
    return [one.text for one in Document(io.BytesIO(done.data)).paragraphs]


def test_a_tag_over_several_runs_takes_the_looks_of_its_first_character(
    fill: Fill, p: P, part: PartOf
) -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{{ t</w:t></w:r>"
    done = fill(p("Gửi ", bold, "e", "n }} nhé"), ten="Phòng GD&ĐT")
    assert _text(done) == ["Gửi Phòng GD&ĐT nhé"]
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Phòng GD&amp;ĐT</w:t>' in part(done)


@pytest.mark.parametrize(
    "sign", ["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", "<w:proofErr w:type='spellStart'/>"]
)
def test_breaks_tabs_and_proofing_marks_inside_a_tag_do_no_harm(fill: Fill, p: P, sign: str) -> None:
    assert _text(fill(p("a {{", sign, "ten }} b"), ten="X")) == ["a X b"]


def test_a_bookmark_inside_a_tag_survives(fill: Fill, p: P, part: PartOf) -> None:
    marks = '<w:bookmarkStart w:id="1" w:name="cho_ky"/>', '<w:bookmarkEnd w:id="1"/>'
    xml = part(fill(p("{{ t", marks[0], "en", marks[1], " }}"), ten="X"))
    assert all(mark in xml for mark in marks)


def test_a_tag_in_deleted_text_does_not_run(fill: Fill, p: P, part: PartOf) -> None:
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>{{ khong_co }}</w:delText></w:r></w:del>'
    assert "{{ khong_co }}" in part(fill(p("a", deleted)))


def test_a_tag_around_deleted_text_is_read_without_it(fill: Fill, p: P) -> None:
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>cu</w:delText></w:r></w:del>'
    assert _text(fill(p("{{ t", deleted, "en }}"), ten="X")) == ["X"]


def test_inserted_text_runs_and_may_be_opened_inside_and_closed_outside(
    fill: Fill, p: P, part: PartOf
) -> None:
    opened = (
        '<w:ins w:id="1" w:author="a"><w:r><w:t>{% if co %}</w:t></w:r><w:r><w:t>thêm</w:t></w:r></w:ins>'
    )
    xml = part(fill(p("a ", opened, " b{% endif %}"), co=True))
    assert "thêm" in xml
    assert " b" in xml
    assert "thêm" not in part(fill(p("a ", opened, " b{% endif %}"), co=False))


def test_values_keep_spaces_tabs_and_line_breaks(fill: Fill, p: P, part: PartOf) -> None:
    xml = part(fill(p("{{ x }}"), x="  a\n\tb\r\nc "))
    kept = '<w:t xml:space="preserve">'
    body = f"{kept}  a</w:t><w:br/>{kept}</w:t><w:tab/>{kept}b</w:t><w:br/>{kept}c </w:t>"
    assert body in xml


def test_runs_print_bold_and_italic_on_top_of_the_tag(fill: Fill, p: P, part: PartOf) -> None:
    run = (
        '<w:r><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="28"/></w:rPr><w:t>a {{ x | runs }} b</w:t></w:r>'
    )
    x = [{"chu": "đậm & ", "dam": True, "nghieng": False}, {"chu": "nghiêng", "dam": False, "nghieng": True}]
    xml = part(fill(p(run), x=x))
    assert '<w:rPr><w:rFonts w:ascii="Arial"/><w:b/><w:sz w:val="28"/></w:rPr>' in xml
    assert '<w:rPr><w:rFonts w:ascii="Arial"/><w:i/><w:sz w:val="28"/></w:rPr>' in xml
    assert re.sub("<[^>]+>", "", xml).strip() == "a đậm &amp;  nghiêng b".replace("  ", " ")


def test_a_text_box_is_filled_for_new_and_old_word_and_told_once(fill: Fill, p: P, part: PartOf) -> None:
    inside = f"<w:txbxContent>{p('{{ x }}')}</w:txbxContent>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inside}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert part(fill(p("a", box, "b"), x="trong hộp")).count("trong hộp") == 2
    (one,) = fill(p("a", box, "b")).problems
    assert one.spot == "phần thân, đoạn 1, hộp chữ, đoạn 1"


def test_content_controls_and_links_are_filled(fill: Fill, p: P, part: PartOf) -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>{{ x }}</w:t></w:r></w:sdtContent></w:sdt>"
    link = "<w:hyperlink w:anchor='a'><w:r><w:t>{{ x }}</w:t></w:r></w:hyperlink>"
    assert part(fill(p(control, link), x="GIÁ TRỊ")).count("GIÁ TRỊ") == 2


def test_white_space_marks_trim_inside_the_paragraph(texts: Callable[..., list[str]]) -> None:
    assert texts("a {%- if x -%} b {%- endif %} c", x=True) == ["ab c"]


def test_no_prefix_is_invented_and_the_root_keeps_its_own(fill: Fill, p: P, part: PartOf) -> None:
    xml = part(fill(p("a{% for x in xs %}{{ x }}{% endfor %}"), xs=[1, 2]))
    assert "ns0" not in xml
    assert 'mc:Ignorable="w14"' in xml


@pytest.mark.parametrize(
    "pieces",
    [
        ("{", "{ ", "x", " }", "}"),
        ("{{", "x}", "}"),
        ("{", "% if x %}", "{{ x }}{% endi", "f %", "}"),
        ("{{ x", " | default", "('a}}b') }}"),
        ("{{\u00a0x\u00a0}}",),
        ("{{ x | default(“-”) }}",),
        ("{{ {'a': x}[“a”] }}",),
    ],
)
def test_a_tag_split_anywhere_is_one_tag(fill: Fill, p: P, pieces: tuple[str, ...]) -> None:
    assert _text(fill(p(*pieces), x="GD&ĐT")) == ["GD&ĐT"]


def test_an_en_dash_inside_a_tag_is_a_minus_and_outside_stays(fill: Fill, p: P) -> None:
    assert _text(fill(p("2020 – 2021\u00a0“a” {{ 5 – 3 }} {{ '2020 – 2021' }}"))) == [
        "2020 – 2021\u00a0“a” 2 2020 – 2021"
    ]


def test_text_outside_of_tags_is_untouched_also_decomposed(fill: Fill, p: P) -> None:
    typed = unicodedata.normalize("NFD", "Đơn vị: ")
    assert _text(fill(p(typed + "{{ x }}"), x="a")) == [typed + "a"]


def test_moved_away_text_does_not_run(fill: Fill, p: P, part: PartOf) -> None:
    moved = '<w:moveFrom w:id="1"><w:r><w:t>{{ khong_co }}</w:t></w:r></w:moveFrom>'
    assert "{{ khong_co }}" in part(fill(p(moved, "{{ x }}"), x=1))


def test_nothing_empty_is_left_of_a_tag_over_insertions_and_tabs(fill: Fill, p: P, part: PartOf) -> None:
    inserted = '<w:ins w:id="1"><w:r><w:t>{% for x</w:t><w:tab/><w:t>in</w:t></w:r></w:ins>'
    xml = part(fill(p(inserted, " ds %}{{ x }}{% endfor %}"), ds=[1, 2]))
    assert "<w:r/>" not in xml
    assert "<w:ins" not in xml
    assert re.sub("<[^>]+>", "", xml).strip() == "12"


@pytest.mark.parametrize(
    "unreachable",
    [
        '<w:r><w:instrText>HYPERLINK "{{ x }}"</w:instrText></w:r>',
        f'<m:oMath xmlns:m="{_MATH}"><m:t>{{{{ x }}}}</m:t></m:oMath>',
    ],
)
def test_a_tag_that_would_stay_as_typed_is_told(fill: Fill, p: P, unreachable: str) -> None:
    done = fill(p("a", unreachable), x=1)
    (one,) = done.problems
    assert (one.code, one.spot, one.tag) == ("TT416", "phần thân, đoạn 1", "{{ x }}")


def test_sets_in_a_formula_are_no_tags(fill: Fill, p: P) -> None:
    formula = f'<m:oMath xmlns:m="{_MATH}"><m:t>{{{{1}},{{2}}}}</m:t></m:oMath>'
    assert fill(p("a", formula)).problems == ()
