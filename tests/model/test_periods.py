"""Periods of a school year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truyenthong.model.periods import (
    DayRange,
    PeriodKind,
    SchoolYear,
    Semester,
    YearMonth,
    month_period,
    periods_of,
    quarter_period,
    semester_period,
    year_period,
)

YEAR = SchoolYear(first_year=2020)
SEMESTERS = (
    Semester(code="hk1", name="Học kỳ I", first=date(2020, 9, 1), last=date(2021, 1, 15)),
    Semester(code="hk2", name="Học kỳ II", first=date(2021, 1, 16), last=date(2021, 5, 31)),
)
MONTHS = st.builds(YearMonth, year=st.integers(1901, 2198), month=st.integers(1, 12))


def test_a_range_holds_its_start_and_not_its_end() -> None:
    days = DayRange(start=date(2020, 9, 1), end=date(2021, 9, 1))
    assert date(2020, 9, 1) in days
    assert date(2021, 8, 31) in days
    assert date(2020, 8, 31) not in days
    assert date(2021, 9, 1) not in days
    assert days.last == date(2021, 8, 31)


@pytest.mark.parametrize(
    ("first", "last", "shares"),
    [
        (None, None, True),
        (None, date(2020, 9, 1), True),
        (None, date(2020, 8, 31), False),
        (date(2021, 8, 31), None, True),
        (date(2021, 9, 1), None, False),
        (date(2020, 1, 1), date(2022, 1, 1), True),
    ],
)
def test_ranges_and_intervals_share_days(first: date | None, last: date | None, shares: bool) -> None:
    assert YEAR.days.overlaps(first, last) is shares


def test_a_school_year() -> None:
    assert YEAR.code == "2020-2021"
    assert (YEAR.days.start, YEAR.days.last) == (date(2020, 9, 1), date(2021, 8, 31))
    assert [month.code for month in YEAR.months][:5] == [
        "2020-09",
        "2020-10",
        "2020-11",
        "2020-12",
        "2021-01",
    ]
    assert len(YEAR.months) == 12


@given(MONTHS, st.integers(-1200, 1200))
def test_months_are_counted_both_ways(month: YearMonth, steps: int) -> None:
    assert month.plus(steps).plus(-steps) == month
    assert (month.plus(steps) > month) == (steps > 0)


@given(MONTHS, st.integers(1, 31))
def test_a_day_that_a_month_lacks_is_its_last(month: YearMonth, number: int) -> None:
    day = month.day(number)
    assert YearMonth.of(day) == month
    assert day.day == number or (day == month.last and number > day.day)
    assert month.first.day == 1
    assert month.last + timedelta(days=1) == month.plus(1).first


@given(MONTHS, st.integers(1, 28))
def test_months_of_content_follow_each_other(month: YearMonth, from_day: int) -> None:
    this, following = month_period(month, from_day=from_day), month_period(month.plus(1), from_day=from_day)
    assert this.days.end == following.days.start
    assert this.code == month.code


def test_content_from_the_26th() -> None:
    november = month_period(YearMonth(year=2020, month=11), from_day=26)
    assert (november.days.start, november.days.last) == (date(2020, 10, 26), date(2020, 11, 25))
    assert (november.code, november.label) == ("2020-11", "tháng 11/2020")


def test_quarters_semesters_and_years_say_their_names() -> None:
    quarter = quarter_period(2020, 4)
    assert (quarter.code, quarter.label, quarter.days.last) == ("2020-q4", "quý IV/2020", date(2020, 12, 31))
    semester = semester_period(SEMESTERS[0], YEAR)
    assert (semester.code, semester.label) == ("hk1", "Học kỳ I năm học 2020-2021")
    assert (semester.days.start, semester.days.last) == (date(2020, 9, 1), date(2021, 1, 15))
    assert year_period(YEAR).label == "năm học 2020-2021"


def test_papers_write_periods_out_with_a_zero_before_months_one_and_two() -> None:
    months = [month_period(YearMonth(year=2021, month=one)).written for one in (1, 2, 3, 12)]
    assert months == [
        "tháng 01 năm 2021",
        "tháng 02 năm 2021",
        "tháng 3 năm 2021",
        "tháng 12 năm 2021",
    ]
    assert quarter_period(2020, 4).written == "quý IV năm 2020"
    assert year_period(YEAR).written == "năm học 2020-2021"


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        (PeriodKind.SCHOOL_YEAR, ["2020-2021"]),
        (PeriodKind.SEMESTER, ["hk1", "hk2"]),
        (PeriodKind.QUARTER, ["2020-q4", "2021-q1", "2021-q2"]),
        (PeriodKind.MONTH, [month.code for month in YEAR.months]),
    ],
)
def test_the_periods_of_a_year(kind: PeriodKind, codes: list[str]) -> None:
    periods = periods_of(kind, YEAR, semesters=SEMESTERS)
    assert [one.code for one in periods] == codes
    assert all(one.kind is kind for one in periods)
    assert all(one.days.start in YEAR.days and one.days.last in YEAR.days for one in periods)
    assert list(periods) == sorted(periods, key=lambda one: one.days)


def test_a_year_without_semesters_has_none() -> None:
    assert periods_of(PeriodKind.SEMESTER, YEAR) == ()


def test_what_has_come_of_a_range_by_a_day() -> None:
    year = DayRange(start=date(2020, 9, 1), end=date(2021, 9, 1))
    assert year.known_on(date.max) == year
    assert year.known_on(date(2021, 6, 1)) == DayRange(start=date(2020, 9, 1), end=date(2021, 6, 2))
    assert year.known_on(date(2020, 8, 31)) == DayRange(start=date(2020, 8, 31), end=date(2020, 9, 1))
