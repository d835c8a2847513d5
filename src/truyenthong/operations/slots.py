"""Where a paper belongs: the row of a duty in a period, the file of the submission; writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding, Severity
from truyenthong.model.plan import Obligation
from truyenthong.model.submissions import Submission
from truyenthong.model.units import Unit
from truyenthong.operations.choosing import find_period
from truyenthong.operations.examining import Ground, examine
from truyenthong.operations.loading import Ready
from truyenthong.progress.rows import Progress, Row, State
from truyenthong.text import nearest
from truyenthong.workspace.layout import SUBMISSIONS_FOLDER, SubmissionPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where a paper belongs, and what stands there already.

    Attributes:
        path: the submission's file; the usual name where there is none yet.
        before: the submission that stands there.
    """

    work: Ready
    row: Row
    path: SubmissionPath
    before: Submission | None

    @property
    def unit(self) -> Unit:
        """Whose duty it is."""
        return self.row.unit

    @property
    def obligation(self) -> Obligation:
        """The duty."""
        return self.row.obligation

    @property
    def data(self) -> bytes | None:
        """The bytes of the file as they were read; None where there is none."""
        return None if self.before is None else self.work.loaded.snapshot.content(self.path.name)


def find_slot(work: Ready, obligation: str, period: str | None, unit: Unit | None, *, day: date) -> Slot:
    """The row of the duty in the period as the plan stands on ``day``.

    Args:
        work: what was loaded.
        obligation: the duty's code.
        period: a period as people write it.
        unit: whose duty; may be None where the plan gives it to one unit alone.
        day: decides who owes the duty.

    Raises:
        UsageError: no such duty or period, a period missing or too many, a unit that does not owe it.
    """
    duties = work.plan.obligations_by_code
    duty = duties.get(obligation)
    if duty is None:
        near = nearest(obligation, tuple(duties))
        raise UsageError(f"Không có nhiệm vụ «{obligation}».", hint=f"có phải «{near}»?" if near else None)
    row = _row_of(work.progress(day), duty, _period(work, duty, period), unit)
    name = f"{duty.code}@{row.period_code}" if row.period_code is not None else duty.code
    path = SubmissionPath.of(f"{SUBMISSIONS_FOLDER}/{row.unit.code}/{name}.yaml")
    kept = [one for one in work.loaded.records.submissions if one.location.key == path.key]
    if kept:
        path = kept[0].location
    return Slot(work=work, row=row, path=path, before=kept[0].submission if kept else None)


def _period(work: Ready, duty: Obligation, period: str | None) -> str | None:
    codes = [one.code for one in work.plan.periods(duty) if one is not None]
    if period is None and len(codes) > 1:
        raise UsageError(
            f"Nhiệm vụ «{duty.code}» chia kỳ, chưa ghi kỳ nào.", hint=f"ghi một kỳ, ví dụ {codes[0]}."
        )
    if period is None:
        return codes[0] if codes else None
    code = find_period(work.plan, period)
    if code not in codes:
        hint = f"có: {', '.join(codes)}." if codes else "nhiệm vụ này không chia kỳ: bỏ kỳ đi."
        raise UsageError(f"Nhiệm vụ «{duty.code}» không có kỳ «{period}».", hint=hint)
    return code


def _row_of(board: Progress, duty: Obligation, period: str | None, unit: Unit | None) -> Row:
    rows = [
        row
        for row in board.rows
        if row.obligation.code == duty.code and row.period_code == period and row.state is not State.EXEMPT
    ]
    mine = rows if unit is None else [row for row in rows if row.unit.code == unit.code]
    if len(mine) == 1:
        return mine[0]
    if unit is not None:
        raise UsageError(
            f"{unit.name} không có nhiệm vụ «{duty.code}» trong kỳ này.", hint="xem lại đơn vị và kỳ."
        )
    names = ", ".join(row.unit.code for row in rows[:5])
    raise UsageError(
        f"Nhiệm vụ «{duty.code}» là của {len(rows)} đơn vị, chưa biết đơn vị nào.",
        hint=f"thêm --unit, ví dụ: {names}." if rows else "xem lại kỳ và nơi giao nhiệm vụ (nop_boi).",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A submission's file before and after a change; ``before`` is None for a new file."""

    path: SubmissionPath
    before: bytes | None
    text: str


def refuse_new_errors(
    work: Ready, changes: Sequence[Rewritten], *, today: date
) -> dict[str, tuple[Finding, ...]]:
    """What the rules say about the files as they would be: by name, without errors that stood there before.

    Raises:
        CannotContinueError: a file would have an error that it does not have now.
    """
    ground = Ground.of(work.plan, work.roster, work.calendar, unread=work.loaded.unread, today=today)
    told = {}
    for one in changes:
        before = () if one.before is None else examine(one.path, one.before, ground).findings
        known = {(old.code, old.ref.path) for old in before}
        after = examine(one.path, one.text.encode(), ground).findings
        new = [finding for finding in after if (finding.code, finding.ref.path) not in known]
        errors = [finding for finding in new if finding.severity is Severity.ERROR]
        if errors:
            lines = "\n".join(f"  {finding.code}: {finding.message}" for finding in errors)
            raise CannotContinueError(
                f"Chưa ghi gì vì ghi xong {one.path.name} sẽ có thêm {len(errors)} lỗi:\n{lines}",
                hint="xem lại những điều ghi trên dòng lệnh.",
            )
        told[one.path.name] = tuple(new)
    return told
