"""``init``: makes a workspace: empty, with the example, or for the next school year."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import console
from truyenthong.errors import UsageError
from truyenthong.model.periods import SchoolYear
from truyenthong.operations.new_workspace import TO_CONFIRM, InitOutcome, NextYear, change_lines, init_from
from truyenthong.operations.new_workspace import init as run
from truyenthong.workspace.layout import named_workspace
from truyenthong.yamltext.days import parse_school_year
from truyenthong.yamltext.scalars import Fault


def init(
    folder: Annotated[str, typer.Argument(metavar="THƯ_MỤC", help="Thư mục mới cho không gian làm việc.")],
    example: Annotated[
        bool, typer.Option("--example", help="Kèm Kế hoạch năm học 2020-2021 làm ví dụ.")
    ] = False,
    source: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="THƯ_MỤC", help="Lập năm học mới từ không gian làm việc của năm trước."
        ),
    ] = None,
    year: Annotated[
        str | None,
        typer.Option(
            "--school-year", metavar="NĂM_HỌC", help="Cùng --from: 2021-2022; mặc định năm kế tiếp."
        ),
    ] = None,
) -> None:
    """Tạo một không gian làm việc mới; không bao giờ ghi đè."""
    root = Path(folder).absolute()
    if source is None:
        if year is not None:
            raise UsageError("--school-year chỉ dùng cùng --from.", hint="thêm --from THƯ_MỤC_NĂM_TRƯỚC.")
        console.result(init_text(run(root, example=example)))
    elif example:
        raise UsageError("--from và --example không đi cùng nhau.", hint="bỏ một trong hai.")
    else:
        outcome = init_from(
            root,
            named_workspace(Path(source).absolute()),
            year=_school_year(year) if year is not None else None,
        )
        console.result(_next_year_text(outcome))


def _school_year(text: str) -> SchoolYear:
    year = parse_school_year(text.strip())
    if isinstance(year, Fault):
        raise UsageError(f"--school-year: {year.message}", hint=year.hint or "viết 2021-2022.")
    return year


def _next_year_text(outcome: NextYear) -> str:
    """What was made, what was changed and where the list to be confirmed is."""
    changes = change_lines(outcome)
    return "\n".join(
        (
            f"Đã tạo không gian làm việc năm học {outcome.new.code} ở {outcome.root}:",
            *(f"  {name}" for name in outcome.made),
            f"Đã dời {len(changes)} chỗ trong data/plan.yaml từ năm học {outcome.old.code}:",
            *(f"  {line}" for line in changes),
            f"Việc tiếp theo: mở {TO_CONFIRM}, xem từng dòng (đã dời, chưa dời, phải thay), rồi chạy",
            f"  truyenthong -C {outcome.root} validate",
        )
    )


def init_text(outcome: InitOutcome) -> str:
    """What was made and what to do next."""
    lines = [f"Đã tạo không gian làm việc ở {console.short_path(outcome.root)}:"]
    lines.extend(f"  {name}" for name in outcome.made)
    lines.append("Việc tiếp theo: sửa data/plan.yaml và data/units.yaml cho đúng, rồi chạy")
    lines.append(f"  truyenthong -C {console.short_path(outcome.root)} validate")
    return "\n".join(lines)
