"""Which files a run of ``report`` makes, and which reports it leaves out, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import assert_never

from truyenthong.model.periods import Period
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.model.submissions import DecisionKind, Receipt, Submission
from truyenthong.model.units import Unit
from truyenthong.operations.choose import Selection
from truyenthong.operations.load import Ready
from truyenthong.text import day_wording
from truyenthong.views.build import entry_has_something
from truyenthong.views.papers import is_plan_itself
from truyenthong.views.registers import Filing, filings_of
from truyenthong.views.subject import ViewInput, subject_of, units_of
from truyenthong.views.submissions import PaperOfSubmission, pieces_of

Sent = Mapping[tuple[str, str | None], Receipt]
"""What was sent last, by the codes of report and period."""


def papers_sent(work: Ready) -> Sent:
    """What is recorded as sent of the reports of the catalogue; a paper that came back is none."""
    found: dict[tuple[str, str | None], Receipt] = {}
    known = work.plan.obligations_by_code
    for report in work.plan.reports:
        duty = work.plan.duty_of_papers(report)
        if duty is None or (report.period_kind is None and len(work.plan.periods(known[duty])) > 1):
            continue
        for stored in work.loaded.records.submissions:
            one = stored.submission
            unit = work.roster.by_code.get(one.unit)
            if one.obligation != duty or unit is None or not work.roster.is_inside(unit):
                continue
            for receipt in _of_report(one, report):
                key = (report.code, one.period if report.period_kind is not None else None)
                last = found.setdefault(key, receipt)
                if receipt.received.sort_key >= last.received.sort_key:
                    found[key] = receipt
    return found


def _of_report(submission: Submission, report: ReportEntry) -> Iterator[Receipt]:
    is_of_duty = submission.obligation == report.code
    for one in submission.receipts if is_of_duty else submission.sent_further:
        came_back = one.decision is not None and one.decision.kind is DecisionKind.RETURNED
        if not came_back and (is_of_duty or one.report == report.code):
            yield one


NOT_BEGUN = "chưa bắt đầu."
STILL_EMPTY = "chưa kết thúc và chưa đơn vị nào gửi gì."
OF_PERIOD = (NOT_BEGUN, STILL_EMPTY)
"""Sentences about a period, behind its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A report that was not made, with its file name and the reason.

    Attributes:
        reason: a whole sentence; where ``period`` is given, what is to be said of that period.
        period: the label of the period that the reason is about.
        moved: where its old file and the PDF of it went.
    """

    code: str
    name: str
    reason: str
    period: str | None = None
    moved: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One file to make.

    Attributes:
        sent: the paper as it was recorded, where it is sent already.
    """

    entry: ReportEntry
    unit: Unit | None = None
    period: Period | None = None
    piece: PaperOfSubmission | None = None
    filing: Filing | None = None
    sent: Receipt | None = None

    @property
    def file_name(self) -> str:
        """``CODE.docx``; ``@PERIOD``, ``--UNIT``, ``--UNIT--DUTY@PERIOD`` or ``--KEY`` before the dot."""
        parts = [self.entry.code]
        if self.piece is not None:
            row = self.piece.row
            parts += [row.unit.code, _with_period(row.obligation.code, row.period)]
            parts += [str(self.piece.line + 1)] if self.piece.line is not None else []
        elif self.filing is not None:
            parts.append(self.filing.key)
        elif self.unit is not None:
            parts.append(self.unit.code)
        return f"{_with_period('--'.join(parts), self.period)}.docx"

    @property
    def title(self) -> str:
        """The title of the document's properties."""
        if self.filing is not None:
            return f"{self.entry.name}: {self.filing.entry.text(self.filing.ledger.register.key)}"
        unit = self.piece.row.unit if self.piece is not None else self.unit
        return self.entry.name if unit is None else f"{self.entry.name}: {unit.name}"

    def came_since(self, since: date) -> bool:
        """Whether it is about something that came in on this day or later."""
        if self.filing is not None:
            return self.filing.day is None or self.filing.day >= since
        return self.piece is None or any(one.received.day >= since for one in self.piece.row.receipts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The files to make, and the reports that have nothing to say, with the reason.

    Attributes:
        true: the names of all papers that say what is true on the day, made this time or left as they are.
    """

    jobs: Sequence[Job]
    left_out: Sequence[LeftOut]
    true: frozenset[str]


def plan_jobs(
    given: ViewInput, entries: Iterable[ReportEntry], choice: Selection, *, by_name: bool, sent: Sent
) -> Planned:
    """What a run makes and what it leaves out.

    Args:
        given: what the views are made of.
        entries: the reports that were asked for.
        choice: to what they are narrowed.
        by_name: the user named them: what came in long ago is made again too.
        sent: the papers that are recorded as sent.
    """
    jobs: list[Job] = []
    left_out: list[LeftOut] = []
    true: set[str] = set()
    for entry in entries:
        for period in _periods(given, entry, choice):
            paper = sent.get((entry.code, period.code if period is not None else None))
            if paper is not None and _not_chosen(entry, choice) is None:
                jobs.append(Job(entry=entry, period=period, sent=paper))
                continue
            reason = _left_out(given, entry, period, choice)
            made = [] if reason is not None else [*_jobs_of(given, entry, period, choice)]
            true.update(job.file_name for job in made)
            fresh = made
            if not by_name and entry.fresh_days is not None:
                # The day of the board is one of the last ``fresh_days`` days.
                since = given.as_of - timedelta(days=entry.fresh_days - 1)
                fresh = [job for job in made if job.came_since(since)]
            if len(fresh) < len(made):
                reason = _stale_reason(len(made) - len(fresh), given, entry, entry.fresh_days or 0)
            elif not made and reason is None:
                reason = _nothing(entry)
            if reason is not None:
                name = Job(entry=entry, period=period).file_name
                label = period.label if period is not None and reason in OF_PERIOD else None
                left_out.append(LeftOut(code=entry.code, name=name, reason=reason, period=label))
            jobs.extend(fresh)
    return Planned(jobs=jobs, left_out=left_out, true=frozenset(true))


def _nothing(entry: ReportEntry) -> str:
    if entry.scope is ReportScope.ENTRY:
        return f"đến ngày này sổ «{entry.register}» chưa có mục nào."
    return "đến ngày này chưa có bài nộp nào để làm."


def _stale_reason(count: int, given: ViewInput, entry: ReportEntry, days: int) -> str:
    since = day_wording(given.as_of - timedelta(days=days - 1))
    what = "mục có ngày" if entry.scope is ReportScope.ENTRY else "bài nhận"
    return (
        f"{count} {what} trước ngày {since} không làm lại; cần thì gọi tên báo cáo: "
        f"«truyenthong report {entry.code}»."
    )


def _jobs_of(given: ViewInput, entry: ReportEntry, period: Period | None, choice: Selection) -> Iterable[Job]:
    """The files of one entry in one period: one, one per unit, per submission or per line."""
    match entry.scope:
        case ReportScope.SECTOR:
            return (Job(entry=entry, period=period),)
        case ReportScope.UNIT:
            return (
                Job(entry=entry, unit=unit, period=period)
                for unit in units_of(given, entry)
                if choice.unit in (None, unit.code)
            )
        case ReportScope.SUBMISSION | ReportScope.ROW:
            return (
                Job(entry=entry, piece=piece)
                for piece in pieces_of(given, entry)
                if period in (None, piece.row.period) and choice.takes(piece.row)
            )
        case ReportScope.ENTRY:
            return (
                Job(entry=entry, filing=filing)
                for filing in filings_of(given, entry.register)
                if choice.unit in (None, filing.unit.code if filing.unit is not None else "")
            )
        case _ as never:
            assert_never(never)


def _periods(given: ViewInput, entry: ReportEntry, choice: Selection) -> tuple[Period | None, ...]:
    """The periods for which an entry is made: all of them, or the one asked for; None without periods."""
    if entry.period_kind is None:
        return (None,)
    duty = given.plan.obligations_by_code.get(entry.obligation or "")
    of_kind = given.plan.periods_of_kind(entry.period_kind)
    periods = of_kind if duty is None else given.plan.periods(duty)
    return tuple(one for one in periods if one is not None and choice.period in (None, one.code))


def _left_out(given: ViewInput, entry: ReportEntry, period: Period | None, choice: Selection) -> str | None:
    """Why a report is not made, a whole sentence; None where it is."""
    collects = entry.scope is ReportScope.SECTOR and entry.obligation is not None
    if given.plan.awaits_text and is_plan_itself(entry, given.plan):
        return f"nguyên văn trong data/plan.yaml còn là của năm học {given.plan.text_of_year}."
    if given.nothing_received and (entry.only_if is not None or collects):
        return "không gian làm việc chưa ghi nhận bài nộp nào."
    if (reason := _not_chosen(entry, choice)) is not None:
        return reason
    unit = given.roster.by_code.get(choice.unit or "")
    if entry.scope is ReportScope.UNIT and unit is not None and given.roster.is_inside(unit):
        return f"{unit.name} thuộc cơ quan, cơ quan không viết công văn cho chính mình."
    if period is not None and (reason := _too_early(given, entry, period)) is not None:
        return reason
    return None if entry_has_something(given, entry, period=period) else _empty(given, entry, period)


def _empty(given: ViewInput, entry: ReportEntry, period: Period | None) -> str:
    """That the list of ``chi_khi`` has no line; what waits for the agency is not what units are asked for."""
    waiting = subject_of(given, entry, period=period).with_agency
    if entry.only_if != "cham" or not waiting:
        return f"đến ngày này danh sách «{entry.only_if}» của báo cáo không có dòng nào."
    return (
        "đến ngày này không đơn vị nào phải đôn đốc; "
        f"{len(waiting)} bài quá hạn có lỗi đang chờ cơ quan xử lý: xem bằng «truyenthong review»."
    )


def _not_chosen(entry: ReportEntry, choice: Selection) -> str | None:
    """What the user narrowed the run to, where the report has no part in it."""
    if entry.scope is ReportScope.SECTOR and choice.unit is not None:
        return "báo cáo này gộp mọi đơn vị, không làm riêng cho một đơn vị."
    if entry.scope is ReportScope.ENTRY and (choice.obligation, choice.period) != (None, None):
        return f"báo cáo này nói về sổ «{entry.register}», không về một nhiệm vụ hay một kỳ."
    if None not in (entry.obligation, choice.obligation) and entry.obligation != choice.obligation:
        return f"báo cáo này nói về nhiệm vụ «{entry.obligation}»."
    return None


def _too_early(given: ViewInput, entry: ReportEntry, period: Period) -> str | None:
    """A period that has not begun; one that runs on while nobody has sent anything for it."""
    if period.days.start > given.as_of:
        return NOT_BEGUN
    rows = subject_of(given, entry, period=period).rows
    waiting = entry.obligation is not None and not any(row.receipts for row in rows)
    if waiting and given.as_of <= period.days.last:
        return STILL_EMPTY
    return None


def paper_name(report: str, period: str | None) -> str:
    """The file of a report about the whole sector, by its code and that of its period."""
    return f"{report}@{period}.docx" if period is not None else f"{report}.docx"


def _with_period(name: str, period: Period | None) -> str:
    return f"{name}@{period.code}" if period is not None else name
