"""``record reminded``: a unit was reminded by a letter, on paper or through e-Office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from truyenthong.errors import UsageError
from truyenthong.model.dispatches import LetterReminder
from truyenthong.operations.choose import find_unit
from truyenthong.operations.load import load
from truyenthong.operations.submission_file import find_target
from truyenthong.operations.validate import recordable
from truyenthong.text import day_wording
from truyenthong.views.rows import duty_in_period
from truyenthong.workspace import storage
from truyenthong.workspace.dispatches import append_dispatches, book_name, read_dispatches
from truyenthong.workspace.layout import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderLetter:
    """What the office says of a letter: to whom, about what, on which day, under which number."""

    unit: str
    obligation: str
    period: str | None
    day: date
    number: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedLetter:
    """What was written down.

    Attributes:
        name: the dispatch book, relative to the root.
        unit, what: who was reminded of what.
        new: False where it was there already, and nothing was written.
    """

    name: str
    unit: str
    what: str
    new: bool


def record_reminded(workspace: Workspace, letter: ReminderLetter, *, now: datetime) -> NotedLetter:
    """Writes a letter into the dispatch book: no mail reminds of the marks that were open by its day.

    Raises:
        UsageError: a unit, duty or period that is not known, a unit that does not owe it, a day to come.
        UnreadableDataError: the plan or the units are not readable.
        CannotContinueError: the dispatch book is damaged, or the system refuses to write.
    """
    if letter.day > now.date():
        raise UsageError(f"Ngày {day_wording(letter.day)} chưa đến.", hint="xem lại --date.")
    with storage.locked(workspace.root):
        work = recordable(load(workspace, today=now.date()), letter.obligation)
        unit = find_unit(work.roster, letter.unit)
        row = find_target(work, letter.obligation, letter.period, unit, day=letter.day).row
        event = LetterReminder(
            at=now,
            unit=unit.code,
            obligation=row.obligation.code,
            period=row.period_code,
            day=letter.day,
            number=letter.number,
            note=letter.note,
        )
        year = work.plan.year
        known = any(_is_same(one, event) for one in read_dispatches(workspace, year).book.letters)
        if not known:
            append_dispatches(workspace, year, [event])
    return NotedLetter(
        name=book_name(year), unit=unit.name, what=duty_in_period(row.obligation, row.period), new=not known
    )


def _is_same(old: LetterReminder, new: LetterReminder) -> bool:
    return (old.unit, old.obligation, old.period, old.day, old.number) == (
        new.unit,
        new.obligation,
        new.period,
        new.day,
        new.number,
    )
