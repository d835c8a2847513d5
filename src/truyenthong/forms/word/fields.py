"""Writes the fields of a Word form: headings, guidance, tables and controls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from truyenthong.forms.labels import NO, YES, Displays, TagPath, is_long, label_of, one_line, tag_of
from truyenthong.forms.word.controls import (
    CHOICE_BLANK,
    DAY_BLANK,
    LONG_BLANK,
    MOMENT_BLANK,
    SHORT_BLANK,
    Controls,
    control_title,
    date_picker,
    drop_down,
    paragraph,
    prompt,
    row_of,
    run,
    table_guidance,
    table_of,
)
from truyenthong.model.forms import Content, Field, FieldType, Form, Row, Scalar
from truyenthong.model.moments import Moment
from truyenthong.text import day_and_hour, day_wording
from truyenthong.yamltext.scalars import typed_number

UPRIGHT, LYING = 9354, 14570
"""Room for a table between the margins."""
FACTS_HEAD = ("Nội dung", "Thông tin, số liệu")
_DAY_PATTERN = "d/M/yyyy"
_USUAL_ROWS, _MOST_BLANK_ROWS = 2, 20
_NARROW = {
    FieldType.INTEGER: 1000,
    FieldType.NUMBER: 1000,
    FieldType.BOOLEAN: 1000,
    FieldType.DATE: 1300,
    FieldType.MOMENT: 1500,
}
"""Columns that are neither stretched nor squeezed."""
_SQUEEZED = 0.75
"""A table whose columns would get less than this of what they want lies on a page of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of the form's body.

    Attributes:
        lies: it needs a page that lies.
    """

    xml: str
    lies: bool = False


def heading_of(number: int, one: Field) -> str:
    """The heading of a field that has one: «3. Hạn chế»."""
    return f"{number}. {one_line(one.label)}"


def _title(one: Field) -> str:
    """The title above the control: the only place that says what must be filled in, as a report does not."""
    ending = " (bắt buộc)" if one.required else ""
    return f"{control_title(one.label, room=len(ending))}{ending}"


def headed(form: Form) -> dict[str, int]:
    """The fields with a heading and their numbers: long texts and tables."""
    codes = [one.code for one in form.fields if one.type is FieldType.TABLE or is_long(one)]
    return {code: number for number, code in enumerate(codes, start=1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWriter:
    """Writes the fields of one form, with their values where it has some already."""

    controls: Controls
    displays: Displays
    content: Content

    def blocks(self, form: Form) -> Iterator[Block]:
        """The body in the order of the form; short fields that follow each other share a table."""
        numbers = headed(form)
        for short, group in groupby(form.fields, key=lambda one: one.code not in numbers):
            if short:
                yield Block(xml=self._facts([*group]))
                continue
            for one in group:
                head = paragraph("Heading", run(heading_of(numbers[one.code], one)))
                if one.type is FieldType.TABLE:
                    yield self._table(one, head)
                else:
                    text, tag = _text(self.content.get(one.code)), tag_of((one.code,))
                    blank = prompt(one.guidance, LONG_BLANK)
                    long = self.controls.block(tag, _title(one), text, style="Words", fixed=True, blank=blank)
                    yield Block(xml=head + long)

    def _facts(self, fields: Sequence[Field]) -> str:
        widths = (5386, UPRIGHT - 5386)
        rows = [_head_row(FACTS_HEAD, widths)]
        for one in fields:
            label = paragraph("Cell", run(label_of(one)))
            cell = self._cell((one.code,), one, self.content.get(one.code), fixed=True)
            rows.append(row_of((label, cell), widths))
        return paragraph("Gap", "") + table_of("".join(rows), widths, ruled=True)

    def _table(self, one: Field, head: str) -> Block:
        widths, lies = _widths(one.columns)
        value = self.content.get(one.code)
        filled: Sequence[Row] = value if isinstance(value, tuple) else ()
        rows = [*filled] or [{}] * self._blank_rows(one)
        first, others = _asking(one), _silent(one)
        items = "".join(
            self._item(first if place == 0 else others, row, widths) for place, row in enumerate(rows)
        )
        properties = self.controls.properties(
            tag_of((one.code,), rows=True), one.label, "<w15:repeatingSection/>"
        )
        section = f"<w:sdt>{properties}<w:sdtContent>{items}</w:sdtContent></w:sdt>"
        labels = [label_of(column) for column in one.columns]
        table = table_of(_head_row(labels, widths) + section, widths, ruled=True)
        return Block(xml=head + paragraph("Gap", "") + table, lies=lies)

    def _blank_rows(self, table: Field) -> int:
        """Rows that are ready: as many as the first column has choices, else few; more come in Word."""
        most = min(table.bounds.most_rows or _MOST_BLANK_ROWS, _MOST_BLANK_ROWS)
        head = table.columns[0] if table.columns else None
        choices = len(self.displays.of(head)) if head is not None and head.type is FieldType.CHOICE else 0
        usual = choices if _USUAL_ROWS < choices <= _MOST_BLANK_ROWS else _USUAL_ROWS
        return min(max(table.bounds.fewest_rows or 0, usual), most)

    def _item(self, one: Field, row: Row, widths: Sequence[int]) -> str:
        cells = [
            self._cell((one.code, column.code), column, row.get(column.code), fixed=False)
            for column in one.columns
        ]
        properties = self.controls.properties("", one.label, "<w15:repeatingSectionItem/>")
        return f"<w:sdt>{properties}<w:sdtContent>{row_of(cells, widths)}</w:sdtContent></w:sdt>"

    def _cell(self, path: TagPath, one: Field, value: Scalar | tuple[Row, ...], *, fixed: bool) -> str:
        """The paragraphs of a cell with its control."""
        tag = tag_of(path)
        if one.type is FieldType.TEXT:
            blank = prompt(one.guidance, LONG_BLANK)
            return self.controls.block(tag, _title(one), _text(value), style="Cell", fixed=fixed, blank=blank)
        kind, blank, text = self._kind(one, value)
        blank = prompt(one.guidance, blank)
        style = "CellNumber" if one.type in _NARROW else "Cell"
        return paragraph(
            style, self.controls.inline(tag, _title(one), text, blank=blank, kind=kind, fixed=fixed)
        )

    def _kind(self, one: Field, value: Scalar | tuple[Row, ...]) -> tuple[str, str, str | None]:
        """The kind of control, its blank, its text."""
        match one.type:
            case FieldType.CHOICE:
                shown = self.displays.of(one)
                text = dict(shown).get(str(value), _text(value)) if value is not None else None
                return drop_down(shown), CHOICE_BLANK, text
            case FieldType.BOOLEAN:
                return drop_down(((YES, YES), (NO, NO))), CHOICE_BLANK, _text(value)
            case FieldType.DATE:
                day = value if isinstance(value, date) else None
                return date_picker(day, _DAY_PATTERN), DAY_BLANK, _text(value)
            case FieldType.MOMENT:
                return "<w:text/>", MOMENT_BLANK, _text(value)
            case _:
                return "<w:text/>", SHORT_BLANK, _text(value)


def _asking(table: Field) -> Field:
    """The table with all its guidance at its widest text, or a wide column: for its first row."""
    wide = [one for one in table.columns if one.type not in _NARROW]
    texts = [one for one in wide if one.type is FieldType.TEXT]
    place = max(texts, key=_wanted, default=wide[0] if wide else None)
    asked = table_guidance(table)
    columns = tuple(replace(one, guidance=asked if one is place else None) for one in table.columns)
    return replace(table, columns=columns)


def _silent(table: Field) -> Field:
    """The table for its other rows, which repeat no guidance."""
    return replace(table, columns=tuple(replace(one, guidance=None) for one in table.columns))


def _text(value: Scalar | tuple[Row, ...]) -> str | None:
    """A value as it is typed."""
    match value:
        case None | tuple():
            return None
        case bool():
            return YES if value else NO
        case date():
            return day_wording(value)
        case str():
            return value or None
        case Moment():
            return day_and_hour(value.day, value.hour)
        case _:
            return typed_number(value)


def _widths(columns: Sequence[Field]) -> tuple[tuple[int, ...], bool]:
    """The widths of a table's columns, and whether its page lies."""
    wanted = [_wanted(one) for one in columns]
    lies = sum(wanted) * _SQUEEZED > UPRIGHT
    room = LYING if lies else UPRIGHT
    firm = sum(width for one, width in zip(columns, wanted, strict=True) if one.type in _NARROW)
    loose = sum(wanted) - firm
    if not loose or firm >= room:
        return tuple(round(width * room / sum(wanted)) for width in wanted), lies
    share = (room - firm) / loose
    return tuple(
        width if one.type in _NARROW else int(width * share)
        for one, width in zip(columns, wanted, strict=True)
    ), lies


def _wanted(one: Field) -> int:
    if one.type in _NARROW:
        return _NARROW[one.type]
    longest = one.bounds.longest or 4000
    if one.type is FieldType.CHOICE or longest <= 300:
        return 1700
    return 2200 if longest <= 600 else 3200


def _head_row(labels: Sequence[str], widths: Sequence[int]) -> str:
    cells = [paragraph("CellHead", run(label)) for label in labels]
    return row_of(cells, widths).replace("<w:cantSplit/>", "<w:cantSplit/><w:tblHeader/>", 1)
