"""A corpus of hostile templates: each ends soon, in little memory, with a finding, and touches no file.

They are filled in a process of their own, whose memory is limited by the system and whose every opened file,
started program and connection is recorded.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from support.templates.hostile_packages import Attack, package_attacks
from support.templates.hostile_tags import tag_attacks

if sys.platform != "linux":
    pytest.skip("the limits and the measures are those of Linux", allow_module_level=True)

SECRET = "BÍ MẬT 4711"  # noqa: S105 - it is one only to the templates
_RUNNER = Path(__file__).parents[1] / "support" / "templates" / "hostile_runner.py"
_ALL_MEMORY = 900_000_000
"""Bytes of addresses that the process may have, its libraries included."""
_PEAK = 400
"""Megabytes that one template may really take; Python and the libraries take about 40 of them."""
_SECONDS = 20.0
"""Processor seconds for one template; the longest take about 3 on a slow machine."""

Answers = Mapping[str, Mapping[str, Any]]


def attacks(canary: str) -> tuple[Attack, ...]:
    return (*tag_attacks(canary), *package_attacks(canary))


ALL = attacks("/canary")
NAMES = [one.name for one in ALL]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Mapping[str, Any]]:
    """What became of each attack, in their order."""
    folder = tmp_path_factory.mktemp("hai")
    canary = tmp_path_factory.mktemp("bi-mat") / "canary.txt"
    canary.write_text(SECRET, encoding="utf-8")
    for number, attack in enumerate(attacks(str(canary))):
        (folder / f"{number:04}.docx").write_bytes(attack.make())
    done = subprocess.run(
        [sys.executable, str(_RUNNER), str(folder), str(canary), str(_ALL_MEMORY)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": "src:tests", "PYTHONIOENCODING": "utf-8"},
        timeout=600,
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, f"died at {NAMES[len(said)]}: {done.stderr[-2000:]}"
    return said


@pytest.mark.parametrize("place", range(len(NAMES)), ids=lambda place: NAMES[place][:60])
def test_it_is_told_and_does_nothing(answers: list[Mapping[str, Any]], place: int) -> None:
    attack, answer = ALL[place], answers[place]
    told = set(answer["codes"])
    assert told & attack.codes or (not told and (not attack.codes or "" in attack.codes)), answer
    assert answer["made"] is not bool(told), "a document exactly where nothing was told"
    assert answer["events"] == [], "no file, no program, no connection"
    assert not answer["leaked"]
    assert answer["seconds"] < _SECONDS
    assert answer["peak"] < _PEAK


def test_the_corpus_is_what_it_says() -> None:
    assert len(set(NAMES)) == len(NAMES) > 250
