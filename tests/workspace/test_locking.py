"""The lock: one run at a time, told while one waits; what killed runs left behind goes under it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from truyenthong.errors import FileInUseError
from truyenthong.workspace import storage

HOLD = """
import sys
from pathlib import Path
from truyenthong.workspace import storage
with storage.locked(Path(sys.argv[1])):
    print("mine", flush=True)
    sys.stdin.read()
"""
COUNT = """
import sys
from pathlib import Path
from truyenthong.workspace import storage
root = Path(sys.argv[1])
with storage.locked(root):
    before = int(storage.read_bytes(root / "dem"))
    storage.write_atomic(root / "dem", str(before + 1).encode())
"""


def started(program: str, folder: Path) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdin=pipe, stdout=pipe, encoding="utf-8"
    )


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """A folder that another run is writing to."""
    with started(HOLD, tmp_path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "mine\n"
        yield tmp_path
        other.communicate()


def test_who_waits_says_so_and_gives_up_in_the_end(held: Path) -> None:
    told: list[str] = []
    token = storage.patience.set(storage.Patience(seconds=0.2, quiet_seconds=0.05, tell=told.append))
    try:
        with pytest.raises(FileInUseError, match="đang ghi") as caught, storage.locked(held):
            pass
    finally:
        storage.patience.reset(token)
    assert told == [f"Một lần chạy khác đang ghi vào {held}; đợi nhiều nhất 0.2 giây."]
    assert "--wait" in (caught.value.hint or "")


def test_who_does_not_want_to_wait_says_nothing(held: Path) -> None:
    told: list[str] = []
    token = storage.patience.set(storage.Patience(seconds=0, tell=told.append))
    try:
        with pytest.raises(FileInUseError), storage.locked(held):
            pass
    finally:
        storage.patience.reset(token)
    assert told == []


def test_a_minute_is_usual() -> None:
    assert (storage.patience.get().seconds, storage.patience.get().quiet_seconds) == (60, 2)


def test_twenty_at_once_all_get_their_turn(tmp_path: Path) -> None:
    (tmp_path / "dem").write_bytes(b"0")
    runs = [started(COUNT, tmp_path) for _ in range(20)]
    for run in runs:
        run.communicate(timeout=100)
    assert [run.returncode for run in runs] == [0] * 20
    assert (tmp_path / "dem").read_bytes() == b"20"


OURS = (".a.docx.1a2b3c4d.tmp", ".bao-cao.yaml.0_z9abcd.tmp")
OF_OTHERS = (".a.docx.tmp", "a.1a2b3c4d.tmp", ".a.1A2B3C4D.tmp", ".a.1a2b3c4d.tmp.docx", "~$a.docx")


def put(folder: Path, names: tuple[str, ...], *, age: float) -> set[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        path = folder / name
        path.write_bytes(b"nua chung")
        stamp = path.stat().st_mtime - age
        os.utime(path, (stamp, stamp))
    return {folder / name for name in names}


def test_what_killed_runs_left_goes_after_an_hour(tmp_path: Path) -> None:
    kept = put(tmp_path, OF_OTHERS, age=100_000) | put(tmp_path / "nho", OURS, age=100_000)
    gone = put(tmp_path, OURS, age=3_700)
    young = put(tmp_path, (".b.docx.1a2b3c4d.tmp",), age=3_500)
    with storage.locked(tmp_path):
        assert all(path.exists() for path in kept | young)
        assert not any(path.exists() for path in gone)


def test_in_a_workspace_it_goes_from_all_our_folders(tmp_path: Path) -> None:
    deep = tmp_path / "data" / "submissions" / "pgd-a" / "tep"
    gone = put(deep, OURS, age=4_000) | put(tmp_path / "out" / "tra-loi", OURS, age=4_000)
    kept = put(tmp_path / ".git", OURS, age=4_000) | put(tmp_path / "cua-toi", OURS, age=4_000)
    (tmp_path / "data" / "plan.yaml").write_bytes(b"")
    with storage.locked(tmp_path):
        pass
    assert not any(path.exists() for path in gone)
    assert all(path.exists() for path in kept)


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_or_a_folder_of_that_name_is_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / OURS[0]).symlink_to("khong-co")
    (tmp_path / OURS[1]).mkdir()
    with storage.locked(tmp_path):
        pass
    assert {path.name for path in tmp_path.iterdir()} == {*OURS, ".truyenthong.lock"}


def held_by_a_scanner(number: int) -> PermissionError:
    """What Windows says; other systems take the number and drop it."""
    error = PermissionError(13, "Permission denied", None, number)
    error.__dict__["winerror"] = number
    return error


def test_a_file_that_a_scanner_holds_is_tried_again_within_a_second() -> None:
    pauses: list[float] = []
    left = [5, 32, 33]

    def move() -> str:
        if left:
            raise held_by_a_scanner(left.pop())
        return "xong"

    assert storage.again_while_held(move, pauses.append) == "xong"
    assert len(pauses) == 3


def test_a_file_that_stays_open_is_told_after_a_second() -> None:
    pauses: list[float] = []

    def move() -> None:
        raise held_by_a_scanner(32)

    with pytest.raises(PermissionError):
        storage.again_while_held(move, pauses.append)
    assert 0.5 < sum(pauses) <= 1


def test_a_right_that_is_missing_is_not_waited_for() -> None:
    pauses: list[float] = []

    def move() -> None:
        raise PermissionError(13, "Permission denied")

    with pytest.raises(PermissionError):
        storage.again_while_held(move, pauses.append)
    assert pauses == []


def test_a_long_name_has_room_for_a_temporary_file(tmp_path: Path) -> None:
    path = tmp_path / ("ă" * 120 + ".docx")
    storage.write_atomic(path, b"moi")
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
