"""The looks of an Excel form: fonts, fills, heights, pages, locks; the sheet with its lists of choices."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from truyenthong.forms.excel.layout import LISTS_TITLE, Area
from truyenthong.forms.excel.values import put_text
from truyenthong.forms.labels import Displays
from truyenthong.model.forms import Field, FieldType, Form

_NAME, _SIZE = "Times New Roman", 12
_LINE = Side(style="thin", color="FF7F7F7F")

PLAIN = Font(name=_NAME, size=_SIZE)
BOLD = Font(name=_NAME, size=_SIZE, bold=True)
TITLE = Font(name=_NAME, size=14, bold=True)
SMALL = Font(name=_NAME, size=10, italic=True, color="FF595959")
LINK = Font(name=_NAME, size=_SIZE, underline="single", color="FF1F4E79")
WARNING = Font(name=_NAME, size=_SIZE, bold=True, color="FF9C0006")

BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEAD_FILL = PatternFill("solid", start_color="FFD9E2F3", end_color="FFD9E2F3")
INPUT_FILL = PatternFill("solid", start_color="FFFFFBE6", end_color="FFFFFBE6")
FAULT_FILL = PatternFill("solid", start_color="FFF8CBAD", end_color="FFF8CBAD")

WRAPPED = Alignment(wrap_text=True, vertical="top")
CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")
NUMBERS = Alignment(vertical="top", horizontal="right")
OPEN = Protection(locked=False)


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell that is not inside of a merged one."""
    found = sheet.cell(row=row, column=column)
    if not isinstance(found, Cell):
        raise TypeError("the layout writes nothing into the inside of merged cells")
    return found


def fit_row(sheet: Worksheet, row: int, texts: Iterable[tuple[str, float]]) -> None:
    """Makes a row as high as its longest text needs.

    Args:
        sheet: with that row.
        row: its number.
        texts: its texts, each with the width of its column in letters.
    """
    lines = max(_lines(text, width) for text, width in texts)
    if lines > 1:
        sheet.row_dimensions[row].height = _LINE_HEIGHT * min(lines, _MOST_LINES) + 2


def _lines(text: str, width: float) -> int:
    return sum(math.ceil(max(len(line), 1) / (width * _SET)) for line in text.split("\n"))


_LINE_HEIGHT, _MOST_LINES = 16, 25
_SET = 1.15
"""Letters of a text in the width that Excel counts as one: it measures by the figure 0."""


def protect(sheet: Worksheet) -> None:
    """Locks all but the cells that are to be filled in; without a password: it guards against slips only."""
    sheet.protection.sheet = True
    # False allows: the file names what a locked sheet forbids
    for allowed in ("formatColumns", "formatRows", "sort", "autoFilter"):
        setattr(sheet.protection, allowed, False)


def page(sheet: Worksheet, foot: str, *, lies: bool) -> None:
    """The printed page: A4, as wide as the sheet, with the line of the form's identity."""
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "landscape" if lies else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text=foot, size=8), right=_HeaderFooterPart(text="&P/&N", size=8)
    )
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, 0.6)


def highlight(sheet: Worksheet, area: str, condition: str) -> None:
    """Colours the cells for which a formula holds as something to be mended."""
    look = DifferentialStyle(fill=FAULT_FILL)
    sheet.conditional_formatting.add(area, Rule(type="expression", formula=[condition], dxf=look))


_Shown = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceSheet:
    """The lists of a form, each once, in columns."""

    columns: tuple[_Shown, ...]
    displays: Displays

    @classmethod
    def of(cls, form: Form, displays: Displays) -> ChoiceSheet:
        """The lists that a form's fields and columns are chosen from."""
        fields = [each for one in form.fields for each in (one, *one.columns)]
        shown = [displays.of(one) for one in fields if one.type is FieldType.CHOICE]
        return cls(columns=tuple(dict.fromkeys(one for one in shown if one)), displays=displays)

    def texts(self, one: Field) -> dict[str, str]:
        """The texts of a field's choices by code."""
        return dict(self.displays.of(one)) if one.type is FieldType.CHOICE else {}

    def place(self, one: Field) -> str | None:
        """The cells with the choices of a field; None where there are none."""
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
