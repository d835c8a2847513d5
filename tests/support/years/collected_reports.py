"""The committed templates of the collecting reports, filled with the small collected year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from support.years.collected_year import ROOT, collected_input, real_plan
from support.years.kept_ledgers import input_with_ledgers
from truyenthong.diagnostics.fields import TT103
from truyenthong.diagnostics.submissions import TT318
from truyenthong.findings import Ref
from truyenthong.model.reports import ReportScope
from truyenthong.text import VIETNAM_TIME
from truyenthong.views.build import build_view
from truyenthong.views.registers import filings_of
from truyenthong.views.subject import PlainValue, ViewInput
from truyenthong.views.submissions import pieces_of
from truyenthong.word.render import DocProperties, render
from truyenthong.word.template import load_template

CREATED = datetime(2021, 6, 1, tzinfo=VIETNAM_TIME)


def with_findings() -> ViewInput:
    """The same with faults of every weight in the report of b."""
    at = Ref(file="data/submissions/b/bao-cao-nam@2020-2021.yaml", path=("lan_nop", 0, "noi_dung"))
    findings = (
        TT318.at(at.child("ke_hoach_so"), "một điều cần để ý", hint=None),
        TT103.at(
            at.child("vu_viec", 0, "ngay"), "ngày 31/4/2021 không có trong lịch", hint="tháng 4 có 30 ngày"
        ),
        TT103.at(Ref(file=at.file, path=("lan_nop", 7)), "của lần nhận chưa tới", hint=None),
    )
    faulty = frozenset({("b", "bao-cao-nam", "2020-2021", 0)})
    return replace(collected_input(faulty=faulty), findings={at.file: findings})


CASES: Mapping[str, tuple[str, ViewInput, str | None, int]] = {
    "ket-qua-nam": ("ket-qua-nam", collected_input(), None, 0),
    "tong-hop-thang": ("tong-hop-thang", collected_input(as_of=date(2020, 11, 25)), "2020-11", 0),
    "tong-hop-thang-khong-co": ("tong-hop-thang-ubnd", collected_input(), "2020-12", 0),
    "bien-nhan": ("bien-nhan", collected_input(), None, 0),
    "bien-nhan-co-loi": ("bien-nhan", with_findings(), None, 1),
    "bien-nhan-tra-lai": ("bien-nhan", collected_input(), None, 3),
    "khen-thuong": ("khen-thuong", collected_input(), None, 0),
    "thanh-tich-ca-nhan": ("thanh-tich", collected_input(), None, 0),
    "thanh-tich-tap-the": ("thanh-tich", collected_input(), None, 2),
    "ket-qua-nam-co-so": ("ket-qua-nam", input_with_ledgers(), None, 0),
    "tom-tat-tuan": ("tom-tat-tuan", input_with_ledgers(), None, 0),
    "tom-tat-tuan-chua-co": ("tom-tat-tuan", collected_input(as_of=date(2020, 9, 2)), None, 0),
    "do-phu": ("do-phu", input_with_ledgers(), None, 0),
    "do-phu-chua-co": ("do-phu", collected_input(), None, 0),
    "phieu-tham-dinh": ("phieu-tham-dinh", input_with_ledgers(), None, 0),
    "phieu-tham-dinh-khong-dang": ("phieu-tham-dinh", input_with_ledgers(), None, 1),
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
    if entry.scope is ReportScope.ENTRY:
        return build_view(given, entry, filing=filings_of(given, entry.register)[place])
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
