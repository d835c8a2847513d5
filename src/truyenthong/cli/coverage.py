"""The command ``coverage``: words in, one operation, an answer out."""

from __future__ import annotations

from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.answers import answered
from truyenthong.cli.options import (
    STATUS_FORMATS,
    AsOfOption,
    WorkspaceOption,
    as_of_of,
    one_of,
    workspace_of,
)
from truyenthong.workspace.memory import Answer
from truyenthong.workspace.snapshot import Snapshot

_WAYS = ("unit", "month", "appendix")


def coverage(
    ctx: typer.Context,
    by: Annotated[
        str, typer.Option("--by", metavar="unit|month|appendix", help="Theo đơn vị, tháng hay phụ lục.")
    ] = "unit",
    unit: Annotated[
        str | None, typer.Option(metavar="ĐƠN_VỊ", help="Chỉ một đơn vị.", autocompletion=completion.units)
    ] = None,
    topic: Annotated[
        str | None,
        typer.Option(
            metavar="CHỦ_ĐỀ",
            help="Chỉ một nội dung: mã, điều khoản hoặc tên.",
            autocompletion=completion.topics,
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--format", metavar="table|json|csv", help="Dạng kết quả.")
    ] = "table",
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Xem nội dung nào của Kế hoạch đã có đơn vị truyền thông, nội dung nào chưa.

    Tính từ các sổ theo dõi có do_phu: mỗi mục đã có ngày là một lượt.
    """
    place, day = workspace_of(ctx, workspace), as_of_of(ctx, as_of)
    way, form = one_of(by, _WAYS, "--by"), one_of(output, STATUS_FORMATS, "--format")
    words = (unit, topic)

    def work_out(snapshot: Snapshot) -> Answer:
        from truyenthong.cli.coverage_output import coverage_answer  # noqa: PLC0415 - not for a known answer

        return coverage_answer(place, snapshot, words, as_of=day, by=way, form=form)

    question = ("coverage", way, *words, form, day.isoformat())
    raise typer.Exit(console.tell(answered(place, question, work_out)))
