"""One submission and one line of a table in it, with the form's values as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truyenthong.model.forms import Content, FieldType, Form
from truyenthong.model.forms import Row as FormRow
from truyenthong.model.plan import Plan
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.model.units import Roster
from truyenthong.progress.rows import Row
from truyenthong.views.reading import Reading
from truyenthong.views.row_view import files_view, row_view
from truyenthong.views.subject import PlainValue, ViewInput, is_asked_outside


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one file of a report of scope ``bai-nop`` or ``dong`` is about.

    Attributes:
        line: the place in the table named by ``bang``, counted from 0; None for the whole submission.
    """

    row: Row
    line: int | None = None


def pieces_of(given: ViewInput, entry: ReportEntry) -> tuple[Piece, ...]:
    """What came in for the entry's duty, or the lines of its table.

    Where the entry names no duty: whatever units outside the agency sent to the agency.
    """
    rows = [row for row in given.progress.rows if row.receipts and _is_meant(row, given, entry)]
    if entry.scope is ReportScope.SUBMISSION:
        return tuple(Piece(row=row) for row in rows)
    return tuple(Piece(row=row, line=place) for row in rows for place in range(len(_lines(row, entry.table))))


def _is_meant(row: Row, given: ViewInput, entry: ReportEntry) -> bool:
    if entry.obligation is None:
        return is_asked_outside(row, given.roster)
    return row.obligation.code == entry.obligation


def submission_view(row: Row, plan: Plan, roster: Roster) -> dict[str, PlainValue]:
    """The row with the values of the form: by code in ``so_lieu``, with labels in ``muc`` and ``bang``."""
    form = plan.form_of(row.obligation)
    content = content_of(row)
    fields = () if form is None or content is None else form.fields
    reading = Reading(plan=plan, roster=roster)
    tables = [field for field in fields if field.type is FieldType.TABLE]
    return {
        **row_view(row, plan.contact, place=1),
        "bieu_mau": form.name if form is not None else "",
        "tep_da_nhan": [
            {"lan": place, **one}
            for place, receipt in enumerate(row.receipts, start=1)
            for one in files_view(receipt)
        ],
        "so_lieu": {field.code: reading.value(field, content or {}) for field in fields},
        "muc": [
            {
                "ma": field.code,
                "nhan": field.label,
                "gia_tri": reading.words(field, (content or {}).get(field.code)),
            }
            for field in fields
            if field.type is not FieldType.TABLE
        ],
        "bang": [reading.table(field, content or {}) for field in tables],
    }


def line_view(piece: Piece, entry: ReportEntry, plan: Plan, roster: Roster) -> dict[str, PlainValue]:
    """One line of the table, by the codes of its columns."""
    form: Form | None = plan.form_of(piece.row.obligation)
    table = form.field(entry.table) if form is not None and entry.table is not None else None
    lines = _lines(piece.row, entry.table)
    if table is None or piece.line is None or piece.line >= len(lines):
        return {}
    reading = Reading(plan=plan, roster=roster)
    line = lines[piece.line]
    choosing = [column for column in table.columns if column.type is FieldType.CHOICE]
    return {
        "ma": {column.code: str(line.get(column.code) or "") for column in choosing},
        **{column.code: reading.plain(column, line.get(column.code)) for column in table.columns},
    }


def content_of(row: Row) -> Content | None:
    """The values that count: those of the latest valid receipt, else of the last one that has any."""
    if row.latest_valid is not None and row.latest_valid.content is not None:
        return row.latest_valid.content
    return next((one.content for one in reversed(row.receipts) if one.content is not None), None)


def _lines(row: Row, table: str | None) -> Sequence[FormRow]:
    """The lines of a table in the paper whose content counts; a faulty or returned one has none to print."""
    content = row.latest_valid.content if row.latest_valid is not None else None
    lines = content.get(table) if content is not None and table is not None else None
    return lines if isinstance(lines, tuple) else ()
