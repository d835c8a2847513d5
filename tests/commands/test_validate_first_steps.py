"""``validate`` on a new workspace ends with what to do first, in order; elsewhere it says nothing of it."""

from __future__ import annotations

import re
from pathlib import Path

from support.years.second_plan import call, workspace


def test_a_new_workspace_is_told_what_to_fill_in_first(tmp_path: Path) -> None:
    root = tmp_path / "moi"
    made = call("init", str(root))
    assert made.stdout.endswith(f"  cd {root}\n  truyenthong validate\n")
    told = call("validate", cwd=root)
    assert told.returncode == 1
    last = [re.sub("dòng [0-9]+", "dòng N", one) for one in told.stdout.splitlines()[-8:]]
    assert last == [
        "Việc cần làm trước, theo thứ tự:",
        "  1. data/plan.yaml, từ dòng N (3 chỗ):",
        "     điền tên cơ quan, cơ quan chủ quản, địa danh.",
        "  2. data/plan.yaml, từ dòng N (5 chỗ):",
        "     chép nguyên văn Kế hoạch (có tệp Word: truyenthong init … --plan TỆP).",
        "  3. data/units.yaml, từ dòng N (8 chỗ):",
        "     khai các đơn vị thật: tên đầy đủ, tên lấy từ văn bản nào.",
        "  4. Chạy lại «truyenthong validate» cho đến khi không còn chỗ nào.",
    ]


def test_a_workspace_at_work_is_told_nothing_of_it(tmp_path: Path) -> None:
    assert "Việc cần làm trước" not in call("validate", cwd=workspace(tmp_path / "that")).stdout
