"""Entries of registers that still wait for somebody, the most pressing first; words nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from truyenthong.model.expressions import evaluate
from truyenthong.model.hours import Timed, timed
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Ledger, LedgerEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """An entry that is open on ``as_of``.

    Attributes:
        since: the day of the entry, where its register has one.
        waiting: the limits in hours that run for it and are not met, the first to end first.
    """

    ledger: Ledger
    entry: LedgerEntry
    as_of: date
    since: date | None
    waiting: tuple[Timed, ...]

    @property
    def key(self) -> str:
        """What names the entry."""
        return self.entry.text(self.ledger.register.key)

    @property
    def title(self) -> str:
        """What people know the entry by."""
        return self.entry.text(self.ledger.register.title)

    @property
    def unit(self) -> str | None:
        """The code of its unit, where it has one."""
        return self.entry.text(self.ledger.register.unit) or None

    @property
    def is_overdue(self) -> bool:
        """Whether a limit was over before the day began."""
        return any(one.is_overdue(self.as_of) for one in self.waiting)

    @property
    def pressing(self) -> tuple[bool, datetime, date]:
        """The order in which matters are told: overdue ones, then by their limits, then by age."""
        due = self.waiting[0].due if self.waiting else datetime.max  # noqa: DTZ901 - Vietnamese time throughout
        return (not self.is_overdue, due, self.since or date.max)


def open_matters(plan: Plan, ledgers: Sequence[Ledger], *, as_of: date) -> tuple[Matter, ...]:
    """What is open on ``as_of``; an entry of which it cannot be told is open too."""
    running = [one.known_on(as_of) for one in timed(plan.policies.hour_limits, ledgers)]
    found = [matter for one in ledgers for matter in _open(one, running, as_of)]
    return tuple(sorted(found, key=lambda one: one.pressing))


def _open(ledger: Ledger, running: Iterable[Timed], as_of: date) -> Iterator[Matter]:
    register = ledger.register
    if register.open_while is None:
        return
    waiting: dict[int, list[Timed]] = {}
    for one in running:
        if one.ledger is ledger and one.is_open:
            waiting.setdefault(one.entry.index, []).append(one)
    for entry in ledger.entries:
        since = entry.day(register.day)
        known = since is None or since <= as_of
        if known and evaluate(register.open_while.expression, entry.content) is not False:
            limits = sorted(waiting.get(entry.index, ()), key=lambda one: one.due)
            yield Matter(ledger=ledger, entry=entry, as_of=as_of, since=since, waiting=tuple(limits))
