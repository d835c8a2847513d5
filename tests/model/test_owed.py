"""Who owes what, by the original date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from support.years import builders
from truyenthong.model.calendar import Calendar
from truyenthong.model.deadlines import DayOfMonth, NoLaterThan
from truyenthong.model.owed import DutyPeriod, owing_units, slots, slots_of, unreachable_units
from truyenthong.model.periods import PeriodKind, YearMonth
from truyenthong.model.plan import Obligation, Owners

LATER = date(2022, 1, 1)


def only_slot(duty: Obligation) -> DutyPeriod:
    (slot,) = slots_of(builders.plan(duty), duty, Calendar())
    return slot


def test_every_duty_stands_in_every_period() -> None:
    november, december = YearMonth(year=2020, month=11), YearMonth(year=2020, month=12)
    monthly = builders.duty(
        "thang",
        period_kind=PeriodKind.MONTH,
        deadline=DayOfMonth(day=25, first=november, last=december),
    )
    once = builders.duty("le", period_kind=None, deadline=None)
    found = list(slots(builders.plan(monthly, once), Calendar()))
    assert [(slot.obligation.code, slot.code) for slot in found] == [
        ("thang", "2020-11"),
        ("thang", "2020-12"),
        ("le", None),
    ]
    assert [slot.due.day if slot.due else None for slot in found] == [
        date(2020, 11, 25),
        date(2020, 12, 25),
        None,
    ]
    assert found[-1].days == builders.plan().year.days


def test_a_date_of_the_office_stands_beside_the_plans() -> None:
    duty = replace(builders.duty(), internal_deadline=NoLaterThan(day=date(2021, 5, 20)))
    slot = only_slot(duty)
    assert slot.due is not None
    assert slot.internal_due is not None
    assert (slot.due.day, slot.internal_due.day) == (date(2021, 5, 30), date(2021, 5, 20))


def test_what_takes_effect_later_is_not_known_yet() -> None:
    slot, closing = only_slot(builders.duty()), builders.unit(last=date(2021, 5, 29))
    assert slot.is_owed_by(closing, date(2021, 5, 25))
    assert slot.is_owed_by(closing, date(2021, 5, 29)), "its last day is a day on which it is there"
    assert not slot.is_owed_by(closing, date(2021, 5, 30))
    assert slot.may_come_from(closing), "it may have sent its report before"
    opening = builders.unit(first=date(2021, 3, 1))
    assert not slot.is_owed_by(opening, date(2021, 2, 28))
    assert slot.is_owed_by(opening, date(2021, 3, 1))


def test_a_unit_owes_what_falls_due_while_it_exists() -> None:
    slot = only_slot(builders.duty())
    assert slot.is_owed_by(builders.unit(last=date(2021, 5, 30)), LATER)
    assert not slot.is_owed_by(builders.unit(last=date(2021, 5, 29)), LATER)
    assert slot.is_owed_by(builders.unit(first=date(2021, 5, 30)), LATER)
    assert not slot.is_owed_by(builders.unit(first=date(2021, 5, 31)), LATER)


def test_without_a_date_any_day_of_the_period_counts() -> None:
    slot = only_slot(builders.duty(deadline=None))
    assert slot.exists(builders.unit(last=date(2020, 9, 1)), LATER)
    assert not slot.exists(builders.unit(last=date(2020, 8, 31)), LATER)


def test_a_unit_that_is_excluded_owes_nothing() -> None:
    owners = Owners(kinds=("truong",), added=("x",), excluded=("b", "x"))
    slot = only_slot(builders.duty(owners=owners))
    assert slot.is_owed_by(builders.unit("a"), LATER)
    assert not slot.is_owed_by(builders.unit("b"), LATER)
    assert not slot.is_owed_by(builders.unit("x", kind="khac"), LATER)
    assert not slot.is_owed_by(builders.unit("c", kind="khac"), LATER)


def test_who_has_to_send_something_and_cannot_be_written_to() -> None:
    reached = replace(builders.unit("co-thu"), emails=("a@example.edu.vn",))
    closed = builders.unit("da-dong", last=date(2020, 12, 31))
    excluded, silent = builders.unit("tru"), builders.unit("khong-thu")
    duty = builders.duty()
    due = replace(duty, owners=replace(duty.owners, excluded=("tru",)))
    everybody = builders.roster(reached, closed, excluded, silent)
    plan = builders.plan(due)
    assert [one.code for one in owing_units(plan, everybody)] == ["co-thu", "da-dong", "khong-thu"]
    assert [one.code for one in unreachable_units(plan, everybody)] == ["da-dong", "khong-thu"]
    later = unreachable_units(plan, everybody, on=date(2021, 5, 1))
    assert [one.code for one in later] == ["khong-thu"], "nobody writes to a unit that is closed"
    if_any = builders.plan(replace(due, mandatory=False))
    assert not owing_units(if_any, everybody), "«nếu có» is not asked for"
