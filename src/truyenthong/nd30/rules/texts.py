"""Rules about the layout of the text: sizes, alignment, indents, gaps (Phụ lục I, Phần I, II.6.e)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from truyenthong.findings import Finding, Severity
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.measures import (
    BODY_SIZES,
    FIRST_LINE_SLACK,
    FIRST_LINES,
    LEAST_GAP,
    LINES,
    SMALLEST,
    characters_in_line,
)
from truyenthong.nd30.paper import Alignment, Paragraph, ParagraphLayout
from truyenthong.nd30.rule import rule
from truyenthong.nd30.sheet import Fault, Sheet, is_written_in_capitals
from truyenthong.text import number_wording

TT540 = rule(
    "TT540",
    Severity.ERROR,
    "cỡ chữ lời văn ngoài khoảng 13–14",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Nội dung văn bản dùng cỡ chữ 13–14",
    bad="Lời văn cỡ 12",
    good="Lời văn cỡ 14",
)

TT541 = rule(
    "TT541",
    Severity.ERROR,
    "lời văn không canh đều hai lề",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Nội dung văn bản canh đều cả hai lề; đoạn không dài quá một dòng thì không xét",
    bad="Canh trái",
    good="Canh đều hai bên",
)

TT542 = rule(
    "TT542",
    Severity.ERROR,
    "chữ đầu đoạn lùi sai",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm",
    bad="Không lùi đầu dòng",
    good="Đoạn > Đặc biệt > Dòng đầu 1 cm",
)

TT543 = rule(
    "TT543",
    Severity.ERROR,
    "khoảng cách giữa các đoạn dưới 6 pt",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Khoảng cách giữa các đoạn văn tối thiểu là 6 pt",
    bad="Cách đoạn 0 pt",
    good="Đoạn > Trước 6 pt",
)

TT544 = rule(
    "TT544",
    Severity.ERROR,
    "khoảng cách giữa các dòng ngoài khoảng cho phép",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Khoảng cách giữa các dòng từ dòng đơn đến 1,5 dòng",
    bad="Cách dòng đôi",
    good="Cách dòng 1,15",
)

TT545 = rule(
    "TT545",
    Severity.ERROR,
    "lời văn in nghiêng",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Nội dung văn bản dùng kiểu chữ đứng; báo khi quá nửa lời văn in nghiêng",
    bad="Cả bài in nghiêng",
    good="Chữ đứng",
)

TT546 = rule(
    "TT546",
    Severity.ERROR,
    "Điều trình bày sai",
    article="Phụ lục I, Phần I, II.6.đ",
    reason="Chữ «Điều», số thứ tự bằng chữ số Ả Rập, sau có dấu chấm, kiểu đứng, đậm",
    bad="Điều 1: Ban hành kèm theo",
    good="Điều 1. Ban hành kèm theo",
)

TT547 = rule(
    "TT547",
    Severity.ERROR,
    "Phần, Chương, Mục trình bày sai",
    article="Phụ lục I, Phần I, II.6.đ",
    reason=(
        "Chữ «Phần», «Chương» với chữ số La Mã, «Mục», «Tiểu mục» với chữ số Ả Rập đứng riêng một "
        "dòng, canh giữa, chữ in thường, đậm; tiêu đề ở dòng dưới"
    ),
    bad="CHƯƠNG 1: QUY ĐỊNH CHUNG",
    good="Chương I\nQUY ĐỊNH CHUNG",
)

TT548 = rule(
    "TT548",
    Severity.ERROR,
    "tiêu đề mục trình bày sai",
    article="Phụ lục I, Phần I, V (6b)",
    reason=(
        "Văn bản chia theo phần, mục, khoản, điểm: số La Mã và tiêu đề của mục viết chữ in hoa, đứng, đậm"
    ),
    bad="I. Kết quả đạt được",
    good="I. KẾT QUẢ ĐẠT ĐƯỢC",
)

TT549 = rule(
    "TT549",
    Severity.ERROR,
    "chữ cái đánh điểm không phải tiếng Việt",
    article="Phụ lục I, Phần I, II.6.đ",
    reason=("Thứ tự các điểm dùng các chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i…; không có f, j, w, z"),
    bad="e) …; f) …",
    good="e) …; g) …",
)

TT590 = rule(
    "TT590",
    Severity.WARNING,
    "ngày viết thừa số 0",
    article="Phụ lục I, Phần I, II.4.b",
    reason="Chỉ ngày nhỏ hơn 10 và tháng 1, 2 mới thêm số 0 ở trước",
    bad="03/05/2021",
    good="03/5/2021",
)

TT591 = rule(
    "TT591",
    Severity.WARNING,
    "cách đánh số mục lạ",
    article="Phụ lục I, Phần I, II.6.đ và V",
    reason="Mục I., khoản 1., điểm a)",
    bad="I/ Mục đích; 1) Yêu cầu",
    good="I. MỤC ĐÍCH; 1. Yêu cầu",
)

TT592 = rule(
    "TT592",
    Severity.WARNING,
    "lời văn không kết thúc bằng ./.",
    article="Phụ lục III, II",
    reason=("Các mẫu kèm Nghị định kết thúc lời văn bằng «./.»; lời của Nghị định không bắt buộc"),
    bad="… tổ chức thực hiện.",
    good="… tổ chức thực hiện./.",
)

TT593 = rule(
    "TT593",
    Severity.WARNING,
    "viết hoa chưa đúng",
    article="Phụ lục II",
    reason=(
        "Tên cơ quan, tổ chức viết hoa chữ cái đầu của từ chỉ loại hình, chức năng, lĩnh vực; chỉ báo "
        "những chỗ chắc chắn"
    ),
    bad="Thủ tướng chính phủ",
    good="Thủ tướng Chính phủ",
)

TT594 = rule(
    "TT594",
    Severity.NOTICE,
    "ngày viết thiếu số 0",
    article="Phụ lục I, Phần I, II.4.b",
    reason=(
        "Nghị định buộc thêm số 0 trước ngày nhỏ hơn 10 và tháng 1, 2 ở ngày ban hành; trong lời văn "
        "nên viết như vậy cho thống nhất"
    ),
    bad="3/5/2021",
    good="03/5/2021",
)

TT595 = rule(
    "TT595",
    Severity.ERROR,
    "lời văn in đậm hoặc in hoa",
    article="Phụ lục I, Phần I, II.6.e và V",
    reason=(
        "Nội dung văn bản dùng chữ in thường, kiểu đứng; chỉ số thứ tự và tiêu đề của phần, chương, mục, "
        "điều, khoản mới in đậm. Chỉ xét đoạn dài quá một dòng, in đậm hoặc in hoa cả đoạn"
    ),
    bad="Cả đoạn văn in đậm",
    good="Chữ đứng, không đậm",
)

TT596 = rule(
    "TT596",
    Severity.ERROR,
    "khoản, điểm in nghiêng",
    article="Phụ lục I, Phần I, II.6.đ",
    reason="Số thứ tự, tiêu đề của khoản và điểm dùng kiểu chữ đứng",
    bad="1. Kết quả đạt được (in nghiêng)",
    good="1. Kết quả đạt được (kiểu đứng)",
)

TT598 = rule(
    "TT598",
    Severity.WARNING,
    "dấu cách, dấu câu gõ sai",
    reason=(
        "Giữa hai chữ có một dấu cách; trước dấu chấm, dấu phẩy không có dấu cách, sau đó có một dấu cách. "
        "Đây là cách gõ thông dụng, Nghị định không quy định"
    ),
    bad="các trường  đã nộp ,báo cáo .",
    good="các trường đã nộp, báo cáo.",
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
_CM = 28.3465
_LINE_HEIGHT = 1.15
_MOSTLY = 0.5


def _prose(sheet: Sheet) -> Iterator[Recognised]:
    """Paragraphs of the text proper that take more than one line: no headings, captions, or blanks."""
    for one in sheet.all(Element.BODY):
        if (
            not one.paragraph.is_blank
            and _lines(sheet, one.paragraph) >= _SURELY_TWO
            and not _is_heading(one)
        ):
            yield one


def _lines(sheet: Sheet, paragraph: Paragraph) -> float:
    """About how many lines its longest stretch takes."""
    fits = characters_in_line(sheet.paper.section(paragraph), paragraph.size)
    return max(len(line) for line in paragraph.raw.split("\n")) / fits


def _is_heading(one: Recognised) -> bool:
    """A numbered or centred line in bold, a caption, a note in brackets below a heading."""
    paragraph = one.paragraph
    centred = paragraph.layout.alignment is Alignment.CENTER
    if centred and (paragraph.is_bold or _CAPTION.match(one.text)):
        return True
    return paragraph.is_bold and (_NUMBERED.match(one.told) is not None or is_written_in_capitals(one.text))


def sizes(sheet: Sheet) -> Iterator[Finding]:
    """13 to 14 points."""
    low, high = BODY_SIZES
    faults: list[Fault] = []
    for one in sheet.all(Element.BODY):
        # What is smaller than all that a paper may hold is told by another rule.
        wrong = {run.size for run in one.paragraph.worded if SMALLEST <= run.size < low or run.size > high}
        if wrong:
            given = ", ".join(number_wording(size) for size in sorted(wrong))
            faults.append((one.paragraph, f"lời văn cỡ {given}", "đặt cỡ chữ 13 hoặc 14"))
    yield from sheet.alike(TT540, faults)


def alignment(sheet: Sheet) -> Iterator[Finding]:
    """Both margins straight."""
    misplaced = (
        one
        for one in sheet.all(Element.GROUND)
        if one.paragraph.layout.alignment in _TURNED and not one.paragraph.piece
    )
    yield from sheet.alike(
        TT541,
        (
            (
                one.paragraph,
                f"căn cứ canh {_ALIGNED[one.paragraph.layout.alignment]}, không đều hai lề",
                "canh đều hai bên (Ctrl+J)",
            )
            for one in misplaced
        ),
    )
    yield from sheet.alike(
        TT541,
        (
            (
                one.paragraph,
                f"lời văn canh {_ALIGNED[one.paragraph.layout.alignment]}, không đều hai lề",
                "canh đều hai bên (Ctrl+J)",
            )
            for one in _prose(sheet)
            if one.paragraph.layout.alignment is not Alignment.BOTH
        ),
    )


_TURNED = (Alignment.CENTER, Alignment.RIGHT)
_ALIGNED = {Alignment.LEFT: "trái", Alignment.CENTER: "giữa", Alignment.RIGHT: "phải", Alignment.BOTH: "đều"}


def first_lines(sheet: Sheet) -> Iterator[Finding]:
    """1 cm or 1.27 cm; a list, a paragraph that stands in as a whole or begins with a tab is left alone."""
    faults: list[Fault] = []
    prose = {one.paragraph.place for one in _prose(sheet)}
    for one in sheet.all(Element.BODY, Element.GROUND):
        paragraph, layout = one.paragraph, one.paragraph.layout
        ground = one.element is Element.GROUND and not (paragraph.piece or paragraph.is_blank)
        article = _ARTICLE.match(one.text) is not None and layout.alignment is not Alignment.CENTER
        if (
            not (article or ground or paragraph.place in prose)
            or layout.alignment is Alignment.RIGHT
            or _stands_in(paragraph)
        ):
            continue
        if not any(abs(layout.first_line - wanted) <= FIRST_LINE_SLACK for wanted in FIRST_LINES):
            what = "Điều" if article else "căn cứ" if ground else "chữ đầu đoạn"
            hint = "Đoạn > Đặc biệt > Dòng đầu: 1 cm hoặc 1,27 cm"
            faults.append(
                (paragraph, f"{what} lùi {number_wording(layout.first_line / _CM, decimals=2)} cm", hint)
            )
    yield from sheet.alike(TT542, faults)


def _stands_in(paragraph: Paragraph) -> bool:
    layout = paragraph.layout
    by_hand = paragraph.raw.startswith(("\t", "  "))
    return layout.left > 1 or layout.first_line < 0 or bool(paragraph.label) or by_hand


def gaps(sheet: Sheet) -> Iterator[Finding]:
    """At least 6 points between paragraphs; an empty line between them is more than that."""
    faults: list[Fault] = []
    prose = {one.paragraph.place for one in _prose(sheet)}
    for above, one in pairwise(sheet.known.all):
        if above.element is not Element.BODY or one.paragraph.place not in prose:
            continue
        if one.paragraph.place != above.paragraph.place + 1:
            continue
        gap = _gap(above, one)
        if gap < LEAST_GAP - 0.1:
            what = f"cách đoạn trên {number_wording(round(gap, 1))} pt"
            faults.append((one.paragraph, what, "Đoạn > Khoảng cách > Trước: 6 pt"))
    yield from sheet.alike(TT543, faults)


def _gap(above: Recognised, one: Recognised) -> float:
    first, second = above.paragraph, one.paragraph
    same = first.style == second.style
    after = 0.0 if same and first.layout.contextual else first.layout.after
    before = 0.0 if same and second.layout.contextual else second.layout.before
    return after + before


def lines(sheet: Sheet) -> Iterator[Finding]:
    """Single to one and a half."""
    low, high = LINES
    faults: list[Fault] = []
    prose = {one.paragraph.place for one in _prose(sheet)}
    for one in sheet.all(Element.BODY, Element.GROUND):
        layout = one.paragraph.layout
        # What lies between lines is exact in points only where there are two of them.
        if one.paragraph.place not in prose and (not layout.line_is_multiple or layout.line < low):
            continue
        height, room = _height(layout, one.paragraph.size)
        if not low - room <= height <= high + room:
            what = _told_height(one.paragraph.layout, height)
            faults.append((one.paragraph, what, "Đoạn > Khoảng cách dòng: từ 1 đến 1,5 dòng"))
    yield from sheet.alike(TT544, faults)


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


def slant(sheet: Sheet) -> Iterator[Finding]:
    """Upright; a quotation or a note in slanted letters is no fault, a paper of them is."""
    prose = list(_prose(sheet))
    slanted = [one for one in prose if one.paragraph.is_italic]
    if len(slanted) > 1 and len(slanted) > len(prose) * _MOSTLY:
        hint = "chọn lời văn, bỏ chữ nghiêng (Ctrl+I)"
        yield from sheet.alike(TT545, ((one.paragraph, "lời văn in nghiêng", hint) for one in slanted))


def weight(sheet: Sheet) -> Iterator[Finding]:
    """Neither bold nor in capitals: only numbers and titles are."""
    faults: list[Fault] = []
    for one in sheet.all(Element.BODY):
        paragraph = one.paragraph
        lines = _lines(sheet, paragraph)
        if paragraph.is_blank or paragraph.has_tags or lines < _SURELY_TWO or _is_centred_title(one):
            continue
        sentence = lines >= _TOO_LONG_FOR_A_TITLE and one.text.endswith((".", ";", ":"))
        numbered = _NUMBERED.match(one.told) is not None
        if paragraph.is_bold and _ARTICLE.match(one.text) is None and (sentence or not numbered):
            faults.append((paragraph, "lời văn in đậm", "chọn cả đoạn, bỏ chữ đậm (Ctrl+B)"))
        if is_written_in_capitals(one.text) and (sentence or not numbered):
            faults.append((paragraph, "lời văn in hoa", "viết bằng chữ in thường (Shift+F3)"))
    yield from sheet.alike(TT595, faults)


def _is_centred_title(one: Recognised) -> bool:
    paragraph = one.paragraph
    return paragraph.layout.alignment is Alignment.CENTER and (
        paragraph.is_bold or is_written_in_capitals(one.text)
    )


RULES = (sizes, alignment, first_lines, gaps, lines, slant, weight)
