"""What is told of charts and their data, with the place."""

from __future__ import annotations

import pytest

from support.templates.charts import (
    DATA,
    LINKED,
    PROPERTIES,
    TAG,
    bars,
    chart_frame,
    descriptions,
    drawn_package,
    faults,
    files,
    one_group,
    p,
    series,
    shown,
    text,
    tree,
)
from truyenthong.word.check import check_template
from truyenthong.word.fields import FieldKind, TemplateField
from truyenthong.word.render import render
from truyenthong.word.running.limits import Budget
from truyenthong.word.running.values import PlainValue
from truyenthong.word.template import load_template


def test_a_workbook_outside_of_the_file_is_refused() -> None:
    outside = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject" '
        'Target="file:///c:/so.xlsx" TargetMode="External"/></Relationships>'
    )
    data = drawn_package(p(chart_frame(TAG)), extra={"word/charts/_rels/chart1.xml.rels": outside})
    (fault,) = faults(data, bd=DATA)
    assert fault[0] == "TT422"
    assert "so.xlsx" in fault[1]


def test_a_missing_name_is_told_at_the_chart_before_there_is_data() -> None:
    fields = {
        "bieu_do": TemplateField(kind=FieldKind.MAPPING, sentence="", children={"theo_loai": _chart_field()})
    }
    template = load_template(
        drawn_package(p(text("a")) + p(chart_frame("{{ bieu_do.theo_lai }}", name="Tiến độ"))), name="a"
    )
    (one,) = check_template(template, fields)
    assert (one.code, one.spot) == ("TT410", "phần thân, đoạn 2, biểu đồ «Tiến độ»")
    assert one.hint == "có phải «theo_loai»?"
    assert one.tag == "{{ bieu_do.theo_lai }}"


def test_loops_over_the_data_of_a_chart_know_its_names() -> None:
    fields = {"bd": _chart_field()}
    body = p(text("{% for d in bd.day %}{{ d.ten }}{{ d.sai }}{% endfor %}{{ bd.nhomm }}"))
    template = load_template(drawn_package(body), name="a")
    assert [one.message for one in check_template(template, fields)] == [
        "không có tên «sai» trong nhóm «d»",
        "không có tên «nhomm» trong biểu đồ «bd»",
    ]


def _chart_field() -> TemplateField:
    rows = TemplateField(
        kind=FieldKind.LIST, sentence="", children={"ten": TemplateField(kind=FieldKind.TEXT, sentence="")}
    )
    return TemplateField(
        kind=FieldKind.CHART,
        sentence="",
        children={"nhom": TemplateField(kind=FieldKind.LIST, sentence=""), "day": rows},
    )


def test_a_syntax_fault_is_told_at_the_chart() -> None:
    (one,) = load_template(drawn_package(p(chart_frame("{{ bd. }}"))), name="a").problems
    assert (one.code, one.spot) == ("TT403", "phần thân, đoạn 1, biểu đồ «Biểu đồ 1»")


@pytest.mark.parametrize(
    ("value", "code", "message"),
    [
        ({"nhom": ["A"]}, "TT419", "thiếu danh sách «day»"),
        ({"day": []}, "TT419", "thiếu danh sách «nhom»"),
        ({"nhom": ["A"], "day": [1]}, "TT419", "day[0] chưa đúng dạng"),
        ({"nhom": ["A"], "day": [{"ten": "x", "gia_tri": []}]}, "TT419", "day[0].gia_tri có 0 giá trị"),
        ({"nhom": ["A"], "day": [{"ten": "x", "gia_tri": ["1"]}]}, "TT419", "day[0].gia_tri[0] là chữ"),
        ({"nhom": ["A"], "day": [{"ten": "x", "gia_tri": [True]}]}, "TT419", "gia_tri[0] là có/không"),
        ({"nhom": ["A"], "day": [{"ten": [], "gia_tri": [1]}]}, "TT419", "day[0].ten là danh sách"),
        ({"nhom": [["A", "B"]], "day": []}, "TT419", "nhiều tầng"),
        ({**DATA, "dinh_dang": 7 * [1]}, "TT419", "«dinh_dang»"),
        ({**DATA, "tieu_de": "x" * 501}, "TT419", "«tieu_de»"),
        ({"nhom": ["A"], "day": [{"ten": "x", "gia_tri": [1]}] * 256}, "TT412", "256 dãy"),
        ({"nhom": ["A"] * 20_001, "day": [{"ten": "x", "gia_tri": []}]}, "TT412", "20001 nhóm"),
        ([1], "TT411", "danh sách không in thẳng ra được"),
        ({"anh": b"x"}, "TT419", "thiếu danh sách «nhom»"),
    ],
)
def test_data_of_another_shape_is_told_with_its_place(value: PlainValue, code: str, message: str) -> None:
    (fault,) = faults(drawn_package(p(chart_frame(TAG))), bd=value)
    assert fault[0] == code
    assert message in fault[1]


def test_a_picture_is_no_data_of_a_chart() -> None:
    (fault,) = faults(drawn_package(p(chart_frame("{{ bd.anh }}"))), bd={"anh": b"x"})
    assert fault == ("TT419", "biểu đồ cần số liệu biểu đồ, nhưng giá trị của thẻ là hình")


def test_a_pie_shows_one_series_only() -> None:
    pie = one_group("pieChart")
    (fault,) = faults(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": pie}), bd=DATA)
    assert fault == ("TT419", "biểu đồ tròn chỉ vẽ được một dãy nhưng số liệu có 2 dãy")


@pytest.mark.parametrize("kind", ["scatterChart", "bubbleChart", "stockChart", "surfaceChart"])
def test_kinds_that_cannot_be_filled_are_told_before_there_is_data(kind: str) -> None:
    data = drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": one_group(kind)})
    (one,) = load_template(data, name="a").problems
    assert (one.code, one.spot) == ("TT418", "phần thân, đoạn 1, biểu đồ «Biểu đồ 1»")
    assert kind in one.message


@pytest.mark.parametrize("kind", ["lineChart", "areaChart", "doughnutChart", "radarChart", "bar3DChart"])
def test_other_kinds_are_filled(kind: str) -> None:
    made = files(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": one_group(kind)}), bd=DATA)
    assert [name for name, _ in shown(tree(made, "word/charts/chart1.xml"))] == ["Đúng hạn", "Muộn"]


def test_a_chart_without_its_part_is_told() -> None:
    (one,) = load_template(drawn_package(p(chart_frame(TAG, key="rId77"))), name="a").problems
    assert (one.code, one.message) == ("TT418", "biểu đồ không có phần nội dung trong tệp")


def test_a_chart_part_that_is_no_xml_is_told() -> None:
    (one,) = load_template(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": "<c"}), name="a").problems
    assert one.code == "TT418"


def test_a_tag_typed_into_the_chart_itself_is_told() -> None:
    chart = bars(series(0, name="{{ ten }}"), tail=LINKED)
    (one,) = load_template(drawn_package(p(text("a")), charts={"chart1.xml": chart}), name="a").problems
    assert (one.code, one.spot, one.tag) == ("TT416", "biểu đồ chart1", "{{ ten }}")


def test_words_beside_the_tag_are_told() -> None:
    for words in ("Biểu đồ {{ bd }}", "{{ bd }}{{ bd }}"):
        (fault,) = faults(drawn_package(p(chart_frame(words))), bd=DATA)
        assert fault[0] == "TT417"


def test_a_text_value_is_an_alternative_text_like_any_other() -> None:
    made = files(
        drawn_package(p(chart_frame("Tiến độ {{ thang }}/{{ nam }} của «{{ ten }}»"))),
        thang=5,
        nam=2021,
        ten='A & "B" <c>',
    )
    assert descriptions(made) == ['Tiến độ 5/2021 của «A & "B" <c>»']
    assert "word/charts/chart1.xml" in made


@pytest.mark.parametrize("words", ["{% if bd %}", "{% for x in bd %}"])
def test_a_block_tag_in_an_alternative_text_is_told(words: str) -> None:
    problems = load_template(drawn_package(p(chart_frame(words))), name="a").problems
    assert "TT417" in {one.code for one in problems}


def test_more_charts_than_the_budget_reaches_stop_the_render() -> None:
    body = p(text("{% for x in range(100) %}")) + p(chart_frame(TAG)) + p(text("{% endfor %}"))
    template = load_template(drawn_package(body), name="a")
    done = render(template, {"bd": DATA}, properties=PROPERTIES, budget=Budget(steps=20_000))
    assert done.data is None
    assert [one.code for one in done.problems] == ["TT412"]


def test_a_chart_without_plot_cannot_be_filled() -> None:
    bare = one_group("barChart").replace("plotArea", "legend")
    (one,) = load_template(drawn_package(p(chart_frame(TAG)), charts={"chart1.xml": bare}), name="a").problems
    assert (one.code, one.message) == ("TT418", "trong biểu đồ không có vùng vẽ")


def test_styles_that_are_no_xml_are_told() -> None:
    (fault,) = faults(drawn_package(p(chart_frame(TAG)), extra={"word/styles.xml": "<w"}), bd=DATA)
    assert fault[0] == "TT418"
    assert "word/styles.xml" in fault[1]
