"""The schema of a submission, with the forms of a plan where one is given."""

from __future__ import annotations

from truyenthong.documents.schema.forms import content_schema
from truyenthong.documents.schema.words import (
    Schema,
    document,
    group,
    many,
    one_of,
    required_scalar,
    scalar,
    truth,
)
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.submissions import Channel, DecisionKind


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
            **report,
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
