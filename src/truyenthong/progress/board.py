"""Lays out every duty, period and unit of a plan and has each decided; decides nothing itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from truyenthong.model.calendar import Calendar
from truyenthong.model.deadlines import extended
from truyenthong.model.owed import DutyPeriod, slots
from truyenthong.model.plan import Plan
from truyenthong.model.submissions import ReceiptKey, Submission, SubmissionKey
from truyenthong.model.units import Roster, Unit
from truyenthong.progress.rows import Progress, Row
from truyenthong.progress.states import Situation, decide


@dataclass(frozen=True, slots=True, kw_only=True)
class _Board:
    plan: Plan
    roster: Roster
    submissions: Mapping[SubmissionKey, Submission]
    calendar: Calendar
    as_of: date
    faulty: Mapping[SubmissionKey, Collection[int]] = field(default_factory=dict)

    def rows(self) -> Iterator[Row]:
        for slot in slots(self.plan, self.calendar):
            for unit in self.roster.ordered():
                submission = self.submissions.get((unit.code, slot.obligation.code, slot.code))
                if submission is not None or self._is_listed(slot, unit):
                    yield decide(self._situation(slot, unit, submission))

    def _is_listed(self, slot: DutyPeriod, unit: Unit) -> bool:
        named = slot.obligation.owners.names(unit.code, unit.kind)
        return named and (unit.exists_within(self.plan.year.days) or slot.exists(unit))

    def _situation(self, slot: DutyPeriod, unit: Unit, submission: Submission | None) -> Situation:
        due = slot.due
        last = due.day if due is not None else None
        extension = submission.extension_by(self.as_of, beyond=last) if submission is not None else None
        if extension is not None and due is not None:
            due = extended(extension.until, slot.obligation.policies, self.calendar)
        key = (unit.code, slot.obligation.code, slot.code)
        return Situation(
            unit=unit,
            obligation=slot.obligation,
            period=slot.period,
            owed=slot.is_owed_by(unit),
            begun=slot.days.start <= self.as_of,
            original_due=slot.due,
            due=due,
            internal_due=slot.internal_due,
            extension=extension,
            submission=submission,
            faulty=self.faulty.get(key, frozenset()),
            as_of=self.as_of,
        )


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
