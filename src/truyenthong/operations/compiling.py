"""The figures of a paper that the office sends, from what units sent it, by fields of the same code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import cast

from truyenthong.model.forms import ChoiceSource, Content, Field, FieldType, Form, Row, Scalar
from truyenthong.views.gathering import Gathering, Sent
from truyenthong.views.reading import Reading
from truyenthong.views.subject import PlainValue
from truyenthong.views.sums import Line, lines_of, told_view


def compiled(form: Form, gathering: Gathering, reading: Reading) -> Content | None:
    """What the form of the office's own paper holds: sums, sentences and lines of the units' reports.

    A field is filled where the units' form has one of the same code; a column of units takes whoever sent
    the line. None where no unit gave any figures: nothing is invented.
    """
    source = gathering.form
    if source is None or not gathering.counted:
        return None
    filled: Content = {}
    for field in form.fields:
        origin = source.field(field.code)
        if origin is not None:
            filled[field.code] = _value(field, origin, gathering.counted, reading)
    return filled


def _value(field: Field, origin: Field, sent: Sequence[Sent], reading: Reading) -> Scalar | tuple[Row, ...]:
    match field.type:
        case FieldType.INTEGER | FieldType.NUMBER if origin.additive:
            return _sum(field, sent)
        case FieldType.TEXT if origin.type is FieldType.TEXT:
            return " ".join(_sentences(origin, sent)) or None
        case FieldType.TABLE if origin.type is FieldType.TABLE:
            return tuple(_row(field, origin, line, reading) for line in lines_of(origin, sent))
        case _:
            return None


def _sum(field: Field, sent: Sequence[Sent]) -> Scalar:
    """The exact sum; None where no unit gave a number, or where a whole number is wanted and it is none."""
    given = (one.content.get(field.code) for one in sent)
    numbers = [Decimal(value) for value in given if isinstance(value, (int, Decimal))]
    summed = sum(numbers, Decimal())
    if summed == summed.to_integral_value():
        return int(summed) if numbers else None
    return summed if field.type is FieldType.NUMBER else None


def _sentences(origin: Field, sent: Sequence[Sent]) -> Iterator[str]:
    pieces = told_view(origin, sent)["y"]
    for piece in cast("list[dict[str, PlainValue]]", pieces):
        yield f"{piece['chu']}."


def _row(field: Field, origin: Field, line: Line, reading: Reading) -> Row:
    return {column.code: _cell(column, origin.column(column.code), line, reading) for column in field.columns}


def _cell(column: Field, origin: Field | None, line: Line, reading: Reading) -> Scalar:
    if origin is None:
        return line.row.unit.code if column.choices is ChoiceSource.UNITS else None
    value = line.values.get(origin.code)
    if origin.type is FieldType.CHOICE and column.type is FieldType.TEXT:
        return reading.label(origin, value) or None
    return value
