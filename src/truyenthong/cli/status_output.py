"""The progress rows as JSON and CSV, for programs and for Excel; decides nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from truyenthong.cli.board import status_table
from truyenthong.cli.cleaning import json_text, one_line
from truyenthong.cli.console import fault_lines
from truyenthong.cli.matters_output import matter_objects
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Receipt
from truyenthong.operations.choosing import Choice
from truyenthong.operations.status import StatusOutcome, status
from truyenthong.progress import Row
from truyenthong.text import VIETNAM_TIME
from truyenthong.views.wording import state_text
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.memory import Answer
from truyenthong.workspace.snapshot import Snapshot


def status_json(outcome: StatusOutcome) -> str:
    """The rows and measures as the contract's JSON."""
    document: dict[str, object] = {
        "as_of": outcome.as_of.isoformat(),
        "measures": _measures(outcome),
        "rows": [_row_object(row) for row in outcome.rows],
    }
    if outcome.matters is not None:
        document["matters"] = matter_objects(outcome.matters)
    return json_text(document, indent=1)


def _measures(outcome: StatusOutcome) -> dict[str, float | int | None]:
    figures = outcome.measures
    hide = outcome.nothing_received
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
        "received_at": _received(row.shown_receipt),
        "days_late": row.days_late,
        "days_left": row.days_left,
        "extension": row.extension.until.isoformat() if row.extension is not None else None,
    }


def _received(receipt: Receipt | None) -> str | None:
    return None if receipt is None else _moment(receipt.received)


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


def csv_text(head: Sequence[str], rows: Iterable[Mapping[str, str | int | None]]) -> str:
    """Rows for Excel: a byte order mark, commas, CRLF; no cell can be taken for a formula."""
    buffer = io.StringIO()
    buffer.write("\ufeff")
    writer = csv.writer(buffer)
    writer.writerow(head)
    writer.writerows([_safe(row[key]) for key in head] for row in rows)
    return buffer.getvalue()


def _safe(value: str | int | None) -> str | int | None:
    if not isinstance(value, str):
        return value
    text = one_line(value)
    # Excel runs a cell that begins with one of these as a formula; so it does with the wide forms.
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) else text


def _text(outcome: StatusOutcome, form: str) -> str:
    match form:
        case "json":
            return f"{status_json(outcome)}\n"
        case "csv":
            return status_csv(outcome)
        case _:
            return status_table(outcome)


def status_answer(
    workspace: Workspace,
    snapshot: Snapshot,
    words: Sequence[str | None],
    *,
    as_of: date,
    form: str,
    failing: bool,
) -> Answer:
    """What ``status`` says.

    Args:
        workspace: the workspace.
        snapshot: the workspace as it was seen.
        words: unit, duty, period and kind as they were typed.
        as_of: the day of the board.
        form: one of ``options.STATUS_FORMATS``.
        failing: whether somebody behind makes the exit code 1.
    """
    unit, obligation, period, kind = words
    choice = Choice(unit=unit, obligation=obligation, period=period, kind=kind)
    outcome = status(workspace, choice, as_of=as_of, snapshot=snapshot)
    return Answer(
        out=_text(outcome, form),
        err=fault_lines(outcome.faults, "status"),
        code=int(failing and bool(outcome.behind)),
    )
