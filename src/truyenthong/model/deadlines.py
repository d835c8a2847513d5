"""Wordings of deadlines, and the last good moment that each gives, with the steps of the computation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import assert_never

from truyenthong.model.calendar import Calendar
from truyenthong.model.forms import Condition
from truyenthong.model.periods import Period, PeriodKind, SchoolYear, YearMonth, rounds
from truyenthong.text import VIETNAM_TIME, day_in_week


class DayOffPolicy(StrEnum):
    """What becomes of a last good day that is a day off (the values of ``ngay_nghi``)."""

    KEEP = "giu-nguyen"
    NEXT_WORKING_DAY = "ngay-lam-viec-ke-tiep"


@dataclass(frozen=True, slots=True, kw_only=True)
class HourLimit:
    """Hours within which something has to follow in the entries of a register (``thoi_han_gio``).

    Attributes:
        name: what has to be done in that time, for people.
        register: the register.
        start, end: its fields for when the time began and when it was done.
        only_if: which entries it is about; None: all.
        source: the paper that sets the limit (``can_cu``).
        verified: somebody has compared it with that paper; until then it is a policy of the office.
    """

    name: str
    register: str
    start: str
    end: str
    hours: int
    source: str
    verified: bool = False
    only_if: Condition | None = None
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """The office's own rules, each with its reason (``reasons``, by the key in the YAML).

    Attributes:
        days_off: see DayOffPolicy.
        cut_off: the last good second of a day.
        soon_days: days before the due day that count as due soon.
        month_from_day: a month's content runs from this day of the month before (1: calendar month).
        hour_limits: limits in hours on the entries of registers; a duty has none of its own.
    """

    days_off: DayOffPolicy = DayOffPolicy.KEEP
    cut_off: time = time(23, 59, 59)
    soon_days: int = 7
    month_from_day: int = 1
    hour_limits: tuple[HourLimit, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def moves_days_off(self) -> bool:
        """Whether a last good day that is a day off moves to the next working day."""
        return self.days_off is DayOffPolicy.NEXT_WORKING_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeDay:
    """«trước ngày D»: that day is not in (domain: the literal reading)."""

    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NoLaterThan:
    """«chậm nhất ngày D»: that day is in."""

    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfMonth:
    """«ngày N hằng tháng»: that day of each month from ``first`` to ``last``, the day in."""

    day: int
    first: YearMonth | None = None
    last: YearMonth | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfNextMonth:
    """«ngày N của tháng sau»: that day of the month after the period's last calendar month."""

    day: int


class PeriodEdge(StrEnum):
    """The day of a period from which days are counted (the values of ``tu``)."""

    START = "dau-ky"
    END = "cuoi-ky"


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysAfter:
    """«trong N ngày (làm việc) kể từ …»: the event's own day is not counted (BLDS 2015, 147.3).

    Attributes:
        count: how many days, at least 1.
        working: working days instead of calendar days.
        event: the day of the event, or the edge of the period.
        event_name: the event in words, or None.
    """

    count: int
    working: bool
    event: date | PeriodEdge
    event_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ByPeriod:
    """A wording for each period, by the period's code; ``names`` are those of rounds (``ky: dot``)."""

    wordings: tuple[tuple[str, BeforeDay | NoLaterThan], ...]
    names: tuple[tuple[str, str], ...] = ()

    def rounds(self, year: SchoolYear) -> tuple[Period, ...]:
        """The periods that the days themselves make."""
        names = dict(self.names)
        return rounds(
            year, ((code, names.get(code, code), _last_good_day(one)) for code, one in self.wordings)
        )


def _last_good_day(wording: BeforeDay | NoLaterThan) -> date:
    return wording.day - timedelta(days=1) if isinstance(wording, BeforeDay) else wording.day


Deadline = BeforeDay | NoLaterThan | DayOfMonth | DayOfNextMonth | DaysAfter | ByPeriod


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The last good moment of a duty in a period, and how it was computed.

    Attributes:
        at: the last good moment, Vietnamese time.
        named_day: the day that the wording names or leads to, before policies.
        steps: the computation, one whole Vietnamese sentence a step.
        doubtful_day: a day outside the deadline on which a receipt carries a notice, since the office may
            decide otherwise (a «trước ngày» whose eve is a day off, kept as it is), or None.
    """

    at: datetime
    named_day: date
    steps: tuple[str, ...]
    doubtful_day: date | None = None

    @property
    def day(self) -> date:
        """The last good day."""
        return self.at.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Computed:
    named: date
    last_good: date
    step: str


def last_good_moment(
    deadline: Deadline, period: Period | None, policies: Policies, calendar: Calendar
) -> Due | None:
    """The last good moment, or None where the wording says nothing about this period.

    Raises:
        CalendarTooEmptyError: where no working day is found within reach (see ``calendar``).
    """
    computed = _compute(deadline, period, calendar)
    if computed is None:
        return None
    wording = _wording_for(deadline, period) if isinstance(deadline, ByPeriod) else deadline
    return _with_policies(computed, policies, calendar, before=isinstance(wording, BeforeDay))


def extended(until: date, policies: Policies, calendar: Calendar) -> Due:
    """The last good moment of an extension: ``until`` is in."""
    step = f"Được gia hạn đến hết {day_in_week(until)}."
    computed = _Computed(named=until, last_good=until, step=step)
    return _with_policies(computed, policies, calendar, before=False)


def _wording_for(deadline: ByPeriod, period: Period | None) -> BeforeDay | NoLaterThan | None:
    return dict(deadline.wordings).get(period.code) if period is not None else None


def _compute(deadline: Deadline, period: Period | None, calendar: Calendar) -> _Computed | None:
    match deadline:
        case BeforeDay(day=day):
            return _before(day)
        case NoLaterThan(day=day):
            step = f"Kế hoạch ghi «chậm nhất»: {day_in_week(day)} vẫn còn trong hạn."
            return _Computed(named=day, last_good=day, step=step)
        case DayOfMonth():
            return _day_of_month(deadline, period)
        case DayOfNextMonth(day=number):
            return _day_of_next_month(number, period)
        case DaysAfter():
            return _days_after(deadline, period, calendar)
        case ByPeriod():
            wording = _wording_for(deadline, period)
            return None if wording is None else _compute(wording, period, calendar)
        case _ as never:
            assert_never(never)


def _before(day: date) -> _Computed:
    eve = day - timedelta(days=1)
    step = (
        f"Kế hoạch ghi «trước ngày»: {day_in_week(day)} không còn trong hạn, "
        f"ngày cuối còn đúng hạn là {day_in_week(eve)}."
    )
    return _Computed(named=day, last_good=eve, step=step)


def _day_of_month(deadline: DayOfMonth, period: Period | None) -> _Computed | None:
    if period is None or period.kind is not PeriodKind.MONTH:
        return None
    month = YearMonth.of(period.days.last)
    outside = (deadline.first is not None and month < deadline.first) or (
        deadline.last is not None and month > deadline.last
    )
    if outside:
        return None
    day = month.day(deadline.day)
    step = f"Ngày {deadline.day} hằng tháng: của {period.label} là {day_in_week(day)}, tính cả ngày ấy."
    return _Computed(named=day, last_good=day, step=step)


def _day_of_next_month(number: int, period: Period | None) -> _Computed | None:
    if period is None:
        return None
    day = YearMonth.of(period.days.last).plus(1).day(number)
    step = f"Ngày {number} của tháng sau {period.label} là {day_in_week(day)}, tính cả ngày ấy."
    return _Computed(named=day, last_good=day, step=step)


def _days_after(deadline: DaysAfter, period: Period | None, calendar: Calendar) -> _Computed | None:
    event = _event_day(deadline.event, period)
    if event is None:
        return None
    if deadline.working:
        day = calendar.add_working_days(event, deadline.count)
    else:
        day = event + timedelta(days=deadline.count)
    name = f" ({deadline.event_name})" if deadline.event_name is not None else ""
    kind = "ngày làm việc" if deadline.working else "ngày"
    step = (
        f"{deadline.count} {kind} kể từ {day_in_week(event)}{name}, "
        f"không tính ngày ấy: đến hết {day_in_week(day)}."
    )
    return _Computed(named=day, last_good=day, step=step)


def _event_day(event: date | PeriodEdge, period: Period | None) -> date | None:
    if isinstance(event, date):
        return event
    if period is None:
        return None
    return period.days.start if event is PeriodEdge.START else period.days.last


def _with_policies(computed: _Computed, policies: Policies, calendar: Calendar, *, before: bool) -> Due:
    day, steps, doubtful = computed.last_good, [computed.step], None
    if not calendar.is_working_day(day):
        if policies.moves_days_off:
            day = calendar.next_working_day(day)
            steps.append(
                f"{day_in_week(computed.last_good, capital=True)} là ngày nghỉ: theo quy ước, "
                f"hạn dời đến ngày làm việc kế tiếp, {day_in_week(day)}."
            )
        else:
            doubtful = computed.named if before else None
            last_working = calendar.previous_working_day(day)
            steps.append(
                f"{day_in_week(day, capital=True)} là ngày nghỉ: theo quy ước, hạn giữ nguyên; "
                f"ngày làm việc cuối trước hạn là {day_in_week(last_working)}."
            )
    if not calendar.knows_year(day.year):
        steps.append(f"Lịch nghỉ chưa có năm {day.year}: mới tính thứ Bảy và Chủ nhật là ngày nghỉ.")
    at = datetime.combine(day, policies.cut_off, tzinfo=VIETNAM_TIME)
    hour = policies.cut_off.strftime("%H:%M:%S")
    steps.append(f"Thời điểm cuối cùng còn đúng hạn: {hour}, {day_in_week(day)}.")
    return Due(at=at, named_day=computed.named, steps=tuple(steps), doubtful_day=doubtful)
