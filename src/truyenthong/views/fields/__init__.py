"""The tree of everything that a template of a scope may print: what ``template fields`` shows."""

from __future__ import annotations

from typing import assert_never

from truyenthong.model.forms import Form
from truyenthong.model.plan import Plan
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.views.fields.board import BOARD_CHARTS, ONE_UNIT, SECTOR
from truyenthong.views.fields.collected import chart_fields, collected_fields
from truyenthong.views.fields.common import COMMON, PLAN, group
from truyenthong.views.fields.registers import COVERAGE, REGISTERS, one_entry, registers_field
from truyenthong.views.fields.submission import one_line, one_submission
from truyenthong.word.fields import TemplateField


def view_fields(
    scope: ReportScope, *, entry: ReportEntry | None = None, plan: Plan | None = None
) -> dict[str, TemplateField]:
    """The fields of the views of ``scope``, nested, each with a sentence and an example.

    With ``entry`` and its ``plan`` also the fields of the form that the report is about; without them
    nothing is known of the names below ``so_lieu``, ``bang`` and their like.
    """
    form = _form(entry, plan)
    match scope:
        case ReportScope.SECTOR:
            return {
                **COMMON,
                **PLAN,
                **SECTOR,
                **collected_fields(entry, form),
                **_registers(plan),
                "bieu_do": _charts(form),
            }
        case ReportScope.UNIT:
            return {**COMMON, **PLAN, **ONE_UNIT}
        case ReportScope.SUBMISSION:
            return {**COMMON, **PLAN, **one_submission(form)}
        case ReportScope.ROW:
            return {**COMMON, **PLAN, **one_line(entry, form)}
        case ReportScope.ENTRY:
            return {**COMMON, **PLAN, **one_entry(entry, plan)}
        case _ as never:
            assert_never(never)


def _form(entry: ReportEntry | None, plan: Plan | None) -> Form | None:
    if entry is None or plan is None:
        return None
    duty = plan.obligations_by_code.get(entry.obligation or "")
    return plan.form_of(duty) if duty is not None else None


def _registers(plan: Plan | None) -> dict[str, TemplateField]:
    return {**COVERAGE, **REGISTERS, "so_theo_doi": registers_field(plan)}


def _charts(form: Form | None) -> TemplateField:
    return group("Số liệu cho biểu đồ của Word.", **{**BOARD_CHARTS, **chart_fields(form)})
