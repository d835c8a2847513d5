"""The plan: its text, topics, duties, policies, reports and appendices as frozen data."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from truyenthong.model.deadlines import ByPeriod, DayOfMonth, Deadline, Policies
from truyenthong.model.forms import Form
from truyenthong.model.periods import Period, PeriodKind, SchoolYear, Semester, YearMonth, periods_of
from truyenthong.model.registers import Register
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.model.units import Unit

OWN_AGENCY = "co-quan"
"""The value of ``gui`` that means the agency that issued the plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A heading or a paragraph of the plan with what is below it.

    Attributes:
        label: as printed («I.», «1.», «a)», «-», «+»), never regenerated.
        heading: the words of a heading, or None.
        text: the words of a paragraph with light marks (``*nghiêng*``, ``**đậm**``), or None.
        children: what is below, in order.
    """

    label: str | None = None
    heading: str | None = None
    text: str | None = None
    children: tuple[Passage, ...] = ()

    def walk(self, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Passage]]:
        """This passage and all below it, each with the labels of the headings down to it.

        The address of a passage is made of heading labels without punctuation: ``("III", "4")``.
        """
        here = above
        if self.heading is not None and self.label is not None:
            here = (*above, self.label.strip(" .)"))
        yield here, self
        for child in self.children:
            yield from child.walk(here)


@dataclass(frozen=True, kw_only=True)
class PlanText:
    """The whole text of the plan, verbatim and in order."""

    opening: tuple[str, ...]
    parts: tuple[Passage, ...]
    closing: tuple[str, ...]

    def passages(self) -> Iterator[tuple[str, Passage]]:
        """Every heading and paragraph of the parts with its clause (``III.4``)."""
        for part in self.parts:
            for address, passage in part.walk():
                yield ".".join(address), passage

    @cached_property
    def clauses(self) -> frozenset[str]:
        """All clause addresses."""
        return frozenset(address for address, _ in self.passages())


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """The agency that issues the plan, as its papers name it; ``source`` is where that was taken from."""

    name: str
    full_name: str
    superior: str | None
    symbol: str | None
    place: str
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting:
    """The room that drafts: its name, abbreviation and unit code."""

    name: str
    symbol: str | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Where units ask."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPaper:
    """The plan as a paper; what is blank in the source stays None."""

    type: str
    number: str | None
    symbol: str | None
    day: int | None
    month: int | None
    year: int | None
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPaper:
    """A paper that the plan rests on."""

    type: str
    number: str
    day: date | None
    agency: str | None
    summary: str | None
    clause: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic of part II that other files refer to.

    Attributes:
        above: the topic of which it is one dash.
        quotation: the words of that dash.
        number: its place among the dashes of that topic, from 1; 0 for a topic of its own.
    """

    code: str
    name: str
    clause: str
    above: str | None = None
    quotation: str | None = None
    number: int = 0
    index: int = field(default=0, compare=False)

    @property
    def label(self) -> str:
        """«II.3», and «II.3 (2)» of its second dash."""
        return f"{self.clause} ({self.number})" if self.number else self.clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Owners:
    """Who owes a duty: the units of ``kinds`` and ``added``, without ``excluded``."""

    kinds: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    def names(self, unit: Unit) -> bool:
        """Whether a unit belongs to the duty, leaving exclusions aside."""
        return unit.code in self.added or any(unit.is_of(kind) for kind in self.kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """A duty of the plan.

    Attributes:
        code: kebab-case, fixed once other people's scripts carry it.
        clause: where the plan sets it («III.4»).
        quotation: the plan's exact words.
        addressee: OWN_AGENCY, or the name of another addressee.
        to_be_sent: False where the plan does not ask for sending (listed, never chased).
        mandatory: False for «nếu có».
        accepts_nil: whether «không phát sinh» completes it.
        soft_file: whether a soft file is asked for beside the paper.
        period_kind: None for a duty without periods.
        first_period, last_period: codes that limit the periods, both in.
        deadline: the plan's wording, or None.
        lock: the last day on which anything is taken without a person's word: that day, or so many days
            after the last good one; None: always.
        internal_deadline: a date set by the office itself; never makes a unit overdue.
        policies: the plan's policies with this duty's own on top.
    """

    code: str
    name: str
    clause: str
    quotation: str
    owners: Owners
    addressee: str = OWN_AGENCY
    to_be_sent: bool = True
    mandatory: bool = True
    accepts_nil: bool = False
    soft_file: bool = False
    period_kind: PeriodKind | None = None
    first_period: str | None = None
    last_period: str | None = None
    form: str | None = None
    deadline: Deadline | None = None
    lock: date | int | None = None
    internal_deadline: Deadline | None = None
    policies: Policies = field(default_factory=Policies)
    note: str | None = None
    index: int = field(default=0, compare=False)

    @property
    def measured(self) -> bool:
        """Whether the duty counts in the measures and can make a unit overdue."""
        return self.mandatory and self.to_be_sent and self.deadline is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Untracked:
    """A paragraph that no duty follows, with the reason."""

    clause: str
    quotation: str
    reason: str
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A signing form: the lines above the signature («KT. GIÁM ĐỐC», «PHÓ GIÁM ĐỐC») and the name."""

    code: str
    lines: tuple[str, ...]
    name: str | None
    index: int = field(default=0, compare=False)


class AppendixState(StrEnum):
    """Whether an appendix is the office's own draft or the official text."""

    DRAFT = "du-thao"
    OFFICIAL = "chinh-thuc"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendixRow:
    """A row of an appendix; None where the plan gives nothing; ``source`` is the clause behind it.

    ``verified`` rows of a draft have been compared by the office with the paper ``compared``.
    """

    time: str | None
    content: str
    audience: str | None
    form: str | None
    unit: str | None
    source: str | None
    topic: str | None
    verified: bool = False
    compared: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """An appendix as a table."""

    code: str
    label: str
    called: str | None
    name: str
    state: AppendixState
    note: str | None
    rows: tuple[AppendixRow, ...]
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A slip of the paper and what it should read; the text itself is never changed."""

    wrong: str
    right: str
    clause: str | None
    note: str | None
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A year's plan with everything that follows from it.

    ``text_of_year`` is the school year of another plan whose words are still in ``text``, or None.
    """

    code: str
    year: SchoolYear
    agency: Agency
    drafting: Drafting
    contact: Contact
    paper: PlanPaper
    text: PlanText
    organisation_part: str | None
    text_of_year: str | None = None
    semesters: tuple[Semester, ...] = ()
    cited: tuple[CitedPaper, ...] = ()
    topics: tuple[Topic, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    untracked: tuple[Untracked, ...] = ()
    policies: Policies = field(default_factory=Policies)
    forms: tuple[Form, ...] = ()
    registers: tuple[Register, ...] = ()
    reports: tuple[ReportEntry, ...] = ()
    recipients: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @cached_property
    def obligations_by_code(self) -> dict[str, Obligation]:
        """Duties by code."""
        return {one.code: one for one in self.obligations}

    @cached_property
    def forms_by_code(self) -> dict[str, Form]:
        """Forms by code."""
        return {one.code: one for one in self.forms}

    @cached_property
    def registers_by_code(self) -> dict[str, Register]:
        """Registers by code."""
        return {one.code: one for one in self.registers}

    @property
    def awaits_text(self) -> bool:
        """Whether the words in ``text`` are still those of another year's plan."""
        return self.text_of_year not in (None, self.year.code)

    def form_of(self, obligation: Obligation) -> Form | None:
        """The form of a duty, or None."""
        return self.forms_by_code.get(obligation.form) if obligation.form is not None else None

    def duty_of_papers(self, report: ReportEntry) -> str | None:
        """The duty under which the papers of a report are recorded once they are sent; None: under no duty.

        The duty of the report's own code, where it is owed to somebody outside; else that of the report that
        is made of the same submissions for the same periods: the office sends it to a second addressee.
        """
        duties = {one.code for one in self.obligations if one.addressee != OWN_AGENCY}
        if report.scope is not ReportScope.SECTOR:
            return None
        same = (
            one.code
            for one in self.reports
            if None is not one.obligation == report.obligation
            and one.period_kind is report.period_kind
            and one.scope is report.scope
        )
        return next((code for code in (report.code, *same) if code in duties), None)

    def periods(self, obligation: Obligation) -> tuple[Period | None, ...]:
        """The periods of a duty in time's order; ``(None,)`` for a duty without periods.

        Limited by ``first_period`` and ``last_period`` where they name periods of the duty.
        """
        if obligation.period_kind is None:
            return (None,)
        if obligation.period_kind is PeriodKind.ROUND:
            return obligation.deadline.rounds(self.year) if isinstance(obligation.deadline, ByPeriod) else ()
        periods = self.periods_of_kind(
            obligation.period_kind, month_from_day=obligation.policies.month_from_day
        )
        codes = [period.code for period in periods]
        first, last = obligation.first_period, obligation.last_period
        if isinstance(obligation.deadline, DayOfMonth):
            first = first or _code(obligation.deadline.first)
            last = last or _code(obligation.deadline.last)
        start = codes.index(first) if first in codes else 0
        stop = codes.index(last) + 1 if last in codes else len(codes)
        return periods[start:stop]

    def periods_of_kind(self, kind: PeriodKind, *, month_from_day: int | None = None) -> tuple[Period, ...]:
        """All periods of one length in the school year, by the plan's own policies unless given."""
        from_day = self.policies.month_from_day if month_from_day is None else month_from_day
        return periods_of(kind, self.year, semesters=self.semesters, month_from_day=from_day)

    def topics_told(self, used: Collection[str]) -> tuple[Topic, ...]:
        """The topics, the dashes of one only where somebody tells them apart: ``used`` has one of them."""
        apart = {one.above for one in self.topics if one.code in used}
        return tuple(one for one in self.topics if one.above is None or one.above in apart)

    def period(self, obligation: Obligation, code: str | None) -> Period | None:
        """The period of a duty by its code, or None where the duty has no such period."""
        return next((one for one in self.periods(obligation) if one is not None and one.code == code), None)


def _code(month: YearMonth | None) -> str | None:
    return month.code if month is not None else None
