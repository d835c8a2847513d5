"""One folder for each fault: ``tests/cases/TT…-…/`` holds what differs from the second plan.

Adding a case is adding a folder; ``UPDATE_EXPECTED=1 make test`` writes ``expected.txt``, which is to be read
before it is committed.
"""

from __future__ import annotations

import io
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from truyenthong.cli.findings import findings_text
from truyenthong.diagnostics.submissions import TT394, TT395, TT439
from truyenthong.operations.explain import FAMILIES
from truyenthong.operations.validate import ValidationOutcome, validate
from truyenthong.workspace.layout import Workspace

HERE = Path(__file__).resolve().parent
CASES = sorted(path for path in (HERE / "cases").iterdir() if path.is_dir())
TODAY = date(2026, 6, 30)

WORD_FAMILIES = (
    "Mẫu Word",
    "Thể thức theo Nghị định 30",
    "Biểu mẫu gửi đơn vị",
    "Phụ lục, sổ theo dõi nhận từ Word, Excel",
    "Tiếp nhận",
    "Danh bạ của đơn vị",
    "Nhắc hạn và hộp thư",
)
"""What is wrong with Word files is told by other commands and has its own tests."""


def found(case: Path, folder: Path) -> ValidationOutcome:
    shutil.copytree(HERE / "second_plan", folder)
    shutil.copytree(case, folder, dirs_exist_ok=True)
    for short in folder.rglob("*.times"):
        # «NAME.times»: how many times, then what is repeated; a large file is not kept whole.
        times, _, text = short.read_text(encoding="utf-8").partition("\n")
        short.with_suffix("").write_text(text * int(times), encoding="utf-8")
        short.unlink()
    return validate(Workspace(root=folder), (), today=TODAY)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_the_whole_message(case: Path, tmp_path: Path) -> None:
    outcome = found(case, tmp_path / "noi-lam-viec")
    text = findings_text(outcome, io.StringIO()) + "\n"
    expected = case / "expected.txt"
    if os.environ.get("UPDATE_EXPECTED"):
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert text == expected.read_text(encoding="utf-8")
    assert case.name.partition("-")[0] in {one.finding.code for one in outcome.findings}


def test_every_code_has_a_case() -> None:
    codes = {one.code for name, family in FAMILIES if name not in WORD_FAMILIES for one in family}
    codes -= {
        TT394.code,
        TT395.code,
    }  # no case folder can hold a file that is refused: ``test_refused_files``
    codes.discard(TT439.code)  # hundreds of faults: ``operations/test_many_findings``
    assert codes - {case.name.partition("-")[0] for case in CASES} == set()
