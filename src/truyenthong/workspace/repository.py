"""Decodes the plan, units, calendar, settings and registers of a workspace as model objects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from truyenthong.documents.calendar import decode_calendar, decode_settings
from truyenthong.documents.placeholders import find_placeholders
from truyenthong.documents.plan import decode_plan
from truyenthong.documents.registers import decode_ledger
from truyenthong.documents.units import decode_roster
from truyenthong.errors import CannotContinueError
from truyenthong.findings import Finding
from truyenthong.model.calendar import Calendar
from truyenthong.model.outreach import Outreach
from truyenthong.model.owed import Settings
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Ledger
from truyenthong.model.submissions import Submission
from truyenthong.model.units import Roster
from truyenthong.workspace import storage
from truyenthong.workspace.layout import (
    CALENDAR_FILE,
    OUTREACH_FILE,
    PLAN_FILE,
    SETTINGS_FILE,
    UNITS_FILE,
    SubmissionPath,
)
from truyenthong.workspace.snapshot import Snapshot
from truyenthong.yamltext.parse import parse_yaml

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSubmission:
    """A submission's file: what its path says and what was read in it."""

    location: SubmissionPath
    submission: Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All that a workspace holds; ``plan`` and ``roster`` are None where they cannot be used at all.

    Attributes:
        submissions: in the order of their files; none while plan or units cannot be used.
        ledgers: the entries of the registers, in the order of their files; none likewise.
        stray: YAML files that lie where no submission can be (relative names).
        findings: what is wrong with each file by itself.
        files: how many files were read.
    """

    plan: Plan | None
    roster: Roster | None
    calendar: Calendar
    settings: Settings
    submissions: tuple[StoredSubmission, ...]
    ledgers: tuple[Ledger, ...]
    stray: tuple[str, ...]
    findings: tuple[Finding, ...]
    files: int


class _Reader:
    """Reads files one after the other and gathers what is wrong with them."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.findings: list[Finding] = []

    def decode(self, name: str, decode: Callable[..., tuple[T, tuple[Finding, ...]]], empty: T) -> T:
        """What ``decode`` makes of a file; ``empty`` where it is missing or does not parse."""
        data = self.snapshot.files.get(name)
        if data is None:
            return empty
        parsed = parse_yaml(data, file=name)
        self.findings.extend(parsed.findings)
        if not parsed.ok:
            return empty
        self.findings.extend(find_placeholders(parsed.value, file=name))
        value, findings = decode(parsed.value, file=name)
        self.findings.extend(findings)
        return value


def read_declared(snapshot: Snapshot) -> Records:
    """Everything but the submissions; a broken file stops only what depends on it.

    Raises:
        CannotContinueError: where ``units.yaml`` is missing.
    """
    if UNITS_FILE not in snapshot.files:
        raise CannotContinueError(
            f"Không có {UNITS_FILE}: chưa biết các đơn vị.",
            hint="chép tệp ấy từ bản mẫu: «truyenthong init THƯ_MỤC_MỚI» tạo ra một tệp.",
        )
    reader = _Reader(snapshot)
    return Records(
        plan=reader.decode(PLAN_FILE, decode_plan, None),
        roster=reader.decode(UNITS_FILE, decode_roster, None),
        calendar=reader.decode(CALENDAR_FILE, decode_calendar, Calendar()),
        settings=reader.decode(SETTINGS_FILE, decode_settings, Settings()),
        submissions=(),
        ledgers=(),
        stray=snapshot.stray,
        findings=tuple(reader.findings),
        files=len(snapshot.files) + len(snapshot.refused),
    )


def read_settings(path: Path) -> Settings:
    """The settings alone; a file with a fault gives what can be read of it, ``validate`` tells the rest."""
    parsed = parse_yaml(storage.read_bytes(path), file=SETTINGS_FILE)
    return decode_settings(parsed.value, file=SETTINGS_FILE)[0] if parsed.ok else Settings()


def read_ledgers(
    snapshot: Snapshot, plan: Plan, roster: Roster
) -> tuple[tuple[Ledger, ...], tuple[Finding, ...]]:
    """The entries of the registers, and what is wrong with each file by itself.

    A file that no register has is left alone: it is reported elsewhere. Of two files for one
    register the first is read.
    """
    reader = _Reader(snapshot)
    ledgers: dict[str, Ledger] = {}
    for name in snapshot.registers:
        register = plan.registers_by_code.get(register_of(name))
        if register is None or register.code in ledgers:
            continue
        decode = partial(decode_ledger, register=register, plan=plan, roster=roster)
        ledger = reader.decode(name, decode, None)
        if ledger is not None:
            ledgers[register.code] = ledger
    return tuple(ledgers.values()), tuple(reader.findings)


def read_outreach(snapshot: Snapshot) -> tuple[Outreach | None, tuple[Finding, ...]]:
    """How the office writes to its units, and what is wrong with the file by itself; None without the file.

    Raises:
        CannotContinueError: the system refuses to read the file.
    """
    if OUTREACH_FILE in snapshot.refused:
        snapshot.content(OUTREACH_FILE)
    from truyenthong.documents.outreach import decode_outreach  # noqa: PLC0415 - most commands do without

    reader = _Reader(snapshot)
    return reader.decode(OUTREACH_FILE, decode_outreach, None), tuple(reader.findings)


def register_of(name: str) -> str:
    """The register that the name of a file under ``data/registers`` says."""
    file = name.rpartition("/")[2]
    return file[: file.rindex(".")]
