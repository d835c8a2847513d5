"""Checks the values of a form by the form's own checks between fields."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import assert_never

from truyenthong.checks.facts import SubmissionFacts
from truyenthong.diagnostics.forms import TT180
from truyenthong.findings import Finding, Ref
from truyenthong.model.expressions import (
    ColumnRef,
    Expression,
    FieldRef,
    Largest,
    Reference,
    TableRef,
    evaluate,
    names,
    walk,
)
from truyenthong.model.forms import ChoiceSource, Content, Field, FieldType, Form, Row, Scalar
from truyenthong.model.moments import Moment
from truyenthong.model.plan import Plan
from truyenthong.text import day_and_hour, day_wording, number_wording


def check_form(facts: SubmissionFacts) -> Iterator[Finding]:
    """Every check between fields that fails; one with an empty operand is skipped."""
    obligation = facts.obligation
    form = facts.plan.form_of(obligation) if obligation is not None else None
    if form is None:
        return
    contents = {one.index: one.content for one in facts.submission.typed} | {**facts.submission.undated}
    for place, content in sorted(contents.items()):
        if content is not None:
            yield from check_content(form, content, facts.ref("lan_nop", place, "noi_dung"), facts.plan)


def check_content(form: Form, content: Content, ref: Ref, plan: Plan) -> Iterator[Finding]:
    """Every check of a form that its values at ``ref`` do not meet."""
    for check in form.checks:
        if evaluate(check.expression, content) is False:
            called = names(check.expression)
            steps = (_field(called[0]),) if called else ()
            values = said(check.expression, content, form, plan)
            message = f"{check.sentence} Đang ghi: {values}." if values else check.sentence
            hint = f"phép kiểm tra của biểu mẫu: {check.source}"
            yield TT180.at(ref.child(*steps), message, hint=hint)


def said(expression: Expression, content: Content, form: Form, plan: Plan) -> str:
    """What an expression calls, each by its label with its value: «Số đã xử lý» là 5; «Số tiếp nhận» là 2."""
    largest = {one.of for one in walk(expression) if isinstance(one, Largest)}
    told = (_said(one, content, form, plan, largest=one in largest) for one in names(expression))
    return "; ".join(dict.fromkeys(told))


def _field(called: Reference) -> str:
    return called.name if isinstance(called, FieldRef) else called.table


def _said(called: Reference, content: Content, form: Form, plan: Plan, *, largest: bool) -> str:
    """A field or column with its value, as people write it."""
    code = _field(called)
    field = form.field(code)
    name = f"«{field.label if field is not None else code}»"
    match called:
        case FieldRef():
            return f"{name} là {_written(content.get(code), field, plan)}"
        case TableRef():
            return f"bảng {name} có {len(_rows(content, code))} dòng"
        case ColumnRef(column=column):
            inner = field.column(column) if field is not None else None
            cells = [row.get(column) for row in _rows(content, code)]
            whose = f"cột «{inner.label if inner is not None else column}» của bảng {name}"
            numbers = [Decimal(cell) for cell in cells if isinstance(cell, (int, Decimal))]
            if largest and numbers:
                return f"số lớn nhất ở {whose} là {number_wording(max(numbers))}"
            if len(numbers) == len(cells):
                return f"tổng {whose} là {number_wording(sum(numbers, Decimal(0)))}"
            return f"{whose} có {sum(cell is not None for cell in cells)} ô"
        case _ as never:
            assert_never(never)


def _rows(content: Content, table: str) -> tuple[Row, ...]:
    rows = content.get(table)
    return rows if isinstance(rows, tuple) else ()


def _written(value: Scalar | tuple[Row, ...], field: Field | None, plan: Plan) -> str:
    match value:
        case bool():
            return "có" if value else "không"
        case int() | Decimal():
            return number_wording(value)
        case Moment():
            return day_and_hour(value.day, value.hour)
        case date():
            return day_wording(value)
        case str() if field is not None and field.type is FieldType.CHOICE:
            return _chosen(value, field, plan)
        case _:
            return str(value)


def _chosen(code: str, field: Field, plan: Plan) -> str:
    """A choice by its label; of a unit, whose names are not at hand here, only that one was chosen."""
    if field.choices is ChoiceSource.UNITS:
        return "đơn vị đã chọn"
    if field.choices is ChoiceSource.TOPICS:
        return next((f"«{one.name}»" for one in plan.topics if one.code == code), code)
    return next((f"«{one.label}»" for one in field.choices if one.code == code), code)
