"""``report``: makes the Word reports and tells which were left out, and why."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.options import as_of_of, now, workspace_of
from truyenthong.cli.typed import parse_day, parse_number
from truyenthong.operations.choose import Selection
from truyenthong.operations.report.jobs import LeftOut
from truyenthong.operations.report.make import PdfOutcome, PdfRequest, ReportOutcome, Request
from truyenthong.operations.report.make import report as run
from truyenthong.operations.report.rendering import Tick

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
    compare: Annotated[
        str | None, typer.Option(metavar="THƯ_MỤC", help="So với cùng ngày của năm học trước, ở thư mục ấy.")
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Kèm bản PDF, nhờ LibreOffice của máy này.")] = False,
    pdf_seconds: Annotated[
        int | None,
        typer.Option(
            metavar="GIÂY", min=1, help="Thời hạn làm PDF; mặc định 90 giây và thêm 6 giây mỗi tệp."
        ),
    ] = None,
) -> None:
    """Làm báo cáo Word; nói rõ cái nào không làm, vì sao."""
    place = workspace_of(ctx)
    request = Request(
        codes=tuple(codes or ()),
        choice=Selection(unit=unit, obligation=obligation, period=period),
        out=Path(out).absolute() if out is not None else place.out,
        number=parse_number(number, "--number") if number is not None else None,
        day=parse_day(date, "--date") if date is not None else None,
        signer=signer,
        compare=Path(compare).absolute() if compare is not None else None,
        pdf=PdfRequest(program=os.environ.get(SOFFICE_VARIABLE), seconds=pdf_seconds) if pdf else None,
    )
    with progress_bar() as tick:
        outcome = run(place, request, as_of=as_of_of(ctx), now=now(), tick=tick)
    raise typer.Exit(show_report(outcome))


@contextlib.contextmanager
def progress_bar() -> Iterator[Tick]:
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


def show_report(outcome: ReportOutcome) -> int:
    """The files on stdout; what was left out and what is wrong on stderr; the exit code."""
    for path in (*outcome.made, *outcome.pdf.made):
        console.result(console.short_path(path))
    console.trouble(kept_lines(outcome.kept) + "".join(_sent_lines(outcome)), end="")
    for (code, reason), group in groupby(outcome.left_out, key=lambda one: (one.code, one.reason)):
        several = [*group]
        console.trouble(f"không làm «{code}»: {_of_periods(several)}{reason}")
        for left in several:
            for moved in left.moved:
                console.trouble(f"  bản cũ đã chuyển thành {console.short_path(moved)}")
    for moved in outcome.old_papers:
        console.trouble(f"bản của lần trước không còn đúng, đã chuyển thành {console.short_path(moved)}")
    for moved in outcome.old_pdfs:
        console.trouble(f"bản PDF của lần trước đã chuyển thành {console.short_path(moved)}")
    for problem in outcome.warnings:
        console.trouble(f"cảnh báo {problem.code}: {problem.spot}: {problem.message}")
    pdf = outcome.pdf
    pdfs = f" Word và {len(pdf.made)} tệp PDF" if pdf.made or pdf.missing else ""
    console.trouble(f"Đã làm {len(outcome.made)} tệp{pdfs}.")
    console.trouble(console.fault_lines(outcome.faults, "report"), end="")
    for error in outcome.broken:
        console.stop(error)
    return max([_pdf_trouble(pdf), *(error.exit_code for error in outcome.broken)])


def kept_lines(kept: Mapping[Path, Path]) -> str:
    """A line for each file that a person had changed: where it is now."""
    return "".join(
        f"{console.short_path(path)} không còn như lúc chương trình làm ra (có người sửa): "
        f"bản ấy giữ ở {console.short_path(target)}.\n"
        for path, target in kept.items()
    )


def _sent_lines(outcome: ReportOutcome) -> Iterator[str]:
    """Which papers are sent already, and what was done about them."""
    for paths, told in (
        (outcome.left_as_sent, "để nguyên vì đã ghi là đã gửi"),
        (outcome.copies, "đã ghi là đã gửi, làm bản sao mang số, ngày, số liệu của ngày gửi"),
    ):
        if paths:
            yield f"{told}: {', '.join(path.name for path in paths)}.\n"


def _pdf_trouble(pdf: PdfOutcome) -> int:
    """Names the reports without a PDF and says why; the exit code."""
    if pdf.trouble is None:
        return 0
    if pdf.made:
        for path in pdf.missing:
            console.trouble(f"chưa có PDF: {console.short_path(path)}")
    console.stop(pdf.trouble)
    return pdf.trouble.exit_code


def _of_periods(several: Sequence[LeftOut]) -> str:
    """«tháng 1/2021 », «tháng 1/2021 đến tháng 8/2021 »: the periods that one reason is about."""
    labels = [one.period for one in several if one.period is not None]
    if not labels:
        return ""
    return f"{labels[0]} " if len(labels) == 1 else f"{labels[0]} đến {labels[-1]} "
