"""Open entries of registers in ``status``: the most pressing first, as they were known on the day."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from support.years.second_plan import put, workspace
from truyenthong.cli.main import main

MATTERS = """so: phan-anh
muc:
  - {so: 1, viec: Việc cũ chưa xong, biet_luc: 3/11/2025 08:00, tra_loi_luc: 3/11/2025 10:00, xong: không}
  - {so: 2, viec: Việc đã xong, biet_luc: 4/11/2025 08:00, tra_loi_luc: 4/11/2025 10:00, xong: có}
  - {so: 3, viec: Việc còn thời hạn, biet_luc: 10/11/2025 20:00, xong: không}
  - {so: 4, viec: Việc quá thời hạn, biet_luc: 8/11/2025 20:00, tra_loi_luc: 11/11/2025 07:00, xong: không}
  - {so: 5, viec: Việc phải trả lời trong ngày, biet_luc: 9/11/2025 16:30, xong: không}
  - {so: 6, viec: Việc chưa ai biết, biet_luc: 11/11/2025 08:00, xong: không}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = workspace(tmp_path / "noi-lam-viec")
    put(folder, "data/registers/phan-anh.yaml", MATTERS)
    return folder


def said(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["-C", str(root), "status", "--as-of", "2025-11-10", *words]) == 0
    return capsys.readouterr().out


def document(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    value = json.loads(said(root, capsys, "--format", "json", *words))
    assert isinstance(value, dict)
    return value


def test_what_is_over_its_hours_comes_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(root, capsys).splitlines()
    start = lines.index("Việc còn mở: 4, 1 việc đã quá thời hạn")
    assert lines[start + 1 : start + 5] == [
        "  4  Việc quá thời hạn: Trả lời phản ánh: quá hạn từ 09/11/2025 20:00",
        "  5  Việc phải trả lời trong ngày: Trả lời phản ánh: trong ngày, đến 16:30",
        "  3  Việc còn thời hạn: Trả lời phản ánh: còn 20 giờ, đến 11/11/2025 20:00",
        "  1  Việc cũ chưa xong: từ 03/11/2025",
    ]


def test_the_same_for_programs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    matters = document(root, capsys)["matters"]
    assert [(one["key"], one["overdue"]) for one in matters] == [
        ("4", True),
        ("5", False),
        ("3", False),
        ("1", False),
    ]
    assert matters[2] == {
        "register": "phan-anh",
        "key": "3",
        "title": "Việc còn thời hạn",
        "unit": None,
        "since": "2025-11-10",
        "overdue": False,
        "limits": [{"name": "Trả lời phản ánh", "due": "2025-11-11T20:00:00+07:00", "hours_left": 20}],
    }


@pytest.mark.parametrize("words", [("--obligation", "su-co"), ("--period", "2025-11")])
def test_a_duty_or_a_period_has_no_matters(
    root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str]
) -> None:
    assert "matters" not in document(root, capsys, *words)
    assert "Việc còn mở" not in said(root, capsys, *words)


@pytest.mark.parametrize(("words"), [("truong-a",), ("--kind", "truong")])
def test_a_matter_of_no_unit_belongs_to_none(
    root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert document(root, capsys, *words)["matters"] == []


def test_matters_of_a_unit_are_told_with_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = root / "data/plan.yaml"
    text = plan.read_text(encoding="utf-8").replace(
        "  - ma: phan-anh\n    ten: Phản ánh\n    truong:\n",
        "  - ma: phan-anh\n    ten: Phản ánh\n    truong:\n"
        "      - {ma: cua, nhan: Của, kieu: chon, chon_tu: don-vi}\n",
    )
    plan.write_text(text.replace("tieu_de: viec,", "tieu_de: viec, don_vi: cua,"), encoding="utf-8")
    put(root, "data/registers/phan-anh.yaml", MATTERS.replace("{so: 3,", "{so: 3, cua: truong-a,"))
    for words in (("truong-a",), ("--kind", "truong")):
        assert [one["key"] for one in document(root, capsys, *words)["matters"]] == ["3"]
    assert document(root, capsys, "truong-b")["matters"] == []


def test_a_plan_without_such_registers_says_nothing_of_them(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = root / "data/plan.yaml"
    text = plan.read_text(encoding="utf-8").replace(", con_mo: không xong", "")
    plan.write_text(text, encoding="utf-8")
    assert "matters" not in document(root, capsys)


def test_nothing_open_is_not_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "data/registers/phan-anh.yaml").unlink()
    assert document(root, capsys)["matters"] == []
    assert "Việc còn mở" not in said(root, capsys)
