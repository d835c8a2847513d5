"""Rules about addressees, signature, recipients and annexes (NĐ 30/2020/NĐ-CP, PL I, II.7, II.9, III)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from truyenthong.diagnostics.nd30 import (
    TT550,
    TT551,
    TT552,
    TT560,
    TT561,
    TT562,
    TT563,
    TT570,
    TT571,
    TT572,
    TT573,
    TT580,
    TT581,
    TT582,
    TT583,
)
from truyenthong.findings import Finding
from truyenthong.nd30 import measures
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.judging import Sheet, looks_wrong, shortened
from truyenthong.nd30.measures import WITHOUT_ADDRESSEE

_LOOKS = (
    (Element.ADDRESSEE, TT551, measures.ADDRESSEE),
    (Element.ADDRESSEE_LINE, TT551, measures.ADDRESSEE),
    (Element.RECIPIENTS, TT560, measures.RECIPIENTS),
    (Element.RECIPIENT, TT561, measures.RECIPIENT),
    (Element.POSITION, TT570, measures.POSITION),
    (Element.NAME, TT573, measures.NAME),
    (Element.ANNEX, TT580, measures.ANNEX),
    (Element.ANNEX_TITLE, TT582, measures.ANNEX_TITLE),
    (Element.ANNEX_NOTE, TT583, measures.ANNEX_NOTE),
)
_KEPT = re.compile(r"- Lưu: VT(, [^.;]+)?\.")
_FOR_A_BODY = re.compile(r"TM\.\s*(GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG)")
_RANK = re.compile(r"(GS|PGS|TS|ThS|Ths|TSKH|CN|KS|BS|NGND|NGƯT|Thạc sĩ|Tiến sĩ)\.?\s", re.IGNORECASE)
_ROMAN = re.compile(r"phụ lục\s+[IVXLC]+\.?", re.IGNORECASE)


def looks(sheet: Sheet) -> Iterator[Finding]:
    """Size, weight, slant, case and place of each element."""
    for element, kind, style in _LOOKS:
        for one in sheet.all(element):
            yield from looks_wrong(sheet, kind, one, style)


def addressee(sheet: Sheet) -> Iterator[Finding]:
    """Only where the type of paper is sent to somebody by name."""
    titles = [one.text.upper() for one in sheet.all(Element.TITLE)]
    if any(title in WITHOUT_ADDRESSEE for title in titles):
        for one in sheet.all(Element.ADDRESSEE):
            message = f"{titles[0].capitalize()} không ghi Kính gửi"
            yield sheet.at(TT550, one.paragraph, message, hint="bỏ dòng này, ghi nơi gửi ở Nơi nhận")
    yield from _punctuation(sheet, sheet.all(Element.ADDRESSEE_LINE))


def _punctuation(sheet: Sheet, found: Sequence[Recognised]) -> Iterator[Finding]:
    for place, one in enumerate(found):
        wanted = "." if place == len(found) - 1 else ";"
        if not one.paragraph.has_tags and not one.text.endswith(wanted):
            message = f"dòng «{shortened(one.text)}» không kết thúc bằng «{wanted}»"
            yield sheet.at(TT552, one.paragraph, message, hint=f"đặt dấu «{wanted}» ở cuối dòng")


def recipients(sheet: Sheet) -> Iterator[Finding]:
    """«Nơi nhận:», a dash and a semicolon each, the copy kept at the end."""
    for head in sheet.all(Element.RECIPIENTS):
        if head.text != "Nơi nhận:" and not head.paragraph.has_tags:
            yield sheet.at(TT560, head.paragraph, f"viết «{head.text}»", hint="viết «Nơi nhận:»")
    found = [one for one in sheet.all(Element.RECIPIENT) if not one.paragraph.has_tags]
    if len(found) != len(sheet.all(Element.RECIPIENT)):
        return
    for one in found[:-1]:
        if not (one.text.startswith("- ") and one.text.endswith(";")) and not sheet.is_exempt(one.paragraph):
            message = f"dòng nơi nhận viết «{shortened(one.text)}»"
            yield sheet.at(TT562, one.paragraph, message, hint="viết «- …;»")
    for one in found[-1:]:
        if _KEPT.fullmatch(one.text) is None and not sheet.is_exempt(one.paragraph):
            message = f"dòng cuối của Nơi nhận viết «{shortened(one.text)}»"
            yield sheet.at(TT563, one.paragraph, message, hint="viết như «- Lưu: VT, VP.»")


def signature(sheet: Sheet) -> Iterator[Finding]:
    """On whose behalf, and nothing before the name."""
    for one in sheet.all(Element.POSITION):
        if _FOR_A_BODY.search(one.text):
            hint = "ghi KT. khi cấp phó ký thay, TL. khi ký thừa lệnh"
            yield sheet.at(TT571, one.paragraph, f"ghi «{one.text}»", hint=hint)
    for one in sheet.all(Element.NAME):
        match = _RANK.match(one.text)
        if match is not None:
            message = f"trước họ tên ghi «{match[0].strip()}»"
            yield sheet.at(TT572, one.paragraph, message, hint=f"chỉ ghi «{one.text[match.end() :]}»")


def annexes(sheet: Sheet) -> Iterator[Finding]:
    """Roman numerals from two annexes on."""
    found = sheet.all(Element.ANNEX)
    for one in found if len(found) > 1 else ():
        if _ROMAN.fullmatch(one.text) is None and not one.paragraph.has_tags:
            yield sheet.at(TT581, one.paragraph, f"viết «{one.text}»", hint="đánh số I, II, III…")


RULES = (looks, addressee, recipients, signature, annexes)
