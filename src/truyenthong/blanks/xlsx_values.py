"""Values as cells of Excel and back as the texts that a person would type; judges none of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from openpyxl.cell.cell import Cell
from openpyxl.utils.datetime import from_excel

from truyenthong.blanks.docx_fields import NO, YES
from truyenthong.model.forms import Field, FieldType, Row, Scalar
from truyenthong.model.moments import Moment
from truyenthong.sources.scalars import typed_number
from truyenthong.text import day_and_hour, day_wording, nfc
from truyenthong.word.values import without_illegal

TEXT_FORMAT, DAY_FORMAT, MOMENT_FORMAT = "@", "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
_FORMATS = {
    FieldType.TEXT: TEXT_FORMAT,
    FieldType.CHOICE: TEXT_FORMAT,
    FieldType.BOOLEAN: TEXT_FORMAT,
    FieldType.DATE: DAY_FORMAT,
    FieldType.MOMENT: MOMENT_FORMAT,
    FieldType.INTEGER: "0",
    FieldType.NUMBER: "General",
}
_DIGITS = 15
"""Excel keeps no more."""
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050
"""1/1/2000 and 31/12/2099: numbers that can stand for a day where a day belongs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in a cell.

    Attributes:
        text: as a person would type it; None where the cell is empty.
        serial: it is the bare number of a day, which the text gives as a day.
    """

    text: str | None
    serial: bool = False


def format_of(one: Field) -> str:
    """The number format of a field's cells."""
    return _FORMATS.get(one.type, "General")


def put_text(cell: Cell, text: str) -> None:
    """Writes a text as a text: one that begins with an equals sign is no formula."""
    cell.value = nfc(without_illegal(text)[0])
    cell.data_type = "s"


def put_value(cell: Cell, one: Field, value: Scalar | tuple[Row, ...], shown: dict[str, str]) -> None:
    """Writes a value of a field; ``shown`` has the texts of its choices by code."""
    match value:
        case None | tuple():
            return
        case bool():
            put_text(cell, YES if value else NO)
        case Moment(day=day, hour=hour) if hour is not None and hour != time.min:
            cell.value = datetime.combine(day, hour)
        case Moment(day=day, hour=hour):
            # an hour of midnight would read as no hour, so it stands as a text
            put_text(cell, day_and_hour(day, hour)) if hour is not None else _put_day(cell, day)
        case date():
            _put_day(cell, value)
        case str():
            put_text(cell, shown.get(value, value))
        case int() | Decimal() if len(str(value).strip("-").replace(".", "")) > _DIGITS:
            put_text(cell, typed_number(value))
        case _:
            cell.value = value
    cell.number_format = format_of(one)


def _put_day(cell: Cell, day: date) -> None:
    cell.value = day


def typed(value: object, kind: FieldType, epoch: datetime) -> Typed:
    """What a person would have typed to get a cell's value in a field of that kind.

    Args:
        value: as openpyxl reads it.
        kind: the kind of the field.
        epoch: the day that the workbook counts from.
    """
    if isinstance(value, bool):
        return Typed(text=YES if value else NO)
    if isinstance(value, (int, float)):
        is_day = kind in {FieldType.DATE, FieldType.MOMENT} and _FIRST_SERIAL <= value <= _LAST_SERIAL
        if is_day:
            return Typed(text=_day(from_excel(value, epoch)), serial=True)
        return Typed(text=_number(value))
    if isinstance(value, (datetime, date, time, timedelta)):
        return Typed(text=_day(value))
    text = "" if value is None else str(value)
    return Typed(text=text if text.strip() else None)


def _day(value: object) -> str:
    match value:
        case datetime() if value.time() == time.min:
            return day_wording(value.date())
        case datetime():
            return day_and_hour(value.date(), value.time().replace(microsecond=0))
        case date():
            return day_wording(value)
        case _:
            return str(value)


def _number(value: float) -> str:
    """A number to the digits that Excel shows at most: 0,3 and not 0,30000000000000004."""
    if not math.isfinite(value):
        return str(value)
    return typed_number(Decimal(f"{value:.{_DIGITS}g}"))
