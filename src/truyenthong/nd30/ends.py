"""Finds the head and the end of a paper and names their lines: in a table, in lines, or parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from truyenthong.nd30 import words
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.paper import Paragraph

_FIRST = 25
"""Printed paragraphs among which a head without a table is looked for."""

_SEARCHED = 60
"""Printed paragraphs among which the state's name is looked for at all."""

_BELOW = 8
"""Printed paragraphs after the state's name among which number and date may follow."""

_SURE = {Element.STATE_NAME, Element.MOTTO}


def head_element(text: str) -> Element | None:
    """The element that a line of the head is by its words alone."""
    for test, element in (
        (words.is_state_name, Element.STATE_NAME),
        (words.is_motto, Element.MOTTO),
        (words.is_date, Element.DATE_LINE),
        (words.is_number, Element.NUMBER),
    ):
        if test(text):
            return element
    return None


def find_head(written: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs of the head among the printed ones of the body; none where there is no head.

    In a table they are the whole table, and below it number and date in lines or a table of their own.
    """
    for place, one in enumerate(written[:_SEARCHED]):
        if any(head_element(piece.text) in _SURE for piece in one.pieces()):
            if one.table is not None:
                places = [number for number, other in enumerate(written) if other.table == one.table]
                return (*(written[number] for number in places), *_followers(written, places[-1] + 1))
            return _without_table(written, place) if place < _FIRST else ()
    return ()


def _followers(written: Sequence[Paragraph], start: int) -> Iterator[Paragraph]:
    """Number, date and their table, right below names."""
    also: set[int] = set()
    for one in written[start : start + _BELOW]:
        same = one.table in also
        dated = any(head_element(piece.text) in (Element.NUMBER, Element.DATE_LINE) for piece in one.pieces())
        if not same and not dated and not (one.table is None and words.is_about(one.text)):
            return
        if one.table is not None:
            also.add(one.table)
        yield one


def _without_table(written: Sequence[Paragraph], place: int) -> tuple[Paragraph, ...]:
    """From the first line to number and date, the last that belong to a head."""
    last = place
    for number in range(place, min(place + _BELOW, len(written))):
        if written[number].cell is not None:
            break
        if any(head_element(piece.text) is not None for piece in written[number].pieces()):
            last = number
    for number in range(last + 1, min(last + 3, len(written))):
        if words.is_about(written[number].text):
            last = number
    return tuple(written[: last + 1])


def name_head(head: Sequence[Paragraph]) -> Iterator[Recognised]:
    """The element of each line of a head, in reading order."""
    lines = [piece for one in head for piece in one.pieces()]
    named: list[Element | None] = [head_element(one.text) for one in lines]
    _name_titles(lines, named)
    _name_abouts(lines, named)
    _name_agencies(lines, named)
    for one, element in zip(lines, named, strict=True):
        yield Recognised(element=element or Element.OTHER, paragraph=one)


def _name_titles(lines: Sequence[Paragraph], named: list[Element | None]) -> None:
    """The last row of some heads is the type of the paper."""
    for place, one in enumerate(lines):
        if named[place] is None and words.type_of(one.text) is not None and one.is_bold:
            named[place] = Element.TITLE
        elif place and named[place] is None and named[place - 1] in (Element.TITLE, Element.SUMMARY):
            named[place] = None if words.is_ruled(one.text) else Element.SUMMARY


def _name_abouts(lines: Sequence[Paragraph], named: list[Element | None]) -> None:
    """The summary of a letter is below the number in the same column, in as many lines as it takes."""
    numbered = False
    for place, one in enumerate(lines):
        numbered = numbered or named[place] is Element.NUMBER
        if named[place] is not None or words.is_ruled(one.text):
            continue
        goes_on = named[place - 1] is Element.LETTER_SUMMARY and lines[place - 1].cell == one.cell
        if (words.is_about(one.text) and numbered) or (place and goes_on):
            named[place] = Element.LETTER_SUMMARY


def _name_agencies(lines: Sequence[Paragraph], named: list[Element | None]) -> None:
    """The lines above the number, beside the state's name: the superior first, the agency itself in bold."""
    right = {one.column for one, element in zip(lines, named, strict=True) if element in _SURE} - {None}
    last = next((place for place, element in enumerate(named) if element is Element.NUMBER), len(lines))
    places = [
        place
        for place, one in enumerate(lines[:last])
        if named[place] is None
        and not words.is_ruled(one.text)
        and not (one.column in right and len(right) == 1)
        and not one.text.startswith("(")
        and one.text.casefold() != "dự thảo"
    ]
    own = _own_lines([lines[place] for place in places])
    for order, place in enumerate(places):
        named[place] = Element.AGENCY if order in own else Element.SUPERIOR


def _own_lines(names: Sequence[Paragraph]) -> range:
    """Which of the lines name the agency itself: the bold ones at the end, or the last one."""
    first = len(names)
    while first > 0 and names[first - 1].is_bold:
        first -= 1
    if first == len(names):
        return range(len(names) - 1, len(names))
    if first == 0 and len(names) > 1 and _is_superior(names[0].text, names[1].text):
        first = 1
    return range(first, len(names))


_SUPERIORS = (
    "UBND",
    "ỦY BAN NHÂN DÂN",
    "UỶ BAN NHÂN DÂN",
    "SỞ ",
    "BỘ ",
    "TỔNG CỤC",
    "PHÒNG GD",
    "PHÒNG GIÁO DỤC",
)
_AGENCIES = ("SỞ ", "PHÒNG ", "TRƯỜNG ", "TRUNG TÂM", "BAN ", "VĂN PHÒNG", "CỤC ", "CHI CỤC", "THANH TRA")
_NOT_AGENCIES = ("PHÒNG CHỐNG", "PHÒNG, CHỐNG")


def _is_superior(first: str, second: str) -> bool:
    """Whether two bold lines are two agencies, not one name in two lines."""
    above, below = first.upper(), second.upper()
    return (
        above.startswith(_SUPERIORS) and below.startswith(_AGENCIES) and not below.startswith(_NOT_AGENCIES)
    )


_LONGEST = 400
"""Characters from which a cell contains text, not a signature."""

_MOST_LINES = 60
"""Lines from which a table contains data."""

_SIGNED = re.compile(r"\s*\(|\[|đã ký|ký tên", re.IGNORECASE)
_DASHED = re.compile(r"[-–—−]\s*\w")


def find_foot(written: Sequence[Paragraph], start: int) -> tuple[int, int] | None:
    """The first and the last place of the end among what is printed in the body, or None.

    Args:
        written: the printed paragraphs of the body.
        start: the first place that is not the head.
    """
    anchor = _anchor(written, start)
    if anchor is None:
        return None
    table = written[anchor].table
    if table is None:
        return _in_lines(written, anchor, start)
    places = [place for place, one in enumerate(written) if one.table == table]
    return places[0], places[-1]


def _anchor(written: Sequence[Paragraph], start: int) -> int | None:
    """The place of «Nơi nhận:», or else of the last table that contains only offices and names."""
    annex = next((place for place in range(start, len(written)) if _is_annex(written[place])), len(written))
    named = [
        place
        for place in range(start, annex)
        if any(words.is_recipients(piece.text) for piece in written[place].pieces())
    ]
    sure = [place for place in named if _is_sure(written, place)]
    if sure:
        return sure[0]
    tables = {written[place].table: place for place in range(start, annex)}
    tables.pop(None, None)
    return next((place for table, place in reversed(tables.items()) if _signs(written, table)), None)


def _is_annex(one: Paragraph) -> bool:
    first = one.pieces()[0].text
    named = words.is_annex(first) or words.is_annex_with_title(first)
    return one.cell is None and named and (one.is_centred or one.is_bold)


def _is_sure(written: Sequence[Paragraph], place: int) -> bool:
    """A column of a table may be called «Nơi nhận» too: the end has a colon, or offices beside it."""
    one = written[place]
    piece = next(piece for piece in one.pieces() if words.is_recipients(piece.text))
    return one.table is None or piece.text.endswith(":") or piece.is_italic or _signs(written, one.table)


def _signs(written: Sequence[Paragraph], table: int | None) -> bool:
    """Whether a table contains nothing but short lines, and offices among the first."""
    lines = [one for one in written if one.table == table]
    if len(lines) > _MOST_LINES or any(len(one.text) > _LONGEST for one in lines):
        return False
    return any(words.is_position(piece.text) and piece.is_bold for one in lines[:6] for piece in one.pieces())


def _in_lines(written: Sequence[Paragraph], anchor: int, start: int) -> tuple[int, int]:
    """Without a table: offices and a name may be above «Nơi nhận», a list below it."""
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
    return _is_dashed(one) or any(
        words.is_position(piece.text) or _is_signature(piece) for piece in one.pieces()
    )


def name_foot(foot: Sequence[Paragraph]) -> Iterator[Recognised]:
    """The element of each line of the end, in reading order."""
    lines = [piece for one in foot for piece in one.pieces()]
    head = next((place for place, one in enumerate(lines) if words.is_recipients(one.text)), None)
    column = lines[head].column if head is not None else None
    keeping = kept = False
    for place, one in enumerate(lines):
        element = _element(one, after=head is not None and place > head, listed=_is_listed(one, column))
        if place == head:
            element = Element.RECIPIENTS
        if element is Element.RECIPIENT:
            # Below the copy that is kept comes the writer's sign; with a dash it is one more recipient.
            element = Element.OTHER if kept and not _DASHED.match(one.text) else element
            keeping = keeping or words.is_kept(one.text)
            kept = keeping and (kept or one.text.endswith("."))
        yield Recognised(element=element, paragraph=one)


def _is_listed(one: Paragraph, column: int | None) -> bool:
    """Whether a line can belong to the list: by its column, without a table by its dash."""
    if column is not None and one.column is not None:
        return one.column == column
    return _is_dashed(one)


def _is_dashed(one: Paragraph) -> bool:
    return one.text.startswith(words.DASHES) or one.label is not None


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
