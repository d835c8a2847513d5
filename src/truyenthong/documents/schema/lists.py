"""Schemas of ``units.yaml`` and ``calendar.yaml``."""

from __future__ import annotations

from truyenthong.documents.schema.words import (
    Schema,
    document,
    group,
    many,
    required_scalar,
    scalar,
    texts,
    truth,
)

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
            "thu_dien_tu": scalar("Địa chỉ thư điện tử."),
            "hieu_luc": many("Thời gian hoạt động; bỏ trống là luôn hoạt động.", span),
            "ke_thua": texts("Mã các đơn vị kế thừa, chỉ để gợi ý."),
            "nguon": scalar("Tên này lấy từ đâu."),
            "da_xac_minh": truth("có: văn phòng đã đối chiếu tên."),
            "ghi_chu": scalar("Ghi chú."),
        },
        "ma",
        "ten",
        "loai",
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
