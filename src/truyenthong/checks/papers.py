"""Rules about the papers of the catalogue: who signs, whom they address, their symbols (NĐ 30/2020/NĐ-CP)."""

from __future__ import annotations

from collections.abc import Iterator

from truyenthong.checks.facts import PlanFacts
from truyenthong.diagnostics.plan import TT214, TT218, TT219, TT220
from truyenthong.findings import Finding
from truyenthong.model.papers import WITHOUT_ADDRESSEE, signing_fault, symbol_fault
from truyenthong.model.reports import UNIT_COLUMN, ReportEntry

AS_ABOVE = "Như trên"
"""The first line of «Nơi nhận» in a paper with «Kính gửi»."""


def check_signers(facts: PlanFacts) -> Iterator[Finding]:
    """Signing forms that the decree does not know, or forbids to an agency with one head (Điều 13; II.7)."""
    for signer in facts.plan.signers:
        fault = signing_fault(signer.lines)
        if fault is not None:
            hint = "viết như: GIÁM ĐỐC; KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC; TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG"
            yield TT218.at(facts.ref("nguoi_ky", signer.index, "dong"), fault, hint=hint)


def check_papers(facts: PlanFacts) -> Iterator[Finding]:
    """The catalogue's own «Kính gửi», «Nơi nhận», symbols and order of lists."""
    for entry in facts.plan.reports:
        yield from _addressees(facts, entry)
        yield from _recipients(facts, entry)
        yield from _symbol(facts, entry)
        yield from _order(facts, entry)


def _addressees(facts: PlanFacts, entry: ReportEntry) -> Iterator[Finding]:
    kind = entry.paper_type or facts.plan.paper.type
    if entry.addressees and kind.casefold() in WITHOUT_ADDRESSEE:
        ref = facts.ref("bao_cao", entry.index, "kinh_gui")
        yield TT219.at(ref, f"{kind} không có «Kính gửi»", hint="bỏ kinh_gui; nơi cần biết ghi ở noi_nhan")


def _recipients(facts: PlanFacts, entry: ReportEntry) -> Iterator[Finding]:
    lines = entry.recipients
    if not lines:
        return
    ref = facts.ref("bao_cao", entry.index, "noi_nhan")
    if entry.addressees and not lines[0].startswith(AS_ABOVE):
        message = f"văn bản có «Kính gửi» thì dòng đầu Nơi nhận là «{AS_ABOVE}», mà ghi «{lines[0]}»"
        yield TT219.at(ref.child(0), message, hint=f"thêm «{AS_ABOVE}» lên đầu")
    if not lines[-1].startswith("Lưu:"):
        message = f"dòng cuối Nơi nhận ghi nơi lưu, mà ghi «{lines[-1]}»"
        hint = "viết như «Lưu: VT, VP.», có dấu hai chấm sau chữ Lưu"
        yield TT219.at(ref.child(len(lines) - 1), message, hint=hint)


def _symbol(facts: PlanFacts, entry: ReportEntry) -> Iterator[Finding]:
    fault = None
    if entry.symbol is not None:
        fault = symbol_fault(entry.paper_type or facts.plan.paper.type, entry.symbol)
    if fault is not None:
        hint = "bỏ ky_hieu đi thì chương trình ghép từ tên loại và tên cơ quan"
        yield TT220.at(facts.ref("bao_cao", entry.index, "ky_hieu"), fault, hint=hint)


def _order(facts: PlanFacts, entry: ReportEntry) -> Iterator[Finding]:
    """Steps of ``thu_tu`` that name no column of the report's table."""
    duty = facts.plan.obligations_by_code.get(entry.obligation or "")
    form = facts.plan.form_of(duty) if duty is not None else None
    table = form.field(entry.table) if form is not None and entry.table is not None else None
    columns = [one.code for one in table.columns] if table is not None else []
    if duty is None and entry.obligation is not None:
        return  # that the duty is not there is told
    for step in entry.order if columns else entry.order[:1]:
        if step.column not in (UNIT_COLUMN, *columns):
            message = f"bảng của báo cáo «{entry.code}» không có cột «{step.column}»"
            hint = f"các cột: {', '.join((*columns, UNIT_COLUMN))}" if columns else "ghi nhiem_vu và bang"
            yield TT214.at(facts.ref("bao_cao", entry.index, "thu_tu", step.index, "cot"), message, hint=hint)
