"""``report``: makes the Word files and PDFs of the catalogue's reports, and moves old ones aside."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from truyenthong.checks import Source
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding
from truyenthong.model.plan import Plan
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.model.units import Roster
from truyenthong.operations.choose import Selection, find_named, in_codes
from truyenthong.operations.load import Ready, load
from truyenthong.operations.report.jobs import LeftOut, Sent, paper_name, papers_sent, plan_jobs
from truyenthong.operations.report.papers import Rendering, Tick
from truyenthong.operations.validate import (
    earlier_year,
    measurable,
    refuse_placeholders,
    unread_before_unknown,
)
from truyenthong.views.subject import ViewInput
from truyenthong.word.problems import Problem
from truyenthong.workspace import office, storage
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.memory import Memory, Papers
from truyenthong.workspace.outputs import OutputFolder
from truyenthong.workspace.snapshot import Snapshot

_SUFFIX = ".docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfRequest:
    """That PDFs are wanted.

    Attributes:
        program: LibreOffice as the user named it; None: it is searched.
        seconds: how long it may take; None: as long as is usual for so many files.
        archival: PDF/A, for keeping.
    """

    program: str | None = None
    seconds: int | None = None
    archival: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the user asked for: reports by code (all where empty), narrowed and filled in.

    Attributes:
        number: the paper's number, never invented: blank until given.
        day: the paper's date, blank until given.
        signer: another signing form of the plan than the catalogue's.
        pdf: that each report is wanted as PDF too; None: it is not.
        compare: the workspace of an earlier year, to compare with.
        lock: where the lock lies instead of in ``out``, which is sent on as a whole.
    """

    codes: tuple[str, ...] = ()
    choice: Selection = field(default_factory=Selection)
    out: Path
    number: str | None = None
    day: date | None = None
    signer: str | None = None
    pdf: PdfRequest | None = None
    compare: Path | None = None
    lock: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOutcome:
    """What was made, what was left out, and what the templates said (warnings only).

    Attributes:
        pdf: the PDFs that were asked for.
        old_pdfs: where PDFs went that showed an older text of a report.
        old_papers: where papers of units and submissions went that no longer apply.
        broken: for each template that cannot be used, what is wrong and which files were not made.
        kept: by file, where the one went that a person had changed.
        left_as_sent: the files of papers that are recorded as sent: they were left as they are.
        copies: of ``made``, those of papers that are recorded as sent, with the number and day of the record.
        changed: whether any file was written or moved.
        rendered: how many papers had to be rendered; all others of ``made`` were there already, the same.
    """

    made: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[Problem, ...]
    faults: tuple[Finding, ...]
    pdf: PdfOutcome
    old_pdfs: tuple[Path, ...]
    old_papers: tuple[Path, ...] = ()
    broken: tuple[CannotContinueError, ...] = ()
    kept: Mapping[Path, Path] = field(default_factory=dict)
    left_as_sent: tuple[Path, ...] = ()
    copies: tuple[Path, ...] = ()
    rendered: int = 0
    changed: bool = True


def report(
    workspace: Workspace,
    request: Request,
    *,
    as_of: date,
    now: datetime,
    tick: Tick,
    snapshot: Snapshot | None = None,
) -> ReportOutcome:
    """Makes the reports that have something to say on ``as_of``.

    All files are rendered before the first is written. A template that cannot be used stops its own reports
    alone. A file that a person has changed since it was made is kept beside the new one. A paper that is
    recorded as sent is left where it lies; where it is missing, a copy is made as of the day of sending.

    Args:
        workspace: the workspace.
        request: what was asked for.
        as_of: the day of the board.
        now: the run's moment, for the names of files that people had changed.
        tick: called after each file.
        snapshot: the workspace, where it was read already.

    Raises:
        UsageError: a report, unit, duty, period or signing form that is not known.
        UnreadableDataError: the plan or the units are not readable.
        FileInUseError: a report is open in Word.
    """
    work = measurable(load(workspace, snapshot=snapshot))
    refuse_placeholders(work.loaded)
    entries = _entries(work, request.codes)
    choice = in_codes(request.choice, work.plan, work.roster)
    given = _view_input(work, request, as_of)
    sent = _sent_by(as_of, work, request.out)
    planned = plan_jobs(given, entries, choice, by_name=bool(request.codes), sent=sent)
    lying = [job for job in planned.jobs if job.sent is not None and (request.out / job.file_name).exists()]
    jobs = [job for job in planned.jobs if job not in lying]
    memory = Memory.of(workspace)
    # A PDF is made of the bytes of a paper, so each is rendered.
    known = memory.papers(request.out) if request.pdf is None else Papers()
    rendered = Rendering(workspace=workspace, given=given, work=work, out=request.out, known=known).run(
        jobs, tick
    )
    out = OutputFolder(folder=request.out, now=now)
    with storage.locked(out.folder, at=request.lock):
        put = out.put(rendered.files, papers=True)
        memory.keep_papers(request.out, rendered.papers(known, put.digests))
        # What was only not asked for is still true.
        gone = tuple(left if choice.is_narrow else _put_aside(left, out) for left in planned.left_out)
        old_papers = () if choice.is_narrow else tuple(_move_old(given, entries, planned.true, out))
        pdf = PdfOutcome()
        try:
            if request.pdf is not None:
                left = (out.folder / job.file_name for job in lying)
                sent_alone = {one.name: storage.read_bytes(one) for one in left if not pdf_of(one).exists()}
                pdf = make_pdfs(out, {**rendered.files, **sent_alone}, request.pdf, tick)
        finally:  # stopped with ^C too: no PDF stays beside a report of another text
            untrue = [path for path in put.changed if pdf_of(path) not in pdf.made]
            old_pdfs = tuple(old for path in untrue for old in move_pdf_aside(out, path))
    return ReportOutcome(
        made=tuple(out.folder / name for name in rendered.made),
        left_out=gone,
        warnings=rendered.warnings,
        faults=work.loaded.errors,
        pdf=pdf,
        old_pdfs=old_pdfs,
        old_papers=old_papers,
        broken=rendered.broken,
        rendered=len(rendered.files),
        changed=bool(put.changed or put.kept or old_papers or old_pdfs or any(one.moved for one in gone)),
        kept={**put.kept, **pdf.kept},
        left_as_sent=tuple(out.folder / job.file_name for job in lying),
        copies=tuple(
            out.folder / job.file_name
            for job in jobs
            if job.sent is not None and job.file_name in rendered.files
        ),
    )


def _sent_by(as_of: date, work: Ready, out: Path) -> Sent:
    """What is recorded as sent by ``as_of``; of what was sent later, that whose file lies in the folder."""
    return {
        (report, period): paper
        for (report, period), paper in papers_sent(work).items()
        if paper.received.day <= as_of or (out / paper_name(report, period)).exists()
    }


def _entries(work: Ready, codes: Sequence[str]) -> tuple[ReportEntry, ...]:
    catalogue = {entry.code: entry for entry in work.plan.reports}
    with unread_before_unknown(work.loaded, (Source.PLAN, ("bao_cao",))):
        named = [find_named(catalogue, code, f"Không có báo cáo «{code}».") for code in codes]
    return tuple(named) or work.plan.reports


def _view_input(work: Ready, request: Request, as_of: date) -> ViewInput:
    """What the views are made of: all rows, for a paper says the same however many are made with it."""
    signers = [signer.code for signer in work.plan.signers]
    if request.signer is not None and request.signer not in signers:
        raise UsageError(
            f"Không có người ký «{request.signer}».", hint=f"có: {', '.join(signers)} (nguoi_ky)."
        )
    return ViewInput(
        plan=work.plan,
        roster=work.roster.named_on(as_of),
        progress=work.progress(as_of),
        sample=work.settings.sample_data,
        nothing_received=not work.loaded.has_receipts,
        number=request.number,
        day=request.day,
        signer=request.signer,
        findings=work.loaded.by_file,
        ledgers=work.loaded.records.ledgers,
        board_of=work.progress,
        earlier=earlier_year(request.compare, work.plan, as_of=as_of)
        if request.compare is not None
        else None,
    )


def pdf_of(report: Path) -> Path:
    """The place of a report's PDF."""
    return report.with_suffix(".pdf")


def make_pdfs(
    out: OutputFolder, files: Mapping[str, bytes], request: PdfRequest, tick: office.Tick
) -> PdfOutcome:
    """PDFs of reports, in one start of LibreOffice; a failure is part of the outcome.

    Args:
        out: the folder of the reports.
        files: the reports by name.
        request: how they are made.
        tick: called after each.
    """
    paths, data = tuple(out.folder / name for name in files), tuple(files.values())
    seconds = request.seconds or office.usual_seconds(len(paths))
    if not paths:
        return PdfOutcome()
    try:
        program = office.find_office(request.program)
        made = office.to_pdf(program, data, seconds=seconds, tick=tick, archival=request.archival)
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


def _move_old(
    given: ViewInput, entries: Sequence[ReportEntry], true: Collection[str], out: OutputFolder
) -> Iterator[Path]:
    """Moves papers out of the way that no longer apply, and their PDFs; what is only not new stays."""
    names = storage.list_files(out.folder)
    for name in no_longer_true(names, entries, given.plan, given.roster, true=true):
        yield out.put_aside(name)
        yield from move_pdf_aside(out, out.folder / name)


def _put_aside(left: LeftOut, out: OutputFolder) -> LeftOut:
    """Moves the file of an earlier day, and its PDF, out of the way: it says what is no longer true."""
    old = out.folder / left.name
    moved = (out.put_aside(left.name),) if old.is_file() else ()
    return replace(left, moved=(*moved, *move_pdf_aside(out, old)))


def no_longer_true(
    names: Iterable[str], entries: Iterable[ReportEntry], plan: Plan, roster: Roster, *, true: Collection[str]
) -> Iterator[str]:
    """The names that a report of these would give to a paper, and that none of today's papers has.

    A name counts only where each part is known (report, unit, duty, period): whatever else lies in the folder
    is somebody's own.

    Args:
        names: the files of the folder.
        entries: the reports that were made without being narrowed.
        plan: the plan.
        roster: the units.
        true: the names of all papers that apply on the day, made this time or left as they are.
    """
    patterns = tuple(_pattern(entry, plan, roster) for entry in entries)
    for name in names:
        if name not in true and name.endswith(_SUFFIX):
            parts = name.removesuffix(_SUFFIX).split("--")
            if any(fits(parts) for fits in patterns):
                yield name


def _pattern(entry: ReportEntry, plan: Plan, roster: Roster) -> Callable[[list[str]], bool]:
    """Whether the parts of a name (between ``--``) are those of a paper of ``entry``."""
    units = frozenset(roster.by_code)
    if entry.scope is ReportScope.UNIT:
        wanted = _with_periods(units, entry, plan)
        return lambda parts: len(parts) == 2 and parts[0] == entry.code and parts[1] in wanted
    if entry.scope in (ReportScope.SUBMISSION, ReportScope.ROW):
        papers = frozenset(_papers(entry, plan))
        lines = 1 if entry.scope is ReportScope.ROW else 0
        return lambda parts: (
            len(parts) == 3 + lines
            and parts[0] == entry.code
            and parts[1] in units
            and parts[2] in papers
            and all(one.isascii() and one.isdigit() for one in parts[3:])
        )
    return lambda _: False


def _with_periods(units: Iterable[str], entry: ReportEntry, plan: Plan) -> frozenset[str]:
    if entry.period_kind is None:
        return frozenset(units)
    periods = [one.code for one in plan.periods_of_kind(entry.period_kind)]
    return frozenset(f"{unit}@{period}" for unit in units for period in periods)


def _papers(entry: ReportEntry, plan: Plan) -> Iterator[str]:
    """``DUTY`` or ``DUTY@PERIOD`` of all that the report can be about."""
    for duty in plan.obligations:
        if entry.obligation in (None, duty.code):
            for period in plan.periods(duty):
                yield duty.code if period is None else f"{duty.code}@{period.code}"
