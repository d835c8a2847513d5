"""Opens an Excel file that somebody sent, once it is known to be safe: its sheets as they are seen."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from truyenthong.forms.excel.shown import hidden_lines, shown
from truyenthong.forms.identity import Identity, from_texts, identity_in_line
from truyenthong.forms.labels import PROPERTY
from truyenthong.ooxml.archive import (
    MAX_SHEET_ELEMENTS,
    Entry,
    OfficeProgram,
    pack,
    read_archive,
    write_archive,
)
from truyenthong.ooxml.xml import CrowdedError, Element, PartError, local, parse
from truyenthong.text import file_number, nfc, number_wording

_SIGNS = (PROPERTY.encode(), b"tt:noi_dung", "Biểu: ".encode())
"""A form of ours contains at least one of these, whatever program saved it last."""
_MOST_CELLS: Final = 500_000
"""Cells of the rectangle around all that a sheet holds; a form has less than 30,000."""
_BROKEN = (
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    ArithmeticError,
    RecursionError,
    AssertionError,
    OSError,
    NotImplementedError,
    zipfile.BadZipFile,
    ParseError,
    InvalidFileException,
)
"""The errors that openpyxl raises for files that are not as the standard has them."""

Place = tuple[int, int]
"""Row and column, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellSeen:
    """A cell that is not empty.

    Attributes:
        value: what Excel shows there, as openpyxl reads it; of a formula its last result.
        formula: the text of the formula, where it holds one.
        is_error: it shows an error of Excel.
        font: the name of its font.
        number_format: how numbers and days are shown.
        unseen: its text that is struck out or hidden.
    """

    value: object
    formula: str | None
    is_error: bool
    font: str
    number_format: str = "General"
    unseen: str = ""

    @property
    def text(self) -> str:
        """Its text, where it holds one."""
        return nfc(self.value) if isinstance(self.value, str) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSeen:
    """A sheet: its cells that are not empty.

    Attributes:
        merged: first and last row of each cell that was merged over several rows, with its place in words.
        hidden_rows, hidden_columns: numbers of those that Excel does not show.
        is_hidden: Excel does not show the sheet.
    """

    title: str
    cells: Mapping[Place, CellSeen]
    merged: tuple[tuple[int, int, str], ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False

    def hides(self, place: Place) -> bool:
        """Whether nobody sees a cell, because its row, its column or the sheet is hidden."""
        return self.is_hidden or place[0] in self.hidden_rows or place[1] in self.hidden_columns

    def row(self, number: int) -> dict[int, CellSeen]:
        """The cells of a row by their columns."""
        return {column: cell for (row, column), cell in self.cells.items() if row == number}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedBook:
    """An Excel file that may be a form of ours."""

    sheets: tuple[SheetSeen, ...]
    epoch: datetime
    properties: Mapping[str, str]

    def identity(self, plan: str) -> tuple[Identity | None, str | None]:
        """The identity that the file carries: in its properties, else in the line on its first sheet."""
        found = from_texts(self.properties)
        if found[0] is not None:
            return found
        for sheet in self.sheets:
            for cell in sheet.cells.values():
                told = identity_in_line(cell.text.replace("\u00a0", " "), plan) if cell.text else None
                if told is not None:
                    return told
        return found


def open_book(data: bytes) -> OpenedBook | None:
    """The sheets of the file; None where nothing in it is of a form of ours.

    Links and macros are neither followed nor run, so they do no harm here.

    Raises:
        ArchiveError, PartError: not safe, or damaged.
    """
    parts = _safe_parts(data)
    if not any(sign in part for part in parts.values() for sign in _SIGNS):
        return None
    book = loaded(data)
    cells = (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    results = loaded(data, results=True) if any(cell.data_type == "f" for cell in cells) else book
    sheets = tuple(_seen(sheet, results[sheet.title]) for sheet in book.worksheets)
    texts = {
        one.name.removeprefix(PROPERTY): str(one.value)
        for one in book.custom_doc_props.props  # type: ignore[attr-defined] # not in the stubs of 3.1
        if (one.name or "").startswith(PROPERTY)
    }
    return OpenedBook(sheets=sheets, epoch=book.epoch, properties=texts)


def guarded(data: bytes) -> Workbook:
    """The workbook of an Excel file, once that is known to be safe.

    Raises:
        ArchiveError, PartError: not safe, or damaged.
    """
    _safe_parts(data)
    return loaded(data)


def loaded(data: bytes, *, results: bool = False) -> Workbook:
    """The workbook, with formulas or with their last results.

    Raises:
        PartError: damaged.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the library drops is nothing that a form has
            return load_workbook(
                io.BytesIO(_as_openpyxl_reads(data)), data_only=results, keep_links=False, rich_text=True
            )
    except _BROKEN as error:
        raise PartError("Tệp Excel bị hỏng, không đọc được các trang.") from error


_DROPPED = re.compile(rb"_x005F_|x005F(?=_)")
"""The parts of texts that openpyxl drops: half of an escaped underscore, or what only looks like that."""


def _as_openpyxl_reads(data: bytes) -> bytes:
    """The file so that openpyxl finds all parts, and leaves the escapes of texts alone.

    It knows no names with a backslash, and drops ``x005F_`` where that is written in capitals.
    """
    entries = read_archive(data)
    texts = {one.name: one.unpack() for one in entries if _is_xml(one)}
    changed = {name: text for name, text in texts.items() if _DROPPED.search(text) is not None}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        straight = not any("\\" in info.orig_filename for info in archive.infolist())
    if straight and not changed:
        return data
    return write_archive(
        pack(one.name, _DROPPED.sub(_kept, changed[one.name])) if one.name in changed else one
        for one in entries
    )


def _kept(found: re.Match[bytes]) -> bytes:
    return found[0].lower() if found[0].startswith(b"_") else b"_x0078_005F"


def _safe_parts(data: bytes) -> dict[str, bytes]:
    """The parts of the file, none of which asks for more than a form needs.

    Raises:
        ArchiveError, PartError: one does, or is damaged.
    """
    entries = read_archive(data, program=OfficeProgram.EXCEL)
    parts = {entry.name: entry.unpack() for entry in entries if _is_xml(entry)}
    if sum(part.count(b"<") for part in parts.values()) > MAX_SHEET_ELEMENTS:
        raise CrowdedError("Tệp có quá nhiều ô, không phải là biểu mẫu.")
    for name, part in parts.items():  # one tree at a time
        _check_size(parse(part, name, program=OfficeProgram.EXCEL, most=MAX_SHEET_ELEMENTS))
    return parts


def _is_xml(entry: Entry) -> bool:
    return entry.name.lower().endswith((".xml", ".rels", ".vml"))


def _check_size(root: Element) -> None:
    """Refuses a sheet that would take the memory of the machine: one cell far out, one huge merged cell."""
    if local(root) != "worksheet":
        return
    last_row = last_column = merged = 0
    for one in root.iter():
        name = local(one)
        reference = one.get("r") if name == "c" else one.get("ref") if name in _RANGES else None
        if reference is None:
            last_row = max(last_row, file_number(one.get("r"))) if name == "row" else last_row
            continue
        first, top, column, row = _boundaries(reference)
        last_row, last_column = max(last_row, row), max(last_column, column)
        merged += (column - first + 1) * (row - top + 1) if name in _RANGES else 0
    if last_row * last_column > _MOST_CELLS or merged > _MOST_CELLS:
        size = f"{number_wording(last_row)} hàng, {number_wording(last_column)} cột"
        raise PartError(f"Tệp có trang quá rộng ({size}); xóa các hàng, cột thừa rồi lưu lại.")


_RANGES = frozenset({"mergeCell", "hyperlink"})


def _boundaries(reference: str) -> tuple[int, int, int, int]:
    try:
        found = range_boundaries(reference)
    except (ValueError, TypeError) as error:
        raise PartError("Tệp Excel bị hỏng, có ô mang địa chỉ sai.") from error
    first, top, column, row = (one or 1 for one in found)
    if None in found:  # a whole row or column
        return first, top, 16_384, 1_048_576
    return first, top, column, row


def _seen(sheet: Worksheet, results: object) -> SheetSeen:
    if not isinstance(results, Worksheet):
        raise PartError("Tệp Excel bị hỏng, không đọc được các trang.")
    cells: dict[Place, CellSeen] = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            place = (cell.row, cell.column)
            formula = str(cell.value) if cell.data_type == "f" else None
            result = results.cell(*place) if formula is not None else cell
            seen = shown(cell, result.value)
            cells[place] = CellSeen(
                value=seen.value,
                formula=formula,
                is_error=result.data_type == "e",
                font=cell.font.name or "" if isinstance(seen.value, str) else "",
                number_format=cell.number_format,
                unseen=seen.unseen,
            )
    rows, columns = hidden_lines(sheet)
    merged = tuple(
        (one.min_row, one.max_row, one.coord)
        for one in sheet.merged_cells.ranges
        if one.max_row > one.min_row
    )
    return SheetSeen(
        title=sheet.title,
        cells=cells,
        merged=merged,
        hidden_rows=rows,
        hidden_columns=columns,
        is_hidden=sheet.sheet_state != "visible",
    )
