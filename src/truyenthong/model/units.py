"""Units: who they are, when they exist, and by which names they are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from truyenthong.model.periods import DayRange


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitKind:
    """A kind of unit, declared in ``units.yaml``; ``inside`` marks the agency's own rooms."""

    code: str
    name: str
    inside: bool = False
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """A stretch of time in which a unit exists: both days in, None is open."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


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
        successors: codes of units that took over, for hints only.
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
    successors: tuple[str, ...] = ()
    source: str | None = None
    verified: bool = False
    note: str | None = None
    index: int = field(default=0, compare=False)

    @property
    def email(self) -> str | None:
        """Its first address."""
        return self.emails[0] if self.emails else None

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

    def is_inside(self, unit: Unit) -> bool:
        """Whether the unit is one of the agency's own rooms."""
        kind = self.kinds_by_code.get(unit.kind)
        return kind is not None and kind.inside
