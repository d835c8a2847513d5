"""Findings about an official appendix that is taken in from Word (TT670 to TT679)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, notice, warning

TT670 = error(
    "TT670",
    "tệp không có bảng phụ lục",
    reason=(
        "Phụ lục được nhận theo tiêu đề cột: phải có cột «Nội dung» và ít nhất một trong các cột thời gian, "
        "đối tượng, hình thức, đơn vị."
    ),
    bad="| Việc | Ai làm |",
    good="| TT | Thời gian | Nội dung | Đối tượng | Hình thức |",
)
TT671 = warning(
    "TT671",
    "cột của phụ lục không có chỗ trong kế hoạch",
    reason=(
        "Một hàng của phu_luc có thời gian, nội dung, đối tượng, hình thức, đơn vị; cột khác không lấy vào."
    ),
    bad="| Nội dung | Thời gian | Kinh phí |",
    good="| Nội dung (ghi cả kinh phí) | Thời gian |",
)
TT672 = error(
    "TT672",
    "chưa biết bảng là của phụ lục nào",
    reason="Phía trên bảng không có «Phụ lục I», «Phụ lục II», mà kế hoạch có nhiều phụ lục; không đoán.",
    bad="truyenthong intake --appendix phu-luc.docx",
    good="truyenthong intake --appendix phu-luc.docx --appendix-code phu-luc-1",
)
TT673 = notice(
    "TT673",
    "hàng tiêu đề giữa bảng phụ lục",
    reason="Một ô gộp hết chiều ngang là tiêu đề của các hàng dưới; nó được giữ thành một hàng riêng.",
    bad="| Tháng 10/2020 (gộp cả hàng) |",
    good="| Tháng 10/2020 | Nội dung | … |",
)
TT674 = error(
    "TT674",
    "hàng của phụ lục không có nội dung",
    reason="Hàng nào của phụ lục cũng phải nói làm việc gì; ô khác để trống được.",
    bad="| 3 | Tháng 11 |  | Học sinh |",
    good="| 3 | Tháng 11 | Phòng chống đuối nước | Học sinh |",
)
TT675 = warning(
    "TT675",
    "hàng của phụ lục có chữ bị gạch bỏ hoặc bị ẩn",
    reason="Phụ lục được đọc như người xem thấy: chữ bị gạch bỏ, bị ẩn thì không lấy, nhưng phải nói ra.",
    bad="| 3 | Tháng 11 | Phòng chống đuối nước (gạch bỏ) |",
    good="| 3 | Tháng 11 | Phòng chống đuối nước |",
)
