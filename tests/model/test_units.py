"""Units: when they exist and in which order they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.years.builders import unit
from truyenthong.model.periods import DayRange, SchoolYear
from truyenthong.model.units import FormerName, Roster, Succession, Unit, UnitKind, Validity

YEAR = SchoolYear(first_year=2020).days
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2022, 1, 1))


@pytest.mark.parametrize(
    ("first", "last", "day", "exists"),
    [
        (None, None, date(2021, 1, 1), True),
        (date(2021, 1, 1), None, date(2021, 1, 1), True),
        (date(2021, 1, 2), None, date(2021, 1, 1), False),
        (None, date(2021, 1, 1), date(2021, 1, 1), True),
        (None, date(2020, 12, 31), date(2021, 1, 1), False),
    ],
)
def test_both_ends_of_an_interval_are_in(
    first: date | None, last: date | None, day: date, exists: bool
) -> None:
    assert (day in Validity(first=first, last=last)) is exists
    assert unit(first=first, last=last).exists_on(day) is exists


def test_a_unit_may_close_and_open_again() -> None:
    one = Unit(
        code="a",
        name="A",
        short_name="A",
        kind="x",
        validity=(Validity(last=date(2020, 12, 31)), Validity(first=date(2021, 3, 1))),
    )
    assert one.exists_on(date(2020, 12, 31))
    assert not one.exists_on(date(2021, 1, 1))
    assert one.exists_on(date(2021, 3, 1))
    assert not one.exists_within(DayRange(start=date(2021, 1, 1), end=date(2021, 3, 1)))
    assert one.exists_within(DayRange(start=date(2021, 1, 1), end=date(2021, 3, 2)))


@given(st.none() | DAYS, st.none() | DAYS, DAYS, st.integers(1, 40))
def test_within_is_on_any_of_the_days(
    first: date | None, last: date | None, start: date, length: int
) -> None:
    if first is not None and last is not None and last < first:
        return
    days = [start + timedelta(days=number) for number in range(length)]
    one = unit(first=first, last=last)
    within = one.exists_within(DayRange(start=start, end=start + timedelta(days=length)))
    assert within == any(one.exists_on(day) for day in days)


def test_units_stand_by_kind_then_as_listed() -> None:
    roster = Roster(
        kinds=(UnitKind(code="so", name="Sở", inside=True), UnitKind(code="truong", name="Trường")),
        units=(
            unit("c", kind="truong"),
            unit("x", kind="la"),
            unit("a", kind="so"),
            unit("b", kind="truong"),
        ),
    )
    assert [one.code for one in roster.ordered()] == ["a", "c", "b", "x"]
    assert roster.order == {"a": 0, "c": 1, "b": 2, "x": 3}
    assert roster.by_code["b"].code == "b"
    assert [code for code, one in roster.by_code.items() if roster.is_inside(one)] == ["a"]


def test_a_unit_that_always_existed_exists_within_any_days() -> None:
    assert unit().exists_within(YEAR)


def heir(code: str, *, duties: tuple[str, ...] = ()) -> Succession:
    return Succession(to=code, since=date(2021, 4, 1), duties=duties)


def test_letters_of_a_closed_unit_go_to_whom_it_or_its_heirs_declare() -> None:
    last = date(2021, 3, 31)
    roster = Roster(
        kinds=(),
        units=(
            replace(unit("a", last=last), handovers=(heir("b", duties=("bao-cao",)), heir("c"))),
            replace(unit("b", last=last), handovers=(heir("d"), heir("a"))),
            unit("c"),
            replace(unit("d"), letters_to="Phòng Văn hóa"),
            unit("e", last=last),
            replace(unit("f", last=last), letters_to="Nơi lưu hồ sơ"),
        ),
    )

    def written_to(code: str, day: date, duty: str | None = None) -> list[str]:
        return [one.code for one in roster.recipients(roster.by_code[code], day, duty)]

    assert written_to("a", last) == ["a"]
    assert written_to("a", date(2021, 4, 1)) == ["c", "d"]
    assert written_to("a", date(2021, 4, 1), "khac") == ["c"]
    assert written_to("b", date(2021, 4, 1)) == ["d", "c"]
    assert written_to("e", date(2021, 4, 1)) == []
    assert written_to("f", date(2021, 4, 1)) == ["f"]
    assert roster.letters_to(roster.by_code["b"], date(2021, 4, 1)) == ("Phòng Văn hóa", "Đơn vị c")
    assert roster.letters_to(roster.by_code["e"], date(2021, 4, 1)) == ("Đơn vị e",)


def test_under_the_name_of_a_day_a_unit_is_known_by_every_other_name() -> None:
    former = FormerName(name="Trường cũ", short_name="Cũ", until=date(2021, 3, 31))
    one = replace(unit("a"), former_names=(former,))
    before = one.named_on(date(2021, 3, 31))
    assert before.name == "Trường cũ"
    assert set(before.names) == set(one.names) == {"Trường cũ", "Cũ", "Đơn vị a", "a"}
    assert one.named_on(date(2021, 4, 1)) is one
