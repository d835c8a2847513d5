"""On every day at most one mark is open, and it is the one that a calendar counted by hand gives."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.years.brute_marks import open_on
from truyenthong.model.calendar import Calendar, DayOff, MakeUpDay
from truyenthong.model.outreach import ReminderMark
from truyenthong.progress.marks import MarkWindow, windows_after, windows_before

MARKS = (
    ReminderMark(code="truoc-7", offset=-7),
    ReminderMark(code="truoc-1", offset=-1),
    ReminderMark(code="sau-1", offset=1, open_days=5),
    ReminderMark(code="sau-5", offset=5),
)
SUNDAY = date(2021, 5, 30)
DAY = timedelta(days=1)


def told(windows: Sequence[MarkWindow]) -> list[tuple[str, str, str]]:
    return [(one.mark.code, f"{one.opens:%d/%m}", f"{one.closes:%d/%m}") for one in windows]


def test_marks_before_a_sunday() -> None:
    windows = windows_before(MARKS, SUNDAY, Calendar(), working_days=True)
    # Sunday 23/5 moves to Monday 24/5; Saturday 29/5 would move to Monday 31/5, past the due day.
    assert told(windows) == [("truoc-7", "24/05", "27/05"), ("truoc-1", "28/05", "30/05")]


def test_marks_after_a_sunday() -> None:
    windows = windows_after(MARKS, SUNDAY, Calendar(), working_days=True)
    assert told(windows) == [("sau-1", "31/05", "03/06"), ("sau-5", "04/06", "17/06")]


def test_on_any_day_where_the_office_says_so() -> None:
    before = windows_before(MARKS, SUNDAY, Calendar(), working_days=False)
    assert told(before) == [("truoc-7", "23/05", "28/05"), ("truoc-1", "29/05", "30/05")]


def test_a_mark_after_the_due_day_closes_by_itself() -> None:
    alone = (ReminderMark(code="sau-1", offset=1, open_days=3),)
    windows = windows_after(alone, date(2021, 5, 24), Calendar(), working_days=True)
    assert told(windows) == [("sau-1", "25/05", "27/05")]


def test_marks_that_a_long_holiday_throws_together_leave_the_last_one() -> None:
    tet = Calendar(days_off=[DayOff(first=date(2021, 2, 5), last=date(2021, 2, 20), name="Tết")])
    marks = (ReminderMark(code="truoc-3", offset=-3), ReminderMark(code="truoc-1", offset=-1))
    windows = windows_before(marks, date(2021, 2, 12), tet, working_days=True)
    assert told(windows) == [("truoc-3", "04/02", "03/02"), ("truoc-1", "04/02", "12/02")]
    assert [one.mark.code for one in windows if date(2021, 2, 4) in one] == ["truoc-1"]


days = st.dates(date(2020, 9, 1), date(2021, 8, 31))
calendars = st.builds(
    lambda spans, made_up: Calendar(
        days_off=[DayOff(first=first, last=first + length * DAY, name="x") for first, length in spans],
        make_up=[MakeUpDay(day=one) for one in made_up],
    ),
    st.lists(st.tuples(days, st.integers(0, 20)), max_size=4),
    st.lists(days, max_size=4),
)
mark_lists = st.lists(
    st.tuples(st.integers(-40, 40), st.integers(1, 20)), min_size=1, max_size=6, unique_by=lambda one: one[0]
).map(lambda drawn: tuple(ReminderMark(code=f"m{at}", offset=at, open_days=length) for at, length in drawn))


@settings(max_examples=300, deadline=None)
@given(marks=mark_lists, due=days, calendar=calendars, working=st.booleans())
def test_the_open_mark_is_the_one_counted_by_hand(
    marks: tuple[ReminderMark, ...], due: date, calendar: Calendar, working: bool
) -> None:
    before = windows_before(marks, due, calendar, working_days=working)
    after = windows_after(marks, due, calendar, working_days=working)
    for n in range(-60, 90):
        day = due + n * DAY
        found = [one.mark.code for one in (before if day <= due else after) if day in one]
        wanted = open_on(day, marks, due, calendar, working=working)
        assert found == ([wanted] if wanted is not None else []), day


@pytest.mark.parametrize("skipped", range(21))
@pytest.mark.parametrize(
    "start", [SUNDAY - 8 * DAY, SUNDAY - 7 * DAY, SUNDAY - 2 * DAY, SUNDAY, SUNDAY + 4 * DAY]
)
def test_cron_that_was_off_sends_the_latest_open_mark_alone(skipped: int, start: date) -> None:
    """Whatever was missed, one run finds one mark: never a burst."""
    day = start + skipped * DAY
    windows = windows_before(MARKS, SUNDAY, Calendar(), working_days=True)
    windows += windows_after(MARKS, SUNDAY, Calendar(), working_days=True)
    found = [one.mark.code for one in windows if day in one]
    wanted = open_on(day, MARKS, SUNDAY, Calendar(), working=True)
    assert found == ([wanted] if wanted is not None else [])
