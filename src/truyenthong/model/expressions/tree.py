"""The tree of a check, for evaluation, for spreadsheets, and for writing it out again."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, assert_never


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Code points ``start`` (in) to ``end`` (out) of the text as it was typed."""

    start: int
    end: int


_NOWHERE: Final = Stretch(start=0, end=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    """Where a node was typed; two trees that say the same are equal wherever they stand."""

    at: Stretch = field(default=_NOWHERE, compare=False, repr=False)


class ArithmeticSign(StrEnum):
    """The four operations."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"


class ComparisonSign(StrEnum):
    """How two values are compared."""

    EQUAL = "=="
    NOT_EQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    GREATER = ">"
    AT_LEAST = ">="

    @property
    def orders(self) -> bool:
        """Whether the two sides need an order (numbers, dates), not only to be the same or not."""
        return self not in {ComparisonSign.EQUAL, ComparisonSign.NOT_EQUAL}


class LogicWord(StrEnum):
    """How conditions are joined."""

    AND = "và"
    OR = "hoặc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(_Node):
    """A whole number of at most 15 digits, possibly negative."""

    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(_Node):
    """A text as it stood between the quotation marks (NFC)."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRef(_Node):
    """The value of a field."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRef(_Node):
    """A table as a whole; only ``count`` takes it."""

    table: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRef(_Node):
    """A column of a table; only ``sum``, ``max`` and ``count`` take it."""

    table: str
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum(_Node):
    """The sum of a column."""

    of: ColumnRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Largest(_Node):
    """The largest number of a column."""

    of: ColumnRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(_Node):
    """The rows of a table, or the filled cells of a column."""

    of: TableRef | ColumnRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Arithmetic(_Node):
    """``left sign right``."""

    sign: ArithmeticSign
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(_Node):
    """``operands[0] signs[0] operands[1] signs[1] …``: holds where every neighbouring pair does."""

    operands: tuple[Expression, ...]
    signs: tuple[ComparisonSign, ...]

    @property
    def pairs(self) -> tuple[tuple[Expression, ComparisonSign, Expression], ...]:
        """Left side, sign and right side of each neighbouring pair."""
        return tuple(zip(self.operands, self.signs, self.operands[1:], strict=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class Logic(_Node):
    """Two or more conditions joined by one word."""

    word: LogicWord
    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Not(_Node):
    """The opposite of a condition."""

    operand: Expression


Expression = Number | Text | FieldRef | Sum | Largest | Count | Arithmetic | Comparison | Logic | Not
Reference = FieldRef | TableRef | ColumnRef


def parts(expression: Expression) -> tuple[Expression, ...]:
    """What ``expression`` is directly made of, left to right."""
    match expression:
        case Number() | Text() | FieldRef() | Sum() | Largest() | Count():
            return ()
        case Arithmetic(left=left, right=right):
            return (left, right)
        case Comparison(operands=operands) | Logic(operands=operands):
            return operands
        case Not(operand=operand):
            return (operand,)
        case _ as never:
            assert_never(never)


def walk(expression: Expression) -> tuple[Expression, ...]:
    """``expression`` and all that it is made of, outer before inner, left before right."""
    inner = (one for part in parts(expression) for one in walk(part))
    return (expression, *inner)


def names(expression: Expression) -> tuple[Reference, ...]:
    """The fields, tables and columns that are called, in order; ``at`` of each is where it was typed."""
    found: list[Reference] = []
    for one in walk(expression):
        if isinstance(one, FieldRef):
            found.append(one)
        elif isinstance(one, (Sum, Largest, Count)):
            found.append(one.of)
    return tuple(found)


def texts_compared(expression: Expression) -> tuple[tuple[FieldRef, Text], ...]:
    """Each field that is compared with a text in quotation marks, with that text (for lists of choices)."""
    found: list[tuple[FieldRef, Text]] = []
    for one in walk(expression):
        for left, _, right in one.pairs if isinstance(one, Comparison) else ():
            match (left, right):
                case (FieldRef() as called, Text() as text) | (Text() as text, FieldRef() as called):
                    found.append((called, text))
                case _:
                    pass
    return tuple(found)


def written(expression: Expression | Reference) -> str:  # noqa: PLR0911 - one return for each kind
    """``expression`` in the language of the checks; parsing it gives the same tree again."""
    match expression:
        case Arithmetic(sign=sign, left=left, right=right):
            return f"{_inside(left)} {sign} {_inside(right)}"
        case Comparison(operands=operands, signs=signs):
            rest = (f" {sign} {_inside(one)}" for sign, one in zip(signs, operands[1:], strict=True))
            return _inside(operands[0]) + "".join(rest)
        case Logic(word=word, operands=operands):
            return f" {word} ".join(_inside(one) for one in operands)
        case Not(operand=operand):
            return f"không {_inside(operand)}"
        case Sum(of=of):
            return f"sum({written(of)})"
        case Largest(of=of):
            return f"max({written(of)})"
        case _:
            return _written_leaf(expression)


def _written_leaf(leaf: Number | Text | Count | Reference) -> str:
    match leaf:
        case Number(value=value):
            return str(value)
        case Text(value=value):
            return f"'{value}'" if '"' in value else f'"{value}"'
        case Count(of=of):
            return f"count({written(of)})"
        case FieldRef(name=name) | TableRef(table=name):
            return name
        case ColumnRef(table=table, column=column):
            return f"{table}.{column}"
        case _ as never:
            assert_never(never)


def _inside(expression: Expression) -> str:
    alone = not parts(expression) and not (isinstance(expression, Number) and expression.value < 0)
    return written(expression) if alone else f"({written(expression)})"
