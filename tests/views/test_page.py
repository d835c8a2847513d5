"""What the page shows: the rows of the board that are behind, what waits, nobody's name unless asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

from support.years.kept_ledgers import input_with_ledgers
from support.years.small_year import small_input
from truyenthong.model.units import Roster, UnitContact
from truyenthong.views.board import all_measures, board_charts
from truyenthong.views.page import NAMED, Doubts, WaitingFile, page_view
from truyenthong.views.subject import PlainValue, ViewInput

_View = dict[str, PlainValue]
DAY = date(2021, 5, 20)


def view(given: ViewInput | None = None, doubts: Doubts | None = None, *, full: bool = False) -> _View:
    return page_view(given or small_input(), doubts or Doubts(), full=full)


def dicts(value: PlainValue) -> list[_View]:
    assert isinstance(value, list)
    return [one for one in value if isinstance(one, dict)]


def test_who_is_late_is_who_the_board_calls_behind() -> None:
    given = small_input()
    behind = [row for row in given.progress.rows if row.behind]
    shown = view(given)
    told = [line["don_vi"] for group in dicts(shown["cham"]) for line in dicts(group["dong"])]
    assert behind
    assert sorted(map(str, told)) == sorted(row.unit.short_name for row in behind)
    assert shown["so_cham"] == len(behind)
    assert shown["lau_nhat"] == max(row.days_late or 0 for row in behind)


def test_lines_of_the_board_carry_the_days_by_which_their_unit_is_late() -> None:
    given = small_input()
    late = {row.unit.short_name for row in given.progress.rows if row.behind}
    lines = [
        line
        for group in dicts(view(given)["nhom"])
        for table in dicts(group["bang"])
        for line in dicts(table["don_vi"])
    ]
    assert {line["ten"] for line in lines if line["cham"]} == late
    for group in dicts(view(given)["nhom"]):
        for table in dicts(group["bang"]):
            columns = sum(len(dicts(part["cot"])) for part in dicts(table["phan"]))
            assert {len(dicts(line["o"])) for line in dicts(table["don_vi"])} == {columns}


def test_where_nothing_was_received_nobody_is_called_late_and_there_is_no_rate() -> None:
    shown = view(replace(small_input(empty=True), nothing_received=True))
    assert shown["cham"] == []
    assert "chưa ghi nhận bài nộp nào" in str(shown["im_lang"])
    assert [one["chu"] for one in dicts(shown["so"])][2::2] == ["–", "–"]


def test_charts_are_those_of_the_word_reports() -> None:
    from truyenthong.model.reports import ReportEntry, ReportScope  # noqa: PLC0415 - of this test alone
    from truyenthong.views.subject import subject_of  # noqa: PLC0415

    given = small_input()
    subject = subject_of(given, ReportEntry(code="x", name="x", template="", scope=ReportScope.SECTOR))
    charts = board_charts(subject, silent=False)
    assert view(given)["bieu_do"] == [charts["theo_loai"], charts["theo_thang"]]
    whole = cast("_View", all_measures(subject, silent=False)["chung"])
    assert dicts(view(given)["so"])[0]["chu"] == str(whole["phai_nop"])


def test_what_waits_is_counted_and_named_with_its_unit() -> None:
    given = small_input()
    unit = given.roster.units[0]
    doubts = Doubts(
        waiting=(
            WaitingFile(since=DAY, unit=unit, duty="Báo cáo năm"),
            WaitingFile(since=DAY, unit=None, duty=None),
        ),
        unknown=(unit,),
        unreachable=given.roster.units,
    )
    bare, shown = view(given), view(given, doubts)
    assert cast("int", shown["so_quyet_dinh"]) == cast("int", bare["so_quyet_dinh"]) + 3, (
        "gaps are no decision"
    )
    waiting = dicts(shown["viec_cho"])[0]
    assert [(one["don_vi"], one["chu"]) for one in dicts(waiting["dong"])] == [
        (unit.short_name, "Báo cáo năm, chờ từ ngày 20/5/2021"),
        ("Chưa rõ đơn vị", "chờ từ ngày 20/5/2021"),
    ]
    many = view(given, replace(doubts, waiting=[*doubts.waiting] * NAMED))
    first = dicts(many["viec_cho"])[0]
    assert (first["so"], len(dicts(first["dong"])), first["con"]) == (2 * NAMED, NAMED, NAMED)


def test_persons_telephones_and_what_people_wrote_are_shown_only_when_asked_for() -> None:
    given = input_with_ledgers()
    person = UnitContact(name="Người Trực Mẫu", phone="0213000000")
    units = tuple(replace(one, contacts=(person,)) for one in given.roster.units)
    rows = tuple(replace(row, unit=replace(row.unit, contacts=(person,))) for row in given.progress.rows)
    given = replace(
        given,
        roster=Roster(kinds=given.roster.kinds, units=units),
        progress=replace(given.progress, rows=rows),
    )
    titles = {str(one["ten"]) for one in dicts(view(given, full=True)["vu_viec"])}
    assert titles - {""}
    short, full = str(view(given)), str(view(given, full=True))
    for told in ("Người Trực Mẫu", "0213000000", *titles):
        assert told in full
        assert told not in short
