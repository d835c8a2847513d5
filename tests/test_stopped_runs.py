"""A run that is killed, or finds the disk full, at any operation on files: the same command finishes it."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from support.runs.stopped import KILLED, Stop, changes, needs_fork, stopped
from support.years.second_plan import REPOSITORY, call, workspace
from truyenthong.cli.main import main

pytestmark = needs_fork
POINTS = 12


@pytest.fixture(scope="module", autouse=True)
def _nothing_remembered() -> None:
    """Every child imports what this process has imported: the first run pays for all."""
    main(["--version"])


def tree(folder: Path) -> dict[str, bytes]:
    """What people see in a folder."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file() and one.suffix != ".tmp" and one.name != ".truyenthong.lock"
    }


def leftovers(folder: Path) -> list[str]:
    return [one.name for one in folder.rglob("*.tmp")]


def finishes_wherever_it_is_stopped(begin: Path | None, place: Path, args: tuple[str, ...]) -> None:
    """Stops the command at some of its changes, the same in each run of the tests, and runs it once more."""

    def fresh() -> None:
        shutil.rmtree(place, ignore_errors=True)
        if begin is not None:
            shutil.copytree(begin, place)

    fresh()
    before = tree(place) if begin is not None else {}
    chance = random.Random(place.name)  # noqa: S311 - the same points each time
    count = changes(place, args)
    after = tree(place)
    assert after != before
    assert count > 5
    for how in Stop:
        for at in sorted(chance.sample(range(1, count + 1), min(count, POINTS))):
            fresh()
            code = stopped(place, args, at=at, how=how)
            assert code in ({KILLED} if how is Stop.KILL else {0, 3}), (how, at)
            for name, data in tree(place).items():
                assert data in (before.get(name), after.get(name)), (how, at, name)
            if how is Stop.FULL:
                assert leftovers(place) == [], at
            assert stopped(place, args, at=0, how=how) == 0, (how, at)
            assert tree(place) == after, (how, at)


def test_init(tmp_path: Path) -> None:
    place = tmp_path / "moi"
    finishes_wherever_it_is_stopped(None, place, ("init", str(place)))


def test_init_from(tmp_path: Path) -> None:
    old, place = workspace(tmp_path / "cu"), tmp_path / "moi"
    (old / "templates").mkdir(exist_ok=True)
    shutil.copy(REPOSITORY / "templates" / "tien-do.docx", old / "templates" / "tien-do.docx")
    finishes_wherever_it_is_stopped(None, place, ("init", str(place), "--from", str(old)))


def test_template_new(tmp_path: Path) -> None:
    begin, place = workspace(tmp_path / "cu"), tmp_path / "moi"
    new = ("-C", str(place), "template", "new", "so-ket", "--from", "tien-do", "--add")
    finishes_wherever_it_is_stopped(begin, place, new)


def test_what_somebody_has_changed_is_still_refused(tmp_path: Path) -> None:
    assert call("init", "moi", cwd=tmp_path).returncode == 0
    plan = tmp_path / "moi" / "data" / "plan.yaml"
    again = call("init", "moi", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    plan.write_bytes(plan.read_bytes() + b"# cua toi\n")
    before = tree(tmp_path)
    refused = call("init", "moi", cwd=tmp_path)
    assert refused.returncode == 3
    assert "đã có data/plan.yaml: không ghi đè" in refused.stderr
    assert tree(tmp_path) == before
