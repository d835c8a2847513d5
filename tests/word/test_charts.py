"""Native charts whose alternative text holds a tag: data, looks, workbook, copies, faults."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from docx import Document

from support.charts import (
    LINKED,
    NAMESPACES,
    A,
    C,
    bars,
    cells,
    chart_frame,
    drawn_package,
    files_of,
    one_group,
    series,
    shown,
    tree,
)
from truyenthong.word.check import check_template
from truyenthong.word.docprops import DocProperties
from truyenthong.word.fields import Field, FieldKind
from truyenthong.word.limits import Budget
from truyenthong.word.render import Rendered, render
from truyenthong.word.template import load_template
from truyenthong.word.values import PlainValue

PROPERTIES = DocProperties(created=datetime(2021, 6, 1, tzinfo=UTC))
DATA: dict[str, PlainValue] = {
    "nhom": ["Phòng GD&ĐT", "Trường"],
    "day": [
        {"ten": "Đúng hạn", "gia_tri": [27, None]},
        {"ten": "Muộn", "gia_tri": [Decimal("1.50"), 0.25]},
    ],
}
TAG = "{{ bd }}"


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def text(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def fill(data: bytes, /, **context: PlainValue) -> Rendered:
    return render(load_template(data, name="thu.docx"), context, properties=PROPERTIES)


def files(data: bytes, /, **context: PlainValue) -> dict[str, bytes]:
    done = fill(data, **context)
    assert done.problems == ()
    return files_of(done.data)


def faults(data: bytes, /, **context: PlainValue) -> list[tuple[str, str]]:
    done = fill(data, **context)
    assert done.data is None
    return [(one.code, one.message) for one in done.problems]


def descriptions(made: dict[str, bytes]) -> list[str | None]:
    return [one.get("descr") for one in tree(made, "word/document.xml").iter("{*}docPr")]


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


def test_a_workbook_outside_of_the_file_is_refused() -> None:
    outside = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject" '
        'Target="file:///c:/so.xlsx" TargetMode="External"/></Relationships>'
    )
    data = drawn_package(p(chart_frame(TAG)), extra={"word/charts/_rels/chart1.xml.rels": outside})
    (fault,) = faults(data, bd=DATA)
    assert fault[0] == "TT401"
    assert "so.xlsx" in fault[1]


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


def test_a_missing_name_is_told_at_the_chart_before_there_is_data() -> None:
    fields = {"bieu_do": Field(kind=FieldKind.MAPPING, sentence="", children={"theo_loai": _chart_field()})}
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


def _chart_field() -> Field:
    rows = Field(kind=FieldKind.LIST, sentence="", children={"ten": Field(kind=FieldKind.TEXT, sentence="")})
    return Field(
        kind=FieldKind.CHART,
        sentence="",
        children={"nhom": Field(kind=FieldKind.LIST, sentence=""), "day": rows},
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


def test_days_and_numbers_name_groups_as_they_are_printed() -> None:
    data: PlainValue = {"nhom": [date(2021, 5, 31), 5, None], "day": [{"ten": "x", "gia_tri": [1, 2, 3]}]}
    made = files(drawn_package(p(chart_frame(TAG))), bd=data)
    assert [row[0] for row in cells(made["word/embeddings/So_lieu.xlsx"])[1:]] == ["31/5/2021", "5", ""]


def test_data_is_never_read_as_template_or_formula() -> None:
    data: PlainValue = {"nhom": ["{{ 7*7 }}", "=1+1"], "day": [{"ten": "<c:v>&", "gia_tri": [1, 2]}]}
    made = files(drawn_package(p(chart_frame(TAG))), bd=data)
    assert cells(made["word/embeddings/So_lieu.xlsx"]) == [["", "<c:v>&"], ["{{ 7*7 }}", "1"], ["=1+1", "2"]]
    assert shown(tree(made, "word/charts/chart1.xml"))[0][0] == "<c:v>&"


def test_more_charts_than_the_budget_reaches_stop_the_render() -> None:
    body = p(text("{% for x in range(100) %}")) + p(chart_frame(TAG)) + p(text("{% endfor %}"))
    template = load_template(drawn_package(body), name="a")
    done = render(template, {"bd": DATA}, properties=PROPERTIES, budget=Budget(steps=20_000))
    assert done.data is None
    assert [one.code for one in done.problems] == ["TT412"]


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
