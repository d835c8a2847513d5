"""Reads a Word file into a paper: sections, then the paragraphs of each part in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from truyenthong.nd30.archive import NotWordError, Parts
from truyenthong.nd30.looks import A, Numbering, Styles, W, is_on, number, value
from truyenthong.nd30.paper import Alignment, CellPlace, PageField, Paper, PaperPart, Paragraph, Run, Section
from truyenthong.text import file_number

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MOST_SECTIONS = 500
"""Sections whose headers are looked at; more are no paper but an attack."""

_ARABIC = {None, "decimal", "decimalZero", "numberInDash"}
_EMU_IN_POINT = 12700
_FLAT = 8
"""A shape that is so many times as wide as high is taken for a line."""

_VML_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]{1,9})(pt|mm|cm|in|px)?", re.IGNORECASE)
_VML_POINT = re.compile(r"\s*(-?[\d.]{1,9})(pt|mm|cm|in|px)?\s*,")
_UNITS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "px": 0.75, "": 0.75}


def read_paper(data: bytes) -> Paper:
    """The paper of a ``.docx``.

    Raises:
        NotWordError: no zip file, no document in it, too large, broken or hostile XML.
    """
    return _Reader(Parts(data)).paper()


class _Reader:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        body = parts.document.find(f"{W}body")
        if body is None:
            raise NotWordError("văn bản Word không có nội dung")
        self._body = body
        styles = Styles.of(parts.of_kind("styles"), parts.of_kind("theme"))
        self._known = FileFacts(styles=styles, lists=Numbering.of(parts.of_kind("numbering")))
        settings = parts.of_kind("settings")
        self._even = settings is not None and is_on(settings.find(f"{W}evenAndOddHeaders"))

    def paper(self) -> Paper:
        walk = Walk(self._known)
        paragraphs = list(walk.blocks(self._body))
        last = self._body.find(f"{W}sectPr")
        breaks = [*walk.breaks, *([last] if last is not None else [])]
        sections = [_section(one, has_table=place in walk.with_tables) for place, one in enumerate(breaks)]
        if not sections:
            sections = [_section(None, has_table=bool(walk.with_tables))]
        paragraphs += walk.boxed
        paragraphs += self._heads(breaks[:_MOST_SECTIONS])
        paragraphs += self._notes()
        return Paper(
            sections=tuple(sections),
            paragraphs=tuple(paragraphs),
            has_macros=self._parts.has_macros,
            has_changes=walk.has_changes,
        )

    def _heads(self, breaks: list[_Element]) -> Iterator[Paragraph]:
        """Headers and footers that are shown; a section without its own goes on with those before it."""
        going: dict[tuple[str, str], str] = {}
        for place, section in enumerate(breaks):
            own = {(_kind(one), value(one, "type") or "default"): one.get(f"{_R}id") or "" for one in section}
            going |= {key: identifier for key, identifier in own.items() if key[0]}
            shown = {"default"} | ({"even"} if self._even else set())
            if is_on(section.find(f"{W}titlePg")):
                shown.add("first")
            for (kind, page), identifier in going.items():
                if page in shown and ((kind, page) in own or page == "first"):
                    yield from self._head(identifier, place, kind=kind, first=page == "first")

    def _head(self, identifier: str, place: int, *, kind: str, first: bool) -> Iterator[Paragraph]:
        root = self._parts.by_id(identifier)
        if root is None:
            return
        part = PaperPart.FOOTER if kind == "footer" else PaperPart.FIRST_HEADER if first else PaperPart.HEADER
        walk = Walk(self._known, part=part, section=place)
        yield from walk.blocks(root)
        yield from walk.boxed

    def _notes(self) -> Iterator[Paragraph]:
        for kind in ("footnotes", "endnotes"):
            root = self._parts.of_kind(kind)
            for note in root if root is not None else ():
                yield from Walk(self._known, part=PaperPart.NOTE).blocks(note)


def _kind(reference: _Element) -> str:
    name = reference.tag.rpartition("}")[2]
    return name.removesuffix("Reference") if name in ("headerReference", "footerReference") else ""


def _section(element: _Element | None, *, has_table: bool) -> Section:
    size = element.find(f"{W}pgSz") if element is not None else None
    margin = element.find(f"{W}pgMar") if element is not None else None
    numbering = element.find(f"{W}pgNumType") if element is not None else None
    start = value(numbering, "start")
    return Section(
        width=_twips(size, "w", 12240),
        height=_twips(size, "h", 15840),
        top=_twips(margin, "top", 1440),
        bottom=_twips(margin, "bottom", 1440),
        left=_twips(margin, "left", 1440) + _twips(margin, "gutter", 0),
        right=_twips(margin, "right", 1440),
        own_first_page=element is not None and is_on(element.find(f"{W}titlePg")),
        number_from=file_number(start) if start is not None else None,
        arabic=value(numbering, "fmt") in _ARABIC,
        has_table=has_table,
        sized=size is not None,
        bordered=margin is not None,
    )


def _twips(element: _Element | None, name: str, default: int) -> int:
    """A length in twentieths of a point; Word's own default where the file is silent."""
    return abs(round(number(value(element, name), default)))


def drawn(element: _Element) -> Iterator[_Element]:
    """All elements below, but of two ways to say the same only the first (``mc:Choice``)."""
    for child in element:
        if child.tag == f"{_MC}Fallback" and element.find(f"{_MC}Choice") is not None:
            continue
        yield child
        if child.tag != f"{W}txbxContent":
            yield from drawn(child)


def strokes(run: _Element) -> Iterator[float]:
    """The lengths in points of the lines drawn in a run; 0 where a line tells none."""
    for one in drawn(run):
        length: float | None = None
        if one.tag == f"{_WPS}wsp":
            length = _shape(one)
        elif one.tag == f"{_V}line":
            length = _between(one.get("from") or "", one.get("to") or "")
        elif one.tag in (f"{_V}shape", f"{_V}rect"):
            length = _flat_box(one)
        if length is not None:
            yield length


def is_broken(run: _Element) -> bool:
    """Whether a line drawn in a run is dashed or dotted."""
    return any(
        (one.tag == f"{A}prstDash" and one.get("val") not in (None, "solid"))
        or (one.tag == f"{_V}stroke" and one.get("dashstyle") not in (None, "solid"))
        for one in drawn(run)
    )


def boxes(run: _Element) -> Iterator[_Element]:
    """The contents of the text boxes drawn in a run."""
    return (one for one in drawn(run) if one.tag == f"{W}txbxContent")


def _shape(shape: _Element) -> float | None:
    extent = shape.find(f"{_WPS}spPr/{A}xfrm/{A}ext")
    if shape.find(f".//{W}txbxContent") is not None:
        return None
    if extent is None:
        return 0.0
    wide, high = (file_number(extent.get(name)) for name in ("cx", "cy"))
    return wide / _EMU_IN_POINT if high * _FLAT <= wide else None


def _between(start: str, end: str) -> float:
    points = [_VML_POINT.match(one) for one in (start, end)]
    if points[0] is None or points[1] is None:
        return 0.0
    first, last = (_points(one[1], one[2]) for one in points if one is not None)
    return abs(last - first)


def _flat_box(shape: _Element) -> float | None:
    if shape.find(f".//{W}txbxContent") is not None or shape.find(f"{_V}imagedata") is not None:
        return None
    given = {
        name.lower(): _points(size, unit)
        for name, size, unit in _VML_LENGTH.findall(shape.get("style") or "")
    }
    wide, high = given.get("width", 0.0), given.get("height", 0.0)
    return wide if high * _FLAT <= wide else None


def _points(size: str, unit: str | None) -> float:
    try:
        return float(size) * _UNITS[(unit or "").lower()]
    except ValueError:
        return 0.0


_GONE = {f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{_MC}Fallback"}
_CHANGES = {f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"}
_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_PAGE = re.compile(r"\bPAGE\b")
_NOT_ARABIC = re.compile(r"\\\*\s*(roman|alphabetic|ordinal|cardtext)", re.IGNORECASE)
_BROKEN = {"dashed", "dotted", "dashSmallGap", "dotDash", "dotDotDash", "dashDotStroked", "wave"}
_NO_BORDER = {None, "nil", "none"}
_BLANK = "…"
"""What a content control prints where nothing has been filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """The styles and lists of the file."""

    styles: Styles
    lists: Numbering


@dataclass(frozen=True, slots=True)
class _Where:
    """The surroundings of the paragraphs that are walked through.

    Attributes:
        told: the cell in words, empty outside of tables.
        style: the style of the table.
        blank: inside of a content control that nobody has filled in.
    """

    cell: CellPlace | None = None
    told: str = ""
    style: str | None = None
    ruled: bool = False
    blank: bool = False

    def blanked(self, *, blank: bool) -> _Where:
        """The same place, inside of such a content control or not."""
        return self if blank is self.blank else replace(self, blank=blank)


@dataclass(slots=True)
class _Contents:
    """The contents of a paragraph, as they are gathered."""

    runs: list[Run] = field(default_factory=list)
    instructions: list[str] = field(default_factory=list)
    strokes: list[float] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    broken: bool = False
    new_page: bool = False
    middle_tab: bool = False


class Walk:
    """One walk through one part."""

    def __init__(
        self, known: FileFacts, *, part: PaperPart = PaperPart.BODY, section: int = 0, first_place: int = 0
    ) -> None:
        self._styles, self._lists, self._known = known.styles, known.lists, known
        self._part = part
        self._section = section
        self._place = first_place
        self._tables = 0
        self._count = 0
        self._boxes = 0
        self._carried: list[Run] = []
        self.boxed: list[Paragraph] = []
        self.breaks: list[_Element] = []
        self.with_tables: set[int] = set()
        self.has_changes = False

    def blocks(self, container: _Element, where: _Where = _Where()) -> Iterator[Paragraph]:
        """The paragraphs below ``container``."""
        here = 0
        for element, blank in self._unwrapped(container, blank=where.blank):
            if element.tag == f"{W}p":
                here += 1
                yield from self._paragraph(element, where.blanked(blank=blank), here)
                self._end_of_section(element)
            elif element.tag == f"{W}tbl":
                yield from self._table(element, where.blanked(blank=blank))

    def _unwrapped(self, container: _Element, *, blank: bool) -> Iterator[tuple[_Element, bool]]:
        """The elements below, also those inside content controls and marks of changes."""
        for element in container:
            if element.tag in _CHANGES:
                self.has_changes = True
            if element.tag in _WRAPPERS:
                placeholder = is_on(element.find(f"{W}sdtPr/{W}showingPlcHdr"))
                yield from self._unwrapped(element, blank=blank or placeholder)
            elif element.tag not in _GONE:
                yield element, blank

    def _end_of_section(self, paragraph: _Element) -> None:
        ending = paragraph.find(f"{W}pPr/{W}sectPr")
        if ending is not None and self._part is PaperPart.BODY:
            self.breaks.append(ending)
            self._section += 1

    # Tables

    def _table(self, table: _Element, where: _Where) -> Iterator[Paragraph]:
        index = self._tables
        self._tables += 1
        self.with_tables.add(self._section)
        style = value(table.find(f"{W}tblPr/{W}tblStyle"), "val")
        rows = [line for line in self._unwrapped(table, blank=where.blank) if line[0].tag == f"{W}tr"]
        for row, (line, blank) in enumerate(rows):
            column = file_number(value(line.find(f"{W}trPr/{W}gridBefore"), "val"))
            boxes_in = [one for one in self._unwrapped(line, blank=blank) if one[0].tag == f"{W}tc"]
            for place, (box, inner) in enumerate(boxes_in):
                told = f"bảng {index + 1}, hàng {row + 1}, ô {place + 1}"
                cell = where.cell or CellPlace(table=index, row=row, column=column)
                ruled = _has_border(box.find(f"{W}tcPr/{W}tcBorders"))
                yield from self.blocks(box, _Where(cell, told, style, ruled, inner))
                column += max(file_number(value(box.find(f"{W}tcPr/{W}gridSpan"), "val"), 1), 1)

    # Paragraphs

    def _paragraph(self, element: _Element, where: _Where, here: int) -> Iterator[Paragraph]:
        style = self._styles.style_of(element)
        label = self._lists.label(element, self._styles)
        found = _Contents(runs=self._carried)
        self._carried = []
        self._runs(element, style, where, found)
        spot = self._spot(where, here)
        if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            # A tracked change deleted the mark of the paragraph: its words go on in the next one.
            self._carried = found.runs
        else:
            numbered = label.properties if label is not None else None
            layout = self._styles.layout(element, where.style, numbered)
            own = element.find(f"{W}pPr/{W}pBdr")
            borders = own if own is not None else self._styles.properties(style, "pBdr")
            yield Paragraph(
                part=self._part,
                spot=spot,
                place=self._next_place(),
                section=self._section,
                runs=tuple(found.runs),
                layout=layout,
                style=style,
                cell=where.cell,
                label=label.text if label is not None else None,
                page_field=self._page_field(element, style, found, layout.alignment),
                strokes=tuple(found.strokes),
                ruled=where.ruled or _has_border(borders),
                broken=found.broken or _is_dashed(borders),
                new_page=found.new_page or is_on(element.find(f"{W}pPr/{W}pageBreakBefore")),
            )
        self._box(found.boxes)

    def _next_place(self) -> int:
        self._place += 1
        return self._place - 1

    def _spot(self, where: _Where, here: int) -> str:
        prefix = "" if self._part is PaperPart.BODY else f"{self._part}, "
        if where.told:
            return f"{prefix}{where.told}, đoạn {here}"
        self._count += 1
        return f"{prefix}đoạn {self._count}"

    def _box(self, found: list[_Element]) -> None:
        """Text boxes are read apart, so that they do not break the order of the text around them."""
        for one in found:
            self._boxes += 1
            part = PaperPart.BOX if self._part is PaperPart.BODY else self._part
            walk = Walk(self._known, part=part, section=self._section, first_place=self._place)
            for paragraph in walk.blocks(one):
                field_in = paragraph.page_field
                shown = replace(field_in, middle=True) if field_in is not None else None
                self.boxed.append(replace(paragraph, page_field=shown))
            self.boxed.extend(walk.boxed)

    def _runs(self, element: _Element, style: str | None, where: _Where, found: _Contents) -> None:
        for one, blank in self._unwrapped(element, blank=where.blank):
            if one.tag == f"{W}r":
                self._run(one, style, where.blanked(blank=blank), found)
            else:
                if one.tag == f"{W}fldSimple":
                    found.instructions += ["|", value(one, "instr") or ""]
                self._runs(one, style, where.blanked(blank=blank), found)

    def _run(self, run: _Element, style: str | None, where: _Where, found: _Contents) -> None:
        text: list[str] = []
        for child in run:
            if child.tag == f"{W}t":
                text.append(_BLANK if where.blank else child.text or "")
            else:
                text.append(_sign(child, found))
        if any(text):
            found.runs.append(self._styles.run(run, style, "".join(text), where.style))
        found.strokes += strokes(run)
        found.broken = found.broken or is_broken(run)
        found.boxes += boxes(run)

    def _page_field(
        self, element: _Element, style: str | None, found: _Contents, alignment: Alignment
    ) -> PageField | None:
        told = "".join(found.instructions)
        if not _PAGE.search(told):
            return None
        frame = element.find(f"{W}pPr/{W}framePr")
        tabs = [element.find(f"{W}pPr/{W}tabs"), self._styles.properties(style, "tabs")]
        stops = {value(stop, "val") for one in tabs if one is not None for stop in one}
        tabbed = any("\t" in run.text for run in found.runs) and "center" in stops
        middle = alignment is Alignment.CENTER or value(frame, "xAlign") == "center" or tabbed
        return PageField(
            middle=middle or found.middle_tab,
            arabic=_NOT_ARABIC.search(told) is None,
            guarded=re.search(r"\bIF\b", told) is not None,
        )


_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "cr": "\n"}


def _sign(child: _Element, found: _Contents) -> str:
    """What an element of a run prints; what it says of fields and pages goes into ``found``."""
    name, kind = child.tag.rpartition("}")[2], value(child, "type")
    if name == "br" and kind not in ("page", "column"):
        return "\n"
    if name in ("br", "lastRenderedPageBreak"):
        found.new_page = True
    elif name in ("fldChar", "instrText"):
        found.instructions.append(child.text or "" if name == "instrText" else "|")
    elif name == "ptab":
        found.middle_tab = found.middle_tab or value(child, "alignment") == "center"
    return _SIGNS.get(name, "")


def _is_dashed(borders: _Element | None) -> bool:
    return borders is not None and any(value(one, "val") in _BROKEN for one in borders)


def _has_border(borders: _Element | None) -> bool:
    if borders is None:
        return False
    return any(
        value(borders.find(f"{W}{side}"), "val") not in _NO_BORDER for side in ("top", "bottom", "between")
    )
