"""One line of a file with carets under a place, for any terminal; looks nothing up."""

from __future__ import annotations

import unicodedata
from itertools import accumulate

from truyenthong.findings import Span

_WIDEST = 100
"""Cells of a line that are shown; a longer one is cut to the stretch around the place."""

_BEFORE = 40
_TAB = 4


def excerpt(row: str, span: Span) -> tuple[str, str]:
    """Two lines: the row behind its number, and carets under the part of ``span`` that lies in it.

    ``("   14 |   ngay: 31/4/2021", "      |         ^^^^^^^^^")``. Tabs are shown as spaces, control
    characters as U+FFFD; wide characters count two cells, combining ones none.
    """
    shown = [_shown(char) for char in row]
    first = min(span.column - 1, len(shown))
    last = min(span.end_column - 1, len(shown)) if span.end_line == span.line else len(row.rstrip())
    edges = [0, *accumulate(_cells(piece) for piece in shown)]
    begin, stop = _window(edges, first)
    lead = "…" if begin else ""
    tail = "…" if stop < len(shown) else ""
    indent = edges[first] - edges[begin] + len(lead)
    width = max(edges[min(max(last, first), stop)] - edges[first], 1)
    text = f"{span.line:>5} | {lead}{''.join(shown[begin:stop])}{tail}".rstrip()
    return text, f"      | {' ' * indent}{'^' * width}"


def _window(edges: list[int], first: int) -> tuple[int, int]:
    """From which character to which the row is shown."""
    count = len(edges) - 1
    if edges[count] <= _WIDEST:
        return 0, count
    begin = first
    while begin and edges[first] - edges[begin - 1] <= _BEFORE:
        begin -= 1
    stop = begin
    while stop < count and edges[stop + 1] - edges[begin] <= _WIDEST:
        stop += 1
    return begin, stop


def _shown(char: str) -> str:
    if char == "\t":
        return " " * _TAB
    category = unicodedata.category(char)
    return "\ufffd" if category in ("Cc", "Cs") else char


def _cells(piece: str) -> int:
    if len(piece) > 1:
        return len(piece)
    if unicodedata.category(piece) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(piece) in "WF" else 1
