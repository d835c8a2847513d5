"""Another year, other units, kinds, forms and wordings of deadlines: every state is reckoned by hand here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from support.years.second_plan import receive, workspace
from truyenthong.operations.load import load, ready
from truyenthong.workspace.layout import Workspace


def states(root: Path, as_of: date) -> dict[tuple[str, str, str | None], tuple[str, str | None, int | None]]:
    """State, due moment and days late by unit, duty and period."""
    rows = ready(load(Workspace(root=root))).progress(as_of).rows
    return {
        row.key: (row.state.value, row.due.at.isoformat() if row.due else None, row.days_late) for row in rows
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "noi-lam-viec")


DUES = {
    # «trước ngày 05 của tháng sau» typed as the 4th: the quarter's last month is December.
    ("truong-a", "bao-cao-quy", "2025-q4"): "2026-01-04T23:59:59+07:00",
    ("truong-a", "bao-cao-quy", "2026-q1"): "2026-04-04T23:59:59+07:00",
    ("truong-a", "bao-cao-quy", "2026-q2"): "2026-07-04T23:59:59+07:00",
    # «chậm nhất ngày 20/01» is in, «trước ngày 06/6» is not.
    ("truong-a", "bao-cao-hoc-ky", "hk1"): "2026-01-20T23:59:59+07:00",
    ("truong-a", "bao-cao-hoc-ky", "hk2"): "2026-06-05T23:59:59+07:00",
    # Five working days after 31/12/2025: 1/1 and 2/1 are off, then a weekend: 5, 6, 7, 8, 9/1.
    ("truong-a", "su-co", "2025-12"): "2026-01-09T23:59:59+07:00",
    # After 31/1/2026 (a Saturday): 2, 3, 4, 5, 6/2.
    ("truong-a", "su-co", "2026-01"): "2026-02-06T23:59:59+07:00",
    # Day 31 of a shorter month is its last day; the cut-off hour is 17:00.
    ("truong-a", "bao-cao-thang", "2025-11"): "2025-11-30T17:00:00+07:00",
    ("truong-a", "bao-cao-thang", "2026-02"): "2026-02-28T17:00:00+07:00",
    # 30/4 and 1/5 are off, 2/5 and 3/5 a weekend: the next working day is Monday 4/5.
    ("truong-a", "bao-cao-nam", "2025-2026"): "2026-05-04T23:59:59+07:00",
    # Ten days after 5/9/2025, which is not counted.
    ("phong-cong-nghe", "tap-huan", None): "2025-09-15T23:59:59+07:00",
}


@pytest.mark.parametrize("key", DUES, ids=str)
def test_the_due_moment(root: Path, key: tuple[str, str, str | None]) -> None:
    assert states(root, date(2026, 2, 10))[key][1] == DUES[key]


def test_what_is_not_in_the_plan_has_no_row(root: Path) -> None:
    rows = states(root, date(2026, 2, 10))
    assert ("truong-a", "bao-cao-thang", "2025-10") not in rows
    assert ("truong-a", "bao-cao-thang", "2026-04") not in rows
    assert ("truong-a", "bao-cao-quy", "2025-q3") not in rows
    assert ("trung-tam-d", "bao-cao-quy", "2025-q4") not in rows


def test_a_unit_owes_what_fell_due_while_it_existed(root: Path) -> None:
    rows = states(root, date(2026, 2, 10))
    assert rows["truong-b", "bao-cao-hoc-ky", "hk1"][0] == "exempt"
    assert rows["truong-b", "su-co", "2025-10"][0] == "optional"
    assert rows["truong-c", "bao-cao-hoc-ky", "hk1"] == ("overdue", "2026-01-20T23:59:59+07:00", 21)
    assert rows["truong-c", "bao-cao-quy", "2025-q4"][0] == "exempt"


def test_overdue_begins_the_day_after(root: Path) -> None:
    key = ("truong-a", "bao-cao-hoc-ky", "hk1")
    assert states(root, date(2026, 1, 20))[key][0] == "due_soon"
    assert states(root, date(2026, 1, 21))[key] == ("overdue", "2026-01-20T23:59:59+07:00", 1)
    assert states(root, date(2026, 1, 9))[key][0] == "upcoming"
    assert states(root, date(2026, 1, 10))[key][0] == "due_soon"


def test_after_the_cut_off_hour_a_receipt_is_a_day_late(root: Path) -> None:
    receive(root, "truong-a", "bao-cao-thang", "2026-02", "28/2/2026 17:00")
    receive(root, "truong-a", "bao-cao-thang", "2026-03", "31/3/2026 17:01")
    receive(root, "truong-a", "bao-cao-thang", "2025-11", "30/11/2025")
    rows = states(root, date(2026, 4, 30))
    assert rows["truong-a", "bao-cao-thang", "2026-02"][0::2] == ("on_time", 0)
    assert rows["truong-a", "bao-cao-thang", "2026-03"][0::2] == ("late", 1)
    assert rows["truong-a", "bao-cao-thang", "2025-11"][0::2] == ("on_time", 0)


def test_a_receipt_after_as_of_is_not_seen(root: Path) -> None:
    receive(root, "truong-a", "bao-cao-hoc-ky", "hk1", "25/1/2026 08:00")
    key = ("truong-a", "bao-cao-hoc-ky", "hk1")
    assert states(root, date(2026, 1, 24))[key][0] == "overdue"
    assert states(root, date(2026, 1, 25))[key][0::2] == ("late", 5)


def test_an_extension_moves_the_due_day_from_the_day_it_was_granted(root: Path) -> None:
    path = receive(root, "truong-a", "bao-cao-hoc-ky", "hk1", "25/1/2026 08:00")
    extended = "gia_han:\n  - {ngay: 22/1/2026, den: 30/1/2026, ly_do: Mưa lũ}\n"
    path.write_text(path.read_text(encoding="utf-8") + extended, encoding="utf-8")
    key = ("truong-a", "bao-cao-hoc-ky", "hk1")
    assert states(root, date(2026, 1, 21))[key][0] == "overdue"
    assert states(root, date(2026, 1, 22))[key][:2] == ("due_soon", "2026-01-30T23:59:59+07:00")
    assert states(root, date(2026, 1, 25))[key] == ("on_time", "2026-01-30T23:59:59+07:00", 0)


def test_nil_and_returned_and_faulty(root: Path) -> None:
    receive(root, "truong-a", "su-co", "2025-12", "5/1/2026", "    khong_phat_sinh: có\n")
    receive(
        root,
        "truong-a",
        "bao-cao-hoc-ky",
        "hk1",
        "18/1/2026",
        "    xu_ly: {ket_qua: tra-lai, ngay: 19/1/2026, ly_do: Thiếu số liệu}\n",
    )
    receive(root, "truong-a", "bao-cao-quy", "2025-q4", "2/1/2026", "    van_ban: {ngay: 31/4/2026}\n")
    receive(root, "truong-c", "bao-cao-hoc-ky", "hk1", "18/1/2026")
    rows = states(root, date(2026, 1, 30))
    assert rows["truong-a", "su-co", "2025-12"][0] == "nil"
    assert rows["truong-a", "bao-cao-hoc-ky", "hk1"][0::2] == ("returned", 10)
    assert rows["truong-a", "bao-cao-quy", "2025-q4"][0::2] == ("invalid", 26)
    assert rows["truong-c", "bao-cao-hoc-ky", "hk1"][0::2] == ("on_time", 0)


def test_a_file_whose_path_and_content_disagree_takes_no_other_file_s_place(root: Path) -> None:
    wrong = receive(root, "truong-c", "bao-cao-hoc-ky", "hk1", "18/1/2026")
    receive(root, "truong-a", "bao-cao-hoc-ky", "hk1", "19/1/2026")
    wrong.write_text(wrong.read_text(encoding="utf-8").replace("truong-c", "truong-a"), encoding="utf-8")
    rows = states(root, date(2026, 1, 30))
    assert rows["truong-a", "bao-cao-hoc-ky", "hk1"][0] == "on_time"
    assert rows["truong-c", "bao-cao-hoc-ky", "hk1"][0] == "invalid"


def test_a_file_that_does_not_parse_is_received_but_faulty(root: Path) -> None:
    path = receive(root, "truong-a", "bao-cao-hoc-ky", "hk1", "18/1/2026")
    path.write_text("don_vi: [truong-a\n", encoding="utf-8")
    assert states(root, date(2026, 1, 30))["truong-a", "bao-cao-hoc-ky", "hk1"][0] == "invalid"


def test_a_decision_after_as_of_is_not_seen_anywhere(root: Path) -> None:
    returned = "    xu_ly: {ket_qua: tra-lai, ngay: 19/1/2026, ly_do: Thiếu số liệu}\n"
    receive(root, "truong-a", "bao-cao-hoc-ky", "hk1", "18/1/2026", returned)
    rows = ready(load(Workspace(root=root))).progress(date(2026, 1, 18)).rows
    (row,) = [one for one in rows if one.key == ("truong-a", "bao-cao-hoc-ky", "hk1")]
    assert (row.state.value, row.receipts[0].decision) == ("on_time", None)
