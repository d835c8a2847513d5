"""``record reminded``: a letter is an event of the dispatch book, and mail of its marks is held back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from support.years import second_plan
from truyenthong.model.periods import SchoolYear
from truyenthong.workspace.dispatches import read_dispatches
from truyenthong.workspace.layout import Workspace

LETTER = ("record", "reminded", "truong-a", "bao-cao-nam", "--number", "120/SGDĐT-VP", "--date", "20/5/2026")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return second_plan.workspace(tmp_path / "nam")


def test_a_letter_is_written_once(root: Path) -> None:
    done = second_plan.call(*LETTER, cwd=root)
    assert done.returncode == 0, done.stderr
    assert "120/SGDĐT-VP ngày 20/5/2026" in done.stdout
    again = second_plan.call(*LETTER, cwd=root)
    assert (again.returncode, "đã có từ trước" in again.stdout) == (0, True)
    (letter,) = read_dispatches(Workspace(root=root), SchoolYear(first_year=2025)).book.letters
    assert (letter.unit, letter.obligation, letter.period) == ("truong-a", "bao-cao-nam", "2025-2026")
    assert (letter.day, letter.number) == (date(2026, 5, 20), "120/SGDĐT-VP")
    shown = second_plan.call("remind", "--history", "truong-a", cwd=root)
    assert "120/SGDĐT-VP" in shown.stdout


@pytest.mark.parametrize(
    "words",
    [
        LETTER[:4],
        ("record", "reminded", "truong-x", "bao-cao-nam", "--number", "1"),
        ("record", "reminded", "truong-a", "khong-co", "--number", "1"),
        ("record", "reminded", "phong-cong-nghe", "bao-cao-nam", "--number", "1"),
        ("record", "reminded", "truong-a", "bao-cao-nam", "--number", "1", "--date", "1/1/2099"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(root: Path, words: tuple[str, ...]) -> None:
    done = second_plan.call(*words, cwd=root)
    assert done.returncode == 2, done.stderr
    assert not (root / "data" / "outreach").exists()
