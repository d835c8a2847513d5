"""Findings about the office's own tracking sheet in Excel (TT680 to TT689)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, notice, warning

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
