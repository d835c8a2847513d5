"""Findings for people: by file, the same once, and nothing at all for cron where nothing fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.years.second_plan import REPOSITORY, put, receive, workspace
from truyenthong.cli.main import main


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "noi-lam-viec")


def said(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> tuple[int, str]:
    code = main(["-C", str(root), "validate", *words])
    return code, capsys.readouterr().out


def test_the_same_notice_of_a_file_is_whole_once(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = said(capsys, REPOSITORY)
    assert code == 0
    assert told.count(" lưu ý TT212: ") == 1
    assert "   cũng vậy, dòng " in told
    assert "4 lưu ý" in told


def test_quiet_says_only_what_fails(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, REPOSITORY, "--quiet") == (0, "")
    receive(root, "truong-a", "bao-cao-hoc-ky", "hk1", "31/4/2026")
    code, told = said(capsys, root, "--quiet")
    assert code == 1
    assert " lỗi TT103: " in told
    assert " lưu ý " not in told.split("Đã kiểm tra")[0]


def test_every_error_keeps_its_place(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = "".join(f"  - {{so: {number}, la: 1, viec: x, xong: không}}\n" for number in range(1, 4))
    put(root, "data/registers/phan-anh.yaml", f"so: phan-anh\nmuc:\n{entries}")
    _, told = said(capsys, root, str(root / "data/registers"))
    assert all(f"phan-anh.yaml:{line}:" in told for line in (3, 4, 5))
