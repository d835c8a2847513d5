"""Loops over paragraphs, rows and columns, with and without docxtpl's prefixes."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx import Document

from truyenthong.word.render import Rendered

Text = Callable[..., str]
Fill = Callable[..., Rendered]
PartOf = Callable[..., str]
UNITS = [{"ten": "Phòng GD&ĐT Tam Đường"}, {"ten": "Phòng GD&ĐT Than Uyên"}]


def _rows(done: Rendered) -> list[list[str]]:
    assert done.data is not None, done.problems
    return [[cell.text for cell in row.cells] for row in Document(io.BytesIO(done.data)).tables[0].rows]


@pytest.mark.parametrize("prefix", ["", "p "])
def test_a_loop_over_paragraphs(texts: Callable[..., list[str]], prefix: str) -> None:
    lines = f"{{%{prefix} for x in ds %}}", "{{ loop.index }}. {{ x.ten }}", f"{{%{prefix} endfor %}}", "hết"
    assert texts(*lines, ds=UNITS) == ["1. Phòng GD&ĐT Tam Đường", "2. Phòng GD&ĐT Than Uyên", "hết"]


@pytest.mark.parametrize("prefix", ["", "tr "])
def test_a_loop_over_rows(fill: Fill, tbl: Text, prefix: str) -> None:
    body = tbl(
        (f"{{%{prefix}for x in ds %}}", ""),
        ("{{ loop.index }}", "{{ x.ten }}"),
        ("", f"{{%{prefix}endfor %}}"),
    )
    assert _rows(fill(body, ds=UNITS)) == [["1", "Phòng GD&ĐT Tam Đường"], ["2", "Phòng GD&ĐT Than Uyên"]]


def test_if_and_else_in_rows_of_their_own(fill: Fill, tbl: Text) -> None:
    body = tbl(("{% if co %}",), ("có",), ("{% else %}",), ("không",), ("{% endif %}",))
    assert _rows(fill(body, co=True)) == [["có"]]
    assert _rows(fill(body, co=False)) == [["không"]]


def test_a_loop_over_columns_widens_the_grid(fill: Fill, tbl: Text, part: PartOf) -> None:
    body = tbl(("Đơn vị", "{%tc for x in ds %}", "{{ x.ten }}", "{%tc endfor %}"), ("a", "b", "c", "d"))
    done = fill(
        body.replace("<w:tr><w:tc><w:p><w:r><w:t>a", "<w:tr><w:tc><w:p><w:r><w:t>a"), ds=[*UNITS, *UNITS]
    )
    assert part(done).count("<w:gridCol ") == 5
    assert 'w:w="4000"' not in part(done)


def test_a_paragraph_with_a_picture_is_not_lifted_away(fill: Fill, p: Text, part: PartOf) -> None:
    picture = '<w:r><w:drawing><wp:docPr id="1" name="a"/></w:drawing></w:r>'
    xml = part(fill(p("{% if co %}", picture, "{% endif %}"), co=True))
    assert "docPr" in xml


def test_the_section_of_a_paragraph_is_not_lifted_away(fill: Fill, p: Text, part: PartOf) -> None:
    section = "<w:pPr><w:sectPr/></w:pPr>"
    xml = part(fill(p(section, "{% set a = 1 %}") + p("{{ 1 }}")))
    assert xml.count("<w:sectPr/>") == 2


def test_bookmarks_of_a_lifted_paragraph_live_on(fill: Fill, p: Text, part: PartOf) -> None:
    start, end = '<w:bookmarkStart w:id="3" w:name="dau"/>', '<w:bookmarkEnd w:id="3"/>'
    xml = part(fill(p(start, "{% if co %}") + p("a") + p("{% endif %}", end), co=False))
    assert start in xml
    assert end in xml


@pytest.mark.parametrize("prefix", ["p", "tr", "tc"])
def test_text_beside_a_wide_tag_is_an_error_and_is_not_dropped(fill: Fill, tbl: Text, prefix: str) -> None:
    body = tbl((f"chữ {{%{prefix} if co %}}x{{%{prefix} endif %}}", "b"))
    done = fill(body, co=True)
    assert done.data is None
    assert {one.code for one in done.problems} == {"TT408"}
    assert done.problems[0].spot == "phần thân, bảng 1, dòng 1, cột 1, đoạn 1"


def test_a_comment_alone_leaves_no_paragraph(texts: Callable[..., list[str]]) -> None:
    assert texts("{# chỉ để nhắc #}", "a{# b #}c") == ["ac"]


def test_a_table_of_an_outer_loop_is_repeated_whole(fill: Fill, p: Text, tbl: Text, part: PartOf) -> None:
    inner = tbl(("{% for y in x.ds %}",), ("{{ y }}",), ("{% endfor %}",))
    body = p("{% for x in xs %}") + inner + p("{% endfor %}")
    xml = part(fill(body, xs=[{"ds": [1, 2]}, {"ds": []}, {"ds": [3]}]))
    assert xml.count("<w:tbl>") == 2  # the one without rows is gone
    assert xml.count("<w:tr>") == 3
