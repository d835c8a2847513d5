"""Which mark is open on a day, counted day by day; only ``is_working_day`` is shared with the program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from truyenthong.model.calendar import Calendar
from truyenthong.model.outreach import ReminderMark

DAY = timedelta(days=1)


def opening(mark: ReminderMark, due: date, calendar: Calendar, *, working: bool) -> date:
    day = due + mark.offset * DAY
    if not working or calendar.is_working_day(day):
        return day
    later = next(day + n * DAY for n in range(1, 400) if calendar.is_working_day(day + n * DAY))
    if mark.offset <= 0 and later > due:
        return next(day - n * DAY for n in range(1, 400) if calendar.is_working_day(day - n * DAY))
    return later


def open_on(
    day: date, marks: Sequence[ReminderMark], due: date, calendar: Calendar, *, working: bool
) -> str | None:
    """The latest mark that has opened by a day and has not closed."""
    side = [one for one in marks if (one.offset <= 0) == (day <= due)]
    opened = [one for one in side if opening(one, due, calendar, working=working) <= day]
    if not opened:
        return None
    latest = max(opened, key=lambda one: one.offset)
    if latest.offset > 0:
        first = opening(latest, due, calendar, working=working)
        return latest.code if (day - first).days < latest.open_days else None
    return latest.code
