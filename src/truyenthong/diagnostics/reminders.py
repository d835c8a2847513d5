"""Why a unit gets no reminder now (TT720 to TT739); told by ``remind``, not by ``validate``."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import notice, warning

TT720 = warning(
    "TT720",
    "đơn vị chưa có địa chỉ thư",
    reason="Thư nhắc chỉ gửi tới thu_dien_tu của đơn vị ở data/units.yaml.",
    bad="- ma: pgd-than-uyen",
    good="- ma: pgd-than-uyen\n  thu_dien_tu: pgdthanuyen@example.edu.vn",
)
TT721 = warning(
    "TT721",
    "địa chỉ của đơn vị viết chưa đúng",
    reason="Không địa chỉ nào của đơn vị là một địa chỉ thư trần, nên không gửi.",
    bad="thu_dien_tu: Văn phòng <vp@example.edu.vn>",
    good="thu_dien_tu: vp@example.edu.vn",
)
TT722 = warning(
    "TT722",
    "tên miền của địa chỉ không được gửi",
    reason="ten_mien_duoc_gui ở data/outreach.yaml giữ cho thư không đi nhầm ra ngoài ngành.",
    bad="ten_mien_duoc_gui: [example.edu.vn]   # đơn vị dùng example.com",
    good="ten_mien_duoc_gui: [example.edu.vn, example.com]",
)
TT723 = warning(
    "TT723",
    "thư trước không tới nơi",
    reason=(
        "Máy chủ từ chối địa chỉ hoặc thư bị trả lại: gửi nữa cũng không tới. Đổi thu_dien_tu thì thư tự đi; "
        "địa chỉ ấy đã nhận lại được thì ghi bằng remind --resolve … --not-sent."
    ),
    bad="550 5.1.1 user unknown",
    good="thu_dien_tu: dia-chi-moi@example.edu.vn",
)
TT724 = notice(
    "TT724",
    "một tệp trong danh sách chờ có thể là bài của đơn vị",
    reason="Không nhắc đơn vị khi bài của họ có thể đang nằm ở data/waiting: xử lý mục chờ ấy trước.",
    bad="data/waiting/558c….yaml: don_vi: pgd-than-uyen",
    good="truyenthong intake --waiting",
)
TT725 = notice(
    "TT725",
    "thư của đơn vị còn chờ xử lý",
    reason="Một mục chờ đến từ địa chỉ của đơn vị mà chưa rõ là bài nào: xem thư ấy trước khi nhắc.",
    bad="data/waiting/558c….yaml: thu: {tu: pgdthanuyen@example.edu.vn}",
    good="truyenthong intake --waiting",
)
TT726 = notice(
    "TT726",
    "hộp thư chưa đọc trong 24 giờ",
    reason="Bài của đơn vị có thể nằm trong hộp thư chưa đọc, nên mốc sau hạn chưa gửi.",
    bad="truyenthong remind --send",
    good="truyenthong intake --mailbox\ntruyenthong remind --send",
)
TT728 = notice(
    "TT728",
    "máy chủ bảo gửi sau",
    reason="Thư bị hoãn được gửi lại ở lần chạy sau, cách ít nhất 15 phút, nhiều nhất 4 lần một mốc.",
    bad="451 greylisted",
    good="truyenthong remind --send   # 15 phút sau",
)
TT729 = warning(
    "TT729",
    "không rõ thư đã đi chưa",
    reason=(
        "Mất kết nối giữa lúc giao thư: máy chủ có thể đã nhận. Thư như thế không bao giờ tự gửi lại, kẻo "
        "đơn vị nhận hai thư; hỏi đơn vị hoặc xem hộp «đã gửi» rồi ghi kết luận."
    ),
    bad="truyenthong remind --history",
    good='truyenthong remind --resolve 0123456789abcdef --sent --reason "đơn vị xác nhận đã nhận"',
)
TT730 = notice(
    "TT730",
    "bài đã gửi đang chờ cơ quan xử lý",
    reason="Bài có lỗi mà chưa trả lại thì người ở cơ quan phải quyết định trước; không nhắc đơn vị.",
    bad="truyenthong review pgd-than-uyen bao-cao-nam",
    good='truyenthong review pgd-than-uyen bao-cao-nam --return "thiếu số liệu mục II"',
)
