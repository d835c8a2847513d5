"""A declared file with one slip: each key in turn misspelt, removed, written twice, its value misspelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from truyenthong.findings import FieldPath, Ref, Span
from truyenthong.yamltext.parse import Value, parse_yaml
from truyenthong.yamltext.places import PlaceFinder

_AFTER = re.compile(r"\s*,\s*")
_BEFORE = re.compile(r",\s*$")


@dataclass(frozen=True, kw_only=True)
class Slip:
    """One changed file.

    Attributes:
        kind: ``key``, ``value``, ``code`` (a value that is still a code), ``gone`` or ``twice``.
        path: the field that was changed.
        data: the file with the slip.
    """

    kind: str
    path: FieldPath
    data: bytes

    @property
    def shape(self) -> str:
        """The path without places in lists: ``bieu_mau.*.truong.*.ma``."""
        return ".".join("*" if isinstance(step, int) else step for step in self.path)


@dataclass(frozen=True, kw_only=True)
class _Text:
    text: str
    starts: tuple[int, ...]
    finder: PlaceFinder

    def span(self, ref: Ref) -> tuple[int, int]:
        span = self.finder.place(ref)
        assert isinstance(span, Span)
        return (
            self.starts[span.line - 1] + span.column - 1,
            self.starts[span.end_line - 1] + span.end_column - 1,
        )

    def with_text(self, start: int, end: int, new: str) -> bytes:
        return f"{self.text[:start]}{new}{self.text[end:]}".encode()


def slips(data: bytes, *, root: str, each: int = 1) -> Iterator[Slip]:
    """Every slip below one key at the top of a file; of entries of one shape the first ``each`` are taken."""
    text = data.decode()
    starts = [0]
    for row in text.split("\n"):
        starts.append(starts[-1] + len(row) + 1)
    source = _Text(text=text, starts=tuple(starts), finder=PlaceFinder(data))
    tree = parse_yaml(data, file="f").value
    seen: Counter[str] = Counter()
    for path, value in _fields(tree, ()):
        shape = ".".join("*" if isinstance(step, int) else step for step in path)
        seen[shape] += path[0] == root
        if path[0] == root and seen[shape] <= each:
            yield from _slips(source, path, value)


def _fields(tree: Value, path: FieldPath) -> Iterator[tuple[FieldPath, Value]]:
    entries: list[tuple[str | int, Value]] = []
    if isinstance(tree, dict):
        entries = list(tree.items())
    elif isinstance(tree, list):
        entries = list(enumerate(tree))
    for step, value in entries:
        if isinstance(step, str) or not isinstance(value, (dict, list)):
            yield (*path, step), value
        yield from _fields(value, (*path, step))


def _slips(source: _Text, path: FieldPath, value: Value) -> Iterator[Slip]:
    is_text = isinstance(value, str)
    if isinstance(path[-1], str):
        start, end = source.span(Ref(file="f", path=path, at="key"))
        yield Slip(kind="key", path=path, data=source.with_text(end, end, "x"))
        if is_text:
            yield from _of_entry(source, path, start)
    if is_text:
        _, end = source.span(Ref(file="f", path=path))
        end -= source.text[end - 1] in "\"'"
        yield Slip(kind="value", path=path, data=source.with_text(end, end, "ạ"))
        yield Slip(kind="code", path=path, data=source.with_text(end, end, "x"))


def _of_entry(source: _Text, path: FieldPath, start: int) -> Iterator[Slip]:
    """A key with its value: gone, and written twice."""
    text = source.text
    value, end = source.span(Ref(file="f", path=path))
    if text[value] in "|>":
        return
    row = text.rfind("\n", 0, start) + 1
    before = text[row:start]
    if "{" in before or "[" in before:
        yield Slip(kind="twice", path=path, data=source.with_text(end, end, f", {text[start:end]}"))
        after, ahead = _AFTER.match(text, end), _BEFORE.search(text, 0, start)
        if after is not None:
            yield Slip(kind="gone", path=path, data=source.with_text(start, after.end(), ""))
        elif ahead is not None:
            yield Slip(kind="gone", path=path, data=source.with_text(ahead.start(), end, ""))
        return
    indent = " " * len(before)
    yield Slip(kind="twice", path=path, data=source.with_text(end, end, f"\n{indent}{text[start:end]}"))
    next_key = re.compile(rf"[^\n]*\n {{{len(before)}}}(?=[a-z])").match(text, end)
    if not before.strip():
        yield Slip(kind="gone", path=path, data=source.with_text(row, text.find("\n", end) + 1, ""))
    elif next_key is not None:  # the first key of an entry: the next one takes its place behind the dash
        yield Slip(kind="gone", path=path, data=source.with_text(start, next_key.end(), ""))
