"""One look may have several faults, and each is said; every figure that is printed shows what is wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from support.papers.notices import codes
from support.papers.papers import Made, left, right_paper, size, slanted, spot_of, thin, upright, words
from support.papers.planted import emptied, spacing
from truyenthong.nd30 import lint_document

Change = Callable[[Paragraph], None]

SEVERAL: dict[str, tuple[str, tuple[Change, ...], tuple[str, ...]]] = {
    "Quốc hiệu": (
        "state",
        (size(11), words("Cộng hòa xã hội chủ nghĩa Việt Nam"), thin),
        ("cỡ chữ 11", "chưa đậm", "chưa in hoa"),
    ),
    "Tiêu ngữ": ("motto", (size(12), slanted, left), ("cỡ chữ 12", "in nghiêng", "chưa canh giữa")),
    "Tiêu ngữ in hoa, gạch dài": (
        "motto",
        (words("ĐỘC LẬP – TỰ DO – HẠNH PHÚC"),),
        ("in hoa cả dòng", "Tiêu ngữ viết «ĐỘC LẬP – TỰ DO – HẠNH PHÚC»"),
    ),
    "tên cơ quan": (
        "agency",
        (size(15), words("Sở Giáo dục và Đào tạo"), slanted),
        ("cỡ chữ 15", "in nghiêng", "chưa in hoa"),
    ),
    "số, ký hiệu": (
        "number",
        (words("số 5/KH - SGDĐT"), size(14)),
        (
            "viết hoa chữ đầu",
            "dấu hai chấm",
            "không có dấu cách",
            "số 0 đứng trước",
            "ký hiệu phải mở đầu bằng BC",
            "cỡ chữ 14",
        ),
    ),
    "ngày tháng": (
        "date",
        (words("thử nghiệm Ngày 5 tháng 05 năm 21"), upright),
        (
            "dấu phẩy",
            "địa danh viết hoa",
            "«ngày» viết thường",
            "ngày nhỏ hơn 10",
            "tháng từ 3",
            "bốn chữ số",
            "chưa nghiêng",
        ),
    ),
    "Điều": (
        "heading",
        (words("ĐIỀU I: Kết quả"), thin, slanted),
        ("không viết là «Điều»", "không phải dấu chấm", "chữ số Ả Rập", "chưa đậm", "in nghiêng"),
    ),
    "Chương": (
        "heading",
        (words("CHƯƠNG 1: Quy định chung"),),
        ("viết hoa cả chữ", "viết liền", "chữ số La Mã", "chưa canh giữa"),
    ),
    "mục": ("heading", (words("I. Kết quả"), thin, slanted), ("chưa in hoa", "chưa đậm", "in nghiêng")),
    "Nơi nhận": ("recipients", (size(14), upright, thin), ("cỡ chữ 14", "chưa nghiêng", "chưa đậm")),
    "chức vụ": (
        "position 2",
        (words("Phó Giám đốc"), thin, left),
        ("chưa in hoa", "chưa đậm", "chưa canh giữa"),
    ),
    "hai cỡ chữ": (
        "body 1",
        (lambda one: setattr(one.add_run(" thêm").font, "size", Pt(15.5)),),
        ("cỡ 15,5",),
    ),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_no_fault_hides_another(name: str) -> None:
    element, changes, told = SEVERAL[name]
    made: Made = right_paper()
    for change in changes:
        change(made[element])
    here = [
        one for one in lint_document(made.bytes(), file="a.docx") if one.ref.spot == spot_of(made, element)
    ]
    messages = "\n".join(one.message for one in here)
    assert [one for one in told if one not in messages] == []


def test_number_and_date_are_both_missed() -> None:
    made = right_paper()
    emptied("number", "date")(made)
    told = [one.message for one in lint_document(made.bytes(), file="a.docx")]
    assert len(told) == 2
    assert "địa danh và ngày tháng" in told[0]
    assert "số, ký hiệu" in told[1]


def test_the_motto_above_the_state_s_name() -> None:
    made = right_paper()
    made["motto"]._p.addnext(made["state"]._p)
    assert "TT521" in codes(made.bytes())


def test_millimetres_are_printed_with_their_decimal() -> None:
    made = right_paper()
    section = made.document.sections[0]
    section.top_margin, section.left_margin, section.page_width = Mm(25.4), Mm(29.6), Mm(210.6)
    told = "\n".join(one.message for one in lint_document(made.bytes(), file="a.docx"))
    assert "lề trên 25,4 mm" in told
    assert "lề trái 29,6 mm" in told
    assert "210,6 x 297 mm" in told


def test_points_are_printed_with_their_decimal() -> None:
    made = right_paper(letter=True)
    spacing(before=5.5)(made["about"])
    spacing(line=1.54)(made["body 1"])
    made["number"].runs[0].font.size = Pt(13.5)
    told = "\n".join(one.message for one in lint_document(made.bytes(), file="a.docx"))
    assert "cách số, ký hiệu 5,5 pt" in told
    assert "cách dòng 1,54 dòng" in told
    assert "cỡ chữ 13,5" in told
