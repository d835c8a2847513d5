"""``schema``: the JSON Schema of each kind of file, for editors."""

from __future__ import annotations

import json
from collections.abc import Mapping

from truyenthong.model.plan import Plan
from truyenthong.operations.loading import load
from truyenthong.sources.schema import (
    calendar_schema,
    plan_schema,
    roster_schema,
    submission_schema,
)
from truyenthong.workspace.layout import Workspace

KINDS = ("plan", "units", "calendar", "submission")


def schema_text(kind: str, workspace: Workspace | None) -> str:
    """The schema of ``kind``; that of submissions knows the forms of the workspace's plan."""
    if kind == "submission":
        return schema_of_submissions(load(workspace).records.plan if workspace is not None else None)
    makers = {"plan": plan_schema, "units": roster_schema, "calendar": calendar_schema}
    return _text(makers[kind]())


def schema_of_submissions(plan: Plan | None) -> str:
    """The schema of submissions with the forms of a plan."""
    return _text(submission_schema(plan))


def _text(document: Mapping[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)
