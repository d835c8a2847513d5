"""A board of the past never moves: what happens later changes no row of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from support.years.builders import board, duty, extension, plan, receipt, roster, submission, unit
from truyenthong.model.deadlines import DayOfMonth
from truyenthong.model.periods import PeriodKind, YearMonth
from truyenthong.model.submissions import Extension, Receipt, Submission
from truyenthong.model.units import Succession, Unit, Validity
from truyenthong.progress import Row, State

FIRST, LAST = date(2020, 8, 1), date(2021, 7, 31)
DAYS = st.dates(min_value=FIRST, max_value=LAST)
MONTHLY = duty(
    "thang",
    period_kind=PeriodKind.MONTH,
    deadline=DayOfMonth(day=25, first=YearMonth(year=2020, month=11), last=YearMonth(year=2021, month=5)),
)
PLAN = plan(duty(), MONTHLY, duty("khong-han", deadline=None, period_kind=None))
KEYS = (("bao-cao-nam", "2020-2021"), ("thang", "2021-03"), ("khong-han", None))


@st.composite
def units(draw: st.DrawFn, code: str) -> Unit:
    """A unit that opens and closes up to twice."""
    days = sorted(draw(st.lists(DAYS, min_size=0, max_size=4, unique=True)))
    if draw(st.booleans()) and days:
        edges: list[date | None] = [None, *days]
    else:
        edges = [*days]
    spans = [
        Validity(first=edges[place], last=edges[place + 1] if place + 1 < len(edges) else None)
        for place in range(0, len(edges), 2)
    ]
    return replace(unit(code), validity=tuple(spans))


@st.composite
def receipts(draw: st.DrawFn) -> Receipt:
    came = draw(DAYS)
    decided = came + timedelta(days=draw(st.integers(0, 40)))
    kind = draw(st.sampled_from(("none", "returned", "accepted")))
    return receipt(
        came,
        nil=draw(st.booleans()),
        returned=decided if kind == "returned" else None,
        accepted=decided if kind == "accepted" else None,
    )


@st.composite
def submissions(draw: st.DrawFn, code: str) -> tuple[Submission, ...]:
    found = []
    for duty_code, period in KEYS:
        came = sorted(draw(st.lists(receipts(), max_size=3)), key=lambda one: one.received.sort_key)
        given_days = draw(st.lists(st.tuples(DAYS, st.integers(0, 60)), max_size=2))
        later = [extension(day, day + timedelta(days=more)) for day, more in given_days]
        found.append(submission(*came, unit_code=code, duty_code=duty_code, period=period, extensions=later))
    return tuple(found)


@st.composite
def years(draw: st.DrawFn) -> tuple[tuple[Unit, ...], tuple[Submission, ...]]:
    codes = ("a", "b")
    sent = [one for code in codes for one in draw(submissions(code))]
    return tuple(draw(units(code)) for code in codes), tuple(sent)


def known_units(found: Sequence[Unit], as_of: date) -> list[Unit]:
    """The units as ``units.yaml`` was on the day: without openings and closings that were still to come."""
    known = []
    for one in found:
        spans = [span for span in one.validity if span.first is None or span.first <= as_of]
        if spans or not one.validity:
            cut = [
                span if span.last is None or span.last < as_of else Validity(first=span.first)
                for span in spans
            ]
            passed = tuple(each for each in one.handovers if each.since <= as_of)
            known.append(replace(one, validity=tuple(cut), handovers=passed))
    return known


def known_submissions(found: Sequence[Submission], as_of: date) -> list[Submission]:
    """The files as they were on the day: what came, was decided and was granted later is not in them."""
    known = []
    for one in found:
        came = [_undecided(each, as_of) for each in one.receipts if each.received.day <= as_of]
        granted = [each for each in one.extensions if each.granted <= as_of]
        known.append(replace(one, receipts=tuple(came), extensions=tuple(granted)))
    return known


def _undecided(one: Receipt, as_of: date) -> Receipt:
    return replace(one, decision=None) if one.decision is not None and one.decision.day > as_of else one


def shown(row: Row) -> tuple[object, ...]:
    return (
        row.key,
        row.state,
        row.due,
        row.days_late,
        row.days_left,
        row.expected,
        row.behind,
        row.received,
        row.extension,
    )


@given(years(), DAYS, st.none() | DAYS)
def test_what_comes_later_changes_no_row(
    year: tuple[tuple[Unit, ...], tuple[Submission, ...]], as_of: date, merged: date | None
) -> None:
    everything, sent = year
    if merged is not None:
        first, second = everything
        everything = (replace(first, handovers=(Succession(to=second.code, since=merged),)), second)
    now = board(as_of, *sent, of_plan=PLAN, of_roster=roster(*everything))
    known = known_units(everything, as_of)
    then = board(
        as_of,
        *known_submissions([one for one in sent if one.unit in {unit.code for unit in known}], as_of),
        of_plan=PLAN,
        of_roster=replace(roster(unit()), units=tuple(known)),
    )
    assert [shown(row) for row in now.rows if _is_told(row)] == [
        shown(row) for row in then.rows if _is_told(row)
    ]


def _is_told(row: Row) -> bool:
    """Whether a row says something: a paper that came before its unit was there says nothing."""
    return row.state is not State.EXEMPT


@given(years(), DAYS)
def test_the_board_is_what_a_clerk_would_reckon_day_by_day(
    year: tuple[tuple[Unit, ...], tuple[Submission, ...]], as_of: date
) -> None:
    """The year's report, reckoned again by hand: walk the days, note what happens on each."""
    everything, sent = year
    found = board(as_of, *sent, of_plan=PLAN, of_roster=roster(*everything))
    for one in everything:
        mine = next(each for each in sent if (each.unit, each.obligation) == (one.code, "bao-cao-nam"))
        row = next((each for each in found.rows if each.key == mine.key), None)
        owes, last, first, soon = _by_hand(one, mine, as_of)
        assert owes == (row is not None and row.state is not State.EXEMPT)
        if row is None or not owes:
            continue
        assert row.due is not None
        assert row.due.day == last
        assert (row.first_valid.received.day if row.first_valid else None) == first
        assert row.in_time == (first is not None and first <= last)
        assert (row.state is State.OVERDUE) == (soon is None and as_of > last)


def _by_hand(one: Unit, sent: Submission, as_of: date) -> tuple[bool, date, date | None, str | None]:
    owes, last, day = False, date(2021, 5, 30), FIRST - timedelta(days=60)
    kept: dict[int, str] = {}
    while day <= as_of:
        if day <= date(2021, 5, 30):
            owes = not one.validity or any(
                (span.first or day) <= day <= (span.last or day) for span in one.validity
            )
        for each in sent.receipts:
            if each.received.day == day:
                kept.setdefault(each.index, "counts")
            if each.decision is not None and each.decision.day == day:
                kept[each.index] = "returned" if each.decision.kind == "tra-lai" else "counts"
        last = max([last, *_later_days(sent.extensions, day)])
        day += timedelta(days=1)
    days = [sent.receipts[place].received.day for place, word in kept.items() if word == "counts"]
    return owes, last, min(days, default=None), next(iter(kept.values()), None)


def _later_days(extensions: Sequence[Extension], day: date) -> list[date]:
    return [each.until for each in extensions if each.granted == day]
