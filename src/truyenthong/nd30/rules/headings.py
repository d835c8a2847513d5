"""Rules about parts, articles, clauses and points of the text (Phụ lục I, Phần I, II.6.đ and V)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truyenthong.diagnostics.nd30.texts import TT546, TT547, TT548, TT549, TT591
from truyenthong.findings import Finding
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.judging import Fault, Sheet, shortened
from truyenthong.nd30.paper import Alignment, Paragraph

_LONGEST_HEADING = 150
_STRANGE = re.compile(r"((?:[IVXL]{1,6}|\d{1,2})[/)]|[a-zđ]\.)\s")
_ARTICLE = re.compile(r"Điều\s+(\d{1,3}|[IVXL]{1,6})\s*([.:)/,]|$)", re.IGNORECASE)
_PART = re.compile(
    r"(Phần|Chương|Mục|Tiểu mục)\s+((?:thứ\s+)?\w{1,6})\s*(?:([.:–-])\s*(.*))?", re.IGNORECASE | re.DOTALL
)
_ROMAN = re.compile(r"[IVXLC]{1,6}")
_SECTION = re.compile(r"[IVX]{1,6}\.\s+(?![A-ZĐ]\.)(.+)")
_POINT = re.compile(r"[fjwz]\)\s")


def _headings(sheet: Sheet) -> Iterator[Recognised]:
    return (one for one in sheet.all(Element.BODY) if sheet.speaks(one))


def numbering(sheet: Sheet) -> Iterator[Finding]:
    """I. / 1. / a)"""
    faults: list[Fault] = []
    for one in _headings(sheet):
        match = _STRANGE.match(one.told)
        if match is not None:
            faults.append((one.paragraph, f"mục đánh số «{match[1]}»", "mục I., khoản 1., điểm a)"))
    yield from sheet.alike(TT591, faults)


def points(sheet: Sheet) -> Iterator[Finding]:
    """Letters of the Vietnamese alphabet."""
    for one in _headings(sheet):
        match = _POINT.match(one.told)
        if match is not None:
            message = f"điểm đánh chữ «{match[0].strip()}»: «{shortened(one.text)}»"
            yield sheet.at(
                TT549, one.paragraph, message, hint="thứ tự là a, b, c, d, đ, e, g, h, i, k, l, m, n…"
            )


def articles(sheet: Sheet) -> Iterator[Finding]:
    """«Điều 1.» in bold, with Arabic figures and a full stop."""
    for one in _headings(sheet):
        match = _ARTICLE.match(one.text)
        fault = _article_fault(one.paragraph, match) if match is not None else None
        if fault is not None:
            message = f"{fault}: «{shortened(one.text)}»"
            yield sheet.at(
                TT546, one.paragraph, message, hint="viết như «Điều 1. …», số và tiêu đề đậm, đứng"
            )


def _article_fault(paragraph: Paragraph, match: re.Match[str]) -> str | None:
    if match[2] == ",":
        return None
    if match[2] != ".":
        return "sau số của Điều không phải dấu chấm"
    if not match[1].isdigit():
        return "Điều không đánh chữ số Ả Rập"
    if not paragraph.worded[0].bold:
        return "Điều chưa đậm"
    return "Điều in nghiêng" if paragraph.worded[0].italic else None


def parts(sheet: Sheet) -> Iterator[Finding]:
    """«Phần», «Chương», «Mục»: a line of their own, in the middle, in bold small letters."""
    for one in _headings(sheet):
        match = _PART.fullmatch(one.text) if len(one.text) <= _LONGEST_HEADING else None
        if match is None or not (one.paragraph.is_bold or one.paragraph.layout.alignment is Alignment.CENTER):
            continue
        fault = _part_fault(one.paragraph, match)
        if fault is not None:
            message = f"{fault}: «{shortened(one.text)}»"
            yield sheet.at(
                TT547, one.paragraph, message, hint="viết như «Chương I», dòng dưới là tiêu đề chữ in hoa"
            )


def _part_fault(paragraph: Paragraph, match: re.Match[str]) -> str | None:
    word, number = match[1], match[2]
    if word == word.upper():
        return f"chữ «{word}» viết hoa cả chữ"
    if match[4]:
        return "tiêu đề viết liền với số thứ tự"
    roman = word.casefold() in ("phần", "chương")
    if roman and _ROMAN.fullmatch(number) is None:
        return "số thứ tự không phải chữ số La Mã"
    if not roman and not number.isdigit():
        return "số thứ tự không phải chữ số Ả Rập"
    if not paragraph.is_bold:
        return "chưa đậm"
    return "chưa canh giữa" if paragraph.layout.alignment is not Alignment.CENTER else None


def sections(sheet: Sheet) -> Iterator[Finding]:
    """«I. TIÊU ĐỀ»: capitals, bold, upright."""
    faults: list[Fault] = []
    for one in _headings(sheet):
        match = _SECTION.match(one.told) if len(one.text) <= _LONGEST_HEADING else None
        if match is None:
            continue
        if match[1] != match[1].upper():
            faults.append((one.paragraph, "tiêu đề mục chưa in hoa", "viết bằng chữ in hoa (Shift+F3)"))
        elif not one.paragraph.is_bold:
            faults.append((one.paragraph, "tiêu đề mục chưa đậm", "đặt chữ đậm (Ctrl+B)"))
        elif one.paragraph.is_italic:
            faults.append((one.paragraph, "tiêu đề mục in nghiêng", "bỏ chữ nghiêng (Ctrl+I)"))
    yield from sheet.alike(TT548, faults)


RULES = (numbering, points, articles, parts, sections)
