"""Writing: whole or not at all, never over a file that is open in Word, one run at a time."""

import multiprocessing
import stat
from pathlib import Path

import pytest

from support.runs.writing import write_many
from truyenthong.errors import CannotContinueError, FileInUseError
from truyenthong.workspace import storage


def test_a_new_file_gets_the_rights_of_any_new_file(tmp_path: Path) -> None:
    path, plain = tmp_path / "bao-cao" / "a.docx", tmp_path / "b.docx"
    storage.write_atomic(path, b"moi")
    plain.write_bytes(b"")
    assert path.read_bytes() == b"moi"
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_an_old_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"cu")
    path.chmod(0o640)
    storage.write_atomic(path, b"moi")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"moi", 0o640)


@pytest.mark.parametrize("lock", ["~$o-cao.docx", "~$bao-cao.docx", ".~lock.bao-cao.docx#"])
def test_a_report_open_in_word_or_libreoffice_is_told_and_left_alone(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(b"cu")
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(FileInUseError, match="đang mở"):
        storage.write_atomic(path, b"moi")
    assert path.read_bytes() == b"cu"


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.mkdir()
    with pytest.raises(CannotContinueError):
        storage.write_atomic(path, b"moi")
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]


def test_several_files_are_put_in_place_only_when_all_are_written(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"cu")
    (tmp_path / "tep").write_bytes(b"")
    with pytest.raises(CannotContinueError, match="Không ghi được"):
        storage.write_all({tmp_path / "a.docx": b"moi", tmp_path / "tep" / "b.docx": b"moi"})
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"a.docx": b"cu", "tep": b""}


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(CannotContinueError, match="Không ghi được"):
        storage.write_atomic(tmp_path / "out" / "a.docx", b"moi")
    with pytest.raises(CannotContinueError, match="Không ghi được"), storage.locked(tmp_path / "out"):
        pass


def test_moving_aside_never_covers_an_older_one(tmp_path: Path) -> None:
    for content in (b"1", b"2", b"3"):
        (tmp_path / "don-doc.docx").write_bytes(content)
        storage.move_aside(tmp_path / "don-doc.docx", "cu")
    kept = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    assert kept == {"don-doc.cu.docx": b"1", "don-doc.cu-2.docx": b"2", "don-doc.cu-3.docx": b"3"}


def test_reading_a_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotContinueError, match="Không đọc được"):
        storage.read_bytes(tmp_path)


def test_runs_at_the_same_time_leave_one_whole_file(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=write_many, args=(tmp_path, letter)) for letter in "ab"]
    for run in runs:
        run.start()
    for run in runs:
        run.join(60)
    assert [run.exitcode for run in runs] == [0, 0]
    data = (tmp_path / "a.docx").read_bytes()
    assert data in (b"a" * 200_000, b"b" * 200_000)
    assert {one.name for one in tmp_path.iterdir()} <= {".truyenthong.lock", "a.docx"}
