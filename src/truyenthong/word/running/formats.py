"""``%`` and ``format`` over plain values, each with a cap on what it may make."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from string import Formatter

from truyenthong.text import is_file_number, number_wording
from truyenthong.word.running.limits import (
    MAX_TEXT,
    MAX_WIDTH,
    TooMuchError,
    UnsuitableError,
    capped_text,
    check_length,
)
from truyenthong.word.running.values import wording

_DIGITS = re.compile(r"\d+")
_PERCENT = re.compile(
    r"%(?:\((?P<key>[^()]*)\))?(?P<flags>[-#0 +]*)(?P<width>\d*)(?:\.(?P<digits>\d+))?(?P<kind>.)"
)
_BORROWED = re.compile(r"%[-#0 +.\d]*\*")
_LONG_WIDTH = len(str(MAX_WIDTH))


def _check_spec(spec: str) -> int:
    """The characters that a format asks for at least."""
    total = 0
    for digits in _DIGITS.findall(spec):
        if len(digits) > _LONG_WIDTH or int(digits) > MAX_WIDTH:
            raise TooMuchError(f"bề rộng hoặc số chữ số lớn quá {number_wording(MAX_WIDTH)}")
        total += int(digits)
    return total


def percent_format(pattern: str, values: object) -> str:
    """``'%s có %d' % [a, b]`` without widths from the data and without long ones.

    Raises:
        TooMuchError: a width, a precision or the whole above the cap.
        TypeError, ValueError: as Python has it.
    """
    if _BORROWED.search(pattern):
        raise TooMuchError("bề rộng lấy từ dữ liệu (*) không dùng được")
    length = len(pattern)
    for match in _PERCENT.finditer(pattern):
        length += _check_spec(match["width"]) + _check_spec(match["digits"] or "")
    if isinstance(values, dict):
        group = {key: _plain(one) for key, one in values.items()}
        check_length(
            length + pattern.count("%") * max(map(_length, group.values()), default=0), MAX_TEXT, "chữ"
        )
        return capped_text(pattern % group)
    given = tuple(map(_plain, values if isinstance(values, list) else [values]))
    check_length(length + sum(map(_length, given)), MAX_TEXT, "chữ")
    return capped_text(pattern % given)


def _plain(value: object) -> object:
    return value if isinstance(value, (int, float, Decimal)) else wording(value)


def _length(value: object) -> int:
    return len(value) if isinstance(value, str) else 0


class _BraceFormatter(Formatter):
    """``'{:,.1f}'.format(x)`` for plain values: no attributes, no long widths; serves one call."""

    def __init__(self, length: int) -> None:
        self._length = length

    def get_field(
        self, field_name: str, args: Sequence[object], kwargs: Mapping[str, object]
    ) -> tuple[object, str]:
        if "." in field_name or "[" in field_name:
            raise UnsuitableError(
                "trong «format» chỉ dùng được {} {0} {ten}, không dùng được {a.b} và {a[b]}"
            )
        key = int(field_name) if is_file_number(field_name) else field_name
        return self.get_value(key, args, kwargs), field_name

    def convert_field(self, value: object, conversion: str | None) -> object:
        return wording(value) if conversion else value

    def format_field(self, value: object, format_spec: str) -> str:
        _check_spec(format_spec)
        made = format(_plain(value), format_spec) if format_spec else wording(value)
        self._length += len(made)
        check_length(self._length, MAX_TEXT, "chữ")
        return made


def brace_format(pattern: str, *args: object, **kwargs: object) -> str:
    """``'{} có {ten}'.format(a, ten=b)``.

    Raises:
        TooMuchError: a width, a precision or the whole above the cap.
        TypeError, ValueError, IndexError, KeyError: as Python has it.
    """
    return capped_text(_BraceFormatter(len(pattern)).vformat(pattern, args, kwargs))
