"""The places of everything in an Excel form: sheets, rows and columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from openpyxl.utils import get_column_letter, quote_sheetname

from truyenthong.forms.filled import BlankRequest
from truyenthong.forms.labels import DAY_TAG, NIL_TAG, NUMBER_TAG, SYMBOL_TAG, UNIT_TAG, one_line
from truyenthong.model.forms import Field, FieldType

MAIN_TITLE, CHECKS_TITLE, LISTS_TITLE = "Biểu", "Kiểm tra", "Danh sách"
VALUE_TAG = "tt:gia_tri"
"""The tag above the column of the values in the first sheet."""
TAG_ROW, TAG_COLUMN = 1, 1
"""The hidden row and column with the tags."""
NUMBER, LABEL, VALUE, GUIDANCE, REMINDER = 2, 3, 4, 5, 6
"""Columns of the first sheet; the tags are in the one before."""
TITLE_ROW, BASIS_ROW, ADVICE_ROW, DEADLINE_ROW, STATE_ROW, HEAD_ROW = 2, 3, 4, 5, 6, 8
TABLE_TITLE_ROW, TABLE_GUIDANCE_ROW, TABLE_HEAD_ROW, FIRST_ROW = 2, 3, 4, 5
"""Rows of a table's sheet."""

_USUAL_ROWS, _MOST_ROWS = 200, 1000
_LONGEST_TITLE = 31
"""Excel takes no longer name of a sheet."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")

_PAPER_TAGS = (NUMBER_TAG, SYMBOL_TAG, DAY_TAG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The cells of a field: one, or those of a column."""

    sheet: str
    column: int
    first: int
    last: int

    @property
    def inside(self) -> str:
        """For use within its own sheet: ``$D$9`` or ``$C$5:$C$44``."""
        letter = get_column_letter(self.column)
        start = f"${letter}${self.first}"
        return start if self.first == self.last else f"{start}:${letter}${self.last}"

    @property
    def reference(self) -> str:
        """For use in any sheet: ``'Biểu'!$D$9``."""
        return f"{quote_sheetname(self.sheet)}!{self.inside}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePlace:
    """The sheet of a table."""

    one: Field
    sheet: str
    last: int

    def column(self, code: str) -> Area:
        """The cells of one of its columns."""
        codes = [each.code for each in self.one.columns]
        return Area(sheet=self.sheet, column=codes.index(code) + 2, first=FIRST_ROW, last=self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The places of one form.

    Attributes:
        around: rows of the first sheet for what is no field (unit, number, day, nil), by tag.
        rows: rows of the first sheet by the code of the field, tables among them.
        tables: their sheets by code.
        fields: the fields by code.
    """

    around: dict[str, int]
    rows: dict[str, int]
    tables: dict[str, TablePlace]
    fields: dict[str, Field]

    @classmethod
    def of(cls, request: BlankRequest) -> Layout:
        """The places of the form that is asked for."""
        form = request.form
        is_report = request.register is None  # what goes into a register has no number
        nil = (NIL_TAG,) if is_report and request.obligation.accepts_nil else ()
        tags = (UNIT_TAG, *(_PAPER_TAGS if is_report else ()), *nil)
        around = {tag: HEAD_ROW + 1 + index for index, tag in enumerate(tags)}
        begin = HEAD_ROW + len(tags) + 2
        rows = {one.code: begin + index for index, one in enumerate(form.fields)}
        tables = {
            one.code: TablePlace(one=one, sheet=_title(number, one), last=FIRST_ROW - 1 + _rows(one, request))
            for number, one in enumerate(form.fields, start=1)
            if one.type is FieldType.TABLE
        }
        return cls(around=around, rows=rows, tables=tables, fields={one.code: one for one in form.fields})

    @property
    def fields_row(self) -> int:
        """The heading row above the fields in the first sheet."""
        return HEAD_ROW + len(self.around) + 1

    @property
    def last_row(self) -> int:
        """The last row of the first sheet that holds a field."""
        return self.fields_row + len(self.rows)

    def scalar(self, code: str) -> Area:
        """The cell of a field that is no table."""
        row = self.rows[code]
        return Area(sheet=MAIN_TITLE, column=VALUE, first=row, last=row)

    def beside(self, tag: str) -> Area:
        """The cell of a line that is no field (unit, number, day, nil)."""
        row = self.around[tag]
        return Area(sheet=MAIN_TITLE, column=VALUE, first=row, last=row)


def _rows(one: Field, request: BlankRequest) -> int:
    """Rows that can be filled in: as many as the form takes, within reason."""
    most = one.bounds.most_rows
    room = _USUAL_ROWS if most is None else min(most, _MOST_ROWS)
    given = (request.content or {}).get(one.code)
    return max(room, one.bounds.fewest_rows or 0, len(given) if isinstance(given, tuple) else 0)


def _title(number: int, one: Field) -> str:
    """The name of a table's sheet; the number of the field makes it the only one of its kind."""
    title = f"{number}. {one_line(_FORBIDDEN.sub(' ', one.label))}"
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1].rstrip() + "…"
    return title.rstrip("'")  # Excel takes no name that ends in an apostrophe
