"""The harmless filters of Jinja over plain values, each with a cap on what it makes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from markupsafe import Markup

from truyenthong.text import sort_key
from truyenthong.word.running import operators
from truyenthong.word.running.filters import (
    as_list,
    decimals_of,
    dig,
    dig_or,
    in_hoa,
    noi,
    number_of,
    sap_xep,
)
from truyenthong.word.running.formats import percent_format
from truyenthong.word.running.limits import MAX_DIGITS, MAX_ITEMS, TooMuchError, UnsuitableError, check_length
from truyenthong.word.running.operators import kind_name
from truyenthong.word.running.values import is_moderate, wording

_NUMBERS = (int, float, Decimal)
_WORD = re.compile(r"\w+")
_WORD_BEGINNING = re.compile(r"([-\s({\[<]+)")
_LEEWAY = 5


class Group(list[object]):
    """What ``groupby`` gives for each key: ``for khoa, ds in …``, or ``g.grouper`` and ``g.list``."""


def _round(value: object, digits: int = 0, how: str = "common") -> object:
    number = Decimal(str(number_of(value, "round")))
    step = Decimal(1).scaleb(-(decimals_of(digits) or 0))
    rounding = {"common": ROUND_HALF_UP, "ceil": "ROUND_CEILING", "floor": "ROUND_FLOOR"}[how]
    made = number.quantize(step, rounding=rounding)
    return float(made) if digits else int(made)


def _int(value: object, default: int = 0, base: int = 10) -> int:
    """The whole number that a text says, «42.23» too."""
    if isinstance(value, _NUMBERS):
        return int(value)
    text = wording(value).strip()
    if len(text) > MAX_DIGITS:
        raise TooMuchError(f"số dài quá {MAX_DIGITS} chữ số")
    try:
        return int(text, base)
    except ValueError:
        made = _float(text, float(default))
        return int(made)


def _float(value: object, default: float = 0.0) -> float:
    try:
        made = float(value if isinstance(value, _NUMBERS) else wording(value).replace(",", "."))
    except ValueError:
        return default
    return made if is_moderate(made) else default


def _length(value: object) -> int:
    if isinstance(value, (str, list, dict)):
        return len(value)
    return len(as_list(value))


def _key_of(value: object) -> object:
    if isinstance(value, (list, dict)):
        raise UnsuitableError(f"không so sánh được {kind_name(value)}; hãy nêu tên mục")
    return value


class _Folding(dict[str, str]):
    """Texts in the form in which they count as the same, each looked at once however often it comes."""

    def __init__(self, *, exactly: bool) -> None:
        super().__init__()
        self._exactly = exactly

    def __missing__(self, text: str) -> str:
        self[text] = text if self._exactly else text.lower()
        return self[text]

    def of(self, value: object) -> object:
        """The key of a value: for Jinja capitals make no difference unless that is asked for."""
        key = _key_of(value)
        return self[key] if isinstance(key, str) else key


def _unique(value: object, case_sensitive: bool = False, attribute: str | None = None) -> list[object]:
    folding = _Folding(exactly=case_sensitive)
    kept: dict[object, object] = {}
    for one in as_list(value):
        kept.setdefault(folding.of(dig(one, attribute)), one)
    return list(kept.values())


def _group_by(
    value: object, attribute: str, default: object = None, case_sensitive: bool = False
) -> list[object]:
    """The groups in the order of their keys, each under the key of its first item."""
    folding = _Folding(exactly=case_sensitive)
    groups: dict[object, tuple[object, list[object]]] = {}
    for one in as_list(value):
        key = dig(one, attribute) if default is None else dig_or(one, attribute, default)
        groups.setdefault(folding.of(key), (key, []))[1].append(one)
    return [Group(as_list(pair)) for pair in sap_xep([list(pair) for pair in groups.values()], theo="0")]


def _sum(value: object, attribute: str | None = None, start: float = 0) -> object:
    total: object = start
    for one in as_list(value):
        number = dig(one, attribute)
        if number is not None:
            total = operators.binary("+", total, number)
    return total


def _extreme(value: object, attribute: str | None, *, largest: bool) -> object:
    items = sap_xep(value, theo=attribute)
    if not items:
        return None
    return items[-1 if largest else 0]


def _truncate(
    value: object, length: int = 255, killwords: bool = False, end: str = "...", leeway: int = _LEEWAY
) -> str:
    text = wording(value)
    if len(text) <= length + leeway:
        return text
    cut = text[: max(0, length - len(end))]
    return (cut if killwords else cut.rsplit(" ", 1)[0]) + end


def _title(value: object) -> str:
    parts = _WORD_BEGINNING.split(wording(value))
    return "".join(part[0].upper() + part[1:].lower() for part in parts if part)


def _batch(value: object, size: int, fill: object = None) -> list[object]:
    items = as_list(value)
    check_length(size, MAX_ITEMS, "danh sách")
    if size < 1:
        raise UnsuitableError("«batch» cần một số từ 1 trở lên")
    rows = [items[place : place + size] for place in range(0, len(items), size)]
    if rows and fill is not None:
        rows[-1] += [fill] * (size - len(rows[-1]))
    return list(rows)


def _edge(value: object, place: int) -> object:
    items = as_list(value)
    return items[place] if items else None


def _dict_sort(value: object) -> list[object]:
    if not isinstance(value, dict):
        raise UnsuitableError(f"«dictsort» cần một nhóm nhưng là {kind_name(value)}")
    return [[key, value[key]] for key in sorted(value, key=sort_key)]


def _text(change: Callable[[str], str]) -> Callable[[object], str]:
    return lambda value: change(wording(value))


def _identity(value: object) -> object:
    """Escaping is always on, so asking for it changes nothing, and no value is ever «safe» XML."""
    return value


FILTERS: Final[Mapping[str, Callable[..., object]]] = {
    "upper": in_hoa,
    "lower": _text(str.lower),
    "title": _title,
    "capitalize": _text(str.capitalize),
    "trim": _text(str.strip),
    "string": wording,
    "wordcount": lambda value: len(_WORD.findall(wording(value))),
    "length": _length,
    "count": _length,
    "first": lambda value: _edge(value, 0),
    "last": lambda value: _edge(value, -1),
    "list": as_list,
    "reverse": lambda value: value[::-1] if isinstance(value, str) else as_list(value)[::-1],
    "sort": lambda value, reverse=False, case_sensitive=False, attribute=None: sap_xep(  # noqa: ARG005
        value, theo=attribute, nguoc=reverse
    ),
    "join": lambda value, d="", attribute=None: noi(as_list(value), dau=wording(d), theo=attribute),
    "unique": _unique,
    "groupby": _group_by,
    "sum": _sum,
    "min": lambda value, case_sensitive=False, attribute=None: _extreme(value, attribute, largest=False),  # noqa: ARG005
    "max": lambda value, case_sensitive=False, attribute=None: _extreme(value, attribute, largest=True),  # noqa: ARG005
    "batch": _batch,
    "dictsort": _dict_sort,
    "items": operators.DICT_METHODS["items"],
    "round": _round,
    "int": _int,
    "float": _float,
    "abs": lambda value: abs(number_of(value, "abs")),
    "replace": lambda value, old, new, count=-1: operators.replace(wording(value), old, wording(new), count),
    "truncate": _truncate,
    "center": lambda value, width=80: operators.pad(wording(value), width),
    "format": lambda value, *args: percent_format(wording(value), list(args)),
    **dict.fromkeys(("e", "escape", "forceescape", "safe"), _identity),
    "striptags": lambda value: str(Markup(wording(value)).striptags()),  # noqa: S704 - only to take tags away
}
"""By name; ``default``, ``map``, ``select`` and their like need the run and stand in ``sandbox``."""
