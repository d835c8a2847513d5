"""Files shared among processes, and what was examined before: always the same outcome in the same order."""

import os
import signal
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from support.second_plan import REPOSITORY, put, receive, workspace
from truyenthong.findings import Finding
from truyenthong.model.forms import Content
from truyenthong.model.moments import Moment
from truyenthong.operations import sharing
from truyenthong.operations.entries import examined_in, line_of
from truyenthong.operations.examining import Examined, Ground, examine
from truyenthong.operations.judging import unread
from truyenthong.operations.loading import Loaded, load
from truyenthong.operations.sharing import Job, examine_all, processes_for
from truyenthong.workspace.layout import SubmissionPath, Workspace
from truyenthong.workspace.memory import Memory
from truyenthong.workspace.repository import read_declared
from truyenthong.workspace.snapshot import look_at

TODAY = date(2026, 2, 10)
CONTENT: Content = {
    "so": Decimal("12.5"),
    "ngay": date(2026, 1, 3),
    "luc": Moment(day=date(2026, 1, 3), hour=time(9, 15)),
    "bang": ({"luc": Moment(day=date(2026, 1, 3)), "dat": True, "trong": None, "chu": "Xong"},),
}


def jobs_and_ground(root: Path) -> tuple[list[Job], Ground]:
    """The submissions of a workspace and what they are held against."""
    seen = look_at(Workspace(root=root))
    records = read_declared(seen)
    assert records.plan is not None
    assert records.roster is not None
    ground = Ground.of(records.plan, records.roster, records.calendar, unread=unread(records), today=TODAY)
    return [(SubmissionPath.of(name), seen.files[name]) for name in seen.submissions], ground


@pytest.fixture(scope="module")
def example() -> tuple[list[Job], Ground]:
    """The sample year: papers of every kind, faulty ones among them."""
    return jobs_and_ground(REPOSITORY / "examples" / "2020-2021")


@pytest.mark.parametrize("processes", [2, 3, 7, 1000])
def test_any_number_of_processes_finds_the_same(example: tuple[list[Job], Ground], processes: int) -> None:
    jobs, ground = example
    assert any(examine(path, data, ground).findings for path, data in jobs)
    found = examine_all(jobs[:40], ground, processes=processes)
    assert [one.examined for one in found] == [examine(*one, ground) for one in jobs[:40]]
    assert [one.line for one in found] == [line_of(one.examined) for one in found]


def test_nothing_to_do_starts_nothing(example: tuple[list[Job], Ground]) -> None:
    assert examine_all([], example[1], processes=2) == []


def test_a_few_files_are_not_worth_a_process() -> None:
    assert processes_for(0) == processes_for(sharing.WORTH_IT) == 1
    assert processes_for(10**6) == min(len(os.sched_getaffinity(0)), sharing.MOST)


def test_a_share_whose_process_was_ended_is_done_all_the_same(
    example: tuple[list[Job], Ground], monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    jobs, ground = example
    wanted = [examine(*one, ground) for one in jobs]
    monkeypatch.setattr(sharing, "_help", killed)
    assert [one.examined for one in examine_all(jobs, ground, processes=2)] == wanted


def test_every_paper_is_the_same_after_being_kept(example: tuple[list[Job], Ground]) -> None:
    jobs, ground = example
    for path, data in jobs:
        examined = examine(path, data, ground)
        assert examined_in(path.name, line_of(examined)) == examined


def test_every_kind_of_value_is_the_same_after_being_kept(tmp_path: Path) -> None:
    root = workspace(tmp_path / "noi-lam-viec")
    more = (
        "    van_ban: {so: 45, ky_hieu: BC-A, ngay: 14/1/2026}\n"
        "    tep: [{ten: a.docx}]\n"
        "    noi_dung: {ty_le: '12,5', so_vu: 3, ngay_hop: 3/1/2026, dat: có, ghi_chu: Xong}\n"
        "    xu_ly: {ket_qua: tra-lai, ngay: 16/1/2026, ly_do: Thiếu}\n"
        "gia_han: [{ngay: 1/1/2026, den: 1/3/2026, van_ban: {so: 1}, ly_do: Bão}]\n"
    )
    receive(root, "truong-a", "bao-cao-hoc-ky", "hk1", "15/1/2026 08:00:30", more)
    (job,), ground = jobs_and_ground(root)
    examined = examine(*job, ground)
    assert examined.submission.extensions
    assert examined.submission.receipts[0].decision is not None
    assert examined_in(job[0].name, line_of(examined)) == examined
    (receipt,) = examined.submission.receipts
    filled = replace(examined.submission, receipts=(replace(receipt, content=CONTENT),))
    kept = line_of(replace(examined, submission=filled))
    assert examined_in(job[0].name, kept).submission == filled


# What was examined before


def loaded(root: Path, cache: Path | None, today: date | None = TODAY) -> Loaded:
    """The workspace, as far as possible from what is kept in ``cache``."""
    return load(Workspace(root=root, cache=cache), today=today)


def told(one: Loaded) -> tuple[object, tuple[Finding, ...]]:
    """What the rest of the program sees."""
    return one.records, one.findings


def test_only_what_changed_is_examined_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, cache = workspace(tmp_path / "noi-lam-viec"), tmp_path / "nho"
    for unit in ("truong-a", "truong-b", "truong-c"):
        receive(root, unit, "bao-cao-hoc-ky", "hk1", "15/1/2026 08:00")
    seen: list[str] = []

    def counting(path: SubmissionPath, data: bytes, ground: Ground) -> Examined:
        seen.append(path.unit)
        return examine(path, data, ground)

    monkeypatch.setattr(sharing, "examine", counting)
    first = loaded(root, cache)
    assert seen == ["truong-a", "truong-b", "truong-c"]
    assert told(loaded(root, cache)) == told(first)
    assert len(seen) == 3
    receive(root, "truong-b", "bao-cao-hoc-ky", "hk1", "31/4/2026")
    assert told(loaded(root, cache)) == told(loaded(root, None))
    assert seen[3:] == ["truong-b", "truong-a", "truong-b", "truong-c"]


def test_the_real_day_is_never_taken_from_before(tmp_path: Path) -> None:
    root, cache = workspace(tmp_path / "noi-lam-viec"), tmp_path / "nho"
    receive(root, "truong-a", "bao-cao-hoc-ky", "hk1", "20/2/2026")
    for today in (None, TODAY, date(2026, 2, 20), TODAY, None, date(2026, 2, 19)):
        assert told(loaded(root, cache, today)) == told(loaded(root, None, today)), today


@pytest.mark.parametrize("name", ["plan", "units", "calendar"])
def test_what_rests_on_other_ground_is_not_used(tmp_path: Path, name: str) -> None:
    root, cache = workspace(tmp_path / "noi-lam-viec"), tmp_path / "nho"
    receive(root, "truong-a", "bao-cao-hoc-ky", "hk1", "15/1/2026 08:00")
    seen = look_at(Workspace(root=root))
    before = loaded(root, cache)
    memory = Memory.of(Workspace(root=root, cache=cache))
    assert memory.folder is not None
    kept = (memory.folder / "da-doc.txt").read_bytes()
    put(root, f"data/{name}.yaml", seen.files[f"data/{name}.yaml"].decode() + "# thêm\n")
    assert told(loaded(root, cache)) == told(before)
    assert (memory.folder / "da-doc.txt").read_bytes() != kept
