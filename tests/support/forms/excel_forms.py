"""Excel forms of the real plan for tests: made, filled in with openpyxl as a person would, read back."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from support.forms.saved_word_forms import CONTENT, FORM, PAPER
from support.forms.word_forms import request_for, year
from truyenthong.forms.excel import read_xlsx, write_xlsx
from truyenthong.forms.excel.layout import VALUE
from truyenthong.forms.filled import Filled
from truyenthong.model.forms import Form

CellValue = str | int | float | bool | date | None

FOLDER = Path(__file__).resolve().parents[2] / "data" / "excel_forms"


def read_excel(data: bytes, form: Form | None = None) -> Filled:
    """What comes back of a file that is a form, where the plan has that form besides its own."""
    plan = year().plan
    if form is not None:
        plan = replace(plan, forms=(*plan.forms, form))
    filled = read_xlsx(data, plan, year().roster)
    assert filled is not None
    return filled


def changed(data: bytes, change: Callable[[Workbook], None]) -> bytes:
    """The file after somebody changed the workbook and saved it with another program."""
    book = load_workbook(io.BytesIO(data))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def sheet_of(book: Workbook, table: str) -> Worksheet:
    """The sheet of a table, found by its tag."""
    found = [one for one in book.worksheets if one.cell(row=1, column=1).value == f"tt:noi_dung.{table}[]"]
    assert len(found) == 1
    return found[0]


def cell_of(book: Workbook, code: str, row: int = 1) -> Cell:
    """The cell of a field, or ``table.column`` in one of its rows, counted from 1."""
    table, _, column = code.rpartition(".")
    if table:
        sheet = sheet_of(book, table)
        tags = {cell.value: cell.column for cell in sheet[1]}
        found = sheet.cell(row=4 + row, column=int(tags[f"tt:noi_dung.{table}[].{column}"] or 0))
    else:
        sheet = book.worksheets[0]
        tag = code if code.startswith("tt:") else f"tt:noi_dung.{code}"
        place = next(cell.row for cell in sheet["A"] if cell.value == tag)
        found = sheet.cell(row=place, column=VALUE)
    assert isinstance(found, Cell)
    return found


def typed_into(data: bytes, values: dict[str, CellValue]) -> bytes:
    """The form with values in the first row of its tables and in its fields."""

    def change(book: Workbook) -> None:
        for code, value in values.items():
            cell_of(book, code).value = value

    return changed(data, change)


def sources() -> dict[str, bytes]:
    """The forms before LibreOffice opened them, by the names of the files."""
    filled = replace(request_for("bao-cao-du-luan"), form=FORM, content=CONTENT, paper=PAPER, nil=True)
    blank = replace(filled, content=None, paper=None, nil=False)
    return {"dien.xlsx": write_xlsx(filled), "trong.xlsx": write_xlsx(blank)}


if (
    __name__ == "__main__"
):  # then: soffice --headless --convert-to xlsx --outdir tests/data/excel_forms FOLDER/*
    for name, data in sources().items():
        (Path(sys.argv[1]) / name).write_bytes(data)
