"""What may come in, case by case: the whole answer is in ``expected/``; ``UPDATE_EXPECTED=1`` writes it."""

from __future__ import annotations

import io
import os
import random
import re
import zipfile
from datetime import date, time
from pathlib import Path

import pytest

from support.forms.word_forms import year
from support.sent_files.sent import workspace
from support.sent_files.sent_cases import CASES
from truyenthong.cli.commands.intake_output import outcome_text
from truyenthong.diagnostics import intake
from truyenthong.diagnostics.kinds import entries
from truyenthong.intake.identify import Asked, IdentityContext
from truyenthong.intake.open import open_file
from truyenthong.intake.verdict import judge_piece
from truyenthong.model.moments import Moment
from truyenthong.operations.intake.take import IntakeOrder, take_in

HERE = Path(__file__).resolve().parent
NOW = Moment(day=date(2021, 6, 20), hour=time(8, 30))
MADE_ON_UNIX = 3
TOLD_ELSEWHERE = {"TT621", "TT649", "TT660", "TT662", "TT664", "TT665"}
"""Codes that need more than one run; ``operations/intake/test_take`` and ``test_entries`` have them."""


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
    assert _named_alike(text) == _named_alike(expected.read_text(encoding="utf-8"))


def _named_alike(text: str) -> str:
    """The answer, without what Windows alone decides.

    What waits is named by the digest of its file. The zip files that the cases make tell on which system they
    were made (``create_system``), so on Windows they are other files.
    """
    if zipfile.ZipInfo().create_system == MADE_ON_UNIX:
        return text
    return re.sub(r"waiting/[0-9a-f]{16}\.yaml", "waiting/….yaml", text)


def test_every_code_has_a_case() -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in (HERE / "expected").glob("*.txt"))
    codes = {one.code for one in entries(intake, intake, intake)}
    assert {code for code in codes - TOLD_ELSEWHERE if code not in told} == set()


BAD_SPOTS = (
    b"=?utf-8?B?",
    b"=?utf-\xff?q?x?=",
    b"\xff\xfe",
    b"\r\n\r\n",
    b"boundary=",
    b"filename*=x'y'%",
    b"PK\x01\x02",
)


@pytest.mark.parametrize("case", sorted(CASES))
def test_damage_of_any_kind_is_told_and_stops_nothing(case: str) -> None:
    chance = random.Random(case)  # noqa: S311 - the same damage each time
    known = IdentityContext(plan=year().plan, roster=year().roster, slots={})
    for name, data in CASES[case]().items():
        for _ in range(40 if len(data) < 100_000 else 2):
            damaged = bytearray(data)
            for _ in range(chance.randrange(1, 6)):
                at = chance.randrange(len(damaged) + 1)
                damaged[at : at + chance.randrange(9)] = chance.choice(BAD_SPOTS)
            opened = open_file(name, bytes(damaged))
            judged = [judge_piece(piece, known, Asked()) for piece in opened.pieces]
            assert opened.findings or judged
            assert all(one.reasons for one in judged if not one.is_form)
