"""``schema``: the JSON Schema of a kind of file, for editors."""

from __future__ import annotations

from typing import Annotated

import typer

from truyenthong.cli.console import escaped, result
from truyenthong.cli.options import one_of, workspace_if_any
from truyenthong.operations.schema import BY_PLAN, KINDS, schema_text


def schema(
    ctx: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(metavar="plan|units|calendar|settings|submission|register|outreach", help="Loại tệp."),
    ],
) -> None:
    """In JSON Schema của một loại tệp cho trình soạn thảo."""
    word = one_of(kind, KINDS, "schema")
    place = workspace_if_any(ctx) if word in BY_PLAN else None
    result(escaped(schema_text(word, place)))
