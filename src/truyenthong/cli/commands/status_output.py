"""The board as tables for people and as JSON and CSV for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime

from truyenthong.cli.console import json_text
from truyenthong.cli.tables import Cell, Table, csv_text, marked_table
from truyenthong.model.matters import Matter, Timed
from truyenthong.model.moments import Moment
from truyenthong.model.units import Roster
from truyenthong.operations.status import StatusOutcome
from truyenthong.progress import Measures, Row, measures
from truyenthong.progress.fair import fair_measures
from truyenthong.text import VIETNAM_TIME, cut, day_wording, hour_wording, moment_wording, percent_wording
from truyenthong.views.board import FEW
from truyenthong.views.fair import fair_sentences
from truyenthong.views.wording import (
    LEGEND,
    NOTHING_RECEIVED,
    RECEIVED_MARK,
    RECEIVED_NAME,
    SAMPLE_MARK,
    behind_reason,
    due_text,
    standing_text,
    state_mark,
    state_text,
    state_words,
)

_LONGEST = 60
"""Characters of a matter's title that a table shows."""

_OVERDUE = "F4B6AE"
"""The background of what is late, as in the board."""


def matters_table(matters: Sequence[Matter], roster: Roster) -> Table:
    """A line for each open matter, the most pressing first."""
    overdue = sum(one.is_overdue for one in matters)
    told = f", {overdue} việc đã quá thời hạn" if overdue else ""
    return Table(
        title=f"Việc còn mở: {len(matters)}{told}",
        headings=("Mục", "Việc", "Đơn vị", "Từ ngày", "Thời hạn"),
        rows=tuple(tuple(_cells(one, roster)) for one in matters),
    )


def _cells(matter: Matter, roster: Roster) -> Iterator[Cell]:
    unit = roster.by_code.get(matter.unit or "")
    yield Cell(text=matter.key)
    yield Cell(text=cut(matter.title, _LONGEST))
    yield Cell(text=unit.short_name if unit is not None else "")
    yield Cell(text=day_wording(matter.since) if matter.since is not None else "")
    limits = "; ".join(_limit(one, matter) for one in matter.waiting)
    yield Cell(text=limits, shade=_OVERDUE if matter.is_overdue else "")


def _limit(one: Timed, matter: Matter) -> str:
    if one.is_overdue(matter.as_of):
        return f"{one.limit.name}: quá hạn từ {moment_wording(one.due)}"
    if one.due.date() == matter.as_of:
        return f"{one.limit.name}: trong ngày, đến {hour_wording(one.due.time())}"
    return f"{one.limit.name}: còn {one.hours_left(matter.as_of)} giờ, đến {moment_wording(one.due)}"


def matter_objects(matters: Sequence[Matter]) -> list[dict[str, object]]:
    """The open matters as JSON; ``hours_left`` counts from the end of the day of the board."""
    return [
        {
            "register": one.ledger.register.code,
            "key": one.key,
            "title": one.title,
            "unit": one.unit,
            "since": one.since.isoformat() if one.since is not None else None,
            "overdue": one.is_overdue,
            "limits": [
                {
                    "name": each.limit.name,
                    "due": each.due.replace(tzinfo=VIETNAM_TIME).isoformat(),
                    "hours_left": each.hours_left(one.as_of),
                }
                for each in one.waiting
            ],
        }
        for one in matters
    ]


Column = tuple[str, str | None]
"""A duty and a period: one column of the board."""


def status_table(outcome: StatusOutcome) -> str:
    """What a person sees: the measures, then the board, or the rows that were asked for."""
    parts = [_heading(outcome)]
    if outcome.choice.is_narrow:
        parts.append(marked_table(_rows_table(outcome.rows, outcome.roster), sample=outcome.sample))
    else:
        parts.extend(marked_table(table, sample=outcome.sample) for table in _boards(outcome))
        parts.append(_legend(outcome.rows))
        if outcome.behind:
            parts.append(marked_table(_behind_table(outcome.behind), sample=outcome.sample))
    if outcome.matters:
        parts.append(marked_table(matters_table(outcome.matters, outcome.roster), sample=outcome.sample))
    return "\n".join(parts)


def _heading(outcome: StatusOutcome) -> str:
    mark = f"{SAMPLE_MARK} – " if outcome.sample else ""
    day = day_wording(outcome.as_of)
    title = f"{mark}Tiến độ năm học {outcome.plan.year.code}, tính đến hết ngày {day}"
    return "\n".join([title, _measures_line(outcome), *_fair_lines(outcome), *_draft_lines(outcome), ""])


def _draft_lines(outcome: StatusOutcome) -> Iterator[str]:
    """What is being typed in, and does not count yet."""
    drafts = [f"{row.unit.short_name}, {row.obligation.code}" for row in outcome.rows if row.has_draft]
    if drafts:
        more = f" và {len(drafts) - 5} bài nữa" if drafts[5:] else ""
        yield f"Bản nháp đang nhập, chưa tính là đã nhận: {'; '.join(drafts[:5])}{more}."


def _fair_lines(outcome: StatusOutcome) -> Iterator[str]:
    """What is fair to compare, of one unit or with an earlier year."""
    if not outcome.nothing_received and (outcome.choice.unit is not None or outcome.earlier is not None):
        told = fair_sentences(outcome.rows, as_of=outcome.as_of, earlier=outcome.earlier)
        yield from (f"{one}." for one in told)


def _measures_line(outcome: StatusOutcome) -> str:
    figures = outcome.measures
    if outcome.nothing_received:
        return f"{NOTHING_RECEIVED[0].upper()}{NOTHING_RECEIVED[1:]}; phải nộp đến nay: {figures.expected}."
    return (
        f"Phải nộp {figures.expected}; đã nhận {figures.received}{_share(figures, figures.received_rate)}; "
        f"đúng hạn {figures.on_time}{_share(figures, figures.on_time_rate)}; đang chậm {len(outcome.behind)}."
    )


def _share(figures: Measures, rate: float | None) -> str:
    """The rate in brackets; of a few papers the count alone is told."""
    return "" if rate is None or figures.expected < FEW else f" ({percent_wording(rate)})"


def _boards(outcome: StatusOutcome) -> Iterator[Table]:
    """For each kind of unit: the duties with one period together, then each duty with many by its periods."""
    for kind in outcome.roster.kinds:
        rows = [row for row in outcome.rows if row.unit.kind == kind.code]
        periods = {row.obligation.code: set[str | None]() for row in rows}
        for row in rows:
            periods[row.obligation.code].add(row.period_code)
        single = [row for row in rows if len(periods[row.obligation.code]) == 1]
        if single:
            yield _board(kind.name, single, by_period=False)
        for code in (code for code, found in periods.items() if len(found) > 1):
            of_duty = [row for row in rows if row.obligation.code == code]
            yield _board(f"{kind.name}: {of_duty[0].obligation.name} ({code})", of_duty, by_period=True)


def _board(title: str, rows: Sequence[Row], *, by_period: bool) -> Table:
    columns = {(row.obligation.code, row.period_code): row for row in rows}
    units = {row.unit.code: row.unit for row in rows}
    cells = {(row.unit.code, row.obligation.code, row.period_code): row for row in rows}
    return Table(
        title=title,
        headings=("Đơn vị", *(_heading_of(row, by_period=by_period) for row in columns.values())),
        rows=tuple(
            (
                Cell(text=unit.short_name),
                *(_cell(cells.get((code, *column))) for column in columns),
            )
            for code, unit in units.items()
        ),
        centred=frozenset(range(1, len(columns) + 1)),
    )


def _heading_of(row: Row, *, by_period: bool) -> str:
    """A narrow heading: the duty's code, or the period («11/20», «q4/20», «hk1»)."""
    if not by_period or row.period is None:
        return row.obligation.code
    year, _, part = row.period.code.partition("-")
    if not year.isdigit():
        return row.period.label
    return f"{part}/{year[2:]}" if part else year


def _cell(row: Row | None) -> Cell:
    if row is None:
        return Cell(text="")
    return Cell(text=state_mark(row), shade=state_words(row.state).shade)


def _legend(rows: Sequence[Row]) -> str:
    seen = {row.state for row in rows}
    words = [f"{state_words(one).mark} {state_words(one).name}" for one in LEGEND if one in seen]
    return f"Ghi chú: {'; '.join([*words, f'{RECEIVED_MARK} {RECEIVED_NAME}'])}.\n"


def _behind_table(rows: Sequence[Row]) -> Table:
    return Table(
        title="Đang chậm",
        headings=("Đơn vị", "Mã", "Nhiệm vụ", "Kỳ", "Hạn", "Quá hạn", "Vì"),
        rows=tuple(
            (
                Cell(text=row.unit.short_name),
                Cell(text=row.unit.code),
                Cell(text=row.obligation.code),
                Cell(text=row.period_code or ""),
                Cell(text=due_text(row)),
                Cell(text=f"{row.days_late} ngày", shade=state_words(row.state).shade),
                Cell(text=behind_reason(row)),
            )
            for row in rows
        ),
    )


def _rows_table(rows: Sequence[Row], roster: Roster) -> Table:
    return Table(
        title="Từng nhiệm vụ",
        headings=("Đơn vị", "Nhiệm vụ", "Kỳ", "Hạn", "Nhận ngày", "Tình trạng"),
        rows=tuple(
            (
                Cell(text=row.unit.short_name),
                Cell(text=row.obligation.code),
                Cell(text=row.period_code or ""),
                Cell(text=due_text(row)),
                Cell(text=day_wording(row.shown_receipt.received.day) if row.shown_receipt else ""),
                Cell(text=standing_text(row, roster), shade=state_words(row.state).shade),
            )
            for row in rows
        ),
    )


def status_json(outcome: StatusOutcome) -> str:
    """The rows and measures as the contract's JSON."""
    document: dict[str, object] = {
        "as_of": outcome.as_of.isoformat(),
        "measures": _measures(outcome),
        "rows": [{**_row_object(row), **({"draft": True} if row.has_draft else {})} for row in outcome.rows],
    }
    if outcome.choice.unit is not None:
        document["fair"] = _fair(outcome.rows, outcome.as_of)
    if outcome.earlier is not None:
        before, day = outcome.earlier.rows_like(outcome.rows), outcome.earlier.progress.as_of
        document["earlier"] = {
            "school_year": outcome.earlier.school_year,
            "as_of": day.isoformat(),
            "measures": _measures_object(measures(before), hide=not any(row.receipts for row in before)),
            "fair": _fair(before, day),
        }
    if outcome.matters is not None:
        document["matters"] = matter_objects(outcome.matters)
    return json_text(document, indent=1)


def _measures(outcome: StatusOutcome) -> dict[str, float | int | None]:
    return _measures_object(outcome.measures, hide=outcome.nothing_received)


def _fair(rows: Sequence[Row], as_of: date) -> dict[str, float | int | None]:
    return asdict(fair_measures(rows, as_of=as_of))


def _measures_object(figures: Measures, *, hide: bool) -> dict[str, float | int | None]:
    return {
        "expected": figures.expected,
        "received": figures.received,
        "received_rate": None if hide else _rate(figures.received_rate),
        "on_time": figures.on_time,
        "on_time_rate": None if hide else _rate(figures.on_time_rate),
    }


def _rate(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _row_object(row: Row) -> dict[str, str | int | None]:
    return {
        "unit": row.unit.code,
        "obligation": row.obligation.code,
        "period": row.period_code,
        "due": row.due.at.isoformat() if row.due is not None else None,
        "state": row.state.value,
        "received_at": _moment(row.shown_receipt.received) if row.shown_receipt else None,
        "days_late": row.days_late,
        "working_days_late": row.working_days_late,
        "days_left": row.days_left,
        "extension": row.extension.until.isoformat() if row.extension is not None else None,
    }


def _moment(moment: Moment) -> str:
    if moment.hour is None:
        return moment.day.isoformat()
    return datetime.combine(moment.day, moment.hour, tzinfo=VIETNAM_TIME).isoformat()


_CSV_HEAD = (
    "unit",
    "unit_name",
    "obligation",
    "obligation_name",
    "period",
    "due",
    "state",
    "state_text",
    "received_at",
    "days_late",
    "days_left",
    "extension",
)


def status_csv(outcome: StatusOutcome) -> str:
    """The rows for Excel."""
    rows: list[dict[str, str | int | None]] = []
    for row in outcome.rows:
        item = _row_object(row)
        item |= {
            "unit_name": row.unit.name,
            "obligation_name": row.obligation.name,
            "state_text": state_text(row),
        }
        rows.append(item)
    return csv_text(_CSV_HEAD, rows)


def status_text(outcome: StatusOutcome, form: str) -> str:
    """The board in one of ``options.STATUS_FORMATS``."""
    match form:
        case "json":
            return f"{status_json(outcome)}\n"
        case "csv":
            return status_csv(outcome)
        case _:
            return status_table(outcome)
