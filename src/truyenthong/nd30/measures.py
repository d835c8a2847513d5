"""The figures and lists of Nghị định 30/2020/NĐ-CP with their articles, and estimates of length.

Articles are those of Phụ lục I, Phần I, where nothing else is said (II.3 is its Mục II, khoản 3).
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum

from truyenthong.nd30.paper import Paper, Paragraph, Section

TWIP = 20
"""Twentieths of a point, in which Word measures pages."""

# Pages (I.1 to I.7)

A4 = (11906, 16838)
"""210 mm x 297 mm in twips (I.1)."""

A4_SLACK = 20
MARGINS = {"top": (1134, 1417), "bottom": (1134, 1417), "left": (1701, 1984), "right": (850, 1134)}
"""20–25, 20–25, 30–35 and 15–20 mm in twips (I.3)."""

LYING_MARGINS = (850, 1984)
"""15–35 mm: the widest reading of I.3 for a page that lies, where no one can say which side is which."""

MARGIN_SLACK = 12
FONT = "Times New Roman"
"""I.4."""

DARKEST_GREY = 0x26
"""Black, and what Word's palette calls black with up to 15 % of white (I.4)."""

SMALLEST = 11.0
"""No text of a paper is smaller (V: the list of recipients)."""

SIGNED_AT = 10.0
"""The line that a digital signature prints (II.8.b)."""

# Text (II.6.e)

BODY_SIZES = (13.0, 14.0)
FIRST_LINES = (567 / TWIP, 720 / TWIP)
"""1 cm or 1.27 cm in points."""

FIRST_LINE_SLACK = 2.0
LEAST_GAP = 6.0
LINES = (0.99, 1.51)
"""Single to one and a half lines."""

LETTER_GAP = 6.0
"""Points between number and summary of a letter (II.5.b)."""

# Lines below (II.1.b, II.2.b, II.5.b)

WHOLE_LINE = (0.8, 1.25)
"""As long as the text, with room for fonts that were only estimated."""

SHORT_LINE = (0.26, 0.62)
"""1/3 to 1/2 of the text, with the same room."""

CAPITAL_WIDTH = 0.605
"""Width of a capital of Times New Roman, bold, in parts of its size, as measured over agencies' names."""

LETTER_WIDTH = 0.452
"""The same for small letters."""

UNDERSCORE_WIDTH = 0.5
RAISED_WIDTH = 0.65
"""How wide raised letters are, in parts of the same letters on the line (Word 0.65, LibreOffice 0.58)."""

RAISED_ROOM = 1.3
"""By how much a raised line may be longer or shorter than that."""


class Case(StrEnum):
    """How letters are to be written."""

    UPPER = "in hoa"
    LOWER = "in thường"
    ANY = "tùy"


class ElementPlace(StrEnum):
    """Where the lines of an element are placed."""

    MIDDLE = "giữa"
    LEFT_MARGIN = "sát lề trái"
    ANY = "tùy"


LEFT_SLACK = 20.0
"""Points by which a dash of a list may be indented (Word's own lists begin at 18)."""

SINGLE = 1.25
"""The widest spacing that passes for single: Word's own styles set up to 1.15 (II.1.b, II.2.b)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How an element is to look; None leaves it open.

    Attributes:
        single: its lines are single spaced.
        bare: no sign follows its last word.
    """

    sizes: tuple[float, float]
    bold: bool | None = None
    italic: bool | None = None
    case: Case = Case.ANY
    place: ElementPlace = ElementPlace.ANY
    single: bool = False
    bare: bool = False


STATE_NAME = Style(
    sizes=(12, 13), bold=True, italic=False, case=Case.UPPER, place=ElementPlace.MIDDLE, single=True
)
"""II.1.a."""
MOTTO = Style(
    sizes=(13, 14), bold=True, italic=False, case=Case.LOWER, place=ElementPlace.MIDDLE, single=True
)
"""II.1.b."""
AGENCY = replace(STATE_NAME, bare=True)
SUPERIOR = replace(AGENCY, bold=False)
"""Both II.2.b."""
NUMBER = Style(sizes=(13, 13), bold=False, italic=False, place=ElementPlace.MIDDLE, bare=True)
"""II.3.c."""
DATE_LINE = Style(sizes=(13, 14), italic=True, bold=False, case=Case.LOWER, place=ElementPlace.MIDDLE)
"""II.4.c."""
TITLE = Style(sizes=(13, 14), bold=True, italic=False, case=Case.UPPER, place=ElementPlace.MIDDLE, bare=True)
SUMMARY = Style(sizes=(13, 14), bold=True, italic=False, case=Case.LOWER, place=ElementPlace.MIDDLE)
LETTER_SUMMARY = Style(sizes=(12, 13), bold=False, italic=False, case=Case.LOWER, place=ElementPlace.MIDDLE)
"""All II.5.b."""
AUTHORITY = Style(sizes=(13, 14), bold=True, italic=False, case=Case.UPPER, place=ElementPlace.MIDDLE)
"""Phụ lục III, mẫu 1.1, 1.2: who decides, and «QUYẾT ĐỊNH:»."""
GROUND = Style(sizes=(13, 14), italic=True, bold=False, case=Case.LOWER)
"""II.6.a."""
ADDRESSEE = Style(sizes=(13, 14), bold=False, italic=False, case=Case.LOWER)
RECIPIENTS = Style(sizes=(12, 12), bold=True, italic=True, case=Case.LOWER, place=ElementPlace.LEFT_MARGIN)
RECIPIENT = Style(sizes=(11, 11), bold=False, italic=False, case=Case.LOWER, place=ElementPlace.LEFT_MARGIN)
"""All II.9.d."""
POSITION = Style(
    sizes=(13, 14), bold=True, italic=False, case=Case.UPPER, place=ElementPlace.MIDDLE, bare=True
)
NAME = Style(sizes=(13, 14), bold=True, italic=False, case=Case.LOWER, place=ElementPlace.MIDDLE, bare=True)
"""Both II.7.đ."""
ANNEX = Style(sizes=(14, 14), bold=True, italic=False, case=Case.LOWER, place=ElementPlace.MIDDLE)
ANNEX_TITLE = Style(
    sizes=(13, 14), bold=True, italic=False, case=Case.UPPER, place=ElementPlace.MIDDLE, bare=True
)
"""Both III.1.b."""
ANNEX_NOTE = Style(sizes=(13, 14), italic=True, bold=False, case=Case.LOWER, place=ElementPlace.MIDDLE)
"""III.1.c."""
COPY_FORM = Style(sizes=(13, 14), bold=True, italic=False, case=Case.UPPER)
"""Phụ lục I, Phần II, II.2.b."""
PAGE_NUMBER = Style(sizes=(13, 14), bold=False, italic=False)
"""I.7."""

TYPE_SIGNS = {
    "NGHỊ QUYẾT": "NQ",
    "QUYẾT ĐỊNH": "QĐ",
    "CHỈ THỊ": "CT",
    "QUY CHẾ": "QC",
    "QUY ĐỊNH": "QyĐ",
    "THÔNG CÁO": "TC",
    "THÔNG BÁO": "TB",
    "HƯỚNG DẪN": "HD",
    "CHƯƠNG TRÌNH": "CTr",
    "KẾ HOẠCH": "KH",
    "PHƯƠNG ÁN": "PA",
    "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA",
    "BÁO CÁO": "BC",
    "BIÊN BẢN": "BB",
    "TỜ TRÌNH": "TTr",
    "HỢP ĐỒNG": "HĐ",
    "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN",
    "BẢN THỎA THUẬN": "BTT",
    "GIẤY ỦY QUYỀN": "GUQ",
    "GIẤY MỜI": "GM",
    "GIẤY GIỚI THIỆU": "GGT",
    "GIẤY NGHỈ PHÉP": "GNP",
    "PHIẾU GỬI": "PG",
    "PHIẾU CHUYỂN": "PC",
    "PHIẾU BÁO": "PB",
}
"""Names of types, and their abbreviations (Phụ lục III, I)."""

COPY_SIGNS = ("SY", "TrS", "SL")
"""Abbreviations of copies (Phụ lục III, I)."""

COPY_FORMS = ("SAO Y", "SAO LỤC", "TRÍCH SAO")
"""Phụ lục I, Phần II, II.1.a."""

NO_LETTER = ("CV", "QĐ", "KH", "BC", "TB", "TTr", "GM", "BB", "HD", "CTr", "NQ")
"""What a letter's symbol does not begin with: the type has no abbreviation (II.3.b)."""

OTHER_FORMS = ("BÁO CÁO THÀNH TÍCH",)
"""Forms that other rules lay down (NĐ 91/2017/NĐ-CP and what came after it)."""

ISSUED_WITH = ("QUY CHẾ", "QUY ĐỊNH", "ĐỀ ÁN", "DỰ ÁN", "PHƯƠNG ÁN", "CHƯƠNG TRÌNH", "KẾ HOẠCH", "HỢP ĐỒNG")
"""Types that are often issued under the number of the decision that they go with."""

SUMMED_UP = (
    "NGHỊ QUYẾT",
    "QUYẾT ĐỊNH",
    "CHỈ THỊ",
    "QUY CHẾ",
    "QUY ĐỊNH",
    "THÔNG BÁO",
    "HƯỚNG DẪN",
    "CHƯƠNG TRÌNH",
    "KẾ HOẠCH",
    "PHƯƠNG ÁN",
    "ĐỀ ÁN",
    "DỰ ÁN",
    "BÁO CÁO",
    "TỜ TRÌNH",
)
"""Types that have a summary below them (Phụ lục III, mẫu 1.1 to 1.4)."""

ADDRESSED_WITHIN = ("GIẤY GIỚI THIỆU", "GIẤY MỜI", "GIẤY NGHỈ PHÉP")
"""Types that name within their text whom «Như trên» means (Phụ lục III, mẫu 1.8)."""

WITHOUT_ADDRESSEE = (
    "KẾ HOẠCH",
    "QUYẾT ĐỊNH",
    "THÔNG BÁO",
    "NGHỊ QUYẾT",
    "CHỈ THỊ",
    "QUY CHẾ",
    "QUY ĐỊNH",
    "CHƯƠNG TRÌNH",
    "PHƯƠNG ÁN",
)
"""Types addressed to nobody: «Kính gửi» is for letters, submissions, reports upwards (II.9.b, II.9.c)."""

WITHOUT_RECIPIENTS = ("BIÊN BẢN", "QUY CHẾ", "QUY ĐỊNH", "HỢP ĐỒNG", "ĐỀ ÁN", "DỰ ÁN", "BẢN GHI NHỚ")
"""Types that are seen without «Nơi nhận»: signed by both sides, or issued with another paper."""


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
