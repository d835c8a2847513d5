"""The annexes of the year's report: whose figures they are, tables by unit, long lists."""

from __future__ import annotations

from dataclasses import replace

from docx.document import Document as DocxDocument
from tools.paper_heads import CAPTION_MARK
from tools.template_parts import Column, data_table, line, new_part, tag
from tools.template_tables import MatrixLook, matrix_table

TOPICS = "tong_hop.bang.theo_chu_de"
CHANNELS = "tong_hop.bang.tin_bai"

SENDER = (
    Column(head="STT", text="{{ x.stt }}", width=1.0, align="center"),
    Column(head="Đơn vị", text="{{ x.ten }}", width=5.9),
    Column(head="Văn bản nguồn", text="{{ x.van_ban }}", width=3.6),
    Column(head="Ngày nhận", text="{{ x.nhan_luc }}", width=2.6, align="center"),
    Column(head="Tình trạng", text="{{ x.trang_thai_chu }}", width=3.4),
)

TOPIC_LOOK = MatrixLook(
    data=f"{TOPICS}.doi_chieu.chu_de",
    cell="so_tin_bai",
    head="{{ c.nhan_gon }}",
    width=1.0,
    name=4.3,
    total=1.3,
)
CHANNEL_LOOK = MatrixLook(
    data=f"{CHANNELS}.doi_chieu.kenh", cell="da_dang", head="{{ c.nhan }}", width=1.9, name=4.1
)


def annex_head(document: DocxDocument, number: str, name: str) -> None:
    """Name, title and what the annex comes with (NĐ 30 PL I.III.1); a section of its own."""
    new_part(document)
    line(document, f"Phụ lục {number}", "Phụ lục số")
    line(document, name, "Tên phụ lục")
    line(document, "{{ van_ban.kem_theo }}", "Kèm theo")
    line(document, "", "Kẻ dưới trích yếu")


def year_annexes(document: DocxDocument) -> None:
    """Where each figure comes from, and the lists that are too long for the body."""
    annex_head(document, "I", "TÌNH HÌNH GỬI BÁO CÁO VÀ NGUỒN SỐ LIỆU")
    sources(document)
    annex_head(document, "II", "SỐ TIN, BÀI THEO NỘI DUNG CỦA TỪNG ĐƠN VỊ")
    matrix_table(document, TOPIC_LOOK)
    line(document, "Ô trống: đơn vị không ghi số liệu của nội dung ấy.", "Ghi chú")
    annex_head(document, "III", "SỐ TIN, BÀI ĐÃ ĐĂNG, PHÁT THEO KÊNH CỦA TỪNG ĐƠN VỊ")
    matrix_table(document, CHANNEL_LOOK)
    line(
        document,
        "Ô trống: đơn vị không ghi số liệu của kênh ấy. Các kênh không được cộng với nhau.",
        "Ghi chú",
    )
    tag(document, "{% if tong_hop.bang.vu_viec.so_dong %}")
    annex_head(document, "IV", "VỤ VIỆC BÁO CHÍ, DƯ LUẬN NÊU VÀ KẾT QUẢ XỬ LÝ")
    matters(document)
    tag(document, "{% endif %}")
    tag(document, "{% if tong_hop.bang.dien_hinh.so_dong %}")
    number = "{{ (5 if tong_hop.bang.vu_viec.so_dong else 4) | la_ma }}"
    annex_head(document, number, "TẬP THỂ, CÁ NHÂN ĐIỂN HÌNH ĐƯỢC GIỚI THIỆU")
    models(document)
    tag(document, "{% endif %}")


def sources(document: DocxDocument) -> None:
    """Whose submission counts, which do not count yet, who sent nothing."""
    line(document, "Báo cáo được tổng hợp số liệu" + CAPTION_MARK, "Tên bảng")
    data_table(document, SENDER, loop="x in co_so_lieu")
    uncounted = Column(head="Vì sao chưa được tính", text="{{ x.ly_do }}", width=3.4)
    nobody = replace(SENDER[1], width=9.5)
    due = Column(head="Hạn gửi", text="{{ x.han_chu }}", width=2.6, align="center")
    for name, loop, columns in (
        ("Báo cáo chỉ có văn bản, chưa có số liệu", "khong_so_lieu", SENDER),
        ("Báo cáo đã gửi nhưng chưa được tính", "chua_tinh", (*SENDER[:-1], uncounted)),
        ("Đơn vị chưa gửi báo cáo", "chua_gui", (SENDER[0], nobody, due, SENDER[-1])),
    ):
        tag(document, f"{{% if {loop} %}}")
        line(document, name + CAPTION_MARK, "Tên bảng")
        data_table(document, columns, loop=f"x in {loop}")
        tag(document, "{% endif %}")


def matters(document: DocxDocument) -> None:
    """What press and public raised, and what came of it."""
    columns = (
        Column(head="STT", text="{{ x.stt }}", width=1.0, align="center"),
        Column(head="Đơn vị", text="{{ x.cua_tat }}", width=2.8),
        Column(head="Ngày", text="{{ x.ngay | ngay }}", width=2.3, align="center"),
        Column(head="Nội dung", text="{{ x.noi_dung }}", width=3.8),
        Column(head="Nơi nêu", text="{{ x.nguon }}", width=2.3),
        Column(head="Kết quả xử lý", text="{{ x.xu_ly }}", width=4.3),
    )
    caption = "Vụ việc và kết quả xử lý" + CAPTION_MARK
    data_table(document, columns, loop="x in tong_hop.bang.vu_viec.dong", caption=caption)


def models(document: DocxDocument) -> None:
    """Who was shown as an example, and for what."""
    columns = (
        Column(head="STT", text="{{ x.stt }}", width=1.0, align="center"),
        Column(head="Đơn vị", text="{{ x.cua_tat }}", width=3.2),
        Column(head="Tập thể hoặc cá nhân", text="{{ x.ten }}", width=3.6),
        Column(head="Việc làm tiêu biểu", text="{{ x.viec_lam }}", width=5.7),
        Column(head="Nơi đăng", text="{{ x.noi_dang }}", width=3.0),
    )
    caption = "Tập thể, cá nhân điển hình" + CAPTION_MARK
    data_table(document, columns, loop="x in tong_hop.bang.dien_hinh.dong", caption=caption)
