"""``intake``: takes in what units sent, and shows what waits."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.commands.intake_output import (
    outcome_json,
    outcome_text,
    taken_text,
    waiting_json,
    waiting_text,
)
from truyenthong.cli.options import now, one_of, workspace_of
from truyenthong.cli.typed import parse_when
from truyenthong.errors import UsageError
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Channel
from truyenthong.operations.intake.settle import drop_entry, is_entry, list_waiting, settle_entry
from truyenthong.operations.intake.take import ASKABLE, Fate, IntakeOrder, IntakeOutcome, Taken, take_in
from truyenthong.workspace.layout import Workspace

FORMATS = ("text", "json")


def intake(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[TỆP|THƯ_MỤC]...", help="Tệp, thư, thư mục, Maildir.")
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(metavar="ĐƠN_VỊ", help="Đơn vị, khi tệp không tự nói.", autocompletion=completion.units),
    ] = None,
    obligation: Annotated[
        str | None,
        typer.Option(
            metavar="NHIỆM_VỤ", help="Nhiệm vụ, khi tệp không tự nói.", autocompletion=completion.obligations
        ),
    ] = None,
    period: Annotated[str | None, typer.Option(metavar="KỲ", help="Kỳ, khi tệp không tự nói.")] = None,
    received: Annotated[
        str | None,
        typer.Option(metavar="NGÀY_GIỜ", help="Lúc nhận; mặc định lúc ghi trong thư, hoặc bây giờ."),
    ] = None,
    channel: Annotated[
        str | None, typer.Option(metavar="CÁCH", help="thu-dien-tu, truc-lien-thong, giay hoặc khac.")
    ] = None,
    mailbox: Annotated[
        bool, typer.Option("--mailbox", help="Đọc hộp thư đã khai ở data/outreach.yaml (thu_den).")
    ] = False,
    waiting: Annotated[bool, typer.Option("--waiting", help="Xem các mục đang chờ.")] = False,
    drop: Annotated[
        str | None, typer.Option(metavar="LÝ_DO", help="Bỏ qua các mục chờ nêu tên, ghi lý do.")
    ] = None,
    convert_legacy: Annotated[
        bool, typer.Option("--convert-legacy", help="Chuyển chữ TCVN3, VNI sang Unicode.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ nói sẽ làm gì, không ghi.")] = False,
    appendix: Annotated[
        str | None, typer.Option(metavar="TỆP", help="Nhận phụ lục chính thức (.docx) vào kế hoạch.")
    ] = None,
    code: Annotated[
        str | None,
        typer.Option("--appendix-code", metavar="MÃ", help="Mã phụ lục, đi với --appendix."),
    ] = None,
    topics: Annotated[
        bool, typer.Option("--topics", help="Ghi cả chủ đề gợi ý cho các hàng, đi với --appendix.")
    ] = False,
    register: Annotated[
        str | None, typer.Option(metavar="TỆP", help="Nhận sổ theo dõi Excel (.xlsx) đang dùng.")
    ] = None,
    contacts: Annotated[
        str | None,
        typer.Option(metavar="TỆP", help="Nhận địa chỉ thư của các đơn vị từ danh bạ (.xlsx, .csv)."),
    ] = None,
    sheet: Annotated[
        str | None, typer.Option(metavar="TRANG", help="Chỉ một trang của sổ, đi với --register.")
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Không hỏi lại: --appendix, --register, --contacts.")
    ] = False,
    output: Annotated[str, typer.Option("--format", metavar="text|json", help="Dạng kết quả.")] = "text",
) -> None:
    """Nhận tệp đơn vị gửi thành bài nộp.

    Nhận biểu Word, tệp .yaml, thư .eml, Maildir, tệp .zip. Chỉ ghi điều chắc chắn; còn lại vào danh sách
    chờ kèm lý do. Tệp gốc được giữ nguyên; nhận lại lần nữa không ghi đôi. Ghi một mục chờ: nêu tên
    data/waiting/….yaml kèm --unit, --obligation, --period.
    """
    place = workspace_of(ctx)
    if appendix is not None:
        from truyenthong.cli.commands.intake_tables import take_appendix  # noqa: PLC0415 - it loads openpyxl

        return take_appendix(place, Path(appendix).absolute(), code=code, yes=yes, topics=topics)
    if contacts is not None:
        from truyenthong.cli.commands.intake_contacts import take_contacts  # noqa: PLC0415 - the same

        return take_contacts(place, Path(contacts).absolute(), yes=yes, dry_run=dry_run)
    form = one_of(output, FORMATS, "--format")
    if register is not None:
        from truyenthong.cli.commands.intake_tables import take_register  # noqa: PLC0415 - the same
        from truyenthong.operations.intake.tracking_sheet import SheetOrder  # noqa: PLC0415

        asked = SheetOrder(path=Path(register).absolute(), sheet=sheet, obligation=obligation, period=period)
        return take_register(place, asked, yes=yes, dry_run=dry_run, form=form)
    order = IntakeOrder(
        channel=Channel(one_of(channel, Channel, "--channel")) if channel is not None else None,
        unit=unit,
        obligation=obligation,
        period=period,
        received=parse_when(received, "--received") if received is not None else None,
        convert_legacy=convert_legacy,
        dry_run=dry_run,
    )
    clock = now()
    moment = Moment(day=clock.date(), hour=clock.time().replace(second=0, microsecond=0))
    given = [Path(path).absolute() for path in paths or ()]
    if mailbox:
        if given or waiting or drop is not None or received is not None:
            raise UsageError(
                "--mailbox không đi với tệp, --waiting, --drop hay --received.",
                hint="lúc nhận của thư trong hộp là lúc máy chủ nhận; mục chờ thì ghi riêng từng mục.",
            )
        from truyenthong.cli.commands.intake_mailbox import read_mailbox  # noqa: PLC0415 - it loads the network

        read_mailbox(place, order, now=clock, form=form)
    elif waiting:
        _show_waiting(place, form)
    elif not given:
        hint = "nêu tệp, thư mục, Maildir; hoặc --mailbox, --waiting."
        raise UsageError("Chưa nêu tệp nào.", hint=hint)
    elif drop is not None:
        for path in given:
            entry = drop_entry(place, path, drop, today=moment.day)
            console.result(f"Đã bỏ qua {entry.name}: {entry.files[0].name}. Tệp gốc vẫn còn.")
    else:
        _take(place, given, order, moment, form)
    return None


def _show_waiting(workspace: Workspace, form: str) -> None:
    listed = list_waiting(workspace)
    console.result(waiting_json(listed) if form == "json" else waiting_text(listed))
    if listed.entries or listed.findings:
        raise typer.Exit(1)


def _take(workspace: Workspace, paths: list[Path], order: IntakeOrder, moment: Moment, form: str) -> None:
    entries = [path for path in paths if is_entry(workspace, path)]
    files = [path for path in paths if path not in entries]
    taken = [settle_entry(workspace, path, order, now=moment) for path in entries]
    if files:
        taken += take_in(workspace, files, order, now=moment).taken
    if form == "text" and not order.dry_run and console.is_watched():
        taken = [_asked(workspace, one, order, moment) for one in taken]
    outcome = IntakeOutcome(taken=tuple(taken), dry_run=order.dry_run)
    console.result(outcome_json(outcome) if form == "json" else outcome_text(outcome, sys.stdout))
    if not outcome.is_certain:
        raise typer.Exit(1)


def _asked(workspace: Workspace, one: Taken, order: IntakeOrder, moment: Moment) -> Taken:
    """What a person at the terminal says of a file whose owner is not known; Enter leaves it waiting."""
    asked = [ASKABLE[finding.code] for finding in one.findings if finding.code in ASKABLE]
    if one.fate is not Fate.WAITING or not asked or one.where is None:
        return one
    console.trouble(taken_text(one, sys.stderr))
    said: dict[str, str] = {}
    for key, question in dict(asked).items():
        console.trouble(f"{question} (Enter: để chờ)")
        answer = sys.stdin.readline().strip()
        if not answer:
            return one
        said[key] = answer
    further = replace(
        order,
        unit=said.get("unit", order.unit),
        obligation=said.get("obligation", order.obligation),
        period=said.get("period", order.period),
    )
    try:
        return settle_entry(workspace, workspace.root / one.where, further, now=moment)
    except UsageError as error:
        console.stop(error)
        return one
