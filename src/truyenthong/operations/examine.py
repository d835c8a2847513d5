"""Runs the rules: over one submission's file, over the declarations, over everything that came in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from truyenthong.checks import (
    LedgerFacts,
    PlanFacts,
    Source,
    SubmissionFacts,
    Unread,
    check_across,
    check_calendar,
    check_ledgers,
    check_plan,
    check_reach,
    check_roster,
    check_submission,
    follows,
    follows_in_ledger,
    hidden_place,
    own_faults,
    sift,
)
from truyenthong.checks.suggestions import which_code
from truyenthong.diagnostics.registers import TT345
from truyenthong.diagnostics.submissions import TT391, TT392, TT393, TT394
from truyenthong.documents.submissions import decode_submission
from truyenthong.findings import FieldPath, Finding, Ref, Severity
from truyenthong.model.calendar import Calendar
from truyenthong.model.owed import DutyPeriod, slots
from truyenthong.model.plan import Plan
from truyenthong.model.reports import ReportScope
from truyenthong.model.submissions import Submission, SubmissionKey
from truyenthong.model.units import Roster
from truyenthong.views.fields import view_fields
from truyenthong.workspace.layout import (
    CALENDAR_FILE,
    PLAN_FILE,
    REGISTERS_FOLDER,
    SETTINGS_FILE,
    UNITS_FILE,
    SubmissionPath,
    meant_yaml_name,
)
from truyenthong.workspace.repository import Records, StoredSubmission, register_of
from truyenthong.workspace.snapshot import Snapshot
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.places import PlaceFinder


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every submission is compared with.

    Attributes:
        slots: duty and period by their codes, with their due moments.
        unread: the declarations that were not read: findings that only follow from them are dropped.
        today: the real day in Vietnam, for what lies in the future; None where that is not asked.
    """

    plan: Plan
    roster: Roster
    slots: dict[tuple[str, str | None], DutyPeriod]
    unread: Unread
    today: date | None

    @classmethod
    def of(
        cls, plan: Plan, roster: Roster, calendar: Calendar, *, unread: Unread, today: date | None
    ) -> Ground:
        """Plan, units and calendar, made ready."""
        known = {(slot.obligation.code, slot.code): slot for slot in slots(plan, calendar)}
        return cls(plan=plan, roster=roster, slots=known, unread=unread, today=today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A submission and what is wrong in its file, each with its place in the text."""

    submission: Submission
    findings: tuple[Finding, ...]


def examine(path: SubmissionPath, data: bytes, ground: Ground) -> Examined:
    """A submission; one that cannot be read counts as received but unreadable, never as missing."""
    parsed = parse_yaml(data, file=path.name)
    submission, findings = None, parsed.findings
    if parsed.ok:
        submission, decoded = decode_submission(
            parsed.value, file=path.name, plan=ground.plan, roster=ground.roster
        )
        findings += decoded
    if submission is None:
        submission = _unreadable(path)
    findings += tuple(check_submission(facts_of(path, submission, ground)))
    return Examined(
        submission=submission, findings=tuple(_placed(_causes(findings, submission, ground), data))
    )


def _causes(findings: tuple[Finding, ...], submission: Submission, ground: Ground) -> tuple[Finding, ...]:
    """The findings without those that only follow from something that was not read."""
    own, duty = own_faults(findings), submission.obligation
    return tuple(
        one
        for one in findings
        if not follows(one, ground.plan, ground.roster, duty, unread=ground.unread, own=own)
    )


def unseen(path: SubmissionPath, reason: str) -> Examined:
    """A submission whose file the system refuses to give: it came, and nobody knows what it contains."""
    message = f"máy không cho đọc tệp này: {reason}"
    hint = "kiểm tra quyền đọc tệp và ổ đĩa; trong lúc ấy bài được coi là có lỗi, không phải chưa nộp"
    return Examined(
        submission=_unreadable(path), findings=(TT394.at(Ref(file=path.name), message, hint=hint),)
    )


def _unreadable(path: SubmissionPath) -> Submission:
    return Submission(
        file=path.name,
        unit=path.unit,
        obligation=path.obligation,
        period=path.period,
        unreadable_receipts=(0,),
    )


def facts_of(path: SubmissionPath, submission: Submission, ground: Ground) -> SubmissionFacts:
    """What the rules about one submission look at."""
    return SubmissionFacts(
        submission=submission,
        plan=ground.plan,
        roster=ground.roster,
        today=ground.today,
        path_unit=path.unit,
        path_obligation=path.obligation,
        path_period=path.period,
        slots=ground.slots,
    )


def _placed(findings: tuple[Finding, ...], data: bytes) -> Iterator[Finding]:
    """The findings with their places: found here, while the file is at hand, so that they can be kept."""
    if findings:
        finder = PlaceFinder(data)
        for one in findings:
            yield replace(one, ref=replace(one.ref, span=finder.place(one.ref)))


SOURCES = {
    PLAN_FILE: Source.PLAN,
    UNITS_FILE: Source.UNITS,
    CALENDAR_FILE: Source.CALENDAR,
    SETTINGS_FILE: Source.SETTINGS,
}


def judge_declared(
    snapshot: Snapshot, records: Records, suspected: Sequence[Finding] = ()
) -> tuple[tuple[Finding, ...], Unread]:
    """What is wrong with plan, units, calendar and settings, each fault once; and what it leaves unread.

    Args:
        snapshot: the workspace as it was seen.
        records: what was read in it.
        suspected: faults of declarations that only show beside what came in (``misnamed``).
    """
    return sift((*records.findings, *suspected, *_declared(snapshot, records)), SOURCES)


def _declared(snapshot: Snapshot, records: Records) -> Iterator[Finding]:
    if records.roster is not None:
        yield from check_roster(records.roster, file=UNITS_FILE)
    if records.plan is None:
        return
    if records.roster is not None:
        yield from check_reach(records.plan, records.roster, file=UNITS_FILE)
    yield from check_plan(
        PlanFacts(
            plan=records.plan,
            roster=records.roster,
            plan_file=PLAN_FILE,
            templates=snapshot.templates,
            lists=frozenset(name for name, field in view_fields(ReportScope.SECTOR).items() if field.is_list),
        )
    )
    yield from check_calendar(records.calendar, plan=records.plan, file=CALENDAR_FILE)


def judge(
    snapshot: Snapshot,
    records: Records,
    unread: Unread,
    *,
    today: date | None,
    in_ledgers: Sequence[Finding] = (),
) -> Iterator[Finding]:
    """What is wrong with what came in, beyond each submission by itself.

    Args:
        snapshot: the workspace as it was seen.
        records: what was read in it.
        unread: what of the declarations was not read.
        today: the real day, for what has waited too long; None where that is not asked.
        in_ledgers: what is wrong with each register's file by itself.
    """
    yield from _files(snapshot, records.submissions)
    plan = records.plan
    if plan is None:
        return
    submissions = [stored.submission for stored in records.submissions]
    yield from check_across(submissions)
    ledgers = LedgerFacts(
        plan=plan,
        ledgers=records.ledgers,
        submissions=submissions,
        today=today,
        unreadable={register_of(name) for name in snapshot.registers}
        - {one.register.code for one in records.ledgers},
        unread=unread_entries(in_ledgers),
    )
    for finding in (*_strange_ledgers(snapshot, plan), *check_ledgers(ledgers)):
        if not follows_in_ledger(finding, plan, register_of(finding.ref.file), unread=unread):
            yield finding


def unread_entries(findings: Iterable[Finding]) -> dict[str, set[FieldPath]]:
    """By register the places in its file that could not be read: what rests on them is not judged."""
    found: dict[str, set[FieldPath]] = {}
    for one in findings:
        if (
            one.severity is Severity.ERROR
            and one.code < "TT180"
            and one.ref.file.startswith(f"{REGISTERS_FOLDER}/")
        ):
            found.setdefault(register_of(one.ref.file), set()).add(hidden_place(one))
    return found


def _files(snapshot: Snapshot, stored: Sequence[StoredSubmission]) -> Iterator[Finding]:
    """Files whose name or place keeps them from being found."""
    for name in snapshot.stray:
        yield TT392.at(
            Ref(file=name),
            "tệp nằm ngay trong data/submissions, không thuộc thư mục đơn vị nào, nên chưa được đọc",
            hint="chuyển tệp vào thư mục mang mã đơn vị, ví dụ data/submissions/pgd-than-uyen/",
        )
    for name in snapshot.misnamed:
        meant = meant_yaml_name(name.rpartition("/")[2])
        message = f"tên tệp có thêm phần sau «.yaml» nên chưa được đọc; có lẽ là {meant}"
        hint = f"đổi tên thành {meant} (trong Windows bật hiện đuôi tệp để thấy cả tên)"
        yield TT391.at(Ref(file=name), message, hint=hint)
    for name in snapshot.registers:
        if name in snapshot.refused:
            message = f"máy không cho đọc tệp này: {snapshot.refused[name]}"
            yield TT394.at(Ref(file=name), message, hint="kiểm tra quyền đọc tệp và ổ đĩa")
    for one in stored:
        path = one.location
        if path.suffix != ".yaml":
            message = f"tên tệp kết thúc bằng «{path.suffix}»"
            yield TT391.at(Ref(file=path.name), message, hint=f"đổi tên thành {path.stem}.yaml")
    yield from _twins(stored)


def _strange_ledgers(snapshot: Snapshot, plan: Plan) -> Iterator[Finding]:
    """Files under ``data/registers`` that no register reads."""
    codes = tuple(plan.registers_by_code)
    seen: set[str] = set()
    for name in snapshot.registers:
        code = register_of(name)
        if not name.endswith(".yaml"):
            ending = name[name.rindex(".") :]
            yield TT391.at(
                Ref(file=name), f"tên tệp kết thúc bằng «{ending}»", hint=f"đổi tên thành {code}.yaml"
            )
        if code not in codes:
            message = f"kế hoạch không khai sổ «{code}», nên tệp này không được đọc"
            yield TT345.at(Ref(file=name), message, hint=which_code(code, codes))
        elif code in seen:
            message = f"hai tệp cho sổ «{code}»; chỉ tệp đứng trước được đọc"
            yield TT345.at(Ref(file=name), message, hint="gộp các mục vào một tệp rồi bỏ tệp còn lại")
        seen.add(code)


def _twins(stored: Sequence[StoredSubmission]) -> Iterator[Finding]:
    seen: dict[SubmissionKey, str] = {}
    for one in stored:
        name = one.submission.file
        first = seen.setdefault(one.location.key, name)
        if first != name:
            yield TT393.at(
                Ref(file=name),
                f"hai tệp cho cùng một nhiệm vụ và kỳ của đơn vị: tệp này và {first}; chỉ tệp kia được tính",
                hint="gộp các lần nộp vào một tệp, ghi lần trước ở trên, rồi bỏ tệp còn lại",
            )
