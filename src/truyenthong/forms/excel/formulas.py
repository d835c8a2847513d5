"""Writes the checks of a form as formulas of Excel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from truyenthong.forms.excel.layout import Area, Layout, TablePlace
from truyenthong.forms.labels import YES, Displays
from truyenthong.model.expressions import (
    Arithmetic,
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
from truyenthong.model.expressions.tree import walk
from truyenthong.model.forms import Field, FieldType

HOLDS, FAILS, OPEN = "Đúng", "Chưa đúng", "Chưa đủ số liệu"

_LONGEST = 8000
"""Excel takes 8,192 characters."""
_LONGEST_TEXT = 255
"""Excel takes no longer text within a formula."""
_SIGNS: Mapping[ComparisonSign, str] = {
    ComparisonSign.EQUAL: "=",
    ComparisonSign.NOT_EQUAL: "<>",
    ComparisonSign.LESS: "<",
    ComparisonSign.AT_MOST: "<=",
    ComparisonSign.GREATER: ">",
    ComparisonSign.AT_LEAST: ">=",
}
_TIMES = frozenset({FieldType.DATE, FieldType.MOMENT})
_NUMERIC = _TIMES | {FieldType.INTEGER, FieldType.NUMBER}
_DIGITS = 9
"""Digits after the point to which two numbers are compared: Excel computes in binary."""


class _Untold(Exception):  # noqa: N818 - not an error: the check is left to the intake
    """The check cannot be said as a formula."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulas:
    """Writes the checks of one form."""

    layout: Layout
    displays: Displays

    def check(self, expression: Expression) -> str | None:
        """The formula that says ``HOLDS``, ``FAILS`` or ``OPEN``; None where Excel cannot say it.

        It is open wherever anything that the check calls is empty, as in ``expressions.evaluate``.
        """
        try:
            given = ",".join(dict.fromkeys(self._given(expression))) or "TRUE"
            held = self._condition(expression)
        except _Untold:
            return None
        formula = f'=IFERROR(IF(AND({given}),IF({held},"{HOLDS}","{FAILS}"),"{OPEN}"),"{OPEN}")'
        return formula if len(formula) <= _LONGEST else None

    # What has to be there

    def _given(self, expression: Expression) -> Iterator[str]:
        for one in walk(expression):
            match one:
                case FieldRef(name=name):
                    numeric = self._field(name).type in _NUMERIC
                    test = "ISNUMBER({})" if numeric else "LEN(TRIM({}))>0"
                    yield test.format(self.layout.scalar(name).reference)
                case Sum(of=column) | Largest(of=column):
                    rows = row_count(self._table(column))
                    yield f"{rows}>0"
                    yield f"COUNT({self._column(column).reference})={rows}"
                case Count(of=of):
                    yield f"{row_count(self._table(of))}>0"
                case Comparison():
                    yield from self._comparable(one)
                case _:
                    pass

    def _comparable(self, comparison: Comparison) -> Iterator[str]:
        """Conditions under which moments can be compared: of two on one day both have their hour."""
        for left, _, right in comparison.pairs:
            fields = [self._field(one.name) for one in (left, right) if isinstance(one, FieldRef)]
            if len(fields) == 2 and all(one.type is FieldType.MOMENT for one in fields):
                first, second = (self.layout.scalar(one.code).reference for one in fields)
                timed = f"AND({first}<>INT({first}),{second}<>INT({second}))"
                yield f"OR({timed},INT({first})<>INT({second}))"

    # What has to hold

    def _condition(self, expression: Expression) -> str:
        match expression:
            case Comparison():
                pairs = [self._pair(*pair) for pair in expression.pairs]
                return pairs[0] if len(pairs) == 1 else f"AND({','.join(pairs)})"
            case Logic(word=word, operands=operands):
                inside = ",".join(self._condition(one) for one in operands)
                return f"{'AND' if word is LogicWord.AND else 'OR'}({inside})"
            case Not(operand=operand):
                return f"NOT({self._condition(operand)})"
            case FieldRef(name=name):
                return f'EXACT({self.layout.scalar(name).reference},"{YES}")'
            case _:
                raise _Untold

    def _pair(self, left: Expression, sign: ComparisonSign, right: Expression) -> str:
        kinds = {self._type(left), self._type(right)}
        if kinds <= {FieldType.NUMBER}:
            return f"ROUND({self._number(left)}-{self._number(right)},{_DIGITS}){_SIGNS[sign]}0"
        if kinds <= _TIMES:
            first, second = (self._time(one, alone=len(kinds) == 1) for one in (left, right))
            return f"{first}{_SIGNS[sign]}{second}"
        if kinds == {FieldType.BOOLEAN}:
            return f"({self._condition(left)}){_SIGNS[sign]}({self._condition(right)})"
        same = self._same_text(left, right)
        return same if sign is ComparisonSign.EQUAL else f"NOT({same})"

    def _type(self, expression: Expression) -> FieldType:
        match expression:
            case FieldRef(name=name):
                kind = self._field(name).type
                return FieldType.NUMBER if kind is FieldType.INTEGER else kind
            case Number() | Sum() | Largest() | Count() | Arithmetic():
                return FieldType.NUMBER
            case Text():
                return FieldType.TEXT
            case Comparison() | Logic() | Not():
                return FieldType.BOOLEAN
            case _ as never:
                assert_never(never)

    def _number(self, expression: Expression) -> str:  # noqa: PLR0911 - one return for each kind
        match expression:
            case Number(value=value):
                return f"({value})"
            case FieldRef(name=name):
                return self.layout.scalar(name).reference
            case Sum(of=column):
                return f"SUM({self._column(column).reference})"
            case Largest(of=column):
                return f"MAX({self._column(column).reference})"
            case Count(of=TableRef() as table):
                return row_count(self._table(table))
            case Count(of=ColumnRef() as column):
                return f"SUMPRODUCT(--(LEN(TRIM({self._column(column).reference}))>0))"
            case Arithmetic(sign=sign, left=left, right=right):
                return f"({self._number(left)}{sign.value}{self._number(right)})"
            case _:
                raise _Untold

    def _time(self, expression: Expression, *, alone: bool) -> str:
        """A day or a moment; a moment beside a day counts as its day."""
        if not isinstance(expression, FieldRef):
            raise _Untold
        reference = self.layout.scalar(expression.name).reference
        return reference if alone else f"INT({reference})"

    def _same_text(self, left: Expression, right: Expression) -> str:
        sides = (left, right)
        fields = [self._field(one.name) for one in sides if isinstance(one, FieldRef)]
        if len(fields) == 2 and fields[0].choices != fields[1].choices:
            raise _Untold
        shown = dict(self.displays.of(fields[0])) if fields[0].type is FieldType.CHOICE else {}
        return f"EXACT({','.join(self._text(one, shown) for one in sides)})"

    def _text(self, expression: Expression, shown: Mapping[str, str]) -> str:
        match expression:
            case FieldRef(name=name):
                return f"TRIM({self.layout.scalar(name).reference})"
            case Text(value=value):
                return quoted(shown.get(value, value))
            case _:
                raise _Untold

    def _field(self, code: str) -> Field:
        found = self.layout.fields.get(code)
        if found is None or found.type is FieldType.TABLE:
            raise _Untold
        return found

    def _table(self, of: TableRef | ColumnRef) -> TablePlace:
        found = self.layout.tables.get(of.table)
        if found is None:
            raise _Untold
        return found

    def _column(self, of: ColumnRef) -> Area:
        table = self._table(of)
        if table.one.column(of.column) is None:
            raise _Untold
        return table.column(of.column)


def row_count(table: TablePlace) -> str:
    """A formula for the number of rows of a table that are not empty."""
    filled = (f"(LEN(TRIM({table.column(one.code).reference}))>0)" for one in table.one.columns)
    return f"SUMPRODUCT(--(({'+'.join(filled)})>0))"


def quoted(text: str) -> str:
    """A text within a formula.

    Raises:
        _Untold: longer than Excel takes.
    """
    if len(text) > _LONGEST_TEXT:
        raise _Untold
    return '"' + text.replace('"', '""') + '"'


def any_filled(cells: Sequence[str]) -> str:
    """A formula for whether any of some cells is filled in."""
    return f"OR({','.join(f'LEN(TRIM({one}))>0' for one in cells)})"
