"""The measures and the board by kind of unit, as plain data cut to the width of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from truyenthong.model.periods import Period, PeriodKind, YearMonth
from truyenthong.model.plan import Obligation
from truyenthong.model.units import Unit, UnitKind
from truyenthong.progress.levels import rows_by_parent
from truyenthong.progress.rows import Measures, Row, State, measures
from truyenthong.text import day_wording, percent_wording
from truyenthong.views.rows import written_duty
from truyenthong.views.subject import PlainValue, Subject
from truyenthong.views.wording import (
    LEGEND,
    RECEIVED_MARK,
    RECEIVED_NAME,
    StateWords,
    look_of,
    state_mark,
    state_text,
    state_words,
)

NARROW_COLUMNS = 12
"""The most narrow columns of one table: a school year has twelve months."""

WIDE_COLUMNS = 5
"""The most wide columns of one table, so that a duty's name is not broken into syllables."""

_SILENT = (State.EXEMPT, State.OPTIONAL, State.UNDATED)

DAYS_AHEAD = 30
"""How far ahead «sắp đến hạn» looks, in days after the day of the board."""


FEW = 10
"""Below so many, one more or less moves a rate by more than a tenth: the count is told, no rate."""


def share_text(part: int, whole: int) -> str:
    """«3 trên 4»; of FEW or more with the rate: «27 trên 38 (71,1%)»; empty of none."""
    if not whole:
        return ""
    counts = f"{part} trên {whole}"
    return counts if whole < FEW else f"{counts} ({percent_wording(part / whole)})"


def measures_view(rows: Iterable[Row], name: str, *, silent: bool) -> dict[str, PlainValue]:
    """The five measures; no rate where nothing is expected, or where nothing was received at all."""
    figures = measures(rows)
    return {
        "nhan_chu": "" if silent else share_text(figures.received, figures.expected),
        "dung_han_chu": "" if silent else share_text(figures.on_time, figures.expected),
        "ten": name,
        "phai_nop": figures.expected,
        "da_nhan": figures.received,
        "chua_nhan": figures.expected - figures.received,
        "dung_han": figures.on_time,
        "ty_le_nhan": None if silent else figures.received_rate,
        "ty_le_dung_han": None if silent else figures.on_time_rate,
    }


def with_those_below(unit: Unit) -> str:
    """A unit as the head of all that belong to it."""
    return f"{unit.short_name} và đơn vị trực thuộc"


def all_measures(subject: Subject, *, silent: bool) -> dict[str, PlainValue]:
    """The measures of all rows, by kind, by unit above and by duty, without those that owe nothing."""
    rows = subject.rows
    by_kind = (
        measures_view([row for row in rows if row.unit.is_of(kind.code)], kind.name, silent=silent)
        for kind in subject.given.roster.kinds
    )
    parents = [
        one
        for unit, below in rows_by_parent(rows, subject.given.roster, subject.given.as_of)
        if (one := measures_view(below, with_those_below(unit), silent=silent))["phai_nop"]
    ]
    by_duty = (
        measures_view([row for row in rows if row.obligation.code == duty.code], duty.name, silent=silent)
        for duty in subject.plan.obligations
    )
    whole = measures_view(rows, "Tất cả đơn vị", silent=silent)
    kinds = [one for one in by_kind if one["phai_nop"]]
    duties = [one for one in by_duty if one["phai_nop"]]
    return {
        "chung": whole,
        "theo_loai": [*kinds],
        "theo_cap_tren": [*parents],
        "theo_nhiem_vu": [*duties],
        "bang": [*kinds, *parents, *duties, whole] if whole["phai_nop"] else [],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """One duty in one period."""

    obligation: Obligation
    period: Period | None

    @property
    def key(self) -> tuple[str, str | None]:
        return (self.obligation.code, self.period.code if self.period is not None else None)

    @property
    def is_narrow(self) -> bool:
        """Months, quarters and semesters are side by side; a duty of the year takes a wide column."""
        return self.period is not None and self.period.kind is not PeriodKind.SCHOOL_YEAR

    def is_still_empty(self, as_of: date) -> bool:
        """Whether nothing may be sent or missed yet: a period of a duty «nếu có» that has not begun."""
        begun = self.period is None or self.period.days.start <= as_of
        return self.is_narrow and not self.obligation.mandatory and not begun

    def _head(self) -> str:
        if self.period is None or not self.is_narrow:
            return self.obligation.name
        return short_period(self.period)

    def view(self) -> dict[str, PlainValue]:
        return {
            "ten": self._head(),
            "nhiem_vu": self.obligation.name,
            "ky": self.period.written if self.period is not None else "",
            "dieu_khoan": self.obligation.clause,
        }


def short_period(period: Period) -> str:
    """«11/20», «01/21», «IV/20» or the semester's code, for the head of a narrow column."""
    if period.kind is PeriodKind.SEMESTER:
        return period.code.upper()
    if period.kind is PeriodKind.ROUND:
        return period.label
    _, head, _, year = period.written.split(" ")
    return f"{head}/{year[-2:]}"


def board_view(subject: Subject) -> list[PlainValue]:
    """The kinds of units that have duties, each with its tables: a line a unit, a cell a duty or period."""
    return [_group(kind, rows, subject.given.as_of) for kind, rows in _owing_kinds(subject)]


def _owing_kinds(subject: Subject) -> Iterator[tuple[UnitKind, Sequence[Row]]]:
    for kind in subject.given.roster.kinds:
        rows = [row for row in subject.rows if row.unit.kind == kind.code]
        if any(row.state is not State.EXEMPT for row in rows):
            yield kind, rows


def _group(kind: UnitKind, rows: Sequence[Row], as_of: date) -> dict[str, PlainValue]:
    owing = {row.unit.code for row in rows if row.state is not State.EXEMPT}
    units = list({row.unit.code: row.unit for row in rows if row.unit.code in owing}.values())
    columns = list({one.key: one for one in map(_column, rows) if not one.is_still_empty(as_of)}.values())
    cells = {(row.unit.code, row.obligation.code, row.period_code): row for row in rows}
    return {
        "ten": kind.name,
        "so_don_vi": len(units),
        "bang": [_table(part, units, cells) for part in _parts(columns)],
    }


def _says_nothing(row: Row | None) -> bool:
    """Whether nothing came and nothing is asked for."""
    return row is None or (not row.receipts and row.state in _SILENT)


def _column(row: Row) -> _Column:
    return _Column(obligation=row.obligation, period=row.period)


def _parts(columns: Sequence[_Column]) -> Iterator[list[_Column]]:
    """Duties of the year together; then the periods of each duty: as many as fit one table."""
    wide = [one for one in columns if not one.is_narrow]
    yield from _chunks(wide, WIDE_COLUMNS)
    narrow: dict[str, list[_Column]] = {}
    for one in columns:
        if one.is_narrow:
            narrow.setdefault(one.obligation.code, []).append(one)
    for periods in narrow.values():
        yield from _chunks(periods, NARROW_COLUMNS)


def _chunks(columns: Sequence[_Column], size: int) -> Iterator[list[_Column]]:
    for start in range(0, len(columns), size):
        yield [*columns[start : start + size]]


_Cells = dict[tuple[str, str, str | None], Row]


def _table(columns: Sequence[_Column], units: Sequence[Unit], cells: _Cells) -> dict[str, PlainValue]:
    narrow = columns[0].is_narrow
    duty = columns[0].obligation
    silent = [
        unit
        for unit in units
        if narrow and all(_says_nothing(cells.get((unit.code, *one.key))) for one in columns)
    ]
    quiet = {unit.code for unit in silent}
    told = [unit for unit in units if unit.code not in quiet]
    return {
        "hep": narrow,
        "ten": f"{duty.name} (mục {duty.clause})" if narrow else "Nhiệm vụ của năm học",
        "cot": [one.view() for one in columns],
        "don_vi": [_line(place, unit, columns, cells) for place, unit in enumerate(told, start=1)],
        "so_don_vi_khong_gui": len(silent),
        "don_vi_khong_gui": ", ".join(unit.short_name for unit in silent),
    }


def _line(place: int, unit: Unit, columns: Sequence[_Column], cells: _Cells) -> dict[str, PlainValue]:
    return {
        "stt": place,
        "ten": unit.name,
        "ten_tat": unit.short_name,
        "o": [_cell(cells.get((unit.code, *one.key))) for one in columns],
    }


def _cell(row: Row | None) -> dict[str, PlainValue]:
    if row is None:
        exempt = state_words(State.EXEMPT)
        return {
            "chu": exempt.name,
            "ky_hieu": exempt.mark,
            "trang_thai": State.EXEMPT.value,
            "sac": exempt.tone,
            "mau_nen": exempt.shade,
        }
    return {
        "chu": state_words(State.OPTIONAL).mark if _says_nothing(row) else state_text(row),
        "ky_hieu": state_mark(row),
        "trang_thai": row.state.value,
        "sac": look_of(row).tone,
        "mau_nen": look_of(row).shade,
    }


def legend_view(subject: Subject) -> list[PlainValue]:
    """What the marks of narrow cells mean, those that occur."""
    narrow = [row for row in subject.rows if _column(row).is_narrow]
    used = {state_mark(row).partition(" ")[0] for row in narrow}
    marks: list[PlainValue] = []
    for state in LEGEND:
        words = state_words(state)
        if words.mark in used:
            marks.append(_meaning(words.mark, words.name, words))
        if state is State.ON_TIME and RECEIVED_MARK in used:
            marks.append(_meaning(RECEIVED_MARK, RECEIVED_NAME, words))
    return marks


def _meaning(mark: str, name: str, words: StateWords) -> dict[str, PlainValue]:
    return {"ky_hieu": mark, "nghia": name, "sac": words.tone, "mau_nen": words.shade}


def due_ahead(subject: Subject, *, days: int = DAYS_AHEAD) -> tuple[Row, ...]:
    """What has to be sent within so many days and has not been answered, the nearest first."""
    return rows_ahead(subject.rows, as_of=subject.given.as_of, days=days)


def rows_ahead(rows: Iterable[Row], *, as_of: date, days: int = DAYS_AHEAD) -> tuple[Row, ...]:
    """The same of any rows."""
    last = as_of + timedelta(days=days)
    ahead = [
        row
        for row in rows
        if row.obligation.measured
        and row.days_left is not None
        and row.due is not None
        and row.due.day <= last
    ]
    return tuple(sorted(ahead, key=lambda row: row.days_left or 0))


def due_ahead_grouped(subject: Subject) -> list[PlainValue]:
    """The same, one line for each duty, period and due day, with the units that still have to send."""
    return [_due_group(place, rows) for place, rows in enumerate(due_groups(due_ahead(subject)), start=1)]


def due_groups(rows: Iterable[Row]) -> list[list[Row]]:
    """Rows of the same duty, period and due day together."""
    groups: dict[tuple[str, str | None, date | None], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.obligation.code, row.period_code, _due_day(row)), []).append(row)
    return [*groups.values()]


def _due_day(row: Row) -> date | None:
    return row.due.day if row.due is not None else None


def _due_group(place: int, rows: Sequence[Row]) -> dict[str, PlainValue]:
    first = rows[0]
    return {
        "stt": place,
        "noi_dung": written_duty(first.obligation, first.period),
        "dieu_khoan": first.obligation.clause,
        "han": _due_day(first),
        "con_ngay": first.days_left,
        "so_don_vi": len(rows),
        "don_vi": ", ".join(row.unit.short_name for row in rows),
    }


ON_TIME, LATE, MISSING = "Đúng hạn", "Muộn hoặc có lỗi", "Chưa nhận"
"""What of the documents that are due has come; together they are all that must be sent."""

_Chart = dict[str, PlainValue]


def board_charts(subject: Subject, *, silent: bool) -> dict[str, PlainValue]:
    """The charts of every report about all units.

    Args:
        subject: the rows that the report is about.
        silent: nothing was received in the whole workspace, so that there is no rate to speak of.
    """
    return {
        "theo_loai": _by_kind(subject),
        "theo_thang": _by_month(subject, silent=silent),
        "dung_han_theo_thang": _rates_by_month(subject, silent=silent),
    }


def _by_kind(subject: Subject) -> _Chart:
    """What has come of what must be sent, by kind of unit; kinds that need not send anything are left out."""
    figures: dict[str, Measures] = {}
    for kind in subject.given.roster.kinds:
        of_kind = measures(row for row in subject.rows if row.unit.kind == kind.code)
        if of_kind.expected:
            figures[kind.name] = of_kind
    return {
        "ten": "Văn bản phải nộp theo loại đơn vị",
        "nhom": [*figures],
        "day": _of_expected([*figures.values()]),
    }


def _of_expected(figures: Sequence[Measures]) -> list[PlainValue]:
    """The three parts of what must be sent, a value for each group."""
    return [
        _series(ON_TIME, [one.on_time for one in figures]),
        _series(LATE, [one.received - one.on_time for one in figures]),
        _series(MISSING, [one.expected - one.received for one in figures]),
    ]


def _by_month(subject: Subject, *, silent: bool) -> _Chart:
    """What has come of what was due in each month until the day of the board: counts, not shares of few.

    A month between two others in which nothing was due is a gap; nothing is drawn where nothing ever came.
    """
    months = {} if silent else _due_by_month(subject)
    return {
        "ten": "Văn bản phải nộp theo tháng đến hạn",
        "nhom": [_month_wording(month) for month in months],
        "day": _of_expected([*months.values()]),
    }


def _rates_by_month(subject: Subject, *, silent: bool) -> _Chart:
    """The share in time of what was due in each month, for templates of offices that draw it."""
    months = {} if silent else _due_by_month(subject)
    return {
        "ten": "Tỷ lệ văn bản đúng hạn theo tháng đến hạn",
        "nhom": [_month_wording(month) for month in months],
        "day": [_series("Tỷ lệ đúng hạn", [one.on_time_rate for one in months.values()])],
        "dinh_dang": "0%",
    }


def _due_by_month(subject: Subject) -> dict[YearMonth, Measures]:
    """What was due in each month until the day of the board, from the first month to the last."""
    due: dict[YearMonth, list[Row]] = {}
    for row in subject.rows:
        if row.expected and row.due is not None and row.due.day <= subject.given.as_of:
            due.setdefault(YearMonth.of(row.due.day), []).append(row)
    months = _from_first_to_last(sorted(due, key=lambda one: (one.year, one.month)))
    return {month: measures(due.get(month, ())) for month in months}


def _month_wording(month: YearMonth) -> str:
    """«01/2021», «5/2021»: the month as in a day of a paper."""
    return day_wording(month.first).removeprefix("01/")


def _from_first_to_last(months: Sequence[YearMonth]) -> list[YearMonth]:
    if not months:
        return []
    found = [months[0]]
    while found[-1] != months[-1]:
        found.append(found[-1].plus(1))
    return found


def _series(name: str, values: Sequence[float | None]) -> PlainValue:
    return {"ten": name, "gia_tri": [*values]}
