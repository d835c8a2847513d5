"""The tree of everything that a template of a scope may print: what ``template fields`` shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from truyenthong.model.forms import Form
from truyenthong.model.plan import Plan
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.views.fields.board import BOARD_CHARTS, ONE_UNIT, ROW, SECTOR, UNIT
from truyenthong.views.fields.collected import (
    chart_fields,
    codes_field,
    collected_fields,
    value_field,
    value_fields,
)
from truyenthong.views.fields.common import COMMON, PLAN, group, many, number, text, texts
from truyenthong.views.fields.registers import COVERAGE, REGISTERS, one_entry, registers_field
from truyenthong.word.fields import TemplateField


def view_fields(
    scope: ReportScope, *, entry: ReportEntry | None = None, plan: Plan | None = None
) -> dict[str, TemplateField]:
    """The fields of the views of ``scope``, nested, each with a sentence and an example.

    With ``entry`` and its ``plan`` also the fields of the form that the report is about; without them
    nothing is known of the names below ``so_lieu``, ``bang`` and their like.
    """
    form = _form(entry, plan)
    match scope:
        case ReportScope.SECTOR:
            return {
                **COMMON,
                **PLAN,
                **SECTOR,
                **collected_fields(entry, form),
                **COVERAGE,
                **REGISTERS,
                "so_theo_doi": registers_field(plan),
                "bieu_do": group("Số liệu cho biểu đồ của Word.", **(BOARD_CHARTS | chart_fields(form))),
            }
        case ReportScope.UNIT:
            return {**COMMON, **PLAN, **ONE_UNIT}
        case ReportScope.SUBMISSION:
            return {**COMMON, **PLAN, **one_submission(form)}
        case ReportScope.ROW:
            return {**COMMON, **PLAN, **one_line(entry, form)}
        case ReportScope.ENTRY:
            return {**COMMON, **PLAN, **one_entry(entry, plan)}
        case _ as never:
            assert_never(never)


def _form(entry: ReportEntry | None, plan: Plan | None) -> Form | None:
    if entry is None or plan is None:
        return None
    duty = plan.obligations_by_code.get(entry.obligation or "")
    return plan.form_of(duty) if duty is not None else None


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
