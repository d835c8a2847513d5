"""What is fair to compare beside rates: how early or late, how often returned, how many months, last year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from truyenthong.model.periods import PeriodKind
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Ledger
from truyenthong.model.submissions import DecisionKind
from truyenthong.model.units import Roster
from truyenthong.progress.rows import Progress, Row, State


@dataclass(frozen=True, slots=True, kw_only=True)
class FairMeasures:
    """What is fair to compare between units of any size.

    Attributes:
        papers: how many dated papers the median is of.
        median_days: from the due day to the first valid receipt, negative before it; None without papers.
        returns: how often a paper was returned.
        months_reported: of the active months, those with a valid paper, «không phát sinh» included.
        months_active: months of monthly duties that are over, or were answered before, each once a unit.
    """

    papers: int
    median_days: float | None
    returns: int
    months_reported: int
    months_active: int


def fair_measures(rows: Iterable[Row], *, as_of: date) -> FairMeasures:
    """The fair measures of what is owed among ``rows``; a month that still runs is held against nobody."""
    owed = [row for row in rows if row.state is not State.EXEMPT and row.obligation.to_be_sent]
    days = [
        (row.first_valid.received.day - row.due.day).days
        for row in owed
        if row.expected and row.first_valid is not None and row.due is not None
    ]
    monthly = [row for row in owed if row.period is not None and row.period.kind is PeriodKind.MONTH]
    reported = {(row.unit.code, row.period_code) for row in monthly if row.first_valid is not None}
    over = {(row.unit.code, row.period_code) for row in monthly if _is_over(row, as_of)}
    returned = [one for row in owed for one in row.receipts if one.decision is not None]
    return FairMeasures(
        papers=len(days),
        median_days=median(days) if days else None,
        returns=sum(one.decision.kind is DecisionKind.RETURNED for one in returned if one.decision),
        months_reported=len(reported),
        months_active=len(reported | over),
    )


def _is_over(row: Row, as_of: date) -> bool:
    return row.period is not None and row.period.days.last <= as_of


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierYear:
    """The board of an earlier school year on the same day of it; units are the same by their code.

    Attributes:
        plan: the plan of that year, with its ``roster`` and ``ledgers``; None: only the board is known.
    """

    school_year: str
    progress: Progress
    plan: Plan | None = None
    roster: Roster | None = None
    ledgers: Sequence[Ledger] = ()

    def rows_like(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """The earlier rows of the units and duties of ``rows``."""
        meant = {(row.unit.code, row.obligation.code) for row in rows}
        return tuple(row for row in self.progress.rows if (row.unit.code, row.obligation.code) in meant)
