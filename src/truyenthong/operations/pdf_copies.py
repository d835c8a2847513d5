"""The PDF beside each report: made by LibreOffice, moved aside when it is out of date; makes no report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.workspace import office
from truyenthong.workspace.outputs import OutputFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfRequest:
    """That PDFs are wanted.

    Attributes:
        program: LibreOffice as the user named it; None: it is searched.
        seconds: how long it may take; None: as long as is usual for so many files.
    """

    program: str | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfOutcome:
    """The PDFs that were made, the reports without one, and why nothing or not all was made.

    Attributes:
        kept: by PDF, where the one went that a person had changed.
    """

    made: tuple[Path, ...] = ()
    missing: tuple[Path, ...] = ()
    trouble: CannotContinueError | None = None
    kept: Mapping[Path, Path] = field(default_factory=dict)


def pdf_of(report: Path) -> Path:
    """Where the PDF of a report stands."""
    return report.with_suffix(".pdf")


def make_pdfs(
    out: OutputFolder, files: Mapping[str, bytes], request: PdfRequest, tick: office.Tick
) -> PdfOutcome:
    """PDFs of reports, in one start of LibreOffice; that they cannot be made is told, not raised.

    Args:
        out: the folder of the reports.
        files: the reports by name.
        request: how they are made.
        tick: told after each.
    """
    paths, data = tuple(out.folder / name for name in files), tuple(files.values())
    seconds = request.seconds or office.usual_seconds(len(paths))
    if not paths:
        return PdfOutcome()
    try:
        made = office.to_pdf(office.find_office(request.program), data, seconds=seconds, tick=tick)
    except CannotContinueError as error:
        return PdfOutcome(missing=paths, trouble=error)
    put = out.put({pdf_of(paths[number]).name: pages for number, pages in made.items()})
    missing = tuple(path for number, path in enumerate(paths) if number not in made)
    return PdfOutcome(
        made=tuple(pdf_of(paths[number]) for number in made),
        missing=missing,
        trouble=_not_all(len(missing), len(paths), seconds) if missing else None,
        kept=put.kept,
    )


def move_pdf_aside(out: OutputFolder, report: Path) -> tuple[Path, ...]:
    """Moves the PDF of a report out of the way where there is one: it shows what is no longer true."""
    old = pdf_of(report)
    return (out.put_aside(old.name),) if old.is_file() else ()


def _not_all(missing: int, wanted: int, seconds: float) -> CannotContinueError:
    return CannotContinueError(
        f"LibreOffice chưa làm được PDF của {missing} trong {wanted} tệp (thời hạn {seconds:.0f} giây).",
        hint="máy chậm thì cho thêm thời gian bằng --pdf-seconds, hoặc mở tệp Word rồi chọn File › Save As › "
        "PDF.",
    )
