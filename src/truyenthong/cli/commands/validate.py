"""``validate``: checks the data of the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import console
from truyenthong.cli.answers import answered
from truyenthong.cli.arguments import FindingsFormat
from truyenthong.cli.options import FINDINGS_FORMATS, one_of, today, workspace_of
from truyenthong.workspace.memory import Answer
from truyenthong.workspace.snapshot import Snapshot


def validate(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[ĐƯỜNG_DẪN]...", help="Chỉ xem các tệp, thư mục này.")
    ] = None,
    output: FindingsFormat = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Cảnh báo cũng tính là không đạt.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Không đạt mới in, và chỉ in điều làm cho không đạt.")
    ] = False,
) -> None:
    """Kiểm tra dữ liệu; chỉ rõ chỗ sai và cách sửa.

    Kết quả xếp theo tệp. --quiet dành cho cron: không có lỗi thì không in gì.
    """
    place, day = workspace_of(ctx), today()
    form = one_of(output, FINDINGS_FORMATS, "--format")
    names = tuple(place.name_inside(Path(path).absolute()) for path in paths or ())

    def work_out(snapshot: Snapshot) -> Answer:
        # A known answer does not pay for these imports.
        from truyenthong.cli.findings import findings_answer  # noqa: PLC0415
        from truyenthong.operations.validate import validate as run  # noqa: PLC0415

        outcome = run(place, names, today=day, snapshot=snapshot)
        return findings_answer(outcome, form, strict=strict, quiet=quiet)

    question = ("validate", *names, form, str(strict), str(quiet), day.isoformat())
    raise typer.Exit(console.tell(answered(place, question, work_out)))
