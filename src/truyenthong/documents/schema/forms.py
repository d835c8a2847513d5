"""The part of a plan's schema that declares forms, and the values that a declared form takes."""

from __future__ import annotations

from truyenthong.documents.schema.words import Schema, group, many, one_of, required_scalar, scalar, truth
from truyenthong.model.forms import Choice, ChoiceSource, Field, FieldType, Form


def form_schema() -> Schema:
    """The declaration of a form."""
    check = group(
        "Một phép kiểm tra giữa các trường.",
        {
            "bieu_thuc": required_scalar("Điều kiện phải đúng.", "da_xu_ly <= tiep_nhan"),
            "cau": required_scalar("Câu báo khi điều kiện không đúng."),
        },
        "bieu_thuc",
        "cau",
    )
    return group(
        "Một biểu mẫu.",
        {
            "ma": required_scalar("Mã biểu mẫu.", "ket-qua-nam"),
            "ten": required_scalar("Tên biểu mẫu."),
            "phien_ban": scalar("Số phiên bản.", "1"),
            "truong": many("Các trường, theo thứ tự in.", _field(_column())),
            "kiem_tra": many("Các phép kiểm tra giữa các trường.", check),
        },
        "ma",
        "ten",
        "truong",
    )


def _column() -> Schema:
    return _field(None)


def _field(column: Schema | None) -> Schema:
    choice = group(
        "Một lựa chọn.",
        {"ma": required_scalar("Mã được lưu."), "nhan": required_scalar("Chữ mà người đọc thấy.")},
        "ma",
        "nhan",
    )
    properties: dict[str, Schema] = {
        "ma": required_scalar("Mã trường: chữ thường không dấu, nối bằng gạch dưới.", "tiep_nhan"),
        "nhan": required_scalar("Nhãn mà người điền thấy.", "Số vụ việc tiếp nhận"),
        "kieu": one_of("Kiểu của trường.", FieldType),
        "bat_buoc": truth("có: không được để trống."),
        "nho_nhat": scalar("Số nhỏ nhất."),
        "lon_nhat": scalar("Số lớn nhất."),
        "som_nhat": scalar("Ngày sớm nhất."),
        "muon_nhat": scalar("Ngày muộn nhất."),
        "dai_nhat": scalar("Số ký tự nhiều nhất."),
        "it_nhat": scalar("Số dòng ít nhất của bảng."),
        "nhieu_nhat": scalar("Số dòng nhiều nhất của bảng."),
        "chon_tu": {
            "description": "Các lựa chọn, hoặc chu-de, don-vi.",
            "anyOf": [
                one_of("Danh sách có sẵn.", ChoiceSource),
                many("Các lựa chọn.", {"anyOf": [{"type": ["string", "number", "boolean"]}, choice]}),
            ],
        },
        "huong_dan": scalar("Câu hướng dẫn người điền."),
        "don_vi_tinh": scalar("Đơn vị tính.", "tin, bài"),
        "la_lien_ket": truth("có: chữ là một địa chỉ web; sai cách viết hay ghi trùng thì được nhắc."),
        "cong_gop": truth("không: một việc có thể được đếm nhiều lần, nên báo cáo không cộng số này lại."),
    }
    if column is not None:
        properties["cot"] = many("Các cột của bảng.", column)
    return group("Một trường.", properties, "ma", "nhan", "kieu")


def content_schema(form: Form) -> Schema:
    """``noi_dung`` of a form: its fields by their codes."""
    required = [field.code for field in form.fields if field.required]
    fields = {field.code: _value(field) for field in form.fields}
    return group(f"Số liệu theo biểu mẫu «{form.name}».", fields, *required)


def _value(field: Field) -> Schema:
    if field.type is FieldType.TABLE:
        columns = {column.code: _value(column) for column in field.columns}
        required = [column.code for column in field.columns if column.required]
        return many(_told(field), group("Một dòng.", columns, *required))
    if field.type is FieldType.BOOLEAN:
        return truth(_told(field))
    if field.type is FieldType.CHOICE and not isinstance(field.choices, ChoiceSource):
        return one_of(_told(field), _words(field.choices))
    return scalar(_told(field))


def _words(choices: tuple[Choice, ...]) -> list[str]:
    return list(dict.fromkeys(word for choice in choices for word in (choice.code, choice.label)))


def _told(field: Field) -> str:
    measure = f" ({field.measure})" if field.measure is not None else ""
    guidance = f" {field.guidance}" if field.guidance is not None else ""
    return f"{field.label}{measure}.{guidance}"
