"""Holds the values of a form against the form's own checks; types and bounds were read before."""

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
    Reference,
    TableRef,
    evaluate,
    names,
)
from truyenthong.model.forms import Content, Form, Row
from truyenthong.model.moments import Moment
from truyenthong.text import day_and_hour, day_wording, number_wording


def check_form(facts: SubmissionFacts) -> Iterator[Finding]:
    """Every check between fields that does not hold; one with an empty operand is skipped."""
    obligation = facts.obligation
    form = facts.plan.form_of(obligation) if obligation is not None else None
    if form is None:
        return
    for receipt in facts.submission.receipts:
        if receipt.content is None:
            continue
        yield from check_content(form, receipt.content, facts.receipt_ref(receipt, "noi_dung"))


def check_content(form: Form, content: Content, ref: Ref) -> Iterator[Finding]:
    """Every check of a form that its values at ``ref`` do not meet."""
    for check in form.checks:
        if evaluate(check.expression, content) is False:
            called = names(check.expression)
            steps = (_field(called[0]),) if called else ()
            values = said(check.expression, content)
            message = f"{check.sentence} Đang ghi: {values}." if values else check.sentence
            hint = f"phép kiểm tra của biểu mẫu: {check.source}"
            yield TT180.at(ref.child(*steps), message, hint=hint)


def said(expression: Expression, content: Content) -> str:
    """What an expression calls, each with its value: «da_xu_ly = 5, tiep_nhan = 2»."""
    return ", ".join(dict.fromkeys(_said(one, content) for one in names(expression)))


def _field(called: Reference) -> str:
    return called.name if isinstance(called, FieldRef) else called.table


def _said(called: Reference, content: Content) -> str:
    """A field or column with its value, as people write it."""
    match called:
        case FieldRef(name=name):
            return f"{name} = {_written(content.get(name))}"
        case TableRef(table=table):
            return f"{table} có {len(_rows(content, table))} dòng"
        case ColumnRef(table=table, column=column):
            cells = [row.get(column) for row in _rows(content, table)]
            numbers = [Decimal(cell) for cell in cells if isinstance(cell, (int, Decimal))]
            if len(numbers) == len(cells):
                return f"tổng {table}.{column} = {number_wording(sum(numbers, Decimal(0)))}"
            return f"{table}.{column} có {sum(cell is not None for cell in cells)} ô"
        case _ as never:
            assert_never(never)


def _rows(content: Content, table: str) -> tuple[Row, ...]:
    rows = content.get(table)
    return rows if isinstance(rows, tuple) else ()


def _written(value: object) -> str:
    match value:
        case bool():
            return "có" if value else "không"
        case int() | Decimal():
            return number_wording(value)
        case Moment():
            return day_and_hour(value.day, value.hour)
        case date():
            return day_wording(value)
        case _:
            return str(value)
