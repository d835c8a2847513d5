"""``page``: the progress as one HTML file that opens anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import console
from truyenthong.cli.options import as_of_of, now, workspace_of
from truyenthong.errors import UsageError
from truyenthong.operations.daily.page import make_page

PAGE_NAME = "tien-do.html"


def page(
    ctx: typer.Context,
    out: Annotated[
        str | None, typer.Option(metavar="TỆP", help=f"Nơi để trang; mặc định out/{PAGE_NAME}.")
    ] = None,
    full: Annotated[
        bool,
        typer.Option(
            "--full", help="Kèm tên người, số điện thoại, nội dung vụ việc: chỉ để dùng trong cơ quan."
        ),
    ] = False,
) -> None:
    """Làm trang tiến độ cho lãnh đạo: một tệp HTML mở được ở mọi nơi, in được ra A4.

    Trang không tải gì từ mạng: mở từ ổ đĩa chung, USB hay điện thoại đều được. Lọc và xếp thứ tự ngay trên
    trang; trình duyệt chặn script thì trang vẫn đủ nội dung.
    """
    place = workspace_of(ctx)
    path = Path(out).absolute() if out is not None else place.out / PAGE_NAME
    if path.suffix.lower() not in (".html", ".htm") or path.is_dir():
        raise UsageError(
            f"--out cần tên một tệp .html, không phải «{path}».", hint=f"ví dụ: --out {PAGE_NAME}"
        )
    outcome = make_page(place, path, full=full, as_of=as_of_of(ctx), now=now())
    console.result(console.short_path(outcome.path))
    console.trouble(console.kept_lines(outcome.kept), end="")
    console.trouble(console.fault_lines(outcome.faults, "page"), end="")
    if outcome.trouble is not None:
        console.stop(outcome.trouble)
        raise typer.Exit(outcome.trouble.exit_code)
