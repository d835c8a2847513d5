"""What is said about messages, and about files that no reader could open (TT610 to TT629)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, notice

TT610 = error(
    "TT610",
    "tệp không đọc được trọn",
    reason=(
        "Tệp hỏng theo cách làm bộ đọc dừng lại, lồng nhau quá sâu, có quá nhiều phần hoặc đọc quá lâu. "
        "Tệp được giữ nguyên trong danh sách chờ; các tệp khác vẫn được nhận."
    ),
    bad="thư lồng trong nhau 3.000 lớp",
    good="thư kèm bao-cao.docx",
)
TT611 = notice(
    "TT611",
    "thư báo không gửi được",
    reason=(
        "Máy chủ thư báo rằng một thư của văn phòng không tới nơi; tệp trong đó là tệp của chính văn "
        "phòng, không phải bài của đơn vị, nên không được nhận."
    ),
    bad="Undelivered Mail Returned to Sender",
    good="thư của đơn vị kèm bao-cao.docx",
)
TT612 = notice(
    "TT612",
    "thư tự động",
    reason="Thư do máy tự trả lời (nghỉ phép, đã nhận được thư, đã xem thư); không phải bài của đơn vị.",
    bad="Auto-Submitted: auto-replied",
    good="thư của đơn vị kèm bao-cao.docx",
)
TT613 = notice(
    "TT613",
    "thư của chính chương trình",
    reason=(
        "Thư mang dấu của chương trình này (thư nhắc, thư trả lời đơn vị) quay lại hộp thư; không phải bài "
        "của đơn vị."
    ),
    bad="Message-ID: <tt.0123456789abcdef.1@…>",
    good="thư của đơn vị kèm bao-cao.docx",
)
TT614 = error(
    "TT614",
    "giống thư máy tự gửi",
    reason=(
        "Thư giống thư báo không gửi được hoặc thư máy tự gửi mà không đủ dấu hiệu để chắc chắn. Tệp trong "
        "thư chưa được coi là bài của đơn vị; người xem quyết định."
    ),
    bad="thư của postmaster kèm tệp",
    good="thư của đơn vị kèm bao-cao.docx",
)
TT615 = error(
    "TT615",
    "thư không đọc được trọn",
    reason=(
        "Thư bị cắt giữa chừng, sai ranh giới giữa các phần, mã hóa, hoặc có phần theo cách ghi không đọc "
        "được. Cả thư được giữ trong danh sách chờ, để không mất tệp nào trong đó."
    ),
    bad="thư tải về dở dang",
    good="thư kèm bao-cao.docx",
)
TT616 = error(
    "TT616",
    "thư chuyển tiếp, hai mốc thời gian",
    reason=(
        "Theo lúc nhận thư chuyển tiếp thì bài trễ hạn, nhưng thư của đơn vị ở bên trong gửi trước lúc ấy. "
        "Chương trình không tự chọn mốc; người xem ghi mục chờ, kèm --received nếu lấy mốc của thư bên "
        "trong."
    ),
    bad="thư chuyển tiếp 31/5, thư bên trong 28/5",
    good="truyenthong intake data/waiting/….yaml --received 28/5/2021",
)
TT617 = error(
    "TT617",
    "winmail.dat",
    reason=(
        "Outlook gửi dạng «Rich Text» gói mọi tệp vào một tệp winmail.dat mà chương trình khác không mở "
        "được. Đơn vị đã kèm đúng tệp; chỉ cần gửi lại với dạng thư khác."
    ),
    bad="winmail.dat",
    good="bao-cao.docx",
)
TT618 = error(
    "TT618",
    "tệp của chương trình thư",
    reason="Tệp .msg, .pst, .dbx là dạng riêng của một chương trình thư; tệp đính kèm nằm bên trong.",
    bad="bao-cao.msg",
    good="bao-cao.eml, bao-cao.docx",
)
TT619 = notice(
    "TT619",
    "bỏ qua tệp của hệ thống",
    reason="Thumbs.db, desktop.ini, .DS_Store, ~$… do máy tự tạo, tệp đang tải dở: không phải tệp gửi.",
    bad="Thumbs.db",
    good="bao-cao.docx",
)
TT620 = notice(
    "TT620",
    "thư chuyển tiếp",
    reason=(
        "Bài nằm trong thư được chuyển tiếp; lúc nhận ghi theo thư ngoài, mốc của thư bên trong nêu để đối "
        "chiếu."
    ),
    bad="thư chuyển tiếp của văn thư",
    good="thư gửi thẳng tới hộp thư nhận báo cáo",
)
TT621 = notice(
    "TT621",
    "thư người ngoài không kèm tệp",
    reason=(
        "Trong hộp thư: thư không từ địa chỉ của đơn vị nào, không trả lời thư của chương trình, không kèm "
        "tệp. Thư vẫn nằm trong hộp thư."
    ),
    bad="bản tin, quảng cáo",
    good="thư của đơn vị kèm bao-cao.docx",
)
