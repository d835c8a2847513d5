"""How papers are named and signed: symbols by type, signing forms that the decree knows."""

from __future__ import annotations

import pytest

from truyenthong.model.reports import signing_fault, symbol_fault, usual_symbol


@pytest.mark.parametrize(
    ("kind", "symbol"),
    [
        ("Báo cáo", "BC-SGDĐT"),
        ("Tờ trình", "TTr-SGDĐT"),
        ("Phiếu báo", "PB-SGDĐT"),
        ("Công văn", "SGDĐT-VP"),
        ("Giấy lạ", "SGDĐT"),
    ],
)
def test_the_usual_symbol_of_a_type(kind: str, symbol: str) -> None:
    assert usual_symbol(kind, "SGDĐT", "VP") == symbol
    assert symbol_fault(kind, symbol) is None


def test_parts_that_are_not_known_are_left_out() -> None:
    assert usual_symbol("Công văn", "SGDĐT", None) == "SGDĐT"
    assert usual_symbol("Báo cáo", None, "VP") == "BC"


@pytest.mark.parametrize(
    "lines",
    [
        ("GIÁM ĐỐC",),
        ("Q. GIÁM ĐỐC",),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("TL. GIÁM ĐỐC", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"),
        ("TM. BAN BIÊN TẬP", "TRƯỞNG BAN"),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ],
)
def test_forms_that_the_decree_knows(lines: tuple[str, ...]) -> None:
    assert signing_fault(lines) is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("TM. GIÁM ĐỐC",), "thủ trưởng"),
        (("TM. HIỆU TRƯỞNG",), "thủ trưởng"),
        (("TM. TRƯỞNG PHÒNG",), "thủ trưởng"),
        (("KT. GIÁM ĐỐC",), "chức vụ của chính người ký"),
        (("TUQ GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), "dấu chấm"),
        (("TL.", "CHÁNH VĂN PHÒNG"), "chưa ghi chức vụ"),
        (("Giám đốc",), "chữ in hoa"),
    ],
)
def test_forms_that_are_refused(lines: tuple[str, ...], said: str) -> None:
    assert said in str(signing_fault(lines))
