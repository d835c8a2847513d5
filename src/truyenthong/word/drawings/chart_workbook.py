"""Writes the small Excel workbook behind a chart, in which Word lets its numbers be edited."""

from __future__ import annotations

from decimal import Decimal

from truyenthong.ooxml.archive import pack, write_archive
from truyenthong.ooxml.xml import escape, text_of_part
from truyenthong.word.drawings.chart_data import ChartData
from truyenthong.word.running.values import Number

SHEET = "Sheet1"
"""The sheet's name, as Word itself calls it: formulas of the chart point there."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
)
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_BOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_BOOK_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)


def workbook(data: ChartData) -> bytes:
    """The bytes of an ``.xlsx``: categories in column A, a column for each series; no value, no cell."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": _BOOK,
        "xl/_rels/workbook.xml.rels": _BOOK_RELATIONS,
        "xl/worksheets/sheet1.xml": _sheet(data),
        "xl/styles.xml": _styles(data.number_format),
    }
    return write_archive(pack(name, text_of_part(xml)) for name, xml in parts.items())


def column(number: int) -> str:
    """The letters of a column, counted from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def name_cell(series: int) -> str:
    """Where the name of a series stands, counted from 0."""
    return f"{SHEET}!${column(series + 2)}$1"


def categories_range(length: int) -> str:
    """Where the categories stand."""
    return f"{SHEET}!$A$2:$A${length + 1}"


def values_range(series: int, length: int) -> str:
    """Where the values of a series stand."""
    letters = column(series + 2)
    return f"{SHEET}!${letters}$2:${letters}${length + 1}"


def number_text(value: Number) -> str:
    """A number as Office's files write it."""
    return f"{value:f}" if isinstance(value, Decimal) else repr(value)


def _sheet(data: ChartData) -> str:
    series = [(column(place), one) for place, one in enumerate(data.series, 2)]
    head = "".join(_text_cell(f"{letters}1", one.name) for letters, one in series)
    rows = [f'<row r="1">{head}</row>']
    for place, name in enumerate(data.categories):
        line = place + 2
        cells = [_text_cell(f"A{line}", name)]
        cells += [
            f'<c r="{letters}{line}" s="1"><v>{number_text(value)}</v></c>'
            for letters, one in series
            if (value := one.values[place]) is not None
        ]
        rows.append(f'<row r="{line}">{"".join(cells)}</row>')
    last = f"{column(len(data.series) + 1)}{len(data.categories) + 1}"
    return (
        f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}"/>'
        f'<cols><col min="1" max="1" width="32" customWidth="1"/></cols>'
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )


def _text_cell(place: str, text: str) -> str:
    if not text:
        return ""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _styles(number_format: str) -> str:
    own = f'<numFmts count="1"><numFmt numFmtId="164" formatCode="{escape(number_format)}"/></numFmts>'
    return (
        f'<styleSheet xmlns="{_MAIN}">{own if number_format else ""}'
        '<fonts count="1"><font><sz val="12"/><name val="Times New Roman"/><family val="1"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        f'<xf numFmtId="{164 if number_format else 0}" fontId="0" fillId="0" borderId="0" xfId="0" '
        'applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
