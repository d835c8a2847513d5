"""Chance that is the same on every machine and every Python; knows nothing of the plan."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dice:
    """Throws by name: the same names give the same throw."""

    name: str

    def number(self, what: str, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both in."""
        digest = hashlib.sha256(f"{self.name}/{what}".encode()).digest()
        return low + int.from_bytes(digest[:8], "big") % (high - low + 1)

    def pick(self, what: str, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.number(what, 0, len(options) - 1)]

    def some(self, what: str, options: Sequence[T], count: int) -> list[T]:
        """``count`` different options, in their order."""
        ranked = sorted(range(len(options)), key=lambda place: self.number(f"{what}/{place}", 0, 10**9))
        return [options[place] for place in sorted(ranked[:count])]

    def happens(self, what: str, percent: int) -> bool:
        """True in ``percent`` of 100 names."""
        return self.number(what, 1, 100) <= percent
