"""``explain``: the catalogue of codes and what each means; why a unit is in its state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from truyenthong.diagnostics import (
    contacts,
    fields,
    forms,
    intake,
    office_tables,
    outreach,
    plan,
    registers,
    reminders,
    submissions,
    templates,
    units,
    word_forms,
    yaml,
)
from truyenthong.diagnostics.kinds import Diagnostic, entries
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding, Severity
from truyenthong.model.dispatches import OutcomeKind
from truyenthong.model.periods import PeriodKind
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.submissions import DecisionKind, Receipt
from truyenthong.model.units import Roster, Unit
from truyenthong.nd30.rules import annexes, feet, headings, heads, pages, rulers, texts, wording
from truyenthong.operations.choose import Selection, in_codes
from truyenthong.operations.load import Ready, load
from truyenthong.operations.validate import known_duty, measurable
from truyenthong.progress import Row, State
from truyenthong.text import day_wording, hour_wording, moment_wording, nearest
from truyenthong.views.remarks import is_mendable
from truyenthong.views.rows import extension_text
from truyenthong.views.wording import SAMPLE_MARK, addressee_text, channel_text, next_step, standing_text
from truyenthong.workspace.dispatches import read_dispatches
from truyenthong.workspace.layout import Workspace

FAMILIES: tuple[tuple[str, tuple[Diagnostic, ...]], ...] = (
    ("Chữ trong tệp YAML", entries(yaml)),
    ("Khóa và giá trị", entries(fields)),
    ("Biểu mẫu và biểu thức", entries(forms)),
    ("Kế hoạch", entries(plan)),
    ("Đơn vị và lịch", entries(units)),
    ("Bài nộp", entries(submissions)),
    ("Sổ theo dõi", entries(registers)),
    ("Mẫu Word", entries(templates)),
    ("Thể thức theo Nghị định 30", entries(pages, heads, rulers, texts, headings, wording, feet, annexes)),
    ("Biểu mẫu gửi đơn vị", entries(word_forms)),
    ("Tiếp nhận", entries(intake)),
    ("Phụ lục, sổ theo dõi nhận từ Word, Excel", entries(office_tables)),
    ("Danh bạ của đơn vị", entries(contacts)),
    ("Thư gửi đơn vị", entries(outreach)),
    ("Nhắc hạn và hộp thư", entries(reminders)),
)
"""All entries by family, in the order of their codes."""

_SEVERITIES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTICE: "lưu ý"}


def explain_code(code: str) -> str:
    """What a code means, with an example of the fault and of the remedy.

    Raises:
        UsageError: where no finding has this code.
    """
    found = find_diagnostic(code.upper())
    if found is None:
        near = nearest(code.upper(), known_codes())
        hint = f"có phải {near}?" if near else "các mã lỗi: docs/rules.md."
        raise UsageError(f"Không có mã «{code}».", hint=hint)
    return diagnostic_text(found)


def is_code(word: str) -> bool:
    """Whether a word looks like the code of a finding."""
    return word[:2].upper() == "TT" and word[2:].isdigit()


def find_diagnostic(code: str) -> Diagnostic | None:
    """The entry of a code, or None."""
    return next((one for _, family in FAMILIES for one in family if one.code == code), None)


def known_codes() -> tuple[str, ...]:
    """All codes in order."""
    return tuple(one.code for _, family in FAMILIES for one in family)


def diagnostic_text(diagnostic: Diagnostic) -> str:
    """An entry of the catalogue as people read it."""
    bad = "\n".join(f"    {line}" for line in diagnostic.bad.splitlines())
    good = "\n".join(f"    {line}" for line in diagnostic.good.splitlines())
    head = f"{diagnostic.code} ({_SEVERITIES[diagnostic.severity]}): {diagnostic.title}"
    return f"{head}\n\n{diagnostic.reason}\n\nVí dụ có lỗi:\n{bad}\n\nSửa thành:\n{good}"


def explain_late(workspace: Workspace, choice: Selection, *, as_of: date) -> str:
    """Why the rows that were asked for are behind, each as ``explain_row`` tells it.

    Raises:
        UsageError: where a unit, duty or period is not known.
        UnreadableDataError: where the plan or the units cannot stand, or something on which a row rests.
    """
    loaded = load(workspace)
    work = measurable(loaded, duty=known_duty(loaded, choice.obligation), figures=False)
    checked = in_codes(choice, work.plan, work.roster)
    rows = [row for row in work.progress(as_of).rows if row.behind and checked.takes(row)]
    if rows:
        late = sorted(rows, key=lambda row: -(row.days_late or 0))
        return "\n\n".join("\n".join(_told(row, work, as_of)) for row in late)
    unit = work.roster.by_code.get(checked.unit or "")
    day = day_wording(as_of)
    told = f"Đến hết ngày {day} không đơn vị nào chậm."
    if unit is not None:
        told = f"{unit.name} không chậm nhiệm vụ nào đến hết ngày {day}."
    mark = f"{SAMPLE_MARK}\n" if work.settings.sample_data else ""
    return f"{mark}{told}\nXem mọi nhiệm vụ: truyenthong status {checked.unit or ''}".rstrip()


def explain_row(workspace: Workspace, unit: str, obligation: str, period: str | None, *, as_of: date) -> str:
    """Why a unit's duty is in its state: the clause, the plan's words, the due day, the papers.

    Raises:
        UsageError: where a code is not known, or the duty has several periods and none was named.
        UnreadableDataError: where the plan or the units cannot stand, or something on which the row rests.
    """
    loaded = load(workspace)
    work = measurable(loaded, duty=known_duty(loaded, obligation), figures=False)
    choice = in_codes(Selection(unit=unit, obligation=obligation, period=period), work.plan, work.roster)
    known_unit = work.roster.by_code[choice.unit or ""]
    duty = work.plan.obligations_by_code[choice.obligation or ""]
    wanted = _period_code(work.plan, duty, choice.period)
    rows = work.progress(as_of).rows
    row = next((one for one in rows if one.key == (known_unit.code, duty.code, wanted)), None)
    if row is None:
        return _not_owed(known_unit, duty, work.roster)
    return "\n".join(_told(row, work, as_of))


def _told(row: Row, work: Ready, as_of: date) -> Iterator[str]:
    yield from _head(row, work, as_of)
    yield from _basis(row, work)
    yield from _due_day(row)
    yield from _papers(row, work)
    yield from _reminders(row, work, as_of)
    yield from _end(row, work)


def _period_code(plan: Plan, duty: Obligation, typed: str | None) -> str | None:
    codes = [period.code for period in plan.periods(duty) if period is not None]
    if typed is None and len(codes) <= 1:
        return codes[0] if codes else None
    if typed in codes:
        return typed
    named = f"Nhiệm vụ «{duty.code}» "
    if typed is None:
        raise UsageError(f"{named}có nhiều kỳ.", hint=f"thêm một kỳ vào cuối lệnh: {', '.join(codes)}.")
    raise UsageError(f"{named}không có kỳ «{typed}».", hint=f"có: {', '.join(codes) or 'không chia kỳ'}.")


def _not_owed(unit: Unit, duty: Obligation, roster: Roster) -> str:
    kinds = [roster.kinds_by_code[kind].name for kind in duty.owners.kinds if kind in roster.kinds_by_code]
    names = [roster.by_code[code].name for code in duty.owners.added if code in roster.by_code]
    owners = ", ".join([*kinds, *names]) or "chưa đơn vị nào"
    return f"{unit.name} không phải nộp «{duty.name}» ({duty.clause}).\nNhiệm vụ này giao cho: {owners}."


def _head(row: Row, work: Ready, as_of: date) -> Iterator[str]:
    if work.settings.sample_data:
        yield SAMPLE_MARK
    period = f", {row.period.label}" if row.period is not None else ""
    yield f"{row.unit.name} ({row.unit.code})"
    for one in row.unit.former_names:
        yield f"  Tên đến hết ngày {day_wording(one.until)}: {one.name}."
    yield f"{row.obligation.name} ({row.obligation.code}){period}"
    yield f"Tính đến hết ngày {day_wording(as_of)}: {standing_text(row, work.roster)}."


def _basis(row: Row, work: Ready) -> Iterator[str]:
    duty = row.obligation
    yield ""
    yield f"Căn cứ: mục {duty.clause} của Kế hoạch:"
    yield f"  «{duty.quotation}»"
    yield f"Gửi đến: {addressee_text(duty, work.plan)}."
    if not duty.to_be_sent:
        yield "Kế hoạch không yêu cầu gửi: chỉ ghi lại, không đôn đốc, không tính tỷ lệ."
    if not duty.mandatory:
        yield "Nhiệm vụ «nếu có»: chưa nhận gì thì cũng không phải là chậm."
    if row.period is not None:
        days = row.period.days
        yield f"Nội dung của kỳ: từ ngày {day_wording(days.start)} đến hết ngày {day_wording(days.last)}."
        reason = duty.policies.reasons.get("thang_tu_ngay")
        if row.period.kind is PeriodKind.MONTH and days.start.day != 1 and reason is not None:
            yield f"  Lý do: {reason}"
    if duty.note is not None:
        yield f"Ghi chú: {duty.note}"


def _due_day(row: Row) -> Iterator[str]:
    yield ""
    for one in row.before:
        yield f"Nhận chuyển giao từ {one.name} ({one.code})."
    if row.state is State.EXEMPT:
        yield "Không phải nộp: đơn vị không hoạt động vào ngày đến hạn, được loại trừ, hoặc đã chuyển giao."
        for handover in row.unit.handovers:
            yield f"Việc còn mở từ ngày {day_wording(handover.since)} chuyển cho đơn vị «{handover.to}»."
        return
    if row.original_due is None or row.due is None:
        yield "Hạn: Kế hoạch không nêu hạn."
    else:
        yield "Hạn tính như sau:"
        yield from (f"  - {step}" for step in row.original_due.steps)
        reason = row.obligation.policies.reasons.get("ngay_nghi")
        if reason is not None and any("ngày nghỉ" in step for step in row.original_due.steps):
            yield f"    (Lý do của quy ước: {reason})"
        if row.extension is not None:
            told = extension_text(row.extension)
            yield f"  - {told[0].upper()}{told[1:]}:"
            yield from (f"    {step}" for step in row.due.steps)
    if row.days_late:
        yield f"Quá hạn {row.days_late} ngày, trong đó {row.working_days_late} ngày làm việc."
    if row.lock is not None:
        yield f"Khóa sổ ngày {day_wording(row.lock)}: bài đến sau ngày ấy chỉ tính khi có người chấp nhận."
    if row.internal_due is not None:
        day = day_wording(row.internal_due.day)
        yield f"Hạn nội bộ {day}: Văn phòng tự đặt, không có trong Kế hoạch, không làm đơn vị thành quá hạn."


def _papers(row: Row, work: Ready) -> Iterator[str]:
    yield ""
    if row.has_draft:
        yield "Có bản nháp đang nhập: chưa tính là đã nhận."
    if not row.receipts:
        unreadable = row.submission is not None and row.submission.unreadable_receipts
        yield "Đã có tệp bài nộp nhưng chưa đọc được." if unreadable else "Chưa nhận được gì."
        return
    yield "Đã nhận:"
    for number, receipt in enumerate(row.receipts, start=1):
        yield f"  {number}. {_receipt(receipt)}"
        yield from (f"     {line}" for line in _verdicts(row, receipt, work))


def _reminders(row: Row, work: Ready, as_of: date) -> Iterator[str]:
    """What was mailed about it by that day, what became of it, who answered."""
    try:
        book = read_dispatches(work.loaded.workspace, work.plan.year).book
    except CannotContinueError as error:
        yield from ("", f"Chưa rõ đã nhắc chưa: {error}")
        return
    duty = (row.obligation.code, row.period_code)
    mails = [
        one
        for one in book.mails
        if one.intent.unit == row.unit.code
        and one.intent.at.date() <= as_of
        and duty in {(item.obligation, item.period) for item in one.intent.items}
    ]
    if mails:
        yield from ("", "Đã nhắc bằng thư:")
    for mail in mails:
        yield f"  - {moment_wording(mail.intent.at)} tới {', '.join(mail.intent.to)}"
        for one in mail.outcomes:
            if one.at.date() <= as_of:
                words = (one.text or one.code) if one.kind in _TROUBLES else None
                told = ": ".join(part for part in (_BECAME[one.kind], words) if part)
                yield f"    {moment_wording(one.at)} {told}{f', {one.address}' if one.address else ''}"


_TROUBLES = frozenset({OutcomeKind.REFUSED, OutcomeKind.DEFERRED, OutcomeKind.BOUNCED, OutcomeKind.DELAYED})
"""Of these the server's own words are told too."""
_BECAME = {
    OutcomeKind.ACCEPTED: "máy chủ đã nhận",
    OutcomeKind.REFUSED: "máy chủ từ chối",
    OutcomeKind.DEFERRED: "chưa gửi được, gửi lại sau",
    OutcomeKind.UNKNOWN: "không rõ đã đi chưa",
    OutcomeKind.BOUNCED: "bị trả lại",
    OutcomeKind.DELAYED: "đến chậm",
    OutcomeKind.ANSWERED: "có thư trả lời",
}


def _receipt(receipt: Receipt) -> str:
    moment = receipt.received
    hour = f" lúc {hour_wording(moment.hour)}" if moment.hour is not None else ""
    parts = [f"ngày {day_wording(moment.day)}{hour}"]
    if receipt.channel is not None:
        parts.append(channel_text(receipt.channel))
    if receipt.paper is not None and receipt.paper.number is not None:
        symbol = f"/{receipt.paper.symbol}" if receipt.paper.symbol is not None else ""
        day = f" ngày {day_wording(receipt.paper.day)}" if receipt.paper.day is not None else ""
        parts.append(f"văn bản số {receipt.paper.number}{symbol}{day}")
    if receipt.nil:
        parts.append("báo cáo không phát sinh")
    return ", ".join(parts)


def _verdicts(row: Row, receipt: Receipt, work: Ready) -> Iterator[str]:
    decision = receipt.decision
    if decision is not None:
        what = "Được chấp nhận" if decision.kind is DecisionKind.ACCEPTED else "Bị trả lại"
        by = f" bởi {decision.by}" if decision.by is not None else ""
        reason = f": {decision.reason}" if decision.reason is not None else ""
        yield f"{what} ngày {day_wording(decision.day)}{by}{reason}."
        if receipt.edited:
            yield "Nội dung đã được sửa sau đó, nên lời chấp nhận ấy không còn tính."
    for finding in _errors_of(work.loaded.errors, row, receipt):
        yield f"Lỗi {finding.code}: {finding.message}"
    if receipt in row.locked_out:
        yield "Đến sau ngày khóa sổ: giữ lại, chưa tính; chờ người chấp nhận hoặc trả lại."
    if receipt is row.first_valid:
        yield "Lần này quyết định đúng hạn hay muộn: là lần nhận hợp lệ đầu tiên."
        if row.due is not None and receipt.received.day == row.due.doubtful_day:
            yield "Nhận đúng ngày Kế hoạch nêu, mà hôm trước là ngày nghỉ: Văn phòng có thể quyết định khác."
    if receipt is row.latest_valid:
        yield "Nội dung lấy theo lần này: là lần nhận hợp lệ mới nhất."


def _errors_of(errors: Iterable[Finding], row: Row, receipt: Receipt) -> Iterator[Finding]:
    if row.submission is not None:
        for finding in errors:
            place = finding.ref.path[:2] == ("lan_nop", receipt.index)
            if finding.ref.file == row.submission.file and place:
                yield finding


def _end(row: Row, work: Ready) -> Iterator[str]:
    errors = [
        one
        for one in work.loaded.errors
        if row.submission is not None and one.ref.file == row.submission.file
    ]
    step = next_step(row, work.plan.contact, mendable=is_mendable(row, errors))
    if step:
        yield ""
        yield f"Việc tiếp theo: {step}"
