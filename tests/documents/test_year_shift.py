"""A plan's dates move to another year; its own words, comments and order stay."""

from __future__ import annotations

import pytest

from truyenthong.documents.year_shift import ShiftedPlan, shift_plan
from truyenthong.errors import CannotContinueError
from truyenthong.model.periods import SchoolYear

PLAN = """# Kế hoạch năm học 2020-2021
ma: ke-hoach-2020-2021
nam_hoc: 2020-2021      # của năm
van_ban:
  so: 12
  ngay: 5
  thang: 10
  nam: 2020
  trich_yeu: Truyền thông năm học 2020 - 2021
noi_dung:
  mo_dau: [Gửi trước ngày 31/5/2021]
can_cu:
  - {so_ky_hieu: 180/KH-BGDĐT, ngay: 20/3/2021}
nhiem_vu:
  - ma: bao-cao-nam
    trich: trước ngày 31/5/2021
    tu_ky: 2020-11
    den_ky: 8/2021
    quy: 2021-q1
    han: {truoc_ngay: 31/5/2021}
    ghi_chu: Hạn cũ là 31/5/2021.
    ten: >-
      Báo cáo năm học
      2020-2021
bieu_mau:
  - truong:
      - {som_nhat: 1/9/2020, muon_nhat: 2021-08-31, lon_nhat: 2021}
      - {som_nhat: 1/1/2015, dai_nhat: 2021}
"""


def shifted(text: str = PLAN, *, old: int = 2020, new: int = 2021) -> ShiftedPlan:
    return shift_plan(text, old=SchoolYear(first_year=old), new=SchoolYear(first_year=new))


def changes(outcome: ShiftedPlan) -> dict[str, tuple[str, str | None]]:
    return {"/".join(map(str, one.path)): (one.before, one.after) for one in outcome.moved}


def test_what_is_a_date_a_period_or_the_name_of_the_year_moves() -> None:
    assert changes(shifted()) == {
        "ma": ("ke-hoach-2020-2021", "ke-hoach-2021-2022"),
        "nam_hoc": ("2020-2021", "2021-2022"),
        "van_ban/so": ("12", None),
        "van_ban/ngay": ("5", None),
        "van_ban/thang": ("10", None),
        "van_ban/nam": ("2020", "2021"),
        "van_ban/trich_yeu": ("Truyền thông năm học 2020 - 2021", "Truyền thông năm học 2021 - 2022"),
        "nhiem_vu/0/tu_ky": ("2020-11", "2021-11"),
        "nhiem_vu/0/den_ky": ("8/2021", "8/2022"),
        "nhiem_vu/0/quy": ("2021-q1", "2022-q1"),
        "nhiem_vu/0/han/truoc_ngay": ("31/5/2021", "31/5/2022"),
        "bieu_mau/0/truong/0/som_nhat": ("1/9/2020", "1/9/2021"),
        "bieu_mau/0/truong/0/muon_nhat": ("2021-08-31", "2022-08-31"),
        "bieu_mau/0/truong/0/lon_nhat": ("2021", "2022"),
    }


def test_the_papers_own_words_and_other_numbers_stay() -> None:
    text = shifted().text
    for kept in (
        "Gửi trước ngày 31/5/2021",
        "ngay: 20/3/2021",
        "trich: trước ngày 31/5/2021",
        "dai_nhat: 2021",
    ):
        assert kept in text
    assert "som_nhat: 1/1/2015" in text


def test_comments_and_order_stay_and_the_old_words_are_marked() -> None:
    before, after = PLAN.splitlines(), shifted().text.splitlines()
    assert after[0] == before[0]
    assert after[2] == "nam_hoc: 2021-2022      # của năm"
    assert after[-1] == "nguyen_van_cua: 2020-2021"
    assert [row.partition(":")[0] for row in after[:-1]] == [row.partition(":")[0] for row in before]


def test_what_still_names_the_old_year_is_listed_with_its_line() -> None:
    left = {(one.line, one.path[-1] if one.path else None) for one in shifted().left}
    assert left == {(21, "ghi_chu"), (22, "ten"), (28, "dai_nhat"), (1, None)}


def test_several_years_at_once_and_the_second_time() -> None:
    later = shifted(new=2024)
    assert "truoc_ngay: 31/5/2025" in later.text
    again = shift_plan(later.text, old=SchoolYear(first_year=2024), new=SchoolYear(first_year=2025))
    assert "truoc_ngay: 31/5/2026" in again.text
    assert again.text.count("nguyen_van_cua") == 1
    assert "nguyen_van_cua: 2020-2021" in again.text


def test_a_day_that_the_new_year_lacks_is_left_to_people() -> None:
    outcome = shifted("nam_hoc: 2023-2024\nhan: {cham_nhat_ngay: 29/2/2024}\n", old=2023, new=2024)
    assert "cham_nhat_ngay: 29/2/2024" in outcome.text
    assert [one.words for one in outcome.left] == ["29/2/2024"]


def test_a_plan_that_does_not_parse_stops_everything() -> None:
    with pytest.raises(CannotContinueError, match="còn lỗi"):
        shifted("nam_hoc: [")
