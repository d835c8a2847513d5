"""The catalogue of Word reports as data: what each file of a report is about; makes none."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from truyenthong.model.periods import PeriodKind


class ReportScope(StrEnum):
    """What one file of a report is about (the values of ``pham_vi``)."""

    SECTOR = "nganh"
    UNIT = "don-vi"
    SUBMISSION = "bai-nop"
    ROW = "dong"
    ENTRY = "so"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderStep:
    """One step of the order of the lines of a list (an entry of ``thu_tu``).

    Attributes:
        column: a column of the report's table, or UNIT_COLUMN for the order of the roster.
        descending: the largest first; what is empty comes last either way.
        reason: the step in words, for those who read the list.
    """

    column: str
    descending: bool = False
    reason: str | None = None
    index: int = field(default=0, compare=False)


UNIT_COLUMN = "don_vi"
"""The word of an order's step that means the unit itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """An entry of the catalogue of Word reports.

    Attributes:
        only_if: the list of the view without which the report has nothing to say (``chi_khi``).
        table: the table of the duty's form (``bang``): each line makes a file (scope ``dong``), or all lines
            of all units make one list (scope ``nganh``).
        order: the rule by which the lines of that list stand (``thu_tu``), the first step first.
        register: the register each entry of which makes a file (``so``, scope ``so``).
        fresh_days: made without being asked for by name only of what came in so many days (``moi_nhan``).
    """

    code: str
    name: str
    template: str
    scope: ReportScope
    obligation: str | None = None
    period_kind: PeriodKind | None = None
    paper_type: str | None = None
    symbol: str | None = None
    summary: str | None = None
    signer: str | None = None
    recipients: tuple[str, ...] | None = None
    addressees: tuple[str, ...] = ()
    only_if: str | None = None
    table: str | None = None
    order: tuple[OrderStep, ...] = ()
    register: str | None = None
    fresh_days: int | None = None
    index: int = field(default=0, compare=False)


OFFICIAL_LETTER = "Công văn"
"""The paper without a type: none in its symbol, «V/v» before its summary (NĐ 30 PL I.II.3, II.5)."""

TYPE_SYMBOLS = {
    "nghị quyết": "NQ",
    "quyết định": "QĐ",
    "chỉ thị": "CT",
    "quy chế": "QC",
    "quy định": "QyĐ",
    "thông cáo": "TC",
    "thông báo": "TB",
    "hướng dẫn": "HD",
    "chương trình": "CTr",
    "kế hoạch": "KH",
    "phương án": "PA",
    "đề án": "ĐA",
    "dự án": "DA",
    "báo cáo": "BC",
    "biên bản": "BB",
    "tờ trình": "TTr",
    "hợp đồng": "HĐ",
    "công điện": "CĐ",
    "bản ghi nhớ": "BGN",
    "bản thỏa thuận": "BTT",
    "giấy ủy quyền": "GUQ",
    "giấy mời": "GM",
    "giấy giới thiệu": "GGT",
    "giấy nghỉ phép": "GNP",
    "phiếu gửi": "PG",
    "phiếu chuyển": "PC",
    "phiếu báo": "PB",
}
"""Abbreviations of the types (NĐ 30 PL III.I)."""

WITHOUT_ADDRESSEE = ("nghị quyết", "quyết định", "chỉ thị", "kế hoạch", "thông báo")
"""Types that are addressed to nobody: «Kính gửi» is in letters, submissions, reports upwards (II.9)."""


def type_symbol(paper_type: str) -> str | None:
    """The abbreviation of a type; None for a letter, which has none, and for what is not in the list."""
    return TYPE_SYMBOLS.get(paper_type.casefold())


def usual_symbol(paper_type: str, agency: str | None, drafting: str | None) -> str:
    """«BC-SGDĐT», for a letter «SGDĐT-VP» (NĐ 30 PL I.II.3.b); parts that are not known are left out."""
    parts = (agency, drafting) if paper_type == OFFICIAL_LETTER else (type_symbol(paper_type), agency)
    return "-".join(part for part in parts if part)


def symbol_fault(paper_type: str, symbol: str) -> str | None:
    """What is wrong with a symbol for its type, a phrase; None where nothing is."""
    first = symbol.split("-", maxsplit=1)[0].strip()
    wanted = type_symbol(paper_type)
    if paper_type == OFFICIAL_LETTER and first in {"CV", *TYPE_SYMBOLS.values()}:
        return f"công văn không có chữ viết tắt tên loại, mà ký hiệu bắt đầu bằng «{first}»"
    if wanted is not None and first != wanted:
        return f"ký hiệu của {paper_type.lower()} bắt đầu bằng «{wanted}», mà ghi «{first}»"
    return None


COLLECTIVE = "TM."
"""Signing for a collective."""

ON_BEHALF = ("KT.", "TL.", "TUQ.")
"""Signing for somebody else; the signer's own position stands on the next line (NĐ 30 PL I.II.7)."""

HEADS = ("GIÁM ĐỐC", "HIỆU TRƯỞNG", "TRƯỞNG PHÒNG", "CHÁNH VĂN PHÒNG", "THỦ TRƯỞNG")
"""Positions of those who head their agency alone: nobody signs «TM.» before them (NĐ 30, Điều 13)."""


def signing_fault(lines: tuple[str, ...]) -> str | None:
    """What is wrong with the lines above a signature, a phrase; None where nothing is."""
    for place, line in enumerate(lines):
        prefix, _, position = line.partition(" ")
        bare = prefix.rstrip(".")
        if f"{bare}." in (COLLECTIVE, *ON_BEHALF, "Q.") and not prefix.endswith("."):
            return f"sau chữ «{bare}» phải có dấu chấm"
        if prefix in (COLLECTIVE, *ON_BEHALF, "Q.") and not position.strip():
            return f"sau «{prefix}» chưa ghi chức vụ"
        if prefix == COLLECTIVE and position.strip().startswith(HEADS):
            return f"«{line}»: cơ quan làm việc theo chế độ thủ trưởng thì không ký thay mặt tập thể"
        if prefix in ON_BEHALF and place == len(lines) - 1:
            return f"dưới «{line}» phải có dòng chức vụ của chính người ký"
        if line != line.upper():
            return f"«{line}»: quyền hạn, chức vụ viết chữ in hoa"
    return None
