"""Checks that an expression fits the fields of its form: names, kinds of values, conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import Final, assert_never

from truyenthong.diagnostics import forms as diagnostics
from truyenthong.model.expressions.tokens import ExpressionFault, fault
from truyenthong.model.expressions.tree import (
    Arithmetic,
    ArithmeticSign,
    ColumnRef,
    Comparison,
    Count,
    Expression,
    FieldRef,
    Largest,
    Logic,
    Not,
    Number,
    Reference,
    Stretch,
    Sum,
    TableRef,
    Text,
    names,
    parts,
    walk,
    written,
)


class ValueKind(StrEnum):
    """What a value is to an expression."""

    NUMBER = "number"
    DATE = "date"
    MOMENT = "moment"
    TEXT = "text"
    BOOLEAN = "boolean"


FieldKinds = Mapping[str, ValueKind | Mapping[str, ValueKind]]
"""The fields of a form by their codes; a table is the mapping of its columns."""

_IN_WORDS: Final[Mapping[ValueKind, str]] = MappingProxyType(
    {
        ValueKind.NUMBER: "số",
        ValueKind.DATE: "ngày",
        ValueKind.MOMENT: "ngày giờ",
        ValueKind.TEXT: "chữ",
        ValueKind.BOOLEAN: "đúng-sai",
    }
)
_UNORDERED: Final = frozenset({ValueKind.TEXT, ValueKind.BOOLEAN})
_IN_TIME: Final = frozenset({ValueKind.DATE, ValueKind.MOMENT})


def check_names(expression: Expression, fields: FieldKinds) -> tuple[ExpressionFault, ...]:
    """A fault for each field, table or column that the form does not have, with the nearest one."""
    return tuple(one for called in names(expression) for one in _unknown(called, fields))


def _unknown(called: Reference, fields: FieldKinds) -> Iterator[ExpressionFault]:
    match called:
        case FieldRef(name=name):
            if name not in fields:
                yield _no_such(called, f"Biểu mẫu không có trường {name}.", name, fields)
        case TableRef(table=table):
            if table not in fields:
                yield _no_such(called, f"Biểu mẫu không có bảng {table}.", table, _tables(fields))
        case ColumnRef(table=table, column=column):
            columns = fields.get(table)
            if columns is None:
                yield _no_such(called, f"Biểu mẫu không có bảng {table}.", table, _tables(fields))
            elif isinstance(columns, Mapping) and column not in columns:
                yield _no_such(called, f"Bảng {table} không có cột {column}.", column, columns)
        case _ as never:
            assert_never(never)


def _tables(fields: FieldKinds) -> tuple[str, ...]:
    return tuple(code for code, kind in fields.items() if isinstance(kind, Mapping))


def _no_such(called: Reference, message: str, typed: str, known: Iterable[str]) -> ExpressionFault:
    codes = tuple(known)
    near = get_close_matches(typed, codes, n=1)
    if near:
        hint = f"có phải {near[0]}?"
    elif codes:
        hint = f"các mã có thể dùng: {', '.join(codes)}"
    else:
        hint = "khai trường ấy ở truong của biểu mẫu, hoặc bỏ phép kiểm tra"
    return fault(diagnostics.TT160, called.at, message, hint)


def check_types(expression: Expression, fields: FieldKinds) -> tuple[ExpressionFault, ...]:
    """What does not fit together, in the order of the text; names that the form lacks are passed over.

    Faults: a sum or operation with what is no number, a comparison of two kinds, an order among texts, a
    table or a column in the wrong place, a whole that is no condition, a condition that can only come out
    one way.
    """
    faults: list[ExpressionFault] = []
    for one in walk(expression):
        faults.extend(_misfits(one, fields))
    faults.extend(_no_condition(expression, fields, "Phép kiểm tra"))
    return tuple(sorted(faults, key=lambda one: (one.start, one.end)))


def kind_of(expression: Expression, fields: FieldKinds) -> ValueKind | None:
    """The kind of value that ``expression`` gives, or None where a name is not known."""
    match expression:
        case Number() | Sum() | Largest() | Count() | Arithmetic():
            return ValueKind.NUMBER
        case Text():
            return ValueKind.TEXT
        case FieldRef(name=name):
            kind = fields.get(name)
            return kind if isinstance(kind, ValueKind) else None
        case Comparison() | Logic() | Not():
            return ValueKind.BOOLEAN
        case _ as never:
            assert_never(never)


def _misfits(expression: Expression, fields: FieldKinds) -> Iterator[ExpressionFault]:
    match expression:
        case FieldRef():
            yield from _table_as_value(expression, fields)
        case Sum(of=of) | Largest(of=of) | Count(of=of):
            yield from _wrong_table(expression, of, fields)
        case Arithmetic():
            yield from _arithmetic(expression, fields)
        case Comparison():
            yield from _comparison(expression, fields)
        case Logic() | Not():
            for part in parts(expression):
                yield from _no_condition(part, fields, "Vế này")
        case Number() | Text():
            return
        case _ as never:
            assert_never(never)


def _table_as_value(called: FieldRef, fields: FieldKinds) -> Iterator[ExpressionFault]:
    if isinstance(fields.get(called.name), Mapping):
        yield fault(
            diagnostics.TT161,
            called.at,
            f"{called.name} là bảng nên không đứng một mình được.",
            f"viết count({called.name}) để đếm dòng, hoặc sum({called.name}.cot) để cộng một cột",
        )


def _wrong_table(
    expression: Sum | Largest | Count, of: TableRef | ColumnRef, fields: FieldKinds
) -> Iterator[ExpressionFault]:
    columns = fields.get(of.table)
    if isinstance(columns, ValueKind):
        yield fault(
            diagnostics.TT161,
            of.at,
            f"{of.table} không phải bảng mà là trường kiểu {_IN_WORDS[columns]}.",
            "sum, max và count chỉ nhận bảng; trường thường thì viết thẳng mã của nó",
        )
    elif isinstance(expression, (Sum, Largest)) and columns is not None:
        kind = columns.get(expression.of.column)
        if kind not in {None, ValueKind.NUMBER}:
            yield fault(
                diagnostics.TT161,
                of.at,
                f"Không tính được {written(expression)} vì {written(of)} không phải cột số.",
                f"viết count({written(of)}) nếu muốn đếm ô đã điền",
            )


def _arithmetic(expression: Arithmetic, fields: FieldKinds) -> Iterator[ExpressionFault]:
    for side in (expression.left, expression.right):
        kind = kind_of(side, fields)
        if kind not in {None, ValueKind.NUMBER}:
            hint = "hai ngày chỉ so sánh với nhau được" if kind in _IN_TIME else None
            yield fault(
                diagnostics.TT161,
                side.at,
                f"Phép {expression.sign} chỉ làm với số, mà {_described(side, fields)}.",
                hint or "điều kiện nối với nhau bằng và, hoặc; so sánh có thể cần đặt trong ngoặc đơn",
            )
    if expression.sign is ArithmeticSign.DIVIDE and expression.right == Number(value=0):
        yield fault(
            diagnostics.TT163,
            expression.at,
            "Chia cho 0 không có kết quả, nên phép kiểm tra sẽ luôn bị bỏ qua.",
            "xem lại số chia",
        )


def _comparison(expression: Comparison, fields: FieldKinds) -> Iterator[ExpressionFault]:
    for left, sign, right in expression.pairs:
        alone = len(expression.signs) == 1
        at = expression.at if alone else Stretch(start=left.at.start, end=right.at.end)
        kinds = (kind_of(left, fields), kind_of(right, fields))
        if None not in kinds and kinds[0] is not kinds[1] and not _IN_TIME.issuperset(kinds):
            message = f"Không so sánh được: {_described(left, fields)}, còn {_described(right, fields)}."
            yield fault(diagnostics.TT161, at, message, _advice(left, right, fields))
        elif sign.orders and not _UNORDERED.isdisjoint(kinds):
            message = f"Không xếp được thứ tự: {_described(left, fields)}."
            yield fault(diagnostics.TT161, at, message, "chữ và đúng-sai chỉ so bằng == hoặc !=")
        elif left == right or not (names(left) or names(right)):
            message = f"Phép so sánh {written(left)} {sign} {written(right)} lúc nào cũng cho một kết quả."
            yield fault(diagnostics.TT163, at, message, "thay một vế bằng trường cần kiểm tra")


def _advice(left: Expression, right: Expression, fields: FieldKinds) -> str:
    kinds = {kind_of(left, fields), kind_of(right, fields)}
    if kinds == {ValueKind.NUMBER, ValueKind.TEXT} and Text in {type(left), type(right)}:
        return "số viết không có ngoặc kép; chữ thì so với trường chọn"
    if not _IN_TIME.isdisjoint(kinds):
        return "ngày chỉ so với một trường ngày khác; giới hạn cố định thì đặt som_nhat, muon_nhat ở trường"
    return "xem lại mã trường ở hai vế"


def _described(expression: Expression, fields: FieldKinds) -> str:
    kind = kind_of(expression, fields)
    words = _IN_WORDS[kind] if kind is not None else "chưa rõ"
    return f"{written(expression)} là {words}"


def _no_condition(expression: Expression, fields: FieldKinds, what: str) -> Iterator[ExpressionFault]:
    kind = kind_of(expression, fields)
    if kind not in {None, ValueKind.BOOLEAN}:
        yield fault(
            diagnostics.TT162,
            expression.at,
            f"{what} không phải một điều kiện: {_described(expression, fields)}.",
            "viết một phép so sánh, ví dụ a <= b, hoặc tên một trường đúng-sai",
        )
