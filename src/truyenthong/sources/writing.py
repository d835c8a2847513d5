"""Plain trees to YAML lines in block style; what it writes, ``parse_yaml`` reads back; edits no file."""

from __future__ import annotations

import json
import re
from typing import assert_never

from truyenthong.sources.building import Value
from truyenthong.sources.yaml_tree import parse_yaml

_STEP = 2
_SAFE = re.compile(r"-?[^\W_](?:[\w /.,()&@+-]|(?<=[0-9]):(?=[0-9]))*")
_MUST_ESCAPE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def write_yaml(tree: Value) -> str:
    """The whole text of a file that holds ``tree``."""
    if isinstance(tree, dict | list) and tree:
        return "".join(f"{line}\n" for line in block_lines(tree))
    return f"{_inline(tree)}\n"


def block_lines(tree: dict[str, Value] | list[Value], indent: int = 0) -> list[str]:
    """The lines of a collection with something in it; the first key or dash stands at column ``indent``."""
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
    """The lines of one entry of a list; its dash stands at column ``indent``."""
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
