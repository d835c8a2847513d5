"""``mail check``: whether the declared mail servers can be used."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from truyenthong.cli import console
from truyenthong.cli.console import one_line, paint
from truyenthong.cli.options import now, workspace_of
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
