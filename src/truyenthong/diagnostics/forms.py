"""Findings about forms, the checks between their fields and the language of checks (TT150 to TT199)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error

_LANGUAGE = (
    "Biểu thức trong kiem_tra chỉ có: tên trường, số nguyên, chữ trong ngoặc kép, các phép + - * /, "
    "các phép so sánh == != < <= > >=, các từ và, hoặc, không (hay va, hoac, khong), "
    "và các hàm sum(bảng.cột), max(bảng.cột), count(bảng), count(bảng.cột)."
)

TT150 = error(
    "TT150",
    "biểu thức để trống, quá dài hoặc quá phức tạp",
    reason=(
        "Mỗi phép kiểm tra là một điều kiện ngắn mà người khác đọc một lần là hiểu: nhiều nhất 500 ký tự, "
        "60 phép tính và 20 lớp ngoặc. Điều kiện dài thì tách thành nhiều phép kiểm tra, mỗi "
        "phép một câu báo."
    ),
    bad="- {bieu_thuc: , cau: Số đã xử lý không thể lớn hơn số tiếp nhận.}",
    good='- {bieu_thuc: "da_xu_ly <= tiep_nhan", cau: Số đã xử lý không thể lớn hơn số tiếp nhận.}',
)
TT151 = error(
    "TT151",
    "ký tự không dùng được trong biểu thức",
    reason=_LANGUAGE,
    bad='bieu_thuc: "da_xu_ly <= tiep_nhan;"',
    good='bieu_thuc: "da_xu_ly <= tiep_nhan"',
)
TT152 = error(
    "TT152",
    "số trong biểu thức không phải số nguyên viết liền",
    reason=(
        "Dấu chấm và dấu phẩy mỗi nơi đọc một khác (1.200 là 1200 hay 1,2?), nên biểu thức "
        "chỉ nhận số nguyên "
        "viết liền, nhiều nhất 15 chữ số. Cần phần thập phân thì nhân cả hai vế cho thành số nguyên."
    ),
    bad='bieu_thuc: "luot_xem >= 1.200 và ti_le <= 12,5"',
    good='bieu_thuc: "luot_xem >= 1200 và 2 * ti_le <= 25"',
)
TT153 = error(
    "TT153",
    "phép tính hoặc phép so sánh không có",
    reason=_LANGUAGE,
    bad='bieu_thuc: "da_xu_ly =< tiep_nhan && so_bai <> 0"',
    good='bieu_thuc: "da_xu_ly <= tiep_nhan và so_bai != 0"',
)
TT154 = error(
    "TT154",
    "chữ trong ngoặc kép viết sai cách",
    reason=(
        "Chữ để so với một trường chọn đứng trong ngoặc kép thẳng, mở và đóng cùng một kiểu, "
        "bên trong có chữ. "
        "So với chữ trống thì không bao giờ có kết quả, vì phép kiểm tra gặp ô trống được bỏ qua."
    ),
    bad="bieu_thuc: 'muc_do == \"cao hoặc so_vu >= 1'",
    good="bieu_thuc: 'muc_do == \"cao\" hoặc so_vu >= 1'",
)
TT155 = error(
    "TT155",
    "tên trường trong biểu thức viết sai cách",
    reason=(
        "Biểu thức gọi trường bằng mã (ma), viết chữ thường không dấu, nối bằng gạch dưới, "
        "không gọi bằng nhãn (nhan) mà người điền biểu mẫu nhìn thấy."
    ),
    bad='bieu_thuc: "Đã_xử_lý <= Tiep_Nhan"',
    good='bieu_thuc: "da_xu_ly <= tiep_nhan"',
)
TT156 = error(
    "TT156",
    "hàm không có trong biểu thức",
    reason=(
        "Chỉ có ba hàm: sum (hay tong) cộng một cột của bảng, max (hay lon_nhat) lấy số lớn nhất của cột, "
        "count (hay dem) đếm dòng của bảng hoặc đếm ô đã điền của cột."
    ),
    bad='bieu_thuc: "avg(tin_bai.da_dang) <= 100"',
    good='bieu_thuc: "sum(tin_bai.da_dang) <= 100"',
)
TT157 = error(
    "TT157",
    "hàm hoặc cột của bảng dùng sai cách",
    reason=(
        "sum cần một cột: sum(bảng.cột). count nhận một bảng hoặc một cột. Trong ngoặc của hàm không có phép "
        "tính. Cột của bảng có nhiều giá trị nên không đứng ngoài hàm được."
    ),
    bad='bieu_thuc: "tong_da_dang == tin_bai.da_dang"',
    good='bieu_thuc: "tong_da_dang == sum(tin_bai.da_dang)"',
)
TT158 = error(
    "TT158",
    "biểu thức thiếu vế hoặc thiếu phép tính",
    reason="Mỗi phép so sánh, mỗi phép tính và mỗi từ và, hoặc cần đủ hai vế; giữa hai vế phải có một phép.",
    bad='bieu_thuc: "da_xu_ly <= và da_phan_hoi tiep_nhan"',
    good='bieu_thuc: "da_xu_ly <= tiep_nhan và da_phan_hoi <= tiep_nhan"',
)
TT159 = error(
    "TT159",
    "ngoặc đơn trong biểu thức không khớp",
    reason="Mỗi ngoặc mở có đúng một ngoặc đóng đứng sau nó.",
    bad='bieu_thuc: "(a + b) * 2 == c)"',
    good='bieu_thuc: "(a + b) * 2 == c"',
)
TT160 = error(
    "TT160",
    "biểu thức gọi trường hoặc cột không có trong biểu mẫu",
    reason="Phép kiểm tra chỉ nhìn thấy các trường của chính biểu mẫu ấy, gọi bằng mã (ma).",
    bad=(
        "truong:\n"
        "  - {ma: tiep_nhan, nhan: Số vụ tiếp nhận, kieu: so-nguyen}\n"
        "  - {ma: da_xu_ly, nhan: Số vụ đã xử lý, kieu: so-nguyen}\n"
        "kiem_tra:\n"
        '  - {bieu_thuc: "da_xuly <= tiep_nhan", cau: Số đã xử lý lớn hơn số tiếp nhận.}'
    ),
    good=(
        "truong:\n"
        "  - {ma: tiep_nhan, nhan: Số vụ tiếp nhận, kieu: so-nguyen}\n"
        "  - {ma: da_xu_ly, nhan: Số vụ đã xử lý, kieu: so-nguyen}\n"
        "kiem_tra:\n"
        '  - {bieu_thuc: "da_xu_ly <= tiep_nhan", cau: Số đã xử lý lớn hơn số tiếp nhận.}'
    ),
)
TT161 = error(
    "TT161",
    "kiểu của hai vế không hợp nhau",
    reason=(
        "Số tính và so với số, ngày so với ngày, chữ và đúng-sai chỉ so bằng hoặc khác với cùng kiểu. "
        "Bảng chỉ đứng trong count, cột đứng trong sum phải là cột số."
    ),
    bad='bieu_thuc: "ngay_xay_ra <= so_vu"',
    good='bieu_thuc: "ngay_xay_ra <= ngay_tra_loi"',
)
TT162 = error(
    "TT162",
    "biểu thức không phải một điều kiện",
    reason="Phép kiểm tra trả lời đạt hay không đạt: là một phép so sánh, hoặc một trường đúng-sai.",
    bad='bieu_thuc: "da_xu_ly + con_lai"',
    good='bieu_thuc: "da_xu_ly + con_lai == tiep_nhan"',
)
TT163 = error(
    "TT163",
    "điều kiện lúc nào cũng cho một kết quả",
    reason=(
        "Điều kiện không nhắc đến trường nào, so một trường với chính nó, hoặc chia cho 0 "
        "thì không kiểm tra được gì; thường là gõ nhầm tên trường."
    ),
    bad='bieu_thuc: "tiep_nhan <= tiep_nhan"',
    good='bieu_thuc: "da_xu_ly <= tiep_nhan"',
)
TT164 = error(
    "TT164",
    "biểu thức so với một lựa chọn không có",
    reason="Trường chọn chỉ nhận các mã kê ở chon_tu, nên so với mã khác thì không bao giờ bằng.",
    bad=(
        "truong:\n"
        "  - {ma: muc_do, nhan: Mức độ, kieu: chon, chon_tu: [cao, thap]}\n"
        "kiem_tra:\n"
        "  - {bieu_thuc: 'muc_do != \"trung\"', cau: Chỉ ghi các vụ mức độ cao.}"
    ),
    good=(
        "truong:\n"
        "  - {ma: muc_do, nhan: Mức độ, kieu: chon, chon_tu: [cao, thap]}\n"
        "kiem_tra:\n"
        "  - {bieu_thuc: 'muc_do != \"thap\"', cau: Chỉ ghi các vụ mức độ cao.}"
    ),
)
TT170 = error(
    "TT170",
    "hai trường của biểu mẫu trùng mã",
    reason="Mã là khóa của trường trong noi_dung: trùng mã thì không biết số liệu thuộc về trường nào.",
    bad=(
        "truong:\n"
        "  - {ma: so_bai, nhan: Số bài đã gửi, kieu: so-nguyen}\n"
        "  - {ma: so_bai, nhan: Số bài đã đăng, kieu: so-nguyen}"
    ),
    good=(
        "truong:\n"
        "  - {ma: da_gui, nhan: Số bài đã gửi, kieu: so-nguyen}\n"
        "  - {ma: da_dang, nhan: Số bài đã đăng, kieu: so-nguyen}"
    ),
)
TT171 = error(
    "TT171",
    "mã trường là từ dành riêng của biểu thức",
    reason=(
        "Các từ va, hoac, khong, and, or, not, true, false có nghĩa riêng trong biểu thức, "
        "nên không phép kiểm tra nào gọi được trường mang mã ấy."
    ),
    bad="- {ma: khong, nhan: Số đơn vị không báo cáo, kieu: so-nguyen}",
    good="- {ma: khong_bao_cao, nhan: Số đơn vị không báo cáo, kieu: so-nguyen}",
)
TT172 = error(
    "TT172",
    "giới hạn của trường ngược nhau hoặc không hợp kiểu",
    reason=(
        "nho_nhat, lon_nhat dành cho số; som_nhat, muon_nhat cho ngày; dai_nhat cho văn bản; "
        "it_nhat, nhieu_nhat cho số dòng của bảng. Giới hạn dưới vượt giới hạn trên "
        "thì không bài nộp nào điền đúng được."
    ),
    bad="- {ma: so_bai, nhan: Số bài, kieu: so-nguyen, nho_nhat: 10, lon_nhat: 1}",
    good="- {ma: so_bai, nhan: Số bài, kieu: so-nguyen, nho_nhat: 1, lon_nhat: 10}",
)
TT173 = error(
    "TT173",
    "lựa chọn của trường chọn thiếu, trùng hoặc đặt nhầm trường",
    reason=(
        "Trường kieu: chon cần chon_tu, là danh sách các mã khác nhau, hoặc chu-de, hoặc don-vi; "
        "trường kiểu khác không có chon_tu."
    ),
    bad="- {ma: muc_do, nhan: Mức độ, kieu: chon, chon_tu: [cao, cao]}",
    good="- {ma: muc_do, nhan: Mức độ, kieu: chon, chon_tu: [cao, thap]}",
)
TT174 = error(
    "TT174",
    "cột của bảng thiếu, trùng hoặc đặt nhầm trường",
    reason=(
        "Trường kieu: bang cần cot với ít nhất một cột, các cột khác mã nhau; "
        "cột không là bảng nữa; trường kiểu khác không có cot."
    ),
    bad="- {ma: tin_bai, nhan: Tin bài, kieu: bang}",
    good=(
        "- ma: tin_bai\n"
        "  nhan: Tin bài\n"
        "  kieu: bang\n"
        "  cot:\n"
        "    - {ma: da_dang, nhan: Đã đăng, kieu: so-nguyen}"
    ),
)
TT180 = error(
    "TT180",
    "số liệu không đạt phép kiểm tra của biểu mẫu",
    reason=(
        "Biểu mẫu khai ở kiem_tra các điều kiện giữa các trường, mỗi điều kiện kèm câu báo. Phép kiểm tra có "
        "một ô trống, hoặc phải chia cho 0, thì được bỏ qua: ô trống không phải là 0."
    ),
    bad="noi_dung:\n  tiep_nhan: 3\n  da_xu_ly: 5",
    good="noi_dung:\n  tiep_nhan: 5\n  da_xu_ly: 3",
)
