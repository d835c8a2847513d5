"""The template of the receipt for one submission; made once by ``tools.make_templates``."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from tools.paper_heads import CAPTION_MARK, head, signature, title
from tools.template_parts import Column, data_table, line, new_document, tag
from tools.template_words import either, only_if, words


def receipt() -> DocxDocument:
    """What came, when, with which files, what was found in it, what to correct."""
    document = new_document("Biên nhận bài nộp")
    head(document, letter=False)
    title(document)
    words(
        document,
        "Thực hiện {{ ke_hoach.vien_dan }}, {{ soan_thao.ten }} đã nhận của {{ don_vi.ten }}: "
        "{{ bai_nop.noi_dung }} (mục {{ bai_nop.dieu_khoan }}; hạn: {{ bai_nop.han_chu }}"
        "{% if bai_nop.gia_han %}, {{ bai_nop.gia_han }}{% endif %}). Tình trạng đến {{ tinh_den_chu }}: "
        "{{ bai_nop.trang_thai_chu }}.",
    )
    received(document)
    line(document, "3. Kết quả kiểm tra", "Khoản")
    words(document, "{{ kiem_tra.ket_luan }}")
    findings(document)
    line(document, "4. Việc đơn vị cần làm", "Khoản")
    either(
        document,
        "bai_nop.can_lam",
        "{{ bai_nop.can_lam }}",
        "{% if kiem_tra.so_loi %}Sửa các lỗi nêu trên ở lần gửi bổ sung."
        "{% else %}Đơn vị không phải làm gì thêm.{% endif %}",
    )
    line(document, "Có gì chưa rõ, đề nghị đơn vị liên hệ {{ lien_he.cau }}./.", "Lời kết")
    signature(document)
    return document


def received(document: DocxDocument) -> None:
    """Each receipt, and the files that came with it."""
    line(document, "1. Các lần nhận" + CAPTION_MARK, "Tên bảng")
    columns = (
        Column(head="Lần", text="{{ x.stt }}", width=1.0, align="center"),
        Column(head="Thời điểm nhận", text="{{ x.nhan_luc }}", width=2.8, align="center"),
        Column(head="Cách gửi", text="{{ x.kenh }}", width=2.6),
        Column(head="Văn bản", text="{{ x.van_ban }}", width=4.4),
        Column(head="Kết quả", text=RESULT, width=5.7),
    )
    data_table(document, columns, loop="x in bai_nop.lan_nhan")
    tag(document, "{% if bai_nop.tep_da_nhan %}")
    line(document, "2. Các tệp đã nhận" + CAPTION_MARK, "Tên bảng")
    files = (
        Column(head="Lần", text="{{ x.lan }}", width=1.0, align="center"),
        Column(head="Tên tệp", text="{{ x.ten }}", width=6.0),
        Column(
            head="Mã SHA-256, để so với tệp đơn vị đang giữ",
            text="{{ x.sha256_tach or 'chưa ghi' }}",
            width=9.5,
        ),
    )
    data_table(document, files, loop="x in bai_nop.tep_da_nhan")
    tag(document, "{% endif %}")
    only_if(document, "not bai_nop.tep_da_nhan", "2. Không ghi nhận tệp nào kèm theo.")


RESULT = (
    "{% if x.khong_phat_sinh %}báo cáo không phát sinh, {% endif %}{{ x.ket_qua }}"
    "{% if x.ly_do %}: {{ x.ly_do }}{% endif %}"
)


def findings(document: DocxDocument) -> None:
    """What the checks found, in their own words."""
    tag(document, "{% if kiem_tra.dong %}")
    line(document, "Điều đã tìm thấy khi kiểm tra" + CAPTION_MARK, "Tên bảng")
    columns = (
        Column(head="STT", text="{{ x.stt }}", width=1.0, align="center"),
        Column(head="Mức", text="{{ x.muc_do }}", width=1.7, align="center"),
        Column(head="Ở đâu", text="{{ x.cho }}", width=3.6),
        Column(head="Nội dung", text="{{ x.noi_dung }} ({{ x.ma }})", width=5.6),
        Column(head="Cách sửa", text="{{ x.cach_sua }}", width=4.6),
    )
    data_table(document, columns, loop="x in kiem_tra.dong")
    tag(document, "{% endif %}")
