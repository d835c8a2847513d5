"""``completion``: the lines that teach a shell our commands."""

from __future__ import annotations

from typing import Annotated

import typer
from typer._completion_shared import get_completion_script

from truyenthong.cli import console
from truyenthong.cli.options import one_of


def completion(
    shell: Annotated[str, typer.Argument(metavar="bash|zsh|fish|powershell", help="Loại shell.")],
) -> None:
    """In đoạn lệnh gợi ý khi nhấn Tab; README chỉ cách cài."""
    word = one_of(shell, ("bash", "zsh", "fish", "powershell"), "completion")
    script = get_completion_script(prog_name="truyenthong", complete_var="_TRUYENTHONG_COMPLETE", shell=word)
    console.result(script)
