"""Turns a value into XML in the formatting of its tag: escaped, with line breaks, tabs and runs."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from truyenthong.ooxml.xml import RPR, Element, W, escape, tag_prefix, without_illegal, written
from truyenthong.word.running.limits import capped_text
from truyenthong.word.running.values import is_runs, wording

_BEFORE_BOLD = {f"{W}rStyle", f"{W}rFonts"}
_BEFORE_ITALIC = {*_BEFORE_BOLD, f"{W}b", f"{W}bCs"}


class Ink(NamedTuple):
    """What is printed, and which characters had to be left out; made for every value of every row."""

    xml: str
    removed: str = ""


HELD_NAMESPACE = "urn:truyenthong"
"""Of elements that stand for something while a document is made; none of them is left in it."""

HELD = f"{{{HELD_NAMESPACE}}}held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where one tag prints.

    Attributes:
        holds: a chart or picture may come here instead of a text.
        w: the prefix of Word's names here, with its colon; None where only plain text may stand.
        faces: the tag's own ``rPr`` as XML by (bold, italic); the plain one is (False, False).
    """

    w: str | None
    faces: dict[tuple[bool, bool], str]
    holds: bool = False

    def print(self, value: object) -> Ink:
        """The XML of a value.

        Raises:
            TypeError: it has no wording.
            TooMuchError: it is too long.
        """
        if self.w is not None and isinstance(value, list) and value and is_runs(value):
            return self._print_runs(value)
        said = capped_text(value if type(value) is str else wording(value))
        if said.isprintable():  # and so without line breaks, tabs and what XML cannot hold
            return Ink(escape(said))
        text, removed = without_illegal(said)
        return Ink(self._broken(text), removed)

    def _broken(self, text: str) -> str:
        xml = escape(text)
        if self.w is None or not ("\n" in xml or "\t" in xml or "\r" in xml):
            return xml
        xml = xml.replace("\r\n", "\n").replace("\r", "\n")
        again = f'<{self.w}t xml:space="preserve">'
        xml = xml.replace("\n", f"</{self.w}t><{self.w}br/>{again}")
        return xml.replace("\t", f"</{self.w}t><{self.w}tab/>{again}")

    def _print_runs(self, pieces: list[dict[str, object]]) -> Ink:
        w, parts, removed = self.w, list[str](), list[str]()
        begin = f'<{w}t xml:space="preserve">'
        for piece in pieces:
            text, signs = without_illegal(capped_text(wording(piece.get("chu"))))
            removed += signs.split()
            face = self.faces[bool(piece.get("dam")), bool(piece.get("nghieng"))]
            parts.append(f"</{w}t></{w}r><{w}r>{face}{begin}{self._broken(text)}")
        plain = self.faces[False, False]
        xml = f"{''.join(parts)}</{w}t></{w}r><{w}r>{plain}{begin}"
        return Ink(xml, " ".join(dict.fromkeys(removed)))


def text_site() -> Site:
    """A place for plain text only: a property of the document."""
    return Site(w=None, faces={})


def held_site() -> Site:
    """A place in an alternative text: plain text, or what the drawing shows."""
    return Site(w=None, faces={}, holds=True)


def held_mark(place: int) -> str:
    """The mark in the text of a value that is no text, by its place among those held."""
    return f'<held xmlns="{HELD_NAMESPACE}" n="{place}"/>'


def run_site(run: Element) -> Site:
    """The place of a tag in that run."""
    own = run.find(RPR)
    faces = {
        (bold, italic): _face(run, own, bold=bold, italic=italic)
        for bold in (False, True)
        for italic in (False, True)
    }
    return Site(w=tag_prefix(run), faces=faces)


def _face(run: Element, own: Element | None, *, bold: bool, italic: bool) -> str:
    if own is None and not (bold or italic):
        return ""
    # The copy stays below the run for a moment: only there it knows the prefixes of the document.
    face = deepcopy(own) if own is not None else etree.SubElement(run, RPR)
    run.append(face)
    if bold:
        _switch_on(face, f"{W}b", _BEFORE_BOLD)
    if italic:
        _switch_on(face, f"{W}i", _BEFORE_ITALIC)
    xml = written(face)
    run.remove(face)
    return xml


def _switch_on(face: Element, tag: str, before: set[str]) -> None:
    for old in face.findall(tag):
        face.remove(old)
    place = sum(1 for one in face if one.tag in before)
    face.insert(place, face.makeelement(tag))
