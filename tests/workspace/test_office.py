"""LibreOffice: found, started once, given a time, and gone afterwards with all its children and files."""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.runs.fake_office import (
    CHILD,
    CUT_SHORT,
    DEAF,
    FAIL,
    MAKE,
    MAKE_FIRST,
    SLEEP,
    child_lives,
    fake_office,
    starts,
)
from support.runs.programs import needed_program
from truyenthong.errors import CannotContinueError
from truyenthong.workspace import office

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts of Unix")

FILES = (b"PK first", b"PK second", b"PK third")


@pytest.fixture(autouse=True)
def _own_scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where temporary files go: nothing may be left there."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def silent(_made: int, _total: int) -> None:
    """Hears and says nothing."""


def test_many_files_in_one_start_with_a_profile_of_its_own(tmp_path: Path) -> None:
    program = fake_office(tmp_path / "bin", MAKE)
    heard: list[tuple[int, int]] = []
    made = office.to_pdf(program, FILES, seconds=30, tick=lambda *pair: heard.append(pair))
    assert [data.splitlines()[1] for data in made.values()] == [b"PK first", b"PK second", b"PK third"]
    (words,) = starts(program)
    assert words.startswith(f"-env:UserInstallation=file://{tmp_path}/scratch/truyenthong-")
    assert words.endswith("0.docx 1.docx 2.docx")
    assert heard[-1] == (3, 3)


def test_what_it_did_not_make_is_missing(tmp_path: Path) -> None:
    program = fake_office(tmp_path / "bin", MAKE_FIRST)
    assert list(office.to_pdf(program, FILES, seconds=30, tick=silent)) == [0]


@pytest.mark.parametrize("does", [FAIL, CUT_SHORT])
def test_a_failure_and_half_a_file_are_no_pdf(tmp_path: Path, does: str) -> None:
    program = fake_office(tmp_path / "bin", does)
    assert office.to_pdf(program, FILES, seconds=30, tick=silent) == {}


@pytest.mark.parametrize("does", [SLEEP, DEAF])
def test_after_its_time_it_is_ended_with_its_children(tmp_path: Path, does: str) -> None:
    program = fake_office(tmp_path / "bin", MAKE_FIRST, CHILD, does)
    begun = time.monotonic()
    made = office.to_pdf(program, FILES, seconds=1.5, tick=silent)
    assert time.monotonic() - begun < 20
    assert list(made) == [0]
    assert not child_lives(program)


def test_a_child_that_stays_after_a_good_end_is_ended_too(tmp_path: Path) -> None:
    program = fake_office(tmp_path / "bin", MAKE, CHILD)
    assert len(office.to_pdf(program, FILES, seconds=30, tick=silent)) == 3
    assert not child_lives(program)


def test_stopping_the_run_ends_it_too(tmp_path: Path) -> None:
    program = fake_office(tmp_path / "bin", CHILD, SLEEP)

    def stop(_made: int, _total: int) -> None:
        if (program.parent / "child").exists():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        office.to_pdf(program, FILES, seconds=60, tick=stop)
    assert not child_lives(program)


def test_the_time_grows_with_the_files() -> None:
    assert office.usual_seconds(100) - office.usual_seconds(1) == 99 * (
        office.usual_seconds(1) - office.usual_seconds(0)
    )
    assert office.usual_seconds(0) >= 60


def test_it_is_found_on_the_search_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = fake_office(tmp_path / "bin", MAKE)
    monkeypatch.setenv("PATH", str(program.parent))
    assert office.find_office(None) == program
    assert office.find_office(str(program)) == program


def test_it_is_found_where_windows_programs_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "LibreOffice" / "program"
    program = fake_office(folder, MAKE).rename(folder / "soffice.exe")
    monkeypatch.setattr(office, "_PLACES", ())
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert office.find_office(None) == program


def test_a_machine_without_it_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_PLACES", ())
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CannotContinueError, match="chưa có LibreOffice") as told:
        office.find_office(None)
    assert told.value.hint is not None
    assert "Save As" in told.value.hint


def test_a_named_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotContinueError, match="soffice-khac"):
        office.find_office(str(tmp_path / "soffice-khac"))


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_bytes(b"\x7fELF nothing")
    program.chmod(0o755)
    with pytest.raises(CannotContinueError, match="Không chạy được"):
        office.to_pdf(program, FILES, seconds=5, tick=silent)


def test_the_real_program_makes_a_pdf_of_our_own_paper() -> None:
    needed_program("soffice", package="libreoffice-writer-nogui")
    template = Path(__file__).resolve().parents[2] / "templates" / "ke-hoach.docx"
    made = office.to_pdf(
        office.find_office(None), (template.read_bytes(), b"not a Word file"), seconds=120, tick=silent
    )
    assert made[0].startswith(b"%PDF-")
    assert len(made[0]) > 10_000
