"""The board's figures for charts: they add up with the measures and follow the rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

from support.years.small_reports import bare_input
from support.years.small_year import ENTRIES, small_input
from truyenthong.text import day_wording
from truyenthong.views.board import all_measures, board_charts, board_view, legend_view
from truyenthong.views.subject import PlainValue, Subject, ViewInput, subject_of
from truyenthong.word.drawings.chart_data import ChartData, chart_data
from truyenthong.word.running.values import Admission


def subject(given: ViewInput | None = None) -> Subject:
    return subject_of(given or small_input(), ENTRIES["tien-do"])


def charts(subject: Subject, *, silent: bool = False) -> dict[str, ChartData]:
    """The charts as the engine reads them."""
    made = Admission().admit(board_charts(subject, silent=silent))
    return {name: chart_data(one) for name, one in made.items() if isinstance(one, dict)}


def test_by_kind_the_three_add_up_to_what_must_be_sent() -> None:
    about = subject()
    by_kind = all_measures(about, silent=False)["theo_loai"]
    assert isinstance(by_kind, list)
    figures = [one for one in by_kind if isinstance(one, dict)]
    chart = charts(about)["theo_loai"]
    assert list(chart.categories) == [one["ten"] for one in figures]
    columns = list(zip(*(one.values for one in chart.series), strict=True))
    assert [sum(value or 0 for value in column) for column in columns] == [one["phai_nop"] for one in figures]
    assert [column[0] for column in columns] == [one["dung_han"] for one in figures]
    assert [column[2] for column in columns] == [one["chua_nhan"] for one in figures]


def test_by_month_the_three_add_up_to_what_was_due_until_the_day() -> None:
    about = subject()
    chart = charts(about)["theo_thang"]
    due = [row for row in about.rows if row.expected and row.due and row.due.day <= about.given.as_of]
    months = [day_wording(row.due.day)[3:] for row in due if row.due]
    assert (chart.categories[0], chart.categories[-1]) == ("11/2020", "5/2021")
    counted = [
        sum(value or 0 for value in column)
        for column in zip(*(one.values for one in chart.series), strict=True)
    ]
    assert counted == [months.count(name) for name in chart.categories]
    assert sum(value or 0 for value in chart.series[0].values) == sum(row.in_time for row in due)
    rates = charts(about)["dung_han_theo_thang"]  # for templates that offices have made
    assert rates.categories == chart.categories
    shares = [
        in_time / all_due if all_due else None
        for in_time, all_due in zip(chart.series[0].values, counted, strict=True)
    ]
    assert list(rates.series[0].values) == shares


def test_a_month_between_two_others_without_anything_due_is_a_gap() -> None:
    given = small_input()
    rows = [
        row
        for row in given.progress.rows
        if row.expected and row.due is not None and row.due.day.month in {11, 5}
    ]
    about = replace(subject(), rows=tuple(rows))
    chart = charts(about)["theo_thang"]
    assert chart.categories == ("11/2020", "12/2020", "01/2021", "02/2021", "3/2021", "4/2021", "5/2021")
    columns = [
        sum(value or 0 for value in column)
        for column in zip(*(one.values for one in chart.series), strict=True)
    ]
    assert columns[1:-1] == [0] * 5
    assert columns[0]
    assert columns[-1]


def test_without_anything_received_nothing_is_drawn_by_month() -> None:
    assert charts(subject(small_input(empty=True)), silent=True)["theo_thang"].is_empty


def test_before_anything_is_due_and_without_duties_there_is_nothing_to_draw() -> None:
    early = small_input(empty=True, as_of=date(2020, 9, 1))
    assert charts(subject(early))["theo_thang"].is_empty
    assert all(one.is_empty for one in charts(subject(bare_input())).values())


def test_a_table_of_what_may_be_sent_has_lines_only_for_those_who_sent_and_names_the_others() -> None:
    groups = [one for one in board_view(subject()) if isinstance(one, dict)]
    tables = [one for group in groups for one in cast("list[dict[str, PlainValue]]", group["bang"])]
    (opinion,) = (
        one for one in tables if one["ten"] == "Báo cáo tình hình dư luận (mục III.4)" and one["don_vi"]
    )
    lines = cast("list[dict[str, PlainValue]]", opinion["don_vi"])
    assert [one["ten_tat"] for one in lines] == ["Phòng GD&ĐT A", "Phòng GD&ĐT B"]
    assert (opinion["so_don_vi_khong_gui"], opinion["don_vi_khong_gui"]) == (
        2,
        "Phòng GD&ĐT C, Phòng GD&ĐT D",
    )


def test_the_legend_explains_the_marks_that_occur() -> None:
    marks = [one["ky_hieu"] for one in legend_view(subject()) if isinstance(one, dict)]
    assert marks == ["Đ", "N", "K", "M", "Q", "C", "–"]
