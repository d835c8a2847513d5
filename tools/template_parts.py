"""Pieces of an administrative paper for python-docx; every measure here is of NĐ 30/2020/NĐ-CP, Phụ lục I."""

# ruff: noqa: SLF001 - python-docx has no public door to the XML behind its objects

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Literal

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from lxml import etree
from tools.template_styles import SETTINGS_XML, STYLES_XML

TEXT_WIDTH = 16.5
"""Centimetres between margins of 30 and 15 mm on A4."""

Container = DocxDocument | _Cell


def new_document(title: str) -> DocxDocument:
    """An empty A4 paper with the house's styles alone and its page number from page 2 on."""
    document = Document()
    _replace(document.styles.element, STYLES_XML)
    _replace(document.settings.element, SETTINGS_XML)
    _drop_spare_parts(document)
    for paragraph in list(document.paragraphs):
        _remove(paragraph)
    section = document.sections[0]
    page(section)
    heads(section)
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.language = "vi-VN"
    return document


_KEPT = ("/styles", "/settings")


def _drop_spare_parts(document: DocxDocument) -> None:
    # python-docx's own starting paper carries half a megabyte of styles, themes and a picture.
    for rels in (document.part.rels, document.part.package.rels):
        for key, relation in list(rels.items()):
            spare = rels is document.part.rels and not relation.reltype.endswith(_KEPT)
            if spare or relation.reltype.endswith("/thumbnail"):
                del rels[key]


def _replace(element: BaseOxmlElement, xml: str) -> None:
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(xml)):
        element.append(child)


def _remove(paragraph: Paragraph) -> None:
    parent = paragraph._p.getparent()
    if parent is not None:
        parent.remove(paragraph._p)


def found(parent: BaseOxmlElement, name: str) -> etree._Element:
    """A child that has to be there."""
    child = parent.find(qn(name))
    if child is None:
        raise LookupError(f"no {name} in {parent.tag!r}")
    return child


def page(section: Section) -> None:
    """A4 upright, margins T 20, B 20, L 30, R 15 mm; a first page of its own; numbered from 1."""
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2.0)
    section.left_margin, section.right_margin = Cm(3.0), Cm(1.5)
    section.header_distance, section.footer_distance = Cm(0.8), Cm(1.0)
    section.different_first_page_header_footer = True
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    found(section._sectPr, "w:cols").addprevious(numbering)


SAMPLE = "{% if mau %}DỮ LIỆU MẪU{% endif %}"
"""The mark of sample data for a line that stays, empty, without it."""


def heads(section: Section) -> None:
    """Page number in the middle of the top margin, none on page 1; the mark of sample data on both."""
    first = section.first_page_header
    first.is_linked_to_previous = False
    first.paragraphs[0].style = "Dấu dữ liệu mẫu"
    first.paragraphs[0].add_run(SAMPLE)
    others = section.header
    others.is_linked_to_previous = False
    number = others.paragraphs[0]
    number.style = "Số trang"
    _field(number, "PAGE")
    mark = others.add_paragraph(style="Dấu dữ liệu mẫu")
    mark.add_run(SAMPLE)


def _field(paragraph: Paragraph, code: str) -> None:
    for kind in ("begin", None, "separate", "text", "end"):
        run = paragraph.add_run()
        if kind is None:
            text = OxmlElement("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = f" {code} "
            run._r.append(text)
        elif kind == "text":
            run.text = "2"
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def line(container: Container, text: str, style: str) -> Paragraph:
    """A paragraph of one face."""
    paragraph = container.add_paragraph(style=style)
    paragraph.add_run(text)
    return paragraph


def tag(container: Container, text: str) -> Paragraph:
    """A paragraph that holds only a block tag: it vanishes when the template is filled."""
    return line(container, text, "Thẻ")


def frame(container: Container, widths: Sequence[float]) -> Table:
    """A table without lines and inner margins, for the head and the signature of a paper."""
    table = plain_table(container, 1, widths)
    table._tbl.tblPr.append(_margins(0.0))
    return table


def plain_table(container: Container, rows: int, widths: Sequence[float]) -> Table:
    """A table of fixed widths (cm), without lines."""
    table = container.add_table(rows, len(widths))
    table.autofit = False
    properties = table._tbl.tblPr
    style = properties.find(qn("w:tblStyle"))
    if style is not None:
        properties.remove(style)
    _set_width(properties, "w:tblW", sum(widths))
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(_twips(width)))
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    return table


def _twips(centimetres: float) -> int:
    return round(centimetres * 567)


def _set_width(parent: BaseOxmlElement, name: str, centimetres: float) -> None:
    element = parent.find(qn(name))
    if element is None:
        element = OxmlElement(name)
        parent.insert(0, element)
    element.set(qn("w:w"), str(_twips(centimetres)))
    element.set(qn("w:type"), "dxa")


def _margins(centimetres: float) -> BaseOxmlElement:
    side = f'w:w="{_twips(centimetres)}" w:type="dxa"'
    return parse_xml(
        f'<w:tblCellMar {nsdecls("w")}><w:top w:w="0" w:type="dxa"/><w:left {side}/>'
        f'<w:bottom w:w="0" w:type="dxa"/><w:right {side}/></w:tblCellMar>'
    )


def fill(cell: _Cell, *lines: tuple[str, str]) -> None:
    """Replaces what a cell holds by lines of ``(text, style)``."""
    for paragraph in list(cell.paragraphs):
        _remove(paragraph)
    for text, style in lines:
        line(cell, text, style)


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a data table: its head, the style of its cells, its text and its width in cm."""

    head: str
    text: str
    width: float
    align: Literal["left", "center", "justify"] = "left"


def data_table(
    container: Container, columns: Sequence[Column], *, loop: str, caption: str | None = None
) -> Table:
    """A table with a head that is repeated on each page and one row for each turn of ``loop``.

    A ``caption`` is repeated with the head, so that every page of a long table tells what it is.
    """
    table = plain_table(container, 4, [one.width for one in columns])
    lined(table)
    head, opening, row, closing = table.rows
    for place, column in enumerate(columns):
        fill(head.cells[place], (column.head, "Đầu bảng"))
        style = "Ô bảng giữa" if column.align == "center" else "Ô bảng"
        fill(row.cells[place], (column.text, style))
        for block in (opening, closing):
            fill(block.cells[place], ("", "Ô bảng"))
    fill(opening.cells[0], (f"{{% for {loop} %}}", "Ô bảng"))
    fill(closing.cells[0], ("{% endfor %}", "Ô bảng"))
    if caption is not None:
        _caption_row(table, caption)
    repeat_head(table, 1 if caption is None else 2)
    whole_rows(table)
    return table


def add_row(table: Table) -> _Row:
    """One more row at the end."""
    table.add_row()  # type: ignore[no-untyped-call]
    return table.rows[-1]


def _caption_row(table: Table, caption: str) -> None:
    row = add_row(table)
    table._tbl.tr_lst[0].addprevious(row._tr)
    whole = row.cells[0].merge(row.cells[-1])
    fill(whole, (caption, "Đầu bảng"))


def lined(table: Table) -> None:
    """Thin lines around every cell, inner margins of 1,5 mm."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{one} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for one in sides)
    properties = table._tbl.tblPr
    layout = found(properties, "w:tblLayout")
    layout.addprevious(parse_xml(f"<w:tblBorders {nsdecls('w')}>{borders}</w:tblBorders>"))
    layout.addnext(_margins(0.12))


def repeat_head(table: Table, rows: int) -> None:
    """The first rows stand again on each page that the table reaches."""
    for row in list(table.rows)[:rows]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def whole_rows(table: Table) -> None:
    """No row is broken over two pages."""
    for row in table.rows:
        row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def shade(cell: _Cell, colour: str) -> None:
    """A background for a cell."""
    properties = cell._tc.get_or_add_tcPr()
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), colour)
    properties.append(shading)


def new_part(document: DocxDocument) -> None:
    """Ends a section here: what follows begins on a new page and is numbered anew."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    document.paragraphs[-1].style = "Hết phần"
    # Its heads are named again, not inherited: the part before it may be left out.
    before = document.sections[-2]._sectPr
    for place, reference in enumerate(before.findall(qn("w:headerReference"))):
        section._sectPr.insert(place, deepcopy(reference))
