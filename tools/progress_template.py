"""The template of the progress of all units; made once by ``tools.make_templates``."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from tools.paper_heads import CAPTION_MARK, addressees, head, signature, title
from tools.template_parts import Column, data_table, line, new_document, tag
from tools.template_tables import BoardLook, board_table, legend_table

MEASURES = (
    Column(head="Nội dung", text="{{ x.ten }}", width=6.7),
    Column(head="Phải nộp", text="{{ x.phai_nop | so }}", width=1.8, align="center"),
    Column(head="Đã nhận", text="{{ x.da_nhan | so }}", width=1.8, align="center"),
    Column(head="Tỷ lệ nhận", text="{{ x.ty_le_nhan | phan_tram }}", width=2.0, align="center"),
    Column(head="Đúng hạn", text="{{ x.dung_han | so }}", width=1.8, align="center"),
    Column(head="Tỷ lệ đúng hạn", text="{{ x.ty_le_dung_han | phan_tram }}", width=2.4, align="center"),
)


def progress() -> DocxDocument:
    """Progress of all units: measures, the board by kind, what is due within 30 days."""
    document = new_document("Báo cáo tiến độ")
    head(document, letter=False)
    title(document)
    addressees(document)
    line(
        document,
        "Thực hiện {{ ke_hoach.vien_dan }}, {{ co_quan.ten }} báo cáo tiến độ thực hiện của các đơn vị, "
        "tính đến {{ tinh_den_chu }}, như sau:",
        "Lời văn",
    )
    line(document, "I. KẾT QUẢ CHUNG", "Mục")
    tag(document, "{% if chua_co_bai_nop %}")
    line(document, "{{ cau_chua_co }}", "Lời văn")
    tag(document, "{% elif so_do.chung.phai_nop %}")
    line(
        document,
        "Đến nay đã nhận {{ so_do.chung.da_nhan | so }}/{{ so_do.chung.phai_nop | so }} văn bản phải nộp "
        "({{ so_do.chung.ty_le_nhan | phan_tram }}), trong đó {{ so_do.chung.dung_han | so }} văn bản đúng "
        "hạn ({{ so_do.chung.ty_le_dung_han | phan_tram }}).",
        "Lời văn",
    )
    tag(document, "{% else %}")
    line(document, "Đến nay chưa có nội dung nào thuộc diện phải nộp có thời hạn.", "Lời văn")
    tag(document, "{% endif %}")
    tag(document, "{% if so_do.bang %}")
    line(document, "Kết quả theo loại đơn vị và theo nhiệm vụ" + CAPTION_MARK, "Tên bảng")
    data_table(document, MEASURES, loop="x in so_do.bang")
    tag(document, "{% endif %}")
    line(document, "II. TÌNH HÌNH CỦA TỪNG ĐƠN VỊ", "Mục")
    board(document)
    line(document, "III. NỘI DUNG ĐẾN HẠN TRONG 30 NGÀY TỚI", "Mục")
    ahead(document)
    tag(document, "{% if don_vi_chua_xac_minh %}")
    line(
        document,
        "Ghi chú: {{ don_vi_chua_xac_minh }} đơn vị nêu trong báo cáo có tên gọi chưa được đối chiếu với "
        "văn bản.",
        "Ghi chú",
    )
    tag(document, "{% endif %}")
    line(
        document,
        "Trên đây là tiến độ thực hiện {{ ke_hoach.ten_goi }} tính đến {{ tinh_den }}./.",
        "Lời kết",
    )
    signature(document)
    return document


NARROW = BoardLook(cell="{{ o.ky_hieu }}", head="Đầu cột kỳ", style="Ô kỳ", width=0.86, name=5.1, most=12)
WIDE = BoardLook(cell="{{ o.chu }}", head="Đầu bảng", style="Ô bảng giữa", width=2.2, name=4.5, most=5)


def board(document: DocxDocument) -> None:
    """The board by kind of unit: wide cells for the duties of the year, narrow ones for periods."""
    tag(document, "{% if cham %}")
    line(
        document,
        "Ngoài cơ quan {{ co_quan.ten }}, có {{ don_vi_cham | length }} đơn vị còn {{ cham | length }} nội "
        "dung quá hạn chưa gửi, bị trả lại hoặc có lỗi.",
        "Lời văn",
    )
    tag(document, "{% else %}")
    line(document, "Ngoài cơ quan {{ co_quan.ten }}, không có đơn vị nào đang quá hạn.", "Lời văn")
    tag(document, "{% endif %}")
    tag(document, "{% if nhom %}")
    line(document, "Màu và ký hiệu trong các bảng" + CAPTION_MARK, "Tên bảng")
    legend_table(document)
    tag(document, "{% else %}")
    line(document, "Chưa có đơn vị nào được giao nhiệm vụ.", "Lời văn")
    tag(document, "{% endif %}")
    tag(document, "{% for n in nhom %}")
    tag(document, "{% for bang in n.bang %}")
    line(document, "{{ n.ten }}: {{ bang.ten }}" + CAPTION_MARK, "Tên bảng")
    tag(document, "{% if bang.hep %}")
    board_table(document, NARROW)
    tag(document, "{% else %}")
    board_table(document, WIDE)
    tag(document, "{% endif %}")
    tag(document, "{% endfor %}")
    tag(document, "{% endfor %}")


def ahead(document: DocxDocument) -> None:
    """What is due within 30 days, a line a duty and day."""
    tag(document, "{% if sap_den_han_nhom %}")
    line(document, "Nội dung đến hạn trong 30 ngày tới" + CAPTION_MARK, "Tên bảng")
    columns = (
        Column(head="STT", text="{{ x.stt }}", width=1.0, align="center"),
        Column(head="Nội dung", text="{{ x.noi_dung }}", width=5.0),
        Column(head="Căn cứ", text="{{ x.dieu_khoan }}", width=1.5, align="center"),
        Column(head="Hạn", text="{{ x.han | ngay }}", width=2.2, align="center"),
        Column(head="Còn (ngày)", text="{{ x.con_ngay }}", width=1.5, align="center"),
        Column(head="Đơn vị chưa gửi", text="{{ x.don_vi }}", width=5.3),
    )
    data_table(document, columns, loop="x in sap_den_han_nhom")
    tag(document, "{% else %}")
    line(document, "Không có nội dung nào đến hạn trong 30 ngày tới.", "Lời văn")
    tag(document, "{% endif %}")
