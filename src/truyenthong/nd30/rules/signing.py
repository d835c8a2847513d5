"""Rules about who signs, and on whose behalf (Điều 13; Phụ lục I, Phần I, II.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from truyenthong.diagnostics.nd30.feet import TT570, TT571, TT572, TT573, TT574, TT575, TT576, TT577
from truyenthong.findings import Finding
from truyenthong.nd30 import measures, words
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.judging import Sheet, looks_wrong

_FOR_A_BODY = re.compile(
    r"TM\.\s*(BAN GIÁM ĐỐC|BAN GIÁM HIỆU|GIÁM ĐỐC|HIỆU TRƯỞNG"
    r"|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|NHÀ TRƯỜNG|TRƯỜNG\b|SỞ\b|PHÒNG\b)"
)
_SHORT_RANK = re.compile(
    r"(GS|PGS|TSKH|TS|ThS|Th\.S|CN|KS|BS|BSCKI|BSCKII|NGND|NGƯT|NSND|NSƯT|AHLĐ)[.,:\s]", re.IGNORECASE
)
_SCHOOLS = ("TRƯỜNG", "TRUNG TÂM", "HỌC VIỆN", "VIỆN", "BỆNH VIỆN", "ĐẠI HỌC")
_ON_BEHALF = re.compile(r"(KT|TL|TUQ)\.")
_BADLY = (
    (re.compile(r"(T\s?/\s?M|TM)\s+(?!\.)"), "TM."),
    (re.compile(r"(K\s?/\s?T|KT)\s+(?!\.)"), "KT."),
    (re.compile(r"(T\s?/\s?L|TL)\s+(?!\.)"), "TL."),
    (re.compile(r"(T\s?/\s?U\s?/\s?Q|TUQ)\s+(?!\.)"), "TUQ."),
    (re.compile(r"T\.\s?M[.:,]?\s*(?=\w)|TM[:,]\s*"), "TM."),
    (re.compile(r"K\.\s?T[.:,]?\s*(?=\w)|KT[:,]\s*"), "KT."),
    (re.compile(r"T\.\s?L[.:,]?\s*(?=\w)|TL[:,]\s*"), "TL."),
    (re.compile(r"T\.\s?U\.\s?Q[.:,]?\s*(?=\w)|TUQ[:,]\s*"), "TUQ."),
    *((re.compile(rf"{short}\.(?=\w)"), f"{short}.") for short in ("TM", "KT", "TL", "TUQ", "Q")),
    (re.compile(r"P(?:\.\s*|\s+)(?=GIÁM|HIỆU|CHỦ|TRƯỞNG|CHÁNH)"), "PHÓ"),
    (re.compile(r"QUYỀN\s+(?=GIÁM|HIỆU|CHỦ|TRƯỞNG|CHÁNH)"), "Q."),
)
_DEPUTY = re.compile(r"(PHÓ|THỨ TRƯỞNG)\b|P\.")


def looks(sheet: Sheet) -> Iterator[Finding]:
    """Size, weight, slant, case and place of both."""
    yield from looks_wrong(sheet, TT570, sheet.all(Element.POSITION), measures.POSITION)
    yield from looks_wrong(sheet, TT573, sheet.all(Element.NAME), measures.NAME)


def abbreviations(sheet: Sheet) -> Iterator[Finding]:
    """TM., Q., KT., TL., TUQ.; and TM. for collective bodies only."""
    for one in sheet.all(Element.POSITION):
        if _FOR_A_BODY.match(one.text):
            hint = "người đứng đầu ký thì bỏ dòng này; cấp phó ký thay ghi KT., ký thừa lệnh ghi TL."
            yield sheet.at(TT571, one.paragraph, f"ghi «{one.text}»", hint=hint)
        for pattern, right in _BADLY:
            match = pattern.match(one.text)
            if match is not None:
                fixed = f"{right} {one.text[match.end() :]}"
                yield sheet.at(TT576, one.paragraph, f"ghi «{one.text}»", hint=f"viết «{fixed}»")


def names(sheet: Sheet) -> Iterator[Finding]:
    """Nothing before the name; schools go by the rules of their ministry."""
    agencies = sheet.all(Element.AGENCY)
    if agencies and agencies[0].text.upper().startswith(_SCHOOLS):
        return
    for one in sheet.all(Element.NAME):
        match = _SHORT_RANK.match(one.text) or words.LONG_RANK.match(one.text)
        if match is not None:
            message = f"trước họ tên ghi «{match[0].strip()}»"
            yield sheet.at(TT572, one.paragraph, message, hint="chỉ ghi họ và tên")


def positions(sheet: Sheet) -> Iterator[Finding]:
    """Below KT., TL. and TUQ. stands the signer's own office; a deputy signs with KT."""
    if sheet.known.type == "BIÊN BẢN" or any(one.paragraph.has_tags for one in _foot(sheet)):
        return
    for column in _columns(sheet):
        yield from _order(sheet, column)


def _foot(sheet: Sheet) -> tuple[Recognised, ...]:
    # A template's offices are recognised by nothing but their place, beside the list of recipients.
    tables = {
        one.paragraph.cell.table for one in sheet.all(Element.RECIPIENTS) if one.paragraph.cell is not None
    }
    return tuple(
        one
        for one in sheet.known.all
        if one.paragraph.cell is not None and one.paragraph.cell.table in tables
    )


def _columns(sheet: Sheet) -> Iterator[list[Recognised]]:
    """The offices of one signer each: in one column, or in lines without a table."""
    found: dict[int, list[Recognised]] = {}
    for one in sheet.all(Element.POSITION):
        cell = one.paragraph.cell
        found.setdefault(cell.column if cell is not None else -1, []).append(one)
    yield from found.values()


def _order(sheet: Sheet, column: Sequence[Recognised]) -> Iterator[Finding]:
    for place, one in enumerate(column):
        below = column[place + 1].text if place + 1 < len(column) else ""
        match = _ON_BEHALF.match(one.text)
        if match is not None and not below:
            message = f"dưới «{one.text}» không có chức vụ người ký"
            yield sheet.at(TT574, one.paragraph, message, hint="thêm dòng chức vụ của người ký")
        elif match is not None and match[1] == "KT" and _DEPUTY.search(below.upper()) is None:
            message = f"dưới «{one.text}» ghi «{below}»"
            yield sheet.at(
                TT574, one.paragraph, message, hint="ký thay là cấp phó: PHÓ GIÁM ĐỐC, PHÓ HIỆU TRƯỞNG…"
            )
    first = column[0]
    if _DEPUTY.match(first.text) and sheet.all(Element.RECIPIENTS):
        message = f"«{first.text}» ký mà không ghi KT."
        hint = f"thêm dòng trên: «KT. {first.text.removeprefix('PHÓ ')}»"
        yield sheet.at(TT575, first.paragraph, message, hint=hint)


def presence(sheet: Sheet) -> Iterator[Finding]:
    """Above the name stands its owner's office; a draft may leave both open."""
    if sheet.all(Element.NAME) and not sheet.all(Element.POSITION) and not sheet.is_template:
        hint = "thêm chức vụ người ký, chữ in hoa, đậm, ngang hàng với Nơi nhận"
        yield sheet.whole(TT577, "không thấy quyền hạn, chức vụ của người ký", hint=hint)


RULES = (looks, abbreviations, names, positions, presence)
