"""Describes what templates may print of registers and of the coverage."""

from __future__ import annotations

from collections.abc import Sequence

from truyenthong.model.forms import Field as FormField
from truyenthong.model.forms import FieldType, Form
from truyenthong.model.plan import Plan
from truyenthong.model.reports import ReportEntry
from truyenthong.views.fields.board import UNIT
from truyenthong.views.fields.collected import value_field
from truyenthong.views.fields.common import day, group, many, number, text, texts
from truyenthong.views.registers import declared_with_form, grouped, summed, template_name
from truyenthong.word.fields import Fields, TemplateField

_TOPIC: Fields = {
    "stt": number("Số thứ tự.", "1"),
    "ma": text("Mã chủ đề.", "ii-2-d"),
    "ten": text("Tên chủ đề.", "Tổ chức Kỳ thi tốt nghiệp THPT năm 2021"),
    "dieu_khoan": text("Điều khoản của Kế hoạch.", "II.2.d"),
}
_FIGURES: Fields = {
    "so_luot": number("Số lượt đăng; để trống khi không gắn chủ đề nào.", "12"),
    "so_don_vi": number("Số đơn vị.", "5"),
    "gan_nhat": day("Ngày của lượt gần nhất.", "28/5/2021"),
}
_COUNT: Fields = {"so_luot": number("Số lượt đăng; để trống khi không có.", "3")}
_CELLS: Fields = {"o": many("Các ô, mỗi cột một ô.", **_COUNT), "tong": group("Tổng của dòng.", **_COUNT)}
_REPORTED: Fields = {
    "theo_bao_cao": group(
        "Số đơn vị tự báo cáo về nội dung ấy, khác với số của sổ.",
        so=number("Tổng các báo cáo; để trống khi chưa đơn vị nào ghi.", "33"),
        so_don_vi=number("Số đơn vị có ghi.", "11"),
    )
}
_HEAD: Fields = {"ma": text("Mã cột.", "ii-2-d"), "ten": text("Đầu cột.", "II.2.d")}

COVERAGE: Fields = {
    "do_phu": group(
        "Độ phủ: nội dung nào của Kế hoạch đã có đơn vị nào truyền thông, tính từ các sổ có do_phu.",
        nguon=text("Tên các sổ được tính.", "Sổ tin, bài của các đơn vị"),
        so_luot=number("Số lượt đăng.", "41"),
        so_don_vi=number("Số đơn vị đã có lượt đăng.", "10"),
        tong_don_vi=number("Số đơn vị được xem.", "37"),
        so_noi_dung=number("Số nội dung đã có lượt đăng.", "8"),
        tong_noi_dung=number("Số nội dung của Kế hoạch.", "10"),
        chu_de=many(
            "Từng nội dung.",
            **_TOPIC,
            **_FIGURES,
            don_vi=text("Tên các đơn vị.", "THPT Mường So, PTDTNT tỉnh"),
            **_REPORTED,
        ),
        chua_co=many("Những nội dung mà sổ chưa ghi lượt đăng nào.", **_TOPIC, **_REPORTED),
        bao_cao=group(
            "Nhiệm vụ mà đơn vị tự báo cáo số tin, bài theo nội dung (doi_chieu của sổ).",
            ten=text("Tên nhiệm vụ; để trống khi không có.", "Báo cáo kết quả công tác truyền thông năm học"),
        ),
        bang=group(
            "Đơn vị và nội dung: mỗi đơn vị có lượt đăng một dòng, mỗi nội dung một cột.",
            cot=many("Các nội dung.", **_HEAD),
            don_vi=many(
                "Các đơn vị.",
                stt=number("Số thứ tự.", "1"),
                ten=text("Tên đầy đủ.", "Phòng Giáo dục và Đào tạo huyện Than Uyên"),
                ten_tat=text("Tên viết gọn.", "Phòng GD&ĐT Than Uyên"),
                **_CELLS,
            ),
            cong=group("Dòng cộng.", **_CELLS),
        ),
        don_vi_chua_co=text("Tên các đơn vị chưa có lượt đăng nào.", "THPT Mường So, PTDTNT tỉnh"),
        so_don_vi_chua_co=number("Số đơn vị ấy.", "27"),
        thang=group(
            "Nội dung theo tháng: mỗi nội dung một dòng, mỗi tháng đã bắt đầu một cột.",
            cot=many("Các tháng.", **_HEAD),
            dong=many("Các nội dung.", **_TOPIC, **_CELLS),
            cong=group("Dòng cộng.", **_CELLS),
        ),
        phu_luc=many(
            "Các phụ lục.",
            nhan=text("Số La Mã.", "I"),
            ten=text("Tên phụ lục.", "Nội dung truyền thông theo chủ đề"),
            dong=many(
                "Các hàng.",
                stt=number("Số thứ tự.", "1"),
                noi_dung=text("Nội dung.", "Kỳ thi tốt nghiệp THPT năm 2021"),
                nguon=text("Điều khoản.", "II.2.d"),
                chu_de=text("Mã chủ đề; để trống khi hàng không gắn chủ đề.", "ii-2-d"),
                **_FIGURES,
            ),
        ),
    ),
    "muc_do_phu": many(
        "Các mục được tính vào độ phủ, theo ngày.",
        stt=number("Số thứ tự.", "1"),
        khoa=text("Số hiệu của mục.", "TB-001"),
        tieu_de=text("Tiêu đề.", "Ngày hội đọc sách ở vùng cao"),
        don_vi=text("Tên đầy đủ của đơn vị.", "Phòng Giáo dục và Đào tạo huyện Than Uyên"),
        don_vi_tat=text("Tên viết gọn.", "Phòng GD&ĐT Than Uyên"),
        chu_de=text("Tên chủ đề.", "Tổ chức Kỳ thi tốt nghiệp THPT năm 2021"),
        dieu_khoan=text("Điều khoản của chủ đề.", "II.2.d"),
        ngay=day("Ngày đăng.", "20/11/2020"),
    ),
}


_SUMMARY: Fields = {
    "ten": text("Tên sổ.", "Sổ tin, bài của các đơn vị"),
    "so_muc": number("Số mục.", "34"),
    "so_don_vi": number("Số đơn vị có mục.", "10"),
    "dang_mo": number("Số mục còn mở.", "2"),
    "qua_han_gio": number("Trong số ấy, số mục quá thời hạn giờ.", "1"),
    "chi_tiet": text("Số mục theo từng lựa chọn, viết liền.", "Kết luận: Đăng 7, Không đăng 1"),
    "cac_chi_tiet": texts("Như trên, mỗi ô của sổ một dòng.", "Kết luận: Đăng 7, Không đăng 1"),
}

REGISTERS: Fields = {
    "cac_so": many("Các sổ theo dõi đã có mục, mỗi sổ một dòng.", stt=number("Số thứ tự.", "1"), **_SUMMARY)
}


def registers_field(plan: Plan | None) -> TemplateField:
    """``so_theo_doi``: what is known of the registers of a plan."""
    declared = declared_with_form(plan) if plan is not None else ()
    forms = plan.forms_by_code if plan is not None else {}
    return group(
        "Các sổ theo dõi theo mã sổ, gạch nối viết thành gạch dưới, ví dụ {{ so_theo_doi.tin_bai.so_muc }}.",
        **{template_name(one): _register(forms[one.form], one.name) for one in declared},
    )


def _register(form: Form, name: str) -> TemplateField:
    booleans = [one for one in form.fields if one.type is FieldType.BOOLEAN]
    return group(
        f"{name}, các mục có ngày không sau ngày chốt số liệu.",
        **_SUMMARY,
        so_lieu=group("Tổng các trường số.", **_counts(summed(form))),
        co=group("Số mục ghi «có» ở từng trường.", **_counts(booleans)),
        theo=group(
            "Số mục theo từng trường chọn.",
            **{
                one.code: many(
                    f"Theo {one.label.lower()}.",
                    ma=text("Mã lựa chọn.", "khac"),
                    nhan=text("Chữ của lựa chọn.", "Loại khác"),
                    so_muc=number("Số mục.", "6"),
                )
                for one in grouped(form)
            },
        ),
        muc=many("Các mục.", stt=number("Số thứ tự.", "1"), **_values(form)),
    )


def _counts(fields: Sequence[FormField]) -> dict[str, TemplateField]:
    return {one.code: number(f"{one.label}.", "12") for one in fields}


def _values(form: Form) -> dict[str, TemplateField]:
    codes = {one.code: text(f"Mã của {one.label.lower()}.", "khac") for one in grouped(form)}
    fields = {one.code: value_field(one) for one in form.fields}
    return {"ma": group("Mã của các trường chọn.", **codes), **fields}


def one_entry(entry: ReportEntry | None, plan: Plan | None) -> dict[str, TemplateField]:
    """What a paper about one entry of a register may print besides."""
    register = (
        plan.registers_by_code.get(entry.register or "") if entry is not None and plan is not None else None
    )
    form = plan.forms_by_code.get(register.form) if register is not None and plan is not None else None
    return {
        "so": group(
            "Sổ theo dõi.", ma=text("Mã sổ.", "tham-dinh"), ten=text("Tên sổ.", "Sổ phiếu thẩm định")
        ),
        "don_vi": group("Đơn vị của mục; trống khi sổ không ghi đơn vị.", **UNIT),
        "muc": group(
            "Mục của sổ, theo mã trường của biểu mẫu, ví dụ {{ muc.tieu_de }}.",
            **(_values(form) if form is not None else {}),
        ),
        "truong": many(
            "Mọi trường của biểu mẫu, trừ bảng, theo thứ tự khai.",
            ma=text("Mã trường.", "tieu_de"),
            kieu=text("Kiểu của trường, như khai ở biểu mẫu.", "van-ban"),
            nhan=text("Nhãn của trường.", "Tiêu đề"),
            gia_tri=text("Giá trị bằng lời; để trống khi chưa ghi.", "Ngày hội đọc sách"),
        ),
    }
