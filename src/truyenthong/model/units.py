"""Units: who they are, when they exist, and by which names they are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from truyenthong.model.periods import DayRange


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitKind:
    """A kind of unit, declared in ``units.yaml``; ``inside`` marks the agency's own rooms.

    ``above`` is the kind within which it lies: what is said of that kind is said of this one too.
    """

    code: str
    name: str
    inside: bool = False
    above: str | None = None
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """A stretch of time in which a unit exists: both days in, None is open."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that a unit bore up to and on ``until``."""

    name: str
    short_name: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """The unit to which another belongs (``truc_thuoc``), while that lasts."""

    unit: str
    validity: Validity = field(default_factory=Validity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """What is open passes to the unit ``to`` from the day ``since``; ``duties`` empty means all."""

    to: str
    since: date
    duties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitContact:
    """A person at a unit whom the office may call or write to (an entry of ``lien_he``)."""

    name: str
    position: str | None = None
    phone: str | None = None
    email: str | None = None
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit.

    Attributes:
        code: kebab-case, the name of its folder of submissions.
        name: the full official name.
        short_name: for tables; the full name where none is given.
        aliases: other names that people write, each belonging to this unit alone.
        kind: the code of its kind.
        area: where it works, in words.
        place: the place name on its own papers.
        superior: the agency printed above it on its own papers.
        symbol: its abbreviation in the number of its papers.
        emails: the addresses at which it is written to, as typed.
        contacts: persons there.
        validity: when it exists; empty means always.
        lineage: the kinds within which its own lies, the nearest first.
        former_names: what it was called before, oldest first; it is known by all of them.
        parents: to which units it belongs, and when.
        letters_to: whom its letters are addressed to, where that is not the unit itself.
        successors: codes of units that took over; only a hint where no handover says what passes to them.
        handovers: to whom open duties pass, and from which day.
        source: where its name is from.
        verified: whether the office has confirmed it.
    """

    code: str
    name: str
    short_name: str
    kind: str
    aliases: tuple[str, ...] = ()
    area: str | None = None
    place: str | None = None
    superior: str | None = None
    symbol: str | None = None
    emails: tuple[str, ...] = ()
    contacts: tuple[UnitContact, ...] = ()
    validity: tuple[Validity, ...] = ()
    lineage: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    parents: tuple[Parent, ...] = ()
    letters_to: str | None = None
    successors: tuple[str, ...] = ()
    handovers: tuple[Succession, ...] = ()
    source: str | None = None
    verified: bool = False
    note: str | None = None
    index: int = field(default=0, compare=False)

    @property
    def email(self) -> str | None:
        """Its first address."""
        return self.emails[0] if self.emails else None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which it is known, the full one first."""
        former = (name for one in self.former_names for name in (one.name, one.short_name))
        return tuple(dict.fromkeys((self.name, self.short_name, *self.aliases, *former)))

    def is_of(self, kind: str) -> bool:
        """Whether it is of a kind, or of one within it."""
        return kind in (self.kind, *self.lineage)

    def named_on(self, day: date) -> Unit:
        """The unit under the name that it bore on ``day``; it is known by every other one too."""
        known = [one for one in self.former_names if day <= one.until]
        if not known:
            return self
        first = min(known, key=lambda one: one.until)
        known_as = (*self.aliases, self.name, self.short_name)
        return replace(self, name=first.name, short_name=first.short_name, aliases=known_as)

    def parent_on(self, day: date) -> str | None:
        """The code of the unit to which it belongs on ``day``."""
        return next((one.unit for one in self.parents if day in one.validity), None)

    def exists_on(self, day: date) -> bool:
        """Whether the unit exists on ``day``."""
        return not self.validity or any(day in span for span in self.validity)

    def exists_within(self, days: DayRange) -> bool:
        """Whether the unit exists on at least one of ``days``."""
        return not self.validity or any(days.overlaps(span.first, span.last) for span in self.validity)


@dataclass(frozen=True, kw_only=True)
class Roster:
    """The kinds and the units of a workspace, in the order of the file."""

    kinds: tuple[UnitKind, ...]
    units: tuple[Unit, ...]

    @cached_property
    def by_code(self) -> dict[str, Unit]:
        """Units by code."""
        return {unit.code: unit for unit in self.units}

    @cached_property
    def kinds_by_code(self) -> dict[str, UnitKind]:
        """Kinds by code."""
        return {kind.code: kind for kind in self.kinds}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each unit: by kind as declared, then as listed."""
        return {unit.code: index for index, unit in enumerate(self.ordered())}

    def ordered(self) -> Iterator[Unit]:
        """Units by kind as declared, then as listed; units of an undeclared kind come last."""
        places = {kind.code: index for index, kind in enumerate(self.kinds)}
        yield from sorted(self.units, key=lambda unit: places.get(unit.kind, len(places)))

    @cached_property
    def handed_to(self) -> dict[str, tuple[tuple[Unit, Succession], ...]]:
        """By the code of a unit: from whom it takes over, and how."""
        found: dict[str, tuple[tuple[Unit, Succession], ...]] = {}
        for unit in self.units:
            for one in unit.handovers:
                found[one.to] = (*found.get(one.to, ()), (unit, one))
        return found

    def named_on(self, day: date) -> Roster:
        """The roster with each unit under the name that it bore on ``day``."""
        if not any(unit.former_names for unit in self.units):
            return self
        return Roster(kinds=self.kinds, units=tuple(unit.named_on(day) for unit in self.units))

    def above(self, unit: Unit, day: date) -> tuple[str, ...]:
        """The codes of a unit and of all to which it belongs on ``day``, the nearest first."""
        found: dict[str, None] = {}
        code: str | None = unit.code
        while code is not None and code not in found:
            found[code] = None
            upper = self.by_code.get(code)
            code = upper.parent_on(day) if upper is not None else None
        return tuple(found)

    def is_under(self, unit: Unit, code: str, day: date) -> bool:
        """Whether a unit is the one of ``code``, or belongs to it on ``day`` however far below."""
        return code in self.above(unit, day)

    def recipients(self, unit: Unit, day: date, duty: str | None = None) -> tuple[Unit, ...]:
        """The units that are written to for a unit on ``day``: the only place that decides it.

        The unit itself, also a closed one that declares to whom its letters go; of another that is closed
        those to whom its handovers lead by that day, closed ones between them passed over. Nobody where none
        is declared.

        Args:
            unit: whose letters.
            day: when they are written.
            duty: the code of the duty that they are about; None: of any.
        """
        found: dict[str, Unit] = {}
        seen: set[str] = set()
        waiting = [unit]
        while waiting:
            one = waiting.pop(0)
            if one.code in seen:
                continue
            seen.add(one.code)
            heirs = [
                self.by_code[each.to]
                for each in one.handovers
                if each.since <= day and each.to in self.by_code and duty in (None, *(each.duties or (duty,)))
            ]
            if one.exists_on(day) or (not heirs and one.letters_to is not None):
                found[one.code] = one
            else:
                waiting.extend(heirs)
        return tuple(found.values())

    def letters_to(self, unit: Unit, day: date, duty: str | None = None) -> tuple[str, ...]:
        """Whom letters for a unit are addressed to, by name: the unit's own where nobody is declared."""
        known = self.recipients(unit, day, duty) or (unit,)
        return tuple(dict.fromkeys(one.letters_to or one.name for one in known))

    def is_inside(self, unit: Unit) -> bool:
        """Whether the unit is one of the agency's own rooms."""
        kind = self.kinds_by_code.get(unit.kind)
        return kind is not None and kind.inside
