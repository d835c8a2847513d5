"""The sample year, whole, in a folder of its own: its boards show the day that it was made for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.years.second_plan import REPOSITORY, call, put, workspace

EXAMPLE = REPOSITORY / "examples" / "2020-2021" / "data"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("mau") / "thu"
    made = call("init", str(root), "--sample")
    assert made.returncode == 0, made.stderr
    assert "data/submissions/: 129 bài nộp" in made.stdout
    assert made.stdout.endswith(f"  cd {root}\n  truyenthong status\n")
    return root


def test_it_is_the_sample_year_to_the_byte(sample: Path) -> None:
    names = [path.relative_to(EXAMPLE) for path in EXAMPLE.rglob("*") if path.is_file()]
    assert len(names) > 130
    assert all((sample / "data" / name).read_bytes() == (EXAMPLE / name).read_bytes() for name in names)
    assert (sample / "templates" / "DOC-TRUOC.txt").is_file()


def test_its_day_stands_for_today_and_is_told(sample: Path) -> None:
    board = call("status", cwd=sample)
    assert board.returncode == 0
    assert "tính đến hết ngày 01/6/2021" in board.stdout
    assert board.stderr.startswith("Dữ liệu mẫu, tính đến hết ngày 01/6/2021; ngày khác: --as-of NGÀY.\n")
    assert json.loads(call("status", "--format", "json", cwd=sample).stdout)["as_of"] == "2021-06-01"


def test_a_day_that_is_asked_for_wins(sample: Path) -> None:
    typed = call("status", "--as-of", "1/3/2021", cwd=sample)
    assert "01/3/2021" in typed.stdout
    assert "ngày khác" not in typed.stderr
    named = call("status", cwd=sample, TRUYENTHONG_AS_OF="2021-03-01")
    assert (named.stdout, named.stderr) == (typed.stdout, typed.stderr)


def test_what_is_decided_in_it_is_seen_on_its_boards(sample: Path) -> None:
    subject = ("thpt-nam-tam", "bao-cao-nam")
    returned = call("review", *subject, "--return", "Sai ngày", cwd=sample)
    assert returned.returncode == 0, returned.stderr
    shown = json.loads(call("status", "thpt-nam-tam", "--format", "json", cwd=sample).stdout)["rows"]
    assert [one["state"] for one in shown if one["obligation"] == "bao-cao-nam"] == ["returned"]


def test_real_data_cannot_hide_what_is_late(tmp_path: Path) -> None:
    root = workspace(tmp_path / "that")
    put(root, "data/settings.yaml", "ngay_xem: 1/9/2025\n")
    checked = call("validate", cwd=root)
    assert checked.returncode == 1
    assert "data/settings.yaml:1:11: lỗi TT232" in checked.stdout
    assert "01/9/2025" not in call("status", cwd=root).stdout


@pytest.mark.parametrize("pair", [("--sample", "--example"), ("--sample", "--from", ".")])
def test_two_ways_to_start_do_not_go_together(tmp_path: Path, pair: tuple[str, ...]) -> None:
    refused = call("init", "moi", *pair, cwd=tmp_path)
    assert (refused.returncode, "không đi cùng nhau" in refused.stderr) == (2, True)
    assert not (tmp_path / "moi").exists()
