"""Joins the text of one paragraph over all its runs and reports what else it contains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truyenthong.ooxml.xml import BR, CR, PPR, RPR, TAB, Element, P, R, T, W, local

_DELETED = {f"{W}del", f"{W}moveFrom"}
_CARRIES_NOTHING = {
    *(PPR, RPR, f"{W}proofErr", f"{W}lastRenderedPageBreak", f"{W}softHyphen", f"{W}delText"),
    *(f"{W}commentReference", f"{W}annotationRef", f"{W}delInstrText"),
}
MARKS = {
    *(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}commentRangeStart", f"{W}commentRangeEnd"),
    *(f"{W}permStart", f"{W}permEnd", f"{W}moveToRangeStart", f"{W}moveToRangeEnd"),
    *(f"{W}moveFromRangeStart", f"{W}moveFromRangeEnd"),
}
_INLINE = {
    *(f"{W}ins", f"{W}moveTo", f"{W}hyperlink", f"{W}smartTag", f"{W}sdt", f"{W}sdtContent", f"{W}fldSimple"),
    *(f"{W}customXml", f"{W}dir", f"{W}bdo"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """A piece of a paragraph's text: a ``w:t`` of any length, or one sign.

    Attributes:
        start: where it begins in the joined text.
    """

    element: Element
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the joined text, outside."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The text of one paragraph.

    Attributes:
        solid: it holds something that is not text (a picture, a note, a page or section break).
        firm: it holds something that is neither text nor the end of a page, column or section.
    """

    atoms: tuple[Atom, ...]
    text: str
    solid: bool
    firm: bool


def join(paragraph: Element) -> Joined:
    """Joins the runs of a paragraph; nested paragraphs and deleted text are left out.

    Properties (any element that is no paragraph) are their own text.
    """
    if paragraph.tag != P:
        text = paragraph.text or ""
        atom = Atom(element=paragraph, text=text, start=0)
        return Joined(atoms=(atom,), text=text, solid=True, firm=True)
    solid, firm = paragraph.find(f"{PPR}/{W}sectPr") is not None, False
    atoms: list[Atom] = []
    length = 0
    for element, piece in _pieces(paragraph):
        if piece is None:
            solid = True
            firm = firm or element.tag != BR
        else:
            atoms.append(Atom(element=element, text=piece, start=length))
            length += len(piece)
    text = "".join(atom.text for atom in atoms)
    return Joined(atoms=tuple(atoms), text=text, solid=solid, firm=firm)


def _pieces(parent: Element) -> Iterator[tuple[Element, str | None]]:
    """Texts in order; None for what is solid."""
    for child in parent:
        tag = child.tag
        if tag == R:
            yield from _pieces_of_run(child)
        elif tag in _INLINE:
            yield from _pieces(child)
        elif tag not in _DELETED and tag not in _CARRIES_NOTHING and tag not in MARKS and _is_content(child):
            yield child, None


def _is_content(element: Element) -> bool:
    return not local(element).endswith("Pr")  # sdtPr, smartTagPr, …: properties beside the content


def _pieces_of_run(run: Element) -> Iterator[tuple[Element, str | None]]:
    for child in run:
        tag = child.tag
        if tag == T:
            yield child, child.text or ""
        elif tag == TAB:
            yield child, "\t"
        elif tag == CR or (tag == BR and child.get(f"{W}type") in {None, "textWrapping"}):
            yield child, "\n"
        elif tag == f"{W}noBreakHyphen":
            yield child, "-"
        elif tag not in _CARRIES_NOTHING:
            yield child, None
