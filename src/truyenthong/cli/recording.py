"""``record``: what happened on paper becomes data; words in, one operation, outcome out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from truyenthong.cli import completion, console, vietnamese
from truyenthong.cli.confirming import confirm_app
from truyenthong.cli.options import (
    AsOfOption,
    WorkspaceOption,
    one_of,
    parse_day,
    parse_number,
    today,
    workspace_of,
)
from truyenthong.cli.recording_entry import entry
from truyenthong.cli.recording_received import extension, receipt

if TYPE_CHECKING:
    from truyenthong.operations.recording import Recorded

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
def sent(  # noqa: PLR0913, PLR0917 - one parameter for each option
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
    from truyenthong.operations.recording import SentPaper, record_sent  # noqa: PLC0415

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


def recorded_text(outcome: Recorded) -> str:
    """What was written down, and what is still to do."""
    told = f"{outcome.unit} gửi {outcome.what}, văn bản số {outcome.paper}"
    if not outcome.new:
        return f"Đã có từ trước, không ghi gì thêm: {told} ({outcome.name})."
    lines = [f"Đã ghi: {told} ({outcome.name})."]
    if outcome.figures:
        lines.append("Số liệu lấy từ báo cáo của các đơn vị; văn bản gửi đi có sửa thì sửa lại trong tệp.")
    lines += [f"  {one.code}: {one.message}" for one in outcome.notes]
    return "\n".join(lines)
