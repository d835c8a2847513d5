"""Writes the sheets of an Excel form: the first with its single fields, one for each table, the checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from truyenthong.forms.excel import looks
from truyenthong.forms.excel.formulas import FAILS, HOLDS, Formulas, any_filled, row_count
from truyenthong.forms.excel.layout import (
    ADVICE_ROW,
    BASIS_ROW,
    CHECKS_TITLE,
    DEADLINE_ROW,
    FIRST_ROW,
    GUIDANCE,
    HEAD_ROW,
    LABEL,
    MAIN_TITLE,
    NUMBER,
    REMINDER,
    STATE_ROW,
    TABLE_GUIDANCE_ROW,
    TABLE_HEAD_ROW,
    TABLE_TITLE_ROW,
    TAG_COLUMN,
    TAG_ROW,
    TITLE_ROW,
    VALUE,
    VALUE_TAG,
    Layout,
    TablePlace,
)
from truyenthong.forms.excel.looks import ChoiceSheet
from truyenthong.forms.excel.values import DAY_FORMAT, TEXT_FORMAT, format_of, put_text, put_value, rule_of
from truyenthong.forms.filled import BlankRequest
from truyenthong.forms.identity import identity_line
from truyenthong.forms.labels import (
    DAY_TAG,
    NIL_TAG,
    NIL_WORDS,
    NUMBER_TAG,
    SAMPLE,
    SYMBOL_TAG,
    UNIT_TAG,
    YES,
    is_long,
    label_of,
    one_line,
    sending,
    tag_of,
    title_of,
)
from truyenthong.model.forms import Field, FieldType, Form, Row
from truyenthong.text import day_wording
from truyenthong.views.plan_text import full_citation

_WIDTHS = {NUMBER: 6, LABEL: 44, VALUE: 60, GUIDANCE: 48, REMINDER: 22}
_ACROSS = sum(_WIDTHS.values())
"""Letters side by side across the sheet."""
_LONG_LINES = 4
"""Lines that a long text finds ready."""
HEADINGS = ("STT", "Nội dung", "Thông tin, số liệu", "Hướng dẫn", "Nhắc")
LABELS = {
    UNIT_TAG: "Đơn vị",
    NUMBER_TAG: "Số văn bản",
    SYMBOL_TAG: "Ký hiệu văn bản",
    DAY_TAG: "Ngày văn bản",
    NIL_TAG: NIL_WORDS,
}
"""The words beside the cells that are no fields."""
POINTER = "Điền ở trang «"
"""The line of a table begins with this."""
AROUND_GUIDANCE = {
    NUMBER_TAG: "Chỉ ghi con số; chưa có thì để trống.",
    SYMBOL_TAG: "Ví dụ: BC-PGDĐT.",
    DAY_TAG: "Ngày ghi trên văn bản, theo ngày/tháng/năm.",
    NIL_TAG: f"Chọn «{YES}» nếu trong kỳ không có gì phải báo cáo, rồi để trống các mục dưới.",
}
_ADVICE = (
    "Chỉ điền vào các ô nền vàng nhạt; mỗi bảng ở một trang riêng. Không có số liệu thì để trống, "
    "có mà bằng không thì ghi 0. Đừng đổi tên trang, đừng thêm cột."
)


STATE_CELL = "$B$2"
"""The cell with the sum of the checks; the first sheet shows it too."""
_FIRST_CHECK = 5
_WORDS = 90
"""Width of the column of the sentences, in letters."""
_LATER = "Văn phòng kiểm tra khi nhận"
"""Of a check that a formula cannot say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MainWriter:
    """Writes the sheet of one form."""

    request: BlankRequest
    layout: Layout
    lists: ChoiceSheet

    def write(self, sheet: Worksheet) -> None:
        """Everything of the sheet."""
        sheet.title = MAIN_TITLE
        put_text(looks.cell_at(sheet, TAG_ROW, VALUE), VALUE_TAG)
        for column, width in _WIDTHS.items():
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.column_dimensions[get_column_letter(TAG_COLUMN)].hidden = True
        sheet.row_dimensions[TAG_ROW].hidden = True
        self._head(sheet)
        self._around(sheet)
        self._fields(sheet)
        foot = identity_line(self.request.identity)
        self._across(sheet, self.layout.last_row + 2, foot).font = looks.SMALL
        sheet.freeze_panes = f"A{STATE_ROW + 1}"
        looks.page(sheet, foot, lies=True)
        looks.protect(sheet)

    # Above the fields

    def _head(self, sheet: Worksheet) -> None:
        request = self.request
        self._across(sheet, TITLE_ROW, title_of(request).upper()).font = looks.TITLE
        self._across(sheet, BASIS_ROW, f"Thực hiện {full_citation(request.plan)}.").font = looks.PLAIN
        self._across(sheet, ADVICE_ROW, _ADVICE).font = looks.SMALL
        words = sending(request) + ([f"{SAMPLE}."] if request.sample else [])
        self._across(sheet, DEADLINE_ROW, " ".join(words)).font = looks.BOLD
        state: Cell = self._across(sheet, STATE_ROW, "")
        state.value = f"={quote_sheetname(CHECKS_TITLE)}!{STATE_CELL}"
        state.font = looks.WARNING

    def _across(self, sheet: Worksheet, row: int, text: str) -> Cell:
        sheet.merge_cells(start_row=row, end_row=row, start_column=NUMBER, end_column=REMINDER)
        cell = looks.cell_at(sheet, row, NUMBER)
        put_text(cell, text)
        cell.alignment = looks.WRAPPED
        looks.fit_row(sheet, row, [(text, _ACROSS)])
        return cell

    def _around(self, sheet: Worksheet) -> None:
        heading(sheet, HEAD_ROW, ("", "Thông tin chung", *HEADINGS[2:4], ""))
        for tag, row in self.layout.around.items():
            put_text(looks.cell_at(sheet, row, TAG_COLUMN), tag)
            value = self._line(sheet, row, "", LABELS[tag], AROUND_GUIDANCE.get(tag, ""))
            self._beside(sheet, tag, value)
            self._fit(sheet, row)

    def _beside(self, sheet: Worksheet, tag: str, value: Cell) -> None:
        request, paper = self.request, self.request.paper
        value.number_format = TEXT_FORMAT
        if tag == UNIT_TAG:
            put_text(value, request.unit.name if request.unit is not None else "")
        elif tag == NUMBER_TAG:
            put_text(value, paper.number or "" if paper is not None else "")
        elif tag == SYMBOL_TAG:
            put_text(value, paper.symbol or "" if paper is not None else "")
        elif tag == DAY_TAG:
            value.number_format = DAY_FORMAT
            put_text(value, day_wording(paper.day) if paper is not None and paper.day is not None else "")
        else:
            put_text(value, YES if request.nil else "")
            rule = DataValidation(type="list", formula1=f'"{YES}"', allow_blank=True)
            rule.errorTitle, rule.error = "Chưa ghi được", f"Chọn «{YES}» hoặc để trống."
            rule.showErrorMessage = True
            sheet.add_data_validation(rule)
            rule.add(value)
        if tag != UNIT_TAG or request.unit is None:
            opened(value)
        if value.value == "":
            value.value = None

    # The fields

    def _fields(self, sheet: Worksheet) -> None:
        heading(sheet, self.layout.fields_row, HEADINGS)
        for number, one in enumerate(self.request.form.fields, start=1):
            row = self.layout.rows[one.code]
            value = self._line(sheet, row, str(number), label_of(one), one_line(one.guidance or ""))
            if one.type is FieldType.TABLE:
                self._pointer(value, one)
                self._fit(sheet, row)
                continue
            put_text(looks.cell_at(sheet, row, TAG_COLUMN), tag_of((one.code,)))
            opened(value)
            field_cell(value, one)
            put_value(value, one, (self.request.content or {}).get(one.code), self.lists.texts(one))
            rule = rule_of(one, self.lists.place(one))
            sheet.add_data_validation(rule)
            rule.add(value)
            self._fit(sheet, row, least=_LONG_LINES if is_long(one) else 1)
            if one.required:
                self._remind(sheet, row)

    def _line(self, sheet: Worksheet, row: int, number: str, label: str, guidance: str) -> Cell:
        for column, text, font in (
            (NUMBER, number, looks.PLAIN),
            (LABEL, label, looks.PLAIN),
            (GUIDANCE, guidance, looks.SMALL),
            (REMINDER, "", looks.WARNING),
        ):
            cell = looks.cell_at(sheet, row, column)
            if text:
                put_text(cell, text)
            cell.font, cell.alignment, cell.border = font, looks.WRAPPED, looks.BOX
        value = looks.cell_at(sheet, row, VALUE)
        value.font, value.alignment, value.border = looks.PLAIN, looks.WRAPPED, looks.BOX
        return value

    def _fit(self, sheet: Worksheet, row: int, *, least: int = 1) -> None:
        """Makes a row as high as its texts need, with so many lines at least."""
        cells = ((looks.cell_at(sheet, row, column).value, width) for column, width in _WIDTHS.items())
        texts = [(text, width) for text, width in cells if isinstance(text, str)]
        looks.fit_row(sheet, row, [("\n" * (least - 1), 1), *texts])

    def _pointer(self, value: Cell, one: Field) -> None:
        """The line of a table: a link to its sheet."""
        sheet = self.layout.tables[one.code].sheet
        put_text(value, f"{POINTER}{sheet}»")
        value.hyperlink = f"#{quote_sheetname(sheet)}!A1"
        value.font = looks.LINK

    def _remind(self, sheet: Worksheet, row: int) -> None:
        """A required field says so while it is empty, unless there is nothing to report."""
        area = f"{get_column_letter(VALUE)}{row}"
        empty = f"LEN(TRIM({area}))=0"
        if NIL_TAG in self.layout.around:
            empty = f"AND({empty},LEN(TRIM({self.layout.beside(NIL_TAG).inside}))=0)"
        looks.cell_at(sheet, row, REMINDER).value = f'=IF({empty},"Bắt buộc, còn trống","")'
        looks.highlight(sheet, area, empty)


def heading(sheet: Worksheet, row: int, texts: tuple[str, ...], first: int = NUMBER) -> None:
    """A row of headings."""
    for column, text in enumerate(texts, start=first):
        cell = looks.cell_at(sheet, row, column)
        if text:
            put_text(cell, text)
        cell.font, cell.fill = looks.BOLD, looks.HEAD_FILL
        cell.alignment, cell.border = looks.CENTRED, looks.BOX


def opened(cell: Cell) -> None:
    """A cell that is to be filled in."""
    cell.fill, cell.protection = looks.INPUT_FILL, looks.OPEN


def field_cell(cell: Cell, one: Field) -> None:
    """Sets the format and alignment of a field's cell."""
    numeric = one.type in {FieldType.INTEGER, FieldType.NUMBER, FieldType.DATE, FieldType.MOMENT}
    cell.number_format = format_of(one)
    cell.alignment = looks.NUMBERS if numeric else looks.WRAPPED


_FIRST_COLUMN = 2
_COLUMN_WIDTHS = {
    FieldType.INTEGER: 12,
    FieldType.NUMBER: 12,
    FieldType.BOOLEAN: 10,
    FieldType.DATE: 14,
    FieldType.MOMENT: 18,
    FieldType.CHOICE: 30,
}
_SHORT, _MIDDLE, _WIDE = 28, 36, 56


def write_table(
    sheet: Worksheet, place: TablePlace, request: BlankRequest, *, lists: ChoiceSheet, foot: str
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
    words = [one_line(one.guidance or "")]
    words += [f"Ít nhất {one.bounds.fewest_rows} dòng."] if one.bounds.fewest_rows else []
    words += [f"Nhiều nhất {one.bounds.most_rows} dòng."] if one.bounds.most_rows else []
    words += ["Cột có dấu * là bắt buộc."] if any(each.required for each in one.columns) else []
    return " ".join(word for word in words if word)


def _column(sheet: Worksheet, place: TablePlace, column: Field, number: int, lists: ChoiceSheet) -> None:
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
    found = _COLUMN_WIDTHS.get(column.type)
    if found is not None:
        return found
    longest = column.bounds.longest or _WIDE * 100
    return _SHORT if longest <= 300 else _MIDDLE if longest <= 600 else _WIDE


def _rows(sheet: Worksheet, place: TablePlace, request: BlankRequest, lists: ChoiceSheet) -> None:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksWriter:
    """Writes the sheet of one form."""

    layout: Layout
    formulas: Formulas

    def write(self, book: Workbook, form: Form) -> None:
        """A line for each required field and table, then one for each check between fields."""
        sheet = book.create_sheet(CHECKS_TITLE)
        written = ((one.sentence, self.formulas.check(one.expression)) for one in form.checks)
        between = ((one_line(sentence), formula or _LATER) for sentence, formula in written)
        lines = [*self._required(form), *between]
        sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 6, _WORDS
        sheet.column_dimensions["C"].width = 26
        for column, text in (("A", "STT"), ("B", "Điều kiện"), ("C", "Kết quả")):
            cell = sheet[f"{column}{_FIRST_CHECK - 1}"]
            put_text(cell, text)
            cell.font, cell.fill, cell.border = looks.BOLD, looks.HEAD_FILL, looks.BOX
        for row, (sentence, result) in enumerate(lines, start=_FIRST_CHECK):
            self._line(sheet, row, sentence, result)
        self._sum_up(sheet, _FIRST_CHECK + len(lines) - 1)
        looks.page(sheet, CHECKS_TITLE, lies=False)
        looks.protect(sheet)

    def _required(self, form: Form) -> Iterator[tuple[str, str]]:
        nil = f"LEN(TRIM({self.layout.beside(NIL_TAG).reference}))>0" if NIL_TAG in self.layout.around else ""
        for one in form.fields:
            label = one_line(one.label)
            table = self.layout.tables.get(one.code)
            fewest = max(one.bounds.fewest_rows or 0, int(one.required))
            if table is not None and fewest:
                enough = f"{row_count(table)}>={fewest}"
                yield f"Bảng «{label}» có ít nhất {fewest} dòng.", self._demand(enough, nil)
            elif table is None and one.required:
                filled = f"LEN(TRIM({self.layout.scalar(one.code).reference}))>0"
                yield f"Mục «{label}» đã ghi.", self._demand(filled, nil)

    @staticmethod
    def _demand(condition: str, nil: str) -> str:
        held = f"OR({condition},{nil})" if nil else condition
        return f'=IF({held},"{HOLDS}","{FAILS}")'

    @staticmethod
    def _line(sheet: Worksheet, row: int, sentence: str, result: str) -> None:
        number, words, cell = sheet[f"A{row}"], sheet[f"B{row}"], sheet[f"C{row}"]
        number.value = row - _FIRST_CHECK + 1
        put_text(words, sentence)
        cell.value = result
        for one in (number, words, cell):
            one.font, one.border, one.alignment = looks.PLAIN, looks.BOX, looks.WRAPPED
        looks.fit_row(sheet, row, [(sentence, _WORDS)])

    @staticmethod
    def _sum_up(sheet: Worksheet, last: int) -> None:
        title, state = sheet["B1"], sheet["B2"]
        put_text(title, "Kiểm tra biểu trước khi gửi")
        title.font, state.font = looks.TITLE, looks.WARNING
        if last < _FIRST_CHECK:
            put_text(state, "Biểu này không có điều kiện nào phải kiểm tra.")
            return
        area = f"$C${_FIRST_CHECK}:$C${last}"
        failing = f'COUNTIF({area},"{FAILS}")'
        advice = f"xem trang «{CHECKS_TITLE}»."
        state.value = (
            f'=IF({failing}>0,"Còn "&{failing}&" điều chưa đúng hoặc chưa ghi: {advice}",'
            f'"Các mục bắt buộc đã ghi, số liệu khớp nhau.")'
        )
        looks.highlight(sheet, area.replace("$", ""), f'$C{_FIRST_CHECK}="{FAILS}"')
