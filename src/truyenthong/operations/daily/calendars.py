"""``calendar``: the due days of a unit or of the whole office as an .ics file.

What a file says follows from the data and the day of the board alone: earlier files are not read. An event
that was announced and fell away, since its unit closed, is found from the unit's own days and stays cancelled
for a year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from truyenthong.model.deadlines import Due
from truyenthong.model.periods import DayRange
from truyenthong.model.plan import Plan
from truyenthong.model.units import Unit
from truyenthong.operations.choose import find_unit
from truyenthong.operations.load import Ready, load
from truyenthong.operations.validate import measurable
from truyenthong.progress import Row, State
from truyenthong.text import day_wording
from truyenthong.views.rows import written_duty
from truyenthong.views.wording import SAMPLE_MARK, addressee_text
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.outputs import OutputFolder

if TYPE_CHECKING:  # 0.1 s, paid by those who write a calendar
    from icalendar import Calendar, Event

WHOLE = "ca-nganh"
"""The name of the file, and the place of a unit's code in an event, for the whole office."""

_KEPT = timedelta(days=365)
_ALARMS = (timedelta(days=-7, hours=8), timedelta(days=-1, hours=8))
"""Eight in the morning, seven days and one day before: an alarm at midnight wakes or is missed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueEvent:
    """One day on which something is due.

    Attributes:
        unit: the unit's code, or ``WHOLE``.
        changed: when the due day became what it is; None: with the plan.
        cancelled: it was announced and is no longer asked for.
        answered: a valid paper has come: nothing more is reminded of.
    """

    row: Row
    unit: str
    due: Due
    changed: date | None = None
    cancelled: bool = False
    answered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarsOutcome:
    """The files that were made, the units that have nothing with a date, and where changed files went."""

    made: tuple[Path, ...]
    empty: tuple[Unit, ...]
    kept: Mapping[Path, Path]


def make_calendars(
    workspace: Workspace, out: Path, *, unit: str | None, every_unit: bool, as_of: date, now: datetime
) -> CalendarsOutcome:
    """Makes the calendar of the whole office, of a unit, or of the office and every unit.

    Args:
        workspace: the workspace.
        out: the folder of the files.
        unit: the one unit that is asked for, by code or name.
        every_unit: each unit's file beside that of the whole office.
        as_of: the day of the board.
        now: the run's moment, for the names of files that somebody had changed.

    Raises:
        UsageError: the unit is not known.
        UnreadableDataError: the plan or the units are not readable.
        CannotContinueError: a file cannot be written.
    """
    work = measurable(load(workspace), figures=False)
    rows = work.progress(as_of).rows
    wanted: tuple[Unit, ...] = ()
    if unit is not None:
        wanted = (find_unit(work.roster, unit),)
    elif every_unit:
        wanted = tuple(work.roster.ordered())
    files: dict[str, bytes] = {}
    empty: list[Unit] = []
    if unit is None:
        files[f"{WHOLE}.ics"] = calendar_bytes(work, events_of_all(rows, as_of), work.plan.agency.name)
    by_unit: dict[str, list[Row]] = {}
    for row in rows:
        by_unit.setdefault(row.unit.code, []).append(row)
    for one in wanted:
        events = events_of_unit(by_unit.get(one.code, ()), work.plan, as_of)
        if events:
            files[f"{one.code}.ics"] = calendar_bytes(work, events, one.name)
        else:
            empty.append(one)
    folder = OutputFolder(folder=out, now=now)
    with storage.locked(out):
        put = folder.put(files)
    return CalendarsOutcome(made=tuple(out / name for name in files), empty=tuple(empty), kept=put.kept)


def events_of_unit(rows: Iterable[Row], plan: Plan, as_of: date) -> tuple[DueEvent, ...]:
    """The due days of one unit, by day."""
    found = [event for row in rows for event in _of_unit(row, plan, as_of)]
    return tuple(sorted(found, key=lambda one: one.due.at))


def _of_unit(row: Row, plan: Plan, as_of: date) -> Iterator[DueEvent]:
    due, duty, unit = row.due, row.obligation, row.unit
    if due is None or not duty.to_be_sent:
        return
    event = DueEvent(
        row=row,
        unit=unit.code,
        due=due,
        changed=row.extension.granted if row.extension is not None else None,
        answered=row.first_valid is not None,
    )
    if row.state is not State.EXEMPT:
        yield event
    elif _was_announced(row, plan, as_of) and as_of <= due.day + _KEPT:
        closed = max((one.last for one in unit.validity if one.last is not None), default=None)
        yield DueEvent(row=row, unit=unit.code, due=due, changed=closed, cancelled=True)


def _was_announced(row: Row, plan: Plan, as_of: date) -> bool:
    """Whether the unit owed it by what was known on some earlier day of the year."""
    duty, due = row.obligation, row.original_due
    if due is None or row.unit.code in duty.owners.excluded:
        return False
    start, last = plan.year.days.start, min(due.day, as_of)
    return last >= start and row.unit.exists_within(DayRange(start=start, end=last + timedelta(days=1)))


def events_of_all(rows: Iterable[Row], as_of: date) -> tuple[DueEvent, ...]:
    """One event for each duty and period that somebody owes, by the plan's own day, extensions left aside."""
    found: dict[tuple[str, str | None], DueEvent] = {}
    for row in rows:
        key = (row.obligation.code, row.period_code)
        if row.original_due is None or not row.obligation.to_be_sent or row.state is State.EXEMPT:
            continue
        past = row.original_due.day < as_of
        found.setdefault(key, DueEvent(row=row, unit=WHOLE, due=row.original_due, answered=past))
    return tuple(sorted(found.values(), key=lambda one: one.due.at))


def calendar_bytes(work: Ready, events: Sequence[DueEvent], name: str) -> bytes:
    """The events as an .ics file (RFC 5545): whole days, no clock time that could shift."""
    from icalendar import Calendar  # noqa: PLC0415 - lazy

    plan = work.plan
    title = f"Hạn truyền thông {plan.year.code} – {name}"
    calendar = Calendar()
    calendar.add("prodid", "-//truyenthong//lich//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{SAMPLE_MARK} – {title}" if work.settings.sample_data else title)
    for one in events:
        _add(calendar, one, plan, sample=work.settings.sample_data)
    return bytes(calendar.to_ical())


def _add(calendar: Calendar, one: DueEvent, plan: Plan, *, sample: bool) -> None:
    from icalendar import Alarm, Event  # noqa: PLC0415 - lazy

    row, day = one.row, one.due.day
    what = written_duty(row.obligation, row.period)
    summary = f"{SAMPLE_MARK} – {what}" if sample else what
    event: Event = Event()
    period = f"@{row.period_code}" if row.period_code is not None else ""
    event.add("uid", f"{row.obligation.code}{period}.{one.unit}.{plan.code}")
    event.add("dtstamp", _stamp(plan))
    event.add("last-modified", _at(one.changed) if one.changed is not None else _stamp(plan))
    event.add("sequence", max(0, (day - plan.year.days.start).days) + int(one.cancelled))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"Không phải nộp nữa: {summary}" if one.cancelled else f"Hạn cuối: {summary}")
    event.add("description", _description(one, plan))
    event.add("categories", ["Kế hoạch truyền thông"])
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    if not (one.cancelled or one.answered):
        for before in _ALARMS:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", f"{summary}: hạn hết ngày {day_wording(day)}")
            alarm.add("trigger", before)
            event.add_component(alarm)
    calendar.add_component(event)


def _description(one: DueEvent, plan: Plan) -> str:
    duty = one.row.obligation
    lines = [
        f"Mục {duty.clause} của Kế hoạch: «{duty.quotation}»",
        f"Gửi {addressee_text(duty, plan)}. Ngày cuối còn đúng hạn là {day_wording(one.due.day)}.",
        *one.due.steps,
    ]
    if one.cancelled:
        lines.insert(0, "Việc này không còn phải nộp.")
    elif one.answered and one.unit != WHOLE:
        lines.insert(0, "Đã nhận.")
    return "\n".join(lines)


def _stamp(plan: Plan) -> datetime:
    """The day of the plan's paper; where a part of it is left blank, the earliest day it can be."""
    paper, start = plan.paper, plan.year.days.start
    if paper.year is None or paper.month is None:
        return _at(start)
    return _at(date(paper.year, paper.month, paper.day or 1))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
