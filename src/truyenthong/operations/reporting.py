"""``report``: from the catalogue to Word files in a folder; what has nothing to say is told, not made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from truyenthong.errors import UsageError
from truyenthong.findings import Finding
from truyenthong.model.reports import ReportEntry
from truyenthong.operations.choosing import Choice, in_codes
from truyenthong.operations.loading import Ready, load
from truyenthong.operations.measuring import measurable, refuse_placeholders
from truyenthong.operations.old_papers import no_longer_true
from truyenthong.operations.pdf_copies import PdfOutcome, PdfRequest, make_pdfs, move_pdf_aside, pdf_of
from truyenthong.operations.report_jobs import Job, LeftOut, plan_jobs
from truyenthong.operations.templating import broken_template, has_errors, read_template
from truyenthong.text import nearest
from truyenthong.views.build import build_view
from truyenthong.views.subject import ViewInput
from truyenthong.word.docprops import DocProperties
from truyenthong.word.problems import Problem
from truyenthong.word.render import render
from truyenthong.word.template import Template, load_template
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the user asked for: reports by code (all where empty), narrowed and filled in.

    Attributes:
        number: the paper's number, never invented: blank until given.
        day: the paper's date, blank until given.
        signer: another signing form of the plan than the catalogue's.
        pdf: that each report is wanted as PDF too; None: it is not.
    """

    codes: tuple[str, ...] = ()
    choice: Choice = field(default_factory=Choice)
    out: Path
    number: str | None = None
    day: date | None = None
    signer: str | None = None
    pdf: PdfRequest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOutcome:
    """What was made, what was left out, and what the templates said (warnings only).

    Attributes:
        pdf: the PDFs that were asked for.
        old_pdfs: where PDFs went that showed an older text of a report.
        old_papers: where papers of units and submissions went that no longer apply.
    """

    made: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[Problem, ...]
    faults: tuple[Finding, ...]
    pdf: PdfOutcome
    old_pdfs: tuple[Path, ...]
    old_papers: tuple[Path, ...] = ()


Tick = Callable[[int, int], None]
"""Told after each file: how many are made, of how many."""


def report(workspace: Workspace, request: Request, *, as_of: date, tick: Tick) -> ReportOutcome:
    """Makes the reports that have something to say on ``as_of``.

    All files are rendered before the first is written: a broken template changes nothing on the disk.

    Raises:
        UsageError: a report, unit, duty, period or signing form that is not known.
        UnreadableDataError: the plan or the units cannot stand.
        BrokenTemplateError: templates have faults; the message lists them all.
        FileInUseError: a report is open in Word.
    """
    work = measurable(load(workspace))
    refuse_placeholders(work.loaded)
    entries = _entries(work, request.codes)
    choice = in_codes(request.choice, work.plan, work.roster)
    given = _view_input(work, request, as_of)
    jobs, left_out = plan_jobs(given, entries, choice, by_name=bool(request.codes))
    rendered = _Rendering(workspace=workspace, given=given, work=work).run(jobs, tick)
    with storage.locked(request.out):
        files = {request.out / job.file_name: data for job, data in rendered.files}
        changed = _write(files)
        # What was only not asked for is still true.
        gone = tuple(left if choice.is_narrow else _put_aside(left, request.out) for left in left_out)
        old_papers = () if choice.is_narrow else tuple(_move_old(given, entries, choice, request.out))
        pdf = PdfOutcome()
        try:
            pdf = make_pdfs(files, request.pdf, tick) if request.pdf is not None else pdf
        finally:  # stopped with ^C too: no PDF stays beside a report of another text
            old_pdfs = tuple(_move_old_pdfs(changed, pdf))
    return ReportOutcome(
        made=tuple(files),
        left_out=gone,
        warnings=rendered.warnings,
        faults=work.loaded.errors,
        pdf=pdf,
        old_pdfs=old_pdfs,
        old_papers=old_papers,
    )


def _entries(work: Ready, codes: Sequence[str]) -> tuple[ReportEntry, ...]:
    catalogue = {entry.code: entry for entry in work.plan.reports}
    for code in codes:
        if code not in catalogue:
            near = nearest(code, tuple(catalogue))
            hint = f"có phải «{near}»?" if near else f"có: {', '.join(catalogue)}."
            raise UsageError(f"Không có báo cáo «{code}».", hint=hint)
    return tuple(catalogue[code] for code in codes) if codes else work.plan.reports


def _view_input(work: Ready, request: Request, as_of: date) -> ViewInput:
    """What the views are made of: all rows, for a paper says the same however many are made with it."""
    signers = [signer.code for signer in work.plan.signers]
    if request.signer is not None and request.signer not in signers:
        raise UsageError(
            f"Không có người ký «{request.signer}».", hint=f"có: {', '.join(signers)} (nguoi_ky)."
        )
    return ViewInput(
        plan=work.plan,
        roster=work.roster,
        progress=work.progress(as_of),
        sample=work.settings.sample_data,
        nothing_received=not work.loaded.has_receipts,
        number=request.number,
        day=request.day,
        signer=request.signer,
        findings=_by_file(work),
        ledgers=work.loaded.records.ledgers,
    )


def _by_file(work: Ready) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in work.loaded.findings:
        found.setdefault(finding.ref.file, []).append(finding)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rendered:
    files: tuple[tuple[Job, bytes], ...]
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True)
class _Rendering:
    """Renders all jobs, reading and compiling each template once."""

    workspace: Workspace
    given: ViewInput
    work: Ready
    templates: dict[str, Template] = field(default_factory=dict)

    def run(self, jobs: Sequence[Job], tick: Tick) -> _Rendered:
        files: list[tuple[Job, bytes]] = []
        warnings: list[Problem] = []
        for index, job in enumerate(jobs, start=1):
            template = self._template(job.entry.template)
            view = build_view(
                self.given,
                job.entry,
                unit=job.unit,
                period=job.period,
                piece=job.piece,
                filing=job.filing,
            )
            rendered = render(template, view, properties=self._properties(job))
            if rendered.data is None:
                raise broken_template(job.entry.template, rendered.problems)
            warnings.extend(rendered.problems)
            files.append((job, rendered.data))
            tick(index, len(jobs))
        return _Rendered(files=tuple(files), warnings=tuple(warnings))

    def _template(self, name: str) -> Template:
        if name not in self.templates:
            template = load_template(read_template(self.workspace, name), name=name)
            if has_errors(template.problems):
                raise broken_template(name, template.problems)
            self.templates[name] = template
        return self.templates[name]

    def _properties(self, job: Job) -> DocProperties:
        created = datetime.combine(self.given.as_of, time(), tzinfo=UTC)
        return DocProperties(title=job.title, author=self.work.plan.agency.full_name, created=created)


def _write(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Puts the reports in place; those that are new or say something else than before."""
    changed = tuple(path for path, data in files.items() if not storage.holds(path, data))
    for path, data in files.items():
        storage.write_atomic(path, data)
    return changed


def _move_old_pdfs(changed: Sequence[Path], pdf: PdfOutcome) -> Iterator[Path]:
    """Moves the PDFs out of the way that show an older text of a report; where they went."""
    for path in changed:
        if pdf_of(path) not in pdf.made:
            yield from move_pdf_aside(path)


def _move_old(given: ViewInput, entries: Sequence[ReportEntry], choice: Choice, out: Path) -> Iterator[Path]:
    """Moves papers out of the way that no longer apply, and their PDFs; what is only not new stays."""
    apply, _ = plan_jobs(given, entries, choice, by_name=True)
    true = {job.file_name for job in apply}
    for name in no_longer_true(storage.list_files(out), entries, given.plan, given.roster, true=true):
        yield storage.move_aside(out / name)
        yield from move_pdf_aside(out / name)


def _put_aside(left: LeftOut, out: Path) -> LeftOut:
    """Moves the file of an earlier day, and its PDF, out of the way: it says what is no longer true."""
    old = out / left.name
    moved = (storage.move_aside(old),) if old.is_file() else ()
    return replace(left, moved=(*moved, *move_pdf_aside(old)))
