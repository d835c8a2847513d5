"""Has the rules of meaning look at plan, units, calendar and submissions together; holds no rule itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from truyenthong.checks import (
    LedgerFacts,
    PlanFacts,
    Unread,
    check_across,
    check_calendar,
    check_ledgers,
    check_plan,
    check_roster,
)
from truyenthong.checks.suggestions import which_code
from truyenthong.diagnostics.registers import TT345
from truyenthong.diagnostics.workspace import TT391, TT392, TT393, TT394
from truyenthong.findings import Finding, Ref, Severity
from truyenthong.model.plan import Plan
from truyenthong.model.reports import ReportScope
from truyenthong.model.submissions import SubmissionKey
from truyenthong.views.fields import view_fields
from truyenthong.workspace.layout import CALENDAR_FILE, PLAN_FILE, UNITS_FILE
from truyenthong.workspace.repository import Records, StoredSubmission, register_of
from truyenthong.workspace.snapshot import Snapshot


def judge(snapshot: Snapshot, records: Records, *, today: date | None) -> Iterator[Finding]:
    """What is wrong with the whole; what cannot be judged without the plan or the units is left alone.

    Args:
        snapshot: the workspace as it was seen.
        records: what was read in it.
        today: the real day, for what has waited too long; None where that is not asked.
    """
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
    submissions = [stored.submission for stored in records.submissions]
    yield from check_across(submissions)
    yield from _strange_ledgers(snapshot, records.plan, unread(records))
    yield from check_ledgers(
        LedgerFacts(
            plan=records.plan,
            ledgers=records.ledgers,
            submissions=submissions,
            today=today,
            unreadable={register_of(name) for name in snapshot.registers}
            - {one.register.code for one in records.ledgers},
        )
    )


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


def _strange_ledgers(snapshot: Snapshot, plan: Plan, told: Unread) -> Iterator[Finding]:
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
        if code not in codes and "so_theo_doi" not in told.plan:
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
