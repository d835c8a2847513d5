"""``intake``: takes in what units sent, and shows what waits."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, TextIO

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.console import json_text, one_line, paint
from truyenthong.cli.findings import SEVERITY_WORDS
from truyenthong.cli.options import now, one_of, workspace_of
from truyenthong.cli.typed import parse_when
from truyenthong.errors import UsageError
from truyenthong.findings import Finding, Severity
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Channel
from truyenthong.operations.intake.settle import WaitingList, drop_entry, is_entry, list_waiting, settle_entry
from truyenthong.operations.intake.take import ASKABLE, Fate, IntakeOrder, IntakeOutcome, Taken, take_in
from truyenthong.operations.intake.waitlist import Waiting
from truyenthong.text import cut, day_and_hour
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

        return take_appendix(place, Path(appendix).absolute(), code=code, yes=yes)
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
    if waiting:
        return _show_waiting(place, form)
    if not given:
        raise UsageError("Chưa nêu tệp nào.", hint="nêu tệp, thư mục, Maildir; hoặc --waiting.")
    if drop is not None:
        for path in given:
            entry = drop_entry(place, path, drop)
            console.result(f"Đã bỏ qua {entry.name}: {entry.files[0].name}. Tệp gốc vẫn còn.")
        return None
    return _take(place, given, order, moment, form)


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


_WORDS = {
    Fate.RECORDED: "đã ghi",
    Fate.WAITING: "chờ",
    Fate.KNOWN: "đã có từ trước",
    Fate.NOTHING: "không có gì để ghi",
}
_DRY_WORDS = {**_WORDS, Fate.RECORDED: "sẽ ghi", Fate.WAITING: "sẽ vào danh sách chờ"}
_COLOURS = {Fate.RECORDED: "32;1", Fate.WAITING: "33;1", Fate.KNOWN: "36", Fate.NOTHING: "36"}
_SHOWN_CHANGES = 20
_SHOWN_NAMES = 10
_SHOWN = 60


def outcome_text(outcome: IntakeOutcome, stream: TextIO) -> str:
    """A block for each file, and the count at the end."""
    blocks = [taken_text(one, stream, dry_run=outcome.dry_run) for one in outcome.taken]
    return "\n".join([*blocks, _summary(outcome)])


def taken_text(one: Taken, stream: TextIO, *, dry_run: bool = False) -> str:
    """What one file was understood as, what is wrong in it, what was written."""
    return "\n".join(_lines(one, stream, dry_run=dry_run))


def _lines(one: Taken, stream: TextIO, *, dry_run: bool) -> Iterator[str]:
    word = paint((_DRY_WORDS if dry_run else _WORDS)[one.fate], _COLOURS[one.fate], stream)
    yield f"{one_line(one.label)}: {word}"
    received = day_and_hour(one.received.day, one.received.hour) if one.received is not None else None
    told = [one.unit, one.what, f"nhận {received}" if received and one.unit else None]
    if any(told):
        yield f"  hiểu là: {'; '.join(part for part in told if part)}"
    for finding in one.findings:
        yield from _finding_lines(finding, one.label)
    if one.along:
        more = f" và {len(one.along) - _SHOWN_NAMES} tệp nữa" if len(one.along) > _SHOWN_NAMES else ""
        yield f"  giữ cùng: {one_line(', '.join(one.along[:_SHOWN_NAMES]))}{more}"
    if one.changes is not None:
        yield from _change_lines(one)
    if one.where is not None:
        yield f"  ở: {one.where}"


def _finding_lines(finding: Finding, label: str) -> Iterator[str]:
    place = [finding.ref.file if finding.ref.file != label else None, finding.ref.spot]
    where = one_line(", ".join(part for part in place if part))
    word = SEVERITY_WORDS[finding.severity]
    yield f"  {word} {finding.code}: {finding.message}{f' ({where})' if where else ''}"
    if finding.hint is not None:
        yield f"    sửa: {finding.hint}"


def _change_lines(one: Taken) -> Iterator[str]:
    changes = one.changes or ()
    if not changes:
        yield "  nội dung không khác lần trước"
        return
    yield f"  khác lần trước {len(changes)} ô:"
    for change in changes[:_SHOWN_CHANGES]:
        yield f"    {change.field}: {_short(change.before)} → {_short(change.after)}"
    if len(changes) > _SHOWN_CHANGES:
        yield f"    … và {len(changes) - _SHOWN_CHANGES} ô nữa"


def _short(text: str | None) -> str:
    return cut(" ".join((text or "").split()) or "trống", _SHOWN)


def _summary(outcome: IntakeOutcome) -> str:
    words = _DRY_WORDS if outcome.dry_run else _WORDS
    counts = [f"{outcome.count(fate)} {words[fate]}" for fate in Fate if outcome.count(fate)]
    faulty = sum(
        one.fate is Fate.RECORDED and any(each.severity is Severity.ERROR for each in one.findings)
        for one in outcome.taken
    )
    counts += [f"{faulty} bài còn lỗi"] if faulty else []
    told = f"{len(outcome.taken)} mục: {', '.join(counts)}." if counts else "Không có tệp nào."
    passed = ", ".join(f"{count} {what}" for what, count in outcome.passed.items())
    told = f"{told} Bỏ qua {passed}." if passed else told
    return f"{told} Không ghi gì (--dry-run)." if outcome.dry_run else told


def outcome_json(outcome: IntakeOutcome) -> str:
    """The same for programs."""
    document = {
        "dry_run": outcome.dry_run,
        "files": [_taken_object(one) for one in outcome.taken],
        "summary": {fate.value: outcome.count(fate) for fate in Fate},
        "passed_over": outcome.passed,
    }
    return json_text(document, indent=2)


def _taken_object(one: Taken) -> dict[str, object]:
    return {
        "file": one.label,
        "kind": one.kind,
        "fate": one.fate.value,
        "unit": one.unit_code,
        "obligation": one.obligation,
        "period": one.period,
        "received_at": day_and_hour(one.received.day, one.received.hour) if one.received else None,
        "where": one.where,
        "written": list(one.written),
        "along": list(one.along),
        "changes": None
        if one.changes is None
        else [{"field": each.field, "before": each.before, "after": each.after} for each in one.changes],
        "findings": [_finding_object(each) for each in one.findings],
    }


def _finding_object(one: Finding) -> dict[str, object]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "file": one.ref.file,
        "place": one.ref.spot,
        "message": one.message,
        "hint": one.hint,
    }


def waiting_text(listed: WaitingList) -> str:
    """What waits, each with its reasons and how to record it."""
    lines = [line for one in listed.entries for line in _waiting_lines(one)]
    for finding in listed.findings:
        lines += [f"{finding.ref.file}:", *_finding_lines(finding, finding.ref.file)]
    if not lines:
        return "Không có gì đang chờ."
    lines.append(f"{len(listed.entries)} mục đang chờ.")
    if listed.entries:
        lines.append(
            "Ghi một mục: truyenthong intake MỤC --unit … --obligation … --period …; bỏ qua: --drop LÝ_DO."
        )
    return "\n".join(lines)


def _waiting_lines(one: Waiting) -> Iterator[str]:
    came = day_and_hour(one.received.day, one.received.hour)
    yield f"{one.name}: {one_line(' › '.join((*one.within, one.files[0].name)))}, nhận {came}"
    known = [one.mail.sender if one.mail else None, one.unit, one.obligation, one.period]
    if any(known):
        yield f"  đã biết: {', '.join(part for part in known if part)}"
    for reason in one.reasons:
        yield f"  {reason.code}: {reason.message}"
        if reason.hint is not None:
            yield f"    sửa: {reason.hint}"


def waiting_json(listed: WaitingList) -> str:
    """The same for programs."""
    document = {
        "waiting": [
            {
                "file": one.name,
                "name": one.files[0].name,
                "received_at": day_and_hour(one.received.day, one.received.hour),
                "sender": one.mail.sender if one.mail is not None else None,
                "unit": one.unit,
                "obligation": one.obligation,
                "period": one.period,
                "reasons": [
                    {"code": each.code, "message": each.message, "hint": each.hint} for each in one.reasons
                ],
            }
            for one in listed.entries
        ],
        "findings": [_finding_object(one) for one in listed.findings],
    }
    return json_text(document, indent=2)
