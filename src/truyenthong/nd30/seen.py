"""Reads a Word file into a paper: sections, headers, notes around the walk; judges nothing."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from truyenthong.nd30.archive import NotWordError, Parts
from truyenthong.nd30.looks import Numbering, Styles, W, is_on, number, value
from truyenthong.nd30.paper import Paper, PaperPart, Paragraph, Section
from truyenthong.nd30.paragraphs import FileFacts, Walk
from truyenthong.text import file_number

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MOST_SECTIONS = 500
"""Sections whose headers are looked at; more are no paper but an attack."""

_ARABIC = {None, "decimal", "decimalZero", "numberInDash"}


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
