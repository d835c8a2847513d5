"""Rules about the layout of the text: sizes, alignment, indents, gaps (Phụ lục I, Phần I, II.6.e)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from truyenthong.diagnostics.nd30.texts import TT540, TT541, TT542, TT543, TT544, TT545
from truyenthong.findings import Finding
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.judging import Fault, Sheet
from truyenthong.nd30.length import characters_in_line
from truyenthong.nd30.measures import BODY_SIZES, FIRST_LINE_SLACK, FIRST_LINES, LEAST_GAP, LINES
from truyenthong.nd30.paper import Alignment, Layout
from truyenthong.text import number_wording

_SURELY_TWO = 1.3
"""Estimated lines from which a paragraph surely takes more than one."""

_CM = 28.3465
_LINE_HEIGHT = 1.15
_MOSTLY = 0.5


def _long(sheet: Sheet) -> Iterator[Recognised]:
    """Paragraphs of the text proper that take more than one line: no headings, no captions."""
    for one in sheet.all(Element.BODY):
        paragraph = one.paragraph
        fits = characters_in_line(sheet.paper.section(paragraph), paragraph.size)
        longest = max(len(line) for line in paragraph.raw.split("\n"))
        centred = paragraph.layout.alignment is Alignment.CENTER
        if longest >= fits * _SURELY_TWO and not paragraph.is_bold and not centred:
            yield one


def sizes(sheet: Sheet) -> Iterator[Finding]:
    """13 to 14 points."""
    low, high = BODY_SIZES
    faults: list[Fault] = []
    for one in sheet.all(Element.BODY):
        # What is smaller than all that a paper may hold is told by another rule.
        wrong = [
            run.size
            for run in one.paragraph.worded
            if (11 <= run.size < low or run.size > high) and not run.raised
        ]
        if wrong:
            faults.append((one.paragraph, f"lời văn cỡ {number_wording(wrong[0])}", "đặt cỡ chữ 13 hoặc 14"))
    yield from sheet.alike(TT540, faults)


def alignment(sheet: Sheet) -> Iterator[Finding]:
    """Both margins straight."""
    yield from sheet.alike(
        TT541,
        (
            (one.paragraph, "lời văn không canh đều hai lề", "canh đều hai bên (Ctrl+J)")
            for one in _long(sheet)
            if one.paragraph.layout.alignment is not Alignment.BOTH
        ),
    )


def first_lines(sheet: Sheet) -> Iterator[Finding]:
    """1 cm or 1.27 cm; a list, a paragraph that stands in as a whole or begins with a tab is left alone."""
    faults: list[Fault] = []
    for one in _long(sheet):
        paragraph, layout = one.paragraph, one.paragraph.layout
        if (
            layout.left > 1
            or layout.first_line < 0
            or paragraph.label
            or paragraph.raw.startswith(("\t", "  "))
        ):
            continue
        if not any(abs(layout.first_line - wanted) <= FIRST_LINE_SLACK for wanted in FIRST_LINES):
            given = number_wording(round(layout.first_line / _CM, 2))
            hint = "Đoạn > Đặc biệt > Dòng đầu: 1 cm hoặc 1,27 cm"
            faults.append((paragraph, f"chữ đầu đoạn lùi {given} cm", hint))
    yield from sheet.alike(TT542, faults)


def gaps(sheet: Sheet) -> Iterator[Finding]:
    """At least 6 points between paragraphs; an empty line between them is more than that."""
    faults: list[Fault] = []
    long = {one.paragraph.place for one in _long(sheet)}
    for above, one in pairwise(sheet.known.all):
        if above.element is not Element.BODY or one.paragraph.place not in long:
            continue
        if one.paragraph.place != above.paragraph.place + 1:
            continue
        gap = _gap(above, one)
        if gap < LEAST_GAP - 0.1:
            what = f"cách đoạn trên {number_wording(round(gap, 1))} pt"
            faults.append((one.paragraph, what, "Đoạn > Khoảng cách > Trước: 6 pt"))
    yield from sheet.alike(TT543, faults)


def _gap(above: Recognised, one: Recognised) -> float:
    first, second = above.paragraph, one.paragraph
    same = first.style == second.style
    after = 0.0 if same and first.layout.contextual else first.layout.after
    before = 0.0 if same and second.layout.contextual else second.layout.before
    return after + before


def lines(sheet: Sheet) -> Iterator[Finding]:
    """Single to one and a half."""
    low, high = LINES
    faults: list[Fault] = []
    for one in _long(sheet):
        height, room = _height(one.paragraph.layout, one.paragraph.size)
        if not low - room <= height <= high + room:
            what = f"cách dòng {number_wording(round(height, 2))}"
            faults.append((one.paragraph, what, "Đoạn > Khoảng cách dòng: từ 1 đến 1,5 dòng"))
    yield from sheet.alike(TT544, faults)


def _height(layout: Layout, size: float) -> tuple[float, float]:
    """The height of a line in lines, and the room left: points say less about the gap."""
    if layout.line_is_multiple:
        return layout.line, 0.0
    height = layout.line / (size * _LINE_HEIGHT)
    return (max(height, 1.0) if layout.line_is_least else height), 0.2


def slant(sheet: Sheet) -> Iterator[Finding]:
    """Upright; a quotation or a note in slanted letters is no fault, a paper of them is."""
    long = list(_long(sheet))
    slanted = [one for one in long if one.paragraph.is_italic]
    if len(slanted) > 1 and len(slanted) > len(long) * _MOSTLY:
        hint = "chọn lời văn, bỏ chữ nghiêng (Ctrl+I)"
        yield from sheet.alike(TT545, ((one.paragraph, "lời văn in nghiêng", hint) for one in slanted))


RULES = (sizes, alignment, first_lines, gaps, lines, slant)
