"""``daily``: every part in its order, each behind its own boundary, the worst exit code, one page of log."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.years import second_plan
from truyenthong.cli.commands.daily import worst_of

DAY = ("--as-of", "2026-06-01")
NOBODY_LISTENS = """thu_di:
  may_chu: 127.0.0.1
  cong: 1
  bao_mat: khong
  nguoi_gui: {ten: Văn phòng, dia_chi: vp@example.gov.vn}
thu_den: {may_chu: 127.0.0.1, cong: 1, bao_mat: khong}
nhac_han:
  moc: [{ma: sau-1, sau: 1}]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return second_plan.workspace(tmp_path / "nam")


def parts_in(log: str) -> list[str]:
    """The lines of the log about a part, without day and hour."""
    lines = [line.split("  ", 1) for line in log.splitlines()]
    assert all(re.fullmatch(r"\d{2}/\d{1,2}/\d{4} \d{2}:\d{2}:\d{2}", moment) for moment, _ in lines)
    return [rest for _, rest in lines if not rest.startswith(" ")]


@pytest.mark.parametrize(
    ("codes", "worst"),
    [([], 0), ([0, 0], 0), ([0, 1, 0], 1), ([1, 3, 0], 3), ([3, 70, 1], 70), ([0, 5], 3), ([2, 1], 2)],
)
def test_the_first_of_70_3_1_0_that_occurred(codes: list[int], worst: int) -> None:
    assert worst_of(codes) == worst


def test_everything_is_made_in_order_and_without_mail_declared_mail_is_left_out(root: Path) -> None:
    second_plan.receive(root, "truong-a", "bao-cao-nam", "2025-2026", "28/4/2026")
    done = second_plan.call("daily", *DAY, cwd=root)
    assert done.returncode == 0, done.stdout
    assert [line.partition(":")[0] for line in parts_in(done.stdout)[1:]] == [
        "đọc hộp thư",
        "kiểm tra dữ liệu",
        "xem ai cần nhắc (không gửi)",
        "tóm tắt tuần",
        "trang tiến độ",
        "lịch",
        "báo cáo",
        "xong, mã 0",
    ]
    assert done.stdout.count("bỏ qua, chưa khai ở data/outreach.yaml") == 3
    assert len(done.stdout.splitlines()) < 50, "one page"
    out = root / "out"
    assert (out / "tien-do.html").is_file()
    assert (out / "lich" / "ca-nganh.ics").is_file()
    assert (out / "tien-do.docx").is_file()


def test_a_part_that_fails_stops_no_other(root: Path) -> None:
    second_plan.put(root, "data/outreach.yaml", NOBODY_LISTENS)
    done = second_plan.call("daily", *DAY, "--out", "bao-cao", cwd=root)
    assert done.returncode == 3
    assert "đọc hộp thư: mã 3" in done.stdout
    assert "Không nối được máy chủ thư" in done.stdout
    assert "trang tiến độ: xong, 1 tệp" in done.stdout
    assert (root / "bao-cao" / "tien-do.html").is_file()
    assert (root / "bao-cao" / "lich" / "ca-nganh.ics").is_file()


def test_where_the_plan_cannot_be_read_each_part_says_so(root: Path) -> None:
    (root / "data" / "plan.yaml").write_text("ma: [", encoding="utf-8")
    done = second_plan.call("daily", *DAY, cwd=root)
    assert done.returncode == 3
    told = [
        line for line in parts_in(done.stdout) if line.startswith(("kiểm tra", "trang", "lịch", "báo cáo"))
    ]
    assert told == ["kiểm tra dữ liệu: mã 1", "trang tiến độ: mã 3", "lịch: mã 3", "báo cáo: mã 3"]


def test_what_waits_for_somebody_is_exit_1(root: Path) -> None:
    second_plan.receive(root, "truong-a", "bao-cao-nam", "2025-2026", "31/4/2026")
    done = second_plan.call("daily", *DAY, cwd=root)
    assert done.returncode == 1
    assert "kiểm tra dữ liệu: mã 1" in done.stdout


def test_mail_leaves_on_the_real_day_alone(root: Path) -> None:
    done = second_plan.call("daily", "--send", *DAY, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--as-of" in done.stderr
