"""``schema``: the JSON Schema of each kind of file, for editors."""

from __future__ import annotations

import json

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
        plan = load(workspace).records.plan if workspace is not None else None
        document = submission_schema(plan)
    else:
        makers = {"plan": plan_schema, "units": roster_schema, "calendar": calendar_schema}
        document = makers[kind]()
    return json.dumps(document, ensure_ascii=False, indent=2)
