"""An Excel form is read as a person sees it; what is struck out, hidden or rounded is told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from support.forms.excel_forms import CellValue, cell_of, changed, read_excel, sheet_of
from support.forms.word_forms import every_type, request_for
from truyenthong.forms.excel import mark_xlsx, write_xlsx
from truyenthong.forms.excel.values import put_text
from truyenthong.forms.filled import Filled, Mark

TYPES = write_xlsx(replace(request_for("bao-cao-du-luan"), form=every_type()))
STRUCK, RAISED = InlineFont(strike=True), InlineFont(vertAlign="superscript")
MOMENT = datetime.combine(date(2021, 5, 27), time(9, 15))
WHITE = InlineFont(color=Color(rgb="FFFFFFFF"))


def after(change: Callable[[Workbook], None]) -> Filled:
    return read_excel(changed(TYPES, change), every_type())


def cell_after(code: str, change: Callable[[Cell], None]) -> Filled:
    return after(lambda book: change(cell_of(book, code)))


def codes(filled: Filled) -> list[str]:
    return [one.code for one in filled.findings]


@pytest.mark.parametrize(
    ("parts", "read", "told"),
    [
        ((TextBlock(STRUCK, "9"), "3"), "3", ["TT666"]),
        (("3", TextBlock(STRUCK, " nháp")), "3", ["TT666"]),
        ((TextBlock(STRUCK, "93"),), None, ["TT666"]),
        (("3", TextBlock(RAISED, "1")), "3¹", []),
        (("9", TextBlock(WHITE, "3")), "9", ["TT666"]),
        (("9", TextBlock(InlineFont(b=True), "3")), "93", []),
    ],
)
def test_parts_of_a_cell_have_looks_of_their_own(
    parts: tuple[str | TextBlock, ...], read: str | None, told: list[str]
) -> None:
    def change(cell: Cell) -> None:
        cell.value = CellRichText(parts)

    for code in ("o_so_nguyen", "o_van_ban"):
        filled = cell_after(code, change)
        assert (filled.values[code], codes(filled)) == (read, told)


@pytest.mark.parametrize("value", [93, "93", date(2021, 5, 27)])
@pytest.mark.parametrize("how", ["struck", "white", "format"])
def test_a_cell_that_shows_nothing_is_empty_and_told(value: CellValue, how: str) -> None:
    def change(cell: Cell) -> None:
        cell.value = value
        match how:
            case "struck":
                cell.font = Font(strike=True)
            case "white":
                cell.font = Font(color="FFFFFFFF")
            case _:
                cell.number_format = ";;;"

    filled = cell_after("o_van_ban", change)
    assert (filled.values["o_van_ban"], codes(filled)) == (None, ["TT666"])
    assert filled.findings[0].ref.spot is not None


def test_white_letters_on_a_dark_ground_are_seen() -> None:
    def change(cell: Cell) -> None:
        cell.value, cell.font = "93", Font(color="FFFFFFFF")
        cell.fill = PatternFill("solid", start_color="FF1F4E79")

    filled = cell_after("o_van_ban", change)
    assert (filled.values["o_van_ban"], codes(filled)) == ("93", [])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Dòng một_x000D_\nDòng hai", "Dòng một\nDòng hai"),
        ("một_x000d__x000a_hai", "một\nhai"),
        ("một_x0009_hai", "một\thai"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x005F_x005F_x005F_x000D_", "_x005F_x000D_"),
        ("_x005F_x005F_x000D_ hai", "_x005F\n hai"),
        ("ma_x00_12 a_xyz_", "ma_x00_12 a_xyz_"),
        ("cười _xD83D__xDE00_", "cười 😀"),
        ("ti_x00EA_ng", "tiêng"),
    ],
)
def test_the_escapes_of_excel_are_what_they_show(typed: str, read: str) -> None:
    def change(cell: Cell) -> None:
        cell.value = typed

    assert cell_after("o_van_ban", change).values["o_van_ban"] == read
    marked = mark_xlsx(
        changed(TYPES, lambda book: change(cell_of(book, "o_van_ban"))), [Mark(spot=None, text="a")]
    )
    assert read_excel(marked, every_type()).values["o_van_ban"] == read


@pytest.mark.parametrize("text", ["_x000D_", "a_x005F_b", "_x005F_x000D_", "_x_x0041_"])
def test_a_text_like_an_escape_comes_back(text: str) -> None:
    filled = cell_after("o_van_ban", lambda cell: put_text(cell, text))
    assert filled.values["o_van_ban"] == text


@pytest.mark.parametrize(
    ("value", "form", "field", "read", "told"),
    [
        (12.4, "0", "o_so_nguyen", "12", ["TT668"]),
        (12.5, "0", "o_so", "13", ["TT668"]),
        (-12.5, "0;-0", "o_so", "-13", ["TT668"]),
        (12400, "#,##0,", "o_so", "12", ["TT668"]),
        (12.4, "0.0", "o_so", "12,4", []),
        (1234.56, "#,##0.00", "o_so", "1.234,56", []),
        (1234.567, '#,##0.00" đồng"', "o_so", "1.234,57", ["TT668"]),
        (0.125, "0.0%", "o_so", "12,5%", []),
        (0.125, "0%", "o_so", "13%", ["TT668"]),
        (0.1 + 0.2, "General", "o_so", "0,3", []),
        (12.25, "# ?/?", "o_so", "12,25", []),
        (7, "000", "o_van_ban", "007", []),
        (2021, "dd/mm/yyyy", "o_ngay", "13/7/1905", ["TT669"]),
        (MOMENT, "dd/mm/yyyy", "o_ngay", "27/5/2021", []),
        (MOMENT, "dd/mm/yyyy", "o_ngay_gio", "27/5/2021", []),
        (
            MOMENT,
            "dd/mm/yyyy hh:mm",
            "o_ngay",
            "27/5/2021 09:15",
            [],
        ),
        (date(2026, 5, 27), "d/m", "o_ngay", "27/5/2026", ["TT669"]),
        (date(2021, 5, 27), '[$-vi-VN]"ngày" d "tháng" m "năm" yyyy', "o_ngay", "27/5/2021", []),
        (44343, "General", "o_ngay", "27/5/2021", ["TT607"]),
        (2021, "General", "o_ngay", "2021", []),
    ],
)
def test_numbers_and_days_are_what_their_format_shows(
    value: CellValue, form: str, field: str, read: str, told: list[str]
) -> None:
    def change(cell: Cell) -> None:
        cell.value = value
        cell.number_format = form

    filled = cell_after(field, change)
    assert (filled.values[field], codes(filled)) == (read, told)


def test_days_of_the_other_calendar_of_excel() -> None:
    def change(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904
        cell_of(book, "o_ngay").value = date(2021, 5, 27)
        cell_of(book, "o_ngay_gio").value = 44343 - 1462
        cell_of(book, "o_ngay_gio").number_format = "General"

    filled = after(change)
    assert (filled.values["o_ngay"], filled.values["o_ngay_gio"]) == ("27/5/2021", "27/5/2021")


@pytest.mark.parametrize("how", ["row", "column", "sheet"])
def test_what_lies_in_hidden_lines_is_read_and_told(how: str) -> None:
    def change(book: Workbook) -> None:
        cell = cell_of(book, "bang.o_so_nguyen", 2)
        cell.value = 93
        sheet = sheet_of(book, "bang")
        match how:
            case "row":
                sheet.row_dimensions[cell.row].hidden = True
            case "column":
                sheet.column_dimensions[cell.column_letter].hidden = True
            case _:
                sheet.sheet_state = "hidden"

    filled = after(change)
    assert codes(filled) == ["TT667"]
    assert "«93»" in filled.findings[0].message


def test_names_with_backslashes_are_parts_all_the_same() -> None:
    data = changed(TYPES, lambda book: setattr(cell_of(book, "o_van_ban"), "value", "mười"))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name.replace("/", "\\")), old.read(name))
    filled = read_excel(stream.getvalue(), every_type())
    assert filled.values["o_van_ban"] == "mười"
    marked = mark_xlsx(stream.getvalue(), [Mark(spot=None, text="a")])
    assert read_excel(marked, every_type()).values["o_van_ban"] == "mười"
