"""Reads the values of a form (``noi_dung``) by its declaration."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from truyenthong.diagnostics.fields import TT112, TT133, TT134, TT136
from truyenthong.model.forms import Bounds, Choice, ChoiceSource, Content, Field, FieldType, Form, Row, Scalar
from truyenthong.model.moments import Moment
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster
from truyenthong.text import day_wording, fold, number_wording
from truyenthong.text.links import link_fault
from truyenthong.yamltext.days import parse_date, parse_moment
from truyenthong.yamltext.reader import MappingReader
from truyenthong.yamltext.scalars import (
    Fault,
    label_hint,
    out_of_bounds,
    parse_boolean,
    parse_integer,
    parse_number,
    read_bare,
    short,
)
from truyenthong.yamltext.shapes import not_a_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The lists of choices: those of a field, and those that live elsewhere in the workspace."""

    plan: Plan
    roster: Roster

    def has(self, field: Field, code: str) -> bool:
        """Whether a code is one of the choices; asked for every value, so no list is built for it."""
        if field.choices is ChoiceSource.UNITS:
            return code in self.roster.by_code
        named = self.plan.topics if field.choices is ChoiceSource.TOPICS else field.choices
        return code in [one.code for one in named]

    def choices(self, field: Field) -> Sequence[Choice]:
        """The choices of a field."""
        if not isinstance(field.choices, ChoiceSource):
            return field.choices
        named = self.plan.topics if field.choices is ChoiceSource.TOPICS else self.roster.units
        return tuple(Choice(code=one.code, label=one.name) for one in named)


def read_content(reader: MappingReader, form: Form, lists: Choices) -> Content:
    """The values of a form; a fault becomes a finding and the value None."""
    content: Content = {}
    for field in form.fields:
        read = _table if field.type is FieldType.TABLE else _scalar
        content[field.code] = read(reader, field, lists)
    reader.no_others(*content)
    return content


def _scalar(reader: MappingReader, field: Field, lists: Choices) -> Scalar:
    typed = reader.peek(field.code)
    if typed is None or (field.required and isinstance(typed, str) and not typed.strip()):
        _missing(reader, field)
        return None
    parse = _PARSERS[field.type]
    read = parse(typed, field, lists) if isinstance(typed, str) else not_a_text(typed)
    if isinstance(read, Fault) and isinstance(typed, str):
        read = read_bare(typed, lambda text: parse(text, field, lists))
    if isinstance(read, Fault):
        reader.refuse(field.code, read)
        return None
    if field.link and isinstance(read, str) and (fault := link_fault(read)) is not None:
        message = f"«{short(read)}» ở «{field.label}» {fault}"
        reader.report(TT136, field.code, message, hint="ví dụ https://laichau.edu.vn/tin-tuc/bai-1")
    return read


def _missing(reader: MappingReader, field: Field) -> None:
    if field.required:
        unit = f" ({field.measure})" if field.measure is not None else ""
        message = f"chưa có «{field.label}»{unit}, mã {field.code}"
        reader.report(TT134, field.code, message, hint=field.guidance or f"thêm dòng «{field.code}: …»")


def _text(text: str, field: Field, _lists: Choices) -> str | Fault:
    longest = field.bounds.longest
    if longest is not None and len(text) > longest:
        count, most = number_wording(len(text)), number_wording(longest)
        message = f"«{field.label}» dài {count} ký tự, nhận nhiều nhất {most}"
        return Fault(kind=TT133, message=message, hint="viết gọn lại, hoặc chuyển phần dài vào tệp kèm theo")
    return text


def _integer(text: str, field: Field, _lists: Choices) -> int | Fault:
    number = parse_integer(text)
    return number if isinstance(number, Fault) else _bounds_fault(Decimal(number), field.bounds) or number


def _number(text: str, field: Field, _lists: Choices) -> Decimal | Fault:
    number = parse_number(text)
    return number if isinstance(number, Fault) else _bounds_fault(number, field.bounds) or number


def _bounds_fault(number: Decimal, bounds: Bounds) -> Fault | None:
    fault = out_of_bounds(number, minimum=bounds.minimum, maximum=bounds.maximum)
    return None if fault is None else Fault(kind=TT133, message=fault.message, hint=fault.hint)


def _day(text: str, field: Field, _lists: Choices) -> date | Fault:
    day = parse_date(text)
    return day if isinstance(day, Fault) else _outside(day, field.bounds) or day


def _moment(text: str, field: Field, _lists: Choices) -> Moment | Fault:
    moment = parse_moment(text)
    return moment if isinstance(moment, Fault) else _outside(moment.day, field.bounds) or moment


def _outside(day: date, bounds: Bounds) -> Fault | None:
    if bounds.earliest is not None and day < bounds.earliest:
        message = f"ngày {day_wording(day)} sớm hơn ngày {day_wording(bounds.earliest)}"
        return Fault(kind=TT133, message=message, hint="xem lại ngày, tháng, năm")
    if bounds.latest is not None and day > bounds.latest:
        message = f"ngày {day_wording(day)} muộn hơn ngày {day_wording(bounds.latest)}"
        return Fault(kind=TT133, message=message, hint="xem lại ngày, tháng, năm")
    return None


def _choice(text: str, field: Field, lists: Choices) -> str | Fault:
    """The code of a choice by its code, or by its label, however case and tone marks are typed.

    Letters and tones themselves count: Than Uyên is never Tân Uyên. A label that several choices have is
    asked about, and so is what is no choice: the labels are named, which forms show, not the codes.
    """
    if lists.has(field, text):
        return text
    key, choices = fold(text), lists.choices(field)
    called = [choice.code for choice in choices if fold(choice.label) == key]
    if len(called) == 1:
        return called[0]
    if called:
        message = f"có {len(called)} lựa chọn cùng tên «{short(text)}»"
        shown = "; ".join(f"«{one.label} ({one.code})»" for one in choices if one.code in called)
        return Fault(kind=TT112, message=message, hint=f"chọn một trong: {shown}, hoặc ghi mã trong ngoặc")
    message = f"«{short(text)}» không có trong danh sách"
    return Fault(kind=TT112, message=message, hint=label_hint(text, {one.code: one.label for one in choices}))


_PARSERS: Mapping[FieldType, Callable[[str, Field, Choices], Scalar | Fault]] = {
    FieldType.TEXT: _text,
    FieldType.INTEGER: _integer,
    FieldType.NUMBER: _number,
    FieldType.DATE: _day,
    FieldType.MOMENT: _moment,
    FieldType.BOOLEAN: lambda text, _field, _lists: parse_boolean(text),
    FieldType.CHOICE: _choice,
}
"""How a cell is read; a table is read row by row and holds no tables."""


def _table(reader: MappingReader, field: Field, lists: Choices) -> tuple[Row, ...] | None:
    """The rows; None where some are not even rows, so that no sum is made of the rest."""
    typed = reader.value(field.code)
    if typed is None:
        _missing(reader, field)
        return None
    rows = tuple(_row(entry, field, lists) for entry in reader.items(field.code))
    count, bounds = len(rows), field.bounds
    if not isinstance(typed, list) or count < len(typed):
        return None
    if bounds.fewest_rows is not None and count < bounds.fewest_rows:
        message = f"bảng «{field.label}» có {count} dòng, cần ít nhất {bounds.fewest_rows}"
        reader.report(TT133, field.code, message, hint="thêm mỗi mục một dòng bắt đầu bằng dấu «- »")
    if bounds.most_rows is not None and count > bounds.most_rows:
        message = f"bảng «{field.label}» có {count} dòng, nhận nhiều nhất {bounds.most_rows}"
        reader.report(TT133, field.code, message, hint="gộp bớt các dòng, hoặc chuyển vào tệp kèm theo")
    return rows


def _row(entry: MappingReader, field: Field, lists: Choices) -> Row:
    row: Row = {column.code: _scalar(entry, column, lists) for column in field.columns}
    entry.no_others(*row)
    return row
