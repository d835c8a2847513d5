"""Describes a submission and a line of it, in sentences for those who edit templates."""

from __future__ import annotations

from collections.abc import Mapping

from truyenthong.model.forms import Form
from truyenthong.model.reports import ReportEntry
from truyenthong.views.fields.board import ROW, UNIT
from truyenthong.views.fields.collected import codes_field, value_field, value_fields
from truyenthong.views.fields.common import group, many, number, text, texts
from truyenthong.word.fields import TemplateField

_WHOSE = group("Đơn vị đã gửi.", **UNIT)


_CHECKED = group(
    "Kết quả kiểm tra bài nộp, tính đến ngày chốt số liệu.",
    so_loi=number("Số lỗi phải sửa.", "1"),
    so_canh_bao=number("Số chỗ đề nghị xem lại.", "0"),
    ket_luan=text("Kết luận, một câu.", "Không có lỗi; bài nộp được tính."),
    can_lam=text("Việc đơn vị cần làm, một câu.", "Sửa những chỗ nêu trên ở lần gửi bổ sung."),
    dong=many(
        "Từng điều mà đơn vị cần sửa hoặc xem lại, chỗ phải sửa trước.",
        stt=number("Số thứ tự.", "1"),
        muc_do=text("Mức độ: phải sửa, hoặc đề nghị xem lại.", "phải sửa"),
        cho=text("Ở đâu trong bài nộp.", "lần nhận 1, Vụ việc đáng chú ý, dòng 2, Ngày"),
        noi_dung=text("Điều đã tìm thấy.", "ngày 31/4/2021 không có trong lịch"),
        cach_sua=text("Cách sửa.", "tháng 4 có 30 ngày"),
    ),
)


def one_submission(form: Form | None) -> dict[str, TemplateField]:
    """What a paper about one submission may print besides; of a form that is not known, any name."""
    values = {one.code: value_field(one) for one in form.fields} if form is not None else {}
    return {"don_vi": _WHOSE, "bai_nop": _submission(values), "kiem_tra": _CHECKED}


def one_line(entry: ReportEntry | None, form: Form | None) -> dict[str, TemplateField]:
    """What a paper about one line of a table may print besides."""
    table = form.field(entry.table) if form is not None and entry is not None and entry.table else None
    columns = {"ma": codes_field(table), **value_fields(table)} if table is not None else {}
    return {
        **one_submission(form),
        "dong": group("Một dòng của bảng, theo mã cột, ví dụ {{ dong.tieu_de }}.", **columns),
    }


def _submission(values: Mapping[str, TemplateField]) -> TemplateField:
    return group(
        "Bài nộp: như một dòng theo dõi, thêm số liệu của biểu mẫu.",
        **ROW,
        bieu_mau=text("Tên biểu mẫu.", "Báo cáo kết quả thực hiện công tác truyền thông năm học"),
        tep_da_nhan=many(
            "Các tệp đã nhận, theo các lần nhận.",
            lan=number("Lần nhận thứ mấy.", "1"),
            ten=text("Tên tệp.", "bao-cao-45.docx"),
        ),
        so_lieu=group(
            "Số liệu theo mã trường của biểu mẫu, ví dụ {{ bai_nop.so_lieu.tong_da_dang }}.", **values
        ),
        muc=many(
            "Mọi trường của biểu mẫu, trừ bảng, theo thứ tự khai.",
            ma=text("Mã trường.", "tong_da_dang"),
            nhan=text("Nhãn của trường.", "Tổng số tin, bài đã đăng"),
            gia_tri=text("Số liệu đã nhập; để trống khi chưa có.", "12"),
        ),
        bang=many(
            "Các bảng của biểu mẫu.",
            ma=text("Mã bảng.", "theo_chu_de"),
            nhan=text("Tên bảng.", "Kết quả theo nội dung của Kế hoạch"),
            cot=texts("Đầu cột.", "Nội dung"),
            dong=many("Các dòng.", o=texts("Các ô của dòng, theo thứ tự cột.", "12")),
        ),
    )
