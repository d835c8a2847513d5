"""Evaluates a check for the values of a form, exactly (fractions, not floats) and without ever failing."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Final, assert_never

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
    Sum,
    TableRef,
    Text,
)
from truyenthong.model.moments import Moment

Scalar = int | Decimal | date | Moment | bool | str | None
FormValues = Mapping[str, Scalar | tuple[Mapping[str, Scalar], ...]]
"""The values of a form by field; a table is a tuple of rows; a field left empty is None or absent."""

_Value = Fraction | date | Moment | str | bool

_FARTHEST: Final = 30
"""Digits before the point, and half of those after it, within which numbers count."""
_LIMIT: Final = 10**_FARTHEST

_whole = lru_cache(maxsize=1024)(Fraction)
"""A whole number as a fraction: nearly every paper has the same small ones."""

_ARITHMETIC: Final[Mapping[ArithmeticSign, Callable[[Fraction, Fraction], Fraction]]] = MappingProxyType(
    {
        ArithmeticSign.ADD: operator.add,
        ArithmeticSign.SUBTRACT: operator.sub,
        ArithmeticSign.MULTIPLY: operator.mul,
        ArithmeticSign.DIVIDE: operator.truediv,
    }
)
_ORDERS: Final[Mapping[ComparisonSign, Callable[[Fraction, Fraction], bool]]] = MappingProxyType(
    {
        ComparisonSign.LESS: operator.lt,
        ComparisonSign.AT_MOST: operator.le,
        ComparisonSign.GREATER: operator.gt,
        ComparisonSign.AT_LEAST: operator.ge,
    }
)


def evaluate(expression: Expression, values: FormValues) -> bool | None:
    """Whether the check holds; None where it is to be skipped.

    It is skipped where anything that it calls is empty, on whichever side of và, hoặc: empty is not 0.

    - An empty cell leaves the sum and the largest number of its column unknown; a table without rows sums
      to 0 and has no largest number; a table that is not given is empty. ``count`` of a table counts its
      rows, of a column its filled cells.
    - A text of blanks is empty. A division by 0 has no result. Numbers beyond 30 digits (60 after the
      point), and values of a kind that ``check_types`` would refuse, are as good as empty.
    """
    result = _value(expression, values)
    return result if isinstance(result, bool) else None


def _value(expression: Expression, values: FormValues) -> _Value | None:
    match expression:
        case Arithmetic(sign=sign, left=left, right=right):
            return _computed(sign, _value(left, values), _value(right, values))
        case Comparison():
            pairs = tuple(
                _compared(sign, _value(left, values), _value(right, values))
                for left, sign, right in expression.pairs
            )
            return _joined(LogicWord.AND, pairs)
        case Logic(word=word, operands=operands):
            return _joined(word, tuple(_value(one, values) for one in operands))
        case Not(operand=operand):
            held = _value(operand, values)
            return not held if isinstance(held, bool) else None
        case _:
            return _leaf(expression, values)


def _leaf(leaf: Number | Text | FieldRef | Sum | Largest | Count, values: FormValues) -> _Value | None:
    match leaf:
        case Number(value=number):
            return Fraction(number)
        case Text(value=text):
            return text
        case FieldRef(name=name):
            given = values.get(name)
            return None if isinstance(given, tuple) else _scalar(given)
        case Sum(of=column):
            return _sum(column, values)
        case Largest(of=column):
            return _largest(column, values)
        case Count(of=of):
            return _count(of, values)
        case _ as never:
            assert_never(never)


def _scalar(given: Scalar) -> _Value | None:
    match given:
        case bool() | date() | Moment():
            return given
        case int() | Decimal():
            return _exact(given)
        case str():
            return given if given.strip() else None
        case None:
            return None
        case _ as never:
            assert_never(never)


def _exact(given: int | Decimal) -> Fraction | None:
    """The number as a fraction; 1e999999999 would fill the memory, so it counts as not given."""
    if isinstance(given, int):
        return _whole(given) if abs(given) < _LIMIT else None
    if not given.is_finite():
        return None
    if not given:
        return Fraction(0)
    fits = given.adjusted() < _FARTHEST and given.adjusted() - len(given.as_tuple().digits) >= -2 * _FARTHEST
    return Fraction(given) if fits else None


def _rows(table: str, values: FormValues) -> tuple[Mapping[str, Scalar], ...] | None:
    given = values.get(table)
    return given if isinstance(given, tuple) else None


def _sum(column: ColumnRef, values: FormValues) -> Fraction | None:
    rows = _rows(column.table, values)
    if rows is None:
        return None
    whole, rest = 0, Fraction(0)
    for row in rows:
        cell = _scalar(row.get(column.column))
        if not isinstance(cell, Fraction):
            return None
        if cell.denominator == 1:
            whole += cell.numerator
        else:
            rest += cell
    return rest + whole


def _largest(column: ColumnRef, values: FormValues) -> Fraction | None:
    cells = [_scalar(row.get(column.column)) for row in _rows(column.table, values) or ()]
    numbers = [cell for cell in cells if isinstance(cell, Fraction)]
    return max(numbers) if numbers and len(numbers) == len(cells) else None


def _count(of: TableRef | ColumnRef, values: FormValues) -> Fraction | None:
    rows = _rows(of.table, values)
    if rows is None:
        return None
    if isinstance(of, TableRef):
        return Fraction(len(rows))
    cells = [row.get(of.column) for row in rows]
    return Fraction(sum(bool(one.strip()) if isinstance(one, str) else one is not None for one in cells))


def _computed(sign: ArithmeticSign, left: _Value | None, right: _Value | None) -> Fraction | None:
    if not isinstance(left, Fraction) or not isinstance(right, Fraction):
        return None
    if sign is ArithmeticSign.DIVIDE and not right:
        return None
    return _ARITHMETIC[sign](left, right)


def _compared(sign: ComparisonSign, left: _Value | None, right: _Value | None) -> bool | None:
    if isinstance(left, (Moment, date)) and isinstance(right, (Moment, date)):
        return _in_time(sign, left, right)
    if left is None or type(left) is not type(right):
        return None
    if not sign.orders:
        return (left == right) is (sign is ComparisonSign.EQUAL)
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return _ORDERS[sign](left, right)
    return None


def _in_time(sign: ComparisonSign, left: Moment | date, right: Moment | date) -> bool | None:
    """By the day, between two moments also by the hour; one that is not known leaves a single day open."""
    first, second = _rank(left), _rank(right)
    if isinstance(left, Moment) and isinstance(right, Moment):
        if left.hour is not None and right.hour is not None:
            first, second = first + _share(left.hour), second + _share(right.hour)
        elif left.day == right.day:
            return None
    if not sign.orders:
        return (first == second) is (sign is ComparisonSign.EQUAL)
    return _ORDERS[sign](first, second)


def _rank(when: Moment | date) -> Fraction:
    day = when.day if isinstance(when, Moment) else when
    return Fraction(day.toordinal())


def _share(hour: time) -> Fraction:
    """How much of its day has gone by."""
    return Fraction(hour.hour * 3600 + hour.minute * 60 + hour.second, 24 * 3600)


def _joined(word: LogicWord, held: tuple[_Value | None, ...]) -> bool | None:
    if not all(isinstance(one, bool) for one in held):
        return None
    return all(held) if word is LogicWord.AND else any(held)
