"""Describes what a report prints of its duty, by the fields of the duty's form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from truyenthong.model.forms import Field as FormField
from truyenthong.model.forms import FieldType, Form
from truyenthong.model.reports import ReportEntry
from truyenthong.views.collected import SUMMED, charted
from truyenthong.views.fields.board import UNIT
from truyenthong.views.fields.common import boolean, chart, day, group, many, number, text, texts
from truyenthong.views.totals import numbers_of
from truyenthong.word.fields import Fields, TemplateField

_SENDER: Fields = {
    "stt": number("Số thứ tự.", "1"),
    **UNIT,
    "noi_dung": text("Tên nhiệm vụ kèm kỳ.", "Báo cáo tình hình dư luận tại địa phương (tháng 11 năm 2020)"),
    "ky": text("Tên kỳ.", "tháng 11 năm 2020"),
    "van_ban": text("Số, ký hiệu, ngày của văn bản được tính.", "45/BC-PGDĐT ngày 27/5/2021"),
    "nhan_luc": text("Thời điểm nhận văn bản ấy.", "28/5/2021 09:15"),
    "han_chu": text("Hạn viết bằng chữ.", "30/5/2021"),
    "trang_thai_chu": text("Trạng thái bằng lời, có số ngày.", "nộp muộn 1 ngày"),
    "ly_do": text("Vì sao chưa được tính; để trống khi được tính.", "bị trả lại: Thiếu số liệu mục II"),
}

_FIGURE: Fields = {
    "ma": text("Mã trường.", "cong_tac_vien"),
    "nhan": text("Nhãn của trường.", "Số cộng tác viên truyền thông"),
    "don_vi_tinh": text("Đơn vị tính.", "người"),
    "tong": number("Tổng của các đơn vị có số liệu; để trống khi không ai có, hoặc không được cộng.", "412"),
    "so_don_vi": number("Số đơn vị có số liệu này.", "24"),
    "don_vi": text("Tên các đơn vị ấy.", "Phòng GD&ĐT Than Uyên, THPT Mường So"),
    "cong_gop": boolean("Sai khi số này không được cộng giữa các đơn vị.", "đúng"),
}

_TOLD: Fields = {
    "ma": text("Mã trường.", "han_che"),
    "nhan": text("Nhãn của trường.", "Hạn chế"),
    "so_don_vi": number("Số đơn vị có ý kiến.", "24"),
    "don_vi": many(
        "Nguyên văn của từng đơn vị.",
        ten=text("Tên đầy đủ.", "Phòng Giáo dục và Đào tạo huyện Than Uyên"),
        ten_tat=text("Tên viết gọn.", "Phòng GD&ĐT Than Uyên"),
        chu=text("Lời của đơn vị.", "Tin, bài chuyên sâu còn ít."),
    ),
    "y": many(
        "Từng câu, câu nhiều đơn vị cùng nêu đứng trước.",
        chu=text("Câu ấy, bỏ dấu chấm cuối câu.", "Tin, bài chuyên sâu còn ít"),
        so_don_vi=number("Số đơn vị nêu.", "6"),
        don_vi=text("Tên các đơn vị nêu.", "Phòng GD&ĐT Than Uyên, THPT Mường So"),
    ),
}

_LIST = texts("Các dòng của bảng, của mọi đơn vị, xếp theo thu_tu.", "Lớp học trên lưng núi")

_CHOICE: Fields = {
    "ma": text("Mã lựa chọn.", "ii-2-d"),
    "nhan": text("Chữ của lựa chọn.", "Tổ chức Kỳ thi tốt nghiệp THPT năm 2021"),
    "nhan_gon": text("Chữ viết gọn: điều khoản của chủ đề, tên tắt của đơn vị.", "II.2.d"),
}

SENDERS: Fields = {
    "da_bao_cao": many("Các đơn vị đã có báo cáo hợp lệ, gồm cả không phát sinh.", **_SENDER),
    "co_so_lieu": many("Trong số ấy, các đơn vị có số liệu được tổng hợp.", **_SENDER),
    "khong_so_lieu": many("Trong số ấy, các đơn vị chỉ có văn bản, chưa nhập số liệu.", **_SENDER),
    "khong_phat_sinh": many("Trong số ấy, các đơn vị báo cáo không phát sinh.", **_SENDER),
    "chua_tinh": many("Các đơn vị đã gửi nhưng bị trả lại hoặc có lỗi, chưa được tính.", **_SENDER),
    "chua_gui": many("Các đơn vị chưa gửi gì.", **_SENDER),
    "thu_tu": texts("Các bước của quy tắc xếp danh sách.", "Tập thể trước, cá nhân sau"),
}
"""The lists that hold something in a report with ``nhiem_vu``."""


def collected_fields(entry: ReportEntry | None, form: Form | None) -> Fields:
    """The names besides those of every report about all units; of a form that is not known, none below."""
    table = form.field(entry.table) if form is not None and entry is not None and entry.table else None
    lines = line_fields(table) if table is not None else {}
    return {
        **SENDERS,
        "tong_hop": _whole(form),
        "danh_sach": replace(_LIST, children=lines),
        "danh_sach_gop": many(
            "Như trên, những dòng nêu cùng một điều gộp làm một, kèm các đơn vị nêu.",
            **lines,
            dong=replace(texts("Từng dòng đã gộp.", "Lớp học trên lưng núi"), children=lines),
            so_dong=number("Số dòng đã gộp.", "3"),
            so_don_vi=number("Số đơn vị nêu.", "3"),
            don_vi=text("Tên các đơn vị nêu.", "Phòng GD&ĐT Than Uyên, THPT Mường So"),
        ),
    }


def chart_fields(form: Form | None) -> dict[str, TemplateField]:
    """The charts that a form gives, by their names."""
    return {
        f"theo_{column.code}": chart(f"{table.label}, theo {column.label.lower()}: mỗi cột số một dãy.")
        for table, column in charted(form)
    }


def _whole(form: Form | None) -> TemplateField:
    fields = form.fields if form is not None else ()
    tables = [one for one in fields if one.type is FieldType.TABLE]
    return group(
        "Số liệu của mọi đơn vị gộp lại; đơn vị chưa báo cáo không bao giờ được tính là 0.",
        bat_buoc=boolean("Sai khi nhiệm vụ là «nếu có».", "đúng"),
        so_don_vi=number("Số đơn vị thuộc diện gửi.", "30"),
        ten_co_so_lieu=text("Tên các đơn vị có số liệu.", "Phòng GD&ĐT Than Uyên, THPT Mường So"),
        ten_khong_phat_sinh=text("Tên các đơn vị báo cáo không phát sinh.", "THPT Mường So"),
        ten_khong_so_lieu=text("Tên các đơn vị chỉ có văn bản.", "THPT Mường So"),
        ten_chua_tinh=text("Tên các đơn vị bị trả lại hoặc có lỗi.", "THPT Mường So"),
        ten_chua_gui=text("Tên các đơn vị chưa gửi.", "THPT Mường So"),
        bieu_mau=text("Tên biểu mẫu.", "Báo cáo kết quả thực hiện công tác truyền thông năm học"),
        so_lieu=_by_code("Số theo mã trường.", [one for one in fields if one.type in SUMMED], _FIGURE),
        loi_van=_by_code(
            "Lời văn theo mã trường.", [one for one in fields if one.type is FieldType.TEXT], _TOLD
        ),
        bang=group("Bảng theo mã bảng.", **{one.code: _table(one) for one in tables}),
    )


def _by_code(sentence: str, fields: list[FormField], children: Mapping[str, TemplateField]) -> TemplateField:
    return group(sentence, **{one.code: group(f"{one.label}.", **children) for one in fields})


def _table(table: FormField) -> TemplateField:
    choosing = [one for one in table.columns if one.type is FieldType.CHOICE]
    numbers = numbers_of(table)
    return group(
        f"{table.label}.",
        ma=text("Mã bảng.", table.code),
        nhan=text("Tên bảng.", table.label),
        so_dong=number("Số dòng của mọi đơn vị.", "48"),
        so_don_vi=number("Số đơn vị có dòng trong bảng.", "24"),
        dong=many("Các dòng của mọi đơn vị.", **line_fields(table)),
        tong=_sums("Tổng các cột số; để trống khi không được cộng giữa các dòng.", table),
        theo=group(
            "Các dòng gộp theo từng cột chọn.",
            **{
                one.code: many(
                    f"Gộp theo {one.label.lower()}.",
                    stt=number("Số thứ tự.", "1"),
                    **_CHOICE,
                    so_dong=number("Số dòng.", "12"),
                    so_don_vi=number("Số đơn vị.", "9"),
                    don_vi=text("Tên các đơn vị.", "Phòng GD&ĐT Than Uyên, THPT Mường So"),
                    tong=_sums("Tổng các cột số.", table),
                    dong=many("Các dòng.", **line_fields(table)),
                )
                for one in choosing
            },
        ),
        doi_chieu=group(
            "Bảng đối chiếu: mỗi đơn vị một dòng, mỗi lựa chọn một cột.",
            **{one.code: _cross(table) for one in choosing if numbers},
        ),
    )


def _cross(table: FormField) -> TemplateField:
    cells = {
        "o": many("Mỗi lựa chọn một ô; số để trống là đơn vị không ghi.", **_numbers(table)),
        "tong": _sums("Tổng của dòng; để trống khi không được cộng.", table),
    }
    return group(
        "Bảng đối chiếu số liệu của từng đơn vị.",
        cot=many("Các cột.", **_CHOICE),
        don_vi=many(
            "Các đơn vị có số liệu.",
            stt=number("Số thứ tự.", "1"),
            ten=text("Tên đầy đủ.", "Phòng Giáo dục và Đào tạo huyện Than Uyên"),
            ten_tat=text("Tên viết gọn.", "Phòng GD&ĐT Than Uyên"),
            **cells,
        ),
        cong=group("Dòng cộng.", **cells),
    )


def _sums(sentence: str, table: FormField) -> TemplateField:
    return group(sentence, **_numbers(table))


def _numbers(table: FormField) -> dict[str, TemplateField]:
    return {one.code: number(f"{one.label}.", "12") for one in numbers_of(table)}


def line_fields(table: FormField) -> dict[str, TemplateField]:
    """One line of a table of several units."""
    return {
        "stt": number("Số thứ tự.", "1"),
        "cua": text("Tên đầy đủ của đơn vị đã gửi.", "Phòng Giáo dục và Đào tạo huyện Than Uyên"),
        "cua_tat": text("Tên viết gọn của đơn vị đã gửi.", "Phòng GD&ĐT Than Uyên"),
        "cua_van_ban": text("Văn bản của đơn vị.", "45/BC-PGDĐT ngày 27/5/2021"),
        "ma": codes_field(table),
        **value_fields(table),
    }


def codes_field(table: FormField) -> TemplateField:
    """The codes of a line's choices."""
    choosing = [one for one in table.columns if one.type is FieldType.CHOICE]
    codes = {one.code: text(f"Mã của {one.label.lower()}.", "khac") for one in choosing}
    return group("Mã của các cột chọn.", **codes)


def value_fields(table: FormField) -> dict[str, TemplateField]:
    """The columns of a table."""
    return {one.code: value_field(one) for one in table.columns}


def value_field(field: FormField) -> TemplateField:
    """What a template gets of one value of a form."""
    sentence = f"{field.label}."
    match field.type:
        case FieldType.INTEGER | FieldType.NUMBER:
            return number(sentence, "12")
        case FieldType.DATE:
            return day(sentence, "28/5/2021")
        case FieldType.BOOLEAN:
            return boolean(sentence, "đúng")
        case FieldType.TABLE:
            return many(sentence, **{one.code: value_field(one) for one in field.columns})
        case FieldType.MOMENT:
            return text(sentence, "28/5/2021 09:15")
        case FieldType.TEXT | FieldType.CHOICE:
            return text(sentence, "…")
        case _ as never:
            assert_never(never)
