"""What is wrong in the text of a check, with the place in that text; no rule of the language stands here."""

from __future__ import annotations

from dataclasses import dataclass

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Finding, Ref
from truyenthong.model.expressions.tree import Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpressionFault:
    """One fault of an expression, in whole Vietnamese sentences.

    Attributes:
        diagnostic: the entry of the catalogue.
        message: what is wrong, naming what was read.
        hint: how to mend it, or None.
        start: the first code point of the original text that is wrong, counted from 0.
        end: the first code point after it.
    """

    diagnostic: Diagnostic
    message: str
    hint: str | None
    start: int
    end: int

    def finding(self, ref: Ref) -> Finding:
        """The fault as a finding at ``ref``, the field that holds the expression."""
        return self.diagnostic.at(ref, self.message, hint=self.hint)


def fault(diagnostic: Diagnostic, at: Stretch, message: str, hint: str | None = None) -> ExpressionFault:
    """A fault at a stretch of the text."""
    return ExpressionFault(diagnostic=diagnostic, message=message, hint=hint, start=at.start, end=at.end)
