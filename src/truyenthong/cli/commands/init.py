"""``init``: makes a workspace: empty, with the example, or for the next school year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import console
from truyenthong.errors import UsageError
from truyenthong.model.periods import SchoolYear
from truyenthong.operations.init.new_workspace import (
    TO_CONFIRM,
    InitOutcome,
    Kind,
    NextYear,
    change_lines,
    init_from,
    registers_going_on,
)
from truyenthong.operations.init.new_workspace import init as run
from truyenthong.operations.init.plan_from_word import WordPlanOutcome, init_from_word
from truyenthong.workspace.layout import SUBMISSIONS_FOLDER, Workspace, named_workspace
from truyenthong.yamltext.days import parse_school_year
from truyenthong.yamltext.scalars import Fault


def init(
    folder: Annotated[str, typer.Argument(metavar="THƯ_MỤC", help="Thư mục mới cho không gian làm việc.")],
    example: Annotated[
        bool, typer.Option("--example", help="Kèm Kế hoạch năm học 2020-2021 làm ví dụ.")
    ] = False,
    sample: Annotated[
        bool, typer.Option("--sample", help="Kèm cả năm mẫu 2020-2021, có bài nộp, để xem thử.")
    ] = False,
    plan: Annotated[
        str | None,
        typer.Option("--plan", metavar="TỆP.docx", help="Lấy lời văn của Kế hoạch từ một tệp Word."),
    ] = None,
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
    carry: Annotated[
        list[str] | None,
        typer.Option(metavar="MÃ_SỔ", help="Cùng --from: chép sổ còn dùng, ví dụ cong-tac-vien."),
    ] = None,
) -> None:
    """Tạo một không gian làm việc mới; không bao giờ ghi đè."""
    root = Path(folder).absolute()
    wanted = {"--example": example, "--sample": sample, "--plan": plan, "--from": source}
    ways = [way for way, said in wanted.items() if said]
    if len(ways) > 1:
        raise UsageError(f"{' và '.join(ways)} không đi cùng nhau.", hint="chỉ giữ một.")
    if source is None:
        for option, said in (("--school-year", year), ("--carry", carry)):
            if said:
                raise UsageError(f"{option} chỉ dùng cùng --from.", hint="thêm --from THƯ_MỤC_NĂM_TRƯỚC.")
        if plan is not None:
            console.result(word_plan_text(init_from_word(root, _word_file(plan))))
            return
        kind = Kind.EXAMPLE if example else Kind.SAMPLE if sample else Kind.STARTER
        console.result(init_text(run(root, kind), kind))
    else:
        old = named_workspace(Path(source).absolute())
        outcome = init_from(
            root,
            old,
            year=_school_year(year) if year is not None else None,
            carried=_carried(old) if carry is None and console.is_watched() else tuple(carry or ()),
        )
        console.result(_next_year_text(outcome))


def _carried(old: Workspace) -> tuple[str, ...]:
    """The registers that the person at the terminal wants in the new year."""
    return tuple(
        one.register.code
        for one in registers_going_on(old)
        if console.agreed(f"Chép {one.register.name} ({len(one.entries)} mục) sang năm mới?", yes=False)
    )


def _word_file(text: str) -> Path:
    path = Path(text).absolute()
    if not path.is_file():
        raise UsageError(f"Không có tệp {text}.", hint="kiểm tra lại tên tệp Word của Kế hoạch.")
    return path


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
            *(f"  {line}" for line in _made_lines(outcome.made)),
            f"Đã dời {len(changes)} chỗ trong data/plan.yaml từ năm học {outcome.old.code}:",
            *(f"  {line}" for line in changes),
            *_registers_left(outcome),
            f"Việc tiếp theo: mở {TO_CONFIRM}, xem từng dòng (đã dời, chưa dời, phải thay), rồi chạy",
            f"  truyenthong -C {outcome.root} validate",
        )
    )


def _registers_left(outcome: NextYear) -> Iterator[str]:
    for one in outcome.going_on:
        if one.register.code not in outcome.carried:
            left = f"{one.register.name} ({len(one.entries)} mục)"
            yield f"Chưa chép {left}: còn dùng thì chép {one.file}, hoặc lập lại với"
            yield f"  --carry {one.register.code}"


def word_plan_text(outcome: WordPlanOutcome) -> str:
    """What was read, what is for a person, and what to do next."""
    root, duties = console.short_path(outcome.root), outcome.words.duties
    told = f"{len(duties)} câu có vẻ là nhiệm vụ có hạn:" if duties else "không thấy câu nào có hạn."
    return "\n".join(
        (
            f"Đã tạo không gian làm việc ở {root}:",
            *(f"  {line}" for line in _made_lines(outcome.made)),
            f"Lời văn của Kế hoạch: {outcome.headings} đề mục, {outcome.paragraphs} đoạn; {told}",
            *(f"  {one.clause}: {one.words}" for one in duties),
            f"Việc tiếp theo: mở {TO_CONFIRM}, đối chiếu lời văn, tự khai nhiệm vụ, rồi chạy",
            f"  cd {root}",
            "  truyenthong validate",
        )
    )


_NEXT = {
    Kind.STARTER: ("điền các chỗ chờ điền; lệnh sau kể ra theo thứ tự", "validate"),
    Kind.EXAMPLE: ("xem data/plan.yaml, data/units.yaml, rồi chạy", "validate"),
    Kind.SAMPLE: ("xem thử các bảng, làm thử các báo cáo; bắt đầu bằng", "status"),
}


def init_text(outcome: InitOutcome, kind: Kind) -> str:
    """What was made and what to do next."""
    root = console.short_path(outcome.root)
    words, command = _NEXT[kind]
    return "\n".join(
        (
            f"Đã tạo không gian làm việc ở {root}:",
            *(f"  {line}" for line in _made_lines(outcome.made)),
            f"Việc tiếp theo: {words}",
            f"  cd {root}",
            f"  truyenthong {command}",
        )
    )


_GATHERED = {
    f"{SUBMISSIONS_FOLDER}/": "bài nộp",
    "schema/": "tệp để trình soạn thảo nhắc khóa và giá trị",
}
"""Folders of which only the number of files is told, and what these are."""


def _made_lines(names: Sequence[str]) -> Iterator[str]:
    """The files that were made; of some folders only how many there are."""
    yield from (name for name in names if not name.startswith(tuple(_GATHERED)))
    for folder, what in _GATHERED.items():
        count = sum(name.startswith(folder) for name in names)
        if count:
            yield f"{folder}: {count} {what}"
