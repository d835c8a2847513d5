"""Limits in hours: what is not known is never counted against anybody."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from truyenthong.model.deadlines import HourLimit
from truyenthong.model.matters import Timed, timed
from truyenthong.model.moments import Moment
from truyenthong.model.registers import Ledger, LedgerEntry, Register

REGISTER = Register(code="vu-viec", name="Vụ việc", form="vu-viec", key="so", title="so")
LIMIT = HourLimit(name="Trả lời", register="vu-viec", start="biet", end="tra_loi", hours=24, source="Quy chế")
THIRD = date(2021, 3, 3)


def at(day: int, hour: int | None = None, minute: int = 0) -> Moment:
    return Moment(day=date(2021, 3, day), hour=None if hour is None else time(hour, minute))


def one(began: Moment | None, done: Moment | None = None) -> Timed:
    entry = LedgerEntry(index=0, content={"so": "1", "biet": began, "tra_loi": done})
    ledger = Ledger(file="a", register=REGISTER, named=None, entries=(entry,))
    (found,) = timed([LIMIT], [ledger])
    return found


@pytest.mark.parametrize(
    ("began", "done", "late"),
    [
        (at(3, 8), at(4, 8), 0),
        (at(3, 8), at(4, 8, 1), 1),
        (at(3, 8), at(4, 9), 1),
        (at(3, 8), at(4, 9, 1), 2),
        (at(3, 8), at(4), 0),
        (at(3, 8), at(5), 16),
        (at(3), at(4, 23, 59), 0),
        (at(3), at(5, 0), 1),
        (at(3, 8), None, 0),
    ],
)
def test_by_how_much_it_came_too_late(began: Moment, done: Moment | None, late: int) -> None:
    found = one(began, done)
    assert found.hours_late == late
    assert found.is_open is (done is None)


def test_what_is_open_is_overdue_once_its_day_has_gone_by() -> None:
    found = one(at(3, 8))
    assert found.due == datetime(2021, 3, 4, 8)  # noqa: DTZ001 - Vietnamese time throughout
    days = [date(2021, 3, day) for day in (3, 4, 5)]
    assert [found.is_overdue(day) for day in days] == [False, False, True]
    assert [found.hours_left(day) for day in days] == [8, -16, -40]
    assert not one(at(3, 8), at(9, 8)).is_overdue(date(2021, 3, 9))


def test_what_has_not_begun_or_is_in_no_register_runs_nowhere() -> None:
    entry = LedgerEntry(index=0, content={"so": "1", "biet": None})
    ledger = Ledger(file="a", register=REGISTER, named=None, entries=(entry,))
    assert list(timed([LIMIT], [ledger])) == []
    assert list(timed([LIMIT], [])) == []


def test_the_day_of_an_entry_is_that_of_a_day_or_a_moment() -> None:
    entry = LedgerEntry(index=0, content={"ngay": THIRD, "luc": at(3, 9), "chu": " 3 ", "bang": ()})
    assert [entry.day(code) for code in ("ngay", "luc", "chu", "khong", None)] == [
        THIRD,
        THIRD,
        None,
        None,
        None,
    ]
    assert [entry.text(code) for code in ("chu", "bang", "khong", None)] == ["3", "", "", ""]
