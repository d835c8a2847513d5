"""``explain``: what a code means, or why a unit is late."""

from __future__ import annotations

from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.options import as_of_of, workspace_of
from truyenthong.operations.explain import explain_code, explain_row
from truyenthong.operations.figures import explain_figures, is_report


def explain(
    ctx: typer.Context,
    subject: Annotated[
        str,
        typer.Argument(
            metavar="ĐƠN_VỊ|MÃ_LỖI|BÁO_CÁO",
            help="Đơn vị, một mã như TT103, hoặc mã báo cáo.",
            autocompletion=completion.units,
        ),
    ],
    obligation: Annotated[
        str | None,
        typer.Argument(
            metavar="[NHIỆM_VỤ|SỐ_LIỆU]",
            help="Mã nhiệm vụ; sau mã báo cáo là mã hoặc tên một số liệu.",
            autocompletion=completion.obligations,
        ),
    ] = None,
    period: Annotated[str | None, typer.Argument(metavar="[KỲ]", help="Kỳ, ví dụ 2020-11.")] = None,
) -> None:
    """Giải thích một mã lỗi, vì sao đơn vị chậm, hoặc số liệu của một báo cáo lấy từ đâu.

    Gõ mã báo cáo (ví dụ ket-qua-nam) để xem các số liệu và mã; thêm mã hoặc tên một số liệu để xem từng tệp,
    từng dòng.
    """
    if not subject.upper().startswith("TT") and is_report(workspace_of(ctx), subject):
        told = explain_figures(workspace_of(ctx), subject, obligation, period, as_of=as_of_of(ctx))
        console.result(told)
        return
    if obligation is None:
        console.result(explain_code(subject))
        return
    console.result(explain_row(workspace_of(ctx), subject, obligation, period, as_of=as_of_of(ctx)))
