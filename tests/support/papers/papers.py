"""A right paper by another hand, built line by line, so that a test can spoil one thing in it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

CENTER, BOTH, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT
LONG = (
    "Thực hiện kế hoạch của năm học, các đơn vị đã triển khai đầy đủ các nội dung được giao, bám sát "
    "hướng dẫn của cấp trên và điều kiện cụ thể của từng địa phương trong tỉnh"
)


def write(
    paragraph: Paragraph,
    text: str,
    *,
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = CENTER,
    font: str = "Times New Roman",
) -> Paragraph:
    """One run in a paragraph."""
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
    return paragraph


@dataclass
class Made:
    """The paper with handles on its elements."""

    document: DocxDocument
    named: dict[str, Paragraph]
    tables: dict[str, Table]

    def __getitem__(self, name: str) -> Paragraph:
        return self.named[name]

    def bytes(self) -> bytes:
        """The file."""
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def right_paper(*, letter: bool = False, annexes: int = 2) -> Made:
    """A report (or a letter) that is right in everything that the rules look at."""
    document = Document()
    made = Made(document=document, named={}, tables={})
    _page(made)
    _head(made, letter=letter)
    _text(made, letter=letter, annexes=annexes)
    _foot(made, letter=letter)
    for place in range(annexes):
        _annex(made, ("I", "II", "III")[place])
    return made


def _page(made: Made) -> None:
    section = made.document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.different_first_page_header_footer = True
    made.named["page"] = _page_number(section.header.paragraphs[0])


def _page_number(paragraph: Paragraph) -> Paragraph:
    write(paragraph, "", align=CENTER)
    for kind, text in (("begin", None), (None, " PAGE "), ("end", None)):
        run = paragraph.add_run()
        run.font.size, run.font.name = Pt(14), "Times New Roman"
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
    return paragraph


def _cell(made: Made, table: Table, row: int, cell: int, name: str, text: str, **look: object) -> None:
    box = table.cell(row, cell)
    empty = len(box.paragraphs) == 1 and not box.paragraphs[0].text
    paragraph = box.paragraphs[0] if empty else box.add_paragraph()
    made.named[name] = write(paragraph, text, **look)  # type: ignore[arg-type]


def _head(made: Made, *, letter: bool) -> None:
    table = made.tables["head"] = made.document.add_table(2, 2)
    _cell(made, table, 0, 0, "superior", "UBND TỈNH THỬ NGHIỆM", size=13)
    _cell(made, table, 0, 0, "agency", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", size=13, bold=True)
    _cell(made, table, 0, 0, "agency line", "_" * 11, size=13)
    _cell(made, table, 0, 1, "state", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)
    _cell(made, table, 0, 1, "motto", "Độc lập - Tự do - Hạnh phúc", size=14, bold=True)
    _cell(made, table, 0, 1, "motto line", "_" * 26, size=13)
    _cell(made, table, 1, 0, "number", "Số: 05/SGDĐT-VP" if letter else "Số: 05/BC-SGDĐT", size=13)
    if letter:
        _cell(made, table, 1, 0, "about", "V/v báo cáo công tác truyền thông", size=12)
        made["about"].paragraph_format.space_before = Pt(6)
    _cell(made, table, 1, 1, "date", "Thử Nghiệm, ngày 05 tháng 5 năm 2021", size=14, italic=True)


def _text(made: Made, *, letter: bool, annexes: int) -> None:
    def add(name: str, text: str, **look: object) -> Paragraph:
        made.named[name] = write(made.document.add_paragraph(), text, **look)  # type: ignore[arg-type]
        return made.named[name]

    if letter:
        add("to", "Kính gửi:", align=LEFT)
        add("to 1", "- Trường Trung học phổ thông Một;", align=LEFT)
        add("to 2", "- Trường Trung học phổ thông Hai.", align=LEFT)
    else:
        add("title", "BÁO CÁO", bold=True)
        add("summary", "Kết quả công tác truyền thông", bold=True)
        add("summary line", "_" * 11, size=13)
        for name, text in (
            ("ground 1", "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;"),
            ("ground 2", "Căn cứ Kế hoạch số 180/KH-BGDĐT ngày 20/3/2020 của Bộ Giáo dục và Đào tạo."),
        ):
            _body(add(name, text, italic=True, align=BOTH))
    pointer = " (chi tiết tại Phụ lục kèm theo)" if annexes else ""
    _body(add("body 1", f"{LONG}{pointer}.", align=BOTH))
    _body(add("heading", "1. Kết quả", bold=True, align=BOTH))
    _body(add("body 2", f"{LONG}; hạn gửi báo cáo là ngày 03/5/2021./.", align=BOTH))


def _body(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.first_line_indent = Cm(1.27)
    paragraph.paragraph_format.space_before = Pt(6)


def _foot(made: Made, *, letter: bool) -> None:
    table = made.tables["foot"] = made.document.add_table(1, 2)
    _cell(made, table, 0, 0, "recipients", "Nơi nhận:", size=12, bold=True, italic=True, align=LEFT)
    _cell(
        made,
        table,
        0,
        0,
        "recipient 1",
        "- Như trên;" if letter else "- Các trường học;",
        size=11,
        align=LEFT,
    )
    _cell(made, table, 0, 0, "recipient 2", "- Lưu: VT, VP.", size=11, align=LEFT)
    _cell(made, table, 0, 1, "position 1", "KT. GIÁM ĐỐC", size=14, bold=True)
    _cell(made, table, 0, 1, "position 2", "PHÓ GIÁM ĐỐC", size=14, bold=True)
    _cell(made, table, 0, 1, "name", "Nguyễn Văn Mẫu", size=14, bold=True)


def _annex(made: Made, roman: str) -> None:
    section = made.document.add_section()
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    section._sectPr.append(numbering)

    def add(name: str, text: str, **look: object) -> None:
        made.named[f"{name} {roman}"] = write(made.document.add_paragraph(), text, **look)  # type: ignore[arg-type]

    add("annex", f"Phụ lục {roman}", bold=True)
    add("annex title", "DANH SÁCH CÁC ĐƠN VỊ", bold=True)
    add("annex note", "(Kèm theo Báo cáo số 05/BC-SGDĐT của Sở Giáo dục và Đào tạo)", italic=True)
    table = made.document.add_table(1, 2)
    write(table.cell(0, 0).paragraphs[0], "1", size=12)
    write(table.cell(0, 1).paragraphs[0], "Trường Trung học phổ thông Một", size=12, align=LEFT)


def spot_of(made: Made, name: str) -> str:
    """The place of an element in words, counted over again from the document itself."""
    wanted = made[name]._p
    if wanted.getroottree().getroot().tag == qn("w:hdr"):
        return "đầu trang, đoạn 1"
    count = tables = 0
    for element in made.document._body._body.iterchildren():
        if element.tag == qn("w:p"):
            count += 1
            if element is wanted:
                return f"đoạn {count}"
        elif element.tag == qn("w:tbl"):
            tables += 1
            for row, line in enumerate(element.iterchildren(qn("w:tr")), 1):
                for cell, box in enumerate(line.iterchildren(qn("w:tc")), 1):
                    for place, paragraph in enumerate(box.iterchildren(qn("w:p")), 1):
                        if paragraph is wanted:
                            return f"bảng {tables}, hàng {row}, ô {cell}, đoạn {place}"
    raise AssertionError(name)


def retype(paragraph: Paragraph, text: str) -> None:
    """Other words in the look of the first run."""
    first, *others = paragraph.runs
    first.text = text
    for run in others:
        paragraph._p.remove(run._r)


def size(points: float) -> Callable[[Paragraph], None]:
    """Letters of another size."""

    def spoil(paragraph: Paragraph) -> None:
        for run in paragraph.runs:
            run.font.size = Pt(points)

    return spoil


def thick(paragraph: Paragraph) -> None:
    """Bold."""
    for run in paragraph.runs:
        run.bold = True


def thin(paragraph: Paragraph) -> None:
    """Not bold."""
    for run in paragraph.runs:
        run.bold = False


def slanted(paragraph: Paragraph) -> None:
    """Italic."""
    for run in paragraph.runs:
        run.italic = True


def upright(paragraph: Paragraph) -> None:
    """Not italic."""
    for run in paragraph.runs:
        run.italic = False


def words(text: str) -> Callable[[Paragraph], None]:
    """Other words."""
    return lambda paragraph: retype(paragraph, text)


def red(paragraph: Paragraph) -> None:
    """Red letters."""
    paragraph.runs[0].font.color.rgb = RGBColor(255, 0, 0)


def font(name: str) -> Callable[[Paragraph], None]:
    """Another font."""

    def spoil(paragraph: Paragraph) -> None:
        paragraph.runs[0].font.name = name

    return spoil


def left(paragraph: Paragraph) -> None:
    """At the left margin."""
    paragraph.alignment = LEFT


def lie(made: Made) -> None:
    """The first pages lie."""
    section = made.document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
