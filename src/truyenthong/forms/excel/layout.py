"""Where everything stands in an Excel form: sheets, rows and columns; writes and reads no file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl.utils import get_column_letter, quote_sheetname

from truyenthong.forms.filled import BlankRequest
from truyenthong.forms.word.controls import DAY_TAG, NIL_TAG, NUMBER_TAG, SYMBOL_TAG, UNIT_TAG
from truyenthong.model.forms import Field, FieldType

MAIN_TITLE, CHECKS_TITLE, LISTS_TITLE = "Biểu", "Kiểm tra", "Danh sách"
VALUE_TAG = "tt:gia_tri"
"""Stands above the column of the values in the first sheet."""
TAG_ROW, TAG_COLUMN = 1, 1
"""The hidden row and column in which the tags stand."""
NUMBER, LABEL, VALUE, GUIDANCE, REMINDER = 2, 3, 4, 5, 6
"""Columns of the first sheet; the tags stand in the one before."""
TITLE_ROW, BASIS_ROW, ADVICE_ROW, DEADLINE_ROW, STATE_ROW, HEAD_ROW = 2, 3, 4, 5, 6, 8
TABLE_TITLE_ROW, TABLE_GUIDANCE_ROW, TABLE_HEAD_ROW, FIRST_ROW = 2, 3, 4, 5
"""Rows of a table's sheet."""

_USUAL_ROWS, _MOST_ROWS = 200, 1000
_LONGEST_TITLE = 31
"""Excel takes no longer name of a sheet."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")

PAPER_TAGS = (UNIT_TAG, NUMBER_TAG, SYMBOL_TAG, DAY_TAG)


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
        lists: columns of the sheet of lists by the path of the field that is chosen from them.
    """

    around: dict[str, int]
    rows: dict[str, int]
    tables: dict[str, TablePlace]
    fields: dict[str, Field]

    @classmethod
    def of(cls, request: BlankRequest) -> Layout:
        """The places of the form that is asked for."""
        form = request.form
        tags = _around(request)
        around = {tag: HEAD_ROW + 1 + index for index, tag in enumerate(tags)}
        begin = HEAD_ROW + len(tags) + 2
        rows = {one.code: begin + index for index, one in enumerate(form.fields)}
        titles = _titles(form.fields)
        tables = {
            one.code: TablePlace(one=one, sheet=titles[one.code], last=FIRST_ROW - 1 + _rows(one, request))
            for one in form.fields
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
        """The cell of what is no field."""
        row = self.around[tag]
        return Area(sheet=MAIN_TITLE, column=VALUE, first=row, last=row)


def _around(request: BlankRequest) -> tuple[str, ...]:
    """What is filled in besides the fields: a report has a number, what goes into a register has none."""
    if request.register is not None:
        return (UNIT_TAG,)
    return (*PAPER_TAGS, NIL_TAG) if request.obligation.accepts_nil else PAPER_TAGS


def _rows(one: Field, request: BlankRequest) -> int:
    """Rows that can be filled in: as many as the form takes, within reason."""
    most = one.bounds.most_rows
    room = _USUAL_ROWS if most is None else min(most, _MOST_ROWS)
    given = (request.content or {}).get(one.code)
    return max(room, one.bounds.fewest_rows or 0, len(given) if isinstance(given, tuple) else 0)


def _titles(fields: tuple[Field, ...]) -> dict[str, str]:
    """The names of the sheets of the tables: the number of the field makes each one of its kind."""
    return dict(_title(number, one) for number, one in enumerate(fields, start=1))


def _title(number: int, one: Field) -> tuple[str, str]:
    words = " ".join(_FORBIDDEN.sub(" ", one.label).split())
    title = f"{number}. {words}"
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1].rstrip() + "…"
    return one.code, title.rstrip("'")


def tables_in(layout: Layout) -> Iterator[TablePlace]:
    """The tables in the order of the form."""
    yield from layout.tables.values()
