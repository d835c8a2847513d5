"""``intake --register``: compares the office's tracking sheet with the data and records what is new."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from truyenthong.checks import check_submission
from truyenthong.diagnostics.office_tables import TT680, TT681, TT682, TT683, TT684
from truyenthong.documents.submissions import encode_receipt
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding, Ref, Severity
from truyenthong.intake.register_sheet import SheetLine, SheetRead, read_sheet
from truyenthong.model.moments import Moment
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.submissions import PaperNumber, Receipt, Submission, SubmissionKey
from truyenthong.ooxml.archive import ArchiveError
from truyenthong.ooxml.xml import PartError
from truyenthong.operations.choose import find_duty, find_period, find_unit, read_named
from truyenthong.operations.examine import Ground, facts_of
from truyenthong.operations.load import Ready, load, ready
from truyenthong.operations.submission_file import Rewritten, add_entry, rewrite, target_of
from truyenthong.progress.rows import Row, State
from truyenthong.text import day_and_hour, fold, is_file_number
from truyenthong.views.rows import duty_in_period, paper_text
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace
from truyenthong.yamltext.days import parse_date
from truyenthong.yamltext.scalars import Fault, parse_paper_number, short

_AROUND = " ()[]:;,.–-"
_NUMBERED = re.compile(r"(?:[Ss]ố ?:? ?)?([0-9]+) ?/ ?([^\W\d].*)")
"""Number and symbol in one cell, as papers have them."""
_LEADING = re.compile(rf"(?:{'|'.join(map(fold, ('kỳ', 'tháng', 'năm học', 'năm')))}) +")


class Standing(StrEnum):
    """What the data say about a line of the sheet."""

    NEW = "new"
    KNOWN = "known"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenLine:
    """A line that is understood.

    Attributes:
        receipt: what would be written.
        there: the receipts that are there already, in words.
    """

    where: str
    row: Row
    receipt: Receipt
    standing: Standing
    there: str = ""

    @property
    def told(self) -> str:
        """Unit, duty and moment in words."""
        paper = paper_text(self.receipt.paper) if self.receipt.paper is not None else ""
        number = f", số {paper}" if paper else ""
        moment = self.receipt.received
        what = duty_in_period(self.row.obligation, self.row.period)
        return f"{self.row.unit.short_name}, {what}: nhận {day_and_hour(moment.day, moment.hour)}{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOver:
    """What taking over a sheet would do; ``findings`` say what was not taken, and why."""

    file: str
    lines: tuple[TakenLine, ...]
    findings: tuple[Finding, ...]

    def of(self, standing: Standing) -> tuple[TakenLine, ...]:
        """The lines of one kind."""
        return tuple(one for one in self.lines if one.standing is standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOrder:
    """A sheet to take over.

    Attributes:
        sheet: only this sheet of the book.
        obligation, period: what the sheet does not say itself.
    """

    path: Path
    sheet: str | None = None
    obligation: str | None = None
    period: str | None = None


def propose(workspace: Workspace, order: SheetOrder, *, today: date) -> TakeOver:
    """Reads the sheet and compares it with the data.

    Raises:
        UsageError: no such file, sheet or duty.
        CannotContinueError: it is no Excel file that can be opened.
    """
    work = ready(load(workspace, today=today))
    return _Reading.of(work, order, today).outcome(_read(order, work.plan))


def take_over(workspace: Workspace, order: SheetOrder, *, today: date) -> TakeOver:
    """Writes a receipt for each line that is new; safe to be stopped and started again.

    Raises:
        CannotContinueError: a file cannot be added to, or would have a new error; nothing was written.
        FileInUseError: another run is writing.
    """
    with storage.locked(workspace.root):
        work = ready(load(workspace, today=today))
        outcome = _Reading.of(work, order, today).outcome(_read(order, work.plan))
        changes: dict[str, Rewritten] = {}
        for one in outcome.of(Standing.NEW):
            target = target_of(work, one.row)
            path, before = target.path, target.data
            known = changes[path.name].text.encode() if path.name in changes else before
            text = add_entry(known, path, "lan_nop", encode_receipt(one.receipt, None))
            changes[path.name] = Rewritten(path=path, before=before, text=text)
        rewrite(work, tuple(changes.values()), today=today)
    return outcome


def _read(order: SheetOrder, plan: Plan) -> SheetRead:
    data = read_named(order.path, "--register")
    given = find_duty(plan, order.obligation) if order.obligation is not None else None
    try:
        return read_sheet(data, lambda text: _target(plan, text, given) is not None, sheet=order.sheet)
    except KeyError as error:
        raise UsageError(
            f"{order.path.name} không có trang «{order.sheet}».", hint="xem lại --sheet."
        ) from error
    except (ArchiveError, PartError) as error:
        hint = "lưu lại sổ bằng Excel dạng .xlsx rồi nhận lại."
        raise CannotContinueError(f"{order.path.name}: {error}", hint=hint) from error


def _target(plan: Plan, text: str, given: Obligation | None) -> tuple[Obligation, str | None] | None:
    """The duty and period that a heading names; None where it does not name both, each exactly."""
    if given is not None and (period := _period(plan, given, text)) is not None:
        return given, period or None
    words = fold(text)
    named: dict[int, list[tuple[Obligation, str]]] = {}
    for duty in plan.obligations:
        for name in (fold(duty.code), fold(duty.name)):
            if words.startswith(name):
                named.setdefault(len(name), []).append((duty, words.removeprefix(name)))
    longest = named[max(named)] if named else []
    if len({duty.code for duty, _ in longest}) != 1:
        return None
    duty, rest = longest[0]
    period = _period(plan, duty, rest)
    return None if period is None else (duty, period or None)


def _period(plan: Plan, duty: Obligation, text: str) -> str | None:
    """The code of the period that a text names, "" for a duty without periods; None where it names none."""
    codes = [one.code for one in plan.periods(duty) if one is not None]
    whole = fold(text).strip(_AROUND)
    words = _LEADING.sub("", whole).strip(_AROUND)
    if not words:
        return None if len(codes) > 1 else (codes or [""])[0]
    for word in (words, whole):
        with suppress(UsageError):
            if (code := find_period(plan, word)) in codes:
                return code
    # A month alone is one of this school year's.
    months = [code for code in codes if is_file_number(words) and code.endswith(f"-{int(words):02}")]
    return months[0] if len(months) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One sheet in the light of the plan and of what is known."""

    work: Ready
    order: SheetOrder
    today: date
    ground: Ground

    @classmethod
    def of(cls, work: Ready, order: SheetOrder, today: date) -> _Reading:
        """A sheet, with what its lines are compared with made ready."""
        return cls(work=work, order=order, today=today, ground=work.ground(today))

    def outcome(self, read: SheetRead) -> TakeOver:
        file = self.order.path.name
        board = self.work.progress(self.today)
        rows = {row.key: row for row in board.rows if row.state is not State.EXEMPT}
        lines: list[TakenLine] = []
        findings = [*self._about_columns(read, file)]
        for line in read.lines:
            try:
                one = self._line(line, rows, lines)
            except UsageError as error:
                told = f"{line.unit or 'không ghi đơn vị'}: {str(error).rstrip('.')}"
                ref = Ref(file=file, spot=line.where)
                findings.append(TT682.at(ref, told, hint=(error.hint or "").rstrip(".") or None))
                continue
            lines.append(one)
            findings += self._doubts(one)
            if one.standing is Standing.DIFFERENT:
                message = f"{one.told}; dữ liệu đang có: {one.there}"
                hint = "xem bên nào đúng; sổ đúng và là bản gửi thêm thì dùng «truyenthong record receipt»"
                findings.append(TT683.at(Ref(file=file, spot=one.where), message, hint=hint))
        return TakeOver(file=file, lines=tuple(lines), findings=tuple(findings))

    def _about_columns(self, read: SheetRead, file: str) -> Iterator[Finding]:
        for title in read.headless if not read.lines else ():
            message = "không thấy hàng có «Đơn vị» cùng «Ngày nhận» hoặc tên nhiệm vụ và kỳ"
            hint = "xem lại tiêu đề cột; cột chỉ ghi kỳ thì thêm --obligation"
            yield TT680.at(Ref(file=file, spot=f"trang «{title}»"), message, hint=hint)
        for where, what in read.unseen:
            hint = "bỏ ẩn, bỏ gạch phần cần lấy rồi nhận lại sổ"
            yield TT684.at(Ref(file=file, spot=where), f"{short(what, 120)}: không lấy vào", hint=hint)
        for where, heading in read.strange:
            message = f"cột «{short(heading)}» không lấy vào"
            hint = "cột của một nhiệm vụ thì ghi tên nhiệm vụ và kỳ ở tiêu đề, ví dụ: bao-cao-du-luan 2020-11"
            yield TT681.at(Ref(file=file, spot=where), message, hint=hint)

    def _line(self, line: SheetLine, rows: Mapping[SubmissionKey, Row], before: list[TakenLine]) -> TakenLine:
        """The line as a receipt.

        Raises:
            UsageError: something in it is not known for certain.
        """
        if not line.unit:
            raise UsageError("Dòng có ngày nhận mà không có đơn vị.", hint="ghi tên đơn vị ở dòng ấy.")
        unit = find_unit(self.work.roster, line.unit)
        duty, period = self._duty(line)
        row = rows.get((unit.code, duty.code, period))
        if row is None:
            raise UsageError(f"{unit.short_name} không phải nộp «{duty.code}» trong kỳ này.")
        if not isinstance(line.received, Moment):
            raise UsageError(f"{line.received}.", hint="ghi đúng ngày nhận, ví dụ 28/5/2021.")
        stored = self.work.loaded.submissions.get(row.key)
        known = [*(stored.receipts if stored is not None else ())]
        known += [one.receipt for one in before if one.row.key == row.key and one.standing is Standing.NEW]
        if stored is not None and stored.unreadable_receipts:
            raise UsageError(f"{stored.file} còn chỗ chưa đọc được.", hint="chạy «truyenthong validate».")
        receipt = Receipt(index=len(known), received=line.received, paper=self._paper(line))
        for fault in self._rules(row, receipt):
            if fault.severity is Severity.ERROR:
                raise UsageError(f"{fault.message}.", hint=fault.hint)
        there = ", ".join(day_and_hour(one.received.day, one.received.hour) for one in known)
        return TakenLine(
            where=line.where, row=row, receipt=receipt, standing=_standing(receipt, known), there=there
        )

    def _duty(self, line: SheetLine) -> tuple[Obligation, str | None]:
        plan, code = self.work.plan, self.order.obligation
        given = find_duty(plan, code) if code is not None else None
        if line.wide and line.duty is not None:
            found = _target(plan, line.duty, given)
        elif line.duty is not None or given is None:
            if line.duty is None:
                raise UsageError("Không rõ nhiệm vụ nào.", hint="thêm --obligation.")
            words = (line.duty, line.period or self.order.period or "")
            found = _target(plan, " ".join(words).strip(), None)
        else:
            period = _period(plan, given, line.period or self.order.period or "")
            found = None if period is None else (given, period or None)
        if found is None:
            told = " ".join(part for part in (line.duty, line.period) if part)
            raise UsageError(f"Không rõ nhiệm vụ, kỳ nào: «{told}».", hint="ghi đúng tên nhiệm vụ và kỳ.")
        return found

    def _rules(self, row: Row, receipt: Receipt) -> Iterator[Finding]:
        """What the rules about receipts say of the cells of a line."""
        unit, duty, period = row.key
        submission = Submission(
            file="", unit=unit, obligation=duty, period=period, receipts=(replace(receipt, index=0),)
        )
        path = target_of(self.work, row).path
        for one in check_submission(facts_of(path, submission, self.ground)):
            if one.ref.path[2:3] in {("nhan_luc",), ("van_ban",)}:
                yield one

    def _doubts(self, line: TakenLine) -> Iterator[Finding]:
        """Warnings of the rules, at the cell."""
        for one in self._rules(line.row, line.receipt) if line.standing is Standing.NEW else ():
            if one.severity is Severity.WARNING:
                ref = Ref(file=self.order.path.name, spot=line.where)
                yield replace(one, ref=ref, message=f"{line.row.unit.short_name}: {one.message}")

    def _paper(self, line: SheetLine) -> PaperNumber | None:
        """Number, symbol and day; «45/BC-PGDĐT» in one cell is taken apart."""
        whole = _NUMBERED.fullmatch(line.symbol or "")
        if line.number is None and whole is None:
            return None
        found = _NUMBERED.fullmatch(line.number) if line.number is not None else whole
        typed, symbol = (found[1], found[2]) if found is not None else (line.number or "", None)
        number = parse_paper_number(typed)
        if isinstance(number, Fault):
            raise UsageError(f"{number.message}.", hint="ghi số bằng chữ số, ví dụ 45 hoặc 45/BC-PGDĐT.")
        stated = line.symbol if line.number is not None else None
        if symbol is not None and stated is not None and fold(symbol) != fold(stated):
            raise UsageError(
                f"Ô số ghi ký hiệu «{short(symbol)}», ô ký hiệu ghi «{short(stated)}».",
                hint="chỉ để một ký hiệu.",
            )
        day = parse_date(line.day) if line.day is not None else None
        if line.day is not None and not isinstance(day, date):
            raise UsageError(f"Ngày văn bản «{short(line.day)}» chưa rõ.", hint="ghi ngày/tháng/năm.")
        return PaperNumber(number=number, symbol=stated or symbol, day=day if isinstance(day, date) else None)


def _standing(receipt: Receipt, known: list[Receipt]) -> Standing:
    if not known:
        return Standing.NEW
    for one in known:
        if one.received.day != receipt.received.day:
            continue
        papers = (one.paper, receipt.paper)
        if None in papers or (one.paper and receipt.paper and one.paper.is_same(receipt.paper)):
            return Standing.KNOWN
    return Standing.DIFFERENT
