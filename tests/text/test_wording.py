"""Days, hours and numbers as Vietnamese papers write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truyenthong.text import (
    VIETNAM_TIME,
    day_in_week,
    day_wording,
    hour_wording,
    long_day_wording,
    moment_wording,
    number_wording,
    percent_wording,
    roman,
)


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2021, 5, 31), "31/5/2021", "ngày 31 tháng 5 năm 2021"),
        (date(2021, 5, 3), "03/5/2021", "ngày 03 tháng 5 năm 2021"),
        (date(2017, 1, 25), "25/01/2017", "ngày 25 tháng 01 năm 2017"),
        (date(2021, 2, 9), "09/02/2021", "ngày 09 tháng 02 năm 2021"),
        (date(2021, 12, 10), "10/12/2021", "ngày 10 tháng 12 năm 2021"),
    ],
)
def test_zeros_stand_before_days_below_ten_and_the_first_two_months(day: date, short: str, long: str) -> None:
    assert day_wording(day) == short
    assert long_day_wording(day) == long


def test_days_of_the_week_have_their_capitals() -> None:
    assert day_in_week(date(2021, 5, 31)) == "thứ Hai 31/5/2021"
    assert day_in_week(date(2021, 5, 30)) == "Chủ nhật 30/5/2021"
    assert day_in_week(date(2021, 5, 31), capital=True) == "Thứ Hai 31/5/2021"


def test_moments_are_written_as_they_are_typed() -> None:
    assert moment_wording(datetime(2021, 5, 28, 9, 15, tzinfo=VIETNAM_TIME)) == "28/5/2021 09:15"
    assert hour_wording(time(23, 59, 59)) == "23:59:59"


def test_vietnam_is_seven_hours_ahead() -> None:
    noon = datetime(2021, 7, 1, 12, tzinfo=VIETNAM_TIME)
    assert noon == datetime(2021, 7, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("number", "decimals", "wording"),
    [
        (0, None, "0"),
        (999, None, "999"),
        (1200, None, "1.200"),
        (-1234567, None, "-1.234.567"),
        (12.5, None, "12,5"),
        (Decimal("1200.50"), None, "1.200,5"),
        (Decimal("1E+3"), None, "1.000"),
        (0.05, 1, "0,1"),
        (-0.01, 1, "0"),
        (-0.06, 1, "-0,1"),
        (2.5, 0, "3"),
    ],
)
def test_numbers_group_with_points_and_part_with_a_comma(
    number: float | Decimal, decimals: int | None, wording: str
) -> None:
    assert number_wording(number, decimals=decimals) == wording


@pytest.mark.parametrize(
    ("ratio", "wording"), [(0.8158, "81,6%"), (1, "100%"), (0, "0%"), (Decimal("0.5"), "50%")]
)
def test_rates_are_percent_with_one_decimal(ratio: float | Decimal, wording: str) -> None:
    assert percent_wording(ratio) == wording


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (1999, "MCMXCIX"), (3999, "MMMCMXCIX")],
)
def test_roman_numerals(number: int, numeral: str) -> None:
    assert roman(number) == numeral


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_there_is_no_roman_numeral_beyond_their_range(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        roman(number)


@given(st.integers(1, 3998))
def test_roman_numerals_are_all_different(number: int) -> None:
    assert roman(number) != roman(number + 1)
