"""Papers of an earlier run that no longer apply are moved aside; other people's files never are."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.years.second_plan import put, workspace
from truyenthong.cli.main import main

OTHERS = (
    "theo-don-vi--truong-xa.docx",
    "theo-don-vi--truong-a--ghi-chu.docx",
    "theo-don-vi-truong-a.docx",
    "truong-a.docx",
    "theo-don-vi--truong-b.odt",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = workspace(tmp_path / "noi-lam-viec")
    for name in OTHERS:
        put(folder, f"out/{name}", "của người khác")
    assert main(["-C", str(folder), "report", "theo-don-vi", "--as-of", "2025-11-10"]) == 0
    assert (folder / "out/theo-don-vi--truong-a.docx").is_file()
    return folder


def let_go(root: Path) -> None:
    """From now on the unit closed before the year; it has no paper any more."""
    units = root / "data/units.yaml"
    text = units.read_text(encoding="utf-8")
    named = "    ten_khac: [THPT Hòa Bình, Trường A]\n"
    assert named in text
    closed = f"{named}    hieu_luc: [{{den: 01/01/2020}}]\n"
    units.write_text(text.replace(named, closed), encoding="utf-8", newline="\n")


def names(root: Path) -> set[str]:
    return {path.name for path in (root / "out").iterdir()}


def test_a_unit_that_has_gone_has_no_paper(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    let_go(root)
    capsys.readouterr()
    assert main(["-C", str(root), "report", "theo-don-vi", "--as-of", "2025-11-10"]) == 0
    told = capsys.readouterr().err
    assert "theo-don-vi--truong-a.docx" not in names(root)
    assert "theo-don-vi--truong-a.cu.docx" in names(root)
    assert names(root) >= set(OTHERS)
    assert told.count("bản của lần trước không còn đúng, đã chuyển thành") == 1


def test_a_narrowed_run_moves_nothing(root: Path) -> None:
    let_go(root)
    words = ["report", "theo-don-vi", "--unit", "truong-b", "--as-of", "2025-11-10"]
    assert main(["-C", str(root), *words]) == 0
    assert "theo-don-vi--truong-a.docx" in names(root)


def test_a_second_run_moves_nothing(root: Path) -> None:
    before = names(root)
    assert main(["-C", str(root), "report", "theo-don-vi", "--as-of", "2025-11-10"]) == 0
    assert names(root) == before
