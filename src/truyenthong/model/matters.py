"""Entries of registers that still wait for somebody, the most pressing first, and limits in hours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from truyenthong.model.deadlines import HourLimit
from truyenthong.model.expressions import evaluate
from truyenthong.model.moments import Moment
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Ledger, LedgerEntry

_LAST = time(23, 59, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """An entry under a limit in hours.

    Attributes:
        due: the last good moment. Where the hour of the beginning is not known, the time begins with the
            end of that day; where the hour of the end is not known, it came with the beginning of its day:
            what is not known is never counted against anybody.
        done: when it was done, or None.
    """

    ledger: Ledger
    entry: LedgerEntry
    limit: HourLimit
    began: Moment
    due: datetime
    done: Moment | None

    @property
    def hours_late(self) -> int:
        """Hours, begun ones too, by which it was done too late; 0 where it was in time or is not done."""
        if self.done is None:
            return 0
        late = datetime.combine(self.done.day, self.done.hour or time.min) - self.due
        return max(0, -(-late // timedelta(hours=1)))

    @property
    def is_open(self) -> bool:
        """Whether it still has to be done."""
        return self.done is None

    def known_on(self, day: date) -> Timed:
        """The same as it was known by the end of a day: what was done later is not done."""
        return self if self.done is None or self.done.day <= day else replace(self, done=None)

    def is_overdue(self, as_of: date) -> bool:
        """Whether it is not done and its time was over before the day began."""
        return self.done is None and self.due.date() < as_of

    def hours_left(self, as_of: date) -> int:
        """Whole hours from the end of the day until it has to be done; below 0 where that was earlier."""
        return (self.due - datetime.combine(as_of, _LAST)) // timedelta(hours=1)


def timed(limits: Iterable[HourLimit], ledgers: Iterable[Ledger]) -> Iterator[Timed]:
    """Every entry for which a limit has begun to run, limit by limit, in the order of the files."""
    by_code = {one.register.code: one for one in ledgers}
    for limit in limits:
        ledger = by_code.get(limit.register)
        for entry in ledger.entries if ledger is not None else ():
            began, done = entry.value(limit.start), entry.value(limit.end)
            meant = limit.only_if is None or limit.only_if.holds(entry.content)
            if ledger is not None and meant and isinstance(began, Moment):
                yield Timed(
                    ledger=ledger,
                    entry=entry,
                    limit=limit,
                    began=began,
                    due=datetime.combine(began.day, began.hour or _LAST) + timedelta(hours=limit.hours),
                    done=done if isinstance(done, Moment) else None,
                )


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
        """The order in which matters are shown: overdue ones, then by their limits, then by age."""
        due = self.waiting[0].due if self.waiting else datetime.max  # noqa: DTZ901 - Vietnamese time throughout
        return (not self.is_overdue, due, self.since or date.max)


def open_matters(plan: Plan, ledgers: Sequence[Ledger], *, as_of: date) -> tuple[Matter, ...]:
    """What is open on ``as_of``; an entry that may be open counts as open."""
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
