"""Native charts whose alternative text holds a tag: data, looks, what is read out."""

from __future__ import annotations

import io
from datetime import date

import pytest
from docx import Document

from support.templates.charts import (
    DATA,
    LINKED,
    TAG,
    A,
    C,
    bars,
    cells,
    chart_frame,
    descriptions,
    drawn_package,
    files,
    fill,
    one_group,
    p,
    series,
    shown,
    tree,
)
from truyenthong.word.running.values import PlainValue


def test_a_chart_shows_the_data_and_its_workbook_holds_the_same() -> None:
    made = files(drawn_package(p(chart_frame(TAG))), bd=DATA)
    chart = tree(made, "word/charts/chart1.xml")
    assert shown(chart) == [("Đúng hạn", ["27", None]), ("Muộn", ["1.50", "0.25"])]
    assert cells(made["word/embeddings/So_lieu.xlsx"]) == [
        ["", "Đúng hạn", "Muộn"],
        ["Phòng GD&ĐT", "27", "1.50"],
        ["Trường", "", "0.25"],
    ]
    formulas = [one.text for one in chart.iter(f"{C}f")]
    names, values = "Sheet1!$A$2:$A$3", ("Sheet1!$B$2:$B$3", "Sheet1!$C$2:$C$3")
    assert formulas == ["Sheet1!$B$1", names, values[0], "Sheet1!$C$1", names, values[1]]


def test_the_document_opens_and_is_the_same_each_time() -> None:
    data = drawn_package(p(chart_frame(TAG)))
    once, again = fill(data, bd=DATA).data, fill(data, bd=DATA).data
    assert once == again
    assert once is not None
    assert len(Document(io.BytesIO(once)).inline_shapes) == 1


def test_a_missing_value_is_a_gap_and_not_a_zero() -> None:
    chart = tree(files(drawn_package(p(chart_frame(TAG))), bd=DATA), "word/charts/chart1.xml")
    assert [one.get("val") for one in chart.iter(f"{C}dispBlanksAs")] == ["gap"]


def test_a_line_drawn_over_gaps_is_the_author_s_choice() -> None:
    spanning = bars(tail=LINKED).replace('dispBlanksAs val="zero"', 'dispBlanksAs val="span"')
    made = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": spanning}), bd=DATA)
    assert b'dispBlanksAs val="span"' in made["word/charts/chart1.xml"]


def test_the_alternative_text_becomes_a_sentence() -> None:
    made = files(drawn_package(p(chart_frame(TAG))), bd={**DATA, "tieu_de": "Tiến độ"})
    (told,) = descriptions(made)
    assert told == (
        "Biểu đồ cột: Tiến độ. Đúng hạn: Phòng GD&ĐT 27; Trường không có số liệu. "
        "Muộn: Phòng GD&ĐT 1,5; Trường 0,25."
    )


def test_long_data_are_told_by_their_least_and_greatest() -> None:
    rates: list[PlainValue] = [n / 100 for n in range(40)]
    data: PlainValue = {
        "nhom": list(range(40)),
        "day": [{"ten": "Tỷ lệ", "gia_tri": rates}, {"ten": "Trống", "gia_tri": [None] * 40}],
        "dinh_dang": "0%",
    }
    made = files(drawn_package(p(chart_frame(TAG))), bd=data)
    assert descriptions(made) == [
        "Biểu đồ cột. Tỷ lệ: 40 giá trị, từ 0% (0) đến 39% (39). Trống: không có số liệu."
    ]


def test_a_chart_without_title_is_told_by_the_name_in_the_data() -> None:
    made = files(drawn_package(p(chart_frame(TAG))), bd={**DATA, "ten": "Tiến độ"})
    assert str(descriptions(made)[0]).startswith("Biểu đồ cột: Tiến độ. Đúng hạn:")
    assert b"c:title" not in made["word/charts/chart1.xml"]


def test_a_description_ends_somewhere() -> None:
    rows: list[PlainValue] = [{"ten": f"Dãy {n}", "gia_tri": [n]} for n in range(255)]
    made = files(drawn_package(p(chart_frame(TAG))), bd={"nhom": ["A"], "day": rows})
    (told,) = descriptions(made)
    assert len(str(told)) == 2_000
    assert str(told).endswith("…")


def test_a_description_in_the_data_is_taken_as_it_is() -> None:
    made = files(drawn_package(p(chart_frame(TAG))), bd={**DATA, "mo_ta": "Phần lớn đúng hạn."})
    assert descriptions(made) == ["Phần lớn đúng hạn."]


def test_further_series_take_the_looks_over_again_in_the_next_colours() -> None:
    two = bars(series(0, accent=1), series(1, accent=2), tail=LINKED)
    many: PlainValue = {"nhom": ["A"], "day": [{"ten": str(n), "gia_tri": [n]} for n in range(5)]}
    made = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": two}), bd=many)
    chart = tree(made, "word/charts/chart1.xml")
    assert [one.get("val") for one in chart.iter(f"{A}schemeClr")] == [f"accent{n}" for n in (1, 2, 3, 4, 5)]
    assert [one.get("val") for one in chart.iter(f"{C}order")] == list("01234")
    assert [one.text for one in chart.iter(f"{C}f")][-1] == "Sheet1!$F$2:$F$2"
    assert b"uniqueId" not in made["word/charts/chart1.xml"]
    group = chart.find(f".//{C}barChart")
    assert group is not None
    assert [one.tag.rpartition("}")[2] for one in group] == [
        *("barDir", "grouping", *["ser"] * 5, "gapWidth", "axId", "axId")
    ]


def test_surplus_series_go() -> None:
    three = bars(*(series(n, accent=n + 1, name=f"Cũ {n}") for n in range(3)), tail=LINKED)
    one: PlainValue = {"nhom": ["A"], "day": [{"ten": "Mới", "gia_tri": [7]}]}
    made = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": three}), bd=one)
    assert shown(tree(made, "word/charts/chart1.xml")) == [("Mới", ["7"])]
    assert "Cũ".encode() not in made["word/charts/chart1.xml"]


def test_slices_of_a_pie_take_their_looks_over_again() -> None:
    points = "".join(
        f'<c:dPt><c:idx val="{n}"/><c:spPr><a:solidFill><a:schemeClr val="accent{n + 1}"/></a:solidFill>'
        "</c:spPr></c:dPt>"
        for n in (0, 1)
    )
    pie = one_group("pieChart", series(0, more=points))
    data: PlainValue = {"nhom": list("ABC"), "day": [{"ten": "x", "gia_tri": [1, 2, 3]}]}
    made = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": pie}), bd=data)
    found = tree(made, "word/charts/chart1.xml").findall(f".//{C}dPt")
    looks = [
        (one.find(f"{C}idx").get("val"), one.find(f".//{A}schemeClr").get("val"))  # type: ignore[union-attr] # a fault fails the test
        for one in found
    ]
    assert looks == [("0", "accent1"), ("1", "accent2"), ("2", "accent3")]


def test_the_look_of_a_single_point_is_not_repeated_and_goes_with_its_point() -> None:
    point = '<c:dPt><c:idx val="1"/></c:dPt><c:dLbls><c:dLbl><c:idx val="1"/></c:dLbl></c:dLbls>'
    chart = bars(series(0, more=point), tail=LINKED)
    for count, left in ((3, 1), (1, 0)):
        data: PlainValue = {"nhom": ["A"] * count, "day": [{"ten": "x", "gia_tri": [1] * count}]}
        made = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": chart}), bd=data)
        root = tree(made, "word/charts/chart1.xml")
        assert len(root.findall(f".//{C}dPt")) == left
        assert len(root.findall(f".//{C}dLbl")) == left


def test_the_format_of_the_data_goes_before_the_chart_s_own() -> None:
    own = files(drawn_package(p(chart_frame(TAG))), bd=DATA)
    assert tree(own, "word/charts/chart1.xml").findtext(f".//{C}formatCode") == "0.0"
    given = files(drawn_package(p(chart_frame(TAG))), bd={**DATA, "dinh_dang": "0%"})
    assert tree(given, "word/charts/chart1.xml").findtext(f".//{C}formatCode") == "0%"


def test_the_title_of_the_data_stands_in_the_looks_of_the_template_s() -> None:
    title = (
        '<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr b="1"/><a:t>Tên </a:t></a:r>'
        "<a:r><a:t>cũ</a:t></a:r></a:p><a:p/></c:rich></c:tx></c:title>"
    )
    chart = bars(title=title, tail=LINKED)
    made = files(
        drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": chart}), bd={**DATA, "tieu_de": "Mới"}
    )
    assert [one.text for one in tree(made, "word/charts/chart1.xml").iter(f"{A}t")] == ["Mới"]
    kept = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": chart}), bd=DATA)
    assert descriptions(kept)[0] is not None
    assert str(descriptions(kept)[0]).startswith("Biểu đồ cột: Tên cũ. Đúng hạn:")


def test_days_and_numbers_name_groups_as_they_are_printed() -> None:
    data: PlainValue = {"nhom": [date(2021, 5, 31), 5, None], "day": [{"ten": "x", "gia_tri": [1, 2, 3]}]}
    made = files(drawn_package(p(chart_frame(TAG))), bd=data)
    assert [row[0] for row in cells(made["word/embeddings/So_lieu.xlsx"])[1:]] == ["31/5/2021", "5", ""]


def test_data_is_never_read_as_template_or_formula() -> None:
    data: PlainValue = {"nhom": ["{{ 7*7 }}", "=1+1"], "day": [{"ten": "<c:v>&", "gia_tri": [1, 2]}]}
    made = files(drawn_package(p(chart_frame(TAG))), bd=data)
    assert cells(made["word/embeddings/So_lieu.xlsx"]) == [["", "<c:v>&"], ["{{ 7*7 }}", "1"], ["=1+1", "2"]]
    assert shown(tree(made, "word/charts/chart1.xml"))[0][0] == "<c:v>&"


def test_a_chart_without_any_series_gets_them_at_their_place() -> None:
    for head in ("", '<c:barDir val="bar"/><c:grouping val="stacked"/>'):
        empty = one_group("barChart", head, after='<c:gapWidth val="9"/>')
        made = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": empty}), bd=DATA)
        group = tree(made, "word/charts/chart1.xml").find(f".//{C}barChart")
        assert group is not None
        names = [one.tag.rpartition("}")[2] for one in group]
        assert names == [*(["barDir", "grouping"] if head else []), "ser", "ser", "gapWidth"]


def test_an_axis_of_days_takes_names() -> None:
    chart = bars(tail=LINKED).replace("catAx>", "dateAx>")
    chart = chart.replace('<c:dateAx><c:axId val="1"/>', '<c:dateAx><c:axId val="1"/><c:auto val="0"/>')
    made = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": chart}), bd=DATA)
    assert [one.get("val") for one in tree(made, "word/charts/chart1.xml").iter(f"{C}auto")] == ["1"]


def test_series_that_the_author_filtered_out_go() -> None:
    hidden = (
        '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}"><c15:filteredBarSeries>'
        "<c15:ser><c:val><c:numRef><c:f>Sheet1!$X$1</c:f></c:numRef></c:val></c15:ser>"
        "</c15:filteredBarSeries></c:ext></c:extLst>"
    )
    chart = one_group("barChart", series(0), after=hidden)
    made = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": chart}), bd=DATA)
    assert b"$X$1" not in made["word/charts/chart1.xml"]
    assert b"extLst" not in made["word/charts/chart1.xml"]


def test_errors_with_fixed_figures_and_other_extensions_stay() -> None:
    errors = '<c:errBars><c:val val="1"/></c:errBars>'
    other = '<c:dLbls><c:extLst><c:ext uri="x"><c15:layout/></c:ext></c:extLst></c:dLbls>'
    chart = bars(series(0, more=other + errors), tail=LINKED)
    made = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": chart}), bd=DATA)
    assert b"errBars" in made["word/charts/chart1.xml"]
    assert b"c15:layout" in made["word/charts/chart1.xml"]


@pytest.mark.parametrize("title", ["<c:title/>", "<c:title><c:tx/></c:title>"])
def test_a_title_that_has_no_words_yet_gets_them(title: str) -> None:
    chart = bars(title=title, tail=LINKED)
    made = files(
        drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": chart}), bd={**DATA, "tieu_de": "Mới"}
    )
    assert [one.text for one in tree(made, "word/charts/chart1.xml").iter(f"{A}t")] == ["Mới"]


def test_colours_without_an_accent_and_slices_without_an_index_stay() -> None:
    point = '<c:dPt><c:spPr><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></c:spPr></c:dPt>'
    pie = one_group("pieChart", series(0, more=point * 2))
    data: PlainValue = {"nhom": list("ABC"), "day": [{"ten": "x", "gia_tri": [1, 2, 3]}]}
    made = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": pie}), bd=data)
    chart = tree(made, "word/charts/chart1.xml")
    assert [one.get("val") for one in chart.findall(f".//{C}dPt//{A}schemeClr")] == ["tx1"] * 3
