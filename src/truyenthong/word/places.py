"""Walks the paragraphs of a part and says in words where each one is."""

from __future__ import annotations

from collections.abc import Iterator

from truyenthong.ooxml.package import Part, PartKind
from truyenthong.ooxml.xml import MC, TBL, TC, TR, Element, P, W, is_element, local
from truyenthong.word.problems import Place

_NUMBERED = {TBL: "bảng", TR: "dòng", TC: "cột", P: "đoạn"}
_NOTES = {f"{W}footnote": "cước chú", f"{W}endnote": "chú thích"}
_BOXES = {f"{W}txbxContent": "hộp chữ"}
_RESTART = {TBL, TR, TC, *_NOTES, *_BOXES}
_DELETED = {f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}pPr", f"{W}tblPr", f"{W}trPr", f"{W}tcPr"}


def paragraphs(part: Part) -> Iterator[tuple[Element, Place]]:
    """Every paragraph with its place, outer ones before those in their text boxes.

    Of properties every element that holds text counts as one.
    """
    head = part.kind.value
    if part.kind is PartKind.PROPERTIES:
        for element in part.root.iter():
            if is_element(element) and element.text and not len(element):
                yield element, Place(part=part.short, spot=f"{head}, mục {local(element)}")
        return
    number = "".join(char for char in part.short if char.isdigit())
    if part.kind in {PartKind.HEADER, PartKind.FOOTER} and number:
        head = f"{head} {number}"
    yield from _walk(part.root, part.short, head, {})


def _walk(parent: Element, part: str, spot: str, counts: dict[str, int]) -> Iterator[tuple[Element, Place]]:
    for child in parent:
        tag = child.tag
        if tag in _DELETED:
            continue
        word = _NUMBERED.get(tag) or _NOTES.get(tag)
        here, below = spot, counts
        if word is not None:
            counts[tag] = counts.get(tag, 0) + 1
            here = f"{spot}, {word} {counts[tag]}"
        elif tag in _BOXES:
            here = f"{spot}, {_BOXES[tag]}"
        # A fallback is the same box again for older Word: it is counted anew, so that places are equal.
        if tag in _RESTART or tag in {P, f"{MC}Fallback"}:
            below = {}
        if tag == P:
            yield child, Place(part=part, spot=here)
        yield from _walk(child, part, here, below)
