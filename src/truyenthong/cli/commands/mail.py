"""``mail check``, ``mail summary``: whether mail can be used; the week's summary to those who read it."""

from __future__ import annotations

import sys
import time
from typing import Annotated

import typer

from truyenthong.cli import console
from truyenthong.cli.console import one_line, paint
from truyenthong.cli.options import now, refuse_other_day, workspace_of
from truyenthong.operations.remind.check import check_mail


def check(
    ctx: typer.Context,
    to: Annotated[
        str | None, typer.Option(metavar="ĐỊA_CHỈ", help="Gửi một thư thử tới địa chỉ này.")
    ] = None,
) -> None:
    """Thử máy chủ thư đã khai: kết nối, chứng thư, đăng nhập, hộp thư.

    Không gửi gì nếu không có --to; hộp thư mở chỉ để đọc. Lời của máy chủ được in, mật khẩu thì không.
    """
    checked = check_mail(workspace_of(ctx), to=to, now=now())
    if not checked:
        console.result("data/outreach.yaml chưa khai thu_di, thu_den; xem docs/gui-thu.md, docs/hop-thu.md.")
        raise typer.Exit(3)
    for one in checked:
        word, colour = ("được", "32;1") if one.trouble is None else ("chưa được", "31;1")
        told = paint(word, colour, sys.stdout)
        lines = [f"{one.name}: {told}", *(f"  {one_line(line)}" for line in one.lines)]
        console.result("\n".join(lines))
        if one.trouble is not None:
            console.stop(one.trouble)
    if any(one.trouble is not None for one in checked):
        raise typer.Exit(3)


def summary(
    ctx: typer.Context,
    send: Annotated[bool, typer.Option("--send", help="Gửi thật; không có thì chỉ xem trước.")] = False,
) -> None:
    """Gửi tóm tắt tuần và trang tiến độ cho nguoi_nhan_tom_tat, mỗi người mỗi tuần một thư.

    Gửi vào ngày làm việc đầu tuần; lỡ thì gửi bù trong tuần. Không có --send thì chỉ nói ai sẽ nhận.
    """
    from truyenthong.operations.remind.send import Pace  # noqa: PLC0415 - the same
    from truyenthong.operations.remind.summary import plan_summary, send_summary  # noqa: PLC0415 - makes Word

    place = workspace_of(ctx)
    if send:
        refuse_other_day(ctx)
    pace = Pace(now=now, rest=time.sleep)
    outcome = send_summary(place, pace) if send else plan_summary(place, now=now())
    if outcome.closed is not None:
        console.result(f"Không gửi tóm tắt: {outcome.closed}.")
    for one in outcome.readers:
        console.result(f"{one_line(one.reader.name)} <{one.reader.address}>: {one.told}.")
    if outcome.stopped is not None:
        console.stop(outcome.stopped)
    raise typer.Exit(outcome.exit_code)
