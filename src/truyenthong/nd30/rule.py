"""The entries of the catalogue whose reasons and findings cite an article of the decree."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Finding, Ref, Severity

DECREE = "Nghị định 30/2020/NĐ-CP"


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutRule(Diagnostic):
    """An entry with its article of the decree.

    Attributes:
        article: as it is cited, without the decree's name; empty where the decree has none for it.
    """

    article: str

    def at(self, ref: Ref, message: str, *, hint: str | None = None) -> Finding:
        """A finding of this kind at ``ref``; the article follows its message."""
        cited = f"{message} ({self.article})" if self.article else message
        return Diagnostic.at(self, ref, cited, hint=hint)


def _rule(
    severity: Severity, code: str, title: str, *, article: str = "", reason: str, bad: str, good: str
) -> LayoutRule:
    source = f" ({DECREE}, {article})" if article else ""
    reason = f"{reason}{source}."
    return LayoutRule(
        code=code, severity=severity, title=title, article=article, reason=reason, bad=bad, good=good
    )


error = partial(_rule, Severity.ERROR)
warning = partial(_rule, Severity.WARNING)
notice = partial(_rule, Severity.NOTICE)
"""An entry of each severity; its reason is a sentence without the full stop: the article comes before it."""
