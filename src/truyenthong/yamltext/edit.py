"""Small edits in the text of a YAML file that leave comments, order and wording of the rest as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import assert_never, cast

import yaml
from yaml.error import Mark

from truyenthong.errors import CannotContinueError
from truyenthong.findings import FieldPath, Severity
from truyenthong.text import nfc
from truyenthong.yamltext.encodings import LINE_END
from truyenthong.yamltext.engines import compose
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.shapes import path_wording
from truyenthong.yamltext.tree import Value

_STEP = 2
_SAFE = re.compile(r"-?[^\W_](?:[\w /.,()&@+-]|(?<=[0-9]):(?=[0-9]))*")
_MUST_ESCAPE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def write_yaml(tree: Value) -> str:
    """The whole text of a file with ``tree`` in it."""
    if isinstance(tree, dict | list) and tree:
        return "".join(f"{line}\n" for line in block_lines(tree))
    return f"{_inline(tree)}\n"


def block_lines(tree: dict[str, Value] | list[Value], indent: int = 0) -> list[str]:
    """The lines of a collection with something in it; the first key or dash is at column ``indent``."""
    margin = " " * indent
    lines: list[str] = []
    if isinstance(tree, dict):
        for key, value in tree.items():
            lines += _entry(f"{margin}{scalar(key)}:", value, indent + _STEP)
    else:
        for value in tree:
            lines += item_lines(value, indent)
    return lines


def item_lines(value: Value, indent: int) -> list[str]:
    """The lines of one entry of a list; its dash is at column ``indent``."""
    margin = " " * indent
    if not isinstance(value, dict | list) or not value:
        return [f"{margin}- {_inline(value)}".rstrip()]
    first, *others = block_lines(value, indent + _STEP)
    return [f"{margin}- {first.lstrip()}", *others]


def _entry(start: str, value: Value, indent: int) -> list[str]:
    if isinstance(value, dict | list) and value:
        return [start, *block_lines(value, indent)]
    return [f"{start} {_inline(value)}".rstrip()]


def _inline(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return scalar(value)
        case list():
            return "[]"
        case dict():
            return "{}"
        case _ as never:
            assert_never(never)


def scalar(text: str, *, flow: bool = False) -> str:
    """The text as one YAML value on one line: plain where that is safe, else in double quotes.

    Args:
        text: the value.
        flow: it will stand inside ``[ ]`` or ``{ }``, where a comma parts values.
    """
    if _SAFE.fullmatch(text) is not None and not (flow and "," in text):
        parsed = parse_yaml(text.encode(), file="")
        if parsed.value == text and not parsed.findings:
            return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _MUST_ESCAPE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


_BOM = "\ufeff"


class SpliceError(CannotContinueError):
    """The file is written in a way in which the change cannot be put safely; nothing was changed."""


def set_scalar(text: str, path: FieldPath, value: str | None) -> str:
    """The text with another value (None: nothing) under ``path``, where one line of text, or nothing, is.

    Raises:
        SpliceError: the place does not exist, or holds a list, keys, or text over several lines.
    """
    source = _Source(text)
    node = source.node(path)
    start, end = _extent(node)
    if not isinstance(node, yaml.ScalarNode) or start.line != end.line or node.style in ("|", ">"):
        raise _refusal(path, "không phải một giá trị trên một dòng")
    gap = " " if start.index == end.index and value is not None else ""
    written = scalar(value, flow=source.in_flow(path)) if value is not None else ""
    changed = source.text[: start.index] + gap + written + source.text[end.index :]
    return source.checked(changed, path, value)


def add_key(text: str, path: FieldPath, key: str, value: Value) -> str:
    """The text with ``key`` as the last key of the mapping at ``path``.

    Raises:
        SpliceError: no mapping in block style there, or it has the key.
    """
    source = _Source(text)
    node = source.node(path)
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise _refusal(path, "không phải một nhóm khóa viết mỗi khóa một dòng")
    if any(nfc(name.value) == key for name, _ in node.value):
        raise _refusal((*path, key), "đã có khóa ấy")
    lines = block_lines({key: value}, _extent(node)[0].column)
    return source.checked(source.with_lines(source.last_row(node), lines), (*path, key), value)


def add_item(text: str, path: FieldPath, item: Value) -> str:
    """The text with ``item`` as the last entry of the list at ``path``.

    A key with nothing in it, or with ``[]``, gets its first entry.

    Raises:
        SpliceError: no list in block style there.
    """
    source = _Source(text)
    node = source.node(path)
    start, end = _extent(node)
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        lines = item_lines(item, start.column)
        return source.checked(source.with_lines(source.last_row(node), lines), (*path, len(node.value)), item)
    if not path or isinstance(path[-1], int) or source.text[start.index : end.index] not in ("", "[]"):
        raise _refusal(path, "không phải danh sách viết mỗi mục một dòng")
    lines = item_lines(item, source.key_mark(path).column + 2)
    emptied = source.text[: start.index].rstrip(" ") + source.text[end.index :]
    return source.checked(_with_lines(emptied, start.line, lines), path, [item])


def replace_value(text: str, path: FieldPath, value: Value) -> str:
    """The text with another value, of whatever shape, under the key at the end of ``path``.

    Comments within the old value go with it; those before its key and after it stay.

    Raises:
        SpliceError: no such key, or it is within ``[ ]`` or ``{ }``.
    """
    source = _Source(text)
    node, key = source.node(path), path[-1] if path else None
    if not isinstance(key, str) or source.in_flow(path):
        raise _refusal(path, "không phải một khóa viết trên dòng riêng")
    start = source.key_mark(path)
    first, *others = block_lines({key: value}, start.column)
    margin = source.row(start.line)[: start.column]
    changed = source.with_rows(start.line, source.last_row(node), [margin + first.lstrip(), *others])
    return source.checked(changed, path, value)


class _Source:
    """A file's text that parses without an error, with its nodes."""

    def __init__(self, text: str) -> None:
        parsed = parse_yaml(text.encode(), file="")
        if not parsed.ok or any(finding.severity is Severity.ERROR for finding in parsed.findings):
            hint = "chạy «truyenthong validate» và sửa các lỗi của tệp trước."
            raise SpliceError("Tệp đang có lỗi nên không thể sửa tự động.", hint=hint)
        self.text = text.removeprefix(_BOM)
        self._mark = text[: len(text) - len(self.text)]
        self._tree = parsed.value
        self._root = cast("yaml.Node", compose(self.text))
        self._rows = LINE_END.split(self.text)

    def node(self, path: FieldPath) -> yaml.Node:
        """The node at a path."""
        node: yaml.Node | None = self._root
        for depth, step in enumerate(path):
            node = _child(cast("yaml.Node", node), step)
            if node is None:
                raise _refusal(path[: depth + 1], "không có chỗ ấy trong tệp")
        return cast("yaml.Node", node)

    def in_flow(self, path: FieldPath) -> bool:
        """Whether a value is inside ``[ ]`` or ``{ }``."""
        above = (self.node(path[:depth]) for depth in range(len(path)))
        return any(isinstance(node, yaml.CollectionNode) and bool(node.flow_style) for node in above)

    def key_mark(self, path: FieldPath) -> Mark:
        """Where the key of a value begins."""
        above = cast("yaml.MappingNode", self.node(path[:-1]))
        return next(_extent(name)[0] for name, _ in above.value if nfc(name.value) == path[-1])

    def row(self, number: int) -> str:
        """A row of the text (from 0) without its end."""
        return self._rows[number]

    def with_rows(self, first: int, last: int, lines: Sequence[str]) -> str:
        """The text with lines in place of the rows from ``first`` to ``last``."""
        ends = list(LINE_END.finditer(self.text))
        line_end = ends[0][0] if ends else "\n"
        begin = ends[first - 1].end() if first else 0
        rest = self.text[ends[last].end() :] if last < len(ends) else ""
        return self.text[:begin] + "".join(line + line_end for line in lines) + rest

    def last_row(self, node: yaml.Node) -> int:
        """The last row (from 0) with something of a node in it."""
        start, end = _extent(node)
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return max(map(self.last_row, last)) if isinstance(last, tuple) else self.last_row(last)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            row = end.line if end.column else end.line - 1
            while row > start.line and not self._rows[row].strip():
                row -= 1
            return row
        return end.line

    def with_lines(self, row: int, lines: Sequence[str]) -> str:
        """The text with lines put in after a row."""
        return _with_lines(self.text, row, lines)

    def checked(self, changed: str, path: FieldPath, value: Value) -> str:
        """The changed text, after reading it again: only the value at ``path`` may differ."""
        parsed = parse_yaml(changed.encode(), file="")
        if parsed.value != _with_value(self._tree, path, value):
            raise _refusal(path, "sửa xong đọc lại thì tệp thành khác điều muốn ghi")
        return self._mark + changed


def _child(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if nfc(name.value) == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return cast("yaml.Node", node.value[step])
    return None


def _extent(node: yaml.Node) -> tuple[Mark, Mark]:
    return cast("Mark", node.start_mark), cast("Mark", node.end_mark)


def _with_lines(text: str, row: int, lines: Sequence[str]) -> str:
    ends = list(LINE_END.finditer(text))
    line_end = ends[0][0] if ends else "\n"
    if row >= len(ends):
        return text + line_end + "".join(line + line_end for line in lines)
    at = ends[row].end()
    return text[:at] + "".join(line + line_end for line in lines) + text[at:]


def _with_value(tree: Value, path: FieldPath, value: Value) -> Value:
    """The tree with ``value`` at ``path``; a list may grow by one entry at its end."""
    if not path:
        return value
    step = path[0]
    if isinstance(tree, dict) and isinstance(step, str):
        return {**tree, step: _with_value(tree.get(step), path[1:], value)}
    entries = cast("list[Value]", tree)
    below = entries[step] if isinstance(step, int) and step < len(entries) else None
    return [
        *entries[: cast("int", step)],
        _with_value(below, path[1:], value),
        *entries[cast("int", step) + 1 :],
    ]


def _refusal(path: FieldPath, why: str) -> SpliceError:
    return SpliceError(
        f"Không sửa được tự động {path_wording(path)}: {why}.",
        hint="mở tệp bằng trình soạn thảo và sửa tay chỗ ấy.",
    )
