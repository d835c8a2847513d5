"""Working days counted day by day from the bare lists: slow, plain, written apart from the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

Stretch = tuple[date, date]


def weekday_by_zeller(day: date) -> int:
    """0 = Saturday, 1 = Sunday, … 6 = Friday (Zeller's congruence)."""
    month, year = (day.month + 12, day.year - 1) if day.month < 3 else (day.month, day.year)
    century, rest = divmod(year, 100)
    return (day.day + 13 * (month + 1) // 5 + rest + rest // 4 + century // 4 + 5 * century) % 7


@dataclass
class BruteCalendar:
    """Days off as (first, last), both in, and make-up days, which win."""

    off: Sequence[Stretch]
    made_up: Sequence[date]

    def works(self, day: date) -> bool:
        for worked in self.made_up:
            if worked == day:
                return True
        for first, last in self.off:
            if first <= day <= last:
                return False
        return weekday_by_zeller(day) not in (0, 1)

    def onwards(self, day: date) -> date:
        while not self.works(day):
            day += timedelta(days=1)
        return day

    def backwards(self, day: date) -> date:
        while not self.works(day):
            day -= timedelta(days=1)
        return day

    def added(self, day: date, count: int) -> date:
        counted = 0
        while counted < count:
            day += timedelta(days=1)
            if self.works(day):
                counted += 1
        return day
