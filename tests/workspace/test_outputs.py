"""Folders of papers: what a person has changed is kept beside; killed at any moment, nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from support.runs.stopped import KILLED, Stop, needs_fork, stopped_work
from support.years.second_plan import REPOSITORY
from truyenthong.errors import FileInUseError
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace.outputs import SEALS_FILE, OutputFolder

NOW = datetime(2021, 6, 1, 7, 35, tzinfo=VIETNAM_TIME)
MARK = "sua-tay-2021-06-01-073500"
PAPER = (REPOSITORY / "templates" / "tien-do.docx").read_bytes()
OTHER = (REPOSITORY / "templates" / "don-doc.docx").read_bytes()


@pytest.fixture
def out(tmp_path: Path) -> OutputFolder:
    return OutputFolder(folder=tmp_path, now=NOW)


def there(out: OutputFolder) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in out.folder.iterdir() if one.name[0] != "."}


def test_what_is_ours_is_replaced_and_what_is_the_same_stays(out: OutputFolder) -> None:
    for name, papers in (("a.docx", True), ("a.pdf", False)):
        assert out.put({name: PAPER}, papers=papers).changed == (out.folder / name,)
        again = out.put({name: PAPER}, papers=papers)
        assert (again.changed, again.kept) == ((), {})
        other = out.put({name: OTHER}, papers=papers)
        assert (other.changed, other.kept) == ((out.folder / name,), {})
    assert set(there(out)) == {"a.docx", "a.pdf"}


def test_what_a_person_has_changed_is_kept_under_a_name_of_its_own(out: OutputFolder) -> None:
    for name, papers in (("tien-do.docx", True), ("tra-loi.eml", False)):
        path = out.folder / name
        out.put({name: PAPER}, papers=papers)
        for number, text in enumerate((b"sua lan 1", b"sua lan 2", b"")):
            path.write_bytes(text)
            put = out.put({name: PAPER}, papers=papers)
            end = f"-{number + 1}" if number else ""
            kept = path.with_name(f"{path.stem}.{MARK}{end}{path.suffix}")
            assert put.kept == {path: kept}
            assert kept.read_bytes() == text
            assert path.read_bytes() != text


def test_a_file_without_a_seal_is_kept_only_where_it_says_something_else(out: OutputFolder) -> None:
    (out.folder / "a.docx").write_bytes(PAPER)
    assert out.put({"a.docx": PAPER}, papers=True).kept == {}
    (out.folder / "b.docx").write_bytes(OTHER)
    assert [one.name for one in out.put({"b.docx": PAPER}, papers=True).kept.values()] == [f"b.{MARK}.docx"]
    (out.folder / "c.pdf").write_bytes(PAPER)
    assert out.put({"c.pdf": PAPER}).kept == {}
    assert out.put({"c.pdf": OTHER}).kept == {}  # sealed by the run before


@pytest.mark.parametrize("damage", [b"", b"[]", b"{", b'{"a.pdf": 1}', b'{"a.pdf": [1]}', b"\xff"])
def test_a_damaged_file_of_seals_loses_nothing(out: OutputFolder, damage: bytes) -> None:
    out.put({"a.pdf": b"1"})
    (out.folder / SEALS_FILE).write_bytes(damage)
    assert list(out.put({"a.pdf": b"2"}).kept.values()) == [out.folder / f"a.{MARK}.pdf"]
    assert out.put({"a.pdf": b"3"}).kept == {}
    assert json.loads((out.folder / SEALS_FILE).read_bytes()).keys() == {"a.pdf"}


def test_a_file_in_use_changes_nothing(out: OutputFolder) -> None:
    out.put({"a.docx": PAPER, "b.docx": PAPER}, papers=True)
    (out.folder / "a.docx").write_bytes(b"sua")
    (out.folder / "~$b.docx").write_bytes(b"")
    before = there(out)
    with pytest.raises(FileInUseError, match="đang mở"):
        out.put({"a.docx": OTHER, "b.docx": OTHER}, papers=True)
    assert there(out) == before


def test_what_is_no_longer_true_goes_aside_under_the_name_that_it_deserves(out: OutputFolder) -> None:
    out.put({"a.docx": PAPER, "b.docx": PAPER}, papers=True)
    (out.folder / "b.docx").write_bytes(b"sua")
    assert out.put_aside("a.docx").name == "a.cu.docx"
    assert out.put_aside("b.docx").name == f"b.{MARK}.docx"


@needs_fork
@pytest.mark.parametrize("papers", [True, False])
@pytest.mark.parametrize("how", list(Stop))
def test_stopped_anywhere_nothing_is_lost_and_the_next_run_finishes(
    tmp_path: Path, how: Stop, *, papers: bool
) -> None:
    names = ("a.docx", "b.docx", "c.docx")

    def write(folder: Path, data: bytes) -> Callable[[], int]:
        def work() -> int:
            try:
                OutputFolder(folder=folder, now=NOW).put(dict.fromkeys(names, data), papers=papers)
            except Exception:  # noqa: BLE001 - how it ends is what the test is about
                return 3
            return 0

        return work

    for at in range(1, 40):
        folder = tmp_path / str(at)
        out = OutputFolder(folder=folder, now=NOW)
        out.put(dict.fromkeys(names, PAPER), papers=papers)
        (folder / "b.docx").write_bytes(b"cua nguoi")
        code = stopped_work(folder, write(folder, OTHER), at=at, how=how)
        assert code in ({0, KILLED} if how is Stop.KILL else {0, 3})
        assert b"cua nguoi" in there(out).values()
        again = out.put(dict.fromkeys(names, OTHER), papers=papers)
        assert set(again.kept) <= {folder / "b.docx"}  # what we wrote ourselves is never taken for a person's
        names_there = {name for name in there(out) if not name.endswith(".tmp")}
        assert names_there == {*names, f"b.{MARK}.docx"}
        assert out.put(dict.fromkeys(names, OTHER), papers=papers).changed == ()
        if code == 0:
            return
    raise AssertionError("never came to the end")
