"""One submission and one line of a table in it, with the form's values as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from truyenthong.model.forms import Choice, ChoiceSource, Content, Field, FieldType, Form, Scalar
from truyenthong.model.forms import Row as FormRow
from truyenthong.model.plan import Plan
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.model.units import Roster
from truyenthong.progress.rows import Row
from truyenthong.text import day_wording, number_wording
from truyenthong.views.row_view import row_view
from truyenthong.views.subject import PlainValue, ViewInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one file of a report of scope ``bai-nop`` or ``dong`` is about.

    Attributes:
        line: the place in the table named by ``bang``, counted from 0; None for the whole submission.
    """

    row: Row
    line: int | None = None


def pieces_of(given: ViewInput, entry: ReportEntry) -> tuple[Piece, ...]:
    """What came in for the entry's duty (for any duty where it names none), or the lines of its table."""
    rows = [
        row for row in given.progress.rows if row.receipts and entry.obligation in (None, row.obligation.code)
    ]
    if entry.scope is ReportScope.SUBMISSION:
        return tuple(Piece(row=row) for row in rows)
    return tuple(Piece(row=row, line=place) for row in rows for place in range(len(_lines(row, entry.table))))


def submission_view(row: Row, plan: Plan, roster: Roster) -> dict[str, PlainValue]:
    """The row with the values of the form: by code in ``so_lieu``, with labels in ``muc`` and ``bang``."""
    form = plan.form_of(row.obligation)
    content = content_of(row)
    fields = () if form is None or content is None else form.fields
    reading = _Reading(plan=plan, roster=roster)
    tables = [field for field in fields if field.type is FieldType.TABLE]
    return {
        **row_view(row, plan.contact, place=1),
        "bieu_mau": form.name if form is not None else "",
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
    reading = _Reading(plan=plan, roster=roster)
    return {
        column.code: reading.plain(column, lines[piece.line].get(column.code)) for column in table.columns
    }


def content_of(row: Row) -> Content | None:
    """The values that count: those of the latest valid receipt, else of the last one that has any."""
    if row.latest_valid is not None and row.latest_valid.content is not None:
        return row.latest_valid.content
    return next((one.content for one in reversed(row.receipts) if one.content is not None), None)


def _lines(row: Row, table: str | None) -> Sequence[FormRow]:
    content = content_of(row)
    lines = content.get(table) if content is not None and table is not None else None
    return lines if isinstance(lines, tuple) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """Turns values of a form into what a template prints; a choice is told by its label."""

    plan: Plan
    roster: Roster

    def value(self, field: Field, content: Content) -> PlainValue:
        given = content.get(field.code)
        if not isinstance(given, tuple):
            return self.plain(field, given)
        return [
            {column.code: self.plain(column, line.get(column.code)) for column in field.columns}
            for line in given
        ]

    def plain(self, field: Field, given: Scalar) -> PlainValue:
        if isinstance(given, Decimal):
            return int(given) if given == given.to_integral_value() else float(given)
        return self._label(field, given) if field.type is FieldType.CHOICE else given

    def words(self, field: Field, given: object) -> str:
        match given:
            case None:
                return ""
            case bool():
                return "có" if given else "không"
            case int() | Decimal():
                return number_wording(given)
            case date():
                return day_wording(given)
            case _:
                return self._label(field, str(given))

    def table(self, field: Field, content: Content) -> dict[str, PlainValue]:
        given = content.get(field.code)
        lines = given if isinstance(given, tuple) else ()
        return {
            "ma": field.code,
            "nhan": field.label,
            "cot": [column.label for column in field.columns],
            "dong": [
                {"o": [self.words(column, line.get(column.code)) for column in field.columns]}
                for line in lines
            ],
        }

    def _label(self, field: Field, given: Scalar) -> str:
        choices: Sequence[Choice]
        if field.choices is ChoiceSource.TOPICS:
            choices = [Choice(code=one.code, label=one.name) for one in self.plan.topics]
        elif field.choices is ChoiceSource.UNITS:
            choices = [Choice(code=one.code, label=one.name) for one in self.roster.units]
        else:
            choices = field.choices
        return next((one.label for one in choices if one.code == given), "" if given is None else str(given))
