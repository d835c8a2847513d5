"""Rules about pages: size, margins, direction, page numbers (NĐ 30/2020/NĐ-CP, Phụ lục I, I)."""

from __future__ import annotations

from collections.abc import Iterator

from truyenthong.diagnostics.nd30 import TT501, TT502, TT503, TT504, TT505, TT506, TT507
from truyenthong.findings import Finding
from truyenthong.nd30.elements import Element
from truyenthong.nd30.judging import Sheet
from truyenthong.nd30.measures import A4, A4_SLACK, MARGIN_SLACK, MARGINS, PAGE_NUMBER
from truyenthong.nd30.paper import Alignment, Paragraph, Part, Section

_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_TWIPS_IN_MM = 56.6929


def size(sheet: Sheet) -> Iterator[Finding]:
    """A4, upright or lying."""
    for place, section in enumerate(sheet.paper.sections):
        short, long = sorted((section.width, section.height))
        if abs(short - A4[0]) > A4_SLACK or abs(long - A4[1]) > A4_SLACK:
            message = f"{_name(sheet, place)} có khổ {_mm(section.width)} x {_mm(section.height)} mm"
            yield sheet.whole(TT501, message, hint="Bố cục > Cỡ giấy > A4")


def margins(sheet: Sheet) -> Iterator[Finding]:
    """Margins; those of a lying page turn with it, so either reading is right."""
    for place, section in enumerate(sheet.paper.sections):
        if section.width > section.height:
            continue
        for side, (low, high) in MARGINS.items():
            given = getattr(section, side)
            if not low - MARGIN_SLACK <= given <= high + MARGIN_SLACK:
                message = f"{_name(sheet, place)} có lề {_SIDES[side]} {_mm(given)} mm"
                hint = f"đặt lề {_SIDES[side]} từ {_mm(low)} đến {_mm(high)} mm"
                yield sheet.whole(TT502, message, hint=hint)


def direction(sheet: Sheet) -> Iterator[Finding]:
    """A lying page without a table."""
    for place, section in enumerate(sheet.paper.sections):
        if section.width > section.height and not section.has_table:
            message = f"{_name(sheet, place)} nằm ngang nhưng không có bảng"
            yield sheet.whole(TT503, message, hint="Bố cục > Hướng > Dọc")


def page_numbers(sheet: Sheet) -> Iterator[Finding]:
    """In the middle of the head of the page, from the second page on."""
    heads = [one for one in sheet.paper.paragraphs if one.page_field]
    right = [one for one in heads if one.part is Part.HEADER]
    if not right:
        yield sheet.whole(
            TT504, "không có số trang ở đầu trang", hint="Chèn > Số trang > Đầu trang, canh giữa"
        )
    for one in right:
        if one.layout.alignment is not Alignment.CENTER:
            yield sheet.at(TT504, one, "số trang không canh giữa", hint="canh giữa đoạn có số trang")
        yield from _number_look(sheet, one)
    for one in heads:
        if one.part is Part.FOOTER:
            yield sheet.at(
                TT504, one, "số trang ở chân trang", hint="chuyển số trang lên đầu trang, canh giữa"
            )
        elif one.part is Part.FIRST_HEADER:
            yield sheet.at(TT505, one, "đầu trang thứ nhất có số trang", hint="xóa số ở đầu trang thứ nhất")
    if right and sheet.paper.sections and not sheet.paper.sections[0].own_first_page:
        yield sheet.whole(TT505, "trang đầu hiện số trang", hint="Đầu trang > chọn «Trang đầu khác»")


def _number_look(sheet: Sheet, one: Paragraph) -> Iterator[Finding]:
    low, high = PAGE_NUMBER.sizes
    if any(not low <= run.size <= high or run.italic for run in one.runs if run.text.strip()):
        yield sheet.at(TT507, one, "chữ số trang không phải cỡ 13–14, kiểu đứng", hint="đặt cỡ 14, kiểu đứng")


def annex_numbers(sheet: Sheet) -> Iterator[Finding]:
    """Each annex begins a section that numbers its pages from 1."""
    sections = sheet.paper.sections
    for one in sheet.all(Element.ANNEX):
        place = one.paragraph.section
        if place < len(sections) and not _starts_anew(sections, place):
            message = f"«{one.text}» không đánh số trang riêng từ 1"
            hint = "ngắt phần (trang mới) trước phụ lục, đặt số trang bắt đầu từ 1"
            yield sheet.at(TT506, one.paragraph, message, hint=hint)


def _starts_anew(sections: tuple[Section, ...], place: int) -> bool:
    return place > 0 and sections[place].number_from in (0, 1)


def _name(sheet: Sheet, place: int) -> str:
    return "trang" if len(sheet.paper.sections) == 1 else f"phần {place + 1}"


def _mm(twips: int) -> int:
    return round(twips / _TWIPS_IN_MM)


RULES = (size, margins, direction, page_numbers, annex_numbers)
