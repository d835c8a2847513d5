"""The output of ``review``: the list that waits, one submission, what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from truyenthong.cli.console import json_text, one_line
from truyenthong.cli.findings import SEVERITY_WORDS
from truyenthong.cli.screen import Screen, aligned, broken
from truyenthong.findings import Finding
from truyenthong.model.submissions import Decision, DecisionKind, Receipt
from truyenthong.operations.intake.waitlist import Waiting
from truyenthong.operations.review.dossiers import Dossier, Seen
from truyenthong.operations.review.reply import Reply
from truyenthong.text import day_and_hour, day_wording
from truyenthong.views.rows import paper_text
from truyenthong.views.wording import channel_text, state_text

_HEADINGS = ("Chờ", "Đơn vị", "Nhận", "Lỗi", "Nhắc", "Bài")
"""Few and narrow enough for a terminal of 80 columns; days, then errors and what else was found."""

Pairs = Sequence[tuple[Dossier, Seen]]


_TAKEN = 6
"""Lines of a screen besides: headings, how many more, an empty one, the next command, prompt, sample."""


def waiting_text(pairs: Pairs, aside: Sequence[Waiting], day: date, screen: Screen | None) -> str:
    """The receipts that wait, the most pressing on top; as many as a screen holds."""
    lines = [*_set_aside(aside)]
    if not pairs:
        return "\n".join([f"Đến hết ngày {day_wording(day)} không có bài nào chờ quyết định.", *lines, ""])
    title = f"{len(pairs)} bài chờ quyết định đến hết ngày {day_wording(day)}{_counts(pairs)}"
    head = [*broken(title, screen)]
    room = None if screen is None else max(5, screen.lines - len(head) - len(lines) - _TAKEN)
    shown = pairs[:room]
    rows = aligned([_HEADINGS, *(_row(*pair) for pair in shown)], screen)
    location = pairs[0][0].stored.location
    more = len(pairs) - len(shown)
    rest = [f"… và {more} bài nữa; thu hẹp: đơn vị, nhiệm vụ, --period, --kind, --faulty"] if more else []
    command = _command(location.unit, location.obligation, location.period)
    return "\n".join([*head, *rows, *rest, *lines, "", f"Xem một bài: {command}", ""])


def _counts(pairs: Pairs) -> str:
    """How many have errors, and how many of each duty wait, the most first."""
    faulty = sum(bool(seen.errors) for _, seen in pairs)
    duties = Counter(
        dossier.row.obligation.name if dossier.row is not None else dossier.what for dossier, _ in pairs
    )
    told = f": {faulty} bài có lỗi, {len(pairs) - faulty} bài không có lỗi" if faulty else ""
    if len(duties) > 1:
        told += f" ({'; '.join(f'{name} {count}' for name, count in duties.most_common())})"
    return told


def _set_aside(aside: Sequence[Waiting]) -> Iterator[str]:
    if aside:
        yield f"{len(aside)} tệp chưa ghi được thành bài nộp (truyenthong intake --waiting):"
    for one in aside[:5]:
        why = one.reasons[0].message if one.reasons else "chưa rõ vì sao"
        yield f"  {day_wording(one.received.day)}  {one_line(one.files[0].name)}: {one_line(why)}"
    if len(aside) > 5:
        yield f"  … và {len(aside) - 5} tệp nữa"


def _row(dossier: Dossier, seen: Seen) -> tuple[str, ...]:
    receipt = seen.receipt
    location = dossier.stored.location
    return (
        str(seen.days) if seen.days is not None else "?",
        one_line(dossier.short_unit),
        day_wording(receipt.received.day) if receipt is not None else "chưa rõ",
        str(len(seen.errors) or ""),
        str(len(seen.findings) - len(seen.errors) or ""),
        f"{location.obligation} {location.period or ''}".rstrip(),  # as it is typed to look at it
    )


def _moment(receipt: Receipt) -> str:
    return day_and_hour(receipt.received.day, receipt.received.hour)


def dossier_text(dossier: Dossier) -> str:
    """One submission: every receipt with what was found in it, and what can be done next."""
    lines = [dossier.unit, dossier.what, dossier.name]
    if dossier.row is not None:
        lines.append(f"Tình trạng: {state_text(dossier.row)}.")
    for seen in dossier.seen:
        lines += ["", *_receipt(seen)]
    if dossier.besides:
        lines += ["", "Ngoài các lần nhận:", *(line for one in dossier.besides for line in _finding(one))]
    return "\n".join([*lines, "", *_next_steps(dossier), ""])


def _receipt(seen: Seen) -> Iterator[str]:
    receipt = seen.receipt
    if receipt is None:
        yield f"Lần nhận thứ {seen.place + 1}: chưa đọc được."
    else:
        way = f", {channel_text(receipt.channel)}" if receipt.channel is not None else ""
        yield f"Lần nhận thứ {seen.place + 1}: {_moment(receipt)}{way}"
        if receipt.paper is not None and paper_text(receipt.paper):
            yield f"  văn bản số {paper_text(receipt.paper)}"
        if receipt.files:
            yield f"  tệp: {', '.join(one.name for one in receipt.files)}"
        if receipt.nil:
            yield "  báo cáo không phát sinh"
        yield f"  {_decision(receipt.decision, seen)}"
    for one in seen.findings:
        yield from _finding(one)


def _decision(decision: Decision | None, seen: Seen) -> str:
    if decision is None:
        return f"đang chờ quyết định, {seen.days} ngày"
    word = "đã chấp nhận" if decision.kind is DecisionKind.ACCEPTED else "đã trả lại"
    who = f", {decision.by}" if decision.by else ""
    why = f": {decision.reason}" if decision.reason else ""
    return f"{word} ngày {day_wording(decision.day)}{who}{why}"


def _finding(one: Finding) -> Iterator[str]:
    span = one.ref.span
    where = f"dòng {span.line}, cột {span.column}: " if span is not None else ""
    yield f"  {one.code} ({SEVERITY_WORDS[one.severity]}) {where}{one.message}"
    if one.hint:
        yield f"    sửa: {one.hint}"


def _next_steps(dossier: Dossier) -> Iterator[str]:
    if not dossier.waiting:
        yield "Không lần nhận nào chờ quyết định."
        return
    location = dossier.stored.location
    command = _command(location.unit, location.obligation, location.period)
    several = " --receipt SỐ" if len(dossier.waiting) > 1 else ""
    anyway = " --anyway" if any(one.errors for one in dossier.waiting) else ""
    yield "Việc tiếp theo:"
    yield f"  {command} --accept{anyway}{several}"
    yield f'  {command} --return "lý do"{several}'


def _command(unit: str, obligation: str, period: str | None) -> str:
    return f"truyenthong review {unit} {obligation}{f' {period}' if period is not None else ''}"


def decided_text(dossier: Dossier, seen: Seen, decision: Decision) -> str:
    """What was decided, and the file that says so."""
    told = _decision(decision, seen)
    left = f"; bài còn {len(seen.errors)} lỗi" if seen.errors and told.startswith("đã chấp nhận") else ""
    return f"{dossier.unit}, {dossier.what}, lần nhận thứ {seen.place + 1}: {told}{left} ({dossier.name})."


def chosen_text(chosen: Pairs, left: Pairs) -> str:
    """The receipts that would be accepted, and those that are left because of errors."""
    lines = [f"  {dossier.unit}, {dossier.what}, nhận {_at(seen)}" for dossier, seen in chosen]
    head = f"{len(chosen)} bài không có lỗi:" if chosen else "Không có bài nào chờ mà không có lỗi."
    if left:
        lines.append(f"{len(left)} bài còn lỗi, để lại:")
        lines += [f"  {dossier.unit}, {dossier.what}, nhận {_at(seen)}" for dossier, seen in left]
    return "\n".join([head, *lines, ""])


def _at(seen: Seen) -> str:
    return _moment(seen.receipt) if seen.receipt is not None else "ngày chưa đọc được"


def reply_text(made: Reply) -> str:
    """What lies ready, and what is still to be done by hand."""
    lines = [f"Đã soạn, chưa gửi: {made.folder}", *(f"  {name}" for name in made.files)]
    lines.append(f"  gửi tới: {made.to}" if made.to is not None else "  gửi tới: (để trống)")
    return "\n".join([*lines, *(f"  lưu ý: {one}." for one in made.missing)])


def waiting_json(pairs: Pairs, aside: Sequence[Waiting], day: date) -> str:
    """The receipts that wait, the most pressing first; then what waits in ``data/waiting``."""
    waiting = [{**_heading(dossier), **_seen(seen)} for dossier, seen in pairs]
    files = [
        {
            "file": one.name,
            "name": one.files[0].name,
            "received_at": one.received.day.isoformat(),
            "unit": one.unit,
            "obligation": one.obligation,
            "period": one.period,
            "reasons": [reason.message for reason in one.reasons],
        }
        for one in aside
    ]
    return _written({"as_of": day.isoformat(), "waiting": waiting, "set_aside": files})


def dossier_json(dossier: Dossier, day: date) -> str:
    """One submission with all its receipts."""
    return _written(
        {
            "as_of": day.isoformat(),
            **_heading(dossier),
            "receipts": [_seen(one) for one in dossier.seen],
            "findings": [_finding_object(one) for one in dossier.besides],
        }
    )


def _written(document: dict[str, object]) -> str:
    return f"{json_text(document, indent=1)}\n"


def _heading(dossier: Dossier) -> dict[str, object]:
    location = dossier.stored.location
    return {
        "file": dossier.name,
        "unit": location.unit,
        "obligation": location.obligation,
        "period": location.period,
        "state": dossier.row.state.value if dossier.row is not None else None,
    }


def _seen(seen: Seen) -> dict[str, object]:
    receipt = seen.receipt
    return {
        "receipt": seen.place + 1,
        "received": receipt.received.day.isoformat() if receipt is not None else None,
        "days": seen.days,
        "waits": seen.waits,
        "decision": _decision_object(receipt.decision) if receipt is not None else None,
        "findings": [_finding_object(one) for one in seen.findings],
    }


def _decision_object(decision: Decision | None) -> dict[str, str | None] | None:
    if decision is None:
        return None
    return {
        "kind": decision.kind.value,
        "day": decision.day.isoformat(),
        "by": decision.by,
        "reason": decision.reason,
    }


def _finding_object(one: Finding) -> dict[str, str | int | None]:
    span = one.ref.span
    return {
        "code": one.code,
        "severity": one.severity.value,
        "line": span.line if span is not None else None,
        "column": span.column if span is not None else None,
        "message": one.message,
        "hint": one.hint,
    }
