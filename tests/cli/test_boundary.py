"""Whatever the system refuses is a sentence and 3; being stopped is a line and its code."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer._click import Command

from support.years.second_plan import call, workspace
from truyenthong.cli.app import Later, command
from truyenthong.workspace import storage

DAY = ("--as-of", "2025-11-10")
POSIX = pytest.mark.skipif(os.name != "posix", reason="streams and signals of POSIX")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workspace(tmp_path_factory.mktemp("noi") / "lam-viec")


def shell(line: str, root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A line of the shell in which ``tt`` is the program on the workspace."""
    program = f'tt() {{ "{sys.executable}" -m truyenthong -C "{root}" "$@"; }}; {line}'
    return subprocess.run(
        ["/bin/sh", "-c", program],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to write to")
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("tt status --as-of 2025-11-10 >/dev/full", 3),
        ("tt status --as-of 2025-11-10 >/dev/full 2>/dev/full", 3),
        ("tt status --as-of 2025-11-10 2>/dev/full", 0),
        ("tt --help >/dev/full", 3),
        ("tt status --help >/dev/full", 3),
        ("tt khong-co 2>/dev/full", 2),
        ("tt khong-co >/dev/full 2>/dev/full", 2),
        ("tt explain khong-co 2>/dev/full", 2),
        ("tt status --as-of 2025-11-10 >&- 2>&- <&-", 0),
        ("tt intake khong-co.docx >&- 2>&- <&-", 2),
        ("tt completion bash >/dev/full", 3),
    ],
)
def test_streams_that_take_nothing(root: Path, line: str, code: int) -> None:
    done = shell(line, root)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@POSIX
def test_a_folder_that_is_gone_matters_only_to_what_lies_in_it(root: Path, tmp_path: Path) -> None:
    gone = tmp_path / "mat"
    there = f'mkdir "{gone}" && cd "{gone}" && rmdir "{gone}" && '
    assert shell(f"{there} tt status --as-of 2025-11-10", root).returncode == 0
    done = shell(f"{there} tt lint a.docx", root)
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        3,
        "truyenthong: Thư mục hiện tại không còn nữa.",
    )


@POSIX
@pytest.mark.parametrize(
    "line",
    [
        "unset HOME XDG_CACHE_HOME; tt status --as-of 2025-11-10",
        "HOME=/khong/co XDG_CACHE_HOME= tt status --as-of 2025-11-10",
        "HOME= XDG_CACHE_HOME=tuong/doi tt status --as-of 2025-11-10",
        "TRUYENTHONG_CACHE=/dev/null tt status --as-of 2025-11-10",
        "TRUYENTHONG_CACHE=/proc tt status --as-of 2025-11-10",
        f"TRUYENTHONG_CACHE=/{'a' * 300} tt status --as-of 2025-11-10",
        f"TRUYENTHONG_CACHE=/{'a/' * 3000} tt status --as-of 2025-11-10",
        "TMPDIR=/khong/co tt status --as-of 2025-11-10",
    ],
)
def test_a_memory_that_cannot_be_kept_takes_nothing_but_speed(root: Path, tmp_path: Path, line: str) -> None:
    done = shell(f'cd "{tmp_path}"; {line}', root)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


@POSIX
@pytest.mark.parametrize(
    "words",
    [
        ("-C", "a" * 5000, "status"),
        ("-C", "/dev/null", "status"),
        ("lint", "a" * 5000),
        ("intake", "a" * 300),
    ],
)
def test_names_that_no_system_takes(root: Path, words: tuple[str, ...]) -> None:
    done = call("-C", str(root), *words)
    assert done.returncode in (2, 3)
    assert done.stderr.startswith("truyenthong: ")


def in_a_process(program: str, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, *args]
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", check=False
    )


RAISING = """
import sys
from truyenthong.cli import app, main
def raising(*words, **more):
    raise {error}
app.command = lambda: raising
sys.exit(main.main(["status", "\\udcff"]))
"""


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (f"OSError({errno.EIO}, 'Input/output error')", "Máy không cho làm tiếp: ổ đĩa báo lỗi đọc, ghi."),
        (
            f"OSError({errno.EROFS}, 'Read-only', '/mnt/a')",
            "Máy không cho làm tiếp: /mnt/a: ổ đĩa chỉ cho đọc.",
        ),
        (
            "FileNotFoundError(2, 'No usable temporary directory found in []')",
            "Không có thư mục tạm nào ghi được.",
        ),
        ("OSError(9999, 'Strange')", "Máy không cho làm tiếp: hệ thống báo «Strange», số 9999."),
        ("MemoryError", "Máy hết bộ nhớ."),
    ],
)
def test_whatever_the_system_refuses_is_three(error: str, told: str) -> None:
    done = in_a_process(RAISING.format(error=error))
    assert (done.returncode, done.stderr.splitlines()[0]) == (3, f"truyenthong: {told}")


@pytest.mark.parametrize("error", ["ValueError('a')", "OSError('no number')", "RecursionError('deep')"])
def test_a_bug_is_one_line_and_a_log(error: str, tmp_path: Path) -> None:
    done = in_a_process(RAISING.format(error=error), TMPDIR=str(tmp_path), TEMP=str(tmp_path))
    assert done.returncode == 70
    (log,) = tmp_path.glob("*.log")
    assert done.stderr == f"truyenthong: chương trình có lỗi bên trong; chi tiết ở {log}\n"
    assert "Traceback" in log.read_text(encoding="utf-8")


NO_ROOM = """
import sys, tempfile
def nowhere(*words, **more):
    raise FileNotFoundError(2, "No usable temporary directory found")
tempfile.mkstemp = nowhere
"""


def test_a_bug_without_a_place_for_its_log_is_one_line_too() -> None:
    done = in_a_process(NO_ROOM + RAISING.format(error="ValueError('a')"))
    assert done.returncode == 70
    (line,) = done.stderr.splitlines()
    assert "không ghi được chi tiết" in line
    assert line.endswith("ValueError: a")


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """A workspace that another run is writing to."""
    place = workspace(tmp_path / "noi")
    with storage.locked(place):
        yield place


def test_names_in_an_archive_do_not_reach_the_terminal_as_they_are(tmp_path: Path) -> None:
    place = workspace(tmp_path / "noi")
    names = ("\x1b]8;;https://vi-du.example\x07a.docx\x1b]8;;\x07", "b\u202excod.exe", "c\n::error::d.txt")
    (tmp_path / "den").mkdir()
    with zipfile.ZipFile(tmp_path / "den" / "a.zip", "w") as archive:
        for name in names:
            archive.writestr(name, name)
    words = ("-C", str(place), "intake", str(tmp_path / "den"), "--dry-run")
    done = call(*words)
    assert done.returncode == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.stdout + done.stderr)
    assert not [line for line in done.stdout.splitlines() if line.startswith("::")]


RECEIVE = ("record", "receipt", "truong-a", "bao-cao-quy", "2025-q4", "--received", "10/11/2025")


@POSIX
@pytest.mark.parametrize(
    ("number", "code", "word"),
    [
        (signal.SIGTERM, 143, "lệnh dừng"),
        (signal.SIGINT, 130, "theo yêu cầu"),
        (getattr(signal, "SIGHUP", signal.SIGTERM), 129 if hasattr(signal, "SIGHUP") else 143, "dừng"),
    ],
)
def test_being_stopped_is_said_in_a_line(held: Path, number: int, code: int, word: str) -> None:
    command = [sys.executable, "-m", "truyenthong", "-C", str(held), *RECEIVE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as run:
        assert run.stderr is not None
        assert "đợi nhiều nhất 60 giây" in run.stderr.readline()
        run.send_signal(number)
        (line,) = run.stderr.readlines()
        assert word in line
    assert run.returncode == code


STOPPED_WRITING = """
import os, signal, sys
from pathlib import Path
from truyenthong.cli.signals import Stopped, listen
from truyenthong.cli.app import command
from truyenthong.workspace import storage
class Files(dict):
    def items(self):
        yield Path(sys.argv[1]) / "a.docx", b"moi"
        assert [one.name[:8] for one in Path(sys.argv[1]).iterdir()] == [".a.docx."]
        os.kill(os.getpid(), signal.SIGTERM)
listen()
try:
    storage.write_all(Files({Path(sys.argv[1]) / 'a.docx': b''}))
except Stopped as stopped:
    sys.exit(stopped.exit_code)
"""


@POSIX
def test_being_stopped_leaves_nothing_half_written(tmp_path: Path) -> None:
    assert in_a_process(STOPPED_WRITING, str(tmp_path)).returncode == 143
    assert list(tmp_path.iterdir()) == []


def test_who_does_not_wait_is_told_at_once(held: Path) -> None:
    done = call("-C", str(held), *RECEIVE, "--wait", "0")
    assert done.returncode == 3
    assert "Một lần chạy khác" in done.stderr
    assert call("-C", str(held), *RECEIVE, "--wait", "-1").returncode == 2
    assert call("-C", str(held), *RECEIVE, "--wait", "nan").returncode == 2


READERS = frozenset(
    {
        "status",
        "validate",
        "explain",
        "find",
        "lint",
        "schema",
        "coverage",
        "contacts",
        "completion",
        "docs",
        "mail check",
        "template fields",
        "units plan-change",
    }
)


def later(command: Command, name: str = "") -> Iterator[tuple[str, Later]]:
    """Every command that can be typed."""
    for word, child in getattr(command, "commands", {}).items():
        yield from later(child, f"{name} {word}".strip())
    if isinstance(command, Later):
        yield name, command


def test_every_command_that_writes_takes_wait() -> None:
    commands = {name: one.built() for name, one in later(command())}
    waiting = {name for name, one in commands.items() if any("--wait" in param.opts for param in one.params)}
    assert waiting == commands.keys() - READERS


def test_the_list_of_commands_says_what_their_help_says() -> None:
    listed = dict(later(command()))
    assert {name: one.help for name, one in listed.items()} == {
        name: (one.built().help or "").partition("\n\n")[0] for name, one in listed.items()
    }


def test_lint_looks_at_the_other_files_where_one_is_refused(tmp_path: Path) -> None:
    pipe, good = tmp_path / "ong.docx", tmp_path / "khac.docx"
    with pipe.open("wb") as stream:
        stream.truncate(200_000_000)  # larger than any paper: refused by its size, before it is read
    good.write_bytes(b"")
    done = call("lint", str(pipe), str(good))
    assert done.returncode == 3, done.stdout
    assert "khac.docx: lỗi TT500" in done.stdout
    assert "Đã kiểm tra 1 tệp" in done.stdout
    assert "ong.docx" in done.stderr


def test_template_check_looks_at_the_other_files_where_one_is_refused(tmp_path: Path) -> None:
    root = workspace(tmp_path / "noi")
    huge, other = tmp_path / "lon.docx", tmp_path / "khac.docx"
    with huge.open("wb") as stream:
        stream.truncate(3_000_000_000)  # a hole, no bytes: refused by its size
    other.write_bytes(b"")
    done = call("-C", str(root), "template", "check", str(huge), str(other))
    assert done.returncode == 3, done.stdout
    assert "khac.docx: cả tệp: TT401" in done.stdout
    assert "lon.docx" in done.stderr
