"""Puts comments into a copy of an Excel form that was sent; changes no value in it."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.utils.exceptions import CellCoordinatesException
from openpyxl.worksheet.worksheet import Worksheet

from truyenthong.forms.excel.open import guarded
from truyenthong.forms.excel.write import saved
from truyenthong.forms.filled import Mark, Spot
from truyenthong.ooxml.xml import PartError, without_illegal

AUTHOR = "truyenthong"
_WIDTH, _LINE_HEIGHT, _LETTERS = 320, 18, 45
"""Points of a comment's box, and letters that stand in one of its lines."""


def mark_xlsx(data: bytes, marks: Sequence[Mark]) -> bytes:
    """A copy of the file with a comment at the place of each mark, general ones at the head.

    Several marks of one cell share a comment; one that stands there already stays.

    Raises:
        ArchiveError, PartError: the file cannot be opened safely.
    """
    book = guarded(data)
    head = _head(book)
    for mark in marks:
        place = _place(book, mark.spot)
        named = f"{mark.spot.words}: " if mark.spot is not None and place is None else ""
        _comment(head if place is None else place, f"{named}{mark.text}")
    return saved(book)


def _head(book: Workbook) -> Cell:
    sheets = [one for one in book.worksheets if one.sheet_state == "visible"] or book.worksheets
    if not sheets:
        raise PartError("Tệp Excel không có trang nào.")
    sheet = sheets[0]
    for row in sheet.iter_rows():
        for cell in row:
            shown = isinstance(cell, Cell) and not sheet.row_dimensions[cell.row].hidden
            if shown and isinstance(cell, Cell) and cell.value is not None:
                return cell
    return _standing(sheet, "A1")


def _place(book: Workbook, spot: Spot | None) -> Cell | None:
    """The cell of a place; None for a general remark, or where the cell is not there."""
    title, _, address = spot.locator.rpartition("!") if spot is not None else ("", "", "")
    if title not in book.sheetnames or not isinstance(book[title], Worksheet):
        return None
    try:
        return _standing(book[title], address)
    except (CellCoordinatesException, ValueError):
        return None


def _standing(sheet: Worksheet, address: str) -> Cell:
    """The cell of an address; inside of a merged one the cell that shows its content."""
    found = sheet[address]
    if isinstance(found, MergedCell):
        around = next(one for one in sheet.merged_cells.ranges if address in one)
        found = sheet.cell(row=around.min_row, column=around.min_col)
    if not isinstance(found, Cell):
        raise PartError("Tệp Excel bị hỏng, có ô mang địa chỉ sai.")
    return found


def _comment(cell: Cell, text: str) -> None:
    before = f"{cell.comment.text}\n" if cell.comment is not None else ""
    words = before + without_illegal(text)[0]
    lines = sum(1 + len(line) // _LETTERS for line in words.split("\n"))
    cell.comment = Comment(words, AUTHOR, width=_WIDTH, height=_LINE_HEIGHT * (lines + 1))
