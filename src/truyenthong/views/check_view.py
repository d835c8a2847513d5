"""What the checks found in a submission, as a receipt tells the unit; finds nothing."""

from __future__ import annotations

from collections.abc import Sequence

from truyenthong.findings import Finding, Severity
from truyenthong.model.forms import Form
from truyenthong.model.plan import Contact
from truyenthong.progress.rows import Row, State
from truyenthong.views.remarks import UnitRemark, remarks_for_unit
from truyenthong.views.subject import PlainValue
from truyenthong.views.wording import next_step

MUST, SHOULD = "phải sửa", "đề nghị xem lại"
"""How much a remark weighs, in words."""


def check_view(
    row: Row, findings: Sequence[Finding], form: Form | None, contact: Contact
) -> dict[str, PlainValue]:
    """What the unit has to mend in what was received by the day, the gravest first, and what follows."""
    known = [one for one in findings if _is_known(one, row)]
    remarks = list(remarks_for_unit(known, form))
    must = sum(one.must for one in remarks)
    ours = sum(one.severity is Severity.ERROR for one in known) - must
    return {
        "so_loi": must,
        "so_canh_bao": len(remarks) - must,
        "ket_luan": _verdict(row, must=must, ours=ours),
        "can_lam": _step(row, contact, must=must, told=len(remarks)),
        "dong": [_line(place, one) for place, one in enumerate(remarks, start=1)],
    }


def _is_known(finding: Finding, row: Row) -> bool:
    """Whether a finding is about the whole file, or about a receipt that had come by the day."""
    path = finding.ref.path
    if path[:1] != ("lan_nop",) or len(path) == 1:
        return True
    return path[1] in {receipt.index for receipt in row.receipts}


def _verdict(row: Row, *, must: int, ours: int) -> str:
    """What follows for the unit, one whole sentence; ``ours`` are errors that only the office can mend."""
    if row.state is State.RETURNED:
        return "Bài nộp đã bị trả lại, chưa được tính."
    if row.latest_valid is None and must:
        return f"Bài nộp có {must} lỗi phải sửa, chưa được tính."
    if row.latest_valid is None and ours:
        return "Bài nộp chưa được tính; cơ quan tiếp nhận đang kiểm tra lại phần ghi nhận của mình."
    if row.latest_valid is None:
        return "Bài nộp chưa được tính."
    if must:
        return f"Bài nộp được tính; {must} lỗi nêu dưới đây cần được sửa ở lần gửi bổ sung."
    return "Không có lỗi; bài nộp được tính."


def _step(row: Row, contact: Contact, *, must: int, told: int) -> str:
    """What the unit has to do next, in keeping with what it is told of its paper."""
    if row.state is State.INVALID and not must:
        return "Đơn vị chưa phải làm gì thêm."
    if row.latest_valid is None or not told:
        return next_step(row, contact)
    if must:
        return "Sửa những chỗ nêu trên ở lần gửi bổ sung."
    return "Xem lại những chỗ nêu trên; cần thì gửi bổ sung."


def _line(place: int, remark: UnitRemark) -> dict[str, PlainValue]:
    return {
        "stt": place,
        "muc_do": MUST if remark.must else SHOULD,
        "cho": remark.where,
        "noi_dung": remark.what,
        "cach_sua": remark.mend,
    }
