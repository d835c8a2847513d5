"""What came in for the duty of a report: whose figures count, who sent nothing, and the sums of all.

Nothing is counted twice; empty is not 0.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from truyenthong.model.forms import Choice, ChoiceSource, Content, Field, FieldType, Form, Scalar
from truyenthong.model.forms import Row as FormRow
from truyenthong.model.moments import Moment
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster
from truyenthong.progress.rows import Row, State
from truyenthong.text import day_and_hour, day_wording, fold, number_wording
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


NUMBERS = (FieldType.INTEGER, FieldType.NUMBER)
"""The kinds of fields that are added up."""

_View = dict[str, PlainValue]

_WORD = re.compile(r"\w+")

_SENTENCE_END = re.compile(r"(?<=[\w\)»”][.;!?])\s+(?=[A-ZÀ-ỸĐ])|\n+")
"""Where a new sentence begins; «TP. Lai Châu» is cut too, which only makes the piece shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a table, and whose it is."""

    row: Row
    values: FormRow


def figure_view(field: Field, sent: Sequence[Sent]) -> _View:
    """A number (or a yes-or-no) over all units: the sum of those who gave one, and who they are."""
    given = [(one.row, one.content.get(field.code)) for one in sent]
    named = [row for row, value in given if value is not None]
    values = [Decimal(int(value)) if isinstance(value, bool) else value for _, value in given]
    return {
        "ma": field.code,
        "nhan": field.label,
        "don_vi_tinh": field.measure or "",
        "tong": total(values) if field.additive else None,
        "so_don_vi": len(named),
        "don_vi": names_of(named),
        "cong_gop": field.additive,
    }


def total(values: Iterable[object]) -> int | float | None:
    """The sum of the numbers among ``values``; None where there is none."""
    numbers = [Decimal(value) for value in values if isinstance(value, (int, Decimal))]
    return plain_number(sum(numbers, Decimal())) if numbers else None


def told_view(field: Field, sent: Sequence[Sent]) -> _View:
    """A text of all units: as each wrote it, and sentence by sentence with those who wrote the same."""
    written = [(one.row, str(value)) for one in sent if (value := one.content.get(field.code)) is not None]
    return {
        "ma": field.code,
        "nhan": field.label,
        "so_don_vi": len(written),
        "don_vi": [
            {"ten": row.unit.name, "ten_tat": row.unit.short_name, "chu": text} for row, text in written
        ],
        "y": [*_sentences(written)],
    }


def words_alone(text: str) -> str:
    """A text by its words, for comparing: marks, capitals and stops make no difference."""
    return " ".join(_WORD.findall(fold(text)))


def _sentences(written: Sequence[tuple[Row, str]]) -> Iterator[_View]:
    """The sentences, those of most units first; the same words count as the same however marks are typed."""
    words: dict[str, str] = {}
    rows: dict[str, list[Row]] = {}
    for row, text in written:
        for piece in _SENTENCE_END.split(text):
            said = piece.strip().rstrip(" .;")
            key = words_alone(said)
            words.setdefault(key, said)
            rows.setdefault(key, []).append(row)
    for key in sorted(filter(None, words), key=lambda one: -len(rows[one])):
        yield {
            "chu": words[key],
            "so_don_vi": len({row.unit.code for row in rows[key]}),
            "don_vi": names_of(rows[key]),
        }


def lines_of(table: Field, sent: Sequence[Sent]) -> tuple[Line, ...]:
    """The lines of a table of all units, in the order of the units."""
    return tuple(Line(row=one.row, values=values) for one in sent for values in one.lines(table.code))


def table_view(table: Field, sent: Sequence[Sent], reading: ValueReader) -> _View:
    """A table of all units: its lines, its sums, and the same by each column of choices."""
    lines = lines_of(table, sent)
    choosing = [column for column in table.columns if column.type is FieldType.CHOICE]
    return {
        "ma": table.code,
        "nhan": table.label,
        "so_dong": len(lines),
        "so_don_vi": len({line.row.unit.code for line in lines}),
        "dong": [*line_views(lines, table, reading)],
        "tong": sums_view(lines, table, whole=True),
        "theo": {column.code: [*_groups(lines, table, column, reading)] for column in choosing},
        "doi_chieu": {
            column.code: _cross(lines, table, column, sent, reading)
            for column in choosing
            if numbers_of(table)
        },
    }


def numbers_of(table: Field) -> tuple[Field, ...]:
    """The columns of a table with numbers."""
    return tuple(column for column in table.columns if column.type in NUMBERS)


def line_views(lines: Sequence[Line], table: Field, reading: ValueReader) -> Iterator[_View]:
    """Lines with whose they are, numbered from 1; a column of choices by its label, the codes in ``ma``."""
    for place, line in enumerate(lines, start=1):
        receipt = line.row.latest_valid
        codes = {
            column.code: str(line.values.get(column.code) or "")
            for column in table.columns
            if column.type is FieldType.CHOICE
        }
        yield {
            "stt": place,
            "cua": line.row.unit.name,
            "cua_tat": line.row.unit.short_name,
            "cua_van_ban": paper_text(receipt.paper) if receipt is not None else "",
            "ma": {**codes},
            **{
                column.code: _cell(reading.plain(column, line.values.get(column.code)), column)
                for column in table.columns
            },
        }


def _cell(value: PlainValue, column: Field) -> PlainValue:
    empty_text = value is None and column.type in (FieldType.TEXT, FieldType.CHOICE, FieldType.MOMENT)
    return "" if empty_text else value


def sums_view(lines: Sequence[Line], table: Field, *, whole: bool) -> _View:
    """The sums of the columns of numbers; ``whole``: over lines that differ in their choice."""
    return {
        column.code: total(line.values.get(column.code) for line in lines)
        if column.additive or not whole
        else None
        for column in numbers_of(table)
    }


def _groups(lines: Sequence[Line], table: Field, column: Field, reading: ValueReader) -> Iterator[_View]:
    """The lines by a choice, every choice in its order, also those that nobody named."""
    used = {str(line.values.get(column.code)) for line in lines}
    for place, (code, label, short) in enumerate(named_choices(column, reading, used), start=1):
        of_choice = [line for line in lines if line.values.get(column.code) == code]
        yield {
            "stt": place,
            "ma": code,
            "nhan": label,
            "nhan_gon": short,
            "so_dong": len(of_choice),
            "so_don_vi": len({line.row.unit.code for line in of_choice}),
            "don_vi": names_of([line.row for line in of_choice]),
            "tong": sums_view(of_choice, table, whole=False),
            "dong": [*line_views(of_choice, table, reading)],
        }


def named_choices(
    column: Field, reading: ValueReader, used: Collection[str] | None = None
) -> tuple[tuple[str, str, str], ...]:
    """Code, label and short label of each choice: a topic's clause, a unit's short name, else the label.

    With ``used`` the dashes of a topic are there only where somebody tells them apart.
    """
    if column.choices is ChoiceSource.TOPICS:
        topics = reading.plan.topics if used is None else reading.plan.topics_told(used)
        return tuple((one.code, one.name, one.label) for one in topics)
    if column.choices is ChoiceSource.UNITS:
        return tuple((one.code, one.name, one.short_name) for one in reading.roster.ordered())
    return tuple((one.code, one.label, one.label) for one in reading.choices(column))


def _cross(
    lines: Sequence[Line], table: Field, column: Field, sent: Sequence[Sent], reading: ValueReader
) -> _View:
    """A line for each unit, a cell for each choice that anybody named: where every sum comes from."""
    used = {line.values.get(column.code) for line in lines}
    choices = [one for one in named_choices(column, reading) if one[0] in used]
    codes = [code for code, _, _ in choices]
    return {
        "cot": [{"ma": code, "nhan": label, "nhan_gon": short} for code, label, short in choices],
        "don_vi": [
            {
                "stt": place,
                "ten": one.row.unit.name,
                "ten_tat": one.row.unit.short_name,
                **_cells(lines_of(table, [one]), table, column, codes),
            }
            for place, one in enumerate(sent, start=1)
        ],
        "cong": _cells(lines, table, column, codes),
    }


def _cells(lines: Sequence[Line], table: Field, column: Field, codes: Sequence[str]) -> _View:
    """The sums of ``lines`` for each choice, and of all of them."""
    of_choice: dict[str, list[Line]] = {code: [] for code in codes}
    for line in lines:
        of_choice.get(str(line.values.get(column.code)), []).append(line)
    return {
        "o": [sums_view(own, table, whole=False) for own in of_choice.values()],
        "tong": sums_view(lines, table, whole=True),
    }
