"""Runs programs in turn and takes their time and memory; knows none of them."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """One program of a race.

    Attributes:
        before: what is put right before each of its runs, unmeasured.
        most: at most so many rounds, for slow ones.
    """

    command: Sequence[str]
    folder: Path
    before: Callable[[], object] = lambda: None
    most: int = ROUNDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run took: seconds on the clock and of the processors, and the most memory of one process."""

    seconds: float
    processor: float
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The medians of some runs."""

    seconds: float
    processor: float
    bytes: int
    rounds: int


def race(contestants: Mapping[str, Contestant], *, rounds: int = ROUNDS) -> dict[str, Measured]:
    """Every program by name, one after the other in each round, so that noise falls on all of them."""
    runs: dict[str, list[Run]] = {name: [] for name in contestants}
    for number in range(rounds):
        for name, one in contestants.items():
            if number < one.most:
                one.before()
                runs[name].append(run(one.command, one.folder))
    return {name: _median(those) for name, those in runs.items()}


def _median(runs: Sequence[Run]) -> Measured:
    return Measured(
        seconds=statistics.median(one.seconds for one in runs),
        processor=statistics.median(one.processor for one in runs),
        bytes=int(statistics.median(one.bytes for one in runs)),
        rounds=len(runs),
    )


def run(command: Sequence[str], folder: Path) -> Run:
    """One run; what it prints and returns does not matter here."""
    watched = [sys.executable, "-S", "-E", str(Path(__file__).with_name("one_run.py")), *command]
    done = subprocess.run(watched, cwd=folder, capture_output=True, check=True, encoding="utf-8")
    seconds, processor, memory = map(float, done.stdout.split())
    return Run(seconds=seconds, processor=processor, bytes=int(memory))
