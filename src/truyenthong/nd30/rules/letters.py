"""Rules about letters wherever they stand: font, colour, least size, encoding (Phụ lục I, Phần I, I.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from truyenthong.diagnostics.nd30.pages import TT509, TT510, TT511, TT512, TT513, TT514, TT515
from truyenthong.findings import Finding
from truyenthong.nd30 import words
from truyenthong.nd30.judging import Fault, Sheet
from truyenthong.nd30.measures import DARKEST_GREY, FONT, SIGNED_AT, SMALLEST
from truyenthong.nd30.paper import Paragraph, Part, Run
from truyenthong.text import number_wording
from truyenthong.text.legacy import legacy_of_text

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_LEGACY_FONT = re.compile(r"\.Vn|VNI[- ]", re.IGNORECASE)
_RED_STAMPS = frozenset({"TUYỆT MẬT", "TỐI MẬT", "MẬT", "HỎA TỐC", "HOẢ TỐC", "THƯỢNG KHẨN", "KHẨN"})
"""Marks of secrecy and urgency are stamped in red (III.2)."""

_TELLING = 20
"""Letters from which a paragraph tells its encoding."""

_ENOUGH = 400
"""Letters of a paragraph that are tried."""

_SAMPLE = 200
"""Paragraphs that are tried: what is typed in an old encoding is typed so throughout."""


def fonts(sheet: Sheet) -> Iterator[Finding]:
    """Times New Roman for all letters that are printed; for the unused scripts one notice."""
    faults: list[Fault] = []
    spare: list[Fault] = []
    for one in _written(sheet):
        wrong = _others(font for run in _lettered(one) for font in run.fonts)
        if wrong:
            old = any(_LEGACY_FONT.match(font) for font in wrong)
            hint = "đổi sang Unicode rồi đặt phông" if old else "chọn cả đoạn, đặt phông"
            faults.append((one, f"phông chữ {', '.join(wrong)}", f"{hint} {FONT}"))
        unused = _others(font for run in _lettered(one) for font in run.spare)
        if unused and not wrong:
            hint = f"chọn tất cả (Ctrl+A), mở hộp Phông, đặt {FONT} ở mọi ô phông"
            spare.append((one, "phông dành cho chữ viết khác không phải Times New Roman", hint))
    yield from sheet.alike(TT510, faults)
    yield from sheet.alike(TT514, spare)


def _lettered(paragraph: Paragraph) -> Iterator[Run]:
    """The runs with letters or digits, raised ones too."""
    return (run for run in paragraph.runs if run.is_worded)


def _others(named: Iterator[str]) -> list[str]:
    return sorted({font for font in named if _key(font) != _key(FONT)})


def _key(font: str) -> str:
    return font.split(";", maxsplit=1)[0].replace(" ", "").casefold()


def colours(sheet: Sheet) -> Iterator[Finding]:
    """Black; the shading of a cell is no colour of letters, and stamps are red."""
    faults: list[Fault] = []
    for one in _written(sheet):
        wrong = [run.colour for run in one.inked if not _is_black(run)]
        if wrong and one.text.upper() not in _RED_STAMPS:
            faults.append((one, f"chữ màu {wrong[0]}", "chọn cả đoạn, đặt màu chữ Tự động"))
    yield from sheet.alike(TT511, faults)


def _is_black(run: Run) -> bool:
    if run.colour is None or _HEX.fullmatch(run.colour) is None:
        return True
    return all(int(run.colour[place : place + 2], 16) <= DARKEST_GREY for place in (0, 2, 4))


def sizes(sheet: Sheet) -> Iterator[Finding]:
    """Nothing below 11 points outside of tables and notes, where practice goes lower."""
    faults: list[Fault] = []
    for one in _written(sheet):
        # The number of a page has a rule of its own.
        if one.cell is not None or one.part is Part.NOTE or one.page_field is not None:
            continue
        least = SIGNED_AT if words.is_signed_at(one.text) else SMALLEST
        small = [run.size for run in one.worded if run.size < least]
        if small:
            faults.append((one, f"chữ cỡ {number_wording(small[0])}", "đặt cỡ chữ từ 11 trở lên"))
    yield from sheet.alike(TT512, faults)


def encoding(sheet: Sheet) -> Iterator[Finding]:
    """Codes of old fonts that stand in another font as foreign letters."""
    faults: list[Fault] = []
    written = (one for one in _written(sheet) if len(one.text) >= _TELLING and not one.has_tags)
    for one in islice(written, _SAMPLE):
        font_tells = any(_LEGACY_FONT.match(font) for run in one.worded for font in run.fonts)
        typed = "".join(run.text for run in one.runs)
        old = legacy_of_text(typed[:_ENOUGH]) if not font_tells else None
        if old is not None:
            hint = "mở bằng phông cũ, đổi bảng mã sang Unicode (UniKey), rồi đặt phông Times New Roman"
            faults.append((one, f"chữ gõ bằng bảng mã {old}", hint))
    yield from sheet.alike(TT513, faults)


def file_itself(sheet: Sheet) -> Iterator[Finding]:
    """What travels in the file beside the paper."""
    if sheet.paper.has_macros:
        yield sheet.whole(TT509, "tệp có macro", hint="Lưu thành > Tài liệu Word (.docx)")
    if sheet.paper.has_changes:
        hint = "Xem lại > Chấp nhận > Chấp nhận tất cả thay đổi"
        yield sheet.whole(TT515, "tệp còn thay đổi chờ duyệt", hint=hint)


def _written(sheet: Sheet) -> Iterator[Paragraph]:
    return (one for one in sheet.paper.paragraphs if one.is_printed)


RULES = (fonts, colours, sizes, encoding, file_itself)
