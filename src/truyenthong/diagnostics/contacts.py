"""Findings about a list of addresses that is taken into the units (TT233 to TT236)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, warning

TT233 = error(
    "TT233",
    "danh bạ không có cột cần đọc",
    reason="Danh bạ được đọc theo tiêu đề cột: phải có một cột tên đơn vị và một cột địa chỉ thư điện tử.",
    bad="| Trường | Liên hệ |",
    good="| Đơn vị | Thư điện tử |",
)
TT234 = error(
    "TT234",
    "danh bạ có tên không phải của đơn vị nào",
    reason="Tên không trùng hẳn với tên của một đơn vị thì không đoán: gửi nhầm thư còn tệ hơn chưa gửi.",
    bad="| Phòng GD Thân Uyên | pgd@example.vn |",
    good="| Phòng GD&ĐT Than Uyên | pgd@example.vn |",
)
TT235 = error(
    "TT235",
    "địa chỉ thư trong danh bạ không đúng",
    reason="Một ô ghi một địa chỉ, hay vài địa chỉ cách nhau bằng dấu phẩy, chấm phẩy hoặc xuống dòng.",
    bad="| Phòng GD&ĐT Than Uyên | pgdthanuyen(a)example.vn |",
    good="| Phòng GD&ĐT Than Uyên | pgdthanuyen@example.vn |",
)
TT236 = warning(
    "TT236",
    "một địa chỉ dùng cho nhiều đơn vị trong danh bạ",
    reason="Hai đơn vị ít khi chung một hộp thư; thường là chép nhầm dòng. Vẫn ghi được khi đã xem lại.",
    bad="| Trường A | chung@example.vn |\n| Trường B | chung@example.vn |",
    good="| Trường A | a@example.vn |\n| Trường B | b@example.vn |",
)
