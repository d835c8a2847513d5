"""What every paper of the agency has around its content: head, title, addressees, signature."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from tools.template_parts import add_row, fill, frame, line, tag, whole_rows

CAPTION_MARK = "{% if mau %} (DỮ LIỆU MẪU){% endif %}"
"""Ends the name of every table of sample data."""


def head(document: DocxDocument, *, letter: bool) -> None:
    """Quốc hiệu, Tiêu ngữ, the agency, number, place and date; for a letter its summary too (ô 1–4, 5b)."""
    table = frame(document, (6.5, 10.0))
    add_row(table)
    left, right = table.rows[0].cells
    fill(
        left,
        ("{{ co_quan.chu_quan_in_hoa }}", "Cơ quan chủ quản"),
        ("{{ co_quan.ten_in_hoa }}", "Cơ quan ban hành"),
        ("", "Kẻ dưới tên cơ quan"),
    )
    fill(
        right,
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu"),
        ("Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ"),
        ("", "Kẻ dưới Tiêu ngữ"),
    )
    number, dated = table.rows[1].cells
    fill(number, ("Số: {{ van_ban.so_ky_hieu }}", "Số, ký hiệu"))
    if letter:
        line(number, "V/v {{ van_ban.trich_yeu }}", "Trích yếu công văn")
    fill(dated, ("{{ van_ban.ngay_thang }}", "Địa danh, ngày tháng"))


def title(document: DocxDocument) -> None:
    """Type and summary with the line below (ô 5a)."""
    line(document, "{{ van_ban.loai_in_hoa }}", "Tên loại")
    line(document, "{{ van_ban.trich_yeu }}", "Trích yếu")
    line(document, "", "Kẻ dưới trích yếu")


def addressees(document: DocxDocument) -> None:
    """Kính gửi: one on its line, several below (ô 9a)."""
    tag(document, "{% if kinh_gui.mot %}")
    line(document, "Kính gửi: {{ kinh_gui.mot }}", "Kính gửi")
    tag(document, "{% elif kinh_gui.co %}")
    line(document, "Kính gửi:", "Kính gửi nhiều nơi")
    tag(document, "{% for noi in kinh_gui.dong %}")
    line(document, "{{ noi }}", "Nơi được gửi")
    tag(document, "{% endfor %}")
    tag(document, "{% endif %}")


def signature(document: DocxDocument) -> None:
    """Nơi nhận on the left, the signer on the right (ô 7, 9b); never broken over two pages."""
    line(document, "", "Khoảng cách")
    table = frame(document, (7.5, 9.0))
    left, right = table.rows[0].cells
    fill(
        left,
        ("Nơi nhận:", "Nơi nhận"),
        ("{% for noi in noi_nhan %}", "Thẻ"),
        ("{{ noi }}", "Danh sách nơi nhận"),
        ("{% endfor %}", "Thẻ"),
    )
    fill(
        right,
        ("{% for dong in nguoi_ky.dong %}", "Thẻ"),
        ("{{ dong }}", "Chức vụ người ký"),
        ("{% endfor %}", "Thẻ"),
        ("{{ nguoi_ky.ho_ten }}", "Họ tên người ký"),
    )
    whole_rows(table)
