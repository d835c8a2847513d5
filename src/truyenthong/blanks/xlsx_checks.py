"""The sheet of an Excel form that tells what is still missing and what does not fit; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from truyenthong.blanks import xlsx_looks as looks
from truyenthong.blanks.docx_controls import NIL_TAG
from truyenthong.blanks.xlsx_formulas import FAILS, HOLDS, Formulas, row_count
from truyenthong.blanks.xlsx_layout import CHECKS_TITLE, Layout
from truyenthong.blanks.xlsx_values import put_text
from truyenthong.model.forms import Form

STATE_CELL = "$B$2"
"""Where the sheet sums up; the first sheet shows it too."""
_FIRST = 5
_WORDS = 90
"""How wide the column of the sentences is, in letters."""
_LATER = "Văn phòng kiểm tra khi nhận"
"""Of a check that a formula cannot say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksWriter:
    """Writes the sheet of one form."""

    layout: Layout
    formulas: Formulas

    def write(self, book: Workbook, form: Form) -> None:
        """A line for each required field and table, then one for each check between fields."""
        sheet = book.create_sheet(CHECKS_TITLE)
        lines = [*self._required(form), *self._between(form)]
        sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 6, _WORDS
        sheet.column_dimensions["C"].width = 26
        for column, text in (("A", "STT"), ("B", "Điều kiện"), ("C", "Kết quả")):
            cell = sheet[f"{column}{_FIRST - 1}"]
            put_text(cell, text)
            cell.font, cell.fill, cell.border = looks.BOLD, looks.HEAD_FILL, looks.BOX
        for row, (sentence, result) in enumerate(lines, start=_FIRST):
            self._line(sheet, row, sentence, result)
        self._sum_up(sheet, _FIRST + len(lines) - 1)
        looks.page(sheet, CHECKS_TITLE, lies=False)
        looks.protect(sheet)

    def _required(self, form: Form) -> Iterator[tuple[str, str]]:
        nil = f"LEN(TRIM({self.layout.beside(NIL_TAG).reference}))>0" if NIL_TAG in self.layout.around else ""
        for one in form.fields:
            label = " ".join(one.label.split())
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

    def _between(self, form: Form) -> Iterator[tuple[str, str]]:
        for check in form.checks:
            yield " ".join(check.sentence.split()), self.formulas.check(check.expression) or _LATER

    @staticmethod
    def _line(sheet: Worksheet, row: int, sentence: str, result: str) -> None:
        number, words, cell = sheet[f"A{row}"], sheet[f"B{row}"], sheet[f"C{row}"]
        number.value = row - _FIRST + 1
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
        if last < _FIRST:
            put_text(state, "Biểu này không có điều kiện nào phải kiểm tra.")
            return
        area = f"$C${_FIRST}:$C${last}"
        failing = f'COUNTIF({area},"{FAILS}")'
        advice = f"xem trang «{CHECKS_TITLE}»."
        state.value = (
            f'=IF({failing}>0,"Còn "&{failing}&" điều chưa đúng hoặc chưa ghi: {advice}",'
            f'"Các mục bắt buộc đã ghi, số liệu khớp nhau.")'
        )
        looks.highlight(sheet, area.replace("$", ""), f'$C{_FIRST}="{FAILS}"')
