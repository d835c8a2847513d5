"""Many files taken in while others read, and killed again and again: the tree is that of a quiet run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from support.forms.many_forms import put_many
from support.sent_files.sent import workspace
from support.years.second_plan import call
from truyenthong.operations.intake.settle import list_waiting
from truyenthong.operations.load import load
from truyenthong.workspace.layout import Workspace

COUNT = 60
WHEN = "28/5/2021 09:15"
STEPS = (1, 7, 2, 13, 4, 9, 3, 11)
"""How many files further each run comes before it is killed."""
LOOP = (
    'while [ ! -e "$0/xong" ]; do "$@" status --format json >/dev/null || exit 11; '
    '"$@" report tien-do --out "$0/bao-cao" >/dev/null 2>&1 || exit 12; done'
)


def command(place: Workspace, *words: str) -> list[str]:
    return [sys.executable, "-m", "truyenthong", "-C", str(place.root), *words]


def intake(place: Workspace, folder: Path) -> list[str]:
    return command(place, "intake", str(folder), "--received", WHEN)


def written(place: Workspace) -> int:
    """How many files there are under ``data`` at this moment, unfinished ones among them."""
    return sum(len(files) for _, _, files in os.walk(place.root / "data"))


def tree(place: Workspace) -> dict[str, bytes]:
    """Every file under ``data``; a killed run may leave hidden temporary files, which nothing reads."""
    files = (path for path in (place.root / "data").rglob("*") if path.is_file())
    return {
        path.relative_to(place.root).as_posix(): path.read_bytes()
        for path in files
        if not path.name.startswith(".")
    }


@contextmanager
def readers(place: Workspace) -> Iterator[None]:
    """``status`` and ``report`` one after the other in a process of their own, as long as the block runs."""
    runner = subprocess.Popen(["/bin/sh", "-c", LOOP, str(place.root), *command(place)])
    try:
        yield
    finally:
        (place.root / "xong").touch()
        code = runner.wait(60)
        (place.root / "xong").unlink()
    assert code == 0


def quiet(tmp_path: Path, folder: Path) -> dict[str, bytes]:
    """The tree of a run that nobody disturbs."""
    place = workspace(tmp_path / "yen-tinh")
    done = call("-C", str(place.root), "intake", str(folder), "--received", WHEN)
    assert done.returncode == 1, done.stderr
    return tree(place)


@pytest.mark.skipif(os.name != "posix", reason="kills processes by a signal")
def test_killed_at_random_beside_readers_it_ends_like_a_quiet_run(tmp_path: Path) -> None:
    folder = tmp_path / "den"
    put_many(folder, COUNT)
    expected = quiet(tmp_path, folder)
    place = workspace(tmp_path / "on-ao")
    killed = 0
    with readers(place):
        for further in STEPS:
            run = subprocess.Popen(intake(place, folder), stdout=subprocess.DEVNULL)
            wanted = written(place) + further
            while run.poll() is None and written(place) < wanted:
                time.sleep(0.002)
            killed += run.poll() is None
            run.send_signal(signal.SIGKILL)
            run.wait()
        last = subprocess.run(intake(place, folder), stdout=subprocess.DEVNULL, check=False)
    assert killed > len(STEPS) // 2
    assert last.returncode in {0, 1}
    assert tree(place) == expected


@pytest.mark.skipif(os.name != "posix", reason="runs a loop of the shell")
def test_two_runs_beside_readers_lose_and_double_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "den"
    put_many(folder, COUNT)
    place = workspace(tmp_path / "noi")
    with readers(place):
        runs = [subprocess.Popen(intake(place, folder), stdout=subprocess.DEVNULL) for _ in range(2)]
        assert {run.wait(60) for run in runs} <= {0, 1}
    loaded = load(place)
    sent = [
        file.sha256
        for one in loaded.records.submissions
        for receipt in one.submission.receipts
        for file in receipt.files
    ]
    sent += [one.file.sha256 for ledger in loaded.records.ledgers for one in ledger.deliveries]
    sent += [file.sha256 for entry in list_waiting(place).entries for file in entry.files]
    assert len(sent) == len(set(sent)) == COUNT
    (ledger,) = loaded.records.ledgers
    keys = [one.text("so_hieu") for one in ledger.entries]
    assert len(keys) == len(set(keys)) == COUNT // 5
