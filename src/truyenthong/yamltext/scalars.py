"""Reads numbers, yes and no, codes and closed lists the Vietnamese way; asks instead of guessing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TypeVar

from truyenthong.diagnostics.fields import TT108, TT109, TT110, TT111, TT112, TT113, TT117
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.diagnostics.yaml import TT033
from truyenthong.findings import Finding, Ref
from truyenthong.text import code_form, collapse, fold, nearest, number_wording

T = TypeVar("T")

_SHOWN = 60


def short(value: object, limit: int = _SHOWN) -> str:
    """What was read, to show in a message: a text longer than ``limit`` is cut at its end."""
    text = str(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


_OPEN, _CLOSE = "“”„‘’«\"'", "”“‘’»\"'"
_CURLY = frozenset("“”„‘’")


def without_word_quotes(text: str) -> str | None:
    """The text between the curly quotes into which Word turns straight ones; None where there are none."""
    if len(text) > 2 and text[0] in _OPEN and text[-1] in _CLOSE and _CURLY & {text[0], text[-1]}:
        return text[1:-1].strip()
    return None


def unquoted(text: str) -> str | Fault:
    """A code that is compared as typed; in curly quotes it would be no code at all."""
    bare = without_word_quotes(text)
    return text if bare is None else _in_quotes(bare)


def read_bare(text: str, parse: Callable[[str], T | Fault]) -> T | Fault:
    """What ``parse`` makes of a text; of one that only curly quotes spoil, these are the fault."""
    result = parse(text)
    bare = without_word_quotes(text) if isinstance(result, Fault) else None
    if bare is None or isinstance(parse(bare), Fault):
        return result
    return _in_quotes(bare)


def _in_quotes(bare: str) -> Fault:
    hint = f"bỏ hai dấu ngoặc ấy: viết {short(bare)}"
    return Fault(kind=TT033, message=f"«{short(bare)}» nằm trong ngoặc cong dán từ Word", hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a text cannot be read as what it should be; the caller knows the place.

    Attributes:
        kind: the entry of the catalogue.
        message: a Vietnamese sentence that names what was read.
        hint: how to mend it, or None.
    """

    kind: Diagnostic
    message: str
    hint: str | None = None

    def at(self, ref: Ref) -> Finding:
        """The finding at a place."""
        return self.kind.at(ref, self.message, hint=self.hint)


E = TypeVar("E", bound=StrEnum)

MAX_DIGITS = 15
"""Longer numbers are slips (or telephone numbers), and Excel keeps no more digits than these."""

_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_PLAIN = re.compile(r"-?[0-9]+(?:,[0-9]+)?")
_ENGLISH_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_POINT = re.compile(r"-?[0-9]*\.[0-9]+")
_NUMBER_INSIDE = re.compile(r"-?[0-9]+(?:[.,][0-9]+)*")
_OTHER_DIGITS = re.compile(r"(?![0-9])\d")
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_YES = frozenset({fold("có"), "true"})
_NO = frozenset({fold("không"), "false"})
_YES_LIKE = frozenset(fold(word) for word in ("co", "yes", "y", "đúng", "rồi", "x", "1", "on", "v"))
_NO_LIKE = frozenset(fold(word) for word in ("khong", "ko", "no", "n", "sai", "chưa", "0", "off", "-"))
_NUMBER_AND_SYMBOL = re.compile(r"([0-9]{1,9}) ?/ ?(\S+)")
_PAPER_DIGITS = 9
_SHOWN_CHOICES = 12
_LONGEST_CODE = 60
"""A longer text is no code gone wrong but something else."""


def parse_number(text: str) -> Decimal | Fault:
    """``1.200`` = 1200, ``12,5`` = 12.5, ``1.200,5`` = 1200.5; ``1,200`` and ``1.5`` are asked about."""
    if text.isdigit() and text.isascii() and len(text) <= MAX_DIGITS:  # as nearly all are
        return Decimal(text)
    text = collapse(text).replace("−", "-")
    if _NUMBER_INSIDE.fullmatch(text) is not None and sum(map(str.isdigit, text)) > MAX_DIGITS:
        message = f"số {text[:40]} có hơn {MAX_DIGITS} chữ số, có lẽ gõ nhầm"
        return Fault(kind=TT110, message=message, hint="kiểm tra lại số ấy")
    if _ENGLISH_THOUSANDS.fullmatch(text) is not None:
        meant = [Decimal(text.replace(",", ""))]
        if _PLAIN.fullmatch(text) is not None:
            meant.append(Decimal(text.replace(",", ".")))
        return _asked(text, meant)
    if _GROUPED.fullmatch(text) is not None or _PLAIN.fullmatch(text) is not None:
        return Decimal(text.replace(".", "").replace(",", ".")) + 0  # + 0: minus zero is zero
    if _POINT.fullmatch(text) is not None:
        return _asked(text, [Decimal(text), Decimal(text.replace(".", ""))])
    return Fault(kind=TT108, message=f"«{short(text)}» không phải số", hint=_number_hint(text))


def parse_paper_number(text: str) -> str | Fault:
    """The number of a paper: 1 to 9 digits, counted from 1, kept as typed (NĐ 30, PL I.II.3.a)."""
    text = collapse(text)
    if text.isascii() and text.isdigit() and len(text) <= _PAPER_DIGITS and text.strip("0"):
        return text
    hint = "số văn bản ghi bằng chữ số, ví dụ 45; chưa có số thì để trống"
    if (found := _NUMBER_AND_SYMBOL.fullmatch(text)) is not None:
        hint = f"ghi riêng số {found[1]} và ký hiệu {found[2]}"
    return Fault(kind=TT117, message=f"«{short(text)}» không phải số của văn bản", hint=hint)


def _asked(text: str, meant: Iterable[Decimal]) -> Fault:
    ways = " hoặc ".join(f"viết {typed_number(number)}" for number in meant)
    return Fault(kind=TT109, message=f"«{short(text)}» có thể hiểu hai cách", hint=f"{ways}, tùy số định ghi")


def typed_number(number: float | Decimal) -> str:
    """The number so that ``parse_number`` reads it back: ``1.200``, ``12,5``, and ``1,1250`` of 1.125.

    Papers print 1.125 as ``1,125``; typed into a file, that might be one thousand and more.
    """
    wording = number_wording(number)
    return f"{wording}0" if _ENGLISH_THOUSANDS.fullmatch(wording) is not None else wording


def _number_hint(text: str) -> str:
    if _OTHER_DIGITS.search(text) is not None:
        return "dùng chữ số 0–9 trên bàn phím"
    inside = _NUMBER_INSIDE.findall(text)
    if len(inside) == 1 and inside[0] != text:
        return f"chỉ ghi số, không kèm chữ: {short(inside[0])}"
    return "ghi bằng chữ số; không có thì ghi 0, chưa có số liệu thì để trống"


def parse_integer(text: str, *, minimum: int | None = None, maximum: int | None = None) -> int | Fault:
    """A whole number within bounds (both in)."""
    number = parse_number(text)
    if isinstance(number, Fault):
        return number
    if number != number.to_integral_value():
        return Fault(
            kind=TT108, message=f"«{short(text)}» không phải số nguyên", hint="ghi số không có phần lẻ"
        )
    fault = out_of_bounds(number, minimum=minimum, maximum=maximum)
    return int(number) if fault is None else fault


def out_of_bounds(
    number: Decimal, *, minimum: float | Decimal | None = None, maximum: float | Decimal | None = None
) -> Fault | None:
    """The fault of a number that is too small or too large, or None."""
    if minimum is not None and number < minimum:
        hint = f"số nhỏ nhất nhận ở đây là {number_wording(minimum)}"
        return Fault(kind=TT110, message=f"số {number_wording(number)} nhỏ hơn mức cho phép", hint=hint)
    if maximum is not None and number > maximum:
        hint = f"số lớn nhất nhận ở đây là {number_wording(maximum)}"
        return Fault(kind=TT110, message=f"số {number_wording(number)} lớn hơn mức cho phép", hint=hint)
    return None


def parse_boolean(text: str) -> bool | Fault:
    """``true``, ``false``, ``có``, ``không`` in any case; other words are asked about."""
    word = fold(text)
    if word in _YES or word in _NO:
        return word in _YES
    hint = "ghi «có» hoặc «không»"
    if word in _YES_LIKE or word in _NO_LIKE:
        hint = f"nếu ý là «{'có' if word in _YES_LIKE else 'không'}» thì ghi đúng chữ ấy"
    return Fault(kind=TT111, message=f"«{short(text)}» không phải có hay không", hint=hint)


def parse_code(text: str) -> str | Fault:
    """A kebab-case code: ``pgd-than-uyen``."""
    return _code(text, _CODE, code_form(text), "pgd-than-uyen")


def parse_name(text: str) -> str | Fault:
    """A snake_case name, as fields of forms have: ``tin_bai``."""
    return _code(text, _NAME, code_form(text).replace("-", "_").lstrip("0123456789_"), "tin_bai")


def _code(text: str, pattern: re.Pattern[str], meant: str, example: str) -> str | Fault:
    if pattern.fullmatch(text) is not None:
        return text
    shown = f"viết {meant}" if 0 < len(meant) <= _LONGEST_CODE else f"ví dụ {example}"
    joint = "gạch dưới" if pattern is _NAME else "gạch nối"
    hint = f"mã chỉ gồm chữ thường không dấu, chữ số và dấu {joint}: {shown}"
    return Fault(kind=TT113, message=f"«{short(text)}» không phải mã viết đúng cách", hint=hint)


def parse_choice(text: str, choices: Mapping[str, T]) -> T | Fault:
    """The value of one of ``choices``, by its exact code."""
    if text in choices:
        return choices[text]
    return Fault(
        kind=TT112, message=f"«{short(text)}» không có trong danh sách", hint=choice_hint(text, choices)
    )


@cache
def choices_of(kinds: type[E]) -> Mapping[str, E]:
    """The members of an enumeration by their codes."""
    return {kind.value: kind for kind in kinds}


def choice_hint(text: str, choices: Iterable[str]) -> str:
    """Which choice may have been meant and which there are (the first ones of a long list)."""
    codes = list(choices)
    if not codes:
        return "danh sách ấy còn trống: xem lại chỗ khai các giá trị"
    near = nearest(text, codes)
    first = f"có phải «{near}»? " if near is not None else ""
    if len(codes) > _SHOWN_CHOICES:
        return f"{first}các giá trị nhận ở đây: {', '.join(codes[:_SHOWN_CHOICES])}…"
    return f"{first}các giá trị nhận ở đây: {', '.join(codes)}"


def label_hint(text: str, labels: Mapping[str, str]) -> str:
    """The same for choices with labels by their codes: forms show the labels, so these are named."""
    if not labels:
        return choice_hint(text, ())
    near = labels.get(code_form(text)) or nearest(text, labels.values())
    if near is not None:
        return f"có phải «{near}»?"
    shown = "; ".join(f"«{short(label)}»" for label in [*labels.values()][:_SHOWN_CHOICES])
    return f"chọn một trong: {shown}{'…' if len(labels) > _SHOWN_CHOICES else ''}"
