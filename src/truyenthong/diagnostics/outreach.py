"""Findings about ``outreach.yaml``: servers, addresses, marks, people (TT710 to TT719)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, warning

TT710 = error(
    "TT710",
    "mật khẩu ghi trong tệp",
    reason=(
        "Tệp của không gian làm việc được chép, gửi và lưu cùng dữ liệu: mật khẩu đã ghi vào đó coi như đã "
        "lộ. Mật khẩu để ở biến môi trường, ở một tệp chỉ mình người dùng đọc được, hoặc ở kho khóa của hệ "
        "thống; tệp chỉ ghi nơi giữ. Chương trình không in lại chữ đã ghi."
    ),
    bad="mat_khau: ********",
    good="mat_khau: {bien: TRUYENTHONG_SMTP_MAT_KHAU}",
)
TT711 = error(
    "TT711",
    "chưa nói rõ mật khẩu giữ ở đâu",
    reason="mat_khau ghi đúng một nơi giữ: bien (biến môi trường), tep (tệp riêng) hoặc kho_khoa (kho khóa).",
    bad="mat_khau: {bien: TRUYENTHONG_SMTP_MAT_KHAU, tep: ~/.config/truyenthong/smtp}",
    good="mat_khau: {tep: ~/.config/truyenthong/smtp}",
)
TT712 = error(
    "TT712",
    "kết nối không mã hóa tới máy khác",
    reason=(
        "Không mã hóa thì mật khẩu và thư đi qua mạng ai cũng đọc được; bao_mat: khong chỉ nhận khi máy chủ "
        "là 127.0.0.1, ::1 hoặc localhost."
    ),
    bad="may_chu: mail.example.gov.vn\nbao_mat: khong",
    good="may_chu: mail.example.gov.vn\nbao_mat: starttls",
)
TT713 = error(
    "TT713",
    "không phải một địa chỉ thư",
    reason="Mỗi chỗ cần đúng một địa chỉ, không kèm tên, không có dấu < >.",
    bad="dia_chi: Văn phòng <vp@example.gov.vn>",
    good="dia_chi: vp@example.gov.vn",
)
TT714 = error(
    "TT714",
    "mã không có",
    reason="Mã nhiệm vụ phải có ở plan.yaml, mã đơn vị và loại ở units.yaml, mã người ở nguoi_phu_trach.",
    bad="tru: {nhiem_vu: [bao-cao-nm]}",
    good="tru: {nhiem_vu: [bao-cao-nam]}",
)
TT715 = error(
    "TT715",
    "máy chủ, tên miền, mốc hoặc giờ viết chưa đúng",
    reason=(
        "Tên máy chủ là tên trần; mỗi mốc nói đúng một điều, trước hạn hay sau hạn bao nhiêu ngày; giờ bắt "
        "đầu không sau giờ kết thúc."
    ),
    bad="- {ma: truoc-7, truoc: 7, sau: 1}",
    good="- {ma: truoc-7, truoc: 7}\n- {ma: sau-1, sau: 1}",
)
TT716 = error(
    "TT716",
    "hai mốc trùng nhau",
    reason="Hai mốc cùng mã hay cùng ngày thì không biết đơn vị nhận thư của mốc nào.",
    bad="- {ma: truoc-7, truoc: 7}\n- {ma: mot-tuan, truoc: 7}",
    good="- {ma: truoc-7, truoc: 7}\n- {ma: truoc-3, truoc: 3}",
)
TT717 = warning(
    "TT717",
    "địa chỉ nằm ngoài tên miền được gửi",
    reason=(
        "ten_mien_duoc_gui giữ cho thư không đi nhầm ra ngoài ngành; địa chỉ của chính cơ quan ở tên miền "
        "khác thì thư cho người ấy cũng không gửi."
    ),
    bad="ten_mien_duoc_gui: [example.edu.vn]\nnguoi_phu_trach: [{ma: cvp, ten: …, dia_chi: cvp@example.com}]",
    good="ten_mien_duoc_gui: [example.edu.vn, example.com]",
)
