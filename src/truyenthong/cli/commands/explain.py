"""``explain``: what a code means, or why units are late."""

from __future__ import annotations

from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.arguments import DutyOption, PeriodOption, PeriodWord, UnitOption, either
from truyenthong.cli.options import as_of_of, workspace_of
from truyenthong.operations.choose import Selection
from truyenthong.operations.explain import explain_code, explain_late, explain_row, is_code
from truyenthong.operations.figures import explain_figures, is_report


def explain(
    ctx: typer.Context,
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="[ĐƠN_VỊ|MÃ_LỖI|BÁO_CÁO]",
            help="Mã hoặc tên đơn vị; một mã như TT103; hoặc mã báo cáo.",
            autocompletion=completion.subjects,
        ),
    ] = None,
    duty: Annotated[
        str | None,
        typer.Argument(
            metavar="[NHIỆM_VỤ|SỐ_LIỆU]",
            help="Mã hoặc tên nhiệm vụ; sau mã báo cáo là mã hoặc tên một số liệu.",
            autocompletion=completion.obligations,
        ),
    ] = None,
    when: PeriodWord = None,
    unit: UnitOption = None,
    obligation: DutyOption = None,
    period: PeriodOption = None,
) -> None:
    """Giải thích một mã lỗi, vì sao đơn vị chậm, hoặc số liệu của một báo cáo lấy từ đâu.

    Chỉ ghi đơn vị thì giải thích mọi việc đơn vị ấy đang chậm; không ghi gì thì mọi việc đang chậm. Ghi mã
    báo cáo (ví dụ ket-qua-nam) thì xem các số liệu; thêm mã hoặc tên một số liệu để xem từng tệp, từng dòng.
    """
    if subject is not None and is_code(subject):
        console.result(explain_code(subject))
        return
    place, day = workspace_of(ctx), as_of_of(ctx)
    if subject is not None and is_report(place, subject):
        console.result(explain_figures(place, subject, duty, either(when, period, "--period"), as_of=day))
        return
    choice = Selection(
        unit=either(subject, unit, "--unit"),
        obligation=either(duty, obligation, "--obligation"),
        period=either(when, period, "--period"),
    )
    if choice.unit is None or choice.obligation is None:
        console.result(explain_late(place, choice, as_of=day))
        return
    console.result(explain_row(place, choice.unit, choice.obligation, choice.period, as_of=day))
