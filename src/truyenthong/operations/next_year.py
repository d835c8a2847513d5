"""``init --from``: the workspace of another school year, started from one that exists; overwrites nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from truyenthong.errors import UsageError
from truyenthong.model.periods import SchoolYear
from truyenthong.model.units import Roster
from truyenthong.operations.confirm_list import Gone, NextYear, confirm_list
from truyenthong.operations.loading import Ready, load, ready
from truyenthong.operations.starting import files_of_schema, put_whole
from truyenthong.sources.decode_plan import decode_plan
from truyenthong.sources.yaml_tree import parse_yaml
from truyenthong.sources.year_shift import shift_plan
from truyenthong.workspace import storage
from truyenthong.workspace.layout import CALENDAR_FILE, PLAN_FILE, UNITS_FILE, Workspace

TO_CONFIRM = "CHO-XAC-NHAN.md"
"""The list of what was changed and what a person has to look at, in the new folder."""


def init_from(root: Path, source: Workspace, *, year: SchoolYear | None) -> NextYear:
    """Makes the workspace of a school year (the next one where None) from another one's.

    The plan comes with its dates moved; units, calendar and the workspace's own templates as they are.
    What units sent, registers, reports and the mark of sample data stay behind.

    Raises:
        UsageError: the year is not a later one.
        CannotContinueError: the old plan or units cannot be read, or a file would be overwritten.
    """
    work = ready(load(source))
    old = work.plan.year
    new = year or SchoolYear(first_year=old.first_year + 1)
    if new.first_year <= old.first_year:
        raise UsageError(
            f"Năm học {new.code} không sau năm học {old.code} của {source.root}.",
            hint=f"ghi năm sau, ví dụ --school-year {old.first_year + 1}-{old.first_year + 2}.",
        )
    plan = shift_plan(work.loaded.snapshot.files[PLAN_FILE].decode("utf-8-sig"), old=old, new=new)
    days = new.days
    outcome = NextYear(
        root=root,
        old=old,
        new=new,
        plan=plan,
        gone=tuple(_gone(work.roster, new)),
        no_days_off=work.calendar.years_needed(days.start, days.last),
    )
    files = _files(work, outcome)
    put_whole(root, files)
    return replace(outcome, made=tuple(files))


def _gone(roster: Roster, year: SchoolYear) -> Iterator[Gone]:
    for unit in roster.ordered():
        last_days = [span.last for span in unit.validity]
        last = max((day for day in last_days if day is not None), default=None)
        if last is None or None in last_days or last >= year.days.last:
            continue
        named = [roster.by_code[code].name for code in unit.successors if code in roster.by_code]
        yield Gone(unit=unit, last=last, successors=tuple(named))


def _files(work: Ready, outcome: NextYear) -> Mapping[str, bytes]:
    """What is to stand in the new folder, by relative name."""
    seen = work.loaded.snapshot
    text = outcome.plan.text
    files = {PLAN_FILE: text.encode(), UNITS_FILE: seen.files[UNITS_FILE]}
    if CALENDAR_FILE in seen.files:
        files[CALENDAR_FILE] = seen.files[CALENDAR_FILE]
    templates = work.loaded.workspace.templates
    if templates.is_dir():
        own = sorted(path for path in templates.glob("*.docx") if path.name[0] not in "~.")
        files.update({f"templates/{path.name}": storage.read_bytes(path) for path in own})
    plan, _ = decode_plan(parse_yaml(text.encode(), file=PLAN_FILE).value, file=PLAN_FILE)
    files.update(files_of_schema(plan))
    files[TO_CONFIRM] = confirm_list(outcome, plan).encode()
    return files
