"""``form``: makes the Word and Excel forms that units fill in and send back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.arguments import DutyOption, PeriodOption, PeriodWord, UnitOption, either, needed
from truyenthong.cli.options import as_of_of, now, one_of, workspace_of
from truyenthong.operations.forms import FOLDER, FormFormat, FormOrder, FormOutcome, make_forms


def form(
    ctx: typer.Context,
    word: Annotated[
        str | None,
        typer.Argument(
            metavar="[NHIỆM_VỤ|SỔ]",
            help="Mã nhiệm vụ, hoặc mã sổ theo dõi.",
            autocompletion=completion.forms,
        ),
    ] = None,
    when: PeriodWord = None,
    unit: UnitOption = None,
    obligation: DutyOption = None,
    period: PeriodOption = None,
    output: Annotated[str, typer.Option("--format", metavar="docx|xlsx", help="Loại tệp.")] = "docx",
    every: Annotated[bool, typer.Option("--all", help="Mỗi đơn vị phải nộp nhiệm vụ này một biểu.")] = False,
    rows: Annotated[
        int | None, typer.Option(metavar="SỐ", help="Sổ theo dõi: bảng nhiều mục, có sẵn chừng ấy hàng.")
    ] = None,
    filled: Annotated[
        bool, typer.Option("--entries", help="Sổ theo dõi: bảng có sẵn các mục đã ghi, để in hay rà soát.")
    ] = False,
    out: Annotated[
        str | None, typer.Option(metavar="THƯ_MỤC", help="Nơi để biểu; mặc định out/bieu/.")
    ] = None,
) -> None:
    """Làm biểu mẫu để đơn vị điền rồi gửi lại.

    Biểu Word cũng là văn bản báo cáo đúng thể thức: đơn vị điền, ký, gửi bản giấy và gửi chính tệp ấy. Sổ
    theo dõi thì mỗi mục một phiếu Word, hoặc một bảng nhiều mục (--rows, --format xlsx); --entries là bảng có
    sẵn các mục đã ghi. Tệp đã có người sửa hay điền được giữ dưới tên khác, không bị ghi đè.
    """
    kind = FormFormat(one_of(output, FormFormat, "--format"))
    place = workspace_of(ctx)
    order = FormOrder(
        obligation=needed(
            either(word, obligation, "--obligation"), "nhiệm vụ", "truyenthong form bao-cao-nam"
        ),
        unit=unit,
        period=either(when, period, "--period"),
        kind=kind,
        every=every,
        rows=rows,
        filled=filled,
        out=Path(out).absolute() if out is not None else place.out / FOLDER,
    )
    _show(make_forms(place, order, as_of=as_of_of(ctx), now=now()))


def _show(outcome: FormOutcome) -> None:
    """The files on stdout, what else is to be said on stderr."""
    for one in outcome.made:
        console.result(console.short_path(one.path))
        if one.moved is not None:
            console.trouble(f"  bản cũ có người sửa, điền: giữ ở {console.short_path(one.moved)}")
    if outcome.not_owing is not None:
        name = outcome.not_owing.name
        console.trouble(f"lưu ý: {name} không phải nộp «{outcome.what}»; biểu vẫn được làm.")
    same = sum(not one.new for one in outcome.made)
    kept = f", {same} biểu đã có sẵn và không đổi" if same else ""
    console.trouble(f"{outcome.what}: {len(outcome.made)} biểu{kept}.")
