"""Findings about the office's own tables: an official appendix (TT670 …), its tracking sheet (TT680 …)."""

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
TT680 = error(
    "TT680",
    "không thấy hàng tiêu đề của sổ theo dõi",
    reason=(
        "Sổ được đọc theo tiêu đề cột: phải có cột «Đơn vị», cùng cột «Ngày nhận», hoặc các cột mang tên "
        "nhiệm vụ và kỳ."
    ),
    bad="| Trường | 11/2020 |",
    good="| Đơn vị | Báo cáo | Kỳ | Ngày nhận |",
)
TT681 = notice(
    "TT681",
    "cột của sổ không lấy vào",
    reason="Tiêu đề không phải cột đã biết, cũng không phải tên một nhiệm vụ và kỳ của kế hoạch.",
    bad="| Đơn vị | Báo cáo năm | Người trực |",
    good="| Đơn vị | Báo cáo năm |",
)
TT682 = error(
    "TT682",
    "dòng của sổ chưa ghi được",
    reason=(
        "Không rõ đơn vị, nhiệm vụ, kỳ hay ngày nhận thì không ghi: ghi nhầm đơn vị hay nhầm ngày còn tệ hơn "
        "chưa ghi."
    ),
    bad="| Phòng GD Thân Uyên | 30.5.21 |",
    good="| Phòng GD&ĐT Than Uyên | 30/5/2021 |",
)
TT683 = warning(
    "TT683",
    "sổ và dữ liệu khác nhau",
    reason="Đơn vị đã có bài nhận ngày khác hoặc số khác. Dữ liệu đang có không bị ghi đè; xem bên nào đúng.",
    bad="sổ: nhận 30/5/2021; dữ liệu: nhận 28/5/2021",
    good="sổ: nhận 28/5/2021; dữ liệu: nhận 28/5/2021",
)
TT684 = warning(
    "TT684",
    "chỗ bị gạch bỏ hoặc bị ẩn trong sổ không lấy vào",
    reason=(
        "Dòng, ô gạch ngang là dòng đã bỏ; hàng, cột ẩn (thường do bộ lọc) thì người xem sổ không thấy. Sổ "
        "được đọc như người xem, phần ấy chỉ nêu ra."
    ),
    bad="hàng 7 đang ẩn vì bộ lọc còn bật",
    good="bỏ bộ lọc, hiện đủ các hàng rồi nhận lại sổ",
)
