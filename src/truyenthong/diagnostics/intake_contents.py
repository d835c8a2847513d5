"""What is said about what lies in files that come in from units (TT650 to TT669)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, notice, warning

TT650 = notice(
    "TT650",
    "chữ Ð được đổi thành Đ",
    reason="Ð (U+00D0) trông như Đ nhưng là chữ khác, tìm và so sánh sẽ sai; được đổi khi ghi.",
    bad="Ðịa phương",
    good="Địa phương",
)
TT651 = notice(
    "TT651",
    "bỏ ký tự không nhìn thấy",
    reason=(
        "Dấu cách cứng, ký tự rộng bằng 0, dấu ngắt của Word được đổi thành dấu cách thường hoặc bỏ khi ghi."
    ),
    bad="12 (kèm một dấu cách cứng)",
    good="12",
)
TT652 = error(
    "TT652",
    "chữ theo bảng mã cũ",
    reason=(
        "Chữ gõ bằng phông .VnTime (TCVN3) hoặc VNI. Chương trình nhận ra nhưng không tự chuyển, vì có thể "
        "mất chữ ư; chuyển khi người xem đồng ý (--convert-legacy)."
    ),
    bad="Së Gi¸o dôc",
    good="Sở Giáo dục",
)
TT653 = warning(
    "TT653",
    "ngày có thể viết kiểu Mỹ",
    reason=(
        "Trong tệp có ngày viết tháng trước ngày sau, nên ngày nào cả hai số đều nhỏ hơn 13 cũng có thể đọc"
        " hai cách. Hỏi lại đơn vị; ngày được ghi như đã gõ."
    ),
    bad="5/30/2021 và 3/5/2021",
    good="30/5/2021 và 03/5/2021",
)
TT654 = error(
    "TT654",
    "thư không kèm tệp",
    reason=(
        "Thư không mang tệp nào nên không có gì để ghi. Cả thư được giữ trong danh sách chờ: đọc thư để biết "
        "đơn vị viết gì; đơn vị quên kèm tệp thì nhắc gửi lại."
    ),
    bad="thư chỉ có lời",
    good="thư kèm bao-cao.docx",
)
TT655 = notice(
    "TT655",
    "bỏ qua hình và chữ ký trong thân thư",
    reason=(
        "Hình nhỏ hiện trong lời thư (biểu tượng, chữ ký) không phải là tệp gửi. Hình mà lời thư không dùng "
        "tới và hình lớn (ảnh trang giấy) được giữ như tệp kèm theo."
    ),
    bad="logo.png trong thân thư",
    good="bao-cao.docx kèm theo",
)
TT656 = error(
    "TT656",
    "tệp nén không mở được",
    reason=(
        "Tệp .zip (và .docx, .xlsx, vốn là .zip) bị hỏng, đặt mật khẩu, có quá nhiều tệp hoặc quá lớn khi "
        "giải nén."
    ),
    bad="bao-cao.zip (mật khẩu)",
    good="bao-cao.docx",
)
TT657 = error(
    "TT657",
    "tên trong tệp nén chỉ ra ngoài",
    reason="Tên như ../../x ghi đè tệp ở nơi khác khi giải nén; tệp ấy không được đọc.",
    bad="../../etc/bao-cao.docx",
    good="bao-cao.docx",
)
TT658 = error(
    "TT658",
    "lồng nhau quá sâu",
    reason="Chỉ mở thư trong thư đến 5 lớp và tệp nén trong tệp nén một lớp.",
    bad="a.zip chứa b.zip chứa c.zip",
    good="a.zip chứa bao-cao.docx",
)
TT659 = notice(
    "TT659",
    "phần do văn phòng ghi được bỏ qua",
    reason=(
        "Lúc nhận, gia hạn, xử lý do văn phòng ghi; trong tệp .yaml đơn vị gửi thì các khóa ấy không được "
        "lấy, và chỉ lần nộp cuối được đọc."
    ),
    bad="xu_ly: {ket_qua: chap-nhan}",
    good="noi_dung: {...}",
)
TT660 = error(
    "TT660",
    "mục chờ bị hỏng",
    reason="Tệp trong data/waiting không đọc được hoặc tệp gốc của nó không còn nguyên (SHA-256 khác).",
    bad="data/waiting/0123456789abcdef.yaml thiếu tep",
    good="để nguyên như chương trình ghi",
)
TT661 = notice(
    "TT661",
    "thư không ghi lúc gửi đọc được",
    reason=(
        "Không có dòng Received hay Date đọc được, hoặc ngày ấy chưa đến: lúc nhận lấy giờ chạy lệnh. Sửa "
        "bằng --received."
    ),
    bad="Date: hôm qua",
    good="Date: Fri, 28 May 2021 09:12:00 +0700",
)
TT662 = error(
    "TT662",
    "tệp bài nộp chưa ghi thêm được",
    reason=(
        "Tệp bài nộp của đơn vị đang có lỗi nên không ghi nối vào được; tệp gửi đến được giữ trong mục chờ."
    ),
    bad="tệp bài nộp sai cú pháp",
    good="chạy «truyenthong validate», sửa tệp ấy",
)
TT663 = notice(
    "TT663",
    "tệp kèm theo được giữ cùng",
    reason="Tệp đi cùng biểu (bản quét, ảnh, phụ lục) được giữ cùng lần nhận, không đọc nội dung.",
    bad="bao-cao.docx, bao-cao-quet.pdf",
    good="bao-cao.docx, bao-cao-quet.pdf",
)
TT664 = warning(
    "TT664",
    "đã chuyển chữ từ bảng mã cũ",
    reason=(
        "Chữ TCVN3 hoặc VNI đã được chuyển sang Unicode theo yêu cầu (--convert-legacy); đọc lại trước khi "
        "dùng."
    ),
    bad="Së Gi¸o dôc",
    good="Sở Giáo dục",
)
TT665 = notice(
    "TT665",
    "mục đã có trong sổ theo dõi",
    reason="Biểu của sổ có mục giống hệt mục đã ghi; mục ấy không được ghi lần nữa, mục khác vẫn được ghi.",
    bad="gửi lại bảng tin, bài cũ có thêm hai mục mới",
    good="gửi bảng chỉ gồm hai mục mới",
)
