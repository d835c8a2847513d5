"""``intake --mailbox``: what it prints."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import TextIO

import typer

from truyenthong.cli import console
from truyenthong.cli.commands.intake_output import finding_lines, outcome_object, summary, taken_text
from truyenthong.cli.console import json_text, one_line
from truyenthong.diagnostics.intake import TT621
from truyenthong.findings import Severity
from truyenthong.model.dispatches import OutcomeKind
from truyenthong.operations.intake.mailbox import MailboxOutcome, take_mailbox
from truyenthong.operations.intake.take import Fate, IntakeOrder, Taken
from truyenthong.text import number_wording
from truyenthong.workspace.layout import Workspace

_SHOWN_STRANGERS = 10
_NOTED = {
    OutcomeKind.BOUNCED: "thư nhắc bị trả lại",
    OutcomeKind.DELAYED: "thư nhắc đến chậm",
    OutcomeKind.ANSWERED: "thư trả lời thư nhắc",
    OutcomeKind.ACCEPTED: "thư nhắc chắc chắn đã đi",
}


def read_mailbox(workspace: Workspace, order: IntakeOrder, *, now: datetime, form: str) -> None:
    """Reads the mailbox and prints what came of it; exit 1: somebody has to look, 3: it broke off."""
    outcome = take_mailbox(workspace, order, now=now, tell=console.trouble)
    console.result(mailbox_json(outcome) if form == "json" else mailbox_text(outcome, sys.stdout))
    if outcome.trouble is not None:
        console.stop(outcome.trouble)
        raise typer.Exit(outcome.trouble.exit_code)
    bounced = any(one.kind is OutcomeKind.BOUNCED for one in outcome.noted)
    if bounced or not outcome.intake.is_certain:
        raise typer.Exit(1)


def mailbox_text(outcome: MailboxOutcome, stream: TextIO) -> str:
    """The folders, a block for each thing that somebody may have to look at, the counts."""
    return "\n".join(_lines(outcome, stream))


def _lines(outcome: MailboxOutcome, stream: TextIO) -> Iterator[str]:
    for folder in outcome.folders:
        told = f"Hộp «{folder.name}»: {number_wording(folder.count)} thư, "
        told += f"xem {number_wording(folder.looked_at)} thư" if folder.looked_at else "không có thư mới"
        yield f"{told}{' (máy chủ đã đánh số lại)' if folder.renumbered else ''}. Mở chỉ để đọc."
    if not outcome.vouched:
        yield "Chưa khai xac_thuc_do ở thu_den: tên người gửi được tin như thư ghi; xem docs/hop-thu.md."
    for one in outcome.intake.taken:
        if one.fate in {Fate.RECORDED, Fate.WAITING}:
            yield taken_text(one, stream, dry_run=outcome.intake.dry_run)
        else:
            yield from _troubles(one)
    yield from _strangers(outcome)
    noted = Counter(one.kind for one in outcome.noted)
    if noted:
        counts = ", ".join(f"{noted[kind]} {words}" for kind, words in _NOTED.items() if noted[kind])
        yield f"{'Sẽ ghi' if outcome.intake.dry_run else 'Đã ghi'} vào sổ gửi: {counts}."
    if outcome.purged:
        yield f"Đã xóa tệp của {outcome.purged} mục chờ xong từ lâu; còn giữ mã SHA-256 và lý do."
    yield summary(outcome.intake) if outcome.intake.taken else "Không có gì mới."


def _troubles(one: Taken) -> Iterator[str]:
    """What somebody may have to look at where nothing was kept; the rest of that is only counted."""
    for finding in one.findings:
        if finding.severity is not Severity.NOTICE:
            yield from (line[2:] for line in finding_lines(finding, finding.ref.file))


def _strangers(outcome: MailboxOutcome) -> Iterator[str]:
    told = [each.message for one in outcome.intake.taken for each in one.findings if each.code == TT621.code]
    if told:
        yield "Không ghi, vẫn nằm trong hộp thư:"
        yield from (f"  {one_line(one)}" for one in told[:_SHOWN_STRANGERS])
        if len(told) > _SHOWN_STRANGERS:
            yield f"  và {len(told) - _SHOWN_STRANGERS} thư nữa"


def mailbox_json(outcome: MailboxOutcome) -> str:
    """The same for programs."""
    document = outcome_object(outcome.intake) | {
        "folders": [
            {
                "name": one.name,
                "messages": one.count,
                "looked_at": one.looked_at,
                "bodies": one.bodies,
                "renumbered": one.renumbered,
            }
            for one in outcome.folders
        ],
        "noted": [
            {
                "event": one.kind.value,
                "key": one.key,
                "attempt": one.attempt,
                "address": one.address,
                "code": one.code,
                "text": one.text,
            }
            for one in outcome.noted
        ],
        "purged": outcome.purged,
        "trouble": str(outcome.trouble) if outcome.trouble is not None else None,
    }
    return json_text(document, indent=2)
