"""Gives an answer that was given before without computing it again."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence

from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.memory import Answer, Memory, combined, program_mark
from truyenthong.workspace.snapshot import Snapshot, look_at

_LOOKS = ("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE")
"""What a terminal's tables depend on besides its size."""


def answered(
    workspace: Workspace,
    question: Sequence[str | None],
    work_out: Callable[[Snapshot], Answer],
    *,
    besides: Callable[[Snapshot], Iterable[str]] = lambda _: (),
) -> Answer:
    """The answer to ``question`` about the workspace as it is now.

    An answer is a function of what was asked, of every byte that was read, of the terminal and of the
    program: where all of them are the same, so is the answer. An exception is no answer and not remembered.

    Args:
        workspace: the workspace.
        question: what was asked: the command and all its options.
        work_out: gives the answer where it is not known.
        besides: marks of what the answer depends on besides the data.
    """
    snapshot = look_at(workspace)
    asked = [repr(word) for word in (*question, *_audience())]
    content = combined([program_mark(), *snapshot.marks().values(), snapshot.others(), *besides(snapshot)])
    memory = Memory.of(workspace)
    known = memory.answer(asked, content)
    if known is not None:
        return known
    answer = work_out(snapshot)
    memory.keep_answer(asked, content, answer)
    return answer


def _audience() -> tuple[str | None, ...]:
    """Who is looking: nobody but a file or a program, or a terminal of some width and colours."""
    if not sys.stdout.isatty():
        return ()
    size = shutil.get_terminal_size()
    return (str(size.columns), str(size.lines), *(os.environ.get(name) for name in _LOOKS))
