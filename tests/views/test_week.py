"""The week for the head of the agency: seven days, the figures of other papers, short lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from support.years.kept_ledgers import input_with_ledgers
from support.years.small_year import ENTRIES, small_input, small_progress
from truyenthong.progress.fair import EarlierYear
from truyenthong.views.subject import PlainValue, Subject, ViewInput, subject_of
from truyenthong.views.week import GROUPS, week_chart, week_of, week_view

Items = list[dict[str, PlainValue]]


def about(given: ViewInput) -> Subject:
    return subject_of(given, ENTRIES["tien-do"])


def week(given: ViewInput) -> dict[str, PlainValue]:
    return week_view(about(given))


def row_of(view: dict[str, PlainValue], name: str) -> list[PlainValue]:
    (row,) = (one for one in cast("Items", view["so_sanh"]) if one["ten"] == name)
    return [row["tuan_nay"], row["tuan_truoc"], row["nam_truoc"]]


def test_a_week_is_the_seven_days_that_end_with_the_day() -> None:
    days = week_of(date(2021, 6, 1))
    assert (days.start, days.last) == (date(2021, 5, 26), date(2021, 6, 1))


def test_what_came_is_counted_by_receipts_and_told_by_duties() -> None:
    view = week(small_input())
    (yearly,) = cast("Items", view["da_nhan"])
    assert (yearly["noi_dung"], yearly["so_van_ban"], yearly["so_don_vi"]) == (
        "Báo cáo kết quả năm học",
        5,
        4,
    )
    assert yearly["don_vi"] == "Phòng GD&ĐT A, Phòng GD&ĐT B, Phòng GD&ĐT C, THPT X"
    assert row_of(view, "Văn bản các đơn vị gửi đến") == [5, None, None]


def test_late_units_are_those_of_the_reminder() -> None:
    given = small_input()
    view = week(given)
    assert view["so_noi_dung_cham"] == len(about(given).chased) == 3
    assert (view["so_don_vi_cham"], view["cho_xu_ly"]) == (3, 1)
    (late,) = cast("Items", view["cham"])
    assert late["don_vi"] == "Phòng GD&ĐT C (2 ngày), Phòng GD&ĐT D (2 ngày), THPT Z (2 ngày)"


def test_the_week_before_and_the_week_a_year_ago_stand_beside() -> None:
    given = replace(small_input(), board_of=lambda day: small_progress(as_of=day))
    earlier = EarlierYear(
        school_year="2019-2020", progress=given.progress, plan=given.plan, roster=given.roster
    )
    view = week(replace(given, earlier=earlier))
    assert row_of(view, "Văn bản các đơn vị gửi đến") == [5, 0, 5]
    assert row_of(view, "Đơn vị chậm, tính đến cuối tuần") == [3, 0, 3]
    assert view["nam_truoc"] == "2019-2020"


def test_a_board_alone_of_an_earlier_year_gives_no_column() -> None:
    given = small_input()
    earlier = EarlierYear(school_year="2019-2020", progress=given.progress)
    assert row_of(week(replace(given, earlier=earlier)), "Đơn vị chậm, tính đến cuối tuần") == [3, None, None]


def test_lists_are_short_and_say_how_much_is_left() -> None:
    given = small_input()
    late = [row for row in given.progress.rows if row.behind and row.unit.code == "d"]
    many = tuple(
        replace(late[0], obligation=replace(late[0].obligation, code=f"n{number}", name=f"Việc {number}"))
        for number in range(5)
    )
    view = week(replace(given, progress=replace(given.progress, rows=many)))
    assert len(cast("Items", view["cham"])) == GROUPS
    assert view["cham_con_lai"] == 5 - GROUPS


def test_the_chart_adds_up_to_what_the_register_has() -> None:
    given = input_with_ledgers()
    chart = cast("dict[str, list[PlainValue]]", week_chart(given))
    series = [cast("list[int]", cast("dict[str, PlainValue]", one)["gia_tri"]) for one in chart["day"]]
    assert chart["nhom"] == ["II.1", "II.2.d"]
    assert [sum(both) for both in zip(*series, strict=True)] == [2, 1]
    early = replace(given, progress=replace(given.progress, as_of=given.as_of - timedelta(days=365)))
    assert week_chart(early)["nhom"] == []


def test_what_is_open_is_told_with_the_unit() -> None:
    view = week(input_with_ledgers())
    assert view["viec_mo"] == len(cast("Items", view["viec"]))
    assert all(one["tieu_de"] for one in cast("Items", view["viec"]))
