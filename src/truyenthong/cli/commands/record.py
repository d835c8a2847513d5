"""``record receipt``, ``extension`` and ``sent``: what happened on paper becomes data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.arguments import (
    DutyOption,
    DutyWord,
    PeriodOption,
    PeriodWord,
    UnitOption,
    UnitWord,
    either,
    needed,
)
from truyenthong.cli.options import as_of_of, office_day, one_of, today, workspace_of
from truyenthong.cli.typed import parse_day, parse_number, parse_when
from truyenthong.errors import UsageError
from truyenthong.model.submissions import Channel, PaperNumber
from truyenthong.operations.record.receipt import (
    GrantedExtension,
    Noted,
    ReceivedPaper,
    record_extension,
    record_receipt,
)
from truyenthong.operations.record.sent import SentOutcome, SentPaper, record_sent
from truyenthong.text import day_wording
from truyenthong.views.wording import state_text

NumberOption = Annotated[str | None, typer.Option("--number", metavar="SỐ", help="Số văn bản.")]
SymbolOption = Annotated[
    str | None, typer.Option("--symbol", metavar="KÝ_HIỆU", help="Ký hiệu, ví dụ BC-PGDĐT.")
]
DateOption = Annotated[str | None, typer.Option("--date", metavar="NGÀY", help="Ngày ghi trên văn bản.")]


def receipt(
    ctx: typer.Context,
    received: Annotated[
        str, typer.Option("--received", metavar="LÚC_NHẬN", help="Ngày nhận, có thể thêm giờ.")
    ],
    word: UnitWord = None,
    duty: DutyWord = None,
    when: PeriodWord = None,
    unit: UnitOption = None,
    obligation: DutyOption = None,
    period: PeriodOption = None,
    channel: Annotated[
        str, typer.Option("--channel", metavar="CÁCH", help="thu-dien-tu, truc-lien-thong, giay hoặc khac.")
    ] = "giay",
    number: NumberOption = None,
    symbol: SymbolOption = None,
    date: DateOption = None,
    file: Annotated[
        list[str] | None, typer.Option("--file", metavar="TỆP", help="Tệp kèm theo, được giữ lại.")
    ] = None,
    nil: Annotated[bool, typer.Option("--nil", help="Báo cáo không phát sinh.")] = False,
    supplement: Annotated[
        bool, typer.Option("--supplement", help="Bản gửi thêm khi đã có bài trước.")
    ] = False,
) -> None:
    """Ghi bài đơn vị gửi bằng giấy, hoặc báo qua điện thoại, thành một lần nhận.

    Giấy hay tệp đều được tính thời hạn; số liệu thì nhập vào noi_dung sau, hoặc nhận bằng biểu. Ghi lại
    lần nữa đúng bài ấy thì không có gì thay đổi; không bao giờ ghi đè.
    """
    example = "truyenthong record receipt pgd-than-uyen bao-cao-nam --received 28/5/2021"
    came = ReceivedPaper(
        unit=needed(either(word, unit, "--unit"), "đơn vị", example),
        obligation=needed(either(duty, obligation, "--obligation"), "nhiệm vụ", example),
        period=either(when, period, "--period"),
        received=parse_when(received, "--received"),
        channel=Channel(one_of(channel, Channel, "--channel")),
        paper=_paper(number, symbol, date),
        files=tuple(Path(one).absolute() for one in file or ()),
        nil=nil,
        supplement=supplement,
    )
    console.result(noted_text(record_receipt(workspace_of(ctx), came, today=today(), as_of=as_of_of(ctx))))


def extension(
    ctx: typer.Context,
    until: Annotated[str, typer.Option("--until", metavar="NGÀY", help="Ngày cuối của hạn mới, còn tính.")],
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ĐƠN_VỊ] [NHIỆM_VỤ] [KỲ]",
            help="Đơn vị, nhiệm vụ, kỳ; bỏ qua điều đã ghi bằng tùy chọn.",
            autocompletion=completion.units,
        ),
    ] = None,
    unit: Annotated[
        list[str] | None,
        typer.Option(metavar="ĐƠN_VỊ", help="Đơn vị, ghi nhiều lần được.", autocompletion=completion.units),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="LOẠI", help="Mọi đơn vị của một loại.", autocompletion=completion.kinds),
    ] = None,
    obligation: Annotated[
        str | None,
        typer.Option(metavar="MÃ", help="Mã nhiệm vụ.", autocompletion=completion.obligations),
    ] = None,
    period: Annotated[str | None, typer.Option(metavar="KỲ", help="Kỳ, ví dụ 2020-11.")] = None,
    granted: Annotated[
        str | None, typer.Option("--granted", metavar="NGÀY", help="Ngày cho gia hạn; mặc định hôm nay.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="AI", help="Ai cho gia hạn.")] = None,
    number: NumberOption = None,
    symbol: SymbolOption = None,
    date: DateOption = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="LÝ_DO", help="Vì sao gia hạn.")] = None,
) -> None:
    """Ghi gia hạn mà Văn phòng đã cho một hay nhiều đơn vị.

    Nhiều đơn vị thì ghi --unit nhiều lần, hoặc --kind cho cả một loại; một chỗ sai thì cả lệnh không ghi gì.
    Hạn mới phải sau hạn cũ. Ghi lại lần nữa đúng gia hạn ấy thì không có gì thay đổi.
    """
    units = tuple(unit or ())
    typed = [*(words or ())]
    if not units and kind is None and typed:
        units = (typed.pop(0),)
    duty = obligation or (typed.pop(0) if typed else None)
    when = period or (typed.pop(0) if typed else None)
    if duty is None or typed:
        told = "Chưa ghi nhiệm vụ." if duty is None else f"Thừa chữ «{typed[0]}»."
        raise UsageError(told, hint="thứ tự: đơn vị, nhiệm vụ, kỳ; đã có --unit hay --kind thì bỏ đơn vị đi.")
    given = GrantedExtension(
        units=units,
        kind=kind,
        obligation=duty,
        period=when,
        granted=parse_day(granted, "--granted") if granted is not None else office_day(ctx),
        until=parse_day(until, "--until"),
        by=by.strip() or None if by is not None else None,
        paper=_paper(number, symbol, date),
        reason=reason.strip() or None if reason is not None else None,
    )
    outcomes = record_extension(workspace_of(ctx), given, today=today(), as_of=as_of_of(ctx))
    console.result("\n".join(noted_text(one) for one in outcomes))


def _paper(number: str | None, symbol: str | None, date: str | None) -> PaperNumber | None:
    if number is None and symbol is None and date is None:
        return None
    if number is None:
        raise UsageError("Có ký hiệu hoặc ngày mà chưa có số văn bản.", hint="thêm --number.")
    day = parse_day(date, "--date") if date is not None else None
    return PaperNumber(
        number=parse_number(number, "--number"), symbol=symbol.strip() if symbol else None, day=day
    )


def noted_text(outcome: Noted) -> str:
    """What was written down, and the state of the duty now."""
    head = "Đã ghi" if outcome.new else "Đã có từ trước, không ghi gì thêm"
    lines = [f"{head}: {outcome.unit}, {outcome.what}, {outcome.told} ({outcome.name})."]
    lines.append(f"Tình trạng đến hết ngày {day_wording(outcome.day)}: {state_text(outcome.row)}.")
    return "\n".join([*lines, *(f"  {one.code}: {one.message}" for one in outcome.notes)])


def sent(
    ctx: typer.Context,
    number: Annotated[str, typer.Option(metavar="SỐ", help="Số văn bản đã gửi.")],
    date: Annotated[str, typer.Option(metavar="NGÀY", help="Ngày gửi, cũng là ngày văn bản.")],
    word: Annotated[
        str | None,
        typer.Argument(
            metavar="[NHIỆM_VỤ|BÁO_CÁO]",
            help="Mã nhiệm vụ; bản gửi thêm nơi khác thì mã báo cáo.",
            autocompletion=completion.obligations,
        ),
    ] = None,
    when: PeriodWord = None,
    obligation: DutyOption = None,
    period: PeriodOption = None,
    symbol: Annotated[
        str | None, typer.Option(metavar="KÝ_HIỆU", help="Ký hiệu; mặc định theo danh mục báo cáo.")
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(metavar="ĐƠN_VỊ", help="Đơn vị gửi, khi có nhiều.", autocompletion=completion.units),
    ] = None,
    channel: Annotated[
        str | None,
        typer.Option(metavar="CÁCH", help="thu-dien-tu, truc-lien-thong, giay hoặc khac."),
    ] = None,
    file: Annotated[
        str | None, typer.Option(metavar="TỆP", help="Tệp đã gửi, để ghi tên và mã SHA-256.")
    ] = None,
    supplement: Annotated[
        bool, typer.Option("--supplement", help="Bản bổ sung cho kỳ đã có văn bản.")
    ] = False,
    no_figures: Annotated[
        bool, typer.Option("--no-figures", help="Chỉ ghi số, ngày; không ghi số liệu tổng hợp.")
    ] = False,
) -> None:
    """Ghi văn bản Sở đã gửi thành bài nộp của đơn vị gửi.

    Số liệu lấy từ báo cáo của các đơn vị nhận được đến hết ngày gửi. Ghi lại lần nữa đúng văn bản ấy thì
    không có gì thay đổi; không bao giờ ghi đè.
    """
    example = "truyenthong record sent tong-hop-thang 2020-11 --number 12 --date 25/11/2020"
    paper = SentPaper(
        channel=Channel(one_of(channel, Channel, "--channel")) if channel is not None else None,
        obligation=needed(either(word, obligation, "--obligation"), "nhiệm vụ", example),
        period=either(when, period, "--period"),
        number=parse_number(number, "--number"),
        day=parse_day(date, "--date"),
        symbol=symbol,
        unit=unit,
        file=Path(file).absolute() if file is not None else None,
        supplement=supplement,
        with_figures=not no_figures,
    )
    console.result(recorded_text(record_sent(workspace_of(ctx), paper, today=today())))


def recorded_text(outcome: SentOutcome) -> str:
    """What was written down, and what is still to do."""
    told = f"{outcome.unit} gửi {outcome.what}, văn bản số {outcome.paper}"
    if not outcome.new:
        return f"Đã có từ trước, không ghi gì thêm: {told} ({outcome.name})."
    lines = [f"Đã ghi: {told} ({outcome.name})."]
    if outcome.figures:
        lines.append("Số liệu lấy từ báo cáo của các đơn vị; văn bản gửi đi có sửa thì sửa lại trong tệp.")
    lines += [f"  {one.code}: {one.message}" for one in outcome.notes]
    return "\n".join(lines)
