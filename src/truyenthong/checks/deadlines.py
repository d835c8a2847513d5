"""Rules about deadlines and periods of the duties; reckons no date itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from truyenthong.checks.facts import PlanFacts
from truyenthong.diagnostics.plan import TT209, TT210, TT211
from truyenthong.findings import Finding, Ref
from truyenthong.model.deadlines import (
    BeforeDay,
    ByPeriod,
    DayOfMonth,
    DayOfNextMonth,
    DaysAfter,
    Deadline,
    NoLaterThan,
)
from truyenthong.model.periods import PeriodKind, SchoolYear
from truyenthong.model.plan import Obligation, Plan
from truyenthong.text import day_wording


def check_deadlines(facts: PlanFacts) -> Iterator[Finding]:
    """Every rule about deadlines and periods."""
    yield from _semesters(facts)
    for obligation in facts.plan.obligations:
        ref = facts.ref("nhiem_vu", obligation.index)
        yield from _periods(facts.plan, obligation, ref)
        for key, deadline in (("han", obligation.deadline), ("han_noi_bo", obligation.internal_deadline)):
            if deadline is not None:
                yield from _fits(facts.plan, obligation, deadline, ref.child(key))
                yield from _in_year(facts.plan.year, deadline, ref.child(key))


def _semesters(facts: PlanFacts) -> Iterator[Finding]:
    days = facts.plan.year.days
    for one in facts.plan.semesters:
        ref = facts.ref("hoc_ky", one.index)
        if one.last < one.first:
            yield TT210.at(
                ref.child("den"), f"{one.name} kết thúc trước khi bắt đầu", hint="đổi chỗ tu và den"
            )
        elif one.first not in days or one.last not in days:
            message = f"{one.name} nằm ngoài năm học {facts.plan.year.code}"
            yield TT211.at(ref.child("tu"), message, hint="xem lại năm của tu và den")


def _periods(plan: Plan, obligation: Obligation, ref: Ref) -> Iterator[Finding]:
    kind = obligation.period_kind
    if kind is PeriodKind.SEMESTER and not plan.semesters:
        message = "nhiệm vụ theo học kỳ nhưng kế hoạch chưa khai học kỳ nào"
        yield TT209.at(
            ref.child("ky"), message, hint="thêm hoc_ky: [{ma: hk1, ten: Học kỳ I, tu: …, den: …}]"
        )
        return
    limits = (("tu_ky", obligation.first_period), ("den_ky", obligation.last_period))
    if kind is None:
        keys = [key for key, code in limits if code is not None]
        if keys:
            message = f"nhiệm vụ không chia kỳ nên không có {' và '.join(keys)}"
            yield TT210.at(ref.child(keys[0]), message, hint="ghi ky cho nhiệm vụ, hoặc bỏ dòng ấy")
        return
    codes = [one.code for one in plan.periods_of_kind(kind)]
    wrong = [(key, code) for key, code in limits if code is not None and code not in codes]
    for key, code in wrong:
        message = f"«{code}» không phải kỳ của năm học {plan.year.code}"
        yield TT210.at(ref.child(key), message, hint=f"các kỳ: từ {codes[0]} đến {codes[-1]}")
    first, last = obligation.first_period, obligation.last_period
    if not wrong and first is not None and last is not None and codes.index(first) > codes.index(last):
        yield TT210.at(
            ref.child("den_ky"), f"kỳ cuối {last} trước kỳ đầu {first}", hint="đổi chỗ tu_ky và den_ky"
        )


def _fits(plan: Plan, obligation: Obligation, deadline: Deadline, ref: Ref) -> Iterator[Finding]:
    """Whether a wording says something about the duty's periods."""
    kind = obligation.period_kind
    if isinstance(deadline, DayOfMonth):
        if kind is not PeriodKind.MONTH:
            yield TT209.at(ref, "ngay_hang_thang chỉ dùng cho nhiệm vụ theo tháng", hint="ghi ky: thang")
        else:
            yield from _months(plan, deadline, ref)
    elif isinstance(deadline, DayOfNextMonth) and kind is None:
        yield TT209.at(
            ref, "ngay_thang_sau cần nhiệm vụ có kỳ", hint="ghi ky: thang, quy, hoc-ky hoặc nam-hoc"
        )
    elif isinstance(deadline, DaysAfter) and not isinstance(deadline.event, date) and kind is None:
        message = f"«tu: {deadline.event.value}» cần nhiệm vụ có kỳ"
        yield TT209.at(ref, message, hint="ghi ky cho nhiệm vụ, hoặc dùng tu_ngay: NGÀY")
    elif isinstance(deadline, ByPeriod):
        yield from _by_period(plan, obligation, deadline, ref)


def _months(plan: Plan, deadline: DayOfMonth, ref: Ref) -> Iterator[Finding]:
    months = plan.year.months
    for key, month in (("tu_thang", deadline.first), ("den_thang", deadline.last)):
        if month is not None and month not in months:
            message = f"tháng {month.month}/{month.year} không thuộc năm học {plan.year.code}"
            yield TT210.at(ref.child(key), message, hint=f"từ {months[0].code} đến {months[-1].code}")
    if deadline.first is not None and deadline.last is not None and deadline.last < deadline.first:
        yield TT210.at(
            ref.child("den_thang"), "tháng cuối trước tháng đầu", hint="đổi chỗ tu_thang và den_thang"
        )


def _by_period(plan: Plan, obligation: Obligation, deadline: ByPeriod, ref: Ref) -> Iterator[Finding]:
    owed = [one.code for one in plan.periods(obligation) if one is not None]
    given = [code for code, _ in deadline.wordings]
    for code in given:
        if code not in owed:
            message = f"«{code}» không phải kỳ của nhiệm vụ «{obligation.code}»"
            yield TT209.at(ref.child("theo_ky"), message, hint=f"các kỳ: {', '.join(owed) or 'không có'}")
    for code in sorted({code for code in given if given.count(code) > 1}):
        yield TT209.at(ref.child("theo_ky"), f"kỳ {code} ghi hạn hai lần", hint="giữ một dòng cho mỗi kỳ")
    missing = [code for code in owed if code not in given]
    if missing:
        message = f"chưa có hạn cho kỳ {', '.join(missing)}"
        yield TT209.at(ref.child("theo_ky"), message, hint="thêm một dòng cho mỗi kỳ còn thiếu")


def _in_year(year: SchoolYear, deadline: Deadline, ref: Ref) -> Iterator[Finding]:
    for key, day, last_good in _named_days(deadline):
        if last_good not in year.days:
            message = f"ngày {day_wording(day)} nằm ngoài năm học {year.code} (1/9 đến 31/8)"
            yield TT211.at(ref.child(key), message, hint="xem lại năm của ngày ấy, hoặc nam_hoc ở đầu tệp")


def _named_days(deadline: Deadline) -> Iterator[tuple[str, date, date]]:
    """Key, day as written, and the day that has to lie in the year: «trước ngày 1/9» still ends within it."""
    match deadline:
        case BeforeDay(day=day):
            yield "truoc_ngay", day, day - timedelta(days=1)
        case NoLaterThan(day=day):
            yield "cham_nhat_ngay", day, day
        case DaysAfter(event=event) if isinstance(event, date):
            yield "tu_ngay", event, event
        case ByPeriod(wordings=wordings):
            for _, wording in wordings:
                for _, day, last_good in _named_days(wording):
                    yield "theo_ky", day, last_good
        case _:
            return
