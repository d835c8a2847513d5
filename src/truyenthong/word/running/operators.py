"""Operators, calls and methods of templates, each with a cap on what it may make."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from truyenthong.text import nfc, number_wording
from truyenthong.word.running.formats import brace_format, percent_format
from truyenthong.word.running.limits import (
    MAX_ITEMS,
    MAX_TEXT,
    MAX_WIDTH,
    TooMuchError,
    UnsuitableError,
    capped_text,
    check_length,
)
from truyenthong.word.running.values import Blob, is_moderate, wording

Number = int | float | Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A function that a template may call; nothing else is called."""

    name: str
    function: Callable[..., object]


def binary(sign: str, left: object, right: object) -> object:  # noqa: PLR0911 - one branch for each kind
    """``left sign right`` for texts, numbers and lists.

    Raises:
        TooMuchError: the result would be too large.
        TypeError: these kinds do not go together.
        ZeroDivisionError: as Python has it.
    """
    match sign:
        case "%" if isinstance(left, str):
            return percent_format(left, right)
        case "*" if isinstance(left, (str, list)) or isinstance(right, (str, list)):
            return _repeat(left, right)
        case "+" if isinstance(left, str) and isinstance(right, str):
            return capped_text(left + right)
        case "+" if isinstance(left, list) and isinstance(right, list):
            check_length(len(left) + len(right), MAX_ITEMS, "danh sách")
            return left + right
        case "-" if isinstance(left, date) and isinstance(right, date):
            return (left - right).days if type(left) is type(right) else _mismatch(sign, left, right)
    if not (isinstance(left, (int, float, Decimal)) and isinstance(right, (int, float, Decimal))):
        return _mismatch(sign, left, right)
    return _arithmetic(sign, *_same(left, right))


def compare(sign: str, left: object, right: object) -> bool:
    """``left sign right`` with Jinja's names of the signs (``eq``, ``lt``, ``in``, ...).

    Raises:
        TypeError: these kinds have no order.
    """
    for value in (left, right):
        if hasattr(value, "_fail_with_undefined_error"):
            wording(value)
    if isinstance(left, date) and isinstance(right, date) and type(left) is not type(right):
        raise UnsuitableError(
            "không so sánh được ngày với ngày có giờ; so | ngay của cả hai, hoặc cùng một loại"
        )
    try:
        return bool(_COMPARE[sign](_composed(left), _composed(right)))
    except TypeError:
        raise UnsuitableError(f"không so sánh được {kind_name(left)} với {kind_name(right)}") from None


def _composed(value: object) -> object:
    # The text in a tag is composed when it is read; the data's own may have been typed on a Mac.
    return nfc(value) if isinstance(value, str) else value


_COMPARE: Final[Mapping[str, Callable[[Any, Any], object]]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
    "in": lambda left, right: left in right,
    "notin": lambda left, right: left not in right,
}


def _mismatch(sign: str, left: object, right: object) -> object:
    for value in (left, right):
        if hasattr(value, "_fail_with_undefined_error"):
            return wording(value)
    raise UnsuitableError(f"không tính được {kind_name(left)} {sign} {kind_name(right)}")


def kind_name(value: object) -> str:
    """What a value is, for a sentence."""
    names: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (str, "chữ"),
        (bool, "có/không"),
        ((int, float, Decimal), "số"),
        (date, "ngày"),
        (list, "danh sách"),
        (dict, "nhóm"),
        (Blob, "hình"),
        (type(None), "chỗ trống"),
    )
    return next((name for kind, name in names if isinstance(value, kind)), "giá trị lạ")


def _same(left: Number, right: Number) -> tuple[Number, Number]:
    if isinstance(left, float) and isinstance(right, Decimal):
        return left, float(right)
    if isinstance(left, Decimal) and isinstance(right, float):
        return float(left), right
    return left, right


def _arithmetic(sign: str, left: Number, right: Number) -> Number:
    result: object
    match sign:
        case "+":
            result = left + right  # type: ignore[operator] # _same made them one kind
        case "-":
            result = left - right  # type: ignore[operator] # the same
        case "*":
            result = left * right  # type: ignore[operator] # the same
        case "/":
            result = left / right  # type: ignore[operator] # the same
        case "//":
            result = left // right  # type: ignore[operator] # the same
        case "%":
            result = left % right  # type: ignore[operator] # the same
        case _:
            result = _power(left, right)
    if not isinstance(result, (int, float, Decimal)):
        raise UnsuitableError("phép tính không cho ra một số thực")
    if not is_moderate(result):
        raise TooMuchError("kết quả là số quá lớn")
    return result


def _power(left: Number, right: Number) -> object:
    if right > 1_000 or right < -1_000:
        raise TooMuchError("số mũ lớn quá 1.000")
    if isinstance(left, int) and isinstance(right, int):
        check_length(left.bit_length() * int(right), 1_000, "lũy thừa")
    return left**right  # type: ignore[operator] # _same made them one kind


def _repeat(left: object, right: object) -> object:
    for body, times in ((left, right), (right, left)):
        if isinstance(times, int) and isinstance(body, str):
            check_length(len(body) * times, MAX_TEXT, "chữ")
            return body * times
        if isinstance(times, int) and isinstance(body, list):
            check_length(len(body) * times, MAX_ITEMS, "danh sách")
            return body * times
    return _mismatch("*", left, right)


def replace(text: str, old: str, new: str, count: int = -1) -> str:
    """``text.replace`` that looks at the size first."""
    times = text.count(old) if count < 0 else min(count, text.count(old))
    check_length(len(text) + times * len(new), MAX_TEXT, "chữ")
    return text.replace(old, new, times)


def pad(text: str, width: int, how: str = "center", fill: str = " ") -> str:
    """``center``, ``ljust`` and ``rjust`` with a cap on the width."""
    check_length(width, MAX_WIDTH, "bề rộng")
    padded = {"center": str.center, "ljust": str.ljust, "rjust": str.rjust}[how]
    return padded(text, width, fill)


def _zfill(text: str, width: int) -> str:
    check_length(width, MAX_WIDTH, "bề rộng")
    return text.zfill(width)


def join(separator: str, items: Sequence[object]) -> str:
    """The items' wordings with the separator between them."""
    texts = [wording(one) for one in items]
    check_length(sum(map(len, texts)) + len(separator) * len(texts), MAX_TEXT, "chữ")
    return separator.join(texts)


def cut(value: object, bounds: slice) -> object:
    """``a[1:3]`` of a text or a list.

    Raises:
        TypeError: neither of them, or bounds that are no whole numbers.
    """
    for one in (value, bounds.start, bounds.stop, bounds.step):
        if hasattr(one, "_fail_with_undefined_error"):
            wording(one)
    if isinstance(value, (str, list)):
        return value[bounds]
    raise UnsuitableError(f"không cắt được {kind_name(value)} bằng [a:b]")


def _split(text: str, separator: str | None = None, most: int = -1) -> list[str]:
    check_length(text.count(separator) if separator else 0, MAX_ITEMS, "danh sách")
    return text.split(separator, most)


STR_METHODS: Final[Mapping[str, Callable[..., object]]] = {
    **{
        name: getattr(str, name)
        for name in (
            *("upper", "lower", "title", "capitalize", "strip", "lstrip", "rstrip", "startswith", "endswith"),
            *("removeprefix", "removesuffix", "find", "count", "isdigit", "isspace", "isalpha", "isupper"),
            "islower",
        )
    },
    "replace": replace,
    "split": _split,
    "join": join,
    "format": brace_format,
    "zfill": _zfill,
    "center": lambda text, width, fill=" ": pad(text, width, "center", fill),
    "ljust": lambda text, width, fill=" ": pad(text, width, "ljust", fill),
    "rjust": lambda text, width, fill=" ": pad(text, width, "rjust", fill),
}

DICT_METHODS: Final[Mapping[str, Callable[..., object]]] = {
    "items": lambda group: [[key, value] for key, value in group.items()],
    "keys": list,
    "values": lambda group: list(group.values()),
    "get": lambda group, key, default=None: group.get(key, default),
}

DATE_PARTS: Final = frozenset({"year", "month", "day", "hour", "minute", "second"})
LOOP_PARTS: Final = frozenset(
    {
        *("index", "index0", "revindex", "revindex0", "first", "last", "length"),
        *("previtem", "nextitem", "depth", "depth0"),
    }
)
LOOP_METHODS: Final = frozenset({"cycle", "changed"})


def make_range(*bounds: int) -> list[int]:
    """``range`` as a list.

    Raises:
        TooMuchError: longer than a list may be.
    """
    made = range(*bounds)
    try:
        check_length(len(made), MAX_ITEMS, "danh sách")
    except OverflowError as error:
        raise TooMuchError(f"danh sách lớn quá {number_wording(MAX_ITEMS)}") from error
    return list(made)
