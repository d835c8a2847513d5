"""``review``: shows what waits for the office's decision, and records the decision."""

from __future__ import annotations

from datetime import date as date_type
from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.arguments import DutyOption, DutyWord, PeriodOption, PeriodWord, UnitOption, either
from truyenthong.cli.commands.review_output import (
    chosen_text,
    decided_text,
    dossier_json,
    dossier_text,
    reply_text,
    waiting_json,
    waiting_text,
)
from truyenthong.cli.options import as_of_of, now, office_day, one_of, today, workspace_of
from truyenthong.cli.screen import screen_of_stdout
from truyenthong.cli.typed import parse_day
from truyenthong.errors import UsageError
from truyenthong.model.submissions import Decision, DecisionKind
from truyenthong.operations.choose import Selection
from truyenthong.operations.review.decide import decided_so, pick, stands_already, verdict, write_decisions
from truyenthong.operations.review.dossiers import Dossier, dossiers, only_one, set_aside, waiting_first
from truyenthong.operations.review.reply import reply as draft
from truyenthong.workspace.layout import Workspace

FORMATS = ("text", "json")
Answered = list[tuple[str, int]]
"""Receipts by the submission's file and their place in it."""


def review(
    ctx: typer.Context,
    unit: Annotated[
        str | None,
        typer.Argument(
            metavar="[ĐƠN_VỊ]", help="Mã hoặc tên đơn vị; hoặc mã nhiệm vụ.", autocompletion=completion.units
        ),
    ] = None,
    duty: DutyWord = None,
    when: PeriodWord = None,
    only_unit: UnitOption = None,
    obligation: DutyOption = None,
    period: PeriodOption = None,
    kind: Annotated[
        str | None, typer.Option(metavar="LOẠI", help="Chỉ một loại đơn vị.", autocompletion=completion.kinds)
    ] = None,
    faulty: Annotated[bool, typer.Option("--faulty", help="Chỉ các bài có lỗi.")] = False,
    accept: Annotated[bool, typer.Option("--accept", help="Chấp nhận.")] = False,
    reason: Annotated[
        str | None, typer.Option("--return", metavar="LÝ_DO", help="Trả lại, kèm lý do cho đơn vị.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="TÊN", help="Người quyết định.")] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="NGÀY", help="Ngày quyết định; mặc định hôm nay.")
    ] = None,
    receipt: Annotated[
        int | None, typer.Option("--receipt", metavar="SỐ", help="Lần nhận thứ mấy, khi có nhiều lần chờ.")
    ] = None,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Chấp nhận một bài được gọi tên dù bài còn lỗi.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Không hỏi lại khi duyệt nhiều bài.")] = False,
    reply: Annotated[
        bool, typer.Option("--reply", help="Soạn sẵn thư trả lời, bản đánh dấu, biên nhận; không gửi đi.")
    ] = False,
    out: Annotated[
        str | None, typer.Option(metavar="THƯ_MỤC", help="Nơi để thư trả lời; mặc định out/tra-loi/.")
    ] = None,
    output: Annotated[
        str, typer.Option("--format", metavar="text|json", help="Dạng kết quả khi xem.")
    ] = "text",
) -> None:
    """Xem bài nào chờ quyết định; chấp nhận hoặc trả lại.

    Không chọn gì thì kê mọi bài đang chờ: bài có lỗi, rồi bài chờ lâu nhất ở trên; sau cùng là các tệp ở
    danh sách chờ của intake. Gọi tên một bài thì xem từng lần nhận, chỗ sai và cách sửa. --accept không kèm
    tên bài thì chấp nhận các bài đang chờ và không có lỗi.
    """
    if accept and reason is not None:
        raise UsageError("Vừa chấp nhận vừa trả lại.", hint="giữ một trong hai: --accept hoặc --return.")
    form = one_of(output, FORMATS, "--format")
    deciding = accept or reason is not None
    place, day = workspace_of(ctx), office_day(ctx) if deciding else as_of_of(ctx)
    choice = Selection(
        unit=either(unit, only_unit, "--unit"),
        obligation=either(duty, obligation, "--obligation"),
        period=either(when, period, "--period"),
        kind=kind,
    )
    found = dossiers(place, choice, as_of=day)
    one = only_one(found, choice)
    if not deciding and not reply:
        if one is None:
            _show(place, choice, found, day, faulty=faulty, form=form)
        else:
            console.result(dossier_json(one, day) if form == "json" else dossier_text(one), end="")
        return
    if deciding:
        kind = DecisionKind.ACCEPTED if accept else DecisionKind.RETURNED
        said = parse_day(date, "--date") if date is not None else day
        word = verdict(kind, day=said, by=by, reason=reason, today=today())
        if one is not None:
            answered = _decide_one(place, one, word, receipt=receipt, anyway=anyway)
        else:
            answered = _decide_many(place, found, choice, word, yes=yes)
    else:
        answered = _to_answer(one, receipt)
    if reply:
        folder = Path(out).absolute() if out is not None else place.out / "tra-loi"
        stands = max(as_of_of(ctx), said) if deciding else day
        _reply(place, choice, answered, day=stands, folder=folder, again=one is not None)


def _show(
    place: Workspace,
    choice: Selection,
    found: tuple[Dossier, ...],
    day: date_type,
    *,
    faulty: bool,
    form: str,
) -> None:
    """What waits: receipts for a decision, and files of which it is not known whose or what they are."""
    waiting = [pair for pair in waiting_first(found) if pair[1].errors or not faulty]
    aside = () if faulty or choice.kind is not None else set_aside(place, choice)
    if form == "json":
        console.result(waiting_json(waiting, aside, day), end="")
        return
    console.result(waiting_text(waiting, aside, day, screen_of_stdout()), end="")


def _decide_one(
    place: Workspace, dossier: Dossier, word: Decision, *, receipt: int | None, anyway: bool
) -> Answered:
    done = decided_so([dossier], word) if receipt is None and not dossier.waiting else ()
    if done:
        console.result(f"Đã có quyết định ấy từ trước, không ghi gì thêm ({dossier.name}).")
        return [(dossier.name, seen.place) for _, seen in done]
    seen = pick(dossier, receipt)
    if stands_already((dossier, seen), word):
        console.result(f"Đã có quyết định ấy từ trước, không ghi gì thêm ({dossier.name}).")
        return [(dossier.name, seen.place)]
    if word.kind is DecisionKind.ACCEPTED and seen.errors and not anyway:
        codes = ", ".join(sorted({one.code for one in seen.errors}))
        raise UsageError(
            f"Bài còn {len(seen.errors)} lỗi ({codes}) nên chưa chấp nhận.",
            hint="sửa hoặc trả lại; vẫn chấp nhận như thế thì thêm --anyway.",
        )
    write_decisions(place, [(dossier, seen)], word, today=today())
    console.result(decided_text(dossier, seen, word))
    return [(dossier.name, seen.place)]


def _decide_many(
    place: Workspace, found: tuple[Dossier, ...], choice: Selection, word: Decision, *, yes: bool
) -> Answered:
    if word.kind is DecisionKind.RETURNED:
        raise UsageError("Trả lại thì trả từng bài.", hint="gõ đủ đơn vị, nhiệm vụ và kỳ.")
    if choice == Selection():
        raise UsageError(
            "Chưa nói chấp nhận những bài nào.", hint="gõ một đơn vị, một nhiệm vụ hoặc --period."
        )
    waiting = waiting_first(found)
    chosen = [pair for pair in waiting if not pair[1].errors and pair[1].receipt is not None]
    console.result(chosen_text(chosen, [pair for pair in waiting if pair not in chosen]), end="")
    chosen = [pair for pair in chosen if not stands_already(pair, word)]
    if chosen and not console.agreed(f"Chấp nhận {len(chosen)} bài trên?", yes=yes):
        return []
    if chosen:
        names = write_decisions(place, chosen, word, today=today())
        console.result(f"Đã chấp nhận {len(chosen)} bài, ghi vào {len(names)} tệp.")
    # a run that was stopped after its decisions owes the letters
    answered = [*decided_so(found, word), *chosen]
    return [(dossier.name, seen.place) for dossier, seen in answered]


def _to_answer(dossier: Dossier | None, receipt: int | None) -> Answered:
    """The receipt of one submission that a reply without a decision is about."""
    if dossier is None:
        raise UsageError(
            "Chưa nói trả lời bài nào.", hint="gõ đủ đơn vị, nhiệm vụ và kỳ; hoặc thêm --accept."
        )
    return [(dossier.name, pick(dossier, receipt).place)]


def _reply(
    place: Workspace, choice: Selection, answered: Answered, *, day: date_type, folder: Path, again: bool
) -> None:
    """Drafts for receipts as they stand now; one that lies there already is shown only on ``again``."""
    by_name = {one.name: one for one in dossiers(place, choice, as_of=day)}
    for name, number in answered:
        dossier = by_name[name]
        seen = next(one for one in dossier.seen if one.place == number)
        made = draft(place, dossier, seen, as_of=day, now=now(), out=folder)
        if made.fresh or again:
            console.result(reply_text(made))
        console.trouble(console.kept_lines(made.kept), end="")
