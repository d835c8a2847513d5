"""Rules about pages: size, margins, direction, page numbers (Phụ lục I, Phần I, I and III.1.đ)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truyenthong.diagnostics.nd30.pages import TT501, TT502, TT503, TT504, TT505, TT506, TT507, TT508
from truyenthong.findings import Finding
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.judging import Sheet, looks_wrong
from truyenthong.nd30.length import has_second_page
from truyenthong.nd30.measures import A4, A4_SLACK, LYING_MARGINS, MARGIN_SLACK, MARGINS, PAGE_NUMBER
from truyenthong.nd30.paper import Part, Section
from truyenthong.text import number_wording

_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_TWIPS_IN_MM = 56.6929
_PLAIN_NUMBER = re.compile(r"\d*")


def size(sheet: Sheet) -> Iterator[Finding]:
    """A4, upright or lying."""
    for place, section in enumerate(sheet.paper.sections):
        short, long = sorted((section.width, section.height))
        if abs(short - A4[0]) > A4_SLACK or abs(long - A4[1]) > A4_SLACK:
            given = f"{_mm(section.width)} x {_mm(section.height)} mm"
            told = f"có khổ {given}" if section.sized else "không ghi khổ giấy, Word lấy khổ Letter"
            yield sheet.whole(TT501, f"{_name(sheet, place)} {told}", hint="Bố cục > Cỡ giấy > A4")


def margins(sheet: Sheet) -> Iterator[Finding]:
    """Margins; of a lying page nobody can say which side is which, so only what no reading allows is told."""
    for place, section in enumerate(sheet.paper.sections):
        if not section.bordered:
            hint = "Bố cục > Lề: trên, dưới 20 mm; trái 30 mm; phải 20 mm"
            yield sheet.whole(TT502, f"{_name(sheet, place)} không ghi lề trang", hint=hint)
            continue
        for side, usual in MARGINS.items():
            low, high = LYING_MARGINS if section.lies else usual
            given = getattr(section, side)
            if not low - MARGIN_SLACK <= given <= high + MARGIN_SLACK:
                message = f"{_name(sheet, place)} có lề {_SIDES[side]} {_mm(given)} mm"
                hint = f"Bố cục > Lề: đặt lề {_SIDES[side]} từ {_mm(low)} đến {_mm(high)} mm"
                yield sheet.whole(TT502, message, hint=hint)


def direction(sheet: Sheet) -> Iterator[Finding]:
    """A lying page without a table."""
    for place, section in enumerate(sheet.paper.sections):
        if section.lies and not section.has_table:
            message = f"{_name(sheet, place)} nằm ngang nhưng không có bảng"
            yield sheet.whole(TT503, message, hint="Bố cục > Hướng > Dọc")


def page_numbers(sheet: Sheet) -> Iterator[Finding]:
    """In the middle of the head of the page; a paper of one page needs none."""
    shown = [one for one in sheet.paper.paragraphs if one.page_field is not None]
    if not shown and has_second_page(sheet.paper):
        hint = "Chèn > Số trang > Đầu trang, canh giữa"
        yield sheet.whole(TT504, "không có số trang ở đầu trang", hint=hint)
    for one in shown:
        if one.part is Part.FOOTER:
            hint = "xóa số ở chân trang; Chèn > Số trang > Đầu trang, canh giữa"
            yield sheet.at(TT504, one, "số trang ở chân trang", hint=hint)
        elif one.part is Part.HEADER and one.page_field is not None and not one.page_field.middle:
            yield sheet.at(TT504, one, "số trang không canh giữa", hint="canh giữa đoạn có số trang (Ctrl+E)")


def first_page(sheet: Sheet) -> Iterator[Finding]:
    """No number on the first page, and figures counted from 1."""
    first = sheet.paper.sections[0]
    for one in sheet.paper.paragraphs:
        field = one.page_field
        if field is None or field.guarded or one.section > 0:
            continue
        if one.part is Part.FIRST_HEADER:
            yield sheet.at(TT505, one, "đầu trang thứ nhất có số trang", hint="xóa số ở đầu trang thứ nhất")
        elif one.part is Part.HEADER and not first.own_first_page:
            hint = "mở đầu trang, chọn «Trang đầu khác»"
            yield sheet.at(TT505, one, "trang đầu hiện số trang", hint=hint)
            break
    if first.number_from not in (None, 0, 1):
        hint = "Định dạng số trang > Bắt đầu từ 1"
        yield sheet.whole(TT507, f"trang đánh số từ {first.number_from}", hint=hint)


def number_looks(sheet: Sheet) -> Iterator[Finding]:
    """Arabic figures of 13 to 14 points, upright, alone."""
    numbers = [
        Recognised(element=Element.PAGE_NUMBER, paragraph=one)
        for one in sheet.paper.paragraphs
        if one.page_field is not None and one.part is Part.HEADER
    ]
    yield from looks_wrong(sheet, TT507, numbers, PAGE_NUMBER)
    for one in sheet.paper.paragraphs:
        field = one.page_field
        if field is None or one.part is not Part.HEADER:
            continue
        if not field.arabic or not sheet.paper.section(one).arabic:
            hint = "Định dạng số trang > 1, 2, 3"
            yield sheet.at(TT507, one, "số trang không phải chữ số Ả Rập", hint=hint)
        if _PLAIN_NUMBER.fullmatch("".join(one.text.split())) is None:
            yield sheet.at(TT508, one, f"số trang viết «{one.text}»", hint="chỉ để con số")


def annex_numbers(sheet: Sheet) -> Iterator[Finding]:
    """Each annex begins a section that numbers its pages from 1."""
    sections = sheet.paper.sections
    if not any(one.page_field is not None for one in sheet.paper.paragraphs):
        return
    first = min(
        (one.paragraph.place for one in sheet.known.all if one.paragraph.part is Part.BODY), default=0
    )
    for one in sheet.all(Element.ANNEX):
        alone = one.paragraph.place == first
        if not alone and not _starts_anew(sections, min(one.paragraph.section, len(sections) - 1)):
            message = f"«{one.text}» không đánh số trang riêng từ 1"
            hint = "Bố cục > Ngắt > Trang tiếp theo, trước phụ lục; Định dạng số trang > Bắt đầu từ 1"
            yield sheet.at(TT506, one.paragraph, message, hint=hint)


def _starts_anew(sections: tuple[Section, ...], place: int) -> bool:
    return place > 0 and sections[place].number_from in (0, 1)


def _name(sheet: Sheet, place: int) -> str:
    return "trang" if len(sheet.paper.sections) == 1 else f"phần {place + 1}"


def _mm(twips: int) -> str:
    """Millimetres with a decimal: 25,4 mm is no 25 mm."""
    return number_wording(twips / _TWIPS_IN_MM, decimals=1)


RULES = (size, margins, direction, page_numbers, first_page, number_looks, annex_numbers)
