"""``status`` and ``coverage``: who has sent what, who is late, and which topics are covered, on one day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from truyenthong.checks import register_places
from truyenthong.checks.suggestions import which_code
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding, Severity
from truyenthong.model.coverage import Coverage, coverage
from truyenthong.model.matters import Matter, open_matters
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.units import Roster, Unit
from truyenthong.operations.choose import Selection, find_unit, in_codes
from truyenthong.operations.load import Ready, load
from truyenthong.operations.review.dossiers import dossiers_in
from truyenthong.operations.validate import earlier_year, known_duty, measurable
from truyenthong.progress import Measures, Row, measures
from truyenthong.progress.fair import EarlierYear
from truyenthong.text import fold
from truyenthong.views.registers import reported_by_topic
from truyenthong.workspace.layout import SUBMISSIONS_FOLDER, Workspace
from truyenthong.workspace.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """What waits for a person at the office.

    Attributes:
        receipts: receipts that nobody has accepted or returned.
        faulty: those of them in which an error was found.
        days: how long the oldest of them has waited.
        set_aside: open entries of ``data/waiting``: files of which it is not known whose or what they are.
    """

    receipts: int = 0
    faulty: int = 0
    days: int = 0
    set_aside: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusOutcome:
    """The rows that were asked for and their measures.

    Attributes:
        faults: errors in the data, which ``status`` names but does not fail on.
        nothing_received: no receipt in the whole workspace: no rates are shown.
        sample: the workspace is marked as sample data.
        awaited: what waits for a decision.
        about_unit: what was found in the files of the one unit that was asked for.
        matters: the open entries of registers, of the unit or kind that was asked for; None where the plan
            has no register whose entries can be open, where such a register or its form was not read wholly
            (``faults`` says so), or where one duty or period was asked for.
        earlier: the year to compare with.
    """

    as_of: date
    plan: Plan
    roster: Roster
    choice: Selection
    rows: tuple[Row, ...]
    measures: Measures
    faults: tuple[Finding, ...]
    nothing_received: bool
    sample: bool
    matters: tuple[Matter, ...] | None
    awaited: Awaited
    earlier: EarlierYear | None = None
    about_unit: tuple[Finding, ...] = ()

    @property
    def unit(self) -> Unit | None:
        """The unit that the user asked about."""
        return self.roster.by_code.get(self.choice.unit or "")

    @property
    def faults_of_unit(self) -> tuple[Finding, ...]:
        """The errors in the files of the one unit that was asked for."""
        return tuple(one for one in self.about_unit if one.severity is Severity.ERROR)

    @property
    def late_units(self) -> tuple[tuple[Row, ...], ...]:
        """The rows that are behind, those of a unit together, the unit that is longest overdue first."""
        units: dict[str, list[Row]] = {}
        for row in self.behind:
            units.setdefault(row.unit.code, []).append(row)
        return tuple(map(tuple, units.values()))

    @property
    def behind(self) -> tuple[Row, ...]:
        """The rows that are behind, the longest overdue first."""
        late = [row for row in self.rows if row.behind]
        return tuple(sorted(late, key=lambda row: -(row.days_late or 0)))


def status(
    workspace: Workspace,
    choice: Selection,
    *,
    as_of: date,
    snapshot: Snapshot | None = None,
    compare: Path | None = None,
) -> StatusOutcome:
    """The progress on ``as_of``; with ``compare`` beside that of another workspace, of an earlier year.

    Raises:
        UsageError: where a code is not known; the nearest is named.
        UnreadableDataError: where plan or units are not readable, or something on which a row that is
            asked for rests.
    """
    loaded = load(workspace, snapshot=snapshot)
    work = measurable(loaded, duty=known_duty(loaded, choice.obligation), figures=False)
    checked = in_codes(choice, work.plan, work.roster)
    every = work.progress(as_of).rows
    rows = tuple(
        row
        for row in every
        if checked.takes(row)
        and (checked.under is None or work.roster.is_under(row.unit, checked.under, as_of))
    )
    folder = f"{SUBMISSIONS_FOLDER}/{checked.unit}/"
    own = tuple(one for one in work.loaded.findings if one.ref.file.startswith(folder))
    others = (one for one in work.loaded.errors if not one.ref.file.startswith(f"{SUBMISSIONS_FOLDER}/"))
    return StatusOutcome(
        as_of=as_of,
        plan=work.plan,
        roster=work.roster.named_on(as_of),
        choice=checked,
        rows=rows,
        measures=measures(rows),
        faults=work.loaded.errors if checked.unit is None else tuple(others),
        nothing_received=not work.loaded.has_receipts,
        sample=work.settings.sample_data,
        matters=_matters(work, checked, as_of),
        earlier=earlier_year(compare, work.plan, as_of=as_of) if compare is not None else None,
        awaited=_awaited(work, checked, every, as_of),
        about_unit=own if checked.unit is not None else (),
    )


def _awaited(work: Ready, choice: Selection, rows: Sequence[Row], as_of: date) -> Awaited:
    # As ``review`` lists them; «under» is no word of its choice.
    found = [
        seen
        for one in dossiers_in(work, choice, rows, as_of=as_of)
        for seen in one.waiting
        if choice.under is None
        or (one.row is not None and work.roster.is_under(one.row.unit, choice.under, as_of))
    ]
    return Awaited(
        receipts=len(found),
        faulty=sum(bool(one.errors) for one in found),
        days=max((one.days or 0 for one in found), default=0),
        set_aside=_set_aside(work.loaded.snapshot, choice),
    )


def _set_aside(seen: Snapshot, choice: Selection) -> int:
    if not seen.waiting or choice.kind is not None or choice.under is not None:
        return 0
    from truyenthong.operations.intake.waitlist import decode_list  # noqa: PLC0415 - most days nothing waits

    entries, damaged = decode_list(seen.waiting.items())
    wanted = (choice.unit, choice.obligation, choice.period)
    mine = (
        all(
            want in (None, have)
            for want, have in zip(wanted, (one.unit, one.obligation, one.period), strict=True)
        )
        for one in entries
        if one.is_open
    )
    return sum(mine) + (len(damaged) if choice == Selection() else 0)


def _matters(work: Ready, choice: Selection, as_of: date) -> tuple[Matter, ...] | None:
    waits = any(one.open_while is not None for one in work.plan.registers)
    unread = work.loaded.unread.decides(
        place
        for one in work.plan.registers
        if one.open_while is not None
        for place in register_places(work.plan, one)
    )
    if not waits or unread or choice.obligation is not None or choice.period is not None:
        return None
    units = work.roster.by_code
    return tuple(
        one
        for one in open_matters(work.plan, work.loaded.records.ledgers, as_of=as_of)
        if choice.unit in (None, one.unit)
        and (choice.kind is None or (one.unit in units and units[one.unit].is_of(choice.kind)))
        and (
            choice.under is None
            or (one.unit in units and work.roster.is_under(units[one.unit], choice.under, as_of))
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageOutcome:
    """What is covered, with the errors in what it rests on, which the command names but does not fail on.

    Attributes:
        duty: the duty in whose papers units report by topic; None where no register is compared with one.
        reported: by topic, how much they report; a topic that nobody reports on is not in it.
    """

    plan: Plan
    covered: Coverage
    duty: Obligation | None
    reported: Mapping[str, int]
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
        UsageError: a unit or topic that is not known.
        CannotContinueError: the plan declares no register for it, or is not readable, or the units are not.
    """
    work = measurable(load(workspace, snapshot=snapshot))
    plan = work.plan
    if not any(one.covers for one in plan.registers):
        raise CannotContinueError(
            "Kế hoạch chưa khai sổ theo dõi nào để tính độ phủ.",
            hint="ghi do_phu: có ở một mục của so_theo_doi; xem docs/yaml-registers.md.",
        )
    sent = {one.submission.file for one in work.loaded.records.submissions}
    whose = find_unit(work.roster, unit).code if unit is not None else None
    board = [row for row in work.progress(as_of).rows if whose in (None, row.unit.code)]
    duty, reported = reported_by_topic(plan, work.roster, board)
    covered = coverage(
        plan,
        work.roster,
        work.loaded.records.ledgers,
        as_of=as_of,
        unit=whose,
        topic=_topic(plan, topic) if topic is not None else None,
    )
    asked = {one.code for one in covered.topics}
    return CoverageOutcome(
        plan=plan,
        duty=duty,
        reported={
            code: int(str(told["so"])) for code, told in reported.items() if told["so"] and code in asked
        },
        covered=covered,
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
