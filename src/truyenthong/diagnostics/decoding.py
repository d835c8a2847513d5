"""What decoding says beyond single fields (TT130 to TT149)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error

TT130 = error(
    "TT130",
    "kỳ viết chưa đúng cách",
    reason=(
        "Kỳ của một nhiệm vụ là năm học (2020-2021), học kỳ (hk1), quý (2020-q4) hoặc tháng (2020-11), tùy "
        "khóa ky của nhiệm vụ trong kế hoạch."
    ),
    bad="ky: quý 5/2020",
    good="ky: 2020-q4",
)
TT131 = error(
    "TT131",
    "hạn không có đúng một cách ghi",
    reason=(
        "Hạn của một nhiệm vụ ghi đúng một trong các cách: truoc_ngay, cham_nhat_ngay, ngay_hang_thang, "
        "ngay_thang_sau, so_ngay, so_ngay_lam_viec, theo_ky. Không ghi hạn thì bỏ hẳn khóa han."
    ),
    bad="han: {truoc_ngay: 31/5/2021, cham_nhat_ngay: 30/5/2021}",
    good="han: {truoc_ngay: 31/5/2021}",
)
TT132 = error(
    "TT132",
    "mục của kế hoạch vừa là tiêu đề vừa là đoạn văn, hoặc không là gì",
    reason=(
        "Mỗi mục ở noi_dung là một đoạn chữ, hoặc có tieu_de (tiêu đề), hoặc có chu (đoạn văn có nhãn). "
        "Ghi cả hai hay bỏ cả hai thì không in lại được đúng bản kế hoạch."
    ),
    bad='- nhan: "1."\n  tieu_de: Mục đích\n  chu: Nâng cao nhận thức.',
    good='- nhan: "1."\n  tieu_de: Mục đích\n  muc:\n    - Nâng cao nhận thức.',
)
TT133 = error(
    "TT133",
    "số liệu không đúng giới hạn của biểu mẫu",
    reason=(
        "Biểu mẫu đặt giới hạn cho từng trường: số nhỏ nhất, lớn nhất, ngày sớm nhất, muộn nhất, độ dài chữ, "
        "số dòng của bảng. Ô trống không phải là số 0."
    ),
    bad="noi_dung:\n  tong_da_dang: -5",
    good="noi_dung:\n  tong_da_dang: 5",
)
TT134 = error(
    "TT134",
    "thiếu số liệu bắt buộc của biểu mẫu",
    reason="Biểu mẫu của nhiệm vụ ghi trường này là bắt buộc; không có gì thì vẫn phải ghi 0 hoặc «không».",
    bad="noi_dung:\n  tong_da_dang:",
    good="noi_dung:\n  tong_da_dang: 0",
)
TT135 = error(
    "TT135",
    "nhiệm vụ không có biểu mẫu",
    reason=(
        "Nhiệm vụ này không có biểu mẫu trong kế hoạch nên noi_dung không biết đọc theo đâu; nội dung vẫn "
        "còn trong tệp."
    ),
    bad="noi_dung:\n  so_luong: 3",
    good="# bỏ noi_dung, hoặc thêm bieu_mau cho nhiệm vụ trong data/plan.yaml",
)
