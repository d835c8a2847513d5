"""Several irregular dates in one duty, the locked day, and days late in working days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from support.years.builders import board, duty, extension, only_row, plan, receipt, submission
from truyenthong.model.deadlines import BeforeDay, ByPeriod, NoLaterThan
from truyenthong.model.periods import PeriodKind
from truyenthong.progress import State

LOCKED = plan(replace(duty(), lock=date(2021, 6, 15)))
JUNE_15, JUNE_16, JUNE_20 = date(2021, 6, 15), date(2021, 6, 16), date(2021, 6, 20)


def test_days_of_a_duty_make_its_periods() -> None:
    days = ByPeriod(
        wordings=(
            ("dot-2", NoLaterThan(day=date(2021, 1, 20))),
            ("dot-1", BeforeDay(day=date(2020, 10, 15))),
        ),
        names=(("dot-1", "đợt 1"), ("dot-2", "đợt 2")),
    )
    rows = board(
        date(2020, 10, 16),
        submission(receipt(date(2020, 10, 14)), period="dot-1"),
        of_plan=plan(duty(deadline=days, period_kind=PeriodKind.ROUND)),
    ).rows
    assert [(row.period_code, row.state) for row in rows] == [
        ("dot-1", State.ON_TIME),
        ("dot-2", State.UPCOMING),
    ]
    periods = [row.period for row in rows if row.period is not None]
    assert [(one.written, one.days.start, one.days.last) for one in periods] == [
        ("đợt 1", date(2020, 9, 1), date(2020, 10, 14)),
        ("đợt 2", date(2020, 10, 15), date(2021, 1, 20)),
    ]


def test_after_the_locked_day_a_receipt_is_kept_and_does_not_count() -> None:
    row = only_row(JUNE_20, submission(receipt(JUNE_16)), of_plan=LOCKED)
    assert (row.state, row.received, row.behind, row.first_valid) == (State.OVERDUE, False, True, None)
    assert [one.received.day for one in row.locked_out] == [JUNE_16]
    assert row.days_late == 21, "the days of the board, since nothing that counts has come"
    on_the_day = only_row(JUNE_20, submission(receipt(JUNE_15)), of_plan=LOCKED)
    assert (on_the_day.state, on_the_day.days_late, on_the_day.locked_out) == (State.LATE, 16, ())


def test_a_person_may_accept_what_came_after_the_locked_day() -> None:
    accepted = submission(receipt(JUNE_16, accepted=date(2021, 6, 18)))
    assert only_row(date(2021, 6, 17), accepted, of_plan=LOCKED).state is State.OVERDUE
    row = only_row(JUNE_20, accepted, of_plan=LOCKED)
    assert (row.state, row.days_late, row.received) == (State.LATE, 17, True)


def test_an_extension_beyond_the_locked_day_moves_it() -> None:
    longer = submission(receipt(JUNE_16), extensions=[extension(date(2021, 5, 20), JUNE_20)])
    row = only_row(JUNE_20, longer, of_plan=LOCKED)
    assert (row.state, row.lock) == (State.ON_TIME, JUNE_20)


def test_the_lock_of_several_dates_is_counted_from_each() -> None:
    row = only_row(JUNE_20, submission(receipt(date(2021, 6, 10))), of_plan=plan(replace(duty(), lock=10)))
    assert (row.state, row.lock) == (State.OVERDUE, date(2021, 6, 9))
    assert row.is_past_lock


def test_days_late_are_told_in_working_days_too() -> None:
    monday = only_row(date(2021, 5, 31))
    assert (monday.days_late, monday.working_days_late) == (1, 1), "due on Sunday 30/5"
    friday = plan(duty(deadline=NoLaterThan(day=date(2021, 5, 28))))
    sunday = only_row(date(2021, 6, 2), submission(receipt(date(2021, 5, 30))), of_plan=friday)
    assert (sunday.days_late, sunday.working_days_late) == (2, 0)
    assert only_row(date(2021, 5, 1)).working_days_late is None
