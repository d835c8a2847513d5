"""Rules about the grounds that a paper stands on (Phụ lục I, Phần I, II.6.a)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truyenthong.diagnostics.nd30.grounds import TT533, TT534, TT557, TT558
from truyenthong.findings import Finding
from truyenthong.nd30 import measures
from truyenthong.nd30.elements import Element
from truyenthong.nd30.judging import Sheet, looks_wrong, shortened

_CITED = re.compile(
    r"(Nghị định|Thông tư|Quyết định|Kế hoạch|Chỉ thị|Nghị quyết|Thông báo|Hướng dẫn|Chương trình|Công văn)"
    r" số \d+[/-]\S+"
)
_DATED = re.compile(r"ngày|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|tháng")
_LAW = re.compile(r"Căn cứ (Bộ luật|Luật|Pháp lệnh)\b[^;]*?\bsố\s*:?\s*\d+/\d{4}/(QH|PL|UBTVQH)\d*")


def looks(sheet: Sheet) -> Iterator[Finding]:
    """Slanted."""
    yield from looks_wrong(sheet, TT533, sheet.all(Element.GROUND), measures.GROUND)


def punctuation(sheet: Sheet) -> Iterator[Finding]:
    """Each ends with a semicolon, the last with a full stop."""
    found = sheet.all(Element.GROUND)
    for place, one in enumerate(found):
        last = place == len(found) - 1
        sign = "." if last else ";"
        if sheet.speaks(one) and not one.paragraph.piece and not one.text.endswith(sign):
            name = "dòng căn cứ cuối" if last else "dòng căn cứ"
            message = f"{name} không kết thúc bằng «{sign}»: «{shortened(one.text)}»"
            yield sheet.at(TT534, one.paragraph, message, hint=f"đặt dấu «{sign}» ở cuối dòng")


def citations(sheet: Sheet) -> Iterator[Finding]:
    """What is cited is cited in full; of laws only the name and the day."""
    for one in sheet.all(Element.GROUND):
        if not sheet.speaks(one):
            continue
        law = _LAW.match(one.text[:500])
        if law is not None:
            message = f"căn cứ ghi số của {law[1]}: «{shortened(one.text)}»"
            yield sheet.at(
                TT558, one.paragraph, message, hint="bỏ số, ký hiệu; chỉ ghi tên và ngày tháng năm"
            )
        cited = _CITED.search(one.text)
        if cited is not None and not _DATED.search(one.text):
            message = f"căn cứ không ghi ngày ban hành: «{shortened(one.text)}»"
            yield sheet.at(TT557, one.paragraph, message, hint="thêm «ngày … tháng … năm … của …»")


RULES = (looks, punctuation, citations)
