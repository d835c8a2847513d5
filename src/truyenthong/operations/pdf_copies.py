"""The PDF beside each report: made by LibreOffice, moved aside when it is out of date; makes no report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.workspace import office, storage


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
    """The PDFs that were made, the reports without one, and why nothing or not all was made."""

    made: tuple[Path, ...] = ()
    missing: tuple[Path, ...] = ()
    trouble: CannotContinueError | None = None


def pdf_of(report: Path) -> Path:
    """Where the PDF of a report stands."""
    return report.with_suffix(".pdf")


def make_pdfs(files: Mapping[Path, bytes], request: PdfRequest, tick: office.Tick) -> PdfOutcome:
    """PDFs of reports, in one start of LibreOffice; that they cannot be made is told, not raised."""
    paths, data = tuple(files), tuple(files.values())
    seconds = request.seconds or office.usual_seconds(len(paths))
    if not paths:
        return PdfOutcome()
    try:
        made = office.to_pdf(office.find_office(request.program), data, seconds=seconds, tick=tick)
    except CannotContinueError as error:
        return PdfOutcome(missing=paths, trouble=error)
    for number, pages in made.items():
        storage.write_atomic(pdf_of(paths[number]), pages)
    missing = tuple(path for number, path in enumerate(paths) if number not in made)
    return PdfOutcome(
        made=tuple(pdf_of(paths[number]) for number in made),
        missing=missing,
        trouble=_not_all(len(missing), len(paths), seconds) if missing else None,
    )


def move_pdf_aside(report: Path) -> tuple[Path, ...]:
    """Moves the PDF of a report out of the way where there is one: it shows what is no longer true."""
    old = pdf_of(report)
    return (storage.move_aside(old),) if old.is_file() else ()


def _not_all(missing: int, wanted: int, seconds: float) -> CannotContinueError:
    return CannotContinueError(
        f"LibreOffice chưa làm được PDF của {missing} trong {wanted} tệp (thời hạn {seconds:.0f} giây).",
        hint="máy chậm thì cho thêm thời gian bằng --pdf-seconds, hoặc mở tệp Word rồi chọn File › Save As › "
        "PDF.",
    )
