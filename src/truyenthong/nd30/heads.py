"""Rules about what stands above the text (NĐ 30/2020/NĐ-CP, Phụ lục I, II.1 to II.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truyenthong.diagnostics.nd30 import (
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
)
from truyenthong.findings import Finding
from truyenthong.nd30 import measures
from truyenthong.nd30.elements import Element
from truyenthong.nd30.judging import Sheet, looks_wrong
from truyenthong.nd30.measures import TYPE_SIGNS

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
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_NUMBER = re.compile(r"Số:\s*(\d+)?\s*(?:/\d{4})?/?([A-ZĐa-zđ0-9&]+(?:[-/][A-ZĐa-zđ0-9&]+)*)?")
_DAY = re.compile(r"ngày\s+(\d{1,2})?\s*(?:[….]+)?\s*tháng\s+(\d{1,2})?", re.IGNORECASE)


def looks(sheet: Sheet) -> Iterator[Finding]:
    """Size, weight, slant, case and place of each element."""
    for element, kind, style in _LOOKS:
        for one in sheet.all(element):
            yield from looks_wrong(sheet, kind, one, style)


def state_name(sheet: Sheet) -> Iterator[Finding]:
    """Both lines are there, where there is a head at all."""
    if not any(True for _ in sheet.known):
        return
    for element in (Element.STATE_NAME, Element.MOTTO):
        if not sheet.all(element):
            hint = "thêm ở ô bên phải, đầu trang thứ nhất"
            yield sheet.whole(TT529, f"không thấy {element}", hint=hint)


def motto(sheet: Sheet) -> Iterator[Finding]:
    """The words of the motto."""
    for one in sheet.all(Element.MOTTO):
        if one.text != _MOTTO:
            yield sheet.at(TT522, one.paragraph, f"Tiêu ngữ viết «{one.text}»", hint=f"viết «{_MOTTO}»")


def number(sheet: Sheet) -> Iterator[Finding]:
    """How number and symbol are written; blanks for them are right."""
    for one in sheet.all(Element.NUMBER):
        fault = _number_fault(one.text)
        if fault is not None and not one.paragraph.has_tags:
            yield sheet.at(TT525, one.paragraph, f"«{one.text}»: {fault}", hint="viết như «Số: 05/BC-SGDĐT»")


def _number_fault(text: str) -> str | None:
    if not text.startswith("Số:"):
        return "sau chữ «Số» phải có dấu hai chấm"
    blank = re.sub(r"[….\u2026_]+", "", text)
    match = _NUMBER.fullmatch(blank.strip())
    if match is None:
        return "giữa số và các nhóm chữ không có dấu cách, ngăn bằng / và -"
    given, symbol = match[1], match[2]
    if given is not None and len(given) == 1:
        return "số nhỏ hơn 10 phải có số 0 đứng trước"
    first = (symbol or "").split("-")[0]
    right = TYPE_SIGNS.get(first.casefold())
    if right is not None and right != first:
        return f"chữ viết tắt tên loại là {right}"
    return None


def date_line(sheet: Sheet) -> Iterator[Finding]:
    """Comma after the place, zeros before days below 10 and months 1 and 2 only."""
    for one in sheet.all(Element.DATE_LINE):
        fault = _date_fault(one.text)
        if fault is not None and not one.paragraph.has_tags:
            hint = "viết như «Lai Châu, ngày 05 tháng 01 năm 2021», «ngày 20 tháng 5 năm 2021»"
            yield sheet.at(TT527, one.paragraph, f"«{one.text}»: {fault}", hint=hint)


def _date_fault(text: str) -> str | None:
    before = text[: text.casefold().index("ngày")].rstrip()
    if not before.endswith(","):
        return "sau địa danh phải có dấu phẩy"
    match = _DAY.search(text)
    day, month = (match[1], match[2]) if match is not None else (None, None)
    if day is not None and len(day) == 1:
        return "ngày nhỏ hơn 10 phải có số 0 đứng trước"
    if month in ("1", "2"):
        return "tháng 1 và tháng 2 phải có số 0 đứng trước"
    if month is not None and month.startswith("0") and month not in ("01", "02"):
        return "tháng từ 3 trở đi không có số 0 đứng trước"
    return None


RULES = (looks, state_name, motto, number, date_line)
