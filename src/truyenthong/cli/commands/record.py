"""``record``: what happened on paper becomes data; words in, one operation, outcome out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from truyenthong.cli import completion, console, vietnamese
from truyenthong.cli.commands.record_entry import entry
from truyenthong.cli.options import (
    AsOfOption,
    WorkspaceOption,
    one_of,
    parse_day,
    parse_number,
    parse_when,
    today,
    workspace_of,
)
from truyenthong.errors import UsageError

if TYPE_CHECKING:
    from truyenthong.model.submissions import PaperNumber
    from truyenthong.operations.record.receipt import Noted

UnitArgument = Annotated[
    str, typer.Argument(metavar="ĐƠN_VỊ", help="Mã hoặc tên đơn vị.", autocompletion=completion.units)
]
DutyArgument = Annotated[
    str, typer.Argument(metavar="NHIỆM_VỤ", help="Mã nhiệm vụ.", autocompletion=completion.obligations)
]
PeriodArgument = Annotated[str | None, typer.Argument(metavar="[KỲ]", help="Kỳ, ví dụ 2020-11.")]
NumberOption = Annotated[str | None, typer.Option("--number", metavar="SỐ", help="Số văn bản.")]
SymbolOption = Annotated[
    str | None, typer.Option("--symbol", metavar="KÝ_HIỆU", help="Ký hiệu, ví dụ BC-PGDĐT.")
]
DateOption = Annotated[str | None, typer.Option("--date", metavar="NGÀY", help="Ngày ghi trên văn bản.")]


def receipt(
    ctx: typer.Context,
    unit: UnitArgument,
    obligation: DutyArgument,
    received: Annotated[
        str, typer.Option("--received", metavar="LÚC_NHẬN", help="Ngày nhận, có thể thêm giờ.")
    ],
    period: PeriodArgument = None,
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
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Ghi bài đơn vị gửi bằng giấy, hoặc báo qua điện thoại, thành một lần nhận.

    Giấy hay tệp đều được tính thời hạn; số liệu thì nhập vào noi_dung sau, hoặc nhận bằng biểu. Ghi lại
    lần nữa đúng bài ấy thì không có gì thay đổi; không bao giờ ghi đè.
    """
    from truyenthong.model.submissions import Channel  # noqa: PLC0415 - each command pays for itself alone
    from truyenthong.operations.record.receipt import ReceivedPaper, record_receipt  # noqa: PLC0415

    del as_of  # taken everywhere; a receipt is written whatever day is looked at
    came = ReceivedPaper(
        unit=unit,
        obligation=obligation,
        period=period,
        received=parse_when(received, "--received"),
        channel=Channel(one_of(channel, [one.value for one in Channel], "--channel")),
        paper=_paper(number, symbol, date),
        files=tuple(Path(one).absolute() for one in file or ()),
        nil=nil,
        supplement=supplement,
    )
    console.result(noted_text(record_receipt(workspace_of(ctx, workspace), came, today=today())))


def extension(
    ctx: typer.Context,
    unit: UnitArgument,
    obligation: DutyArgument,
    until: Annotated[str, typer.Option("--until", metavar="NGÀY", help="Ngày cuối của hạn mới, còn tính.")],
    period: PeriodArgument = None,
    granted: Annotated[
        str | None, typer.Option("--granted", metavar="NGÀY", help="Ngày cho gia hạn; mặc định hôm nay.")
    ] = None,
    number: NumberOption = None,
    symbol: SymbolOption = None,
    date: DateOption = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="LÝ_DO", help="Vì sao gia hạn.")] = None,
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Ghi gia hạn mà Văn phòng đã cho một đơn vị.

    Hạn mới phải sau hạn cũ. Ghi lại lần nữa đúng gia hạn ấy thì không có gì thay đổi.
    """
    from truyenthong.operations.record.receipt import (  # noqa: PLC0415
        GrantedExtension,
        record_extension,
    )

    del as_of  # taken everywhere; an extension is written whatever day is looked at
    given = GrantedExtension(
        unit=unit,
        obligation=obligation,
        period=period,
        granted=parse_day(granted, "--granted") if granted is not None else today(),
        until=parse_day(until, "--until"),
        paper=_paper(number, symbol, date),
        reason=reason.strip() or None if reason is not None else None,
    )
    console.result(noted_text(record_extension(workspace_of(ctx, workspace), given, today=today())))


def _paper(number: str | None, symbol: str | None, date: str | None) -> PaperNumber | None:
    from truyenthong.model.submissions import PaperNumber  # noqa: PLC0415

    if number is None and symbol is None and date is None:
        return None
    if number is None:
        raise UsageError("Có ký hiệu hoặc ngày mà chưa có số văn bản.", hint="thêm --number.")
    day = parse_day(date, "--date") if date is not None else None
    return PaperNumber(
        number=parse_number(number, "--number"), symbol=symbol.strip() if symbol else None, day=day
    )


def noted_text(outcome: Noted) -> str:
    """What was written down, and where the duty stands now."""
    from truyenthong.views.wording import state_text  # noqa: PLC0415

    head = "Đã ghi" if outcome.new else "Đã có từ trước, không ghi gì thêm"
    lines = [f"{head}: {outcome.unit}, {outcome.what}, {outcome.told} ({outcome.name})."]
    lines.append(f"Tình trạng đến hôm nay: {state_text(outcome.row)}.")
    return "\n".join([*lines, *(f"  {one.code}: {one.message}" for one in outcome.notes)])


if TYPE_CHECKING:
    from truyenthong.operations.record.confirm import Confirmed

confirm_app = typer.Typer(
    cls=vietnamese.VietnameseGroup,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Ghi điều đã đối chiếu với văn bản: tên đơn vị, phụ lục.",
)
SourceOption = Annotated[
    str, typer.Option("--source", metavar="VĂN_BẢN", help="Đã đối chiếu với văn bản nào.")
]


@confirm_app.callback()
def _confirm() -> None:
    """Ghi điều đã đối chiếu với văn bản: tên đơn vị, phụ lục."""


@confirm_app.command("unit", cls=vietnamese.WritingCommand)
def unit(
    ctx: typer.Context,
    units: Annotated[
        list[str],
        typer.Argument(
            metavar="ĐƠN_VỊ...", help="Mã hoặc tên, một hay nhiều đơn vị.", autocompletion=completion.units
        ),
    ],
    source: SourceOption,
    workspace: WorkspaceOption = None,
) -> None:
    """Ghi rằng tên đơn vị đã đối chiếu với văn bản; báo cáo thôi ghi chú đơn vị ấy chưa xác minh."""
    from truyenthong.operations.record.confirm import confirm_units  # noqa: PLC0415 - paid for here alone

    outcome = confirm_units(workspace_of(ctx, workspace), units, source=source)
    console.result(confirmed_text(outcome, "đơn vị"))


@confirm_app.command("appendix", cls=vietnamese.WritingCommand)
def appendix(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="PHỤ_LỤC", help="Mã phụ lục, ví dụ phu-luc-1.")],
    source: SourceOption,
    row: Annotated[
        list[int] | None,
        typer.Option("--row", metavar="HÀNG", help="Chỉ hàng thứ mấy; ghi nhiều lần được."),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Ghi rằng phụ lục, hoặc từng hàng của nó, đã đối chiếu với văn bản.

    Không nêu hàng nào thì cả phụ lục thành phụ lục chính thức, in ra không còn chữ DỰ THẢO.
    """
    from truyenthong.operations.record.confirm import confirm_appendix  # noqa: PLC0415 - paid for here alone

    outcome = confirm_appendix(workspace_of(ctx, workspace), code, rows=row or (), source=source)
    console.result(confirmed_text(outcome, "hàng"))


def confirmed_text(outcome: Confirmed, what: str) -> str:
    """What was confirmed, and how much still waits."""
    lines = [f"Đã xác minh từ trước: {one}." for one in outcome.known]
    lines += [f"Đã ghi xác minh: {one}." for one in outcome.new]
    left = (
        f"Còn {outcome.left} {what} chưa đối chiếu" if outcome.left else f"Không còn {what} nào chờ đối chiếu"
    )
    return "\n".join([*lines, f"{left} ({outcome.name})."])


if TYPE_CHECKING:
    from truyenthong.operations.record.sent import SentOutcome

record_app = typer.Typer(
    cls=vietnamese.VietnameseGroup,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Ghi lại việc trên giấy: văn bản đã gửi, bài đã nhận, gia hạn.",
)


@record_app.callback()
def _record() -> None:
    """Ghi lại việc trên giấy: văn bản đã gửi, bài đã nhận, gia hạn."""


record_app.command("entry", cls=vietnamese.WritingCommand)(entry)
record_app.add_typer(confirm_app, name="confirm")
record_app.command("receipt", cls=vietnamese.WritingCommand)(receipt)
record_app.command("extension", cls=vietnamese.WritingCommand)(extension)


@record_app.command("sent", cls=vietnamese.WritingCommand)
def sent(
    ctx: typer.Context,
    obligation: Annotated[
        str,
        typer.Argument(
            metavar="NHIỆM_VỤ|BÁO_CÁO",
            help="Mã nhiệm vụ; bản gửi thêm nơi khác thì mã báo cáo.",
            autocompletion=completion.obligations,
        ),
    ],
    number: Annotated[str, typer.Option(metavar="SỐ", help="Số văn bản đã gửi.")],
    date: Annotated[str, typer.Option(metavar="NGÀY", help="Ngày gửi, cũng là ngày văn bản.")],
    period: Annotated[str | None, typer.Argument(metavar="[KỲ]", help="Kỳ, ví dụ 2020-11.")] = None,
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
    workspace: WorkspaceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Ghi văn bản Sở đã gửi thành bài nộp của đơn vị gửi.

    Số liệu lấy từ báo cáo của các đơn vị nhận được đến hết ngày gửi. Ghi lại lần nữa đúng văn bản ấy thì
    không có gì thay đổi; không bao giờ ghi đè.
    """
    from truyenthong.model.submissions import Channel  # noqa: PLC0415 - each command pays for itself alone
    from truyenthong.operations.record.sent import SentPaper, record_sent  # noqa: PLC0415

    del as_of  # taken everywhere; the figures are those of the day of sending
    way = one_of(channel, [one.value for one in Channel], "--channel") if channel is not None else None
    paper = SentPaper(
        obligation=obligation,
        period=period,
        number=parse_number(number, "--number"),
        day=parse_day(date, "--date"),
        symbol=symbol,
        unit=unit,
        channel=Channel(way) if way is not None else None,
        file=Path(file).absolute() if file is not None else None,
        supplement=supplement,
        with_figures=not no_figures,
    )
    console.result(recorded_text(record_sent(workspace_of(ctx, workspace), paper, today=today())))


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
