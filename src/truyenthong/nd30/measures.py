"""The figures of Nghị định 30/2020/NĐ-CP, Phụ lục I: the one place where they stand; applies none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

TWIP = 20
"""Twentieths of a point, in which Word measures pages."""

A4 = (11906, 16838)
A4_SLACK = 10
MARGINS = {"top": (1134, 1417), "bottom": (1134, 1417), "left": (1701, 1984), "right": (850, 1134)}
"""20–25, 20–25, 30–35 and 15–20 mm in twips (I.1.d)."""

MARGIN_SLACK = 6
FONT = "Times New Roman"
SMALLEST = 11.0
"""No text of a paper is smaller (II.9: the list of recipients)."""

FIRST_LINES = (567 / TWIP, 720 / TWIP)
"""1 cm or 1.27 cm in points (II.6.e)."""

FIRST_LINE_SLACK = 2.0
LEAST_GAP = 6.0
LINES = (0.99, 1.51)
"""Single to one and a half lines."""


class Case(StrEnum):
    """How letters are to be written."""

    UPPER = "in hoa"
    LOWER = "in thường"
    ANY = "tùy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How an element is to look; None leaves it open."""

    sizes: tuple[float, float]
    bold: bool | None = None
    italic: bool | None = None
    case: Case = Case.ANY
    centred: bool = False


STATE_NAME = Style(sizes=(12, 13), bold=True, italic=False, case=Case.UPPER)
MOTTO = Style(sizes=(13, 14), bold=True, italic=False)
SUPERIOR = Style(sizes=(12, 13), bold=False, italic=False, case=Case.UPPER)
AGENCY = Style(sizes=(12, 13), bold=True, italic=False, case=Case.UPPER)
NUMBER = Style(sizes=(13, 13), bold=False, italic=False)
DATE_LINE = Style(sizes=(13, 14), italic=True, bold=False)
TITLE = Style(sizes=(13, 14), bold=True, italic=False, case=Case.UPPER, centred=True)
SUMMARY = Style(sizes=(13, 14), bold=True, italic=False, centred=True)
LETTER_SUMMARY = Style(sizes=(12, 13), bold=False, italic=False, centred=True)
GROUND = Style(sizes=(13, 14), italic=True, bold=False)
ADDRESSEE = Style(sizes=(13, 14), bold=False, italic=False)
POSITION = Style(sizes=(13, 14), bold=True, italic=False, case=Case.UPPER, centred=True)
NAME = Style(sizes=(13, 14), bold=True, italic=False, centred=True)
RECIPIENTS = Style(sizes=(12, 12), bold=True, italic=True)
RECIPIENT = Style(sizes=(11, 11), bold=False, italic=False)
ANNEX = Style(sizes=(14, 14), bold=True, italic=False, centred=True)
ANNEX_TITLE = Style(sizes=(13, 14), bold=True, italic=False, case=Case.UPPER, centred=True)
ANNEX_NOTE = Style(sizes=(13, 14), italic=True, bold=False, centred=True)
PAGE_NUMBER = Style(sizes=(13, 14), italic=False, bold=None)
BODY_SIZES = (13.0, 14.0)

TYPES = (
    "NGHỊ QUYẾT",
    "QUYẾT ĐỊNH",
    "CHỈ THỊ",
    "QUY CHẾ",
    "QUY ĐỊNH",
    "THÔNG CÁO",
    "THÔNG BÁO",
    "HƯỚNG DẪN",
    "CHƯƠNG TRÌNH",
    "KẾ HOẠCH",
    "PHƯƠNG ÁN",
    "ĐỀ ÁN",
    "DỰ ÁN",
    "BÁO CÁO",
    "BIÊN BẢN",
    "TỜ TRÌNH",
    "HỢP ĐỒNG",
    "GIẤY MỜI",
    "GIẤY GIỚI THIỆU",
)
"""Names of types that stand alone on a line (PL III.I)."""

WITHOUT_ADDRESSEE = ("KẾ HOẠCH", "QUYẾT ĐỊNH", "THÔNG BÁO", "NGHỊ QUYẾT", "CHỈ THỊ")
"""Types addressed to nobody: «Kính gửi» stands in letters, submissions and reports upwards (II.9)."""

TYPE_SIGNS = {"qyđ": "QyĐ", "ctr": "CTr", "ttr": "TTr", "trs": "TrS"}
"""Abbreviations of types that mix capitals and small letters (PL III.I)."""
