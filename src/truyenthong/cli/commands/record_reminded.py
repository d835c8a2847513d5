"""``record reminded``: a unit was reminded by a letter."""

from __future__ import annotations

from typing import Annotated

import typer

from truyenthong.cli import console
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
from truyenthong.cli.options import now, today, workspace_of
from truyenthong.cli.typed import parse_day
from truyenthong.operations.record.reminded import ReminderLetter, record_reminded
from truyenthong.text import day_wording

_EXAMPLE = "truyenthong record reminded pgd-than-uyen bao-cao-nam --number 120/SGDĐT-VP --date 2/6/2021"


def reminded(
    ctx: typer.Context,
    word: UnitWord = None,
    duty: DutyWord = None,
    when: PeriodWord = None,
    unit: UnitOption = None,
    obligation: DutyOption = None,
    period: PeriodOption = None,
    number: Annotated[
        str | None, typer.Option(metavar="SỐ", help="Số, ký hiệu của công văn đôn đốc.")
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="NGÀY", help="Ngày công văn đi; mặc định hôm nay.")
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="GHI_CHÚ", help="Gửi cách nào, cho ai.")] = None,
) -> None:
    """Ghi rằng đã đôn đốc đơn vị bằng công văn (giấy, e-Office); mốc đến ngày ấy thôi gửi thư.

    Ghi vào sổ gửi, xem lại bằng «truyenthong remind --history». Ghi lần nữa thì không có gì thay đổi.
    """
    letter = ReminderLetter(
        unit=needed(either(word, unit, "--unit"), "đơn vị", _EXAMPLE),
        obligation=needed(either(duty, obligation, "--obligation"), "nhiệm vụ", _EXAMPLE),
        period=either(when, period, "--period"),
        day=parse_day(date, "--date") if date is not None else today(),
        number=needed(number, "--number, số công văn", _EXAMPLE),
        note=note,
    )
    done = record_reminded(workspace_of(ctx), letter, now=now())
    told = f"{done.unit}: đã đôn đốc {done.what} bằng công văn {letter.number} ngày {day_wording(letter.day)}"
    if done.new:
        console.result(f"{done.name}: đã ghi. {told}.")
    else:
        console.result(f"{done.name}: đã có từ trước, không ghi lại. {told}.")
