"""Lines for a terminal: columns that fit its width, broken between words; whole where nobody looks."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from truyenthong.cli.tables import width
from truyenthong.text import cut

_GAP = 2
_NARROW = 12
"""Columns that a text keeps, however narrow the screen."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The size of a terminal in columns and lines."""

    columns: int
    lines: int


def screen_of_stdout() -> Screen | None:
    """The terminal on which the result is shown; None for a file, a pipe, a mail: nothing is cut there."""
    if not sys.stdout.isatty():
        return None
    size = shutil.get_terminal_size()
    return Screen(size.columns, size.lines)


def aligned(rows: Sequence[Sequence[str]], screen: Screen | None, *, margin: str = "  ") -> list[str]:
    """The rows below one another in columns; on a screen the last cell ends where the line does.

    Names and figures, which are all cells but the last, are always whole.
    """
    if not rows:
        return []
    sizes = [max(width(row[place]) for row in rows) for place in range(len(rows[0]) - 1)]
    taken = len(margin) + sum(size + _GAP for size in sizes)
    room = max(_NARROW, screen.columns - taken) if screen is not None else None
    lines = []
    for row in rows:
        cells = [text + " " * (size + _GAP - width(text)) for text, size in zip(row, sizes, strict=False)]
        last = row[-1] if room is None else cut(row[-1], room)
        lines.append(f"{margin}{''.join(cells)}{last}".rstrip())
    return lines


def both_fit(first: str, second: str, room: int) -> str:
    """Two texts in one cell of so many columns, «first: second»; the longer one gives way."""
    if len(first) + len(second) + 2 <= room:
        return f"{first}: {second}"
    half = (room - 2) // 2
    kept = cut(first, max(half, room - 2 - len(second)))
    return f"{kept}: {cut(second, max(_NARROW, room - 2 - len(kept)))}"


def abreast(lines: Sequence[str], screen: Screen | None) -> list[str]:
    """Short lines in two columns where the screen is wide enough, the first half on the left."""
    longest = max(map(_seen, lines), default=0)
    if screen is None or 2 * longest + _GAP > screen.columns:
        return [*lines]
    half = -(-len(lines) // 2)
    left = (line + " " * (longest + _GAP - _seen(line)) for line in lines[:half])
    return [f"{one}{other}".rstrip() for one, other in zip_longest(left, lines[half:], fillvalue="")]


_COLOUR = re.compile("\x1b\\[[0-9;]*m")


def _seen(line: str) -> int:
    return width(_COLOUR.sub("", line))


def broken(line: str, screen: Screen | None) -> Iterator[str]:
    """A line as lines of the screen, each but the first a little further in; never within a word."""
    if screen is None or _seen(line) <= screen.columns:
        yield line
        return
    start = line[: len(line) - len(line.lstrip())]
    now = start
    for word in line.split():
        joined = f"{now} {word}" if now.strip() else f"{now}{word}"
        if now.strip() and _seen(joined) > screen.columns:
            yield now
            now = f"{start}    {word}"
        else:
            now = joined
    yield now
