"""Loads a workspace and runs every rule over it: its data, its findings, its faulty receipts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from truyenthong.checks import Unread, follows_in_ledger
from truyenthong.errors import UnreadableDataError
from truyenthong.findings import Finding, Severity
from truyenthong.model.calendar import Calendar
from truyenthong.model.owed import Settings
from truyenthong.model.plan import Plan
from truyenthong.model.submissions import ReceiptKey, Submission, SubmissionKey
from truyenthong.model.units import Roster
from truyenthong.operations.examine import Examined, Ground, examine, judge, judge_declared, unseen
from truyenthong.operations.misnamed import misnamed
from truyenthong.progress import Progress, progress
from truyenthong.workspace.layout import SubmissionPath, Workspace
from truyenthong.workspace.repository import (
    Records,
    StoredSubmission,
    read_declared,
    read_ledgers,
    register_of,
)
from truyenthong.workspace.snapshot import Snapshot, look_at
from truyenthong.yamltext.parse import parse_yaml

IDENTITY = frozenset({"don_vi", "nhiem_vu", "ky"})
"""Keys whose fault makes every receipt of a submission faulty: it is not known whose they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A workspace with everything that was found in it.

    Attributes:
        unread: what of the declarations was not read wholly.
    """

    workspace: Workspace
    snapshot: Snapshot
    records: Records
    findings: tuple[Finding, ...]
    unread: Unread

    @property
    def submissions(self) -> Mapping[SubmissionKey, Submission]:
        """Submissions by unit, duty and period; of two files for one duty the first is kept."""
        kept: dict[SubmissionKey, Submission] = {}
        for stored in self.records.submissions:
            kept.setdefault(self.key_of(stored), stored.submission)
        return kept

    def key_of(self, stored: StoredSubmission) -> SubmissionKey:
        """The row to which a submission belongs: that of its path, where the plan has such a row.

        Where path and content disagree the paper is nobody's until somebody says whose (TT305), but it came:
        it counts as faulty where its file lies, and takes no other file's place.
        """
        plan, roster = self.records.plan, self.records.roster
        path = stored.location
        if plan is None or roster is None or path.key == stored.submission.key:
            return path.key
        obligation = plan.obligations_by_code.get(path.obligation)
        has_row = (
            path.unit in roster.by_code
            and obligation is not None
            and path.period in {one.code if one else None for one in plan.periods(obligation)}
        )
        return path.key if has_row else stored.submission.key

    @property
    def has_receipts(self) -> bool:
        """Whether anything was received at all."""
        return any(
            one.submission.receipts or one.submission.unreadable_receipts for one in self.records.submissions
        )

    @property
    def by_file(self) -> dict[str, list[Finding]]:
        """The findings by the files that they are about."""
        found: dict[str, list[Finding]] = {}
        for one in self.findings:
            found.setdefault(one.ref.file, []).append(one)
        return found

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A workspace whose plan and units can be worked with."""

    loaded: Loaded
    plan: Plan
    roster: Roster
    calendar: Calendar
    settings: Settings

    def ground(self, today: date | None) -> Ground:
        """What a submission's file is examined by."""
        loaded = self.loaded
        return Ground.of(self.plan, self.roster, self.calendar, unread=loaded.unread, today=today)

    def progress(self, as_of: date) -> Progress:
        """The state of everything on a day."""
        return progress(
            self.plan,
            self.roster.named_on(as_of),
            self.loaded.submissions,
            self.calendar,
            as_of=as_of,
            faulty=faulty_receipts(self.loaded),
        )


def load(workspace: Workspace, *, today: date | None = None, snapshot: Snapshot | None = None) -> Loaded:
    """Reads the workspace and looks at it with every rule.

    Args:
        workspace: the workspace.
        today: the real day, for what lies in the future; only ``validate`` gives it, so that the same input
            and ``--as-of`` give the same bytes whenever they are made.
        snapshot: the workspace as somebody has already seen it; it is looked at here where None.

    Raises:
        CannotContinueError: where the system refuses to read a file, or ``units.yaml`` is missing.
    """
    seen = snapshot or look_at(workspace)
    records = read_declared(seen)
    loaded = _judged(workspace, seen, records, (), today)
    suspected = misnamed(seen, loaded.records, loaded.findings)
    return _judged(workspace, seen, records, suspected, today) if suspected else loaded


def _judged(
    workspace: Workspace, seen: Snapshot, records: Records, suspected: Sequence[Finding], today: date | None
) -> Loaded:
    """The workspace with what every rule says of it."""
    declared, unread = judge_declared(seen, records, suspected)
    found, in_ledgers = [*declared], tuple[Finding, ...]()
    if records.plan is None or records.roster is None:
        # Without a plan and units only the text of each file can be checked.
        names = (*seen.registers, *seen.submissions)
        found += [one for name in names for one in parse_yaml(seen.files[name], file=name).findings]
    else:
        ground = Ground.of(records.plan, records.roster, records.calendar, unread=unread, today=today)
        examined = _examine_all(seen, ground)
        stored = tuple(
            StoredSubmission(location=path, submission=one.submission) for path, one in examined.items()
        )
        ledgers, in_ledgers = read_ledgers(seen, records.plan, records.roster)
        records = replace(records, submissions=stored, ledgers=ledgers)
        found += [
            one
            for one in in_ledgers
            if not follows_in_ledger(one, ground.plan, register_of(one.ref.file), unread=unread)
        ]
        found += [finding for one in examined.values() for finding in one.findings]
    found += judge(seen, records, unread, today=today, in_ledgers=in_ledgers)
    return Loaded(workspace=workspace, snapshot=seen, records=records, findings=tuple(found), unread=unread)


def _examine_all(seen: Snapshot, ground: Ground) -> dict[SubmissionPath, Examined]:
    """Every submission, in the order of their files; one that the system refuses counts as received."""
    paths = (SubmissionPath.of(name) for name in seen.submissions)
    return {
        path: unseen(path, seen.refused[path.name])
        if path.name in seen.refused
        else examine(path, seen.files[path.name], ground)
        for path in paths
    }


def ready(loaded: Loaded) -> Ready:
    """The workspace to work with.

    Raises:
        UnreadableDataError: where the plan or the units are not readable.
    """
    plan, roster = loaded.records.plan, loaded.records.roster
    if plan is None or roster is None:
        which = "kế hoạch (data/plan.yaml)" if plan is None else "danh sách đơn vị (data/units.yaml)"
        raise UnreadableDataError(
            f"Chưa làm được gì vì {which} còn lỗi.",
            hint="chạy «truyenthong validate» để xem từng lỗi và cách sửa.",
        )
    return Ready(
        loaded=loaded,
        plan=plan,
        roster=roster,
        calendar=loaded.records.calendar,
        settings=loaded.records.settings,
    )


def faulty_receipts(loaded: Loaded) -> frozenset[ReceiptKey]:
    """The receipts in which an error was found: the set that ``progress`` is handed."""
    by_file: dict[str, list[Finding]] = {}
    for finding in loaded.errors:
        by_file.setdefault(finding.ref.file, []).append(finding)
    return frozenset(_faulty(loaded, by_file))


def _faulty(loaded: Loaded, by_file: Mapping[str, list[Finding]]) -> Iterator[ReceiptKey]:
    for one in loaded.records.submissions:
        submission, key = one.submission, loaded.key_of(one)
        for finding in by_file.get(submission.file, ()):
            path, meant = finding.ref.path, finding.meant or ()
            whole = not path or path[0] in IDENTITY or (len(meant) == 1 and meant[0] in IDENTITY)
            for receipt in submission.receipts:
                decided = path[2:3] == ("xu_ly",) and receipt.decision is not None
                # What is wrong in a later decision is no fault of the paper.
                if not decided and (whole or path[:2] == ("lan_nop", receipt.index)):
                    yield (*key, receipt.index)
