"""Findings about mail as it goes and comes: who is not reminded (TT720–TT739), the mailbox (TT740–TT749)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, notice, warning

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
TT740 = error(
    "TT740",
    "hai lúc nhận cách nhau hơn một giờ",
    reason=(
        "Lúc nhận là lúc hộp thư ghi khi thư tới. Máy chủ của cơ quan lại ghi trong thư một lúc khác hơn một "
        "giờ: thư được chép hay chuyển từ hộp khác sang, lúc hộp thư ghi có thể là lúc chép. Người xem quyết "
        "định lấy lúc nào."
    ),
    bad="hộp thư ghi 20/6/2021 08:00, máy chủ ghi 28/5/2021 09:15",
    good='truyenthong intake data/waiting/….yaml --received "28/5/2021 09:15"',
)
TT741 = error(
    "TT741",
    "thư quá lớn, chỉ đọc phần đầu",
    reason="Thư quá 50 MB không được tải về; phần đầu thư được giữ để người đọc biết thư nào.",
    bad="thư kèm video 60 MB",
    good="thư kèm biểu Word; video gửi bằng đường khác",
)
TT742 = notice(
    "TT742",
    "người gửi chưa được máy chủ thư xác nhận",
    reason=(
        "Thư ghi địa chỉ của một đơn vị mà máy chủ của cơ quan (xac_thuc_do) không xác nhận bằng DMARC hay "
        "DKIM: ai cũng có thể ghi địa chỉ ấy. Địa chỉ không được tính là dấu hiệu; biểu vẫn tự nói của ai."
    ),
    bad="Authentication-Results: mx.example.gov.vn; dmarc=fail header.from=example.edu.vn",
    good="Authentication-Results: mx.example.gov.vn; dmarc=pass header.from=example.edu.vn",
)
TT743 = error(
    "TT743",
    "máy chủ không đưa nội dung thư",
    reason="Thư còn trong hộp nhưng máy chủ không đưa nội dung; phần đầu thư được giữ để tìm lại thư ấy.",
    bad="thư hỏng trong hộp thư",
    good="mở thư trong chương trình thư, lưu tệp đính kèm rồi: truyenthong intake bao-cao.docx",
)
TT744 = error(
    "TT744",
    "giống thư báo không gửi được",
    reason=(
        "Thư báo viết theo lối cũ, không đọc được chắc chắn thư nào, tới ai không đến nơi; trong thư lại có "
        "dấu của thư nhắc hoặc địa chỉ của một đơn vị. Người đọc thư rồi sửa địa chỉ nếu cần. Tệp trong thư "
        "không phải bài của đơn vị."
    ),
    bad="From: MAILER-DAEMON … Delivery to pgd@example.edu.vn failed",
    good="Content-Type: multipart/report; report-type=delivery-status",
)
TT745 = warning(
    "TT745",
    "thư báo không khớp sổ gửi",
    reason=(
        "Thư báo nói về thư nhắc của chương trình, nhưng sổ gửi không có thư ấy, hoặc thư ấy gửi cho địa chỉ "
        "khác. Ai cũng viết được một thư báo, nên không tin; địa chỉ của đơn vị không bị đánh dấu."
    ),
    bad="Final-Recipient: rfc822; khac@example.com",
    good="Final-Recipient khớp địa chỉ đã gửi, Message-ID có trong sổ gửi",
)
TT746 = warning(
    "TT746",
    "thư gửi đơn vị bị trả lại",
    reason=(
        "Máy chủ báo thư nhắc không tới được địa chỉ ấy. Đơn vị chưa được nhắc; địa chỉ ấy không được gửi "
        "nữa cho tới khi sửa ở data/units.yaml."
    ),
    bad="550 5.1.1 không có người dùng ấy",
    good="thu_dien_tu đúng địa chỉ đang dùng",
)
TT747 = notice(
    "TT747",
    "thư gửi đơn vị đến chậm",
    reason="Máy chủ báo thư nhắc chưa tới nơi và còn thử tiếp, hoặc đã thôi thử vì trở ngại nhất thời (4.x).",
    bad="451 4.4.1 máy chủ của đơn vị không trả lời",
    good="thư tới nơi",
)
TT748 = notice(
    "TT748",
    "thư trả lời thư nhắc",
    reason="Thư trả lời một thư nhắc có trong sổ gửi; ghi vào sổ để «truyenthong explain ĐƠN_VỊ» cho xem.",
    bad="In-Reply-To: <tt.….1@example.gov.vn>",
    good="In-Reply-To: <tt.….1@example.gov.vn>",
)
