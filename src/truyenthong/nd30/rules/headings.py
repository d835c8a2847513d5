"""Rules about the numbers and titles of parts, articles, clauses and points (Phụ lục I, Phần I, II.6.đ)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truyenthong.findings import Finding
from truyenthong.nd30.elements import Element
from truyenthong.nd30.paper import Paragraph
from truyenthong.nd30.rule import error, warning
from truyenthong.nd30.sheet import Fault, Sheet, alike, shortened, those_there

TT546 = error(
    "TT546",
    "Điều trình bày sai",
    article="Phụ lục I, Phần I, II.6.đ",
    reason="Chữ «Điều», số thứ tự bằng chữ số Ả Rập, sau có dấu chấm, kiểu đứng, đậm",
    bad="Điều 1: Ban hành kèm theo",
    good="Điều 1. Ban hành kèm theo",
)

TT547 = error(
    "TT547",
    "Phần, Chương, Mục trình bày sai",
    article="Phụ lục I, Phần I, II.6.đ",
    reason=(
        "Chữ «Phần», «Chương» với chữ số La Mã, «Mục», «Tiểu mục» với chữ số Ả Rập đứng riêng một "
        "dòng, canh giữa, chữ in thường, đậm; tiêu đề ở dòng dưới"
    ),
    bad="CHƯƠNG 1: QUY ĐỊNH CHUNG",
    good="Chương I\nQUY ĐỊNH CHUNG",
)

TT548 = error(
    "TT548",
    "tiêu đề mục trình bày sai",
    article="Phụ lục I, Phần I, V (6b)",
    reason="Văn bản chia theo phần, mục, khoản, điểm: số La Mã và tiêu đề của mục viết chữ in hoa, đứng, đậm",
    bad="I. Kết quả đạt được",
    good="I. KẾT QUẢ ĐẠT ĐƯỢC",
)

TT549 = error(
    "TT549",
    "chữ cái đánh điểm không phải tiếng Việt",
    article="Phụ lục I, Phần I, II.6.đ",
    reason="Thứ tự các điểm dùng các chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i…; không có f, j, w, z",
    bad="e) …; f) …",
    good="e) …; g) …",
)

TT591 = warning(
    "TT591",
    "cách đánh số mục lạ",
    article="Phụ lục I, Phần I, II.6.đ và V",
    reason="Mục I., khoản 1., điểm a)",
    bad="I/ Mục đích; 1) Yêu cầu",
    good="I. MỤC ĐÍCH; 1. Yêu cầu",
)

TT596 = error(
    "TT596",
    "khoản, điểm in nghiêng",
    article="Phụ lục I, Phần I, II.6.đ",
    reason="Số thứ tự, tiêu đề của khoản và điểm dùng kiểu chữ đứng",
    bad="1. Kết quả đạt được (in nghiêng)",
    good="1. Kết quả đạt được (kiểu đứng)",
)


_LONGEST_HEADING = 150
_STRANGE = re.compile(r"((?:[IVXL]{1,6}|\d{1,2})[/)]|[a-zđ]\.)\s")
_ARTICLE = re.compile(r"Điều\s+(\d{1,3}|[IVXL]{1,6})\s*([.:)/,]|$)", re.IGNORECASE)
_PART = re.compile(
    r"(Phần|Chương|Mục|Tiểu mục)\s+((?:thứ\s+)?\w{1,6})\s*(?:([.:–-])\s*(.*))?", re.IGNORECASE | re.DOTALL
)
_ROMAN = re.compile(r"[IVXLC]{1,6}")
_SECTION = re.compile(r"[IVX]{1,6}\.\s+(?![A-ZĐ]\.)(.+)")
_POINT = re.compile(r"[fjwz]\)\s")
_CLAUSE = re.compile(r"\d{1,2}\.\s|[a-zđ]\)\s")
_FIGURES = re.compile(r"[0-9]{1,3}")


@alike(TT591)
def numbering(sheet: Sheet) -> Iterator[Fault]:
    """I. / 1. / a)"""
    for one in sheet.spoken(Element.BODY):
        match = _STRANGE.match(one.told)
        if match is not None:
            yield one.paragraph, f"mục đánh số «{match[1]}»", "mục I., khoản 1., điểm a)"


def points(sheet: Sheet) -> Iterator[Finding]:
    """Letters of the Vietnamese alphabet."""
    for one in sheet.spoken(Element.BODY):
        match = _POINT.match(one.told)
        if match is not None:
            message = f"điểm đánh chữ «{match[0].strip()}»: «{shortened(one.text)}»"
            hint = "thứ tự là a, b, c, d, đ, e, g, h, i, k, l, m, n…"
            yield sheet.at(TT549, one.paragraph, message, hint=hint)


def articles(sheet: Sheet) -> Iterator[Finding]:
    """«Điều 1.» in bold, with Arabic figures and a full stop."""
    for one in sheet.spoken(Element.BODY):
        match = _ARTICLE.match(one.text)
        faults = _article_faults(one.paragraph, match) if match is not None else ()
        if faults:
            message = f"{'; '.join(faults)}: «{shortened(one.text)}»"
            hint = "viết như «Điều 1. …», số và tiêu đề đậm, đứng"
            yield sheet.at(TT546, one.paragraph, message, hint=hint)


def _article_faults(paragraph: Paragraph, match: re.Match[str]) -> tuple[str, ...]:
    if match[2] == ",":
        return ()
    first = paragraph.worded[:1]
    faults = (
        (not match[0].startswith("Điều"), f"chữ «{match[0].split()[0]}» không viết là «Điều»"),
        (match[2] != ".", "sau số của Điều không phải dấu chấm"),
        (_ROMAN.fullmatch(match[1].upper()) is not None, "Điều không đánh chữ số Ả Rập"),
        (any(not run.bold for run in first), "Điều chưa đậm"),
        (any(run.italic for run in first), "Điều in nghiêng"),
    )
    return those_there(faults)


def parts(sheet: Sheet) -> Iterator[Finding]:
    """«Phần», «Chương», «Mục»: a line of their own, in the middle, in bold small letters."""
    for one in sheet.spoken(Element.BODY):
        match = _PART.fullmatch(one.text) if len(one.text) <= _LONGEST_HEADING else None
        if match is None or not (one.paragraph.is_bold or one.paragraph.is_centred):
            continue
        faults = _part_faults(one.paragraph, match)
        if faults:
            message = f"{'; '.join(faults)}: «{shortened(one.text)}»"
            hint = "viết như «Chương I», dòng dưới là tiêu đề chữ in hoa"
            yield sheet.at(TT547, one.paragraph, message, hint=hint)


def _part_faults(paragraph: Paragraph, match: re.Match[str]) -> tuple[str, ...]:
    word, number = match[1], match[2]
    roman = word.casefold() in ("phần", "chương")
    faults = (
        (word == word.upper(), f"chữ «{word}» viết hoa cả chữ"),
        (bool(match[4]), "tiêu đề viết liền với số thứ tự"),
        (roman and _ROMAN.fullmatch(number) is None, "số thứ tự không phải chữ số La Mã"),
        (not roman and _FIGURES.fullmatch(number) is None, "số thứ tự không phải chữ số Ả Rập"),
        (not paragraph.is_bold, "chưa đậm"),
        (paragraph.is_italic, "in nghiêng"),
        (not paragraph.is_centred, "chưa canh giữa"),
    )
    return those_there(faults)


@alike(TT596)
def clauses(sheet: Sheet) -> Iterator[Fault]:
    """«1.» and «a)» are upright."""
    for one in sheet.spoken(Element.BODY):
        first = one.paragraph.worded[:1]
        if _CLAUSE.match(one.told) and first and first[0].italic:
            yield one.paragraph, "số thứ tự khoản, điểm in nghiêng", "bỏ chữ nghiêng (Ctrl+I)"


@alike(TT548)
def sections(sheet: Sheet) -> Iterator[Fault]:
    """«I. TIÊU ĐỀ»: capitals, bold, upright."""
    for one in sheet.spoken(Element.BODY):
        match = _SECTION.match(one.told) if len(one.text) <= _LONGEST_HEADING else None
        if match is None:
            continue
        if match[1] != match[1].upper():
            yield one.paragraph, "tiêu đề mục chưa in hoa", "viết bằng chữ in hoa (Shift+F3)"
        if not one.paragraph.is_bold:
            yield one.paragraph, "tiêu đề mục chưa đậm", "đặt chữ đậm (Ctrl+B)"
        if one.paragraph.is_italic:
            yield one.paragraph, "tiêu đề mục in nghiêng", "bỏ chữ nghiêng (Ctrl+I)"


RULES = (numbering, points, articles, parts, sections, clauses)
