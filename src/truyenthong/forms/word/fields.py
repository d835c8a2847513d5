"""The fields of a form as Word has them: headings, tables and controls; knows nothing of the paper around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from truyenthong.forms.word.controls import (
    CHOICE_BLANK,
    DAY_BLANK,
    MOMENT_BLANK,
    SHORT_BLANK,
    Controls,
    Displays,
    TagPath,
    date_picker,
    drop_down,
    is_long,
    paragraph,
    run,
    tag_of,
    title_of,
)
from truyenthong.model.forms import Content, Field, FieldType, Form, Row, Scalar
from truyenthong.model.moments import Moment
from truyenthong.text import day_and_hour, day_wording
from truyenthong.yamltext.scalars import typed_number

UPRIGHT, LYING = 9354, 14570
"""Room for a table between the margins."""
FACTS_HEAD = ("Nội dung", "Thông tin, số liệu")
YES, NO = "có", "không"
_DAY_PATTERN = "d/M/yyyy"
_USUAL_ROWS, _MOST_BLANK_ROWS = 5, 20
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
    return f"{number}. {_one_line(one.label)}"


def label_of(one: Field) -> str:
    """The label of a short field or a column, with its measure."""
    label = _one_line(one.label)
    return f"{label} ({_one_line(one.measure)})" if one.measure else label


def _title(one: Field) -> str:
    """What Word shows above the control; only there it is said what must be filled in: a report does not."""
    ending = " (bắt buộc)" if one.required else ""
    return f"{title_of(one.label, room=len(ending))}{ending}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def headed(form: Form) -> dict[str, int]:
    """The fields with a heading and their numbers: long texts and tables."""
    codes = [one.code for one in form.fields if one.type is FieldType.TABLE or is_long(one)]
    return {code: number for number, code in enumerate(codes, start=1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWriter:
    """Writes the fields of one form with what stands in them already."""

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
                head = paragraph("Heading", run(heading_of(numbers[one.code], one))) + _guidance(one)
                if one.type is FieldType.TABLE:
                    yield self._table(one, head)
                else:
                    yield Block(xml=head + self._long(one))

    def _long(self, one: Field) -> str:
        text = self.content.get(one.code)
        title = _title(one)
        return self.controls.block(tag_of((one.code,)), title, _text(text), style="Words", fixed=True)

    def _facts(self, fields: Sequence[Field]) -> str:
        widths = (5386, UPRIGHT - 5386)
        rows = [_head_row(FACTS_HEAD, widths)]
        for one in fields:
            label = paragraph("Cell", run(label_of(one))) + _guidance(one, style="CellGuidance")
            cell = self._cell((one.code,), one, self.content.get(one.code), fixed=True)
            rows.append(_row((label, cell), widths))
        return paragraph("Gap", "") + _grid("".join(rows), widths)

    def _table(self, one: Field, head: str) -> Block:
        widths, lies = _widths(one.columns)
        value = self.content.get(one.code)
        filled: Sequence[Row] = value if isinstance(value, tuple) else ()
        rows = [*filled] or [{}] * _blank_rows(one)
        hints = "".join(
            paragraph("Guidance", run(f"{_one_line(column.label)}: {_one_line(column.guidance)}"))
            for column in one.columns
            if column.guidance
        )
        items = "".join(self._item(one, row, widths) for row in rows)
        properties = self.controls.properties(
            tag_of((one.code,), rows=True), one.label, "<w15:repeatingSection/>"
        )
        section = f"<w:sdt>{properties}<w:sdtContent>{items}</w:sdtContent></w:sdt>"
        labels = [label_of(column) for column in one.columns]
        table = _grid(_head_row(labels, widths) + section, widths)
        return Block(xml=head + hints + paragraph("Gap", "") + table, lies=lies)

    def _item(self, one: Field, row: Row, widths: Sequence[int]) -> str:
        cells = [
            self._cell((one.code, column.code), column, row.get(column.code), fixed=False)
            for column in one.columns
        ]
        properties = self.controls.properties("", one.label, "<w15:repeatingSectionItem/>")
        return f"<w:sdt>{properties}<w:sdtContent>{_row(cells, widths)}</w:sdtContent></w:sdt>"

    def _cell(self, path: TagPath, one: Field, value: Scalar | tuple[Row, ...], *, fixed: bool) -> str:
        """The paragraphs of a cell with its control."""
        tag = tag_of(path)
        if one.type is FieldType.TEXT:
            return self.controls.block(tag, _title(one), _text(value), style="Cell", fixed=fixed)
        kind, blank, text = self._kind(one, value)
        style = "CellNumber" if one.type in _NARROW else "Cell"
        return paragraph(
            style, self.controls.inline(tag, _title(one), text, blank=blank, kind=kind, fixed=fixed)
        )

    def _kind(self, one: Field, value: Scalar | tuple[Row, ...]) -> tuple[str, str, str | None]:
        """The kind of control, what stands in an empty one, what stands in this one."""
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


def _guidance(one: Field, *, style: str = "Guidance") -> str:
    return paragraph(style, run(_one_line(one.guidance))) if one.guidance else ""


def _blank_rows(one: Field) -> int:
    """Rows that stand there already: more are added in Word."""
    wanted = max(one.bounds.fewest_rows or 0, _USUAL_ROWS)
    most = one.bounds.most_rows or _MOST_BLANK_ROWS
    return min(wanted, most, _MOST_BLANK_ROWS)


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
    return _row(cells, widths).replace("<w:cantSplit/>", "<w:cantSplit/><w:tblHeader/>", 1)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>"


def _grid(rows: str, widths: Sequence[int]) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 68), ("bottom", 0), ("right", 68))
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
