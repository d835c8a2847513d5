"""What the rules look at: model objects side by side."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from truyenthong.findings import FieldPath, Ref
from truyenthong.model.owed import DutyPeriod
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.registers import Ledger, Register
from truyenthong.model.submissions import Receipt, Submission
from truyenthong.model.units import Roster, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """A plan with what it refers to.

    Attributes:
        roster: the units, or None where they cannot be read (rules about them then stay silent).
        templates: file names of the Word templates that are there.
        lists: names of the lists that a report's view offers.
    """

    plan: Plan
    roster: Roster | None
    plan_file: str
    templates: Collection[str] = field(default_factory=frozenset)
    lists: Collection[str] = field(default_factory=frozenset)

    def ref(self, *path: str | int) -> Ref:
        """A place in the plan's file."""
        return Ref(file=self.plan_file, path=path)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFacts:
    """The entries of the registers with the plan and the submissions.

    Attributes:
        ledgers: only those whose register has a form.
        today: the real day in Vietnam, for what has waited too long; None where that is not asked.
        unreadable: registers whose file is there and cannot be read: nothing is called missing in them.
        unread: by register the places in its file that could not be read.
    """

    plan: Plan
    ledgers: Sequence[Ledger]
    submissions: Sequence[Submission]
    today: date | None
    unreadable: Collection[str] = frozenset()
    unread: Mapping[str, Collection[FieldPath]] = field(default_factory=dict)

    def is_whole(self, register: str, index: int) -> bool:
        """Whether all of an entry was read."""
        return all(path[:2] != ("muc", index) for path in self.unread.get(register, ()))

    def knows_keys(self, register: Register) -> bool:
        """Whether every entry can be found by its key: none is dropped, and none has lost its key."""
        form = self.plan.forms_by_code.get(register.form)
        others = {one.code for one in form.fields} - {register.key} if form is not None else set()
        places = self.unread.get(register.code, ())
        return all(path[:1] != ("muc",) or (path[2:3] and path[2] in others) for path in places)

    def label(self, register: Register, code: str) -> str:
        """What people call a field of a register's form."""
        form = self.plan.forms_by_code.get(register.form)
        field_ = form.field(code) if form is not None else None
        return field_.label if field_ is not None else code

    def ref(self, ledger: Ledger, *path: str | int) -> Ref:
        """A place in a register's file."""
        return Ref(file=ledger.file, path=path)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionFacts:
    """A submission with the plan and the roster, what its path says, and the real day.

    Attributes:
        today: the real day in Vietnam, for what lies in the future; None where that is not asked.
        path_unit, path_obligation, path_period: as the path of the file says.
        slots: duty and period by their codes, with their due moments.
    """

    submission: Submission
    plan: Plan
    roster: Roster
    today: date | None
    path_unit: str
    path_obligation: str
    path_period: str | None
    slots: dict[tuple[str, str | None], DutyPeriod]

    @property
    def unit(self) -> Unit | None:
        """The unit, where the roster has it."""
        return self.roster.by_code.get(self.submission.unit)

    @property
    def obligation(self) -> Obligation | None:
        """The duty, where the plan has it."""
        return self.plan.obligations_by_code.get(self.submission.obligation)

    @property
    def slot(self) -> DutyPeriod | None:
        """The duty in its period, where the plan has both."""
        return self.slots.get((self.submission.obligation, self.submission.period))

    def is_future(self, day: date) -> bool:
        """Whether a day lies after the real one."""
        return self.today is not None and day > self.today

    def ref(self, *path: str | int) -> Ref:
        """A place in the submission's file."""
        return Ref(file=self.submission.file, path=path)

    def receipt_ref(self, receipt: Receipt, *path: str | int) -> Ref:
        """A place in one receipt."""
        steps: FieldPath = ("lan_nop", receipt.index, *path)
        return Ref(file=self.submission.file, path=steps)
