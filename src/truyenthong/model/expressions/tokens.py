"""Splits the text of a check into words and signs, and reports what is neither."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from truyenthong.diagnostics import forms as diagnostics
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Finding, Ref
from truyenthong.model.expressions.tree import ColumnRef, Count, FieldRef, Largest, Number, Stretch, Sum, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpressionFault:
    """One fault of an expression, in whole Vietnamese sentences.

    Attributes:
        diagnostic: the entry of the catalogue.
        message: what is wrong, naming what was read.
        hint: how to mend it, or None.
        start: the first code point of the original text that is wrong, counted from 0.
        end: the first code point after it.
    """

    diagnostic: Diagnostic
    message: str
    hint: str | None
    start: int
    end: int

    def finding(self, ref: Ref) -> Finding:
        """The fault as a finding at ``ref``, the field that holds the expression."""
        return self.diagnostic.at(ref, self.message, hint=self.hint)


def fault(diagnostic: Diagnostic, at: Stretch, message: str, hint: str | None = None) -> ExpressionFault:
    """A fault at a stretch of the text."""
    return ExpressionFault(diagnostic=diagnostic, message=message, hint=hint, start=at.start, end=at.end)


LONGEST: Final = 500
"""Code points of an expression."""

MOST_DIGITS: Final = 15
"""Digits of a number: what a spreadsheet keeps exactly."""

RESERVED: Final = frozenset({"and", "or", "not", "va", "hoac", "khong", "true", "false"})
"""Words that no field can have as its code, since an expression reads them otherwise."""


class TokenKind(StrEnum):
    """What a token is to the order of an expression."""

    OPERAND = "operand"
    COLUMN = "column"
    FUNCTION = "function"
    OPEN = "("
    CLOSE = ")"
    SIGN = "sign"
    FACTOR = "factor"
    COMPARISON = "comparison"
    JOIN = "join"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word or sign.

    Attributes:
        kind: what it is to the order.
        text: its spelling in Python for signs and joining words, as typed for the others.
        at: where it was typed.
        leaf: the node that an OPERAND or COLUMN stands for.
    """

    kind: TokenKind
    text: str
    at: Stretch
    leaf: Number | Text | FieldRef | Sum | Largest | Count | ColumnRef | None = None


_WORD: Final = r"[^\W\d][\w\u0300-\u036f]*"
_SCANNER: Final = re.compile(
    rf"""
      (?P<space>\s+)
    | (?P<text>"[^"]*"|'[^']*')
    | (?P<unclosed>["'].*)
    | (?P<number>[0-9]\w*(?:[.,]\w+)*)
    | (?P<called>{_WORD}(?=\s*\())
    | (?P<word>{_WORD}(?:\.{_WORD})*)
    | (?P<curly>[“”„‘’«»][^“”„‘’«»]*[“”‘’»]?)
    | (?P<foreign>\*\*|//|={{3}}|!==|=<|=>|<>|:=|&&?|\|\|?|!(?!=)|[%^~≤≥≠×÷−–—])
    | (?P<sign>[<>=!]=|[-+*/<>=])
    | (?P<bracket>[()])
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CODE: Final = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_DECIMAL: Final = re.compile(r"[0-9]+[.,][0-9]+", re.ASCII)
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+", re.ASCII)
_WORDS: Final[Mapping[str, tuple[TokenKind, str]]] = MappingProxyType(
    dict.fromkeys(("và", "va", "and"), (TokenKind.JOIN, "and"))
    | dict.fromkeys(("hoặc", "hoac", "or"), (TokenKind.JOIN, "or"))
    | dict.fromkeys(("không", "khong", "not"), (TokenKind.NOT, "not"))
)
_SIGNS: Final[Mapping[str, TokenKind]] = MappingProxyType(
    dict.fromkeys("+-", TokenKind.SIGN) | dict.fromkeys("*/", TokenKind.FACTOR)
)
_ADVICE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "**": "không có phép lũy thừa, viết phép nhân: a * a",
        "^": "không có phép lũy thừa, viết phép nhân: a * a",
        "//": "phép chia viết một dấu: a / b",
        "%": "không có phần trăm, viết phép nhân: 100 * a <= 80 * b",
    }
    | dict.fromkeys(("===", ":="), "bằng nhau viết là ==")
    | dict.fromkeys(("=<", "≤"), "không lớn hơn viết là <=")
    | dict.fromkeys(("=>", "≥"), "không nhỏ hơn viết là >=")
    | dict.fromkeys(("<>", "!==", "≠"), "khác nhau viết là !=")
    | dict.fromkeys(("&", "&&"), "nối hai điều kiện bằng từ và")
    | dict.fromkeys(("|", "||"), "nối hai điều kiện bằng từ hoặc")
    | dict.fromkeys(("!", "~"), "phủ định viết là không")
    | {"×": "nhân viết là *", "÷": "chia viết là /"}
    | dict.fromkeys("−–—", "trừ viết bằng dấu gạch ngắn trên bàn phím: -")
)
_TRUTHS: Final = frozenset({"true", "false", "đúng", "có"})


def tokens_of(text: str) -> tuple[tuple[Token, ...], tuple[ExpressionFault, ...]]:
    """The words and signs of ``text`` in order, and what cannot be read."""
    tokens: list[Token] = []
    faults: list[ExpressionFault] = []
    for match in _SCANNER.finditer(text):
        reader = _READERS.get(match.lastgroup or "")
        if reader is None:
            continue  # white space
        read = reader(match.group(), Stretch(start=match.start(), end=match.end()))
        if isinstance(read, Token):
            tokens.append(read)
        else:
            faults.append(read)
    return tuple(tokens), tuple(faults)


def _sign(typed: str, at: Stretch) -> Token:
    python = "==" if typed == "=" else typed
    return Token(kind=_SIGNS.get(typed, TokenKind.COMPARISON), text=python, at=at)


def _foreign(typed: str, at: Stretch) -> ExpressionFault:
    return fault(diagnostics.TT153, at, f"Biểu thức không có phép «{typed}».", _ADVICE[typed])


def _unclosed(typed: str, at: Stretch) -> ExpressionFault:
    hint = "đóng bằng đúng dấu đã mở, hoặc xóa dấu thừa"
    return fault(diagnostics.TT154, at, f"Chữ bắt đầu ở {typed[:20]} có ngoặc kép mở mà không đóng.", hint)


def _curly(typed: str, at: Stretch) -> ExpressionFault:
    inner = typed.strip("“”„‘’«»")
    hint = f'gõ ngoặc kép thẳng: "{inner}"' if inner.strip() else "gõ ngoặc kép thẳng hoặc xóa dấu ấy"
    return fault(
        diagnostics.TT154, at, f"Ngoặc kép cong ở {typed[:20]} không dùng được trong biểu thức.", hint
    )


def _other(typed: str, at: Stretch) -> ExpressionFault:
    shown = typed if typed.isprintable() else f"U+{ord(typed):04X}"
    return fault(
        diagnostics.TT151,
        at,
        f"Ký tự «{shown}» không dùng được trong biểu thức.",
        "xóa ký tự ấy; biểu thức chỉ có mã trường, số nguyên, chữ trong ngoặc kép, phép tính và phép so sánh",
    )


def _quoted(typed: str, at: Stretch) -> Token | ExpressionFault:
    inner = unicodedata.normalize("NFC", typed[1:-1])
    if not inner.strip():
        return fault(
            diagnostics.TT154,
            at,
            f"Chữ trong ngoặc kép {typed} để trống.",
            "bỏ phép so sánh với chữ trống: phép kiểm tra gặp ô trống đã được bỏ qua, "
            "trường phải có thì đặt bat_buoc: true",
        )
    return Token(kind=TokenKind.OPERAND, text=typed, at=at, leaf=Text(value=inner, at=at))


def _number(typed: str, at: Stretch) -> Token | ExpressionFault:
    if not (typed.isascii() and typed.isdigit()):
        message = f"{typed[:20]} không phải số nguyên viết liền."
        return fault(diagnostics.TT152, at, message, _number_advice(typed))
    if len(typed) > MOST_DIGITS:
        message = f"Số {typed[:20]} có {len(typed)} chữ số, nhiều hơn {MOST_DIGITS}."
        return fault(diagnostics.TT152, at, message, "xem lại số vừa gõ")
    return Token(kind=TokenKind.OPERAND, text=typed, at=at, leaf=Number(value=int(typed), at=at))


def _number_advice(typed: str) -> str:
    if _GROUPED.fullmatch(typed):
        return f"viết liền các chữ số: {re.sub('[.,]', '', typed)}"
    if _DECIMAL.fullmatch(typed):
        return "nhân cả hai vế cho thành số nguyên: 2 * ti_le <= 25 thay cho ti_le <= 12,5"
    return "viết số nguyên bằng các chữ số 0 đến 9; mã của trường thì bắt đầu bằng chữ cái"


def _called(typed: str, at: Stretch) -> Token:
    """A word before an opening bracket: one of the language's words, or the name of a function."""
    return _known_word(typed, at) or Token(kind=TokenKind.FUNCTION, text=typed, at=at)


def _known_word(typed: str, at: Stretch) -> Token | None:
    known = _WORDS.get(_folded(typed))
    return Token(kind=known[0], text=known[1], at=at) if known is not None else None


def _folded(typed: str) -> str:
    return unicodedata.normalize("NFC", typed).casefold()


def _word(typed: str, at: Stretch) -> Token | ExpressionFault:
    return _known_word(typed, at) or _name(typed, at)


def _name(typed: str, at: Stretch) -> Token | ExpressionFault:
    if _folded(typed) in _TRUTHS:
        hint = "trường đúng-sai tự nó đã là điều kiện: viết co_tap_huan, hoặc không co_tap_huan"
        return fault(diagnostics.TT155, at, f"Biểu thức không dùng «{typed}».", hint)
    codes = typed.split(".")
    if not all(_CODE.fullmatch(code) for code in codes):
        return _misspelt(typed, at)
    match codes:
        case [code]:
            return Token(kind=TokenKind.OPERAND, text=typed, at=at, leaf=FieldRef(name=code, at=at))
        case [table, column]:
            leaf = ColumnRef(table=table, column=column, at=at)
            return Token(kind=TokenKind.COLUMN, text=typed, at=at, leaf=leaf)
        case _:
            hint = "cột của bảng viết là bang.cot, một dấu chấm"
            return fault(diagnostics.TT157, at, f"{typed} có nhiều dấu chấm.", hint)


def _misspelt(typed: str, at: Stretch) -> ExpressionFault:
    plain = bare(typed)
    fits = all(_CODE.fullmatch(code) for code in plain.split("."))
    hint = f"viết {plain}" if fits else "mã bắt đầu bằng chữ cái, chỉ có a đến z, 0 đến 9 và gạch dưới"
    return fault(
        diagnostics.TT155, at, f"«{typed}» không phải mã trường: mã viết chữ thường không dấu.", hint
    )


def bare(typed: str) -> str:
    """``typed`` in lower case without diacritics: «Đã_xử_lý» is ``da_xu_ly``."""
    letters = unicodedata.normalize("NFD", typed.casefold()).replace("đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_READERS: Final[Mapping[str, Callable[[str, Stretch], Token | ExpressionFault]]] = MappingProxyType(
    {
        "text": _quoted,
        "unclosed": _unclosed,
        "number": _number,
        "called": _called,
        "word": _word,
        "curly": _curly,
        "foreign": _foreign,
        "sign": _sign,
        "bracket": lambda typed, at: Token(kind=TokenKind(typed), text=typed, at=at),
        "other": _other,
    }
)
