"""Rules about ``outreach.yaml``: unknown codes, marks that cannot be told apart, hours that run back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from truyenthong.checks.suggestions import which_code, which_unit
from truyenthong.diagnostics.outreach import TT714, TT715, TT716, TT717
from truyenthong.findings import FieldPath, Finding, Ref
from truyenthong.model.outreach import Outreach
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster
from truyenthong.text import hour_wording


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachFacts:
    """The file and what its codes refer to; None: not read, and nothing is said of such codes."""

    outreach: Outreach
    plan: Plan | None
    roster: Roster | None
    root: Ref


def _duties(facts: OutreachFacts) -> Iterator[Finding]:
    if facts.plan is None:
        return
    codes = tuple(facts.plan.obligations_by_code)
    for place, code in enumerate(facts.outreach.reminding.excluded_duties):
        if code not in codes:
            ref = facts.root.child("nhac_han", "tru", "nhiem_vu", place)
            yield TT714.at(ref, f"không có nhiệm vụ «{code}»", hint=which_code(code, codes))


def _units(facts: OutreachFacts) -> Iterator[Finding]:
    if facts.roster is None:
        return
    reminding = facts.outreach.reminding
    kinds = tuple(facts.roster.kinds_by_code)
    listed: list[tuple[FieldPath, tuple[str, ...]]] = [
        (("nhac_han", "tru", "don_vi"), reminding.excluded_units),
        (("nhac_han", "them", "don_vi"), reminding.added_units),
        *((("zalo", one.index, "don_vi"), one.units) for one in facts.outreach.groups),
    ]
    for path, codes in listed:
        for place, code in enumerate(codes):
            if code not in facts.roster.by_code:
                ref = facts.root.child(*path, place)
                yield TT714.at(ref, f"không có đơn vị «{code}»", hint=which_unit(code, facts.roster))
    for group in facts.outreach.groups:
        for place, code in enumerate(group.kinds):
            if code not in kinds:
                ref = facts.root.child("zalo", group.index, "loai", place)
                yield TT714.at(ref, f"không có loại đơn vị «{code}»", hint=which_code(code, kinds))


def _supervisors(facts: OutreachFacts) -> Iterator[Finding]:
    known = tuple(facts.outreach.supervisors_by_code)
    for mark in facts.outreach.reminding.marks:
        for place, code in enumerate(mark.copies):
            if code not in known:
                ref = facts.root.child("nhac_han", "moc", mark.index, "dong_gui", place)
                message = f"nguoi_phu_trach không có ai mang mã «{code}»"
                hint = which_code(code, known) if known else "thêm người ấy vào nguoi_phu_trach"
                yield TT714.at(ref, message, hint=hint)
    seen: set[str | None] = set()
    for one in facts.outreach.supervisors:
        if one.code in seen:
            ref = facts.root.child("nguoi_phu_trach", one.index, "ma")
            yield TT716.at(ref, f"mã «{one.code}» đã dùng cho người khác", hint="đặt một mã khác")
        seen.add(one.code)


def _marks(facts: OutreachFacts) -> Iterator[Finding]:
    codes: set[str] = set()
    days: dict[int, str] = {}
    for mark in sorted(facts.outreach.reminding.marks, key=lambda one: one.index):
        ref = facts.root.child("nhac_han", "moc", mark.index)
        if mark.code in codes:
            yield TT716.at(ref.child("ma"), f"mã mốc «{mark.code}» đã dùng", hint="đặt một mã khác")
        elif mark.offset in days:
            key = "truoc" if mark.is_before else "sau"
            message = f"mốc này cùng ngày với mốc «{days[mark.offset]}»"
            yield TT716.at(ref.child(key), message, hint="bỏ một mốc, hoặc đổi số ngày")
        codes.add(mark.code)
        days.setdefault(mark.offset, mark.code)


def _hours(facts: OutreachFacts) -> Iterator[Finding]:
    hours = facts.outreach.reminding.hours
    if hours is not None and hours[1] < hours[0]:
        message = f"giờ kết thúc {hour_wording(hours[1])} trước giờ bắt đầu {hour_wording(hours[0])}"
        ref = facts.root.child("nhac_han", "gio_gui", "den")
        yield TT715.at(ref, message, hint="đổi chỗ tu và den")


def _domains(facts: OutreachFacts) -> Iterator[Finding]:
    outgoing = facts.outreach.outgoing
    if outgoing is None:
        return
    people = [(("nguoi_phu_trach", one.index, "dia_chi"), one.address) for one in facts.outreach.supervisors]
    people += [(("nguoi_nhan_tom_tat", one.index, "dia_chi"), one.address) for one in facts.outreach.readers]
    for path, address in people:
        if not outgoing.allows(address):
            message = f"{address} nằm ngoài ten_mien_duoc_gui, nên thư tới đó không gửi"
            yield TT717.at(facts.root.child(*path), message, hint="thêm tên miền ấy, hoặc sửa địa chỉ")


RULES: tuple[Callable[[OutreachFacts], Iterator[Finding]], ...] = (
    _duties,
    _units,
    _supervisors,
    _marks,
    _hours,
    _domains,
)


def check_outreach(
    outreach: Outreach, *, plan: Plan | None, roster: Roster | None, file: str
) -> Iterator[Finding]:
    """Every rule about the file."""
    facts = OutreachFacts(outreach=outreach, plan=plan, roster=roster, root=Ref(file=file))
    for rule in RULES:
        yield from rule(facts)
