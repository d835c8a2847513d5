"""What somebody at the office has to decide or see to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from truyenthong.model.units import Unit
from truyenthong.progress.rows import Row, State
from truyenthong.text import day_wording
from truyenthong.views.rows import written_duty
from truyenthong.views.subject import PlainValue, Subject

_View = dict[str, PlainValue]

NAMED = 12
"""The most units or things of one kind that are named; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingFile:
    """Something that came in and waits for a person: since when, and whose it seems to be."""

    since: date
    unit: Unit | None
    duty: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """What else somebody at the office has to decide.

    Attributes:
        waiting: the open entries of the waiting list, the oldest first.
        unknown: the units for whom a mail was sent of which nobody knows whether it has left.
        unreachable: the units that owe something and cannot be written to.
    """

    waiting: Sequence[WaitingFile] = ()
    unknown: Sequence[Unit] = ()
    unreachable: Sequence[Unit] = ()


def decisions_view(subject: Subject, doubts: Doubts, *, full: bool) -> list[_View]:
    """What somebody at the office has to decide or see to, kind by kind; kinds with nothing are left out."""
    faulty = [row for row in subject.rows if row.state is State.INVALID]
    returned = [row for row in subject.rows if row.state is State.RETURNED]
    groups = (
        _group("Tệp gửi đến chưa rõ, chờ người xem", [_waiting(one) for one in doubts.waiting]),
        _group("Bài có lỗi, chờ chấp nhận hoặc trả lại", [_row(row, full=full) for row in faulty]),
        _group("Thư không rõ đã đi chưa", [_unit(one) for one in doubts.unknown]),
        _group("Đã trả lại, chờ đơn vị gửi lại", [_row(row, full=full) for row in returned]),
        _group(
            "Đơn vị phải nộp mà chưa có địa chỉ thư",
            [_unit(one) for one in doubts.unreachable],
            brief=True,
        ),
    )
    return [one for one in groups if one["so"]]


def decisions(subject: Subject, doubts: Doubts) -> int:
    """How many things wait for the office's decision."""
    faulty = sum(row.state is State.INVALID for row in subject.rows)
    return faulty + len(doubts.waiting) + len(doubts.unknown)


def _group(name: str, lines: Sequence[_View], *, brief: bool = False) -> _View:
    """Things of one kind: how many, the first of them."""
    most = NAMED // 2 if brief else NAMED
    return {
        "ten": name,
        "so": len(lines),
        "dong": [*lines[:most]],
        "con": max(0, len(lines) - most),
        "gon": brief,
    }


def _waiting(one: WaitingFile) -> _View:
    what = f"{one.duty}, " if one.duty is not None else ""
    return _line(one.unit, f"{what}chờ từ ngày {day_wording(one.since)}")


def _row(row: Row, *, full: bool) -> _View:
    late = f", quá hạn {row.days_late} ngày" if row.behind else ""
    what = f"{written_duty(row.obligation, row.period)}{late}"
    decision = row.receipts[-1].decision if row.receipts else None
    told = full and decision is not None and decision.reason is not None
    return _line(row.unit, f"{what}: {decision.reason}" if decision is not None and told else what)


def _unit(unit: Unit) -> _View:
    return _line(unit, "")


def _line(unit: Unit | None, words: str) -> _View:
    return {"don_vi": unit.short_name if unit is not None else "Chưa rõ đơn vị", "chu": words}
