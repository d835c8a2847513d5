"""Finds the line and column of a field path in the text of one file, and the excerpt to show."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from itertools import accumulate
from typing import Any, Literal, cast

import yaml
from yaml import events
from yaml.error import Mark

from truyenthong.findings import FieldPath, Ref, Span
from truyenthong.text import nfc
from truyenthong.yamltext.encodings import LINE_END, decode_to_show, without_controls
from truyenthong.yamltext.engines import EventSource, fastest_engine, pure_engine
from truyenthong.yamltext.parse import MAX_BYTES
from truyenthong.yamltext.tree import MAX_DEPTH, MAX_NODES

_WIDEST = 100
"""Cells of a line that are shown; a longer one is cut to the stretch around the place."""

_SHOWN_BYTES = 4_096

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


At = Literal["value", "key"]

Corners = tuple[int, int, int, int]
"""A span as it is kept of every value of a file: line, column, end line, end column."""

_TOP = Span(line=1, column=1, end_line=1, end_column=1)


class PlaceFinder:
    """Finds places in one file; the file is parsed once, when the first place is asked for.

    Args of the constructor:
        data: the bytes or the text of the file; it may be broken: what was read before the fault is found.
    """

    def __init__(self, data: bytes | str) -> None:
        if isinstance(data, bytes) and len(data) > MAX_BYTES:  # not read, so only its beginning is shown
            data = data[:_SHOWN_BYTES].rpartition(b"\n")[0]
        self._text = decode_to_show(data) if isinstance(data, bytes) else data.removeprefix("\ufeff")

    def find(self, path: FieldPath, at: At = "value") -> Span:
        """The place of a field's value or key; of the nearest thing above it where the field is missing.

        A value that spans lines (a block of keys, an empty one) is shown by its key. Columns count code
        points of the line as it is in the file, without a byte order mark.
        """
        index = self._index
        for depth in range(len(path), -1, -1):
            found = index.get(path[:depth])
            if found is not None:
                value, key = found
                line, column, end_line, end_column = (
                    key if key is not None and at == "key" and depth == len(path) else value
                )
                return Span(line=line, column=column, end_line=end_line, end_column=end_column)
        return _TOP

    def place(self, ref: Ref) -> Span:
        """The place that a finding's ref points to."""
        return ref.span if ref.span is not None else self.find(ref.path, ref.at)

    def excerpt(self, span: Span) -> tuple[str, str] | None:
        """The line of a place and the carets under it; None where the file has no such line."""
        rows = self._rows
        return excerpt(rows[span.line - 1], span) if span.line <= len(rows) and self._text else None

    @cached_property
    def _rows(self) -> list[str]:
        return LINE_END.split(self._text)

    @cached_property
    def _index(self) -> dict[FieldPath, tuple[Corners, Corners | None]]:
        text, indexer = without_controls(self._text), _Indexer(self._rows)
        try:
            indexer.run(fastest_engine()(text))
        except yaml.YAMLError:
            # As in parse_yaml, the slow parser has the last word.
            indexer = _Indexer(self._rows)
            with suppress(yaml.YAMLError):  # a finding of parse_yaml; the places before the fault are good
                indexer.run(pure_engine(text))
        return indexer.places


class _Frame:
    """A collection that is being read; ``path`` None: under a key that does not count (a second one)."""

    __slots__ = ("awaits_key", "count", "flow", "key", "mapping", "path", "seen")

    def __init__(self, path: FieldPath | None, *, mapping: bool, flow: Corners | None) -> None:
        self.path = path
        self.mapping = mapping
        self.flow = flow
        self.awaits_key = mapping
        self.key: str | None = None
        self.seen: dict[str, Corners] = {}
        self.count = 0

    def take_key(self, key: str | None, span: Corners) -> None:
        self.awaits_key = False
        self.key = key if key not in self.seen else None
        if key is not None:
            self.seen.setdefault(key, span)

    def next_step(self) -> tuple[FieldPath | None, Corners | None]:
        """The path of the value that comes now, and the place of its key."""
        if not self.mapping:
            self.count += 1
            return (None if self.path is None else (*self.path, self.count - 1)), None
        self.awaits_key = True
        if self.path is None or self.key is None:
            return None, None
        return (*self.path, self.key), self.seen[self.key]


class _Indexer:
    """Notes the places of all keys and values while the events of a file go by."""

    def __init__(self, rows: list[str]) -> None:
        self.places: dict[FieldPath, tuple[Corners, Corners | None]] = {}
        self._rows = rows
        self._frames: list[_Frame] = []

    def run(self, source: EventSource) -> None:
        """Reads the first document; stops where ``parse_yaml`` stops too."""
        handlers: dict[type[events.Event], Callable[[Any], None]] = {
            events.ScalarEvent: lambda event: self._leaf(event, event.value),
            events.AliasEvent: lambda event: self._leaf(event, f"*{event.anchor}"),
            events.MappingStartEvent: self._open,
            events.SequenceStartEvent: self._open,
            events.MappingEndEvent: self._close,
            events.SequenceEndEvent: self._close,
        }
        for _ in range(2 * MAX_NODES):
            event = source.get_event()
            kind = type(event)
            if kind in handlers:
                handlers[kind](event)
            if kind is events.DocumentEndEvent or len(self._frames) > MAX_DEPTH:
                return

    def _leaf(self, event: events.ScalarEvent | events.AliasEvent, text: str) -> None:
        span = _span(event)
        if self._frames and self._frames[-1].awaits_key:
            self._frames[-1].take_key(text if text.isascii() else nfc(text), span)
            return
        path, key = self._next_step()
        if isinstance(event, events.ScalarEvent) and event.style in ("|", ">"):
            span = self._rest_of_line(span)
        elif span[:2] == span[2:]:
            span = key or self._dash_before(span)
        self._note(path, span, key)

    def _open(self, event: events.CollectionStartEvent) -> None:
        span = self._rest_of_line(_span(event))
        mapping = isinstance(event, events.MappingStartEvent)
        flow = span if event.flow_style else None
        if self._frames and self._frames[-1].awaits_key:
            self._frames[-1].take_key(None, span)
            self._frames.append(_Frame(None, mapping=mapping, flow=None))
            return
        path, key = self._next_step()
        self._note(path, span if flow is not None or key is None else key, key)
        self._frames.append(_Frame(path, mapping=mapping, flow=flow))

    def _close(self, event: events.CollectionEndEvent) -> None:
        frame = self._frames.pop()
        if frame.flow is None or frame.path is None:
            return
        _, _, end_line, end_column = _span(event)
        if frame.flow[0] == end_line:
            key = self.places[frame.path][1]
            self.places[frame.path] = ((*frame.flow[:3], end_column), key)

    def _next_step(self) -> tuple[FieldPath | None, Corners | None]:
        return self._frames[-1].next_step() if self._frames else ((), None)

    def _note(self, path: FieldPath | None, span: Corners, key: Corners | None) -> None:
        if path is not None:
            self.places[path] = (span, key)

    def _rest_of_line(self, span: Corners) -> Corners:
        line, column, _, _ = span
        end = max(len(self._rows[line - 1].rstrip()) + 1, column + 1)
        return line, column, line, end

    def _dash_before(self, span: Corners) -> Corners:
        """The dash of an empty entry of a list; the place itself where there is none."""
        line, column, end_line, _ = span
        row = self._rows[line - 1][: column - 1].rstrip()
        return (line, len(row), end_line, len(row) + 1) if row.endswith("-") else span


def _span(event: events.Event) -> Corners:
    start, end = cast("Mark", event.start_mark), cast("Mark", event.end_mark)
    return start.line + 1, start.column + 1, end.line + 1, end.column + 1
