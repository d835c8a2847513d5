"""Draws each `sum(…)` and `count(…)` of a check into one operand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from truyenthong.diagnostics import forms as diagnostics
from truyenthong.model.expressions.faults import ExpressionFault, fault
from truyenthong.model.expressions.tokens import Token, TokenKind, bare
from truyenthong.model.expressions.tree import ColumnRef, Count, FieldRef, Largest, Stretch, Sum, TableRef

_FUNCTIONS: Final[Mapping[str, type[Sum | Largest | Count]]] = MappingProxyType(
    {"sum": Sum, "tong": Sum, "max": Largest, "lon_nhat": Largest, "count": Count, "dem": Count}
)


def with_functions_read(
    tokens: Sequence[Token],
) -> tuple[tuple[Token, ...], tuple[ExpressionFault, ...]]:
    """``tokens`` with each function and its brackets drawn into one operand, and what is wrong in them."""
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
            "chỉ có sum(bảng.cột), max(bảng.cột), count(bảng) và count(bảng.cột); nhân thì viết dấu *",
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


def _misused(typed: str, function: type[Sum | Largest | Count], at: Stretch) -> ExpressionFault:
    if function is not Count:
        message, hint = f"{typed} cần đúng một cột của một bảng.", f"viết {typed}(bang.cot)"
    else:
        message = f"{typed} cần đúng một bảng hoặc một cột."
        hint = f"viết {typed}(bang) để đếm dòng, hoặc {typed}(bang.cot) để đếm ô đã điền"
    return fault(diagnostics.TT157, at, message, hint)
