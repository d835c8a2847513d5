"""A condition over the fields of a form, as a declaration states it; evaluates nothing."""

from __future__ import annotations

from dataclasses import dataclass

from truyenthong.model.expressions import Expression, FormValues, evaluate


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition as it was typed, and as it is evaluated."""

    source: str
    expression: Expression

    def holds(self, values: FormValues) -> bool:
        """Whether it certainly holds; not where something that it asks for is empty."""
        return evaluate(self.expression, values) is True
