"""Layout by Nghị định 30/2020/NĐ-CP: pages, letters and the file as such (TT500 to TT519)."""

from __future__ import annotations

from truyenthong.diagnostics.nd30.rule import rule
from truyenthong.findings import Severity

TT500 = rule(
    "TT500",
    Severity.ERROR,
    "tệp không đọc được như một văn bản Word",
    reason=(
        "Chỉ đọc được tệp .docx còn nguyên; tệp .doc đời cũ, tệp có mật khẩu, tệp PDF hay Excel đổi "
        "đuôi, tệp hỏng hoặc có phần quá lớn thì không kiểm tra được"
    ),
    bad="bao-cao.docx là tệp PDF đổi đuôi",
    good="mở bằng Word, lưu lại thành .docx",
)

TT501 = rule(
    "TT501",
    Severity.ERROR,
    "khổ giấy không phải A4",
    article="Phụ lục I, Phần I, I.1",
    reason="Văn bản hành chính dùng khổ A4, 210 mm x 297 mm",
    bad="Khổ Letter 216 mm x 279 mm",
    good="Bố cục > Cỡ giấy > A4",
)

TT502 = rule(
    "TT502",
    Severity.ERROR,
    "lề trang ngoài khoảng cho phép",
    article="Phụ lục I, Phần I, I.3",
    reason=(
        "Lề trên, dưới 20–25 mm; lề trái 30–35 mm; lề phải 15–20 mm. Trang nằm ngang thì chỉ xét các "
        "lề có nằm trong 15–35 mm, vì Nghị định không nói lề nào là lề nào"
    ),
    bad="Lề trái 25 mm",
    good="Lề trái 30 mm",
)

TT503 = rule(
    "TT503",
    Severity.WARNING,
    "trang ngang mà không có bảng",
    article="Phụ lục I, Phần I, I.2",
    reason=(
        "Văn bản trình bày theo chiều dài của trang; nằm ngang khi có bảng, biểu không làm thành phụ "
        "lục riêng"
    ),
    bad="Hướng giấy ngang, chỉ có lời văn",
    good="Hướng giấy dọc",
)

TT504 = rule(
    "TT504",
    Severity.ERROR,
    "số trang không ở giữa đầu trang",
    article="Phụ lục I, Phần I, I.7",
    reason=("Số trang đặt canh giữa theo chiều ngang, trong lề trên. Văn bản một trang không cần số trang"),
    bad="Số trang ở chân trang, bên phải",
    good="Chèn > Số trang > Đầu trang, canh giữa",
)

TT505 = rule(
    "TT505",
    Severity.ERROR,
    "số trang hiện ở trang đầu",
    article="Phụ lục I, Phần I, I.7",
    reason="Không hiển thị số trang thứ nhất",
    bad="Trang 1 có số",
    good="Đầu trang > chọn «Trang đầu khác», xóa số ở trang đầu",
)

TT506 = rule(
    "TT506",
    Severity.ERROR,
    "phụ lục không đánh số trang riêng",
    article="Phụ lục I, Phần I, III.1.đ",
    reason="Số trang của từng phụ lục đánh riêng từ 1",
    bad="Phụ lục nối số trang của văn bản",
    good="Ngắt phần trước phụ lục, đánh số trang bắt đầu từ 1",
)

TT507 = rule(
    "TT507",
    Severity.ERROR,
    "số trang trình bày sai",
    article="Phụ lục I, Phần I, I.7",
    reason="Số trang đánh từ số 1, bằng chữ số Ả Rập, cỡ 13–14, kiểu đứng",
    bad="Số trang cỡ 11, hoặc i, ii, iii",
    good="Số trang 1, 2, 3, cỡ 14",
)

TT508 = rule(
    "TT508",
    Severity.NOTICE,
    "số trang có thêm dấu, thêm chữ",
    article="Phụ lục I, Phần I, V (14)",
    reason="Ví dụ của Nghị định chỉ ghi con số: 2, 7, 13",
    bad="- 2 -",
    good="2",
)

TT509 = rule(
    "TT509",
    Severity.WARNING,
    "tệp có macro",
    reason=(
        "Tệp có đoạn chương trình chạy kèm; nơi nhận thường không mở được, và hệ thống quản lý văn "
        "bản từ chối"
    ),
    bad="bao-cao.docm",
    good="lưu thành «Tài liệu Word (.docx)»",
)

TT510 = rule(
    "TT510",
    Severity.ERROR,
    "phông chữ không phải Times New Roman",
    article="Phụ lục I, Phần I, I.4",
    reason=(
        "Phông chữ tiếng Việt Times New Roman. Chỉ xét chữ in ra: phông dành cho chữ viết khác thì xem TT514"
    ),
    bad="Phông Calibri hoặc .VnTime",
    good="Phông Times New Roman",
)

TT511 = rule(
    "TT511",
    Severity.ERROR,
    "chữ không phải màu đen",
    article="Phụ lục I, Phần I, I.4",
    reason="Màu chữ của văn bản là màu đen; dấu chỉ độ mật, mức độ khẩn thì màu đỏ",
    bad="Chữ đỏ để nhấn mạnh",
    good="Màu chữ Tự động hoặc Đen",
)

TT512 = rule(
    "TT512",
    Severity.ERROR,
    "chữ nhỏ hơn cỡ 11",
    article="Phụ lục I, Phần I, V",
    reason=(
        "Ngoài bảng biểu và chú thích cuối trang, không thành phần nào của văn bản dùng chữ nhỏ hơn cỡ 11"
    ),
    bad="Lời văn cỡ 9",
    good="Lời văn cỡ 13",
)

TT513 = rule(
    "TT513",
    Severity.ERROR,
    "chữ không phải Unicode",
    article="Phụ lục I, Phần I, I.4",
    reason=(
        "Bộ mã ký tự là Unicode theo TCVN 6909:2001; chữ gõ bằng bảng mã cũ (TCVN3, VNI) sang máy "
        "khác không đọc được"
    ),
    bad="Së Gi¸o dôc vµ §µo t¹o",
    good="Sở Giáo dục và Đào tạo",
)

TT514 = rule(
    "TT514",
    Severity.NOTICE,
    "phông của chữ viết khác chưa đặt",
    article="Phụ lục I, Phần I, I.4",
    reason=(
        "Word giữ bốn phông cho mỗi đoạn chữ; hai phông dành cho chữ Đông Á và chữ viết phức tạp "
        "không in ra chữ nào ở đây, nhưng hiện lên khi chép sang tệp khác"
    ),
    bad="Phông Đông Á là MS Mincho",
    good="Phông Times New Roman cho cả bốn",
)

TT515 = rule(
    "TT515",
    Severity.NOTICE,
    "tệp còn dấu vết sửa",
    reason=(
        "Chữ thêm, chữ xóa còn chờ duyệt thì người nhận vẫn xem được bản cũ; bản soát này tính như "
        "mọi chỗ sửa đều được nhận"
    ),
    bad="Xem lại > Theo dõi thay đổi còn chỗ chưa nhận",
    good="Xem lại > Chấp nhận tất cả",
)

TT516 = rule(
    "TT516",
    Severity.NOTICE,
    "không phải văn bản hành chính",
    article="Điều 1, Điều 7",
    reason=(
        "Nghị định quy định văn bản hành chính của cơ quan nhà nước; văn bản của Đảng có quy định "
        "riêng; đơn, tờ khai, giấy đề nghị của cá nhân theo mẫu của từng thủ tục, nên không soát"
    ),
    bad="ĐẢNG CỘNG SẢN VIỆT NAM ở đầu trang; ĐƠN XIN NGHỈ PHÉP",
    good="(không cần sửa)",
)
