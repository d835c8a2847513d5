"""Examines many submissions, in several processes where that is worth their start."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection

from truyenthong.operations.entries import Entry, entry_of, examined_of
from truyenthong.operations.examining import Examined, Ground, examine
from truyenthong.workspace.layout import SubmissionPath

Job = tuple[SubmissionPath, bytes]
"""A submission's path and the bytes of its file."""

FORKS = sys.platform == "linux"
"""Whether a further process begins as a copy of this one; elsewhere it has to import everything anew."""

WORTH_IT = 300 if FORKS else 4000
"""How many files for each process make up for its start (about 20 ms, or half a second)."""

MOST = 4
"""More processes gain little: reading the files and putting the outcome together is the work of one."""


def processes_for(jobs: int) -> int:
    """How many processes to share so many files among."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return max(1, min(cores, MOST, jobs // WORTH_IT))


def examine_all(jobs: Sequence[Job], ground: Ground, *, processes: int) -> list[Examined]:
    """Every submission examined, in the order of ``jobs``."""
    size = -(-len(jobs) // processes) or 1
    chunks = [jobs[start : start + size] for start in range(0, len(jobs), size)]
    helpers = [_Helper(chunk, ground) for chunk in chunks[1:]]
    try:
        found = [examine(path, data, ground) for path, data in (chunks[0] if chunks else ())]
        for helper in helpers:
            found += helper.outcome()
    finally:
        for helper in helpers:
            helper.stop()
    return found


class _Helper:
    """A process that examines a share of the files."""

    def __init__(self, jobs: Sequence[Job], ground: Ground) -> None:
        context = get_context("fork") if FORKS else get_context("spawn")
        self._jobs, self._ground = jobs, ground
        self._answer, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_help, args=(theirs, jobs, ground), daemon=True)
        self._process.start()
        theirs.close()

    def outcome(self) -> list[Examined]:
        """What it found; where the system has ended it, this process does its share."""
        try:
            entries: list[Entry] = self._answer.recv()
        except (EOFError, ConnectionError):
            return [examine(path, data, self._ground) for path, data in self._jobs]
        return [examined_of(path.name, entry) for (path, _), entry in zip(self._jobs, entries, strict=True)]

    def stop(self) -> None:
        """Ends it, if it still runs (^C, or a bug in this process's share)."""
        self._answer.close()
        self._process.terminate()
        self._process.join()


def _help(answer: Connection, jobs: Sequence[Job], ground: Ground) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C is told once, by the process that began
    answer.send([entry_of(examine(path, data, ground)) for path, data in jobs])
    answer.close()
