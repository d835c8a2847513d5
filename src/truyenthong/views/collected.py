"""What a report about all units prints of its duty: senders, sums, tables, one ordered list, charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from truyenthong.model.forms import Field, FieldType, Form, Scalar
from truyenthong.model.moments import Moment
from truyenthong.model.reports import UNIT_COLUMN, OrderStep
from truyenthong.text import SortKey, sort_key
from truyenthong.views.subject import PlainValue, Subject, distinct_units
from truyenthong.views.totals import (
    NUMBERS,
    Gathering,
    Line,
    Sent,
    ValueReader,
    figure_view,
    gather,
    line_views,
    lines_of,
    named_choices,
    names_of,
    numbers_of,
    senders_view,
    table_view,
    told_view,
    words_alone,
)

_View = dict[str, PlainValue]


def list_view(gathering: Gathering, subject: Subject, reading: ValueReader) -> list[PlainValue]:
    """The lines of the report's table: by the steps of ``thu_tu``, equal ones in the order of their units."""
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


def merged_view(lines: Sequence[PlainValue], gathering: Gathering, subject: Subject) -> list[PlainValue]:
    """The lines of the report's table that say the same in its first text once, with all their units."""
    form, name = gathering.form, subject.entry.table
    table = form.field(name) if form is not None and name is not None else None
    told = next((one for one in table.columns if one.type is FieldType.TEXT), None) if table else None
    merged: dict[str, list[_View]] = {}
    for line in lines:
        if isinstance(line, dict) and told is not None:
            merged.setdefault(words_alone(str(line[told.code])), []).append(line)
    return [
        {
            **same[0],
            "stt": place,
            "dong": [*same],
            "so_dong": len(same),
            "so_don_vi": len({str(one["cua"]) for one in same}),
            "don_vi": ", ".join(dict.fromkeys(str(one["cua_tat"]) for one in same)),
        }
        for place, same in enumerate(merged.values(), start=1)
    ]


def order_view(subject: Subject) -> list[PlainValue]:
    """The rule in words, a sentence for each step."""
    return [step.reason or step.column for step in subject.entry.order]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ranking:
    """Puts lines into the order of one step."""

    table: Field
    reading: ValueReader

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


SUMMED = (*NUMBERS, FieldType.BOOLEAN)
"""The kinds of fields in ``tong_hop.so_lieu``."""


COLLECTED = (
    *("da_bao_cao", "co_so_lieu", "khong_so_lieu", "khong_phat_sinh", "chua_tinh", "chua_gui"),
    *("tong_hop", "danh_sach", "danh_sach_gop", "thu_tu"),
)
"""The names of ``collected_view``."""


def collected_view(subject: Subject) -> _View:
    """The names that a report with a duty of its own has besides; all empty where it has none."""
    gathering = gather(subject)
    reading = ValueReader(plan=subject.plan, roster=subject.given.roster)
    without = [one.row for one in gathering.counted]
    lines = list_view(gathering, subject, reading)
    return {
        "da_bao_cao": senders_view(gathering.reported, subject),
        "co_so_lieu": senders_view(without, subject),
        "khong_so_lieu": senders_view(gathering.without_figures, subject),
        "khong_phat_sinh": senders_view(gathering.nil, subject),
        "chua_tinh": senders_view(gathering.uncounted, subject),
        "chua_gui": senders_view(gathering.missing, subject),
        "tong_hop": _whole(gathering, reading, subject),
        "danh_sach": lines,
        "danh_sach_gop": merged_view(lines, gathering, subject),
        "thu_tu": order_view(subject),
    }


def unverified_named(subject: Subject) -> int:
    """How many of the units that such a report names have a name that nobody has confirmed.

    Who sent nothing is named only where sending is a must: «nếu có» makes nobody missing.
    """
    gathering = gather(subject)
    duty = subject.plan.obligations_by_code.get(subject.entry.obligation or "")
    missing = gathering.missing if duty is not None and duty.mandatory else ()
    named = distinct_units([*gathering.reported, *gathering.uncounted, *missing])
    return sum(not unit.verified for unit in named)


def _whole(gathering: Gathering, reading: ValueReader, subject: Subject) -> _View:
    form = gathering.form
    duty = subject.plan.obligations_by_code.get(subject.entry.obligation or "")
    every = [*gathering.reported, *gathering.uncounted, *gathering.missing]
    return {
        "bat_buoc": duty is not None and duty.mandatory,
        "so_don_vi": len(distinct_units(every)),
        "ten_co_so_lieu": names_of([one.row for one in gathering.counted]),
        "ten_khong_phat_sinh": names_of(gathering.nil),
        "ten_khong_so_lieu": names_of(gathering.without_figures),
        "ten_chua_tinh": names_of(gathering.uncounted),
        "ten_chua_gui": names_of(gathering.missing),
        "bieu_mau": form.name if form is not None else "",
        **_of_form(form, gathering.counted, reading),
    }


def _of_form(form: Form | None, sent: Sequence[Sent], reading: ValueReader) -> _View:
    fields = form.fields if form is not None else ()
    return {
        "so_lieu": {one.code: figure_view(one, sent) for one in fields if one.type in SUMMED},
        "loi_van": {one.code: told_view(one, sent) for one in fields if one.type is FieldType.TEXT},
        "bang": {one.code: table_view(one, sent, reading) for one in fields if one.type is FieldType.TABLE},
    }


def charts_view(subject: Subject) -> _View:
    """``theo_<cột>`` for each column of choices: the sums of a table, a point where there is a figure."""
    gathering = gather(subject)
    reading = ValueReader(plan=subject.plan, roster=subject.given.roster)
    charts: _View = {}
    for table, column in charted(gathering.form):
        charts.setdefault(f"theo_{column.code}", _chart(table, column, gathering.counted, reading))
    return charts


def charted(form: Form | None) -> list[tuple[Field, Field]]:
    """The tables with numbers, each with its columns of choices."""
    tables = [one for one in (form.fields if form is not None else ()) if numbers_of(one)]
    return [(table, one) for table in tables for one in table.columns if one.type is FieldType.CHOICE]


def _chart(table: Field, column: Field, sent: Sequence[Sent], reading: ValueReader) -> _View:
    groups = table_view(table, sent, reading)["theo"]
    of_column = groups[column.code] if isinstance(groups, dict) else []
    points = [
        one
        for one in (of_column if isinstance(of_column, list) else [])
        if isinstance(one, dict) and isinstance(one["tong"], dict) and {*one["tong"].values()} - {None}
    ]
    sums = [one["tong"] for one in points]
    return {
        "ten": table.label,
        "nhom": [one["nhan_gon"] for one in points],
        "day": [
            {
                "ten": number.label,
                "gia_tri": [one[number.code] if isinstance(one, dict) else None for one in sums],
            }
            for number in numbers_of(table)
        ],
    }
