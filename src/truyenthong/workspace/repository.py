"""Loads what a workspace holds as model objects with the findings of reading it; judges no meaning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from truyenthong.errors import CannotContinueError
from truyenthong.findings import Finding, Ref
from truyenthong.model.calendar import Calendar
from truyenthong.model.plan import Plan
from truyenthong.model.settings import Settings
from truyenthong.model.submissions import Submission
from truyenthong.model.units import Roster
from truyenthong.sources.decode_calendar import decode_calendar
from truyenthong.sources.decode_plan import decode_plan
from truyenthong.sources.decode_settings import decode_settings
from truyenthong.sources.decode_submission import decode_submission
from truyenthong.sources.decode_units import decode_roster
from truyenthong.sources.yaml_tree import Parsed, Value, parse_yaml
from truyenthong.workspace import storage
from truyenthong.workspace.layout import SubmissionPath, Workspace

T = TypeVar("T")
Decode = Callable[[Value, str], tuple[T, tuple[Finding, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSubmission:
    """A submission's file: what its path says and what was read in it."""

    location: SubmissionPath
    submission: Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All that a workspace holds; ``plan`` and ``roster`` are None where they cannot stand at all.

    Attributes:
        stray: YAML files that lie where no submission can be (relative names).
        files: how many files were read.
    """

    plan: Plan | None
    roster: Roster | None
    calendar: Calendar
    settings: Settings
    submissions: tuple[StoredSubmission, ...]
    stray: tuple[str, ...]
    findings: tuple[Finding, ...]
    files: int


class _Reader:
    """Reads files one after the other and gathers what is wrong with them."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.findings: list[Finding] = []
        self.files = 0

    def parse(self, path: Path) -> Parsed | None:
        """The tree of a file, or None where there is no such file."""
        try:
            data = storage.read_bytes(path)
        except FileNotFoundError:
            return None
        self.files += 1
        parsed = parse_yaml(data, file=self.workspace.name_of(path))
        self.findings.extend(parsed.findings)
        return parsed

    def decode(self, path: Path, decode: Callable[..., tuple[T, tuple[Finding, ...]]], empty: T) -> T:
        """What ``decode`` makes of a file; ``empty`` where it is missing or does not parse."""
        parsed = self.parse(path)
        if parsed is None or not parsed.ok:
            return empty
        value, findings = decode(parsed.value, file=self.workspace.name_of(path))
        self.findings.extend(findings)
        return value

    def submission(self, location: SubmissionPath, plan: Plan, roster: Roster) -> Submission:
        """A submission; one that cannot be read stands as received but unreadable, never as missing."""
        name = self.workspace.name_of(location.path)
        parsed = self.parse(location.path)
        submission = None
        if parsed is not None and parsed.ok:
            submission, findings = decode_submission(parsed.value, file=name, plan=plan, roster=roster)
            self.findings.extend(findings)
        if submission is None:
            return Submission(
                file=name,
                unit=location.unit,
                obligation=location.obligation,
                period=location.period,
                unreadable_receipts=(0,),
            )
        return submission


def read_workspace(workspace: Workspace) -> Records:
    """Everything in the workspace; a broken file stops only what depends on it.

    Raises:
        CannotContinueError: where the system refuses to read a file or ``units.yaml`` is missing.
    """
    reader = _Reader(workspace)
    plan = reader.decode(workspace.plan, decode_plan, None)
    if not workspace.units.is_file():
        raise CannotContinueError(
            f"Không có {workspace.name_of(workspace.units)}: chưa biết các đơn vị.",
            hint="chép tệp ấy từ bản mẫu: «truyenthong init THƯ_MỤC_MỚI» tạo ra một tệp.",
        )
    roster = reader.decode(workspace.units, decode_roster, None)
    calendar = reader.decode(workspace.calendar, decode_calendar, Calendar())
    settings = reader.decode(workspace.settings, decode_settings, Settings())
    locations = tuple(workspace.submission_files())
    stored: list[StoredSubmission] = []
    for location in locations:
        if plan is None or roster is None:
            reader.parse(location.path)
        else:
            submission = reader.submission(location, plan, roster)
            stored.append(StoredSubmission(location=location, submission=submission))
    return Records(
        plan=plan,
        roster=roster,
        calendar=calendar,
        settings=settings,
        submissions=tuple(stored),
        stray=tuple(workspace.name_of(path) for path in workspace.stray_files()),
        findings=tuple(reader.findings),
        files=reader.files,
    )


def reference(workspace: Workspace, path: Path) -> Ref:
    """A place that is a whole file."""
    return Ref(file=workspace.name_of(path))
