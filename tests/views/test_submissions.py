"""What a receipt tells the unit: the gravest first, each place in the words of the form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.years.collected_year import collected_input, real_plan
from truyenthong.diagnostics.fields import TT103, TT106
from truyenthong.diagnostics.registers import TT354
from truyenthong.diagnostics.submissions import TT309, TT318
from truyenthong.findings import FieldPath, Ref
from truyenthong.model.reports import ReportEntry
from truyenthong.progress.rows import Row, State
from truyenthong.views.build import build_view
from truyenthong.views.remarks import place_wording
from truyenthong.views.submissions import PaperOfSubmission, check_view

FORM = real_plan().forms_by_code["ket-qua-nam"]
CONTACT = real_plan().contact


def row(unit: str) -> Row:
    """The year report of a unit."""
    rows = collected_input().progress.rows
    return next(one for one in rows if (one.unit.code, one.obligation.code) == (unit, "bao-cao-nam"))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ((), "cả bài nộp"),
        (("lan_nop",), "cả bài nộp"),
        (("lan_nop", 1, "van_ban", "ngay"), "lần nhận 2, văn bản, ngày"),
        (("lan_nop", 0, "tep", 2), "lần nhận 1, tệp, dòng 3"),
        (
            ("lan_nop", 0, "noi_dung", "vu_viec", 1, "ngay"),
            "lần nhận 1, Vụ việc đáng chú ý, dòng 2, Ngày",
        ),
        (("noi_dung", "vu_viec", 1, "ngay"), "Vụ việc đáng chú ý, dòng 2, Ngày"),
        (("lan_nop", 0, "noi_dung", "la"), "lần nhận 1, chỗ khác"),
        (("khac",), "chỗ khác"),
    ],
)
def test_a_place_in_words(path: FieldPath, words: str) -> None:
    assert place_wording(path, FORM) == words


def test_a_place_without_a_form_shows_no_code() -> None:
    path = ("lan_nop", 0, "noi_dung", "bang", 0, "cot")
    assert place_wording(path, None) == "lần nhận 1, chỗ khác, dòng 1, chỗ khác"


def test_the_gravest_stands_first_and_what_is_for_the_office_alone_is_left_out() -> None:
    at = Ref(file="x.yaml").child("lan_nop", 0)
    findings = (
        TT318.at(at.child("nhan_luc"), "để ý", hint=None),
        TT309.at(at, "nhắc", hint="nhắc đơn vị"),
        TT103.at(at.child("van_ban", "ngay"), "sai", hint="sửa"),
        TT106.at(at.child("noi_dung", "la"), "khóa «la» không có ở đây", hint="có phải «lạ»?"),
        TT103.at(at.child("xu_ly", "ngay"), "ngày xử lý sai", hint=None),
        TT354.at(at.child("noi_dung", "tin_bai"), "sổ có 3", hint=None),
    )
    view = check_view(row("a"), findings, FORM, CONTACT)
    lines = view["dong"]
    assert isinstance(lines, list)
    assert [(one["muc_do"], one["noi_dung"], one["cach_sua"]) for one in lines if isinstance(one, dict)] == [
        ("phải sửa", "sai", "sửa"),
        (
            "đề nghị xem lại",
            "đã nhận văn bản nhưng chưa có tệp mềm",
            "gửi tệp mềm của văn bản ấy",
        ),
    ]
    assert view["ket_luan"] == "Bài nộp được tính; 1 lỗi nêu dưới đây cần được sửa ở lần gửi bổ sung."
    assert view["can_lam"] == "Sửa những chỗ nêu trên ở lần gửi bổ sung."


def test_where_only_the_office_can_mend_it_the_unit_is_asked_nothing() -> None:
    invalid = replace(row("a"), state=State.INVALID, first_valid=None, latest_valid=None)
    wrong = TT106.at(Ref(file="x.yaml").child("lan_nop", 0, "noi_dung", "la"), "khóa lạ", hint=None)
    view = check_view(invalid, (wrong,), FORM, CONTACT)
    assert view["ket_luan"] == (
        "Bài nộp chưa được tính; cơ quan tiếp nhận đang kiểm tra lại phần ghi nhận của mình."
    )
    assert view["can_lam"] == "Đơn vị chưa phải làm gì thêm."


def test_what_does_not_count_without_a_fault_that_is_known_is_said_so() -> None:
    invalid = replace(row("a"), state=State.INVALID, first_valid=None, latest_valid=None)
    assert check_view(invalid, (), FORM, CONTACT)["ket_luan"] == "Bài nộp chưa được tính."


def test_a_line_that_is_not_there_has_no_names() -> None:
    entry: ReportEntry = next(one for one in real_plan().reports if one.code == "thanh-tich")
    piece = PaperOfSubmission(row=row("a"), line=0)
    assert build_view(collected_input(), entry, piece=piece)["dong"] == {}


def test_a_submission_that_nobody_stored_has_no_findings() -> None:
    entry: ReportEntry = next(one for one in real_plan().reports if one.code == "bien-nhan")
    piece = PaperOfSubmission(row=replace(row("a"), submission=None))
    view = build_view(collected_input(), entry, piece=piece)["kiem_tra"]
    assert isinstance(view, dict)
    assert view["dong"] == []
