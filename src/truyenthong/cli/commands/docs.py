"""``docs``: opens the manual that came with the program."""

from __future__ import annotations

from typing import Annotated

import typer

from truyenthong.cli import console
from truyenthong.errors import CannotContinueError
from truyenthong.workspace.assets import manual


def docs(
    path_only: Annotated[
        bool, typer.Option("--path", help="Chỉ in đường dẫn của trang đầu, không mở trình duyệt.")
    ] = False,
) -> None:
    """Mở hướng dẫn sử dụng đi kèm chương trình.

    Trang nằm trên máy này, không cần mạng; ô tìm kiếm nhận chữ không dấu.
    """
    page = manual()
    if page is None:
        raise CannotContinueError(
            "Bản cài này không kèm trang hướng dẫn.",
            hint="đọc các tệp ở thư mục docs/ của mã nguồn, hoặc chạy «make site» ở đó.",
        )
    if not path_only and console.is_watched():
        typer.launch(page.as_uri())
    console.result(str(page))
