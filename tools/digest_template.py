"""The template of the monthly digest of public opinion; made once by ``tools.make_templates``."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from tools.paper_heads import CAPTION_MARK, addressees, head, signature, title
from tools.template_parts import Column, data_table, line, new_document, tag
from tools.template_words import either, only_if, sentences, unverified, words

FIGURES = "tong_hop.so_lieu"
MATTERS = "tong_hop.bang.van_de"


def digest() -> DocxDocument:
    """A month of public opinion, to the Ministry's centre or the province's committee."""
    document = new_document("Tổng hợp tình hình dư luận hằng tháng")
    head(document, letter=False)
    title(document)
    addressees(document)
    words(
        document,
        "Thực hiện {{ ke_hoach.vien_dan }}, {{ co_quan.ten }} tổng hợp tình hình dư luận quan tâm đến giáo "
        "dục và đào tạo {{ ky.ten }} (từ {{ ky.tu_ngay | ngay_chu }} đến hết {{ ky.den_ngay | ngay_chu }}; "
        "số liệu nhận được đến {{ tinh_den_chu }}), như sau:",
    )
    overview(document)
    matters(document)
    handling(document)
    line(document, "IV. DỰ BÁO, ĐỀ XUẤT, KIẾN NGHỊ", "Mục")
    line(document, "1. Dự báo", "Khoản")
    sentences(document, "du_bao", "Các đơn vị không nêu dự báo.")
    line(document, "2. Đề xuất, kiến nghị", "Khoản")
    sentences(document, "kien_nghi", "Các đơn vị không có đề xuất, kiến nghị.")
    unverified(document)
    line(
        document,
        "Trên đây là tình hình dư luận quan tâm đến giáo dục và đào tạo {{ ky.ten }}, {{ co_quan.ten }} "
        "trân trọng báo cáo./.",
        "Lời kết",
    )
    signature(document)
    return document


WHO = (
    (
        "co_so_lieu or khong_so_lieu",
        (
            "- Đơn vị có báo cáo: "
            "{{ [tong_hop.ten_co_so_lieu, tong_hop.ten_khong_so_lieu] | select | join(', ') }}."
        ),
    ),
    ("khong_phat_sinh", "- Đơn vị báo cáo không phát sinh: {{ tong_hop.ten_khong_phat_sinh }}."),
    ("chua_tinh", "- Báo cáo đã gửi nhưng chưa được tính: {{ tong_hop.ten_chua_tinh }}."),
    ("chua_gui and tong_hop.bat_buoc", "- Đơn vị chưa gửi báo cáo: {{ tong_hop.ten_chua_gui }}."),
    (
        "chua_gui and not tong_hop.bat_buoc",
        "- {{ chua_gui | length }} đơn vị không gửi báo cáo; Kế hoạch quy định báo cáo khi có phát sinh.",
    ),
)
"""Who reported, when to say so and how."""


def overview(document: DocxDocument) -> None:
    """I. Who reported, how many matters there were, the general picture."""
    line(document, "I. TÌNH HÌNH CHUNG", "Mục")
    either(
        document,
        "da_bao_cao",
        "Trong kỳ, {{ co_quan.ten }} nhận được báo cáo của {{ da_bao_cao | length }} đơn vị, trong đó "
        "{{ co_so_lieu | length + khong_so_lieu | length }} đơn vị có vấn đề dư luận quan tâm, "
        "{{ khong_phat_sinh | length }} đơn vị báo cáo không phát sinh.",
        "Trong kỳ, {{ co_quan.ten }} chưa nhận được báo cáo nào của các đơn vị.",
    )
    for condition, text in WHO:
        only_if(document, condition, text)
    tag(document, "{% if co_so_lieu %}")
    words(
        document,
        f"Các đơn vị ghi nhận {{{{ {FIGURES}.tiep_nhan.tong | so }}}} vấn đề, đã xử lý xong "
        f"{{{{ {FIGURES}.da_xu_ly.tong | so }}}} vấn đề"
        f"{{% if {FIGURES}.da_phan_hoi.so_don_vi %}}, đã phản hồi báo chí, người dân "
        f"{{{{ {FIGURES}.da_phan_hoi.tong | so }}}} vấn đề (số liệu của "
        f"{{{{ {FIGURES}.da_phan_hoi.so_don_vi }}}} đơn vị){{% endif %}}.",
    )
    tag(document, "{% for x in tong_hop.loi_van.tinh_hinh_chung.y %}")
    words(document, "- {{ x.chu }} ({{ x.don_vi }}).")
    tag(document, "{% endfor %}")
    tag(document, "{% endif %}")


def matters(document: DocxDocument) -> None:
    """II. Matters of concern with source, place and state."""
    line(document, "II. VẤN ĐỀ DƯ LUẬN QUAN TÂM", "Mục")
    tag(document, "{% if danh_sach %}")
    words(
        document,
        f"Các đơn vị nêu cụ thể {{{{ {MATTERS}.so_dong }}}} vấn đề. Theo nguồn: "
        f"{{% for x in {MATTERS}.theo.nguon if x.so_dong %}}{{{{ x.nhan | lower }}}} {{{{ x.so_dong }}}}"
        "{% if not loop.last %}; {% endif %}{% endfor %}.",
    )
    line(document, "Bảng 1. Vấn đề dư luận quan tâm" + CAPTION_MARK, "Tên bảng")
    columns = (
        Column(head="STT", text="{{ x.stt }}", width=1.0, align="center"),
        Column(head="Nội dung", text=MATTER, width=4.6),
        Column(head="Ngày nêu", text="{{ x.ngay | ngay }}", width=2.3, align="center"),
        Column(head="Nguồn", text=SOURCE, width=3.0),
        Column(head="Nơi phát sinh", text=PLACE, width=3.5),
        Column(head="Tình trạng", text="{{ x.tinh_trang }}", width=2.1),
    )
    data_table(document, columns, loop="x in danh_sach")
    line(document, "Xếp theo: {{ thu_tu | join('; ') }}.", "Ghi chú")
    tag(document, "{% else %}")
    words(document, "Các đơn vị không nêu vấn đề cụ thể nào.")
    tag(document, "{% endif %}")


MATTER = "{{ x.noi_dung }}{% if x.ma.muc_do == 'nong' %} ({{ x.muc_do }}){% endif %}"
SOURCE = "{{ x.nguon }}{% if x.nguon_cu_the %}: {{ x.nguon_cu_the }}{% endif %}"
PLACE = "{% if x.dia_ban %}{{ x.dia_ban }} {% endif %}({{ x.cua_tat }})"


def handling(document: DocxDocument) -> None:
    """III. What was done about them."""
    line(document, "III. KẾT QUẢ XỬ LÝ", "Mục")
    tag(document, "{% if danh_sach %}")
    words(
        document,
        f"Trong các vấn đề nêu tại Bảng 1: {{% for x in {MATTERS}.theo.tinh_trang if x.so_dong %}}"
        "{{ x.nhan | lower }} {{ x.so_dong }}{% if not loop.last %}; {% endif %}{% endfor %}.",
    )
    line(document, "Bảng 2. Biện pháp, kết quả xử lý" + CAPTION_MARK, "Tên bảng")
    columns = (
        Column(head="STT ở Bảng 1", text="{{ x.stt }}", width=1.6, align="center"),
        Column(head="Đơn vị", text="{{ x.cua_tat }}", width=3.8),
        Column(head="Biện pháp, kết quả", text="{{ x.xu_ly or 'Chưa nêu.' }}", width=8.6),
        Column(head="Tình trạng", text="{{ x.tinh_trang }}", width=2.5),
    )
    data_table(document, columns, loop="x in danh_sach")
    tag(document, "{% else %}")
    words(document, "Không có vấn đề phải xử lý.")
    tag(document, "{% endif %}")
