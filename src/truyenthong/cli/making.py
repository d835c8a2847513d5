"""``report``: words in, one operation, outcome out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import completion
from truyenthong.cli.options import (
    AsOfOption,
    WorkspaceOption,
    as_of_of,
    now,
    parse_day,
    parse_number,
    workspace_of,
)

SOFFICE_VARIABLE = "TRUYENTHONG_SOFFICE"


def report(
    ctx: typer.Context,
    codes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[MÃ_BÁO_CÁO]...", help="Mặc định mọi báo cáo.", autocompletion=completion.reports
        ),
    ] = None,
    unit: Annotated[
        str | None, typer.Option(metavar="ĐƠN_VỊ", help="Chỉ một đơn vị.", autocompletion=completion.units)
    ] = None,
    obligation: Annotated[
        str | None,
        typer.Option(metavar="MÃ", help="Chỉ một nhiệm vụ.", autocompletion=completion.obligations),
    ] = None,
    period: Annotated[str | None, typer.Option(metavar="KỲ", help="Chỉ một kỳ, ví dụ 2020-11.")] = None,
    out: Annotated[str | None, typer.Option(metavar="THƯ_MỤC", help="Nơi để báo cáo; mặc định out/.")] = None,
    number: Annotated[
        str | None, typer.Option(metavar="SỐ", help="Số văn bản; để trống nếu chưa có.")
    ] = None,
    date: Annotated[str | None, typer.Option(metavar="NGÀY", help="Ngày văn bản; trống nếu chưa có.")] = None,
    signer: Annotated[
        str | None, typer.Option(metavar="MÃ", help="Người ký khác, theo mã ở nguoi_ky.")
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Kèm bản PDF, nhờ LibreOffice của máy này.")] = False,
    pdf_seconds: Annotated[
        int | None,
        typer.Option(
            metavar="GIÂY", min=1, help="Thời hạn làm PDF; mặc định 90 giây và thêm 6 giây mỗi tệp."
        ),
    ] = None,
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Làm báo cáo Word; nói rõ cái nào không làm, vì sao."""
    from truyenthong.cli.report_output import progress_bar, show_report  # noqa: PLC0415
    from truyenthong.operations.choosing import Choice  # noqa: PLC0415
    from truyenthong.operations.pdf_copies import PdfRequest  # noqa: PLC0415
    from truyenthong.operations.reporting import Request  # noqa: PLC0415
    from truyenthong.operations.reporting import report as run  # noqa: PLC0415

    place = workspace_of(ctx, workspace)
    request = Request(
        codes=tuple(codes or ()),
        choice=Choice(unit=unit, obligation=obligation, period=period),
        out=Path(out).absolute() if out is not None else place.out,
        number=parse_number(number, "--number") if number is not None else None,
        day=parse_day(date, "--date") if date is not None else None,
        signer=signer,
        pdf=PdfRequest(program=os.environ.get(SOFFICE_VARIABLE), seconds=pdf_seconds) if pdf else None,
    )
    with progress_bar() as tick:
        outcome = run(place, request, as_of=as_of_of(ctx, as_of), now=now(), tick=tick)
    raise typer.Exit(show_report(outcome))
