"""Examines many submissions, in several processes where that is worth their start."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection

from truyenthong.operations.entries import examined_in, line_of
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An examined submission, and the line that is kept of it: each process writes those of its share."""

    examined: Examined
    line: bytes


def examine_all(jobs: Sequence[Job], ground: Ground, *, processes: int) -> list[Told]:
    """Every submission examined, in the order of ``jobs``."""
    size = -(-len(jobs) // processes) or 1
    chunks = [jobs[start : start + size] for start in range(0, len(jobs), size)]
    helpers = [_Helper(chunk, ground) for chunk in chunks[1:]]
    try:
        found = [_told(job, ground) for job in (chunks[0] if chunks else ())]
        for helper in helpers:
            found += helper.outcome()
    finally:
        for helper in helpers:
            helper.stop()
    return found


def _told(job: Job, ground: Ground) -> Told:
    examined = examine(*job, ground)
    return Told(examined=examined, line=line_of(examined))


class _Helper:
    """A process that examines a share of the files."""

    def __init__(self, jobs: Sequence[Job], ground: Ground) -> None:
        context = get_context("fork") if FORKS else get_context("spawn")
        self._jobs, self._ground = jobs, ground
        self._answer, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_help, args=(theirs, jobs, ground), daemon=True)
        self._process.start()
        theirs.close()

    def outcome(self) -> list[Told]:
        """What it found; where the system has ended it, this process does its share."""
        try:
            lines: list[bytes] = self._answer.recv()
        except (EOFError, ConnectionError):
            return [_told(job, self._ground) for job in self._jobs]
        return [
            Told(examined=examined_in(path.name, line), line=line)
            for (path, _), line in zip(self._jobs, lines, strict=True)
        ]

    def stop(self) -> None:
        """Ends it, if it still runs (^C, or a bug in this process's share)."""
        self._answer.close()
        self._process.terminate()
        self._process.join()


def _help(answer: Connection, jobs: Sequence[Job], ground: Ground) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C is told once, by the process that began
    answer.send([_told(job, ground).line for job in jobs])
    answer.close()
