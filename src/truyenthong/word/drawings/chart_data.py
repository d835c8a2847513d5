"""Checks the plain data of a chart and words it for screen readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import itemgetter

from truyenthong.text import number_wording, percent_wording
from truyenthong.word.running.limits import TooMuchError, UnsuitableError
from truyenthong.word.running.operators import kind_name
from truyenthong.word.running.values import Number, wording

MAX_SERIES = 255
"""As many as Word and Excel draw in one chart."""
MAX_CELLS = 20_000
"""Values of one chart."""
_MOST_TOLD = 36
"""Values that a screen reader reads out one by one; of more it is told the least and the greatest."""
_LONGEST = 2_000
"""Letters of a description; nobody listens to more."""
_SHAPE = 'số liệu biểu đồ là một nhóm {nhom: [...], day: [{ten: "...", gia_tri: [...]}]}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of values; None where there is none."""

    name: str
    values: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartData:
    """What a chart shows.

    Attributes:
        categories: the names along the axis, or of the slices.
        number_format: as Excel writes it (``0%``); "" keeps the template's own.
        title: instead of the title in the template; "" keeps it.
        name: what screen readers call a chart that shows no title.
        description: the whole sentence for screen readers; "" makes one of the values.
    """

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str = ""
    title: str = ""
    name: str = ""
    description: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.categories or not self.series


def chart_data(value: Mapping[str, object]) -> ChartData:
    """Plain data as chart data.

    Raises:
        UnsuitableError: of another shape; the sentence names the place in it.
        TooMuchError: more than a chart holds.
    """
    groups, rows = value.get("nhom"), value.get("day")
    if not isinstance(groups, list) or not isinstance(rows, list):
        lost = "nhom" if not isinstance(groups, list) else "day"
        raise UnsuitableError(f"thiếu danh sách «{lost}»; {_SHAPE}")
    if len(rows) > MAX_SERIES or len(rows) * len(groups) > MAX_CELLS:
        raise TooMuchError(
            f"biểu đồ chỉ nhận {MAX_SERIES} dãy và {number_wording(MAX_CELLS)} giá trị, "
            f"số liệu có {len(rows)} dãy × {len(groups)} nhóm"
        )
    return ChartData(
        categories=tuple(_category(one, place) for place, one in enumerate(groups)),
        series=tuple(_series(one, place, len(groups)) for place, one in enumerate(rows)),
        number_format=_text(value, "dinh_dang", 50),
        title=_text(value, "tieu_de", 500),
        name=_text(value, "ten", 500),
        description=_text(value, "mo_ta", _LONGEST),
    )


def _category(value: object, place: int) -> str:
    if isinstance(value, (list, dict)):
        raise UnsuitableError(f"nhom[{place}] là {kind_name(value)}; biểu đồ nhiều tầng nhóm không điền được")
    return " ".join(wording(value).split())


def _series(value: object, place: int, length: int) -> Series:
    if not isinstance(value, dict) or not isinstance(value.get("gia_tri"), list):
        raise UnsuitableError(f"day[{place}] chưa đúng dạng; {_SHAPE}")
    values = value["gia_tri"]
    if len(values) != length:
        raise UnsuitableError(
            f"day[{place}].gia_tri có {len(values)} giá trị, còn «nhom» có {length} nhóm; "
            "hai bên phải bằng nhau"
        )
    name = value.get("ten")
    if isinstance(name, (list, dict)):
        raise UnsuitableError(f"day[{place}].ten là {kind_name(name)}, cần chữ")
    numbers = tuple(_number(one, f"day[{place}].gia_tri[{index}]") for index, one in enumerate(values))
    return Series(name=" ".join(wording(name).split()), values=numbers)


def _number(value: object, path: str) -> Number | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        raise UnsuitableError(f"{path} là {kind_name(value)}, cần số hoặc để trống")
    return value


def _text(value: Mapping[str, object], key: str, most: int) -> str:
    text = value.get(key)
    if text is None:
        return ""
    if isinstance(text, (list, dict, bool, date)) or len(wording(text)) > most:
        raise UnsuitableError(f"«{key}» của biểu đồ phải là chữ, dài nhất {most} ký tự")
    return " ".join(wording(text).split())


def described(data: ChartData, kind: str, title: str) -> str:
    """A chart in words.

    Args:
        data: what it shows.
        kind: «biểu đồ cột».
        title: as the chart shows it, or "".
    """
    if data.description:
        return data.description
    head = f"{kind}: {title}" if title else kind
    several = len(data.series) * len(data.categories) > _MOST_TOLD
    told = [(_summed(one, data) if several else _listed(one, data)) for one in data.series]
    whole = f"{head[:1].upper()}{head[1:].rstrip('.')}. {' '.join(told)}"
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1]}…"


def _listed(series: Series, data: ChartData) -> str:
    pairs = zip(data.categories, series.values, strict=True)
    return f"{series.name}: {'; '.join(f'{name} {_said(value, data)}' for name, value in pairs)}."


def _summed(series: Series, data: ChartData) -> str:
    known = [
        (value, name) for name, value in zip(data.categories, series.values, strict=True) if value is not None
    ]
    if not known:
        return f"{series.name}: không có số liệu."
    least, most = min(known, key=itemgetter(0)), max(known, key=itemgetter(0))
    return (
        f"{series.name}: {number_wording(len(known))} giá trị, từ {_said(least[0], data)} ({least[1]}) "
        f"đến {_said(most[0], data)} ({most[1]})."
    )


def _said(value: Number | None, data: ChartData) -> str:
    if value is None:
        return "không có số liệu"
    if data.number_format.endswith("%"):
        return percent_wording(value)
    return number_wording(value)
