"""Numbers the papers of a unit in the order of their days, and names the files that came with them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sample_year.dice import Dice
from sample_year.profiles import paper_number
from sample_year.sorts import sort_of
from truyenthong.model.submissions import Channel, PaperNumber, Receipt, SentFile, Submission
from truyenthong.model.units import Unit
from truyenthong.text import code_form


@dataclass(frozen=True, slots=True)
class _Place:
    submission: int
    receipt: int
    paper: PaperNumber


def registered(unit: Unit, submissions: Sequence[Submission]) -> tuple[Submission, ...]:
    """The submissions of a unit, their papers numbered; a number that stands there already stays."""
    numbers = _numbers(unit, sorted(_places(submissions), key=_order))
    return tuple(
        replace(
            submission,
            receipts=tuple(
                _with_files(unit, submission, replace(receipt, index=which), numbers.get((place, which)))
                for which, receipt in enumerate(submission.receipts)
            ),
        )
        for place, submission in enumerate(submissions)
    )


def _places(submissions: Sequence[Submission]) -> Iterable[_Place]:
    for place, submission in enumerate(submissions):
        for which, receipt in enumerate(submission.receipts):
            if receipt.paper is not None:
                yield _Place(place, which, receipt.paper)


def _order(place: _Place) -> tuple[str, str, int, int]:
    return (place.paper.symbol or "", str(place.paper.day), place.submission, place.receipt)


def _numbers(unit: Unit, places: Iterable[_Place]) -> dict[tuple[int, int], str]:
    dice, sort = Dice(f"{unit.code}/chung"), sort_of(unit)
    last: dict[tuple[str, int], int] = {}
    given: dict[tuple[int, int], str] = {}
    for place in places:
        paper = place.paper
        if paper.symbol is None or paper.day is None:
            continue
        register = (paper.symbol, paper.day.year)
        number = max(paper_number(dice, sort, paper.symbol[:2], paper.day), last.get(register, 0) + 1)
        last[register] = number
        given[place.submission, place.receipt] = paper.number or f"{number:02d}"
    return given


def _with_files(unit: Unit, submission: Submission, receipt: Receipt, number: str | None) -> Receipt:
    if receipt.paper is None or number is None:
        return receipt
    names = [] if receipt.channel is Channel.PAPER else _names(unit, submission, receipt, number)
    paper = replace(receipt.paper, number=number)
    return replace(receipt, paper=paper, files=tuple(_file(unit, name) for name in names))


def _names(unit: Unit, submission: Submission, receipt: Receipt, number: str) -> list[str]:
    """File names as people choose them."""
    dice = Dice(f"{submission.file}/{receipt.index}")
    kind = (receipt.paper.symbol or "")[:2] if receipt.paper is not None else ""
    short = code_form(unit.short_name)
    stem = dice.pick(
        "tên tệp",
        (
            f"{number}-{kind}-{short}",
            f"{'bao-cao' if kind == 'BC' else 'ke-hoach'}-{number}",
            f"{kind} so {number} {short.replace('-', ' ')}",
        ),
    )
    signed = receipt.channel is Channel.DOCUMENT_AXIS or dice.happens("kèm bản ký", 30)
    return [f"{stem}.docx", f"{stem}.pdf"] if signed else [f"{stem}.docx"]


def _file(unit: Unit, name: str) -> SentFile:
    invented = f"{unit.code}/{name}: tệp không có thật, chỉ để có mã băm"
    return SentFile(name=name, sha256=hashlib.sha256(invented.encode()).hexdigest())
