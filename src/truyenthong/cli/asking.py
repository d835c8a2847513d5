"""Asks a person at the terminal before something is changed; where nobody sits there, nothing is changed."""

from __future__ import annotations

import sys

from truyenthong.cli import console
from truyenthong.errors import UsageError
from truyenthong.text import fold

_YES = frozenset({fold("có"), fold("co"), "y", "yes", "c"})


def agreed(question: str, *, yes: bool) -> bool:
    """Whether to go on: ``--yes``, or «có» typed at the terminal; anything else is no.

    Args:
        question: a whole question, such as «Ghi vào data/plan.yaml?».
        yes: the user said so on the command line.

    Raises:
        UsageError: nobody sits at the terminal and ``--yes`` was not given.
    """
    if yes:
        return True
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("Chưa ghi gì: lệnh này cần một người trả lời.", hint="xem kỹ rồi thêm --yes.")
    console.trouble(f"{question} Gõ «có» để ghi, Enter để thôi:")
    return fold(sys.stdin.readline().strip()) in _YES
