"""Rules about addressees and recipients (Phụ lục I, Phần I, II.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from truyenthong.diagnostics.nd30.feet import (
    TT550,
    TT551,
    TT552,
    TT560,
    TT561,
    TT562,
    TT563,
    TT564,
    TT565,
    TT566,
)
from truyenthong.findings import Finding
from truyenthong.nd30 import measures
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.judging import Sheet, looks_wrong, shortened
from truyenthong.nd30.paper import Alignment

_LOOKS = (
    (Element.ADDRESSEE, TT551, measures.ADDRESSEE),
    (Element.ADDRESSEE_LINE, TT551, measures.ADDRESSEE),
    (Element.RECIPIENTS, TT560, measures.RECIPIENTS),
    (Element.RECIPIENT, TT561, measures.RECIPIENT),
)
_DASH = re.compile(r"[-–—−]")
_KEPT = re.compile(r"(?:[-–—−]\s?)?Lưu\s?:\s?VT\b(?:,\s?[^;]+)?\s?(?:\.|\.\s?\S{0,4}\(\d+\)\.?)")
_KEPT_AT_ALL = re.compile(r"[-–—−]?\s*Lưu\b", re.IGNORECASE)
_AS_ABOVE = re.compile(r"[-–—−]?\s*Như (trên|Kính gửi|kính gửi)\b")


def looks(sheet: Sheet) -> Iterator[Finding]:
    """Size, weight, slant, case and place of each element."""
    for element, kind, style in _LOOKS:
        yield from looks_wrong(sheet, kind, sheet.all(element), style)


def addressee(sheet: Sheet) -> Iterator[Finding]:
    """Only where the type of paper is sent to somebody by name."""
    heads = sheet.all(Element.ADDRESSEE)
    kind = sheet.known.type
    if kind is not None and kind in measures.WITHOUT_ADDRESSEE:
        for one in heads[:1]:
            message = f"{kind.capitalize()} không ghi Kính gửi"
            yield sheet.at(TT550, one.paragraph, message, hint="bỏ dòng này, ghi nơi gửi ở Nơi nhận")
        return
    for one in heads:
        fault = _addressee_fault(one.text, sheet.all(Element.ADDRESSEE_LINE)) if sheet.speaks(one) else None
        if fault is not None:
            yield sheet.at(TT552, one.paragraph, f"«{shortened(one.text)}»: {fault[0]}", hint=fault[1])
    yield from _punctuation(sheet, sheet.all(Element.ADDRESSEE_LINE))
    yield from _dashes(sheet, sheet.all(Element.ADDRESSEE_LINE))


def _addressee_fault(text: str, lines: Sequence[Recognised]) -> tuple[str, str] | None:
    named = text[len("Kính gửi") :].lstrip()
    if not named.startswith(":"):
        return "sau chữ «Kính gửi» phải có dấu hai chấm", "viết «Kính gửi:»"
    named = named[1:].strip()
    if not named and len(lines) == 1 and not (lines[0].paragraph.has_tags or lines[0].paragraph.is_blank):
        return (
            "gửi một nơi thì ghi trên cùng dòng",
            f"viết «Kính gửi: {shortened(lines[0].text).lstrip('- ')}»",
        )
    if ";" in named.rstrip("; ") or (named.endswith(";") and not lines):
        return (
            "gửi nhiều nơi thì mỗi nơi một dòng",
            "xuống dòng sau «Kính gửi:», mỗi nơi một dòng có gạch đầu dòng",
        )
    return None


def _punctuation(sheet: Sheet, found: Sequence[Recognised]) -> Iterator[Finding]:
    if not all(sheet.speaks(one) for one in found) or len(found) == 1:
        return
    for place, one in enumerate(found):
        last = place == len(found) - 1
        goes_on = not last and not _is_listed(found[place + 1])
        wanted = "." if last else ";"
        if not one.text.endswith(wanted) and not goes_on:
            message = f"dòng «{shortened(one.text)}» không kết thúc bằng «{wanted}»"
            yield sheet.at(TT552, one.paragraph, message, hint=f"đặt dấu «{wanted}» ở cuối dòng")


def _dashes(sheet: Sheet, found: Sequence[Recognised]) -> Iterator[Finding]:
    """A dash for each of several, one below the other."""
    listed = [one for one in found if _is_listed(one)]
    for place, one in enumerate(found if len(found) > 1 else ()):
        goes_on = place > 0 and not found[place - 1].text.endswith((";", "."))
        if not _is_listed(one) and not goes_on and sheet.speaks(one):
            message = f"dòng «{shortened(one.text)}» không có gạch đầu dòng"
            yield sheet.at(TT552, one.paragraph, message, hint="viết «- …;», mỗi nơi một dòng")
    starts = {_start(one) for one in listed if not one.paragraph.raw[:1].isspace()}
    centred = [one for one in listed if one.paragraph.layout.alignment in _UNEVEN]
    if len(listed) > 1 and (centred or (starts and max(starts) - min(starts) > _ALIGNED)):
        one = centred[0] if centred else max(listed, key=lambda line: abs(_start(line) - _start(listed[0])))
        message = f"các gạch đầu dòng không thẳng hàng: «{shortened(one.text)}»"
        yield sheet.at(
            TT551, one.paragraph, message, hint="canh trái, thụt các dòng bằng nhau, dưới dấu hai chấm"
        )


_UNEVEN = (Alignment.CENTER, Alignment.RIGHT)
_ALIGNED = 6.0
"""Points by which dashes may stand apart and still look aligned."""


def _start(one: Recognised) -> float:
    layout = one.paragraph.layout
    return layout.left + layout.first_line


def _is_listed(one: Recognised) -> bool:
    return one.paragraph.label == "-" or _DASH.match(one.text) is not None


def recipients(sheet: Sheet) -> Iterator[Finding]:
    """«Nơi nhận:», a dash and a semicolon each, the copy kept at the end."""
    for head in sheet.all(Element.RECIPIENTS):
        if head.text not in ("Nơi nhận:", "NƠI NHẬN:") and sheet.speaks(head):
            yield sheet.at(TT560, head.paragraph, f"viết «{head.text}»", hint="viết «Nơi nhận:»")
    yield from _side(sheet)
    found = sheet.all(Element.RECIPIENT)
    if any(one.paragraph.has_tags for one in found):
        return
    for place, one in enumerate(found[:-1]):
        goes_on = not _is_listed(found[place + 1]) and not one.text.endswith((";", "."))
        wrapped = place > 0 and not _is_listed(one) and not found[place - 1].text.endswith((";", "."))
        right = (_is_listed(one) or wrapped) and (one.text.endswith(";") or goes_on)
        if not right and sheet.speaks(one):
            message = f"dòng nơi nhận viết «{shortened(one.text)}»"
            yield sheet.at(TT562, one.paragraph, message, hint="viết «- …;»")
    yield from _kept(sheet, found)


def _side(sheet: Sheet) -> Iterator[Finding]:
    """To the left of who signs."""
    heads, offices = sheet.all(Element.RECIPIENTS)[:1], sheet.all(Element.POSITION)[:1]
    cells = [one.paragraph.cell for one in (*heads, *offices)]
    if len(cells) < 2 or cells[0] is None or cells[1] is None or cells[0].table != cells[1].table:
        return
    if cells[0].column > cells[1].column:
        hint = "đổi hai ô: Nơi nhận bên trái, chức vụ bên phải"
        yield sheet.at(TT560, heads[0].paragraph, "Nơi nhận đặt bên phải chức vụ người ký", hint=hint)


def _kept(sheet: Sheet, found: Sequence[Recognised]) -> Iterator[Finding]:
    """The line of the copy kept is the last one; it may take two lines."""
    if not found:
        return
    first = next((n for n, one in enumerate(found) if _KEPT_AT_ALL.match(one.text)), len(found) - 1)
    after = next((n for n in range(first + 1, len(found)) if _is_listed(found[n])), len(found))
    if after < len(found) and sheet.speaks(found[after]):
        message = f"dưới dòng Lưu còn «{shortened(found[after].text)}»"
        yield sheet.at(TT563, found[after].paragraph, message, hint="chuyển dòng Lưu xuống cuối")
    told = " ".join(one.text for one in found[first:after])
    listed = _is_listed(found[first]) if _KEPT_AT_ALL.match(found[first].text) else True
    one = found[first]
    if (_KEPT.fullmatch(told) is None or not listed) and all(
        sheet.speaks(line) for line in found[first:after]
    ):
        message = f"dòng cuối của Nơi nhận viết «{shortened(told)}»"
        yield sheet.at(TT563, one.paragraph, message, hint="viết như «- Lưu: VT, VP.»")


def as_above(sheet: Sheet) -> Iterator[Finding]:
    """«Như trên» stands for whom «Kính gửi» names, so each asks for the other."""
    found = sheet.all(Element.RECIPIENT)
    if not found or any(one.paragraph.has_tags for one in sheet.known.all if one.element in _ADDRESSED):
        return
    addressed = bool(sheet.all(Element.ADDRESSEE))
    if addressed and sheet.known.type in measures.WITHOUT_ADDRESSEE:
        return
    meant = _AS_ABOVE.match(found[0].text)
    if addressed and (meant is None or meant[1] != "trên") and not _KEPT_AT_ALL.match(found[0].text):
        message = f"dòng đầu của Nơi nhận viết «{shortened(found[0].text)}»"
        yield sheet.at(TT564, found[0].paragraph, message, hint="viết «- Như trên;»")
    if sheet.known.type in measures.ADDRESSED_WITHIN:
        return
    if not addressed and meant is not None and sheet.all(Element.STATE_NAME, Element.TITLE):
        message = f"«{shortened(found[0].text)}» mà văn bản không có Kính gửi"
        hint = "ghi tên nơi nhận, hoặc thêm Kính gửi nếu là công văn, tờ trình, báo cáo gửi cấp trên"
        yield sheet.at(TT565, found[0].paragraph, message, hint=hint)


_ADDRESSED = (Element.ADDRESSEE, Element.ADDRESSEE_LINE, Element.RECIPIENT)


def presence(sheet: Sheet) -> Iterator[Finding]:
    """A paper with a number is sent to somebody."""
    if not (sheet.all(Element.NUMBER) and sheet.all(Element.DATE_LINE)) or sheet.all(Element.RECIPIENTS):
        return
    if not sheet.known.is_other_form and sheet.known.type not in measures.WITHOUT_RECIPIENTS:
        hint = "thêm «Nơi nhận:» ở bên trái, ngang hàng với chức vụ người ký"
        yield sheet.whole(TT566, "không thấy Nơi nhận", hint=hint)


RULES = (looks, addressee, recipients, as_above, presence)
