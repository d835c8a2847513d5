"""Estimates how long a paper is on paper, without a font at hand; judges nothing."""

from __future__ import annotations

import math
from collections import defaultdict

from truyenthong.nd30.paper import Paper, Paragraph, Section

MEAN_WIDTH = 0.46
"""The mean width of a letter in running Vietnamese text, in parts of its size."""

_LINE = 1.15
"""The height of a single line of Times New Roman, in parts of its size."""

_SURELY_LONGER = 1.25
"""Estimated pages from which a paper surely takes a second one."""


def characters_in_line(section: Section, size: float) -> float:
    """About how many letters fit into a line of text."""
    return section.text_width / (MEAN_WIDTH * size)


def has_second_page(paper: Paper) -> bool:
    """Whether the text surely takes more than one page."""
    if any(one.new_page for one in paper.body[1:]) or len({one.section for one in paper.body}) > 1:
        return True
    return _height(paper) / paper.sections[0].text_height > _SURELY_LONGER


def _height(paper: Paper) -> float:
    """Points that the body takes; of a row of a table its highest column."""
    section = paper.sections[0]
    plain = sum(_paragraph(one, section.text_width) for one in paper.body if one.cell is None)
    rows: dict[tuple[int, int], dict[int, float]] = defaultdict(lambda: defaultdict(float))
    columns: dict[int, int] = defaultdict(int)
    for one in paper.body:
        if one.cell is not None:
            columns[one.cell.table] = max(columns[one.cell.table], one.cell.column + 1)
    for one in paper.body:
        if one.cell is not None:
            width = section.text_width / columns[one.cell.table]
            rows[one.cell.table, one.cell.row][one.cell.column] += _paragraph(one, width)
    return plain + sum(max(row.values()) for row in rows.values())


def _paragraph(one: Paragraph, width: float) -> float:
    layout, size = one.layout, one.size
    lines = sum(max(1, math.ceil(len(part) * MEAN_WIDTH * size / width)) for part in one.raw.split("\n"))
    height = layout.line * size * _LINE if layout.line_is_multiple else layout.line
    return lines * height + layout.before + layout.after
