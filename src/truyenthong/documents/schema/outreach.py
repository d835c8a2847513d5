"""The schema of ``outreach.yaml``."""

from __future__ import annotations

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
from truyenthong.model.outreach import Security


def outreach_schema() -> Schema:
    """The schema of ``outreach.yaml``."""
    return document(
        "Thư gửi và nhận",
        "Máy chủ thư, mốc nhắc hạn và người nhận; không bao giờ ghi mật khẩu vào đây.",
        {
            "thu_di": _outgoing(),
            "thu_den": _incoming(),
            "nhac_han": _reminding(),
            "nguoi_phu_trach": many("Người nhận bản sao của các mốc có dong_gui.", _addressee(code=True)),
            "nguoi_nhan_tom_tat": many("Người nhận tóm tắt hằng tuần.", _addressee()),
            "zalo": many("Các nhóm Zalo để dán lời nhắc.", _group()),
        },
    )


def _server(port: str) -> dict[str, Schema]:
    return {
        "may_chu": required_scalar("Tên máy chủ thư.", "mail.example.gov.vn"),
        "cong": scalar("Cổng.", port),
        "bao_mat": one_of("Mã hóa kết nối; «khong» chỉ dùng với máy chủ trên chính máy này.", Security),
        "chung_thu": scalar("Tệp chứng thư CA riêng của cơ quan; để trống là dùng của hệ thống."),
        "tai_khoan": scalar("Tài khoản đăng nhập.", "vp.sogddt@example.gov.vn"),
        "mat_khau": group(
            "Nơi giữ mật khẩu, đúng một trong ba; không ghi chính mật khẩu.",
            {
                "bien": scalar("Tên biến môi trường.", "TRUYENTHONG_SMTP_MAT_KHAU"),
                "tep": scalar("Tệp chỉ mình người dùng đọc được (0600).", "~/.config/truyenthong/smtp"),
                "kho_khoa": scalar("Tên mục trong kho khóa của hệ thống.", "truyenthong-smtp"),
            },
        ),
    }


def _outgoing() -> Schema:
    limits = {
        "moi_phut": scalar("Nhiều nhất bao nhiêu thư một phút.", "20"),
        "moi_lan": scalar("Nhiều nhất bao nhiêu thư một lần chạy.", "100"),
        "kb": scalar("Thư lớn nhất, tính bằng kB.", "8192"),
    }
    return group(
        "Máy chủ gửi thư.",
        {
            **_server("587"),
            "nguoi_gui": _addressee(),
            "tra_loi_ve": scalar("Địa chỉ nhận thư trả lời."),
            "ban_sao": scalar("Địa chỉ nhận bản sao ẩn của mọi thư: bằng chứng thư đã đi."),
            "ten_mien_duoc_gui": texts("Chỉ gửi tới các tên miền này và tên miền con; bỏ trống là mọi nơi."),
            "toi_da": group("Các giới hạn.", limits),
        },
        "may_chu",
        "nguoi_gui",
    )


def _incoming() -> Schema:
    return group(
        "Hộp thư nhận, chỉ đọc.",
        {
            **_server("993"),
            "hop": texts("Các thư mục cần đọc; mặc định INBOX."),
            "tu_ngay": scalar("Bỏ qua thư trước ngày này.", "01/9/2020"),
            "xac_thuc_do": scalar("Tên máy chủ ghi ở Authentication-Results đáng tin.", "mx.example.gov.vn"),
            "giu_ngay": scalar("Giữ thư chờ đã xử lý bao nhiêu ngày; mặc định 90.", "90"),
        },
        "may_chu",
    )


def _reminding() -> Schema:
    hours = {"tu": required_scalar("Giờ đầu.", "07:30"), "den": required_scalar("Giờ cuối.", "17:00")}
    mark = group(
        "Một mốc: đúng một trong hai, truoc hoặc sau.",
        {
            "ma": required_scalar("Mã của mốc.", "truoc-7"),
            "truoc": scalar("Trước ngày hết hạn bao nhiêu ngày.", "7"),
            "sau": scalar("Sau ngày hết hạn bao nhiêu ngày.", "1"),
            "het_han_sau": scalar("Mốc sau hạn còn hiệu lực mấy ngày, tính cả ngày đầu; mặc định 14.", "5"),
            "kem_bieu": truth("có: gửi kèm biểu trống và lịch nộp (.ics) của đơn vị."),
            "dong_gui": texts("Mã những người phụ trách nhận bản sao."),
        },
        "ma",
    )
    return group(
        "Nhắc ai, khi nào.",
        {
            "ngay_gui": one_of("Chỉ ngày làm việc, hay mọi ngày.", ("lam-viec", "moi-ngay")),
            "gio_gui": group("Chỉ gửi trong khoảng giờ này.", hours, "tu", "den"),
            "moc": many("Các mốc nhắc.", mark),
            "tru": group(
                "Không nhắc.",
                {"nhiem_vu": texts("Mã các nhiệm vụ."), "don_vi": texts("Mã các đơn vị.")},
            ),
            "them": group(
                "Đơn vị trong cơ quan mà vẫn nhắc.", {"don_vi": texts("Mã các đơn vị trong cơ quan.")}
            ),
        },
    )


def _addressee(*, code: bool = False) -> Schema:
    first = {"ma": required_scalar("Mã để mốc gọi tới.", "phu-trach")} if code else {}
    rest = {
        "ten": required_scalar("Tên người hoặc nơi nhận.", "Chánh Văn phòng"),
        "dia_chi": required_scalar("Một địa chỉ thư.", "cvp@example.gov.vn"),
    }
    return group("Tên và địa chỉ thư.", {**first, **rest}, *first, *rest)


def _group() -> Schema:
    return group(
        "Một nhóm.",
        {
            "ten": required_scalar("Tên nhóm.", "Nhóm phòng GD&ĐT"),
            "loai": texts("Mã các loại đơn vị trong nhóm."),
            "don_vi": texts("Mã các đơn vị trong nhóm."),
        },
        "ten",
    )
