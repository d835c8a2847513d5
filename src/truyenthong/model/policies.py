"""The office's own rules for reckoning, each with its reason; no dates are reckoned here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum

from truyenthong.model.conditions import Condition


class DayOffPolicy(StrEnum):
    """What becomes of a last good day that is a day off (the values of ``ngay_nghi``)."""

    KEEP = "giu-nguyen"
    NEXT_WORKING_DAY = "ngay-lam-viec-ke-tiep"


@dataclass(frozen=True, slots=True, kw_only=True)
class HourLimit:
    """Hours within which something has to follow in the entries of a register (``thoi_han_gio``).

    Attributes:
        name: what has to be done in that time, as people are told.
        register: the register.
        start, end: its fields for when the time began and when it was done.
        only_if: which entries it is about; None: all.
        source: the paper that sets the limit (``can_cu``).
        verified: somebody has compared it with that paper; until then it is a policy of the office.
    """

    name: str
    register: str
    start: str
    end: str
    hours: int
    source: str
    verified: bool = False
    only_if: Condition | None = None
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """The office's own rules, each with its reason (``reasons``, by the key in the YAML).

    Attributes:
        days_off: see DayOffPolicy.
        cut_off: the last good second of a day.
        soon_days: days before the due day that count as due soon.
        month_from_day: a month's content runs from this day of the month before (1: calendar month).
        hour_limits: limits in hours on the entries of registers; a duty has none of its own.
    """

    days_off: DayOffPolicy = DayOffPolicy.KEEP
    cut_off: time = time(23, 59, 59)
    soon_days: int = 7
    month_from_day: int = 1
    hour_limits: tuple[HourLimit, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def moves_days_off(self) -> bool:
        """Whether a last good day that is a day off moves to the next working day."""
        return self.days_off is DayOffPolicy.NEXT_WORKING_DAY
