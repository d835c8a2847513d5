"""``record receipt`` and ``record extension``: what comes on paper or by telephone; words in, outcome out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from truyenthong.cli import completion, console
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
    from truyenthong.operations.recording_receipts import Noted

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


def receipt(  # noqa: PLR0913, PLR0917 - one parameter for each option
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
    from truyenthong.operations.recording_receipts import ReceivedPaper, record_receipt  # noqa: PLC0415

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


def extension(  # noqa: PLR0913, PLR0917 - one parameter for each option
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
    from truyenthong.operations.recording_extensions import (  # noqa: PLC0415
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
