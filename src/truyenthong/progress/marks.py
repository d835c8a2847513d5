"""On which days a mark of reminding is open, counted from a due day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from truyenthong.model.calendar import Calendar
from truyenthong.model.outreach import ReminderMark

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkWindow:
    """The days on which a mark is open, both ends in; none where ``closes`` lies before ``opens``.

    Attributes:
        named: the day that the mark's number of days gives, a day off or not.
        opens: the first day on which it is sent.
    """

    mark: ReminderMark
    named: date
    opens: date
    closes: date

    def __contains__(self, day: date) -> bool:
        return self.opens <= day <= self.closes


def windows_before(
    marks: Sequence[ReminderMark], due: date, calendar: Calendar, *, working_days: bool
) -> tuple[MarkWindow, ...]:
    """The marks before a due day, in the order of their days; no two are open on one day.

    A mark on a day off opens on the next working day; where that is past the due day, on the last working
    day before it. It closes when the next one opens, the last one with the due day.

    Raises:
        CalendarTooEmptyError: the calendar leaves no working day.
    """
    before = [mark for mark in marks if mark.is_before]
    opened = _opened(before, due, calendar, working_days=working_days)
    ends = [after - _ONE_DAY for _, (_, _, after) in pairwise(opened)]
    return tuple(
        MarkWindow(mark=mark, named=named, opens=opens, closes=closes)
        for (mark, named, opens), closes in zip(opened, [*ends, due], strict=False)
    )


def windows_after(
    marks: Sequence[ReminderMark], start: date, calendar: Calendar, *, working_days: bool
) -> tuple[MarkWindow, ...]:
    """The marks after a due day, or after the day of a return; no two are open on one day.

    A mark on a day off opens on the next working day. It closes when the next one opens, or after its own
    number of days (``open_days``).

    Raises:
        CalendarTooEmptyError: the calendar leaves no working day.
    """
    after = [mark for mark in marks if not mark.is_before]
    opened = _opened(after, start, calendar, working_days=working_days)
    ends = [later - _ONE_DAY for _, (_, _, later) in pairwise(opened)]
    return tuple(
        MarkWindow(
            mark=mark,
            named=named,
            opens=opens,
            closes=min(closes, opens + timedelta(days=mark.open_days - 1)),
        )
        for (mark, named, opens), closes in zip(opened, [*ends, date.max], strict=False)
    )


def _opened(
    marks: Sequence[ReminderMark], start: date, calendar: Calendar, *, working_days: bool
) -> list[tuple[ReminderMark, date, date]]:
    """The marks in the order of their days, each with the day that it names and the day on which it opens."""
    return [
        (
            mark,
            start + timedelta(days=mark.offset),
            _opening(mark, start, calendar, working_days=working_days),
        )
        for mark in sorted(marks, key=lambda one: one.offset)
    ]


def _opening(mark: ReminderMark, due: date, calendar: Calendar, *, working_days: bool) -> date:
    named = due + timedelta(days=mark.offset)
    if not working_days:
        return named
    opens = calendar.next_working_day(named)
    return calendar.previous_working_day(named) if mark.is_before and opens > due else opens
