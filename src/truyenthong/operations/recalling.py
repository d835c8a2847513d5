"""Examines only the submissions that were not examined before on the same ground; judges nothing itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from truyenthong.operations.entries import Entry, entry_of, examined_of
from truyenthong.operations.examining import Examined, Ground
from truyenthong.operations.sharing import examine_all, processes_for
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
    paths = [SubmissionPath.of(name) for name in snapshot.submissions]
    key = combined([program_mark(), *(marks[name] for name in snapshot.declared)])
    kept = memory.examined(key)
    known = _still_true(paths, marks, kept, ground.today)
    fresh = [(path, snapshot.files[path.name]) for path in paths if path.name not in known]
    found = examine_all(fresh, ground, processes=processes_for(len(fresh)))
    examined = known | {path.name: one for (path, _), one in zip(fresh, found, strict=True)}
    if fresh:
        memory.keep_examined(key, _entries(examined, marks, kept, ground.today))
    return {path: examined[path.name] for path in paths}


def _still_true(
    paths: Sequence[SubmissionPath], marks: Mapping[str, str], kept: Mapping[str, Entry], today: date | None
) -> dict[str, Examined]:
    """What is known of the files that are as they were."""
    known = {
        path.name: examined_of(path.name, kept[marks[path.name]])
        for path in paths
        if marks[path.name] in kept
    }
    return {name: one for name, one in known.items() if _holds(one, today)}


def _holds(one: Examined, today: date | None) -> bool:
    """Whether nothing in it lies in the future, so that the real day plays no part in what was found."""
    return today is None or one.last_day <= today


def _entries(
    examined: Mapping[str, Examined], marks: Mapping[str, str], kept: Mapping[str, Entry], today: date | None
) -> dict[str, Entry]:
    """What is kept of the files as they are now; what has to do with the real day is not."""
    return {
        marks[name]: kept.get(marks[name]) or entry_of(one)
        for name, one in examined.items()
        if _holds(one, today)
    }
