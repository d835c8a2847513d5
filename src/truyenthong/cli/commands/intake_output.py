"""``intake``: what it prints, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from truyenthong.cli.console import json_text, one_line, paint
from truyenthong.cli.findings import SEVERITY_WORDS
from truyenthong.findings import Finding, Severity
from truyenthong.operations.intake.settle import WaitingList
from truyenthong.operations.intake.take import Fate, IntakeOutcome, Taken
from truyenthong.operations.intake.waitlist import Waiting
from truyenthong.text import cut, day_and_hour

_WORDS = {
    Fate.RECORDED: "đã ghi",
    Fate.WAITING: "chờ",
    Fate.KNOWN: "đã có từ trước",
    Fate.NOTHING: "không có gì để ghi",
}
_DRY_WORDS = {**_WORDS, Fate.RECORDED: "sẽ ghi", Fate.WAITING: "sẽ vào danh sách chờ"}
_COLOURS = {Fate.RECORDED: "32;1", Fate.WAITING: "33;1", Fate.KNOWN: "36", Fate.NOTHING: "36"}
_SHOWN_CHANGES = 20
_SHOWN_NAMES = 10
_SHOWN = 60


def outcome_text(outcome: IntakeOutcome, stream: TextIO) -> str:
    """A block for each file, and the count at the end."""
    blocks = [taken_text(one, stream, dry_run=outcome.dry_run) for one in outcome.taken]
    return "\n".join([*blocks, summary(outcome)])


def taken_text(one: Taken, stream: TextIO, *, dry_run: bool = False) -> str:
    """What one file was understood as, what is wrong in it, what was written."""
    return "\n".join(_lines(one, stream, dry_run=dry_run))


def _lines(one: Taken, stream: TextIO, *, dry_run: bool) -> Iterator[str]:
    word = paint((_DRY_WORDS if dry_run else _WORDS)[one.fate], _COLOURS[one.fate], stream)
    yield f"{one_line(one.label)}: {word}"
    received = day_and_hour(one.received.day, one.received.hour) if one.received is not None else None
    told = [one.unit, one.what, f"nhận {received}" if received and one.unit else None]
    if any(told):
        yield f"  hiểu là: {'; '.join(part for part in told if part)}"
    for finding in one.findings:
        yield from finding_lines(finding, one.label)
    if one.along:
        more = f" và {len(one.along) - _SHOWN_NAMES} tệp nữa" if len(one.along) > _SHOWN_NAMES else ""
        yield f"  giữ cùng: {one_line(', '.join(one.along[:_SHOWN_NAMES]))}{more}"
    if one.changes is not None:
        yield from _change_lines(one)
    if one.where is not None:
        yield f"  ở: {one.where}"


def finding_lines(finding: Finding, label: str) -> Iterator[str]:
    """A finding and what to do about it, with its place where that is not ``label``."""
    place = [finding.ref.file if finding.ref.file != label else None, finding.ref.spot]
    where = one_line(", ".join(part for part in place if part))
    word = SEVERITY_WORDS[finding.severity]
    yield f"  {word} {finding.code}: {finding.message}{f' ({where})' if where else ''}"
    if finding.hint is not None:
        yield f"    sửa: {finding.hint}"


def _change_lines(one: Taken) -> Iterator[str]:
    changes = one.changes or ()
    if not changes:
        yield "  nội dung không khác lần trước"
        return
    yield f"  khác lần trước {len(changes)} ô:"
    for change in changes[:_SHOWN_CHANGES]:
        yield f"    {change.field}: {_short(change.before)} → {_short(change.after)}"
    if len(changes) > _SHOWN_CHANGES:
        yield f"    … và {len(changes) - _SHOWN_CHANGES} ô nữa"


def _short(text: str | None) -> str:
    return cut(" ".join((text or "").split()) or "trống", _SHOWN)


def summary(outcome: IntakeOutcome) -> str:
    """How many files had which fate, and what was passed over, in a sentence or two."""
    words = _DRY_WORDS if outcome.dry_run else _WORDS
    counts = [f"{outcome.count(fate)} {words[fate]}" for fate in Fate if outcome.count(fate)]
    faulty = sum(
        one.fate is Fate.RECORDED and any(each.severity is Severity.ERROR for each in one.findings)
        for one in outcome.taken
    )
    counts += [f"{faulty} bài còn lỗi"] if faulty else []
    told = f"{len(outcome.taken)} mục: {', '.join(counts)}." if counts else "Không có tệp nào."
    passed = ", ".join(f"{count} {what}" for what, count in outcome.passed.items())
    told = f"{told} Bỏ qua {passed}." if passed else told
    return f"{told} Không ghi gì (--dry-run)." if outcome.dry_run else told


def outcome_json(outcome: IntakeOutcome) -> str:
    """The same for programs."""
    return json_text(outcome_object(outcome), indent=2)


def outcome_object(outcome: IntakeOutcome) -> dict[str, object]:
    """The same as plain values."""
    return {
        "dry_run": outcome.dry_run,
        "files": [_taken_object(one) for one in outcome.taken],
        "summary": {fate.value: outcome.count(fate) for fate in Fate},
        "passed_over": outcome.passed,
    }


def _taken_object(one: Taken) -> dict[str, object]:
    return {
        "file": one.label,
        "kind": one.kind,
        "fate": one.fate.value,
        "unit": one.unit_code,
        "obligation": one.obligation,
        "period": one.period,
        "received_at": day_and_hour(one.received.day, one.received.hour) if one.received else None,
        "where": one.where,
        "written": list(one.written),
        "along": list(one.along),
        "changes": None
        if one.changes is None
        else [{"field": each.field, "before": each.before, "after": each.after} for each in one.changes],
        "findings": [_finding_object(each) for each in one.findings],
    }


def _finding_object(one: Finding) -> dict[str, object]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "file": one.ref.file,
        "place": one.ref.spot,
        "message": one.message,
        "hint": one.hint,
    }


def waiting_text(listed: WaitingList) -> str:
    """What waits, each with its reasons and how to record it."""
    lines = [line for one in listed.entries for line in _waiting_lines(one)]
    for finding in listed.findings:
        lines += [f"{finding.ref.file}:", *finding_lines(finding, finding.ref.file)]
    if not lines:
        return "Không có gì đang chờ."
    lines.append(f"{len(listed.entries)} mục đang chờ.")
    if listed.entries:
        lines.append(
            "Ghi một mục: truyenthong intake MỤC --unit … --obligation … --period …; bỏ qua: --drop LÝ_DO."
        )
    return "\n".join(lines)


def _waiting_lines(one: Waiting) -> Iterator[str]:
    came = day_and_hour(one.received.day, one.received.hour)
    yield f"{one.name}: {one_line(' › '.join((*one.within, one.files[0].name)))}, nhận {came}"
    known = [one.mail.sender if one.mail else None, one.unit, one.obligation, one.period]
    if any(known):
        yield f"  đã biết: {', '.join(part for part in known if part)}"
    for reason in one.reasons:
        yield f"  {reason.code}: {reason.message}"
        if reason.hint is not None:
            yield f"    sửa: {reason.hint}"


def waiting_json(listed: WaitingList) -> str:
    """The same for programs."""
    document = {
        "waiting": [
            {
                "file": one.name,
                "name": one.files[0].name,
                "received_at": day_and_hour(one.received.day, one.received.hour),
                "sender": one.mail.sender if one.mail is not None else None,
                "unit": one.unit,
                "obligation": one.obligation,
                "period": one.period,
                "reasons": [
                    {"code": each.code, "message": each.message, "hint": each.hint} for each in one.reasons
                ],
            }
            for one in listed.entries
        ],
        "findings": [_finding_object(one) for one in listed.findings],
    }
    return json_text(document, indent=2)
