"""The progress board as tables for people; the states were decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from truyenthong.cli.matters_output import matters_table
from truyenthong.cli.tables import Cell, Table, table_text
from truyenthong.operations.status import StatusOutcome
from truyenthong.progress import Row
from truyenthong.text import day_wording, percent_wording
from truyenthong.views.wording import (
    LEGEND,
    NOTHING_RECEIVED,
    RECEIVED_MARK,
    RECEIVED_NAME,
    SAMPLE_MARK,
    behind_reason,
    due_text,
    state_mark,
    state_text,
    state_words,
)

Column = tuple[str, str | None]
"""A duty and a period: one column of the board."""


def status_table(outcome: StatusOutcome) -> str:
    """What a person sees: the measures, then the board, or the rows that were asked for."""
    parts = [_heading(outcome)]
    if outcome.choice.is_narrow:
        parts.append(marked_table(_rows_table(outcome.rows), sample=outcome.sample))
    else:
        parts.extend(marked_table(table, sample=outcome.sample) for table in _boards(outcome))
        parts.append(_legend(outcome.rows))
        if outcome.behind:
            parts.append(marked_table(_behind_table(outcome.behind), sample=outcome.sample))
    if outcome.matters:
        parts.append(marked_table(matters_table(outcome.matters, outcome.roster), sample=outcome.sample))
    return "\n".join(parts)


def marked_table(table: Table, *, sample: bool) -> str:
    """The table; of sample data every one says so."""
    return table_text(replace(table, title=f"{table.title} ({SAMPLE_MARK})") if sample else table)


def _heading(outcome: StatusOutcome) -> str:
    mark = f"{SAMPLE_MARK} – " if outcome.sample else ""
    day = day_wording(outcome.as_of)
    title = f"{mark}Tiến độ năm học {outcome.plan.year.code}, tính đến hết ngày {day}"
    return f"{title}\n{_measures_line(outcome)}\n"


def _measures_line(outcome: StatusOutcome) -> str:
    figures = outcome.measures
    if outcome.nothing_received:
        return f"{NOTHING_RECEIVED[0].upper()}{NOTHING_RECEIVED[1:]}; phải nộp đến nay: {figures.expected}."
    return (
        f"Phải nộp {figures.expected}; đã nhận {figures.received}{_share(figures.received_rate)}; "
        f"đúng hạn {figures.on_time}{_share(figures.on_time_rate)}; đang chậm {len(outcome.behind)}."
    )


def _share(rate: float | None) -> str:
    return "" if rate is None else f" ({percent_wording(rate)})"


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
    return f"{part}/{year[2:]}" if part else year


def _cell(row: Row | None) -> Cell:
    if row is None:
        return Cell(text="")
    return Cell(text=state_mark(row), shade=state_words(row.state).shade)


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


def _rows_table(rows: Sequence[Row]) -> Table:
    return Table(
        title="Từng nhiệm vụ",
        headings=("Đơn vị", "Nhiệm vụ", "Kỳ", "Hạn", "Nhận ngày", "Tình trạng"),
        rows=tuple(
            (
                Cell(text=row.unit.short_name),
                Cell(text=row.obligation.code),
                Cell(text=row.period_code or ""),
                Cell(text=due_text(row)),
                Cell(text=_received(row)),
                Cell(text=state_text(row), shade=state_words(row.state).shade),
            )
            for row in rows
        ),
    )


def _received(row: Row) -> str:
    receipt = row.shown_receipt
    return day_wording(receipt.received.day) if receipt is not None else ""
