"""``report``: makes the Word reports and tells which were left out, and why."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.answers import answered
from truyenthong.cli.arguments import DutyOption, PeriodOption, UnitOption
from truyenthong.cli.options import asked_day, day_and_notice, now, workspace_of
from truyenthong.cli.typed import parse_day, parse_number
from truyenthong.workspace.memory import Answer
from truyenthong.workspace.snapshot import Snapshot, papers_marks

SOFFICE_VARIABLE = "TRUYENTHONG_SOFFICE"


def report(
    ctx: typer.Context,
    codes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[MÃ_BÁO_CÁO]...", help="Mặc định mọi báo cáo.", autocompletion=completion.reports
        ),
    ] = None,
    unit: UnitOption = None,
    obligation: DutyOption = None,
    period: PeriodOption = None,
    out: Annotated[str | None, typer.Option(metavar="THƯ_MỤC", help="Nơi để báo cáo; mặc định out/.")] = None,
    number: Annotated[
        str | None, typer.Option(metavar="SỐ", help="Số văn bản; để trống nếu chưa có.")
    ] = None,
    date: Annotated[str | None, typer.Option(metavar="NGÀY", help="Ngày văn bản; trống nếu chưa có.")] = None,
    signer: Annotated[
        str | None, typer.Option(metavar="MÃ", help="Người ký khác, theo mã ở nguoi_ky.")
    ] = None,
    compare: Annotated[
        str | None, typer.Option(metavar="THƯ_MỤC", help="So với cùng ngày của năm học trước, ở thư mục ấy.")
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Kèm bản PDF, nhờ LibreOffice của máy này.")] = False,
    pdf_a: Annotated[bool, typer.Option("--pdf-a", help="Như --pdf, theo chuẩn lưu trữ PDF/A.")] = False,
    pdf_seconds: Annotated[
        int | None,
        typer.Option(
            metavar="GIÂY", min=1, help="Thời hạn làm PDF; mặc định 90 giây và thêm 6 giây mỗi tệp."
        ),
    ] = None,
) -> None:
    """Làm báo cáo Word; nói rõ cái nào không làm, vì sao."""
    place = workspace_of(ctx)
    folder = Path(out).absolute() if out is not None else place.out
    paper_number = parse_number(number, "--number") if number is not None else None
    paper_day = parse_day(date, "--date") if date is not None else None

    def work_out(snapshot: Snapshot) -> Answer:
        # A known answer does not pay for these imports.
        from truyenthong.cli.commands.report_output import report_answer  # noqa: PLC0415
        from truyenthong.operations.choose import Selection  # noqa: PLC0415
        from truyenthong.operations.report.make import PdfRequest, Request  # noqa: PLC0415
        from truyenthong.operations.report.make import report as run  # noqa: PLC0415

        day, notice = day_and_notice(ctx)
        request = Request(
            codes=tuple(codes or ()),
            choice=Selection(unit=unit, obligation=obligation, period=period),
            out=folder,
            number=paper_number,
            day=paper_day,
            signer=signer,
            compare=Path(compare).absolute() if compare is not None else None,
            pdf=PdfRequest(program=os.environ.get(SOFFICE_VARIABLE), seconds=pdf_seconds, archival=pdf_a)
            if pdf or pdf_a
            else None,
        )
        with progress_bar() as tick:
            outcome = run(place, request, as_of=day, now=now(), tick=tick, snapshot=snapshot)
        # What LibreOffice makes and what another year says is not known beforehand.
        return report_answer(outcome, notice, lasts=not (outcome.changed or pdf or pdf_a or compare))

    asked = (
        *(codes or ()),
        "",
        unit,
        obligation,
        period,
        number,
        date,
        signer,
        compare,
        str(pdf),
        str(pdf_a),
    )
    question = ("report", *asked, str(folder), str(Path.cwd()), asked_day(ctx))
    marks = partial(papers_marks, place, folder=folder)
    raise typer.Exit(console.tell(answered(place, question, work_out, besides=marks)))


@contextlib.contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr while reports are made, on a terminal only."""
    if not console.has_colour(sys.stderr):
        yield lambda _made, _total: None
        return
    from rich.console import Console  # noqa: PLC0415 - only on a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("Đang làm báo cáo"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda made, total: bar.update(task, completed=made, total=total)
