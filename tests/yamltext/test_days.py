"""Days, moments, months and school years as offices type them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truyenthong.model.moments import Moment
from truyenthong.model.periods import SchoolYear, YearMonth
from truyenthong.text import day_wording
from truyenthong.yamltext.days import parse_date, parse_moment, parse_month, parse_school_year, parse_time
from truyenthong.yamltext.scalars import Fault


def fault(parse: Callable[[str], object], text: str) -> tuple[str, str, str]:
    result = parse(text)
    assert isinstance(result, Fault)
    return result.kind.code, result.message, result.hint or ""


@pytest.mark.parametrize(
    "text", ["31/5/2021", "31/05/2021", "2021-05-31", " 31/5/2021 ", "31/5/2021\u200b", "\u00a031/5/2021"]
)
def test_the_two_ways_to_write_a_day(text: str) -> None:
    assert parse_date(text) == date(2021, 5, 31)


def test_the_day_comes_before_the_month() -> None:
    assert parse_date("5/6/2021") == date(2021, 6, 5)
    assert parse_date("29/2/2020") == date(2020, 2, 29)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_every_written_day_is_read_again(day: date) -> None:
    assert parse_date(day_wording(day)) == day == parse_date(day.isoformat())


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_a_fault(text: str) -> None:
    assert isinstance(parse_date(text), date | Fault)
    assert isinstance(parse_moment(text), Moment | Fault)
    assert isinstance(parse_month(text), YearMonth | Fault)
    assert isinstance(parse_school_year(text), SchoolYear | Fault)


@pytest.mark.parametrize(
    ("text", "code", "message", "hint"),
    [
        ("31/4/2021", "TT103", "ngày 31/4/2021 không có trong lịch", "tháng 4 có 30 ngày"),
        ("29/2/2021", "TT103", "ngày 29/2/2021 không có trong lịch", "tháng 2 năm 2021 có 28 ngày"),
        ("2021-02-30", "TT103", "ngày 2021-02-30 không có trong lịch", "tháng 2 năm 2021 có 28 ngày"),
        ("0/4/2021", "TT103", "ngày 0/4/2021 không có trong lịch", "ngày trong tháng đếm từ 1"),
        ("31/13/2021", "TT103", "ngày 31/13/2021 không có trong lịch", "một năm chỉ có tháng 1 đến tháng 12"),
        ("1/0/2021", "TT103", "ngày 1/0/2021 không có trong lịch", "một năm chỉ có tháng 1 đến tháng 12"),
        (
            "31/5/0021",
            "TT103",
            "ngày 31/5/0021 có năm 21, có lẽ gõ nhầm",
            "năm phải nằm trong khoảng từ 1900 đến 2199",
        ),
        (
            "5/30/2021",
            "TT105",
            "ngày 5/30/2021 có tháng 30: có lẽ tháng viết trước ngày theo kiểu Mỹ",
            "viết 30/5/2021, nếu đúng là ngày ấy",
        ),
        (
            "30.5.21",
            "TT104",
            "«30.5.21» không phải ngày viết đúng cách",
            "viết 30/5/2021, nếu đúng là ngày ấy",
        ),
        (
            "30-5",
            "TT104",
            "«30-5» không phải ngày viết đúng cách",
            "thiếu năm; viết ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 31/5/2021",
        ),
    ],
)
def test_a_day_that_is_none_is_told_and_helped(text: str, code: str, message: str, hint: str) -> None:
    assert fault(parse_date, text) == (code, message, hint)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("ngày 30 tháng 5 năm 2021", "viết 30/5/2021, nếu đúng là ngày ấy"),
        ("NGÀY 30 THÁNG 5, NĂM 2021", "viết 30/5/2021, nếu đúng là ngày ấy"),
        ("ngày 30 tháng 5", "thiếu năm; viết ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 31/5/2021"),
        ("30 / 5 / 2021", "viết 30/5/2021, nếu đúng là ngày ấy"),
        ("30–5–2021", "viết 30/5/2021, nếu đúng là ngày ấy"),
        ("2021/5/31", "viết 31/5/2021, nếu đúng là ngày ấy"),
        ("2021-5-31", "viết 31/5/2021, nếu đúng là ngày ấy"),
        ("44346", "Excel cất ngày 30/5/2021 thành số 44346; viết 30/5/2021, nếu đúng là ngày ấy"),
        ("31.4.2021", "tháng 4 có 30 ngày"),
        ("cuối tháng 5", "viết ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 31/5/2021"),
        ("", "viết ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 31/5/2021"),
        ("３１/5/2021", "viết 31/5/2021, nếu đúng là ngày ấy"),
    ],
)
def test_other_ways_to_write_a_day_are_asked_about(text: str, hint: str) -> None:
    assert fault(parse_date, text)[::2] == ("TT104", hint)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("09:15", time(9, 15)),
        ("9:15", time(9, 15)),
        ("23:59:59", time(23, 59, 59)),
        ("9h15", time(9, 15)),
        ("9h", time(9)),
        ("9 giờ 15 phút", time(9, 15)),
        ("9 GIỜ", time(9)),
        ("7 giờ", time(7)),
        ("02h15", time(2, 15)),
        ("2:15", time(2, 15)),
        ("0:00", time(0)),
    ],
)
def test_hours(text: str, hour: time) -> None:
    assert parse_time(text) == hour


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("24:00", "không có giờ «24:00»"),
        ("9:60", "không có giờ «9:60»"),
        ("9:00:60", "không có giờ «9:00:60»"),
        ("9:15 PM", "«9:15 PM» không phải giờ viết đúng cách"),
        ("2 giờ", "«2 giờ» chưa rõ ban đêm hay buổi chiều"),
        ("2h", "«2h» chưa rõ ban đêm hay buổi chiều"),
        ("6 GIỜ 5 phút", "«6 GIỜ 5 phút» chưa rõ ban đêm hay buổi chiều"),
        ("sáng", "«sáng» không phải giờ viết đúng cách"),
    ],
)
def test_hours_that_are_none(text: str, message: str) -> None:
    assert fault(parse_time, text)[:2] == ("TT116", message)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("28/5/2021", Moment(day=date(2021, 5, 28))),
        ("28/5/2021 09:15", Moment(day=date(2021, 5, 28), hour=time(9, 15))),
        ("2021-05-28 09:15", Moment(day=date(2021, 5, 28), hour=time(9, 15))),
        ("2021-05-28T09:15:30", Moment(day=date(2021, 5, 28), hour=time(9, 15, 30))),
        ("28/5/2021, 9h15", Moment(day=date(2021, 5, 28), hour=time(9, 15))),
        ("28/5/2021  lúc 9 giờ", Moment(day=date(2021, 5, 28), hour=time(9))),
    ],
)
def test_moments(text: str, moment: Moment) -> None:
    assert parse_moment(text) == moment


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("31/4/2021 09:15", "TT103", "31/4/2021"),
        ("28/5/2021 9:15 PM", "TT116", "9:15 PM"),
        ("28/5/2021 25:00", "TT116", "25:00"),
        ("ngày 28 tháng 5 năm 2021", "TT104", "ngày 28 tháng 5 năm 2021"),
        ("hôm qua", "TT104", "hôm qua"),
        ("x", "TT104", "x"),
    ],
)
def test_moments_that_are_none_name_the_part_that_is_off(text: str, code: str, part: str) -> None:
    found, message, _ = fault(parse_moment, text)
    assert (found, part in message) == (code, True)


@pytest.mark.parametrize(
    "text", ["9h15 ngày 28/5/2021", "09:15 28/5/2021", "9 giờ 15 phút, ngày 28/5/2021", "lúc 9h15 2021-05-28"]
)
def test_an_hour_before_the_day_is_shown_behind_it(text: str) -> None:
    assert fault(parse_moment, text) == (
        "TT116",
        f"«{text}» ghi giờ trước ngày",
        "ghi ngày trước, giờ sau: 28/5/2021 09:15",
    )


@pytest.mark.parametrize(
    ("text", "part"), [("25h ngày 28/5/2021", "25h"), ("9h15 ngày 31/4/2021", "9h15"), ("9h15 sáng", "9h15")]
)
def test_an_hour_before_a_day_that_is_none(text: str, part: str) -> None:
    assert fault(parse_moment, text)[:2] == ("TT104", f"«{part}» không phải ngày viết đúng cách")


@pytest.mark.parametrize("text", ["2020-11", "11/2020", " 11/2020"])
def test_months(text: str) -> None:
    assert parse_month(text) == YearMonth(year=2020, month=11)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2020-13", "tháng từ 1 đến 12, năm từ 1900 đến 2199"),
        ("0/2020", "tháng từ 1 đến 12, năm từ 1900 đến 2199"),
        ("11/0020", "tháng từ 1 đến 12, năm từ 1900 đến 2199"),
        ("2020-1", "viết 2020-01, nếu đúng là tháng ấy"),
        ("tháng 11/2020", "viết 2020-11, nếu đúng là tháng ấy"),
        ("tháng 11 năm 2020", "viết 2020-11, nếu đúng là tháng ấy"),
        ("tháng 13 năm 2020", "viết năm-tháng, ví dụ 2020-11, hoặc tháng/năm, ví dụ 11/2020"),
        ("tháng 11", "viết năm-tháng, ví dụ 2020-11, hoặc tháng/năm, ví dụ 11/2020"),
    ],
)
def test_months_that_are_none(text: str, hint: str) -> None:
    assert fault(parse_month, text)[::2] == ("TT114", hint)


@pytest.mark.parametrize("text", ["2020-2021", "2020 - 2021", "2020–2021", " 2020 -2021"])
def test_school_years(text: str) -> None:
    assert parse_school_year(text) == SchoolYear(first_year=2020)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2020-2022", "năm học gồm hai năm liền nhau, ví dụ 2020-2021"),
        ("0001-0002", "năm học gồm hai năm liền nhau, ví dụ 1-2"),
        ("2020", "viết hai năm liền nhau, ví dụ 2020-2021"),
        ("2020-21", "viết hai năm liền nhau, ví dụ 2020-2021"),
    ],
)
def test_school_years_that_are_none(text: str, hint: str) -> None:
    assert fault(parse_school_year, text)[::2] == ("TT115", hint)
