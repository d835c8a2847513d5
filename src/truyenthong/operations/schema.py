"""``schema``: JSON schemas of the YAML files, for editors."""

from __future__ import annotations

import json
from collections.abc import Mapping

from truyenthong.documents.schema import (
    calendar_schema,
    outreach_schema,
    plan_schema,
    register_schema,
    roster_schema,
    settings_schema,
    submission_schema,
)
from truyenthong.model.plan import Plan
from truyenthong.operations.load import load
from truyenthong.workspace.layout import Workspace

KINDS = ("plan", "units", "calendar", "settings", "submission", "register", "outreach")

BY_PLAN = ("submission", "register")
"""The kinds whose schema knows the forms of a plan."""


def schema_text(kind: str, workspace: Workspace | None) -> str:
    """The schema of ``kind``; those of submissions and registers know the forms of the workspace's plan."""
    if kind in BY_PLAN:
        plan = load(workspace).records.plan if workspace is not None else None
        return schema_of_submissions(plan) if kind == "submission" else _text(register_schema(plan))
    makers = {
        "plan": plan_schema,
        "units": roster_schema,
        "calendar": calendar_schema,
        "settings": settings_schema,
        "outreach": outreach_schema,
    }
    return _text(makers[kind]())


def schema_of_submissions(plan: Plan | None) -> str:
    """The schema of submissions with the forms of a plan."""
    return _text(submission_schema(plan))


def _text(document: Mapping[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)
