"""The program's own filters, over plain values."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from truyenthong.text import (
    day_wording,
    is_file_number,
    long_day_wording,
    number_wording,
    percent_wording,
    roman,
    sort_key,
)
from truyenthong.word.running import operators
from truyenthong.word.running.faults import MissingNameError
from truyenthong.word.running.limits import MAX_ITEMS, UnsuitableError, check_length
from truyenthong.word.running.operators import kind_name
from truyenthong.word.running.values import wording

_Number = (int, float, Decimal)


def ngay(value: object) -> str:
    """``31/5/2021``, ``03/5/2021`` (NĐ 30 PL I II.4); empty stays empty."""
    return "" if _is_empty(value) else day_wording(_date(value, "ngay"))


def ngay_chu(value: object) -> str:
    """``ngày 31 tháng 5 năm 2021``; empty stays empty."""
    return "" if _is_empty(value) else long_day_wording(_date(value, "ngay_chu"))


def so(value: object, le: int | None = None) -> str:
    """``1.200``, ``12,5``; ``so(1)`` rounds to one decimal at most; empty stays empty."""
    return "" if _is_empty(value) else number_wording(number_of(value, "so"), decimals=decimals_of(le))


def phan_tram(value: object, le: int = 1) -> str:
    """``81,6%`` of 0.8158; empty stays empty (a rate over nothing is not 0)."""
    if _is_empty(value):
        return ""
    return percent_wording(number_of(value, "phan_tram"), decimals=decimals_of(le) or 0)


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


def lien_cuoi(value: object, so: int = 2) -> str:
    """The last words held together, so that a line does not end up with one syllable of a name."""
    words = wording(value).split(" ")
    if len(words) <= so:
        return " ".join(words)
    return " ".join([*words[:-so], "\u00a0".join(words[-so:])])


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
        TooMuchError: too many items.
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
    """The items; each must have a part for each of ``width`` names (0: one name takes all).

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
        elif isinstance(item, list) and is_file_number(step) and int(step) < len(item):
            item = item[int(step)]
        else:
            raise MissingNameError(step, tuple(item) if isinstance(item, dict) else (), kind_name(item))
    return item


def dig_or(item: object, path: str, default: object) -> object:
    """The value at ``a.b`` under an item, or another where there is no such name."""
    try:
        return dig(item, path)
    except MissingNameError:
        return default


def _is_empty(value: object) -> bool:
    return value is None or value == ""


def _date(value: object, name: str) -> date:
    if isinstance(value, date):
        return value
    raise UnsuitableError(f"«{name}» cần một ngày nhưng là {kind_name(value)}")


def number_of(value: object, name: str) -> int | float | Decimal:
    """The number itself.

    Raises:
        UnsuitableError: something else; ``name`` is the filter's.
    """
    if isinstance(value, _Number) and not isinstance(value, bool):
        return value
    raise UnsuitableError(f"«{name}» cần một số nhưng là {kind_name(value)}")


def decimals_of(digits: int | None) -> int | None:
    """A number of decimals that may be asked for.

    Raises:
        UnsuitableError: more or fewer than there are.
    """
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


FILTERS: Final[Mapping[str, Callable[..., object]]] = {
    "ngay": ngay,
    "ngay_chu": ngay_chu,
    "so": so,
    "phan_tram": phan_tram,
    "la_ma": la_ma,
    "in_hoa": in_hoa,
    "hoa_dau": hoa_dau,
    "lien_cuoi": lien_cuoi,
    "sap_xep": sap_xep,
    "noi": noi,
    "runs": runs,
}
"""By name; those of Jinja stand in ``jinja_filters``."""
