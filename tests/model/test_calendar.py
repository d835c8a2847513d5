"""Days off, make-up days and working days, against facts of 2021 and 2026 and a day-by-day count."""

from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.years.brute_calendar import BruteCalendar
from truyenthong.model.calendar import Calendar, CalendarTooEmptyError, DayOff, MakeUpDay

TET_2021 = DayOff(
    first=date(2021, 2, 10), last=date(2021, 2, 16), name="Tết Nguyên đán", source="BLLĐ 2019 Điều 112"
)
LABOUR_2021 = DayOff(
    first=date(2021, 5, 3), last=date(2021, 5, 3), name="Nghỉ bù Ngày Quốc tế Lao động", source="Điều 111"
)
SWAP_2026 = DayOff(first=date(2026, 1, 1), last=date(2026, 1, 2), name="Tết Dương lịch")
SATURDAY_2026 = MakeUpDay(day=date(2026, 1, 10), source="Thông báo", instead_of=date(2026, 1, 2))
CULTURE_2026 = DayOff(
    first=date(2026, 11, 24), last=date(2026, 11, 24), name="Ngày Văn hóa Việt Nam", tentative=True
)
OFFICE = Calendar(days_off=[TET_2021, LABOUR_2021, SWAP_2026, CULTURE_2026], make_up=[SATURDAY_2026])

EPOCH = date(2020, 9, 1)
days = st.integers(0, 400).map(lambda number: EPOCH + timedelta(days=number))
stretches = st.lists(
    st.tuples(days, st.integers(0, 12)).map(lambda pair: (pair[0], pair[0] + timedelta(days=pair[1]))),
    max_size=8,
)
make_ups = st.lists(days, max_size=6)


def both(off: list[tuple[date, date]], made_up: list[date]) -> tuple[Calendar, BruteCalendar]:
    calendar = Calendar(
        days_off=[DayOff(first=first, last=last, name="nghỉ") for first, last in off],
        make_up=[MakeUpDay(day=day) for day in made_up],
    )
    return calendar, BruteCalendar(off, made_up)


@given(stretches, make_ups, days)
def test_a_day_is_what_the_day_by_day_count_says(
    off: list[tuple[date, date]], made_up: list[date], day: date
) -> None:
    calendar, brute = both(off, made_up)
    assert calendar.is_working_day(day) == brute.works(day)
    assert calendar.next_working_day(day) == brute.onwards(day)
    assert calendar.previous_working_day(day) == brute.backwards(day)


@given(stretches, make_ups, days, st.integers(0, 60))
def test_adding_is_what_the_day_by_day_count_says(
    off: list[tuple[date, date]], made_up: list[date], day: date, count: int
) -> None:
    calendar, brute = both(off, made_up)
    assert calendar.add_working_days(day, count) == brute.added(day, count)


def test_without_entries_only_weekends_are_off() -> None:
    week = [date(2021, 5, 24) + timedelta(days=number) for number in range(7)]
    assert [Calendar().is_working_day(day) for day in week] == [True] * 5 + [False] * 2


def test_the_last_working_day_before_the_due_sunday_of_may_2021() -> None:
    assert OFFICE.previous_working_day(date(2021, 5, 30)) == date(2021, 5, 28)
    assert OFFICE.next_working_day(date(2021, 5, 30)) == date(2021, 5, 31)


def test_tet_and_the_day_off_in_lieu_are_off() -> None:
    assert OFFICE.next_working_day(date(2021, 2, 10)) == date(2021, 2, 17)
    assert OFFICE.next_working_day(date(2021, 5, 1)) == date(2021, 5, 4)


def test_a_make_up_saturday_is_worked() -> None:
    assert OFFICE.is_working_day(date(2026, 1, 10))
    assert not OFFICE.is_working_day(date(2026, 1, 17))


def test_a_make_up_day_wins_over_a_stretch_of_days_off() -> None:
    calendar = Calendar(days_off=[TET_2021], make_up=[MakeUpDay(day=date(2021, 2, 12))])
    assert calendar.is_working_day(date(2021, 2, 12))


def test_the_first_day_is_not_counted() -> None:
    friday = date(2021, 5, 28)
    assert OFFICE.add_working_days(friday, 0) == friday
    assert OFFICE.add_working_days(friday, 1) == date(2021, 5, 31)
    assert OFFICE.add_working_days(date(2021, 5, 30), 0) == date(2021, 5, 30)


def test_a_negative_count_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="-1"):
        OFFICE.add_working_days(EPOCH, -1)


def test_years_are_known_by_their_entries() -> None:
    over_new_year = DayOff(first=date(2023, 12, 30), last=date(2024, 1, 2), name="nghỉ")
    calendar = Calendar(days_off=[over_new_year], make_up=[MakeUpDay(day=date(2026, 1, 10))])
    assert [year for year in range(2022, 2028) if calendar.knows_year(year)] == [2023, 2024, 2026]
    assert calendar.years_needed(date(2022, 9, 1), date(2027, 8, 31)) == (2022, 2025, 2027)
    assert calendar.years_needed(date(2023, 1, 1), date(2024, 12, 31)) == ()


def test_a_stretch_that_ends_before_it_begins_takes_no_day() -> None:
    calendar = Calendar(days_off=[DayOff(first=date(2021, 5, 5), last=date(2021, 5, 4), name="ngược")])
    assert calendar.is_working_day(date(2021, 5, 4))
    assert calendar.is_working_day(date(2021, 5, 5))


def test_a_calendar_without_working_days_is_said_so_forwards_and_backwards() -> None:
    calendar = Calendar(days_off=[DayOff(first=date.min, last=date.max, name="nghỉ mãi")])
    with pytest.raises(CalendarTooEmptyError) as forwards:
        calendar.next_working_day(date(2021, 5, 31))
    assert str(forwards.value) == ("Lịch nghỉ không còn ngày làm việc nào trong 400 ngày sau ngày 31/5/2021.")
    with pytest.raises(CalendarTooEmptyError, match="400 ngày trước ngày 31/5/2021"):
        calendar.previous_working_day(date(2021, 5, 31))
    with pytest.raises(CalendarTooEmptyError):
        calendar.add_working_days(date(2021, 5, 31), 3)


def test_399_days_off_in_a_row_are_still_searched() -> None:
    monday = date(2021, 1, 4)
    last = monday + timedelta(days=398)
    calendar = Calendar(days_off=[DayOff(first=monday, last=last, name="nghỉ dài")])
    assert calendar.next_working_day(monday) == last + timedelta(days=1)


@pytest.mark.parametrize("edge", [date.min, date.max])
def test_the_ends_of_the_calendar_are_a_clear_error(edge: date) -> None:
    calendar = Calendar(days_off=[DayOff(first=edge, last=edge, name="nghỉ")])
    search = calendar.next_working_day if edge == date.max else calendar.previous_working_day
    with pytest.raises(CalendarTooEmptyError, match="từ năm 1 đến năm 9999"):
        search(edge)
    with pytest.raises(CalendarTooEmptyError, match="từ ngày 31/12/9999"):
        calendar.add_working_days(date.max, 1)


def test_a_calendar_keeps_its_own_copy_and_compares_by_its_entries() -> None:
    entries = [TET_2021]
    calendar = Calendar(days_off=entries)
    entries.clear()
    assert calendar == Calendar(days_off=(TET_2021,))
    assert not calendar.is_working_day(date(2021, 2, 11))
    with pytest.raises(FrozenInstanceError):
        calendar.make_up = ()  # type: ignore[misc]


@given(st.dates(date(2020, 9, 1), date(2021, 8, 31)), st.integers(-5, 60))
def test_working_days_after_a_day_are_counted_one_by_one(day: date, more: int) -> None:
    last = day + timedelta(days=more)
    days = [day + timedelta(days=one) for one in range(1, more + 1)]
    for _ in range(2):
        assert OFFICE.working_days_after(day, last) == sum(OFFICE.is_working_day(one) for one in days)
