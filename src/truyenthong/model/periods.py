"""Periods of a school year: codes, labels and half-open day ranges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never


class PeriodKind(StrEnum):
    """The lengths of time for which a paper is owed (the values of ``ky``)."""

    SCHOOL_YEAR = "nam-hoc"
    SEMESTER = "hoc-ky"
    QUARTER = "quy"
    MONTH = "thang"
    ROUND = "dot"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class DayRange:
    """Days from ``start`` (in) to ``end`` (out): the one place where ranges are half-open."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    @property
    def last(self) -> date:
        """The last day that is in."""
        return self.end - timedelta(days=1)

    def known_on(self, day: date) -> DayRange:
        """The days of this range that have come by ``day``; ``day`` alone where none has."""
        end = self.end if day >= self.end else day + timedelta(days=1)  # the last day of all has no next
        return DayRange(start=min(self.start, day), end=end)

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Whether an interval with both ends in (None: open) shares a day with this range."""
        return (first is None or first < self.end) and (last is None or last >= self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One period of a duty.

    Attributes:
        kind: its length.
        code: ``2020-2021``, ``hk1``, ``2020-q4`` or ``2020-11``.
        label: «năm học 2020-2021», «tháng 11/2020», as people read it.
        days: the days that its content covers (see the policy ``thang_tu_ngay`` for months).
    """

    kind: PeriodKind
    code: str
    label: str
    days: DayRange

    @property
    def written(self) -> str:
        """«tháng 01 năm 2021», «quý IV năm 2020»: as papers write it (NĐ 30 PL I.II.4.b)."""
        name, slash, year = self.label.partition("/")
        if not slash or self.kind is PeriodKind.ROUND:
            return self.label
        word, _, number = name.partition(" ")
        return f"{word} {number.zfill(2) if number in {'1', '2'} else number} năm {year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Semester:
    """A semester as the plan declares it; both days in."""

    code: str
    name: str
    first: date
    last: date
    source: str | None = None
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class YearMonth:
    """A calendar month."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> YearMonth:
        """The month in which ``day`` lies."""
        return cls(year=day.year, month=day.month)

    def plus(self, months: int) -> YearMonth:
        """``months`` later (negative: earlier)."""
        index = self.year * 12 + self.month - 1 + months
        return YearMonth(year=index // 12, month=index % 12 + 1)

    def day(self, number: int) -> date:
        """Day ``number`` of the month, or its last day where the month is shorter (BLDS 148.3)."""
        return min(date(self.year, self.month, 1) + timedelta(days=number - 1), self.last)

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return self.plus(1).first - timedelta(days=1)

    @property
    def code(self) -> str:
        """``2020-11``."""
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolYear:
    """A school year, 1/9 to 31/8, named by its first calendar year (1 to 9998)."""

    first_year: int

    @property
    def code(self) -> str:
        """``2020-2021``."""
        return f"{self.first_year}-{self.first_year + 1}"

    @property
    def days(self) -> DayRange:
        """1/9 of the first year to 31/8 of the second."""
        return DayRange(start=date(self.first_year, 9, 1), end=date(self.first_year + 1, 9, 1))

    @property
    def months(self) -> tuple[YearMonth, ...]:
        """The twelve months, September first."""
        first = YearMonth(year=self.first_year, month=9)
        return tuple(first.plus(step) for step in range(12))


def month_period(month: YearMonth, *, from_day: int = 1) -> Period:
    """The period of a month whose content runs from ``from_day`` of the month before.

    ``from_day=26``: ``2020-11`` covers 26/10 to 25/11. ``from_day=1`` is the calendar month.
    """
    if from_day == 1:
        days = DayRange(start=month.first, end=month.plus(1).first)
    else:
        days = DayRange(start=month.plus(-1).day(from_day), end=month.day(from_day))
    label = f"tháng {month.month}/{month.year}"
    return Period(kind=PeriodKind.MONTH, code=month.code, label=label, days=days)


def quarter_period(year: int, quarter: int) -> Period:
    """The period of a calendar quarter (1 to 4)."""
    first = YearMonth(year=year, month=quarter * 3 - 2)
    roman = ("I", "II", "III", "IV")[quarter - 1]
    return Period(
        kind=PeriodKind.QUARTER,
        code=f"{year}-q{quarter}",
        label=f"quý {roman}/{year}",
        days=DayRange(start=first.first, end=first.plus(3).first),
    )


def semester_period(semester: Semester, year: SchoolYear) -> Period:
    """The period of a declared semester."""
    return Period(
        kind=PeriodKind.SEMESTER,
        code=semester.code,
        label=f"{semester.name} năm học {year.code}",
        days=DayRange(start=semester.first, end=semester.last + timedelta(days=1)),
    )


def year_period(year: SchoolYear) -> Period:
    """The period of the whole school year."""
    return Period(kind=PeriodKind.SCHOOL_YEAR, code=year.code, label=f"năm học {year.code}", days=year.days)


def rounds(year: SchoolYear, named: Iterable[tuple[str, str, date]]) -> tuple[Period, ...]:
    """The periods of a duty that is due on some days of the year: each runs to its day, from the one before.

    Args:
        year: the school year, in which the first begins.
        named: code, name and last day of each.
    """
    found, start = [], year.days.start
    for code, name, last in sorted(named, key=lambda one: one[2]):
        end = max(last, start) + timedelta(days=1)
        found.append(
            Period(kind=PeriodKind.ROUND, code=code, label=name, days=DayRange(start=start, end=end))
        )
        start = end
    return tuple(found)


def periods_of(
    kind: PeriodKind,
    year: SchoolYear,
    *,
    semesters: tuple[Semester, ...] = (),
    month_from_day: int = 1,
) -> tuple[Period, ...]:
    """The periods of ``kind`` that lie wholly in the school year, in time's order.

    A month belongs to the school year by its calendar month, wherever its content begins.
    """
    match kind:
        case PeriodKind.SCHOOL_YEAR:
            return (year_period(year),)
        case PeriodKind.SEMESTER:
            return tuple(semester_period(one, year) for one in semesters)
        case PeriodKind.QUARTER:
            first = year.first_year
            return tuple(quarter_period(*one) for one in ((first, 4), (first + 1, 1), (first + 1, 2)))
        case PeriodKind.MONTH:
            return tuple(month_period(month, from_day=month_from_day) for month in year.months)
        case PeriodKind.ROUND:
            return ()  # each duty has its own: ``rounds``
        case _ as never:
            assert_never(never)
