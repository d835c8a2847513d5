"""Turns the light marks of the plan's text into runs; knows nothing of Word."""

from __future__ import annotations

import re
from collections.abc import Iterator

Run = dict[str, str | bool]
"""One stretch of text in one face: ``chu``, ``dam`` (bold), ``nghieng`` (italic)."""

_MARKED = re.compile(
    r"(?<!\\)\*\*(?P<bold>(?:\\.|\*(?!\*)|[^*\\])+?)\*\*(?!\*)"
    r"|(?<!\\)\*(?!\*)(?P<italic>(?:\\.|\*\*|[^*\\])+?)\*(?!\*)",
    re.DOTALL,
)


def text_runs(text: str) -> list[Run]:
    r"""The runs of a marked text: ``*nghiêng*``, ``**đậm**``; ``\*`` is a star. Empty text has none.

    A mark that is never closed is a star: what the office typed is never lost.
    """
    return [{"chu": chunk, "dam": bold, "nghieng": italic} for chunk, bold, italic in _faces(text)]


def plain_text(text: str) -> str:
    """The text without its marks."""
    return "".join(chunk for chunk, _, _ in _faces(text))


_Face = tuple[str, bool, bool]


def _faces(text: str, *, bold: bool = False, italic: bool = False) -> Iterator[_Face]:
    place = 0
    for match in _MARKED.finditer(text):
        yield from _plain(text[place : match.start()], bold=bold, italic=italic)
        if match["bold"] is not None:
            yield from _faces(match["bold"], bold=True, italic=italic)
        else:
            yield from _faces(match["italic"], bold=bold, italic=True)
        place = match.end()
    yield from _plain(text[place:], bold=bold, italic=italic)


def _plain(text: str, *, bold: bool, italic: bool) -> Iterator[_Face]:
    if text:
        yield text.replace("\\*", "*"), bold, italic
