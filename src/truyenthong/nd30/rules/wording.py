"""Rules about words anywhere in a paper: dates, capitals, the end of the text (Phụ lục I and II)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truyenthong.findings import Finding
from truyenthong.nd30 import words
from truyenthong.nd30.elements import Element
from truyenthong.nd30.rule import LayoutRule, notice, warning
from truyenthong.nd30.sheet import Fault, Sheet

TT590 = warning(
    "TT590",
    "ngày viết thừa số 0",
    article="Phụ lục I, Phần I, II.4.b",
    reason="Chỉ ngày nhỏ hơn 10 và tháng 1, 2 mới thêm số 0 ở trước",
    bad="03/05/2021",
    good="03/5/2021",
)

TT592 = warning(
    "TT592",
    "lời văn không kết thúc bằng ./.",
    article="Phụ lục III, II",
    reason="Các mẫu kèm Nghị định kết thúc lời văn bằng «./.»; lời của Nghị định không bắt buộc",
    bad="… tổ chức thực hiện.",
    good="… tổ chức thực hiện./.",
)

TT593 = warning(
    "TT593",
    "viết hoa chưa đúng",
    article="Phụ lục II",
    reason=(
        "Tên cơ quan, tổ chức viết hoa chữ cái đầu của từ chỉ loại hình, chức năng, lĩnh vực; chỉ báo "
        "những chỗ chắc chắn"
    ),
    bad="Thủ tướng chính phủ",
    good="Thủ tướng Chính phủ",
)

TT594 = notice(
    "TT594",
    "ngày viết thiếu số 0",
    article="Phụ lục I, Phần I, II.4.b",
    reason=(
        "Nghị định buộc thêm số 0 trước ngày nhỏ hơn 10 và tháng 1, 2 ở ngày ban hành; trong lời văn "
        "nên viết như vậy cho thống nhất"
    ),
    bad="3/5/2021",
    good="03/5/2021",
)

TT598 = warning(
    "TT598",
    "dấu cách, dấu câu gõ sai",
    reason=(
        "Giữa hai chữ có một dấu cách; trước dấu chấm, dấu phẩy không có dấu cách, sau đó có một dấu cách. "
        "Đây là cách gõ thông dụng, Nghị định không quy định"
    ),
    bad="các trường  đã nộp ,báo cáo .",
    good="các trường đã nộp, báo cáo.",
)


_DATE = re.compile(r"(?<![\d/.\-])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_MONTH = re.compile(r"\btháng 0([3-9])\b")
_LETTER = r"[a-zà-ỹđ]"
_CAPITALS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"Thủ tướng chính phủ"), "Thủ tướng Chính phủ"),
    (re.compile(r"Phù đồng|Phù Đồng"), "Phù Đổng"),
    (re.compile(r"[ỦU][ỷyỶ]? ?[Bb]an Nhân [Dd]ân|[ỦU]y Ban [Nn]hân"), "Ủy ban nhân dân"),
    (re.compile(r"Hội đồng Nhân [Dd]ân"), "Hội đồng nhân dân"),
    (re.compile(r"\bSở giáo dục"), "Sở Giáo dục"),
    (re.compile(r"\bBộ giáo dục"), "Bộ Giáo dục"),
    (re.compile(r"\bPhòng giáo dục và"), "Phòng Giáo dục và"),
    (re.compile(r"\bLuật giáo dục\b"), "Luật Giáo dục"),
    (
        re.compile(r"\bBộ luật (?:dân sự|hình sự|lao động)\b"),
        "Bộ luật Dân sự, Bộ luật Hình sự, Bộ luật Lao động",
    ),
    (re.compile(r"\b[Tt]ết nguyên đán\b"), "tết Nguyên đán"),
    (re.compile(r"\b(?:thành phố|Thành Phố|thành Phố) Hồ Chí Minh"), "Thành phố Hồ Chí Minh"),
    (re.compile(r"\bthủ đô Hà Nội"), "Thủ đô Hà Nội"),
    (
        re.compile(rf"(?<={_LETTER} )(?:Tỉnh|Huyện) (?!Ủy|Uỷ|Đoàn|Đội|Đảng|Hội)[A-ZĐ]{_LETTER}+"),
        "tỉnh …, huyện … (viết thường)",
    ),
    (re.compile(r"\b(?:khoản|điểm) [\da-zđ]{1,2} điều \d"), "khoản … Điều … (viết hoa chữ Điều)"),
    (
        re.compile(rf"(?<={_LETTER} )(?:Khoản \d{{1,2}} [ĐđIi]|Điểm [a-zđ] [Kk]hoản)"),
        "điểm …, khoản … (viết thường)",
    ),
)
_ENDING_WISH = re.compile(r"(Trân trọng|Xin trân trọng|Rất mong|Kính mong)\b.{0,120}", re.IGNORECASE)


def dates(sheet: Sheet) -> Iterator[Finding]:
    """Zeros before days below 10 and months 1 and 2 only."""
    more: list[Fault] = []
    less: list[Fault] = []
    for one in sheet.known.all:
        signed = words.is_signed_at(one.text)
        if one.element is Element.DATE_LINE or signed or sheet.is_exempt(one.paragraph):
            continue
        for match in _DATE.finditer(one.text):
            day, month, year = match.groups()
            if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
                continue
            right = f"{int(day):02d}/{month.lstrip('0') if int(month) > 2 else f'{int(month):02d}'}/{year}"
            if match[0] != right:
                faults = more if month.startswith("0") and int(month) > 2 else less
                faults.append((one.paragraph, f"ngày viết «{match[0]}»", f"viết {right}"))
        more += [
            (one.paragraph, f"tháng viết «{match[0]}»", f"viết tháng {match[1]}")
            for match in _MONTH.finditer(one.text)
        ]
    yield from _once(sheet, TT590, more)
    yield from _once(sheet, TT594, less)


def _once(sheet: Sheet, kind: LayoutRule, faults: list[Fault]) -> Iterator[Finding]:
    """A kind at its first place only: a table may contain hundreds."""
    for paragraph, what, hint in faults[:1]:
        others = f"; cả văn bản có {len(faults)} chỗ như vậy" if len(faults) > 1 else ""
        yield sheet.at(kind, paragraph, f"{what}{others}", hint=hint)


def ending(sheet: Sheet) -> Iterator[Finding]:
    """«./.» after the last sentence, where a signature follows right below it."""
    known = sheet.known.all
    if sheet.known.is_other_form:
        return
    foot = next(
        (n for n, one in enumerate(known) if one.element in (Element.RECIPIENTS, Element.POSITION)), 0
    )
    above = [one for one in known[max(foot - 2, 0) : foot] if one.element is Element.BODY]
    if not above or known[foot - 1].element is not Element.BODY:
        return
    last = above[-1]
    if _is_closed(last.text) or not sheet.speaks(last):
        return
    if _ENDING_WISH.fullmatch(last.text) and _is_closed(above[0].text):
        return
    message = f"lời văn không kết thúc bằng «./.»: «…{last.text[-40:]}»"
    yield sheet.at(TT592, last.paragraph, message, hint="đặt «./.» sau câu cuối")


def _is_closed(text: str) -> bool:
    return text.replace(" ", "").rstrip('"”»)').endswith("./.")


def capitals(sheet: Sheet) -> Iterator[Finding]:
    """Names whose right capitals are beyond doubt."""
    for one in sheet.known.all:
        if sheet.is_exempt(one.paragraph) or one.text == one.text.upper():
            continue
        for pattern, right in _CAPITALS:
            match = pattern.search(one.text)
            if match is not None:
                yield sheet.at(TT593, one.paragraph, f"viết «{match[0]}»", hint=f"viết {right}")


def spacing(sheet: Sheet) -> Iterator[Finding]:
    """One space between words, none before a sign, one after it; each kind of slip once, with its number."""
    faults: dict[str, list[Fault]] = {}
    for one in sheet.known.all:
        text = one.paragraph.raw
        placed = one.element in (_TABLED if one.paragraph.cell is not None else _HEAD)
        if one.element in _UNSPACED or placed or not sheet.speaks(one):
            continue
        for what, hint, pattern in _SLIPS:
            for match in pattern.finditer(text):
                around = text[max(match.start() - 12, 0) : match.end() + 12].strip()
                faults.setdefault(what, []).append((one.paragraph, f"{what}: «…{around}…»", hint))
    for found in faults.values():
        yield from _once(sheet, TT598, found)


_UNSPACED = (Element.NUMBER, Element.DATE_LINE)
"""Blanks in them are made of spaces."""

_HEAD = (Element.STATE_NAME, Element.MOTTO, Element.SUPERIOR, Element.AGENCY, Element.OTHER)
"""Lines that spaces set in their place, where there is no table."""

_TABLED = (Element.OTHER, Element.ANNEX_BODY)
"""Data in tables: no sentences."""

_AFTER = "gõ một dấu cách sau dấu câu"
_SLIPS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "hai dấu cách liền nhau",
        "chỉ để một dấu cách",
        re.compile(
            r"(?:(?<=[^\s.…_])|(?<=[^\s.…_]\.))(?<!ngày)(?<!tháng)(?<!năm)(?<!số)[ \u00a0]{2,3}"
            r"(?=[^\s.…_])(?!(?:ngày|tháng|năm)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "dấu cách đứng trước dấu câu",
        "bỏ dấu cách trước dấu câu",
        re.compile(r"(?<=[\w)\]”\"%])[ \u00a0]+(?:[,;:!?](?=\s|$)|\.(?=\s|$|/))"),
    ),
    (
        "thiếu dấu cách sau dấu câu",
        _AFTER,
        re.compile(r"(?<=[^\W_]{2}),(?=[^\W\d_]{2})|(?<=[^\W\d_]{2})[;:](?=[^\W\d_])"),
    ),
    (
        "thiếu dấu cách sau dấu câu",
        _AFTER,
        re.compile(rf"(?<![\w.@/])(?:[A-ZĐÀ-Ỹ]?{_LETTER}{{2,9}})\.(?=[A-ZĐÀ-Ỹ]{_LETTER}+(?:\s|$))"),
    ),
    (
        "hai dấu câu liền nhau",
        "chỉ để một dấu câu",
        re.compile(r"(?<=[^.…\sv])\.\.(?=\s|$)|,{2,}|;{2,}|[,;]\.(?=\s|$)|,;"),
    ),
    (
        "dấu cách sát bên trong ngoặc",
        "bỏ dấu cách sát dấu ngoặc",
        re.compile(r"\([ \u00a0]+(?=\w)|(?<=\w)[ \u00a0]+\)"),
    ),
    (
        "thiếu dấu cách sau số thứ tự",
        "gõ một dấu cách sau số thứ tự",
        re.compile(r"^(?:\d{1,2}|[IVX]{1,5})\.(?=[^\W\d_])|^[a-zđ]\)(?=\w)"),
    ),
    (
        "thiếu dấu cách sau gạch đầu dòng",
        "gõ một dấu cách sau gạch đầu dòng",
        re.compile(r"^[-–](?=[^\W\d_])"),
    ),
)
"""Slips beyond doubt: not numbers, addresses of the net, or blanks."""


RULES = (dates, ending, capitals, spacing)
