"""The tree of everything that a template of a scope may print: what ``template fields`` shows."""

from __future__ import annotations

from typing import assert_never

from truyenthong.model.reports import ReportScope
from truyenthong.views.fields.board import ONE_UNIT, SECTOR
from truyenthong.views.fields.common import COMMON, PLAN
from truyenthong.views.fields.submission import ONE_LINE, ONE_SUBMISSION
from truyenthong.word.fields import Field


def view_fields(scope: ReportScope) -> dict[str, Field]:
    """The fields of the views of ``scope``, nested, each with a sentence and an example."""
    match scope:
        case ReportScope.SECTOR:
            return {**COMMON, **PLAN, **SECTOR}
        case ReportScope.UNIT:
            return {**COMMON, **PLAN, **ONE_UNIT}
        case ReportScope.SUBMISSION:
            return {**COMMON, **PLAN, **ONE_SUBMISSION}
        case ReportScope.ROW:
            return {**COMMON, **PLAN, **ONE_LINE}
        case _ as never:
            assert_never(never)
