"""Which bytes are recorded, or wait, already; reads what was loaded and the waiting list, nothing else."""

from __future__ import annotations

from truyenthong.operations.loading import Ready
from truyenthong.operations.waiting_list import read_waiting
from truyenthong.workspace.layout import Workspace


def seen_before(workspace: Workspace, work: Ready) -> dict[str, str]:
    """The files that were taken in, by their SHA-256, and where they stand."""
    seen: dict[str, str] = {}
    for stored in work.loaded.records.submissions:
        for receipt in stored.submission.receipts:
            for file in receipt.files:
                if file.sha256 is not None:
                    seen.setdefault(file.sha256, stored.location.name)
    for ledger in work.loaded.records.ledgers:
        for one in ledger.deliveries:
            seen.setdefault(one.file.sha256 or "", ledger.file)
    for entry in read_waiting(workspace)[0]:
        for file in entry.files:
            seen.setdefault(file.sha256 or "", entry.recorded or entry.name)
    return seen
