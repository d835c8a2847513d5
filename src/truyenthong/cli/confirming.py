"""``record confirm``: what the office has compared with a paper; words in, one operation, outcome out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from truyenthong.cli import completion, console, vietnamese
from truyenthong.cli.options import WorkspaceOption, workspace_of

if TYPE_CHECKING:
    from truyenthong.operations.confirming import Confirmed

confirm_app = typer.Typer(
    cls=vietnamese.VietnameseGroup,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Ghi điều đã đối chiếu với văn bản: tên đơn vị, phụ lục.",
)
SourceOption = Annotated[
    str, typer.Option("--source", metavar="VĂN_BẢN", help="Đã đối chiếu với văn bản nào.")
]


@confirm_app.callback()
def _confirm() -> None:
    """Ghi điều đã đối chiếu với văn bản: tên đơn vị, phụ lục."""


@confirm_app.command("unit", cls=vietnamese.WritingCommand)
def unit(
    ctx: typer.Context,
    units: Annotated[
        list[str],
        typer.Argument(
            metavar="ĐƠN_VỊ...", help="Mã hoặc tên, một hay nhiều đơn vị.", autocompletion=completion.units
        ),
    ],
    source: SourceOption,
    workspace: WorkspaceOption = None,
) -> None:
    """Ghi rằng tên đơn vị đã đối chiếu với văn bản; báo cáo thôi ghi chú đơn vị ấy chưa xác minh."""
    from truyenthong.operations.confirming import confirm_units  # noqa: PLC0415 - paid for here alone

    outcome = confirm_units(workspace_of(ctx, workspace), units, source=source)
    console.result(confirmed_text(outcome, "đơn vị"))


@confirm_app.command("appendix", cls=vietnamese.WritingCommand)
def appendix(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="PHỤ_LỤC", help="Mã phụ lục, ví dụ phu-luc-1.")],
    source: SourceOption,
    row: Annotated[
        list[int] | None,
        typer.Option("--row", metavar="HÀNG", help="Chỉ hàng thứ mấy; ghi nhiều lần được."),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Ghi rằng phụ lục, hoặc từng hàng của nó, đã đối chiếu với văn bản.

    Không nêu hàng nào thì cả phụ lục thành phụ lục chính thức, in ra không còn chữ DỰ THẢO.
    """
    from truyenthong.operations.confirming import confirm_appendix  # noqa: PLC0415 - paid for here alone

    outcome = confirm_appendix(workspace_of(ctx, workspace), code, rows=row or (), source=source)
    console.result(confirmed_text(outcome, "hàng"))


def confirmed_text(outcome: Confirmed, what: str) -> str:
    """What was confirmed, and how much still waits."""
    lines = [f"Đã xác minh từ trước: {one}." for one in outcome.known]
    lines += [f"Đã ghi xác minh: {one}." for one in outcome.new]
    left = (
        f"Còn {outcome.left} {what} chưa đối chiếu" if outcome.left else f"Không còn {what} nào chờ đối chiếu"
    )
    return "\n".join([*lines, f"{left} ({outcome.name})."])
