"""A small campaign with a fixed seed; ``make fuzz MINUTES=30 SEED=7`` runs it for as long as asked."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

if os.name != "posix":
    pytest.skip("forks, timers of the processor and limits are those of POSIX", allow_module_level=True)

from robust.campaign import run, told
from robust.faults import SCENES, Fault, try_fault
from robust.running import Bench, quiet_place
from robust.trials import TRIALS

SEED = 20210601


@pytest.mark.parametrize("kind", [*TRIALS])
def test_what_goes_wrong_is_told_and_nothing_is_lost(tmp_path: Path, kind: str) -> None:
    bench = Bench(folder=tmp_path)
    run(bench, seed=SEED, kinds=(kind,), each=4)
    assert not bench.finds, told(bench)


@pytest.mark.parametrize("name", [*SCENES])
def test_a_machine_that_fails_half_way_costs_nothing_but_time(tmp_path: Path, name: str) -> None:
    bench = Bench(folder=tmp_path)
    rng = Random(f"{SEED} {name}")  # noqa: S311 - chance, no secret
    with quiet_place(tmp_path):
        for at, way in enumerate(("kill", "term", "refuse", "kill"), start=2):
            try_fault(bench, name, Fault(way=way, at=at + rng.randint(0, 6), refusal=28, room=0))
        try_fault(bench, name, Fault(way="room", at=0, refusal=0, room=1_000))
    assert not bench.finds, told(bench)


def bug() -> int:
    raise ValueError


def nowhere() -> int:
    return 9


@pytest.mark.parametrize(("act", "what"), [(bug, "70: ValueError"), (nowhere, "exit code 9")])
def test_the_campaign_sees_what_it_looks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[], int], what: str
) -> None:
    monkeypatch.setattr("truyenthong.cli.app.command", lambda: lambda *_words, **_more: act())
    bench = Bench(folder=tmp_path)
    with quiet_place(tmp_path), bench.trial("words") as place:
        bench.judged("words", bench.run("status", cwd=place), (0, 1), place)
    assert place.is_dir()
    (found,) = bench.finds
    assert what in found
