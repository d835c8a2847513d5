"""Runs of the program in a child that dies, or finds the disk full, at one operation on files."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest

from truyenthong.cli.main import main

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is a copy of this process")

KILLED = 137
_CHANGES = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.chmod", "os.truncate"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Stop(StrEnum):
    """What happens at the operation."""

    KILL = "kill"
    FULL = "full"


def changes(folder: Path, args: tuple[str, ...]) -> int:
    """How many operations that change something below ``folder`` a whole run takes."""
    reader, writer = os.pipe()
    counted: list[int] = []

    def finished() -> None:
        os.write(writer, str(len(counted)).encode())

    def whole() -> int:
        return _watched(folder, lambda: main(args), counted, at=None, how=Stop.KILL)

    assert _in_child(whole, finished) == 0
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as stream:
        return int(stream.read())


def stopped(folder: Path, args: tuple[str, ...], *, at: int, how: Stop) -> int:
    """The exit code of a run to which ``how`` happens at its ``at``-th change below ``folder``."""
    return stopped_work(folder, lambda: main(args), at=at, how=how)


def stopped_work(folder: Path, work: Callable[[], int], *, at: int, how: Stop) -> int:
    """The same of anything that may be called."""
    return _in_child(lambda: _watched(folder, work, [], at=at, how=how), lambda: None)


def _in_child(work: Callable[[], int], finished: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 99
    try:
        with Path(os.devnull).open("r+", encoding="utf-8") as quiet:
            sys.stdin, sys.stdout, sys.stderr = quiet, quiet, quiet
            code = work()
        finished()
    finally:
        os._exit(code)


def _watched(folder: Path, work: Callable[[], int], counted: list[int], *, at: int | None, how: Stop) -> int:
    place = str(folder)

    def watch(event: str, details: tuple[object, ...]) -> None:
        if event not in _CHANGES and not (event == "open" and _writes(details[2])):
            return
        if not any(isinstance(one, str | Path) and str(one).startswith(place) for one in details):
            return
        counted.append(len(counted) + 1)
        if len(counted) == at:
            if how is Stop.KILL:
                os._exit(KILLED)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(details[0]))

    sys.addaudithook(watch)
    return work()


def _writes(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & _WRITING)
