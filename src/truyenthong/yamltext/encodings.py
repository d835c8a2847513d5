"""Bytes of a data file to text: takes UTF-8 only, and names any other encoding with the place."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right

from truyenthong.diagnostics.yaml import TT004
from truyenthong.findings import Finding, Ref, Span
from truyenthong.text.legacy import from_legacy, legacy_of_bytes

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Where a line ends, as libyaml sees it."""

_BOM = "\ufeff"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
"""What no YAML text may hold (YAML 1.1, c-printable), and the byte order mark inside a text."""

_SAMPLE = 200
_SHOWN = 60
_SAVE_AS = "mở tệp, chọn «Lưu thành» (Save as) với bảng mã UTF-8"


def decode_utf8(data: bytes, ref: Ref) -> str | Finding:
    """The text without its byte order mark, or the finding that names what it is instead."""
    beginning = data[:_SAMPLE]
    if data.startswith(_UTF16) or beginning.count(0) > len(beginning) // 4:
        return _utf16(ref)
    try:
        return data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, ref)


def decode_to_show(data: bytes) -> str:
    """The text for an excerpt, whatever the bytes are; unreadable ones become U+FFFD."""
    if data.startswith(_UTF16):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError:
        encoding = legacy_of_bytes(data)
    if encoding is None:
        return data.decode("utf-8", "replace").removeprefix(_BOM)
    return data.decode("latin-1")


def control_characters(text: str) -> tuple[tuple[int, str], ...]:
    """The characters that YAML refuses, each with its offset."""
    return tuple((match.start(), match[0]) for match in CONTROL.finditer(text))


def without_controls(text: str) -> str:
    """The text with U+FFFD for each character that YAML refuses: same length, same places."""
    return CONTROL.sub("\ufffd", text)


class LineIndex:
    """Lines and columns of offsets in one text; the text is gone through once, whatever is asked."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1) of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column (from 1) of one offset; of several ask a ``LineIndex``."""
    return LineIndex(text).place(offset)


def _utf16(ref: Ref) -> Finding:
    span = Span(line=1, column=1, end_line=1, end_column=1)
    return TT004.at(
        Ref(file=ref.file, span=span),
        "tệp lưu bằng UTF-16 («Unicode» của Notepad), không phải UTF-8",
        hint=_SAVE_AS,
    )


def _not_utf8(data: bytes, offset: int, ref: Ref) -> Finding:
    encoding = legacy_of_bytes(data)
    if encoding is None:
        before = data[:offset].decode("utf-8").removeprefix(_BOM)
        place = _one_character(ref, place_of(before, len(before)))
        return TT004.at(place, "tệp không phải UTF-8 và không nhận ra bảng mã", hint=_SAVE_AS)
    text = data.decode("latin-1")
    start = max(text.rfind("\n", 0, offset) + 1, offset - _SHOWN)
    rest = text[offset : offset + _SHOWN].partition("\n")[0]
    said = from_legacy((text[start:offset] + rest).strip(), encoding)
    return TT004.at(
        _one_character(ref, place_of(text, offset)),
        f"tệp lưu bằng bảng mã {encoding.value}, không phải UTF-8; theo bảng mã ấy thì dòng này là «{said}»",
        hint=f"chuyển tệp từ {encoding.value} sang Unicode (UTF-8), đọc lại từng tên rồi mới lưu",
    )


def _one_character(ref: Ref, place: tuple[int, int]) -> Ref:
    line, column = place
    return Ref(file=ref.file, span=Span(line=line, column=column, end_line=line, end_column=column + 1))
