"""The commands: words in, one operation each, outcome out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
import typer.main
from typer._click import Command

from truyenthong.cli import completion, console, vietnamese
from truyenthong.cli.answers import answered
from truyenthong.cli.commands.coverage import coverage
from truyenthong.cli.commands.form import form
from truyenthong.cli.commands.init import init
from truyenthong.cli.commands.intake import intake
from truyenthong.cli.commands.record import record_app
from truyenthong.cli.commands.report import report
from truyenthong.cli.commands.review import review
from truyenthong.cli.commands.template import template_app
from truyenthong.cli.console import escaped
from truyenthong.cli.options import (
    FINDINGS_FORMATS,
    STATUS_FORMATS,
    AsOfOption,
    Shared,
    WorkspaceOption,
    as_of_of,
    one_of,
    today,
    workspace_if_any,
    workspace_of,
)
from truyenthong.workspace.memory import Answer
from truyenthong.workspace.snapshot import Snapshot

vietnamese.install()

app = typer.Typer(
    cls=vietnamese.VietnameseGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Theo dõi kế hoạch truyền thông của ngành: kiểm tra bài nộp, xem tiến độ, làm báo cáo Word.",
)
app.add_typer(template_app, name="template")
app.add_typer(record_app, name="record")


def command() -> Command:
    """The whole program as one command object."""
    return typer.main.get_command(app)


def _version(value: bool) -> None:
    if value:
        from truyenthong import __version__  # noqa: PLC0415 - only for this option

        console.result(f"truyenthong {__version__}")
        raise typer.Exit


@app.callback()
def root(
    ctx: typer.Context,
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Hiện phiên bản rồi thôi.")
    ] = False,
) -> None:
    """Theo dõi kế hoạch truyền thông của ngành: kiểm tra bài nộp, xem tiến độ, làm báo cáo Word."""
    del version
    ctx.obj = Shared(workspace, as_of)


app.command("init", cls=vietnamese.WritingCommand)(init)
app.command("form", cls=vietnamese.WritingCommand)(form)
app.command("intake", cls=vietnamese.WritingCommand)(intake)
app.command("review", cls=vietnamese.WritingCommand)(review)
app.command("coverage", cls=vietnamese.VietnameseCommand)(coverage)


@app.command(cls=vietnamese.VietnameseCommand)
def validate(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[ĐƯỜNG_DẪN]...", help="Chỉ xem các tệp, thư mục này.")
    ] = None,
    output: Annotated[
        str, typer.Option("--format", metavar="text|json|github", help="Dạng kết quả.")
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Cảnh báo cũng tính là không đạt.")] = False,
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Kiểm tra dữ liệu; chỉ rõ chỗ sai và cách sửa."""
    del as_of  # taken everywhere; the rule «nhận trong tương lai» compares with the real day alone
    place, day = workspace_of(ctx, workspace), today()
    form = one_of(output, FINDINGS_FORMATS, "--format")
    names = tuple(place.name_inside(Path(path).absolute()) for path in paths or ())

    def work_out(snapshot: Snapshot) -> Answer:
        from truyenthong.cli.findings import validation_answer  # noqa: PLC0415 - see below

        return validation_answer(place, snapshot, names, today=day, form=form, strict=strict)

    question = ("validate", *names, form, str(strict), day.isoformat())
    raise typer.Exit(console.tell(answered(place, question, work_out)))


@app.command(cls=vietnamese.VietnameseCommand)
def status(
    ctx: typer.Context,
    unit: Annotated[
        str | None,
        typer.Argument(metavar="[ĐƠN_VỊ]", help="Mã hoặc tên một đơn vị.", autocompletion=completion.units),
    ] = None,
    obligation: Annotated[
        str | None,
        typer.Option(metavar="MÃ", help="Chỉ một nhiệm vụ.", autocompletion=completion.obligations),
    ] = None,
    period: Annotated[str | None, typer.Option(metavar="KỲ", help="Chỉ một kỳ, ví dụ 2020-11.")] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="LOẠI", help="Chỉ một loại đơn vị.", autocompletion=completion.kinds)
    ] = None,
    output: Annotated[
        str, typer.Option("--format", metavar="table|json|csv", help="Dạng kết quả.")
    ] = "table",
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="overdue", help="Trả mã 1 khi có đơn vị chậm (quá hạn, bị trả lại, có lỗi)."),
    ] = None,
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Xem đơn vị nào đã gửi gì, ai chậm bao nhiêu ngày.

    Phải nộp: nhiệm vụ bắt buộc, phải gửi, có hạn, kỳ đã bắt đầu, đơn vị không được miễn. Đã nhận: trong số
    ấy, có ít nhất một lần nhận không bị trả lại. Đúng hạn: lần nhận hợp lệ đầu tiên đến trong hạn, kể cả
    báo cáo không phát sinh. Hai tỷ lệ đều tính trên số phải nộp.
    """
    place, day = workspace_of(ctx, workspace), as_of_of(ctx, as_of)
    form = one_of(output, STATUS_FORMATS, "--format")
    failing = fail_on is not None and bool(one_of(fail_on, ("overdue",), "--fail-on"))
    words = (unit, obligation, period, kind)

    def work_out(snapshot: Snapshot) -> Answer:
        from truyenthong.cli.commands.status import status_answer  # noqa: PLC0415 - not for a known answer

        return status_answer(place, snapshot, words, as_of=day, form=form, failing=failing)

    question = ("status", *words, form, str(failing), day.isoformat())
    raise typer.Exit(console.tell(answered(place, question, work_out)))


app.command("report", cls=vietnamese.WritingCommand)(report)


@app.command(cls=vietnamese.VietnameseCommand)
def explain(
    ctx: typer.Context,
    subject: Annotated[
        str,
        typer.Argument(
            metavar="ĐƠN_VỊ|MÃ_LỖI", help="Đơn vị, hoặc một mã như TT103.", autocompletion=completion.units
        ),
    ],
    obligation: Annotated[
        str | None,
        typer.Argument(metavar="[NHIỆM_VỤ]", help="Mã nhiệm vụ.", autocompletion=completion.obligations),
    ] = None,
    period: Annotated[str | None, typer.Argument(metavar="[KỲ]", help="Kỳ, ví dụ 2020-11.")] = None,
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Giải thích một mã lỗi, hoặc vì sao đơn vị chậm."""
    from truyenthong.operations import explain  # noqa: PLC0415

    if obligation is None:
        console.result(explain.explain_code(subject))
        return
    place = workspace_of(ctx, workspace)
    day = as_of_of(ctx, as_of)
    console.result(explain.explain_row(place, subject, obligation, period, as_of=day))


@app.command(cls=vietnamese.VietnameseCommand)
def lint(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="TỆP...", help="Các tệp Word (.docx).")],
    output: Annotated[
        str, typer.Option("--format", metavar="text|json|github", help="Dạng kết quả.")
    ] = "text",
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Soát thể thức một tệp Word theo Nghị định 30/2020/NĐ-CP."""
    from truyenthong.cli.findings import findings_answer  # noqa: PLC0415
    from truyenthong.operations.lint import lint as run  # noqa: PLC0415

    del as_of  # taken everywhere; the layout of a file knows no day
    form = one_of(output, FINDINGS_FORMATS, "--format")
    outcome = run(files, workspace_if_any(ctx, workspace))
    raise typer.Exit(console.tell(findings_answer(outcome, form)))


@app.command(cls=vietnamese.VietnameseCommand)
def schema(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="plan|units|calendar|submission|register", help="Loại tệp.")],
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """In JSON Schema của một loại tệp cho trình soạn thảo."""
    from truyenthong.operations import explain  # noqa: PLC0415

    del as_of  # taken everywhere; a schema knows no day
    word = one_of(kind, explain.KINDS, "schema")
    place = workspace_if_any(ctx, workspace) if word in explain.BY_PLAN else None
    console.result(escaped(explain.schema_text(word, place)))


@app.command("completion", cls=vietnamese.VietnameseCommand)
def completion_script(
    shell: Annotated[str, typer.Argument(metavar="bash|zsh|fish|powershell", help="Loại shell.")],
) -> None:
    """In đoạn lệnh gợi ý khi nhấn Tab; README chỉ cách cài."""
    from typer._completion_shared import get_completion_script  # noqa: PLC0415

    word = one_of(shell, ("bash", "zsh", "fish", "powershell"), "completion")
    name, variable = "truyenthong", "_TRUYENTHONG_COMPLETE"
    console.result(get_completion_script(prog_name=name, complete_var=variable, shell=word))
