"""``coverage``: which topics of the plan units have written about."""

from __future__ import annotations

from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.answers import answered
from truyenthong.cli.arguments import StatusFormat
from truyenthong.cli.options import STATUS_FORMATS, asked_day, day_and_notice, one_of, workspace_of
from truyenthong.workspace.memory import Answer
from truyenthong.workspace.snapshot import Snapshot


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
    output: StatusFormat = "table",
) -> None:
    """Xem nội dung nào của Kế hoạch đã có đơn vị truyền thông, nội dung nào chưa.

    Tính từ các sổ theo dõi có do_phu: mỗi mục đã có ngày là một lượt.
    """
    place = workspace_of(ctx)
    way, form = one_of(by, ("unit", "month", "appendix"), "--by"), one_of(output, STATUS_FORMATS, "--format")

    def work_out(snapshot: Snapshot) -> Answer:
        # A known answer does not pay for these imports.
        from truyenthong.cli.commands.coverage_output import coverage_text  # noqa: PLC0415
        from truyenthong.operations.status import cover  # noqa: PLC0415

        day, notice = day_and_notice(ctx)
        outcome = cover(place, unit, topic, as_of=day, snapshot=snapshot)
        faults = console.fault_lines(outcome.faults, "coverage")
        return Answer(out=coverage_text(outcome, way, form), err=notice + faults, code=0)

    question = ("coverage", way, unit, topic, form, asked_day(ctx))
    raise typer.Exit(console.tell(answered(place, question, work_out)))
