"""``intake --appendix``: shows what the official appendix would change, asks, writes; decides nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from truyenthong.cli import asking, console
from truyenthong.workspace.layout import PLAN_FILE, Workspace

if TYPE_CHECKING:
    from truyenthong.operations.taking_appendix import Proposal, Replacement

_NAMES = {
    "thoi_gian": "thời gian",
    "noi_dung": "nội dung",
    "doi_tuong": "đối tượng",
    "hinh_thuc": "hình thức",
    "don_vi": "đơn vị",
}
_SHOWN = 80


def take_appendix(workspace: Workspace, path: Path, *, code: str | None, yes: bool) -> None:
    """Takes an official appendix into the plan after showing every difference.

    Raises:
        typer.Exit: 1 where the file has errors, or the person said no.
    """
    from truyenthong.cli.findings_output import finding_text  # noqa: PLC0415 - each command pays for itself
    from truyenthong.operations.taking_appendix import propose, take  # noqa: PLC0415
    from truyenthong.operations.validating import Located  # noqa: PLC0415

    proposal = propose(workspace, path, code=code)
    for one in proposal.findings:
        console.trouble(finding_text(Located(finding=one, span=None, excerpt=None), sys.stderr))
    console.result("\n".join(_lines(proposal)))
    if not proposal.possible:
        console.trouble("Chưa ghi gì: sửa các lỗi trên trong tệp Word rồi nhận lại.")
        raise typer.Exit(1)
    if proposal.nothing_new:
        console.result("Kế hoạch đã có đúng như tệp; không có gì để ghi.")
        return
    if not asking.agreed(f"Thay các hàng trong {PLAN_FILE}?", yes=yes):
        console.trouble("Chưa ghi gì.")
        raise typer.Exit(1)
    take(workspace, proposal)
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


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
