"""JSON Schema of each kind of file, for editors; ``validate`` stays the judge, with places and bounds."""

from __future__ import annotations

from truyenthong.documents.schema.lists import calendar_schema, roster_schema
from truyenthong.documents.schema.plan import plan_schema
from truyenthong.documents.schema.registers import register_schema
from truyenthong.documents.schema.submission import submission_schema

__all__ = ["calendar_schema", "plan_schema", "register_schema", "roster_schema", "submission_schema"]
