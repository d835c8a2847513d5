"""What a view is made from, and which rows and units it is about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from truyenthong.findings import Finding
from truyenthong.model.periods import Period
from truyenthong.model.plan import OWN_AGENCY, Plan
from truyenthong.model.registers import Ledger
from truyenthong.model.reports import ReportEntry
from truyenthong.model.units import Roster, Unit
from truyenthong.progress.fair import EarlierYear
from truyenthong.progress.rows import Progress, Row, State

PlainValue = str | int | float | bool | date | None | list["PlainValue"] | dict[str, "PlainValue"]
"""What a Word template may be given."""

Names = Mapping[str, PlainValue]
"""Names with what they stand for."""


class View(Mapping[str, PlainValue]):
    """All names that a template may use; what is costly is computed when it is asked for, once.

    Args:
        ready: the names that cost nothing.
        later: groups of names, each with what computes all of them.
    """

    def __init__(self, ready: Names, later: Iterable[tuple[Sequence[str], Callable[[], Names]]] = ()) -> None:
        self._values = dict(ready)
        self._later = {name: make for names, make in later for name in names}

    def __getitem__(self, name: str) -> PlainValue:
        if name not in self._values and name in self._later:
            self._values |= self._later[name]()
        return self._values[name]

    def only(self, names: Collection[str]) -> Names:
        """The names among these, so that nothing else is computed."""
        return {name: self[name] for name in self if name in names}

    def __contains__(self, name: object) -> bool:
        return name in self._values or name in self._later

    def __iter__(self) -> Iterator[str]:
        return iter({**self._later, **self._values})

    def __len__(self) -> int:
        return len({**self._later, **self._values})


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewInput:
    """All that the views of one run share.

    Attributes:
        sample: the workspace is marked as sample data.
        nothing_received: no receipt in the whole workspace; None: the rows decide.
        number: the paper's number, blank until given.
        day: the paper's date, its day blank until given.
        signer: the code of another signing form than the catalogue's.
        findings: what the rules found in each submission, by its file.
        ledgers: the entries of the registers.
        earlier: an earlier year to compare with.
        board_of: computes the board of another day of this year; None: only this day is known.
    """

    plan: Plan
    roster: Roster
    progress: Progress
    sample: bool
    nothing_received: bool | None = None
    number: str | None = None
    day: date | None = None
    signer: str | None = None
    findings: Mapping[str, Sequence[Finding]] = field(default_factory=dict)
    ledgers: Sequence[Ledger] = ()
    earlier: EarlierYear | None = None
    board_of: Callable[[date], Progress] | None = None
    _shared: dict[Callable[[ViewInput], Names], Names] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def shared(self, make: Callable[[ViewInput], Names]) -> Names:
        """What ``make`` computes of this input, computed once a run; nobody changes it."""
        if make not in self._shared:
            self._shared[make] = make(self)
        return self._shared[make]

    @property
    def as_of(self) -> date:
        """The day of the board."""
        return self.progress.as_of

    def on(self, day: date) -> ViewInput | None:
        """The same with the board of another day; None where it cannot be computed."""
        return None if self.board_of is None else replace(self, progress=self.board_of(day), earlier=None)

    def a_year_before(self) -> ViewInput | None:
        """The same of the earlier year; None where there is none."""
        year = self.earlier
        if year is None or year.plan is None or year.roster is None:
            return None
        return ViewInput(
            plan=year.plan,
            roster=year.roster,
            progress=year.progress,
            sample=self.sample,
            ledgers=year.ledgers,
        )

    def findings_of(self, row: Row) -> Sequence[Finding]:
        """What the rules found in the submission of a row."""
        return self.findings.get(row.submission.file, ()) if row.submission is not None else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One file to make: an entry of the catalogue, narrowed to a unit, a period or a row.

    Attributes:
        rows: the rows that the file is about, in the board's order.
    """

    given: ViewInput
    entry: ReportEntry
    unit: Unit | None
    period: Period | None
    rows: tuple[Row, ...]

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.given.plan

    @property
    def behind_outside(self) -> tuple[Row, ...]:
        """The rows of units outside the agency that are behind in what they owe the agency."""
        return tuple(row for row in self.rows if row.behind and is_asked_outside(row, self.given.roster))

    @property
    def chased(self) -> tuple[Row, ...]:
        """The rows of ``behind_outside`` that the units are reminded of: nothing came, or it was returned."""
        return tuple(row for row in self.behind_outside if not _lies_here(row))

    @property
    def with_agency(self) -> tuple[Row, ...]:
        """The rows of ``behind_outside`` whose faulty paper waits for the agency to accept or return it."""
        return tuple(row for row in self.behind_outside if _lies_here(row))


def _lies_here(row: Row) -> bool:
    """Whether a paper lies at the agency that has to decide: a faulty one, or one after the locked day."""
    return row.state is State.INVALID or bool(row.locked_out)


def is_asked_outside(row: Row, roster: Roster) -> bool:
    """Whether a unit outside the agency owes this to the agency."""
    return row.obligation.addressee == OWN_AGENCY and not roster.is_inside(row.unit)


def subject_of(
    given: ViewInput,
    entry: ReportEntry,
    *,
    unit: Unit | None = None,
    period: Period | None = None,
) -> Subject:
    """The subject of one file: the rows of the entry's duty, of ``unit`` and of ``period`` where given."""
    rows = [
        row
        for row in given.progress.rows
        if (entry.obligation is None or row.obligation.code == entry.obligation)
        and (unit is None or row.unit.code == unit.code)
        and (period is None or row.period_code == period.code)
    ]
    return Subject(given=given, entry=entry, unit=unit, period=period, rows=tuple(rows))


def units_of(given: ViewInput, entry: ReportEntry) -> tuple[Unit, ...]:
    """The units that a report per unit is made for, in the roster's order.

    They owe something, and are outside the agency: it writes no letter to itself.
    """
    rows = subject_of(given, entry).rows
    owing = {row.unit.code for row in rows if row.state is not State.EXEMPT}
    roster = given.roster
    return tuple(unit for unit in roster.ordered() if unit.code in owing and not roster.is_inside(unit))


def distinct_units(rows: Iterable[Row]) -> tuple[Unit, ...]:
    """The units of ``rows``, each once, in their order."""
    return tuple({row.unit.code: row.unit for row in rows}.values())
