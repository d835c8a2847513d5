"""Lines for a terminal: they fit its width, and no word is cut."""

import pytest

from truyenthong.cli.screen import Screen, abreast, aligned, both_fit, broken
from truyenthong.cli.tables import width

LINE = "  Báo cáo kết quả công tác truyền thông năm học, hạn 30/5/2021, quá hạn 2 ngày; chưa gửi."
ROWS = (
    ("2 ngày", "THPT Nậm Tăm", "đã gửi nhưng có lỗi"),
    ("12 ngày", "PTDTNT tỉnh", "bị trả lại: Thiếu bảng"),
)


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_a_line_is_broken_between_words(columns: int) -> None:
    told = [*broken(LINE, Screen(columns, 24))]
    assert all(width(line) <= columns for line in told)
    assert " ".join(told).split() == LINE.split()


def test_nothing_is_broken_or_cut_where_nobody_looks() -> None:
    assert [*broken(LINE * 9, None)] == [LINE * 9]
    assert aligned(ROWS, None) == [
        "  2 ngày   THPT Nậm Tăm  đã gửi nhưng có lỗi",
        "  12 ngày  PTDTNT tỉnh   bị trả lại: Thiếu bảng",
    ]


def test_only_the_last_cell_gives_way_and_only_between_words() -> None:
    assert aligned(ROWS, Screen(40, 24)) == [
        "  2 ngày   THPT Nậm Tăm  đã gửi nhưng…",
        "  12 ngày  PTDTNT tỉnh   bị trả lại…",
    ]


def test_colours_take_no_room() -> None:
    painted = f"\x1b[31;1m{LINE}\x1b[0m"
    assert [*broken(painted, Screen(len(LINE), 24))] == [painted]


def test_the_longer_text_of_two_gives_way() -> None:
    assert both_fit("Báo cáo quý", "chưa gửi", 40) == "Báo cáo quý: chưa gửi"
    told = both_fit("Báo cáo quý", "bị trả lại: Thiếu bảng tin và bài theo kênh", 40)
    assert told == "Báo cáo quý: bị trả lại: Thiếu bảng tin…"


def test_short_lines_are_side_by_side_where_there_is_room() -> None:
    assert abreast(["a", "b", "c"], Screen(20, 24)) == ["a  c", "b"]
    assert abreast(["a", "b", "c"], Screen(3, 24)) == ["a", "b", "c"]
    assert abreast(["a", "b", "c"], None) == ["a", "b", "c"]
