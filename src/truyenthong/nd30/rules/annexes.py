"""Rules about annexes and copies (Phụ lục I, Phần I, III.1; Phần II)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from truyenthong.findings import Finding, Severity
from truyenthong.nd30 import measures, words
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.paper import Alignment, Paragraph
from truyenthong.nd30.rule import rule
from truyenthong.nd30.rules.texts import TT546, TT547, TT548, TT549, TT591, TT596
from truyenthong.nd30.sheet import Fault, Sheet, looks_wrong, shortened
from truyenthong.text import roman

TT580 = rule(
    "TT580",
    Severity.ERROR,
    "chữ Phụ lục trình bày sai",
    article="Phụ lục I, Phần I, III.1.b",
    reason=("Từ «Phụ lục» và số thứ tự: dòng riêng, canh giữa, chữ in thường, cỡ 14, đứng, đậm"),
    bad="PHỤ LỤC I cỡ 13, canh trái",
    good="Phụ lục I cỡ 14, đậm, canh giữa",
)

TT581 = rule(
    "TT581",
    Severity.ERROR,
    "phụ lục không đánh số La Mã",
    article="Phụ lục I, Phần I, III.1.a",
    reason="Văn bản có từ hai phụ lục trở lên thì đánh số bằng chữ số La Mã",
    bad="Phụ lục 1, Phụ lục 2",
    good="Phụ lục I, Phụ lục II",
)

TT582 = rule(
    "TT582",
    Severity.ERROR,
    "tên phụ lục trình bày sai",
    article="Phụ lục I, Phần I, III.1.b",
    reason="Tên phụ lục: canh giữa, chữ in hoa, cỡ 13–14, đứng, đậm",
    bad="Tên phụ lục in thường",
    good="TÊN PHỤ LỤC in hoa, đậm",
)

TT583 = rule(
    "TT583",
    Severity.ERROR,
    "dòng chỉ dẫn của phụ lục trình bày sai",
    article="Phụ lục I, Phần I, III.1.c",
    reason="Dòng «(Kèm theo …)»: canh giữa, cỡ 13–14, nghiêng",
    bad="(Kèm theo …) kiểu đứng",
    good="(Kèm theo …) kiểu nghiêng",
)

TT584 = rule(
    "TT584",
    Severity.ERROR,
    "số thứ tự phụ lục không liền nhau",
    article="Phụ lục I, Phần I, III.1.a",
    reason="Các phụ lục đánh số thứ tự I, II, III theo thứ tự trong văn bản",
    bad="Phụ lục I, Phụ lục III",
    good="Phụ lục I, Phụ lục II",
)

TT585 = rule(
    "TT585",
    Severity.WARNING,
    "phụ lục thiếu dòng chỉ dẫn",
    article="Phụ lục I, Phần I, III.1.c",
    reason=(
        "Dưới tên phụ lục có dòng chỉ dẫn văn bản mà phụ lục kèm theo; văn bản điện tử thì để trống "
        "số, ngày tháng"
    ),
    bad="Phụ lục I / DANH SÁCH …",
    good=(
        "Phụ lục I / DANH SÁCH … / (Kèm theo Báo cáo số …/BC-SGDĐT ngày … tháng … năm … của Sở "
        "Giáo dục và Đào tạo)"
    ),
)

TT586 = rule(
    "TT586",
    Severity.ERROR,
    "văn bản không nhắc đến phụ lục",
    article="Phụ lục I, Phần I, III.1.a",
    reason="Văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó",
    bad="(lời văn không có chữ phụ lục, kèm theo)",
    good="… (chi tiết tại Phụ lục kèm theo)",
)

TT587 = rule(
    "TT587",
    Severity.ERROR,
    "hình thức sao trình bày sai",
    article="Phụ lục I, Phần II, II.2.b",
    reason="«SAO Y», «SAO LỤC», «TRÍCH SAO»: chữ in hoa, cỡ 13–14, đứng, đậm",
    bad="Sao y bản chính",
    good="SAO Y",
)


_LOOKS = (
    (Element.ANNEX, TT580, measures.ANNEX),
    (Element.ANNEX_TITLE, TT582, measures.ANNEX_TITLE),
    (Element.ANNEX_NOTE, TT583, measures.ANNEX_NOTE),
    (Element.COPY_FORM, TT587, measures.COPY_FORM),
)
_NUMBERED = re.compile(r"phụ lục\s+([IVXLC]+)\s*(?:[.:–-]|$)", re.IGNORECASE)
_POINTS_TO_ANNEX = re.compile(r"phụ lục|kèm theo|gửi kèm|đính kèm|biểu|danh sách|mẫu", re.IGNORECASE)


def looks(sheet: Sheet) -> Iterator[Finding]:
    """Size, weight, slant, case and place of each element."""
    for element, kind, style in _LOOKS:
        yield from looks_wrong(sheet, kind, sheet.all(element), style)


def own_line(sheet: Sheet) -> Iterator[Finding]:
    """«Phụ lục I» stands in a line of its own; what the annex goes with stands in brackets."""
    for one in sheet.all(Element.ANNEX):
        if not words.is_annex(one.text) and sheet.speaks(one):
            message = f"tên phụ lục viết cùng dòng với số: «{shortened(one.text)}»"
            hint = "dòng trên chỉ ghi «Phụ lục …», tên phụ lục xuống dòng dưới"
            yield sheet.at(TT580, one.paragraph, message, hint=hint)
    notes_found = [one for one in sheet.all(Element.ANNEX_NOTE) if sheet.speaks(one)]
    for one in notes_found:
        if words.is_annex_note(one.text) and not one.text.startswith("("):
            message = f"dòng chỉ dẫn không đặt trong ngoặc: «{shortened(one.text)}»"
            yield sheet.at(TT583, one.paragraph, message, hint="viết «(Kèm theo … số …/… ngày … của …)»")


def numerals(sheet: Sheet) -> Iterator[Finding]:
    """Roman numerals from two annexes on, in their order."""
    found = [
        one for one in sheet.all(Element.ANNEX) if not one.paragraph.has_tags and not one.paragraph.is_blank
    ]
    if len(found) < 2:
        return
    given = [_numeral(one.text) for one in found]
    for one, numeral in zip(found, given, strict=True):
        if numeral is None and not sheet.is_exempt(one.paragraph):
            yield sheet.at(TT581, one.paragraph, f"viết «{one.text}»", hint="đánh số I, II, III…")
    if all(given):
        right = list(
            takewhile(lambda pair: pair[0] == roman(pair[1]), zip(given, range(1, 99), strict=False))
        )
        if len(right) < len(found):
            one = found[len(right)]
            message = f"phụ lục thứ {len(right) + 1} viết «{one.text}»"
            yield sheet.at(TT584, one.paragraph, message, hint=f"viết «Phụ lục {roman(len(right) + 1)}»")


def _numeral(text: str) -> str | None:
    match = _NUMBERED.match(text)
    return match[1].upper() if match is not None else None


def notes(sheet: Sheet) -> Iterator[Finding]:
    """Each annex says which paper it belongs to."""
    parts = (Element.ANNEX, Element.ANNEX_NOTE)
    if sheet.is_template:
        return
    for number, one in enumerate(sheet.all(*parts)):
        following = sheet.all(*parts)[number + 1 : number + 2]
        if one.element is Element.ANNEX and not (following and following[0].element is Element.ANNEX_NOTE):
            hint = "thêm dòng nghiêng, canh giữa: «(Kèm theo … số …/… ngày … tháng … năm … của …)»"
            yield sheet.at(TT585, one.paragraph, f"«{one.text}» không có dòng chỉ dẫn", hint=hint)


def mentions(sheet: Sheet) -> Iterator[Finding]:
    """The text points to its annexes."""
    annexes, text = sheet.all(Element.ANNEX), sheet.all(Element.BODY)
    if not annexes or not text or sheet.is_template:
        return
    if not any(_POINTS_TO_ANNEX.search(one.text) for one in (*text, *sheet.all(Element.GROUND))):
        hint = "thêm vào lời văn: «(chi tiết tại Phụ lục kèm theo)»"
        yield sheet.at(TT586, annexes[0].paragraph, f"lời văn không nhắc đến «{annexes[0].text}»", hint=hint)


RULES = (looks, own_line, numerals, notes, mentions)


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
        faults = _article_faults(one.paragraph, match) if match is not None else ()
        if faults:
            message = f"{'; '.join(faults)}: «{shortened(one.text)}»"
            yield sheet.at(
                TT546, one.paragraph, message, hint="viết như «Điều 1. …», số và tiêu đề đậm, đứng"
            )


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
    return tuple(fault for is_wrong, fault in faults if is_wrong)


def parts(sheet: Sheet) -> Iterator[Finding]:
    """«Phần», «Chương», «Mục»: a line of their own, in the middle, in bold small letters."""
    for one in _headings(sheet):
        match = _PART.fullmatch(one.text) if len(one.text) <= _LONGEST_HEADING else None
        if match is None or not (one.paragraph.is_bold or one.paragraph.layout.alignment is Alignment.CENTER):
            continue
        faults = _part_faults(one.paragraph, match)
        if faults:
            message = f"{'; '.join(faults)}: «{shortened(one.text)}»"
            yield sheet.at(
                TT547, one.paragraph, message, hint="viết như «Chương I», dòng dưới là tiêu đề chữ in hoa"
            )


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
        (paragraph.layout.alignment is not Alignment.CENTER, "chưa canh giữa"),
    )
    return tuple(fault for is_wrong, fault in faults if is_wrong)


def clauses(sheet: Sheet) -> Iterator[Finding]:
    """«1.» and «a)» stand upright."""
    faults: list[Fault] = []
    for one in _headings(sheet):
        first = one.paragraph.worded[:1]
        if _CLAUSE.match(one.told) and first and first[0].italic:
            faults.append((one.paragraph, "số thứ tự khoản, điểm in nghiêng", "bỏ chữ nghiêng (Ctrl+I)"))
    yield from sheet.alike(TT596, faults)


def sections(sheet: Sheet) -> Iterator[Finding]:
    """«I. TIÊU ĐỀ»: capitals, bold, upright."""
    faults: list[Fault] = []
    for one in _headings(sheet):
        match = _SECTION.match(one.told) if len(one.text) <= _LONGEST_HEADING else None
        if match is None:
            continue
        if match[1] != match[1].upper():
            faults.append((one.paragraph, "tiêu đề mục chưa in hoa", "viết bằng chữ in hoa (Shift+F3)"))
        if not one.paragraph.is_bold:
            faults.append((one.paragraph, "tiêu đề mục chưa đậm", "đặt chữ đậm (Ctrl+B)"))
        if one.paragraph.is_italic:
            faults.append((one.paragraph, "tiêu đề mục in nghiêng", "bỏ chữ nghiêng (Ctrl+I)"))
    yield from sheet.alike(TT548, faults)


HEADING_RULES = (numbering, points, articles, parts, sections, clauses)
