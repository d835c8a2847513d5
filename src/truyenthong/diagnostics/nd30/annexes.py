"""Layout by Nghị định 30/2020/NĐ-CP: annexes and copies (TT580 to TT589)."""

from __future__ import annotations

from truyenthong.diagnostics.nd30.rule import rule
from truyenthong.findings import Severity

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
