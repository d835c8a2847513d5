"""The fields of the mails that remind a unit."""

from __future__ import annotations

from truyenthong.views.fields.board import UNIT
from truyenthong.views.fields.common import COMMON, boolean, day, group, many, number, text, texts
from truyenthong.word.fields import TemplateField

_DUTY = {
    "ten": text("Tên nhiệm vụ kèm kỳ.", "Báo cáo kết quả công tác truyền thông năm học"),
    "dieu_khoan": text("Điều khoản của Kế hoạch.", "III.4"),
    "trich": text("Lời Kế hoạch.", "Báo cáo kết quả … trước ngày 31/5/2021"),
    "han": text("Ngày cuối còn đúng hạn, kèm thứ.", "Chủ nhật 30/5/2021"),
    "han_ngay": day("Ngày cuối còn đúng hạn.", "30/5/2021"),
    "gia_han": boolean("Đúng khi hạn đã được gia hạn.", "sai"),
    "con_ngay": number("Số ngày còn lại; để trống khi đã quá hạn.", "6"),
    "cham_ngay": number("Số ngày đã quá hạn; 0 khi chưa quá.", "2"),
    "ly_do": text("Lý do trả lại; để trống với việc chưa gửi.", "Thiếu số liệu mục II"),
    "tra_lai_ngay": text("Ngày trả lại, kèm thứ.", "thứ Bảy 29/5/2021"),
    "can_lam": text("Việc đơn vị cần làm, một câu.", "Gửi chậm nhất ngày 30/5/2021."),
}

REMINDER: dict[str, TemplateField] = {
    **{key: COMMON[key] for key in ("mau", "dau_mau", "nam_hoc", "co_quan", "soan_thao", "lien_he")},
    "ngay": text("Ngày gửi thư, kèm thứ.", "thứ Hai 24/5/2021"),
    "ngay_gui": day("Ngày gửi thư.", "24/5/2021"),
    "don_vi": group("Đơn vị được nhắc.", **UNIT),
    "kinh_gui": text(
        "Thư gửi ai: đơn vị, nơi khai ở gui_toi, hoặc nơi nhận việc của đơn vị đã ngừng hoạt động.",
        "Phòng Giáo dục và Đào tạo huyện Than Uyên",
    ),
    "thay_don_vi": boolean("Đúng khi đơn vị đã ngừng hoạt động, thư gửi nơi nhận việc.", "sai"),
    "sap_den_han": many("Việc chưa đến hạn, gần trước xa sau.", **_DUTY),
    "qua_han": many("Việc đã quá hạn, lâu nhất trước.", **_DUTY),
    "tra_lai": many("Bài bị trả lại, chờ gửi lại.", **_DUTY),
    "so_viec": number("Số việc trong thư.", "1"),
    "tep": texts("Tên các tệp gửi kèm.", "bao-cao-nam--pgd-than-uyen.docx"),
    "tep_bo": texts("Tên các tệp không gửi kèm được vì thư quá lớn.", "bieu.docx"),
    "nguoi_nhan_ban_sao": texts("Người nhận bản sao.", "Chánh Văn phòng"),
}
"""What ``templates/thu/nhac-truoc.txt``, ``nhac-sau.txt`` and ``tra-lai.txt`` may print."""

SUMMARY_TEXT = "thu/tom-tat.txt"
"""The text of the mail that the weekly summary goes along with."""

_SUMMARY: dict[str, TemplateField] = {
    **{key: COMMON[key] for key in ("nam_hoc", "co_quan", "soan_thao", "lien_he")},
    "nguoi_nhan": text("Người nhận.", "Giám đốc"),
    "tuan": number("Số của tuần trong năm.", "21"),
    "ngay": text("Ngày gửi thư, kèm thứ.", "thứ Hai 24/5/2021"),
    "chua_co_bai_nop": COMMON["chua_co_bai_nop"],
    "so_cham": number("Số văn bản đang chậm.", "6"),
    "so_don_vi_cham": number("Số đơn vị đang chậm.", "6"),
    "so_quyet_dinh": number("Số việc chờ cơ quan quyết định.", "2"),
    "tep": texts("Tên các tệp gửi kèm.", "tom-tat-tuan.docx"),
}


def letter_fields(name: str) -> dict[str, TemplateField]:
    """What a text of ``templates/thu`` may print, by its name."""
    return _SUMMARY if name.rpartition("/")[2] == SUMMARY_TEXT.rpartition("/")[2] else REMINDER
