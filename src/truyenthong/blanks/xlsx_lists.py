"""The choices of an Excel form in a hidden sheet of their own; knows no cell that chooses from them."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl import Workbook

from truyenthong.blanks.docx_controls import Displays
from truyenthong.blanks.xlsx_layout import LISTS_TITLE, Area
from truyenthong.blanks.xlsx_looks import cell_at
from truyenthong.blanks.xlsx_values import put_text
from truyenthong.model.forms import Field, FieldType, Form

_Shown = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The lists of a form, each once, in columns."""

    columns: tuple[_Shown, ...]
    displays: Displays

    @classmethod
    def of(cls, form: Form, displays: Displays) -> Lists:
        """The lists that a form's fields and columns are chosen from."""
        fields = [each for one in form.fields for each in (one, *one.columns)]
        shown = [displays.of(one) for one in fields if one.type is FieldType.CHOICE]
        return cls(columns=tuple(dict.fromkeys(one for one in shown if one)), displays=displays)

    def texts(self, one: Field) -> dict[str, str]:
        """The texts of a field's choices by code."""
        return dict(self.displays.of(one)) if one.type is FieldType.CHOICE else {}

    def place(self, one: Field) -> str | None:
        """Where the choices of a field stand; None where there are none."""
        shown = self.displays.of(one) if one.type is FieldType.CHOICE else ()
        if not shown:
            return None
        column = self.columns.index(shown) + 1
        return Area(sheet=LISTS_TITLE, column=column, first=1, last=len(shown)).reference

    def write(self, book: Workbook) -> None:
        """The sheet; none where nothing is chosen."""
        if not self.columns:
            return
        sheet = book.create_sheet(LISTS_TITLE)
        sheet.sheet_state = "hidden"
        sheet.protection.sheet = True
        for column, shown in enumerate(self.columns, start=1):
            for row, (_, text) in enumerate(shown, start=1):
                put_text(cell_at(sheet, row, column), text)
