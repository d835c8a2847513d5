"""``units plan-change``: what a changed list of units would do, before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import console
from truyenthong.cli.options import workspace_of
from truyenthong.operations.units.change import BoardChange, ChangeOutcome
from truyenthong.operations.units.change import plan_change as run
from truyenthong.progress import Row
from truyenthong.text import day_wording
from truyenthong.views.rows import written_duty

_MOST = 12
"""Lines of one list before the rest is counted."""


def plan_change(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="TỆP", help="Bản sửa của data/units.yaml, để ở đâu cũng được.")
    ],
) -> None:
    """Xem danh sách đơn vị mới làm bảng thay đổi thế nào, trước khi ghi.

    Chép data/units.yaml ra một tệp khác, sửa tệp ấy rồi chạy lệnh này: kể ra đơn vị mở, đóng, đổi tên, đổi
    cấp trên; từng ngày có thay đổi thì việc nào chuyển cho ai, việc nào không ai nhận. Không ghi gì.
    """
    console.result("\n".join(_lines(run(workspace_of(ctx), Path(file).absolute()))))


def _lines(outcome: ChangeOutcome) -> Iterator[str]:
    yield "Chưa ghi gì. Nếu thay data/units.yaml bằng tệp này:"
    yield from _list("Mở", [f"{one.name}, từ {day_wording(day)}" for one, day in outcome.opened])
    yield from _list("Đóng", [f"{one.name}, ngày cuối {day_wording(day)}" for one, day in outcome.closed])
    yield from _list("Đổi tên", [f"{name} → {one.name}" for one, name in outcome.renamed])
    yield from _list("Đổi cấp trên", [f"{one.name} → {code or 'chưa rõ'}" for one, code in outcome.moved])
    yield from _list(
        "Không còn trong tệp (nên ghi ngày cuối, đừng xóa)", [one.name for one in outcome.removed]
    )
    yield from _list("Quy tắc nói thêm", [f"{one.code}: {one.message}" for one in outcome.findings])
    for board in outcome.boards:
        yield from _board(board)
    if any(board.lost for board in outcome.boards):
        yield "Việc không ai nhận mà vẫn phải làm: khai ke_thua: [{don_vi: …, tu: …}] ở đơn vị cũ."


def _board(board: BoardChange) -> Iterator[str]:
    day = day_wording(board.day)
    if board.is_none:
        yield f"Bảng đến hết ngày {day}: không đổi."
        return
    figures = f"phải nộp {board.before.expected} → {board.after.expected}"
    yield f"Bảng đến hết ngày {day}: {figures}, đã nhận {board.before.received} → {board.after.received}."
    passed = [f"{', '.join(one.short_name for one in row.before)} → {_said(row)}" for row in board.passed]
    yield from _list("  Chuyển giao", passed)
    yield from _list("  Không ai nhận", [_said(row) for row in board.lost])
    yield from _list("  Mới phải làm", [_said(row) for row in board.gained])


def _said(row: Row) -> str:
    return f"{row.unit.short_name}: {written_duty(row.obligation, row.period)}"


def _list(title: str, lines: Sequence[str]) -> Iterator[str]:
    if not lines:
        return
    indent = " " * (len(title) - len(title.lstrip()))
    yield f"{title} ({len(lines)}):" if len(lines) > 1 else f"{title}:"
    yield from (f"{indent}  - {one}" for one in lines[:_MOST])
    if len(lines) > _MOST:
        yield f"{indent}  còn {len(lines) - _MOST} dòng nữa."
