"""The templates that print registers; made once by ``tools.make_templates``."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from tools.paper_heads import CAPTION_MARK, head, signature, title
from tools.template_parts import Column, data_table, line, new_document, tag
from tools.template_tables import MatrixLook, matrix_table
from tools.template_words import either, only_if, words


def covered() -> DocxDocument:
    """Which topics of the plan have been told of, by whom and when, and which nobody has touched."""
    document = new_document("Độ phủ nội dung truyền thông")
    head(document, letter=False)
    title(document)
    words(
        document,
        "Thực hiện {{ ke_hoach.vien_dan }}, {{ soan_thao.ten }} báo cáo nội dung truyền thông đã được các "
        "đơn vị thực hiện, tính đến {{ tinh_den_chu }}, như sau:",
        "Theo {{ do_phu.nguon }}, {{ do_phu.so_don_vi }}/{{ do_phu.tong_don_vi }} đơn vị đã có tin, bài với "
        "{{ do_phu.so_luot }} lượt đăng; {{ do_phu.so_noi_dung }}/{{ do_phu.tong_noi_dung }} nội dung của Kế "
        "hoạch đã có tin, bài. Một tin, bài đăng ở hai kênh được tính hai lượt.",
    )
    by_topic(document)
    line(document, "2. Theo tháng", "Khoản")
    line(document, "Bảng 2. Số lượt đăng theo nội dung và tháng" + CAPTION_MARK, "Tên bảng")
    matrix_table(document, MONTHS)
    by_unit(document)
    by_appendix(document)
    line(
        document, "Trên đây là nội dung truyền thông đã được thực hiện, tính đến {{ tinh_den }}./.", "Lời kết"
    )
    signature(document)
    return document


MONTHS = MatrixLook(
    data="do_phu.thang",
    cell="so_luot",
    head="{{ c.ten }}",
    width=1.0,
    name=1.8,
    total=1.3,
    rows="dong",
    first="Nội dung",
    label="{{ d.dieu_khoan }}",
)
UNITS = MatrixLook(data="do_phu.bang", cell="so_luot", head="{{ c.ten }}", width=1.0, name=4.2, total=1.3)


def by_topic(document: DocxDocument) -> None:
    """Each topic with who told of it; those that nobody did."""
    line(document, "1. Theo nội dung của Kế hoạch", "Khoản")
    line(document, "Bảng 1. Nội dung đã có tin, bài" + CAPTION_MARK, "Tên bảng")
    columns = (
        Column(head="STT", text="{{ x.stt }}", width=1.0, align="center"),
        Column(head="Mục", text="{{ x.dieu_khoan }}", width=1.5, align="center"),
        Column(head="Nội dung", text="{{ x.ten }}", width=4.8),
        Column(head="Số lượt", text="{{ x.so_luot or '' }}", width=1.5, align="center"),
        Column(head="Số đơn vị", text="{{ x.so_don_vi or '' }}", width=1.5, align="center"),
        Column(head="Đơn vị", text="{{ x.don_vi }}", width=3.9),
        Column(head="Gần nhất", text="{{ x.gan_nhat | ngay }}", width=2.3, align="center"),
    )
    data_table(document, columns, loop="x in do_phu.chu_de")
    tag(document, "{% if do_phu.chua_co %}")
    words(document, "Chưa đơn vị nào có tin, bài về {{ do_phu.chua_co | length }} nội dung:")
    tag(document, "{% for x in do_phu.chua_co %}")
    words(document, "- {{ x.ten }} (mục {{ x.dieu_khoan }}).")
    tag(document, "{% endfor %}")
    tag(document, "{% endif %}")


def by_unit(document: DocxDocument) -> None:
    """The units that have told of something, and the names of those that have not."""
    line(document, "3. Theo đơn vị", "Khoản")
    tag(document, "{% if do_phu.bang.don_vi %}")
    line(document, "Bảng 3. Số lượt đăng theo đơn vị và nội dung" + CAPTION_MARK, "Tên bảng")
    matrix_table(document, UNITS)
    tag(document, "{% endif %}")
    only_if(
        document,
        "do_phu.so_don_vi_chua_co",
        "{{ do_phu.so_don_vi_chua_co }} đơn vị chưa được ghi lượt đăng nào: {{ do_phu.don_vi_chua_co }}.",
    )


def by_appendix(document: DocxDocument) -> None:
    """Each row of the plan's annexes, by the topic that it belongs to."""
    tag(document, "{% for phu_luc in do_phu.phu_luc %}")
    line(document, "{{ loop.index + 3 }}. Theo Phụ lục {{ phu_luc.nhan }} của Kế hoạch", "Khoản")
    columns = (
        Column(head="STT", text="{{ x.stt }}", width=1.0, align="center"),
        Column(head="Nội dung", text="{{ x.noi_dung }}", width=8.1),
        Column(head="Mục", text="{{ x.nguon }}", width=1.5, align="center"),
        Column(head="Số lượt", text="{{ x.so_luot | so }}", width=1.7, align="center"),
        Column(head="Số đơn vị", text="{{ x.so_don_vi | so }}", width=1.8, align="center"),
        Column(head="Gần nhất", text="{{ x.gan_nhat | ngay }}", width=2.4, align="center"),
    )
    caption = "Phụ lục {{ phu_luc.nhan }}: {{ phu_luc.ten }}" + CAPTION_MARK
    data_table(document, columns, loop="x in phu_luc.dong", caption=caption)
    line(document, NOTE, "Ghi chú")
    tag(document, "{% endfor %}")


NOTE = (
    "Số lượt là của nội dung mà hàng gắn với, nên các hàng cùng nội dung có cùng số; hàng không gắn với nội "
    "dung nào của Kế hoạch thì để trống."
)


def appraisal() -> DocxDocument:
    """One appraisal by the editors (III.3): what it is about, the criteria, the conclusion."""
    document = new_document("Phiếu thẩm định tin, bài")
    head(document, letter=False)
    title(document)
    words(
        document,
        "Thực hiện {{ ke_hoach.vien_dan }}, mục III.3, Ban Biên tập Trang Thông tin điện tử Ngành thẩm định "
        "tin, bài như sau:",
        "1. Phiếu số {{ muc.so_phieu }}; nhận ngày {{ muc.ngay_nhan | ngay }}; kết luận ngày "
        "{{ muc.ngay_tham_dinh | ngay }}.",
        "2. Đơn vị gửi: {{ muc.don_vi }}; tác giả: {{ muc.tac_gia }}.",
        "3. Tiêu đề: {{ muc.tieu_de }}; thể loại: {{ muc.the_loai }}"
        "{% if muc.chu_de %}; nội dung của Kế hoạch: {{ muc.chu_de }}{% endif %}.",
    )
    line(document, "Kết quả xem xét theo tiêu chí" + CAPTION_MARK, "Tên bảng")
    columns = (
        Column(head="STT", text="{{ loop.index }}", width=1.0, align="center"),
        Column(head="Tiêu chí", text="{{ x.nhan }}", width=10.5),
        Column(head="Đạt", text="{{ x.gia_tri or 'không xét' }}", width=5.0, align="center"),
    )
    data_table(document, columns, loop="x in truong if x.kieu == 'dung-sai' and x.ma != 'gui_bo'")
    either(
        document,
        "muc.ly_do",
        "Kết luận: {{ muc.ket_luan }}. Lý do hoặc yêu cầu sửa: {{ muc.ly_do }}",
        "Kết luận: {{ muc.ket_luan }}.",
    )
    line(
        document,
        "Người thẩm định: {{ muc.nguoi_tham_dinh }}"
        "{% if muc.nguoi_duyet %}; người duyệt: {{ muc.nguoi_duyet }}{% endif %}./.",
        "Lời kết",
    )
    signature(document)
    return document
