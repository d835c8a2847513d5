"""``find``: words with or without marks; a phrase before scattered words; every hit has its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from support.years.second_plan import REPOSITORY, put, receive, workspace
from truyenthong.cli.main import main

SAMPLE = REPOSITORY / "examples/2020-2021"
ENTRIES = """so: phan-anh
muc:
  - {so: 1, viec: Bữa ăn bán trú, biet_luc: 1/2/2026 08:00, tra_loi_luc: 4/2/2026 09:00, xong: không}
  - {so: 2, viec: Xe đưa đón học sinh ăn trưa, biet_luc: 1/2/2026 08:00, tra_loi_luc: 4/2/2026, xong: không}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = workspace(tmp_path / "noi-lam-viec")
    put(folder, "data/registers/phan-anh.yaml", ENTRIES)
    paper = "    van_ban: {so: 45, ky_hieu: BC-THPT}\n"
    receive(folder, "truong-a", "bao-cao-hoc-ky", "hk1", "15/1/2026 08:00", paper)
    return folder


def hits(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["-C", str(root), "find", *words, "--format", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    for one in found["hits"]:
        text = (root / one["file"]).read_text(encoding="utf-8").splitlines()
        assert 1 <= one["line"] <= len(text)
    return found


def titles(found: dict[str, Any], part: str) -> list[str]:
    return [one["title"] for one in found["hits"] if one["part"] == part]


@pytest.mark.parametrize("words", [("Bữa ăn",), ("bua an",), ("BỮA", "ĂN"), ("bữa ăn  bán",)])
def test_an_entry_is_found_however_it_is_typed(
    root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    found = hits(root, capsys, *words)
    assert titles(found, "register") == ["Phản ánh của phụ huynh 1"]
    assert [one["line"] for one in found["hits"]] == [3]
    assert found["toneless"] is False


def test_other_marks_are_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hits(root, capsys, "bứa ăn")["toneless"] is True
    assert main(["-C", str(root), "find", "bứa ăn"]) == 0
    assert "viết khác dấu" in capsys.readouterr().out


def test_scattered_words_are_second_to_a_phrase(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert titles(hits(root, capsys, "trưa học sinh"), "register") == ["Phản ánh của phụ huynh 2"]


def test_papers_units_and_the_plan(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert titles(hits(root, capsys, "45/BC"), "submission")
    assert titles(hits(root, capsys, "hoa binh"), "unit") == ["Trường THPT Hòa Bình"]
    assert titles(hits(root, capsys, "báo cáo"), "plan")
    assert hits(root, capsys, "45/BC", "--unit", "truong-b")["hits"] == []


def test_a_passage_of_the_plan_has_its_own_line(capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = hits(SAMPLE, capsys, "bạo lực học đường")["hits"]
    lines = (SAMPLE / one["file"]).read_text(encoding="utf-8").splitlines()
    assert one["title"].startswith("Kế hoạch, mục II.2")
    assert "bạo lực" in " ".join(lines[one["line"] - 1 : one["line"] + 4])


def test_nothing_asked_is_wrong_usage(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(root), "find", " "]) == 2
    assert main(["-C", str(root), "find", "khongcodau"]) == 0
    assert "Không tìm thấy." in capsys.readouterr().out
