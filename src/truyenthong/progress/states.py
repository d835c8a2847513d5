"""Lays out every duty, period and unit of a plan, and decides the state of each: the only place for that."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from truyenthong.model.calendar import Calendar
from truyenthong.model.deadlines import Due, extended
from truyenthong.model.owed import DutyPeriod, slots
from truyenthong.model.periods import Period
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.submissions import (
    DecisionKind,
    Extension,
    Receipt,
    ReceiptKey,
    Submission,
    SubmissionKey,
)
from truyenthong.model.units import Roster, Unit
from truyenthong.progress.rows import Progress, Row, State


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
                before = self._taken_over(slot, unit)
                if before or self._has_come(submission) or self._is_listed(slot, unit):
                    yield decide(self.situation(slot, unit, submission, before))

    def _taken_over(self, slot: DutyPeriod, unit: Unit) -> tuple[Unit, ...]:
        """The units whose duty passed to this one unanswered."""
        return tuple(
            one
            for one, handover in slot.taken_over(unit, self.roster, self.as_of)
            if not self._was_answered(slot, one, handover.since - timedelta(days=1))
        )

    def _was_answered(self, slot: DutyPeriod, unit: Unit, day: date) -> bool:
        submission = self.submissions.get((unit.code, slot.obligation.code, slot.code))
        then = replace(self, as_of=day).situation(slot, unit, submission)
        return decide(then).first_valid is not None

    def _has_come(self, submission: Submission | None) -> bool:
        """Whether anything was received by the day, or may have been."""
        return submission is not None and (
            bool(submission.unreadable_receipts)
            or any(one.received.day <= self.as_of for one in submission.receipts)
        )

    def _is_listed(self, slot: DutyPeriod, unit: Unit) -> bool:
        named = slot.obligation.owners.names(unit)
        so_far = self.plan.year.days.known_on(self.as_of)
        return named and (unit.exists_within(so_far) or slot.exists(unit, self.as_of))

    def situation(
        self, slot: DutyPeriod, unit: Unit, submission: Submission | None, before: tuple[Unit, ...] = ()
    ) -> Situation:
        due = slot.due
        last = due.day if due is not None else None
        # What passes to another unit passes with the days that were granted for it.
        files = [self.submissions.get((one.code, slot.obligation.code, slot.code)) for one in before]
        granted = [
            one.extension_by(self.as_of, beyond=last) for one in (submission, *files) if one is not None
        ]
        extension = max(filter(None, granted), key=lambda one: one.until, default=None)
        if extension is not None and due is not None:
            due = extended(extension.until, slot.obligation.policies, self.calendar)
        key = (unit.code, slot.obligation.code, slot.code)
        return Situation(
            unit=unit,
            obligation=slot.obligation,
            period=slot.period,
            owed=bool(before)
            or (slot.is_owed_by(unit, self.as_of) and not slot.is_handed_over(unit, self.roster, self.as_of)),
            before=before,
            begun=slot.days.start <= self.as_of,
            original_due=slot.due,
            due=due,
            internal_due=slot.internal_due,
            extension=extension,
            submission=submission,
            faulty=self.faulty.get(key, frozenset()),
            as_of=self.as_of,
            lock=max(slot.lock, due.day) if slot.lock is not None and due is not None else None,
            calendar=self.calendar,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """All that bears on one row.

    Attributes:
        owed: whether the unit owes the duty in this period.
        begun: whether the period has begun by ``as_of``.
        due: the last good moment in force, an extension included.
        faulty: the places (``Receipt.index``) of the receipts in which an error was found.
        before: the units from which the duty passed to this one.
        lock: the last day on which a receipt counts without a person's word; never before the due day.
    """

    unit: Unit
    obligation: Obligation
    period: Period | None
    owed: bool
    begun: bool
    original_due: Due | None
    due: Due | None
    internal_due: Due | None
    extension: Extension | None
    submission: Submission | None
    faulty: Collection[int]
    as_of: date
    before: tuple[Unit, ...] = ()
    lock: date | None = None
    calendar: Calendar = field(default_factory=Calendar)


def decide(situation: Situation) -> Row:
    """The row of a situation."""
    receipts = _known_receipts(situation)
    locked_out = [one for one in receipts if _is_locked_out(one, situation.lock)]
    counted = [one for one in receipts if one not in locked_out]
    valid = [one for one in counted if _is_valid(one, situation)]
    first, latest = (valid[0], valid[-1]) if valid else (None, None)
    state = _state(situation, counted, first, latest)
    days_late = _days_late(situation, state, first)
    measured = situation.obligation.measured and state is not State.EXEMPT
    open_states = (State.OVERDUE, State.RETURNED, State.INVALID)
    return Row(
        unit=situation.unit,
        obligation=situation.obligation,
        period=situation.period,
        state=state,
        due=situation.due,
        original_due=situation.original_due,
        internal_due=situation.internal_due,
        extension=situation.extension,
        submission=situation.submission,
        receipts=tuple(receipts),
        first_valid=first,
        latest_valid=latest,
        days_late=days_late,
        days_left=_days_left(situation, first),
        expected=measured and situation.due is not None and situation.begun,
        behind=measured and state in open_states and (days_late or 0) > 0,
        received=_has_unreadable(situation) or any(not _was_returned(one) for one in counted),
        working_days_late=_working_days_late(situation, days_late, first),
        before=situation.before,
        lock=situation.lock,
        locked_out=tuple(locked_out),
    )


def _is_locked_out(receipt: Receipt, lock: date | None) -> bool:
    return lock is not None and receipt.received.day > lock and receipt.decision is None


def _known_receipts(situation: Situation) -> list[Receipt]:
    if situation.submission is None:
        return []
    as_of = situation.as_of
    known = [one.known_on(as_of) for one in situation.submission.receipts if one.received.day <= as_of]
    return sorted(known, key=lambda one: one.received.sort_key)


def _has_unreadable(situation: Situation) -> bool:
    return situation.submission is not None and bool(situation.submission.unreadable_receipts)


def _was_returned(receipt: Receipt) -> bool:
    return receipt.decision is not None and receipt.decision.kind is DecisionKind.RETURNED


def _is_valid(receipt: Receipt, situation: Situation) -> bool:
    if receipt.decision is not None:
        return receipt.decision.kind is DecisionKind.ACCEPTED
    return receipt.index not in situation.faulty


def _state(
    situation: Situation, receipts: list[Receipt], first: Receipt | None, latest: Receipt | None
) -> State:
    if not situation.owed:
        return State.EXEMPT
    if first is not None and latest is not None:
        return _answered(situation, first, latest)
    if receipts:
        # The last paper decides what has to happen next: the unit sends again, or somebody corrects it.
        returned = _was_returned(receipts[-1]) and not _ends_unreadable(situation, receipts)
        return State.RETURNED if returned else State.INVALID
    return State.INVALID if _has_unreadable(situation) else _unanswered(situation)


def _ends_unreadable(situation: Situation, receipts: list[Receipt]) -> bool:
    """Whether something that could not be read is below the last receipt: the unit has sent again."""
    unreadable = situation.submission.unreadable_receipts if situation.submission is not None else ()
    return any(place > receipts[-1].index for place in unreadable)


def _answered(situation: Situation, first: Receipt, latest: Receipt) -> State:
    if latest.nil:
        return State.NIL
    if situation.due is not None and first.received.is_after(situation.due.at):
        return State.LATE
    return State.ON_TIME


def _unanswered(situation: Situation) -> State:
    obligation, due = situation.obligation, situation.due
    if not obligation.mandatory:
        return State.OPTIONAL
    if due is None:
        return State.UNDATED
    if not obligation.to_be_sent:
        return State.OPTIONAL
    days_left = (due.day - situation.as_of).days
    if days_left < 0:
        return State.OVERDUE
    return State.DUE_SOON if days_left <= obligation.policies.soon_days else State.UPCOMING


def _days_late(situation: Situation, state: State, first: Receipt | None) -> int | None:
    due = situation.due
    if due is None or state is State.EXEMPT:
        return None
    if first is not None:
        # A receipt after the cut-off hour of the due day itself is one day late, not none.
        return max(1, (first.received.day - due.day).days) if first.received.is_after(due.at) else 0
    if state in (State.OVERDUE, State.RETURNED, State.INVALID):
        return max(0, (situation.as_of - due.day).days)
    return None


def _working_days_late(situation: Situation, days_late: int | None, first: Receipt | None) -> int | None:
    if not days_late or situation.due is None:
        return days_late
    last = first.received.day if first is not None else situation.as_of
    return situation.calendar.working_days_after(situation.due.day, last)


def _days_left(situation: Situation, first: Receipt | None) -> int | None:
    due = situation.due
    if due is None or first is not None or not situation.owed or situation.as_of > due.day:
        return None
    return (due.day - situation.as_of).days
