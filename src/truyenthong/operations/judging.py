"""Has the rules of meaning look at plan, units, calendar and submissions; holds no rule itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from truyenthong.checks import (
    LedgerFacts,
    PlanFacts,
    Source,
    Unread,
    check_across,
    check_calendar,
    check_ledgers,
    check_plan,
    check_roster,
    follows_in_ledger,
    sift,
)
from truyenthong.checks.suggestions import which_code
from truyenthong.diagnostics.registers import TT345
from truyenthong.diagnostics.workspace import TT391, TT392, TT393, TT394
from truyenthong.findings import Finding, Ref
from truyenthong.model.plan import Plan
from truyenthong.model.reports import ReportScope
from truyenthong.model.submissions import SubmissionKey
from truyenthong.views.fields import view_fields
from truyenthong.workspace.layout import (
    CALENDAR_FILE,
    PLAN_FILE,
    SETTINGS_FILE,
    UNITS_FILE,
    meant_yaml_name,
)
from truyenthong.workspace.repository import Records, StoredSubmission, register_of
from truyenthong.workspace.snapshot import Snapshot

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


def judge(snapshot: Snapshot, records: Records, unread: Unread, *, today: date | None) -> Iterator[Finding]:
    """What is wrong with what came in, beyond each submission by itself.

    Args:
        snapshot: the workspace as it was seen.
        records: what was read in it.
        unread: what of the declarations was not read.
        today: the real day, for what has waited too long; None where that is not asked.
    """
    yield from _files(snapshot, records.submissions)
    plan = records.plan
    if plan is None:
        return
    submissions = [stored.submission for stored in records.submissions]
    yield from check_across(submissions)
    for finding in (*_strange_ledgers(snapshot, plan), *_in_ledgers(snapshot, records, plan, today)):
        if not follows_in_ledger(finding, plan, register_of(finding.ref.file), unread=unread):
            yield finding


def _in_ledgers(snapshot: Snapshot, records: Records, plan: Plan, today: date | None) -> Iterator[Finding]:
    return check_ledgers(
        LedgerFacts(
            plan=plan,
            ledgers=records.ledgers,
            submissions=[stored.submission for stored in records.submissions],
            today=today,
            unreadable={register_of(name) for name in snapshot.registers}
            - {one.register.code for one in records.ledgers},
        )
    )


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
