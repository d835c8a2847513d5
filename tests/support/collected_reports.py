"""The committed templates of the collecting reports, filled with the small collected year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from support.collected_year import ROOT, collected_input, real_plan
from truyenthong.model.reports import ReportScope
from truyenthong.text import VIETNAM_TIME
from truyenthong.views.build import build_view
from truyenthong.views.subject import PlainValue, ViewInput
from truyenthong.views.submission_view import pieces_of
from truyenthong.word.docprops import DocProperties
from truyenthong.word.render import render
from truyenthong.word.template import load_template

CREATED = datetime(2021, 6, 1, tzinfo=VIETNAM_TIME)

CASES: Mapping[str, tuple[str, ViewInput, str | None, int]] = {
    "ket-qua-nam": ("ket-qua-nam", collected_input(), None, 0),
    "tong-hop-thang": ("tong-hop-thang", collected_input(as_of=date(2020, 11, 25)), "2020-11", 0),
    "tong-hop-thang-khong-co": ("tong-hop-thang-ubnd", collected_input(), "2020-12", 0),
}
"""By name: the report, what it is made from, its period, which of its files."""


def template(code: str) -> bytes:
    """The committed template of a report."""
    entry = next(one for one in real_plan().reports if one.code == code)
    return (ROOT / "templates" / entry.template).read_bytes()


def view_of(name: str) -> Mapping[str, PlainValue]:
    """The view of a case."""
    code, given, period_code, place = CASES[name]
    plan = given.plan
    entry = next(one for one in plan.reports if one.code == code)
    if entry.scope in (ReportScope.SUBMISSION, ReportScope.ROW):
        return build_view(given, entry, piece=pieces_of(given, entry)[place])
    duty = plan.obligations_by_code.get(entry.obligation or "")
    period = plan.period(duty, period_code) if duty is not None else None
    return build_view(given, entry, period=period)


def filled(name: str) -> bytes:
    """The report as a Word file."""
    code, given, _, _ = CASES[name]
    entry = next(one for one in given.plan.reports if one.code == code)
    properties = DocProperties(title=entry.name, author=given.plan.agency.full_name, created=CREATED)
    made = render(load_template(template(code), name=entry.template), view_of(name), properties=properties)
    assert made.problems == ()
    assert made.data is not None
    return made.data
