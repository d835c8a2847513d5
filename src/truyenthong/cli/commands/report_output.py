"""The text of what ``report`` did: what was made, what was left out and why, what was kept beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from truyenthong.cli import console
from truyenthong.operations.report.jobs import LeftOut
from truyenthong.operations.report.make import PdfOutcome, ReportOutcome
from truyenthong.workspace.memory import Answer


def report_answer(outcome: ReportOutcome, notice: str, *, lasts: bool) -> Answer:
    """The files on stdout; what was left out and what is wrong on stderr; the exit code."""
    out = "".join(f"{console.short_path(path)}\n" for path in (*outcome.made, *outcome.pdf.made))
    pdf = outcome.pdf
    code = max([pdf.trouble.exit_code if pdf.trouble else 0, *(one.exit_code for one in outcome.broken)])
    return Answer(out=out, err=notice + "".join(_told(outcome)), code=code, lasts=lasts and code == 0)


def _told(outcome: ReportOutcome) -> Iterator[str]:
    yield console.kept_lines(outcome.kept)
    yield from _sent_lines(outcome)
    for (code, reason), group in groupby(outcome.left_out, key=lambda one: (one.code, one.reason)):
        several = [*group]
        yield f"không làm «{code}»: {_of_periods(several)}{reason}\n"
        for left in several:
            for moved in left.moved:
                yield f"  bản cũ đã chuyển thành {console.short_path(moved)}\n"
    for moved in outcome.old_papers:
        yield f"bản của lần trước không còn đúng, đã chuyển thành {console.short_path(moved)}\n"
    for moved in outcome.old_pdfs:
        yield f"bản PDF của lần trước đã chuyển thành {console.short_path(moved)}\n"
    for problem in outcome.warnings:
        yield f"cảnh báo {problem.code}: {problem.spot}: {problem.message}\n"
    pdf = outcome.pdf
    pdfs = f" Word và {len(pdf.made)} tệp PDF" if pdf.made or pdf.missing else ""
    yield f"Đã làm {len(outcome.made)} tệp{pdfs}.\n"
    yield console.fault_lines(outcome.faults, "report")
    for error in outcome.broken:
        yield console.stop_lines(error)
    yield from _pdf_trouble(pdf)


def _sent_lines(outcome: ReportOutcome) -> Iterator[str]:
    """Which papers are sent already, and what was done about them."""
    for paths, told in (
        (outcome.left_as_sent, "để nguyên vì đã ghi là đã gửi"),
        (outcome.copies, "đã ghi là đã gửi, làm bản sao mang số, ngày, số liệu của ngày gửi"),
    ):
        if paths:
            yield f"{told}: {', '.join(path.name for path in paths)}.\n"


def _pdf_trouble(pdf: PdfOutcome) -> Iterator[str]:
    """The reports without a PDF, and why."""
    if pdf.trouble is None:
        return
    if pdf.made:
        for path in pdf.missing:
            yield f"chưa có PDF: {console.short_path(path)}\n"
    yield console.stop_lines(pdf.trouble)


def _of_periods(several: Sequence[LeftOut]) -> str:
    """«tháng 1/2021 », «tháng 1/2021 đến tháng 8/2021 »: the periods that one reason is about."""
    labels = [one.period for one in several if one.period is not None]
    if not labels:
        return ""
    return f"{labels[0]} " if len(labels) == 1 else f"{labels[0]} đến {labels[-1]} "
