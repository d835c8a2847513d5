"""Knows which machine may send for a workspace: a copy of the folder elsewhere must not send once more."""

from __future__ import annotations

import json
import platform
import secrets
from datetime import datetime

from truyenthong.errors import CannotContinueError
from truyenthong.workspace import storage
from truyenthong.workspace.layout import OUTREACH_FOLDER, Workspace
from truyenthong.workspace.refusals import RefusedError

MACHINE_FILE = f"{OUTREACH_FOLDER}/may-gui.json"
_ID_FILE = "may-gui-id"


def claim_sending(workspace: Workspace, *, take_over: bool, now: datetime) -> None:
    """Makes sure that this machine and folder may send; the first that asks may.

    The caller holds ``storage.locked(workspace.outreach)``.

    Args:
        workspace: the workspace.
        take_over: this machine and folder from now on, and no other.
        now: the moment of the run.

    Raises:
        CannotContinueError: another machine, or another copy of the folder, may send.
    """
    mine = {"machine": _machine_id(workspace), "root": str(workspace.root.resolve())}
    path = workspace.root / MACHINE_FILE
    try:
        said = json.loads(storage.read_bytes(path))
    except FileNotFoundError:
        said = None
    except (ValueError, RefusedError):
        said = {}
    known = said if isinstance(said, dict) else {}
    if {key: known.get(key) for key in mine} == mine:
        return
    if said is not None and not take_over:
        where = f"{known.get('name', 'máy khác')}, thư mục {known.get('root', '?')}"
        raise CannotContinueError(
            f"Không gian làm việc này do nơi khác gửi thư ({where}); gửi từ hai nơi thì đơn vị nhận hai thư.",
            hint="nơi kia đã thôi gửi thì thêm --take-over để gửi từ đây.",
        )
    told = {**mine, "name": platform.node(), "since": now.isoformat()}
    storage.write_atomic(path, f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode())


def _machine_id(workspace: Workspace) -> str:
    """A random id kept in the user's cache folder; without one, the machine's name."""
    if workspace.cache is None:
        return f"name:{platform.node()}"
    path = workspace.cache / _ID_FILE
    try:
        known = storage.read_bytes(path, most=100).decode("ascii").strip()
    except (FileNotFoundError, RefusedError, UnicodeDecodeError):
        known = ""
    if known:
        return known
    fresh = secrets.token_hex(16)
    storage.write_scratch(path, fresh.encode("ascii"))
    return fresh
