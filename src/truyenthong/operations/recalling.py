"""Examines only the submissions that were not examined before on the same ground; judges nothing itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from truyenthong.operations.entries import examined_in
from truyenthong.operations.examining import Examined, Ground, unseen
from truyenthong.operations.sharing import Told, examine_all, processes_for
from truyenthong.workspace.layout import SubmissionPath
from truyenthong.workspace.memory import Memory, combined
from truyenthong.workspace.program import program_mark
from truyenthong.workspace.snapshot import Snapshot


def examine_known(snapshot: Snapshot, ground: Ground, memory: Memory) -> dict[SubmissionPath, Examined]:
    """Every submission examined, in the order of their files.

    What was made of a file is kept by the mark of its name and content, and holds as long as the program, the
    plan, the units and the calendar are the same and nothing in it lies in the future.
    """
    marks = snapshot.marks()
    every = [SubmissionPath.of(name) for name in snapshot.submissions]
    paths = [path for path in every if path.name not in snapshot.refused]
    key = combined([program_mark(), *(marks[name] for name in snapshot.declared)])
    kept = memory.examined(key)
    known = _still_true(paths, marks, kept, ground.today)
    fresh = [(path, snapshot.files[path.name]) for path in paths if path.name not in known]
    found = examine_all(fresh, ground, processes=processes_for(len(fresh)))
    told = known | {path.name: one for (path, _), one in zip(fresh, found, strict=True)}
    if fresh:
        holding = {name: one for name, one in told.items() if _holds(one.examined, ground.today)}
        memory.keep_examined(key, {marks[name]: one.line for name, one in holding.items()})
    refused = {name: unseen(SubmissionPath.of(name), why) for name, why in snapshot.refused.items()}
    return {path: told[path.name].examined if path.name in told else refused[path.name] for path in every}


def _still_true(
    paths: Sequence[SubmissionPath], marks: Mapping[str, str], kept: Mapping[str, bytes], today: date | None
) -> dict[str, Told]:
    """What is known of the files that are as they were."""
    known: dict[str, Told] = {}
    for path in paths:
        line = kept.get(marks[path.name])
        if line is not None:
            examined = examined_in(path.name, line)
            if _holds(examined, today):
                known[path.name] = Told(examined=examined, line=line)
    return known


def _holds(one: Examined, today: date | None) -> bool:
    """Whether nothing in it lies in the future, so that the real day plays no part in what was found."""
    return today is None or one.last_day <= today
