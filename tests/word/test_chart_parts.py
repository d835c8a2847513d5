"""The parts behind charts: workbooks, copies in loops, fonts, what is left behind."""

from __future__ import annotations

import pytest

from support.templates.charts import (
    DATA,
    LINKED,
    NAMESPACES,
    TAG,
    A,
    C,
    bars,
    cells,
    chart_frame,
    descriptions,
    drawn_package,
    files,
    p,
    series,
    shown,
    text,
    tree,
)
from truyenthong.ooxml.archive import read_archive, write_archive
from truyenthong.word.running.values import PlainValue


def test_texts_stand_in_the_font_of_the_document() -> None:
    made = files(drawn_package(p(chart_frame(TAG))), bd=DATA)
    faces = [one.get("typeface") for one in tree(made, "word/charts/chart1.xml").iter(f"{A}latin")]
    assert faces == ["Times New Roman", "Times New Roman"]


@pytest.mark.parametrize("link", ["", '<c:externalData r:id="rId8"/>'])
def test_a_chart_without_workbook_gets_one(link: str) -> None:
    made = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": bars(tail=link)}), bd=DATA)
    assert cells(made["word/embeddings/Microsoft_Excel_Worksheet1.xlsx"])[0] == ["", "Đúng hạn", "Muộn"]
    chart = tree(made, "word/charts/chart1.xml")
    keys = [str(one.values()[0]) for one in chart.iter(f"{C}externalData")]
    relations = {one.get("Id"): one for one in tree(made, "word/charts/_rels/chart1.xml.rels")}
    assert [relations[key].get("Target") for key in keys] == ["../embeddings/Microsoft_Excel_Worksheet1.xlsx"]
    assert [one.tag.rpartition("}")[2] for one in chart] == ["chart", "txPr", "externalData"]


def test_in_a_loop_each_turn_has_parts_of_its_own() -> None:
    body = p(text("{% for x in lap %}")) + p(chart_frame("{{ x }}")) + p(text("{% endfor %}"))
    turns: list[PlainValue] = [
        {"nhom": ["A"], "day": [{"ten": f"Lượt {n}", "gia_tri": [n]}]} for n in range(3)
    ]
    made = files(drawn_package(body), lap=turns)
    document = tree(made, "word/document.xml")
    keys = [str(one.values()[0]) for one in document.iter(f"{C}chart")]
    relations = {one.get("Id"): one.get("Target") for one in tree(made, "word/_rels/document.xml.rels")}
    targets = [relations[key] for key in keys]
    assert targets == ["charts/chart1.xml", "charts/chart2.xml", "charts/chart3.xml"]
    assert [shown(tree(made, f"word/{one}"))[0][0] for one in targets if one] == [
        "Lượt 0",
        "Lượt 1",
        "Lượt 2",
    ]
    books = [name for name in made if name.endswith(".xlsx")]
    assert sorted(cells(made[name])[0][1] for name in books) == ["Lượt 0", "Lượt 1", "Lượt 2"]
    numbers = [one.get("id") for one in document.iter("{*}docPr")]
    assert len(set(numbers)) == 3
    types = made["[Content_Types].xml"].decode()
    assert all(f"/word/{one}" in types for one in targets)


def test_a_chart_without_tag_that_a_loop_repeats_is_copied_as_it_is() -> None:
    body = p(text("{% for x in lap %}")) + p(chart_frame("Cố định")) + p(text("{% endfor %}"))
    made = files(drawn_package(body), lap=[1, 2])
    assert shown(tree(made, "word/charts/chart2.xml")) == shown(tree(made, "word/charts/chart1.xml"))
    assert made["word/embeddings/So_lieu1.xlsx"] == b"old workbook"
    assert descriptions(made) == ["Cố định", "Cố định"]


@pytest.mark.parametrize("nothing", [None, "", {"nhom": [], "day": []}, {"nhom": ["A"], "day": []}])
def test_nothing_to_draw_takes_the_chart_and_its_parts_away(nothing: PlainValue) -> None:
    made = files(drawn_package(p(text("Trên"), chart_frame("{{ bd | default('') }}"))), bd=nothing)
    assert b"drawing" not in made["word/document.xml"].split(b"<w:body>")[1]
    assert not [name for name in made if "chart" in name or name.endswith(".xlsx")]
    assert b"chart" not in made["[Content_Types].xml"]


def test_a_chart_in_a_condition_that_fails_leaves_nothing_behind() -> None:
    body = p(text("{% if co %}")) + p(chart_frame(TAG)) + p(text("{% endif %}"))
    made = files(drawn_package(body), co=False, bd=DATA)
    assert not [name for name in made if "chart" in name]


def test_what_points_into_the_old_workbook_goes_or_becomes_text() -> None:
    title = (
        '<c:title><c:tx><c:strRef><c:f>Sheet1!$H$1</c:f><c:strCache><c:ptCount val="1"/>'
        '<c:pt idx="0"><c:v>Tên từ ô</c:v></c:pt></c:strCache></c:strRef></c:tx></c:title>'
    )
    errors = "<c:errBars><c:plus><c:numRef><c:f>Sheet1!$Z$1</c:f></c:numRef></c:plus></c:errBars>"
    labels = '<c:dLbls><c:extLst><c:ext uri="x"><c15:f>Sheet1!$Y$1</c15:f></c:ext></c:extLst></c:dLbls>'
    chart = bars(series(0, more=labels + errors), title=title, tail=LINKED)
    made = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": chart}), bd=DATA)
    xml = made["word/charts/chart1.xml"].decode()
    assert all(cell not in xml for cell in ("$H$1", "$Z$1", "$Y$1"))
    assert [one.text for one in tree(made, "word/charts/chart1.xml").iter(f"{A}t")] == ["Tên từ ô"]


def test_a_chart_in_a_header_is_filled_from_the_header_s_own_relationships() -> None:

    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rIdH" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" '
        'Target="charts/chart1.xml"/></Relationships>'
    )
    header = f"<w:hdr {NAMESPACES}>{p(chart_frame(TAG, key='rIdH'))}</w:hdr>"
    extra = {"word/header1.xml": header, "word/_rels/header1.xml.rels": relations}
    made = files(drawn_package(p(text("a")), extra=extra), bd=DATA)
    assert [name for name, _ in shown(tree(made, "word/charts/chart1.xml"))] == ["Đúng hạn", "Muộn"]


def test_fonts_that_the_author_chose_stay() -> None:
    words = (
        '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr><a:solidFill/><a:latin typeface="Arial"/>'
        "</a:defRPr></a:pPr></a:p></c:txPr>"
    )
    made = files(
        drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": bars(tail=words + LINKED)}), bd=DATA
    )
    faces = [one.get("typeface") for one in tree(made, "word/charts/chart1.xml").iter(f"{A}latin")]
    assert faces == ["Times New Roman", "Arial"]


def test_a_font_stands_before_what_follows_it() -> None:
    words = (
        "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr><a:solidFill/><a:rtl/></a:defRPr></a:pPr></a:p></c:txPr>"
    )
    made = files(
        drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": bars(tail=words + LINKED)}), bd=DATA
    )
    look = tree(made, "word/charts/chart1.xml").find(f"{C}txPr//{A}defRPr")
    assert look is not None
    assert [one.tag.rpartition("}")[2] for one in look] == ["solidFill", "latin", "rtl"]


@pytest.mark.parametrize(
    ("styles", "font"),
    [
        (
            '<w:style w:type="paragraph" w:default="1"><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:style>',
            "Arial",
        ),
        ('<w:style w:type="paragraph" w:default="1"/><w:docDefaults/>', "+mn-lt"),
        ("<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>", "+mn-lt"),
    ],
)
def test_the_font_of_a_document(styles: str, font: str) -> None:
    own = f'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{styles}</w:styles>'
    made = files(drawn_package(p(chart_frame(TAG)), extra={"word/styles.xml": own}), bd=DATA)
    assert next(tree(made, "word/charts/chart1.xml").iter(f"{A}latin")).get("typeface") == font


def test_the_same_chart_named_by_the_document_and_its_header() -> None:
    header = f"<w:hdr {NAMESPACES}>{p(chart_frame(TAG, key='rIdH'))}</w:hdr>"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rIdH" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" '
        'Target="/word/charts/chart1.xml"/></Relationships>'
    )
    extra = {"word/header1.xml": header, "word/_rels/header1.xml.rels": relations}
    data = drawn_package(p(chart_frame("{{ none }}")) + p(chart_frame(TAG)), extra=extra)
    made = files(data, bd=DATA)
    charts = [name for name in made if name.startswith("word/charts/chart")]
    assert len(charts) == 2
    assert {shown(tree(made, name))[0][0] for name in charts} == {"Đúng hạn"}


def test_looks_that_a_chart_keeps_in_parts_of_its_own_are_copied_with_it() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rId1" Type="http://schemas.microsoft.com/office/2011/relationships/chartStyle" '
        'Target="style1.xml"/><Relationship Id="rId2" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes" '
        'Target="../drawings/drawing1.xml"/></Relationships>'
    )
    extra = {
        "word/charts/_rels/chart1.xml.rels": relations,
        "word/charts/style1.xml": "<x/>",
        "word/drawings/drawing1.xml": "<x/>",
    }
    body = p(text("{% for x in lap %}")) + p(chart_frame(TAG)) + p(text("{% endfor %}"))
    made = files(drawn_package(body, charts={"chart1.xml": bars()}, extra=extra), lap=[1, 2], bd=DATA)
    targets = [one.get("Target") for one in tree(made, "word/charts/_rels/chart2.xml.rels")]
    assert targets == [
        "style2.xml",
        "../drawings/drawing1.xml",
        "../embeddings/Microsoft_Excel_Worksheet2.xlsx",
    ]
    assert made["word/charts/style2.xml"] == b"<x/>"


def test_a_chart_inside_of_compatible_content_goes_whole() -> None:
    wrapped = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="c">{chart_frame(TAG)[5:-6]}</mc:Choice></mc:AlternateContent></w:r>'
    )
    made = files(drawn_package(p(text("a"), wrapped)), bd=None)
    assert b"AlternateContent" not in made["word/document.xml"].split(b"<w:body>")[1]


def test_a_chart_of_a_document_without_styles() -> None:
    data = drawn_package(p(chart_frame(TAG)))
    entries = [one for one in read_archive(data) if one.name != "word/styles.xml"]
    made = files(write_archive(entries), bd=DATA)
    assert next(tree(made, "word/charts/chart1.xml").iter(f"{A}latin")).get("typeface") == "+mn-lt"


def test_a_chart_without_tag_and_without_part_stays_as_it_is() -> None:
    body = p(text("{% if co %}")) + p(chart_frame("Cố định", key="rId77")) + p(text("{% endif %}"))
    assert descriptions(files(drawn_package(body), co=True)) == ["Cố định"]
