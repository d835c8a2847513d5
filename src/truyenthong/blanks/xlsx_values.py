"""Values as cells of Excel and back as the texts that a person would type; judges none of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from openpyxl.cell.cell import Cell
from openpyxl.utils.datetime import from_excel

from truyenthong.blanks.docx_fields import NO, YES
from truyenthong.blanks.xlsx_shown import (
    DIGITS,
    escaped,
    hides_year,
    plain_number,
    shown_number,
)
from truyenthong.model.forms import Field, FieldType, Row, Scalar
from truyenthong.model.moments import Moment
from truyenthong.sources.days import FIRST_YEAR, LAST_YEAR
from truyenthong.sources.scalars import typed_number
from truyenthong.text import day_and_hour, day_wording, nfc
from truyenthong.word.xml import without_illegal

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
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050
"""1/1/2000 and 31/12/2099: numbers that can stand for a day where a day belongs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in a cell.

    Attributes:
        text: as a person would type what the cell shows; None where it shows nothing.
        serial: it is the bare number of a day, which the text gives as a day.
        exact: what the cell holds, where it shows a rounded number.
        year: the year that was typed where a day belongs, so that Excel shows a day of 1905.
        yearless: a day is shown without its year.
    """

    text: str | None
    serial: bool = False
    exact: str | None = None
    year: int | None = None
    yearless: bool = False


def format_of(one: Field) -> str:
    """The number format of a field's cells."""
    return _FORMATS.get(one.type, "General")


def put_text(cell: Cell, text: str) -> None:
    """Writes a text as a text: one that begins with an equals sign is no formula."""
    cell.value = escaped(nfc(without_illegal(text)[0]))
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
        case int() | Decimal() if len(str(value).strip("-").replace(".", "")) > DIGITS:
            put_text(cell, typed_number(value))
        case _:
            cell.value = value
    cell.number_format = format_of(one)


def _put_day(cell: Cell, day: date) -> None:
    cell.value = day


def typed(
    value: object,
    kind: FieldType,
    epoch: datetime,
    number_format: str = "General",
    measure: str | None = None,
) -> Typed:
    """What a person would have typed to get what a cell shows in a field of that kind.

    Args:
        value: what is shown, before it is put into its format.
        kind: the kind of the field.
        epoch: the day that the workbook counts from.
        number_format: of the cell.
        measure: of the field; a percent sign is left out where it says so.
    """
    if isinstance(value, bool):
        return Typed(text=YES if value else NO)
    if isinstance(value, (int, float)):
        if kind in {FieldType.DATE, FieldType.MOMENT}:
            is_day = _FIRST_SERIAL <= value <= _LAST_SERIAL
            return Typed(text=_day(from_excel(value, epoch)) if is_day else str(value), serial=is_day)
        return _typed_number(value, kind, number_format, measure)
    if isinstance(value, (datetime, date)):
        return Typed(text=_day(value), year=year_typed(value, epoch), yearless=hides_year(number_format))
    text = "" if value is None else str(value)
    return Typed(text=text if text.strip() else None)


def _typed_number(value: float, kind: FieldType, number_format: str, measure: str | None) -> Typed:
    if not math.isfinite(value):
        return Typed(text=str(value))
    if kind is FieldType.TEXT and number_format != "General":
        return Typed(text=plain_number(value, number_format))
    seen = shown_number(value, number_format)
    sign = "%" if seen.percent and "%" not in (measure or "") else ""
    text, exact = (f"{typed_number(one)}{sign}" for one in (seen.number, seen.exact))
    return Typed(text=text, exact=exact if seen.number != seen.exact else None)


def year_typed(value: date, epoch: datetime) -> int | None:
    """The year that was typed into a cell for days: Excel takes it for the number of a day."""
    serial = (value if isinstance(value, datetime) else datetime.combine(value, time.min)) - epoch
    return serial.days if not serial % timedelta(days=1) and FIRST_YEAR <= serial.days <= LAST_YEAR else None


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
