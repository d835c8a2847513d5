"""``intake --contacts``: shows which addresses a list would give the units, asks, writes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from truyenthong.cli import console
from truyenthong.cli.findings import finding_text
from truyenthong.findings import Severity
from truyenthong.operations.intake import contacts
from truyenthong.operations.intake.contacts import ContactsProposal
from truyenthong.operations.validate import Located
from truyenthong.workspace.layout import UNITS_FILE, Workspace

_SHOWN = 10
"""Units without an address that are named."""


def take_contacts(workspace: Workspace, path: Path, *, yes: bool, dry_run: bool) -> None:
    """Takes the addresses over after showing every one of them.

    Raises:
        typer.Exit: 1 where a line could not be taken, or the person said no.
    """
    proposal = contacts.propose(workspace, path)
    for one in proposal.findings:
        console.trouble(finding_text(Located(finding=one, span=None, excerpt=None), sys.stderr))
    console.result("\n".join(_lines(proposal)))
    new = len(proposal.new)
    if new and dry_run:
        console.result("Không ghi gì (--dry-run).")
    elif new and console.agreed(f"Ghi {new} địa chỉ trên vào {UNITS_FILE}?", yes=yes):
        contacts.take(workspace, proposal)
        console.result(f"Đã ghi địa chỉ của {new} đơn vị vào {UNITS_FILE}.")
    elif new:
        console.result("Chưa ghi gì.")
        raise typer.Exit(1)
    else:
        console.result("Không có gì mới để ghi.")
    if any(one.severity is Severity.ERROR for one in proposal.findings):
        raise typer.Exit(1)


def _lines(proposal: ContactsProposal) -> Iterator[str]:
    new, same = len(proposal.new), len(proposal.same)
    yield f"{proposal.file}: {new} đơn vị có địa chỉ mới, {same} đơn vị đã có đúng như thế."
    for one in proposal.new:
        after = ", ".join(one.addresses)
        before = ", ".join(one.unit.emails)
        change = f"{before} → {after}" if before else after
        yield f"  {'~' if before else '+'} {one.unit.short_name} ({one.unit.code}): {change}"
    if proposal.without:
        names = [one.short_name for one in proposal.without]
        more = f" và {len(names) - _SHOWN} đơn vị nữa" if len(names) > _SHOWN else ""
        yield f"Còn {len(names)} đơn vị chưa có địa chỉ: {', '.join(names[:_SHOWN])}{more}."
