"""``intake --waiting``: lists what waits, records it once somebody says what it is, or leaves it aside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NoReturn

from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding
from truyenthong.intake.pieces import Message, Piece
from truyenthong.model.moments import Moment
from truyenthong.operations.choose import Selection, asked_in
from truyenthong.operations.intake.submissions import Arrival
from truyenthong.operations.intake.take import Fate, Intake, IntakeOrder, Taken
from truyenthong.operations.intake.waitlist import (
    Waiting,
    close_waiting,
    decode_waiting,
    originals_of,
    read_waiting,
)
from truyenthong.operations.load import load, ready
from truyenthong.operations.submission_file import Original
from truyenthong.workspace import storage
from truyenthong.workspace.layout import WAITING_FOLDER, Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingList:
    """What waits, the oldest first, and what is damaged on the list."""

    entries: tuple[Waiting, ...]
    findings: tuple[Finding, ...]


def list_waiting(workspace: Workspace) -> WaitingList:
    """The open entries of the list."""
    entries, findings = read_waiting(workspace)
    return WaitingList(entries=tuple(one for one in entries if one.is_open), findings=findings)


def is_entry(workspace: Workspace, path: Path) -> bool:
    """Whether a path is that of an entry of this workspace's waiting list."""
    folder = (workspace.root / WAITING_FOLDER).resolve()
    return path.suffix == ".yaml" and path.resolve().parent == folder


def settle_entry(workspace: Workspace, path: Path, order: IntakeOrder, *, now: Moment) -> Taken:
    """Records what waits, as a person says; where something is still missing, it waits on.

    Safe to be stopped and started again: a receipt that is there already is not written twice.

    Raises:
        UsageError: no such entry, it waits no longer, or a word that is not known.
        CannotContinueError: the entry or its files are damaged.
    """
    work = ready(load(workspace, today=now.day))
    entry = open_entry(workspace, path)
    words = Selection(
        unit=order.unit or entry.unit,
        obligation=order.obligation or entry.obligation,
        period=order.period or entry.period,
    )
    asked = replace(asked_in(words, work), insists=True)
    intake = Intake.of(workspace, work, order, asked, now)
    arrival = _arrival(workspace, entry, order)
    message = None
    if entry.mail is not None and entry.mail.sender is not None:
        message = Message(senders=(entry.mail.sender,), vouched=() if entry.unvouched else None)
    first = arrival.originals[0]
    judged = intake.judge(Piece(name=first.file.name, data=first.data, within=entry.within, message=message))
    taken = intake.settle(judged, arrival)
    if taken.fate in {Fate.RECORDED, Fate.KNOWN} and taken.where is not None and not order.dry_run:
        with storage.locked(workspace.root):
            close_waiting(workspace, entry, today=now.day, recorded=taken.where)
    return replace(taken, along=tuple(one.name for one in entry.files[1:]))


def drop_entry(workspace: Workspace, path: Path, reason: str, *, today: date) -> Waiting:
    """Leaves an entry aside for a reason; its files stay.

    Raises:
        UsageError: no such entry, it waits no longer, or there is no reason.
    """
    if not reason.strip():
        raise UsageError("Bỏ qua mục chờ phải có lý do.", hint='ví dụ: --drop "đơn vị gửi nhầm".')
    with storage.locked(workspace.root):
        entry = open_entry(workspace, path)
        close_waiting(workspace, entry, today=today, dropped=reason.strip())
    return entry


def open_entry(workspace: Workspace, path: Path) -> Waiting:
    """An entry that still waits.

    Raises:
        UsageError: no such entry, or it waits no longer.
        CannotContinueError: it is damaged.
    """
    name = f"{WAITING_FOLDER}/{path.name}"
    try:
        data = storage.read_bytes(workspace.root / name)
    except FileNotFoundError as error:
        raise UsageError(f"Không có mục chờ {name}.", hint="xem «truyenthong intake --waiting».") from error
    entry, findings = decode_waiting(data, name)
    if entry is None:
        _stop(findings[0])
    if entry.is_open:
        return entry
    told = f"đã ghi vào {entry.recorded}" if entry.recorded else "đã được bỏ qua"
    raise UsageError(f"Mục {name} {told}.", hint="không cần làm gì thêm.")


def _stop(damage: Finding) -> NoReturn:
    raise CannotContinueError(f"{damage.ref.file}: {damage.message}.", hint=damage.hint)


def _arrival(workspace: Workspace, entry: Waiting, order: IntakeOrder) -> Arrival:
    originals: list[Original] = []
    for file, data in zip(entry.files, originals_of(workspace, entry), strict=True):
        if isinstance(data, Finding):
            _stop(data)
        originals.append(Original(file=file, data=data))
    return Arrival(
        received=order.received or entry.received,
        channel=order.channel or entry.channel,
        mail=entry.mail,
        within=entry.within,
        originals=tuple(originals),
    )
