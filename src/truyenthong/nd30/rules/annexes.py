"""Rules about annexes and copies (Phụ lục I, Phần I, III.1; Phần II)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from truyenthong.diagnostics.nd30.annexes import TT580, TT581, TT582, TT583, TT584, TT585, TT586, TT587
from truyenthong.findings import Finding
from truyenthong.nd30 import measures, words
from truyenthong.nd30.elements import Element
from truyenthong.nd30.judging import Sheet, looks_wrong, shortened
from truyenthong.text import roman

_LOOKS = (
    (Element.ANNEX, TT580, measures.ANNEX),
    (Element.ANNEX_TITLE, TT582, measures.ANNEX_TITLE),
    (Element.ANNEX_NOTE, TT583, measures.ANNEX_NOTE),
    (Element.COPY_FORM, TT587, measures.COPY_FORM),
)
_NUMBERED = re.compile(r"phụ lục\s+([IVXLC]+)\s*(?:[.:–-]|$)", re.IGNORECASE)
_POINTS_TO_ANNEX = re.compile(r"phụ lục|kèm theo|gửi kèm|đính kèm|biểu|danh sách|mẫu", re.IGNORECASE)


def looks(sheet: Sheet) -> Iterator[Finding]:
    """Size, weight, slant, case and place of each element."""
    for element, kind, style in _LOOKS:
        yield from looks_wrong(sheet, kind, sheet.all(element), style)


def own_line(sheet: Sheet) -> Iterator[Finding]:
    """«Phụ lục I» stands in a line of its own; what the annex goes with stands in brackets."""
    for one in sheet.all(Element.ANNEX):
        if not words.is_annex(one.text) and sheet.speaks(one):
            message = f"tên phụ lục viết cùng dòng với số: «{shortened(one.text)}»"
            hint = "dòng trên chỉ ghi «Phụ lục …», tên phụ lục xuống dòng dưới"
            yield sheet.at(TT580, one.paragraph, message, hint=hint)
    notes_found = [one for one in sheet.all(Element.ANNEX_NOTE) if sheet.speaks(one)]
    for one in notes_found:
        if words.is_annex_note(one.text) and not one.text.startswith("("):
            message = f"dòng chỉ dẫn không đặt trong ngoặc: «{shortened(one.text)}»"
            yield sheet.at(TT583, one.paragraph, message, hint="viết «(Kèm theo … số …/… ngày … của …)»")


def numerals(sheet: Sheet) -> Iterator[Finding]:
    """Roman numerals from two annexes on, in their order."""
    found = [
        one for one in sheet.all(Element.ANNEX) if not one.paragraph.has_tags and not one.paragraph.is_blank
    ]
    if len(found) < 2:
        return
    given = [_numeral(one.text) for one in found]
    for one, numeral in zip(found, given, strict=True):
        if numeral is None and not sheet.is_exempt(one.paragraph):
            yield sheet.at(TT581, one.paragraph, f"viết «{one.text}»", hint="đánh số I, II, III…")
    if all(given):
        right = list(
            takewhile(lambda pair: pair[0] == roman(pair[1]), zip(given, range(1, 99), strict=False))
        )
        if len(right) < len(found):
            one = found[len(right)]
            message = f"phụ lục thứ {len(right) + 1} viết «{one.text}»"
            yield sheet.at(TT584, one.paragraph, message, hint=f"viết «Phụ lục {roman(len(right) + 1)}»")


def _numeral(text: str) -> str | None:
    match = _NUMBERED.match(text)
    return match[1].upper() if match is not None else None


def notes(sheet: Sheet) -> Iterator[Finding]:
    """Each annex says which paper it belongs to."""
    parts = (Element.ANNEX, Element.ANNEX_NOTE)
    if sheet.is_template:
        return
    for number, one in enumerate(sheet.all(*parts)):
        following = sheet.all(*parts)[number + 1 : number + 2]
        if one.element is Element.ANNEX and not (following and following[0].element is Element.ANNEX_NOTE):
            hint = "thêm dòng nghiêng, canh giữa: «(Kèm theo … số …/… ngày … tháng … năm … của …)»"
            yield sheet.at(TT585, one.paragraph, f"«{one.text}» không có dòng chỉ dẫn", hint=hint)


def mentions(sheet: Sheet) -> Iterator[Finding]:
    """The text points to its annexes."""
    annexes, text = sheet.all(Element.ANNEX), sheet.all(Element.BODY)
    if not annexes or not text or sheet.is_template:
        return
    if not any(_POINTS_TO_ANNEX.search(one.text) for one in (*text, *sheet.all(Element.GROUND))):
        hint = "thêm vào lời văn: «(chi tiết tại Phụ lục kèm theo)»"
        yield sheet.at(TT586, annexes[0].paragraph, f"lời văn không nhắc đến «{annexes[0].text}»", hint=hint)


RULES = (looks, own_line, numerals, notes, mentions)
