"""The template of the plan itself with its annexes; made once by ``tools.make_templates``."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from tools.paper_heads import CAPTION_MARK, head, signature, title
from tools.template_parts import Column, data_table, line, new_document, new_part, tag


def runs_block(document: DocxDocument, loop: str, style: str) -> None:
    """One paragraph for each turn of a loop over ``{chu}``."""
    tag(document, f"{{% for doan in {loop} %}}")
    line(document, "{{ doan.chu | runs }}", style)
    tag(document, "{% endfor %}")


def plan() -> DocxDocument:
    """The plan with its annexes: no Kính gửi; each annex a section of its own, numbered anew."""
    document = new_document("Kế hoạch")
    head(document, letter=False)
    title(document)
    runs_block(document, "ke_hoach.mo_dau", "Lời văn")
    tag(document, "{% for doan in ke_hoach.phan %}")
    for place, (kind, style) in enumerate((("muc", "Mục"), ("khoan", "Khoản"), ("diem", "Điểm"))):
        tag(document, f"{{% {'elif' if place else 'if'} doan.kieu == '{kind}' %}}")
        line(document, "{{ doan.chu | runs }}", style)
    tag(document, "{% else %}")
    line(document, "{{ doan.chu | runs }}", "Lời văn")
    tag(document, "{% endif %}")
    tag(document, "{% endfor %}")
    runs_block(document, "ke_hoach.ket_thuc", "Lời kết")
    signature(document)
    tag(document, "{% for phu_luc in ke_hoach.phu_luc %}")
    new_part(document)
    annex(document)
    tag(document, "{% endfor %}")
    return document


def annex(document: DocxDocument) -> None:
    """One annex (NĐ 30 PL I.III.1): name, title, what it comes with, its table."""
    line(document, "Phụ lục {{ phu_luc.nhan }}", "Phụ lục số")
    line(document, "{{ phu_luc.ten_in_hoa }}", "Tên phụ lục")
    line(document, "{{ ke_hoach.kem_theo }}", "Kèm theo")
    line(document, "", "Kẻ dưới trích yếu")
    tag(document, "{% if phu_luc.du_thao %}")
    line(document, "DỰ THẢO", "Dự thảo")
    line(document, "{{ phu_luc.ghi_chu }}", "Ghi chú")
    tag(document, "{% endif %}")
    columns = (
        Column(head="STT", text="{{ dong.stt }}", width=1.0, align="center"),
        Column(head="Thời gian", text="{{ dong.thoi_gian }}", width=2.2),
        Column(head="Nội dung", text="{{ dong.noi_dung }}", width=5.0),
        Column(head="Đối tượng", text="{{ dong.doi_tuong }}", width=2.2),
        Column(head="Hình thức", text="{{ dong.hinh_thuc }}", width=2.3),
        Column(head="Đơn vị thực hiện", text="{{ dong.don_vi }}", width=2.4),
        Column(head="Căn cứ", text="{{ dong.nguon }}", width=1.4, align="center"),
    )
    caption = "Phụ lục {{ phu_luc.nhan }}{% if phu_luc.du_thao %} - DỰ THẢO{% endif %}" + CAPTION_MARK
    data_table(document, columns, loop="dong in phu_luc.dong", caption=caption)
