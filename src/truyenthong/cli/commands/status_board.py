"""The board as matrices: a line a unit, a column a duty or period; ``status --board``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truyenthong.cli.commands.status_overview import (
    draft_lines,
    fair_lines,
    heading,
    matter_limits,
    measures_line,
)
from truyenthong.cli.tables import Cell, Table, marked_table
from truyenthong.model.matters import Matter
from truyenthong.model.units import Roster
from truyenthong.operations.status import StatusOutcome
from truyenthong.progress import Row
from truyenthong.progress.levels import rows_by_parent, rows_by_wide_kind
from truyenthong.text import cut, day_wording
from truyenthong.views.board import measures_view, with_those_below
from truyenthong.views.wording import (
    LEGEND,
    RECEIVED_MARK,
    RECEIVED_NAME,
    behind_reason,
    due_text,
    state_mark,
    state_words,
)

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
    yield Cell(text=matter.key)
    yield Cell(text=cut(matter.title, _LONGEST))
    yield Cell(text=unit.short_name if unit is not None else "")
    yield Cell(text=day_wording(matter.since) if matter.since is not None else "")
    yield Cell(text=matter_limits(matter), shade=_OVERDUE if matter.is_overdue else "")


Column = tuple[str, str | None]
"""A duty and a period: one column of the board."""


def board_text(outcome: StatusOutcome) -> str:
    """The measures, a matrix for each kind of unit, what is behind, what is open."""
    head = [heading(outcome), measures_line(outcome), *fair_lines(outcome), *draft_lines(outcome), ""]
    parts = ["\n".join(head)]
    parts.extend(marked_table(table, sample=outcome.sample) for table in _boards(outcome))
    parts.append(_legend(outcome.rows))
    levels = _levels_table(outcome)
    if levels.rows:
        parts.append(marked_table(levels, sample=outcome.sample))
    if outcome.behind:
        parts.append(marked_table(_behind_table(outcome.behind), sample=outcome.sample))
    if outcome.matters:
        parts.append(marked_table(matters_table(outcome.matters, outcome.roster), sample=outcome.sample))
    return "\n".join(parts)


def _boards(outcome: StatusOutcome) -> Iterator[Table]:
    """For each kind of unit: the duties with one period together, then each duty with many by its periods."""
    for kind in outcome.roster.kinds:
        rows = [row for row in outcome.rows if row.unit.kind == kind.code]
        periods = {row.obligation.code: set[str | None]() for row in rows}
        for row in rows:
            periods[row.obligation.code].add(row.period_code)
        single = [row for row in rows if len(periods[row.obligation.code]) == 1]
        if single:
            yield _board(kind.name, single, by_period=False)
        for code in (code for code, found in periods.items() if len(found) > 1):
            of_duty = [row for row in rows if row.obligation.code == code]
            yield _board(f"{kind.name}: {of_duty[0].obligation.name} ({code})", of_duty, by_period=True)


def _board(title: str, rows: Sequence[Row], *, by_period: bool) -> Table:
    columns = {(row.obligation.code, row.period_code): row for row in rows}
    units = {row.unit.code: row.unit for row in rows}
    cells = {(row.unit.code, row.obligation.code, row.period_code): row for row in rows}
    return Table(
        title=title,
        headings=("Đơn vị", *(_heading_of(row, by_period=by_period) for row in columns.values())),
        rows=tuple(
            (
                Cell(text=unit.short_name),
                *(_cell(cells.get((code, *column))) for column in columns),
            )
            for code, unit in units.items()
        ),
        centred=frozenset(range(1, len(columns) + 1)),
    )


def _heading_of(row: Row, *, by_period: bool) -> str:
    """A narrow heading: the duty's code, or the period («11/20», «q4/20», «hk1»)."""
    if not by_period or row.period is None:
        return row.obligation.code
    year, _, part = row.period.code.partition("-")
    if not year.isdigit():
        return row.period.label
    return f"{part}/{year[2:]}" if part else year


def _cell(row: Row | None) -> Cell:
    if row is None:
        return Cell(text="")
    return Cell(text=state_mark(row), shade=state_words(row.state).shade)


def _levels_table(outcome: StatusOutcome) -> Table:
    """The rates of each level that is declared; no line where none is."""
    silent = outcome.nothing_received
    levels = [
        *((kind.name, rows) for kind, rows in rows_by_wide_kind(outcome.rows, outcome.roster)),
        *(
            (with_those_below(unit), rows)
            for unit, rows in rows_by_parent(outcome.rows, outcome.roster, outcome.as_of)
        ),
    ]
    views = [measures_view(rows, name, silent=silent) for name, rows in levels]
    return Table(
        title="Theo loại rộng và đơn vị cấp trên",
        headings=("Cấp", "Phải nộp", "Đã nhận", "Đúng hạn"),
        rows=tuple(
            (
                Cell(text=str(one["ten"])),
                Cell(text=str(one["phai_nop"])),
                Cell(text=str(one["nhan_chu"] or one["da_nhan"])),
                Cell(text=str(one["dung_han_chu"] or one["dung_han"])),
            )
            for one in views
            if one["phai_nop"]
        ),
    )


def _legend(rows: Sequence[Row]) -> str:
    seen = {row.state for row in rows}
    words = [f"{state_words(one).mark} {state_words(one).name}" for one in LEGEND if one in seen]
    return f"Ghi chú: {'; '.join([*words, f'{RECEIVED_MARK} {RECEIVED_NAME}'])}.\n"


def _behind_table(rows: Sequence[Row]) -> Table:
    return Table(
        title="Đang chậm",
        headings=("Đơn vị", "Mã", "Nhiệm vụ", "Kỳ", "Hạn", "Quá hạn", "Vì"),
        rows=tuple(
            (
                Cell(text=row.unit.short_name),
                Cell(text=row.unit.code),
                Cell(text=row.obligation.code),
                Cell(text=row.period_code or ""),
                Cell(text=due_text(row)),
                Cell(text=f"{row.days_late} ngày", shade=state_words(row.state).shade),
                Cell(text=behind_reason(row)),
            )
            for row in rows
        ),
    )
