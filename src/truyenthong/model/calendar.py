"""Days off, make-up days, and the counting of working days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from truyenthong.errors import CannotContinueError

FARTHEST: Final = 400
"""Days that a search for one working day goes; a calendar without any in that stretch is wrong."""

_ONE_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5


class CalendarTooEmptyError(CannotContinueError):
    """The calendar leaves no working day within ``FARTHEST`` days or before the years 1 to 9999 end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """Days off in a row, both ends in (an entry of ``nghi``); nothing where ``last`` lies before ``first``.

    Attributes:
        first: the first day off.
        last: the last day off.
        name: what the days are, for people.
        source: the paper that says so, or None.
        tentative: not announced yet.
    """

    first: date
    last: date
    name: str
    source: str | None = None
    tentative: bool = False
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUpDay:
    """A day that is worked in exchange for another (an entry of ``lam_bu``).

    Attributes:
        day: the day that is worked.
        source: the paper that says so, or None.
        tentative: not announced yet.
        instead_of: the day off that it pays for, or None.
    """

    day: date
    source: str | None = None
    tentative: bool = False
    instead_of: date | None = None
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class _DaySet:
    """Stretches of days, merged and in order, so that an entry of many years costs no more than one day."""

    starts: tuple[date, ...]
    lasts: tuple[date, ...]

    @classmethod
    def of(cls, entries: Iterable[DayOff]) -> _DaySet:
        starts: list[date] = []
        lasts: list[date] = []
        for entry in sorted(entries, key=lambda one: one.first):
            if entry.last < entry.first:
                continue
            if lasts and entry.first <= lasts[-1]:
                lasts[-1] = max(lasts[-1], entry.last)
            else:
                starts.append(entry.first)
                lasts.append(entry.last)
        return cls(tuple(starts), tuple(lasts))

    def __contains__(self, day: date) -> bool:
        place = bisect_right(self.starts, day)
        return place > 0 and day <= self.lasts[place - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The office's working days: Saturdays, Sundays and ``days_off`` are off, ``make_up`` days are worked.

    A day that is in both is worked: the exchange names one day, a holiday often a whole stretch.
    """

    days_off: Sequence[DayOff] = ()
    make_up: Sequence[MakeUpDay] = ()
    _off: _DaySet = field(init=False, repr=False, compare=False)
    _made_up: frozenset[date] = field(init=False, repr=False, compare=False)
    _years: frozenset[int] = field(init=False, repr=False, compare=False)
    _counted: dict[tuple[date, date], int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "days_off", tuple(self.days_off))
        object.__setattr__(self, "make_up", tuple(self.make_up))
        object.__setattr__(self, "_off", _DaySet.of(self.days_off))
        object.__setattr__(self, "_counted", {})
        object.__setattr__(self, "_made_up", frozenset(one.day for one in self.make_up))
        years = {year for one in self.days_off for year in range(one.first.year, one.last.year + 1)}
        object.__setattr__(self, "_years", frozenset(years | {one.day.year for one in self.make_up}))

    def is_working_day(self, day: date) -> bool:
        """Whether the office works on ``day``."""
        return day in self._made_up or (day.weekday() < _SATURDAY and day not in self._off)

    def next_working_day(self, day: date) -> date:
        """The first working day on or after ``day``.

        Raises:
            CalendarTooEmptyError: where there is none within ``FARTHEST`` days.
        """
        return self._search(day, _ONE_DAY)

    def previous_working_day(self, day: date) -> date:
        """The last working day on or before ``day``.

        Raises:
            CalendarTooEmptyError: where there is none within ``FARTHEST`` days.
        """
        return self._search(day, -_ONE_DAY)

    def add_working_days(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``, which is itself not counted (BLDS 2015, 147.2–3).

        ``count`` 0 is ``day`` itself, a day off or not.

        Raises:
            ValueError: where ``count`` is negative.
            CalendarTooEmptyError: where no working day is left within reach.
        """
        if count < 0:
            raise ValueError(f"cannot count {count} working days onwards")
        for _ in range(count):
            day = self.next_working_day(_step(day, _ONE_DAY))
        return day

    def working_days_after(self, day: date, last: date) -> int:
        """How many working days there are after ``day``, up to ``last`` and with it."""
        # Thousands of rows of a board share a few pairs of days.
        if (day, last) not in self._counted:
            days = (day + timedelta(days=n) for n in range(1, (last - day).days + 1))
            self._counted[day, last] = sum(map(self.is_working_day, days))
        return self._counted[day, last]

    def knows_year(self, year: int) -> bool:
        """Whether any entry lies in ``year``; without one, only Saturdays and Sundays are known to be off."""
        return year in self._years

    def years_needed(self, first: date, last: date) -> tuple[int, ...]:
        """The years from ``first`` to ``last`` in which no entry lies, oldest first."""
        return tuple(year for year in range(first.year, last.year + 1) if not self.knows_year(year))

    def _search(self, start: date, step: timedelta) -> date:
        day = start
        for _ in range(FARTHEST):
            if self.is_working_day(day):
                return day
            day = _step(day, step)
        direction = "sau" if step > timedelta() else "trước"
        raise CalendarTooEmptyError(
            f"Lịch nghỉ không còn ngày làm việc nào trong {FARTHEST} ngày {direction} {_written(start)}.",
            hint="xem lại các khoảng nghỉ tu, den trong data/calendar.yaml: có khoảng kéo quá dài",
        )


def _step(day: date, step: timedelta) -> date:
    try:
        return day + step
    except OverflowError as error:
        raise CalendarTooEmptyError(
            f"Không tính tiếp được ngày làm việc từ {_written(day)}: lịch chỉ có từ năm 1 đến năm 9999.",
            hint="xem lại năm của ngày vừa ghi và số ngày làm việc phải tính",
        ) from error


def _written(day: date) -> str:
    return f"ngày {day.day}/{day.month}/{day.year}"
