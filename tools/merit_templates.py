"""The templates of the commendation list and of one achievement report; made once."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from tools.paper_heads import CAPTION_MARK, addressees, head, signature, title
from tools.template_parts import (
    Column,
    add_row,
    data_table,
    fill,
    frame,
    line,
    new_document,
    tag,
    whole_rows,
)
from tools.template_words import either, only_if, unverified, words


def commendations() -> DocxDocument:
    """Whom the units propose, in the order of the rule that the catalogue states."""
    document = new_document("Danh sách đề nghị khen thưởng")
    head(document, letter=False)
    title(document)
    addressees(document)
    words(
        document,
        "Thực hiện {{ ke_hoach.vien_dan }}, tính đến {{ tinh_den_chu }}, {{ co_quan.ten }} nhận được báo cáo "
        "thành tích của {{ co_so_lieu | length }} đơn vị ({{ tong_hop.ten_co_so_lieu }}), đề nghị khen "
        "thưởng {{ tong_hop.so_lieu.so_tap_the.tong | so }} tập thể, "
        "{{ tong_hop.so_lieu.so_ca_nhan.tong | so }} cá nhân có thành tích trong công tác truyền thông.",
        "Danh sách xếp theo thứ tự: {{ thu_tu | join('; ') }}. Thứ tự này để tiện xem xét, không thay cho "
        "việc xét, chọn.",
    )
    only_if(
        document,
        "chua_tinh",
        "Chưa đưa vào danh sách vì báo cáo bị trả lại hoặc có lỗi: {{ tong_hop.ten_chua_tinh }}.",
    )
    proposed(document, "I. TẬP THỂ", "tap-the", "Các đơn vị không đề nghị tập thể nào.")
    proposed(document, "II. CÁ NHÂN", "ca-nhan", "Các đơn vị không đề nghị cá nhân nào.")
    unverified(document)
    line(
        document,
        "{{ co_quan.ten }} kính trình {{ kinh_gui.mot or 'cấp có thẩm quyền' }} xem xét, quyết định./.",
        "Lời kết",
    )
    signature(document)
    return document


def proposed(document: DocxDocument, heading: str, kind: str, none: str) -> None:
    """The collectives, or the persons."""
    line(document, heading, "Mục")
    tag(document, f"{{% if danh_sach | selectattr('ma.doi_tuong', '==', '{kind}') | list %}}")
    line(document, f"{heading.split('. ')[1].capitalize()} đề nghị khen thưởng{CAPTION_MARK}", "Tên bảng")
    columns = (
        Column(head="STT", text="{{ loop.index }}", width=1.0, align="center"),
        Column(head="Tập thể, cá nhân", text=WHO, width=4.6),
        Column(head="Hình thức đề nghị", text="{{ x.hinh_thuc }}", width=2.9),
        Column(head="Số tin, bài", text="{{ x.so_tin_bai | so }}", width=1.5, align="center"),
        Column(head="Tóm tắt thành tích", text="{{ x.thanh_tich }}", width=6.5),
    )
    loop = f"x in danh_sach if x.ma.doi_tuong == '{kind}'"
    data_table(document, columns, loop=loop)
    tag(document, "{% else %}")
    words(document, none)
    tag(document, "{% endif %}")


WHO = "{{ x.ten }}{% if x.chuc_vu %}, {{ x.chuc_vu }}{% endif %} ({{ x.cua_tat }})"

PERSON = "dong.ma.doi_tuong == 'ca-nhan'"
OWN_WORKS = f"(not ({PERSON}) or t.tac_gia == dong.ten)"


def achievements() -> DocxDocument:
    """One proposal in the form for a theme or a drive (Mẫu 07, NĐ 91/2017/NĐ-CP), in the unit's name."""
    document = new_document("Báo cáo thành tích")
    unit_head(document)
    line(document, "BÁO CÁO THÀNH TÍCH", "Tên loại")
    line(document, "ĐỀ NGHỊ TẶNG {{ dong.hinh_thuc | in_hoa }}", "Trích yếu")
    line(document, "(Công tác truyền thông năm học {{ nam_hoc }})", "Kèm theo")
    line(document, "", "Kẻ dưới trích yếu")
    either(
        document,
        PERSON,
        "Họ và tên: {{ dong.ten }}{% if dong.chuc_vu %}; chức vụ, nơi công tác: {{ dong.chuc_vu }}"
        "{% endif %}.",
        "Tên tập thể: {{ dong.ten }}.",
    )
    words(document, "Đơn vị đề nghị: {{ don_vi.ten }}.")
    line(document, "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", "Mục")
    words(document, "{{ bai_nop.so_lieu.so_luoc }}")
    line(document, "II. THÀNH TÍCH ĐẠT ĐƯỢC", "Mục")
    words(document, "{{ dong.thanh_tich }}")
    only_if(
        document,
        "dong.so_tin_bai is not none",
        "Số tin, bài đã đăng trong năm học: {{ dong.so_tin_bai | so }}.",
    )
    works(document)
    line(document, "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", "Mục")
    praised(document)
    confirmations(document)
    return document


def unit_head(document: DocxDocument) -> None:
    """The head of a paper of the unit: its own agency above it, no number, its own place."""
    table = frame(document, (6.5, 10.0))
    add_row(table)
    left, right = table.rows[0].cells
    fill(
        left,
        ("{{ don_vi.chu_quan_in_hoa }}", "Cơ quan chủ quản"),
        ("{{ don_vi.ten_in_hoa }}", "Cơ quan ban hành"),
        ("", "Kẻ dưới tên cơ quan"),
    )
    fill(
        right,
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu"),
        ("Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ"),
        ("", "Kẻ dưới Tiêu ngữ"),
    )
    blank, dated = table.rows[1].cells
    fill(blank, ("", "Số, ký hiệu"))
    fill(
        dated,
        ("{{ don_vi.dia_danh or '…' }}, ngày     tháng     năm {{ ngay_lap.year }}", "Địa danh, ngày tháng"),
    )


def works(document: DocxDocument) -> None:
    """What was published: of a person their own, of a collective all that the unit names."""
    tag(document, f"{{% for t in bai_nop.so_lieu.tac_pham if {OWN_WORKS} %}}")
    tag(document, "{% if loop.first %}")
    words(document, "Tác phẩm tiêu biểu:")
    tag(document, "{% endif %}")
    words(
        document,
        "- “{{ t.tieu_de }}”{% if t.tac_gia %}, tác giả {{ t.tac_gia }}{% endif %}"
        "{% if t.noi_dang %}; đăng tại {{ t.noi_dang }}{% endif %}"
        "{% if t.ngay_dang %}, ngày {{ t.ngay_dang | ngay }}{% endif %}.",
    )
    tag(document, "{% endfor %}")


def praised(document: DocxDocument) -> None:
    """Earlier commendations of the same name."""
    tag(document, "{% if bai_nop.so_lieu.da_khen | selectattr('ten', '==', dong.ten) | list %}")
    line(document, "Các hình thức đã được khen thưởng" + CAPTION_MARK, "Tên bảng")
    columns = (
        Column(head="Năm", text="{{ x.nam }}", width=2.0, align="center"),
        Column(head="Hình thức khen thưởng", text="{{ x.hinh_thuc }}", width=6.5),
        Column(head="Số, ngày, cơ quan ban hành quyết định", text="{{ x.quyet_dinh }}", width=8.0),
    )
    data_table(document, columns, loop="x in bai_nop.so_lieu.da_khen if x.ten == dong.ten")
    tag(document, "{% else %}")
    words(document, "Chưa có trong báo cáo của đơn vị.")
    tag(document, "{% endif %}")


def confirmations(document: DocxDocument) -> None:
    """Who confirms on the left, who reports on the right."""
    line(document, "", "Khoảng cách")
    table = frame(document, (8.25, 8.25))
    left, right = table.rows[0].cells
    person, head_of = "Chức vụ người ký", "Họ tên người ký"
    fill(
        left,
        (f"{{% if {PERSON} %}}", "Thẻ"),
        ("THỦ TRƯỞNG ĐƠN VỊ", person),
        ("XÁC NHẬN", person),
        ("{% else %}", "Thẻ"),
        ("THỦ TRƯỞNG CẤP TRÊN", person),
        ("TRỰC TIẾP XÁC NHẬN", person),
        ("{% endif %}", "Thẻ"),
        ("", head_of),
    )
    fill(
        right,
        (f"{{% if {PERSON} %}}", "Thẻ"),
        ("NGƯỜI BÁO CÁO", person),
        ("{{ '' }}", head_of),
        ("{% else %}", "Thẻ"),
        ("THỦ TRƯỞNG ĐƠN VỊ", person),
        ("{{ '' }}", head_of),
        ("{% endif %}", "Thẻ"),
    )
    whole_rows(table)
