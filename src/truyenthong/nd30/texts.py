"""Rules about the text of a paper: grounds, paragraphs, ways of writing (NĐ 30/2020/NĐ-CP, PL I II.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from truyenthong.diagnostics.nd30 import (
    TT533,
    TT534,
    TT540,
    TT541,
    TT542,
    TT543,
    TT544,
    TT590,
    TT591,
    TT592,
    TT593,
)
from truyenthong.findings import Finding
from truyenthong.nd30 import measures
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.judging import Sheet, looks_wrong, shortened
from truyenthong.nd30.measures import BODY_SIZES, FIRST_LINE_SLACK, FIRST_LINES, LEAST_GAP, LINES
from truyenthong.nd30.paper import Alignment
from truyenthong.text import number_wording

_A_LINE = 100
"""Characters from which a paragraph surely takes more than one line."""

_CM = 28.3465
_DATE = re.compile(r"\b\d{1,2}/0[3-9]/\d{4}\b")
_NUMBERING = re.compile(r"(?:[IVXL]+[/)]|\d{1,2}[/)]|[a-zđ]\.)\s")
_CAPITALS = (
    (re.compile(r"Thủ tướng chính phủ"), "Thủ tướng Chính phủ"),
    (re.compile(r"Phù đồng|Phù Đồng"), "Phù Đổng"),
    (re.compile(r"[ỦU][ỷyỶ]? ?[Bb]an Nhân dân|[ỦU]y Ban"), "Ủy ban nhân dân"),
    (re.compile(r"Sở giáo dục"), "Sở Giáo dục"),
    (re.compile(r"Bộ giáo dục"), "Bộ Giáo dục"),
    (re.compile(r"Phòng giáo dục"), "Phòng Giáo dục"),
)


def grounds(sheet: Sheet) -> Iterator[Finding]:
    """Slanted; each ends with a semicolon, the last with a full stop."""
    found = sheet.all(Element.GROUND)
    for place, one in enumerate(found):
        yield from looks_wrong(sheet, TT533, one, measures.GROUND)
        last = place == len(found) - 1
        ending = "." if last else ";"
        if not one.paragraph.has_tags and not one.text.endswith(ending):
            name = "dòng căn cứ cuối" if last else "dòng căn cứ"
            message = f"{name} không kết thúc bằng «{ending}»: «{shortened(one.text)}»"
            yield sheet.at(TT534, one.paragraph, message, hint=f"đặt dấu «{ending}» ở cuối dòng")


def _long(sheet: Sheet) -> Iterator[Recognised]:
    """Paragraphs of the text proper: no headings, no captions, no list hung at its dash."""
    for one in sheet.all(Element.BODY):
        layout = one.paragraph.layout
        bold = all(run.bold for run in one.paragraph.inked)
        if len(one.text) >= _A_LINE and not bold and layout.alignment is not Alignment.CENTER:
            yield one


def sizes(sheet: Sheet) -> Iterator[Finding]:
    """13 to 14 points."""
    low, high = BODY_SIZES
    for one in sheet.all(Element.BODY):
        wrong = [run.size for run in one.paragraph.inked if not low <= run.size <= high]
        if wrong:
            message = f"lời văn cỡ {number_wording(wrong[0])}: «{shortened(one.text)}»"
            yield sheet.at(TT540, one.paragraph, message, hint="đặt cỡ chữ 13 hoặc 14")


def alignment(sheet: Sheet) -> Iterator[Finding]:
    """Both margins straight."""
    for one in _long(sheet):
        if one.paragraph.layout.alignment is not Alignment.BOTH:
            message = f"lời văn không canh đều hai lề: «{shortened(one.text)}»"
            yield sheet.at(TT541, one.paragraph, message, hint="canh đều hai bên (Ctrl+J)")


def first_lines(sheet: Sheet) -> Iterator[Finding]:
    """1 cm or 1.27 cm; a paragraph that stands in as a whole, or hangs at its dash, is left alone."""
    for one in _long(sheet):
        layout = one.paragraph.layout
        if layout.left > 1 or layout.first_line < 0:
            continue
        if not any(abs(layout.first_line - wanted) <= FIRST_LINE_SLACK for wanted in FIRST_LINES):
            given = number_wording(round(layout.first_line / _CM, 2))
            message = f"chữ đầu đoạn lùi {given} cm: «{shortened(one.text)}»"
            yield sheet.at(
                TT542, one.paragraph, message, hint="Đoạn > Đặc biệt > Dòng đầu: 1 cm hoặc 1,27 cm"
            )


def gaps(sheet: Sheet) -> Iterator[Finding]:
    """At least 6 points between paragraphs."""
    for above, one in pairwise(sheet.all(Element.BODY)):
        gap = above.paragraph.layout.after + one.paragraph.layout.before
        if gap < LEAST_GAP - 0.1 and one in tuple(_long(sheet)):
            message = f"cách đoạn trên {number_wording(round(gap, 1))} pt: «{shortened(one.text)}»"
            yield sheet.at(TT543, one.paragraph, message, hint="Đoạn > Khoảng cách > Trước: 6 pt")


def lines(sheet: Sheet) -> Iterator[Finding]:
    """Single to one and a half; a height in points is held against the letters."""
    low, high = LINES
    for one in _long(sheet):
        layout = one.paragraph.layout
        size = max((run.size for run in one.paragraph.inked), default=14.0)
        height = layout.line if layout.line_is_multiple else layout.line / (size * 1.15)
        # A height in points says less about the gap, so it is judged with some room.
        room = 0.0 if layout.line_is_multiple else 0.2
        if not low - room <= height <= high + room:
            message = f"cách dòng {number_wording(round(height, 2))}: «{shortened(one.text)}»"
            yield sheet.at(TT544, one.paragraph, message, hint="đặt khoảng cách dòng từ 1 đến 1,5")


def dates(sheet: Sheet) -> Iterator[Finding]:
    """No zero before the months 3 to 9."""
    for one in sheet.known:
        match = _DATE.search(one.text)
        if match is not None and not sheet.is_exempt(one.paragraph):
            day, month, year = match[0].split("/")
            message = f"ngày viết «{match[0]}»"
            yield sheet.at(TT590, one.paragraph, message, hint=f"viết {int(day):02d}/{int(month)}/{year}")


def numbering(sheet: Sheet) -> Iterator[Finding]:
    """I. / 1. / a)"""
    for one in sheet.all(Element.BODY):
        match = _NUMBERING.match(one.text)
        if match is not None and not sheet.is_exempt(one.paragraph):
            message = f"mục đánh số «{match[0].strip()}»: «{shortened(one.text)}»"
            yield sheet.at(TT591, one.paragraph, message, hint="mục I., khoản 1., điểm a)")


def ending(sheet: Sheet) -> Iterator[Finding]:
    """«./.» after the last sentence, where a signature follows."""
    told = sheet.all(Element.BODY)
    if not told or not sheet.all(Element.RECIPIENTS):
        return
    last = told[-1]
    if not last.text.endswith("./.") and not last.paragraph.has_tags and not sheet.is_exempt(last.paragraph):
        message = f"lời văn không kết thúc bằng «./.»: «…{last.text[-40:]}»"
        yield sheet.at(TT592, last.paragraph, message, hint="đặt «./.» sau câu cuối")


def capitals(sheet: Sheet) -> Iterator[Finding]:
    """Names of which the right capitals are beyond doubt."""
    for one in sheet.known:
        for pattern, right in _CAPITALS:
            match = pattern.search(one.text)
            if match is not None and not sheet.is_exempt(one.paragraph):
                yield sheet.at(TT593, one.paragraph, f"viết «{match[0]}»", hint=f"viết «{right}»")


RULES = (
    grounds,
    sizes,
    alignment,
    first_lines,
    gaps,
    lines,
    dates,
    numbering,
    ending,
    capitals,
)
