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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """An entry of the catalogue of Word reports.

    Attributes:
        only_if: the list of the view without which the report has nothing to say (``chi_khi``).
        table: the table of the duty's form of which each line makes a file (``bang``, scope ``dong``).
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
    index: int = field(default=0, compare=False)
