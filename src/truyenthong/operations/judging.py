"""Has every rule of meaning look at what was loaded; holds no rule itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from truyenthong.checks import (
    PlanFacts,
    SubmissionFacts,
    Unread,
    check_across,
    check_calendar,
    check_plan,
    check_roster,
    check_submission,
)
from truyenthong.diagnostics.workspace import TT391, TT392, TT393
from truyenthong.findings import Finding, Ref, Severity
from truyenthong.model.owing import slots
from truyenthong.model.plan import Plan
from truyenthong.model.reports import ReportScope
from truyenthong.model.submissions import SubmissionKey
from truyenthong.model.units import Roster
from truyenthong.views.fields import view_fields
from truyenthong.workspace import assets
from truyenthong.workspace.layout import CALENDAR_FILE, PLAN_FILE, UNITS_FILE, Workspace
from truyenthong.workspace.repository import Records, StoredSubmission


def judge(workspace: Workspace, records: Records, *, today: date | None) -> Iterator[Finding]:
    """Every finding of meaning; what cannot be judged without the plan or the units is left alone."""
    yield from _files(workspace, records)
    if records.roster is not None:
        yield from check_roster(records.roster, file=UNITS_FILE)
    if records.plan is None:
        return
    unread = _unread(records)
    yield from check_plan(
        PlanFacts(
            plan=records.plan,
            roster=records.roster,
            plan_file=PLAN_FILE,
            templates=_templates(workspace),
            unread=unread,
            lists=frozenset(name for name, field in view_fields(ReportScope.SECTOR).items() if field.is_list),
        )
    )
    yield from check_calendar(records.calendar, plan=records.plan, file=CALENDAR_FILE)
    if records.roster is not None:
        yield from _submissions(records, records.plan, records.roster, unread, today)


def _unread(records: Records) -> Unread:
    """Keys at the top of plan and units below which reading found an error."""
    keys: dict[str, set[str]] = {PLAN_FILE: set(), UNITS_FILE: set()}
    for finding in records.findings:
        ref = finding.ref
        if finding.severity is Severity.ERROR and ref.file in keys and ref.path:
            keys[ref.file].add(str(ref.path[0]))
    return Unread(plan=frozenset(keys[PLAN_FILE]), units=frozenset(keys[UNITS_FILE]))


def _templates(workspace: Workspace) -> frozenset[str]:
    own = workspace.templates.glob("*.docx") if workspace.templates.is_dir() else ()
    return frozenset(path.name for path in (*own, *assets.builtin_templates()))


def _submissions(
    records: Records, plan: Plan, roster: Roster, unread: Unread, today: date | None
) -> Iterator[Finding]:
    known = {(slot.obligation.code, slot.code): slot for slot in slots(plan, records.calendar)}
    for stored in records.submissions:
        yield from check_submission(
            SubmissionFacts(
                submission=stored.submission,
                plan=plan,
                roster=roster,
                today=today,
                path_unit=stored.location.unit,
                path_obligation=stored.location.obligation,
                path_period=stored.location.period,
                slots=known,
                unread=unread,
            )
        )
    yield from check_across([stored.submission for stored in records.submissions])


def _files(workspace: Workspace, records: Records) -> Iterator[Finding]:
    """Files whose name or place keeps them from being found."""
    for name in records.stray:
        yield TT392.at(
            Ref(file=name),
            "tệp nằm ngay trong data/submissions, không thuộc thư mục đơn vị nào, nên chưa được đọc",
            hint="chuyển tệp vào thư mục mang mã đơn vị, ví dụ data/submissions/pgd-than-uyen/",
        )
    for stored in records.submissions:
        if stored.location.path.suffix != ".yaml":
            name = workspace.name_of(stored.location.path)
            yield TT391.at(
                Ref(file=name),
                f"tên tệp kết thúc bằng «{stored.location.path.suffix}»",
                hint=f"đổi tên thành {stored.location.path.stem}.yaml",
            )
    yield from _twins(records.submissions)


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
