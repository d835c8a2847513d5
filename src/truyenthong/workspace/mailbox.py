"""What is remembered of the mailbox between runs: ``data/outreach/hop-thu.json``."""

from __future__ import annotations

import json
from datetime import datetime

from truyenthong.workspace import storage
from truyenthong.workspace.layout import OUTREACH_FOLDER, Workspace
from truyenthong.workspace.refusals import RefusedError

MAILBOX_FILE = f"{OUTREACH_FOLDER}/hop-thu.json"
READ_AT = "read_at"
"""The key of the moment (ISO 8601 with its offset) at which all folders had last been read without fault."""


def last_whole_reading(workspace: Workspace) -> datetime | None:
    """When the mailbox was last read without fault; None where that is not known."""
    try:
        said = json.loads(storage.read_bytes(workspace.root / MAILBOX_FILE))
        moment = datetime.fromisoformat(said[READ_AT])
    except (FileNotFoundError, RefusedError, ValueError, KeyError, TypeError):
        return None
    return moment if moment.tzinfo is not None else None
