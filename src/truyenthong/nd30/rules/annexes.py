"""Rules about annexes and copies (Phụ lục I, Phần I, III.1; Phần II)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from truyenthong.findings import Finding
from truyenthong.nd30 import measures, words
from truyenthong.nd30.elements import Element
from truyenthong.nd30.rule import error, warning
from truyenthong.nd30.sheet import Sheet, looks_of, shortened
from truyenthong.text import roman

TT580 = error(
    "TT580",
    "chữ Phụ lục trình bày sai",
    article="Phụ lục I, Phần I, III.1.b",
    reason="Từ «Phụ lục» và số thứ tự: dòng riêng, canh giữa, chữ in thường, cỡ 14, đứng, đậm",
    bad="PHỤ LỤC I cỡ 13, canh trái",
    good="Phụ lục I cỡ 14, đậm, canh giữa",
)

TT581 = error(
    "TT581",
    "phụ lục không đánh số La Mã",
    article="Phụ lục I, Phần I, III.1.a",
    reason="Văn bản có từ hai phụ lục trở lên thì đánh số bằng chữ số La Mã",
    bad="Phụ lục 1, Phụ lục 2",
    good="Phụ lục I, Phụ lục II",
)

TT582 = error(
    "TT582",
    "tên phụ lục trình bày sai",
    article="Phụ lục I, Phần I, III.1.b",
    reason="Tên phụ lục: canh giữa, chữ in hoa, cỡ 13–14, đứng, đậm",
    bad="Tên phụ lục in thường",
    good="TÊN PHỤ LỤC in hoa, đậm",
)

TT583 = error(
    "TT583",
    "dòng chỉ dẫn của phụ lục trình bày sai",
    article="Phụ lục I, Phần I, III.1.c",
    reason="Dòng «(Kèm theo …)»: canh giữa, cỡ 13–14, nghiêng",
    bad="(Kèm theo …) kiểu đứng",
    good="(Kèm theo …) kiểu nghiêng",
)

TT584 = error(
    "TT584",
    "số thứ tự phụ lục không liền nhau",
    article="Phụ lục I, Phần I, III.1.a",
    reason="Các phụ lục đánh số thứ tự I, II, III theo thứ tự trong văn bản",
    bad="Phụ lục I, Phụ lục III",
    good="Phụ lục I, Phụ lục II",
)

TT585 = warning(
    "TT585",
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

TT586 = error(
    "TT586",
    "văn bản không nhắc đến phụ lục",
    article="Phụ lục I, Phần I, III.1.a",
    reason="Văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó",
    bad="(lời văn không có chữ phụ lục, kèm theo)",
    good="… (chi tiết tại Phụ lục kèm theo)",
)

TT587 = error(
    "TT587",
    "hình thức sao trình bày sai",
    article="Phụ lục I, Phần II, II.2.b",
    reason="«SAO Y», «SAO LỤC», «TRÍCH SAO»: chữ in hoa, cỡ 13–14, đứng, đậm",
    bad="Sao y bản chính",
    good="SAO Y",
)


looks = looks_of(
    (Element.ANNEX, TT580, measures.ANNEX),
    (Element.ANNEX_TITLE, TT582, measures.ANNEX_TITLE),
    (Element.ANNEX_NOTE, TT583, measures.ANNEX_NOTE),
    (Element.COPY_FORM, TT587, measures.COPY_FORM),
)
_NUMBERED = re.compile(r"phụ lục\s+([IVXLC]+)\s*(?:[.:–-]|$)", re.IGNORECASE)
_POINTS_TO_ANNEX = re.compile(r"phụ lục|kèm theo|gửi kèm|đính kèm|biểu|danh sách|mẫu", re.IGNORECASE)


def own_line(sheet: Sheet) -> Iterator[Finding]:
    """«Phụ lục I» has a line of its own; the paper that the annex goes with is in brackets."""
    for one in sheet.spoken(Element.ANNEX):
        if not words.is_annex(one.text):
            message = f"tên phụ lục viết cùng dòng với số: «{shortened(one.text)}»"
            hint = "dòng trên chỉ ghi «Phụ lục …», tên phụ lục xuống dòng dưới"
            yield sheet.at(TT580, one.paragraph, message, hint=hint)
    for one in sheet.spoken(Element.ANNEX_NOTE):
        if words.is_annex_note(one.text) and not one.text.startswith("("):
            message = f"dòng chỉ dẫn không đặt trong ngoặc: «{shortened(one.text)}»"
            yield sheet.at(TT583, one.paragraph, message, hint="viết «(Kèm theo … số …/… ngày … của …)»")


def numerals(sheet: Sheet) -> Iterator[Finding]:
    """Roman numerals from two annexes on, in their order."""
    written = (one for one in sheet.all(Element.ANNEX) if not one.paragraph.has_tags)
    found = [one for one in written if not one.paragraph.is_blank]
    if len(found) < 2:
        return
    matches = [_NUMBERED.match(one.text) for one in found]
    given = [match[1].upper() if match is not None else None for match in matches]
    for one, numeral in zip(found, given, strict=True):
        if numeral is None and not sheet.is_exempt(one.paragraph):
            yield sheet.at(TT581, one.paragraph, f"viết «{one.text}»", hint="đánh số I, II, III…")
    if all(given):
        wrong = next((place for place, one in enumerate(given) if one != roman(place + 1)), None)
        if wrong is not None:
            message = f"phụ lục thứ {wrong + 1} viết «{found[wrong].text}»"
            hint = f"viết «Phụ lục {roman(wrong + 1)}»"
            yield sheet.at(TT584, found[wrong].paragraph, message, hint=hint)


def notes(sheet: Sheet) -> Iterator[Finding]:
    """Each annex says which paper it belongs to."""
    if sheet.is_template:
        return
    for one, below in pairwise((*sheet.all(Element.ANNEX, Element.ANNEX_NOTE), None)):
        has_note = below is not None and below.element is Element.ANNEX_NOTE
        if one is not None and one.element is Element.ANNEX and not has_note:
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
