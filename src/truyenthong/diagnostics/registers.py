"""Findings about registers: their declaration, their files and entries (TT340 to TT369)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, notice, warning

TT340 = error(
    "TT340",
    "sổ theo dõi nhắc tới thứ không có",
    reason=(
        "Sổ theo dõi và thoi_han_gio gọi biểu mẫu, sổ khác, nhiệm vụ bằng mã; mã phải có trong cùng kế "
        "hoạch, nhiệm vụ đối chiếu phải có biểu mẫu."
    ),
    bad="so_theo_doi:\n  - {ma: tin-bai, ten: Tin bài, bieu_mau: tin-baii, khoa: so_hieu}",
    good="so_theo_doi:\n  - {ma: tin-bai, ten: Tin bài, bieu_mau: tin-bai, khoa: so_hieu}",
)
TT341 = error(
    "TT341",
    "trường mà sổ theo dõi dùng không hợp",
    reason=(
        "khoa, tieu_de, don_vi, ngay, chu_de và các trường trong quy tắc của sổ phải có trong biểu mẫu và "
        "đúng kiểu; khoa là trường bắt buộc, vì nó là tên gọi của mục."
    ),
    bad="khoa: ghi_chu",
    good="khoa: so_hieu        # biểu mẫu: {ma: so_hieu, kieu: van-ban, bat_buoc: có}",
)
TT345 = error(
    "TT345",
    "tệp không thuộc sổ theo dõi nào",
    reason="Mỗi tệp ở data/registers mang tên mã của một sổ khai ở so_theo_doi; tệp khác thì không được đọc.",
    bad="data/registers/tin_bai.yaml",
    good="data/registers/tin-bai.yaml",
)
TT346 = error(
    "TT346",
    "tên tệp và so không khớp",
    reason="Sổ đọc được từ tên tệp; trong tệp ghi sổ khác thì có lẽ đã chép nhầm tệp.",
    bad="# data/registers/tin-bai.yaml\nso: tham-dinh",
    good="# data/registers/tin-bai.yaml\nso: tin-bai",
)
TT347 = error(
    "TT347",
    "hai mục cùng khóa",
    reason="Khóa là tên gọi của mục: sổ khác và quy tắc tìm mục theo khóa, nên khóa không được trùng.",
    bad="muc:\n  - {so_hieu: TB-01}\n  - {so_hieu: TB-01}",
    good="muc:\n  - {so_hieu: TB-01}\n  - {so_hieu: TB-02}",
)
TT348 = warning(
    "TT348",
    "ngày của mục nằm ngoài năm học",
    reason="Sổ ghi việc của năm học trong kế hoạch, từ 1/9 đến 31/8; ngày ngoài khoảng ấy hay do gõ nhầm.",
    bad="ngay_dang: 20/11/2019",
    good="ngay_dang: 20/11/2020",
)
TT350 = error(
    "TT350",
    "thiếu mục phải có trước ở sổ khác",
    reason=(
        "Kế hoạch khai ở phai_co_truoc: mục này chỉ được làm khi sổ khác đã có mục tương ứng, ví dụ tin, bài "
        "đăng trên Website Ngành phải được Ban Biên tập thẩm định (III.3)."
    ),
    bad="- {so_hieu: TB-01, kenh: website-nganh, ngay_dang: 20/11/2020, so_phieu: }",
    good="- {so_hieu: TB-01, kenh: website-nganh, ngay_dang: 20/11/2020, so_phieu: TĐ-01}",
)
TT351 = error(
    "TT351",
    "làm trước khi có kết quả ở sổ khác",
    reason="Việc ở phai_co_truoc phải xong trước hoặc trong chính ngày ấy (III.3: thẩm định trước khi đăng).",
    bad="ngay_dang: 20/11/2020          # phiếu TĐ-01: ngay_tham_dinh: 25/11/2020",
    good="ngay_dang: 26/11/2020          # phiếu TĐ-01: ngay_tham_dinh: 25/11/2020",
)
TT352 = error(
    "TT352",
    "làm trái kết luận ở sổ khác",
    reason="Mục ở sổ khác không đạt điều kiện «dat» mà việc vẫn làm, ví dụ bài không được duyệt (III.3).",
    bad="ngay_dang: 20/11/2020          # phiếu TĐ-01: ket_luan: khong-dang",
    good="ngay_dang:                     # phiếu TĐ-01: ket_luan: khong-dang",
)
TT353 = warning(
    "TT353",
    "quá thời hạn tính bằng giờ",
    reason=(
        "Thời hạn khai ở quy_uoc › thoi_han_gio, kèm căn cứ; chưa đối chiếu với căn cứ ấy (da_doi_chieu) "
        "thì là quy ước của văn phòng. Không có mốc đầu thì không tính. Mốc đầu không rõ giờ thì tính từ hết "
        "ngày ấy, mốc cuối không rõ giờ thì tính đầu ngày ấy: điều chưa rõ không tính bất lợi cho ai."
    ),
    bad="biet_luc: 10/3/2021 08:00\ntra_loi_luc: 11/3/2021 15:00   # hạn 24 giờ",
    good="biet_luc: 10/3/2021 08:00\ntra_loi_luc: 10/3/2021 15:00",
)
TT354 = notice(
    "TT354",
    "số liệu báo cáo khác sổ theo dõi",
    reason=(
        "Số đơn vị báo cáo được đặt cạnh số mục của chính đơn vị ấy trong sổ, đến ngày ghi trên văn bản. "
        "Khác nhau chưa hẳn là sai: sổ có thể còn thiếu, báo cáo có thể đếm cả nơi sổ không ghi."
    ),
    bad="tin_bai: [{kenh: website-nganh, da_dang: 12}]   # sổ tin-bai có 9 mục của đơn vị ở kênh ấy",
    good="tin_bai: [{kenh: website-nganh, da_dang: 9}]",
)
