"""What ``review`` shows, for programs; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from truyenthong.cli.cleaning import json_text
from truyenthong.findings import Finding
from truyenthong.model.submissions import Decision
from truyenthong.operations.reviewing import Dossier, Seen


def waiting_json(pairs: Sequence[tuple[Dossier, Seen]], day: date) -> str:
    """The receipts that wait, the oldest first."""
    waiting = [{**_heading(dossier), **_seen(seen)} for dossier, seen in pairs]
    return _written({"as_of": day.isoformat(), "waiting": waiting})


def dossier_json(dossier: Dossier, day: date) -> str:
    """One submission with all its receipts."""
    return _written(
        {
            "as_of": day.isoformat(),
            **_heading(dossier),
            "receipts": [_seen(one) for one in dossier.seen],
            "findings": [_finding(one) for one in dossier.besides],
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
        "decision": _decision(receipt.decision) if receipt is not None else None,
        "findings": [_finding(one) for one in seen.findings],
    }


def _decision(decision: Decision | None) -> dict[str, str | None] | None:
    if decision is None:
        return None
    return {
        "kind": decision.kind.value,
        "day": decision.day.isoformat(),
        "by": decision.by,
        "reason": decision.reason,
    }


def _finding(one: Finding) -> dict[str, str | int | None]:
    span = one.ref.span
    return {
        "code": one.code,
        "severity": one.severity.value,
        "line": span.line if span is not None else None,
        "column": span.column if span is not None else None,
        "message": one.message,
        "hint": one.hint,
    }
