"""Every command line of README is typed, in its order, where README says that a person stands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.runs.programs import needed_program

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

FAILS = {"truyenthong validate": 1, "truyenthong daily": 1}
"""The sample year has faults on purpose; every other line ends well."""

NAMES = (
    "truyenthong record",
    "truyenthong record entry",
    "truyenthong intake --appendix TỆP.docx",
    "truyenthong remind --send",
)
"""Commands that README names without all that has to be typed, and the one that sends mail."""

NEEDS_MAIL = ("truyenthong remind", "truyenthong intake --mailbox", "truyenthong mail check")
"""What README says to need data/outreach.yaml, which the sample year does not have: stopped, and told why."""

PREPARED = ("thu-den", "ke-hoach.docx")
"""What README takes for granted: a folder with what came in, and the plan as a Word file."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="README's lines are typed into a POSIX shell")


def command_lines(text: str) -> list[str]:
    """The lines that call the program: in blocks without their comments, and in the cells of tables."""
    found: list[str] = []
    inside = False
    for row in text.splitlines():
        if row.startswith("```"):
            inside = not inside
        elif inside:
            found.append(row.partition(" #")[0].strip())
        else:
            found += re.findall(r"`([^`]+)`", row)
    return list(dict.fromkeys(one for one in found if one.startswith("truyenthong ")))


LINES = [one for one in command_lines(README) if "…" not in one and one not in NAMES]


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TRUYENTHONG_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    return subprocess.run(
        ["/bin/sh", "-c", line],
        cwd=folder,
        env={**kept, "PATH": path, "HOME": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which README's first block ends."""
    folder = tmp_path_factory.mktemp("kho")
    made = shell("truyenthong init thu --sample", folder)
    assert made.returncode == 0, made.stderr
    (folder / "thu" / PREPARED[0]).mkdir()
    written = shell("truyenthong report ke-hoach && cp out/ke-hoach.docx .", folder / "thu")
    assert written.returncode == 0, written.stderr
    return folder / "thu"


def test_the_first_block_is_what_the_others_rest_on() -> None:
    block = README.split("```")[1]
    typed = [row.partition(" #")[0].strip() for row in block.strip().splitlines()]
    assert typed == [
        "make report",
        ". .venv/bin/activate",
        "truyenthong init thu --sample",
        "cd thu",
        "truyenthong status",
    ]
    assert re.search(r"^report: ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("line", [one for one in LINES if one != "truyenthong init thu --sample"])
def test_the_line_does_what_it_says(stand: Path, line: str) -> None:
    if "--pdf" in line:
        needed_program("soffice", package="libreoffice-writer-nogui")
    done = shell(line, stand)
    if line in NEEDS_MAIL:
        assert (done.returncode, "data/outreach.yaml" in done.stderr) == (3, True)
        return
    assert done.returncode == FAILS.get(line, 0), done.stdout[-500:] + done.stderr
    assert "Traceback" not in done.stderr


def test_the_lines_are_all_there() -> None:
    assert len(LINES) > 25
    assert "truyenthong status --format csv > tien-do.csv" in LINES


def test_the_fault_that_is_shown_is_what_is_said(stand: Path) -> None:
    shown = next(block for block in README.split("```") if "lỗi TT103" in block)
    said = shell("truyenthong validate", stand).stdout
    assert all(row.strip() in said for row in shown.strip().splitlines())
