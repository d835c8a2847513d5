"""``remind``: who is to be reminded of what; sends it, or makes drafts and texts to paste."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.commands.remind_output import (
    drafts_text,
    groups_text,
    history_json,
    history_text,
    plan_json,
    plan_text,
    resolved_text,
    sent_json,
    sent_text,
)
from truyenthong.cli.options import as_of_of, now, one_of, refuse_other_day, workspace_of
from truyenthong.errors import UsageError
from truyenthong.operations.choose import Selection
from truyenthong.operations.remind.decide import RemindRequest, decide_reminders
from truyenthong.workspace.layout import Workspace

FORMATS = ("text", "json")


def remind(
    ctx: typer.Context,
    unit: Annotated[
        str | None,
        typer.Argument(metavar="[ĐƠN_VỊ]", help="Mã hoặc tên một đơn vị.", autocompletion=completion.units),
    ] = None,
    only_unit: Annotated[
        str | None, typer.Option("--unit", metavar="ĐƠN_VỊ", help="Chỉ một đơn vị, như chữ trên.")
    ] = None,
    obligation: Annotated[
        str | None,
        typer.Option(metavar="MÃ", help="Chỉ một nhiệm vụ.", autocompletion=completion.obligations),
    ] = None,
    period: Annotated[str | None, typer.Option(metavar="KỲ", help="Chỉ một kỳ, ví dụ 2020-11.")] = None,
    mark: Annotated[str | None, typer.Option(metavar="MÃ", help="Chỉ một mốc, ví dụ truoc-7.")] = None,
    send: Annotated[bool, typer.Option("--send", help="Gửi thật; không có thì chỉ xem trước.")] = False,
    limit: Annotated[
        int | None, typer.Option(metavar="SỐ", min=1, help="Gửi nhiều nhất bấy nhiêu thư trong lần này.")
    ] = None,
    test_to: Annotated[
        str | None,
        typer.Option(metavar="ĐỊA_CHỈ", help="Gửi thử mọi thư về địa chỉ này, tiêu đề [THỬ]; không ghi sổ."),
    ] = None,
    no_mailbox: Annotated[
        bool, typer.Option("--no-mailbox", help="Đã tự xem hộp thư: mốc sau hạn không chờ đọc hộp thư.")
    ] = False,
    take_over: Annotated[
        bool, typer.Option("--take-over", help="Từ nay gửi từ máy và thư mục này; nơi cũ thôi gửi.")
    ] = False,
    drafts: Annotated[
        bool, typer.Option("--drafts", help="Ghi thư nháp .eml để mở bằng chương trình thư.")
    ] = False,
    out: Annotated[
        str | None, typer.Option(metavar="THƯ_MỤC", help="Nơi để thư nháp; mặc định out/nhac-han/.")
    ] = None,
    zalo: Annotated[bool, typer.Option("--zalo", help="In lời nhắc để dán vào từng nhóm Zalo.")] = False,
    history: Annotated[bool, typer.Option("--history", help="Xem đã gửi gì, lúc nào, kết quả.")] = False,
    resolve: Annotated[
        str | None, typer.Option(metavar="MÃ", help="Kết luận về một thư không rõ đã đi chưa.")
    ] = None,
    was_sent: Annotated[bool, typer.Option("--sent", help="Với --resolve: thư đã đi.")] = False,
    not_sent: Annotated[
        bool, typer.Option("--not-sent", help="Với --resolve: thư chưa đi, gửi lại được.")
    ] = False,
    reason: Annotated[str | None, typer.Option(metavar="LÝ_DO", help="Với --resolve: vì sao biết.")] = None,
    by: Annotated[str | None, typer.Option(metavar="TÊN", help="Với --resolve: ai kết luận.")] = None,
    output: Annotated[str, typer.Option("--format", metavar="text|json", help="Dạng kết quả.")] = "text",
) -> None:
    """Xem ai cần nhắc hạn; --send thì gửi, mỗi đơn vị mỗi mốc đúng một thư.

    Không có --send thì không gửi gì: chỉ nói ai sẽ nhận thư nào, vì sao, và ai không, vì sao.
    """
    form = one_of(output, FORMATS, "--format")
    modes = {"--send": send, "--drafts": drafts, "--zalo": zalo, "--history": history}
    modes |= {"--resolve": resolve is not None, "--test-to": test_to is not None and not send}
    asked = [name for name, wanted in modes.items() if wanted]
    if len(asked) > 1:
        raise UsageError(f"{asked[0]} và {asked[1]} không đi cùng nhau.", hint="chọn một trong hai.")
    place, day = workspace_of(ctx), as_of_of(ctx)
    choice = Selection(unit=unit or only_unit, obligation=obligation, period=period)
    request = RemindRequest(choice=choice, mark=mark, without_mailbox=no_mailbox)
    if resolve is not None:
        _resolve(place, resolve, was_sent=was_sent, not_sent=not_sent, reason=reason, by=by)
    elif history:
        _history(place, choice.unit, form)
    elif send or test_to is not None:
        if test_to is None:
            refuse_other_day(ctx)
        raise typer.Exit(_send(place, request, day, limit, test_to, form, take_over=take_over))
    elif drafts or zalo:
        _by_hand(place, request, day, out=out if drafts else None, drafts=drafts)
    else:
        plan = decide_reminders(place, request, as_of=day, now=now())
        console.result(plan_json(plan) if form == "json" else plan_text(plan), end="")


def _send(
    place: Workspace,
    request: RemindRequest,
    day: date,
    limit: int | None,
    test_to: str | None,
    form: str,
    *,
    take_over: bool,
) -> int:
    from truyenthong.operations.remind.send import Pace, SendOrder, send_reminders  # noqa: PLC0415 - opens mail
    from truyenthong.text.keys import is_address  # noqa: PLC0415 - the same

    if test_to is not None and not is_address(test_to):
        raise UsageError(f"--test-to cần một địa chỉ thư, không phải «{test_to}».")
    order = SendOrder(
        request=request,
        limit=limit,
        trial_to=test_to,
        trial_day=day if test_to is not None else None,
        take_over=take_over,
    )
    outcome = send_reminders(place, order, Pace(now=now, rest=time.sleep))
    console.result(sent_json(outcome) if form == "json" else sent_text(outcome, trial_to=test_to), end="")
    if outcome.stopped is not None:
        console.stop(outcome.stopped)
    return outcome.exit_code


def _by_hand(place: Workspace, request: RemindRequest, day: date, *, out: str | None, drafts: bool) -> None:
    from dataclasses import replace  # noqa: PLC0415 - of this way alone

    from truyenthong.operations.remind.by_hand import (  # noqa: PLC0415 - makes Word forms
        FOLDER,
        group_texts,
        refuse_empty,
        write_drafts,
    )

    moment = now()
    plan = decide_reminders(place, replace(request, by_mail=False), as_of=day, now=moment)
    refuse_empty(plan)
    if drafts:
        folder = Path(out).absolute() if out is not None else place.out / FOLDER
        console.result(drafts_text(write_drafts(place, plan, out=folder, now=moment), plan), end="")
    else:
        console.result(groups_text(group_texts(plan), plan), end="")


def _history(place: Workspace, unit: str | None, form: str) -> None:
    from truyenthong.operations.remind.settle import history  # noqa: PLC0415 - of this way alone

    found = history(place, unit)
    console.result(history_json(found) if form == "json" else history_text(found), end="")


def _resolve(
    place: Workspace, key: str, *, was_sent: bool, not_sent: bool, reason: str | None, by: str | None
) -> None:
    from truyenthong.operations.remind.settle import resolve  # noqa: PLC0415 - of this way alone

    if was_sent == not_sent:
        raise UsageError(
            "--resolve cần đúng một trong hai: --sent hoặc --not-sent.",
            hint=f'ví dụ: truyenthong remind --resolve {key} --sent --reason "đơn vị xác nhận đã nhận".',
        )
    settled = resolve(place, key, sent=was_sent, reason=reason or "", by=by, now=now())
    console.result(resolved_text(settled), end="")
