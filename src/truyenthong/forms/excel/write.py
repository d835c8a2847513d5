"""Writes a form in Excel from its declaration, and a marked copy of one that was sent."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils.exceptions import CellCoordinatesException
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from truyenthong.forms.excel.formulas import Formulas
from truyenthong.forms.excel.layout import Layout
from truyenthong.forms.excel.looks import ChoiceSheet
from truyenthong.forms.excel.open import guarded
from truyenthong.forms.excel.sheets import ChecksWriter, MainWriter, write_table
from truyenthong.forms.filled import BlankRequest, Mark, Spot
from truyenthong.forms.identity import identity_line, to_texts
from truyenthong.forms.labels import PROPERTY, Displays, summary
from truyenthong.ooxml.archive import Entry, pack, read_archive, write_archive
from truyenthong.ooxml.xml import PartError, without_illegal

_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001 - openpyxl takes no time zone
"""The moment of every form: the same request makes the same bytes."""
AUTHOR = "truyenthong"
_WIDTH, _LINE_HEIGHT, _LETTERS = 320, 18, 45
"""Points of a comment's box, and letters in one of its lines."""


def write_xlsx(request: BlankRequest) -> bytes:
    """The form as an Excel file; the same request always makes the same bytes."""
    layout = Layout.of(request)
    displays = Displays(plan=request.plan, roster=request.roster)
    lists = ChoiceSheet.of(request.form, displays)
    book = Workbook()
    main = book.active
    if main is None:
        raise RuntimeError("a new workbook has a sheet")  # the library's promise, for the type checker
    MainWriter(request=request, layout=layout, lists=lists).write(main)
    foot = identity_line(request.identity)
    for table in layout.tables.values():
        write_table(book.create_sheet(table.sheet), table, request, lists=lists, foot=foot)
    formulas = Formulas(layout=layout, displays=displays)
    ChecksWriter(layout=layout, formulas=formulas).write(book, request.form)
    lists.write(book)
    _properties(book, request)
    return saved(book)


def _properties(book: Workbook, request: BlankRequest) -> None:
    book.properties.title = without_illegal(summary(request))[0]
    book.properties.creator = without_illegal(request.plan.agency.full_name)[0]
    properties = book.custom_doc_props  # type: ignore[attr-defined] # not in the stubs of 3.1
    for name, text in to_texts(request.identity).items():
        properties.append(StringProperty(name=f"{PROPERTY}{name}", value=text))


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook, free of the clock."""
    book.calculation.fullCalcOnLoad = True
    book.properties.created = book.properties.modified = _MOMENT
    stream = io.BytesIO()
    book.save(stream)
    return write_archive(_settled(one, book) for one in read_archive(stream.getvalue()))


def _settled(one: Entry, book: Workbook) -> Entry:
    if one.name == "docProps/core.xml":
        book.properties.modified = _MOMENT  # saving puts the hour of the day in it
        return pack(one.name, tostring(book.properties.to_tree()))
    if one.name.startswith("xl/worksheets/"):
        # a row so marked does not grow when more is typed into it
        return pack(one.name, one.unpack().replace(b' customHeight="1"', b""))
    return one


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
