"""The board's figures for charts: they add up with the measures and follow the rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from support.years.small_reports import bare_input
from support.years.small_year import ENTRIES, small_input
from truyenthong.views.board import all_measures, board_charts
from truyenthong.views.subject import Subject, ViewInput, subject_of
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


def test_by_month_the_rate_is_of_what_was_due_until_the_day() -> None:
    about = subject()
    chart = charts(about)["dung_han_theo_thang"]
    days = sorted(
        row.due.day for row in about.rows if row.expected and row.due and row.due.day <= about.given.as_of
    )
    assert chart.categories[0] == f"{days[0].month}/{days[0].year}"
    assert chart.categories[-1] == f"{days[-1].month}/{days[-1].year}"
    assert chart.number_format == "0%"
    (rates,) = chart.series
    for name, rate in zip(chart.categories, rates.values, strict=True):
        rows = [
            row
            for row in about.rows
            if row.expected
            and row.due is not None
            and row.due.day <= about.given.as_of
            and f"{row.due.day.month}/{row.due.day.year}" == name
        ]
        assert rate == (sum(row.in_time for row in rows) / len(rows) if rows else None)


def test_a_month_between_two_others_without_anything_due_is_a_gap() -> None:
    given = small_input()
    rows = [
        row
        for row in given.progress.rows
        if row.expected and row.due is not None and row.due.day.month in {11, 5}
    ]
    about = replace(subject(), rows=tuple(rows))
    chart = charts(about)["dung_han_theo_thang"]
    assert chart.categories == ("11/2020", "12/2020", "1/2021", "2/2021", "3/2021", "4/2021", "5/2021")
    assert chart.series[0].values[1:-1] == (None,) * 5
    assert None not in {chart.series[0].values[0], chart.series[0].values[-1]}


def test_without_anything_received_there_is_no_rate() -> None:
    chart = charts(subject(small_input(empty=True)), silent=True)["dung_han_theo_thang"]
    assert set(chart.series[0].values) == {None}


def test_before_anything_is_due_and_without_duties_there_is_nothing_to_draw() -> None:
    early = small_input(empty=True, as_of=date(2020, 9, 1))
    assert charts(subject(early))["dung_han_theo_thang"].is_empty
    assert all(one.is_empty for one in charts(subject(bare_input())).values())
