"""Right papers have no finding; each planted fault has exactly its own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

from support.papers import Made, font, left, lie, red, right_paper, size, slanted, thick, thin, upright, words
from truyenthong.diagnostics import nd30 as catalogue
from truyenthong.nd30 import lint_document


def codes(data: bytes, *exempt: str) -> list[str]:
    return sorted({one.code for one in lint_document(data, file="a.docx", exempt=exempt)})


@pytest.mark.parametrize("letter", [False, True])
@pytest.mark.parametrize("annexes", [0, 1, 2])
def test_a_right_paper_by_another_hand_has_no_finding(letter: bool, annexes: int) -> None:
    made = right_paper(letter=letter, annexes=annexes)
    assert lint_document(made.bytes(), file="a.docx") == ()


def spacing(before: float | None = None, line: float | None = None) -> Callable[[Paragraph], None]:
    def spoil(paragraph: Paragraph) -> None:
        if before is not None:
            paragraph.paragraph_format.space_before = Pt(before)
        if line is not None:
            paragraph.paragraph_format.line_spacing = line

    return spoil


def indent(centimetres: float) -> Callable[[Paragraph], None]:
    def spoil(paragraph: Paragraph) -> None:
        paragraph.paragraph_format.first_line_indent = Cm(centimetres)

    return spoil


REPORT: list[tuple[str, Callable[[Paragraph], None], str | None]] = [
    ("state", thin, "TT520"),
    ("state", size(14), "TT520"),
    ("motto", size(12), "TT521"),
    ("motto", slanted, "TT521"),
    ("motto", words("Độc lập – Tự do – Hạnh phúc"), "TT522"),
    ("motto", words("Độc lập - Tự Do - Hạnh Phúc"), "TT522"),
    ("superior", thick, "TT523"),
    ("superior", words("UBND tỉnh Thử Nghiệm"), "TT523"),
    ("agency", thin, "TT524"),
    ("agency", words("Sở Giáo dục và Đào tạo"), "TT524"),
    ("number", words("Số: 5/BC-SGDĐT"), "TT525"),
    ("number", words("Số 05/BC-SGDĐT"), "TT525"),
    ("number", words("Số: 05/BC - SGDĐT"), "TT525"),
    ("number", words("Số: 05/TTR-SGDĐT"), "TT525"),
    ("number", thick, "TT526"),
    ("number", size(14), "TT526"),
    ("date", words("Thử Nghiệm, ngày 5 tháng 5 năm 2021"), "TT527"),
    ("date", words("Thử Nghiệm, ngày 05 tháng 05 năm 2021"), "TT527"),
    ("date", words("Thử Nghiệm, ngày 05 tháng 1 năm 2021"), "TT527"),
    ("date", words("Thử Nghiệm ngày 05 tháng 5 năm 2021"), "TT527"),
    ("date", upright, "TT528"),
    ("title", thin, "TT530"),
    ("title", left, "TT530"),
    ("summary", slanted, "TT531"),
    ("ground 1", upright, "TT533"),
    ("ground 1", words("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019."), "TT534"),
    ("ground 2", words("Căn cứ Kế hoạch số 180/KH-BGDĐT ngày 20/3/2020;"), "TT534"),
    ("body 1", size(12), "TT540"),
    ("body 1", left, "TT541"),
    ("body 1", indent(0), "TT542"),
    ("body 1", indent(2), "TT542"),
    ("body 2", spacing(before=3), "TT543"),
    ("body 1", spacing(line=2), "TT544"),
    ("body 1", spacing(line=0.8), "TT544"),
    ("body 1", font("Calibri"), "TT510"),
    ("heading", font(".VnTime"), "TT510"),
    ("body 1", red, "TT511"),
    ("heading", words("1) Kết quả đạt được"), "TT591"),
    ("heading", words("I/ Kết quả đạt được"), "TT591"),
    ("recipients", size(14), "TT560"),
    ("recipients", upright, "TT560"),
    ("recipients", words("Nơi nhận"), "TT560"),
    ("recipient 1", size(13), "TT561"),
    ("recipient 1", words("Như trên"), "TT562"),
    ("recipient 2", words("- Lưu VT, VP."), "TT563"),
    ("recipient 2", words("- Lưu: VT, VP"), "TT563"),
    ("position 1", thin, "TT570"),
    ("position 1", words("TM. GIÁM ĐỐC"), "TT571"),
    ("name", words("ThS. Nguyễn Văn Mẫu"), "TT572"),
    ("name", thin, "TT573"),
    ("annex I", size(13), "TT580"),
    ("annex II", words("Phụ lục 2"), "TT581"),
    ("annex title I", words("Danh sách các đơn vị"), None),
    ("annex title I", thin, "TT582"),
    ("annex note I", upright, "TT583"),
    ("page", left, "TT504"),
]


@pytest.mark.parametrize(("name", "spoil", "code"), REPORT)
def test_a_planted_fault_in_a_report(name: str, spoil: Callable[[Paragraph], None], code: str | None) -> None:
    made = right_paper()
    spoil(made[name])
    assert codes(made.bytes()) == ([code] if code else [])


LETTER: list[tuple[str, Callable[[Paragraph], None], str]] = [
    ("about", thick, "TT532"),
    ("about", size(14), "TT532"),
    ("to", thick, "TT551"),
    ("to 1", words("- Trường Trung học phổ thông Một,"), "TT552"),
    ("to 2", words("- Trường Trung học phổ thông Hai;"), "TT552"),
]


@pytest.mark.parametrize(("name", "spoil", "code"), LETTER)
def test_a_planted_fault_in_a_letter(name: str, spoil: Callable[[Paragraph], None], code: str) -> None:
    made = right_paper(letter=True)
    spoil(made[name])
    assert codes(made.bytes()) == [code]


def letter_size(made: Made) -> None:
    made.document.sections[0].page_width = Mm(216)


def wide_margin(made: Made) -> None:
    made.document.sections[0].left_margin = Mm(25)


def all_pages_numbered(made: Made) -> None:
    for section in made.document.sections:
        section.different_first_page_header_footer = False


def annex_goes_on(made: Made) -> None:
    properties = made.document.sections[1]._sectPr
    for one in list(properties):
        if one.tag.endswith("}pgNumType"):
            properties.remove(one)


def addressed_plan(made: Made) -> None:
    words("KẾ HOẠCH")(made["title"])
    words("Kính gửi: Các trường")(made["ground 1"])
    upright(made["ground 1"])
    words(f"{made['body 1'].text}")(made["ground 2"])
    upright(made["ground 2"])


def zero_month(made: Made) -> None:
    words(made["body 2"].text.replace("03/5/2021", "03/05/2021"))(made["body 2"])


def no_ending(made: Made) -> None:
    words(made["body 2"].text.replace("./.", "."))(made["body 2"])


def wrong_capitals(made: Made) -> None:
    words(f"{made['body 1'].text} theo chỉ đạo của Thủ tướng chính phủ.")(made["body 1"])


WHOLE: list[tuple[Callable[[Made], None], str]] = [
    (letter_size, "TT501"),
    (wide_margin, "TT502"),
    (all_pages_numbered, "TT505"),
    (annex_goes_on, "TT506"),
    (addressed_plan, "TT550"),
    (zero_month, "TT590"),
    (no_ending, "TT592"),
    (wrong_capitals, "TT593"),
]


@pytest.mark.parametrize(("spoil", "code"), WHOLE)
def test_a_fault_of_the_whole(spoil: Callable[[Made], None], code: str) -> None:
    made = right_paper()
    spoil(made)
    assert codes(made.bytes()) == [code]


def test_lying_pages_are_right_where_there_is_a_table() -> None:
    made = right_paper(annexes=0)
    lie(made)
    assert codes(made.bytes()) == []


def test_the_paper_s_own_slips_are_exempt() -> None:
    made = right_paper()
    words("- Lưu VT, VP.")(made["recipient 2"])
    assert codes(made.bytes(), "Lưu VT, VP.") == []


def test_a_paper_without_state_name() -> None:
    made = right_paper(annexes=0)
    head = made.tables["head"]._tbl
    parent = head.getparent()
    assert parent is not None
    parent.remove(head)
    assert "TT529" in codes(made.bytes())


def broken(name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7 ...",
        b"PK\x03\x04 broken",
        broken("a.txt", b"x"),
        broken("word/document.xml", b"<w:document"),
        broken("word/document.xml", b"<x/>"),
        broken("word/document.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
        broken("word/document.xml", b" " * (51 * 1024 * 1024)),
    ],
    ids=["empty", "pdf", "cut", "no document", "broken xml", "no body", "entities", "bomb"],
)
def test_what_is_no_word_file_is_one_finding(data: bytes) -> None:
    (finding,) = lint_document(data, file="a.docx")
    assert (finding.code, finding.ref.file) == ("TT500", "a.docx")


def test_every_finding_has_a_place_and_a_remedy() -> None:
    made = right_paper()
    for name, spoil, _ in REPORT:
        if name in made.named:
            spoil(made[name])
    found = lint_document(made.bytes(), file="a.docx")
    assert len(found) > 15
    for one in found:
        assert one.ref.spot
        assert one.hint


def test_almost_every_code_is_planted() -> None:
    planted = {code for _, _, code in REPORT + LETTER} | {code for _, code in WHOLE} | {"TT500", "TT529"}
    missing = {one.code for one in catalogue.ALL} - planted
    assert missing == {"TT503", "TT507", "TT512"}
