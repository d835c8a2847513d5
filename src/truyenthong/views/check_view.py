"""What the rules found in a submission, each place in words, as a receipt tells the unit; finds nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truyenthong.findings import FieldPath, Finding, Severity
from truyenthong.model.forms import Form
from truyenthong.progress.rows import Row, State
from truyenthong.views.subject import PlainValue

SEVERITIES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTICE: "lưu ý"}
"""How much a finding weighs, in words."""

_KEYS = {
    "nhan_luc": "thời điểm nhận",
    "kenh": "cách gửi",
    "van_ban": "văn bản",
    "so": "số",
    "ky_hieu": "ký hiệu",
    "ngay": "ngày",
    "khong_phat_sinh": "báo cáo không phát sinh",
    "xu_ly": "ý kiến xử lý",
    "ket_qua": "kết quả",
    "ly_do": "lý do",
    "don_vi": "đơn vị",
    "nhiem_vu": "nhiệm vụ",
    "ky": "kỳ",
    "ten": "tên",
    "sha256": "mã SHA-256",
}
_ENTRIES = {"lan_nop": "lần nhận", "gia_han": "gia hạn", "tep": "tệp"}


def check_view(row: Row, findings: Sequence[Finding], form: Form | None) -> dict[str, PlainValue]:
    """The findings about what was received by the day, the gravest first, and what follows for the unit."""
    known = [one for one in findings if _is_known(one.ref.path, row)]
    ordered = sorted(known, key=lambda one: list(SEVERITIES).index(one.severity))
    counts = {severity: sum(one.severity is severity for one in known) for severity in SEVERITIES}
    return {
        "so_loi": counts[Severity.ERROR],
        "so_canh_bao": counts[Severity.WARNING],
        "so_luu_y": counts[Severity.NOTICE],
        "ket_luan": _verdict(row, counts[Severity.ERROR]),
        "dong": [_line(place, one, form) for place, one in enumerate(ordered, start=1)],
    }


def _is_known(path: FieldPath, row: Row) -> bool:
    """Whether a finding is about the whole file, or about a receipt that had come by the day."""
    if path[:1] != ("lan_nop",) or len(path) == 1:
        return True
    return path[1] in {receipt.index for receipt in row.receipts}


def _verdict(row: Row, errors: int) -> str:
    """What follows for the unit, one whole sentence."""
    if row.state is State.RETURNED:
        return "Bài nộp đã bị trả lại, chưa được tính."
    if row.latest_valid is None:
        return f"Bài nộp có {errors} lỗi phải sửa, chưa được tính." if errors else "Bài nộp chưa được tính."
    if errors:
        return f"Bài nộp được tính; {errors} lỗi nêu dưới đây cần được sửa ở lần gửi bổ sung."
    return "Không có lỗi; bài nộp được tính."


def _line(place: int, finding: Finding, form: Form | None) -> dict[str, PlainValue]:
    return {
        "stt": place,
        "muc_do": SEVERITIES[finding.severity],
        "ma": finding.code,
        "cho": place_wording(finding.ref.path, form),
        "noi_dung": finding.message,
        "cach_sua": finding.hint or "",
    }


def place_wording(path: FieldPath, form: Form | None) -> str:
    """Where in a submission a finding is, in the words of its form: «lần nhận 1, Vụ việc, dòng 2, Ngày»."""
    return ", ".join(_steps(path, form)) or "cả bài nộp"


def _steps(path: FieldPath, form: Form | None) -> Iterator[str]:
    fields = {one.code: one for one in form.fields} if form is not None else {}
    in_content, list_name = False, ""
    for step in path:
        if isinstance(step, int):
            yield f"{list_name or 'dòng'} {step + 1}"
            list_name = ""
        elif in_content:
            field = fields.get(step)
            yield field.label if field is not None else step
            fields = {one.code: one for one in field.columns} if field is not None else {}
        elif step == "noi_dung":
            in_content = True
        elif step in _ENTRIES:
            list_name = _ENTRIES[step]
        else:
            yield _KEYS.get(step, step)
