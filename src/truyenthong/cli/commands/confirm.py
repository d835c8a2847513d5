"""``record confirm``: names and appendices that were compared with the official paper."""

from __future__ import annotations

from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.options import workspace_of
from truyenthong.operations.record.confirm import Confirmed, confirm_appendix, confirm_units

SourceOption = Annotated[
    str, typer.Option("--source", metavar="VĂN_BẢN", help="Đã đối chiếu với văn bản nào.")
]


def unit(
    ctx: typer.Context,
    units: Annotated[
        list[str],
        typer.Argument(
            metavar="ĐƠN_VỊ...", help="Mã hoặc tên, một hay nhiều đơn vị.", autocompletion=completion.units
        ),
    ],
    source: SourceOption,
) -> None:
    """Ghi rằng tên đơn vị đã đối chiếu với văn bản; báo cáo thôi ghi chú đơn vị ấy chưa xác minh."""
    outcome = confirm_units(workspace_of(ctx), units, source=source)
    console.result(confirmed_text(outcome, "đơn vị"))


def appendix(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="PHỤ_LỤC", help="Mã phụ lục, ví dụ phu-luc-1.")],
    source: SourceOption,
    row: Annotated[
        list[int] | None,
        typer.Option("--row", metavar="HÀNG", help="Chỉ hàng thứ mấy; ghi nhiều lần được."),
    ] = None,
) -> None:
    """Ghi rằng phụ lục, hoặc từng hàng của nó, đã đối chiếu với văn bản.

    Không nêu hàng nào thì cả phụ lục thành phụ lục chính thức, in ra không còn chữ DỰ THẢO.
    """
    outcome = confirm_appendix(workspace_of(ctx), code, rows=row or (), source=source)
    console.result(confirmed_text(outcome, "hàng"))


def confirmed_text(outcome: Confirmed, what: str) -> str:
    """What was confirmed, and how much still waits."""
    lines = [f"Đã xác minh từ trước: {one}." for one in outcome.known]
    lines += [f"Đã ghi xác minh: {one}." for one in outcome.new]
    left = (
        f"Còn {outcome.left} {what} chưa đối chiếu" if outcome.left else f"Không còn {what} nào chờ đối chiếu"
    )
    return "\n".join([*lines, f"{left} ({outcome.name})."])
