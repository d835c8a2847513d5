"""Entries whose reason and findings name the decree's article; says nothing itself."""

from __future__ import annotations

from dataclasses import dataclass

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Finding, Ref, Severity

DECREE = "Nghị định 30/2020/NĐ-CP"


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutRule(Diagnostic):
    """An entry with the article of the decree that it stands on.

    Attributes:
        article: as it is cited, without the decree's name; empty where the decree says nothing of it.
    """

    article: str

    def at(self, ref: Ref, message: str, *, hint: str | None = None) -> Finding:
        """A finding of this kind at ``ref``; the article stands behind its message."""
        told = f"{message} ({self.article})" if self.article else message
        return Diagnostic.at(self, ref, told, hint=hint)


def rule(
    code: str, severity: Severity, title: str, *, article: str = "", reason: str, bad: str, good: str
) -> LayoutRule:
    """An entry whose reason, a sentence without its full stop, is closed by the article."""
    source = f" ({DECREE}, {article})" if article else ""
    return LayoutRule(
        code=code,
        severity=severity,
        title=title,
        article=article,
        reason=f"{reason}{source}.",
        bad=bad,
        good=good,
    )
