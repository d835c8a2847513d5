"""A table of an Excel form as a sheet of its own; knows nothing of the other sheets."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from truyenthong.blanks import xlsx_looks as looks
from truyenthong.blanks.docx_controls import tag_of
from truyenthong.blanks.docx_fields import label_of
from truyenthong.blanks.filled import BlankRequest
from truyenthong.blanks.xlsx_formulas import any_filled
from truyenthong.blanks.xlsx_layout import (
    FIRST_ROW,
    TABLE_GUIDANCE_ROW,
    TABLE_HEAD_ROW,
    TABLE_TITLE_ROW,
    TAG_COLUMN,
    TAG_ROW,
    TablePlace,
)
from truyenthong.blanks.xlsx_lists import Lists
from truyenthong.blanks.xlsx_main import field_cell, heading, opened
from truyenthong.blanks.xlsx_rules import rule_of
from truyenthong.blanks.xlsx_values import put_text, put_value
from truyenthong.model.forms import Field, FieldType, Row

_FIRST_COLUMN = 2
_WIDTHS = {
    FieldType.INTEGER: 12,
    FieldType.NUMBER: 12,
    FieldType.BOOLEAN: 10,
    FieldType.DATE: 14,
    FieldType.MOMENT: 18,
    FieldType.CHOICE: 30,
}
_SHORT, _MIDDLE, _WIDE = 28, 36, 56


def write_table(
    sheet: Worksheet, place: TablePlace, request: BlankRequest, *, lists: Lists, foot: str
) -> None:
    """The sheet of a table: hidden tags, title, guidance, headings, rows to fill in."""
    one = place.one
    put_text(looks.cell_at(sheet, TAG_ROW, TAG_COLUMN), tag_of((one.code,), rows=True))
    sheet.row_dimensions[TAG_ROW].hidden = True
    title, guidance = looks.cell_at(sheet, TABLE_TITLE_ROW, 1), looks.cell_at(sheet, TABLE_GUIDANCE_ROW, 1)
    put_text(title, place.sheet.partition(".")[0] + f". {label_of(one)}")
    put_text(guidance, _guidance(one))
    title.font, guidance.font = looks.TITLE, looks.SMALL
    heading(sheet, TABLE_HEAD_ROW, ("STT", *map(_label, one.columns)), first=TAG_COLUMN)
    looks.fit_row(sheet, TABLE_HEAD_ROW, [(_label(column), _width(column) - 1) for column in one.columns])
    sheet.column_dimensions["A"].width = 6
    for index, column in enumerate(one.columns):
        _column(sheet, place, column, index + _FIRST_COLUMN, lists)
    _rows(sheet, place, request, lists)
    sheet.freeze_panes = looks.cell_at(sheet, FIRST_ROW, _FIRST_COLUMN)
    sheet.print_title_rows = f"{TABLE_HEAD_ROW}:{TABLE_HEAD_ROW}"
    looks.page(sheet, foot, lies=True)
    looks.protect(sheet)


def _label(column: Field) -> str:
    return f"{label_of(column)} *" if column.required else label_of(column)


def _guidance(one: Field) -> str:
    words = [" ".join((one.guidance or "").split())]
    words += [f"Ít nhất {one.bounds.fewest_rows} dòng."] if one.bounds.fewest_rows else []
    words += [f"Nhiều nhất {one.bounds.most_rows} dòng."] if one.bounds.most_rows else []
    words += ["Cột có dấu * là bắt buộc."] if any(each.required for each in one.columns) else []
    return " ".join(word for word in words if word)


def _column(sheet: Worksheet, place: TablePlace, column: Field, number: int, lists: Lists) -> None:
    """Tag, width and rules of a column."""
    letter = get_column_letter(number)
    put_text(looks.cell_at(sheet, TAG_ROW, number), tag_of((place.one.code, column.code)))
    sheet.column_dimensions[letter].width = _width(column)
    area = f"{letter}{FIRST_ROW}:{letter}{place.last}"
    rule = rule_of(column, lists.place(column))
    sheet.add_data_validation(rule)
    rule.add(area)
    if column.required:
        letters = [get_column_letter(_FIRST_COLUMN + index) for index in range(len(place.one.columns))]
        row = any_filled([f"${one}{FIRST_ROW}" for one in letters])
        missing = f"AND(LEN(TRIM({letter}{FIRST_ROW}))=0,{row})"
        looks.highlight(sheet, area, missing)


def _width(column: Field) -> int:
    found = _WIDTHS.get(column.type)
    if found is not None:
        return found
    longest = column.bounds.longest or _WIDE * 100
    return _SHORT if longest <= 300 else _MIDDLE if longest <= 600 else _WIDE


def _rows(sheet: Worksheet, place: TablePlace, request: BlankRequest, lists: Lists) -> None:
    value = (request.content or {}).get(place.one.code)
    filled: tuple[Row, ...] = value if isinstance(value, tuple) else ()
    shown = [lists.texts(column) for column in place.one.columns]
    for number, row in enumerate(range(FIRST_ROW, place.last + 1)):
        count = looks.cell_at(sheet, row, 1)
        count.value = number + 1
        count.font, count.border, count.alignment = looks.SMALL, looks.BOX, looks.CENTRED
        for index, column in enumerate(place.one.columns):
            cell = looks.cell_at(sheet, row, index + _FIRST_COLUMN)
            cell.font, cell.border = looks.PLAIN, looks.BOX
            opened(cell)
            field_cell(cell, column)
            if number < len(filled):
                put_value(cell, column, filled[number].get(column.code), shown[index])
        if number < len(filled):
            texts = [(filled[number].get(column.code), _width(column)) for column in place.one.columns]
            looks.fit_row(
                sheet, row, [("", 1), *((text, width) for text, width in texts if isinstance(text, str))]
            )
