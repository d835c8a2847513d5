"""Which papers of an earlier run, one for a unit or a submission, no longer apply; moves nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from truyenthong.model.plan import Plan
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.model.units import Roster

_SUFFIX = ".docx"


def no_longer_true(
    names: Iterable[str], entries: Iterable[ReportEntry], plan: Plan, roster: Roster, *, true: Collection[str]
) -> Iterator[str]:
    """The names that a report of these would give to a paper, and that none of today's papers has.

    A name counts only where each part is known (report, unit, duty, period): whatever else lies in the folder
    is somebody's own.

    Args:
        names: the files of the folder.
        entries: the reports that were made without being narrowed.
        plan: the plan.
        roster: the units.
        true: the names of all papers that apply on the day, made this time or left as they are.
    """
    patterns = tuple(_pattern(entry, plan, roster) for entry in entries)
    for name in names:
        if name not in true and name.endswith(_SUFFIX):
            parts = name.removesuffix(_SUFFIX).split("--")
            if any(fits(parts) for fits in patterns):
                yield name


def _pattern(entry: ReportEntry, plan: Plan, roster: Roster) -> Callable[[list[str]], bool]:
    """Whether the parts of a name (between ``--``) are those of a paper of ``entry``."""
    units = frozenset(roster.by_code)
    if entry.scope is ReportScope.UNIT:
        wanted = _with_periods(units, entry, plan)
        return lambda parts: len(parts) == 2 and parts[0] == entry.code and parts[1] in wanted
    if entry.scope in (ReportScope.SUBMISSION, ReportScope.ROW):
        papers = frozenset(_papers(entry, plan))
        lines = 1 if entry.scope is ReportScope.ROW else 0
        return lambda parts: (
            len(parts) == 3 + lines
            and parts[0] == entry.code
            and parts[1] in units
            and parts[2] in papers
            and all(one.isascii() and one.isdigit() for one in parts[3:])
        )
    return lambda _: False


def _with_periods(units: Iterable[str], entry: ReportEntry, plan: Plan) -> frozenset[str]:
    if entry.period_kind is None:
        return frozenset(units)
    periods = [one.code for one in plan.periods_of_kind(entry.period_kind)]
    return frozenset(f"{unit}@{period}" for unit in units for period in periods)


def _papers(entry: ReportEntry, plan: Plan) -> Iterator[str]:
    """``DUTY`` or ``DUTY@PERIOD`` of all that the report can be about."""
    for duty in plan.obligations:
        if entry.obligation in (None, duty.code):
            for period in plan.periods(duty):
                yield duty.code if period is None else f"{duty.code}@{period.code}"
