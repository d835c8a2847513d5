"""Intake stopped at any write, or run twice at once, beside status: nothing is lost, nothing doubled."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path

import pytest

from support.sent_files.sent import SCAN, blank, form, mail, workspace
from support.years.second_plan import call
from truyenthong.model.moments import Moment
from truyenthong.operations.intake.settle import list_waiting, settle_entry
from truyenthong.operations.intake.take import IntakeOrder, take_in
from truyenthong.operations.load import load
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace

NOW = Moment(day=date(2021, 6, 20), hour=time(8, 30))
UNITS = ("pgd-than-uyen", "pgd-tan-uyen", "pgd-sin-ho", "pgd-lai-chau")


def arrivals(folder: Path) -> Path:
    """A folder with a message (a form and a scan), a corrected version, and what has to wait."""
    folder.mkdir()
    (folder / "a.eml").write_bytes(mail({"a.docx": form(), "quet.pdf": SCAN}))
    (folder / "b.docx").write_bytes(form(cong_tac_vien=35))
    (folder / "c.docx").write_bytes(blank())
    (folder / "d.docx").write_bytes(form(unit=None))
    return folder


def holdings(place: Workspace) -> Mapping[str, int]:
    """How often each content stands in receipts and on the waiting list."""
    counts: dict[str, int] = {}
    for one in load(place).records.submissions:
        for receipt in one.submission.receipts:
            for file in receipt.files:
                counts[file.sha256 or ""] = counts.get(file.sha256 or "", 0) + 1
    for entry in list_waiting(place).entries:
        for file in entry.files:
            counts[file.sha256 or ""] = counts.get(file.sha256 or "", 0) + 1
    return counts


def kept(place: Workspace) -> set[str]:
    """The content of every original."""
    files = [*place.submissions.rglob("tep/*"), *(place.root / "data/waiting/tep").glob("*")]
    return {hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


class StopError(Exception):
    """The power went."""


class _Failing:
    """``storage.write_atomic`` that stops the program before or after one of its writes."""

    def __init__(self, at: int, *, after: bool) -> None:
        self.left = at
        self.after = after
        self.real = storage.write_atomic

    def __call__(self, path: Path, data: bytes) -> None:
        self.left -= 1
        if self.left < 0 and not self.after:
            raise StopError
        self.real(path, data)
        if self.left < 0:
            raise StopError


@pytest.mark.parametrize("after", [False, True])
def test_stopped_at_each_write_and_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, after: bool
) -> None:
    folder = arrivals(tmp_path / "den")
    whole = workspace(tmp_path / "tron")
    take_in(whole, [folder], IntakeOrder(), now=NOW)
    expected = holdings(whole)
    assert set(expected.values()) == {1}
    assert len(expected) == 5
    for at in range(9):
        place = workspace(tmp_path / f"lan-{at}")
        with monkeypatch.context() as patch:
            patch.setattr(storage, "write_atomic", _Failing(at, after=after))
            with pytest.raises(StopError):
                take_in(place, [folder], IntakeOrder(), now=NOW)
        load(place)
        take_in(place, [folder], IntakeOrder(), now=NOW)
        assert holdings(place) == expected
        assert kept(place) == set(expected)


def test_settling_stopped_between_receipt_and_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = workspace(tmp_path / "noi")
    path = tmp_path / "a.docx"
    path.write_bytes(form(unit=None))
    take_in(place, [path], IntakeOrder(), now=NOW)
    (entry,) = list_waiting(place).entries
    order = IntakeOrder(unit="pgd-sin-ho")
    with monkeypatch.context() as patch:
        patch.setattr(storage, "write_atomic", _Failing(1, after=True))
        with pytest.raises(StopError):
            settle_entry(place, place.root / entry.name, order, now=NOW)
    settle_entry(place, place.root / entry.name, order, now=NOW)
    assert list_waiting(place).entries == ()
    assert set(holdings(place).values()) == {1}


def test_two_runs_at_once_beside_status(tmp_path: Path) -> None:
    place, folder = workspace(tmp_path / "noi"), tmp_path / "den"
    folder.mkdir()
    for unit in UNITS:
        for number in range(5):
            (folder / f"{unit}-{number}.docx").write_bytes(form(unit=unit, cong_tac_vien=number))
            (folder / f"{unit}-{number}.pdf").write_bytes(SCAN + f"{unit}{number}".encode())
    command = [sys.executable, "-m", "truyenthong", "-C", str(place.root), "intake", str(folder)]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        for _ in range(2)
    ]
    while any(run.poll() is None for run in runs):
        seen = call("-C", str(place.root), "status", "--format", "json")
        assert seen.returncode == 0, seen.stderr
    for run in runs:
        out, err = run.communicate()
        assert (run.returncode, err) == (1, ""), out
    counts = holdings(place)
    assert len(counts) == 40
    assert set(counts.values()) == {1}
    assert kept(place) == set(counts)
