"""One list of the lines of a table of all units, in the order of the rule that the catalogue states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from truyenthong.model.forms import Field, FieldType, Scalar
from truyenthong.model.moments import Moment
from truyenthong.model.reports import UNIT_COLUMN, OrderStep
from truyenthong.text import SortKey, sort_key
from truyenthong.views.gathering import Gathering
from truyenthong.views.reading import Reading
from truyenthong.views.subject import PlainValue, Subject
from truyenthong.views.sums import Line, line_views, lines_of, named_choices


def list_view(gathering: Gathering, subject: Subject, reading: Reading) -> list[PlainValue]:
    """The lines of the report's table: by the steps of ``thu_tu``, equal ones as their units stand."""
    form, name = gathering.form, subject.entry.table
    table = form.field(name) if form is not None and name is not None else None
    if table is None:
        return []
    ordered = list(lines_of(table, gathering.counted))
    ranking = _Ranking(table=table, reading=reading)
    # Sorting by the last step first: each sort keeps the order of what it finds equal.
    for step in reversed(subject.entry.order):
        ordered = ranking.by(step, ordered)
    return [*line_views(ordered, table, reading)]


def order_view(subject: Subject) -> list[PlainValue]:
    """The rule in words, a sentence for each step."""
    return [step.reason or step.column for step in subject.entry.order]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ranking:
    """Puts lines into the order of one step."""

    table: Field
    reading: Reading

    def by(self, step: OrderStep, lines: Sequence[Line]) -> list[Line]:
        """The lines by one column, what is empty last."""
        if step.column == UNIT_COLUMN:
            places = self.reading.roster.order
            return sorted(lines, key=lambda line: places[line.row.unit.code], reverse=step.descending)
        column = self.table.column(step.column)
        if column is None:
            return [*lines]
        filled = [line for line in lines if line.values.get(column.code) is not None]
        empty = [line for line in lines if line.values.get(column.code) is None]
        filled.sort(key=lambda line: self._key(column, line.values[column.code]), reverse=step.descending)
        return [*filled, *empty]

    def _key(self, column: Field, value: Scalar) -> tuple[Decimal, SortKey]:
        """Choices by their place in the list, numbers and days by size, texts by the alphabet."""
        if column.type is FieldType.CHOICE:
            codes = [code for code, _, _ in named_choices(column, self.reading)]
            return Decimal(codes.index(str(value)) if value in codes else len(codes)), sort_key("")
        if isinstance(value, Moment):
            return Decimal(value.day.toordinal()), sort_key(str(value.sort_key[1]))
        if isinstance(value, date):
            return Decimal(value.toordinal()), sort_key("")
        if isinstance(value, (int, Decimal)):
            return Decimal(value), sort_key("")
        return Decimal(), sort_key(str(value))
