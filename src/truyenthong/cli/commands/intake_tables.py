"""``intake --appendix`` and ``--register``: show what a Word or Excel table would change, ask, write."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import typer

from truyenthong.cli import console
from truyenthong.cli.console import json_text
from truyenthong.cli.findings import finding_text
from truyenthong.cli.options import today
from truyenthong.findings import Severity
from truyenthong.operations.intake import appendix, tracking_sheet
from truyenthong.operations.intake.appendix import Proposal, Replacement
from truyenthong.operations.intake.tracking_sheet import SheetOrder, Standing, TakenLine, TakeOver
from truyenthong.operations.validate import Located
from truyenthong.text import cut
from truyenthong.workspace.layout import PLAN_FILE, Workspace

_NAMES = {
    "thoi_gian": "thời gian",
    "noi_dung": "nội dung",
    "doi_tuong": "đối tượng",
    "hinh_thuc": "hình thức",
    "don_vi": "đơn vị",
}
_SHOWN = 80


def take_appendix(workspace: Workspace, path: Path, *, code: str | None, yes: bool, topics: bool) -> None:
    """Takes an official appendix into the plan after showing every difference.

    Raises:
        typer.Exit: 1 where the file has errors, or the person said no.
    """
    proposal = appendix.propose(workspace, path, code=code)
    for one in proposal.findings:
        console.trouble(finding_text(Located(finding=one, span=None, excerpt=None), sys.stderr))
    console.result("\n".join(_lines(proposal)))
    if not proposal.possible:
        console.trouble("Chưa ghi gì: sửa các lỗi trên trong tệp Word rồi nhận lại.")
        raise typer.Exit(1)
    suggested = any(one.suggested for one in proposal.replacements)
    # «--yes» speaks of the file alone; what the program only suggests needs a word of its own.
    asked = suggested and not topics and not yes and console.is_watched()
    wanted = suggested and (topics or (asked and console.agreed("Ghi cả chủ đề gợi ý?", yes=False)))
    if wanted:
        proposal = replace(proposal, replacements=tuple(one.with_topics() for one in proposal.replacements))
    if proposal.nothing_new and not wanted:
        console.result("Kế hoạch đã có đúng như tệp; không có gì để ghi.")
        return
    if not console.agreed(f"Thay các hàng trong {PLAN_FILE}?", yes=yes):
        console.trouble("Chưa ghi gì.")
        raise typer.Exit(1)
    appendix.take(workspace, proposal)
    console.result(f"Đã ghi vào {PLAN_FILE}; chạy «truyenthong validate», rồi «truyenthong report ke-hoach».")


def _lines(proposal: Proposal) -> Iterator[str]:
    for one in proposal.replacements:
        yield from _about(one)


def _about(one: Replacement) -> Iterator[str]:
    label = f"Phụ lục {one.appendix.label}".rstrip()
    before = len(one.appendix.rows)
    counts = f"{before} hàng trong kế hoạch, {len(one.rows)} hàng trong tệp, {one.same} hàng như cũ"
    yield f"{label} ({one.appendix.code}): {counts}."
    for content in one.added:
        yield f"  + {_short(content)}"
    for content in one.removed:
        yield f"  - {_short(content)}"
    for content, differing in one.changed:
        yield f"  ~ {_short(content)}"
        for key, old, new in differing:
            yield f"      {_NAMES[key]}: {_short(old) or 'trống'} → {_short(new) or 'trống'}"
    for place, topic in one.suggested.items():
        yield f"  chủ đề gợi ý, hàng {place + 1}: {topic.label} {_short(topic.name)}"


def _short(text: str) -> str:
    return cut(" ".join(text.split()), _SHOWN)


def take_register(workspace: Workspace, order: SheetOrder, *, yes: bool, dry_run: bool, form: str) -> None:
    """Takes the sheet over after showing every difference.

    Raises:
        typer.Exit: 1 where something could not be taken, or the person said no.
    """
    proposal = tracking_sheet.propose(workspace, order, today=today())
    new = proposal.of(Standing.NEW)
    if form == "text":
        _show(proposal)
    agreed = bool(new) and not dry_run and console.agreed(f"Ghi {len(new)} lần nhận trên?", yes=yes)
    if agreed:
        proposal = tracking_sheet.take_over(workspace, order, today=today())
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
    for one in proposal.findings:
        console.trouble(finding_text(Located(finding=one, span=None, excerpt=None), sys.stderr))
    console.result("\n".join(_sheet_lines(proposal)))


def _sheet_lines(proposal: TakeOver) -> Iterator[str]:
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
