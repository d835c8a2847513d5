"""An entry of the catalogue, and the findings that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from types import ModuleType

from truyenthong.findings import Finding, Ref, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One kind of finding, as ``truyenthong explain TT103`` and ``docs/rules.md`` show it.

    Attributes:
        code: ``TT`` and three digits, never used again for something else.
        severity: of every finding of this kind.
        title: a short Vietnamese phrase, lower case first, no full stop.
        reason: why it matters and what the rule says, with its source (a clause, an article).
        bad: a few lines that show the fault, as typed.
        good: the same lines without the fault.
    """

    code: str
    severity: Severity
    title: str
    reason: str
    bad: str
    good: str

    def at(self, ref: Ref, message: str, *, hint: str | None = None) -> Finding:
        """A finding of this kind at ``ref``."""
        return Finding(code=self.code, severity=self.severity, ref=ref, message=message, hint=hint)


def _entry(severity: Severity, code: str, title: str, *, reason: str, bad: str, good: str) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, title=title, reason=reason, bad=bad, good=good)


error = partial(_entry, Severity.ERROR)
"""A kind of finding that must be mended."""

warning = partial(_entry, Severity.WARNING)
"""A kind of finding that is probably a slip."""

notice = partial(_entry, Severity.NOTICE)
"""A kind of finding that somebody should know."""


def entries(*modules: ModuleType) -> tuple[Diagnostic, ...]:
    """All entries that the modules define, in the order of their codes."""
    found = {
        one.code: one for module in modules for one in vars(module).values() if isinstance(one, Diagnostic)
    }
    return tuple(found[code] for code in sorted(found))
