"""Finds tags in the joined text of one paragraph, with their quotes and brackets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from truyenthong.word.running.limits import MAX_TAG

_CLOSING = {"“": '”“"', "”": '”"', "„": '”“"', "‘": "’‘'", "’": "’'", '"': '"', "'": "'"}
_SINGLE = "‘’'"
_SPACES = "\u00a0\u2007\u202f\u2009\t\n\r\v\f"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
_OUTSIDE = {
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _INVISIBLE), None),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
}
_LONGEST = MAX_TAG + 100
"""Where a quote or bracket is never closed, the search for its end stops there."""
_OPEN = {"(": ")", "[": "]", "{": "}"}


class TagKind(StrEnum):
    """What a tag is for; the value is its first two characters."""

    PRINT = "{{"
    BLOCK = "{%"
    COMMENT = "{#"
    ESCAPE = "{_"

    @property
    def end(self) -> str:
        """The two characters that close it."""
        return {"{{": "}}", "{%": "%}", "{#": "#}"}.get(self.value, "")


ESCAPES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
"""How docxtpl lets a template print the signs of a tag, and what each prints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTag:
    """A tag in a text.

    Attributes:
        start, end: its place in the joined text, delimiters included, the end outside.
        raw: as typed.
        inner: between the delimiters, normalised: NFC, straight quotes, plain spaces and hyphens outside
            of quotes, no white space at the ends.
        closed: False where the paragraph ends (or the next tag begins) before the tag does.
    """

    kind: TagKind
    start: int
    end: int
    raw: str
    inner: str
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Reading:
    """How far one tag was read: the index behind it and its normalised inside, None where it never ends."""

    end: int
    inner: str | None


def scan(text: str) -> Iterator[FoundTag]:
    """All tags of a text, in order. A tag that is not closed swallows nothing that follows it."""
    place = 0
    while (start := _next_open(text, place)) >= 0:
        if text[start : start + 3] in ESCAPES:
            yield FoundTag(
                kind=TagKind.ESCAPE, start=start, end=start + 3, raw=text[start : start + 3], inner=""
            )
            place = start + 3
            continue
        kind = TagKind(text[start : start + 2])
        if kind is not TagKind.COMMENT:
            reading = _read(text, start, kind.end)
        elif (end := text.find("#}", start + 2)) >= 0:
            reading = _Reading(end + 2, "")
        else:
            reading = _unclosed(text, start)
        yield FoundTag(
            kind=kind,
            start=start,
            end=reading.end,
            raw=text[start : reading.end],
            inner=(reading.inner or "").strip(),
            closed=reading.inner is not None,
        )
        place = reading.end


_OPENING = re.compile(r"\{[{%#]|\{_[{%]|[}%]_\}")


def _next_open(text: str, place: int) -> int:
    found = _OPENING.search(text, place)
    return -1 if found is None else found.start()


def _unclosed(text: str, start: int) -> _Reading:
    following = _next_open(text, start + 2)
    return _Reading(len(text) if following < 0 else following, None)


def _read(text: str, start: int, closing: str) -> _Reading:
    place, brackets, parts = start + 2, list[str](), list[str]()
    limit = min(len(text), start + _LONGEST)
    if text.find(closing, place, limit) < 0:
        return _recover(text, start, closing)
    while place < limit:
        char = text[place]
        if not brackets and text.startswith(closing, place):
            inner = unicodedata.normalize("NFC", "".join(parts))
            return _Reading(place + 2, inner)
        if char in _CLOSING:
            place, quoted = _read_quoted(text, place, limit, closing)
            if place < 0:
                break
            parts.append(quoted)
            continue
        if char in _OPEN:
            brackets.append(_OPEN[char])
        elif brackets and char == brackets[-1]:
            brackets.pop()
        parts.append(char.translate(_OUTSIDE))
        place += 1
    return _recover(text, start, closing)


def _read_quoted(text: str, place: int, limit: int, closing: str) -> tuple[int, str]:
    """The index behind a quoted text, and that text with straight quotes; -1 where it never ends."""
    quote = "'" if text[place] in _SINGLE else '"'
    closers = _closers(text, place, limit, closing)
    body = [quote]
    place += 1
    while place < limit:
        char = text[place]
        if char == "\\" and place + 1 < limit:
            body.append(text[place : place + 2])
            place += 2
            continue
        if char in closers:
            return place + 1, "".join((*body, quote))
        body.append(f"\\{quote}" if char == quote else " " if char in "\t\n\r" else char)
        place += 1
    return -1, ""


def _closers(text: str, place: int, limit: int, closing: str) -> str:
    """What may close the quote at ``place``: a straight one closes a curved one if no curved does."""
    opening = text[place]
    end = text.find(closing, place, limit)
    curved = "".join(sign for sign in _CLOSING[opening] if sign not in "\"'")
    found = any(text.find(sign, place + 1, end if end >= 0 else limit) >= 0 for sign in curved)
    return curved if found else _CLOSING[opening]


def _recover(text: str, start: int, closing: str) -> _Reading:
    """A tag whose quote or bracket is never closed ends at its closing mark, if that is before the next tag.

    The fault is then reported as one of syntax, with the whole tag in sight.
    """
    following = _next_open(text, start + 2)
    end = text.find(closing, start + 2, following if following >= 0 else len(text))
    if end < 0:
        return _unclosed(text, start)
    return _Reading(end + 2, unicodedata.normalize("NFC", text[start + 2 : end].translate(_OUTSIDE)))
