"""Who owes a duty in a period, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from truyenthong.model.calendar import Calendar
from truyenthong.model.deadlines import Due, last_good_moment
from truyenthong.model.periods import DayRange, Period
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.units import Roster, Succession, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyPeriod:
    """One duty in one period, the same for all units.

    Attributes:
        days: the days that the period covers; the school year for a duty without periods.
        due: the last good moment by the plan's wording, extensions left aside.
        internal_due: the date that the office set by itself.
        lock: the last day on which a receipt counts without a person's word; None: always.
    """

    obligation: Obligation
    period: Period | None
    days: DayRange
    due: Due | None
    internal_due: Due | None
    lock: date | None = None

    @property
    def code(self) -> str | None:
        """The period's code, or None."""
        return self.period.code if self.period is not None else None

    def exists(self, unit: Unit, as_of: date) -> bool:
        """Whether the unit exists when the duty falls due; without a date, at any time in the period.

        By the original date: closing a unit during an extension does not wipe out what it owed. What takes
        effect after ``as_of`` is not known yet, so that a board of the past never moves.
        """
        if self.due is not None:
            return unit.exists_on(min(self.due.day, as_of))
        return unit.exists_within(self.days.known_on(as_of))

    def is_owed_by(self, unit: Unit, as_of: date) -> bool:
        """Whether the unit owes the duty in this period, as things are on ``as_of``."""
        return self._names(unit) and self.exists(unit, as_of)

    def owes(self, unit: Unit, roster: Roster, as_of: date) -> bool:
        """Whether the unit owes it by itself and has not handed it over, or takes it over from another."""
        own = self.is_owed_by(unit, as_of) and not self.is_handed_over(unit, roster, as_of)
        return own or bool(self.taken_over(unit, roster, as_of))

    def is_handed_over(self, unit: Unit, roster: Roster, as_of: date) -> bool:
        """Whether the unit has passed the duty on."""
        return any(self._passes(unit, one, roster, as_of) for one in unit.handovers)

    def taken_over(self, unit: Unit, roster: Roster, as_of: date) -> tuple[tuple[Unit, Succession], ...]:
        """From which units the duty passes to this one, answered or not."""
        handed = roster.handed_to.get(unit.code, ())
        if not handed or not self.exists(unit, as_of):
            return ()
        return tuple((before, one) for before, one in handed if self._passes(before, one, roster, as_of))

    def _passes(self, unit: Unit, handover: Succession, roster: Roster, as_of: date) -> bool:
        """Whether the duty is open on the day of a handover: begun before it, and not due before it."""
        named = not handover.duties or self.obligation.code in handover.duties
        last = self.due.day if self.due is not None else self.days.last
        is_open = self.days.start < handover.since <= min(last, as_of)
        return named and is_open and self.owes(unit, roster, handover.since - timedelta(days=1))

    def may_come_from(self, unit: Unit) -> bool:
        """Whether the unit owed the duty on some day of the period: it may have closed after sending it."""
        after = (
            max(self.days.end, self.due.day + timedelta(days=1)) if self.due is not None else self.days.end
        )
        return self._names(unit) and unit.exists_within(DayRange(start=self.days.start, end=after))

    def _names(self, unit: Unit) -> bool:
        owners = self.obligation.owners
        return owners.names(unit) and unit.code not in owners.excluded


def slots(plan: Plan, calendar: Calendar) -> Iterator[DutyPeriod]:
    """Every duty in every one of its periods, in the order of the plan."""
    for obligation in plan.obligations:
        yield from slots_of(plan, obligation, calendar)


def slots_of(plan: Plan, obligation: Obligation, calendar: Calendar) -> Iterator[DutyPeriod]:
    """A duty in each of its periods, in time's order."""
    for period in plan.periods(obligation):
        due = _due(obligation, period, calendar, internal=False)
        yield DutyPeriod(
            obligation=obligation,
            period=period,
            days=period.days if period is not None else plan.year.days,
            due=due,
            internal_due=_due(obligation, period, calendar, internal=True),
            lock=_lock(obligation.lock, due),
        )


def _lock(lock: date | int | None, due: Due | None) -> date | None:
    if due is None or lock is None:
        return None
    return due.day + timedelta(days=lock) if isinstance(lock, int) else lock


def _due(obligation: Obligation, period: Period | None, calendar: Calendar, *, internal: bool) -> Due | None:
    deadline = obligation.internal_deadline if internal else obligation.deadline
    if deadline is None:
        return None
    return last_good_moment(deadline, period, obligation.policies, calendar)


def owing_units(plan: Plan, roster: Roster, *, on: date | None = None) -> tuple[Unit, ...]:
    """The units outside the agency that must send something, in the roster's order.

    Args:
        plan: the plan.
        roster: the units.
        on: only units that exist on this day; None: at any time in the school year.
    """
    asked = [one.owners for one in plan.obligations if one.mandatory and one.to_be_sent]
    return tuple(
        unit
        for unit in roster.ordered()
        if not roster.is_inside(unit)
        and any(one.names(unit) and unit.code not in one.excluded for one in asked)
        and (unit.exists_on(on) if on is not None else unit.exists_within(plan.year.days))
    )


def unreachable_units(plan: Plan, roster: Roster, *, on: date | None = None) -> tuple[Unit, ...]:
    """Of ``owing_units`` those without an address of mail."""
    return tuple(unit for unit in owing_units(plan, roster, on=on) if not unit.emails)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a workspace.

    Attributes:
        sample_data: marks every page and table as sample data (``du_lieu_mau``).
        view_day: the day that stands for today in a sample workspace (``ngay_xem``); None: today is today.
    """

    sample_data: bool = False
    view_day: date | None = None
