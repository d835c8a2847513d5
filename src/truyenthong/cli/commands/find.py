"""``find``: searches the plan, the units, the registers and what units have sent, with or without marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.arguments import DutyOption, PeriodOption, UnitOption
from truyenthong.cli.commands.status_overview import bold
from truyenthong.cli.options import one_of, workspace_of
from truyenthong.cli.screen import broken, screen_of_stdout
from truyenthong.operations.choose import Selection
from truyenthong.operations.find import Found
from truyenthong.operations.find import find as run
from truyenthong.views.wording import SAMPLE_MARK

FORMATS = ("text", "json")
_PARTS = {
    "plan": "Kế hoạch",
    "unit": "Đơn vị",
    "register": "Sổ theo dõi",
    "submission": "Bài nộp",
}


def find(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="CHỮ...", help="Các chữ cần tìm, đủ dấu hay không dấu.")
    ],
    unit: UnitOption = None,
    obligation: DutyOption = None,
    period: PeriodOption = None,
    output: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="Dạng kết quả.",
            autocompletion=completion.words(*FORMATS),
        ),
    ] = "text",
) -> None:
    """Tìm chữ trong Kế hoạch, đơn vị, sổ theo dõi và bài nộp.

    Chỗ nào có đủ các chữ thì được kê, kèm tệp và dòng. Gõ không dấu cũng tìm được chữ có dấu.
    """
    form = one_of(output, FORMATS, "--format")
    choice = Selection(unit=unit, obligation=obligation, period=period)
    found = run(workspace_of(ctx), " ".join(words), choice)
    if form == "json":
        console.result(_json(found))
        return
    screen = screen_of_stdout()
    console.result("\n".join(line for one in _lines(found) for line in broken(one, screen)))


def _lines(found: Found) -> Iterator[str]:
    if found.sample:
        yield SAMPLE_MARK
    if found.toneless:
        yield "Không có chỗ nào viết đúng dấu như vậy; dưới đây là các chỗ viết khác dấu."
    for part, hits in groupby(found.hits, key=lambda one: one.part):
        yield bold(_PARTS[part])
        for hit in hits:
            yield f"  {console.one_line(hit.title)}: {console.one_line(hit.words)}"
            place = f":{hit.line}" if hit.line is not None else ""
            yield f"    {console.one_line(hit.file)}{place}"
    yield f"Tìm thấy {len(found.hits)} chỗ." if found.hits else "Không tìm thấy."


def _json(found: Found) -> str:
    hits = [
        {"part": one.part, "title": one.title, "text": one.words, "file": one.file, "line": one.line}
        for one in found.hits
    ]
    return console.json_text({"toneless": found.toneless, "hits": hits}, indent=1)
