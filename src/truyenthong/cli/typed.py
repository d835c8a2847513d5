"""Days, moments and numbers as people type them."""

from __future__ import annotations

from datetime import date

from truyenthong.errors import UsageError
from truyenthong.model.moments import Moment
from truyenthong.yamltext.days import parse_date, parse_moment
from truyenthong.yamltext.scalars import Fault, parse_paper_number


def parse_day(text: str, where: str) -> date:
    """A day as people type it.

    Raises:
        UsageError: where it is no date of the calendar.
    """
    day = parse_date(text.strip())
    if isinstance(day, Fault):
        raise UsageError(f"{where}: {day.message}", hint=day.hint or "viết 31/5/2021 hoặc 2021-05-31.")
    return day


def parse_number(text: str, where: str) -> str:
    """The number of a paper, in digits.

    Raises:
        UsageError: where it is something else, a symbol with it for instance.
    """
    number = parse_paper_number(text)
    if isinstance(number, Fault):
        raise UsageError(f"{where}: {number.message}", hint=number.hint)
    return number


def parse_when(text: str, where: str) -> Moment:
    """A day, with the hour where it is known, as people type it.

    Raises:
        UsageError: where it is none.
    """
    moment = parse_moment(text.strip())
    if isinstance(moment, Fault):
        raise UsageError(f"{where}: {moment.message}", hint=moment.hint or "viết 28/5/2021 09:15.")
    return moment
