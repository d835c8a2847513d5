"""``template``: the commands about Word templates; words in, one operation each, outcome out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import completion, console, vietnamese
from truyenthong.cli.options import AsOfOption, WorkspaceOption, as_of_of, now, workspace_of

template_app = typer.Typer(
    cls=vietnamese.VietnameseGroup,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Tạo, kiểm tra mẫu Word và xem mẫu được dùng những ô nào.",
)


@template_app.command("check", cls=vietnamese.WritingCommand)
def template_check(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[TỆP]...", help="Mặc định mọi mẫu của danh mục báo cáo.")
    ] = None,
    annotate: Annotated[
        bool, typer.Option("--annotate", help="Viết kèm bản sao có chú thích Word ở từng chỗ sai.")
    ] = False,
    out: Annotated[
        str | None,
        typer.Option("--out", metavar="THƯ_MỤC", help="Nơi để bản sao có chú thích; mặc định cạnh tệp mẫu."),
    ] = None,
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Kiểm tra mẫu Word: cú pháp, tên ô, chỗ mở và đóng, biểu đồ và hình."""
    from truyenthong.cli.template_output import copies_text, template_text  # noqa: PLC0415
    from truyenthong.operations.templating import TemplateOutcome, check  # noqa: PLC0415

    paths = [Path(file).absolute() for file in files or ()]
    if not (annotate or out):
        outcome = check(workspace_of(ctx, workspace), paths)
        console.result(template_text(outcome))
        raise typer.Exit(int(outcome.fails))

    from truyenthong.operations.annotating import check_and_annotate  # noqa: PLC0415

    folder = Path(out).absolute() if out else None
    day = as_of_of(ctx, as_of)
    annotated = check_and_annotate(workspace_of(ctx, workspace), paths, folder=folder, day=day, now=now())
    outcome = TemplateOutcome(templates=tuple(one.checked for one in annotated))
    console.result(f"{template_text(outcome)}\n{copies_text(annotated)}")
    raise typer.Exit(int(outcome.fails))


@template_app.command("fields", cls=vietnamese.VietnameseCommand)
def template_fields(
    ctx: typer.Context,
    code: Annotated[
        str,
        typer.Argument(metavar="MÃ_BÁO_CÁO", help="Mã báo cáo.", autocompletion=completion.reports),
    ],
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Liệt kê các ô mà mẫu của một báo cáo được dùng, kèm ví dụ."""
    del as_of  # taken everywhere; the examples are made on a day of their own

    from truyenthong.cli.template_output import fields_text  # noqa: PLC0415
    from truyenthong.operations.templating import fields  # noqa: PLC0415

    console.result(fields_text(fields(workspace_of(ctx, workspace), code)))


@template_app.command("new", cls=vietnamese.WritingCommand)
def template_new(
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
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Tạo mẫu mới từ mẫu của một báo cáo đã đúng thể thức; không ghi đè."""
    del as_of  # taken everywhere; a template knows no day

    from truyenthong.cli.template_output import new_text  # noqa: PLC0415
    from truyenthong.operations.new_template import TemplateRequest, new_template  # noqa: PLC0415

    request = TemplateRequest(code=code, source=source, name=name, add=add)
    console.result(new_text(new_template(workspace_of(ctx, workspace), request)))
