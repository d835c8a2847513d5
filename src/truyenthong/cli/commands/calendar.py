"""``calendar``: the due days as .ics files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.options import as_of_of, now, workspace_of
from truyenthong.errors import UsageError
from truyenthong.operations.daily.calendars import make_calendars

CALENDARS_FOLDER = "lich"


def calendar(
    ctx: typer.Context,
    unit: Annotated[
        str | None, typer.Option(metavar="ĐƠN_VỊ", help="Chỉ một đơn vị.", autocompletion=completion.units)
    ] = None,
    all_units: Annotated[bool, typer.Option("--all", help="Thêm mỗi đơn vị một tệp.")] = False,
    out: Annotated[
        str | None,
        typer.Option(metavar="THƯ_MỤC", help=f"Nơi để lịch; mặc định out/{CALENDARS_FOLDER}/."),
    ] = None,
) -> None:
    """Làm lịch hạn nộp (.ics) cho Outlook, Google, điện thoại: cả cơ quan, một hay mọi đơn vị.

    Mỗi hạn là một việc cả ngày, nhắc lúc 8 giờ trước bảy ngày và trước một ngày. Gia hạn đổi ngày của đúng
    việc ấy; việc thôi không phải nộp thì được báo hủy.
    """
    if unit is not None and all_units:
        raise UsageError("--unit và --all không đi cùng nhau.", hint="bỏ một trong hai.")
    place = workspace_of(ctx)
    folder = Path(out).absolute() if out is not None else place.out / CALENDARS_FOLDER
    outcome = make_calendars(place, folder, unit=unit, every_unit=all_units, as_of=as_of_of(ctx), now=now())
    for path in outcome.made:
        console.result(console.short_path(path))
    console.trouble(console.kept_lines(outcome.kept), end="")
    if outcome.empty:
        several = f"{len(outcome.empty)} đơn vị" if all_units else outcome.empty[0].name
        console.trouble(f"{several} không có việc nào có hạn nên không có lịch.")
