"""What is remembered of the mailbox between runs: ``data/outreach/hop-thu.json``.

It only saves time: what was taken in is known by its content, so that a lost or wrong file makes the next
reading slow, never wrong.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from truyenthong.workspace import storage
from truyenthong.workspace.layout import OUTREACH_FOLDER, Workspace
from truyenthong.workspace.refusals import RefusedError

MAILBOX_FILE = f"{OUTREACH_FOLDER}/hop-thu.json"
READ_AT = "read_at"
"""The key of the moment (ISO 8601 with its offset) at which all folders had last been read without fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderCursor:
    """How far a folder was read.

    Attributes:
        uid_validity: the numbering that ``uid`` belongs to.
        uid: the last message whose receipt is on the disk.
        since: the day from which messages were read.
    """

    uid_validity: int
    uid: int
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxMemory:
    """How far the folders of one mailbox were read.

    Attributes:
        box: whose mailbox at which server; another one is read from its beginning.
    """

    box: str
    folders: Mapping[str, FolderCursor] = field(default_factory=dict)
    read_at: datetime | None = None


def last_whole_reading(workspace: Workspace) -> datetime | None:
    """When the mailbox was last read without fault; None where that is not known."""
    return _moment(_said(workspace))


def read_memory(workspace: Workspace, box: str) -> MailboxMemory:
    """What is remembered of a mailbox; nothing where the file is missing, damaged, or about another one."""
    said = _said(workspace)
    listed = said.get("folders")
    if said.get("mailbox") != box or not isinstance(listed, dict):
        return MailboxMemory(box=box)
    found = {str(name): _cursor(one) for name, one in listed.items()}
    return MailboxMemory(
        box=box,
        folders={name: one for name, one in found.items() if one is not None},
        read_at=_moment(said),
    )


def write_memory(workspace: Workspace, memory: MailboxMemory) -> None:
    """Remembers; the caller holds ``storage.locked(workspace.root)``.

    Raises:
        CannotContinueError: the system refuses to write.
    """
    document = {
        "mailbox": memory.box,
        READ_AT: memory.read_at.isoformat() if memory.read_at is not None else None,
        "folders": {
            name: {"uidvalidity": one.uid_validity, "uid": one.uid, "since": one.since.isoformat()}
            for name, one in sorted(memory.folders.items())
        },
    }
    text = json.dumps(document, ensure_ascii=False, indent=1)
    storage.write_atomic(workspace.root / MAILBOX_FILE, f"{text}\n".encode())


def _said(workspace: Workspace) -> dict[str, object]:
    try:
        said = json.loads(storage.read_bytes(workspace.root / MAILBOX_FILE))
    except (FileNotFoundError, RefusedError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _moment(said: Mapping[str, object]) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(said[READ_AT]))
    except (ValueError, KeyError):
        return None
    return moment if moment.tzinfo is not None else None


def _cursor(said: object) -> FolderCursor | None:
    if not isinstance(said, dict):
        return None
    validity, uid = said.get("uidvalidity"), said.get("uid")
    if not isinstance(validity, int) or not isinstance(uid, int):
        return None
    try:
        return FolderCursor(uid_validity=validity, uid=uid, since=date.fromisoformat(str(said.get("since"))))
    except ValueError:
        return None
