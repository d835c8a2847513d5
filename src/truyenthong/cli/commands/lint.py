"""``lint``: checks the layout of Word files against Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from typing import Annotated

import typer

from truyenthong.cli import console
from truyenthong.cli.arguments import FindingsFormat
from truyenthong.cli.findings import findings_answer
from truyenthong.cli.options import FINDINGS_FORMATS, one_of, workspace_if_any
from truyenthong.errors import CannotContinueError
from truyenthong.operations.lint import lint as run


def lint(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="TỆP...", help="Các tệp Word (.docx).")],
    output: FindingsFormat = "text",
) -> None:
    """Soát thể thức một tệp Word theo Nghị định 30/2020/NĐ-CP."""
    form = one_of(output, FINDINGS_FORMATS, "--format")
    outcome, refused = run(files, workspace_if_any(ctx))
    code = console.tell(findings_answer(outcome, form))
    if refused:
        raise CannotContinueError("\n".join(map(str, refused)), hint=refused[0].hint)
    raise typer.Exit(code)
