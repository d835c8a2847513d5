"""Describes what every report may print, in sentences for those who edit templates."""

from __future__ import annotations

from truyenthong.word.fields import FieldKind, TemplateField


def text(sentence: str, example: str) -> TemplateField:
    """A text."""
    return TemplateField(kind=FieldKind.TEXT, sentence=sentence, example=example)


def number(sentence: str, example: str) -> TemplateField:
    """A number, or nothing."""
    return TemplateField(kind=FieldKind.NUMBER, sentence=sentence, example=example)


def boolean(sentence: str, example: str) -> TemplateField:
    """True or false."""
    return TemplateField(kind=FieldKind.BOOLEAN, sentence=sentence, example=example)


def day(sentence: str, example: str) -> TemplateField:
    """A day, or nothing."""
    return TemplateField(kind=FieldKind.DATE, sentence=sentence, example=example)


def runs(sentence: str) -> TemplateField:
    """Text with bold and italic stretches."""
    return TemplateField(kind=FieldKind.RUNS, sentence=sentence, example="trước ngày 31/5/2021")


def texts(sentence: str, example: str) -> TemplateField:
    """A list of texts."""
    return TemplateField(kind=FieldKind.LIST, sentence=sentence, example=example)


def many(sentence: str, **children: TemplateField) -> TemplateField:
    """A list; the children are those of one item."""
    return TemplateField(kind=FieldKind.LIST, sentence=sentence, children=children)


def group(sentence: str, **children: TemplateField) -> TemplateField:
    """A group of names."""
    return TemplateField(kind=FieldKind.MAPPING, sentence=sentence, children=children)


def chart(sentence: str) -> TemplateField:
    """What a native chart of Word is filled with."""
    rows = many("Các dãy số.", ten=text("Tên dãy.", "Đúng hạn"), gia_tri=texts("Giá trị từng nhóm.", "12"))
    children = {"nhom": texts("Tên các nhóm trên trục.", "Phòng Giáo dục và Đào tạo"), "day": rows}
    return TemplateField(kind=FieldKind.CHART, sentence=sentence, children=children)


COMMON: dict[str, TemplateField] = {
    "mau": boolean("Đúng khi không gian làm việc là dữ liệu mẫu; dùng trong {% if mau %}.", "đúng"),
    "dau_mau": text("Chữ DỮ LIỆU MẪU, để trống với dữ liệu thật.", "DỮ LIỆU MẪU"),
    "ngay_lap": day("Ngày chốt số liệu của báo cáo.", "01/6/2021"),
    "tinh_den": text("Thời điểm chốt số liệu, viết gọn.", "hết ngày 01/6/2021"),
    "tinh_den_chu": text("Thời điểm chốt số liệu, viết đầy đủ.", "hết ngày 01 tháng 6 năm 2021"),
    "nam_hoc": text("Năm học của Kế hoạch.", "2020-2021"),
    "bao_cao": group(
        "Mục của danh mục báo cáo đang được in.",
        ma=text("Mã báo cáo.", "tien-do"),
        ten=text("Tên báo cáo trong danh mục.", "Tiến độ thực hiện của các đơn vị"),
    ),
    "ky": group(
        "Kỳ của báo cáo; để trống khi báo cáo không theo kỳ.",
        ma=text("Mã kỳ.", "2020-11"),
        ten=text("Tên kỳ.", "tháng 11 năm 2020"),
        tu_ngay=day("Ngày đầu của số liệu.", "26/10/2020"),
        den_ngay=day("Ngày cuối của số liệu, tính cả ngày ấy.", "25/11/2020"),
    ),
    "co_quan": group(
        "Cơ quan ban hành Kế hoạch.",
        ten=text("Tên dùng trong lời văn.", "Sở Giáo dục và Đào tạo"),
        ten_in_hoa=text("Tên in hoa ở đầu văn bản.", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
        ten_day_du=text("Tên đầy đủ, có tên tỉnh.", "Sở Giáo dục và Đào tạo tỉnh Lai Châu"),
        chu_quan=text("Cơ quan chủ quản.", "UBND tỉnh Lai Châu"),
        chu_quan_in_hoa=text("Cơ quan chủ quản, in hoa.", "UBND TỈNH LAI CHÂU"),
        ky_hieu=text("Chữ viết tắt tên cơ quan.", "SGDĐT"),
        dia_danh=text("Địa danh ghi trước ngày tháng.", "Lai Châu"),
    ),
    "soan_thao": group(
        "Đơn vị soạn thảo.",
        ten=text("Tên đơn vị soạn thảo.", "Văn phòng Sở"),
        ky_hieu=text("Chữ viết tắt đơn vị soạn thảo.", "VP"),
    ),
    "lien_he": group(
        "Nơi đơn vị liên hệ và gửi báo cáo.",
        noi=text("Tên nơi liên hệ.", "Văn phòng Sở Giáo dục và Đào tạo"),
        dien_thoai=text("Số điện thoại.", "02133799569"),
        thu_dien_tu=text("Thư điện tử.", "vp.sogddt@laichau.gov.vn"),
        cau=text(
            "Cả ba, viết liền để đặt giữa câu.",
            "Văn phòng Sở Giáo dục và Đào tạo, điện thoại 02133799569",
        ),
    ),
    "van_ban": group(
        "Văn bản đang được in; số và ngày để trống khi chưa biết.",
        loai=text("Tên loại văn bản.", "Báo cáo"),
        loai_in_hoa=text("Tên loại văn bản, in hoa.", "BÁO CÁO"),
        la_cong_van=boolean("Đúng khi văn bản là công văn.", "sai"),
        so=text("Số văn bản, dưới 10 có số 0 đứng trước; để trống khi chưa có.", "05"),
        ky_hieu=text("Ký hiệu đứng sau số.", "BC-SGDĐT"),
        so_ky_hieu=text("Số và ký hiệu, chừa chỗ ghi số khi chưa có.", "     /BC-SGDĐT"),
        ngay_thang=text(
            "Địa danh và ngày tháng, chừa chỗ ghi ngày khi chưa có.", "Lai Châu, ngày     tháng 6 năm 2021"
        ),
        kem_theo=text(
            "Dòng chỉ dẫn dưới tên phụ lục của văn bản này.",
            "(Kèm theo Báo cáo số …/BC-SGDĐT ngày … tháng 6 năm 2021)",
        ),
        trich_yeu=text("Trích yếu nội dung.", "Tiến độ thực hiện Kế hoạch truyền thông"),
    ),
    "kinh_gui": group(
        "Nơi được gửi, trình bày theo Nghị định 30: một nơi thì cùng dòng, nhiều nơi thì xuống dòng.",
        co=boolean("Đúng khi có nơi được gửi.", "đúng"),
        mot=text("Tên nơi được gửi khi chỉ có một nơi.", "Phòng Giáo dục và Đào tạo huyện Than Uyên"),
        dong=texts(
            "Các dòng khi có từ hai nơi, đã có gạch đầu dòng và dấu cuối dòng.",
            "- Trường THPT Mường So;",
        ),
    ),
    "noi_nhan": texts("Các dòng dưới chữ Nơi nhận, đã có gạch đầu dòng và dấu cuối dòng.", "- Lưu: VT, VP."),
    "nguoi_ky": group(
        "Người ký.",
        dong=texts("Các dòng quyền hạn, chức vụ.", "TL. GIÁM ĐỐC"),
        ho_ten=text("Họ tên; để trống khi chưa khai.", "Đinh Trung Tuấn"),
    ),
    "chua_co_bai_nop": boolean("Đúng khi chưa ghi nhận bài nộp nào; khi ấy không có tỷ lệ.", "sai"),
    "cau_chua_co": text("Câu nói rằng chưa ghi nhận bài nộp nào.", "Đến nay chưa ghi nhận bài nộp nào."),
    "don_vi_chua_xac_minh": number("Số đơn vị nêu trong báo cáo mà tên chưa được đối chiếu.", "3"),
}
"""The names in the view of every scope, but for the plan."""

_PASSAGE = {
    "cap": number("Bậc của đoạn, bậc ngoài cùng là 1.", "3"),
    "nhan": text("Nhãn đúng như in trong Kế hoạch.", "a)"),
    "kieu": text("Kiểu: muc (I.), khoan (1.), diem (a) có tiêu đề, doan (lời văn).", "diem"),
    "chu": runs("Cả nhãn và chữ của đoạn, giữ chữ đậm và chữ nghiêng; in bằng {{ doan.chu | runs }}."),
}

PLAN: dict[str, TemplateField] = {
    "ke_hoach": group(
        "Kế hoạch của năm học.",
        so_ky_hieu=text("Số và ký hiệu, chừa chỗ ghi số khi chưa có.", "     /KH-SGDĐT"),
        so=text("Số của Kế hoạch.", "12"),
        ky_hieu=text("Ký hiệu của Kế hoạch.", "KH-SGDĐT"),
        ngay=day("Ngày ban hành, chỉ có khi biết đủ ngày, tháng, năm.", "15/10/2020"),
        trich_yeu=text("Trích yếu của Kế hoạch.", "Truyền thông về giáo dục và đào tạo năm học 2020 - 2021"),
        ten_goi=text("Cách gọi sau lần viện dẫn đầu.", "Kế hoạch số …/KH-SGDĐT"),
        vien_dan=text(
            "Viện dẫn đầy đủ, dùng ở lần nhắc đầu tiên.",
            "Kế hoạch số …/KH-SGDĐT ngày … tháng 10 năm 2020 của Sở Giáo dục và Đào tạo tỉnh Lai Châu",
        ),
        kem_theo=text("Dòng chỉ dẫn dưới tên phụ lục.", "(Kèm theo Kế hoạch số …/KH-SGDĐT)"),
        mo_dau=many("Các đoạn mở đầu.", chu=runs("Chữ của đoạn; in bằng {{ doan.chu | runs }}.")),
        phan=many("Mọi đoạn của các phần, theo thứ tự in.", **_PASSAGE),
        ket_thuc=many("Các đoạn kết thúc.", chu=runs("Chữ của đoạn; in bằng {{ doan.chu | runs }}.")),
        phu_luc=many(
            "Các phụ lục.",
            ma=text("Mã phụ lục.", "phu-luc-1"),
            nhan=text("Số thứ tự, chữ số La Mã.", "I"),
            ten=text("Tên phụ lục.", "Nội dung truyền thông theo chủ đề"),
            ten_in_hoa=text("Tên phụ lục, in hoa.", "NỘI DUNG TRUYỀN THÔNG THEO CHỦ ĐỀ"),
            du_thao=boolean("Đúng khi phụ lục là dự thảo.", "đúng"),
            dau_du_thao=text("Chữ DỰ THẢO, để trống với phụ lục chính thức.", "DỰ THẢO"),
            ghi_chu=text("Vì sao là dự thảo.", "Chờ Văn phòng thay bằng phụ lục chính thức."),
            dong=many(
                "Các dòng của bảng; ô để trống là Kế hoạch không nêu.",
                stt=number("Số thứ tự.", "1"),
                thoi_gian=text("Thời gian.", "Năm 2021"),
                noi_dung=text("Nội dung.", "Kỳ thi tốt nghiệp THPT năm 2021"),
                doi_tuong=text("Đối tượng.", "Cán bộ, giáo viên"),
                hinh_thuc=text("Hình thức.", "Website Ngành"),
                don_vi=text("Đơn vị thực hiện.", "Văn phòng Sở"),
                nguon=text("Điều khoản của Kế hoạch.", "II.2.d"),
                chu_de=text("Mã chủ đề.", "ii-2-d"),
            ),
        ),
        can_cu=many(
            "Các văn bản mà Kế hoạch dẫn.",
            loai=text("Tên loại.", "Kế hoạch"),
            so_ky_hieu=text("Số, ký hiệu.", "180/KH-BGDĐT"),
            ngay=day("Ngày ban hành.", "20/3/2020"),
            co_quan=text("Cơ quan ban hành.", "Bộ Giáo dục và Đào tạo"),
            trich_yeu=text("Trích yếu.", "về việc truyền thông về GD&ĐT năm 2020"),
            dieu_khoan=text("Chỗ Kế hoạch dẫn.", "mở đầu"),
            vien_dan=text(
                "Viện dẫn đầy đủ.", "Kế hoạch số 180/KH-BGDĐT ngày 20/3/2020 của Bộ Giáo dục và Đào tạo"
            ),
        ),
    )
}
"""The plan's own words, for every scope."""
