"""Turns the values of a form into what a template prints; a choice is told by its label; adds nothing up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from truyenthong.model.forms import Choice, ChoiceSource, Content, Field, FieldType, Scalar
from truyenthong.model.moments import Moment
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster
from truyenthong.text import day_and_hour, day_wording, number_wording
from truyenthong.views.subject import PlainValue


def plain_number(number: Decimal) -> int | float:
    """The number as templates reckon with it."""
    return int(number) if number == number.to_integral_value() else float(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Reads values by the fields of the plan's forms."""

    plan: Plan
    roster: Roster

    def value(self, field: Field, content: Content) -> PlainValue:
        """The value of a field: a table as its lines, by the codes of its columns."""
        given = content.get(field.code)
        if field.type is FieldType.TABLE and given is None:
            return []  # a table that was left out has no lines: a template goes over none
        if not isinstance(given, tuple):
            return self.plain(field, given)
        return [
            {column.code: self.plain(column, line.get(column.code)) for column in field.columns}
            for line in given
        ]

    def plain(self, field: Field, given: Scalar) -> PlainValue:
        """A value as a template reckons with it."""
        if isinstance(given, Decimal):
            return plain_number(given)
        if isinstance(given, Moment):
            return day_and_hour(given.day, given.hour)
        return self.label(field, given) if field.type is FieldType.CHOICE else given

    def words(self, field: Field, given: object) -> str:
        """A value as people read it; empty where nothing was typed."""
        match given:
            case None:
                return ""
            case bool():
                return "có" if given else "không"
            case int() | Decimal():
                return number_wording(given)
            case Moment():
                return day_and_hour(given.day, given.hour)
            case date():
                return day_wording(given)
            case _:
                return self.label(field, str(given))

    def table(self, field: Field, content: Content) -> dict[str, PlainValue]:
        """A table with its heads and its cells in words."""
        given = content.get(field.code)
        lines = given if isinstance(given, tuple) else ()
        return {
            "ma": field.code,
            "nhan": field.label,
            "cot": [column.label for column in field.columns],
            "dong": [
                {"o": [self.words(column, line.get(column.code)) for column in field.columns]}
                for line in lines
            ],
        }

    def choices(self, field: Field) -> Sequence[Choice]:
        """The choices of a field, wherever their list lives."""
        if field.choices is ChoiceSource.TOPICS:
            return [Choice(code=one.code, label=one.name) for one in self.plan.topics]
        if field.choices is ChoiceSource.UNITS:
            return [Choice(code=one.code, label=one.name) for one in self.roster.units]
        return field.choices

    def label(self, field: Field, given: Scalar) -> str:
        """The label of a choice; a text that is no choice as it stands."""
        labels = (one.label for one in self.choices(field) if one.code == given)
        return next(labels, "" if given is None else str(given))
