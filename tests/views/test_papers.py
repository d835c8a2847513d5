"""The parts of a paper around its content."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from support.years.small_year import ENTRIES, small_input, small_roster
from truyenthong.model.reports import ReportEntry
from truyenthong.model.units import Unit
from truyenthong.views.build import build_view
from truyenthong.views.papers import dashed, number_and_symbol, padded_number, written_date
from truyenthong.views.subject import PlainValue, ViewInput


def part(
    name: str, code: str, *, given: ViewInput | None = None, unit: Unit | None = None
) -> dict[str, PlainValue]:
    """One group of the view of a report."""
    view = build_view(given or small_input(), ENTRIES[code], unit=unit)
    value = view[name]
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize(
    ("day", "month", "year", "expected"),
    [
        (3, 5, 2021, "ngày 03 tháng 5 năm 2021"),
        (25, 1, 2017, "ngày 25 tháng 01 năm 2017"),
        (10, 10, 2020, "ngày 10 tháng 10 năm 2020"),
        (None, 10, 2020, "ngày     tháng 10 năm 2020"),
        (None, None, None, "ngày     tháng     năm"),
    ],
)
def test_a_date_has_zeros_where_the_decree_wants_them(
    day: int | None, month: int | None, year: int | None, expected: str
) -> None:
    assert written_date(day, month, year) == expected


def test_a_blank_day_inside_a_sentence_is_three_dots() -> None:
    assert written_date(None, 10, 2020, blank=" … ") == "ngày … tháng 10 năm 2020"


@pytest.mark.parametrize(
    ("number", "expected"), [(None, ""), ("5", "05"), ("05", "05"), ("120", "120"), ("5a", "5a")]
)
def test_a_number_below_ten_has_a_zero(number: str | None, expected: str) -> None:
    assert padded_number(number) == expected


def test_a_number_that_is_not_given_stays_blank() -> None:
    assert number_and_symbol(None, "SGDĐT-VP") == "     /SGDĐT-VP"
    assert number_and_symbol("7", "SGDĐT-VP") == "07/SGDĐT-VP"


def test_lines_end_as_the_decree_wants() -> None:
    assert dashed(["Như trên;", "Lãnh đạo Sở (b/c)", "Lưu: VT, VP."]) == [
        "- Như trên;",
        "- Lãnh đạo Sở (b/c);",
        "- Lưu: VT, VP.",
    ]


def test_the_plan_has_its_own_date_and_other_papers_the_month_of_the_board() -> None:
    assert part("van_ban", "ke-hoach")["ngay_thang"] == "Lai Châu, ngày     tháng 10 năm 2020"
    assert part("van_ban", "tien-do")["ngay_thang"] == "Lai Châu, ngày     tháng 6 năm 2021"


def test_number_day_and_signer_are_those_that_were_given() -> None:
    given = replace(small_input(), number="8", day=date(2021, 2, 3), signer="giam-doc")
    paper = part("van_ban", "don-doc", given=given)
    assert paper["so_ky_hieu"] == "08/SGDĐT-VP"
    assert paper["ngay_thang"] == "Lai Châu, ngày 03 tháng 02 năm 2021"
    assert part("nguoi_ky", "don-doc", given=given)["dong"] == ["GIÁM ĐỐC"]


def test_the_signer_is_the_catalogues_and_a_blank_name_stays_blank() -> None:
    assert part("nguoi_ky", "don-doc") == {"dong": ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"], "ho_ten": ""}
    assert part("nguoi_ky", "ke-hoach") == {"dong": ["GIÁM ĐỐC"], "ho_ten": "Trần Văn Mẫu"}


def test_a_plan_without_signers_has_none() -> None:
    given = small_input()
    given = replace(given, plan=replace(given.plan, signers=()))
    assert part("nguoi_ky", "tien-do", given=given) == {"dong": [], "ho_ten": ""}


def test_the_plans_recipients_stand_as_printed() -> None:
    view = build_view(small_input(), ENTRIES["ke-hoach"])
    assert view["noi_nhan"] == ["- Văn phòng Bộ GD&ĐT (b/c);", "- Các đơn vị (t/h);", "- Lưu VT, VP."]


def test_a_plan_and_a_progress_report_are_written_to_nobody() -> None:
    for code in ("ke-hoach", "tien-do"):
        assert part("kinh_gui", code) == {"co": False, "mot": "", "dong": []}


def test_one_addressee_stands_on_its_line() -> None:
    unit = small_roster().by_code["a"]
    assert part("kinh_gui", "theo-don-vi", unit=unit) == {"co": True, "mot": unit.name, "dong": []}


def test_a_reminder_is_written_to_exactly_those_that_owe_something() -> None:
    assert part("kinh_gui", "don-doc")["dong"] == [
        "- Phòng Giáo dục và Đào tạo huyện C;",
        "- Phòng Giáo dục và Đào tạo huyện D;",
        "- Trường THPT Z.",
    ]


def test_the_catalogues_addressees_win() -> None:
    entry: ReportEntry = replace(ENTRIES["don-doc"], addressees=("Ủy ban nhân dân tỉnh Lai Châu",))
    view = build_view(small_input(), entry)
    assert view["kinh_gui"] == {"co": True, "mot": "Ủy ban nhân dân tỉnh Lai Châu", "dong": []}


def test_the_contact_is_a_phrase_of_what_is_known() -> None:
    assert part("lien_he", "tien-do")["cau"] == (
        "Văn phòng Sở, điện thoại 0213000000, thư điện tử vp@example.edu.vn"
    )


def test_the_plan_is_cited_in_full_and_in_short() -> None:
    plan = part("ke_hoach", "don-doc")
    assert plan["vien_dan"] == (
        "Kế hoạch số …/KH-SGDĐT ngày … tháng 10 năm 2020 của Sở Giáo dục và Đào tạo tỉnh Lai Châu "
        "về việc truyền thông về giáo dục năm học 2020 - 2021"
    )
    assert plan["ten_goi"] == "Kế hoạch số …/KH-SGDĐT"
    assert plan["ngay"] is None


def test_a_plan_that_was_issued_is_cited_with_number_and_day() -> None:
    given = small_input()
    paper = replace(given.plan.paper, number="9", day=5)
    given = replace(given, plan=replace(given.plan, paper=paper))
    plan = part("ke_hoach", "don-doc", given=given)
    assert plan["ten_goi"] == "Kế hoạch số 09/KH-SGDĐT"
    assert plan["ngay"] == date(2020, 10, 5)
    assert part("van_ban", "ke-hoach", given=given)["ngay_thang"] == "Lai Châu, ngày 05 tháng 10 năm 2020"
