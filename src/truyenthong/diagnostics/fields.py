"""Findings about the keys, shapes and values of a YAML file (TT101 to TT149)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, warning

TT101 = error(
    "TT101",
    "thiếu khóa",
    reason="Khóa này là bắt buộc ở đây; thiếu nó thì phần chứa nó không dùng được.",
    bad="don_vi: pgd-than-uyen\nky: 2020-2021",
    good="don_vi: pgd-than-uyen\nnhiem_vu: bao-cao-nam\nky: 2020-2021",
)
TT102 = error(
    "TT102",
    "khóa bắt buộc để trống",
    reason="Khóa có mặt nhưng chưa ghi gì (trống, ~ hoặc null). Để trống không có nghĩa là 0 hay «không».",
    bad="nhan_luc:\nkenh: giay",
    good="nhan_luc: 28/5/2021 09:15\nkenh: giay",
)
TT103 = error(
    "TT103",
    "ngày không có trong lịch",
    reason="Ngày viết đúng cách nhưng không có thật: tháng ấy không có ngày đó, hoặc năm không có tháng đó.",
    bad="ngay: 31/4/2021",
    good="ngay: 30/4/2021",
)
TT104 = error(
    "TT104",
    "ngày viết chưa đúng cách",
    reason=(
        "Ngày viết là ngày/tháng/năm đủ bốn chữ số (31/5/2021) hoặc năm-tháng-ngày (2021-05-31). Cách "
        "viết khác không được đoán, vì đoán sai ngày là đoán sai hạn."
    ),
    bad="ngay: 30.5.21",
    good="ngay: 30/5/2021",
)
TT105 = error(
    "TT105",
    "ngày và tháng có thể đổi chỗ",
    reason="Máy đặt theo kiểu Mỹ viết tháng trước ngày. Chương trình không tự đổi chỗ mà hỏi lại người nhập.",
    bad="ngay: 5/30/2021",
    good="ngay: 30/5/2021",
)
TT106 = error(
    "TT106",
    "khóa lạ",
    reason=(
        "Khóa không có ở chỗ này nên giá trị của nó không được đọc; thường là gõ sai tên khóa hoặc đặt "
        "sai cấp."
    ),
    bad="don_vi: pgd-than-uyen\nnhiemvu: bao-cao-nam",
    good="don_vi: pgd-than-uyen\nnhiem_vu: bao-cao-nam",
)
TT107 = error(
    "TT107",
    "sai dạng giá trị",
    reason="Chỗ này cần một dạng (chữ, danh sách, hoặc nhóm khóa) nhưng lại ghi dạng khác.",
    bad="tep: bao-cao-45.docx",
    good="tep:\n  - ten: bao-cao-45.docx",
)
TT108 = error(
    "TT108",
    "không đọc được số",
    reason=(
        "Trường số chỉ ghi số viết bằng chữ số 0–9, không kèm chữ, đơn vị tính hay dấu thay cho số. "
        "Không có thì ghi 0; chưa có số liệu thì để trống."
    ),
    bad="da_gui: khoảng 20",
    good="da_gui: 20",
)
TT109 = error(
    "TT109",
    "số có hai cách hiểu",
    reason=(
        "Trong cách viết Việt Nam, dấu chấm ngăn hàng nghìn (1.200), dấu phẩy ngăn phần lẻ (12,5). "
        "«1,200» và «1.5» có thể là cách viết kiểu Anh nên được hỏi lại, không đoán."
    ),
    bad="da_gui: 1,200",
    good="da_gui: 1.200",
)
TT110 = error(
    "TT110",
    "số ngoài khoảng cho phép",
    reason="Số viết đúng nhưng nhỏ hơn hoặc lớn hơn mức mà trường này nhận.",
    bad="so_ngay: -3",
    good="so_ngay: 3",
)
TT111 = error(
    "TT111",
    "không phải có hoặc không",
    reason=(
        "Trường này chỉ nhận có, không, true hoặc false. Những từ khác (yes, no, x, 1, 0) mỗi người hiểu "
        "một cách."
    ),
    bad="khong_phat_sinh: yes",
    good="khong_phat_sinh: có",
)
TT112 = error(
    "TT112",
    "giá trị không có trong danh sách",
    reason="Trường này chỉ nhận một trong các giá trị đã định sẵn, viết đúng từng chữ.",
    bad="kenh: email",
    good="kenh: thu-dien-tu",
)
TT113 = error(
    "TT113",
    "mã viết chưa đúng cách",
    reason=(
        "Mã dùng làm tên tệp, tên thư mục và trong lệnh nên chỉ gồm chữ thường không dấu a–z, chữ số và "
        "dấu nối."
    ),
    bad="ma: PGD Than Uyên",
    good="ma: pgd-than-uyen",
)
TT114 = error(
    "TT114",
    "tháng viết chưa đúng cách",
    reason="Tháng viết là năm-tháng (2020-11) hoặc tháng/năm (11/2020), năm đủ bốn chữ số.",
    bad="ky: tháng 11",
    good="ky: 2020-11",
)
TT115 = error(
    "TT115",
    "năm học viết chưa đúng cách",
    reason="Năm học gồm hai năm liền nhau, viết 2020-2021 hoặc 2020 - 2021.",
    bad="ky: 2020-2022",
    good="ky: 2020-2021",
)
TT116 = error(
    "TT116",
    "giờ viết chưa đúng cách",
    reason=(
        "Giờ viết theo 24 giờ, sau ngày: 28/5/2021 09:15 hoặc 28/5/2021 9h15. Không rõ giờ thì chỉ ghi ngày."
    ),
    bad="nhan_luc: 28/5/2021 9:15 PM",
    good="nhan_luc: 28/5/2021 21:15",
)

TT117 = error(
    "TT117",
    "số văn bản không phải chữ số",
    reason=(
        "Số của văn bản ghi bằng chữ số Ả Rập (NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, mục 3); ký hiệu ghi "
        "riêng ở `ky_hieu`. Chưa có số thì để trống."
    ),
    bad="van_ban: {so: 45/BC-PGDĐT}",
    good="van_ban: {so: 45, ky_hieu: BC-PGDĐT}",
)


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
TT136 = warning(
    "TT136",
    "địa chỉ web viết sai cách",
    reason=(
        "Ô này ghi địa chỉ của một trang (la_lien_ket): người xem phải mở được. Chỉ xét cách viết, không lên "
        "mạng để thử."
    ),
    bad="lien_ket: laichau.edu.vn/bai-1",
    good="lien_ket: https://laichau.edu.vn/bai-1",
)
TT137 = warning(
    "TT137",
    "một địa chỉ web ghi hai lần",
    reason=(
        "Cùng một bài ghi hai mục, ở hai sổ, hay do hai đơn vị cùng báo thì bị đếm hai lần. Chữ «www», dấu / "
        "cuối và tham số theo dõi không làm thành bài khác."
    ),
    bad="muc:\n  - {so_hieu: TB-1, lien_ket: https://a.vn/bai}\n  - {so_hieu: TB-2, lien_ket: https://www.a.vn/bai/}",
    good="muc:\n  - {so_hieu: TB-1, lien_ket: https://a.vn/bai}",
)
