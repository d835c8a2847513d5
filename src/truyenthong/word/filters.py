"""The filters of this field and the harmless ones of Jinja, over plain values; none makes XML."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Final

from truyenthong.text import day_wording, long_day_wording, number_wording, percent_wording, roman, sort_key
from truyenthong.word import operators
from truyenthong.word.faults import MissingNameError
from truyenthong.word.formats import percent_format
from truyenthong.word.limits import MAX_DIGITS, MAX_ITEMS, TooLargeError, UnsuitableError, check_length
from truyenthong.word.operators import kind_name
from truyenthong.word.values import is_moderate, wording

_Number = (int, float, Decimal)


class Group(list[object]):
    """What ``groupby`` gives for each key: ``for khoa, ds in …``, or ``g.grouper`` and ``g.list``."""


def ngay(value: object) -> str:
    """``31/5/2021``, ``03/5/2021`` (NĐ 30 PL I II.4); empty stays empty."""
    return "" if _is_empty(value) else day_wording(_date(value, "ngay"))


def ngay_chu(value: object) -> str:
    """``ngày 31 tháng 5 năm 2021``; empty stays empty."""
    return "" if _is_empty(value) else long_day_wording(_date(value, "ngay_chu"))


def so(value: object, le: int | None = None) -> str:
    """``1.200``, ``12,5``; ``so(1)`` rounds to one decimal at most; empty stays empty."""
    return "" if _is_empty(value) else number_wording(_number(value, "so"), decimals=_decimals(le))


def phan_tram(value: object, le: int = 1) -> str:
    """``81,6%`` of 0.8158; empty stays empty (a rate over nothing is not 0)."""
    if _is_empty(value):
        return ""
    return percent_wording(_number(value, "phan_tram"), decimals=_decimals(le) or 0)


def la_ma(value: object) -> str:
    """``IV`` of 4; empty stays empty."""
    if _is_empty(value):
        return ""
    if not isinstance(value, int) or not 1 <= value <= 3999:
        raise UnsuitableError("«la_ma» cần một số nguyên từ 1 đến 3999")
    return roman(value)


def in_hoa(value: object) -> str:
    """Upper case with all its marks, also of decomposed text."""
    return unicodedata.normalize("NFC", wording(value)).upper()


def hoa_dau(value: object) -> str:
    """The first letter in upper case, the rest as it is."""
    text = unicodedata.normalize("NFC", wording(value))
    return text[:1].upper() + text[1:]


def sap_xep(value: object, theo: str | None = None, nguoc: bool = False) -> list[object]:
    """In Vietnamese alphabetical order (numbers and days by size), by a field where one is named."""
    items = as_list(value)
    known: dict[str, tuple[int, object]] = {}
    keys = [_sort_key(dig(one, theo), known) for one in items]
    if len({key[0] for key in keys}) > 1 and any(a[0] != b[0] and a[0] and b[0] for a, b in pairwise(keys)):
        raise UnsuitableError("«sap_xep» không so được chữ với số hoặc ngày trong cùng danh sách")
    order = sorted(range(len(items)), key=keys.__getitem__, reverse=nguoc)
    return [items[index] for index in order]


def noi(value: object, dau: str = ", ", cuoi: str | None = None, theo: str | None = None) -> str:
    """The items with ``dau`` between them and ``cuoi`` before the last: ``a, b và c``."""
    if isinstance(value, str):
        raise UnsuitableError("«noi» cần một danh sách nhưng là chữ; in thẳng chữ ấy ra, bỏ bộ lọc")
    items = [wording(dig(one, theo)) for one in as_list(value)]
    if cuoi is None or len(items) < 2:
        return operators.join(dau, items)
    return operators.join(cuoi, [operators.join(dau, items[:-1]), items[-1]])


def runs(value: object) -> object:
    """Bold and italic pieces as they are; plain text stays plain text."""
    return value


def as_list(value: object) -> list[object]:
    """What a loop goes over: a list, the names of a group, the letters of a text.

    Raises:
        TypeError: nothing to go over.
        TooLargeError: too many items.
    """
    if isinstance(value, (list, str)):
        check_length(len(value), MAX_ITEMS, "danh sách")
        return list(value)
    if isinstance(value, dict):
        return list(value)
    if hasattr(value, "_fail_with_undefined_error"):
        wording(value)
    if value is None:
        raise UnsuitableError(
            "chỗ này cần một danh sách nhưng đang trống; thêm | default([], true) nếu có thể trống"
        )
    raise UnsuitableError(f"chỗ này cần một danh sách nhưng là {kind_name(value)}")


def shared_out(items: list[object], width: int) -> list[object]:
    """The items themselves, each of which has a part for each of ``width`` names (0: one name takes all).

    Raises:
        TypeError: an item has more parts or fewer.
    """
    for one in items if width else ():
        if hasattr(one, "_fail_with_undefined_error"):
            wording(one)
        if not isinstance(one, list):
            raise UnsuitableError(f"không chia được {kind_name(one)} cho {width} tên")
        if len(one) != width:
            raise UnsuitableError(f"không chia được danh sách {len(one)} mục cho {width} tên")
    return items


def dig(item: object, path: str | int | None) -> object:
    """The value at ``a.b`` under an item; the item itself without a path.

    Raises:
        MissingNameError: no such name.
    """
    for step in () if path is None else str(path).split("."):
        if isinstance(item, dict) and step in item:
            item = item[step]
        elif isinstance(item, list) and step.isdigit() and int(step) < len(item):
            item = item[int(step)]
        else:
            raise MissingNameError(step, tuple(item) if isinstance(item, dict) else (), kind_name(item))
    return item


def _is_empty(value: object) -> bool:
    return value is None or value == ""


def _date(value: object, name: str) -> date:
    if isinstance(value, date):
        return value
    raise UnsuitableError(f"«{name}» cần một ngày nhưng là {kind_name(value)}")


def _number(value: object, name: str) -> int | float | Decimal:
    if isinstance(value, _Number) and not isinstance(value, bool):
        return value
    raise UnsuitableError(f"«{name}» cần một số nhưng là {kind_name(value)}")


def _decimals(digits: int | None) -> int | None:
    if digits is None:
        return None
    if not 0 <= digits <= 20:
        raise UnsuitableError("số chữ số lẻ phải từ 0 đến 20")
    return digits


def _sort_key(value: object, known: dict[str, tuple[int, object]]) -> tuple[int, object]:
    match value:
        case None:
            return 0, 0
        case str():
            # A long text that a template repeats many times is looked at once.
            if value not in known:
                known[value] = (1, sort_key(value))
            return known[value]
        case int() | float() | Decimal():
            return 2, value
        case date():
            return 3, (value.year, value.month, value.day, str(value))
        case _:
            raise UnsuitableError(f"«sap_xep» không sắp được {kind_name(value)}; thêm theo='tên mục'")


def _round(value: object, digits: int = 0, how: str = "common") -> object:
    number = Decimal(str(_number(value, "round")))
    step = Decimal(1).scaleb(-(_decimals(digits) or 0))
    rounding = {"common": ROUND_HALF_UP, "ceil": "ROUND_CEILING", "floor": "ROUND_FLOOR"}[how]
    made = number.quantize(step, rounding=rounding)
    return float(made) if digits else int(made)


def _int(value: object, default: int = 0) -> int:
    if isinstance(value, _Number):
        return int(value)
    text = wording(value).strip()
    if len(text) > MAX_DIGITS:
        raise TooLargeError(f"số dài quá {MAX_DIGITS} chữ số")
    try:
        return int(text)
    except ValueError:
        return default


def _float(value: object, default: float = 0.0) -> float:
    try:
        made = float(value if isinstance(value, _Number) else wording(value).replace(",", "."))
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


def _unique(value: object, attribute: str | None = None) -> list[object]:
    kept: dict[object, object] = {}
    for one in as_list(value):
        kept.setdefault(_key_of(dig(one, attribute)), one)
    return list(kept.values())


def _group_by(value: object, attribute: str) -> list[object]:
    groups: dict[object, list[object]] = {}
    for one in as_list(value):
        groups.setdefault(_key_of(dig(one, attribute)), []).append(one)
    return [Group((key, items)) for key, items in groups.items()]


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
    value: object, length: int = 255, killwords: bool = False, end: str = "…", leeway: int = 0
) -> str:
    text = wording(value)
    if len(text) <= length + leeway:
        return text
    kept = max(0, length - len(end))
    cut = text[:kept]
    whole = killwords or text[kept : kept + 1] == " "
    return (cut if whole else cut.rpartition(" ")[0] or cut) + end


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
    "ngay": ngay,
    "ngay_chu": ngay_chu,
    "so": so,
    "phan_tram": phan_tram,
    "la_ma": la_ma,
    "in_hoa": in_hoa,
    "hoa_dau": hoa_dau,
    "sap_xep": sap_xep,
    "noi": noi,
    "runs": runs,
    "upper": in_hoa,
    "lower": _text(str.lower),
    "title": _text(str.title),
    "capitalize": _text(str.capitalize),
    "trim": _text(str.strip),
    "string": wording,
    "wordcount": lambda value: len(wording(value).split()),
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
    "min": lambda value, attribute=None: _extreme(value, attribute, largest=False),
    "max": lambda value, attribute=None: _extreme(value, attribute, largest=True),
    "batch": _batch,
    "dictsort": _dict_sort,
    "items": operators.DICT_METHODS["items"],
    "round": _round,
    "int": _int,
    "float": _float,
    "abs": lambda value: abs(_number(value, "abs")),
    "replace": lambda value, old, new, count=-1: operators.replace(wording(value), old, wording(new), count),
    "truncate": _truncate,
    "center": lambda value, width=80: operators.pad(wording(value), width),
    "format": lambda value, *args: percent_format(wording(value), list(args)),
    **dict.fromkeys(("e", "escape", "forceescape", "safe", "striptags"), _identity),
}
"""By name; ``default``, ``map``, ``select`` and their like need the run and stand in ``sandbox``."""
