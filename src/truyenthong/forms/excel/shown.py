"""The texts, dates and numbers in the cells of Excel as a person sees them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime, time
from decimal import ROUND_HALF_UP, Decimal

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

from truyenthong.text import lowered, nfc, raised

DIGITS = 15
"""Excel keeps no more."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LIKE_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
"""Parts of a number format that show fixed signs, colours, conditions and spaces."""
_NUMBER = re.compile(r"[#0?,]+(\.[#0?]*)?")
_HOUR = re.compile(r"h|s|am/pm", re.IGNORECASE)
_GENERAL = {"General", "@", ""}
_LIGHT = 0xE0
"""A background of which every part of the colour is at least this makes white letters disappear."""
_WHITE_INDEX, _WHITE_THEME = {1, 9}, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A cell as it is seen.

    Attributes:
        value: a text without its parts that are struck out or hidden, a number, a day; None for nothing.
        unseen: the text that is struck out or hidden.
    """

    value: object
    unseen: str = ""


def shown(cell: Cell | MergedCell, value: object) -> Shown:
    """The visible part of a value in a cell; the looks are those of ``cell``."""
    if value is None or isinstance(cell, MergedCell):
        return Shown(value=None)
    if _hides(cell, value):
        return Shown(value=None, unseen=" ".join(_plain(value).split()))
    if isinstance(value, CellRichText):
        kept, gone = "", ""
        for part in value:
            text, visible = _part(cell, part)
            kept, gone = (kept + text, gone) if visible else (kept, gone + text)
        return Shown(value=unescaped(kept) or None, unseen=" ".join(unescaped(gone).split()))
    if isinstance(value, str):
        return Shown(value=_set(unescaped(value), cell.font.vertAlign))
    if isinstance(value, datetime) and _hides_hour(cell.number_format):
        return Shown(value=datetime.combine(value.date(), time.min))
    return Shown(value=value)


def _plain(value: object) -> str:
    return unescaped(nfc(str(value))) if isinstance(value, str | CellRichText) else str(value)


def _hides(cell: Cell, value: object) -> bool:
    """Whether the looks of the whole cell strike its content out or hide it."""
    font = cell.font
    if isinstance(value, CellRichText):  # each part has looks of its own
        return _shows_nothing(cell.number_format, "")
    return bool(font.strike) or _is_lost(font.color, cell) or _shows_nothing(cell.number_format, value)


def _part(cell: Cell, part: str | TextBlock) -> tuple[str, bool]:
    """The text of a part of a cell and whether it is seen; a plain part has the looks of the cell."""
    font = cell.font if isinstance(part, str) else part.font
    text = part if isinstance(part, str) else part.text
    visible = not (font.strike or _is_lost(font.color, cell))
    return _set(nfc(text or ""), font.vertAlign), visible


def _set(text: str, place: str | None) -> str:
    return raised(text) if place == "superscript" else lowered(text) if place == "subscript" else text


def _is_lost(color: Color | None, cell: Cell) -> bool:
    """Whether the letters are white on a ground that is white or nearly so."""
    if color is None or color.tint:
        return False
    white = (
        (color.type == "rgb" and str(color.rgb).upper().endswith("FFFFFF"))
        or (color.type == "theme" and color.theme == _WHITE_THEME)
        or (color.type == "indexed" and color.indexed in _WHITE_INDEX)
    )
    if not white:
        return False
    fill = cell.fill
    if fill.fill_type is None:
        return True
    ground = str(fill.fgColor.rgb) if fill.fgColor.type == "rgb" else ""
    parts = [ground[-6:][at : at + 2] for at in (0, 2, 4)]
    light = re.fullmatch(r"[0-9A-Fa-f]{8}", ground) is not None and all(int(x, 16) >= _LIGHT for x in parts)
    return fill.fill_type == "solid" and light


def _shows_nothing(number_format: str, value: object) -> bool:
    """Whether the format has an empty section for such a value, as «;;;»."""
    sections = number_format.split(";")
    if len(sections) < 3:
        return False
    if isinstance(value, str):
        return len(sections) > 3 and not sections[3].strip()
    at = 0
    if isinstance(value, int | float):
        at = 2 if value == 0 else 1 if value < 0 else 0
    return not sections[at].strip()


def unescaped(text: str) -> str:
    """A text without the escapes of Excel (``_x000D_``), lines ended as everywhere else.

    ``_x005F_`` is the underscore of a text that only looks like an escape (ECMA-376, ST_Xstring).
    """
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = nfc(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def escaped(text: str) -> str:
    """The text so that Excel shows it as it is, also where it looks like an escape."""
    return _LIKE_ESCAPED.sub("_x005F_", text) if "_x" in text else text


def _hides_hour(number_format: str) -> bool:
    return _HOUR.search(_LITERAL.sub("", number_format)) is None


def hides_year(number_format: str) -> bool:
    """Whether a day in that format is shown without its year."""
    bare = _LITERAL.sub("", number_format).lower()
    return "y" not in bare and "e" not in bare and "d" in bare


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNumber:
    """A number as a format shows it.

    Attributes:
        exact: the number in the cell, in the same measure (a hundredth is 1 of a hundred under «%»).
        percent: it is shown with a percent sign.
    """

    number: Decimal
    exact: Decimal
    percent: bool


def shown_number(value: float, number_format: str) -> ShownNumber:
    """A finite number as a format shows it; a format that is not understood shows it whole."""
    exact = Decimal(f"{value:.{DIGITS}g}")
    section = number_format.split(";")
    bare = _LITERAL.sub("", section[1 if value < 0 and len(section) > 1 else 0]).strip()
    percent = bare.count("%") == 1
    found = _NUMBER.fullmatch(bare.replace("%", "").strip(" +-()"))
    exact = exact * 100 if percent else exact
    if number_format in _GENERAL or found is None or bare.count("%") > 1:
        return ShownNumber(number=exact, exact=exact, percent=percent)
    whole = found[0].partition(".")
    thousands = len(found[0]) - len(found[0].rstrip(",")) if not found[1] else 0
    decimals = len(whole[2])
    scaled = exact.scaleb(-3 * thousands)
    rounded = scaled.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return ShownNumber(number=rounded, exact=exact, percent=percent)


def plain_number(value: float, number_format: str) -> str:
    """A number that is a name (of a paper, a telephone): its digits, with the zeros that are shown."""
    if not math.isfinite(value) or value != int(value) or value < 0:
        return str(value)
    zeros = len(number_format) if set(number_format) == {"0"} else 0
    return str(int(value)).zfill(zeros)


def hidden_lines(sheet: Worksheet) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the rows and of the columns that are hidden, or have no height or width."""
    rows = {
        number
        for number, one in sheet.row_dimensions.items()
        if one.hidden or (one.height is not None and one.height == 0)
    }
    columns: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden or dimension.width == 0:
            first, last = dimension.min or 0, dimension.max or 0
            columns |= set(range(first, min(last, sheet.max_column) + 1))
    return frozenset(rows), frozenset(columns)
