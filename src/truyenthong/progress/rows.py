"""Rows (one duty of one unit on a day), their states, and the measures over many rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from truyenthong.model.deadlines import Due
from truyenthong.model.periods import Period
from truyenthong.model.plan import Obligation
from truyenthong.model.submissions import DecisionKind, Extension, Receipt, Submission, SubmissionKey
from truyenthong.model.units import Unit


class State(StrEnum):
    """The state of a unit's duty in a period; the order is that of the decision."""

    EXEMPT = "exempt"
    RETURNED = "returned"
    INVALID = "invalid"
    NIL = "nil"
    ON_TIME = "on_time"
    LATE = "late"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    UPCOMING = "upcoming"
    OPTIONAL = "optional"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One duty of one unit in one period, as it stands on ``as_of``.

    Attributes:
        due: the last good moment in force, extension included; None where the duty has no date.
        original_due: the same without any extension.
        internal_due: a date that the office set by itself; it never makes the unit overdue.
        extension: the extension in force.
        receipts: what was received by the day, oldest first, without decisions made after it.
        first_valid: the receipt that decides whether the unit was in time.
        latest_valid: the receipt whose content counts.
        days_late: whole days after the due day, 0 when in time, None where nothing can be said yet.
        working_days_late: the same in working days: 0 also where only days off have passed.
        lock: the last day on which a receipt counts without a person's word; None: always.
        locked_out: receipts after that day which nobody has decided on: kept and told, they do not count.
        before: the units from which the duty passed to this one.
        days_left: days until the due day while it has not passed and nothing valid has come.
        expected: counts in ``expected`` of the measures.
        behind: overdue, or returned or invalid past the due day, in a duty that is chased.
    """

    unit: Unit
    obligation: Obligation
    period: Period | None
    state: State
    due: Due | None
    original_due: Due | None
    internal_due: Due | None
    extension: Extension | None
    submission: Submission | None
    receipts: tuple[Receipt, ...]
    first_valid: Receipt | None
    latest_valid: Receipt | None
    days_late: int | None
    days_left: int | None
    expected: bool
    behind: bool
    received: bool
    working_days_late: int | None = None
    lock: date | None = None
    locked_out: tuple[Receipt, ...] = ()
    before: tuple[Unit, ...] = ()

    @property
    def period_code(self) -> str | None:
        """The period's code, or None."""
        return self.period.code if self.period is not None else None

    @property
    def key(self) -> SubmissionKey:
        """Unit, duty, period."""
        return (self.unit.code, self.obligation.code, self.period_code)

    @property
    def shown_receipt(self) -> Receipt | None:
        """The receipt to name: the one that decided, else the last one that came."""
        if self.first_valid is not None:
            return self.first_valid
        return self.receipts[-1] if self.receipts else None

    @property
    def has_draft(self) -> bool:
        """Whether something is still being typed in, which counts as not received."""
        return self.submission is not None and bool(self.submission.draft_places)

    @property
    def is_past_lock(self) -> bool:
        """Whether the locked day has gone by while nothing valid has come."""
        late = timedelta(days=self.days_late or 0)
        return self.lock is not None and self.due is not None and self.due.day + late > self.lock

    @property
    def decision(self) -> DecisionKind | None:
        """What the office has decided about the last paper that came; None while it waits, or none came."""
        last = self.receipts[-1].decision if self.receipts else None
        return last.kind if last is not None else None

    @property
    def in_time(self) -> bool:
        """Whether a valid receipt came in time, «không phát sinh» included."""
        return self.first_valid is not None and self.days_late == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The five measures; a rate is None where nothing is expected.

    Attributes:
        expected: mandatory, to be sent, dated, not exempt, period begun by the day.
        received: of these, with a receipt that was not returned.
        on_time: of these, whose first valid receipt is in time, «không phát sinh» included.
    """

    expected: int
    received: int
    on_time: int

    @property
    def received_rate(self) -> float | None:
        """``received`` over ``expected``."""
        return self.received / self.expected if self.expected else None

    @property
    def on_time_rate(self) -> float | None:
        """``on_time`` over ``expected``."""
        return self.on_time / self.expected if self.expected else None


def measures(rows: Iterable[Row]) -> Measures:
    """The five measures of ``rows``."""
    expected = [row for row in rows if row.expected]
    return Measures(
        expected=len(expected),
        received=sum(row.received for row in expected),
        on_time=sum(row.in_time for row in expected),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """All rows on one day, by duty as in the plan, then period, then unit as in the roster."""

    as_of: date
    rows: tuple[Row, ...]

    @property
    def behind(self) -> tuple[Row, ...]:
        """The rows that are behind."""
        return tuple(row for row in self.rows if row.behind)
