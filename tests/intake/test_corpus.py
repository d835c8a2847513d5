"""What may come in, case by case: the whole answer is in ``expected/``; ``UPDATE_EXPECTED=1`` writes it."""

from __future__ import annotations

import io
import os
from datetime import date, time
from pathlib import Path

import pytest

from support.sent import workspace
from support.sent_cases import CASES
from truyenthong.cli.intake_output import outcome_text
from truyenthong.diagnostics import intake, intake_contents
from truyenthong.model.moments import Moment
from truyenthong.operations.taking_in import IntakeOrder, take_in

HERE = Path(__file__).resolve().parent
NOW = Moment(day=date(2021, 6, 20), hour=time(8, 30))
TOLD_ELSEWHERE = {"TT649", "TT660", "TT662", "TT664"}
"""Codes that need more than one run; ``test_taking_in`` has them."""


@pytest.mark.parametrize("case", sorted(CASES))
def test_the_whole_answer(case: str, tmp_path: Path) -> None:
    place, folder = workspace(tmp_path / "noi"), tmp_path / case
    folder.mkdir()
    for name, data in CASES[case]().items():
        (folder / name).write_bytes(data)
    outcome = take_in(place, [folder], IntakeOrder(), now=NOW)
    text = outcome_text(outcome, io.StringIO()) + "\n"
    expected = HERE / "expected" / f"{case}.txt"
    if os.environ.get("UPDATE_EXPECTED"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert text == expected.read_text(encoding="utf-8")


def test_every_code_has_a_case() -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in (HERE / "expected").glob("*.txt"))
    codes = {one.code for one in (*intake.ALL, *intake_contents.ALL)}
    assert {code for code in codes - TOLD_ELSEWHERE if code not in told} == set()
