"""What is said about files that come in from units: kinds, owners (TT630 to TT649)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, warning

TT630 = error(
    "TT630",
    "tệp rỗng",
    reason="Tệp không có gì bên trong, thường do gửi khi chưa lưu xong. Đơn vị gửi lại tệp.",
    bad="bao-cao.docx (0 byte)",
    good="bao-cao.docx",
)
TT631 = error(
    "TT631",
    "tệp Word hoặc Excel không phải .docx, .xlsx",
    reason=(
        "Tệp .doc, .xls, .xlsb, RTF, trang web hay XML mang tên .doc, .xls không đọc được từng ô. Đơn vị "
        "điền vào đúng biểu đã nhận, hoặc mở tệp, chọn «Lưu thành» đúng dạng của biểu ấy rồi gửi lại."
    ),
    bad="bao-cao.doc",
    good="bao-cao.docx",
)
TT633 = error(
    "TT633",
    "tệp có macro",
    reason=(
        "Tệp mang chương trình chạy được (macro) nên không được mở. Đơn vị lưu lại đúng dạng của biểu đã "
        "nhận, không macro, rồi gửi lại."
    ),
    bad="bao-cao.docm",
    good="bao-cao.docx",
)
TT634 = error(
    "TT634",
    "tệp đặt mật khẩu",
    reason=(
        "Tệp mã hóa thì không đọc được nội dung. Đơn vị bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi gửi lại."
    ),
    bad="bao-cao.docx (cần mật khẩu)",
    good="bao-cao.docx",
)
TT635 = error(
    "TT635",
    "bản quét không có chữ",
    reason=(
        "PDF chỉ gồm ảnh của trang giấy, không có lớp chữ. Bản quét được giữ làm tệp kèm theo; số liệu lấy "
        "từ biểu đã điền."
    ),
    bad="bao-cao-quet.pdf",
    good="bao-cao.docx gửi kèm bao-cao-quet.pdf",
)
TT636 = error(
    "TT636",
    "PDF không phải biểu mẫu",
    reason="PDF có chữ nhưng không có ô để đọc. Đơn vị gửi thêm chính tệp biểu đã điền.",
    bad="bao-cao.pdf",
    good="bao-cao.docx gửi kèm bao-cao.pdf",
)
TT637 = error(
    "TT637",
    "ảnh chụp",
    reason="Ảnh chụp văn bản không đọc được thành số liệu. Đơn vị gửi chính tệp biểu đã điền.",
    bad="bao-cao.jpg",
    good="bao-cao.docx",
)
TT638 = error(
    "TT638",
    "loại tệp không nhận",
    reason="Chỉ nhận biểu do «truyenthong form» làm, tệp .yaml, thư (.eml) và tệp nén .zip chứa các tệp ấy.",
    bad="bao-cao.rar",
    good="bao-cao.zip",
)
TT639 = error(
    "TT639",
    "không phải biểu mẫu của chương trình",
    reason=(
        "Tệp Word, Excel này không làm từ biểu đã gửi đơn vị («truyenthong form»), nên không biết ô nào là "
        "gì."
    ),
    bad="một báo cáo tự soạn",
    good="biểu do văn phòng gửi, điền vào các ô",
)
TT640 = error(
    "TT640",
    "chưa biết đơn vị nào gửi",
    reason=(
        "Đơn vị đọc được từ chính biểu, từ tên ghi trong biểu hoặc địa chỉ gửi đã khai ở data/units.yaml. "
        "Chương trình chỉ gợi ý, không tự chọn: Than Uyên và Tân Uyên là hai huyện."
    ),
    bad="Đơn vị: PGD Thân Uyên",
    good="Đơn vị: Phòng Giáo dục và Đào tạo huyện Than Uyên",
)
TT641 = error(
    "TT641",
    "các dấu hiệu về đơn vị trái nhau",
    reason=(
        "Biểu của đơn vị này mà bên trong ghi tên đơn vị khác, hoặc gửi từ địa chỉ của đơn vị khác. Không "
        "bên nào được coi là đúng cho tới khi có người xem."
    ),
    bad="biểu của Than Uyên, trong ghi Tân Uyên",
    good="biểu và tên trong biểu cùng một đơn vị",
)
TT642 = error(
    "TT642",
    "chưa biết là nhiệm vụ nào",
    reason="Biểu không còn phần nhận dạng, hoặc nhiệm vụ ấy không có trong kế hoạch.",
    bad="nhiem_vu: bao-cao-namm",
    good="nhiem_vu: bao-cao-nam",
)
TT643 = error(
    "TT643",
    "chưa biết là kỳ nào",
    reason="Nhiệm vụ chia kỳ mà biểu không ghi kỳ, hoặc ghi một kỳ không có trong kế hoạch.",
    bad="biểu để trống kỳ",
    good="biểu của kỳ 2020-11",
)
TT644 = error(
    "TT644",
    "phần nhận dạng của biểu bị sửa",
    reason=(
        "Biểu mang mã kiểm tra; mã không khớp nghĩa là đơn vị, nhiệm vụ hoặc kỳ ghi trong biểu đã bị đổi "
        "hay mất, nên không tin được."
    ),
    bad="đổi mã đơn vị trong biểu của đơn vị khác",
    good="điền vào biểu văn phòng gửi riêng cho đơn vị",
)
TT645 = error(
    "TT645",
    "biểu của kế hoạch khác",
    reason="Biểu làm cho năm học khác hoặc cơ quan khác; số liệu trong đó không thuộc kế hoạch này.",
    bad="biểu năm học 2019-2020",
    good="biểu năm học 2020-2021",
)
TT646 = warning(
    "TT646",
    "biểu đã cũ",
    reason=(
        "Sau khi biểu được gửi đi, văn phòng đã sửa biểu mẫu. Các ô vẫn được đọc theo biểu mẫu hiện nay; ô "
        "thừa, ô thiếu được nêu riêng."
    ),
    bad="biểu bản 1 khi biểu mẫu đã là bản 2",
    good="biểu mới nhất",
)
TT647 = error(
    "TT647",
    "biểu gửi lại còn trống",
    reason=(
        "Không ô nào được điền, không ghi số văn bản, không đánh dấu không phát sinh. Có lẽ đơn vị gửi nhầm"
        " tệp."
    ),
    bad="biểu chưa điền",
    good="biểu đã điền, hoặc đánh dấu «không phát sinh»",
)
TT648 = error(
    "TT648",
    "đơn vị không phải nộp nhiệm vụ này",
    reason="Kế hoạch không giao nhiệm vụ này cho đơn vị; có lẽ biểu của đơn vị khác, hoặc nhận nhầm đơn vị.",
    bad="tong-hop-thang từ một phòng GD&ĐT",
    good="bao-cao-du-luan từ một phòng GD&ĐT",
)
TT649 = error(
    "TT649",
    "một thư, hai nội dung cho cùng nhiệm vụ",
    reason=(
        "Thư mang hai tệp khác nhau của cùng đơn vị, nhiệm vụ, kỳ. Tệp đầu được ghi; chưa biết tệp nào là "
        "bản cuối."
    ),
    bad="bao-cao.docx và bao-cao (1).docx",
    good="một tệp",
)
