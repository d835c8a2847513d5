"""Whether the words and signs of a check stand in an order that can be read; it builds no tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from truyenthong.diagnostics import forms as diagnostics
from truyenthong.model.expressions.faults import ExpressionFault, fault
from truyenthong.model.expressions.tokens import Token, TokenKind, bare
from truyenthong.model.expressions.tree import ColumnRef, Count, FieldRef, Stretch, Sum, TableRef

MOST_OPERATORS: Final = 60
"""Signs and words of an expression, so also how deep its tree can be without counting brackets."""

DEEPEST: Final = 20
"""Brackets inside brackets."""

_FUNCTIONS: Final[Mapping[str, type[Sum | Count]]] = MappingProxyType(
    {"sum": Sum, "tong": Sum, "count": Count, "dem": Count}
)
_OPERATORS: Final = frozenset(
    {TokenKind.SIGN, TokenKind.FACTOR, TokenKind.COMPARISON, TokenKind.JOIN, TokenKind.NOT}
)
_WORDS: Final[Mapping[str, str]] = MappingProxyType({"and": "và", "or": "hoặc", "not": "không"})


def with_functions_read(
    tokens: Sequence[Token],
) -> tuple[tuple[Token, ...], tuple[ExpressionFault, ...]]:
    """``tokens`` with each ``sum(…)`` and ``count(…)`` drawn into one operand, and what is wrong in them."""
    drawn: list[Token] = []
    faults: list[ExpressionFault] = []
    place = 0
    while place < len(tokens):
        width = _width(tokens, place)
        read = _read(tokens[place : place + width])
        if isinstance(read, Token):
            drawn.append(read)
        else:
            faults.append(read)
        place += width
    return tuple(drawn), tuple(faults)


def _width(tokens: Sequence[Token], place: int) -> int:
    """How many tokens belong to the one at ``place``: for a function, to its closing bracket or the end."""
    if tokens[place].kind is not TokenKind.FUNCTION:
        return 1
    depth = 0
    for end, token in enumerate(tokens[place:], start=1):
        depth += (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)
        if token.kind is TokenKind.CLOSE and depth == 0:
            return end
    return len(tokens) - place


def _read(tokens: Sequence[Token]) -> Token | ExpressionFault:
    first = tokens[0]
    if first.kind is TokenKind.FUNCTION:
        return _function(tokens)
    if isinstance(first.leaf, ColumnRef):
        return fault(
            diagnostics.TT157,
            first.at,
            f"Cột {first.text} có nhiều giá trị nên không đứng một mình được.",
            f"viết sum({first.text}) để cộng, hoặc count({first.text}) để đếm ô đã điền",
        )
    return first


def _function(tokens: Sequence[Token]) -> Token | ExpressionFault:
    first, at = tokens[0], Stretch(start=tokens[0].at.start, end=tokens[-1].at.end)
    function = _FUNCTIONS.get(bare(first.text))
    if function is None:
        return fault(
            diagnostics.TT156,
            first.at,
            f"Biểu thức không có hàm {first.text}.",
            "chỉ có sum(bảng.cột) và count(bảng) hoặc count(bảng.cột); nhân thì viết dấu *",
        )
    if tokens[-1].kind is not TokenKind.CLOSE:
        return fault(
            diagnostics.TT159, tokens[1].at, f"Ngoặc của {first.text} mở mà không đóng.", "thêm dấu )"
        )
    match [token.leaf for token in tokens[2:-1]]:
        case [ColumnRef() as column]:
            return Token(kind=TokenKind.OPERAND, text=first.text, at=at, leaf=function(of=column, at=at))
        case [FieldRef(name=name, at=inner)] if function is Count:
            leaf = Count(of=TableRef(table=name, at=inner), at=at)
            return Token(kind=TokenKind.OPERAND, text=first.text, at=at, leaf=leaf)
        case _:
            return _misused(first.text, function, at)


def _misused(typed: str, function: type[Sum | Count], at: Stretch) -> ExpressionFault:
    if function is Sum:
        message, hint = f"{typed} cần đúng một cột của một bảng.", f"viết {typed}(bang.cot)"
    else:
        message = f"{typed} cần đúng một bảng hoặc một cột."
        hint = f"viết {typed}(bang) để đếm dòng, hoặc {typed}(bang.cot) để đếm ô đã điền"
    return fault(diagnostics.TT157, at, message, hint)


def order_fault(tokens: Sequence[Token]) -> ExpressionFault | None:
    """The first place where the order breaks, or None; what passes is a Python expression, word by word."""
    opened: list[Token] = []
    before: Token | None = None
    for token in tokens:
        found = _follows(before, token, opened)
        if found is not None:
            return found
        before = token
    if before is not None and _awaits_operand(before):
        return _no_right_side(before)
    if opened:
        return fault(
            diagnostics.TT159, opened[-1].at, "Ngoặc đơn mở mà không đóng.", "thêm dấu ) hoặc bỏ dấu ("
        )
    return _too_many(tokens)


def _awaits_operand(before: Token | None) -> bool:
    return before is None or before.kind not in {TokenKind.OPERAND, TokenKind.CLOSE}


def _follows(before: Token | None, token: Token, opened: list[Token]) -> ExpressionFault | None:
    """Whether ``token`` can stand after ``before``; keeps the brackets that are open in ``opened``."""
    if token.kind is TokenKind.CLOSE:
        return _closes(before, token, opened)
    begins = token.kind in {TokenKind.OPERAND, TokenKind.OPEN, TokenKind.NOT}
    if not _awaits_operand(before):
        return _no_operator(token) if begins else None
    if token.kind is TokenKind.OPEN:
        return _opens(token, opened)
    return None if token.kind is TokenKind.OPERAND else _prefixes(before, token)


def _opens(token: Token, opened: list[Token]) -> ExpressionFault | None:
    opened.append(token)
    if len(opened) <= DEEPEST:
        return None
    hint = "bỏ bớt ngoặc, hoặc tách thành nhiều phép kiểm tra"
    return fault(diagnostics.TT150, token.at, f"Ngoặc đơn lồng nhau quá {DEEPEST} lớp.", hint)


def _closes(before: Token | None, token: Token, opened: list[Token]) -> ExpressionFault | None:
    if not opened:
        return fault(diagnostics.TT159, token.at, "Ngoặc đơn đóng mà không có ngoặc mở.", "bỏ dấu ) thừa")
    if before is not None and before.kind is TokenKind.OPEN:
        at = Stretch(start=before.at.start, end=token.at.end)
        return fault(diagnostics.TT158, at, "Trong ngoặc đơn không có gì.", "điền một vế, hoặc bỏ cặp ngoặc")
    if before is not None and _awaits_operand(before):
        return _no_right_side(before)
    opened.pop()
    return None


def _prefixes(before: Token | None, token: Token) -> ExpressionFault | None:
    """Whether a sign or «không» can begin an operand after ``before``."""
    after = before.kind if before is not None else TokenKind.OPEN
    if token.kind is TokenKind.NOT:
        if after in {TokenKind.OPEN, TokenKind.JOIN, TokenKind.NOT}:
            return None
        return fault(
            diagnostics.TT158,
            token.at,
            f"Từ «không» đứng ngay sau «{_shown(before)}» thì biểu thức đọc không ra.",
            "đặt phần phủ định trong ngoặc đơn: (không a)",
        )
    if token.kind is TokenKind.SIGN and after is not TokenKind.SIGN:
        return None
    if before is None or before.kind is TokenKind.OPEN:
        return fault(
            diagnostics.TT158, token.at, f"Phép «{_shown(token)}» thiếu vế trái.", "điền tên trường hoặc số"
        )
    return _no_right_side(before)


def _no_right_side(before: Token) -> ExpressionFault:
    if before.kind is TokenKind.OPEN:
        return fault(diagnostics.TT159, before.at, "Ngoặc đơn mở mà không đóng.", "thêm dấu ) hoặc bỏ dấu (")
    return fault(
        diagnostics.TT158, before.at, f"Phép «{_shown(before)}» thiếu vế phải.", "điền tên trường hoặc số"
    )


def _no_operator(token: Token) -> ExpressionFault:
    return fault(
        diagnostics.TT158,
        token.at,
        f"Trước «{_shown(token)}» thiếu một phép tính, phép so sánh, hoặc từ và, hoặc.",
        "số viết liền, không có dấu cách; mã trường nối bằng gạch dưới",
    )


def _too_many(tokens: Sequence[Token]) -> ExpressionFault | None:
    operators = [token for token in tokens if token.kind in _OPERATORS]
    if len(operators) <= MOST_OPERATORS:
        return None
    at = Stretch(start=operators[MOST_OPERATORS].at.start, end=tokens[-1].at.end)
    message = f"Biểu thức có {len(operators)} phép, nhiều hơn {MOST_OPERATORS}."
    return fault(diagnostics.TT150, at, message, "tách thành nhiều phép kiểm tra")


def _shown(token: Token | None) -> str:
    text = token.text if token is not None else ""
    return _WORDS.get(text, text)
