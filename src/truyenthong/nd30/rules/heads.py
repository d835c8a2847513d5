"""Rules about what stands above the text (Phụ lục I, Phần I, II.1 to II.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from truyenthong.diagnostics.nd30.heads import (
    TT520,
    TT521,
    TT522,
    TT523,
    TT524,
    TT525,
    TT526,
    TT527,
    TT528,
    TT529,
    TT530,
    TT531,
    TT532,
    TT535,
    TT536,
    TT539,
    TT553,
    TT554,
)
from truyenthong.findings import Finding
from truyenthong.nd30 import measures, words
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.judging import Sheet, looks_wrong
from truyenthong.nd30.paper import Part

_LOOKS = (
    (Element.STATE_NAME, TT520, measures.STATE_NAME),
    (Element.MOTTO, TT521, measures.MOTTO),
    (Element.SUPERIOR, TT523, measures.SUPERIOR),
    (Element.AGENCY, TT524, measures.AGENCY),
    (Element.NUMBER, TT526, measures.NUMBER),
    (Element.DATE_LINE, TT528, measures.DATE_LINE),
    (Element.TITLE, TT530, measures.TITLE),
    (Element.SUMMARY, TT531, measures.SUMMARY),
    (Element.LETTER_SUMMARY, TT532, measures.LETTER_SUMMARY),
)
_BLANKS = re.compile(r"[….\u2026_]+")
_NUMBER = re.compile(r"Số\s?:\s?(\d{1,5})?\s?((?:/\d{4})?(?:/([A-ZĐ0-9&][\w&]*(?:[-/][\w&]+)*))?)?")
_WITH_COLON = re.compile(r"Số\s?:")
_PARTED = re.compile(r"\s[-/–—]|[-/–—]\s")
_DASHED = re.compile(r"[–—‑−]")
_DAY = re.compile(r"ngày\s*(\d{1,2})?[\s….]*tháng\s*(\d{1,2})?[\s….]*năm\s*(\d{1,4})?", re.IGNORECASE)
_CITY = re.compile(r"TP\.?\s*(Hồ Chí Minh|HCM)", re.IGNORECASE)
_DOUBLED = re.compile(r"V/v:?\s+(V/v|về việc)\b", re.IGNORECASE)
_SIGNS = {
    fold_sign.casefold(): fold_sign for fold_sign in (*measures.TYPE_SIGNS.values(), *measures.COPY_SIGNS)
}
_NAMED_AT_LENGTH = (
    *measures.OTHER_FORMS,
    "HỢP ĐỒNG ",
    "GIẤY MỜI ",
    "CHƯƠNG TRÌNH HÀNH ĐỘNG",
    "GIẤY GIỚI THIỆU ",
)
"""Forms of other rules, and names of types that are longer than the decree's."""


def looks(sheet: Sheet) -> Iterator[Finding]:
    """Size, weight, slant, case and place of each element."""
    for element, kind, style in _LOOKS:
        yield from looks_wrong(sheet, kind, sheet.all(element), style)


def state_name(sheet: Sheet) -> Iterator[Finding]:
    """Both lines are there, where the file is a paper at all; an annex in a file of its own has none."""
    written = sheet.known.all
    if not written or written[0].element is Element.ANNEX:
        return
    heads = [one.text for one in sheet.paper.paragraphs if one.part in (Part.HEADER, Part.FIRST_HEADER)]
    for element, is_there in ((Element.STATE_NAME, words.is_state_name), (Element.MOTTO, words.is_motto)):
        if not sheet.all(element) and not any(is_there(text) for text in heads):
            hint = "thêm ở ô bên phải, đầu trang thứ nhất"
            yield sheet.whole(TT529, f"không thấy {element}", hint=hint)


def state_words(sheet: Sheet) -> Iterator[Finding]:
    """The words of the state's name and of the motto."""
    for one in sheet.all(Element.STATE_NAME):
        if not words.is_right_state_name(one.text):
            message = f"Quốc hiệu viết «{one.text}»"
            yield sheet.at(TT520, one.paragraph, message, hint=f"viết «{words.STATE_NAME}»")
    for one in sheet.all(Element.MOTTO):
        text = one.text.replace("\u2011", "-").replace("\u2010", "-")
        if text != words.MOTTO and text != text.upper():
            yield sheet.at(TT522, one.paragraph, f"Tiêu ngữ viết «{one.text}»", hint=f"viết «{words.MOTTO}»")


def number(sheet: Sheet) -> Iterator[Finding]:
    """How number and symbol are written; blanks for them are right."""
    for one in sheet.all(Element.NUMBER):
        fault = _number_fault(one.text)
        if fault is not None and sheet.speaks(one):
            sample = "Số: 05/SGDĐT-VP" if sheet.all(Element.LETTER_SUMMARY) else "Số: 05/BC-SGDĐT"
            yield sheet.at(TT525, one.paragraph, f"«{one.text}»: {fault}", hint=f"viết như «{sample}»")


def _number_fault(text: str) -> str | None:
    told = _written(text).replace("\u2011", "-")
    match = _NUMBER.fullmatch(" ".join(told.split()))
    small = match is not None and match[1] is not None and len(match[1]) == 1
    faults = (
        (not text.startswith("Số"), "chữ «Số» viết hoa chữ đầu, các chữ sau viết thường"),
        (_WITH_COLON.match(text) is None, "sau chữ «Số» phải có dấu hai chấm"),
        (_DASHED.search(told) is not None, "giữa các nhóm chữ dùng dấu gạch nối (-)"),
        (_PARTED.search(told.partition("/")[2].strip()) is not None, "giữa các nhóm chữ không có dấu cách"),
        (match is None, "giữa số và ký hiệu có dấu gạch chéo, ký hiệu viết hoa"),
        (small, "số nhỏ hơn 10 phải có số 0 đứng trước"),
    )
    first = next((fault for is_wrong, fault in faults if is_wrong), None)
    return first or _sign_fault((match[3] if match is not None else None) or "")


def _written(text: str) -> str:
    """What is written of a number and symbol: dots stand for what is filled in later («Số: …/BC-…»)."""
    told = _BLANKS.sub(" ", text)
    return told.rstrip(" /-") if _BLANKS.search(text.rstrip()[-1:]) else told


def _sign_fault(symbol: str) -> str | None:
    first = re.split(r"[-/]", symbol)[0]
    right = _SIGNS.get(first.casefold())
    return f"chữ viết tắt tên loại là {right}" if right is not None and right != first else None


def symbol(sheet: Sheet) -> Iterator[Finding]:
    """The symbol begins with the abbreviation of the type; a letter's does not."""
    for one in sheet.all(Element.NUMBER)[:1]:
        match = _NUMBER.fullmatch(" ".join(_written(one.text).split()))
        told = match is not None and match[3] is not None and _number_fault(one.text) is None
        if match is None or not told or not sheet.speaks(one):
            continue
        first = re.split(r"[-/]", match[3])[0]
        fault = _symbol_fault(sheet, first, grouped="-" in match[3])
        if fault is not None:
            yield sheet.at(TT535, one.paragraph, f"«{one.text}»: {fault[0]}", hint=fault[1])


def _symbol_fault(sheet: Sheet, first: str, *, grouped: bool) -> tuple[str, str] | None:
    kind = sheet.known.type
    if kind is None:
        if sheet.all(Element.LETTER_SUMMARY) and grouped and first in measures.NO_LETTER:
            return "công văn không ghi chữ viết tắt tên loại", "viết như «Số: 05/SGDĐT-VP»"
        return None
    wanted = measures.TYPE_SIGNS[kind]
    with_decision = first == "QĐ" and kind in measures.ISSUED_WITH
    if first.casefold() == wanted.casefold() or with_decision:
        return None
    return f"văn bản là {kind}, ký hiệu phải mở đầu bằng {wanted}", f"viết «…/{wanted}-…»"


def date_line(sheet: Sheet) -> Iterator[Finding]:
    """Comma after the place, zeros before days below 10 and months 1 and 2 only."""
    for one in sheet.all(Element.DATE_LINE):
        fault = _date_fault(one.text)
        if fault is not None and sheet.speaks(one):
            hint = "viết như «Lai Châu, ngày 05 tháng 01 năm 2021», «ngày 20 tháng 5 năm 2021»"
            yield sheet.at(TT527, one.paragraph, f"«{one.text}»: {fault}", hint=hint)


def _date_fault(text: str) -> str | None:
    match = _DAY.search(text)
    if match is None:
        return "viết đầy đủ «ngày … tháng … năm …»"
    place = text[: match.start()].rstrip()
    day, month, year = (match[one] or "" for one in (1, 2, 3))
    faults = (
        (not place.endswith(","), "sau địa danh phải có dấu phẩy"),
        (place[:1].islower(), "chữ cái đầu của địa danh viết hoa"),
        (_CITY.match(place) is not None, "viết đầy đủ «Thành phố Hồ Chí Minh»"),
        (text[match.start()] == "N", "chữ «ngày» viết thường"),
        (len(day) == 1, "ngày nhỏ hơn 10 phải có số 0 đứng trước"),
        (month in ("1", "2"), "tháng 1 và tháng 2 phải có số 0 đứng trước"),
        (month.startswith("0") and month not in ("01", "02"), "tháng từ 3 trở đi không có số 0 đứng trước"),
        (len(year) in (1, 2, 3) and bool(day), "năm viết đủ bốn chữ số"),
        (bool(day and month and year) and not _is_day(day, month, year), "không có ngày ấy trong lịch"),
    )
    return next((fault for is_wrong, fault in faults if is_wrong), None)


def _is_day(day: str, month: str, year: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def title(sheet: Sheet) -> Iterator[Finding]:
    """The name of the type stands alone."""
    for one in sheet.all(Element.TITLE)[:1]:
        long = words.type_of(one.text) is None and not one.text.startswith(_NAMED_AT_LENGTH)
        if long and sheet.speaks(one):
            hint = f"dòng trên chỉ ghi {sheet.known.type}, dòng dưới ghi trích yếu bằng chữ in thường"
            yield sheet.at(TT536, one.paragraph, f"tên loại viết liền trích yếu «{one.text}»", hint=hint)


def letter_summary(sheet: Sheet) -> Iterator[Finding]:
    """«V/v», six points below number and symbol."""
    for one in sheet.all(Element.LETTER_SUMMARY)[:1]:
        if _DOUBLED.match(one.text):
            yield sheet.at(
                TT553, one.paragraph, f"trích yếu viết «{one.text}»", hint="chỉ viết một chữ «V/v»"
            )
        if one.text.casefold().startswith("về việc") and sheet.known.type is None:
            yield sheet.at(
                TT553, one.paragraph, f"trích yếu viết «{one.text}»", hint="thay «Về việc» bằng «V/v»"
            )
    for above, one in pairwise(sheet.known.all):
        if (above.element, one.element) == (Element.NUMBER, Element.LETTER_SUMMARY) and _is_near(above, one):
            gap = above.paragraph.layout.after + one.paragraph.layout.before
            if gap < measures.LETTER_GAP - 0.1:
                message = f"trích yếu cách số, ký hiệu {round(gap)} pt"
                yield sheet.at(TT554, one.paragraph, message, hint="Đoạn > Khoảng cách > Trước: 6 pt")


def _is_near(above: Recognised, one: Recognised) -> bool:
    """Whether nothing, no empty paragraph either, lies between two paragraphs of one cell."""
    first, second = above.paragraph, one.paragraph
    return first.cell is not None and first.cell == second.cell and second.place == first.place + 1


def completeness(sheet: Sheet) -> Iterator[Finding]:
    """A paper with a head has an agency, a number, a date, and a type or a letter's summary."""
    if not sheet.all(Element.STATE_NAME) or sheet.all(Element.HEADING) or sheet.is_template:
        return
    titles = sheet.all(Element.TITLE)
    sparse = sheet.known.is_other_form or sheet.known.type == "BIÊN BẢN"
    numbered, dated = sheet.all(Element.NUMBER), sheet.all(Element.DATE_LINE)
    missing: list[tuple[str, str]] = []
    if numbered and not dated and not sparse:
        missing.append(("địa danh và ngày tháng", "thêm ở ô bên phải, ngang hàng với số, ký hiệu"))
    if dated and not numbered and not sparse:
        missing.append(("số, ký hiệu", "thêm «Số: …/…» dưới tên cơ quan"))
    if numbered and not sheet.all(Element.AGENCY):
        missing.append(("tên cơ quan ban hành", "thêm ở ô bên trái, đầu trang"))
    if numbered and dated and not titles and not sheet.all(Element.LETTER_SUMMARY):
        missing.append(("tên loại văn bản, hoặc trích yếu công văn", "thêm «V/v …» dưới số, ký hiệu"))
    for what, hint in missing:
        yield sheet.whole(TT539, f"không thấy {what}", hint=hint)


RULES = (looks, state_name, state_words, number, symbol, date_line, title, letter_summary, completeness)
