"""The board's figures for native Word charts, as plain data; decides no state and draws nothing."""

from __future__ import annotations

from collections.abc import Sequence

from truyenthong.model.periods import YearMonth
from truyenthong.progress.rows import Measures, Row, measures
from truyenthong.views.subject import PlainValue, Subject

ON_TIME, LATE, MISSING = "Đúng hạn", "Muộn hoặc có lỗi", "Chưa nhận"
"""What of the documents that are due has come; together they are all that must be sent."""

_Chart = dict[str, PlainValue]


def board_charts(subject: Subject, *, silent: bool) -> dict[str, PlainValue]:
    """The charts of every report about all units.

    Args:
        subject: the rows that the report is about.
        silent: nothing was received in the whole workspace, so that there is no rate to speak of.
    """
    return {
        "theo_loai": _by_kind(subject),
        "dung_han_theo_thang": _by_month(subject, silent=silent),
    }


def _by_kind(subject: Subject) -> _Chart:
    """What has come of what must be sent, by kind of unit; kinds that need not send anything are left out."""
    figures: dict[str, Measures] = {}
    for kind in subject.given.roster.kinds:
        of_kind = measures(row for row in subject.rows if row.unit.kind == kind.code)
        if of_kind.expected:
            figures[kind.name] = of_kind
    return {
        "ten": "Văn bản phải nộp theo loại đơn vị",
        "nhom": [*figures],
        "day": [
            _series(ON_TIME, [one.on_time for one in figures.values()]),
            _series(LATE, [one.received - one.on_time for one in figures.values()]),
            _series(MISSING, [one.expected - one.received for one in figures.values()]),
        ],
    }


def _by_month(subject: Subject, *, silent: bool) -> _Chart:
    """The share in time of what was due in each month until the day of the board.

    A month between two others in which nothing was due is a gap.
    """
    due: dict[YearMonth, list[Row]] = {}
    for row in subject.rows:
        if row.expected and row.due is not None and row.due.day <= subject.given.as_of:
            due.setdefault(YearMonth.of(row.due.day), []).append(row)
    months = _from_first_to_last(sorted(due, key=lambda one: (one.year, one.month)))
    rates = [None if silent else measures(due.get(month, ())).on_time_rate for month in months]
    return {
        "ten": "Tỷ lệ văn bản đúng hạn theo tháng đến hạn",
        "nhom": [f"{month.month}/{month.year}" for month in months],
        "day": [_series("Tỷ lệ đúng hạn", rates)],
        "dinh_dang": "0%",
    }


def _from_first_to_last(months: Sequence[YearMonth]) -> list[YearMonth]:
    if not months:
        return []
    found = [months[0]]
    while found[-1] != months[-1]:
        found.append(found[-1].plus(1))
    return found


def _series(name: str, values: Sequence[float | None]) -> PlainValue:
    return {"ten": name, "gia_tri": [*values]}
