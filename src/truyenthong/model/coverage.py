"""Counts which unit covered which topic and when, from the registers declared for that (``do_phu``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from truyenthong.model.periods import Period, PeriodKind
from truyenthong.model.plan import Appendix, AppendixRow, Plan, Topic
from truyenthong.model.registers import Ledger, LedgerEntry
from truyenthong.model.units import Roster, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """An entry that covers something; ``topic`` is None where the entry names none."""

    ledger: Ledger
    entry: LedgerEntry
    unit: Unit
    topic: Topic | None
    day: date

    @property
    def title(self) -> str:
        """What people know the entry by."""
        return self.entry.text(self.ledger.register.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Some of the entries that cover something, in the order of their days."""

    covering: tuple[Covering, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.covering)

    @property
    def units(self) -> tuple[Unit, ...]:
        """Whose they are, each unit once, the first to cover first."""
        return tuple({one.unit.code: one.unit for one in self.covering}.values())

    @property
    def last(self) -> date | None:
        """The day of the last of them."""
        return self.covering[-1].day if self.covering else None

    def of(
        self, *, topic: Topic | None = None, unit: Unit | None = None, period: Period | None = None
    ) -> Tally:
        """Those of a topic, of a unit and of a period, where given."""
        return Tally(
            covering=tuple(
                one
                for one in self.covering
                if (topic is None or (one.topic is not None and one.topic.code == topic.code))
                and (unit is None or one.unit.code == unit.code)
                and (period is None or period.days.start <= one.day <= period.days.last)
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What is covered on ``as_of``.

    Attributes:
        topics: of the plan, in its order.
        units: those outside the agency that exist in the school year, and whoever else has an entry.
        months: of the school year, by the plan's own policy, those that have begun.
        tells: names of those registers.
    """

    as_of: date
    tally: Tally
    topics: tuple[Topic, ...]
    units: tuple[Unit, ...]
    months: tuple[Period, ...]
    appendices: tuple[Appendix, ...]
    tells: tuple[str, ...]

    @property
    def untouched(self) -> tuple[Topic, ...]:
        """The topics that nobody has covered."""
        touched = {
            code for one in self.tally.covering if one.topic for code in (one.topic.code, one.topic.above)
        }
        return tuple(topic for topic in self.topics if topic.code not in touched)

    def of_row(self, row: AppendixRow) -> Tally | None:
        """The entries of the topic of a row of an appendix, its dashes included; None without a topic."""
        if row.topic is None:
            return None
        found = (
            one for one in self.tally.covering if one.topic and row.topic in (one.topic.code, one.topic.above)
        )
        return Tally(covering=tuple(found))


def coverage(
    plan: Plan,
    roster: Roster,
    ledgers: Iterable[Ledger],
    *,
    as_of: date,
    unit: str | None = None,
    topic: str | None = None,
) -> Coverage:
    """What is covered by the end of ``as_of``; with ``unit`` and ``topic`` (codes) only what is theirs."""
    found = sorted(_covering(plan, roster, ledgers, as_of), key=lambda one: one.day)
    kept = [
        one
        for one in found
        if unit in (None, one.unit.code)
        and (topic is None or (one.topic is not None and one.topic.code == topic))
    ]
    used = {one.topic.code for one in found if one.topic is not None} | {topic or ""}
    return Coverage(
        as_of=as_of,
        tally=Tally(covering=tuple(kept)),
        topics=tuple(one for one in plan.topics_told(used) if topic in (None, one.code)),
        units=tuple(one for one in _units(plan, roster, found, as_of) if unit in (None, one.code)),
        months=tuple(one for one in plan.periods_of_kind(PeriodKind.MONTH) if one.days.start <= as_of),
        appendices=plan.appendices,
        tells=tuple(one.name for one in plan.registers if one.covers),
    )


def _covering(plan: Plan, roster: Roster, ledgers: Iterable[Ledger], as_of: date) -> Iterable[Covering]:
    topics = {one.code: one for one in plan.topics}
    for ledger in ledgers:
        register = ledger.register
        for entry in ledger.entries if register.covers else ():
            unit, day = roster.by_code.get(entry.text(register.unit)), entry.day(register.day)
            if unit is not None and day is not None and day <= as_of:
                topic = topics.get(entry.text(register.topic))
                yield Covering(ledger=ledger, entry=entry, unit=unit, topic=topic, day=day)


def _units(plan: Plan, roster: Roster, found: Sequence[Covering], as_of: date) -> Iterable[Unit]:
    writing = {one.unit.code for one in found}
    for unit in roster.ordered():
        outside = not roster.is_inside(unit) and unit.exists_within(plan.year.days.known_on(as_of))
        if outside or unit.code in writing:
            yield unit
