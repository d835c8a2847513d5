"""``record sent``: writes down what the office itself has sent, with the figures of the units' reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import cast

from truyenthong.documents.submissions import encode_receipt
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding
from truyenthong.model.forms import ChoiceSource, Content, Field, FieldType, Form, Row, Scalar
from truyenthong.model.moments import Moment
from truyenthong.model.reports import ReportEntry, usual_symbol
from truyenthong.model.submissions import Channel, PaperNumber, Receipt
from truyenthong.operations.choose import find_unit
from truyenthong.operations.examine import examine
from truyenthong.operations.load import Ready, load
from truyenthong.operations.submission_file import (
    MEND_FIRST,
    Original,
    Target,
    add_entry,
    find_target,
    refuse_errors,
)
from truyenthong.operations.validate import recordable
from truyenthong.text import day_wording
from truyenthong.views.rows import duty_in_period, paper_text
from truyenthong.views.subject import PlainValue, ViewInput, subject_of
from truyenthong.views.totals import Gathering, Line, Sent, ValueReader, gather, lines_of, told_view
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPaper:
    """What was sent.

    Attributes:
        obligation: the duty's code, or the code of a further report that is made from the same.
        symbol: the part after the number; the catalogue's, or the usual one, where None.
        unit: whose duty it is; the plan says so where one unit alone has it.
        file: the file that was sent, for its name and SHA-256.
        supplement: a further paper for a period that has one already.
        with_figures: the figures of the units' reports go into it.
    """

    obligation: str
    period: str | None
    number: str
    day: date
    hour: time | None = None
    symbol: str | None = None
    unit: str | None = None
    channel: Channel | None = None
    file: Path | None = None
    supplement: bool = False
    with_figures: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SentOutcome:
    """What was written down.

    Attributes:
        name: the submission's file, relative to the root.
        what: the duty with its period, or the report with it.
        paper: number, symbol and day.
        new: False where the same paper was there already, and nothing was written.
        figures: whether figures were written with it.
        notes: what the rules say about it besides, no error among them.
    """

    name: str
    unit: str
    what: str
    paper: str
    new: bool
    figures: bool
    notes: tuple[Finding, ...] = ()


def record_sent(workspace: Workspace, sent: SentPaper, *, today: date) -> SentOutcome:
    """Writes down that the office sent a paper; the same paper a second time changes nothing.

    Raises:
        UsageError: a duty, period or unit that is not known or does not fit, a day that has not come.
        CannotContinueError: what is there already speaks against it, or the rules find an error in it.
        FileInUseError: another run is writing.
    """
    if sent.day > today:
        raise UsageError(f"Ngày {day_wording(sent.day)} chưa đến.", hint="ghi ngày đã gửi ở --date.")
    with storage.locked(workspace.root):
        work = recordable(load(workspace, today=today), sent.obligation, figures=sent.with_figures)
        # A code that is no duty's is that of a report sent to a further addressee.
        further = (one for one in work.plan.reports if one.code == sent.obligation)
        report = None if sent.obligation in work.plan.obligations_by_code else next(further, None)
        target = _target(work, sent, report)
        paper = PaperNumber(number=sent.number, symbol=sent.symbol or _symbol(target, report), day=sent.day)
        outcome = _outcome(target, paper, report)
        if _stands_already(target, paper, report):
            return outcome
        _refuse_conflicts(target, paper, sent, outcome.what, report)
        receipt = _receipt(target, paper, sent, report)
        under = "lan_nop" if report is None else "da_gui"
        entry = encode_receipt(receipt, work.plan.form_of(target.obligation))
        text = add_entry(target.data, target.path, under, entry)
        notes = examine(target.path, text.encode(), work.ground(today)).findings
        refuse_errors(
            notes,
            f"Chưa ghi gì vào {target.path.name} vì ghi xong tệp sẽ có",
            hint="sửa các lỗi ấy ở báo cáo của đơn vị, hoặc thêm --no-figures để chỉ ghi số và ngày.",
        )
        storage.write_atomic(workspace.root / target.path.name, text.encode())
    return replace(outcome, new=True, figures=receipt.content is not None, notes=notes)


def _target(work: Ready, sent: SentPaper, report: ReportEntry | None) -> Target:
    """The row of the duty in the period; the unit is the one that owes it."""
    unit = find_unit(work.roster, sent.unit) if sent.unit is not None else None
    duty = sent.obligation if report is None else work.plan.duty_of_papers(report)
    if duty is None:
        raise UsageError(
            f"Báo cáo «{sent.obligation}» không làm từ nhiệm vụ nào của cơ quan nên không có chỗ ghi số.",
            hint="ghi số, ngày khi làm: «truyenthong report … --number --date».",
        )
    target = find_target(work, duty, sent.period, unit, day=sent.day)
    if not work.roster.is_inside(target.unit):
        raise UsageError(
            f"{target.unit.name} không thuộc cơ quan: văn bản của đơn vị ấy là bài nhận, không phải bài gửi.",
            hint="ghi bài nhận bằng «truyenthong record receipt».",
        )
    return target


def _symbol(target: Target, report: ReportEntry | None) -> str:
    """The symbol of the report, or of that of the duty's code; else that of a report of the agency."""
    plan = target.work.plan
    entry = report or next((one for one in plan.reports if one.code == target.obligation.code), None)
    kind = entry.paper_type if entry is not None and entry.paper_type is not None else "Báo cáo"
    usual = usual_symbol(kind, plan.agency.symbol, plan.drafting.symbol)
    return (entry.symbol if entry is not None else None) or usual


def _recorded(target: Target, report: ReportEntry | None) -> tuple[Receipt, ...]:
    """What was recorded as sent for the duty, or of a further report."""
    if target.before is None:
        return ()
    if report is None:
        return target.before.receipts
    return tuple(one for one in target.before.sent_further if one.report == report.code)


def _stands_already(target: Target, paper: PaperNumber, report: ReportEntry | None) -> bool:
    """Whether this very paper was recorded before; the same number on another day is a conflict."""
    for receipt in _recorded(target, report):
        if receipt.paper is not None and receipt.paper.is_same(paper):
            known = receipt.paper.day
            if known in (None, paper.day):
                return True
            raise CannotContinueError(
                f"{target.path.name} đã ghi văn bản số {paper_text(receipt.paper)}, khác ngày đang ghi "
                f"({day_wording(paper.day or target.work.plan.year.days.start)}).",
                hint="xem lại --number và --date; sai ở tệp thì mở tệp ấy sửa tay.",
            )
    return False


def _refuse_conflicts(
    target: Target, paper: PaperNumber, sent: SentPaper, what: str, report: ReportEntry | None
) -> None:
    """Refuses beside unreadable receipts, another paper for the period, or a number used elsewhere."""
    before, recorded = target.before, _recorded(target, report)
    if before is not None and before.unreadable_receipts:
        raise CannotContinueError(
            f"{target.path.name} còn chỗ chưa đọc được nên chưa ghi thêm.",
            hint=MEND_FIRST,
        )
    if recorded and not sent.supplement:
        raise CannotContinueError(
            f"{target.unit.name} đã có {what}: {_told(recorded[-1])}.",
            hint="gửi thêm bản bổ sung thì thêm --supplement; ghi nhầm kỳ thì xem lại kỳ.",
        )
    used = next(_used_elsewhere(target, paper, report), None)
    if used is not None:
        raise CannotContinueError(
            f"Văn bản số {paper_text(paper)} đã ghi ở {used}; một số chỉ dùng một lần trong năm.",
            hint="xem lại --number và --symbol.",
        )


def _used_elsewhere(target: Target, paper: PaperNumber, report: ReportEntry | None) -> Iterator[str]:
    code = report.code if report is not None else None
    for stored in target.work.loaded.records.submissions:
        other = stored.submission
        for one in (*other.receipts, *other.sent_further):
            mine = stored.location.key == target.path.key and one.report == code
            if other.unit == target.unit.code and not mine and one.paper is not None:
                yield from [other.file] if one.paper.is_same(paper) else ()


def _told(receipt: Receipt) -> str:
    day = f"ghi nhận ngày {day_wording(receipt.received.day)}"
    paper = paper_text(receipt.paper)
    return f"văn bản số {paper}, {day}" if paper else day


def _receipt(target: Target, paper: PaperNumber, sent: SentPaper, report: ReportEntry | None) -> Receipt:
    plan = target.work.plan
    form = plan.form_of(target.obligation)
    content = None
    if sent.with_figures and form is not None and report is None:
        entry = next((one for one in plan.reports if one.code == target.obligation.code), None)
        given = ViewInput(
            plan=plan, roster=target.work.roster, progress=target.work.progress(sent.day), sample=False
        )
        if entry is not None:
            reading = ValueReader(plan=plan, roster=target.work.roster)
            content = compiled(form, gather(subject_of(given, entry, period=target.row.period)), reading)
    return Receipt(
        index=len(_recorded(target, report)),
        received=Moment(day=sent.day, hour=sent.hour),
        channel=sent.channel,
        paper=paper,
        files=(Original.read(sent.file).file,) if sent.file is not None else (),
        content=content,
        report=report.code if report is not None else None,
    )


def _outcome(target: Target, paper: PaperNumber, report: ReportEntry | None) -> SentOutcome:
    """The outcome where nothing is written."""
    period = target.row.period
    label = f" {period.label}" if period is not None else ""
    return SentOutcome(
        name=target.path.name,
        unit=target.unit.name,
        what=duty_in_period(target.obligation, period) if report is None else f"«{report.name}»{label}",
        paper=paper_text(paper),
        new=False,
        figures=False,
    )


def compiled(form: Form, gathering: Gathering, reading: ValueReader) -> Content | None:
    """What the form of the office's own paper holds: sums, sentences and lines of the units' reports.

    A field is filled where the units' form has one of the same code; a column of units takes whoever sent
    the line. None where no unit gave any figures: nothing is invented.
    """
    source = gathering.form
    if source is None or not gathering.counted:
        return None
    filled: Content = {}
    for field in form.fields:
        origin = source.field(field.code)
        if origin is not None:
            filled[field.code] = _value(field, origin, gathering.counted, reading)
    return filled


def _value(
    field: Field, origin: Field, sent: Sequence[Sent], reading: ValueReader
) -> Scalar | tuple[Row, ...]:
    match field.type:
        case FieldType.INTEGER | FieldType.NUMBER if origin.additive:
            return _sum(field, sent)
        case FieldType.TEXT if origin.type is FieldType.TEXT:
            pieces = cast("list[dict[str, PlainValue]]", told_view(origin, sent)["y"])
            return " ".join(f"{piece['chu']}." for piece in pieces) or None
        case FieldType.TABLE if origin.type is FieldType.TABLE:
            return tuple(
                {one.code: _cell(one, origin.column(one.code), line, reading) for one in field.columns}
                for line in lines_of(origin, sent)
            )
        case _:
            return None


def _sum(field: Field, sent: Sequence[Sent]) -> Scalar:
    """The exact sum; None where no unit gave a number, or where a whole number is wanted and it is none."""
    given = (one.content.get(field.code) for one in sent)
    numbers = [Decimal(value) for value in given if isinstance(value, (int, Decimal))]
    summed = sum(numbers, Decimal())
    if summed == summed.to_integral_value():
        return int(summed) if numbers else None
    return summed if field.type is FieldType.NUMBER else None


def _cell(column: Field, origin: Field | None, line: Line, reading: ValueReader) -> Scalar:
    if origin is None:
        return line.row.unit.code if column.choices is ChoiceSource.UNITS else None
    value = line.values.get(origin.code)
    if origin.type is FieldType.CHOICE and column.type is FieldType.TEXT:
        return reading.label(origin, value) or None
    return value
