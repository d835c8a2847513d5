"""Adds up what the units of one duty reported, where nothing is counted twice; empty is not 0."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from truyenthong.model.forms import ChoiceSource, Field, FieldType
from truyenthong.model.forms import Row as FormRow
from truyenthong.progress.rows import Row
from truyenthong.text import fold
from truyenthong.views.rows import paper_text
from truyenthong.views.subject import PlainValue
from truyenthong.views.totals import Sent, ValueReader, names_of, plain_number

NUMBERS = (FieldType.INTEGER, FieldType.NUMBER)
"""The kinds of fields that are added up."""

_View = dict[str, PlainValue]

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


def _sentences(written: Sequence[tuple[Row, str]]) -> Iterator[_View]:
    """The sentences, those of most units first; the same words count as the same however marks are typed."""
    words: dict[str, str] = {}
    rows: dict[str, list[Row]] = {}
    for row, text in written:
        for piece in _SENTENCE_END.split(text):
            said = piece.strip().rstrip(" .;")
            key = fold(said)
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
    for place, (code, label, short) in enumerate(named_choices(column, reading), start=1):
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


def named_choices(column: Field, reading: ValueReader) -> tuple[tuple[str, str, str], ...]:
    """Code, label and short label of each choice: a topic's clause, a unit's short name, else the label."""
    if column.choices is ChoiceSource.TOPICS:
        return tuple((one.code, one.name, one.clause) for one in reading.plan.topics)
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
