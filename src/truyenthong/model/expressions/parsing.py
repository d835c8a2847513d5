"""From the text of a check to its tree; Python's own parser settles what binds tighter, and runs nothing."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, cast

from truyenthong.diagnostics import forms as diagnostics
from truyenthong.model.expressions.faults import ExpressionFault, fault
from truyenthong.model.expressions.shape import order_fault, with_functions_read
from truyenthong.model.expressions.tokens import LONGEST, Token, TokenKind, tokens_of
from truyenthong.model.expressions.tree import (
    Arithmetic,
    ArithmeticSign,
    Comparison,
    ComparisonSign,
    Expression,
    Logic,
    LogicWord,
    Not,
    Number,
    Stretch,
)

_ARITHMETIC: Final[Mapping[type[ast.operator], ArithmeticSign]] = MappingProxyType(
    {
        ast.Add: ArithmeticSign.ADD,
        ast.Sub: ArithmeticSign.SUBTRACT,
        ast.Mult: ArithmeticSign.MULTIPLY,
        ast.Div: ArithmeticSign.DIVIDE,
    }
)
_COMPARISONS: Final[Mapping[type[ast.cmpop], ComparisonSign]] = MappingProxyType(
    {
        ast.Eq: ComparisonSign.EQUAL,
        ast.NotEq: ComparisonSign.NOT_EQUAL,
        ast.Lt: ComparisonSign.LESS,
        ast.LtE: ComparisonSign.AT_MOST,
        ast.Gt: ComparisonSign.GREATER,
        ast.GtE: ComparisonSign.AT_LEAST,
    }
)


def parse_expression(text: str) -> Expression | tuple[ExpressionFault, ...]:
    """The tree of a check, or its faults (at least one), in the order of the text.

    Whatever ``text`` is, this ends soon and raises nothing: length, brackets and signs are limited before
    Python's parser sees it, and that parser sees only placeholders, never what was typed.
    """
    whole = Stretch(start=0, end=len(text))
    if len(text) > LONGEST:
        message = f"Biểu thức dài {len(text)} ký tự, nhiều hơn {LONGEST}."
        return (fault(diagnostics.TT150, whole, message, "tách thành nhiều phép kiểm tra"),)
    if not text.strip():
        hint = 'viết một điều kiện, ví dụ "da_xu_ly <= tiep_nhan"'
        return (fault(diagnostics.TT150, whole, "Biểu thức để trống.", hint),)
    tokens, unread = tokens_of(text)
    if unread:
        return unread
    tokens, misused = with_functions_read(tokens)
    if misused:
        return misused
    broken = order_fault(tokens)
    return (broken,) if broken is not None else _Builder.of(tokens).build()


@dataclass(frozen=True, slots=True)
class _Builder:
    """The tokens and the Python text in which each operand is a placeholder: ``n0 <= n2``."""

    tokens: Sequence[Token]
    python: str
    begins: Mapping[int, Token]
    ends: Mapping[int, Token]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> _Builder:
        words, begins, ends, column = [], {}, {}, 0
        for number, token in enumerate(tokens):
            word = f"n{number}" if token.kind is TokenKind.OPERAND else token.text
            words.append(word)
            begins[column] = ends[column + len(word)] = token
            column += len(word) + 1
        return cls(tokens, " ".join(words), begins, ends)

    def build(self) -> Expression:
        return self._node(ast.parse(self.python, mode="eval").body)

    def _node(self, node: ast.expr) -> Expression:
        match node:
            case ast.Name(id=placeholder):
                # order_fault lets no bare column through, and every operand has its leaf
                return cast("Expression", self.tokens[int(placeholder[1:])].leaf)
            case ast.BinOp(left=left, op=sign, right=right):
                return Arithmetic(
                    sign=_ARITHMETIC[type(sign)],
                    left=self._node(left),
                    right=self._node(right),
                    at=self._at(node),
                )
            case ast.UnaryOp():
                return self._prefixed(node)
            case ast.BoolOp(op=word, values=values):
                joined = tuple(self._node(value) for value in values)
                logic = LogicWord.AND if isinstance(word, ast.And) else LogicWord.OR
                return Logic(word=logic, operands=joined, at=self._at(node))
            case _:
                return self._comparison(cast("ast.Compare", node))

    def _prefixed(self, node: ast.UnaryOp) -> Expression:
        operand, at = self._node(node.operand), self._at(node)
        if isinstance(node.op, ast.Not):
            return Not(operand=operand, at=at)
        if isinstance(node.op, ast.UAdd):
            return operand
        if isinstance(operand, Number):
            return Number(value=-operand.value, at=at)
        zero = Number(value=0, at=Stretch(start=at.start, end=at.start))
        return Arithmetic(sign=ArithmeticSign.SUBTRACT, left=zero, right=operand, at=at)

    def _comparison(self, node: ast.Compare) -> Comparison:
        return Comparison(
            operands=tuple(self._node(one) for one in (node.left, *node.comparators)),
            signs=tuple(_COMPARISONS[type(sign)] for sign in node.ops),
            at=self._at(node),
        )

    def _at(self, node: ast.expr) -> Stretch:
        # the placeholder text is one ASCII line, so Python's byte columns are its columns
        first = self.begins[node.col_offset]
        last = self.ends[cast("int", node.end_col_offset)]
        return Stretch(start=first.at.start, end=last.at.end)
