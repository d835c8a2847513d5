"""What a value is instead of what it should be, before anybody knows where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Finding, Ref

_SHOWN = 60


def short(value: object, limit: int = _SHOWN) -> str:
    """What was read, to show in a message: a text longer than ``limit`` is cut at its end."""
    text = str(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a text cannot be read as what it should be; the caller knows the place.

    Attributes:
        kind: the entry of the catalogue.
        message: a Vietnamese sentence that names what was read.
        hint: how to mend it, or None.
    """

    kind: Diagnostic
    message: str
    hint: str | None = None

    def at(self, ref: Ref) -> Finding:
        """The finding at a place."""
        return self.kind.at(ref, self.message, hint=self.hint)
