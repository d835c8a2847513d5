"""Papers that are right have no finding, whoever laid them out."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.papers.more_right_papers import MORE_PAPERS
from support.papers.notices import codes
from support.papers.papers import Made, lie, right_paper, words
from support.papers.right_papers import LIST, PAPERS, foot, head, titled
from support.templates.raw_word import LONG, NUMBERED, PLAIN_PAGE, body, line, par, run, table, word_file

SAVED = sorted((Path(__file__).parent / "saved-by-libreoffice").glob("*.docx"))
"""The same papers, opened and saved by LibreOffice 7.4."""

TOP = head("UBND TỈNH THỬ NGHIỆM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 12/TB-SGDĐT") + titled(
    "THÔNG BÁO", "Về lịch họp"
)
END = foot(LIST, ["GIÁM ĐỐC"]) + PLAIN_PAGE


@pytest.mark.parametrize("name", PAPERS)
def test_a_right_paper_by_another_hand_has_no_finding(name: str) -> None:
    # Tracked changes that wait are told, and are no fault.
    assert codes(PAPERS[name]()) == (["TT515"] if name == "shredded" else [])


@pytest.mark.parametrize("name", MORE_PAPERS)
def test_one_more_right_paper_has_no_finding(name: str) -> None:
    assert codes(MORE_PAPERS[name]()) == []


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_a_right_paper_saved_by_libreoffice_has_no_finding(path: Path) -> None:
    assert codes(path.read_bytes()) == []


def test_enough_papers_are_tried() -> None:
    assert len(PAPERS) >= 17
    assert len(SAVED) >= 8


@pytest.mark.parametrize("letter", [False, True])
@pytest.mark.parametrize("annexes", [0, 1, 2])
def test_a_right_paper_by_python_docx_has_no_finding(letter: bool, annexes: int) -> None:
    assert codes(right_paper(letter=letter, annexes=annexes).bytes()) == []


def test_lying_pages_are_right_where_there_is_a_table() -> None:
    made = right_paper(annexes=0)
    lie(made)
    assert codes(made.bytes()) == []


RIGHT_WORDS: dict[str, tuple[str, str]] = {
    "HOÀ": ("state", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    "gạch nối không ngắt": ("motto", "Độc lập \u2011 Tự do \u2011 Hạnh phúc"),
    "ký hiệu có chữ thường": ("number", "Số: 478/BC-GDTrH-TX&CN"),
    "số có năm": ("number", "Số: 05/2021/BC-SGDĐT"),
    "để trống số": ("number", "Số:        /BC-SGDĐT"),
    "để trống số bằng chấm": ("number", "Số: ……/BC-SGDĐT"),
    "để trống cả số và ký hiệu cơ quan": ("number", "Số: ……/BC-……"),
    "để trống ngày": ("date", "Thử Nghiệm, ngày …… tháng …… năm 2021"),
    "ngày cuối năm": ("date", "Thử Nghiệm, ngày 31 tháng 12 năm 2021"),
    "lưu có số bản": ("recipient 2", "- Lưu: VT, VP (02 bản)."),
    "lưu có chấm trong chữ tắt": ("recipient 2", "- Lưu: VT, P.GDTrH."),
    "lưu không có đơn vị": ("recipient 2", "- Lưu: VT."),
    "trường học ghi học vị": ("agency", "TRƯỜNG THPT SỐ MỘT"),
    "tiêu đề mục": ("heading", "II. KẾT QUẢ ĐẠT ĐƯỢC"),
    "tên người bắt đầu như số La Mã": ("heading", "V. I. Lê-nin toàn tập"),
    "điểm đ": ("heading", "đ) Nội dung khác"),
    "dẫn điều": ("heading", "Điều 5 Luật Giáo dục quy định"),
    "viết hoa đúng": ("heading", "Ủy ban nhân dân tỉnh, Huyện ủy, tết Nguyên đán, khoản 1 Điều 5"),
    "ngày không có thật": ("heading", "Phiếu 45/05/2021"),
}


@pytest.mark.parametrize("name", RIGHT_WORDS)
def test_right_words_have_no_finding(name: str) -> None:
    made = right_paper()
    element, text = RIGHT_WORDS[name]
    words(text)(made[element])
    if name == "trường học ghi học vị":
        words("ThS. Nguyễn Văn Mẫu")(made["name"])
    assert codes(made.bytes()) == []


RIGHT_BODIES: dict[str, str] = {
    "đoạn mở đầu bằng phím tab": line(f"\t{LONG}.", jc="both", more='<w:spacing w:before="120"/>'),
    "dòng trống giữa các đoạn": f"{body(f'{LONG}.')}<w:p/>" + line(f"\t{LONG}.", jc="both"),
    "gạch đầu dòng thụt cả đoạn": line(
        f"- {LONG}.", jc="both", more='<w:spacing w:before="120"/><w:ind w:left="720"/>'
    ),
    "chữ xám rất đậm": par(
        f'<w:r><w:rPr><w:color w:val="0D0D0D"/></w:rPr><w:t>{LONG}.</w:t></w:r>',
        "both",
        '<w:ind w:firstLine="720"/>',
    ),
    "màu theo chủ đề": par(
        f'<w:r><w:rPr><w:color w:val="auto" w:themeColor="text1"/></w:rPr><w:t>{LONG}.</w:t></w:r>',
        "both",
        '<w:ind w:firstLine="720"/>',
    ),
    "số mũ nhỏ": body(f"{LONG}.").replace(
        "</w:p>",
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="16"/></w:rPr><w:t>2</w:t></w:r></w:p>',
    ),
    "chữ ẩn": body(f"{LONG}.").replace(
        "</w:p>", '<w:r><w:rPr><w:vanish/><w:color w:val="FF0000"/></w:rPr><w:t>ghi chú</w:t></w:r></w:p>'
    ),
    "dãn dòng đúng 18 pt": line(
        f"{LONG}.",
        jc="both",
        more='<w:spacing w:before="120" w:line="360" w:lineRule="exact"/><w:ind w:firstLine="720"/>',
    ),
    "dãn dòng ít nhất": line(
        f"{LONG}.",
        jc="both",
        more='<w:spacing w:before="120" w:line="100" w:lineRule="atLeast"/><w:ind w:firstLine="720"/>',
    ),
    "một đoạn in nghiêng": body(f"{LONG}.", "i") + body(f"{LONG}."),
    "bảng chữ nhỏ": table(
        [line("STT", "b", 9), line("Nơi nhận", "b", 9)], [line("1", "", 9), line("Trường", "", 9)]
    ),
    "ký hiệu bằng phông khác": body(f"{LONG}.").replace(
        "</w:p>",
        '<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>→</w:t></w:r></w:p>',
    ),
    "trân trọng ở cuối": body(f"{LONG}./.") + body("Trân trọng cảm ơn!"),
}


@pytest.mark.parametrize("name", RIGHT_BODIES)
def test_right_text_has_no_finding(name: str) -> None:
    close = "" if name == "trân trọng ở cuối" else body("Các đơn vị thực hiện./.")
    assert codes(word_file(TOP + RIGHT_BODIES[name] + close + END)) == []


RIGHT_HEADERS: dict[str, str] = {
    "phím tab canh giữa": (
        '<w:p><w:pPr><w:tabs><w:tab w:val="center" w:pos="4500"/></w:tabs></w:pPr><w:r><w:tab/></w:r>'
        '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
    ),
    "phím tab của Word": (
        '<w:p><w:r><w:ptab w:relativeTo="margin" w:alignment="center" w:leader="none"/></w:r>'
        '<w:fldSimple w:instr="PAGE"/></w:p>'
    ),
    "bảng ở đầu trang": table(
        ["<w:p/>", '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="PAGE"/></w:p>']
    ),
}


@pytest.mark.parametrize("name", RIGHT_HEADERS)
def test_a_page_number_in_the_middle_by_other_means(name: str) -> None:
    text = "".join(body(f"{LONG}.") for _ in range(15)) + body("Các đơn vị thực hiện./.")
    end = foot(LIST, ["GIÁM ĐỐC"]) + NUMBERED
    assert codes(word_file(TOP + text + end, header=RIGHT_HEADERS[name])) == []


def test_a_heading_of_another_kind_of_paper_is_none_of_the_decree_s() -> None:
    text = line("PHIẾU ĐỀ XUẤT", "b", 16) + body("Các đơn vị thực hiện./.")
    top = head("UBND TỈNH THỬ NGHIỆM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 12/PĐX-SGDĐT")
    assert codes(word_file(top + text + END)) == []


def test_a_paper_of_the_party_is_left_alone() -> None:
    top = table([line("ĐẢNG BỘ SỞ GIÁO DỤC", "", 20)], [line("ĐẢNG CỘNG SẢN VIỆT NAM", "bu", 15)])
    assert codes(word_file(top + body("x", size=9) + PLAIN_PAGE)) == ["TT516"]


def test_the_text_of_a_letter_may_begin_with_its_grounds() -> None:
    made: Made = right_paper(letter=True)
    words(f"Căn cứ Kế hoạch số 12/KH-SGDĐT ngày 20/3/2020, Sở Giáo dục và Đào tạo đề nghị {LONG}.")(
        made["body 1"]
    )
    words(made["body 1"].text.replace("trong tỉnh", "trong tỉnh (Phụ lục kèm theo)"))(made["body 1"])
    assert codes(made.bytes()) == []


def test_a_run_of_symbols_alone_is_no_text() -> None:
    assert (
        codes(word_file(TOP + par(run("* * *", "", 9), "center") + body("Các đơn vị thực hiện./.") + END))
        == []
    )
