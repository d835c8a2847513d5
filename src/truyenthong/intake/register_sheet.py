"""Reads the office's own tracking sheet in Excel: which cell says what was received, and when."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.datetime import WINDOWS_EPOCH
from openpyxl.worksheet.worksheet import Worksheet

from truyenthong.forms.excel.open import guarded, loaded
from truyenthong.forms.excel.shown import hidden_lines, plain_number, shown
from truyenthong.forms.excel.values import typed, year_typed
from truyenthong.model.forms import FieldType
from truyenthong.model.moments import Moment
from truyenthong.text import day_wording, fold, nfc
from truyenthong.yamltext.days import parse_moment
from truyenthong.yamltext.scalars import Fault

_OF_PAPER = ("", "văn bản", "vb", "công văn", "cv", "của văn bản", "báo cáo")

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "unit": (
        *("đơn vị", "tên đơn vị", "đơn vị nộp", "đơn vị báo cáo", "đơn vị gửi", "cơ quan, đơn vị"),
        *("tác giả", "nơi gửi", "cơ quan gửi", "cơ quan ban hành", "đơn vị ban hành"),
    ),
    "duty": ("nhiệm vụ", "báo cáo", "tên báo cáo", "loại báo cáo", "nội dung báo cáo"),
    "period": ("kỳ", "kỳ báo cáo", "tháng", "quý"),
    "received": ("ngày nhận", "ngày nhận được", "ngày nộp", "ngày đến", "thời gian nhận", "nhận ngày"),
    "number": tuple(
        f"{words} {paper}"
        for words in ("số", "số hiệu", "số ký hiệu", "số kí hiệu", "số kh", "ký hiệu số", "kí hiệu số")
        for paper in _OF_PAPER
    ),
    "symbol": tuple(f"{words} {paper}" for words in ("ký hiệu", "kí hiệu") for paper in _OF_PAPER),
    "day": (
        *("ngày văn bản", "ngày vb", "ngày ký", "ngày ban hành", "ngày công văn", "ngày cv"),
        *("ngày tháng", "ngày tháng năm", "ngày tháng văn bản", "ngày tháng năm văn bản"),
        *("ngày tháng ban hành", "ngày tháng năm ban hành", "ngày của văn bản"),
    ),
    "left": (
        *("stt", "tt", "số tt", "số thứ tự", "ghi chú", "địa chỉ", "điện thoại", "thư điện tử", "email"),
        *("số đến", "ngày chuyển", "ký nhận", "người nhận", "đơn vị hoặc người nhận"),
    ),
}
"""Columns by their headings, also as registers of papers have them (NĐ 30, PL IV).

``left`` ones are passed over. Capitals, blanks, signs between words and «và» do not count: «Số và ký hiệu»,
«Số, ký hiệu (văn bản)».
"""


def _heading_key(text: str) -> str:
    """What two ways to write a heading share."""
    return " ".join(word for word in _WORD.findall(fold(text)) if word != _AND)


_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_AND = fold("và")
_KEYS = {_heading_key(word): key for key, words in HEADINGS.items() for word in words}
_TOTALS = tuple(map(fold, ("tổng", "tổng số", "tổng cộng", "cộng", "tổng hợp")))
_TODAY = re.compile(r"\b(?:TODAY|NOW)\s*\(", re.IGNORECASE)
"""Formulas that say another day each time."""
_FIRST_ROWS = 40
"""The heading is among the first rows of a sheet, below titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One thing received, as the sheet has it; texts are as typed.

    Attributes:
        where: sheet and cell, for people.
        duty: what names the duty; of a wide sheet the heading of the column.
        wide: whether ``duty`` is a heading that names the period too.
        received: the moment, or why it is not known.
    """

    where: str
    unit: str
    duty: str | None
    period: str | None
    wide: bool
    received: Moment | str
    number: str | None = None
    symbol: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRead:
    """What a sheet holds.

    Attributes:
        strange: headings of columns that were passed over, with their places.
        headless: names of sheets that hold something and no heading row.
        unseen: what is struck out or hidden and so not read, with its place.
    """

    lines: tuple[SheetLine, ...]
    strange: tuple[tuple[str, str], ...] = ()
    headless: tuple[str, ...] = ()
    unseen: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Columns:
    """The columns of a sheet: those that are known by kind, and wide ones by their headings."""

    row: int
    known: dict[str, int] = field(default_factory=dict)
    wide: dict[int, str] = field(default_factory=dict)


def read_sheet(data: bytes, names_a_duty: Callable[[str], bool], *, sheet: str | None = None) -> SheetRead:
    """What was received, line by line.

    Args:
        data: the file.
        names_a_duty: whether a heading names a duty (and its period).
        sheet: only the sheet of this name; all that are not hidden where None.

    Raises:
        ArchiveError, PartError: not safe, damaged, or no Excel file.
        KeyError: no sheet of that name.
    """
    formulas = guarded(data)
    book = loaded(data, results=True)
    sheets = [one for one in book.worksheets if one.sheet_state == "visible" or one.title == sheet]
    if sheet is not None:
        sheets = [one for one in sheets if fold(one.title) == fold(sheet)]
        if not sheets:
            raise KeyError(sheet)
    lines: list[SheetLine] = []
    strange: list[tuple[str, str]] = []
    headless: list[str] = []
    unseen: list[tuple[str, str]] = []
    for one in sheets:
        columns = _columns(one, names_a_duty, strange)
        if columns is not None:
            hidden = hidden_lines(one)
            unseen += _unseen(one, columns, hidden)
            lines += _lines(one, columns, formulas[one.title], hidden[0])
        elif any(cell.value is not None for row in one.iter_rows() for cell in row):
            headless.append(one.title)
    return SheetRead(
        lines=tuple(lines), strange=tuple(strange), headless=tuple(headless), unseen=tuple(unseen)
    )


def _columns(
    sheet: Worksheet, names_a_duty: Callable[[str], bool], strange: list[tuple[str, str]]
) -> _Columns | None:
    """The heading row: it names the unit, and what was received."""
    hidden = hidden_lines(sheet)[1]
    seen = [column for column in range(1, sheet.max_column + 1) if column not in hidden]
    for row in range(1, min(sheet.max_row, _FIRST_ROWS) + 1):
        texts = {column: _label(_at(sheet, row, column)) for column in seen}
        unit = next((at for at, text in texts.items() if _KEYS.get(_heading_key(text)) == "unit"), None)
        if unit is None:
            continue
        below = _is_double(sheet, row, unit, texts.values(), names_a_duty)
        found = _Columns(row=row + 1 if below else row)
        unknown = []
        for column, text in texts.items():
            lower = _label(_at(sheet, row + 1, column)) if below else ""
            heading = " ".join(part for part in dict.fromkeys((text, lower)) if part)
            key = _KEYS.get(_heading_key(heading)) or _KEYS.get(_heading_key(lower or text))
            if key is not None and not names_a_duty(heading):
                found.known.setdefault(key, column)
            elif names_a_duty(heading):
                found.wide[column] = heading
            elif heading:
                unknown.append((f"trang «{sheet.title}», ô {sheet.cell(row, column).coordinate}", heading))
        if "received" in found.known or found.wide:
            strange += unknown
            return found
    return None


def _is_double(
    sheet: Worksheet, row: int, unit: int, texts: Iterable[str], names_a_duty: Callable[[str], bool]
) -> bool:
    """Whether the heading takes two rows: «Đơn vị» is over both, or periods are under a duty."""
    if row >= sheet.max_row:
        return False
    below = sheet.cell(row + 1, unit)
    if isinstance(below, MergedCell):
        return _at(sheet, row + 1, unit).row == row
    whole = any(names_a_duty(text) or _KEYS.get(_heading_key(text)) == "received" for text in texts)
    return not whole and not _text(below)


def _at(sheet: Worksheet, row: int, column: int) -> Cell | MergedCell:
    """A cell; of merged ones the one that holds the text."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        for one in sheet.merged_cells.ranges:
            if cell.coordinate in one:
                return sheet.cell(one.min_row, one.min_col)
    return cell


def _unseen(
    sheet: Worksheet, columns: _Columns, hidden: tuple[frozenset[int], frozenset[int]]
) -> Iterator[tuple[str, str]]:
    """What is not seen below the heading: cells that are struck out or hidden, hidden rows and columns."""
    used = {*columns.known.values(), *columns.wide}
    told: set[int] = set()
    for row in sheet.iter_rows(min_row=columns.row + 1):
        for cell in row:
            if cell.value is None or not isinstance(cell, Cell):
                continue
            if cell.row in hidden[0]:
                yield f"trang «{sheet.title}», hàng {cell.row}", f"hàng đang ẩn, có ghi «{_text(cell)}»"
                break
            if cell.column in hidden[1] and cell.column not in told:
                told.add(cell.column)
                yield (
                    f"trang «{sheet.title}», cột {cell.column_letter}",
                    f"cột đang ẩn, có ghi «{_text(cell)}»",
                )
            seen = shown(cell, cell.value)
            if seen.unseen and cell.column in used:
                yield _where(sheet, cell), f"phần bị gạch bỏ hoặc bị ẩn: «{seen.unseen}»"


def _lines(
    sheet: Worksheet, columns: _Columns, formulas: Worksheet, hidden: Collection[int]
) -> Iterator[SheetLine]:
    for row in range(columns.row + 1, sheet.max_row + 1):
        if row in hidden:
            continue
        unit = _text(_at(sheet, row, columns.known["unit"]))
        if fold(unit).rstrip(":") in _TOTALS:
            continue
        if "received" in columns.known:
            yield from _long_line(sheet, columns.known, row, unit, formulas)
        for column, heading in columns.wide.items():
            cell, formula = sheet.cell(row, column), _formula(formulas.cell(row, column))
            if _text(cell) or formula:
                yield SheetLine(
                    where=_where(sheet, cell),
                    unit=unit,
                    duty=heading,
                    period=None,
                    wide=True,
                    received=_moment(cell, formula),
                )


def _long_line(
    sheet: Worksheet, known: Mapping[str, int], row: int, unit: str, formulas: Worksheet
) -> Iterator[SheetLine]:
    """A row that says something was received; a unit without a day has sent nothing yet."""
    cell, formula = sheet.cell(row, known["received"]), _formula(formulas.cell(row, known["received"]))

    def text(key: str) -> str | None:
        return _text(_at(sheet, row, known[key])) or None if key in known else None

    if _text(cell) or formula:
        yield SheetLine(
            where=_where(sheet, cell),
            unit=unit,
            duty=text("duty"),
            period=_label(_at(sheet, row, known["period"])) or None if "period" in known else None,
            wide=False,
            received=_moment(cell, formula),
            number=text("number"),
            symbol=text("symbol"),
            day=text("day"),
        )


def _where(sheet: Worksheet, cell: Cell | MergedCell) -> str:
    return f"trang «{sheet.title}», ô {cell.coordinate}"


def _formula(cell: Cell | MergedCell) -> str:
    """The text of the formula in a cell, or nothing."""
    return str(cell.value) if cell.data_type == "f" else ""


def _moment(cell: Cell | MergedCell, formula: str) -> Moment | str:
    """When it came; a cell that is no day says why. An hour counts also where the format hides it."""
    value = cell.value if shown(cell, cell.value).value is not None else None
    if formula and (value is None or _TODAY.search(formula) is not None):
        return f"ô có công thức {formula}, không phải một ngày đã ghi"
    book = cell.parent.parent
    epoch = book.epoch if isinstance(book, Workbook) else WINDOWS_EPOCH
    if isinstance(value, date):
        if (year := year_typed(value, epoch)) is not None:
            return f"ô hiện ngày {day_wording(value)}, có lẽ đã gõ năm {year} vào ô ghi ngày"
        hour = value.time().replace(microsecond=0) if isinstance(value, datetime) else time(0)
        day = value.date() if isinstance(value, datetime) else value
        return Moment(day=day, hour=hour if hour != time(0) else None)
    meant = typed(value, FieldType.DATE, epoch)
    if meant.serial:
        return f"«{_text(cell)}» là số thứ tự mà Excel cất ngày {meant.text}"
    read = parse_moment(_text(cell))
    if not isinstance(read, Fault):
        return read
    return f"{read.message}; {read.hint}" if read.hint else read.message


def _label(cell: Cell | MergedCell) -> str:
    """A heading or a period; Excel makes the first day of the month of «11/2020»."""
    value = shown(cell, cell.value).value
    if isinstance(value, datetime) and value.day == 1:
        return f"{value.month}/{value.year}"
    return _text(cell)


def _text(cell: Cell | MergedCell) -> str:
    """What a person sees in the cell, as far as it is needed."""
    value = shown(cell, cell.value).value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return plain_number(value, cell.number_format)
    return " ".join(nfc(str(value)).split())
