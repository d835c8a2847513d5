"""Values as cells of Excel, back as the texts that a person would type, and the rules for what is typed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from openpyxl.cell.cell import Cell
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet.datavalidation import DataValidation

from truyenthong.forms.excel.shown import (
    DIGITS,
    escaped,
    hides_year,
    plain_number,
    shown_number,
)
from truyenthong.forms.labels import NO, YES, label_of, one_line
from truyenthong.model.forms import Bounds, Field, FieldType, Row, Scalar
from truyenthong.model.moments import Moment
from truyenthong.ooxml.xml import without_illegal
from truyenthong.text import day_and_hour, day_wording, nfc, number_wording
from truyenthong.yamltext.days import FIRST_YEAR, LAST_YEAR
from truyenthong.yamltext.scalars import MAX_DIGITS, typed_number

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
"""1/1/2000 and 31/12/2099: a number between them is a day where a day belongs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The content of a cell as typed.

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
        case Moment(day=day, hour=None):
            cell.value = day
        case Moment(day=day, hour=hour) if hour is not None and hour != time.min:
            cell.value = datetime.combine(day, hour)
        case Moment(day=day, hour=hour):
            # an hour of midnight would read as no hour, so it is written as a text
            put_text(cell, day_and_hour(day, hour))
        case str():
            put_text(cell, shown.get(value, value))
        case int() | Decimal() if len(str(value).strip("-").replace(".", "")) > DIGITS:
            put_text(cell, typed_number(value))
        case _:
            cell.value = value
    cell.number_format = format_of(one)


def typed(
    value: object,
    kind: FieldType,
    epoch: datetime,
    number_format: str = "General",
    measure: str | None = None,
) -> Typed:
    """The text that a person would have typed to get what a cell shows.

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


_TITLE_ROOM, _PROMPT_ROOM, _ERROR_ROOM = 32, 255, 225
"""Excel shows no longer ones."""
_EDGE = 10**MAX_DIGITS - 1
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""The days that Excel and this program both know, where the form sets no limits."""


_BARE = "không kèm chữ; chưa có số liệu thì để trống."


def rule_of(one: Field, listed: str | None) -> DataValidation:
    """The rule for the cells of a field, with its words before and after typing.

    Args:
        one: a field that is no table.
        listed: the cells with the texts of its choices, for a field that is chosen from a list.
    """
    rule = _kind(one, listed)
    rule.allow_blank = True
    rule.errorStyle = "stop"
    rule.errorTitle, rule.error = "Chưa ghi được", _cut(_fault(one), _ERROR_ROOM)
    rule.promptTitle, rule.prompt = _cut(label_of(one), _TITLE_ROOM), _cut(_prompt(one), _PROMPT_ROOM)
    rule.showErrorMessage = rule.type is not None
    rule.showInputMessage = True
    return rule


def _kind(one: Field, listed: str | None) -> DataValidation:
    bounds = one.bounds
    match one.type:
        case FieldType.CHOICE if listed is not None:
            return DataValidation(type="list", formula1=listed)
        case FieldType.BOOLEAN:
            return DataValidation(type="list", formula1=f'"{YES},{NO}"')
        case FieldType.INTEGER | FieldType.NUMBER:
            low, high = _numbers(bounds)
            rule = DataValidation(type="decimal", operator="between", formula1=str(low), formula2=str(high))
            rule.type = "whole" if one.type is FieldType.INTEGER else "decimal"
            return rule
        case FieldType.DATE | FieldType.MOMENT:
            # a moment may be as late as the last minute of the last day
            first, last = _day_limit(bounds.earliest or _FIRST_DAY), _day_limit(bounds.latest or _LAST_DAY)
            until = f"{last}+0.99999" if one.type is FieldType.MOMENT else last
            return DataValidation(type="date", operator="between", formula1=first, formula2=until)
        case _ if bounds.longest is not None:
            return DataValidation(type="textLength", operator="lessThanOrEqual", formula1=str(bounds.longest))
        case _:
            return DataValidation()


def _numbers(bounds: Bounds) -> tuple[Decimal, Decimal]:
    low = Decimal(-_EDGE) if bounds.minimum is None else bounds.minimum
    high = Decimal(_EDGE) if bounds.maximum is None else bounds.maximum
    return low, high


def _day_limit(day: date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"


def _fault(one: Field) -> str:
    """The sentence shown when something else is typed."""
    words = {
        FieldType.CHOICE: "Chọn một dòng trong danh sách: bấm mũi tên bên phải ô.",
        FieldType.BOOLEAN: f"Ghi «{YES}» hoặc «{NO}»; chưa biết thì để trống.",
        FieldType.INTEGER: f"Ghi số nguyên{_limits(one.bounds)}, {_BARE}",
        FieldType.NUMBER: f"Ghi số{_limits(one.bounds)}, {_BARE}",
        FieldType.DATE: f"Ghi ngày theo thứ tự ngày/tháng/năm, ví dụ 30/5/2021{_days(one.bounds)}.",
        FieldType.MOMENT: (
            f"Ghi ngày và giờ, ví dụ 30/5/2021 09:15{_days(one.bounds)}; không rõ giờ thì chỉ ghi ngày."
        ),
        FieldType.TEXT: f"Nhiều nhất {number_wording(one.bounds.longest or 0)} ký tự; rút gọn nội dung.",
    }
    return words[one.type]


def _limits(bounds: Bounds) -> str:
    words = [
        *([f"từ {number_wording(bounds.minimum)}"] if bounds.minimum is not None else []),
        *([f"nhiều nhất {number_wording(bounds.maximum)}"] if bounds.maximum is not None else []),
    ]
    return f" {', '.join(words)}" if words else ""


def _days(bounds: Bounds) -> str:
    words = [
        *([f"từ {day_wording(bounds.earliest)}"] if bounds.earliest is not None else []),
        *([f"đến {day_wording(bounds.latest)}"] if bounds.latest is not None else []),
    ]
    return f"; {' '.join(words)}" if words else ""


def _prompt(one: Field) -> str:
    """The sentences shown before anything is typed: the guidance, then what the cell takes."""
    needed = "Bắt buộc. " if one.required else ""
    guidance = f"{one_line(one.guidance)} " if one.guidance else ""
    told = "" if one.type is FieldType.TEXT and one.bounds.longest is None else _fault(one)
    return f"{needed}{guidance}{told}".strip() or "Để trống nếu không có."


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"
