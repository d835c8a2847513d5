"""JSON Schema of each kind of file, for editors; ``validate`` checks more, with places and bounds."""

from __future__ import annotations

from truyenthong.documents.schema.forms import content_schema
from truyenthong.documents.schema.outreach import outreach_schema
from truyenthong.documents.schema.plan import plan_schema
from truyenthong.documents.schema.registers import register_schema
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
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.submissions import Channel, DecisionKind

__all__ = [
    "calendar_schema",
    "outreach_schema",
    "plan_schema",
    "register_schema",
    "roster_schema",
    "settings_schema",
    "submission_schema",
]


_SOURCE = "Văn bản, nguồn nào nói thế."


def roster_schema() -> Schema:
    """The schema of ``units.yaml``."""
    kind = group(
        "Một loại đơn vị.",
        {
            "ma": required_scalar("Mã của loại.", "phong-gddt"),
            "ten": required_scalar("Tên loại, in ở bảng tiến độ.", "Phòng Giáo dục và Đào tạo"),
            "trong_co_quan": truth("có: đơn vị trong cơ quan, không bị đôn đốc bằng công văn."),
        },
        "ma",
        "ten",
    )
    return document(
        "Các đơn vị",
        "Các loại đơn vị và từng đơn vị; ai phải làm gì thì khai ở plan.yaml.",
        {
            "loai": many("Các loại đơn vị, theo thứ tự in.", kind),
            "don_vi": many("Các đơn vị, theo thứ tự in.", _unit()),
        },
        "loai",
        "don_vi",
    )


def _unit() -> Schema:
    span = group(
        "Một khoảng thời gian hoạt động, tính cả hai ngày.",
        {
            "tu": scalar("Ngày đầu; để trống là từ trước.", "01/7/2025"),
            "den": scalar("Ngày cuối; để trống là đến nay.", "30/6/2025"),
        },
    )
    return group(
        "Một đơn vị.",
        {
            "ma": required_scalar("Mã, cũng là tên thư mục bài nộp.", "pgd-than-uyen"),
            "ten": required_scalar("Tên đầy đủ.", "Phòng Giáo dục và Đào tạo huyện Than Uyên"),
            "ten_tat": scalar("Tên viết gọn cho bảng.", "Phòng GD&ĐT Than Uyên"),
            "ten_khac": texts("Những cách gọi khác, mỗi tên chỉ thuộc về một đơn vị."),
            "loai": required_scalar("Mã của loại.", "phong-gddt"),
            "dia_ban": scalar("Địa bàn.", "Huyện Than Uyên"),
            "dia_danh": scalar("Địa danh trên văn bản của đơn vị.", "Than Uyên"),
            "chu_quan": scalar("Cơ quan chủ quản in trên văn bản của đơn vị.", "UBND huyện Than Uyên"),
            "ky_hieu": scalar("Chữ viết tắt trong số, ký hiệu văn bản.", "PGDĐT"),
            "thu_dien_tu": {
                "anyOf": [scalar("Địa chỉ thư điện tử.", "vanphong@example.edu.vn"), texts("Nhiều địa chỉ.")],
                "description": "Địa chỉ thư điện tử, hoặc danh sách các địa chỉ.",
            },
            "lien_he": many("Người ở đơn vị mà văn phòng liên hệ.", _contact()),
            "hieu_luc": many("Thời gian hoạt động; bỏ trống là luôn hoạt động.", span),
            "ke_thua": {
                "anyOf": [
                    texts("Mã các đơn vị kế thừa, chỉ để gợi ý."),
                    many("Việc còn mở chuyển cho ai, từ ngày nào.", _handover()),
                ]
            },
            "ten_cu": many("Tên trước đây, cũ trước mới sau; văn bản in tên của ngày ấy.", _former_name()),
            "truc_thuoc": {
                "anyOf": [
                    scalar("Mã đơn vị cấp trên.", "pgd-than-uyen"),
                    many("Đơn vị cấp trên theo từng thời gian.", _parent()),
                ]
            },
            "gui_toi": scalar("Công văn gửi đơn vị thì Kính gửi ai; bỏ trống là chính đơn vị."),
            "nguon": scalar("Tên này lấy từ đâu."),
            "da_xac_minh": truth("có: văn phòng đã đối chiếu tên."),
            "ghi_chu": scalar("Ghi chú."),
        },
        "ma",
        "ten",
        "loai",
    )


def _contact() -> Schema:
    return group(
        "Một người ở đơn vị.",
        {
            "ten": required_scalar("Họ và tên."),
            "chuc_vu": scalar("Chức vụ."),
            "dien_thoai": scalar("Số điện thoại."),
            "thu_dien_tu": scalar("Địa chỉ thư điện tử."),
        },
        "ten",
    )


def _handover() -> Schema:
    return group(
        "Một lần chuyển giao.",
        {
            "don_vi": required_scalar("Mã đơn vị nhận.", "xa-than-uyen"),
            "tu": required_scalar("Từ ngày này, tính cả ngày ấy.", "01/7/2025"),
            "nhiem_vu": texts("Chỉ những nhiệm vụ này; bỏ trống là mọi việc còn mở."),
        },
        "don_vi",
        "tu",
    )


def _former_name() -> Schema:
    return group(
        "Một tên trước đây.",
        {
            "ten": required_scalar("Tên đầy đủ."),
            "ten_tat": scalar("Tên viết gọn."),
            "den": required_scalar("Ngày cuối còn mang tên ấy.", "30/6/2025"),
        },
        "ten",
        "den",
    )


def _parent() -> Schema:
    return group(
        "Một đơn vị cấp trên.",
        {
            "don_vi": required_scalar("Mã đơn vị cấp trên.", "pgd-than-uyen"),
            "tu": scalar("Từ ngày này.", "01/7/2025"),
            "den": scalar("Đến hết ngày này.", "30/6/2025"),
        },
        "don_vi",
    )


def calendar_schema() -> Schema:
    """The schema of ``calendar.yaml``."""
    day_off = group(
        "Một ngày nghỉ (ngay) hoặc một khoảng nghỉ (tu, den).",
        {
            "ngay": scalar("Ngày nghỉ, khi chỉ có một ngày.", "1/1/2021"),
            "tu": scalar("Ngày đầu của khoảng nghỉ.", "10/2/2021"),
            "den": scalar("Ngày cuối của khoảng nghỉ.", "16/2/2021"),
            "ten": required_scalar("Tên ngày nghỉ.", "Tết Nguyên đán"),
            "can_cu": required_scalar(_SOURCE),
            "du_kien": truth("có: chưa có thông báo chính thức."),
        },
        "ten",
        "can_cu",
    )
    made_up = group(
        "Một ngày làm bù.",
        {
            "ngay": required_scalar("Ngày phải đi làm.", "10/1/2026"),
            "thay_cho": scalar("Ngày được nghỉ thay.", "2/1/2026"),
            "can_cu": required_scalar(_SOURCE),
            "du_kien": truth("có: chưa có thông báo chính thức."),
        },
        "ngay",
        "can_cu",
    )
    return document(
        "Ngày nghỉ và ngày làm bù",
        "Dùng khi tính ngày làm việc; thứ Bảy, Chủ nhật không cần ghi.",
        {"nghi": many("Các ngày nghỉ lễ, tết.", day_off), "lam_bu": many("Các ngày làm bù.", made_up)},
    )


def settings_schema() -> Schema:
    """The schema of ``settings.yaml``."""
    sample = truth("có: dữ liệu là mẫu; mọi trang, mọi bảng đều in chữ DỮ LIỆU MẪU. Mặc định không.")
    day = scalar(
        "Ngày thay cho hôm nay khi lệnh không nói --as-of; chỉ dùng cùng du_lieu_mau: có.", "1/6/2021"
    )
    return document(
        "Cài đặt",
        "Cài đặt của không gian làm việc; không bắt buộc có tệp này.",
        {"du_lieu_mau": sample, "ngay_xem": day},
    )


def submission_schema(plan: Plan | None) -> Schema:
    """The schema of a submission; ``noi_dung`` follows the form of the duty in ``nhiem_vu``."""
    duty = required_scalar("Mã nhiệm vụ của kế hoạch.", "bao-cao-nam")
    if plan is not None:
        duty = one_of("Mã nhiệm vụ của kế hoạch.", tuple(plan.obligations_by_code))
    schema = document(
        "Bài nộp",
        "Mọi lần nộp của một đơn vị cho một nhiệm vụ và một kỳ.",
        {
            "don_vi": required_scalar("Mã đơn vị, giống tên thư mục.", "pgd-than-uyen"),
            "nhiem_vu": duty,
            "ky": scalar("Kỳ: 2020-2021, hk1, 2020-q4, 2020-11; bỏ trống khi nhiệm vụ không chia kỳ."),
            "ban_nhap": truth("có: cả tệp còn đang nhập, được kiểm tra nhưng chưa tính là đã nhận."),
            "gia_han": many("Các lần gia hạn, cũ trước mới sau.", _extension()),
            "lan_nop": many("Các lần nhận, cũ trước mới sau; không bao giờ xóa.", _receipt()),
            "da_gui": many("Văn bản Sở làm từ cùng nhiệm vụ, gửi thêm nơi khác.", _receipt(further=True)),
        },
        "don_vi",
        "nhiem_vu",
    )
    forms = [_by_duty(plan, one) for one in plan.obligations] if plan is not None else []
    found = [one for one in forms if one is not None]
    return {**schema, "allOf": found} if found else schema


def _by_duty(plan: Plan, obligation: Obligation) -> Schema | None:
    form = plan.form_of(obligation)
    if form is None:
        return None
    receipt: Schema = {"properties": {"noi_dung": content_schema(form)}}
    return {
        "if": {"properties": {"nhiem_vu": {"const": obligation.code}}, "required": ["nhiem_vu"]},
        "then": {"properties": {"lan_nop": {"items": receipt}}},
    }


def _paper() -> Schema:
    return group(
        "Số, ký hiệu và ngày in trên văn bản; ngày này không quyết định đúng hạn.",
        {
            "so": scalar("Số.", "45"),
            "ky_hieu": scalar("Ký hiệu.", "BC-PGDĐT"),
            "ngay": scalar("Ngày in trên văn bản.", "27/5/2021"),
        },
    )


def _extension() -> Schema:
    return group(
        "Một lần gia hạn.",
        {
            "ngay": required_scalar("Ngày cho gia hạn.", "20/5/2021"),
            "den": required_scalar("Ngày cuối mới, tính cả ngày ấy.", "05/6/2021"),
            "boi": scalar("Ai cho gia hạn.", "Văn phòng Sở"),
            "van_ban": _paper(),
            "ly_do": scalar("Lý do."),
        },
        "ngay",
        "den",
    )


def _receipt(*, further: bool = False) -> Schema:
    report = {"bao_cao": required_scalar("Mã báo cáo đã gửi.", "tong-hop-thang-ubnd")} if further else {}
    sent = {
        "ten": required_scalar("Tên tệp như đã nhận.", "bao-cao-45.docx"),
        "sha256": scalar("Mã SHA-256 của tệp, 64 chữ số hệ mười sáu."),
    }
    mail = {
        "ma": scalar("Message-ID của thư.", "<abc@example.edu.vn>"),
        "tu": scalar("Địa chỉ người gửi."),
        "luc": scalar("Lúc gửi, ghi trong thư.", "28/5/2021 09:12"),
    }
    decision = {
        "ket_qua": one_of("Chấp nhận hay trả lại.", DecisionKind),
        "ngay": required_scalar("Ngày xử lý."),
        "boi": scalar("Ai xử lý.", "Văn phòng Sở"),
        "ly_do": scalar("Lý do; bắt buộc khi trả lại."),
        "dau": scalar("Dấu của nội dung đã chấp nhận; chương trình ghi.", "0123456789abcdef"),
    }
    return group(
        "Một văn bản đã gửi." if further else "Một lần nhận.",
        {
            **(report or {"ban_nhap": truth("có: còn đang nhập, chưa tính là đã nhận.")}),
            "nhan_luc": required_scalar("Lúc nhận; không rõ giờ thì chỉ ghi ngày.", "28/5/2021 09:15"),
            "kenh": one_of("Đến bằng cách nào.", Channel),
            "van_ban": _paper(),
            "tep": many("Các tệp đã nhận.", group("Một tệp.", sent, "ten")),
            "thu": group("Thư mang tệp đến; chương trình ghi để nhận ra thư gửi lại.", mail),
            "khong_phat_sinh": truth("có: báo cáo không phát sinh."),
            "noi_dung": {"type": ["object", "null"], "description": "Số liệu theo biểu mẫu của nhiệm vụ."},
            "xu_ly": group("Văn phòng xử lý thế nào.", decision, "ket_qua", "ngay"),
        },
        *report,
        "nhan_luc",
    )
