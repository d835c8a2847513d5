"""``--compare``: the board of an earlier school year, on the same day of it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from truyenthong.errors import UsageError
from truyenthong.model.plan import Plan
from truyenthong.operations.load import load
from truyenthong.operations.validate import measurable
from truyenthong.progress.fair import EarlierYear
from truyenthong.workspace.layout import Workspace, named_workspace


def earlier_year(folder: Path, plan: Plan, *, as_of: date, cache: Path | None = None) -> EarlierYear:
    """The board of another workspace, as many years before ``as_of`` as its school year is earlier.

    Raises:
        WorkspaceNotFoundError: the folder is no workspace.
        UsageError: its school year is not earlier.
        UnreadableDataError: something on which its rows rest is not readable.
    """
    workspace: Workspace = named_workspace(folder, cache=cache)
    work = measurable(load(workspace))
    years = plan.year.first_year - work.plan.year.first_year
    if years < 1:
        raise UsageError(
            f"--compare: {folder} là năm học {work.plan.year.code}, không trước năm học {plan.year.code}.",
            hint="chỉ ra không gian làm việc của một năm học trước.",
        )
    return EarlierYear(
        school_year=work.plan.year.code,
        progress=work.progress(_years_before(as_of, years)),
        plan=work.plan,
        roster=work.roster,
        ledgers=work.loaded.records.ledgers,
    )


def _years_before(day: date, years: int) -> date:
    """The same day so many years before; of 29/2 in another year the day before 1/3."""
    leap_day = (day.month, day.day) == (2, 29)
    return (day - timedelta(days=1) if leap_day else day).replace(year=day.year - years)
