"""Blanks and marks of notes as the decree's own samples have them, and papers that it does not govern."""

from __future__ import annotations

import pytest

from support.papers.notices import CLOSE, FOOT, codes, notice
from support.papers.right_papers import LIST, MOTTO, PLACE, STATE, foot, head, titled
from support.templates.raw_word import LONG, PLAIN_PAGE, body, line, par, run, table, text_box, word_file
from truyenthong.nd30 import lint_document


def raised(text: str, look: str = "", size: float = 14) -> str:
    """A superscript."""
    return run(text, look, size).replace("<w:rPr>", '<w:rPr><w:vertAlign w:val="superscript"/>')


def sample(*, motto: str, agency: str = "_" * 11, about: str = "V/v …...…", gap: int = 120) -> bytes:
    """A letter laid out like the decree's sample: blanks of dots, raised marks of notes, raised lines."""
    left = par(run("TÊN CQ, TC CHỦ QUẢN", "", 13) + raised("1", "", 13), "center")
    left += par(run("TÊN CƠ QUAN, TỔ CHỨC", "b", 13) + raised("2", "", 13), "center")
    left += par(raised(agency, "", 13), "center")
    left += par(run("Số:          /... ", "", 13) + raised("3", "", 13) + run("...-...", "", 13), "center")
    left += par(run(about, "", 12) + raised("6", "", 12), "center", f'<w:spacing w:before="{gap}"/>')
    right = line(STATE, "b", 13) + line(MOTTO, "b") + par(raised(motto), "center")
    right += par(run("….. ", "i") + raised("5", "i") + run(" ....., ngày …… tháng …… năm……", "i"), "center")
    text = line("Kính gửi:", jc="left") + line("- ……………………….......…………;", jc="left")
    text += line("- …………………………......………..", jc="left")
    text += line("……………………………………" * 4, jc="left") + body("……………………" * 6 + "./.")
    end = foot(
        ["- Như trên;", "- ................;", "- Lưu: VT, ....... …"],
        ["QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ"],
        "Họ và tên",
    )
    return word_file(table([left, right]) + text + end + PLAIN_PAGE)


def test_a_blank_sample_has_no_finding() -> None:
    assert codes(sample(motto="_" * 41)) == []


def test_a_blank_sample_is_still_looked_at() -> None:
    assert codes(sample(motto="_" * 41, gap=0)) == ["TT554"]


def test_raised_lines_are_narrower() -> None:
    assert codes(sample(motto="_" * 10)) == ["TT538"]
    assert codes(sample(motto="_" * 80)) == ["TT538"]


def test_the_line_of_a_digital_signature_may_be_of_size_10() -> None:
    for told in (
        "Số: ...5……; ngày/tháng/năm; giờ: phút: giây 6",
        "Số: 12/TB-SGDĐT; 05/05/2021; 09:15:22 +07:00",
        "…; giờ phút giây",
    ):
        box = par(text_box(line(told, "", 10, "left")), "left")
        assert codes(notice(box)) == [], told
    assert codes(notice(par(text_box(line("Lời khác", "", 10, "left")), "left"))) == ["TT512"]


def test_an_annex_in_blank() -> None:
    text = par(run("Phụ lục …", "b") + raised("1") + run("...", "b"), "center")
    text += par(run("……… ", "b") + raised("2") + run(" ……….", "b"), "center")
    text += line("(Kèm theo Văn bản số……ngày… tháng…  năm……của ……)", "i", 13) + body("……………………" * 6)
    assert codes(word_file(text + PLAIN_PAGE)) == []


TITLES = (
    "ĐƠN XIN NGHỈ PHÉP",
    "Đơn đề nghị xét tặng danh hiệu",
    "TỜ KHAI ĐĂNG KÝ DỰ TUYỂN",
    "GIẤY ĐỀ NGHỊ THANH TOÁN",
    "BẢN KIỂM ĐIỂM",
    "SƠ YẾU LÝ LỊCH",
    "BẢN CAM KẾT",
)


@pytest.mark.parametrize("title", TITLES)
def test_a_person_s_paper_is_named_once(title: str) -> None:
    top = line(STATE, "b", 14) + line("Độc lập – Tự do – Hạnh phúc", "bu", 12) + line(title, "b", 16)
    text = line("Kính gửi: Ban Giám hiệu Trường THPT số Một", "b") + body(
        f"Tôi tên là Nguyễn Văn Mẫu. {LONG}.", size=12
    )
    end = (
        line(PLACE, "i", jc="right")
        + line("Người làm đơn", "b", jc="right")
        + line("Nguyễn Văn Mẫu", jc="right")
    )
    (finding,) = lint_document(word_file(top + text + end + "<w:sectPr/>"), file="a.docx")
    assert finding.code == "TT516"
    assert "cá nhân" in finding.message


def test_a_person_is_known_by_the_signature_alone() -> None:
    text = line(STATE, "b", 14) + body(f"Tôi xin trình bày: {LONG}.") + line("NGƯỜI LÀM ĐƠN", "b", jc="right")
    assert codes(word_file(text + PLAIN_PAGE)) == ["TT516"]


def test_an_office_s_paper_about_applications_is_governed() -> None:
    top = head("UBND TỈNH THỬ NGHIỆM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 12/TB-SGDĐT")
    assert (
        codes(word_file(top + titled("THÔNG BÁO", "Đơn thư của công dân") + CLOSE + FOOT + PLAIN_PAGE)) == []
    )
    letter = head(
        "UBND TỈNH THỬ NGHIỆM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 12/SGDĐT-VP", about="V/v trả lời đơn"
    )
    text = line("Kính gửi: Đơn vị nộp đơn", "b") + CLOSE + foot(["- Như trên;", *LIST[1:]], ["GIÁM ĐỐC"])
    assert codes(word_file(letter + text + PLAIN_PAGE)) == ["TT551"]


def test_a_line_below_the_summary_of_a_letter() -> None:
    about = "V/v trả lời đơn"
    letter = head("UBND TỈNH THỬ NGHIỆM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 12/SGDĐT-VP", about=about)
    below = par(run(about, "", 12), "center", '<w:spacing w:before="120"/>')
    assert below in letter
    text = line("Kính gửi: Sở Nội vụ") + CLOSE + foot(["- Như trên;", *LIST[1:]], ["GIÁM ĐỐC"])
    ruled = letter.replace(below, below + line("_" * 10))
    assert codes(word_file(letter + text + PLAIN_PAGE)) == []
    assert codes(word_file(ruled + text + PLAIN_PAGE)) == ["TT555"]
