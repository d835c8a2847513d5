"""Types, limits, lists and sentences of fields as data validation of Excel; sets no values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from openpyxl.worksheet.datavalidation import DataValidation

from truyenthong.blanks.docx_fields import NO, YES, label_of
from truyenthong.model.forms import Bounds, Field, FieldType
from truyenthong.sources.scalars import MAX_DIGITS
from truyenthong.text import day_wording, number_wording

_TITLE_ROOM, _PROMPT_ROOM, _ERROR_ROOM = 32, 255, 225
"""Excel shows no longer ones."""
_EDGE = 10**MAX_DIGITS - 1
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""The days between which Excel and this program both reckon, where the form sets no limits."""


_BARE = "không kèm chữ; chưa có số liệu thì để trống."


def rule_of(one: Field, listed: str | None) -> DataValidation:
    """What may stand in the cells of a field, told before and after typing.

    Args:
        one: a field that is no table.
        listed: where the texts of its choices stand, for a field that is chosen from a list.
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
            first, last = _day(bounds.earliest or _FIRST_DAY), _day(bounds.latest or _LAST_DAY)
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


def _day(day: date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"


def _fault(one: Field) -> str:
    """What is said when something else is typed."""
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
    """What is said before anything is typed: the guidance, then what the cell takes."""
    needed = "Bắt buộc. " if one.required else ""
    guidance = f"{' '.join(one.guidance.split())} " if one.guidance else ""
    told = "" if one.type is FieldType.TEXT and one.bounds.longest is None else _fault(one)
    return f"{needed}{guidance}{told}".strip() or "Để trống nếu không có."


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"
