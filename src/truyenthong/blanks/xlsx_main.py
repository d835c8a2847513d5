"""The first sheet of an Excel form: what it is, for whom, its single fields; writes no other sheet."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from truyenthong.blanks import xlsx_looks as looks
from truyenthong.blanks.docx_controls import (
    DAY_TAG,
    NIL_TAG,
    NUMBER_TAG,
    SYMBOL_TAG,
    UNIT_TAG,
    is_long,
    tag_of,
)
from truyenthong.blanks.docx_fields import YES, label_of
from truyenthong.blanks.docx_paper import NIL_WORDS, title_of
from truyenthong.blanks.filled import BlankRequest
from truyenthong.blanks.identity import Identity, identity_line
from truyenthong.blanks.xlsx_checks import STATE_CELL
from truyenthong.blanks.xlsx_layout import (
    ADVICE_ROW,
    BASIS_ROW,
    CHECKS_TITLE,
    DEADLINE_ROW,
    GUIDANCE,
    HEAD_ROW,
    LABEL,
    MAIN_TITLE,
    NUMBER,
    REMINDER,
    STATE_ROW,
    TAG_COLUMN,
    TAG_ROW,
    TITLE_ROW,
    VALUE,
    VALUE_TAG,
    Layout,
)
from truyenthong.blanks.xlsx_lists import Lists
from truyenthong.blanks.xlsx_rules import rule_of
from truyenthong.blanks.xlsx_values import DAY_FORMAT, TEXT_FORMAT, format_of, put_text, put_value
from truyenthong.model.forms import Field, FieldType
from truyenthong.text import day_wording
from truyenthong.views.plan_text import full_citation

_WIDTHS = {NUMBER: 6, LABEL: 44, VALUE: 60, GUIDANCE: 48, REMINDER: 22}
HEADINGS = ("STT", "Nội dung", "Thông tin, số liệu", "Hướng dẫn", "Nhắc")
LABELS = {
    UNIT_TAG: "Đơn vị",
    NUMBER_TAG: "Số văn bản",
    SYMBOL_TAG: "Ký hiệu văn bản",
    DAY_TAG: "Ngày văn bản",
    NIL_TAG: NIL_WORDS,
}
"""What stands beside the cells that are no fields."""
POINTER = "Điền ở trang «"
"""What the line of a table begins with."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class MainWriter:
    """Writes the sheet of one form."""

    request: BlankRequest
    layout: Layout
    lists: Lists
    identity: Identity

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
        foot = identity_line(self.identity)
        cell = self._across(sheet, self.layout.last_row + 2, foot)
        cell.font = looks.SMALL
        sheet.freeze_panes = f"A{STATE_ROW + 1}"
        looks.page(sheet, foot, lies=True)
        looks.protect(sheet)

    # Above the fields

    def _head(self, sheet: Worksheet) -> None:
        request = self.request
        title = title_of(request).upper()
        self._across(sheet, TITLE_ROW, title).font = looks.TITLE
        self._across(sheet, BASIS_ROW, f"Thực hiện {full_citation(request.plan)}.").font = looks.PLAIN
        self._across(sheet, ADVICE_ROW, _ADVICE).font = looks.SMALL
        words = [f"Hạn gửi: {request.deadline}."] if request.deadline else []
        if request.plan.contact.email:
            words.append(f"Điền xong, lưu tệp và gửi tệp này về {request.plan.contact.email}.")
        words += ["DỮ LIỆU MẪU."] if request.sample else []
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
            value = self._line(sheet, row, str(number), label_of(one), " ".join((one.guidance or "").split()))
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
        """Room for the words of a line and for what stands in it already, for so many lines at least."""
        cells = ((looks.cell_at(sheet, row, column).value, width) for column, width in _WIDTHS.items())
        texts = [(text, width) for text, width in cells if isinstance(text, str)]
        looks.fit_row(sheet, row, [("\n" * (least - 1), 1), *texts])

    def _pointer(self, value: Cell, one: Field) -> None:
        """The line of a table: it stands in a sheet of its own."""
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


_ACROSS = sum(_WIDTHS.values())
"""Letters that stand side by side across the sheet."""


_LONG_LINES = 4
"""Lines that a long text finds ready."""


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
    """How a field's cell shows what is typed."""
    numeric = one.type in {FieldType.INTEGER, FieldType.NUMBER, FieldType.DATE, FieldType.MOMENT}
    cell.number_format = format_of(one)
    cell.alignment = looks.NUMBERS if numeric else looks.WRAPPED
