"""``report``: from the catalogue to Word files in a folder; what has nothing to say is told, not made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import assert_never

from truyenthong.errors import UsageError
from truyenthong.findings import Finding
from truyenthong.model.periods import Period
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.model.units import Unit
from truyenthong.operations.choosing import Choice, in_codes
from truyenthong.operations.loading import Ready, load, ready
from truyenthong.operations.templating import broken_template, has_errors, read_template
from truyenthong.progress import Progress
from truyenthong.text import nearest
from truyenthong.views.build import build_view, entry_has_something
from truyenthong.views.subject import ViewInput, subject_of, units_of
from truyenthong.views.submission_view import Piece, pieces_of
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
    """

    codes: tuple[str, ...] = ()
    choice: Choice = field(default_factory=Choice)
    out: Path
    number: str | None = None
    day: date | None = None
    signer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A report that was not made, with its file name and the reason; ``moved`` is where its old file went."""

    code: str
    name: str
    reason: str
    moved: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOutcome:
    """What was made, what was left out, and what the templates said (warnings only)."""

    made: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[Problem, ...]
    faults: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """One file to make."""

    entry: ReportEntry
    unit: Unit | None = None
    period: Period | None = None
    piece: Piece | None = None

    @property
    def file_name(self) -> str:
        """``tien-do.docx``, ``theo-don-vi--UNIT.docx``, ``CODE@PERIOD.docx``, ``CODE--UNIT--DUTY.docx``."""
        parts = [self.entry.code]
        if self.piece is not None:
            row = self.piece.row
            parts += [row.unit.code, _with_period(row.obligation.code, row.period)]
            parts += [str(self.piece.line + 1)] if self.piece.line is not None else []
        elif self.unit is not None:
            parts.append(self.unit.code)
        return f"{_with_period('--'.join(parts), self.period)}.docx"

    @property
    def title(self) -> str:
        """The title of the document's properties."""
        unit = self.piece.row.unit if self.piece is not None else self.unit
        return self.entry.name if unit is None else f"{self.entry.name}: {unit.name}"


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
    work = ready(load(workspace))
    entries = _entries(work, request.codes)
    choice = in_codes(request.choice, work.plan, work.roster)
    given = _view_input(work, request, choice, as_of)
    jobs, left_out = _plan_jobs(given, work, entries, choice)
    rendered = _Rendering(workspace=workspace, given=given, work=work).run(jobs, tick)
    with storage.locked(request.out):
        made = tuple(_write(request.out, job, data) for job, data in rendered.files)
        gone = tuple(_put_aside(left, request.out) for left in left_out)
    return ReportOutcome(made=made, left_out=gone, warnings=rendered.warnings, faults=work.loaded.errors)


def _entries(work: Ready, codes: Sequence[str]) -> tuple[ReportEntry, ...]:
    catalogue = {entry.code: entry for entry in work.plan.reports}
    for code in codes:
        if code not in catalogue:
            near = nearest(code, tuple(catalogue))
            hint = f"có phải «{near}»?" if near else f"có: {', '.join(catalogue)}."
            raise UsageError(f"Không có báo cáo «{code}».", hint=hint)
    return tuple(catalogue[code] for code in codes) if codes else work.plan.reports


def _view_input(work: Ready, request: Request, choice: Choice, as_of: date) -> ViewInput:
    """What the views are made of: the rows that were asked for."""
    signers = [signer.code for signer in work.plan.signers]
    if request.signer is not None and request.signer not in signers:
        raise UsageError(
            f"Không có người ký «{request.signer}».", hint=f"có: {', '.join(signers)} (nguoi_ky)."
        )
    return ViewInput(
        plan=work.plan,
        roster=work.roster,
        progress=Progress(as_of=as_of, rows=tuple(filter(choice.takes, work.progress(as_of).rows))),
        sample=work.settings.sample_data,
        nothing_received=not work.loaded.has_receipts,
        number=request.number,
        day=request.day,
        signer=request.signer,
    )


def _plan_jobs(
    given: ViewInput, work: Ready, entries: Iterable[ReportEntry], choice: Choice
) -> tuple[list[_Job], list[LeftOut]]:
    """The files to make, and the reports that have nothing to say, with the reason."""
    jobs: list[_Job] = []
    left_out: list[LeftOut] = []
    for entry in entries:
        for period in _periods(work, entry, choice):
            reason = _left_out(given, entry, period, choice)
            if reason is not None:
                name = _Job(entry=entry, period=period).file_name
                left_out.append(LeftOut(code=entry.code, name=name, reason=reason))
            else:
                jobs.extend(_jobs_of(given, entry, period))
    return jobs, left_out


def _jobs_of(given: ViewInput, entry: ReportEntry, period: Period | None) -> Iterable[_Job]:
    """The files of one entry in one period: one, one per unit, per submission or per line."""
    match entry.scope:
        case ReportScope.SECTOR:
            return (_Job(entry=entry, period=period),)
        case ReportScope.UNIT:
            return (_Job(entry=entry, unit=unit, period=period) for unit in units_of(given, entry))
        case ReportScope.SUBMISSION | ReportScope.ROW:
            return (
                _Job(entry=entry, piece=piece)
                for piece in pieces_of(given, entry)
                if period in (None, piece.row.period)
            )
        case _ as never:
            assert_never(never)


def _periods(work: Ready, entry: ReportEntry, choice: Choice) -> tuple[Period | None, ...]:
    """The periods for which an entry is made: all of them, or the one asked for; None without periods."""
    if entry.period_kind is None:
        return (None,)
    duty = work.plan.obligations_by_code.get(entry.obligation or "")
    periods = work.plan.periods(duty) if duty is not None else work.plan.periods_of_kind(entry.period_kind)
    return tuple(one for one in periods if one is not None and choice.period in (None, one.code))


def _left_out(given: ViewInput, entry: ReportEntry, period: Period | None, choice: Choice) -> str | None:
    """Why a report is not made, a whole sentence; None where it is."""
    collects = entry.scope is ReportScope.SECTOR and entry.obligation is not None
    if given.nothing_received and (entry.only_if is not None or collects):
        return "không gian làm việc chưa ghi nhận bài nộp nào."
    if collects and choice.unit is not None:
        return "báo cáo này gộp mọi đơn vị, không làm riêng cho một đơn vị."
    if None not in (entry.obligation, choice.obligation) and entry.obligation != choice.obligation:
        return f"báo cáo này nói về nhiệm vụ «{entry.obligation}»."
    if period is not None and (reason := _too_early(given, entry, period)) is not None:
        return reason
    if not entry_has_something(given, entry, period=period):
        return f"đến ngày này danh sách «{entry.only_if}» của báo cáo không có dòng nào."
    return None


def _too_early(given: ViewInput, entry: ReportEntry, period: Period) -> str | None:
    """A period that has not begun; one that runs on while nobody has sent anything for it."""
    if period.days.start > given.as_of:
        return f"{period.label} chưa bắt đầu."
    rows = subject_of(given, entry, period=period).rows
    waiting = entry.obligation is not None and not any(row.receipts for row in rows)
    if waiting and given.as_of <= period.days.last:
        return f"{period.label} chưa kết thúc và chưa đơn vị nào gửi gì."
    return None


def _with_period(name: str, period: Period | None) -> str:
    return f"{name}@{period.code}" if period is not None else name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rendered:
    files: tuple[tuple[_Job, bytes], ...]
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True)
class _Rendering:
    """Renders all jobs, reading and compiling each template once."""

    workspace: Workspace
    given: ViewInput
    work: Ready
    templates: dict[str, Template] = field(default_factory=dict)

    def run(self, jobs: Sequence[_Job], tick: Tick) -> _Rendered:
        files: list[tuple[_Job, bytes]] = []
        warnings: list[Problem] = []
        for index, job in enumerate(jobs, start=1):
            template = self._template(job.entry.template)
            view = build_view(self.given, job.entry, unit=job.unit, period=job.period, piece=job.piece)
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

    def _properties(self, job: _Job) -> DocProperties:
        created = datetime.combine(self.given.as_of, time(), tzinfo=UTC)
        return DocProperties(title=job.title, author=self.work.plan.agency.full_name, created=created)


def _write(out: Path, job: _Job, data: bytes) -> Path:
    path = out / job.file_name
    storage.write_atomic(path, data)
    return path


def _put_aside(left: LeftOut, out: Path) -> LeftOut:
    """Moves the file of an earlier day out of the way: it says what is no longer true."""
    old = out / left.name
    return replace(left, moved=storage.move_aside(old)) if old.is_file() else left
