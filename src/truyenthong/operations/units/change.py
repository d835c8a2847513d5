"""``units plan-change``: what a changed list of units would do to boards, before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from truyenthong.findings import Finding
from truyenthong.model.units import Roster, Unit
from truyenthong.operations.choose import read_named
from truyenthong.operations.load import Ready, load
from truyenthong.operations.validate import measurable
from truyenthong.progress import Measures, Row, State, measures
from truyenthong.workspace.layout import UNITS_FILE, Workspace
from truyenthong.workspace.snapshot import look_at

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardChange:
    """What is different on the board of a day.

    Attributes:
        before, after: the measures with the list as it is, and as it would be.
        passed: what other units would owe instead, each row with those from which it came.
        lost: what a unit would no longer owe, and nobody takes over.
        gained: what a unit would owe that came from nobody.
    """

    day: date
    before: Measures
    after: Measures
    passed: tuple[Row, ...]
    lost: tuple[Row, ...]
    gained: tuple[Row, ...]

    @property
    def is_none(self) -> bool:
        """Whether the board stays as it is."""
        return self.before == self.after and not (self.passed or self.lost or self.gained)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeOutcome:
    """What would change.

    Attributes:
        opened, closed: units with the day on which they begin, or the last on which they are there.
        renamed: units whose name is another, with the name that they bore.
        moved: units with another unit above them at the end of the school year.
        removed: units that are no longer in the list though they are in it now.
        findings: what the rules say of the new list and did not say of the old one.
        boards: the boards on the eve of each day on which something takes effect, on the day, and at the end.
    """

    opened: tuple[tuple[Unit, date], ...]
    closed: tuple[tuple[Unit, date], ...]
    renamed: tuple[tuple[Unit, str], ...]
    moved: tuple[tuple[Unit, str | None], ...]
    removed: tuple[Unit, ...]
    findings: tuple[Finding, ...]
    files: Mapping[str, bytes]
    boards: tuple[BoardChange, ...]


def plan_change(workspace: Workspace, path: Path) -> ChangeOutcome:
    """Compares the boards with the workspace's units and with those of another file; nothing is written.

    Raises:
        UsageError: there is no such file.
        UnreadableDataError: either list has faults that decide who owes what.
    """
    snapshot = look_at(workspace)
    files = {**snapshot.files, UNITS_FILE: read_named(path, "TỆP")}
    now = measurable(load(workspace, snapshot=snapshot))
    then = measurable(load(workspace, snapshot=replace(snapshot, files=files)))
    known = {(one.code, one.message) for one in now.loaded.findings if one.ref.file == UNITS_FILE}
    last = now.plan.year.days.last
    old, new = now.roster.by_code, then.roster.by_code
    both = [unit for unit in then.roster.units if unit.code in old]
    return ChangeOutcome(
        opened=tuple(_edges(now.roster, then.roster, last=False)),
        closed=tuple(_edges(now.roster, then.roster, last=True)),
        renamed=tuple((one, old[one.code].name) for one in both if one.name != old[one.code].name),
        moved=tuple(
            (one, one.parent_on(last)) for one in both if one.parent_on(last) != old[one.code].parent_on(last)
        ),
        removed=tuple(unit for unit in now.roster.units if unit.code not in new),
        findings=tuple(
            one
            for one in then.loaded.findings
            if one.ref.file == UNITS_FILE and (one.code, one.message) not in known
        ),
        files=files,
        boards=tuple(_board(now, then, day) for day in _days(now, then)),
    )


def _edges(old: Roster, new: Roster, *, last: bool) -> Iterator[tuple[Unit, date]]:
    """The units of the new list that begin, or end, on a day on which they do not now."""
    for unit in new.units:
        before = old.by_code.get(unit.code)
        known = _ends(before, last=last) if before is not None else set()
        yield from ((unit, day) for day in sorted(_ends(unit, last=last) - known))


def _ends(unit: Unit, *, last: bool) -> set[date]:
    days = (span.last if last else span.first for span in unit.validity)
    return {day for day in days if day is not None}


def _days(now: Ready, then: Ready) -> list[date]:
    """The eves and the days of all that takes effect in the school year, and its last day."""
    year = now.plan.year.days
    found = {year.last}
    for unit in {*now.roster.units, *then.roster.units}:
        starts = _ends(unit, last=False) | {
            day + ONE_DAY for day in _ends(unit, last=True) if day < year.last
        }
        for day in starts | {one.since for one in unit.handovers}:
            if day in year:
                found |= {day - ONE_DAY, day}
    return sorted(found)


def _board(now: Ready, then: Ready, day: date) -> BoardChange:
    before, after = _rows(now, day), _rows(then, day)
    taken = {(one.code, *row.key[1:]) for row in after.values() for one in row.before}
    new = [row for key, row in after.items() if key not in before]
    return BoardChange(
        day=day,
        before=measures(before.values()),
        after=measures(after.values()),
        passed=tuple(row for row in new if row.before),
        lost=tuple(row for key, row in before.items() if key not in after and key not in taken),
        gained=tuple(row for row in new if not row.before),
    )


def _rows(work: Ready, day: date) -> dict[tuple[str, str, str | None], Row]:
    """What must be sent; of what is only sent «if any» nobody can lose anything."""
    rows = work.progress(day).rows
    return {row.key: row for row in rows if row.state is not State.EXEMPT and row.obligation.measured}
