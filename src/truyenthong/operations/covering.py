"""``coverage``: which topics were covered by which unit, which month, and what nobody has touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truyenthong.checks.suggestions import which_code
from truyenthong.errors import UsageError
from truyenthong.findings import Finding
from truyenthong.model.coverage import Coverage, coverage
from truyenthong.model.plan import Plan
from truyenthong.operations.choosing import find_unit
from truyenthong.operations.loading import load
from truyenthong.operations.measuring import measurable
from truyenthong.text import fold
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageOutcome:
    """What is covered, with the errors in what it rests on, which the command names but does not fail on."""

    plan: Plan
    covered: Coverage
    faults: tuple[Finding, ...]
    sample: bool


def cover(
    workspace: Workspace,
    unit: str | None,
    topic: str | None,
    *,
    as_of: date,
    snapshot: Snapshot | None = None,
) -> CoverageOutcome:
    """The coverage on ``as_of``, of one unit or one topic where asked.

    Raises:
        UsageError: a unit or topic that is not known, or a plan that declares no register for it.
        UnreadableDataError: the plan or the units cannot stand.
    """
    work = measurable(load(workspace, snapshot=snapshot))
    plan = work.plan
    if not any(one.covers for one in plan.registers):
        raise UsageError(
            "Kế hoạch chưa khai sổ theo dõi nào để tính độ phủ.",
            hint="ghi do_phu: có ở một mục của so_theo_doi; xem docs/yaml-registers.md.",
        )
    sent = {one.submission.file for one in work.loaded.records.submissions}
    return CoverageOutcome(
        plan=plan,
        covered=coverage(
            plan,
            work.roster,
            work.loaded.records.ledgers,
            as_of=as_of,
            unit=find_unit(work.roster, unit).code if unit is not None else None,
            topic=_topic(plan, topic) if topic is not None else None,
        ),
        faults=tuple(one for one in work.loaded.errors if one.ref.file not in sent),
        sample=work.settings.sample_data,
    )


def _topic(plan: Plan, word: str) -> str:
    """The code of a topic by its code, its clause or its name."""
    for one in plan.topics:
        if fold(word) in (fold(one.code), fold(one.clause), fold(one.name)):
            return one.code
    hint = which_code(word, tuple(one.code for one in plan.topics))
    raise UsageError(f"Không có chủ đề «{word}».", hint=hint or "xem chu_de ở data/plan.yaml.")
