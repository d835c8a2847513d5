"""A point of time as offices write it down; how that is written is known elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, and the hour where it is known (Vietnamese time)."""

    day: date
    hour: time | None = None

    def is_after(self, due: datetime) -> bool:
        """Whether this moment is later than ``due``; a day without an hour is in time on that day."""
        if self.day != due.date():
            return self.day > due.date()
        return self.hour is not None and self.hour > due.time()

    @property
    def sort_key(self) -> tuple[date, time]:
        """Earlier first; a day without an hour counts as its beginning."""
        return (self.day, self.hour or time.min)
