"""Reads a Word file into a paper; judges nothing, and never lets a bad file do harm."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from truyenthong.nd30.looks import Styles, W, number, value
from truyenthong.nd30.paper import Paper, Paragraph, Part, Run, Section

MAX_PART = 50 * 1024 * 1024
"""Bytes of one part of the file, unpacked: far more than any letter, far less than a zip bomb."""

_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr"}
_DRAWN = {f"{W}drawing", f"{W}pict", f"{W}object"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class NotWordError(Exception):
    """The file is no Word file that can be read; the message says why, in Vietnamese."""


def read_paper(data: bytes) -> Paper:
    """The paper of a ``.docx``.

    Raises:
        NotWordError: no zip file, no document in it, too large, or broken XML.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Reader(archive).paper()
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise NotWordError("tệp không mở được như một tệp Word .docx") from error


class _Reader:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        document = self._part("word/document.xml")
        if document is None:
            raise NotWordError("tệp không có văn bản Word bên trong")
        self._document = document
        self._styles = Styles.of(self._part("word/styles.xml"), self._part("word/theme/theme1.xml"))
        self._targets = self._relationships()

    def paper(self) -> Paper:
        body = self._document.find(f"{W}body")
        if body is None:
            raise NotWordError("văn bản Word không có nội dung")
        walk = _Walk(self._styles)
        paragraphs = list(walk.blocks(body))
        elements = [*walk.breaks]
        last = body.find(f"{W}sectPr")
        if last is not None:
            elements.append(last)
        sections = tuple(
            _section(one, has_table=place in walk.with_tables) for place, one in enumerate(elements)
        )
        for place, one in enumerate(elements):
            paragraphs.extend(self._heads(one, place))
        return Paper(sections=sections, paragraphs=tuple(paragraphs))

    def _heads(self, section: _Element, place: int) -> Iterator[Paragraph]:
        """Headers and footers of a section; «even» ones are read as the default."""
        for reference in section:
            kind = reference.tag.rpartition("}")[2]
            if kind not in ("headerReference", "footerReference"):
                continue
            root = self._part(self._targets.get(reference.get(f"{_R}id") or "", ""))
            if root is None:
                continue
            first = value(reference, "type") == "first"
            part = Part.FOOTER
            if kind == "headerReference":
                part = Part.FIRST_HEADER if first else Part.HEADER
            yield from _Walk(self._styles, part=part, section=place).blocks(root)

    def _relationships(self) -> dict[str, str]:
        root = self._part("word/_rels/document.xml.rels")
        if root is None:
            return {}
        return {
            one.get("Id") or "": f"word/{(one.get('Target') or '').lstrip('/').removeprefix('word/')}"
            for one in root.iter(f"{_REL}Relationship")
        }

    def _part(self, name: str) -> _Element | None:
        try:
            info = self._archive.getinfo(name)
        except KeyError:
            return None
        if info.file_size > MAX_PART:
            raise NotWordError(f"phần {name} của tệp quá lớn")
        with self._archive.open(info) as stream:
            data = stream.read(MAX_PART + 1)
        if len(data) > MAX_PART or b"<!DOCTYPE" in data[:4096]:
            raise NotWordError(f"phần {name} của tệp quá lớn hoặc có khai báo lạ")
        try:
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            raise NotWordError(f"phần {name} của tệp hỏng") from error


def _section(element: _Element, *, has_table: bool) -> Section:
    size, margin = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
    numbering = element.find(f"{W}pgNumType")
    start = value(numbering, "start")
    title = element.find(f"{W}titlePg")
    return Section(
        width=int(number(value(size, "w"))),
        height=int(number(value(size, "h"))),
        landscape=value(size, "orient") == "landscape",
        top=int(abs(number(value(margin, "top")))),
        bottom=int(abs(number(value(margin, "bottom")))),
        left=int(number(value(margin, "left"))),
        right=int(number(value(margin, "right"))),
        own_first_page=title is not None and value(title, "val") not in ("0", "false"),
        number_from=int(number(start)) if start is not None else None,
        has_table=has_table,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk stands: in which cell of which table."""

    table: int | None = None
    row: int = 0
    cell: int = 0


class _Walk:
    """Goes through the paragraphs of a part in reading order."""

    def __init__(self, styles: Styles, *, part: Part = Part.BODY, section: int = 0) -> None:
        self._styles = styles
        self._part = part
        self._section = section
        self._tables = 0
        self._count = 0
        self.breaks: list[_Element] = []
        self.with_tables: set[int] = set()

    def blocks(self, container: _Element, place: _Place = _Place()) -> Iterator[Paragraph]:
        """The paragraphs below ``container``, those of tables and content controls included."""
        here = 0
        for element in container:
            if element.tag == f"{W}p":
                here += 1
                yield self._paragraph(element, place, here)
                self._end_of_section(element)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)
            elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"):
                yield from self.blocks(element, place)

    def _end_of_section(self, paragraph: _Element) -> None:
        ending = paragraph.find(f"{W}pPr/{W}sectPr")
        if ending is not None and self._part is Part.BODY:
            self.breaks.append(ending)
            self._section += 1

    def _table(self, table: _Element) -> Iterator[Paragraph]:
        index = self._tables
        self._tables += 1
        self.with_tables.add(self._section)
        for row, line in enumerate(table.iter(f"{W}tr")):
            if next(line.iterancestors(f"{W}tbl")) is not table:
                continue
            for cell, box in enumerate(line.findall(f"{W}tc")):
                yield from self.blocks(box, _Place(index, row, cell))

    def _paragraph(self, element: _Element, place: _Place, here: int) -> Paragraph:
        runs, fields, drawn = self._contents(element)
        return Paragraph(
            part=self._part,
            spot=self._spot(place, here),
            section=self._section,
            runs=tuple(runs),
            layout=self._styles.layout(element),
            table=place.table,
            row=place.row,
            cell=place.cell,
            page_field="PAGE" in " ".join(fields).upper().split(),
            picture=drawn,
        )

    def _spot(self, place: _Place, here: int) -> str:
        where = "" if self._part is Part.BODY else f"{self._part}, "
        if place.table is not None:
            cell = f"bảng {place.table + 1}, hàng {place.row + 1}, ô {place.cell + 1}"
            return f"{where}{cell}, đoạn {here}"
        self._count += 1
        return f"{where}đoạn {self._count}"

    def _contents(self, element: _Element) -> tuple[list[Run], list[str], bool]:
        """Runs, instructions of fields, and whether something is drawn."""
        runs: list[Run] = []
        fields: list[str] = []
        drawn = False
        for run in _runs(element):
            text = []
            for child in run:
                if child.tag == f"{W}t":
                    text.append(child.text or "")
                elif child.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
                    text.append(" ")
                elif child.tag == f"{W}noBreakHyphen":
                    text.append("-")
                elif child.tag == f"{W}instrText":
                    fields.append(child.text or "")
                elif child.tag in _DRAWN:
                    drawn = True
            if text:
                runs.append(self._styles.run(run, element, "".join(text)))
        fields += [value(one, "instr") or "" for one in element.iter(f"{W}fldSimple")]
        return runs, fields, drawn


def _runs(element: _Element) -> Iterator[_Element]:
    """The runs of a paragraph; deleted text and paragraphs inside of drawings are left out."""
    for child in element:
        if child.tag == f"{W}r":
            yield child
        elif child.tag not in _SKIPPED and child.tag != _FALLBACK:
            yield from _runs(child)
