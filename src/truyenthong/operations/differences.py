"""What a further version of a report changes, field by field; judges neither version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from truyenthong.findings import FieldPath
from truyenthong.model.forms import Form
from truyenthong.sources.building import Value
from truyenthong.sources.days import parse_date
from truyenthong.sources.scalars import parse_number
from truyenthong.text import nfc


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field that differs; None where nothing stands in it.

    Attributes:
        field: for people: «Tin, bài theo kênh, hàng 2, Số lượng».
    """

    field: str
    before: str | None
    after: str | None


def changes(before: Mapping[str, Value], after: Mapping[str, Value], form: Form | None) -> tuple[Change, ...]:
    """The fields that differ, in the order of the form."""
    old, new = dict(_leaves(dict(before), ())), dict(_leaves(dict(after), ()))
    places = sorted({*old, *new}, key=lambda path: _order(path, form))
    return tuple(
        Change(field=label_of(path, form), before=old.get(path), after=new.get(path))
        for path in places
        if not is_same(old.get(path), new.get(path))
    )


def _leaves(value: Value, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from _leaves(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _leaves(below, (*path, index))


def _order(path: FieldPath, form: Form | None) -> tuple[object, ...]:
    codes = [one.code for one in form.fields] if form is not None else []
    first = str(path[0]) if path else ""
    row = path[1] if len(path) > 1 and isinstance(path[1], int) else -1
    column = str(path[2]) if len(path) > 2 else ""
    field = form.field(first) if form is not None else None
    columns = [one.code for one in field.columns] if field is not None else []
    place = codes.index(first) if first in codes else len(codes)
    return (place, first, row, columns.index(column) if column in columns else len(columns), column)


def is_same(one: str | None, other: str | None) -> bool:
    """Whether two texts say the same: ways to write a number or a day are no difference."""
    if one is None or other is None:
        return one == other
    if nfc(" ".join(one.split())) == nfc(" ".join(other.split())):
        return True
    days = parse_date(one), parse_date(other)
    if isinstance(days[0], date) and days[0] == days[1]:
        return True
    numbers = parse_number(one), parse_number(other)
    return isinstance(numbers[0], Decimal) and numbers[0] == numbers[1] and "0" not in {one[:1], other[:1]}


def label_of(path: FieldPath, form: Form | None) -> str:
    """A field for people, by its label and its row."""
    if not path:
        return "nội dung"
    field = form.field(str(path[0])) if form is not None else None
    words = [field.label if field is not None else str(path[0])]
    if len(path) > 1 and isinstance(path[1], int):
        words.append(f"hàng {path[1] + 1}")
    if len(path) > 2:
        columns = {one.code: one.label for one in field.columns} if field is not None else {}
        words.append(columns.get(str(path[2]), str(path[2])))
    return ", ".join(words)
