"""Describes rows, measures, the board and the unit, in sentences for those who edit templates."""

from __future__ import annotations

from truyenthong.views.fields.common import boolean, chart, day, group, many, number, text, texts
from truyenthong.word.fields import TemplateField

_TONE = {
    "sac": text("Sắc thái để tô màu: tot, muon, cham, sap hoặc để trống.", "cham"),
    "mau_nen": text("Màu nền gợi ý, sáu chữ số thập lục phân; để trống là không tô.", "F4B6AE"),
}

_RECEIPT = {
    "stt": number("Lần nhận thứ mấy.", "1"),
    "nhan_luc": text("Thời điểm nhận.", "28/5/2021 09:15"),
    "kenh": text("Cách gửi.", "thư điện tử"),
    "van_ban": text("Số, ký hiệu, ngày của văn bản.", "45/BC-PGDĐT ngày 27/5/2021"),
    "tep": texts("Tên các tệp đã nhận.", "bao-cao-45.docx"),
    "khong_phat_sinh": boolean("Đúng khi là báo cáo không phát sinh.", "sai"),
    "ket_qua": text("Lần nhận này được tính thế nào.", "được tính thời hạn"),
    "ly_do": text("Lý do trả lại.", "Thiếu số liệu mục II"),
    "tinh_han": boolean("Đúng khi lần nhận này quyết định đúng hạn hay muộn.", "đúng"),
    "tinh_noi_dung": boolean("Đúng khi nội dung lần nhận này được dùng.", "đúng"),
}

ROW: dict[str, TemplateField] = {
    "stt": number("Số thứ tự.", "1"),
    "don_vi": text("Tên đầy đủ của đơn vị.", "Phòng Giáo dục và Đào tạo huyện Than Uyên"),
    "don_vi_tat": text("Tên viết gọn.", "Phòng GD&ĐT Than Uyên"),
    "ma_don_vi": text("Mã đơn vị.", "pgd-than-uyen"),
    "nhiem_vu": text("Tên nhiệm vụ.", "Tổng hợp tình hình dư luận hằng tháng gửi Bộ"),
    "ma_nhiem_vu": text("Mã nhiệm vụ.", "tong-hop-thang"),
    "noi_dung": text(
        "Tên nhiệm vụ kèm kỳ.", "Tổng hợp tình hình dư luận hằng tháng gửi Bộ (tháng 11 năm 2020)"
    ),
    "dieu_khoan": text("Điều khoản của Kế hoạch.", "III.4"),
    "trich": text("Lời Kế hoạch.", "Báo cáo kết quả ... trước ngày 31/5/2021"),
    "ky": text("Tên kỳ; để trống khi không theo kỳ.", "tháng 11 năm 2020"),
    "ma_ky": text("Mã kỳ.", "2020-11"),
    "han": day("Ngày cuối còn đúng hạn; để trống khi không có hạn.", "30/5/2021"),
    "han_chu": text("Hạn viết bằng chữ, kể cả khi không có hạn.", "30/5/2021"),
    "gia_han": text(
        "Lần gia hạn đang có hiệu lực, ai cho, theo văn bản nào, vì sao; để trống khi không gia hạn.",
        "gia hạn đến hết ngày 05/6/2021 (Văn phòng Sở cho ngày 28/5/2021; Đường sạt lở)",
    ),
    "gia_han_den": day("Ngày cuối của hạn đã gia.", "05/6/2021"),
    "gia_han_ngay": day("Ngày cho gia hạn.", "28/5/2021"),
    "gia_han_boi": text("Ai cho gia hạn.", "Văn phòng Sở"),
    "gia_han_van_ban": text("Văn bản cho gia hạn.", "120/SGDĐT-VP ngày 28/5/2021"),
    "gia_han_ly_do": text("Lý do gia hạn.", "Đường sạt lở"),
    "cach_tinh": texts("Các bước tính hạn, mỗi bước một câu.", "Kế hoạch ghi «trước ngày»: ..."),
    "trang_thai": text("Mã trạng thái.", "overdue"),
    "trang_thai_chu": text("Trạng thái bằng lời, có số ngày.", "quá hạn 2 ngày"),
    "ky_hieu": text("Ký hiệu ngắn cho ô hẹp.", "Q 2"),
    **_TONE,
    "cham": boolean("Đúng khi đang chậm: quá hạn, hoặc bị trả lại, có lỗi mà đã qua hạn.", "đúng"),
    "qua_han_ngay": number("Số ngày quá hạn; chỉ có khi đang chậm.", "2"),
    "qua_han_ngay_lam_viec": number("Cũng số ngày ấy, chỉ đếm ngày làm việc.", "1"),
    "khoa_so": day(
        "Ngày khóa sổ: sau ngày này chỉ nhận khi có người chấp nhận; để trống khi không có.", "15/6/2021"
    ),
    "nhan_tu": text(
        "Đơn vị đã chuyển việc này sang; để trống khi việc vốn là của đơn vị.",
        "Phòng Giáo dục và Đào tạo huyện Than Uyên",
    ),
    "sau_khoa_so": boolean("Đúng khi có bài gửi sau ngày khóa sổ, chưa được tính.", "sai"),
    "con_ngay": number("Số ngày còn lại; chỉ có khi chưa qua hạn và chưa có bài hợp lệ.", "5"),
    "ly_do": text("Vì sao chậm: chưa gửi, bị trả lại, có lỗi.", "chưa gửi"),
    "cho_sua": texts(
        "Những chỗ đơn vị phải sửa trong bài đã gửi, mỗi chỗ một câu.",
        "Số vụ việc đã xử lý xong: số này lớn hơn số vụ việc đã nêu",
    ),
    "yeu_cau": text("Điều cơ quan đề nghị đơn vị đang chậm làm, viết gọn.", "Gửi báo cáo"),
    "can_lam": text("Việc đơn vị cần làm tiếp, một câu.", "Gửi ngay, kèm tệp mềm."),
    "da_nhan": text(
        "Thời điểm của lần nhận được tính; chưa lần nào được tính thì là lần nhận cuối.", "28/5/2021 09:15"
    ),
    "lan_nhan": many("Các lần nhận, cũ trước mới sau.", **_RECEIPT),
}
"""One duty of one unit in one period."""

MEASURES: dict[str, TemplateField] = {
    "ten": text("Số liệu của ai, của nhiệm vụ nào.", "Phòng Giáo dục và Đào tạo"),
    "phai_nop": number("Số văn bản phải nộp, có hạn, kỳ đã bắt đầu.", "38"),
    "da_nhan": number("Số đã nhận, trừ bài bị trả lại.", "31"),
    "chua_nhan": number("Số chưa nhận.", "7"),
    "dung_han": number("Số đúng hạn, gồm cả báo cáo không phát sinh.", "27"),
    "ty_le_nhan": number("Đã nhận chia phải nộp; để trống khi không có gì phải nộp.", "0.816"),
    "ty_le_dung_han": number("Đúng hạn chia phải nộp; để trống khi không có gì phải nộp.", "0.711"),
    "nhan_chu": text("Đã nhận trên phải nộp; dưới 10 thì chỉ ghi số, không ghi tỷ lệ.", "31 trên 38 (81,6%)"),
    "dung_han_chu": text("Đúng hạn trên phải nộp; dưới 10 thì chỉ ghi số, không ghi tỷ lệ.", "3 trên 4"),
}
"""The five measures."""

_FAIR = {
    "so_bai": number("Số bài có hạn đã nhận hợp lệ, để tính trung vị.", "5"),
    "trung_vi_ngay": number(
        "Trung vị số ngày so với hạn: số âm là sớm hơn hạn; để trống khi chưa có bài nào.", "-2"
    ),
    "trung_vi_chu": text("Trung vị bằng lời; để trống khi chưa có bài nào.", "sớm hơn hạn 2 ngày"),
    "so_lan_tra_lai": number("Số lần bị trả lại.", "1"),
    "thang_co_bao_cao": number("Số tháng có báo cáo, kể cả báo không phát sinh.", "7"),
    "thang_hoat_dong": number("Số tháng đã qua mà đơn vị có nhiệm vụ theo tháng.", "10"),
    "thang_chu": text("Số tháng có báo cáo trên số tháng hoạt động.", "7 trên 10 tháng"),
}

COMPARISON: dict[str, TemplateField] = {
    **MEASURES,
    **_FAIR,
    "nam_truoc": group(
        "Cùng các số đo, của cùng ngày năm học trước; chỉ có khi chạy với --compare.",
        co=boolean("Đúng khi có số liệu năm trước.", "đúng"),
        nam_hoc=text("Năm học trước.", "2019-2020"),
        **MEASURES,
        **_FAIR,
    ),
    "cau": text(
        "Một, hai câu nói các số đo ấy; để trống khi chưa ghi nhận bài nộp nào.",
        "Đúng hạn 3 trên 4, không bị trả lại lần nào, có báo cáo 7 trên 10 tháng.",
    ),
}
"""What is fair to compare between units."""

UNIT: dict[str, TemplateField] = {
    "ma": text("Mã đơn vị.", "pgd-than-uyen"),
    "ten": text("Tên đầy đủ.", "Phòng Giáo dục và Đào tạo huyện Than Uyên"),
    "ten_tat": text("Tên viết gọn.", "Phòng GD&ĐT Than Uyên"),
    "loai": text("Tên loại đơn vị.", "Phòng Giáo dục và Đào tạo"),
    "dia_ban": text("Địa bàn.", "Huyện Than Uyên"),
    "ten_in_hoa": text("Tên đầy đủ, in hoa.", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN THAN UYÊN"),
    "chu_quan_in_hoa": text("Cơ quan chủ quản của đơn vị, in hoa.", "UBND HUYỆN THAN UYÊN"),
    "dia_danh": text("Địa danh trên văn bản của đơn vị.", "Than Uyên"),
    "da_xac_minh": boolean("Đúng khi tên đã được đối chiếu.", "đúng"),
}
"""A unit's names."""

DUTY: dict[str, TemplateField] = {
    "stt": number("Số thứ tự.", "1"),
    "ma": text("Mã nhiệm vụ.", "bao-cao-nam"),
    "ten": text("Tên nhiệm vụ.", "Báo cáo kết quả công tác truyền thông năm học"),
    "dieu_khoan": text("Điều khoản của Kế hoạch.", "III.4"),
    "trich": text("Lời Kế hoạch.", "Báo cáo kết quả ... trước ngày 31/5/2021"),
    "gui": text("Nơi nhận của nhiệm vụ.", "Sở Giáo dục và Đào tạo"),
    "phai_gui": boolean("Đúng khi Kế hoạch yêu cầu gửi.", "đúng"),
    "bat_buoc": boolean("Đúng khi bắt buộc, sai khi «nếu có».", "đúng"),
    "tep_mem": boolean("Đúng khi Kế hoạch yêu cầu tệp mềm.", "đúng"),
    "ghi_chu": text("Ghi chú của Văn phòng.", "Chờ Văn phòng xác nhận."),
}
"""A duty as the plan sets it."""

_CELL = {
    "chu": text("Trạng thái bằng lời.", "nộp muộn 1 ngày"),
    "ky_hieu": text("Ký hiệu ngắn cho ô hẹp; để trống là không phải nộp.", "M 1"),
    "trang_thai": text("Mã trạng thái.", "late"),
    **_TONE,
}

_NAMED = {
    "so_don_vi": number("Số đơn vị.", "7"),
    "don_vi": text("Tên các đơn vị, nhiều thì kể mấy đơn vị đầu.", "THPT Mường So và 6 đơn vị khác"),
}
_DUTY_NAME = {"noi_dung": text("Tên nhiệm vụ.", "Báo cáo kết quả công tác truyền thông năm học")}

WEEK = group(
    "Bảy ngày tính đến ngày chốt số liệu, viết gọn cho một trang: mỗi danh sách nhiều nhất hai dòng.",
    tu_ngay=day("Ngày đầu.", "26/5/2021"),
    den_ngay=day("Ngày cuối.", "01/6/2021"),
    so_sanh=many(
        "Số của tuần này, bảy ngày trước đó, và cùng bảy ngày của năm trước.",
        ten=text("Số liệu gì.", "Văn bản các đơn vị gửi đến"),
        tuan_nay=number("Tuần này.", "12"),
        tuan_truoc=number("Tuần trước; để trống khi không biết.", "4"),
        nam_truoc=number("Cùng tuần năm trước; để trống khi không biết.", "9"),
    ),
    nam_truoc=text("Năm học trước; để trống khi không chạy với --compare.", "2019-2020"),
    da_nhan=many(
        "Văn bản đơn vị ngoài cơ quan gửi đến, theo nhiệm vụ.",
        **_DUTY_NAME,
        so_van_ban=number("Số văn bản.", "8"),
        **_NAMED,
    ),
    da_nhan_con_lai=number("Số nhiệm vụ khác cũng có văn bản đến.", "0"),
    so_don_vi_cham=number("Số đơn vị ngoài cơ quan đang chậm, như ở công văn đôn đốc.", "4"),
    so_noi_dung_cham=number("Số nội dung các đơn vị ấy còn chậm.", "4"),
    cham=many("Các đơn vị đang chậm kèm số ngày, theo nhiệm vụ.", **_DUTY_NAME, **_NAMED),
    cham_con_lai=number("Số nhiệm vụ khác cũng có đơn vị chậm.", "0"),
    cho_xu_ly=number("Số bài quá hạn có lỗi đang chờ cơ quan xử lý.", "2"),
    den_han=many("Việc đến hạn trong bảy ngày tới.", **_DUTY_NAME, han=day("Hạn.", "05/6/2021"), **_NAMED),
    den_han_con_lai=number("Số việc khác cũng đến hạn.", "0"),
    viec_mo=number("Số việc còn mở trong các sổ theo dõi.", "5"),
    viec_qua_han=number("Trong số ấy, số việc quá thời hạn giờ.", "1"),
    viec=many(
        "Những việc còn mở gấp nhất.",
        tieu_de=text("Việc gì.", "Phụ huynh hỏi về khoản thu đầu năm"),
        so=text("Tên sổ.", "Sổ vụ việc báo chí, dư luận"),
        don_vi=text("Đơn vị; để trống khi sổ không ghi.", "THPT Mường So"),
        tu_ngay=day("Từ ngày nào.", "28/5/2021"),
        qua_han=boolean("Đúng khi đã quá thời hạn giờ.", "sai"),
    ),
    viec_con_lai=number("Số việc khác còn mở.", "2"),
)
"""One week for one page."""

SECTOR: dict[str, TemplateField] = {
    "so_do": group(
        "Năm số đo: phải nộp, đã nhận, tỷ lệ nhận, đúng hạn, tỷ lệ đúng hạn.",
        chung=group("Của tất cả đơn vị.", **MEASURES),
        theo_loai=many("Theo loại đơn vị.", **MEASURES),
        theo_cap_tren=many(
            "Theo đơn vị cấp trên (truc_thuoc), gồm đơn vị ấy và mọi đơn vị trực thuộc; trống khi chưa khai.",
            **MEASURES,
        ),
        theo_nhiem_vu=many("Theo nhiệm vụ.", **MEASURES),
        bang=many("Tất cả các dòng trên, dòng cuối là tổng.", **MEASURES),
    ),
    "so_do_ngoai_so": group("Năm số đo của những gì đơn vị ngoài cơ quan phải gửi cơ quan.", **MEASURES),
    "nhom": many(
        "Các loại đơn vị có nhiệm vụ.",
        ten=text("Tên loại đơn vị.", "Phòng Giáo dục và Đào tạo"),
        so_don_vi=number("Số đơn vị.", "8"),
        bang=many(
            "Các bảng của loại ấy, mỗi bảng vừa một trang.",
            hep=boolean("Đúng khi cột là kỳ (tháng, quý, học kỳ), sai khi cột là nhiệm vụ.", "đúng"),
            ten=text("Tên bảng.", "Báo cáo tình hình dư luận tại địa phương (mục III.4)"),
            cot=many(
                "Các cột.",
                ten=text("Đầu cột.", "11/20"),
                nhiem_vu=text("Tên nhiệm vụ.", "Báo cáo tình hình dư luận tại địa phương"),
                ky=text("Tên kỳ.", "tháng 11 năm 2020"),
                dieu_khoan=text("Điều khoản.", "III.4"),
            ),
            don_vi=many(
                "Mỗi đơn vị một dòng.",
                stt=number("Số thứ tự.", "1"),
                ten=text("Tên đầy đủ.", "Phòng Giáo dục và Đào tạo huyện Than Uyên"),
                ten_tat=text("Tên viết gọn.", "Phòng GD&ĐT Than Uyên"),
                o=many("Các ô, mỗi cột một ô.", **_CELL),
            ),
            so_don_vi_khong_gui=number(
                "Ở bảng theo kỳ: số đơn vị không gửi gì và không phải gửi, không có dòng trong bảng.", "11"
            ),
            don_vi_khong_gui=text("Tên các đơn vị ấy.", "THPT Mường So, PTDTNT tỉnh"),
        ),
    ),
    "chu_giai": many(
        "Nghĩa của các ký hiệu trong ô hẹp.",
        ky_hieu=text("Ký hiệu.", "Q"),
        nghia=text("Nghĩa.", "quá hạn"),
        **_TONE,
    ),
    "cham": many(
        "Nội dung quá hạn mà đơn vị ngoài cơ quan chưa gửi hoặc gửi bị trả lại, xếp theo đơn vị.", **ROW
    ),
    "cho_xu_ly": many(
        "Nội dung quá hạn đã gửi nhưng có lỗi, đang chờ cơ quan xử lý; không nằm trong «cham».", **ROW
    ),
    "so_sanh": many(
        "Từng đơn vị ngoài cơ quan có nhiệm vụ: số đo, và điều đáng so sánh bên cạnh tỷ lệ.",
        stt=number("Số thứ tự.", "1"),
        ma_don_vi=text("Mã đơn vị.", "pgd-than-uyen"),
        ten_tat=text("Tên viết gọn.", "Phòng GD&ĐT Than Uyên"),
        loai=text("Tên loại đơn vị.", "Phòng Giáo dục và Đào tạo"),
        **COMPARISON,
    ),
    "so_sanh_chung": group("Cùng các số đo, của mọi đơn vị ngoài cơ quan.", **COMPARISON),
    "duoc_gia_han": many("Nội dung đang có gia hạn, đã gửi hay chưa; đơn vị trong và ngoài cơ quan.", **ROW),
    "don_vi_cham": many(
        "Các đơn vị ngoài cơ quan có tên trong «cham».",
        **UNIT,
        dong=many("Nội dung đang chậm của đơn vị.", **ROW),
    ),
    "don_vi_cham_chua_xac_minh": number(
        "Số đơn vị trong «cham» và «cho_xu_ly» mà tên chưa được đối chiếu.", "3"
    ),
    "sap_den_han_30": many("Nội dung phải gửi trong 30 ngày tới, gần trước xa sau.", **ROW),
    "sap_den_han_nhom": many(
        "Như trên, gộp theo nội dung và hạn.",
        stt=number("Số thứ tự.", "1"),
        noi_dung=text("Tên nhiệm vụ kèm kỳ.", "Báo cáo kết quả công tác truyền thông năm học"),
        dieu_khoan=text("Điều khoản.", "III.4"),
        han=day("Ngày cuối còn đúng hạn.", "30/5/2021"),
        con_ngay=number("Số ngày còn lại.", "12"),
        so_don_vi=number("Số đơn vị chưa gửi.", "2"),
        don_vi=text("Tên các đơn vị chưa gửi.", "Phòng GD&ĐT Than Uyên, THPT Mường So"),
    ),
    "tuan": WEEK,
    "don_vi": many("Các đơn vị có nhiệm vụ.", **UNIT),
    "nhiem_vu": many("Các nhiệm vụ của Kế hoạch.", **DUTY),
}
"""What a report about all units may print besides."""

ONE_UNIT: dict[str, TemplateField] = {
    "don_vi": group(
        "Đơn vị của văn bản.",
        **UNIT,
        so_do=group("Năm số đo của đơn vị.", **MEASURES),
        so_sanh=group("Điều đáng so sánh bên cạnh tỷ lệ.", **COMPARISON),
        nhiem_vu=many(
            "Các nhiệm vụ của đơn vị.",
            **DUTY,
            han=text("Hạn; để trống khi nhiệm vụ có nhiều kỳ.", "30/5/2021"),
            cach_tinh=texts("Các bước tính hạn.", "Kế hoạch ghi «trước ngày»: ..."),
            cach_tinh_chu=text("Các bước tính hạn, viết liền.", "Kế hoạch ghi «trước ngày»: ..."),
            dong=many("Các kỳ có gì để nói.", **ROW),
            con_lai=number("Số kỳ khác, chưa đến hạn hoặc chưa gửi gì.", "8"),
        ),
        dong=many("Mọi dòng có gì để nói, theo nhiệm vụ rồi theo kỳ.", **ROW),
        tinh_hinh=many("Những báo cáo đến nay đơn vị phải gửi, đã gửi hay chưa.", **ROW),
        gui_them=many(
            "Những gì đơn vị đã gửi mà không bắt buộc hoặc không có hạn.",
            ten=text("Tên nhiệm vụ.", "Báo cáo tình hình dư luận tại địa phương"),
            so_ky=number("Số kỳ đã gửi; 0 khi không theo kỳ.", "3"),
            ky=text("Các kỳ đã gửi.", "tháng 11, 12 năm 2020; tháng 01 năm 2021"),
        ),
        can_lam=many("Những nội dung đơn vị cần làm ngay.", **ROW),
        cho_xu_ly=many("Những bản đã gửi có lỗi mà chỉ cơ quan xử lý được.", **ROW),
    )
}
"""What a paper for one unit may print besides."""


BOARD_CHARTS: dict[str, TemplateField] = {
    "theo_loai": chart(
        "Văn bản phải nộp theo loại đơn vị: đúng hạn, muộn hoặc có lỗi, chưa nhận. Hợp với biểu đồ chồng."
    ),
    "tuan_theo_noi_dung": chart(
        "Lượt tin, bài theo nội dung từ đầu năm học, tuần này riêng, theo sổ. Hợp với biểu đồ chồng."
    ),
    "dung_han_theo_thang": chart(
        "Tỷ lệ đúng hạn của những gì đến hạn trong từng tháng, đến ngày lập. Hợp với biểu đồ cột, đường."
    ),
    "theo_thang": chart(
        "Văn bản phải nộp theo tháng đến hạn, đến ngày lập: đúng hạn, muộn hoặc có lỗi, chưa nhận. "
        "Hợp với biểu đồ chồng."
    ),
}
