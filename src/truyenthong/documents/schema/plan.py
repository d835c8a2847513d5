"""The schema of ``plan.yaml``."""

from __future__ import annotations

from truyenthong.documents.schema.forms import form_schema
from truyenthong.documents.schema.registers import hour_limits_schema, registers_schema
from truyenthong.documents.schema.words import (
    Schema,
    document,
    group,
    many,
    one_of,
    required_scalar,
    scalar,
    texts,
    truth,
)
from truyenthong.model.deadlines import DayOffPolicy, PeriodEdge
from truyenthong.model.periods import PeriodKind
from truyenthong.model.plan import AppendixState
from truyenthong.model.reports import ReportScope

_CLAUSE = "Điều khoản: nhãn của các tiêu đề, bỏ dấu chấm và dấu ngoặc."
_DAY_WORDS = {
    "truoc_ngay": scalar("Trước ngày này: chính ngày ấy không còn trong hạn.", "31/5/2021"),
    "cham_nhat_ngay": scalar("Chậm nhất ngày này: ngày ấy vẫn trong hạn.", "31/5/2021"),
}


def plan_schema() -> Schema:
    """The schema of ``plan.yaml``."""
    schema = document(
        "Kế hoạch của năm học",
        "Nguyên văn kế hoạch, nhiệm vụ và hạn, biểu mẫu, báo cáo, quy ước, phụ lục.",
        {**_paper_keys(), **_text_keys(), **_duty_keys(), **_report_keys()},
        "ma",
        "nam_hoc",
        "co_quan",
        "van_ban",
        "noi_dung",
    )
    return {**schema, "definitions": {"muc": _passage()}}


def _paper_keys() -> dict[str, Schema]:
    agency = {
        "ten": required_scalar("Tên dùng trong lời văn.", "Sở Giáo dục và Đào tạo"),
        "ten_day_du": scalar("Tên đầy đủ.", "Sở Giáo dục và Đào tạo tỉnh Lai Châu"),
        "chu_quan": scalar("Cơ quan chủ quản.", "UBND tỉnh Lai Châu"),
        "ky_hieu": scalar("Chữ viết tắt.", "SGDĐT"),
        "dia_danh": required_scalar("Địa danh ghi trước ngày tháng.", "Lai Châu"),
        "nguon": scalar("Các tên ấy lấy từ đâu; chưa đối chiếu thì ghi rõ."),
    }
    paper = {
        "loai": scalar("Tên loại văn bản.", "Kế hoạch"),
        "so": scalar("Số; để trống khi chưa biết."),
        "ky_hieu": scalar("Ký hiệu.", "KH-SGDĐT"),
        "ngay": scalar("Ngày; để trống khi chưa biết."),
        "thang": scalar("Tháng."),
        "nam": scalar("Năm."),
        "trich_yeu": required_scalar("Trích yếu nội dung."),
    }
    drafting = {
        "ten": required_scalar("Tên đơn vị soạn thảo.", "Văn phòng Sở"),
        "ky_hieu": scalar("Chữ viết tắt.", "VP"),
        "don_vi": scalar("Mã đơn vị ở units.yaml.", "van-phong-so"),
    }
    contact = {
        "noi": scalar("Nơi liên hệ."),
        "dien_thoai": scalar("Điện thoại."),
        "thu_dien_tu": scalar("Thư điện tử."),
    }
    return {
        "ma": required_scalar("Mã của kế hoạch.", "ke-hoach-truyen-thong-2020-2021"),
        "nam_hoc": required_scalar("Năm học, từ 1/9 đến 31/8.", "2020-2021"),
        "co_quan": group("Cơ quan ban hành.", agency, "ten", "dia_danh"),
        "soan_thao": group("Đơn vị soạn thảo.", drafting, "ten"),
        "lien_he": group("Nơi đơn vị liên hệ.", contact),
        "van_ban": group("Kế hoạch như một văn bản.", paper, "trich_yeu"),
        "can_cu": many("Các văn bản mà kế hoạch dẫn.", _cited()),
        "noi_nhan": texts("Các dòng Nơi nhận, đúng chữ của kế hoạch."),
        "nguoi_ky": many("Các cách ký.", _signer()),
    }


def _cited() -> Schema:
    return group(
        "Một văn bản được dẫn.",
        {
            "loai": required_scalar("Tên loại.", "Kế hoạch"),
            "so_ky_hieu": required_scalar("Số, ký hiệu.", "180/KH-BGDĐT"),
            "ngay": scalar("Ngày ban hành."),
            "co_quan": scalar("Cơ quan ban hành."),
            "trich_yeu": scalar("Trích yếu, khi kế hoạch ghi."),
            "dieu_khoan": scalar(f"{_CLAUSE} Cũng nhận «mở đầu», «nơi nhận».", "II.3"),
        },
        "loai",
        "so_ky_hieu",
    )


def _signer() -> Schema:
    return group(
        "Một cách ký.",
        {
            "ma": required_scalar("Mã.", "chanh-van-phong"),
            "dong": texts("Các dòng quyền hạn, chức vụ: TL. GIÁM ĐỐC, CHÁNH VĂN PHÒNG."),
            "ho_ten": scalar("Họ tên người ký."),
        },
        "ma",
        "dong",
    )


def _text_keys() -> dict[str, Schema]:
    passage: Schema = {
        "anyOf": [
            {"type": ["string", "number", "boolean"], "description": "Một đoạn văn không có nhãn."},
            {"$ref": "#/definitions/muc"},
        ]
    }
    text = {
        "mo_dau": texts("Các đoạn mở đầu."),
        "phan": many("Các phần.", passage),
        "ket_thuc": texts("Các đoạn kết thúc."),
    }
    semester = {
        "ma": required_scalar("Mã học kỳ.", "hk1"),
        "ten": required_scalar("Tên học kỳ.", "Học kỳ I"),
        "tu": required_scalar("Ngày đầu."),
        "den": required_scalar("Ngày cuối, tính cả ngày ấy."),
        "can_cu": scalar("Văn bản quy định."),
    }
    topic = {
        "ma": required_scalar("Mã chủ đề.", "ii-2-a"),
        "ten": required_scalar("Tên chủ đề."),
        "dieu_khoan": required_scalar(_CLAUSE, "II.2.a"),
        "thuoc": scalar("Mã chủ đề lớn, khi đây là một gạch đầu dòng của nó.", "ii-3"),
        "trich": scalar("Đúng các chữ của gạch đầu dòng ấy."),
    }
    correction = {
        "sai": required_scalar("Chữ in sai, chép đúng từng dấu."),
        "dung": required_scalar("Chữ đúng."),
        "dieu_khoan": scalar(_CLAUSE),
        "ghi_chu": scalar("Ghi chú."),
    }
    return {
        "noi_dung": group("Nguyên văn kế hoạch, với *nghiêng* và **đậm**.", text),
        "hoc_ky": many("Các học kỳ.", group("Một học kỳ.", semester, "ma", "ten", "tu", "den")),
        "chu_de": many("Các chủ đề.", group("Một chủ đề.", topic, "ma", "ten", "dieu_khoan")),
        "phu_luc": many("Các phụ lục.", _appendix()),
        "dinh_chinh": many("Chỗ in sai của kế hoạch.", group("Một chỗ in sai.", correction, "sai", "dung")),
        "nguyen_van_cua": scalar("Năm học mà nguyên văn cũ còn đứng ở noi_dung.", "2020-2021"),
        "to_chuc_thuc_hien": scalar(
            "Nhãn của phần tổ chức thực hiện, mỗi đoạn phải có người theo dõi.", "III"
        ),
    }


def _passage() -> Schema:
    """A heading or a labelled paragraph with what is below it; it may contain itself."""
    below: Schema = {"anyOf": [{"type": ["string", "number", "boolean"]}, {"$ref": "#/definitions/muc"}]}
    return group(
        "Một mục: tiêu đề (tieu_de) hoặc đoạn văn (chu), với những gì nằm dưới (muc).",
        {
            "nhan": scalar("Nhãn đúng như in.", "a)"),
            "tieu_de": scalar("Chữ của tiêu đề."),
            "chu": scalar("Chữ của đoạn văn."),
            "muc": many("Những gì nằm dưới, theo thứ tự.", below),
        },
    )


def _appendix() -> Schema:
    row = {
        "stt": scalar("Số thứ tự, khi phụ lục ghi."),
        "thoi_gian": scalar("Thời gian."),
        "noi_dung": required_scalar("Nội dung."),
        "doi_tuong": scalar("Đối tượng."),
        "hinh_thuc": scalar("Hình thức."),
        "don_vi": scalar("Đơn vị thực hiện."),
        "nguon": scalar(f"Hàng này lấy từ đâu. {_CLAUSE}"),
        "chu_de": scalar("Mã chủ đề."),
        "da_xac_minh": truth("có: văn phòng đã đối chiếu hàng này với văn bản."),
        "doi_chieu": scalar("Đã đối chiếu với văn bản nào."),
    }
    return group(
        "Một phụ lục.",
        {
            "ma": required_scalar("Mã phụ lục.", "phu-luc-1"),
            "nhan": scalar("Số La Mã.", "I"),
            "goi_trong_ke_hoach": scalar("Kế hoạch gọi phụ lục này là gì.", "phụ lục số 1"),
            "ten": scalar("Tên phụ lục."),
            "trang_thai": one_of("du-thao: in kèm chữ DỰ THẢO.", AppendixState),
            "ghi_chu": scalar("Ghi chú."),
            "dong": many("Các hàng; ô để trống là kế hoạch không nêu.", group("Một hàng.", row, "noi_dung")),
        },
        "ma",
        "trang_thai",
    )


def _duty_keys() -> dict[str, Schema]:
    untracked = {
        "dieu_khoan": required_scalar(_CLAUSE, "III.1"),
        "trich": required_scalar("Đúng các chữ của kế hoạch."),
        "ly_do": required_scalar("Vì sao không theo dõi."),
    }
    return {
        "nhiem_vu": many("Các nhiệm vụ.", _duty()),
        "khong_theo_doi": many(
            "Các đoạn không có nhiệm vụ nào theo dõi.",
            group("Một đoạn.", untracked, "dieu_khoan", "trich", "ly_do"),
        ),
        "quy_uoc": _policies(
            "Quy ước của văn phòng, mỗi quy ước kèm lý do.", thoi_han_gio=hour_limits_schema()
        ),
        "bieu_mau": many("Các biểu mẫu.", form_schema()),
        "so_theo_doi": registers_schema(),
    }


def _duty() -> Schema:
    owners = {
        "loai": texts("Mã các loại đơn vị."),
        "them": texts("Mã các đơn vị thêm vào."),
        "tru": texts("Mã các đơn vị trừ ra."),
    }
    return group(
        "Một nhiệm vụ.",
        {
            "ma": required_scalar("Mã nhiệm vụ: lệnh và tên tệp dùng mã này, đừng đổi.", "bao-cao-nam"),
            "ten": required_scalar("Tên nhiệm vụ."),
            "dieu_khoan": required_scalar(_CLAUSE, "III.4"),
            "trich": required_scalar("Đúng các chữ của kế hoạch."),
            "nop_boi": group("Ai phải nộp.", owners),
            "gui": scalar("co-quan, hoặc tên nơi nhận khác.", "co-quan"),
            "phai_gui": truth("không: kế hoạch không yêu cầu gửi; không đôn đốc, không tính tỷ lệ."),
            "bat_buoc": truth("không: «nếu có»."),
            "nhan_khong_phat_sinh": truth("có: báo cáo không phát sinh là đã hoàn thành."),
            "tep_mem": truth("có: kế hoạch yêu cầu gửi tệp mềm."),
            "ky": one_of("Kỳ của nhiệm vụ; bỏ trống là không chia kỳ.", PeriodKind),
            "tu_ky": scalar("Kỳ đầu.", "2020-11"),
            "den_ky": scalar("Kỳ cuối.", "2021-08"),
            "bieu_mau": scalar("Mã biểu mẫu.", "ket-qua-nam"),
            "han": _deadline("Hạn theo lời kế hoạch: ghi đúng một cách."),
            "han_noi_bo": _deadline("Hạn do văn phòng tự đặt, không làm ai quá hạn.", internal=True),
            "quy_uoc": _policies("Quy ước riêng của nhiệm vụ này."),
            "ghi_chu": scalar("Ghi chú."),
        },
        "ma",
        "ten",
        "dieu_khoan",
        "trich",
        "nop_boi",
    )


def _deadline(description: str, *, internal: bool = False) -> Schema:
    of_period = {
        "ky": required_scalar("Mã kỳ.", "hk1"),
        "ten": scalar("Tên của đợt, khi nhiệm vụ ghi ky: dot.", "đợt 1"),
        **_DAY_WORDS,
    }
    words: dict[str, Schema] = {
        **_DAY_WORDS,
        "ngay_hang_thang": scalar("Ngày này của mỗi tháng, tính cả ngày ấy.", "25"),
        "tu_thang": scalar("Tháng đầu.", "2020-11"),
        "den_thang": scalar("Tháng cuối.", "2021-08"),
        "ngay_thang_sau": scalar("Ngày này của tháng ngay sau kỳ, tính cả ngày ấy.", "5"),
        "so_ngay": scalar("Số ngày kể từ sự kiện, không tính ngày của sự kiện.", "10"),
        "so_ngay_lam_viec": scalar("Số ngày làm việc kể từ sự kiện.", "5"),
        "tu": one_of("Đếm từ đầu hay cuối kỳ.", PeriodEdge),
        "tu_ngay": scalar("Đếm từ ngày này.", "05/9/2020"),
        "su_kien": scalar("Tên sự kiện.", "khai giảng"),
        "theo_ky": many("Mỗi kỳ một hạn.", group("Hạn của một kỳ.", of_period, "ky")),
    }
    if internal:
        words["ly_do"] = required_scalar("Vì sao đặt hạn này.")
        return group(description, words, "ly_do")
    words["khoa_so"] = scalar("Sau ngày này không nhận nữa, trừ khi có người chấp nhận.", "15/6/2021")
    words["khoa_so_sau"] = scalar("Cũng thế, tính bằng số ngày sau hạn.", "15")
    return group(description, words)


def _policies(description: str, **more: Schema) -> Schema:
    days_off = one_of("Ngày cuối rơi vào ngày nghỉ thì sao.", DayOffPolicy)
    return group(
        description,
        {
            "ngay_nghi": _policy(days_off),
            "gio_chot": _policy(scalar("Giờ cuối của ngày còn đúng hạn.", "23:59:59", "17:00")),
            "sap_den_han": _policy(scalar("Còn bao nhiêu ngày thì coi là sắp đến hạn.", "7")),
            "thang_tu_ngay": _policy(scalar("Nội dung của tháng tính từ ngày này của tháng trước.", "26")),
            **more,
        },
    )


def _policy(value: Schema) -> Schema:
    reasoned = {"gia_tri": value, "ly_do": scalar("Lý do của quy ước.")}
    return {"anyOf": [value, group("Giá trị và lý do.", reasoned, "gia_tri")]}


def _report_keys() -> dict[str, Schema]:
    step = {
        "cot": required_scalar("Mã cột của bảng, hoặc don_vi.", "so_tin_bai"),
        "chieu": one_of("giam: lớn trước.", ("tang", "giam")),
        "ly_do": scalar("Câu in ra cho người đọc danh sách."),
    }
    entry = {
        "ma": required_scalar("Mã báo cáo.", "tien-do"),
        "ten": required_scalar("Tên báo cáo."),
        "mau": required_scalar("Tên tệp mẫu ở templates/.", "tien-do.docx"),
        "pham_vi": one_of("Mỗi tệp nói về cái gì.", ReportScope),
        "nhiem_vu": scalar("Chỉ một nhiệm vụ."),
        "ky": one_of("Mỗi kỳ một tệp.", PeriodKind),
        "so": scalar("Sổ theo dõi: mỗi mục một tệp (pham_vi: so).", "tham-dinh"),
        "bang": scalar("Bảng của biểu mẫu: mỗi dòng một tệp (dong), hoặc gộp thành danh sách.", "de_nghi"),
        "thu_tu": many("Danh sách xếp theo gì, bước đầu ghi trước.", group("Một bước.", step, "cot")),
        "moi_nhan": scalar("Chỉ làm cho bài nhận trong số ngày này, trừ khi gọi tên báo cáo.", "7"),
        "chi_khi": scalar("Danh sách phải có dòng thì báo cáo mới được làm.", "cham"),
        "loai_van_ban": scalar("Tên loại văn bản.", "Báo cáo"),
        "ky_hieu": scalar("Ký hiệu.", "BC-SGDĐT"),
        "trich_yeu": scalar("Trích yếu."),
        "nguoi_ky": scalar("Mã người ký."),
        "noi_nhan": texts("Các dòng Nơi nhận của báo cáo này."),
        "kinh_gui": texts("Các nơi được gửi."),
    }
    return {
        "bao_cao": many("Danh mục báo cáo Word.", group("Một báo cáo.", entry, "ma", "ten", "mau", "pham_vi"))
    }
