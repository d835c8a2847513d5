"""One week for the head of the agency, on one page: what came, who is late, what is due, what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from truyenthong.model.coverage import Covering, coverage
from truyenthong.model.matters import Matter, open_matters
from truyenthong.model.periods import DayRange
from truyenthong.progress.rows import Row
from truyenthong.views.board import due_ahead, due_groups
from truyenthong.views.rows import written_duty
from truyenthong.views.subject import (
    PlainValue,
    Subject,
    ViewInput,
    distinct_units,
    is_asked_outside,
    subject_of,
)

_View = dict[str, PlainValue]

WEEK = timedelta(days=7)

GROUPS = 2
"""The most lines of one list, so that all of it fits a page however many units there are."""

NAMED = 3
"""How many units a line names where it does not name all of them."""

RECEIVED, LATE = "Văn bản các đơn vị gửi đến", "Đơn vị chậm, tính đến cuối tuần"
PUBLISHED, NEW_MATTERS = "Lượt tin, bài đã đăng, theo sổ", "Việc mới ghi vào sổ"


def week_of(as_of: date) -> DayRange:
    """The seven days that end with a day: weeks of equal length, whatever day the report is made."""
    return DayRange(start=as_of - WEEK + timedelta(days=1), end=as_of + timedelta(days=1))


def week_view(subject: Subject) -> _View:
    """``tuan``: the week that ends with the day of the board."""
    given = subject.given
    week = week_of(given.as_of)
    matters = open_matters(given.plan, given.ledgers, as_of=given.as_of)
    behind = [*_late_groups(subject.chased)]
    due = due_groups(due_ahead(subject, days=WEEK.days))
    came = [*_received(subject.rows, week, given)]
    return {
        "tu_ngay": week.start,
        "den_ngay": week.last,
        "so_sanh": [*_comparison(subject)],
        "nam_truoc": given.earlier.school_year if given.earlier is not None else "",
        "da_nhan": came[:GROUPS],
        "da_nhan_con_lai": len(came[GROUPS:]),
        "so_don_vi_cham": len(distinct_units(subject.chased)),
        "so_noi_dung_cham": len(subject.chased),
        "cham": behind[:GROUPS],
        "cham_con_lai": len(behind[GROUPS:]),
        "cho_xu_ly": len(subject.with_agency),
        "den_han": [*map(_due_view, due[:GROUPS])],
        "den_han_con_lai": len(due[GROUPS:]),
        "viec_mo": len(matters),
        "viec_qua_han": sum(one.is_overdue for one in matters),
        "viec": [_matter(one, given) for one in matters[:GROUPS]],
        "viec_con_lai": len(matters[GROUPS:]),
    }


def week_chart(given: ViewInput) -> _View:
    """Articles by topic since the year began, those of the week apart; topics that have none are left out."""
    covered = coverage(given.plan, given.roster, given.ledgers, as_of=given.as_of)
    week = week_of(given.as_of)
    told = [(one, tally.covering) for one in covered.topics if (tally := covered.tally.of(topic=one)).count]
    fresh = [sum(one.day in week for one in own) for _, own in told]
    return {
        "ten": "Lượt tin, bài theo nội dung của Kế hoạch",
        "nhom": [topic.clause for topic, _ in told],
        "day": [
            {
                "ten": "Trước tuần này",
                "gia_tri": [len(own) - new for (_, own), new in zip(told, fresh, strict=True)],
            },
            {"ten": "Trong tuần", "gia_tri": [*fresh]},
        ],
    }


def _comparison(subject: Subject) -> Iterator[PlainValue]:
    """The same figures of this week, of the week before and of the same week a year ago; None: not known."""
    given, entry = subject.given, subject.entry
    others = (given.on(given.as_of - WEEK), given.a_year_before())
    columns = [
        _figures(subject),
        *(_figures(subject_of(one, entry)) if one is not None else {} for one in others),
    ]
    for name in (RECEIVED, LATE, PUBLISHED, NEW_MATTERS):
        now, earlier, year_ago = (one.get(name) for one in columns)
        yield {"ten": name, "tuan_nay": now, "tuan_truoc": earlier, "nam_truoc": year_ago}


def _figures(subject: Subject) -> dict[str, int]:
    given = subject.given
    week = week_of(given.as_of)
    return {
        RECEIVED: sum(len(of_row) for _, of_row in _came(subject.rows, week, given)),
        LATE: len(distinct_units(subject.chased)),
        PUBLISHED: len(_published(given, week)),
        NEW_MATTERS: _new_matters(given, week),
    }


def _came(rows: Iterable[Row], week: DayRange, given: ViewInput) -> Iterator[tuple[Row, Sequence[object]]]:
    """The rows of units outside with what came for them in the week."""
    for row in rows:
        if is_asked_outside(row, given.roster):
            of_week = [one for one in row.receipts if one.received.day in week]
            if of_week:
                yield row, of_week


def _published(given: ViewInput, week: DayRange) -> list[Covering]:
    covered = coverage(given.plan, given.roster, given.ledgers, as_of=given.as_of)
    return [one for one in covered.tally.covering if one.day in week]


def _new_matters(given: ViewInput, week: DayRange) -> int:
    days = [
        entry.day(ledger.register.day)
        for ledger in given.ledgers
        if ledger.register.open_while is not None
        for entry in ledger.entries
    ]
    return sum(day is not None and day in week for day in days)


def _received(rows: Iterable[Row], week: DayRange, given: ViewInput) -> Iterator[PlainValue]:
    """What came, duty by duty; periods of one duty together."""
    by_duty: dict[str, list[tuple[Row, Sequence[object]]]] = {}
    for row, of_week in _came(rows, week, given):
        by_duty.setdefault(row.obligation.name, []).append((row, of_week))
    for name, came in by_duty.items():
        units = [unit.short_name for unit in distinct_units([row for row, _ in came])]
        yield {
            "noi_dung": name,
            "so_van_ban": sum(len(of_week) for _, of_week in came),
            "so_don_vi": len(units),
            "don_vi": _first_of(units),
        }


def _late_groups(rows: Iterable[Row]) -> Iterator[PlainValue]:
    """Who is behind, duty by duty, the longest first."""
    groups: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda one: -(one.days_late or 0)):
        groups.setdefault(written_duty(row.obligation, row.period), []).append(row)
    for name, of_duty in groups.items():
        told = [f"{row.unit.short_name} ({row.days_late} ngày)" for row in of_duty]
        yield {"noi_dung": name, "so_don_vi": len(of_duty), "don_vi": _first_of(told)}


def _due_view(rows: Sequence[Row]) -> _View:
    first = rows[0]
    return {
        "noi_dung": written_duty(first.obligation, first.period),
        "han": first.due.day if first.due is not None else None,
        "so_don_vi": len(rows),
        "don_vi": _first_of([row.unit.short_name for row in rows]),
    }


def _matter(matter: Matter, given: ViewInput) -> _View:
    unit = given.roster.by_code.get(matter.unit or "")
    return {
        "tieu_de": matter.title,
        "so": matter.ledger.register.name,
        "don_vi": unit.short_name if unit is not None else "",
        "tu_ngay": matter.since,
        "qua_han": matter.is_overdue,
    }


def _first_of(names: Sequence[str]) -> str:
    """The first names; of several others how many there are."""
    left = len(names) - NAMED
    if left <= 1:
        return ", ".join(names)
    return f"{', '.join(names[:NAMED])} và {left} đơn vị khác"
