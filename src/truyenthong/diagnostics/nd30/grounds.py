"""Layout by Nghị định 30/2020/NĐ-CP: the grounds that a paper stands on (TT533, TT534, TT557, TT558)."""

from __future__ import annotations

from truyenthong.diagnostics.nd30.rule import rule
from truyenthong.findings import Severity

TT533 = rule(
    "TT533",
    Severity.ERROR,
    "căn cứ trình bày sai",
    article="Phụ lục I, Phần I, II.6.a",
    reason="Căn cứ ban hành: chữ in thường, cỡ 13–14, nghiêng",
    bad="Căn cứ kiểu đứng",
    good="Căn cứ kiểu nghiêng",
)

TT534 = rule(
    "TT534",
    Severity.ERROR,
    "căn cứ chấm câu sai",
    article="Phụ lục I, Phần I, II.6.a",
    reason=("Sau mỗi căn cứ xuống dòng, cuối dòng có dấu chấm phẩy, dòng cuối kết thúc bằng dấu chấm"),
    bad="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019.",
    good="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
)

TT557 = rule(
    "TT557",
    Severity.ERROR,
    "căn cứ ghi chưa đủ",
    article="Phụ lục I, Phần I, II.6.a",
    reason=("Căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày tháng năm và trích yếu"),
    bad="Căn cứ Kế hoạch số 180/KH-BGDĐT về truyền thông;",
    good=(
        "Căn cứ Kế hoạch số 180/KH-BGDĐT ngày 20 tháng 3 năm 2020 của Bộ Giáo dục và Đào tạo về truyền thông;"
    ),
)

TT558 = rule(
    "TT558",
    Severity.ERROR,
    "căn cứ là Luật, Pháp lệnh mà ghi số",
    article="Phụ lục I, Phần I, II.6.a",
    reason="Riêng Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan ban hành",
    bad="Căn cứ Luật Giáo dục số 43/2019/QH14;",
    good="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
)
