"""Rules about the calendar of days off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from truyenthong.diagnostics.units import TT261, TT262, TT263, TT264, TT265
from truyenthong.findings import Finding, Ref
from truyenthong.model.calendar import Calendar
from truyenthong.model.plan import Plan
from truyenthong.text import day_in_week, day_wording

_SATURDAY = 5


def _years(calendar: Calendar, plan: Plan, root: Ref) -> Iterator[Finding]:
    """Years of the plan without any entry."""
    days = plan.year.days
    for year in calendar.years_needed(days.start, days.last):
        message = f"chưa có ngày nghỉ nào của năm {year}, mà năm học {plan.year.code} cần đến"
        yield TT261.at(root, message, hint="thêm các ngày nghỉ lễ, tết của năm ấy vào nghi, kèm can_cu")


def _tentative(calendar: Calendar, plan: Plan, root: Ref) -> Iterator[Finding]:
    """Entries of the plan's year that are not announced yet."""
    for entry in calendar.days_off:
        if entry.tentative and plan.year.days.overlaps(entry.first, entry.last):
            message = f"«{entry.name}» ({_stretch(entry.first, entry.last)}) còn là dự kiến"
            yield TT262.at(root.child("nghi", entry.index), message, hint="sửa khi có thông báo chính thức")
    for made_up in calendar.make_up:
        if made_up.tentative and made_up.day in plan.year.days:
            message = f"ngày làm bù {day_wording(made_up.day)} còn là dự kiến"
            yield TT262.at(
                root.child("lam_bu", made_up.index), message, hint="sửa khi có thông báo chính thức"
            )


def _stretch(first: date, last: date) -> str:
    return day_wording(first) if first == last else f"{day_wording(first)} – {day_wording(last)}"


def _make_up(calendar: Calendar, _plan: Plan, root: Ref) -> Iterator[Finding]:
    """Make-up days that are no Saturday or Sunday, or stand twice."""
    seen: set[date] = set()
    for entry in calendar.make_up:
        ref = root.child("lam_bu", entry.index, "ngay")
        if entry.day in seen:
            yield TT263.at(ref, f"ngày làm bù {day_wording(entry.day)} ghi hai lần", hint="bỏ một dòng")
        elif entry.day.weekday() < _SATURDAY:
            message = f"{day_in_week(entry.day)} vốn là ngày làm việc"
            yield TT263.at(ref, message, hint="ngày làm bù thường là thứ Bảy: xem lại ngày, tháng, năm")
        seen.add(entry.day)


def _backwards(calendar: Calendar, _plan: Plan, root: Ref) -> Iterator[Finding]:
    """Stretches that run backwards."""
    for entry in calendar.days_off:
        if entry.last < entry.first:
            ref = root.child("nghi", entry.index, "den")
            message = f"ngày cuối {day_wording(entry.last)} trước ngày đầu {day_wording(entry.first)}"
            yield TT264.at(ref, message, hint="đổi chỗ tu và den, hoặc sửa năm")


def _twice(calendar: Calendar, _plan: Plan, root: Ref) -> Iterator[Finding]:
    """Days that two entries hold."""
    entries = sorted(
        (one for one in calendar.days_off if one.first <= one.last), key=lambda one: (one.first, one.index)
    )
    for before, entry in pairwise(entries):
        if entry.first <= before.last:
            message = f"ngày {day_wording(entry.first)} đã có ở «{before.name}»"
            yield TT265.at(
                root.child("nghi", entry.index), message, hint="bỏ một mục, hoặc sửa cho khỏi chồng"
            )


RULES: tuple[Callable[[Calendar, Plan, Ref], Iterator[Finding]], ...] = (
    _years,
    _tentative,
    _make_up,
    _backwards,
    _twice,
)


def check_calendar(calendar: Calendar, *, plan: Plan, file: str) -> Iterator[Finding]:
    """Every rule about the calendar, for the years that the plan needs."""
    for rule in RULES:
        yield from rule(calendar, plan, Ref(file=file))
