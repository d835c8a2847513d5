"""A reader that has gone changes neither the exit code nor what is said; an empty day is no day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.years.second_plan import call, receive, workspace

DAY = ("--as-of", "2025-11-10")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = workspace(tmp_path / "noi-lam-viec")
    receive(folder, "truong-a", "bao-cao-quy", "2025-Q4", "31/4/2025 09:00")
    return folder


def with_a_closed(stream: str, *words: str) -> tuple[int, str]:
    """The exit code, and what the other stream was told."""
    reading, writing = os.pipe()
    os.close(reading)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: writing}
    try:
        done = subprocess.run(  # type: ignore[call-overload]  # the streams by name
            [sys.executable, "-m", "truyenthong", *words], check=False, encoding="utf-8", **streams
        )
    finally:
        os.close(writing)
    return done.returncode, done.stdout or done.stderr or ""


def test_nobody_reads_the_trouble(root: Path) -> None:
    code, told = with_a_closed("stderr", "-C", str(root), "status", *DAY)
    assert code == 0
    assert "truong-a" in told or "Trường" in told


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--help",), 0), (("status", "--help"), 0), (("validate",), 1), (("status", *DAY), 0)],
)
def test_nobody_reads_the_result(root: Path, words: tuple[str, ...], code: int) -> None:
    left, told = with_a_closed("stdout", "-C", str(root), *words)
    assert left == code
    assert "Traceback" not in told
    assert "BrokenPipe" not in told


def test_an_empty_day_is_no_day(root: Path) -> None:
    assert call("-C", str(root), "status", "--as-of", "").returncode == 2
    assert call("-C", str(root), "status", TRUYENTHONG_AS_OF="").returncode == 2
    assert call("-C", str(root), "status", *DAY).returncode == 0
