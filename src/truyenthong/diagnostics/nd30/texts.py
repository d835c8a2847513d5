"""Layout by Nghị định 30/2020/NĐ-CP: the text of a paper (TT540 to TT549, TT590 to TT599)."""

from __future__ import annotations

from truyenthong.diagnostics.nd30.rule import rule
from truyenthong.findings import Severity

TT540 = rule(
    "TT540",
    Severity.ERROR,
    "cỡ chữ lời văn ngoài khoảng 13–14",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Nội dung văn bản dùng cỡ chữ 13–14",
    bad="Lời văn cỡ 12",
    good="Lời văn cỡ 14",
)

TT541 = rule(
    "TT541",
    Severity.ERROR,
    "lời văn không canh đều hai lề",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Nội dung văn bản canh đều cả hai lề; đoạn không dài quá một dòng thì không xét",
    bad="Canh trái",
    good="Canh đều hai bên",
)

TT542 = rule(
    "TT542",
    Severity.ERROR,
    "chữ đầu đoạn lùi sai",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm",
    bad="Không lùi đầu dòng",
    good="Đoạn > Đặc biệt > Dòng đầu 1 cm",
)

TT543 = rule(
    "TT543",
    Severity.ERROR,
    "khoảng cách giữa các đoạn dưới 6 pt",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Khoảng cách giữa các đoạn văn tối thiểu là 6 pt",
    bad="Cách đoạn 0 pt",
    good="Đoạn > Trước 6 pt",
)

TT544 = rule(
    "TT544",
    Severity.ERROR,
    "khoảng cách giữa các dòng ngoài khoảng cho phép",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Khoảng cách giữa các dòng từ dòng đơn đến 1,5 dòng",
    bad="Cách dòng đôi",
    good="Cách dòng 1,15",
)

TT545 = rule(
    "TT545",
    Severity.ERROR,
    "lời văn in nghiêng",
    article="Phụ lục I, Phần I, II.6.e",
    reason="Nội dung văn bản dùng kiểu chữ đứng; báo khi quá nửa lời văn in nghiêng",
    bad="Cả bài in nghiêng",
    good="Chữ đứng",
)

TT546 = rule(
    "TT546",
    Severity.ERROR,
    "Điều trình bày sai",
    article="Phụ lục I, Phần I, II.6.đ",
    reason="Chữ «Điều», số thứ tự bằng chữ số Ả Rập, sau có dấu chấm, kiểu đứng, đậm",
    bad="Điều 1: Ban hành kèm theo",
    good="Điều 1. Ban hành kèm theo",
)

TT547 = rule(
    "TT547",
    Severity.ERROR,
    "Phần, Chương, Mục trình bày sai",
    article="Phụ lục I, Phần I, II.6.đ",
    reason=(
        "Chữ «Phần», «Chương» với chữ số La Mã, «Mục», «Tiểu mục» với chữ số Ả Rập đứng riêng một "
        "dòng, canh giữa, chữ in thường, đậm; tiêu đề ở dòng dưới"
    ),
    bad="CHƯƠNG 1: QUY ĐỊNH CHUNG",
    good="Chương I\nQUY ĐỊNH CHUNG",
)

TT548 = rule(
    "TT548",
    Severity.ERROR,
    "tiêu đề mục trình bày sai",
    article="Phụ lục I, Phần I, V (6b)",
    reason=(
        "Văn bản chia theo phần, mục, khoản, điểm: số La Mã và tiêu đề của mục viết chữ in hoa, đứng, đậm"
    ),
    bad="I. Kết quả đạt được",
    good="I. KẾT QUẢ ĐẠT ĐƯỢC",
)

TT549 = rule(
    "TT549",
    Severity.ERROR,
    "chữ cái đánh điểm không phải tiếng Việt",
    article="Phụ lục I, Phần I, II.6.đ",
    reason=("Thứ tự các điểm dùng các chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i…; không có f, j, w, z"),
    bad="e) …; f) …",
    good="e) …; g) …",
)

TT590 = rule(
    "TT590",
    Severity.WARNING,
    "ngày viết thừa số 0",
    article="Phụ lục I, Phần I, II.4.b",
    reason="Chỉ ngày nhỏ hơn 10 và tháng 1, 2 mới thêm số 0 ở trước",
    bad="03/05/2021",
    good="03/5/2021",
)

TT591 = rule(
    "TT591",
    Severity.WARNING,
    "cách đánh số mục lạ",
    article="Phụ lục I, Phần I, II.6.đ và V",
    reason="Mục I., khoản 1., điểm a)",
    bad="I/ Mục đích; 1) Yêu cầu",
    good="I. MỤC ĐÍCH; 1. Yêu cầu",
)

TT592 = rule(
    "TT592",
    Severity.WARNING,
    "lời văn không kết thúc bằng ./.",
    article="Phụ lục III, II",
    reason=("Các mẫu kèm Nghị định kết thúc lời văn bằng «./.»; lời của Nghị định không bắt buộc"),
    bad="… tổ chức thực hiện.",
    good="… tổ chức thực hiện./.",
)

TT593 = rule(
    "TT593",
    Severity.WARNING,
    "viết hoa chưa đúng",
    article="Phụ lục II",
    reason=(
        "Tên cơ quan, tổ chức viết hoa chữ cái đầu của từ chỉ loại hình, chức năng, lĩnh vực; chỉ báo "
        "những chỗ chắc chắn"
    ),
    bad="Thủ tướng chính phủ",
    good="Thủ tướng Chính phủ",
)

TT594 = rule(
    "TT594",
    Severity.NOTICE,
    "ngày viết thiếu số 0",
    article="Phụ lục I, Phần I, II.4.b",
    reason=(
        "Nghị định buộc thêm số 0 trước ngày nhỏ hơn 10 và tháng 1, 2 ở ngày ban hành; trong lời văn "
        "nên viết như vậy cho thống nhất"
    ),
    bad="3/5/2021",
    good="03/5/2021",
)

TT595 = rule(
    "TT595",
    Severity.ERROR,
    "lời văn in đậm hoặc in hoa",
    article="Phụ lục I, Phần I, II.6.e và V",
    reason=(
        "Nội dung văn bản dùng chữ in thường, kiểu đứng; chỉ số thứ tự và tiêu đề của phần, chương, mục, "
        "điều, khoản mới in đậm. Chỉ xét đoạn dài quá một dòng, in đậm hoặc in hoa cả đoạn"
    ),
    bad="Cả đoạn văn in đậm",
    good="Chữ đứng, không đậm",
)

TT596 = rule(
    "TT596",
    Severity.ERROR,
    "khoản, điểm in nghiêng",
    article="Phụ lục I, Phần I, II.6.đ",
    reason="Số thứ tự, tiêu đề của khoản và điểm dùng kiểu chữ đứng",
    bad="1. Kết quả đạt được (in nghiêng)",
    good="1. Kết quả đạt được (kiểu đứng)",
)

TT598 = rule(
    "TT598",
    Severity.WARNING,
    "dấu cách, dấu câu gõ sai",
    reason=(
        "Giữa hai chữ có một dấu cách; trước dấu chấm, dấu phẩy không có dấu cách, sau đó có một dấu cách. "
        "Đây là cách gõ thông dụng, Nghị định không quy định"
    ),
    bad="các trường  đã nộp ,báo cáo .",
    good="các trường đã nộp, báo cáo.",
)
