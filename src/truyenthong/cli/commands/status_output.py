"""``status`` in the form that was asked for: words for people, JSON for programs, CSV for Excel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from truyenthong.cli.commands.status_board import board_text
from truyenthong.cli.commands.status_overview import late_text, overview_text
from truyenthong.cli.commands.status_unit import rows_text
from truyenthong.cli.console import json_text
from truyenthong.cli.screen import Screen, broken
from truyenthong.cli.tables import csv_text
from truyenthong.model.matters import Matter
from truyenthong.model.moments import Moment
from truyenthong.operations.status import StatusOutcome
from truyenthong.progress import Measures, Row, measures
from truyenthong.progress.fair import fair_measures
from truyenthong.progress.levels import rows_by_parent, rows_by_wide_kind
from truyenthong.text import VIETNAM_TIME, hour_wording
from truyenthong.views.wording import state_text


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


def status_json(outcome: StatusOutcome) -> str:
    """The rows and measures as the contract's JSON."""
    document: dict[str, object] = {
        "as_of": outcome.as_of.isoformat(),
        "measures": _measures(outcome),
        "rows": [{**_row_object(row), **({"draft": True} if row.has_draft else {})} for row in outcome.rows],
    }
    document |= _levels(outcome)
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


def _levels(outcome: StatusOutcome) -> dict[str, list[dict[str, object]]]:
    """The measures of each level that is declared; no key where none is."""
    kinds = rows_by_wide_kind(outcome.rows, outcome.roster)
    parents = rows_by_parent(outcome.rows, outcome.roster, outcome.as_of)
    hide = outcome.nothing_received
    levels: dict[str, list[dict[str, object]]] = {
        "by_kind": [{"kind": one.code, **_measures_object(measures(rows), hide=hide)} for one, rows in kinds],
        "by_parent": [
            {"unit": one.code, **_measures_object(measures(rows), hide=hide)} for one, rows in parents
        ],
    }
    return {key: found for key, found in levels.items() if found}


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
    "Đơn vị",
    "Mã đơn vị",
    "Nhiệm vụ",
    "Mã nhiệm vụ",
    "Kỳ",
    "Hạn",
    "Tình trạng",
    "Nhận ngày",
    "Nhận lúc",
    "Quá hạn (ngày)",
    "Còn (ngày)",
    "Gia hạn đến",
)


def status_csv(outcome: StatusOutcome) -> str:
    """The rows for Excel, in words that people read there."""
    return csv_text(_CSV_HEAD, (dict(zip(_CSV_HEAD, _csv_cells(row), strict=True)) for row in outcome.rows))


def _csv_cells(row: Row) -> Iterator[str | int | date | None]:
    received = row.shown_receipt.received if row.shown_receipt is not None else None
    yield row.unit.name
    yield row.unit.code
    yield row.obligation.name
    yield row.obligation.code
    yield row.period.label if row.period is not None else None
    yield row.due.day if row.due is not None else None
    yield state_text(row)
    yield received.day if received is not None else None
    yield hour_wording(received.hour) if received is not None and received.hour is not None else None
    yield row.days_late
    yield row.days_left
    yield row.extension.until if row.extension is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView:
    """How the rows are shown: one of ``options.STATUS_FORMATS``, and what of them.

    Attributes:
        late: only those behind.
        board: as matrices.
        every_unit: a line for each unit, however low the screen is.
    """

    form: str
    late: bool = False
    board: bool = False
    every_unit: bool = False


def status_text(outcome: StatusOutcome, shown: StatusView, screen: Screen | None) -> str:
    """The status as it was asked for."""
    if shown.form != "table":
        kept = replace(outcome, rows=outcome.behind) if shown.late else outcome
        return status_csv(kept) if shown.form == "csv" else f"{status_json(kept)}\n"
    if shown.late:
        return "\n".join(line for one in late_text(outcome).split("\n") for line in broken(one, screen))
    if shown.board:
        return board_text(outcome)
    if outcome.choice.is_narrow:
        return rows_text(outcome, screen)
    return overview_text(outcome, screen, every_unit=shown.every_unit)
