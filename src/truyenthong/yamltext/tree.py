"""Builds the plain tree from YAML events, and reports what a plain tree cannot contain."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, cast

from yaml import events
from yaml.error import Mark

from truyenthong.diagnostics import yaml as said
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import FieldPath, Finding, Ref, Span
from truyenthong.text import nfc
from truyenthong.yamltext.encodings import CONTROL, LINE_END, LineIndex
from truyenthong.yamltext.engines import EventSource

Value = None | str | list["Value"] | dict[str, "Value"]
"""A plain tree: text, nothing, lists and mappings."""

MAX_DEPTH = 40
"""Levels of lists and mappings; the deepest data of the program has about fifteen."""

MAX_NODES = 200_000
"""Scalars, lists and mappings in a file; the plan of 2020-2021 has four thousand."""

MISSING = frozenset({"", "~", "null"})
"""Scalars without quotes that say that nothing was typed."""
_TOKEN = re.compile(r"[^\s,\[\]{}]+")
_ESCAPED = re.compile(f"{CONTROL.pattern}|[\ud800-\udfff]")
_NAMES = {
    "\x00": "ký tự rỗng",
    "\x07": "dấu cuối ô bảng của Word",
    "\x0b": "dấu ngắt dòng của Word",
    "\x0c": "dấu ngắt trang",
    "\x1e": "gạch nối của Word",
    "\x1f": "gạch nối của Word",
    "\ufeff": "dấu đầu tệp",
}


def value_at(tree: Value, path: FieldPath) -> Value:
    """What a tree has at a path; None where it has no such place."""
    for step in path:
        if isinstance(tree, dict) and isinstance(step, str):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def leaves(value: Value, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """The texts in a tree with their paths, in order; what is empty has none."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from leaves(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from leaves(below, (*path, index))
    elif value is not None:
        yield path, value


class _Frame:
    """A list or mapping that is being read; ``key`` is None while a mapping waits for its next key."""

    __slots__ = ("as_key", "items", "keep", "key", "lines", "mapping")

    def __init__(self, *, mapping: bool, as_key: bool) -> None:
        self.items: list[Value] = []
        self.mapping: dict[str, Value] | None = {} if mapping else None
        self.lines: dict[str, int] = {}
        self.as_key = as_key
        self.key: str | None = None
        self.keep = True


class TreeBuilder:
    """Takes the events of one text; then ``value`` and ``ok`` are set and ``finish()`` gives the findings.

    Args of the constructor:
        text: what is parsed, without byte order mark.
        ref: the file.
        controls: offsets and characters that were replaced in ``text`` because YAML refuses them.
    """

    def __init__(self, *, text: str, ref: Ref, controls: Sequence[tuple[int, str]] = ()) -> None:
        self.ref = ref
        self.value: Value = None
        self.ok = True
        self._text = text
        self._controls = dict(controls)
        self._offsets = sorted(self._controls)
        self._hashes = _swallowing_hashes(text)
        self._composed = unicodedata.is_normalized("NFC", text)
        self._plain = self._composed and "\\" not in text and not controls and not self._hashes
        self._findings: list[Finding] = []
        self._frames: list[_Frame] = []
        self._frame: _Frame | None = None
        self._nodes = 0
        self._documents = 0
        self._reading = True

    def run(self, source: EventSource) -> None:
        """Reads to the end, or to the first thing after which reading on makes no sense."""
        handlers: dict[type[events.Event], Callable[[Any], None]] = {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._start,
            events.SequenceStartEvent: self._start,
            events.MappingEndEvent: self._end,
            events.SequenceEndEvent: self._end,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document,
            events.DocumentEndEvent: self._pass,
            events.StreamStartEvent: self._pass,
            events.StreamEndEvent: self._finished,
        }
        next_event = source.get_event
        while self._reading:
            event = next_event()
            handlers[type(event)](event)

    def finish(self) -> tuple[Finding, ...]:
        """All findings, also those of characters outside any value."""
        for offset, char in self._controls.items():
            self._control(Ref(file=self.ref.file, span=self._span_at(offset)), char)
        self._controls = {}
        return tuple(self._findings)

    def _pass(self, event: events.Event) -> None:
        """Nothing of this event is needed."""

    def _finished(self, _event: events.Event) -> None:
        self._reading = False
        if self.value is None:
            self._stop(said.TT006, self.ref, "tệp không có nội dung nào", "điền nội dung, hoặc xóa tệp đi")

    def _document(self, event: events.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            message = "dòng «---» bắt đầu một tài liệu thứ hai trong cùng tệp"
            place = Ref(file=self.ref.file, span=self._token(event))
            self._stop(said.TT025, place, message, "xóa dòng «---», hoặc tách phần sau thành tệp riêng")
        elif event.version is not None or event.tags is not None:
            place = Ref(file=self.ref.file, span=self._token(event))
            self._say(said.TT028, place, "chỉ thị của YAML không dùng ở đây", "xóa dòng bắt đầu bằng «%»")

    def _start(self, event: events.MappingStartEvent | events.SequenceStartEvent) -> None:
        above = self._frame
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        as_key = above is not None and above.mapping is not None and above.key is None
        if as_key:
            self._drop_key(said.TT026, event, "khóa phải là một từ, không phải danh sách hay nhóm khóa", None)
        self._count(event)
        frame = _Frame(mapping=type(event) is events.MappingStartEvent, as_key=as_key)
        self._frame = frame
        self._frames.append(frame)
        if len(self._frames) > MAX_DEPTH:
            place = self._here(event)
            self._stop(said.TT002, place, f"lồng quá {MAX_DEPTH} cấp", "bớt các cấp lồng nhau")

    def _end(self, _event: events.Event) -> None:
        frame = self._frames.pop()
        self._frame = self._frames[-1] if self._frames else None
        if not frame.as_key:
            self._put(frame.items if frame.mapping is None else frame.mapping)

    def _put(self, value: Value) -> None:
        frame = self._frame
        if frame is None:
            self.value = value
        elif frame.mapping is None:
            frame.items.append(value)
        else:
            if frame.keep and frame.key is not None:
                frame.mapping[frame.key] = value
            frame.key = None

    def _scalar(self, event: events.ScalarEvent) -> None:
        value: str = event.value
        frame = self._frame
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        if not self._plain:
            value = self._inspected(event, value)
        if frame is not None and frame.mapping is not None and frame.key is None:
            self._key(event, value, frame.mapping)
            return
        self._count(event)
        self._put(None if value in MISSING and not event.style else value)

    def _key(self, event: events.ScalarEvent, key: str, mapping: dict[str, Value]) -> None:
        frame = self._frames[-1]
        if key in mapping:
            hint = "giữ lại một, xóa hoặc đổi tên khóa kia"
            message = f"khóa «{key}» ghi hai lần trong cùng một nhóm, lần đầu ở dòng {frame.lines[key]}"
            self._drop_key(said.TT020, event, message, hint, key)
        elif key == "<<" and not event.style:
            hint = "ghi thẳng các khóa vào đây"
            self._drop_key(said.TT024, event, "khóa gộp «<<» không dùng ở đây", hint, key)
        elif not key:
            self._drop_key(said.TT027, event, "trước dấu hai chấm không có tên khóa", "ghi tên khóa", key)
        else:
            frame.key, frame.keep = key, True
            frame.lines[key] = _start(event).line + 1

    def _drop_key(
        self, kind: Diagnostic, event: events.NodeEvent, message: str, hint: str | None, key: str = "?"
    ) -> None:
        """Reports a key that cannot be used; what is below it is read for its findings and thrown away."""
        frame = self._frames[-1]
        frame.key, frame.keep = key, False
        place = Ref(file=self.ref.file, path=self._path(), at="key", span=self._span(event))
        self._say(kind, place, message, hint)

    def _alias(self, event: events.AliasEvent) -> None:
        name = f"*{event.anchor}"
        hint = f'ghi đủ nội dung tại đây; nếu là chữ thì viết trong ngoặc kép: "{name}"'
        frame = self._frame
        if frame is not None and frame.mapping is not None and frame.key is None:
            self._drop_key(said.TT022, event, f"bí danh «{name}» không dùng ở đây", hint, name)
            return
        self._count(event)
        self._say(said.TT022, self._here(event), f"bí danh «{name}» không dùng ở đây", hint)
        self._put(name)

    def _decorated(self, event: events.ScalarEvent | events.CollectionStartEvent) -> None:
        place = Ref(file=self.ref.file, path=self._path(), span=self._token(event))
        if event.anchor is not None:
            self._say(said.TT021, place, f"neo «&{event.anchor}» không dùng ở đây", f"xóa «&{event.anchor}»")
        if event.tag is not None:
            hint = "xóa thẻ ấy; nếu dấu ! là chữ thì đặt giá trị trong ngoặc kép"
            self._say(said.TT023, place, "thẻ kiểu bắt đầu bằng dấu ! không dùng ở đây", hint)

    def _inspected(self, event: events.ScalarEvent, value: str) -> str:
        """The value in NFC; looks for what was swallowed or cannot be shown."""
        if self._controls:
            self._controls_within(event)
        if event.style == '"' and (bad := _ESCAPED.search(value)) is not None:
            self._control(self._here(event), bad[0])
            value = _ESCAPED.sub("\ufffd", value)
        if not event.style and value and _end(event).index in self._hashes:
            self._swallowed(event, value)
        return nfc(value)

    def _controls_within(self, event: events.ScalarEvent) -> None:
        first, last = _start(event).index, _end(event).index
        begin, end = (bisect_left(self._offsets, one) for one in (first, last))
        inside = [offset for offset in self._offsets[begin:end] if offset in self._controls]
        chars = [self._controls.pop(offset) for offset in inside]
        if inside:
            self._control(Ref(file=self.ref.file, path=self._path(), span=self._span_at(inside[0])), chars[0])

    def _control(self, place: Ref, char: str) -> None:
        name = f"U+{ord(char):04X}" + (f" ({_NAMES[char]})" if char in _NAMES else "")
        message = f"có ký tự không nhìn thấy được {name}"
        self._say(said.TT005, place, message, "xóa ký tự ấy, hoặc gõ lại giá trị thay vì dán vào")

    def _swallowed(self, event: events.ScalarEvent, value: str) -> None:
        start = self._text.index("#", _end(event).index)
        end = LINE_END.search(self._text, start)
        lost = self._text[start : end.start() if end else None].rstrip()
        line, column = self._lines.place(start)
        span = Span(line=line, column=column, end_line=line, end_column=column + len(lost))
        self._say(
            said.TT030,
            Ref(file=self.ref.file, path=self._path(), span=span),
            f"«{nfc(lost)}» bị coi là ghi chú nên không được đọc; giá trị chỉ còn «{nfc(value)}»",
            f'nếu là chữ thì đặt cả giá trị trong ngoặc kép: "{nfc(value)} {nfc(lost)}"; nếu là ghi chú '
            "thì viết dấu cách sau #",
        )

    def _count(self, event: events.NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            message = f"tệp có hơn {MAX_NODES:,} giá trị".replace(",", ".")
            self._stop(said.TT003, self._here(event), message, "tách tệp, hoặc xem có phải tệp hỏng không")

    def _say(self, kind: Diagnostic, place: Ref, message: str, hint: str | None) -> None:
        self._findings.append(kind.at(place, message, hint=hint))

    def _stop(self, kind: Diagnostic, place: Ref, message: str, hint: str) -> None:
        self._say(kind, place, message, hint)
        self.value, self.ok, self._reading = None, False, False

    def _path(self) -> FieldPath:
        return tuple(len(frame.items) if frame.mapping is None else frame.key or "" for frame in self._frames)

    def _here(self, event: events.NodeEvent) -> Ref:
        return Ref(file=self.ref.file, path=self._path(), span=self._span(event))

    def _span(self, event: events.Event) -> Span:
        start, end = _start(event), _end(event)
        return Span(
            line=start.line + 1, column=start.column + 1, end_line=end.line + 1, end_column=end.column + 1
        )

    def _token(self, event: events.Event) -> Span:
        """From the beginning of an event to the next blank."""
        mark = _start(event)
        found = _TOKEN.match(self._text, mark.index)
        width = len(found[0]) if found is not None else 1
        line, column = mark.line + 1, mark.column + 1
        return Span(line=line, column=column, end_line=line, end_column=column + width)

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self._text)

    def _span_at(self, offset: int) -> Span:
        line, column = self._lines.place(offset)
        return Span(line=line, column=column, end_line=line, end_column=column + 1)


def _start(event: events.Event) -> Mark:
    return cast("Mark", event.start_mark)  # the parsers always set it


def _end(event: events.Event) -> Mark:
    return cast("Mark", event.end_mark)


def _swallowing_hashes(text: str) -> frozenset[int]:
    """Offsets where a text ends before blanks and a ``#`` that touches the next word."""
    found: list[int] = []
    at = text.find("#")
    while at >= 0:
        following, before = text[at + 1 : at + 2], text[at - 1 : at]
        if before in (" ", "\t") and following and not following.isspace() and following != "#":
            end = at
            while end and text[end - 1] in " \t":
                end -= 1
            found.append(end)
        at = text.find("#", at + 1)
    return frozenset(found)
