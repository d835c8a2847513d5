"""Open entries of registers, for people and for programs; what is open was decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truyenthong.cli.tables import Cell, Table
from truyenthong.model.hours import Timed
from truyenthong.model.matters import Matter
from truyenthong.model.units import Roster
from truyenthong.text import VIETNAM_TIME, day_wording, hour_wording, moment_wording

_LONGEST = 60
"""Characters of a matter's title that a table shows."""

_OVERDUE = "F4B6AE"
"""The background of what is late, as in the board."""


def matters_table(matters: Sequence[Matter], roster: Roster) -> Table:
    """A line for each open matter, the most pressing first."""
    overdue = sum(one.is_overdue for one in matters)
    told = f", {overdue} việc đã quá thời hạn" if overdue else ""
    return Table(
        title=f"Việc còn mở: {len(matters)}{told}",
        headings=("Mục", "Việc", "Đơn vị", "Từ ngày", "Thời hạn"),
        rows=tuple(tuple(_cells(one, roster)) for one in matters),
    )


def _cells(matter: Matter, roster: Roster) -> Iterator[Cell]:
    unit = roster.by_code.get(matter.unit or "")
    title = matter.title
    yield Cell(text=matter.key)
    yield Cell(text=title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…")
    yield Cell(text=unit.short_name if unit is not None else "")
    yield Cell(text=day_wording(matter.since) if matter.since is not None else "")
    limits = "; ".join(_limit(one, matter) for one in matter.waiting)
    yield Cell(text=limits, shade=_OVERDUE if matter.is_overdue else "")


def _limit(one: Timed, matter: Matter) -> str:
    if one.is_overdue(matter.as_of):
        return f"{one.limit.name}: quá hạn từ {moment_wording(one.due)}"
    if one.due.date() == matter.as_of:
        return f"{one.limit.name}: trong ngày, đến {hour_wording(one.due.time())}"
    return f"{one.limit.name}: còn {one.hours_left(matter.as_of)} giờ, đến {moment_wording(one.due)}"


def matter_objects(matters: Sequence[Matter]) -> list[dict[str, object]]:
    """The open matters as JSON; ``hours_left`` counts from the end of the day of the board."""
    return [
        {
            "register": one.ledger.register.code,
            "key": one.key,
            "title": one.title,
            "unit": one.unit,
            "since": one.since.isoformat() if one.since is not None else None,
            "overdue": one.is_overdue,
            "limits": [
                {
                    "name": each.limit.name,
                    "due": each.due.replace(tzinfo=VIETNAM_TIME).isoformat(),
                    "hours_left": each.hours_left(one.as_of),
                }
                for each in one.waiting
            ],
        }
        for one in matters
    ]
