"""Parses the text of a check to its tree by precedence, or says where its order breaks first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from truyenthong.diagnostics import forms as diagnostics
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.model.expressions.tokens import (
    LONGEST,
    ExpressionFault,
    Token,
    TokenKind,
    bare,
    fault,
    tokens_of,
)
from truyenthong.model.expressions.tree import (
    Arithmetic,
    ArithmeticSign,
    ColumnRef,
    Comparison,
    ComparisonSign,
    Count,
    Expression,
    FieldRef,
    Largest,
    Logic,
    LogicWord,
    Not,
    Number,
    Stretch,
    Sum,
    TableRef,
)

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


MOST_OPERATORS: Final = 60
"""Signs and words of an expression, so also how deep its tree can be without counting brackets."""

DEEPEST: Final = 20
"""Brackets inside brackets."""

_OPERATORS: Final = frozenset(
    {TokenKind.SIGN, TokenKind.FACTOR, TokenKind.COMPARISON, TokenKind.JOIN, TokenKind.NOT}
)
_SHOWN: Final[Mapping[str, str]] = MappingProxyType({"and": "và", "or": "hoặc", "not": "không"})


def parse_expression(text: str) -> Expression | tuple[ExpressionFault, ...]:
    """The tree of a check, or its faults (at least one), in the order of the text.

    Whatever ``text`` is, this ends soon and raises nothing: length, brackets and signs are limited.
    """
    if (limit := _length_fault(text)) is not None:
        return (limit,)
    tokens, unread = tokens_of(text)
    if unread:
        return unread
    tokens, misused = with_functions_read(tokens)
    if misused:
        return misused
    try:
        expression = _Parser(tokens).whole()
    except _OrderError as broken:
        return (broken.fault,)
    crowded = _number_fault(tokens)
    return expression if crowded is None else (crowded,)


def _length_fault(text: str) -> ExpressionFault | None:
    whole = Stretch(start=0, end=len(text))
    if len(text) > LONGEST:
        message = f"Biểu thức dài {len(text)} ký tự, nhiều hơn {LONGEST}."
        return fault(diagnostics.TT150, whole, message, "tách thành nhiều phép kiểm tra")
    if not text.strip():
        hint = 'viết một điều kiện, ví dụ "da_xu_ly <= tiep_nhan"'
        return fault(diagnostics.TT150, whole, "Biểu thức để trống.", hint)
    return None


def _number_fault(tokens: Sequence[Token]) -> ExpressionFault | None:
    operators = [token for token in tokens if token.kind in _OPERATORS]
    if len(operators) <= MOST_OPERATORS:
        return None
    at = Stretch(start=operators[MOST_OPERATORS].at.start, end=tokens[-1].at.end)
    message = f"Biểu thức có {len(operators)} phép, nhiều hơn {MOST_OPERATORS}."
    return fault(diagnostics.TT150, at, message, "tách thành nhiều phép kiểm tra")


class _OrderError(Exception):
    """The order of the tokens breaks here; the parser stops."""

    def __init__(self, diagnostic: Diagnostic, at: Stretch, message: str, hint: str) -> None:
        super().__init__(message)
        self.fault = fault(diagnostic, at, message, hint)


_Read = tuple[Expression, Stretch]
"""A part of the tree, and where it was typed with the brackets around it."""


class _Parser:
    """Descends from what binds loosest (hoặc, và, không, comparison, + -, * /) to a single operand."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._place = 0
        self._opened: list[Token] = []

    def whole(self) -> Expression:
        expression, _ = self._any_of()
        return expression

    def _any_of(self) -> _Read:
        return self._joined(LogicWord.OR, "or", lambda: self._joined(LogicWord.AND, "and", self._negated))

    def _joined(self, word: LogicWord, spelling: str, operand: Callable[[], _Read]) -> _Read:
        read = [operand()]
        while self._take(TokenKind.JOIN, spelling) is not None:
            read.append(operand())
        if len(read) == 1:
            return read[0]
        at = _over(read[0][1], read[-1][1])
        return Logic(word=word, operands=tuple(one for one, _ in read), at=at), at

    def _negated(self) -> _Read:
        if (sign := self._take(TokenKind.NOT)) is None:
            return self._compared()
        operand, inner = self._negated()
        at = _over(sign.at, inner)
        return Not(operand=operand, at=at), at

    def _compared(self) -> _Read:
        read, signs = [self._calculated()], []
        while (sign := self._take(TokenKind.COMPARISON)) is not None:
            signs.append(ComparisonSign(sign.text))
            read.append(self._calculated())
        if not signs:
            return read[0]
        at = _over(read[0][1], read[-1][1])
        return Comparison(operands=tuple(one for one, _ in read), signs=tuple(signs), at=at), at

    def _calculated(self) -> _Read:
        return self._chain(TokenKind.SIGN, lambda: self._chain(TokenKind.FACTOR, self._signed))

    def _chain(self, kind: TokenKind, operand: Callable[[], _Read]) -> _Read:
        left, at = operand()
        while (sign := self._take(kind)) is not None:
            right, last = operand()
            at = _over(at, last)
            left = Arithmetic(sign=ArithmeticSign(sign.text), left=left, right=right, at=at)
        return left, at

    def _signed(self) -> _Read:
        """An operand with the sign before it; two signs in a row are a slip."""
        before = self._before
        sign = self._take(TokenKind.SIGN) if before is None or before.kind is not TokenKind.SIGN else None
        operand, inner = self._operand()
        if sign is None:
            return operand, inner
        at = _over(sign.at, inner)
        if sign.text == "+":
            return operand, at
        if isinstance(operand, Number):
            return Number(value=-operand.value, at=at), at
        zero = Number(value=0, at=Stretch(start=at.start, end=at.start))
        return Arithmetic(sign=ArithmeticSign.SUBTRACT, left=zero, right=operand, at=at), at

    def _operand(self) -> _Read:
        before, token = self._before, self._next
        if token is not None and token.kind is TokenKind.OPEN:
            read = self._bracketed(token)
        elif token is not None and token.leaf is not None and not isinstance(token.leaf, ColumnRef):
            self._place += 1
            read = token.leaf, token.at
        else:
            raise self._misplaced(before, token)
        self._after_operand()
        return read

    def _bracketed(self, opening: Token) -> _Read:
        self._opened.append(opening)
        if len(self._opened) > DEEPEST:
            hint = "bỏ bớt ngoặc, hoặc tách thành nhiều phép kiểm tra"
            message = f"Ngoặc đơn lồng nhau quá {DEEPEST} lớp."
            raise _OrderError(diagnostics.TT150, opening.at, message, hint)
        self._place += 1
        inner, _ = self._any_of()
        closing = self._take(TokenKind.CLOSE)
        if closing is None:
            raise _unclosed(self._opened[-1])
        self._opened.pop()
        return inner, _over(opening.at, closing.at)

    def _after_operand(self) -> None:
        """What follows an operand joins it to another, or closes a bracket that is open."""
        token = self._next
        if token is None:
            return
        if token.kind is TokenKind.CLOSE and not self._opened:
            raise _unopened(token)
        if token.kind in {TokenKind.OPERAND, TokenKind.OPEN, TokenKind.NOT}:
            message = f"Trước «{_shown(token)}» thiếu một phép tính, phép so sánh, hoặc từ và, hoặc."
            hint = "số viết liền, không có dấu cách; mã trường nối bằng gạch dưới"
            raise _OrderError(diagnostics.TT158, token.at, message, hint)

    def _misplaced(self, before: Token | None, token: Token | None) -> _OrderError:
        """Why ``token`` cannot begin an operand after ``before``."""
        if token is not None and token.kind is TokenKind.CLOSE:
            if not self._opened:
                return _unopened(token)
            if before is not None and before.kind is TokenKind.OPEN:
                at, hint = _over(before.at, token.at), "điền một vế, hoặc bỏ cặp ngoặc"
                return _OrderError(diagnostics.TT158, at, "Trong ngoặc đơn không có gì.", hint)
        elif token is not None and token.kind is TokenKind.NOT and before is not None:
            message = f"Từ «không» đứng ngay sau «{_shown(before)}» thì biểu thức đọc không ra."
            hint = "đặt phần phủ định trong ngoặc đơn: (không a)"
            return _OrderError(diagnostics.TT158, token.at, message, hint)
        elif token is not None and (before is None or before.kind is TokenKind.OPEN):
            message = f"Phép «{_shown(token)}» thiếu vế trái."
            return _OrderError(diagnostics.TT158, token.at, message, "điền tên trường hoặc số")
        last = before or self._tokens[-1]
        if last.kind is TokenKind.OPEN:
            return _unclosed(last)
        message = f"Phép «{_shown(last)}» thiếu vế phải."
        return _OrderError(diagnostics.TT158, last.at, message, "điền tên trường hoặc số")

    @property
    def _next(self) -> Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    @property
    def _before(self) -> Token | None:
        return self._tokens[self._place - 1] if self._place else None

    def _take(self, kind: TokenKind, spelling: str | None = None) -> Token | None:
        token = self._next
        if token is None or token.kind is not kind or spelling not in {None, token.text}:
            return None
        self._place += 1
        return token


def _over(first: Stretch, last: Stretch) -> Stretch:
    return Stretch(start=first.start, end=last.end)


def _unclosed(opening: Token) -> _OrderError:
    hint = "thêm dấu ) hoặc bỏ dấu ("
    return _OrderError(diagnostics.TT159, opening.at, "Ngoặc đơn mở mà không đóng.", hint)


def _unopened(closing: Token) -> _OrderError:
    return _OrderError(diagnostics.TT159, closing.at, "Ngoặc đơn đóng mà không có ngoặc mở.", "bỏ dấu ) thừa")


def _shown(token: Token) -> str:
    return _SHOWN.get(token.text, token.text)
