"""``status`` of one unit, one duty or one period: row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truyenthong.cli.commands.status_overview import (
    awaited_lines,
    bold,
    draft_lines,
    fair_lines,
    heading,
    matter_lines,
    measures_line,
)
from truyenthong.cli.console import one_line
from truyenthong.cli.findings import SEVERITY_WORDS
from truyenthong.cli.screen import Screen, aligned, broken
from truyenthong.cli.tables import Cell, Table, marked_table
from truyenthong.model.periods import PeriodKind
from truyenthong.model.units import Roster
from truyenthong.operations.status import StatusOutcome
from truyenthong.progress import Row, State
from truyenthong.text import day_wording
from truyenthong.views.remarks import is_mendable
from truyenthong.views.rows import duty_in_period, extension_text
from truyenthong.views.wording import (
    behind_reason,
    due_text,
    next_step,
    standing_text,
    state_text,
    state_words,
)

_SILENT = (State.OPTIONAL, State.UPCOMING, State.UNDATED)
"""States in which a row without a receipt is told together with others of its duty."""

_MOST_FAULTS = 6
"""Findings of one unit that are told here; the rest is for ``validate``."""


def rows_text(outcome: StatusOutcome, screen: Screen | None) -> str:
    """The rows that were asked for; of one unit also what it has to do and what is wrong in its papers."""
    unit = outcome.unit
    about = "Tiến độ" if unit is None else f"{one_line(unit.name)}: tiến độ"
    lines = [bold(heading(outcome, about)), measures_line(outcome), *fair_lines(outcome)]
    if unit is not None:
        lines += _behind_of_unit(outcome)
    rows = [row for row in outcome.rows if row.receipts or row.state not in _SILENT]
    parts = ["\n".join(line for one in lines for line in broken(one, screen))]
    if rows and unit is not None:
        parts.append("\n".join(_own_rows(rows, outcome, screen)))
    elif rows:
        parts.append(marked_table(_table(rows, outcome), sample=outcome.sample))
    rest = [
        *_silent(outcome),
        *awaited_lines(outcome),
        *draft_lines(outcome),
        *matter_lines(outcome, 1_000, screen),
        *_faults(outcome),
    ]
    parts += ["\n".join(line for one in rest for line in broken(one, screen))] if rest else []
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _behind_of_unit(outcome: StatusOutcome) -> Iterator[str]:
    if not outcome.behind:
        yield "Không chậm nhiệm vụ nào."
    for row in outcome.behind:
        errors = [one for one in outcome.faults_of_unit if _is_of(row, one.ref.file)]
        what = one_line(duty_in_period(row.obligation, row.period))
        yield (
            f"Chậm {row.days_late} ngày: {what}, hạn {due_text(row)}; {one_line(behind_reason(row))}. "
            f"{next_step(row, outcome.plan.contact, mendable=is_mendable(row, errors))}"
        )


def _own_rows(rows: Sequence[Row], outcome: StatusOutcome, screen: Screen | None) -> list[str]:
    """A line for each row of the one unit, those behind first."""
    told = []
    for row in _in_order(rows):
        receipt = row.shown_receipt
        longer = f"; {extension_text(row.extension)}" if row.extension is not None else ""
        told.append(
            [
                due_text(row) if row.due is None else f"hạn {due_text(row)}",
                f"nhận {day_wording(receipt.received.day)}" if receipt is not None else "chưa nhận",
                standing_text(row, outcome.roster),
                period_of_year(row),
                one_line(f"{row.obligation.name}{longer}"),
            ]
        )
    return aligned(told, screen)


def period_of_year(row: Row) -> str:
    """The period in words; empty where the duty has one a year."""
    return "" if row.period is None or row.period.kind is PeriodKind.SCHOOL_YEAR else row.period.label


def _in_order(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: -(row.days_late or 0) if row.behind else 1)


def _is_of(row: Row, file: str) -> bool:
    return row.submission is not None and row.submission.file == file


def _table(rows: Sequence[Row], outcome: StatusOutcome) -> Table:
    """Those behind first; what is the same in every row stands in the title alone."""
    names = {duty_in_period(row.obligation, row.period) for row in rows}
    units = {row.unit.code for row in rows}
    title = "Từng nhiệm vụ" if len(names) > 1 else next(iter(names))
    headings = ["Đơn vị"] * (len(units) > 1 or outcome.unit is None) + ["Nhiệm vụ"] * (len(names) > 1)
    return Table(
        title=title,
        headings=(*headings, "Hạn", "Nhận ngày", "Tình trạng"),
        rows=tuple(tuple(_cells(row, headings, outcome.roster)) for row in _in_order(rows)),
    )


def _cells(row: Row, headings: Sequence[str], roster: Roster) -> Iterator[Cell]:
    if "Đơn vị" in headings:
        yield Cell(text=row.unit.short_name)
    if "Nhiệm vụ" in headings:
        yield Cell(text=duty_in_period(row.obligation, row.period))
    yield Cell(text=due_text(row))
    yield Cell(text=day_wording(row.shown_receipt.received.day) if row.shown_receipt else "")
    state = standing_text(row, roster)
    state = f"{state}; {extension_text(row.extension)}" if row.extension is not None else state
    yield Cell(text=state, shade=state_words(row.state).shade)


def _silent(outcome: StatusOutcome) -> Iterator[str]:
    """What nothing was received for and nothing has to be: a line a duty and state, with its periods."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in outcome.rows:
        if not row.receipts and row.state in _SILENT:
            groups.setdefault((row.obligation.code, state_text(row)), []).append(row)
    for rows in groups.values():
        first = rows[0]
        units = len({row.unit.code for row in rows})
        periods = dict.fromkeys(row.period.label for row in rows if row.period is not None)
        if units > 1:
            told = f"{units} đơn vị"
        elif first.state is State.UPCOMING:
            told = f"hạn gần nhất {due_text(first)}"
        else:
            which = f"{len(periods)} kỳ" if len(periods) > 3 else ", ".join(periods)
            told = f"chưa có văn bản nào của {which}" if periods else "chưa có văn bản nào"
        yield f"{one_line(first.obligation.name)} ({state_text(first)}): {told}."


def _faults(outcome: StatusOutcome) -> Iterator[str]:
    """What was found in the unit's own files, as ``validate`` says it."""
    if not outcome.about_unit:
        return
    yield bold("Trong dữ liệu của đơn vị")
    for one in outcome.about_unit[:_MOST_FAULTS]:
        file = one_line(one.ref.file.rpartition("/")[2])
        mend = f"; sửa: {one.hint}" if one.hint else ""
        yield f"  {SEVERITY_WORDS[one.severity]} {one.code} ({file}): {one_line(one.message)}{mend}"
    more = len(outcome.about_unit) - _MOST_FAULTS
    if more > 0:
        yield f"  … và {more} chỗ nữa"
    yield f"  xem từng chỗ: truyenthong validate data/submissions/{outcome.choice.unit}"
