"""The part of a plan's schema that declares registers, and the schema of a register's file."""

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
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Register


def registers_schema() -> Schema:
    """``so_theo_doi`` of a plan."""
    first = {
        "so": required_scalar("Mã sổ phải có mục trước.", "tham-dinh"),
        "truong": required_scalar("Trường ở sổ này ghi khóa của mục ở sổ kia.", "so_phieu"),
        "truoc": required_scalar("Trường ngày ở sổ này; để trống thì chưa cần gì.", "ngay_dang"),
        "ngay": required_scalar("Trường ngày ở sổ kia.", "ngay_tham_dinh"),
        "khi": scalar("Chỉ khi điều kiện này đúng ở sổ này.", 'kenh == "website-nganh"'),
        "dat": scalar("Điều kiện phải đúng ở mục của sổ kia.", 'ket_luan != "khong-dang"'),
        "cau": required_scalar("Câu báo khi không đúng."),
    }
    compared = {
        "nhiem_vu": required_scalar("Nhiệm vụ có số liệu được đối chiếu.", "bao-cao-nam"),
        "truong": scalar("Trường số của biểu mẫu.", "cong_tac_vien"),
        "bang": scalar("Bảng của biểu mẫu.", "tin_bai"),
        "cot": scalar("Cột số của bảng.", "da_dang"),
        "theo": scalar("Cột chọn của bảng, cùng mã với trường của sổ.", "kenh"),
        "mot_lan": scalar("Các mục cùng giá trị ở trường này chỉ đếm một lần.", "tieu_de"),
        "khi": scalar("Chỉ đếm các mục có điều kiện này đúng."),
    }
    needed = ("so", "truong", "truoc", "ngay", "cau")
    keys = {
        "phai_co_truoc": many("Mục phải có trước ở sổ khác.", group("Một quy tắc.", first, *needed)),
        "doi_chieu": many("Số liệu bài nộp đặt cạnh sổ.", group("Một phép đối chiếu.", compared, "nhiem_vu")),
    }
    declared = group("Một sổ theo dõi.", {**_words(), **keys}, "ma", "ten", "bieu_mau", "khoa")
    return many("Các sổ theo dõi; mỗi mục của sổ là một lần điền biểu mẫu.", declared)


def _words() -> dict[str, Schema]:
    return {
        "ma": required_scalar("Mã sổ, cũng là tên tệp ở data/registers.", "tin-bai"),
        "ten": required_scalar("Tên sổ.", "Tin, bài của các đơn vị"),
        "dieu_khoan": scalar("Điều khoản của kế hoạch.", "III.4"),
        "bieu_mau": required_scalar("Mã biểu mẫu của mỗi mục.", "tin-bai"),
        "khoa": required_scalar("Trường gọi tên một mục, không hai mục nào trùng.", "so_hieu"),
        "tieu_de": scalar("Trường cho người đọc biết mục nào.", "tieu_de"),
        "don_vi": scalar("Trường chọn đơn vị.", "don_vi"),
        "ngay": scalar("Trường ngày của mục.", "ngay_dang"),
        "chu_de": scalar("Trường chọn chủ đề.", "chu_de"),
        "do_phu": truth("có: mục đã có ngày được tính vào độ phủ."),
        "con_mo": scalar("Điều kiện để mục còn chờ giải quyết.", 'tinh_trang != "da-xong"'),
        "ghi_chu": scalar("Ghi chú."),
    }


def hour_limits_schema() -> Schema:
    """``thoi_han_gio`` of the policies."""
    limit = {
        "ten": required_scalar("Việc phải làm trong thời hạn.", "Trả lời ban đầu"),
        "so": required_scalar("Mã sổ.", "vu-viec"),
        "tu": required_scalar("Trường ngay-gio bắt đầu tính.", "biet_luc"),
        "den": required_scalar("Trường ngay-gio đã làm.", "tra_loi_luc"),
        "khi": scalar("Chỉ các mục có điều kiện này đúng.", "can_tra_loi"),
        "gio": required_scalar("Số giờ.", "24"),
        "can_cu": required_scalar("Văn bản đặt ra thời hạn."),
        "da_doi_chieu": truth("có: đã đối chiếu với văn bản ấy; không thì là quy ước của văn phòng."),
    }
    needed = tuple(key for key in limit if key not in {"khi", "da_doi_chieu"})
    return many("Các thời hạn tính bằng giờ.", group("Một thời hạn.", limit, *needed))


def register_schema(plan: Plan | None) -> Schema:
    """The schema of a register's file; its entries follow the form of the register in ``so``."""
    named = required_scalar("Mã sổ, giống tên tệp.", "tin-bai")
    if plan is not None:
        named = one_of("Mã sổ, giống tên tệp.", tuple(plan.registers_by_code))
    schema = document(
        "Sổ theo dõi",
        "Các mục của một sổ khai ở so_theo_doi của kế hoạch.",
        {
            "so": named,
            "muc": many("Các mục, mỗi mục một lần điền biểu mẫu.", {"type": ["object", "null"]}),
            "da_nhan": many("Tệp đã nhận vào sổ; do «truyenthong intake» ghi.", _delivery()),
        },
        "so",
    )
    forms = [_by_register(plan, one) for one in plan.registers] if plan is not None else []
    found = [one for one in forms if one is not None]
    return {**schema, "allOf": found} if found else schema


def _delivery() -> Schema:
    keys = {
        "tep": required_scalar("Tên tệp gốc.", "phieu-tin-bai.docx"),
        "sha256": required_scalar("Mã SHA-256 của tệp gốc."),
        "luc": required_scalar("Lúc nhận.", "28/5/2021 09:12"),
        "muc": many("Khóa của các mục trong tệp.", scalar("Khóa của một mục.", "TB-001")),
    }
    return group("Một tệp đã nhận.", keys, "tep", "sha256", "luc")


def _by_register(plan: Plan, register: Register) -> Schema | None:
    form = plan.forms_by_code.get(register.form)
    if form is None:
        return None
    return {
        "if": {"properties": {"so": {"const": register.code}}, "required": ["so"]},
        "then": {"properties": {"muc": {"items": content_schema(form)}}},
    }
