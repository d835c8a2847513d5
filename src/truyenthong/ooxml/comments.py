"""Adds Word comments to a document: their part, their ids, the range of text of each."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from truyenthong.ooxml.paragraphs import Atom, join
from truyenthong.ooxml.parts import TemplateParts
from truyenthong.ooxml.xml import (
    PPR,
    RPR,
    SPACE,
    Element,
    P,
    R,
    T,
    W,
    like,
    parent_of,
    parse,
    serialise,
    without_illegal,
)
from truyenthong.text import file_number

AUTHOR = "truyenthong"
_INITIALS = "tt"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()


@dataclass(slots=True, kw_only=True)
class Comments:
    """The comments of one document, those that it had among them.

    Attributes:
        document: the name of the main part.
        moment: when the comments count as written; no clock is read.
    """

    parts: TemplateParts
    document: str
    moment: datetime
    _root: Element
    _name: str
    _next: int = field(default=0)

    @classmethod
    def of(cls, parts: TemplateParts, document: str, moment: datetime) -> Comments:
        """The comments of a document, whose part is made where it has none.

        Raises:
            PartError: the part is no sound XML.
        """
        name = parts.only(document, "comments", "word/comments.xml", _EMPTY, _KIND)
        root = parse(parts.read(name), name, keep_all=True)
        comments = cls(parts=parts, document=document, moment=moment, _root=root, _name=name)
        numbers = (file_number(one.get(f"{W}id")) for one in root.iter(f"{W}comment"))
        comments._next = 1 + max(numbers, default=-1)
        return comments

    def add(self, paragraph: Element, start: int, end: int, text: str) -> None:
        """Puts a comment at a stretch of a paragraph's joined text; an empty one: at all of it."""
        number = str(self._next)
        self._next += 1
        self._write(number, text)
        runs = list(_runs(paragraph, start, end)) if start < end else []
        first, last = (runs[0], runs[-1]) if runs else _whole(paragraph)
        begin, finish = (_mark(paragraph, name, number) for name in ("commentRangeStart", "commentRangeEnd"))
        if first is None or last is None:
            anchor = paragraph.find(PPR)
            paragraph.insert(0 if anchor is None else 1, begin)
            begin.addnext(finish)
        else:
            first.addprevious(begin)
            last.addnext(finish)
        reference = paragraph.makeelement(R)
        reference.append(_mark(paragraph, "commentReference", number))
        finish.addnext(reference)

    def _write(self, number: str, text: str) -> None:
        comment = etree.SubElement(self._root, f"{W}comment")
        comment.set(f"{W}id", number)
        comment.set(f"{W}author", AUTHOR)
        comment.set(f"{W}date", self.moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
        comment.set(f"{W}initials", _INITIALS)
        for line in text.split("\n"):
            run = etree.SubElement(etree.SubElement(comment, P), R)
            holder = etree.SubElement(run, T)
            holder.set(SPACE, "preserve")
            holder.text = without_illegal(line)[0]

    def finish(self) -> None:
        """Puts the part back."""
        self.parts.made[self._name] = serialise(self._root)


def _mark(paragraph: Element, name: str, number: str) -> Element:
    mark = paragraph.makeelement(f"{W}{name}")
    mark.set(f"{W}id", number)
    return mark


def _whole(paragraph: Element) -> tuple[Element | None, Element | None]:
    """The first and the last child of a paragraph that a comment may stand around."""
    children = [one for one in paragraph if one.tag != PPR]
    return (children[0], children[-1]) if children else (None, None)


def _runs(paragraph: Element, start: int, end: int) -> Iterator[Element]:
    """The runs that hold a stretch of the text and nothing else: they are cut where it begins and ends."""
    for place in (end, start):
        _cut(paragraph, place)
    seen: set[Element] = set()
    for atom in join(paragraph).atoms:
        run = parent_of(atom.element)
        if atom.end > start and atom.start < end and run not in seen:
            seen.add(run)
            yield run


def _cut(paragraph: Element, place: int) -> None:
    """Cuts the run around that place of the text in two of the same looks."""
    found = next((one for one in join(paragraph).atoms if one.start <= place < one.end), None)
    if found is None:
        return
    run = parent_of(found.element)
    if run.tag != R or (place == found.start and _is_first(run, found)):
        return
    rest = _moved(run, found, place - found.start)
    run.addnext(rest)


def _is_first(run: Element, atom: Atom) -> bool:
    return next((one for one in run if one.tag != RPR), None) is atom.element


def _moved(run: Element, atom: Atom, length: int) -> Element:
    """A run with what follows that many letters of the atom."""
    rest = like(run)
    looks = run.find(RPR)
    if looks is not None:
        rest.append(deepcopy(looks))
    following = list(atom.element.itersiblings())
    if 0 < length < len(atom.text):  # only a text is longer than one sign
        second = like(atom.element)
        second.text, atom.element.text = atom.text[length:], atom.text[:length]
        for one in (second, atom.element):
            one.set(SPACE, "preserve")
        rest.append(second)
    else:
        rest.append(atom.element)
    rest.extend(following)
    return rest
