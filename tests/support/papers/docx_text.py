"""The words of a Word file in reading order, a line a paragraph or table row; no layout but its styles."""

from __future__ import annotations

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.section import Section
from docx.table import Table
from docx.text.paragraph import Paragraph


def docx_text(data: bytes) -> str:
    """Heads, then the body: «[style] words <picture>», a table row as «| a | b |», sections set apart."""
    document = Document(io.BytesIO(data))
    return "\n".join([*_heads(document), *_body(document)]) + "\n"


def _heads(document: DocxDocument) -> Iterator[str]:
    for place, section in enumerate(document.sections, start=1):
        yield f"== phần {place}: {_page(section)}"
        for name, head in (("trang đầu", section.first_page_header), ("các trang sau", section.header)):
            words = " / ".join(_words(paragraph) for paragraph in head.paragraphs)
            yield f"   đầu {name}: {words}"


def _page(section: Section) -> str:
    start = section._sectPr.find(qn("w:pgNumType"))
    number = start.get(qn("w:start")) if start is not None else "tiếp"
    return f"{section.orientation}, đánh số từ {number}"


def _words(paragraph: Paragraph) -> str:
    # A page number is a field: its code is told, not the number that some program last put there.
    fields = [one.text or "" for one in paragraph._p.iter(qn("w:instrText"))]
    return f"{{{fields[0].strip()}}}" if fields else paragraph.text


def _body(document: DocxDocument) -> Iterator[str]:
    yield "== nội dung"
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _table(block)
        else:
            yield _line(block)
            if block._p.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
                yield "== hết phần"


def _line(paragraph: Paragraph) -> str:
    words = "".join(_marked(run.text, bold=run.bold, italic=run.italic) for run in paragraph.runs)
    name = paragraph.style.name if paragraph.style is not None else ""
    drawn = (f"<{one.get('descr')}>" for one in paragraph._p.iter(qn("wp:docPr")))
    return " ".join((f"[{name}] {words}".rstrip(), *drawn))


def _marked(text: str, *, bold: bool | None, italic: bool | None) -> str:
    mark = ("**" if bold else "") + ("*" if italic else "")
    return f"{mark}{text}{mark[::-1]}" if text else ""


def _table(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = []
        for cell in row._tr.tc_lst:
            shade = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
            fill = f"#{shade.get(qn('w:fill'))} " if shade is not None else ""
            cells.append(fill + " / ".join(Paragraph(one, table).text for one in cell.p_lst))
        yield f"| {' | '.join(cells)} |"
