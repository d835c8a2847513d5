"""Made the committed Word templates once; the .docx are the truth since, and are never overwritten.

    python -m tools.make_templates [THƯ MỤC]

The folder is ``templates/`` unless given. A template that is there already stays as the office left it.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from docx.document import Document as DocxDocument
from tools.chart_xml import ChartSpec
from tools.digest_template import digest
from tools.make_chart_part import insert_chart
from tools.merit_templates import achievements, commendations
from tools.paper_heads import CAPTION_MARK, addressees, head, signature, title
from tools.receipt_template import receipt
from tools.register_templates import appraisal, covered
from tools.report_templates import CHANNEL_CHART, TOPIC_CHART, year_report
from tools.template_parts import Column, data_table, line, new_document, new_part, tag
from tools.template_tables import BoardLook, board_table, legend_table


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


TEMPLATES: dict[str, Callable[[], DocxDocument]] = {
    "ke-hoach.docx": plan,
    "tien-do.docx": progress,
    "don-doc.docx": reminder,
    "theo-don-vi.docx": unit_paper,
    "ket-qua-nam.docx": year_report,
    "tong-hop-thang.docx": digest,
    "bien-nhan.docx": receipt,
    "khen-thuong.docx": commendations,
    "thanh-tich.docx": achievements,
    "do-phu.docx": covered,
    "phieu-tham-dinh.docx": appraisal,
}


CHARTS: dict[str, tuple[tuple[str, ChartSpec], ...]] = {"ket-qua-nam.docx": (TOPIC_CHART, CHANNEL_CHART)}
"""The charts of a template, each with the marker in whose stead it stands."""


def _bytes(document: DocxDocument, charts: Iterable[tuple[str, ChartSpec]]) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    data = stream.getvalue()
    for marker, spec in charts:
        data = insert_chart(data, marker, spec)
    return data


def main(folder: Path) -> int:
    """Makes the templates that are not there; 1 where some were there already and were left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = 0
    for name, make in TEMPLATES.items():
        path = folder / name
        if path.exists():
            print(f"Giữ nguyên {path}: đã có, sửa bằng Word.")
            kept += 1
        else:
            path.write_bytes(_bytes(make(), CHARTS.get(name, ())))
            print(f"Đã tạo {path}.")
    return 1 if kept else 0


if __name__ == "__main__":
    default = Path(__file__).resolve().parent.parent / "templates"
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else default))
