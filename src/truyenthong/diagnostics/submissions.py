"""Findings about submissions and their files (TT301 to TT395), and about files with too many findings."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, notice, warning

TT301 = error(
    "TT301",
    "đơn vị không có",
    reason=(
        "don_vi là mã của một đơn vị ở data/units.yaml. Chương trình chỉ gợi ý, không tự đoán: Than "
        "Uyên và Tân Uyên là hai huyện."
    ),
    bad="don_vi: pgd-than-uyeen",
    good="don_vi: pgd-than-uyen",
)
TT302 = error(
    "TT302",
    "nhiệm vụ không có",
    reason="nhiem_vu là mã của một nhiệm vụ ở data/plan.yaml.",
    bad="nhiem_vu: bao-cao-namm",
    good="nhiem_vu: bao-cao-nam",
)
TT303 = error(
    "TT303",
    "đơn vị không phải nộp nhiệm vụ này",
    reason="Kế hoạch không giao nhiệm vụ này cho đơn vị vào ngày đến hạn.",
    bad="don_vi: ban-bien-tap\nnhiem_vu: bao-cao-nam",
    good="don_vi: pgd-than-uyen\nnhiem_vu: bao-cao-nam",
)
TT304 = error(
    "TT304",
    "kỳ không có trong kế hoạch",
    reason="Kỳ phải là một kỳ của nhiệm vụ trong năm học; nhiệm vụ không chia kỳ thì không ghi ky.",
    bad="nhiem_vu: bao-cao-nam\nky: 2019-2020",
    good="nhiem_vu: bao-cao-nam\nky: 2020-2021",
)
TT305 = error(
    "TT305",
    "đường dẫn và nội dung không khớp",
    reason=(
        "Tên thư mục là mã đơn vị, tên tệp là mã nhiệm vụ và kỳ; nội dung nói khác thì không biết "
        "tin bên nào."
    ),
    bad="# pgd-than-uyen/bao-cao-nam@2020-2021.yaml\ndon_vi: pgd-tan-uyen",
    good="# pgd-than-uyen/bao-cao-nam@2020-2021.yaml\ndon_vi: pgd-than-uyen",
)
TT306 = error(
    "TT306",
    "nhận trong tương lai",
    reason=(
        "Ngày nhận, ngày xử lý, ngày cho gia hạn hoặc ngày in trên văn bản sau hôm nay: có lẽ gõ nhầm ngày, "
        "tháng hoặc năm."
    ),
    bad="nhan_luc: 28/5/2121",
    good="nhan_luc: 28/5/2021",
)
TT307 = warning(
    "TT307",
    "văn bản ghi ngày sau ngày nhận",
    reason=(
        "Ngày in trên văn bản sau ngày nhận: một trong hai gõ nhầm. Đúng hạn hay không vẫn tính theo "
        "ngày nhận."
    ),
    bad="nhan_luc: 28/5/2021\nvan_ban: {ngay: 29/5/2021}",
    good="nhan_luc: 29/5/2021\nvan_ban: {ngay: 28/5/2021}",
)
TT308 = warning(
    "TT308",
    "một văn bản ở hai nhiệm vụ",
    reason="Cùng số, ký hiệu, đơn vị trong một năm (NĐ 30/2020/NĐ-CP, Phụ lục VI): có thể ghi nhầm chỗ.",
    bad="van_ban: {so: 45, ky_hieu: BC-PGDĐT}   # có ở hai nhiệm vụ",
    good="van_ban: {so: 46, ky_hieu: BC-PGDĐT}",
)
TT309 = warning(
    "TT309",
    "chưa có tệp mềm",
    reason="Kế hoạch yêu cầu gửi kèm tệp mềm; chỉ có bản giấy vẫn tính thời gian nhưng phải nhắc đơn vị.",
    bad="nhan_luc: 28/5/2021\nkenh: giay",
    good="nhan_luc: 28/5/2021\nkenh: thu-dien-tu\ntep: [{ten: bao-cao.docx}]",
)
TT310 = error(
    "TT310",
    "nhiệm vụ không nhận báo cáo không phát sinh",
    reason="Chỉ nhiệm vụ có nhan_khong_phat_sinh mới coi «không phát sinh» là đã báo cáo.",
    bad="nhiem_vu: bao-cao-nam\nlan_nop: [{khong_phat_sinh: true}]",
    good="nhiem_vu: bao-cao-du-luan\nlan_nop: [{khong_phat_sinh: true}]",
)
TT311 = error(
    "TT311",
    "vừa không phát sinh vừa có nội dung",
    reason="Đã ghi không phát sinh thì không có nội dung; hai điều trái nhau.",
    bad="khong_phat_sinh: true\nnoi_dung: {tiep_nhan: 3}",
    good="khong_phat_sinh: true",
)
TT312 = warning(
    "TT312",
    "chưa nhập nội dung",
    reason="Nhiệm vụ có biểu mẫu mà lần nhận này chưa có noi_dung: số liệu chưa vào báo cáo tổng hợp.",
    bad="lan_nop: [{nhan_luc: 28/5/2021}]",
    good="lan_nop:\n  - nhan_luc: 28/5/2021\n    noi_dung: {…}",
)
TT313 = error(
    "TT313",
    "trả lại mà không có lý do",
    reason="Trả lại phải nói lý do để đơn vị biết sửa gì.",
    bad="xu_ly: {ket_qua: tra-lai, ngay: 29/5/2021}",
    good="xu_ly: {ket_qua: tra-lai, ngay: 29/5/2021, ly_do: Thiếu số liệu mục II}",
)
TT314 = error(
    "TT314",
    "quyết định trước khi nhận",
    reason="Ngày xử lý trước ngày nhận.",
    bad="nhan_luc: 28/5/2021\nxu_ly: {ket_qua: chap-nhan, ngay: 27/5/2021}",
    good="nhan_luc: 28/5/2021\nxu_ly: {ket_qua: chap-nhan, ngay: 28/5/2021}",
)
TT315 = warning(
    "TT315",
    "các lần nộp không theo thứ tự",
    reason="Lần nhận trước ghi trên, lần nhận sau ghi dưới; đúng hạn vẫn tính theo ngày nhận.",
    bad="lan_nop:\n  - nhan_luc: 2/6/2021\n  - nhan_luc: 28/5/2021",
    good="lan_nop:\n  - nhan_luc: 28/5/2021\n  - nhan_luc: 2/6/2021",
)
TT316 = error(
    "TT316",
    "gia hạn ngược",
    reason=(
        "Hạn mới phải sau ngày cho gia hạn, sau hạn cũ và sau hạn đã gia lần trước. Lần gia hạn ghi "
        "ngược không bớt ngày nào của đơn vị: hạn muộn nhất đã cho vẫn giữ nguyên."
    ),
    bad="gia_han: [{ngay: 20/5/2021, den: 15/5/2021}]",
    good="gia_han: [{ngay: 20/5/2021, den: 05/6/2021}]",
)
TT317 = warning(
    "TT317",
    "gia hạn cho nhiệm vụ không có hạn",
    reason="Nhiệm vụ không có hạn thì gia hạn không có tác dụng.",
    bad="nhiem_vu: khen-thuong\ngia_han: […]",
    good="nhiem_vu: bao-cao-nam\ngia_han: […]",
)
TT318 = notice(
    "TT318",
    "nhận đúng ngày còn chờ quyết định",
    reason=(
        "«Trước ngày» hiểu đúng chữ thì ngày ấy đã quá hạn; nhưng hôm trước là ngày nghỉ nên văn "
        "phòng có thể quyết định khác (so Bộ luật Dân sự 2015, Điều 148 khoản 5)."
    ),
    bad="nhan_luc: 31/5/2021   # hạn: trước ngày 31/5/2021",
    good=(
        "gia_han:   # nếu Văn phòng cho tính là đúng hạn\n"
        "  - {ngay: 31/5/2021, den: 31/5/2021, ly_do: Hạn rơi vào Chủ nhật}"
    ),
)
TT319 = warning(
    "TT319",
    "nhận trước khi kỳ bắt đầu",
    reason="Ngày nhận trước ngày đầu của kỳ: có lẽ ghi nhầm kỳ.",
    bad="ky: 2021-05\nlan_nop: [{nhan_luc: 3/3/2021}]",
    good="ky: 2021-03\nlan_nop: [{nhan_luc: 3/3/2021}]",
)
TT320 = warning(
    "TT320",
    "một tệp ghi ở hai đơn vị",
    reason=(
        "Hai đơn vị gửi tệp giống hệt nhau (cùng sha256): có thể một đơn vị chép của đơn vị khác, "
        "hoặc ghi nhầm."
    ),
    bad="tep: [{ten: a.docx, sha256: 9f86…}]   # có ở hai đơn vị",
    good="tep: [{ten: a.docx, sha256: 60303…}]",
)
TT321 = warning(
    "TT321",
    "nội dung sửa sau khi chấp nhận",
    reason=(
        "Số liệu hiện nay khác số liệu lúc Văn phòng chấp nhận (dấu «dau» không còn khớp): lời chấp nhận ấy "
        "không còn tính, bài lại chờ quyết định."
    ),
    bad="noi_dung: {tiep_nhan: 5}\nxu_ly: {ket_qua: chap-nhan, ngay: 29/5/2021, dau: …}  # lúc ấy là 3",
    good="chấp nhận lần nữa: truyenthong review ĐƠN_VỊ NHIỆM_VỤ KỲ --accept",
)
TT322 = error(
    "TT322",
    "ngày sớm hơn năm học quá nhiều",
    reason=(
        "Ngày nhận, ngày xử lý, ngày cho gia hạn không thể sớm hơn ngày đầu năm học quá 90 ngày; ngày in "
        "trên văn bản không thể sớm hơn quá một năm. Thường là gõ nhầm năm; gõ «2021» vào ô ngày của Excel "
        "thì thành 13/7/1905."
    ),
    bad="nhan_luc: 28/5/2012 09:15",
    good="nhan_luc: 28/5/2021 09:15",
)
TT323 = warning(
    "TT323",
    "nhận sau hạn quá lâu",
    reason=(
        "Ngày nhận sau hạn hơn 90 ngày: có thể đúng, nhưng thường là gõ nhầm năm và đơn vị bị tính là chậm."
    ),
    bad="nhan_luc: 28/5/2022   # hạn: trước ngày 31/5/2021",
    good="nhan_luc: 28/5/2021",
)
TT324 = error(
    "TT324",
    "ký hiệu ghi cả số văn bản",
    reason=(
        "Số ghi ở `so`, ký hiệu (phần sau dấu gạch chéo) ghi ở `ky_hieu` (NĐ 30/2020/NĐ-CP, Phụ lục I, phần "
        "II, mục 3); ghi cả hai vào một chỗ thì báo cáo in số hai lần."
    ),
    bad="van_ban: {so: 45, ky_hieu: 45/BC-PGDĐT}",
    good="van_ban: {so: 45, ky_hieu: BC-PGDĐT}",
)
TT325 = warning(
    "TT325",
    "ký hiệu văn bản viết khác thường",
    reason=(
        "Ký hiệu gồm các nhóm chữ viết tắt nối bằng «-» hoặc «/», không có dấu cách; một nhóm viết hai lần "
        "liền nhau thường là gõ lặp."
    ),
    bad="van_ban: {so: 45, ky_hieu: BC-BC-PGDĐT}",
    good="van_ban: {so: 45, ky_hieu: BC-PGDĐT}",
)
TT326 = notice(
    "TT326",
    "bản nháp, chưa tính là đã nhận",
    reason=(
        "Lần nhận ghi `ban_nhap: có` còn đang nhập: được kiểm tra như mọi bài, nhưng chưa tính là đã nhận, "
        "chưa quyết định đúng hạn hay muộn. Ghi ở đầu tệp thì cả tệp là bản nháp."
    ),
    bad="lan_nop:\n  - ban_nhap: có\n    nhan_luc: 28/5/2021",
    good="lan_nop:\n  - nhan_luc: 28/5/2021",
)
TT327 = warning(
    "TT327",
    "nhận sau ngày khóa sổ",
    reason=(
        "Nhiệm vụ có ngày khóa sổ (`khoa_so`, `khoa_so_sau`): bài đến sau ngày ấy được giữ lại và nêu ra, "
        "nhưng chưa tính là đã nộp cho đến khi có người chấp nhận."
    ),
    bad="lan_nop:\n  - nhan_luc: 20/6/2021   # khóa sổ ngày 15/6/2021",
    good="truyenthong review ĐƠN_VỊ NHIỆM_VỤ --accept   # khi cho tính",
)


TT391 = error(
    "TT391",
    "đuôi tệp không phải .yaml",
    reason=(
        "Bài nộp phải nằm trong tệp có đuôi .yaml viết thường. Đuôi khác (.yml, .YAML) dễ sinh ra hai tệp "
        "cho cùng một nhiệm vụ mà không ai để ý; tệp .yaml.txt (Notepad tự thêm đuôi) thì không được đọc."
    ),
    bad="data/submissions/pgd-than-uyen/bao-cao-nam@2020-2021.yml",
    good="data/submissions/pgd-than-uyen/bao-cao-nam@2020-2021.yaml",
)
TT392 = error(
    "TT392",
    "tệp bài nộp không nằm trong thư mục đơn vị",
    reason="Đơn vị của một bài nộp đọc được từ tên thư mục; tệp nằm ngoài thì không được tính.",
    bad="data/submissions/bao-cao-nam@2020-2021.yaml",
    good="data/submissions/pgd-than-uyen/bao-cao-nam@2020-2021.yaml",
)
TT393 = error(
    "TT393",
    "hai tệp cho cùng một nhiệm vụ",
    reason=(
        "Mọi lần nộp của một đơn vị cho một nhiệm vụ và một kỳ nằm chung một tệp, lần trước ghi trên; "
        "tách làm hai tệp thì không biết lần nào có trước."
    ),
    bad="pgd-than-uyen/bao-cao-nam@2020-2021.yaml\npgd-than-uyen/bao-cao-nam@2020 - 2021.yaml",
    good="pgd-than-uyen/bao-cao-nam@2020-2021.yaml, các lần nộp ghi nối tiếp dưới lan_nop",
)
TT394 = error(
    "TT394",
    "máy không cho đọc tệp",
    reason=(
        "Hệ điều hành từ chối đọc một tệp bài nộp hay sổ (quyền, ổ đĩa, ổ mạng). Các tệp khác vẫn được đọc; "
        "bài trong tệp ấy đứng là «có lỗi», không bị coi là chưa nộp."
    ),
    bad="data/submissions/pgd-than-uyen/bao-cao-nam@2020-2021.yaml   # không có quyền đọc",
    good="chmod u+r data/submissions/pgd-than-uyen/bao-cao-nam@2020-2021.yaml",
)
TT395 = error(
    "TT395",
    "tệp gửi đến không đọc được",
    reason=(
        "Hệ điều hành từ chối đọc một tệp đang nhận, hoặc đó không phải tệp thường (thiết bị, ống dẫn). Các "
        "tệp khác vẫn được nhận; tệp ấy còn nguyên ở chỗ cũ, chưa được ghi nhận."
    ),
    bad="truyenthong intake hop-thu/   # hop-thu/45.docx không có quyền đọc",
    good="chmod u+r hop-thu/45.docx; truyenthong intake hop-thu/",
)

TT439 = notice(
    "TT439",
    "một tệp có quá nhiều chỗ sai, chỉ kể những chỗ đầu",
    reason=(
        "Của mỗi tệp chương trình kể nhiều nhất 200 chỗ, lỗi trước, rồi cảnh báo và lưu ý; còn lại thì đếm. "
        "Tệp sai nhiều như thế thường hỏng vì một nguyên nhân: sửa chỗ đầu rồi kiểm tra lại."
    ),
    bad="(một tệp có 20.000 dòng, dòng nào cũng có ký tự không nhìn thấy được)",
    good="(gõ lại, hoặc chép lại tệp từ bản gốc)",
)
