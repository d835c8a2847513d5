"""The committed templates filled with the small year, for whatever looks at reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from support.years.small_year import ENTRIES, small_input, small_roster
from truyenthong.model.plan import Contact
from truyenthong.model.units import Roster, Unit
from truyenthong.text import VIETNAM_TIME
from truyenthong.views.build import build_view
from truyenthong.views.subject import PlainValue, ViewInput
from truyenthong.word.render import DocProperties, render
from truyenthong.word.template import load_template

ROOT = Path(__file__).resolve().parents[3]
CREATED = datetime(2021, 6, 1, tzinfo=VIETNAM_TIME)
UNITS = {unit.code: unit for unit in small_roster().units}


def bare_input() -> ViewInput:
    """A plan without annexes, duties, recipients or signers, and a roster without units."""
    given = small_input(sample=False)
    plan = replace(given.plan, appendices=(), obligations=(), recipients=(), signers=(), contact=Contact())
    return replace(
        given, plan=plan, roster=Roster(kinds=(), units=()), progress=replace(given.progress, rows=())
    )


CASES: Mapping[str, tuple[str, ViewInput, Unit | None]] = {
    "ke-hoach": ("ke-hoach", small_input(), None),
    "ke-hoach-that": ("ke-hoach", small_input(sample=False), None),
    "tien-do": ("tien-do", small_input(), None),
    "tien-do-chua-co-gi": ("tien-do", small_input(sample=False, empty=True, as_of=date(2020, 10, 1)), None),
    "don-doc": ("don-doc", small_input(), None),
    "ke-hoach-tran": ("ke-hoach", bare_input(), None),
    "tien-do-tran": ("tien-do", bare_input(), None),
    "theo-don-vi-tran": ("theo-don-vi", bare_input(), UNITS["a"]),
    "theo-don-vi--a": ("theo-don-vi", small_input(), UNITS["a"]),
    "theo-don-vi--c": ("theo-don-vi", small_input(), UNITS["c"]),
    "theo-don-vi--van-phong": ("theo-don-vi", small_input(), UNITS["van-phong"]),
}


def template(code: str) -> bytes:
    """The committed template of a report."""
    return (ROOT / "templates" / ENTRIES[code].template).read_bytes()


def filled(code: str, given: ViewInput, unit: Unit | None) -> bytes:
    """The report as a Word file."""
    view: Mapping[str, PlainValue] = build_view(given, ENTRIES[code], unit=unit)
    made = render(
        load_template(template(code), name=ENTRIES[code].template),
        view,
        properties=DocProperties(
            title=ENTRIES[code].name, author=given.plan.agency.full_name, created=CREATED
        ),
    )
    assert made.problems == ()
    assert made.data is not None
    return made.data
