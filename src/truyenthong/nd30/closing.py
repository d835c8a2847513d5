"""Finds the end of a paper, recipients and signature, and names its lines; judges nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from truyenthong.nd30 import words
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.paper import Alignment, Paragraph

_LONGEST = 400
"""Characters from which a cell holds text, not a signature."""

_MOST_LINES = 60
"""Lines from which a table holds data."""

_SIGNED = re.compile(r"\s*\(|\[|đã ký|ký tên", re.IGNORECASE)
_DASHED = re.compile(r"[-–—−]\s*\w")
_KEPT = re.compile(r"[-–—−]?\s*Lưu\b", re.IGNORECASE)


def find_foot(written: Sequence[Paragraph], start: int) -> tuple[int, int] | None:
    """The first and the last place of the end among what is printed in the body, or None.

    Args:
        written: what is printed in the body.
        start: the first place that is not the head.
    """
    anchor = _anchor(written, start)
    if anchor is None:
        return None
    cell = written[anchor].cell
    if cell is None:
        return _in_lines(written, anchor, start)
    places = [
        place for place, one in enumerate(written) if one.cell is not None and one.cell.table == cell.table
    ]
    return places[0], places[-1]


def _anchor(written: Sequence[Paragraph], start: int) -> int | None:
    """«Nơi nhận:», or where there is none the last table in which only offices and names stand."""
    annex = next((place for place in range(start, len(written)) if _is_annex(written[place])), len(written))
    named = [
        place
        for place in range(start, annex)
        if any(words.is_recipients(piece.text) for piece in written[place].pieces())
    ]
    sure = [place for place in named if _is_sure(written, place)]
    if sure:
        return sure[0]
    tables = {
        one.cell.table: place for place, one in enumerate(written[start:annex], start) if one.cell is not None
    }
    return next((place for table, place in reversed(tables.items()) if _signs(written, table)), None)


def _is_annex(one: Paragraph) -> bool:
    centred = one.layout.alignment is Alignment.CENTER
    first = one.pieces()[0].text
    named = words.is_annex(first) or words.is_annex_with_title(first)
    return one.cell is None and named and (centred or one.is_bold)


def _is_sure(written: Sequence[Paragraph], place: int) -> bool:
    """A column of a table may be called «Nơi nhận» too: the end has a colon, or offices beside it."""
    one = written[place]
    piece = next(piece for piece in one.pieces() if words.is_recipients(piece.text))
    if one.cell is None or piece.text.endswith(":") or piece.is_italic:
        return True
    return _signs(written, one.cell.table)


def _signs(written: Sequence[Paragraph], table: int) -> bool:
    """Whether nothing but short lines stands in a table, and offices among the first."""
    lines = [one for one in written if one.cell is not None and one.cell.table == table]
    if len(lines) > _MOST_LINES or any(len(one.text) > _LONGEST for one in lines):
        return False
    return any(words.is_position(piece.text) and piece.is_bold for one in lines[:6] for piece in one.pieces())


def _in_lines(written: Sequence[Paragraph], anchor: int, start: int) -> tuple[int, int]:
    """Without a table: offices and a name may stand above «Nơi nhận», a list below it."""
    first = anchor
    for place in range(anchor - 1, max(start, anchor - 8), -1):
        if words.is_position(written[place].text):
            first = place
        elif not (_is_signature(written[place]) or words.is_ruled(written[place].text)):
            break
    last = anchor
    while last + 1 < len(written) and written[last + 1].cell is None and _goes_on(written[last + 1]):
        last += 1
    return first, last


def _is_signature(one: Paragraph) -> bool:
    return words.is_name(one.text) or _SIGNED.match(one.text) is not None


def _goes_on(one: Paragraph) -> bool:
    if _is_annex(one) or len(one.text) > _LONGEST:
        return False
    listed = one.text.startswith(("-", "–", "—", "−")) or one.label is not None
    return listed or any(words.is_position(piece.text) or _is_signature(piece) for piece in one.pieces())


def name_foot(foot: Sequence[Paragraph]) -> Iterator[Recognised]:
    """What each line of the end is, in reading order."""
    lines = [piece for one in foot for piece in one.pieces()]
    head = next((place for place, one in enumerate(lines) if words.is_recipients(one.text)), None)
    cell = lines[head].cell if head is not None else None
    column = cell.column if cell is not None else None
    keeping = kept = False
    for place, one in enumerate(lines):
        element = _element(one, after=head is not None and place > head, listed=_is_listed(one, column))
        if place == head:
            element = Element.RECIPIENTS
        if element is Element.RECIPIENT:
            # Below the copy kept stands the writer's sign; with a dash it is one more recipient.
            element = Element.OTHER if kept and not _DASHED.match(one.text) else element
            keeping = keeping or _KEPT.match(one.text) is not None
            kept = keeping and (kept or one.text.endswith("."))
        yield Recognised(element=element, paragraph=one)


def _is_listed(one: Paragraph, column: int | None) -> bool:
    """Whether a line can belong to the list: by its column, without a table by its dash."""
    if column is not None and one.cell is not None:
        return one.cell.column == column
    return one.text.startswith(("-", "–", "—", "−")) or one.label is not None


def _element(one: Paragraph, *, after: bool, listed: bool) -> Element:
    if words.is_ruled(one.text) or words.is_date(one.text):
        return Element.OTHER
    if after and listed:
        return Element.RECIPIENT
    return Element.OTHER if one.has_tags else _signer(one.text)


def _signer(text: str) -> Element:
    if _SIGNED.match(text) is not None:
        return Element.OTHER
    if words.is_name_in_capitals(text):
        return Element.NAME
    if words.is_position(text.upper()) or text == text.upper():
        return Element.POSITION
    return Element.NAME if words.is_name(text) else Element.OTHER
