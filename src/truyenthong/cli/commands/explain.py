"""``explain``: what a code means, or why a unit is late."""

from __future__ import annotations

from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.options import as_of_of, workspace_of
from truyenthong.operations.explain import explain_code, explain_row


def explain(
    ctx: typer.Context,
    subject: Annotated[
        str,
        typer.Argument(
            metavar="ĐƠN_VỊ|MÃ_LỖI", help="Đơn vị, hoặc một mã như TT103.", autocompletion=completion.units
        ),
    ],
    obligation: Annotated[
        str | None,
        typer.Argument(metavar="[NHIỆM_VỤ]", help="Mã nhiệm vụ.", autocompletion=completion.obligations),
    ] = None,
    period: Annotated[str | None, typer.Argument(metavar="[KỲ]", help="Kỳ, ví dụ 2020-11.")] = None,
) -> None:
    """Giải thích một mã lỗi, hoặc vì sao đơn vị chậm."""
    if obligation is None:
        console.result(explain_code(subject))
        return
    console.result(explain_row(workspace_of(ctx), subject, obligation, period, as_of=as_of_of(ctx)))
