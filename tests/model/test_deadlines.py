"""Deadlines: every wording, both policies, and a property against the brute-force calendar."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.years.brute_calendar import BruteCalendar
from truyenthong.model.calendar import Calendar, DayOff, MakeUpDay
from truyenthong.model.deadlines import (
    BeforeDay,
    ByPeriod,
    DayOffPolicy,
    DayOfMonth,
    DayOfNextMonth,
    DaysAfter,
    Deadline,
    NoLaterThan,
    PeriodEdge,
    Policies,
    extended,
    last_good_moment,
)
from truyenthong.model.periods import (
    Period,
    SchoolYear,
    Semester,
    YearMonth,
    month_period,
    quarter_period,
    semester_period,
    year_period,
)
from truyenthong.text import VIETNAM_TIME

KEEP = Policies()
MOVE = Policies(days_off=DayOffPolicy.NEXT_WORKING_DAY)
YEAR = year_period(SchoolYear(first_year=2020))
PLAIN = Calendar()


def due_day(deadline: Deadline, period: Period | None = YEAR, policies: Policies = KEEP) -> date:
    due = last_good_moment(deadline, period, policies, PLAIN)
    assert due is not None
    return due.day


def test_before_a_day_excludes_it_to_the_second() -> None:
    due = last_good_moment(BeforeDay(day=date(2021, 5, 31)), YEAR, KEEP, PLAIN)
    assert due is not None
    assert due.at == datetime(2021, 5, 30, 23, 59, 59, tzinfo=VIETNAM_TIME)
    assert due.named_day == date(2021, 5, 31)
    assert due.doubtful_day == date(2021, 5, 31), "the eve is a Sunday"
    assert any("thứ Sáu 28/5/2021" in step for step in due.steps), "the last working day is named"


def test_before_a_day_whose_eve_is_worked_leaves_no_doubt() -> None:
    due = last_good_moment(BeforeDay(day=date(2021, 5, 28)), YEAR, KEEP, PLAIN)
    assert due is not None
    assert (due.day, due.doubtful_day) == (date(2021, 5, 27), None)


def test_moving_policy_takes_the_next_working_day() -> None:
    assert due_day(BeforeDay(day=date(2021, 5, 31)), policies=MOVE) == date(2021, 5, 31)
    assert due_day(NoLaterThan(day=date(2021, 5, 30)), policies=MOVE) == date(2021, 5, 31)


def test_no_later_than_includes_the_day_and_the_cut_off_hour_counts() -> None:
    policies = Policies(cut_off=time(17, 0))
    due = last_good_moment(NoLaterThan(day=date(2021, 5, 28)), YEAR, policies, PLAIN)
    assert due is not None
    assert due.at == datetime(2021, 5, 28, 17, 0, tzinfo=VIETNAM_TIME)


@pytest.mark.parametrize(
    ("month", "day"),
    [(date(2020, 11, 1), date(2020, 11, 25)), (date(2021, 2, 1), date(2021, 2, 25))],
)
def test_day_of_month_is_that_of_the_periods_own_month(month: date, day: date) -> None:
    period = month_period(YearMonth.of(month), from_day=26)
    assert due_day(DayOfMonth(day=25), period) == day


@pytest.mark.parametrize(("number", "day"), [(29, 28), (30, 28), (31, 28), (28, 28)])
def test_a_day_that_the_month_lacks_is_its_last_one(number: int, day: int) -> None:
    assert due_day(DayOfMonth(day=number), month_period(YearMonth(year=2021, month=2))) == date(2021, 2, day)


def test_day_of_month_says_nothing_outside_its_months_or_for_other_periods() -> None:
    limited = DayOfMonth(day=25, first=YearMonth(year=2020, month=11), last=YearMonth(year=2021, month=8))
    assert last_good_moment(limited, month_period(YearMonth(year=2020, month=10)), KEEP, PLAIN) is None
    assert last_good_moment(limited, month_period(YearMonth(year=2021, month=9)), KEEP, PLAIN) is None
    assert last_good_moment(limited, YEAR, KEEP, PLAIN) is None
    assert last_good_moment(limited, None, KEEP, PLAIN) is None


def test_day_of_next_month_follows_months_and_quarters() -> None:
    assert due_day(DayOfNextMonth(day=5), quarter_period(2020, 4)) == date(2021, 1, 5)
    assert due_day(DayOfNextMonth(day=31), month_period(YearMonth(year=2021, month=1))) == date(2021, 2, 28)
    assert last_good_moment(DayOfNextMonth(day=5), None, KEEP, PLAIN) is None


def test_days_after_an_event_do_not_count_its_own_day() -> None:
    event = date(2021, 5, 27)  # thứ Năm
    assert due_day(DaysAfter(count=3, working=False, event=event)) == date(2021, 5, 30)
    assert due_day(DaysAfter(count=3, working=True, event=event)) == date(2021, 6, 1)


def test_days_after_the_edges_of_a_semester() -> None:
    first = Semester(code="hk1", name="Học kỳ I", first=date(2020, 9, 7), last=date(2021, 1, 15))
    period = semester_period(first, SchoolYear(first_year=2020))
    assert due_day(DaysAfter(count=10, working=True, event=PeriodEdge.END), period) == date(2021, 1, 29)
    assert due_day(DaysAfter(count=1, working=False, event=PeriodEdge.START), period) == date(2020, 9, 8)
    nothing = last_good_moment(DaysAfter(count=1, working=False, event=PeriodEdge.END), None, KEEP, PLAIN)
    assert nothing is None


def test_a_wording_for_each_period() -> None:
    wording = ByPeriod(
        wordings=(("2020-2021", BeforeDay(day=date(2021, 6, 1))), ("hk2", NoLaterThan(day=date(2021, 6, 9))))
    )
    due = last_good_moment(wording, YEAR, KEEP, PLAIN)
    assert due is not None
    assert (due.day, due.doubtful_day) == (date(2021, 5, 31), None)
    assert last_good_moment(wording, quarter_period(2021, 1), KEEP, PLAIN) is None
    assert last_good_moment(wording, None, KEEP, PLAIN) is None


def test_make_up_saturday_is_a_working_day() -> None:
    calendar = Calendar(
        days_off=(DayOff(first=date(2026, 1, 1), last=date(2026, 1, 2), name="Tết Dương lịch"),),
        make_up=(MakeUpDay(day=date(2026, 1, 10)),),
    )
    due = last_good_moment(NoLaterThan(day=date(2026, 1, 10)), None, MOVE, calendar)
    moved = last_good_moment(NoLaterThan(day=date(2026, 1, 1)), None, MOVE, calendar)
    assert due is not None
    assert moved is not None
    assert (due.day, moved.day) == (date(2026, 1, 10), date(2026, 1, 5))


def test_an_unknown_year_is_said_in_the_reckoning() -> None:
    due = last_good_moment(NoLaterThan(day=date(2031, 5, 5)), None, KEEP, PLAIN)
    assert due is not None
    assert any("Lịch nghỉ chưa có năm 2031" in step for step in due.steps)


def test_an_extension_includes_its_day() -> None:
    assert extended(date(2021, 6, 5), KEEP, PLAIN).day == date(2021, 6, 5)
    assert extended(date(2021, 6, 5), MOVE, PLAIN).day == date(2021, 6, 7)


days = st.dates(min_value=date(2019, 1, 1), max_value=date(2030, 12, 31))
stretches = st.lists(st.tuples(days, st.integers(0, 9)), max_size=6)


@given(day=days, off=stretches, made_up=st.lists(days, max_size=4), before=st.booleans(), move=st.booleans())
def test_fixed_days_agree_with_the_brute_force_calendar(
    *, day: date, off: list[tuple[date, int]], made_up: list[date], before: bool, move: bool
) -> None:
    spans = [(first, first + timedelta(days=length)) for first, length in off]
    calendar = Calendar(
        days_off=tuple(DayOff(first=a, last=b, name="nghỉ") for a, b in spans),
        make_up=tuple(MakeUpDay(day=one) for one in made_up),
    )
    brute = BruteCalendar(spans, made_up)
    expected = day - timedelta(days=1) if before else day
    while move and not brute.works(expected):
        expected += timedelta(days=1)
    wording: Deadline = BeforeDay(day=day) if before else NoLaterThan(day=day)
    due = last_good_moment(wording, None, MOVE if move else KEEP, calendar)
    assert due is not None
    assert due.day == expected


@given(event=days, count=st.integers(1, 60), off=stretches)
def test_working_days_agree_with_the_brute_force_calendar(
    event: date, count: int, off: list[tuple[date, int]]
) -> None:
    spans = [(first, first + timedelta(days=length)) for first, length in off]
    calendar = Calendar(days_off=tuple(DayOff(first=a, last=b, name="nghỉ") for a, b in spans))
    brute = BruteCalendar(spans, ())
    day, left = event, count
    while left:
        day += timedelta(days=1)
        left -= brute.works(day)
    due = last_good_moment(DaysAfter(count=count, working=True, event=event), None, KEEP, calendar)
    assert due is not None
    assert due.day == day
