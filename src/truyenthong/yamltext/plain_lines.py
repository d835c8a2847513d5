"""Reads YAML in which every line is one key, value or entry, many times as fast as a parser; or declines.

What it takes is a small part of YAML, on which both parsers agree: one line each, ASCII keys, text without
quotes or in quotes without escapes, lists and mappings by indentation. Of anything else, be it faulty or only
rare, it says nothing: the parsers read it, and find what is wrong and where.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import cast

from truyenthong.yamltext.tree import MISSING, Value

_MOST_LINES = 20_000
_MOST_LEVELS = 20
_NOWHERE = -2
_ODD = re.compile("[^\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
"""Tabs, controls, other line ends, and what is outside of the basic plane."""
# Possessive (*+): a line of 2 MiB that does not fit is given up at once, not tried in every way.
_PLAIN = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`][^:#\n]*+(?:(?::(?=\S)|(?<=\S)#)[^:#\n]*+)*+(?<! )"""
_QUOTED = r""""[^"\\\n]*+"|'[^'\n]*+'"""
_LINE = re.compile(
    rf"^( *+)(?:(- ++)?([A-Za-z_][A-Za-z0-9_-]{{0,99}}):(?: ++(?:({_PLAIN})|({_QUOTED})))?"
    rf"|(- ++)(?:({_PLAIN})|({_QUOTED}))|#.*+)?$",
    re.MULTILINE,
)
"""Indentation, then: dash, key, text (plain or quoted); or dash and text (plain or quoted); or a comment."""

Holder = dict[str, Value] | list[Value]


def read_plain_lines(text: str) -> Value:
    """The same plain tree as a parser's; None where the text is not of the kind that is read here."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if _ODD.search(text) is not None or not unicodedata.is_normalized("NFC", text):
        return None
    rows = _LINE.findall(text)
    if len(rows) != text.count("\n") + 1 or len(rows) > _MOST_LINES:
        return None
    return _tree(rows)


def _tree(rows: Iterable[tuple[str, ...]]) -> Value:
    """The tree of the lines; None where one is not where it should be."""
    levels = _Levels()
    mapping: dict[str, Value] | None = None
    place = _NOWHERE
    for indent, dash, key, plain, quoted, item_dash, item, quoted_item in rows:
        if key:
            if levels.waiting is not None or len(indent) != place or dash:
                mapping = levels.mapping_at(len(indent), len(dash))
                place = len(indent) + len(dash)
            if mapping is None or key in mapping:
                return None
            if plain:
                mapping[key] = None if plain in MISSING else plain
            elif quoted:
                mapping[key] = quoted[1:-1]
            else:
                levels.waiting = key
        elif item_dash:
            entries = levels.list_at(len(indent))
            place = _NOWHERE
            if entries is None:
                return None
            entries.append(quoted_item[1:-1] if quoted_item else None if item in MISSING else item)
    return levels.finished()


class _Levels:
    """The lists and mappings that are open, the innermost last, each with its column.

    Attributes:
        waiting: the key of the innermost mapping whose value has not come yet; only then may a line stand
            further in than the one before.
    """

    __slots__ = ("_columns", "_holders", "waiting")

    def __init__(self) -> None:
        self._columns: list[int] = [-1]
        self._holders: list[Holder] = [[]]
        self.waiting: str | None = None

    def mapping_at(self, column: int, dash: int) -> dict[str, Value] | None:
        """The mapping for a key that begins there, or behind a dash of that width with its blanks."""
        if dash:
            entries = self.list_at(column)
            return None if entries is None else self._entry(entries, column + dash)
        if not self._reach(column, list_wanted=False):
            return None
        holder = self._holders[-1]
        if isinstance(holder, list) and self._columns[-2] == column:  # behind a list as far out as its key
            self._close()
            holder = self._holders[-1]
        return holder if isinstance(holder, dict) else None

    def list_at(self, column: int) -> list[Value] | None:
        """The list for a dash at that column."""
        if not self._reach(column, list_wanted=True):
            return None
        holder = self._holders[-1]
        return holder if isinstance(holder, list) else None

    def finished(self) -> Value:
        """The whole tree; None where there was nothing."""
        self._nothing_came()
        roots = cast("list[Value]", self._holders[0])
        return roots[0] if roots else None

    def _entry(self, entries: list[Value], column: int) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        entries.append(mapping)
        self._columns.append(column)
        self._holders.append(mapping)
        return mapping

    def _reach(self, column: int, *, list_wanted: bool) -> bool:
        """Opens or closes levels until the innermost is at a column; False where none can."""
        last = self._columns[-1]
        first = len(self._columns) == 1
        inner = column > last or (list_wanted and column == last)
        if first or (self.waiting is not None and inner):
            return self._open(column, [] if list_wanted else {}, first=first)
        self._nothing_came()
        while column < self._columns[-1]:
            self._close()
        return column == self._columns[-1] and len(self._columns) > 1

    def _open(self, column: int, holder: Holder, *, first: bool) -> bool:
        outer = self._holders[-1]
        if isinstance(outer, list):
            if not first or outer:
                return False
            outer.append(holder)
        elif self.waiting is not None:
            outer[self.waiting] = holder
            self.waiting = None
        self._columns.append(column)
        self._holders.append(holder)
        return len(self._columns) <= _MOST_LEVELS

    def _close(self) -> None:
        self._columns.pop()
        self._holders.pop()

    def _nothing_came(self) -> None:
        if self.waiting is not None:
            cast("dict[str, Value]", self._holders[-1])[self.waiting] = None
            self.waiting = None
