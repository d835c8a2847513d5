"""Puts Word comments into a copy of a form that was sent; changes nothing else in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from truyenthong.blanks.docx_open import open_form
from truyenthong.blanks.filled import Mark, Spot
from truyenthong.text import is_file_number
from truyenthong.word.archive import write_archive
from truyenthong.word.comments import Comments
from truyenthong.word.parts import parts_of
from truyenthong.word.xml import Element, P, PartError, W, serialise

_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""Of comments whose time nobody told: the same marks make the same bytes."""


def mark_docx(data: bytes, marks: Sequence[Mark], *, moment: datetime = _MOMENT) -> bytes:
    """A copy of the file with a comment at the place of each mark, general ones at the head.

    Args:
        data: the file as it was sent.
        marks: what is to be said, each at its place.
        moment: when the comments count as written; no clock is read.

    Raises:
        ArchiveError, PartError: the file cannot be opened safely, or is no Word document.
    """
    opened = open_form(data, keep_all=True)
    if opened is None:
        raise PartError("Tệp không phải là tài liệu Word .docx.")
    parts = parts_of(opened.entries)
    comments = Comments.of(parts, opened.name, moment)
    paragraphs = list(opened.root.iter(P))
    head = next((one for one in opened.body.iter(P)), None)
    if head is None:
        head = opened.body.makeelement(P)
        opened.body.insert(0, head)
    for mark in marks:
        place = _place(paragraphs, mark.spot)
        named = f"{mark.spot.words}: " if mark.spot is not None and place is None else ""
        comments.add(head if place is None else place, 0, 0, f"{named}{mark.text}")
    comments.finish()
    parts.made[opened.name] = serialise(opened.root)
    return write_archive(parts.finished())


def _place(paragraphs: Sequence[Element], spot: Spot | None) -> Element | None:
    """The paragraph of a place; None for a general remark, or where comments cannot stand."""
    if spot is None or not is_file_number(spot.locator) or int(spot.locator) >= len(paragraphs):
        return None
    found = paragraphs[int(spot.locator)]
    return None if any(True for _ in found.iterancestors(f"{W}txbxContent")) else found
