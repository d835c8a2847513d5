"""The words of a plan are read off a Word file as they stand; what asks for a date is pointed out."""

from __future__ import annotations

import io
import unicodedata

import docx
import pytest
from docx.document import Document

from truyenthong.intake.plan_words import LikelyDuty, organisation_label, read_plan_words
from truyenthong.nd30.archive import NotWordError


def data(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def plain(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return data(document)


PAPER = (
    "KẾ HOẠCH",
    "Căn cứ nhiệm vụ năm học, Sở ban hành Kế hoạch như sau:",
    "I. MỤC ĐÍCH",
    "Đoạn về mục đích.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Các trường",
    "- Thực hiện Nghị quyết số 29/NQ-TW ngày 04/11/2013, báo cáo khi có việc.",
    "- Chế độ báo cáo:",
    "+ Báo cáo học kỳ gửi Sở chậm nhất ngày 15/01/2027; báo cáo năm gửi trước 31/5/2027.",
    "+ Gửi số liệu ngày 20 hàng tháng.",
    "+ Sơ kết vào ngày 10/02/2027, gửi biên bản.",
    "2. Văn phòng Sở theo dõi, đôn đốc.",
    "Nếu có vướng mắc, liên hệ Văn phòng Sở./.",
)


def test_headings_clauses_and_lists_are_put_below_each_other() -> None:
    words = read_plan_words(plain(*PAPER))
    assert words.text.opening == ("Căn cứ nhiệm vụ năm học, Sở ban hành Kế hoạch như sau:",)
    first, second = words.text.parts
    assert (first.label, first.heading) == ("I.", "MỤC ĐÍCH")
    assert [one.text for one in first.children] == ["Đoạn về mục đích."]
    schools, office = second.children
    assert (schools.label, schools.heading) == ("1.", "Các trường")
    assert (office.label, office.text) == ("2.", "Văn phòng Sở theo dõi, đôn đốc.")
    reports = schools.children[1]
    assert (reports.label, reports.text) == ("-", "Chế độ báo cáo:")
    assert [one.label for one in reports.children] == ["+", "+", "+"]
    assert words.text.closing == ("Nếu có vướng mắc, liên hệ Văn phòng Sở./.",)
    assert organisation_label(words.text) == "II"


def test_what_asks_for_a_date_is_pointed_out_in_the_plans_own_words() -> None:
    duties = read_plan_words(plain(*PAPER)).duties
    assert duties == (
        LikelyDuty(
            clause="II.1",
            words="Báo cáo học kỳ gửi Sở chậm nhất ngày 15/01/2027",
            wording="cham_nhat_ngay",
            day="15/01/2027",
        ),
        LikelyDuty(
            clause="II.1",
            words="báo cáo năm gửi trước 31/5/2027",
            wording="truoc_ngay",
            day="31/5/2027",
        ),
        LikelyDuty(
            clause="II.1",
            words="Gửi số liệu ngày 20 hàng tháng",
            wording="ngay_hang_thang",
            day="20",
        ),
        LikelyDuty(
            clause="II.1",
            words="Sơ kết vào ngày 10/02/2027, gửi biên bản",
            wording=None,
            day="10/02/2027",
        ),
    )


def test_bold_and_italics_become_marks_and_stars_stay_stars() -> None:
    document = docx.Document()
    document.add_paragraph("I. PHẦN MỘT")
    paragraph = document.add_paragraph("Gửi ")
    paragraph.add_run("trước ngày").italic = True
    paragraph.add_run(" ")
    paragraph.add_run("31/5 ").bold = True
    paragraph.add_run("(ghi dấu * nếu có).")
    (part,) = read_plan_words(data(document)).text.parts
    assert part.children[0].text == "Gửi *trước ngày* **31/5** (ghi dấu \\* nếu có)."


def test_numbers_that_word_counts_are_counted_and_told() -> None:
    document = docx.Document()
    document.add_paragraph("I. PHẦN MỘT")
    for text in ("Việc thứ nhất", "Việc thứ hai"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Một gạch đầu dòng", style="List Bullet")
    words = read_plan_words(data(document))
    (part,) = words.text.parts
    assert [one.label for one in part.children] == ["1.", "2."]
    assert words.numbered == ("1.", "2.")
    assert [one.text for one in part.children[1].children] == ["Một gạch đầu dòng"]


def test_a_table_is_told_not_lost_in_silence() -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("I. PHẦN MỘT")
    document.add_paragraph("Lời văn.")
    table = document.add_table(rows=1, cols=1)
    table.cell(0, 0).text = "Việc trong bảng"
    assert read_plan_words(data(document)).left_out == ("Việc trong bảng",)


def test_letters_typed_on_a_mac_are_composed() -> None:
    (part,) = read_plan_words(plain("I. PHẦN MỘT", unicodedata.normalize("NFD", "Giáo dục"))).text.parts
    assert part.children[0].text == "Giáo dục"


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04", b"%PDF-1.7", plain("I. A")[:-40]])
def test_what_is_no_word_file_is_refused(broken: bytes) -> None:
    with pytest.raises(NotWordError):
        read_plan_words(broken)
