"""How administrative papers are named and signed (NĐ 30/2020/NĐ-CP); knows no layout and no plan."""

from __future__ import annotations

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
"""Types that are addressed to nobody: «Kính gửi» stands in letters, submissions, reports upwards (II.9)."""


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
