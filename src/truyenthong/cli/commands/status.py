"""``status``: who has sent what, and who is late by how many days."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.answers import answered
from truyenthong.cli.arguments import DutyOption, PeriodOption, StatusFormat, UnitOption, UnitWord, either
from truyenthong.cli.options import STATUS_FORMATS, asked_day, day_and_notice, one_of, workspace_of
from truyenthong.cli.screen import screen_of_stdout
from truyenthong.errors import UsageError
from truyenthong.workspace.memory import Answer
from truyenthong.workspace.snapshot import Snapshot, look_at


def status(
    ctx: typer.Context,
    word: UnitWord = None,
    unit: UnitOption = None,
    obligation: DutyOption = None,
    period: PeriodOption = None,
    kind: Annotated[
        str | None, typer.Option(metavar="LOẠI", help="Chỉ một loại đơn vị.", autocompletion=completion.kinds)
    ] = None,
    under: Annotated[
        str | None,
        typer.Option(
            metavar="ĐƠN_VỊ", help="Đơn vị này và mọi đơn vị trực thuộc.", autocompletion=completion.units
        ),
    ] = None,
    late: Annotated[
        bool, typer.Option("--late", help="Chỉ các đơn vị đang chậm, mỗi việc một câu; dùng được trong thư.")
    ] = False,
    board: Annotated[
        bool, typer.Option("--board", help="Bảng ô: mỗi đơn vị một dòng, mỗi kỳ một cột.")
    ] = False,
    units: Annotated[
        bool, typer.Option("--units", help="Kê mỗi đơn vị một dòng, dù màn hình không đủ chỗ.")
    ] = False,
    compare: Annotated[
        str | None, typer.Option(metavar="THƯ_MỤC", help="So với cùng ngày của năm học trước, ở thư mục ấy.")
    ] = None,
    output: StatusFormat = "table",
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="overdue", help="Trả mã 1 khi có đơn vị chậm (quá hạn, bị trả lại, có lỗi)."),
    ] = None,
) -> None:
    """Xem đơn vị nào đã gửi gì, ai chậm bao nhiêu ngày.

    Đang chậm: quá hạn, hoặc bị trả lại hay có lỗi mà đã qua hạn; --late và --fail-on overdue cũng hiểu
    như vậy.

    Phải nộp: nhiệm vụ bắt buộc, phải gửi, có hạn, kỳ đã bắt đầu, đơn vị không được miễn. Đã nhận: trong số
    ấy, có ít nhất một lần nhận không bị trả lại. Đúng hạn: lần nhận hợp lệ đầu tiên đến trong hạn, kể cả
    báo cáo không phát sinh. Hai tỷ lệ đều tính trên số phải nộp.
    """
    place = workspace_of(ctx)
    form = one_of(output, STATUS_FORMATS, "--format")
    unit = either(word, unit, "--unit")
    screen = screen_of_stdout()
    if late and board:
        raise UsageError("Vừa --late vừa --board.", hint="giữ một trong hai.")
    failing = fail_on is not None and bool(one_of(fail_on, ("overdue",), "--fail-on"))

    def work_out(snapshot: Snapshot) -> Answer:
        # A known answer does not pay for these imports.
        from truyenthong.cli.commands.status_output import StatusView, status_text  # noqa: PLC0415
        from truyenthong.operations.choose import Selection  # noqa: PLC0415
        from truyenthong.operations.status import status as run  # noqa: PLC0415

        day, notice = day_and_notice(ctx)
        choice = Selection(unit=unit, obligation=obligation, period=period, kind=kind, under=under)
        other = Path(compare).absolute() if compare is not None else None
        outcome = run(place, choice, as_of=day, snapshot=snapshot, compare=other)
        shown = StatusView(form=form, late=late, board=board, every_unit=units)
        faults = console.fault_lines(outcome.faults, "status", brief=screen is not None)
        code = int(failing and bool(outcome.behind))
        return Answer(out=status_text(outcome, shown, screen), err=notice + faults, code=code)

    flags = "".join(str(int(one)) for one in (failing, late, board, units))
    question = ("status", unit, obligation, period, kind, under, form, flags, asked_day(ctx))
    # What another folder holds is not part of what an answer is remembered by.
    answer = work_out(look_at(place)) if compare is not None else answered(place, question, work_out)
    raise typer.Exit(console.tell(answer))
