"""``template``: checks Word templates, lists their fields, makes new ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.options import as_of_of, now, workspace_of
from truyenthong.cli.tables import Cell, Table, table_text
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.operations.report import templates
from truyenthong.operations.report.new_template import (
    NewTemplate,
    TemplateRequest,
    copy_template,
    new_template,
)
from truyenthong.operations.report.templates import (
    AnnotatedTemplate,
    FieldLine,
    TemplateOutcome,
    UsedNames,
    problem_line,
)
from truyenthong.operations.report.trial import try_templates

_SHOWN = 4
"""Tags of a template that a report lacks and that are named."""


def check(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[TỆP]...", help="Mặc định mọi mẫu của danh mục báo cáo.")
    ] = None,
    annotate: Annotated[
        bool, typer.Option("--annotate", help="Viết kèm bản sao có chú thích Word ở từng chỗ sai.")
    ] = False,
    data: Annotated[
        bool,
        typer.Option("--data", help="Làm thử với dữ liệu đang có và dữ liệu bịa ở hai đầu; không ghi gì."),
    ] = False,
    out: Annotated[
        str | None,
        typer.Option("--out", metavar="THƯ_MỤC", help="Nơi để bản sao có chú thích; mặc định cạnh tệp mẫu."),
    ] = None,
) -> None:
    """Kiểm tra mẫu Word: cú pháp, tên ô, chỗ mở và đóng, biểu đồ và hình.

    Với --data, mỗi báo cáo được làm thử với dữ liệu đang có, khi chưa có đơn vị nào, khi một đơn vị để trống
    mọi ô, và khi có 500 đơn vị chữ dài: chia cho 0 hay chữ quá dài lộ ra trước ngày phải gửi.
    """
    paths = [Path(file).absolute() for file in files or ()]
    if data and (annotate or out):
        raise UsageError("--data không đi cùng --annotate.", hint="chạy từng lệnh một.")
    if data:
        outcome = try_templates(workspace_of(ctx), paths, as_of=as_of_of(ctx))
        console.result(template_text(outcome))
    elif not (annotate or out):
        outcome = templates.check(workspace_of(ctx), paths)
        console.result(template_text(outcome))
    else:
        folder, day = Path(out).absolute() if out else None, as_of_of(ctx)
        outcome, copies = templates.check_and_annotate(
            workspace_of(ctx), paths, folder=folder, day=day, now=now()
        )
        console.result("\n".join((template_text(outcome), *map(_copy_line, copies))))
    if outcome.refused:
        raise CannotContinueError("\n".join(map(str, outcome.refused)), hint=outcome.refused[0].hint)
    raise typer.Exit(int(outcome.fails))


def fields(
    ctx: typer.Context,
    code: Annotated[
        str | None,
        typer.Argument(metavar="[MÃ_BÁO_CÁO]", help="Mã báo cáo.", autocompletion=completion.reports),
    ] = None,
    used: Annotated[
        str | None,
        typer.Option("--used", metavar="TỆP", help="Mẫu này dùng những tên nào, báo cáo nào điền được."),
    ] = None,
) -> None:
    """Liệt kê các ô mà mẫu của một báo cáo được dùng, kèm ví dụ.

    Với --used TỆP: những tên mà mẫu ấy đang dùng.
    """
    if (code is None) is (used is None):
        raise UsageError(
            "Cần một mã báo cáo, hoặc --used TỆP.", hint="ví dụ: truyenthong template fields tien-do"
        )
    if used is not None:
        console.result(used_text(templates.used(workspace_of(ctx), Path(used).absolute())))
    if code is not None:
        console.result(fields_text(templates.fields(workspace_of(ctx), code)))


def new(
    ctx: typer.Context,
    code: Annotated[
        str, typer.Argument(metavar="MÃ_MỚI", help="Mã báo cáo mới, hoặc báo cáo cần mẫu riêng.")
    ],
    source: Annotated[
        str,
        typer.Option(
            "--from", metavar="MÃ_BÁO_CÁO", help="Lấy mẫu của báo cáo này.", autocompletion=completion.reports
        ),
    ],
    name: Annotated[
        str | None, typer.Option("--report-name", metavar="TÊN", help="Tên của báo cáo mới.")
    ] = None,
    add: Annotated[
        bool, typer.Option("--add", help="Thêm luôn mục của báo cáo mới vào data/plan.yaml.")
    ] = False,
) -> None:
    """Tạo mẫu mới từ mẫu của một báo cáo đã đúng thể thức; không ghi đè."""
    request = TemplateRequest(code=code, source=source, name=name, add=add)
    console.result(new_text(new_template(workspace_of(ctx), request)))


def copy(
    ctx: typer.Context,
    code: Annotated[
        str,
        typer.Argument(metavar="MÃ_BÁO_CÁO", help="Báo cáo cần sửa mẫu.", autocompletion=completion.reports),
    ],
) -> None:
    """Lấy mẫu đi kèm của một báo cáo ra templates/ để sửa bằng Word; không ghi đè."""
    console.result(copied_text(copy_template(workspace_of(ctx), code)))


def template_text(outcome: TemplateOutcome) -> str:
    """Every problem on a line of its own, and the count at the end."""
    lines = [problem_line(one.name, problem) for one in outcome.templates for problem in one.problems]
    count = sum(len(one.problems) for one in outcome.templates)
    lines.append(f"Đã kiểm tra {len(outcome.templates)} mẫu: {count or 'không có'} chỗ phải xem.")
    return "\n".join(lines)


def _copy_line(one: AnnotatedTemplate) -> str:
    if one.copy is not None:
        kept = f" Bản trước đã có người sửa, được giữ ở {one.kept}." if one.kept is not None else ""
        return f"Đã viết {one.copy}: mở bằng Word, xem các chú thích (Review › Comments).{kept}"
    if one.checked.problems:
        return f"{one.checked.name}: tệp không mở được nên không có bản chú thích."
    return f"{one.checked.name}: không có gì để chú thích."


def used_text(found: UsedNames) -> str:
    """The names, the reports that fill them all, and of the others what they lack."""
    lines = [f"Tên dùng trong mẫu: {', '.join(found.names) or 'không có'}."]
    fitting = [code for code, lacks in found.unfit.items() if not lacks]
    lines.append(f"Báo cáo điền được: {', '.join(fitting) or 'không có'}.")
    for code, lacks in found.unfit.items():
        if lacks:
            more = f" và {len(lacks) - _SHOWN} chỗ nữa" if len(lacks) > _SHOWN else ""
            lines.append(f"{code} không điền được: {', '.join(lacks[:_SHOWN])}{more}")
    lines += [problem_line("mẫu", one) for one in found.problems]
    return "\n".join(lines)


def fields_text(fields: Sequence[FieldLine]) -> str:
    """The fields as a table: name, kind, sentence, example."""
    rows = tuple(
        (Cell(text=one.name), Cell(text=one.kind), Cell(text=one.sentence), Cell(text=one.example))
        for one in fields
    )
    headings = ("Tên dùng trong mẫu", "Loại", "Là gì", "Ví dụ")
    return table_text(Table(title="Các ô của mẫu", headings=headings, rows=rows)).rstrip("\n")


def copied_text(copied: NewTemplate) -> str:
    """Where the template is now, and what to do with it."""
    path = console.short_path(copied.path)
    first = f"Đã lấy mẫu ra {path}." if copied.new else f"Mẫu đã có sẵn ở {path}, không ghi gì thêm."
    steps = (
        "mở mẫu ấy bằng Word, sửa lời; giữ các ô trong {{ }} và {% %}",
        "kiểm tra: truyenthong template check",
        f"làm báo cáo theo mẫu mới: truyenthong report {copied.code}",
    )
    lines = [f"  {number}. {step}" for number, step in enumerate(steps, start=1)]
    return "\n".join(
        (first, "Việc tiếp theo:", *lines, "Muốn trở về mẫu đi kèm thì chuyển tệp ấy đi chỗ khác.")
    )


def new_text(new: NewTemplate) -> str:
    """Where the new template is, its entry of the catalogue, and what to do next."""
    lines = [f"Đã tạo {new.path}." if new.new else f"Đã có từ trước, không ghi gì thêm: {new.path}."]
    if new.added:
        lines += ["Đã thêm vào bao_cao của data/plan.yaml:", *new.entry]
    elif new.entry:
        lines += ["Thêm mục này vào cuối bao_cao của data/plan.yaml (hoặc chạy lại với --add):", *new.entry]
    steps = [
        "mở mẫu bằng Word, sửa lời; giữ các ô trong {{ }} và {% %}",
        f"xem mẫu được dùng những ô nào: truyenthong template fields {new.code}",
        "kiểm tra: truyenthong template check, truyenthong validate",
        f"làm báo cáo: truyenthong report {new.code}",
    ]
    if new.entry:
        steps.insert(0, "xem lại trich_yeu, nguoi_ky, kinh_gui, noi_nhan của mục ấy")
    lines.append("Việc tiếp theo:")
    lines += [f"  {number}. {step}" for number, step in enumerate(steps, start=1)]
    return "\n".join(lines)
