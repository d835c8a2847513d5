"""The template of the year's report, from what units sent; made once by ``tools.make_templates``."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from tools.chart_xml import ChartSpec
from tools.paper_heads import CAPTION_MARK, addressees, head, signature, title
from tools.template_parts import Column, data_table, line, new_document, tag
from tools.template_tables import total_row
from tools.template_words import either, only_if, sentences, unverified, words
from tools.year_annexes import CHANNELS, TOPICS, year_annexes

TOPIC_CHART = (
    "[[BIỂU ĐỒ 1]]",
    ChartSpec(
        kind="cot",
        tag="{{ bieu_do.theo_chu_de }}",
        name="Số tin, bài theo nội dung",
        series=("Số tin, bài đã đăng",),
        width=16.0,
        height=7.0,
    ),
)
CHANNEL_CHART = (
    "[[BIỂU ĐỒ 2]]",
    ChartSpec(
        kind="thanh",
        tag="{{ bieu_do.theo_kenh }}",
        name="Số tin, bài theo kênh",
        series=("Đã gửi", "Đã đăng, phát", "Trong đó phóng sự, video"),
        width=16.0,
        height=10.0,
    ),
)
"""The charts of the year's report: the marker in whose stead each stands, and what it looks like."""

YEAR = "tong_hop.so_lieu"


def year_report() -> DocxDocument:
    """The sector's year: direction, results by topic and channel, press, examples, what comes next."""
    document = new_document("Kết quả công tác truyền thông năm học")
    head(document, letter=False)
    title(document)
    addressees(document)
    coverage(document)
    direction(document)
    results(document)
    registers(document)
    judgement(document)
    signature(document)
    year_annexes(document)
    return document


def coverage(document: DocxDocument) -> None:
    """Whose figures these are, and whose are not there."""
    words(
        document,
        "Thực hiện {{ ke_hoach.vien_dan }}, {{ co_quan.ten }} báo cáo kết quả công tác truyền thông "
        "năm học {{ nam_hoc }}, như sau:",
        "Tính đến {{ tinh_den_chu }}, có {{ da_bao_cao | length }}/{{ tong_hop.so_don_vi }} đơn vị đã gửi "
        "báo cáo hợp lệ; số liệu dưới đây tổng hợp từ {{ co_so_lieu | length }} báo cáo có số liệu, danh "
        "sách và văn bản nguồn tại Phụ lục I.",
    )
    only_if(
        document,
        "chua_tinh or chua_gui or khong_so_lieu",
        "Chưa có số liệu của {{ chua_tinh | length + chua_gui | length + khong_so_lieu | length }} đơn vị: "
        "{{ [tong_hop.ten_chua_gui, tong_hop.ten_chua_tinh, tong_hop.ten_khong_so_lieu] | select "
        "| join(', ') }}. Các đơn vị này không được tính là 0; số liệu của ngành sẽ thay đổi khi có đủ "
        "báo cáo.",
    )


def direction(document: DocxDocument) -> None:
    """I. Direction."""
    line(document, "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", "Mục")
    words(
        document,
        f"{{{{ tong_hop.loi_van.chi_dao.so_don_vi }}}} đơn vị báo cáo việc chỉ đạo, triển khai; trong đó "
        f"{{{{ {YEAR}.ke_hoach_long_ghep.tong | default(0, true) }}}} đơn vị lồng ghép nội dung truyền thông "
        f"vào kế hoạch khác. Số liệu chung của các đơn vị như sau:",
    )
    line(document, "Bảng 1. Lực lượng và tập huấn" + CAPTION_MARK, "Tên bảng")
    figures(document, ("cong_tac_vien", "dot_tap_huan", "luot_tap_huan"))


def figures(document: DocxDocument, codes: tuple[str, ...]) -> None:
    """A table of single figures: the sum, and of how many units."""
    listed = ", ".join(f"{YEAR}.{code}" for code in codes)
    columns = (
        Column(head="STT", text="{{ loop.index }}", width=1.0, align="center"),
        Column(head="Nội dung", text="{{ x.nhan }}", width=7.7),
        Column(head="Đơn vị tính", text="{{ x.don_vi_tinh }}", width=2.6, align="center"),
        Column(head="Tổng số", text="{{ x.tong | so }}", width=2.2, align="center"),
        Column(head="Số đơn vị có số liệu", text="{{ x.so_don_vi }}", width=3.0, align="center"),
    )
    data_table(document, columns, loop=f"x in [{listed}]")


def results(document: DocxDocument) -> None:
    """II. Results by topic and by channel, press and opinion, good examples."""
    line(document, "II. KẾT QUẢ THỰC HIỆN", "Mục")
    by_topic(document)
    by_channel(document)
    press(document)
    examples(document)


def by_topic(document: DocxDocument) -> None:
    """II.1: a line for each topic of the plan, and what stands out."""
    line(document, "1. Kết quả theo nội dung của Kế hoạch", "Khoản")
    words(
        document,
        f"Các đơn vị đã đăng, phát {{{{ {TOPICS}.tong.so_tin_bai | so }}}} tin, bài theo các nội dung của Kế "
        "hoạch; mỗi tin, bài chỉ xếp vào một nội dung chính và chỉ đếm một lần. Nguồn số liệu: số của từng "
        "đơn vị tại Phụ lục II.",
    )
    line(document, "Bảng 2. Kết quả theo nội dung" + CAPTION_MARK, "Tên bảng")
    columns = (
        Column(head="Mục", text="{{ x.nhan_gon }}", width=1.6, align="center"),
        Column(head="Nội dung", text="{{ x.nhan }}", width=9.7),
        Column(head="Số đơn vị báo cáo", text="{{ x.so_don_vi or '' }}", width=2.4, align="center"),
        Column(head="Số tin, bài", text="{{ x.tong.so_tin_bai | so }}", width=2.8, align="center"),
    )
    table = data_table(document, columns, loop=f"x in {TOPICS}.theo.chu_de")
    total_row(table, "", "Cộng", "", f"{{{{ {TOPICS}.tong.so_tin_bai | so }}}}")
    line(
        document,
        "Ô trống: chưa đơn vị nào ghi số liệu.",
        "Ghi chú",
    )
    line(document, "Biểu đồ 1. Số tin, bài theo nội dung" + CAPTION_MARK, "Tên bảng")
    line(document, TOPIC_CHART[0], "Biểu đồ")
    words(document, "Kết quả của các đơn vị có nhiều tin, bài nhất ở từng nội dung:")
    tag(document, f"{{% for x in {TOPICS}.theo.chu_de if x.so_dong %}}")
    line(document, "{{ x.nhan_gon }}. {{ x.nhan }}", "Lời dẫn")
    tag(document, "{% for d in (x.dong | sap_xep('so_tin_bai', true))[:3] %}")
    words(document, "- {{ d.cua_tat }}: {{ d.ket_qua }}")
    tag(document, "{% endfor %}")
    tag(document, "{% endfor %}")


def by_channel(document: DocxDocument) -> None:
    """II.2: a line for each channel, never added up."""
    line(document, "2. Kết quả theo kênh", "Khoản")
    words(
        document,
        "Một tin, bài có thể đăng ở nhiều kênh, vì vậy bảng dưới đây không có dòng cộng và không dùng để "
        "tính tổng số tin, bài của ngành. Nguồn số liệu: số của từng đơn vị tại Phụ lục III.",
    )
    line(document, "Bảng 3. Kết quả theo kênh" + CAPTION_MARK, "Tên bảng")
    columns = (
        Column(head="STT", text="{{ x.stt }}", width=1.0, align="center"),
        Column(head="Kênh", text="{{ x.nhan }}", width=6.5),
        Column(head="Số đơn vị báo cáo", text="{{ x.so_don_vi or '' }}", width=2.2, align="center"),
        Column(head="Đã gửi", text="{{ x.tong.da_gui | so }}", width=2.0, align="center"),
        Column(head="Đã đăng, phát", text="{{ x.tong.da_dang | so }}", width=2.3, align="center"),
        Column(head="Trong đó phóng sự, video", text="{{ x.tong.phong_su | so }}", width=2.5, align="center"),
    )
    data_table(document, columns, loop=f"x in {CHANNELS}.theo.kenh")
    line(document, "Ô trống: chưa đơn vị nào ghi số liệu.", "Ghi chú")
    line(document, "Biểu đồ 2. Số tin, bài theo kênh" + CAPTION_MARK, "Tên bảng")
    line(document, CHANNEL_CHART[0], "Biểu đồ")


def press(document: DocxDocument) -> None:
    """II.3: matters raised by press and public."""
    line(document, "3. Xử lý thông tin báo chí, dư luận", "Khoản")
    line(document, "Bảng 4. Thông tin báo chí, dư luận" + CAPTION_MARK, "Tên bảng")
    figures(
        document,
        ("phat_ngon", "tiep_nhan", "da_xu_ly", "da_phan_hoi", "don_thu_tiep_nhan", "don_thu_giai_quyet"),
    )
    either(
        document,
        "tong_hop.bang.vu_viec.so_dong",
        "{{ tong_hop.bang.vu_viec.so_don_vi }} đơn vị nêu {{ tong_hop.bang.vu_viec.so_dong }} vụ việc đáng "
        "chú ý, nội dung và kết quả xử lý tại Phụ lục IV.",
        "Các đơn vị không nêu vụ việc nào đáng chú ý.",
    )


def examples(document: DocxDocument) -> None:
    """II.4: who was shown as a good example."""
    line(document, "4. Giới thiệu điển hình, gương người tốt, việc tốt", "Khoản")
    either(
        document,
        "tong_hop.bang.dien_hinh.so_dong",
        "{{ tong_hop.bang.dien_hinh.so_don_vi }} đơn vị giới thiệu {{ tong_hop.bang.dien_hinh.so_dong }} tập "
        "thể, cá nhân điển hình, danh sách tại Phụ lục "
        "{{ (5 if tong_hop.bang.vu_viec.so_dong else 4) | la_ma }}.",
        "Các đơn vị chưa nêu tập thể, cá nhân điển hình nào.",
    )


def registers(document: DocxDocument) -> None:
    """What the office itself has kept in its registers; nothing where it keeps none."""
    tag(document, "{% if cac_so %}")
    line(document, "5. Số liệu từ các sổ theo dõi của {{ co_quan.ten }}", "Khoản")
    words(
        document,
        "Các sổ do {{ soan_thao.ten }} ghi trong năm học, tính đến {{ tinh_den }}; số liệu này độc lập với "
        "số liệu đơn vị báo cáo nêu trên và không cộng với nhau.",
    )
    line(document, "Bảng 5. Số liệu từ các sổ theo dõi" + CAPTION_MARK, "Tên bảng")
    columns = (
        Column(head="STT", text="{{ x.stt }}", width=1.0, align="center"),
        Column(head="Sổ", text="{{ x.ten }}", width=4.4),
        Column(head="Số mục", text="{{ x.so_muc }}", width=1.6, align="center"),
        Column(head="Số đơn vị", text="{{ x.so_don_vi }}", width=1.7, align="center"),
        Column(head="Còn mở", text="{{ x.dang_mo or '' }}", width=1.6, align="center"),
        Column(head="Chi tiết", text="{{ x.chi_tiet }}", width=6.2),
    )
    data_table(document, columns, loop="x in cac_so")
    tag(document, "{% endif %}")


def judgement(document: DocxDocument) -> None:
    """III to V: shortcomings, next year, proposals, and the closing words."""
    line(document, "III. HẠN CHẾ, NGUYÊN NHÂN", "Mục")
    line(document, "1. Hạn chế", "Khoản")
    sentences(document, "han_che", "Các đơn vị không nêu hạn chế.")
    line(document, "2. Nguyên nhân", "Khoản")
    sentences(document, "nguyen_nhan", "Các đơn vị không nêu nguyên nhân.")
    line(document, "IV. PHƯƠNG HƯỚNG NĂM HỌC SAU", "Mục")
    sentences(document, "phuong_huong", "Các đơn vị chưa nêu phương hướng.")
    line(document, "V. ĐỀ XUẤT, KIẾN NGHỊ", "Mục")
    sentences(document, "kien_nghi", "Các đơn vị không có đề xuất, kiến nghị.")
    unverified(document)
    line(
        document,
        "Trên đây là kết quả công tác truyền thông năm học {{ nam_hoc }} của ngành Giáo dục, tổng hợp đến "
        "{{ tinh_den }}./.",
        "Lời kết",
    )
