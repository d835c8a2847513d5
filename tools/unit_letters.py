"""The templates of the letters to units: reminder, how one unit stands; made once."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from tools.paper_heads import CAPTION_MARK, addressees, head, signature
from tools.template_parts import Column, data_table, line, new_document, tag


def reminder() -> DocxDocument:
    """The letter to exactly the units that are behind; it sets no new date."""
    document = new_document("Công văn đôn đốc")
    head(document, letter=True)
    addressees(document)
    line(
        document,
        "Thực hiện {{ ke_hoach.vien_dan }}, các đơn vị có trách nhiệm gửi báo cáo về {{ co_quan.ten }} "
        "theo thời hạn nêu trong Kế hoạch.",
        "Lời văn",
    )
    line(
        document,
        "Tính đến {{ tinh_den_chu }}, {{ co_quan.ten }} đã nhận {{ so_do_ngoai_so.da_nhan | so }}/"
        "{{ so_do_ngoai_so.phai_nop | so }} báo cáo phải nộp; còn {{ don_vi_cham | length }} đơn vị với "
        "{{ cham | length }} nội dung đã quá hạn, cụ thể như sau:",
        "Lời văn",
    )
    line(document, "Danh sách nội dung quá hạn" + CAPTION_MARK, "Tên bảng")
    columns = (
        Column(head="STT", text="{{ x.stt }}", width=1.0, align="center"),
        Column(head="Đơn vị", text="{{ x.don_vi }}", width=4.2),
        Column(head="Nội dung", text="{{ x.noi_dung }}", width=3.7),
        Column(head="Căn cứ", text="Mục {{ x.dieu_khoan }}", width=1.4, align="center"),
        Column(head="Hạn", text="{{ x.han | ngay }}", width=2.0, align="center"),
        Column(head="Quá hạn (ngày)", text="{{ x.qua_han_ngay }}", width=1.3, align="center"),
        Column(head="Tình trạng", text="{{ x.ly_do }}", width=2.9),
    )
    data_table(document, columns, loop="x in cham")
    tag(document, "{% if don_vi_cham_chua_xac_minh %}")
    line(
        document,
        "Ghi chú: {{ don_vi_cham_chua_xac_minh }} đơn vị nêu trong danh sách có tên gọi chưa được đối chiếu "
        "với văn bản.",
        "Ghi chú",
    )
    tag(document, "{% endif %}")
    line(
        document,
        "{{ co_quan.ten }} đề nghị thủ trưởng các đơn vị có tên trong danh sách khẩn trương hoàn thành và "
        "gửi ngay nội dung còn thiếu; nội dung bị trả lại hoặc có lỗi thì sửa rồi gửi lại. Báo cáo gửi về "
        "{{ lien_he.cau }}.",
        "Lời văn",
    )
    line(
        document,
        "Đơn vị có vướng mắc, hoặc đã gửi mà vẫn có tên trong danh sách, liên hệ theo địa chỉ trên để được "
        "giải quyết./.",
        "Lời kết",
    )
    signature(document)
    return document


def unit_paper() -> DocxDocument:
    """One paper for a unit: how it stands, what to do, and how each deadline was reckoned."""
    document = new_document("Tình hình thực hiện của đơn vị")
    head(document, letter=True)
    addressees(document)
    line(
        document,
        "Thực hiện {{ ke_hoach.vien_dan }}, {{ co_quan.ten }} thông báo tình hình thực hiện của "
        "{{ don_vi.ten }}, tính đến {{ tinh_den_chu }}, như sau:",
        "Lời văn",
    )
    line(document, "1. Kết quả chung", "Khoản")
    tag(document, "{% if don_vi.so_do.phai_nop %}")
    line(
        document,
        "Số văn bản phải nộp có thời hạn: {{ don_vi.so_do.phai_nop | so }}; đã nhận: "
        "{{ don_vi.so_do.da_nhan | so }}; đúng hạn: {{ don_vi.so_do.dung_han | so }}.",
        "Lời văn",
    )
    tag(document, "{% else %}")
    line(document, "Đến nay đơn vị chưa có văn bản phải nộp có thời hạn.", "Lời văn")
    tag(document, "{% endif %}")
    line(document, "2. Việc cần làm", "Khoản")
    tag(document, "{% if don_vi.can_lam %}")
    tag(document, "{% for x in don_vi.can_lam %}")
    line(document, "- {{ x.noi_dung }}: {{ x.trang_thai_chu }}. {{ x.can_lam }}", "Lời văn")
    tag(document, "{% endfor %}")
    tag(document, "{% else %}")
    line(document, "Hiện không có nội dung nào quá hạn, bị trả lại hoặc sắp đến hạn.", "Lời văn")
    tag(document, "{% endif %}")
    line(document, "3. Tình hình từng nhiệm vụ", "Khoản")
    tag(document, "{% if don_vi.dong %}")
    line(document, "Tình hình từng nhiệm vụ của {{ don_vi.ten_tat }}" + CAPTION_MARK, "Tên bảng")
    columns = (
        Column(head="STT", text="{{ x.stt }}", width=1.0, align="center"),
        Column(head="Nhiệm vụ", text="{{ x.noi_dung }}", width=5.0),
        Column(head="Căn cứ", text="Mục {{ x.dieu_khoan }}", width=1.6, align="center"),
        Column(head="Hạn", text="{{ x.han_chu }}", width=2.2, align="center"),
        Column(head="Tình trạng", text="{{ x.trang_thai_chu }}", width=3.0),
        Column(head="Ngày nhận", text="{{ x.da_nhan }}", width=3.7),
    )
    data_table(document, columns, loop="x in don_vi.dong")
    tag(document, "{% else %}")
    line(document, "Chưa có nội dung nào đến hạn, cũng chưa ghi nhận lần gửi nào.", "Lời văn")
    tag(document, "{% endif %}")
    line(document, "4. Lời Kế hoạch và cách tính hạn", "Khoản")
    duties(document)
    tag(document, "{% if not don_vi.da_xac_minh %}")
    line(document, "Ghi chú: tên gọi của đơn vị chưa được đối chiếu với văn bản.", "Ghi chú")
    tag(document, "{% endif %}")
    line(
        document,
        "Nếu số liệu trên chưa đúng, đề nghị đơn vị liên hệ {{ lien_he.cau }} để đối chiếu./.",
        "Lời kết",
    )
    signature(document)
    return document


def duties(document: DocxDocument) -> None:
    """Each duty with the plan's words, how its deadline was reckoned, and what was received."""
    tag(document, "{% for nv in don_vi.nhiem_vu %}")
    line(document, "- {{ nv.ten }} (mục {{ nv.dieu_khoan }}): Kế hoạch ghi “{{ nv.trich }}”.", "Lời văn")
    tag(document, "{% if nv.cach_tinh_chu %}")
    line(document, "+ Cách tính hạn: {{ nv.cach_tinh_chu }}", "Lời văn")
    tag(document, "{% endif %}")
    tag(document, "{% for x in nv.dong %}")
    tag(document, "{% for lan in x.lan_nhan %}")
    line(
        document,
        "+ Nhận ngày {{ lan.nhan_luc }}{% if lan.van_ban %}, văn bản số {{ lan.van_ban }}{% endif %}"
        "{% if x.ky %} ({{ x.ky }}){% endif %}: {{ lan.ket_qua }}"
        "{% if lan.ly_do %} ({{ lan.ly_do }}){% endif %}.",
        "Lời văn",
    )
    tag(document, "{% endfor %}")
    tag(document, "{% if x.gia_han %}")
    line(document, "+ Được {{ x.gia_han }}.", "Lời văn")
    tag(document, "{% endif %}")
    tag(document, "{% endfor %}")
    tag(document, "{% if nv.con_lai %}")
    line(document, "+ {{ nv.con_lai }} kỳ khác chưa đến hạn hoặc chưa có gì gửi.", "Lời văn")
    tag(document, "{% endif %}")
    tag(document, "{% endfor %}")
