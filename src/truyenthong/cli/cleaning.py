"""What a terminal would obey, or would show in another order, is made visible before it is written."""

from __future__ import annotations

import json
import re

REPLACEMENT = "\ufffd"
"""One for one, so that columns and marks below a line stay where they are."""

_OBEYED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
"""C0 but for tab and line ends, DEL, C1."""
_TURNED = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks, embeddings, overrides and isolates of direction (Unicode UAX 9)."""
_BROKEN = "\u2028\u2029"
"""Ends of lines that only some programs know."""

_SHADES = r"4[1-7]|10[0-7]|48;5;(?:1\d\d|2[0-2]\d|25[0-5])|48;2(?:;\d{1,3}){3}"
_OWN_COLOURS = rf"0|1|3|(?:[13];)?3[1236](?:;1)?|30;(?:{_SHADES})"
"""The colours that ``console.paint`` and our tables use; none hides what it colours on a usual terminal."""

_COLOURED = re.compile(rf"(\x1b\[(?:{_OWN_COLOURS})m)|\r(?!\n)|[{_OBEYED}{_TURNED}{_BROKEN}]")
_PLAIN = re.compile(rf"\r(?!\n)|[{_OBEYED}{_TURNED}{_BROKEN}]")
_LINE_ENDS = str.maketrans("\n\r\t", "   ")
_IN_DATA = re.compile(rf"[\x7f-\x9f{_TURNED}{_BROKEN}]")


def clean(text: str, *, colours: bool) -> str:
    """``text`` as it may be written; only the program's own colours get through, where there are any."""
    if not colours:
        return _PLAIN.sub(REPLACEMENT, text)
    return _COLOURED.sub(lambda found: found[1] or REPLACEMENT, text)


def one_line(text: str) -> str:
    """A name or a cell, which somebody else has chosen, as a part of a line."""
    return _PLAIN.sub(REPLACEMENT, text.translate(_LINE_ENDS))


def escaped(text: str) -> str:
    """JSON in which such characters are written as escapes: the data stay as they are."""
    return _IN_DATA.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def json_text(document: object, *, indent: int) -> str:
    """A document as JSON for programs, letters of Vietnamese as themselves."""
    return escaped(json.dumps(document, ensure_ascii=False, indent=indent))
