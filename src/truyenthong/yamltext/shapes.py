"""Sentences about one value: keys and shapes that are not as they should be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from truyenthong.diagnostics.fields import TT101, TT102, TT106, TT107
from truyenthong.diagnostics.yaml import TT032, TT033
from truyenthong.findings import FieldPath
from truyenthong.text import nearest
from truyenthong.yamltext.scalars import Fault, short, without_word_quotes
from truyenthong.yamltext.tree import Value

_GLUED_KEY = re.compile(r"([a-z][a-z0-9_]*):(\S.*)")
_GLUED_DASH = re.compile(r"-\w")
_STRANGE_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2009\u200a\u200b\u202f\u205f\u3000 "


def path_wording(path: FieldPath) -> str:
    """Where a path leads, in words: «ở cấp ngoài cùng của tệp», «trong «van_ban» của mục 2 của «lan_nop»»."""
    if not path:
        return "ở cấp ngoài cùng của tệp"
    steps = [f"«{step}»" if isinstance(step, str) else f"mục {step + 1}" for step in reversed(path)]
    return f"trong {' của '.join(steps)}"


def unknown_key(key: str, known: Sequence[str], meant: str | None = None) -> Fault:
    """A key that has no meaning here; names the one that was ``meant``, or the nearest that has a meaning."""
    glued = _GLUED_KEY.fullmatch(key)
    if glued is not None and glued[1] in known:
        hint = f"thiếu dấu cách sau dấu hai chấm: viết «{glued[1]}: {short(glued[2])}»"
        return Fault(kind=TT106, message=f"khóa «{short(key)}» không có ở đây", hint=hint)
    if key != key.strip(_STRANGE_BLANKS):
        hint = "quanh khóa có dấu cách đặc biệt: xóa đi rồi gõ lại bằng phím cách, thẳng với các khóa khác"
        return Fault(kind=TT106, message=f"khóa «{short(key)}» không có ở đây", hint=hint)
    if (bare := without_word_quotes(key)) is not None:
        hint = f"bỏ dấu ngoặc cong dán từ Word: viết «{bare}»"
        return Fault(kind=TT033, message=f"khóa «{short(key)}» nằm trong ngoặc cong", hint=hint)
    if key.isdecimal():
        hint = f'số lẻ viết trong {{ }} phải có ngoặc kép, ví dụ "1,{key}"; hoặc viết mỗi khóa một dòng'
        return Fault(kind=TT106, message=f"khóa «{short(key)}» không có ở đây", hint=hint)
    near = meant or nearest(key, known)
    hint = f"có phải «{near}»?" if near is not None else f"các khóa nhận ở đây: {', '.join(known)}"
    return Fault(kind=TT106, message=f"khóa «{short(key)}» không có ở đây", hint=hint)


def not_a_mapping(value: Value) -> Fault:
    """Something else where a mapping should be."""
    hint = "viết mỗi khóa một dòng, thụt vào sâu hơn: «khóa: giá trị»"
    if isinstance(value, list):
        return Fault(kind=TT107, message="chỗ này là danh sách, nhưng cần một nhóm khóa", hint=hint)
    if not isinstance(value, str):
        return Fault(kind=TT107, message="chỗ này để trống, nhưng cần một nhóm khóa", hint=hint)
    glued = _GLUED_KEY.match(value)
    if glued is not None:
        hint = f"thiếu dấu cách sau dấu hai chấm: viết «{glued[1]}: {short(glued[2])}»"
    message = f"chỗ này là chữ «{short(value)}», nhưng cần một nhóm khóa"
    return Fault(kind=TT107, message=message, hint=hint)


def not_a_list(key: str, value: Value) -> Fault:
    """Something else where a list should be."""
    glued = next(iter(value), "") if isinstance(value, dict) else value
    if isinstance(glued, str) and _GLUED_DASH.match(glued) is not None:
        message = f"«{key}» cần một danh sách, nhưng thiếu dấu cách sau dấu gạch ở «{short(glued)}»"
        return Fault(kind=TT032, message=message, hint=f"viết «- {short(glued[1:])}»")
    if isinstance(value, dict):
        message = f"«{key}» cần một danh sách, nhưng đây là một nhóm khóa"
        hint = "đặt dấu «- » trước khóa đầu của nhóm và thụt các khóa sau cho thẳng, dù chỉ có một mục"
        return Fault(kind=TT107, message=message, hint=hint)
    message = f"«{key}» cần một danh sách, nhưng đây là chữ «{short(value)}»"
    hint = f"viết xuống dòng sau dấu «- », dù chỉ có một mục: «- {short(value)}»"
    return Fault(kind=TT107, message=message, hint=hint)


def not_a_text(value: Value) -> Fault:
    """A list or a mapping where one value should be."""
    shape = "danh sách" if isinstance(value, list) else "nhóm khóa"
    hint = "ghi một giá trị trên cùng dòng với khóa; chữ có dấu [ ] { } thì đặt trong ngoặc kép"
    return Fault(kind=TT107, message=f"chỗ này cần một giá trị, nhưng đây là {shape}", hint=hint)


def missing_key(key: str, where: FieldPath, example: str | None) -> Fault:
    """A required key that is not there."""
    words = "thêm dòng, ví dụ" if example is not None else "thêm dòng"
    hint = f"{words} «{_line(key, example)}»"
    return Fault(kind=TT101, message=f"thiếu khóa «{key}» {path_wording(where)}", hint=hint)


def empty_key(key: str, example: str | None) -> Fault:
    """A required key with nothing in it."""
    hint = f"điền vào, ví dụ «{_line(key, example)}»"
    return Fault(kind=TT102, message=f"khóa bắt buộc «{key}» để trống", hint=hint)


def empty_entry(key: str, index: int) -> Fault:
    """An entry of a list with nothing in it; ``index`` counts from 0."""
    hint = "điền nội dung, hoặc xóa dấu «-» ấy"
    return Fault(kind=TT102, message=f"mục {index + 1} của «{key}» để trống", hint=hint)


def _line(key: str, example: str | None) -> str:
    return f"{key}: {example}" if example is not None else f"{key}: …"
