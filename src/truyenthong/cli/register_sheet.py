"""``intake --register``: shows what the tracking sheet would add, asks, writes; decides nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from truyenthong.cli import asking, console
from truyenthong.cli.cleaning import json_text
from truyenthong.cli.options import today
from truyenthong.findings import Severity

if TYPE_CHECKING:
    from truyenthong.operations.taking_over import SheetOrder, TakenLine, TakeOver
    from truyenthong.workspace.layout import Workspace


def take_register(workspace: Workspace, order: SheetOrder, *, yes: bool, dry_run: bool, form: str) -> None:
    """Takes the sheet over after showing every difference.

    Raises:
        typer.Exit: 1 where something could not be taken, or the person said no.
    """
    from truyenthong.operations.taking_over import Standing, propose, take_over  # noqa: PLC0415

    proposal = propose(workspace, order, today=today())
    new = proposal.of(Standing.NEW)
    if form == "text":
        _show(proposal)
    agreed = bool(new) and not dry_run and asking.agreed(f"Ghi {len(new)} lần nhận trên?", yes=yes)
    if agreed:
        proposal = take_over(workspace, order, today=today())
    if form == "json":
        console.result(_json(proposal, written=agreed))
    elif agreed:
        console.result(f"Đã ghi {len(proposal.of(Standing.NEW))} lần nhận.")
    else:
        console.result("Không có gì mới để ghi." if not new else "Chưa ghi gì.")
    left = bool(new) and not agreed and not dry_run
    if left or any(one.severity is not Severity.NOTICE for one in proposal.findings):
        raise typer.Exit(1)


def _show(proposal: TakeOver) -> None:
    from truyenthong.cli.findings_output import finding_text  # noqa: PLC0415 - each command pays for itself
    from truyenthong.operations.validating import Located  # noqa: PLC0415

    for one in proposal.findings:
        console.trouble(finding_text(Located(finding=one, span=None, excerpt=None), sys.stderr))
    console.result("\n".join(_lines(proposal)))


def _lines(proposal: TakeOver) -> Iterator[str]:
    from truyenthong.operations.taking_over import Standing  # noqa: PLC0415

    new, known = proposal.of(Standing.NEW), proposal.of(Standing.KNOWN)
    different = proposal.of(Standing.DIFFERENT)
    counts = f"{len(new)} mới, {len(known)} đã có, {len(different)} khác dữ liệu"
    yield f"{proposal.file}: {len(proposal.lines)} dòng hiểu được ({counts})."
    yield from (f"  + {one.told} ({one.where})" for one in new)


def _json(proposal: TakeOver, *, written: bool) -> str:
    document = {
        "written": written,
        "lines": [_object(one) for one in proposal.lines],
        "findings": [
            {"code": one.code, "severity": one.severity.value, "where": one.ref.spot, "message": one.message}
            for one in proposal.findings
        ],
    }
    return json_text(document, indent=1)


def _object(one: TakenLine) -> dict[str, str | None]:
    unit, obligation, period = one.row.key
    return {
        "where": one.where,
        "unit": unit,
        "obligation": obligation,
        "period": period,
        "received": one.receipt.received.day.isoformat(),
        "standing": one.standing.value,
    }
