"""Rules about the grounds and the layout of the text: sizes, alignment, indents, gaps (Phụ lục I, II.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from truyenthong.findings import Finding
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.measures import (
    BODY_SIZES,
    FIRST_LINE_SLACK,
    FIRST_LINES,
    GROUND,
    LEAST_GAP,
    LINES,
    SMALLEST,
    characters_in_line,
)
from truyenthong.nd30.paper import Alignment, Paragraph, ParagraphLayout
from truyenthong.nd30.rule import error
from truyenthong.nd30.sheet import Fault, Sheet, alike, is_written_in_capitals, looks_of, shortened
from truyenthong.text import number_wording

TT533 = error(
    "TT533",
    "căn cứ trình bày sai",
    article="Phụ lục I, Phần I, II.6.a",
    reason="Căn cứ ban hành: chữ in thường, cỡ 13–14, nghiêng",
    bad="Căn cứ kiểu đứng",
    good="Căn cứ kiểu nghiêng",
)

TT534 = error(
    "TT534",
    "căn cứ chấm câu sai",
    article="Phụ lục I, Phần I, II.6.a",
    reason="Sau mỗi căn cứ xuống dòng, cuối dòng có dấu chấm phẩy, dòng cuối kết thúc bằng dấu chấm",
    bad="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019.",
    good="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
)

TT557 = error(
    "TT557",
    "căn cứ ghi chưa đủ",
    article="Phụ lục I, Phần I, II.6.a",
    reason="Căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày tháng năm và trích yếu",
    bad="Căn cứ Kế hoạch số 180/KH-BGDĐT về truyền thông;",
    good=(
        "Căn cứ Kế hoạch số 180/KH-BGDĐT ngày 20 tháng 3 năm 2020 của Bộ Giáo dục và Đào tạo về truyền thông;"
    ),
)

TT558 = error(
    "TT558",
    "căn cứ là Luật, Pháp lệnh mà ghi số",
    article="Phụ lục I, Phần I, II.6.a",
    reason="Riêng Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan ban hành",
    bad="Căn cứ Luật Giáo dục số 43/2019/QH14;",
    good="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
)

TT540 = error(
    "TT540",
    "cỡ chữ lời văn ngoài khoảng 13–14",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Nội dung văn bản dùng cỡ chữ 13–14",
    bad="Lời văn cỡ 12",
    good="Lời văn cỡ 14",
)

TT541 = error(
    "TT541",
    "lời văn không canh đều hai lề",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Nội dung văn bản canh đều cả hai lề; đoạn không dài quá một dòng thì không xét",
    bad="Canh trái",
    good="Canh đều hai bên",
)

TT542 = error(
    "TT542",
    "chữ đầu đoạn lùi sai",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm",
    bad="Không lùi đầu dòng",
    good="Đoạn > Đặc biệt > Dòng đầu 1 cm",
)

TT543 = error(
    "TT543",
    "khoảng cách giữa các đoạn dưới 6 pt",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Khoảng cách giữa các đoạn văn tối thiểu là 6 pt",
    bad="Cách đoạn 0 pt",
    good="Đoạn > Trước 6 pt",
)

TT544 = error(
    "TT544",
    "khoảng cách giữa các dòng ngoài khoảng cho phép",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Khoảng cách giữa các dòng từ dòng đơn đến 1,5 dòng",
    bad="Cách dòng đôi",
    good="Cách dòng 1,15",
)

TT545 = error(
    "TT545",
    "lời văn in nghiêng",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Nội dung văn bản dùng kiểu chữ đứng; báo khi quá nửa lời văn in nghiêng",
    bad="Cả bài in nghiêng",
    good="Chữ đứng",
)

TT595 = error(
    "TT595",
    "lời văn in đậm hoặc in hoa",
    article="Phụ lục I, Phần I, II.6.e và V",
    reason=(
        "Nội dung văn bản dùng chữ in thường, kiểu đứng; chỉ số thứ tự và tiêu đề của phần, chương, mục, "
        "điều, khoản mới in đậm. Chỉ xét đoạn dài quá một dòng, in đậm hoặc in hoa cả đoạn"
    ),
    bad="Cả đoạn văn in đậm",
    good="Chữ đứng, không đậm",
)


_SURELY_TWO = 1.3
"""Estimated lines from which a paragraph surely takes more than one."""

_TOO_LONG_FOR_A_TITLE = 2.2
"""Estimated lines from which a numbered paragraph that ends like a sentence is no title."""

_NUMBERED = re.compile(
    r"(Điều|Chương|Phần|Mục|Tiểu mục)\s+\w|[IVXLC]{1,6}\s?[./)]|\d{1,3}(\.\d{1,3}){0,4}\s?[./)]?\s"
    r"|[A-ZĐa-zđ][.)]|[-–—+*•]",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"Điều\s+\d{1,3}\s*[.:)]", re.IGNORECASE)
_CAPTION = re.compile(
    r"[(\[“\"]|(Hình|Ảnh|Bảng|Biểu|Biểu đồ|Sơ đồ|Đồ thị|Nguồn|Đơn vị tính|ĐVT)\b", re.IGNORECASE
)
_CITED = re.compile(
    r"(Nghị định|Thông tư|Quyết định|Kế hoạch|Chỉ thị|Nghị quyết|Thông báo|Hướng dẫn|Chương trình|Công văn)"
    r" số \d+[/-]\S+"
)
_DATED = re.compile(r"ngày|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|tháng")
_LAW = re.compile(r"Căn cứ (Bộ luật|Luật|Pháp lệnh)\b[^;]*?\bsố\s*:?\s*\d+/\d{4}/(QH|PL|UBTVQH)\d*")
_CM = 28.3465
_LINE_HEIGHT = 1.15
_MOSTLY = 0.5


def ground_ends(sheet: Sheet) -> Iterator[Finding]:
    """Each ends with a semicolon, the last with a full stop."""
    found = sheet.all(Element.GROUND)
    for place, one in enumerate(found):
        last = place == len(found) - 1
        sign = "." if last else ";"
        if sheet.speaks(one) and not one.paragraph.piece and not one.text.endswith(sign):
            name = "dòng căn cứ cuối" if last else "dòng căn cứ"
            message = f"{name} không kết thúc bằng «{sign}»: «{shortened(one.text)}»"
            yield sheet.at(TT534, one.paragraph, message, hint=f"đặt dấu «{sign}» ở cuối dòng")


def cited_grounds(sheet: Sheet) -> Iterator[Finding]:
    """Grounds cite a paper in full, and a law by its name and day only."""
    for one in sheet.spoken(Element.GROUND):
        law = _LAW.match(one.text[:500])
        if law is not None:
            message = f"căn cứ ghi số của {law[1]}: «{shortened(one.text)}»"
            hint = "bỏ số, ký hiệu; chỉ ghi tên và ngày tháng năm"
            yield sheet.at(TT558, one.paragraph, message, hint=hint)
        cited = _CITED.search(one.text)
        if cited is not None and not _DATED.search(one.text):
            message = f"căn cứ không ghi ngày ban hành: «{shortened(one.text)}»"
            yield sheet.at(TT557, one.paragraph, message, hint="thêm «ngày … tháng … năm … của …»")


def _prose(sheet: Sheet) -> Iterator[Recognised]:
    """Paragraphs of the text proper that take more than one line: no headings, captions, or blanks."""
    for one in sheet.all(Element.BODY):
        long = not one.paragraph.is_blank and _lines(sheet, one.paragraph) >= _SURELY_TWO
        if long and not _is_heading(one):
            yield one


def _lines(sheet: Sheet, paragraph: Paragraph) -> float:
    """About how many lines its longest stretch takes."""
    fits = characters_in_line(sheet.paper.section(paragraph), paragraph.size)
    return max(len(line) for line in paragraph.raw.split("\n")) / fits


def _is_heading(one: Recognised) -> bool:
    """A numbered or centred line in bold, a caption, a note in brackets below a heading."""
    paragraph = one.paragraph
    if paragraph.is_centred and (paragraph.is_bold or _CAPTION.match(one.text)):
        return True
    return paragraph.is_bold and (_NUMBERED.match(one.told) is not None or is_written_in_capitals(one.text))


@alike(TT540)
def sizes(sheet: Sheet) -> Iterator[Fault]:
    """13 to 14 points."""
    low, high = BODY_SIZES
    for one in sheet.all(Element.BODY):
        # Sizes below the least of a paper are reported by TT512.
        wrong = {run.size for run in one.paragraph.worded if SMALLEST <= run.size < low or run.size > high}
        if wrong:
            given = ", ".join(number_wording(size) for size in sorted(wrong))
            yield one.paragraph, f"lời văn cỡ {given}", "đặt cỡ chữ 13 hoặc 14"


@alike(TT541)
def alignment(sheet: Sheet) -> Iterator[Fault]:
    """Both margins straight."""
    grounds = [one.paragraph for one in sheet.all(Element.GROUND)]
    uneven = [("căn cứ", one) for one in grounds if one.is_turned and not one.piece]
    prose = [one.paragraph for one in _prose(sheet)]
    uneven += [("lời văn", one) for one in prose if one.layout.alignment is not Alignment.BOTH]
    for what, one in uneven:
        message = f"{what} canh {_ALIGNED[one.layout.alignment]}, không đều hai lề"
        yield one, message, "canh đều hai bên (Ctrl+J)"


_ALIGNED = {Alignment.LEFT: "trái", Alignment.CENTER: "giữa", Alignment.RIGHT: "phải", Alignment.BOTH: "đều"}


@alike(TT542)
def first_lines(sheet: Sheet) -> Iterator[Fault]:
    """1 cm or 1.27 cm; a list, a paragraph that is indented as a whole or begins with a tab is left alone."""
    prose = {one.paragraph.place for one in _prose(sheet)}
    for one in sheet.all(Element.BODY, Element.GROUND):
        paragraph, layout = one.paragraph, one.paragraph.layout
        ground = one.element is Element.GROUND and not (paragraph.piece or paragraph.is_blank)
        article = _ARTICLE.match(one.text) is not None and not paragraph.is_centred
        by_hand = paragraph.raw.startswith(("\t", "  "))
        indented = layout.left > 1 or layout.first_line < 0 or bool(paragraph.label) or by_hand
        plain = layout.alignment is not Alignment.RIGHT and not indented
        if not plain or not (article or ground or paragraph.place in prose):
            continue
        if not any(abs(layout.first_line - wanted) <= FIRST_LINE_SLACK for wanted in FIRST_LINES):
            what = "Điều" if article else "căn cứ" if ground else "chữ đầu đoạn"
            hint = "Đoạn > Đặc biệt > Dòng đầu: 1 cm hoặc 1,27 cm"
            given = number_wording(layout.first_line / _CM, decimals=2)
            yield paragraph, f"{what} lùi {given} cm", hint


@alike(TT543)
def gaps(sheet: Sheet) -> Iterator[Fault]:
    """At least 6 points between paragraphs; an empty line between them is more than that."""
    prose = {one.paragraph.place for one in _prose(sheet)}
    for above, one in pairwise(sheet.known.all):
        if above.element is not Element.BODY or one.paragraph.place not in prose:
            continue
        first, second = above.paragraph, one.paragraph
        if second.place != first.place + 1:
            continue
        # Word leaves out the gaps of paragraphs of one style where they ask for it ("contextual spacing").
        same = first.style == second.style
        after = 0.0 if same and first.layout.contextual else first.layout.after
        gap = after + (0.0 if same and second.layout.contextual else second.layout.before)
        if gap < LEAST_GAP - 0.1:
            what = f"cách đoạn trên {number_wording(round(gap, 1))} pt"
            yield second, what, "Đoạn > Khoảng cách > Trước: 6 pt"


@alike(TT544)
def lines(sheet: Sheet) -> Iterator[Fault]:
    """Single to one and a half."""
    low, high = LINES
    prose = {one.paragraph.place for one in _prose(sheet)}
    for one in sheet.all(Element.BODY, Element.GROUND):
        layout = one.paragraph.layout
        # A height in points shows only between two lines, so a paragraph of one line is left alone.
        if one.paragraph.place not in prose and (not layout.line_is_multiple or layout.line < low):
            continue
        height, room = _height(layout, one.paragraph.size)
        if not low - room <= height <= high + room:
            what = _told_height(one.paragraph.layout, height)
            yield one.paragraph, what, "Đoạn > Khoảng cách dòng: từ 1 đến 1,5 dòng"


def _told_height(layout: ParagraphLayout, height: float) -> str:
    told = f"{number_wording(height, decimals=2)} dòng"
    if layout.line_is_multiple:
        return f"cách dòng {told}"
    return f"cách dòng {number_wording(layout.line, decimals=1)} pt, khoảng {told}"


def _height(layout: ParagraphLayout, size: float) -> tuple[float, float]:
    """The height of a line in lines, and the room left: points say less about the gap."""
    if layout.line_is_multiple:
        return layout.line, 0.0
    height = layout.line / (size * _LINE_HEIGHT)
    return (max(height, 1.0) if layout.line_is_least else height), 0.2


@alike(TT545)
def slant(sheet: Sheet) -> Iterator[Fault]:
    """Upright; a quotation or a note in slanted letters is no fault, a paper of them is."""
    prose = list(_prose(sheet))
    slanted = [one for one in prose if one.paragraph.is_italic]
    if len(slanted) > 1 and len(slanted) > len(prose) * _MOSTLY:
        hint = "chọn lời văn, bỏ chữ nghiêng (Ctrl+I)"
        yield from ((one.paragraph, "lời văn in nghiêng", hint) for one in slanted)


@alike(TT595)
def weight(sheet: Sheet) -> Iterator[Fault]:
    """Neither bold nor in capitals: only numbers and titles are."""
    for one in sheet.all(Element.BODY):
        paragraph = one.paragraph
        lines = _lines(sheet, paragraph)
        capital = is_written_in_capitals(one.text)
        title = paragraph.is_centred and (paragraph.is_bold or capital)
        if paragraph.is_blank or paragraph.has_tags or lines < _SURELY_TWO or title:
            continue
        sentence = lines >= _TOO_LONG_FOR_A_TITLE and one.text.endswith((".", ";", ":"))
        numbered = _NUMBERED.match(one.told) is not None
        if paragraph.is_bold and _ARTICLE.match(one.text) is None and (sentence or not numbered):
            yield paragraph, "lời văn in đậm", "chọn cả đoạn, bỏ chữ đậm (Ctrl+B)"
        if capital and (sentence or not numbered):
            yield paragraph, "lời văn in hoa", "viết bằng chữ in thường (Shift+F3)"


RULES = (
    looks_of((Element.GROUND, TT533, GROUND)),
    ground_ends,
    cited_grounds,
    sizes,
    alignment,
    first_lines,
    gaps,
    lines,
    slant,
    weight,
)
