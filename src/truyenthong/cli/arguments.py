"""The arguments that several commands take: the form of the result; unit, duty and period, said one way."""

from __future__ import annotations

from typing import Annotated

import typer

from truyenthong.cli import completion
from truyenthong.cli.options import FINDINGS_FORMATS, STATUS_FORMATS
from truyenthong.errors import UsageError

FindingsFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="|".join(FINDINGS_FORMATS),
        help="Dạng kết quả.",
        autocompletion=completion.words(*FINDINGS_FORMATS),
    ),
]
StatusFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="|".join(STATUS_FORMATS),
        help="Dạng kết quả.",
        autocompletion=completion.words(*STATUS_FORMATS),
    ),
]
UnitWord = Annotated[
    str | None,
    typer.Argument(metavar="[ĐƠN_VỊ]", help="Mã hoặc tên đơn vị.", autocompletion=completion.units),
]
DutyWord = Annotated[
    str | None,
    typer.Argument(metavar="[NHIỆM_VỤ]", help="Mã hoặc tên nhiệm vụ.", autocompletion=completion.obligations),
]
PeriodWord = Annotated[
    str | None,
    typer.Argument(metavar="[KỲ]", help="Kỳ, ví dụ 2020-11 hoặc 11/2020.", autocompletion=completion.periods),
]
UnitOption = Annotated[
    str | None,
    typer.Option("--unit", metavar="ĐƠN_VỊ", help="Mã hoặc tên đơn vị.", autocompletion=completion.units),
]
DutyOption = Annotated[
    str | None,
    typer.Option(
        "--obligation",
        metavar="NHIỆM_VỤ",
        help="Mã hoặc tên nhiệm vụ.",
        autocompletion=completion.obligations,
    ),
]
PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="KỲ",
        help="Kỳ, ví dụ 2020-11 hoặc 11/2020.",
        autocompletion=completion.periods,
    ),
]


def either(word: str | None, option: str | None, name: str) -> str | None:
    """What was said as a word or as an option.

    Raises:
        UsageError: both, and they differ.
    """
    if word is not None and option is not None and word != option:
        raise UsageError(f"«{word}» và {name} {option} không khớp nhau.", hint="bỏ một trong hai đi.")
    return word if word is not None else option


def needed(word: str | None, what: str, example: str) -> str:
    """What a command cannot do without.

    Raises:
        UsageError: it was not said.
    """
    if word is None:
        raise UsageError(f"Chưa ghi {what}.", hint=f"ví dụ: {example}.")
    return word
