"""Texts, ends and annexes as they are seldom met: in files written by hand."""

from __future__ import annotations

import pytest

from support.papers.notices import CLOSE, FOOT, TITLE, TOP, codes, notice, with_part
from support.papers.papers import Made, right_paper, spot_of, words
from support.papers.right_papers import LIST, PLACE, decision, foot, titled
from support.templates.raw_word import (
    LONG,
    NUMBERED,
    PLAIN_PAGE,
    body,
    line,
    table,
    word_file,
)
from truyenthong.nd30 import lint_document
from truyenthong.nd30.paragraphs import read_paper
from truyenthong.nd30.recognition import recognise

# Text


BODIES: dict[str, tuple[str, list[str]]] = {
    "Điều đứng một mình": (body("Điều 2", "b"), ["TT546"]),
    "Điều in nghiêng": (body("Điều 2. Trách nhiệm", "bi"), ["TT546"]),
    "dẫn Điều": (body("Điều 5, Điều 6 Luật Giáo dục quy định."), []),
    "dẫn Điều của luật": (body("Điều 5 Luật Giáo dục quy định."), []),
    "Chương canh giữa không đậm": (line("Chương I"), ["TT547"]),
    "Chương đúng": (line("Chương I", "b") + line("QUY ĐỊNH CHUNG", "b"), []),
    "Mục đúng": (line("Mục 1", "b") + line("QUY ĐỊNH CHUNG", "b"), []),
    "Phần thứ nhất": (line("Phần thứ nhất", "b"), ["TT547"]),
    "câu bắt đầu bằng Phần": (body("Phần I nêu các việc đã làm."), []),
    "Kính gửi muộn": (
        body("Một.") + body("Hai.") + body("Ba.") + body("Kính gửi: thư này chỉ là ví dụ."),
        [],
    ),
    "dòng kẻ trong bài": (line("-----***-----") + body("Hết phần một."), []),
    "tiêu đề hoa giữa bài": (line("NỘI DUNG CHÍNH", "b"), []),
}


@pytest.mark.parametrize("name", BODIES)
def test_rare_text(name: str) -> None:
    text, expected = BODIES[name]
    assert codes(notice(text)) == expected


def test_no_gap_between_paragraphs_of_one_style() -> None:
    near = '<w:spacing w:before="120"/><w:contextualSpacing/><w:ind w:firstLine="720"/>'
    assert codes(notice(line(f"{LONG}.", jc="both", more=near) * 2)) == ["TT543"]


def test_a_ground_of_the_paper_s_own_words_is_exempt() -> None:
    made: Made = right_paper()
    words("Căn cứ Luật Giáo dục số 43/2019/QH14.")(made["ground 1"])
    assert lint_document(made.bytes(), file="a.docx", exempt=["Luật Giáo dục số 43"]) == ()


def test_capitals_of_a_type_that_the_decree_does_not_know() -> None:
    made: Made = right_paper()
    words("BÁO CÁO THÀNH TÍCH")(made["title"])
    words("ĐỀ NGHỊ TẶNG GIẤY KHEN")(made["summary"])
    assert codes(made.bytes()) == []
    made = right_paper()
    words(f"{'BÁO CÁO ' * 60}")(made["title"])
    assert spot_of(made, "title") == "đoạn 1"
    assert codes(made.bytes()) == []


# Ends


def test_the_signature_above_the_recipients_in_lines() -> None:
    signature = (
        line("KT. GIÁM ĐỐC", "b", jc="right")
        + line("PHÓ GIÁM ĐỐC", "b", jc="right")
        + line("(Đã ký)", "i", jc="right")
        + line("Nguyễn Văn Mẫu", "b", jc="right")
    )
    recipients = line("Nơi nhận:", "bi", 12, "left") + "".join(line(one, "", 11, "left") for one in LIST)
    assert codes(notice(end=signature + recipients)) == []
    assert codes(notice(end=signature.replace("KT.", "TM.") + recipients + line(LONG * 4))) == ["TT571"]
    annex = (
        f"<w:p><w:pPr>{NUMBERED}</w:pPr></w:p>"
        + line("Phụ lục", "b")
        + line("(Kèm theo Thông báo số 12/TB-SGDĐT)", "i")
        + line("Nội dung.", jc="both")
    )
    page = PLAIN_PAGE.replace("</w:sectPr>", '<w:pgNumType w:start="1"/></w:sectPr>')
    assert codes(notice(body("Xem Phụ lục."), end=signature + recipients + annex, page=page)) == []


def test_recipients_in_several_lines_each() -> None:
    listed = ["- Các phòng Giáo dục và Đào tạo,", "các trường trực thuộc;", "- Lưu: VT,", "VP."]
    assert codes(notice(end=foot(listed, ["GIÁM ĐỐC"]))) == []


def test_the_writer_s_sign_below_the_copy_kept() -> None:
    assert codes(notice(end=foot([*LIST, "NVA.(15)"], ["GIÁM ĐỐC"]))) == []


def test_a_date_and_a_line_in_the_signature() -> None:
    offices = line(PLACE, "i") + line("GIÁM ĐỐC", "b") + line("_____") + line("Nguyễn Văn Mẫu", "b")
    left = line("Nơi nhận:", "bi", 12, "left") + "".join(line(one, "", 11, "left") for one in LIST)
    assert codes(notice(end=table([left, offices]))) == []


def test_minutes_and_forms_need_no_recipients() -> None:
    data = notice(
        top=TOP.replace("/TB", "/BB") + titled("BIÊN BẢN", "Họp Ban Biên tập"),
        end=table([line("THƯ KÝ", "b"), line("PHÓ TRƯỞNG BAN", "b")]),
    )
    assert codes(data) == []


def test_annexes_that_nobody_speaks_of() -> None:
    made: Made = right_paper(annexes=1)
    words(f"{LONG}.")(made["body 1"])
    (finding,) = lint_document(made.bytes(), file="a.docx")
    assert (finding.code, finding.ref.spot) == ("TT586", spot_of(made, "annex I"))


def test_an_annex_with_a_title_in_small_letters_and_a_line_of_text() -> None:
    made: Made = right_paper(annexes=1)
    words("Danh sách kèm theo văn bản này, lập ngày 05/5/2021")(made["annex title I"])
    for piece in made["annex title I"].runs:
        piece.bold = False
    assert codes(made.bytes()) == ["TT585"]


def test_a_heading_in_the_text_is_no_annex() -> None:
    assert codes(notice(line("Phụ lục 1", "", jc="left"))) == []


def test_copies() -> None:
    copied = table([line("TRƯỜNG THPT SỐ MỘT", "b", 13), line("Sao y bản chính")])
    # Neither bold nor in capitals.
    assert codes(word_file(TOP + TITLE + CLOSE + FOOT + copied + line("SAO LỤC", "b") + PLAIN_PAGE)) == [
        "TT587",
        "TT587",
    ]


def test_a_type_that_comes_with_a_decision() -> None:
    top = TOP.replace("/TB-", "/QĐ-") + titled("QUY CHẾ", "Phát ngôn")
    assert codes(notice(top=top)) == []
    assert codes(notice(top=TOP.replace("/TB-", "/") + titled("THÔNG BÁO", "Về lịch họp"))) == ["TT535"]


def test_a_file_of_nothing() -> None:
    assert codes(word_file(PLAIN_PAGE)) == []
    assert codes(decision()) == []


def test_the_words_of_a_template_are_not_judged() -> None:
    made: Made = right_paper()
    for name in ("superior", "agency", "title", "summary", "ground 1", "recipient 1", "name", "annex II"):
        words("{{ chu }}")(made[name])
    words("Số: {{ so }}")(made["number"])
    words("{{ noi }}, ngày 5 tháng 5 năm 2021")(made["date"])
    words("{% for x in y %}")(made["heading"])
    words("Căn cứ {{ van_ban }}")(made["ground 2"])
    assert codes(made.bytes()) == []


def test_relationships_to_the_outside_are_not_followed() -> None:
    outside = with_part(
        notice(),
        "word/_rels/document.xml.rels",
        (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="a" TargetMode="External" Type="x/styles" Target="http://127.0.0.1/styles.xml"/></Relationships>'
        ),
    )
    assert codes(outside) == []


def test_offices_far_above_the_recipients_are_not_their_signature() -> None:
    names = "".join(line(f"Nguyễn Văn Mẫu {letter}", jc="left") for letter in "ABCDEFGHIK")
    recipients = line("Nơi nhận:", "bi", 12, "left") + "".join(line(one, "", 11, "left") for one in LIST)
    known = recognise(read_paper(notice(line("GIÁM ĐỐC", jc="left") + names, close="", end=recipients)))
    assert not [one for one in known.all if one.element.name == "POSITION"]
