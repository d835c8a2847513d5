"""Loops over paragraphs, rows and columns, with and without docxtpl's prefixes."""

from __future__ import annotations

import io
import re
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
    assert {one.code for one in done.problems} == {"TT408"}  # and not that they stand apart as well
    assert done.problems[0].spot == "phần thân, bảng 1, dòng 1, cột 1, đoạn 1"


def test_a_comment_alone_leaves_no_paragraph(texts: Callable[..., list[str]]) -> None:
    assert texts("{# chỉ để nhắc #}", "a{# b #}c") == ["ac"]


def test_a_comment_with_a_prefix_takes_its_row_along(fill: Fill, tbl: Text) -> None:
    assert _rows(fill(tbl(("{#tr chỉ để nhắc #}", ""), ("a", "b")))) == [["a", "b"]]
    assert _rows(fill(tbl(("{#tc chỉ để nhắc #}", "a", "b")))) == [["a", "b"]]
    assert [one.code for one in fill(tbl(("{#tr nhắc #}", "chữ"))).problems] == ["TT408"]


def test_a_comment_with_a_prefix_takes_its_paragraph_along(texts: Callable[..., list[str]]) -> None:
    assert texts("a", "{#p chỉ để nhắc #}", "b {#r nhắc #}c") == ["a", "b c"]


def test_a_table_of_an_outer_loop_is_repeated_whole(fill: Fill, p: Text, tbl: Text, part: PartOf) -> None:
    inner = tbl(("{% for y in x.ds %}",), ("{{ y }}",), ("{% endfor %}",))
    body = p("{% for x in xs %}") + inner + p("{% endfor %}")
    xml = part(fill(body, xs=[{"ds": [1, 2]}, {"ds": []}, {"ds": [3]}]))
    assert xml.count("<w:tbl>") == 2  # the one without rows is gone
    assert xml.count("<w:tr>") == 3


def test_tables_that_come_to_stand_side_by_side_stay_apart(
    fill: Fill, p: Text, tbl: Text, part: PartOf
) -> None:
    body = p("{% for x in ds %}") + tbl(("{{ x }}",)) + p("{% endfor %}") + p("hết")
    xml = part(fill(body, ds=[1, 2, 3]))
    assert xml.count("</w:tbl><w:p>") == 3
    assert xml.count('<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>') == 2
    mark = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    between = part(
        fill(tbl(("a",)) + mark + p("{% if co %}") + p("x") + p("{% endif %}") + tbl(("b",)), co=False)
    )
    assert f"</w:tbl>{mark}<w:p><w:pPr><w:spacing" in between


def test_a_floating_table_stays_beside_the_next(fill: Fill, p: Text, tbl: Text, part: PartOf) -> None:
    floating = tbl(("a",)).replace("<w:tblPr/>", '<w:tblPr><w:tblpPr w:vertAnchor="text"/></w:tblPr>')
    for tables in (floating + tbl(("b",)), tbl(("b",)) + floating):
        assert "</w:tbl><w:tbl>" in part(fill(tables + p("{% if co %}") + p("x") + p("{% endif %}"), co=True))


def _table_of_cells(*cells: str) -> str:
    return f"<w:tbl><w:tblGrid/><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def test_a_cell_emptied_by_a_condition_keeps_a_paragraph(fill: Fill, p: Text, part: PartOf) -> None:
    xml = part(fill(_table_of_cells(p("a"), p("{% if co %}") + p("x") + p("{% endif %}")), co=False))
    assert xml.count("<w:tc>") == 2
    assert "<w:tc><w:p/></w:tc>" in xml


def test_rows_in_content_controls_repeat(fill: Fill, part: PartOf, p: Text) -> None:
    rows = "".join(
        f"<w:tr><w:tc>{p(line)}</w:tc></w:tr>" for line in ("{% for x in ds %}", "{{ x }}", "{% endfor %}")
    )
    body = f"<w:tbl><w:tblGrid/><w:sdt><w:sdtContent>{rows}</w:sdtContent></w:sdt></w:tbl>"
    assert part(fill(body, ds=[1, 2, 3])).count("<w:tr>") == 3


def test_the_wide_tags_of_one_row_say_to_take_rows_of_their_own(fill: Fill, tbl: Text) -> None:
    found = fill(tbl(("{%tr for x in ds %}", "{{ x }}", "{%tr endfor %}")), ds=[1]).problems
    assert [one.code for one in found] == ["TT408", "TT408"]
    assert {one.hint for one in found} == {
        "đặt mỗi thẻ một mình trong một dòng riêng, trên và dưới các dòng cần lặp"
    }


def test_a_print_tag_with_a_prefix_is_told_once(fill: Fill, p: Text) -> None:
    (one,) = fill(p("{{p x }}"), x=1).problems
    assert one.code == "TT404"


def test_a_bookmark_in_a_loop_gets_a_name_of_its_own_each_time(fill: Fill, p: Text, part: PartOf) -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="a"/>', '<w:bookmarkEnd w:id="1"/>'
    xml = part(fill(p("{% for x in ds %}") + p(start, "{{ x }}", end) + p("{% endfor %}"), ds=[1, 2]))
    assert 'w:id="1" w:name="a"' in xml
    assert 'w:id="2" w:name="a_2"' in xml
    assert '<w:bookmarkEnd w:id="2"/>' in xml


def test_pictures_and_paragraphs_in_a_loop_get_ids_of_their_own(fill: Fill, part: PartOf, p: Text) -> None:
    drawing = '<w:r><w:drawing><wp:docPr id="7" name="a"/></w:drawing></w:r>'
    line = f'<w:p w14:paraId="0000000A">{drawing}<w:r><w:t>x</w:t></w:r></w:p>'
    xml = part(fill(p("{% for x in ds %}") + line + p("{% endfor %}"), ds=[1, 2]))
    assert 'docPr id="7"' in xml
    assert 'docPr id="1"' in xml
    assert xml.count('paraId="0000000A"') == 1


BREAK = '<w:r><w:br w:type="page"/></w:r>'
SECTION = "<w:pPr><w:sectPr/></w:pPr>"


def _marked(xml: str) -> str:
    """Paragraphs, breaks and ends of sections in their order: «p», «/», «§»."""
    signs = {"<w:p>": "p", "<w:p/>": "p", '<w:br w:type="page"/>': "/", "<w:pPr><w:sectPr/></w:pPr>": "§"}
    pattern = "|".join(map(re.escape, signs)) + "|<w:t[^>]*>([^<]*)</w:t>"
    return "".join(signs.get(one[0], one[1]) for one in re.finditer(pattern, xml))


@pytest.mark.parametrize(
    ("lines", "yes", "no"),
    [
        ((("{% if co %}",), ("a",), ("{% endif %}", BREAK), ("b",)), "pap/pb", "p/pb"),
        (((BREAK, "{% if co %}"), ("a",), ("{% endif %}",), ("b",)), "p/papb", "p/pb"),
        ((("{%p if co %}", BREAK), ("a",), ("{%p endif %}",), ("b",)), "p/papb", "pb"),
        ((("{% if co %}",), ("a",), ("{% else %}", BREAK), ("c",), ("{% endif %}",)), "pa", "p/pc"),
        (((BREAK, "{% if co %}", BREAK), ("a",), ("{% endif %}",), ("b",)), "p//papb", "p//pb"),
        ((("{% if co %}",), ("a",), (SECTION, "{% endif %}"), ("b",)), "pap§pb", "p§pb"),
        ((("a{% if co %}", BREAK, "{% endif %}b"),), "pa/b", "pab"),
        ((("{% if co %}", BREAK, "{% endif %}"), ("b",)), "p/pb", "ppb"),
        ((("{% if co %}", BREAK, "{% else %}", "{% endif %}"), ("b",)), "p/pb", "ppb"),
    ],
)
def test_a_page_break_beside_a_lone_tag_stays_on_its_side(
    fill: Fill, p: Text, part: PartOf, lines: tuple[tuple[str, ...], ...], yes: str, no: str
) -> None:
    body = "".join(p(*line) for line in lines)
    assert _marked(part(fill(body, co=True))) == yes
    assert _marked(part(fill(body, co=False))) == no


def test_a_picture_beside_a_lone_tag_is_not_lost(fill: Fill, p: Text) -> None:
    picture = '<w:r><w:drawing><wp:docPr id="1" name="a"/></w:drawing></w:r>'
    done = fill(p(picture, BREAK, "{% if co %}") + p("a") + p("{% endif %}"), co=True)
    (one,) = done.problems
    assert one.code == "TT407"
    assert "hình" in (one.hint or "")


def test_a_comment_alone_in_a_row_leaves_the_row(fill: Fill, tbl: Text) -> None:
    assert _rows(fill(tbl(("{# để trống, ghi tay #}", ""), ("a", "b")))) == [["", ""], ["a", "b"]]


def test_an_emptied_content_control_goes(fill: Fill, p: Text, part: PartOf) -> None:
    inside = p("{% if co %}") + p("x") + p("{% endif %}")
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    assert "sdt" not in part(fill(body, co=False))
    assert "sdt" in part(fill(body, co=True))


@pytest.mark.parametrize(
    "last", ['<w:bookmarkEnd w:id="9"/>', "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>"]
)
def test_a_cell_that_ends_well_gets_no_line_more(fill: Fill, p: Text, part: PartOf, last: str) -> None:
    xml = part(fill(_table_of_cells(p("{% if co %}") + p("a") + p("{% endif %}") + p("b") + last), co=True))
    assert f"{last}</w:tc>" in xml


def test_a_table_in_a_cell_is_followed_by_a_paragraph(fill: Fill, p: Text, tbl: Text, part: PartOf) -> None:
    inner = tbl(("x",))
    xml = part(fill(_table_of_cells(inner + p("{% if co %}") + p("a") + p("{% endif %}")), co=False))
    assert "</w:tbl><w:p/></w:tc>" in xml


def test_a_row_or_table_emptied_of_its_cells_goes(fill: Fill, p: Text, tbl: Text, part: PartOf) -> None:
    body = tbl(("{%tc for x in ds %}", "{{ x }}", "{%tc endfor %}"))
    assert "<w:tbl>" not in part(fill(body + p("a"), ds=[]))


def test_widths_of_cells_follow_the_new_grid(fill: Fill, p: Text, part: PartOf) -> None:
    width, span = (
        '<w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>',
        '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>',
    )
    cells = [f"{width}{p(line)}" for line in ("{%tc for x in ds %}", "{{ x }}", "{%tc endfor %}", "cuối")]
    grid = '<w:gridCol w:w="1000"/>' * 4
    last = f"<w:tr><w:tc>{span}{p('a')}</w:tc></w:tr></w:tbl>"
    table = _table_of_cells(*cells).replace("<w:tblGrid/>", f"<w:tblGrid>{grid}</w:tblGrid>")
    done = part(fill(table.replace("</w:tbl>", last), ds=[1, 2, 3, 4]))
    assert done.count("<w:gridCol ") == 5
    assert done.count('<w:tcW w:w="800"') == 5


def test_comments_in_a_loop_are_kept_once(fill: Fill, p: Text, part: PartOf) -> None:
    marks = (
        '<w:commentRangeStart w:id="0"/>',
        '<w:commentRangeEnd w:id="0"/>',
        '<w:r><w:commentReference w:id="0"/></w:r>',
    )
    xml = part(
        fill(p("{% for x in ds %}") + p(marks[0], "{{ x }}", *marks[1:]) + p("{% endfor %}"), ds=[1, 2, 3])
    )
    assert [xml.count(name) for name in ("commentRangeStart", "commentRangeEnd", "commentReference")] == [
        1,
        1,
        1,
    ]
