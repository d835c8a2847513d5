"""Puts a mark in the tree for every tag: in the text, between runs, or in place of its holder."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from copy import deepcopy
from itertools import takewhile

from lxml import etree

from truyenthong.ooxml.paragraphs import MARKS, Atom
from truyenthong.ooxml.xml import BR, RPR, SPACE, Element, P, R, T, W, like, parent_of
from truyenthong.word.drawings.frames import ALT, TaggedFrame
from truyenthong.word.reading.parse import Spotted, TaggedParagraph
from truyenthong.word.running.ink import HELD_NAMESPACE, Site, held_site, run_site, text_site
from truyenthong.word.running.tags import MARK, Role, Tag

_TRANSPARENT = {f"{W}ins", f"{W}moveTo", f"{W}smartTag"}


def mark(tag: Tag) -> Element:
    """A tag's mark."""
    return etree.ProcessingInstruction(MARK, str(tag.number))


def lift(holder: Element, tags: Iterable[Tag]) -> None:
    """Replaces the paragraph, row or cell that holds nothing but block tags by their marks.

    Bookmarks and ranges of comments that began or ended there live on beside them.
    """
    shown = [tag for tag in tags if tag.is_block]
    kept = list(holder.iter(*MARKS))
    opens = any(tag.role in {Role.OPEN, Role.ALONE} for tag in shown)
    marks = [mark(tag) for tag in shown]
    for one in (*kept, *marks) if opens else (*marks, *kept):
        one.tail = None
        holder.addprevious(one)
    parent_of(holder).remove(holder)


def weave(paragraph: TaggedParagraph) -> dict[int, Site]:
    """Puts the marks of a paragraph's tags into its runs; the sites of its prints by their number.

    A mark of a block tag stands between runs, so that what it repeats is always whole runs.
    """
    if paragraph.element.tag != P:
        _fill_text(paragraph.element, _segments(paragraph.joined.atoms[0], paragraph.tags))
        return {one.tag.number: text_site() for one in paragraph.tags if one.tag.role is Role.PRINT}
    sites: dict[int, Site] = {}
    ends = [one.end for one in paragraph.tags]
    for atom in paragraph.joined.atoms:
        touching = _touching(paragraph.tags[bisect_right(ends, atom.start) :], atom)
        if not touching:
            continue
        if atom.element.tag != T:
            _remove(atom.element)
            continue
        run = parent_of(atom.element)
        for one in touching:
            if one.tag.role is Role.PRINT and one.start >= atom.start:
                sites[one.tag.number] = run_site(run)
        _fill(atom.element, _segments(atom, touching))
    return sites


def lift_out(paragraph: TaggedParagraph) -> None:
    """Puts the marks of block tags before or behind a paragraph in which besides only a page ends."""
    weave(paragraph)
    element = last = paragraph.element
    ended = False
    for one in list(element.iter(BR, etree.PI)):
        if one.tag == BR:
            ended = True
        elif not ended:
            element.addprevious(one)
        else:
            last.addnext(one)
            last = one


def weave_frame(frame: TaggedFrame) -> dict[int, Site]:
    """Puts the marks of a frame into the tree; the sites of its prints by their number."""
    alt = frame.element.makeelement(ALT, {}, {"tt": HELD_NAMESPACE})
    frame.element.insert(0, alt)
    frame.element.set("descr", "")
    _fill_text(alt, [one for one in frame.pieces if one != ""])
    return {tag.number: held_site() for tag in frame.tags if tag.role is Role.PRINT}


def _touching(tags: Sequence[Spotted], atom: Atom) -> list[Spotted]:
    """The first tags, up to those that begin behind the atom; none of ``tags`` ends before it."""
    return list(takewhile(lambda one: one.start < atom.end, tags))


_Segment = str | Tag


def _segments(atom: Atom, tags: Sequence[Spotted]) -> list[_Segment]:
    """The atom's text with each tag at the place of its first character, and without its other ones."""
    parts: list[_Segment] = []
    place = atom.start
    trim = False
    for one in tags:
        text = _part(atom, place, one.start, left=trim, right=one.tag.trim_before)
        parts += [text] if text else []
        if one.start >= atom.start:
            parts.append(one.tag)
        place = max(place, one.end)
        trim = one.tag.trim_after
    text = _part(atom, place, atom.end, left=trim, right=False)
    return [*parts, text] if text else parts


def _part(atom: Atom, start: int, end: int, *, left: bool, right: bool) -> str:
    text = atom.text[max(0, start - atom.start) : max(0, end - atom.start)]
    text = text.lstrip() if left else text
    return text.rstrip() if right else text


def _fill_text(element: Element, segments: Sequence[_Segment]) -> None:
    """Texts and marks as the content of one element; tags that print nothing leave nothing."""
    element.text = None
    last: Element | None = None
    for one in segments:
        if isinstance(one, str):
            if last is None:
                element.text = (element.text or "") + one
            else:
                last.tail = (last.tail or "") + one
        elif one.role not in {Role.COMMENT, Role.BROKEN}:
            last = mark(one)
            element.append(last)


def _fill(text: Element, segments: Sequence[_Segment]) -> None:
    """The same for a ``w:t``, whose run is split at every block tag."""
    first = run = parent_of(text)
    after = list(text.itersiblings())
    pending: list[_Segment] = []
    for one in segments:
        if isinstance(one, Tag) and one.is_block:
            _close(text, pending)
            pending = []
            run, text = _split(run, one)
        else:
            pending.append(one)
    _close(text, pending)
    for sibling in after:
        if sibling.getparent() is not run:
            run.append(sibling)
    _drop_if_empty(run)
    if first is not run:
        _drop_if_empty(first)


def _close(text: Element, segments: Sequence[_Segment]) -> None:
    _fill_text(text, segments)
    if text.text or len(text):
        text.set(SPACE, "preserve")
    else:
        parent_of(text).remove(text)


def _split(run: Element, tag: Tag) -> tuple[Element, Element]:
    """Puts the mark behind the run and a run of the same looks behind the mark; that run and its text."""
    following = like(run)
    here = mark(tag)
    run.addnext(here)
    here.addnext(following)
    own = run.find(RPR)
    if own is not None:
        following.append(deepcopy(own))
    text = etree.SubElement(following, T)
    _drop_if_empty(run)
    _raise(here)
    return following, text


def _raise(here: Element) -> None:
    """Takes a mark out of tracked insertions, cutting them in two, so that its partner may stand outside."""
    while (wrapper := here.getparent()) is not None and wrapper.tag in _TRANSPARENT:
        rest = list(here.itersiblings())
        second = like(wrapper)
        wrapper.addnext(here)
        here.addnext(second)
        second.extend(rest)
        if not len(wrapper):
            _remove(wrapper)


def _remove(element: Element) -> None:
    parent = parent_of(element)
    parent.remove(element)
    if parent.tag == R:
        _drop_if_empty(parent)


def _drop_if_empty(run: Element) -> None:
    parent = run.getparent()
    if parent is not None and all(child.tag == RPR for child in run):
        parent.remove(run)
        if parent.tag in _TRANSPARENT and not len(parent):
            _remove(parent)
