"""A file that the system refuses to read is told, and stops nothing that does not depend on it."""

from __future__ import annotations

import errno
import json
import os
import shutil
import socket
from datetime import date
from pathlib import Path

import pytest

from support.years.second_plan import call, receive, workspace
from truyenthong.errors import CannotContinueError
from truyenthong.operations.choose import Selection
from truyenthong.operations.load import load, ready
from truyenthong.operations.review.dossiers import dossiers
from truyenthong.operations.submission_file import find_target
from truyenthong.progress.rows import State
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.refusals import reason_of
from truyenthong.workspace.snapshot import look_at

DAY = date(2026, 1, 20)
KEY = ("truong-a", "bao-cao-quy", "2025-q4")
FILE = "data/submissions/truong-a/bao-cao-quy@2025-q4.yaml"


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A workspace with two submissions."""
    root = workspace(tmp_path / "noi")
    shutil.rmtree(root / "data" / "submissions", ignore_errors=True)
    receive(root, "truong-c", "bao-cao-quy", "2025-q4", "4/1/2026")
    receive(root, *KEY, "4/1/2026")
    return Workspace(root=root)


def refuse(place: Workspace, name: str = FILE) -> None:
    """The system refuses one file from here on, even to root: a link that leads to itself."""
    path = place.root / name
    path.unlink()
    path.symlink_to(path.name)


def test_the_unit_has_a_fault_and_all_others_are_as_before(place: Workspace) -> None:
    before = {row.key: row.state for row in ready(load(place)).progress(DAY).rows}
    refuse(place)
    work = ready(load(place))
    after = {row.key: row.state for row in work.progress(DAY).rows}
    assert after[KEY] is State.INVALID
    assert {key: state for key, state in after.items() if key != KEY} == {
        key: state for key, state in before.items() if key != KEY
    }
    (told,) = [one for one in work.loaded.findings if one.ref.file == FILE]
    assert told.code == "TT394"
    assert "trỏ vòng quanh" in told.message


def test_it_is_no_longer_what_was_remembered(place: Workspace) -> None:
    before = look_at(place)
    refuse(place)
    after = look_at(place)
    assert after.others() != before.others()
    assert list(after.submissions) == list(before.submissions)


def test_what_needs_the_file_itself_says_so(place: Workspace) -> None:
    refuse(place)
    work = ready(load(place))
    slot = find_target(work, "bao-cao-quy", "2025-q4", work.roster.by_code["truong-a"], day=DAY)
    with pytest.raises(CannotContinueError, match="trỏ vòng quanh"):
        _ = slot.data
    (found,) = dossiers(place, Selection(unit="truong-a", obligation="bao-cao-quy"), as_of=DAY)
    assert [one.receipt for one in found.waiting] == [None]


def test_the_plan_is_needed_by_all(place: Workspace) -> None:
    refuse(place, "data/plan.yaml")
    with pytest.raises(CannotContinueError):
        look_at(place)


def test_folders_sockets_and_links_to_nowhere_are_no_submissions(place: Workspace) -> None:
    folder = place.root / "data/submissions/truong-a"
    (folder / "khac@2025-q4.yaml").mkdir()
    (folder / "khong@2025-q4.yaml").symlink_to("khong-co.yaml")
    os.mkfifo(folder / "ong@2025-q4.yaml")  # opening it would wait for ever
    with socket.socket(socket.AF_UNIX) as served:
        here = Path.cwd()
        try:
            os.chdir(folder)
            served.bind("o.yaml")
        finally:
            os.chdir(here)
    assert [name for name in look_at(place).submissions if "truong-a" in name] == [FILE]


def test_what_cannot_be_read_stops_no_other_file_that_came(place: Workspace) -> None:
    folder = place.root.parent / "den"
    folder.mkdir()
    (folder / "a.docx").symlink_to("a.docx")
    (folder / "b.txt").write_text("Kính gửi Sở", encoding="utf-8")
    with (folder / "c.eml").open("wb") as large:
        large.truncate(3_000_000_000)
    os.mkfifo(folder.parent / "ong.docx")
    words = [str(folder), str(folder.parent / "ong.docx"), "--dry-run", "--format", "json"]
    done = call("-C", str(place.root), "intake", *words)
    assert done.returncode == 1
    told = {
        one["file"]: [each["code"] for each in one["findings"]] for one in json.loads(done.stdout)["files"]
    }
    assert told["den/a.docx"] == ["TT395"]
    assert told["den/c.eml"] == ["TT656"]
    assert told["ong.docx"] == ["TT395"]
    assert "den/b.txt" in told


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.EIO, errno.EROFS, errno.EISDIR])
def test_reasons_are_told_in_vietnamese(number: int) -> None:
    told = reason_of(OSError(number, os.strerror(number)))
    assert os.strerror(number) not in told
    assert told[0].islower() or told[0] == "đ"


def test_a_reason_that_is_not_known_keeps_the_words_of_the_system() -> None:
    assert reason_of(OSError(9999, "Strange")) == "hệ thống báo «Strange», số 9999"
