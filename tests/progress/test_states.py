"""One test for each sentence that the contract says about states and measures."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.years.builders import (
    DUTY,
    board,
    duty,
    extension,
    only_row,
    plan,
    receipt,
    roster,
    submission,
    unit,
)
from truyenthong.model.deadlines import DayOffPolicy, DayOfMonth, NoLaterThan, Policies
from truyenthong.model.periods import PeriodKind, YearMonth
from truyenthong.model.plan import Owners
from truyenthong.model.submissions import Submission
from truyenthong.progress import State, measures

MAY_28, MAY_30, MAY_31 = date(2021, 5, 28), date(2021, 5, 30), date(2021, 5, 31)
JUNE_1 = date(2021, 6, 1)
FAULT = ("don-vi-a", DUTY, "2020-2021", 0)


@pytest.mark.parametrize(
    ("as_of", "state", "late", "left"),
    [
        (date(2021, 5, 1), State.UPCOMING, None, 29),
        (date(2021, 5, 22), State.UPCOMING, None, 8),
        (date(2021, 5, 23), State.DUE_SOON, None, 7),
        (MAY_30, State.DUE_SOON, None, 0),
        (MAY_31, State.OVERDUE, 1, None),
        (JUNE_1, State.OVERDUE, 2, None),
    ],
)
def test_nothing_received(as_of: date, state: State, late: int | None, left: int | None) -> None:
    row = only_row(as_of)
    assert (row.state, row.days_late, row.days_left, row.behind) == (state, late, left, late is not None)


@pytest.mark.parametrize(
    ("day", "hour", "state", "late"),
    [
        (MAY_28, "09:15", State.ON_TIME, 0),
        (MAY_30, "23:59", State.ON_TIME, 0),
        (MAY_30, None, State.ON_TIME, 0),
        (MAY_31, "00:00", State.LATE, 1),
        (MAY_31, None, State.LATE, 1),
        (JUNE_1, "08:00", State.LATE, 2),
    ],
)
def test_the_day_of_receipt_decides(day: date, hour: str | None, state: State, late: int) -> None:
    row = only_row(JUNE_1, submission(receipt(day, hour)))
    assert (row.state, row.days_late, row.behind) == (state, late, False)


def test_after_the_cut_off_hour_of_the_due_day_is_one_day_late() -> None:
    from datetime import time  # noqa: PLC0415

    from truyenthong.model.deadlines import Policies  # noqa: PLC0415

    closed = plan(duty(deadline=NoLaterThan(day=MAY_28), policies=Policies(cut_off=time(17))))
    late = only_row(JUNE_1, submission(receipt(MAY_28, "17:01")), of_plan=closed)
    in_time = only_row(JUNE_1, submission(receipt(MAY_28, "17:00")), of_plan=closed)
    without_hour = only_row(JUNE_1, submission(receipt(MAY_28)), of_plan=closed)
    assert (late.state, late.days_late) == (State.LATE, 1)
    assert in_time.state is without_hour.state is State.ON_TIME


def test_first_valid_decides_timeliness_and_latest_valid_the_content() -> None:
    row = only_row(JUNE_1, submission(receipt(MAY_28), receipt(JUNE_1)))
    assert row.state is State.ON_TIME
    assert row.first_valid is not None
    assert row.latest_valid is not None
    assert (row.first_valid.index, row.latest_valid.index) == (0, 1)


def test_receipts_are_taken_by_their_day_not_by_their_place() -> None:
    row = only_row(JUNE_1, submission(receipt(JUNE_1), receipt(MAY_28)))
    assert (row.state, row.first_valid and row.first_valid.index) == (State.ON_TIME, 1)


def test_a_returned_paper_does_not_count_until_sent_again() -> None:
    returned = receipt(MAY_28, returned=date(2021, 5, 29))
    assert only_row(MAY_30, submission(returned)).state is State.RETURNED
    assert not only_row(MAY_30, submission(returned)).behind
    late = only_row(JUNE_1, submission(returned))
    assert (late.state, late.behind, late.days_late) == (State.RETURNED, True, 2)
    again = only_row(JUNE_1, submission(returned, receipt(MAY_31)))
    assert (again.state, again.days_late, again.behind) == (State.LATE, 1, False)


def test_a_faulty_paper_is_invalid_unless_accepted() -> None:
    faulty = only_row(JUNE_1, submission(receipt(MAY_28)), faulty=[FAULT])
    assert (faulty.state, faulty.behind, faulty.received) == (State.INVALID, True, True)
    accepted = only_row(JUNE_1, submission(receipt(MAY_28, accepted=MAY_28)), faulty=[FAULT])
    assert (accepted.state, accepted.behind) == (State.ON_TIME, False)


def test_of_several_papers_without_a_valid_one_the_last_tells_what_to_do() -> None:
    returned, faulty = receipt(MAY_28, returned=MAY_28), receipt(MAY_30)
    second = ("don-vi-a", DUTY, "2020-2021", 1)
    assert only_row(JUNE_1, submission(returned, faulty), faulty=[second]).state is State.INVALID
    assert (
        only_row(
            JUNE_1, submission(faulty, replace(returned, received=receipt(MAY_31).received)), faulty=[FAULT]
        ).state
        is State.RETURNED
    )


def test_an_unreadable_file_is_not_a_missing_one() -> None:
    broken = Submission(
        file="x.yaml", unit="don-vi-a", obligation=DUTY, period="2020-2021", unreadable_receipts=(0,)
    )
    row = only_row(JUNE_1, broken)
    assert (row.state, row.received) == (State.INVALID, True)


def test_nil_counts_as_received_and_in_time() -> None:
    row = only_row(JUNE_1, submission(receipt(MAY_28, nil=True)))
    assert (row.state, row.in_time, row.days_late) == (State.NIL, True, 0)
    late = only_row(JUNE_1, submission(receipt(MAY_31, nil=True)))
    assert (late.state, late.in_time, late.days_late) == (State.NIL, False, 1)


def test_what_is_later_than_the_day_is_not_seen() -> None:
    later = submission(
        receipt(MAY_28, returned=date(2021, 5, 29)),
        receipt(JUNE_1),
        extensions=[extension(JUNE_1, date(2021, 6, 10))],
    )
    assert only_row(MAY_28, later).state is State.ON_TIME, "the return is not known yet"
    assert only_row(MAY_31, later).state is State.RETURNED, "neither the second paper nor the extension"
    assert only_row(JUNE_1, later).state is State.ON_TIME, "extension and paper of that day count"


def test_an_extension_can_come_before_any_paper_and_after_the_date() -> None:
    waiting = submission(extensions=[extension(MAY_31, date(2021, 6, 5))])
    assert only_row(MAY_30, waiting).state is State.DUE_SOON
    row = only_row(JUNE_1, waiting)
    assert (row.state, row.days_left, row.behind) == (State.DUE_SOON, 4, False)
    assert only_row(date(2021, 6, 6), waiting).days_late == 1


def test_of_several_extensions_the_one_that_reaches_furthest_counts() -> None:
    twice = submission(extensions=[extension(MAY_28, date(2021, 6, 9)), extension(MAY_31, date(2021, 6, 3))])
    row = only_row(JUNE_1, twice)
    assert row.due is not None
    assert row.due.day == date(2021, 6, 9)


def test_the_next_working_day_moves_the_last_day_of_an_extension_too() -> None:
    """6/6/2021 is a Sunday: the last good day is Monday, and the row says which day was granted."""
    moved = replace(duty(), policies=Policies(days_off=DayOffPolicy.NEXT_WORKING_DAY))
    granted = submission(extensions=[extension(MAY_28, date(2021, 6, 6))])
    row = only_row(JUNE_1, granted, of_plan=plan(moved))
    assert row.due is not None
    assert row.extension is not None
    assert (row.due.day, row.extension.until) == (date(2021, 6, 7), date(2021, 6, 6))


def test_a_unit_closed_before_the_date_owes_nothing_and_one_closed_later_still_does() -> None:
    closed = roster(unit(last=date(2021, 5, 29)))
    open_ = roster(unit(last=MAY_30))
    assert only_row(JUNE_1, of_roster=closed).state is State.EXEMPT
    assert not only_row(JUNE_1, of_roster=closed).expected
    assert only_row(JUNE_1, of_roster=open_).state is State.OVERDUE


def test_optional_and_undated_duties_are_never_behind() -> None:
    optional = plan(duty(mandatory=False))
    undated = plan(duty(deadline=None))
    unsent = plan(duty(to_be_sent=False))
    for of_plan, state in ((optional, State.OPTIONAL), (undated, State.UNDATED), (unsent, State.OPTIONAL)):
        row = only_row(JUNE_1, of_plan=of_plan)
        assert (row.state, row.behind, row.expected) == (state, False, False)


def test_a_paper_for_an_undated_duty_is_neither_late_nor_early() -> None:
    row = only_row(JUNE_1, submission(receipt(JUNE_1)), of_plan=plan(duty(deadline=None)))
    assert (row.state, row.days_late, row.due) == (State.ON_TIME, None, None)


def test_a_paper_of_a_unit_that_owes_nothing_is_exempt() -> None:
    centre = unit("don-vi-a", kind="trung-tam")
    row = only_row(JUNE_1, submission(receipt(MAY_28)), of_roster=roster(centre))
    assert (row.state, row.expected) == (State.EXEMPT, False)


def test_excluded_units_are_exempt_and_added_ones_owe() -> None:
    owners = Owners(kinds=("truong",), added=("trung-tam-b",), excluded=("don-vi-a",))
    rows = board(
        JUNE_1,
        of_plan=plan(duty(owners=owners)),
        of_roster=roster(unit(), unit("trung-tam-b", kind="trung-tam")),
    ).rows
    assert {row.unit.code: row.state for row in rows} == {
        "don-vi-a": State.EXEMPT,
        "trung-tam-b": State.OVERDUE,
    }


def test_expected_begins_with_the_period() -> None:
    monthly = duty(
        "thang",
        period_kind=PeriodKind.MONTH,
        deadline=DayOfMonth(day=25, first=YearMonth(year=2020, month=11), last=YearMonth(year=2021, month=8)),
    )
    rows = board(date(2020, 12, 31), of_plan=plan(monthly)).rows
    assert [row.period_code for row in rows][:2] == ["2020-11", "2020-12"]
    assert len(rows) == 10
    assert [row.period_code for row in rows if row.expected] == ["2020-11", "2020-12"]


def test_the_five_measures() -> None:
    codes = ["a", "b", "c", "d", "e"]
    rows = board(
        JUNE_1,
        submission(receipt(MAY_28), unit_code="a"),
        submission(receipt(MAY_31), unit_code="b"),
        submission(receipt(MAY_28, nil=True), unit_code="c"),
        submission(receipt(MAY_28, returned=MAY_28), unit_code="d"),
        of_roster=roster(*(unit(code) for code in codes)),
    ).rows
    figures = measures(rows)
    assert (figures.expected, figures.received, figures.on_time) == (5, 3, 2)
    assert (figures.received_rate, figures.on_time_rate) == (0.6, 0.4)


def test_rates_of_nothing_are_empty() -> None:
    figures = measures(())
    assert (figures.received_rate, figures.on_time_rate) == (None, None)


some_days = st.dates(min_value=date(2021, 4, 1), max_value=date(2021, 7, 31))


@given(
    as_of=some_days,
    received=st.lists(some_days, max_size=3),
    closed=st.none() | some_days,
    opened_later=some_days,
)
def test_closing_or_adding_units_changes_no_row_that_was_due_before(
    as_of: date, received: list[date], closed: date | None, opened_later: date
) -> None:
    papers = submission(*(receipt(day) for day in received))
    before = only_row(as_of, papers)
    after_due = date(2021, 5, 31)
    if closed is not None and closed < after_due:
        closed = after_due
    new = unit("don-vi-moi", first=max(opened_later, after_due))
    rows = board(as_of, papers, of_roster=roster(unit(last=closed), new)).rows
    old = next(row for row in rows if row.unit.code == "don-vi-a")
    assert (old.state, old.days_late, old.expected) == (before.state, before.days_late, before.expected)
    figures = measures(rows)
    assert figures.on_time <= figures.expected
    assert figures.received <= figures.expected


@given(as_of=some_days, received=st.lists(st.tuples(some_days, st.booleans()), max_size=4))
def test_a_state_never_looks_into_the_future(as_of: date, received: list[tuple[date, bool]]) -> None:
    papers = [receipt(day, returned=day + timedelta(days=1) if back else None) for day, back in received]
    known = [paper for paper in papers if paper.received.day <= as_of]
    whole = only_row(as_of, submission(*papers))
    cut = only_row(as_of, submission(*known))
    assert (whole.state, whole.days_late, whole.behind) == (cut.state, cut.days_late, cut.behind)
