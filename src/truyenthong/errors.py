"""The exceptions that stop a command, each with its exit code and a sentence for the user."""

from __future__ import annotations

from typing import ClassVar


class TruyenthongError(Exception):
    """The command cannot go on. ``str(error)`` is a whole Vietnamese sentence for the user.

    Attributes:
        exit_code: what the process returns (see the table in ``docs/architecture.md``).
        hint: what the user can do about it, one sentence, or None.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(TruyenthongError):
    """The words of the command line are off (exit 2)."""

    exit_code: ClassVar[int] = 2


class CannotContinueError(TruyenthongError):
    """No workspace, an unreadable plan, a file in use, a broken template (exit 3)."""


class WorkspaceNotFoundError(CannotContinueError):
    """No folder with ``data/plan.yaml`` at or above the place where the command was run."""


class FileInUseError(CannotContinueError):
    """The file is open elsewhere (a report open in Word) or locked by another run."""


class UnreadableDataError(CannotContinueError):
    """The plan or the units have faults that leave nothing to work on."""


class BrokenTemplateError(CannotContinueError):
    """A Word template has faults; the reports made from it were not made."""
