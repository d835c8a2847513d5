"""Receipts, decisions and extensions."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from support.years import builders
from truyenthong.model.moments import Moment
from truyenthong.text import VIETNAM_TIME

DUE = datetime(2021, 5, 30, 17, 0, tzinfo=VIETNAM_TIME)


@pytest.mark.parametrize(
    ("day", "hour", "late"),
    [
        (date(2021, 5, 29), time(23, 59), False),
        (date(2021, 5, 30), None, False),
        (date(2021, 5, 30), time(17), False),
        (date(2021, 5, 30), time(17, 0, 1), True),
        (date(2021, 5, 31), None, True),
        (date(2021, 5, 31), time(0), True),
    ],
)
def test_a_day_without_an_hour_is_in_time_on_that_day(day: date, hour: time | None, late: bool) -> None:
    assert Moment(day=day, hour=hour).is_after(DUE) is late


def test_moments_are_ordered_by_day_then_hour() -> None:
    first, second = Moment(day=date(2021, 5, 30)), Moment(day=date(2021, 5, 30), hour=time(8))
    third = Moment(day=date(2021, 5, 31))
    assert sorted([third, second, first], key=lambda one: one.sort_key) == [first, second, third]


def test_a_decision_is_known_from_its_day_on() -> None:
    receipt = builders.receipt(date(2021, 5, 28), returned=date(2021, 5, 29))
    assert receipt.known_on(date(2021, 5, 29)) == receipt
    assert receipt.known_on(date(2021, 5, 28)).decision is None
    bare = builders.receipt(date(2021, 5, 28))
    assert bare.known_on(date(2021, 5, 1)) == bare


def test_the_extension_that_reaches_furthest_is_in_force() -> None:
    early = builders.extension(date(2021, 5, 20), date(2021, 6, 10))
    shorter = builders.extension(date(2021, 6, 1), date(2021, 6, 5))
    longer = builders.extension(date(2021, 6, 2), date(2021, 6, 15))
    submission = builders.submission(extensions=(longer, shorter, early))
    assert submission.extension_by(date(2021, 5, 19)) is None
    assert submission.extension_by(date(2021, 5, 20)) == early
    assert submission.extension_by(date(2021, 6, 1)) == early
    assert submission.extension_by(date(2021, 6, 2)) == longer
    assert submission.key == ("don-vi-a", "bao-cao-nam", "2020-2021")
