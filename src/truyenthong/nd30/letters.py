"""Rules about letters wherever they stand: font, colour, least size (NĐ 30/2020/NĐ-CP, Phụ lục I, I)."""

from __future__ import annotations

from collections.abc import Iterator

from truyenthong.diagnostics.nd30 import TT510, TT511, TT512
from truyenthong.findings import Finding
from truyenthong.nd30.judging import Sheet, shortened
from truyenthong.nd30.measures import FONT, SMALLEST
from truyenthong.nd30.paper import Paragraph
from truyenthong.text import number_wording

_BLACK = {None, "auto", "000000"}


def fonts(sheet: Sheet) -> Iterator[Finding]:
    """Times New Roman for all scripts that Vietnamese letters may fall into."""
    for one in _written(sheet):
        wrong = {font or "mặc định" for run in one.inked for font in run.fonts if font != FONT}
        if wrong:
            message = f"phông chữ {', '.join(sorted(wrong))}: «{shortened(one.text)}»"
            yield sheet.at(TT510, one, message, hint=f"chọn cả đoạn, đặt phông {FONT}")


def colours(sheet: Sheet) -> Iterator[Finding]:
    """Black; the shading of a cell is no colour of letters."""
    for one in _written(sheet):
        wrong = [run.colour for run in one.inked if run.colour not in _BLACK]
        if wrong:
            message = f"chữ màu {wrong[0]}: «{shortened(one.text)}»"
            yield sheet.at(TT511, one, message, hint="đặt màu chữ Tự động")


def sizes(sheet: Sheet) -> Iterator[Finding]:
    """Nothing below 11 points outside of tables, where practice goes lower."""
    for one in _written(sheet):
        if one.table is not None:
            continue
        small = [run.size for run in one.inked if run.size < SMALLEST]
        if small:
            message = f"chữ cỡ {number_wording(small[0])}: «{shortened(one.text)}»"
            yield sheet.at(TT512, one, message, hint="đặt cỡ chữ từ 11 trở lên")


def _written(sheet: Sheet) -> Iterator[Paragraph]:
    return (one for one in sheet.paper.paragraphs if one.is_printed)


RULES = (fonts, colours, sizes)
