"""Has the rules of meaning look at plan, units, calendar and submissions together; holds no rule itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truyenthong.checks import PlanFacts, Unread, check_across, check_calendar, check_plan, check_roster
from truyenthong.diagnostics.workspace import TT391, TT392, TT393
from truyenthong.findings import Finding, Ref, Severity
from truyenthong.model.reports import ReportScope
from truyenthong.model.submissions import SubmissionKey
from truyenthong.views.fields import view_fields
from truyenthong.workspace.layout import CALENDAR_FILE, PLAN_FILE, UNITS_FILE
from truyenthong.workspace.repository import Records, StoredSubmission
from truyenthong.workspace.snapshot import Snapshot


def judge(snapshot: Snapshot, records: Records) -> Iterator[Finding]:
    """What is wrong with the whole; what cannot be judged without the plan or the units is left alone."""
    yield from _files(snapshot, records.submissions)
    if records.roster is not None:
        yield from check_roster(records.roster, file=UNITS_FILE)
    if records.plan is None:
        return
    yield from check_plan(
        PlanFacts(
            plan=records.plan,
            roster=records.roster,
            plan_file=PLAN_FILE,
            templates=snapshot.templates,
            unread=unread(records),
            lists=frozenset(name for name, field in view_fields(ReportScope.SECTOR).items() if field.is_list),
        )
    )
    yield from check_calendar(records.calendar, plan=records.plan, file=CALENDAR_FILE)
    yield from check_across([stored.submission for stored in records.submissions])


def unread(records: Records) -> Unread:
    """Keys at the top of plan and units below which reading found an error."""
    keys: dict[str, set[str]] = {PLAN_FILE: set(), UNITS_FILE: set()}
    for finding in records.findings:
        ref = finding.ref
        if finding.severity is Severity.ERROR and ref.file in keys and ref.path:
            keys[ref.file].add(str(ref.path[0]))
    return Unread(plan=frozenset(keys[PLAN_FILE]), units=frozenset(keys[UNITS_FILE]))


def _files(snapshot: Snapshot, stored: Sequence[StoredSubmission]) -> Iterator[Finding]:
    """Files whose name or place keeps them from being found."""
    for name in snapshot.stray:
        yield TT392.at(
            Ref(file=name),
            "tệp nằm ngay trong data/submissions, không thuộc thư mục đơn vị nào, nên chưa được đọc",
            hint="chuyển tệp vào thư mục mang mã đơn vị, ví dụ data/submissions/pgd-than-uyen/",
        )
    for one in stored:
        path = one.location
        if path.suffix != ".yaml":
            message = f"tên tệp kết thúc bằng «{path.suffix}»"
            yield TT391.at(Ref(file=path.name), message, hint=f"đổi tên thành {path.stem}.yaml")
    yield from _twins(stored)


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
