"""What a unit reads of the findings about its paper: whole sentences in the words of its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from truyenthong.findings import FieldPath, Finding, Severity
from truyenthong.model.forms import Field, FieldType, Form
from truyenthong.progress.rows import Row

_OF_UNIT = ("noi_dung", "van_ban", "khong_phat_sinh")
"""The parts of a receipt that the unit wrote; the rest is what the office wrote down about it."""

_MISSING_FILE = "TT309"
_MISSING_VALUE = "TT134"
_BOUNDS = "TT133"
_STRANGE_FIELD = "TT106"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """How a unit reads a kind of finding; None takes the finding's own words."""

    what: str | None = None
    mend: str | None = None


_OWN = _Words()
_WORDS: Mapping[str, _Words] = {
    "TT005": _Words(mend="gõ lại giá trị ấy thay vì dán vào"),
    "TT103": _OWN,
    "TT104": _OWN,
    "TT105": _OWN,
    "TT108": _OWN,
    "TT109": _OWN,
    "TT110": _OWN,
    "TT111": _OWN,
    "TT112": _OWN,
    "TT116": _OWN,
    "TT117": _OWN,
    _BOUNDS: _OWN,
    _MISSING_VALUE: _Words(mend="điền vào chỗ ấy"),
    "TT180": _Words(mend="xem lại các số liệu ấy và sửa cho khớp nhau"),
    "TT306": _OWN,
    "TT307": _Words(mend="xem lại ngày ghi trên văn bản"),
    _MISSING_FILE: _Words(what="đã nhận văn bản nhưng chưa có tệp mềm", mend="gửi tệp mềm của văn bản ấy"),
    "TT310": _Words(
        what="nhiệm vụ này không nhận báo cáo không phát sinh", mend="gửi báo cáo có nội dung, số liệu"
    ),
    "TT311": _Words(mend="giữ một trong hai: báo cáo không phát sinh, hoặc báo cáo có nội dung"),
    "TT322": _OWN,
    "TT324": _Words(mend="ghi số và ký hiệu vào hai chỗ riêng"),
    "TT325": _Words(mend="xem lại ký hiệu ghi trên văn bản"),
}
"""The kinds of findings that a unit can mend, by code; whatever is not listed is for the office alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRemark:
    """One thing that a unit has to mend, or to look at; phrases without codes, keys or expressions.

    Attributes:
        path: the field in the submission.
        where: the same place in the words of the form.
        mend: how to mend it; empty where ``what`` says it all.
        must: the paper does not count until it is mended.
    """

    path: FieldPath
    where: str
    what: str
    mend: str
    must: bool


def remarks_for_unit(findings: Iterable[Finding], form: Form | None) -> Iterator[UnitRemark]:
    """The findings that concern the unit, the gravest first.

    Left out is what concerns the office alone: notices, what it wrote down itself (when and how the paper
    came, files, decisions), faults of the YAML file, comparisons with its own registers.
    """
    for must in (True, False):
        for one in findings:
            if (one.severity is Severity.ERROR) is must and is_for_unit(one):
                yield _remark(one, form)


def in_words_of_form(finding: Finding, form: Form | None) -> Finding:
    """A finding about a form in Word or Excel as whoever filled it in reads it; others stay as they are."""
    if finding.code == _STRANGE_FIELD and "noi_dung" in finding.ref.path:
        hint = "lấy biểu mới nhất của văn phòng rồi chép nội dung sang"
        return replace(finding, message="mục này không có trong biểu hiện nay", hint=hint)
    if not is_for_unit(finding):
        return finding
    told = _remark(finding, form)
    return replace(finding, message=told.what, hint=told.mend or None)


def is_mendable(row: Row, findings: Iterable[Finding]) -> bool:
    """Whether what was received by the day has an error that the unit itself can mend."""
    return any(one.severity is Severity.ERROR and is_for_unit(one) and is_known(one, row) for one in findings)


def is_known(finding: Finding, row: Row) -> bool:
    """Whether a finding is about the whole file, or about a receipt that had come by the day."""
    path = finding.ref.path
    if path[:1] != ("lan_nop",) or len(path) == 1:
        return True
    return path[1] in {receipt.index for receipt in row.receipts}


def is_for_unit(finding: Finding) -> bool:
    """Whether a finding is about something that the unit wrote and can mend."""
    if finding.severity is Severity.NOTICE or finding.code not in _WORDS:
        return False
    path = finding.ref.path
    return finding.code == _MISSING_FILE or (
        path[:1] == ("lan_nop",) and any(one in _OF_UNIT for one in path[2:3])
    )


def _remark(finding: Finding, form: Form | None) -> UnitRemark:
    path = finding.ref.path
    words, field = _WORDS[finding.code], _field_at(path, form)
    what, mend = words.what or finding.message, words.mend or finding.hint or ""
    if finding.code == _MISSING_VALUE:
        what, mend = "chưa có số liệu, nội dung", (field.guidance if field else None) or mend
    elif field is not None and finding.code == _BOUNDS and field.type is FieldType.TABLE:
        mend = "thêm hoặc gộp các dòng của bảng cho đủ số dòng ấy"
    return UnitRemark(
        path=path,
        where=place_wording(path, form),
        what=what,
        mend=mend,
        must=finding.severity is Severity.ERROR,
    )


def _field_at(path: FieldPath, form: Form | None) -> Field | None:
    """The field or column of the form at a place."""
    if form is None or "noi_dung" not in path:
        return None
    names = [step for step in path[path.index("noi_dung") + 1 :] if isinstance(step, str)]
    field = form.field(names[0]) if names else None
    return field.column(names[1]) if field is not None and len(names) > 1 else field


_KEYS = {
    "nhan_luc": "thời điểm nhận",
    "kenh": "cách gửi",
    "van_ban": "văn bản",
    "so": "số",
    "ky_hieu": "ký hiệu",
    "ngay": "ngày",
    "khong_phat_sinh": "báo cáo không phát sinh",
    "tep": "tệp",
}
_ELSEWHERE = "chỗ khác"
"""A step that people have no word for."""


def place_wording(path: FieldPath, form: Form | None) -> str:
    """Where in a submission something is, in the words of its form: «lần nhận 1, Vụ việc, dòng 2, Ngày»."""
    return ", ".join(_steps(path, form)) or "cả bài nộp"


def _steps(path: FieldPath, form: Form | None) -> Iterator[str]:
    fields = {one.code: one for one in form.fields} if form is not None else {}
    in_content, list_name = False, "dòng"
    for step in path:
        if isinstance(step, int):
            yield f"{list_name} {step + 1}"
            list_name = "dòng"
        elif in_content:
            field = fields.get(step)
            yield field.label if field is not None else _ELSEWHERE
            fields = {one.code: one for one in field.columns} if field is not None else {}
        elif step == "noi_dung":
            in_content = True
        elif step == "lan_nop":
            list_name = "lần nhận"
        else:
            yield _KEYS.get(step, _ELSEWHERE)
