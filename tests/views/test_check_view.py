"""What a receipt tells the unit: the gravest first, each place in the words of the form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.collected_year import collected_input, real_plan
from truyenthong.diagnostics.fields import TT103
from truyenthong.diagnostics.submissions import TT309, TT318
from truyenthong.findings import FieldPath, Ref
from truyenthong.model.reports import ReportEntry
from truyenthong.progress.rows import Row, State
from truyenthong.views.build import build_view
from truyenthong.views.check_view import check_view, place_wording
from truyenthong.views.submission_view import Piece

FORM = real_plan().forms_by_code["ket-qua-nam"]


def row(unit: str) -> Row:
    """The year report of a unit."""
    rows = collected_input().progress.rows
    return next(one for one in rows if (one.unit.code, one.obligation.code) == (unit, "bao-cao-nam"))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ((), "cả bài nộp"),
        (("lan_nop",), "cả bài nộp"),
        (("don_vi",), "đơn vị"),
        (("lan_nop", 1, "van_ban", "ngay"), "lần nhận 2, văn bản, ngày"),
        (("lan_nop", 0, "tep", 2, "ten"), "lần nhận 1, tệp 3, tên"),
        (
            ("lan_nop", 0, "noi_dung", "vu_viec", 1, "ngay"),
            "lần nhận 1, Vụ việc đáng chú ý, dòng 2, Ngày",
        ),
        (("lan_nop", 0, "noi_dung", "la"), "lần nhận 1, la"),
        (("khac",), "khac"),
    ],
)
def test_a_place_in_words(path: FieldPath, words: str) -> None:
    assert place_wording(path, FORM) == words


def test_a_place_without_a_form_is_told_by_its_codes() -> None:
    assert (
        place_wording(("lan_nop", 0, "noi_dung", "bang", 0, "cot"), None) == "lần nhận 1, bang, dòng 1, cot"
    )


def test_the_gravest_stands_first_and_faults_of_the_whole_file_count() -> None:
    at = Ref(file="x.yaml")
    findings = (
        TT318.at(at.child("lan_nop", 0), "để ý", hint=None),
        TT309.at(at.child("lan_nop"), "nhắc", hint=None),
        TT103.at(at, "sai", hint=None),
    )
    view = check_view(row("a"), findings, FORM)
    lines = view["dong"]
    assert isinstance(lines, list)
    assert [one["muc_do"] for one in lines if isinstance(one, dict)] == ["lỗi", "cảnh báo", "lưu ý"]
    assert view["ket_luan"] == "Bài nộp được tính; 1 lỗi nêu dưới đây cần được sửa ở lần gửi bổ sung."


def test_what_does_not_count_without_a_fault_that_is_known_is_said_so() -> None:
    invalid = replace(row("a"), state=State.INVALID, first_valid=None, latest_valid=None)
    assert check_view(invalid, (), FORM)["ket_luan"] == "Bài nộp chưa được tính."


def test_a_line_that_is_not_there_has_no_names() -> None:
    entry: ReportEntry = next(one for one in real_plan().reports if one.code == "thanh-tich")
    piece = Piece(row=row("a"), line=0)
    assert build_view(collected_input(), entry, piece=piece)["dong"] == {}


def test_a_submission_that_nobody_stored_has_no_findings() -> None:
    entry: ReportEntry = next(one for one in real_plan().reports if one.code == "bien-nhan")
    piece = Piece(row=replace(row("a"), submission=None))
    view = build_view(collected_input(), entry, piece=piece)["kiem_tra"]
    assert isinstance(view, dict)
    assert view["dong"] == []
