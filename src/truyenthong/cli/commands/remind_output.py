"""What ``remind`` prints: who gets what, who not and why, what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from truyenthong.cli.console import fitted, json_text, one_line, short_path
from truyenthong.model.dispatches import DispatchedMail, DispatchItem, MailState, OutcomeKind
from truyenthong.operations.remind.decide import HeldReminder, PlannedItem, PlannedMail, RemindPlan
from truyenthong.operations.validate import locate
from truyenthong.progress import Row, State
from truyenthong.text import day_in_week, day_wording, moment_wording
from truyenthong.views.reminders import duty_name
from truyenthong.views.wording import SAMPLE_MARK

if TYPE_CHECKING:  # looking at what is due does without Word and mail
    from truyenthong.operations.remind.by_hand import Drafts
    from truyenthong.operations.remind.send import SendOutcome, SentMail
    from truyenthong.operations.remind.settle import History

_INDENT = 9
_OUTCOMES = {
    OutcomeKind.ACCEPTED: "đã gửi",
    OutcomeKind.REFUSED: "bị từ chối",
    OutcomeKind.DEFERRED: "để sau",
    OutcomeKind.UNKNOWN: "không rõ đã đi chưa",
    OutcomeKind.BOUNCED: "bị trả lại",
    OutcomeKind.DELAYED: "bị chậm",
    OutcomeKind.ANSWERED: "đã có trả lời",
}
_STATES = {
    MailState.PENDING: "chưa có kết quả",
    MailState.ACCEPTED: "đã gửi",
    MailState.REFUSED: "bị từ chối",
    MailState.DEFERRED: "để sau",
    MailState.UNKNOWN: "không rõ đã đi chưa",
    MailState.BOUNCED: "bị trả lại",
    MailState.SENT: "đã gửi (người kết luận)",
    MailState.NOT_SENT: "chưa đi (người kết luận)",
}


def plan_text(plan: RemindPlan) -> str:
    """The reminders of a day, for people."""
    return fitted("\n".join(_plan_lines(plan)), _INDENT) + "\n"


def _plan_lines(plan: RemindPlan) -> Iterator[str]:
    held = len({one.unit.code for one in plan.held} - {one.unit.code for one in plan.mails})
    sample = f" ({SAMPLE_MARK})" if plan.work.settings.sample_data else ""
    verb = "Sẽ gửi" if plan.closed is None else "Mốc đang mở:"
    units = len({mail.unit.code for mail in plan.mails})
    yield (
        f"Tính đến {day_in_week(plan.as_of)}{sample}. {verb} {len(plan.mails)} thư cho "
        f"{units} đơn vị; không gửi {held}. Chưa gửi gì: thêm --send để gửi."
    )
    if plan.closed is not None:
        yield plan.closed
    yield from plan.notes
    yield from _doubt_lines(plan.doubtful)
    if plan.mails or plan.held:
        yield ""
    for mail in plan.mails:
        yield f"gửi    {_whom(mail)}  {', '.join(mail.to)}"
        yield from (f"         {_item_text(one)}" for one in mail.items)
        if mail.copies:
            yield f"         bản sao: {', '.join(mail.copies)}"
    yield from _held_lines(plan)


def _held_lines(plan: RemindPlan) -> Iterator[str]:
    places = _places(plan)
    seen: set[tuple[str, str]] = set()
    for one in plan.held:
        if (one.unit.code, one.said) in seen:
            continue
        seen.add((one.unit.code, one.said))
        code = f"{one.finding.code}: " if one.finding is not None else ""
        where = places[id(one)] or (one.finding.hint if one.finding is not None else None)
        told = f"  → {one_line(where)}" if where else ""
        yield f"không  {one_line(one.unit.short_name)}: {code}{one_line(one.said)}{told}"


def _places(plan: RemindPlan) -> dict[int, str]:
    """The place of each reason, «data/units.yaml, dòng 212: », where it has one."""
    pointed = [one for one in plan.held if one.finding is not None and one.finding.ref.path]
    findings = {one.finding: one for one in pointed if one.finding is not None}
    lines = {
        located.finding: f"{located.finding.ref.file}, dòng {located.span.line}"
        for located in locate(findings, plan.work.loaded.snapshot.files)
        if located.span is not None
    }
    return {id(one): lines.get(one.finding, "") if one.finding is not None else "" for one in plan.held}


def _item_text(one: PlannedItem) -> str:
    row, window = one.row, one.window
    notes = []
    if window.named != window.opens:
        notes.append(f"{day_in_week(window.named)} là ngày nghỉ, dời sang {day_wording(window.opens)}")
    if one.item.skipped:
        notes.append(f"lỡ mốc {', '.join(one.item.skipped)}")
    told = f" ({'; '.join(notes)})" if notes else ""
    return f"{one_line(duty_name(row))}, {_when(row)}  mốc {window.mark.code}{told}"


def _when(row: Row) -> str:
    due = f"hạn hết {day_wording(row.due.day)}" if row.due is not None else "không có hạn"
    if row.extension is not None:
        due += " (gia hạn)"
    if row.state is State.RETURNED:
        return f"bị trả lại, {due}"
    if row.days_late:
        return f"{due}, quá {row.days_late} ngày"
    return f"{due}, còn {row.days_left} ngày" if row.days_left else f"{due}, là hôm nay"


def _doubt_lines(mails: Iterable[DispatchedMail]) -> Iterator[str]:
    for mail in mails:
        yield from _doubt(f"{', '.join(mail.intent.to)} lúc {_moment(mail.intent.at)}", mail.intent.key)


def _doubt(which: str, key: str) -> Iterator[str]:
    yield f"Không rõ thư gửi {which} đã đi chưa; hỏi đơn vị rồi ghi một trong hai:"
    yield f'  truyenthong remind --resolve {key} --sent --reason "…"'
    yield f'  truyenthong remind --resolve {key} --not-sent --reason "…"'


def plan_json(plan: RemindPlan) -> str:
    """The same for programs."""
    document = {
        "as_of": plan.as_of.isoformat(),
        "closed": plan.closed,
        "notes": list(plan.notes),
        "mails": [
            {
                "unit": mail.unit.code,
                "recipients": [one.code for one in mail.recipients],
                "to": list(mail.to),
                "copies": list(mail.copies),
                "key": mail.key,
                "attempt": mail.attempt,
                "items": [_item_object(one) for one in mail.items],
            }
            for mail in plan.mails
        ],
        "held": [_held_object(one) for one in plan.held],
        "unknown": [mail.intent.key for mail in plan.doubtful],
    }
    return json_text(document, indent=2) + "\n"


def _item_object(one: PlannedItem) -> dict[str, object]:
    return {
        "obligation": one.row.obligation.code,
        "period": one.row.period_code,
        "state": one.row.state.value,
        "due": one.item.due.isoformat() if one.item.due is not None else None,
        "mark": one.item.mark,
        "opened": one.window.opens.isoformat(),
        "closes": one.window.closes.isoformat(),
        "skipped": list(one.item.skipped),
    }


def _held_object(one: HeldReminder) -> dict[str, object]:
    return {
        "unit": one.unit.code,
        "obligation": one.row.obligation.code,
        "period": one.row.period_code,
        "mark": one.window.mark.code,
        "code": one.finding.code if one.finding is not None else None,
        "message": one.said,
        "hint": one.finding.hint if one.finding is not None else None,
        "file": one.finding.ref.file if one.finding is not None else None,
    }


def sent_text(outcome: SendOutcome, *, trial_to: str | None = None) -> str:
    """What a run of sending did."""
    return fitted("\n".join(_sent_lines(outcome, trial_to)), _INDENT) + "\n"


def _sent_lines(outcome: SendOutcome, trial_to: str | None) -> Iterator[str]:
    yield from outcome.plan.notes
    if outcome.closed is not None:
        yield f"{outcome.closed} Chưa gửi thư nào."
    for one in outcome.sent:
        yield from _mail_lines(one)
    accepted, all_of_them = outcome.count(OutcomeKind.ACCEPTED), len(outcome.sent) + len(outcome.left)
    if trial_to is not None:
        yield f"Đã gửi thử {accepted} trên {all_of_them} thư về {trial_to}; sổ gửi không đổi."
        return
    if outcome.closed is None:
        held = len({one.unit.code for one in outcome.plan.held})
        yield f"Đã gửi {accepted} trên {all_of_them} thư; không gửi {held} đơn vị (xem: truyenthong remind)."
    if outcome.left:
        yield f"Chưa gửi {len(outcome.left)} thư; lần chạy sau gửi tiếp."
    yield from _doubt_lines(outcome.plan.doubtful)
    unknown = [one for one in outcome.sent if one.handover.kind is OutcomeKind.UNKNOWN]
    for one in unknown:
        yield from _doubt(", ".join(one.mail.to), one.mail.key)


def _mail_lines(one: SentMail) -> Iterator[str]:
    handover = one.handover
    line = f"{_OUTCOMES[handover.kind]}  {_whom(one.mail)}  {', '.join(one.mail.to)}"
    if handover.kind is not OutcomeKind.ACCEPTED:
        code = f"{handover.answer.code} " if handover.answer.code is not None else ""
        line += f": {code}{one_line(handover.answer.text)}"
    yield line
    for refused in handover.refused if handover.kind is OutcomeKind.ACCEPTED else ():
        yield f"         {refused.address} bị từ chối: {refused.code} {one_line(refused.text)}"
    for refused in handover.copies_refused:
        yield f"         bản sao {refused.address} không được nhận: {refused.code} {one_line(refused.text)}"
    if one.dropped:
        yield f"         không kèm được vì thư quá lớn: {', '.join(one.dropped)}"


def sent_json(outcome: SendOutcome) -> str:
    """The same for programs."""
    document = {
        "as_of": outcome.plan.as_of.isoformat(),
        "closed": outcome.closed,
        "sent": [
            {
                "unit": one.mail.unit.code,
                "to": list(one.mail.to),
                "key": one.mail.key,
                "attempt": one.mail.attempt,
                "outcome": one.handover.kind.value,
                "code": one.handover.answer.code,
                "text": one.handover.answer.text,
            }
            for one in outcome.sent
        ],
        "left": [mail.unit.code for mail in outcome.left],
        "held": [_held_object(one) for one in outcome.plan.held],
        "unknown": [*outcome.found_lost, *(one.intent.key for one in outcome.plan.doubtful)],
        "stopped": str(outcome.stopped) if outcome.stopped is not None else None,
    }
    return json_text(document, indent=2) + "\n"


def drafts_text(drafts: Drafts, plan: RemindPlan) -> str:
    """Where the drafts lie and what is to be done with them."""
    if not drafts.files:
        said = f"Tính đến {day_in_week(plan.as_of)} không có thư nhắc nào để soạn."
        old = [f"Thư nháp cũ không còn đúng: {', '.join(path.name for path in drafts.aside)}."]
        return "".join(f"{line}\n" for line in (*plan.notes, said, *(old if drafts.aside else ())))
    lines = [f"Đã soạn {len(drafts.files)} thư nháp ở {short_path(drafts.folder)}; chưa gửi gì."]
    lines += [f"  {path.name}  {_whom(mail)}" for path, mail in drafts.files.items()]
    if drafts.unaddressed:
        lines.append(f"Chưa có địa chỉ, điền khi gửi: {', '.join(drafts.unaddressed)}.")
    if drafts.aside:
        lines.append(f"Thư nháp cũ không còn đúng: {', '.join(path.name for path in drafts.aside)}.")
    lines += [f"Bản đã sửa tay giữ ở {short_path(kept)}." for kept in drafts.kept.values()]
    lines.append("Mở từng tệp bằng chương trình thư, xem lại rồi gửi; không tự ghi vào sổ gửi.")
    return "\n".join(lines) + "\n"


def _whom(mail: PlannedMail) -> str:
    """The unit, and whoever is written to in its place."""
    others = [one.short_name for one in mail.recipients if one.code != mail.unit.code]
    told = f" (gửi {', '.join(others)})" if others else ""
    return one_line(f"{mail.unit.short_name}{told}")


def groups_text(texts: Sequence[tuple[str, str]], plan: RemindPlan) -> str:
    """The texts to paste, each below the name of its group."""
    if not texts:
        return f"Tính đến {day_in_week(plan.as_of)} không có gì để nhắc.\n"
    return "\n\n".join(f"── {one_line(name)} ──\n{text}" for name, text in texts) + "\n"


def history_text(found: History) -> str:
    """What was sent, newest first."""
    lines = [f"Dòng cuối của {found.torn} bị cắt ngang nên được bỏ qua."] if found.torn else []
    if not found.mails and not found.letters:
        return "\n".join([*lines, "Chưa gửi thư nào."]) + "\n"
    for mail in found.mails:
        unit = found.roster.by_code.get(mail.intent.unit)
        name = unit.short_name if unit is not None else mail.intent.unit
        lines.append(
            f"{_moment(mail.intent.at)}  {_STATES[mail.state]}  {one_line(name)}  "
            f"{', '.join(mail.intent.to)}  mã {mail.intent.key}"
        )
        lines += [f"    {_item_words(one)}" for one in mail.intent.items]
        for outcome in mail.outcomes:
            if outcome.kind is not OutcomeKind.ACCEPTED:
                said = " ".join(filter(None, (outcome.code, outcome.text, outcome.address)))
                lines.append(f"    {_moment(outcome.at)} {_OUTCOMES[outcome.kind]}: {one_line(said)}")
        lines += [f"    {_moment(one.at)} kết luận: {one_line(one.reason)}" for one in mail.resolutions]
    for letter in found.letters:
        number = f" số {letter.number}" if letter.number else ""
        lines.append(f"{day_wording(letter.day)}  công văn{number}  {letter.unit}  {letter.obligation}")
    return "\n".join(lines) + "\n"


def _item_words(item: DispatchItem) -> str:
    period = f" {item.period}" if item.period is not None else ""
    return f"{item.obligation}{period}  mốc {item.mark}"


def history_json(found: History) -> str:
    """The same for programs."""
    document = {
        "mails": [
            {
                "at": mail.intent.at.isoformat(),
                "unit": mail.intent.unit,
                "to": list(mail.intent.to),
                "key": mail.intent.key,
                "attempt": mail.intent.attempt,
                "state": mail.state.value,
                "answered": mail.answered,
                "items": [
                    {"obligation": one.obligation, "period": one.period, "mark": one.mark}
                    for one in mail.intent.items
                ],
            }
            for mail in found.mails
        ],
        "letters": [
            {
                "day": letter.day.isoformat(),
                "unit": letter.unit,
                "obligation": letter.obligation,
                "period": letter.period,
                "number": letter.number,
            }
            for letter in found.letters
        ],
    }
    return json_text(document, indent=2) + "\n"


def resolved_text(mail: DispatchedMail) -> str:
    """What was written down."""
    return f"Đã ghi: thư {mail.intent.key} gửi {', '.join(mail.intent.to)}: {_STATES[mail.state]}.\n"


def _moment(at: datetime) -> str:
    return moment_wording(at.replace(second=0, microsecond=0))
