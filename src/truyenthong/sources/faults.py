"""What a value is instead of what it should be, before anybody knows where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.diagnostics.yaml import TT033
from truyenthong.findings import Finding, Ref

T = TypeVar("T")

_SHOWN = 60


def short(value: object, limit: int = _SHOWN) -> str:
    """What was read, to show in a message: a text longer than ``limit`` is cut at its end."""
    text = str(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


_OPEN, _CLOSE = "“”„‘’«\"'", "”“‘’»\"'"
_CURLY = frozenset("“”„‘’")


def without_word_quotes(text: str) -> str | None:
    """What stands between the curly quotes into which Word turns straight ones; None where there are none."""
    if len(text) > 2 and text[0] in _OPEN and text[-1] in _CLOSE and _CURLY & {text[0], text[-1]}:
        return text[1:-1].strip()
    return None


def unquoted(text: str) -> str | Fault:
    """A code that is compared as typed; in curly quotes it would be no code at all."""
    bare = without_word_quotes(text)
    return text if bare is None else _in_quotes(bare)


def read_bare(text: str, parse: Callable[[str], T | Fault]) -> T | Fault:
    """What ``parse`` makes of a text; of one that only curly quotes spoil, these are the fault."""
    result = parse(text)
    bare = without_word_quotes(text) if isinstance(result, Fault) else None
    if bare is None or isinstance(parse(bare), Fault):
        return result
    return _in_quotes(bare)


def _in_quotes(bare: str) -> Fault:
    hint = f"bỏ hai dấu ngoặc ấy: viết {short(bare)}"
    return Fault(kind=TT033, message=f"«{short(bare)}» nằm trong ngoặc cong dán từ Word", hint=hint)


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
