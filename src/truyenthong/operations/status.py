"""``status``: who has sent what, who is late by how many days, on one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from truyenthong.errors import UsageError
from truyenthong.findings import Finding
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster, Unit
from truyenthong.operations.loading import Ready, load, ready
from truyenthong.progress import Measures, Row, measures
from truyenthong.text import nearest
from truyenthong.workspace.layout import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the user asked to see; None asks for everything."""

    unit: str | None = None
    obligation: str | None = None
    period: str | None = None
    kind: str | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether the user asked for something in particular."""
        return any(one is not None for one in (self.unit, self.obligation, self.period, self.kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusOutcome:
    """The rows that were asked for and their measures.

    Attributes:
        faults: errors in the data, which ``status`` names but does not fail on.
        nothing_received: no receipt in the whole workspace: no rates are shown.
        sample: the workspace is marked as sample data.
    """

    as_of: date
    plan: Plan
    roster: Roster
    choice: Choice
    rows: tuple[Row, ...]
    measures: Measures
    faults: tuple[Finding, ...]
    nothing_received: bool
    sample: bool

    @property
    def behind(self) -> tuple[Row, ...]:
        """The rows that are behind, the longest overdue first."""
        late = [row for row in self.rows if row.behind]
        return tuple(sorted(late, key=lambda row: -(row.days_late or 0)))


def status(workspace: Workspace, choice: Choice, *, as_of: date) -> StatusOutcome:
    """The progress on ``as_of``.

    Raises:
        UsageError: where a code is not known; the nearest is named.
        UnreadableDataError: where the plan or the units cannot stand.
    """
    work = ready(load(workspace))
    checked = check_choice(work, choice)
    rows = tuple(row for row in work.progress(as_of).rows if _matches(row, checked))
    return StatusOutcome(
        as_of=as_of,
        plan=work.plan,
        roster=work.roster,
        choice=checked,
        rows=rows,
        measures=measures(rows),
        faults=work.loaded.errors,
        nothing_received=not work.loaded.has_receipts,
        sample=work.settings.sample_data,
    )


def check_choice(work: Ready, choice: Choice) -> Choice:
    """The choice with every name turned into its code.

    Raises:
        UsageError: where a name is not known.
    """
    return Choice(
        unit=find_unit(work.roster, choice.unit).code if choice.unit is not None else None,
        obligation=_known("nhiệm vụ", choice.obligation, work.plan.obligations_by_code),
        period=_known("kỳ", choice.period, period_codes(work.plan)),
        kind=_known("loại đơn vị", choice.kind, work.roster.kinds_by_code),
    )


def find_unit(roster: Roster, word: str) -> Unit:
    """The unit by its code or by exactly one of its names.

    Raises:
        UsageError: where no unit has this code or name; the nearest is only suggested.
    """
    unit = roster.by_code.get(word)
    if unit is not None:
        return unit
    named = [one for one in roster.units if word in (one.name, one.short_name, *one.aliases)]
    if len(named) == 1:
        return named[0]
    near = nearest(word, (*roster.by_code, *(one.short_name for one in roster.units)))
    hint = f"có phải «{near}»?" if near else "xem các mã đơn vị trong data/units.yaml."
    raise UsageError(f"Không có đơn vị «{word}».", hint=hint)


def period_codes(plan: Plan) -> tuple[str, ...]:
    """The codes of all periods of the plan's duties."""
    codes = {
        period.code: None
        for obligation in plan.obligations
        for period in plan.periods(obligation)
        if period is not None
    }
    return tuple(codes)


def _known(what: str, word: str | None, codes: Iterable[str]) -> str | None:
    known = tuple(codes)
    if word is None or word in known:
        return word
    near = nearest(word, known)
    hint = f"có phải «{near}»?" if near else f"có: {', '.join(known)}."
    raise UsageError(f"Không có {what} «{word}».", hint=hint)


def _matches(row: Row, choice: Choice) -> bool:
    return (
        choice.unit in (None, row.unit.code)
        and choice.obligation in (None, row.obligation.code)
        and choice.period in (None, row.period_code)
        and choice.kind in (None, row.unit.kind)
    )
