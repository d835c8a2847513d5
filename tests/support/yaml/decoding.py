"""YAML text to what the decoders make of it, for tests: one line for each finding."""

from __future__ import annotations

from collections.abc import Iterable

from truyenthong.documents.plan import decode_plan
from truyenthong.documents.submissions import decode_submission
from truyenthong.documents.units import decode_roster
from truyenthong.findings import Finding
from truyenthong.model.forms import Form
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.submissions import Submission
from truyenthong.model.units import Roster
from truyenthong.yamltext.parse import Value, parse_yaml

SMALLEST_PLAN = """\
ma: ke-hoach-thu
nam_hoc: 2020-2021
co_quan: {ten: Sở Thử, dia_danh: Thử}
van_ban: {trich_yeu: Truyền thông}
noi_dung: {mo_dau: [Mở đầu.]}
"""
"""A plan with no more than a plan needs."""

SMALLEST_ROSTER = "loai: [{ma: truong, ten: Trường}]\ndon_vi: [{ma: a, ten: Trường A, loai: truong}]\n"


def tree(text: str) -> Value:
    """The tree of a text that is good YAML."""
    parsed = parse_yaml(text.encode(), file="a.yaml")
    assert parsed.findings == ()
    return parsed.value


def said(findings: Iterable[Finding]) -> list[str]:
    """``TT103 nhiem_vu.0.han: message`` of each finding."""
    return [f"{one.code} {'.'.join(map(str, one.ref.path))}: {one.message}" for one in findings]


def plan_with(more: str = "") -> tuple[Plan, list[str]]:
    """The smallest plan with more keys, and what was said about it."""
    plan, findings = decode_plan(tree(SMALLEST_PLAN + more), file="a.yaml")
    assert plan is not None
    return plan, said(findings)


def good_plan(more: str = "") -> Plan:
    """The smallest plan with more keys, in which nothing is wrong."""
    plan, findings = plan_with(more)
    assert findings == []
    return plan


def duty_with(more: str, *, top: str = "") -> tuple[Obligation, list[str]]:
    """A duty with more keys (each on a line of its own), and what was said about the plan."""
    lines = ["ma: viec", "ten: Việc", "dieu_khoan: III.1", "trich: Làm việc", *more.splitlines()]
    if not any(line.startswith("nop_boi") for line in lines):
        lines.append("nop_boi: {loai: [truong]}")
    body = "\n    ".join(lines)
    plan, findings = plan_with(f"{top}nhiem_vu:\n  - {body}\n")
    (duty,) = plan.obligations
    return duty, findings


def form_with(more: str) -> tuple[Form, list[str]]:
    """A form with the given keys below it, and what was said about the plan."""
    body = "\n    ".join(more.splitlines())
    plan, findings = plan_with(f"bieu_mau:\n  - ma: mau\n    ten: Mẫu\n    {body}\n")
    (form,) = plan.forms
    return form, findings


def roster_of(text: str = SMALLEST_ROSTER) -> Roster:
    """The roster of a text in which nothing is wrong."""
    roster, findings = decode_roster(tree(text), file="units.yaml")
    assert roster is not None
    assert findings == ()
    return roster


def submission_of(text: str, plan: Plan, roster: Roster | None = None) -> tuple[Submission | None, list[str]]:
    """A submission's text as the plan reads it, and what was said about it."""
    submission, findings = decode_submission(
        tree(text), file="a.yaml", plan=plan, roster=roster or roster_of()
    )
    return submission, said(findings)
