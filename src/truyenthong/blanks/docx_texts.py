"""What people wrote in a Word form: blanks taken out of the text around them; knows no layout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from truyenthong.blanks.docx_controls import BLANK_DATE, BLANKS
from truyenthong.blanks.docx_walk import Paragraph, Piece
from truyenthong.text import fold, nfc

_AROUND = " \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff"
_WRITTEN_DAY = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_NUMBER = re.compile(r"số\s*:(.*?)/(.*)", re.IGNORECASE | re.DOTALL)
_DOTS = f"{_AROUND}….\u2024_"


def written(paragraphs: Iterable[Paragraph], *, sentence: bool) -> str:
    """The text of paragraphs, a line each, without what stands in empty controls; "" for nothing.

    Args:
        paragraphs: of one field.
        sentence: words of the writer's own: dots at their end stay, an item of a list begins with its dash.
    """
    lines = [f"- {line_of(one)}" if sentence and _is_item(one) else line_of(one) for one in paragraphs]
    text = "\n".join(line if line.strip(_AROUND) else "" for line in lines).strip(_AROUND)
    return _without_blank(text, sentence=sentence)


def _is_item(paragraph: Paragraph) -> bool:
    """Whether a line stands in a list: Word makes one of what is typed with dashes, and takes them away."""
    return paragraph.listed and bool(line_of(paragraph).strip(_AROUND))


def line_of(paragraph: Paragraph) -> str:
    """The text of one paragraph without what stands in empty controls."""
    waiting = any(control.waiting for control in paragraph.within)
    return "".join(piece.text for piece in paragraph.pieces if not _is_blank(piece, waiting=waiting))


def _is_blank(piece: Piece, *, waiting: bool) -> bool:
    """Whether a piece stands there for an empty control.

    A program may keep the mark of an empty control when somebody has typed into it: what neither looks like
    the blank nor is ours was typed.
    """
    if not waiting and not any(control.waiting for control in piece.within):
        return False
    text = piece.text.strip(_AROUND)
    return piece.styled or text in BLANKS or text == BLANK_DATE


def _without_blank(text: str, *, sentence: bool) -> str:
    """The text without the blank of a dissolved control, beside or inside of which somebody typed."""
    bare = text
    for blank in BLANKS:
        bare = bare.removeprefix(blank)
    if not sentence or bare != text:
        for blank in BLANKS:
            bare = bare.removesuffix(blank)
    return bare.strip(_AROUND if sentence else f"{_AROUND}…")


def choice_of(text: str, paragraphs: Iterable[Paragraph], offered: Mapping[str, str]) -> str:
    """The code of a choice that was picked from the list, ours or that in the file; else what was typed."""
    items = dict(offered)
    for one in paragraphs:
        for control in one.controls:
            items.update(control.items)
    return picked(text, items)


def picked(text: str, offered: Mapping[str, str]) -> str:
    """The code of what is offered under a text, however case and tone marks are typed; else the text."""
    exact = offered.get(" ".join(text.split()))
    if exact is not None or not offered:
        return text if exact is None else exact
    key = fold(text)
    codes = {code for shown, code in offered.items() if fold(shown) == key}
    return codes.pop() if len(codes) == 1 else text


def key_of(label: str) -> str:
    """What two prints of one label share, whatever a program did to its spaces and letters."""
    return " ".join(nfc(label).split()).casefold()


def paper_number(paragraph: str) -> dict[str, str]:
    """``so`` and ``ky_hieu`` of a line «Số: 45/BC-PGDĐT»; what is blank is left out."""
    found = _NUMBER.match(paragraph.strip(_AROUND))
    if found is None:
        return {}
    number, symbol = found[1].strip(_DOTS), found[2].strip(_DOTS)
    parts = {"so": number, "ky_hieu": "" if symbol.endswith("-") else symbol}
    return {key: value for key, value in parts.items() if value}


def paper_day(text: str) -> str | None:
    """The day of a paper in figures where it is written in words, else as typed; None for a blank."""
    found = _WRITTEN_DAY.search(text)
    if found is not None:
        return "/".join(found.groups())
    typed = text.strip(_AROUND)
    return typed if any(char.isdigit() for char in typed) else None


def is_ticked(before: str) -> bool:
    """Whether the sign before a line's words is a tick."""
    return before.strip(_AROUND) in {"☒", "☑", "✓", "✔", "√", "x", "X", "[x]", "[X]"}


def only(paragraphs: Sequence[Paragraph], wanted: Sequence[str]) -> tuple[Paragraph, ...]:
    """The paragraphs without the pieces that belong to controls of other tags."""
    kept = []
    for one in paragraphs:
        pieces = tuple(piece for piece in one.pieces if _tag(piece, one) in wanted)
        if pieces or (not one.pieces and _tag(None, one) in wanted):
            kept.append(replace(one, pieces=pieces))
    return tuple(kept)


def _tag(piece: Piece | None, paragraph: Paragraph) -> str:
    around = (*paragraph.within, *(piece.within if piece is not None else ()))
    return next((one.tag for one in reversed(around) if one.tag), "")
