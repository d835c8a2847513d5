"""What came in for the duty of a report: whose figures count, and who sent nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from truyenthong.model.forms import Choice, ChoiceSource, Content, Field, FieldType, Form, Scalar
from truyenthong.model.forms import Row as FormRow
from truyenthong.model.moments import Moment
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster
from truyenthong.progress.rows import Row, State
from truyenthong.text import day_and_hour, day_wording, number_wording
from truyenthong.views.rows import moment_text, paper_text, written_duty
from truyenthong.views.subject import PlainValue, Subject
from truyenthong.views.units import unit_names
from truyenthong.views.wording import behind_reason, due_text, state_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A submission whose figures count, with the values of its latest valid receipt."""

    row: Row
    content: Content

    def lines(self, table: str) -> tuple[FormRow, ...]:
        """The lines of a table; none where nothing was typed."""
        given = self.content.get(table)
        return given if isinstance(given, tuple) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """The submissions of one duty, each in exactly one of the lists.

    Attributes:
        form: the duty's form; None where the report has no duty, or the duty has no form.
        counted: valid, with figures.
        without_figures: valid, but only the paper came: nothing was typed.
        nil: «không phát sinh».
        uncounted: received, but returned or faulty.
        missing: nothing came.
    """

    form: Form | None = None
    counted: tuple[Sent, ...] = ()
    without_figures: tuple[Row, ...] = ()
    nil: tuple[Row, ...] = ()
    uncounted: tuple[Row, ...] = ()
    missing: tuple[Row, ...] = field(default=())

    @property
    def reported(self) -> tuple[Row, ...]:
        """Every row with something valid, in the order of the board."""
        return (*(one.row for one in self.counted), *self.without_figures, *self.nil)


def gather(subject: Subject) -> Gathering:
    """Sorts the rows of the subject's duty; empty for a report that is about no duty of its own."""
    duty = subject.plan.obligations_by_code.get(subject.entry.obligation or "")
    return Gathering() if duty is None else gather_rows(subject.rows, subject.plan.form_of(duty))


def gather_rows(given: Sequence[Row], form: Form | None) -> Gathering:
    """Sorts the rows of one duty, whose form is ``form``."""
    rows = [row for row in given if row.state is not State.EXEMPT]
    valid = [row for row in rows if row.latest_valid is not None]
    return Gathering(
        form=form,
        counted=tuple(_with_figures(valid)),
        without_figures=tuple(row for row in valid if not _is_nil(row) and _content(row) is None),
        nil=tuple(row for row in valid if _is_nil(row)),
        uncounted=tuple(row for row in rows if row.latest_valid is None and row.receipts),
        missing=tuple(row for row in rows if not row.receipts),
    )


def _with_figures(rows: Sequence[Row]) -> Iterator[Sent]:
    for row in rows:
        content = _content(row)
        if content is not None and not _is_nil(row):
            yield Sent(row=row, content=content)


def _content(row: Row) -> Content | None:
    return row.latest_valid.content if row.latest_valid is not None else None


def _is_nil(row: Row) -> bool:
    return row.latest_valid is not None and row.latest_valid.nil


def senders_view(rows: Sequence[Row], subject: Subject) -> list[PlainValue]:
    """Units with what came of them, numbered from 1."""
    return [{"stt": place, **_sender(row, subject)} for place, row in enumerate(rows, start=1)]


def _sender(row: Row, subject: Subject) -> dict[str, PlainValue]:
    receipt = row.latest_valid or (row.receipts[-1] if row.receipts else None)
    return {
        **unit_names(row.unit, subject.given.roster),
        "noi_dung": written_duty(row.obligation, row.period),
        "ky": row.period.written if row.period is not None else "",
        "van_ban": paper_text(receipt.paper) if receipt is not None else "",
        "nhan_luc": moment_text(receipt.received) if receipt is not None else "",
        "han_chu": due_text(row),
        "trang_thai_chu": state_text(row),
        "ly_do": behind_reason(row) if row.receipts and row.latest_valid is None else "",
    }


def names_of(rows: Sequence[Row]) -> str:
    """The short names of the rows' units, each once: «Phòng GD&ĐT A, THPT X»."""
    return ", ".join(dict.fromkeys(row.unit.short_name for row in rows))


def plain_number(number: Decimal) -> int | float:
    """The number as templates compute with it."""
    return int(number) if number == number.to_integral_value() else float(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueReader:
    """Reads values by the fields of the plan's forms."""

    plan: Plan
    roster: Roster

    def value(self, field: Field, content: Content) -> PlainValue:
        """The value of a field: a table as its lines, by the codes of its columns."""
        given = content.get(field.code)
        if field.type is FieldType.TABLE and given is None:
            return []  # a table that was left out has no lines: a template goes over none
        if not isinstance(given, tuple):
            return self.plain(field, given)
        return [
            {column.code: self.plain(column, line.get(column.code)) for column in field.columns}
            for line in given
        ]

    def plain(self, field: Field, given: Scalar) -> PlainValue:
        """A value as a template computes with it."""
        if isinstance(given, Decimal):
            return plain_number(given)
        if isinstance(given, Moment):
            return day_and_hour(given.day, given.hour)
        return self.label(field, given) if field.type is FieldType.CHOICE else given

    def words(self, field: Field, given: object) -> str:
        """A value as people read it; empty where nothing was typed."""
        match given:
            case None:
                return ""
            case bool():
                return "có" if given else "không"
            case int() | Decimal():
                return number_wording(given)
            case Moment():
                return day_and_hour(given.day, given.hour)
            case date():
                return day_wording(given)
            case _:
                return self.label(field, str(given))

    def table(self, field: Field, content: Content) -> dict[str, PlainValue]:
        """A table with its heads and its cells in words."""
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

    def choices(self, field: Field) -> Sequence[Choice]:
        """The choices of a field, wherever their list lives."""
        if field.choices is ChoiceSource.TOPICS:
            return [Choice(code=one.code, label=one.name) for one in self.plan.topics]
        if field.choices is ChoiceSource.UNITS:
            return [Choice(code=one.code, label=one.name) for one in self.roster.units]
        return field.choices

    def label(self, field: Field, given: Scalar) -> str:
        """The label of a choice; a text that is no choice as it is."""
        labels = (one.label for one in self.choices(field) if one.code == given)
        return next(labels, "" if given is None else str(given))
