"""Lays out every duty, period and unit of a plan and has each decided; decides nothing itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from truyenthong.model.calendar import Calendar
from truyenthong.model.deadlines import Due, extended, last_good_moment
from truyenthong.model.periods import DayRange, Period
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.submissions import ReceiptKey, Submission, SubmissionKey
from truyenthong.model.units import Roster, Unit
from truyenthong.progress.rows import Progress, Row
from truyenthong.progress.states import Situation, decide


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slot:
    """One duty in one period, the same for all units."""

    obligation: Obligation
    period: Period | None
    days: DayRange
    due: Due | None
    internal_due: Due | None

    @property
    def code(self) -> str | None:
        return self.period.code if self.period is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Board:
    plan: Plan
    roster: Roster
    submissions: Mapping[SubmissionKey, Submission]
    calendar: Calendar
    as_of: date
    faulty: Mapping[SubmissionKey, Collection[int]] = field(default_factory=dict)

    def rows(self) -> Iterator[Row]:
        for slot in self._slots():
            for unit in self.roster.ordered():
                submission = self.submissions.get((unit.code, slot.obligation.code, slot.code))
                if submission is not None or self._is_listed(slot, unit):
                    yield decide(self._situation(slot, unit, submission))

    def _slots(self) -> Iterator[_Slot]:
        for obligation in self.plan.obligations:
            for period in self.plan.periods(obligation):
                yield _Slot(
                    obligation=obligation,
                    period=period,
                    days=period.days if period is not None else self.plan.year.days,
                    due=self._due(obligation, period, internal=False),
                    internal_due=self._due(obligation, period, internal=True),
                )

    def _due(self, obligation: Obligation, period: Period | None, *, internal: bool) -> Due | None:
        deadline = obligation.internal_deadline if internal else obligation.deadline
        if deadline is None:
            return None
        return last_good_moment(deadline, period, obligation.policies, self.calendar)

    def _is_listed(self, slot: _Slot, unit: Unit) -> bool:
        named = slot.obligation.owners.names(unit.code, unit.kind)
        return named and (unit.exists_within(self.plan.year.days) or _exists_when_due(slot, unit))

    def _situation(self, slot: _Slot, unit: Unit, submission: Submission | None) -> Situation:
        owners = slot.obligation.owners
        named = owners.names(unit.code, unit.kind) and unit.code not in owners.excluded
        extension = submission.extension_by(self.as_of) if submission is not None else None
        due = slot.due
        if extension is not None and due is not None:
            due = extended(extension.until, slot.obligation.policies, self.calendar)
        key = (unit.code, slot.obligation.code, slot.code)
        return Situation(
            unit=unit,
            obligation=slot.obligation,
            period=slot.period,
            owed=named and _exists_when_due(slot, unit),
            begun=slot.days.start <= self.as_of,
            original_due=slot.due,
            due=due,
            internal_due=slot.internal_due,
            extension=extension,
            submission=submission,
            faulty=self.faulty.get(key, frozenset()),
            as_of=self.as_of,
        )


def _exists_when_due(slot: _Slot, unit: Unit) -> bool:
    if slot.due is not None:
        # By the original date: closing a unit during an extension does not wipe out what it owed.
        return unit.exists_on(slot.due.day)
    return unit.exists_within(slot.days)


def progress(
    plan: Plan,
    roster: Roster,
    submissions: Mapping[SubmissionKey, Submission],
    calendar: Calendar,
    *,
    as_of: date,
    faulty: Collection[ReceiptKey] = frozenset(),
) -> Progress:
    """The state of every duty of every unit on ``as_of``, by duty, period and unit in their files' order.

    Args:
        plan: the plan.
        roster: the units.
        submissions: what was received, by unit, duty and period.
        calendar: days off.
        as_of: the day; what was received, decided or granted later is not seen.
        faulty: the receipts in which an error was found; who found it and how is not known here.
    """
    faults: dict[SubmissionKey, set[int]] = {}
    for unit, obligation, period, index in faulty:
        faults.setdefault((unit, obligation, period), set()).add(index)
    board = _Board(
        plan=plan,
        roster=roster,
        submissions=submissions,
        calendar=calendar,
        as_of=as_of,
        faulty=faults,
    )
    return Progress(as_of=as_of, rows=tuple(board.rows()))
