"""Looks for the plan's own words in its text; changes none of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from truyenthong.model.plan import Plan
from truyenthong.text import collapse, nfc


def bare(text: str) -> str:
    """Words as they are compared: NFC, spaces collapsed, the light marks of bold and italics left out."""
    return collapse(nfc(text).replace("*", ""))


@dataclass(frozen=True, kw_only=True)
class Quotable:
    """The text of a plan, ready for looking up."""

    plan: Plan
    _passages: tuple[tuple[str, str], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found = tuple(
            (clause, bare(passage.text or passage.heading or ""))
            for clause, passage in self.plan.text.passages()
        )
        object.__setattr__(self, "_passages", found)

    @cached_property
    def whole(self) -> str:
        """Everything that the plan says, in order."""
        text = self.plan.text
        return " ".join(
            (*map(bare, text.opening), *(words for _, words in self._passages), *map(bare, text.closing))
        )

    @cached_property
    def recipients(self) -> str:
        """The list of recipients."""
        return " ".join(bare(line) for line in self.plan.recipients)

    def clause_text(self, clause: str) -> str:
        """What a clause says, those below it included."""
        return " ".join(words for address, words in self._passages if _within(address, clause))

    def clauses_with(self, quotation: str) -> Iterator[str]:
        """The clauses in one passage of which the words stand."""
        wanted = bare(quotation)
        seen: set[str] = set()
        for address, words in self._passages:
            if wanted in words and address not in seen:
                seen.add(address)
                yield address

    def agrees_until(self, quotation: str) -> tuple[str, str]:
        """The longest beginning of the words that the plan has, and the few words that follow there."""
        words = bare(quotation).split(" ")
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            if " ".join(words[:middle]) in self.whole:
                low = middle
            else:
                high = middle - 1
        beginning = " ".join(words[:low])
        after = self.whole[self.whole.index(beginning) + len(beginning) :] if beginning else ""
        return " ".join(words[max(0, low - 6) : low]), " ".join(after.split()[:6])


def _within(address: str, clause: str) -> bool:
    return address == clause or address.startswith(f"{clause}.")
