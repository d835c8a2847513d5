"""``--compare`` puts the same day of an earlier school year beside the board and into papers."""

from __future__ import annotations

import json
from pathlib import Path

from support.papers.docx_text import docx_text
from support.years.second_plan import REPOSITORY, call

EXAMPLE = REPOSITORY / "examples" / "2020-2021"


def test_status_compares_with_the_same_day_a_year_before(tmp_path: Path) -> None:
    new = tmp_path / "moi"
    assert call("init", str(new), "--from", str(EXAMPLE)).returncode == 0
    told = call(
        "-C", str(new), "record", "receipt", "pgd-than-uyen", "bao-cao-nam", "--received", "20/5/2022"
    )
    assert told.returncode == 0, told.stderr
    asked = ("-C", str(new), "status", "pgd-than-uyen", "--as-of", "1/6/2022", "--compare", str(EXAMPLE))
    shown = call(*asked).stdout
    assert "Đúng hạn 1 trên 1, sớm hơn hạn 10 ngày, không bị trả lại lần nào" in shown
    assert "Năm học 2020-2021, cùng ngày: đúng hạn 0 trên 1" in shown
    found = json.loads(call(*asked, "--format", "json").stdout)
    assert found["fair"]["median_days"] == -10
    assert (found["earlier"]["school_year"], found["earlier"]["as_of"]) == ("2020-2021", "2021-06-01")
    assert found["earlier"]["measures"]["expected"] == 1


def test_papers_have_the_earlier_year_beside_this_one(tmp_path: Path) -> None:
    new = tmp_path / "moi"
    assert call("init", str(new), "--from", str(EXAMPLE)).returncode == 0
    entered = ("record", "receipt", "pgd-than-uyen", "bao-cao-nam", "--received", "20/5/2022")
    assert call("-C", str(new), *entered).returncode == 0
    for compared in ((), ("--compare", str(EXAMPLE))):
        out = tmp_path / str(len(compared))
        asked = ("report", "tien-do", "theo-don-vi", "--as-of", "1/6/2022", *compared, "--out", str(out))
        assert call("-C", str(new), *asked).returncode == 0
        board = docx_text((out / "tien-do.docx").read_bytes())
        one = docx_text((out / "theo-don-vi--pgd-than-uyen.docx").read_bytes())
        assert ("Cùng ngày năm học 2020-2021: đúng hạn 18 trên 30 (60%)" in board) is bool(compared)
        assert ("| Đúng hạn cùng ngày năm học 2020-2021" in board) is bool(compared)
        assert ("1 trên 1 | sớm hơn hạn 10 ngày |  |  | 0 trên 1, muộn hơn hạn 2 ngày" in board) is bool(
            compared
        )
        assert ("Cùng ngày của năm học 2020-2021, đơn vị đúng hạn 0 trên 1" in one) is bool(compared)


def test_what_is_no_earlier_year_is_refused() -> None:
    asked = ("-C", str(EXAMPLE), "status", "--as-of", "1/6/2021", "--compare")
    same = call(*asked, str(EXAMPLE))
    assert (same.returncode, "không trước năm học 2020-2021" in same.stderr) == (2, True)
    assert call(*asked, str(REPOSITORY / "docs")).returncode == 3
