"""The catalogue of Word reports as data: what each file of a report is about; makes none."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from truyenthong.model.periods import PeriodKind


class ReportScope(StrEnum):
    """What one file of a report is about (the values of ``pham_vi``)."""

    SECTOR = "nganh"
    UNIT = "don-vi"
    SUBMISSION = "bai-nop"
    ROW = "dong"
    ENTRY = "so"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderStep:
    """One step of the order in which the lines of a list stand (an entry of ``thu_tu``).

    Attributes:
        column: a column of the report's table, or UNIT_COLUMN for the order of the roster.
        descending: the largest first; what is empty comes last either way.
        reason: the step in words, for those who read the list.
    """

    column: str
    descending: bool = False
    reason: str | None = None
    index: int = field(default=0, compare=False)


UNIT_COLUMN = "don_vi"
"""The word of an order's step that means the unit itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """An entry of the catalogue of Word reports.

    Attributes:
        only_if: the list of the view without which the report has nothing to say (``chi_khi``).
        table: the table of the duty's form (``bang``): each line makes a file (scope ``dong``), or all lines
            of all units make one list (scope ``nganh``).
        order: the rule by which the lines of that list stand (``thu_tu``), the first step first.
        register: the register each entry of which makes a file (``so``, scope ``so``).
        fresh_days: made without being asked for by name only of what came in so many days (``moi_nhan``).
    """

    code: str
    name: str
    template: str
    scope: ReportScope
    obligation: str | None = None
    period_kind: PeriodKind | None = None
    paper_type: str | None = None
    symbol: str | None = None
    summary: str | None = None
    signer: str | None = None
    recipients: tuple[str, ...] | None = None
    addressees: tuple[str, ...] = ()
    only_if: str | None = None
    table: str | None = None
    order: tuple[OrderStep, ...] = ()
    register: str | None = None
    fresh_days: int | None = None
    index: int = field(default=0, compare=False)
