"""Reads everything that a workspace contains at one moment, as names and bytes."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.workspace import assets, storage
from truyenthong.workspace.layout import (
    CALENDAR_FILE,
    OUTREACH_FILE,
    PLAN_FILE,
    REGISTERS_FOLDER,
    SETTINGS_FILE,
    SUBMISSIONS_FOLDER,
    UNITS_FILE,
    WAITING_FOLDER,
    Workspace,
    is_yaml_name,
    meant_yaml_name,
)
from truyenthong.workspace.refusals import RefusedError

_DECLARED = (PLAN_FILE, UNITS_FILE, CALENDAR_FILE, SETTINGS_FILE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A workspace as it was seen: every file is read once, and nothing is looked at again.

    Attributes:
        files: the bytes of plan, units, calendar, settings, outreach where they are there, then of every
            register and of every submission in the order of folder and name; names are relative to the
            root, with forward slashes.
        stray: YAML files that lie directly under ``data/submissions``, where no unit is named.
        misnamed: files of submissions and registers with one more ending than they were meant to have.
        waiting: the bytes of what waits for a person in ``data/waiting``, by name.
        templates: file names of the Word templates, the workspace's own and the built-in ones.
        refused: registers and submissions that the system refuses to read, with its reason.
        beside: what waits and what was sent, by name, size and time of change: others read it.
    """

    files: Mapping[str, bytes]
    stray: tuple[str, ...]
    templates: tuple[str, ...]
    refused: Mapping[str, str] = field(default_factory=dict)
    misnamed: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    waiting: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def submissions(self) -> Iterator[str]:
        """The names of the submissions' files."""
        return self._below(SUBMISSIONS_FOLDER)

    @property
    def registers(self) -> Iterator[str]:
        """The names of the registers' files."""
        return self._below(REGISTERS_FOLDER)

    def _below(self, folder: str) -> Iterator[str]:
        names = sorted((*self.files, *self.refused)) if self.refused else self.files
        return (name for name in names if name.startswith(f"{folder}/"))

    def content(self, name: str) -> bytes:
        """The bytes of a file that was seen.

        Raises:
            CannotContinueError: the system refused to read it.
        """
        if name in self.refused:
            raise CannotContinueError(
                f"Không đọc được {name}: {self.refused[name]}.", hint="kiểm tra quyền đọc tệp và ổ đĩa."
            )
        return self.files[name]

    def marks(self) -> dict[str, str]:
        """A mark of every file: the same for the same name and content, and for no other (BLAKE2b)."""
        return {name: _mark(name, data) for name, data in (*self.files.items(), *self.waiting.items())}

    def others(self) -> str:
        """What was seen besides the files that were read."""
        refused = (f"{name}\t{reason}" for name, reason in self.refused.items())
        groups = (self.stray, self.templates, refused, self.misnamed, self.beside)
        return "\n\n".join("\n".join(one) for one in groups)


def _mark(name: str, data: bytes) -> str:
    seen = hashlib.blake2b(name.encode("utf-8", "surrogateescape") + b"\0", digest_size=16)
    seen.update(data)
    return seen.hexdigest()


def look_at(workspace: Workspace) -> Snapshot:
    """Reads all that the workspace holds.

    Raises:
        CannotContinueError: where the system refuses to read what all else depends on.
    """
    files: dict[str, bytes] = {}
    refused: dict[str, str] = {}
    own = {name for name in storage.list_files(workspace.templates) if name.endswith(".docx")}
    found = [*_names(workspace.registers, REGISTERS_FOLDER)]
    for unit in storage.list_folders(workspace.submissions):  # what lies deeper (``tep/``) is no submission
        found += _names(workspace.submissions / unit, f"{SUBMISSIONS_FOLDER}/{unit}")
    stray = [*_names(workspace.submissions, SUBMISSIONS_FOLDER)]
    for name in (*_DECLARED, OUTREACH_FILE, *(name for name in found if is_yaml_name(name))):
        # What is not there, or has just gone, is reported by those who miss it.
        with contextlib.suppress(FileNotFoundError):
            try:
                files[name] = storage.read_bytes(os.path.join(workspace.root, name))  # noqa: PTH118 - per file
            except RefusedError as error:
                if name in _DECLARED:
                    raise
                refused[name] = error.reason
    return Snapshot(
        files=files,
        waiting=dict(_waiting(workspace)),
        stray=tuple(name for name in stray if is_yaml_name(name)),
        misnamed=tuple(name for name in (*found, *stray) if not is_yaml_name(name)),
        templates=tuple(sorted(own | {path.name for path in assets.builtin_templates()})),
        refused=refused,
        beside=(*storage.list_changes(workspace.waiting), "", *storage.list_changes(workspace.outreach)),
    )


def papers_marks(workspace: Workspace, snapshot: Snapshot, folder: Path) -> Iterator[str]:
    """Marks of what reports are made of besides the data, and of the papers that lie in a folder."""
    for name in snapshot.templates:
        own = workspace.templates / name
        yield _mark_of(own if own.is_file() else assets.builtin_template(name), name)
    for name in storage.list_files(folder):
        if name.endswith((".docx", ".pdf")):
            yield _mark_of(folder / name, name)


def _mark_of(path: Path | None, name: str) -> str:
    """A mark of a file; what cannot be read is not there."""
    try:
        return _mark(name, storage.read_bytes(path)) if path is not None else ""
    except (FileNotFoundError, CannotContinueError):
        return ""


def _waiting(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """The entries of the waiting list; one that cannot be read is told where the list is shown."""
    for name in storage.list_files(workspace.root / WAITING_FOLDER):
        if name.endswith(".yaml") and not name.startswith("."):
            with contextlib.suppress(FileNotFoundError, RefusedError):
                yield f"{WAITING_FOLDER}/{name}", storage.read_bytes(workspace.root / WAITING_FOLDER / name)


def _names(folder: Path, name: str) -> Iterator[str]:
    """The YAML files of a folder, and those that were meant to be some, as names from the root."""
    for one in storage.list_files(folder):
        if is_yaml_name(one) or meant_yaml_name(one) is not None:
            yield f"{name}/{one}"
