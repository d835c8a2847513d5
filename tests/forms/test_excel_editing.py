"""What people and programs do to an Excel form: what is read, what is told, what is never guessed."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from support.forms.excel_forms import CellValue, cell_of, changed, read_excel, sheet_of, typed_into
from support.forms.word_forms import every_type, request_for
from truyenthong.forms.excel import write_xlsx
from truyenthong.forms.filled import Filled

BLANK = write_xlsx(request_for("bao-cao-nam"))
TYPES = write_xlsx(replace(request_for("bao-cao-du-luan"), form=every_type()))


def after(change: Callable[[Workbook], None], data: bytes = BLANK) -> Filled:
    return read_excel(changed(data, change))


def codes(filled: Filled) -> list[str]:
    return [one.code for one in filled.findings]


def spots(filled: Filled) -> list[str | None]:
    return [one.ref.spot for one in filled.findings]


@pytest.mark.parametrize(
    ("field", "typed", "read"),
    [
        ("o_so_nguyen", 1200, "1.200"),
        ("o_so_nguyen", 12.0, "12"),
        ("o_so_nguyen", "12 bài", "12 bài"),
        ("o_so_nguyen", "1.200", "1.200"),
        ("o_so_nguyen", datetime.combine(date(2021, 5, 30), time()), "30/5/2021"),
        ("o_so", 0.1 + 0.2, "0,3"),
        ("o_so", 1.125, "1,1250"),
        ("o_so_nguyen", 0, "0"),
        ("o_ngay", date(2021, 5, 30), "30/5/2021"),
        ("o_ngay", datetime.combine(date(2021, 5, 30), time(9, 15)), "30/5/2021"),
        ("o_ngay", "30.5.21", "30.5.21"),
        ("o_ngay", "5/6/2021", "5/6/2021"),
        ("o_ngay", time(9, 15), "09:15:00"),
        ("o_ngay_gio", datetime.combine(date(2021, 5, 30), time(9, 15)), "30/5/2021 09:15"),
        ("o_ngay_gio", datetime.combine(date(2021, 5, 30), time()), "30/5/2021"),
        ("o_dung_sai", True, "có"),
        ("o_dung_sai", "Không", "không"),
        ("o_dung_sai", "rồi", "rồi"),
        ("o_chon", "Thứ hai", "hai"),
        ("o_chon", "hai", "hai"),
        ("o_chon", "Thứ ba", "Thứ ba"),
        ("o_van_ban", 45, "45"),
        ("o_van_ban", "  ", None),
    ],
)
def test_a_cell_is_read_as_a_person_would_have_typed_it(
    field: str, typed: CellValue, read: str | None
) -> None:
    filled = read_excel(typed_into(TYPES, {field: typed, f"bang.{field}": typed}), every_type())
    assert filled.values[field] == read
    table = filled.values["bang"]
    assert table == ([{**dict.fromkeys(every_type_codes()), field: read}] if read is not None else None)
    assert not filled.findings


def every_type_codes() -> list[str]:
    return [one.code for one in every_type().fields if one.code != "bang"]


def test_the_number_of_a_day_is_read_as_excel_means_it_and_told() -> None:
    def bare(number: int) -> Callable[[Workbook], None]:
        def set_number(book: Workbook) -> None:
            cell_of(book, "o_ngay").value = number
            cell_of(book, "o_ngay").number_format = "General"

        return set_number

    filled = read_excel(changed(TYPES, bare(1)), every_type())
    assert filled.values["o_ngay"] == "1"  # no day of this century: kept as it stands
    filled = read_excel(changed(TYPES, bare(44346)), every_type())
    assert filled.values["o_ngay"] == "30/5/2021"
    assert codes(filled) == ["TT607"]
    assert "30/5/2021" in filled.findings[0].message


def test_the_number_of_a_day_counts_from_1904_in_a_book_that_does() -> None:
    def old_mac(book: Workbook) -> None:
        book.epoch = datetime.combine(date(1904, 1, 1), time())
        cell_of(book, "o_ngay").value = 42884
        cell_of(book, "o_ngay").number_format = "General"

    assert read_excel(changed(TYPES, old_mac), every_type()).values["o_ngay"] == "30/5/2021"


def test_rows_left_blank_between_others_are_passed_over() -> None:
    def fill(book: Workbook) -> None:
        for row, number in ((1, 3), (4, 5)):
            cell_of(book, "tin_bai.da_gui", row).value = number

    filled = after(fill)
    empty = {"kenh": None, "da_dang": None, "phong_su": None}
    assert filled.values["tin_bai"] == [{**empty, "da_gui": "3"}, {**empty, "da_gui": "5"}]
    assert filled.places["tin_bai", 1, "da_gui"].words.endswith("ô C8")


def test_rows_moved_by_an_inserted_one_are_still_read() -> None:
    def insert(book: Workbook) -> None:
        cell_of(book, "tin_bai.da_gui").value = 3
        sheet_of(book, "tin_bai").insert_rows(5)
        book.worksheets[0].insert_rows(4)
        cell_of(book, "chi_dao").value = "Đã triển khai."

    filled = after(insert)
    assert filled.values["chi_dao"] == "Đã triển khai."
    assert isinstance(filled.values["tin_bai"], list)


def test_columns_moved_and_sheets_renamed_are_found_by_their_tags() -> None:
    def move(book: Workbook) -> None:
        cell_of(book, "tin_bai.da_gui").value = 3
        sheet = sheet_of(book, "tin_bai")
        sheet.insert_cols(2)
        sheet.title = "Trang khác"
        book.move_sheet(sheet, -2)

    filled = after(move)
    assert filled.values["tin_bai"] == [{"kenh": None, "da_gui": "3", "da_dang": None, "phong_su": None}]
    assert filled.places["tin_bai", 0, "da_gui"].words == "trang «Trang khác», ô D5"


def test_a_lost_column_and_a_lost_sheet_are_told() -> None:
    def lose(book: Workbook) -> None:
        sheet_of(book, "tin_bai").delete_cols(3)
        book.remove(sheet_of(book, "vu_viec"))

    filled = after(lose)
    assert codes(filled) == ["TT603", "TT603"]
    assert "«Đã gửi»" in filled.findings[0].message
    assert "«Vụ việc đáng chú ý»" in filled.findings[1].message


def test_what_stands_outside_of_the_fields_is_told_and_not_lost_in_silence() -> None:
    def scribble(book: Workbook) -> None:
        first = book.worksheets[0]
        first["G20"] = "Ghi chú thêm"
        sheet = sheet_of(book, "tin_bai")
        sheet["F4"], sheet["F5"], sheet["F6"] = "Ghi chú", "đăng lại", "nữa"
        book.create_sheet("Của tôi")["A1"] = "Số khác"

    filled = after(scribble)
    assert codes(filled) == ["TT604", "TT604", "TT604"]
    assert spots(filled) == ["trang «Biểu», ô G20", "trang «11. Tin, bài theo kênh», ô F5", "trang «Của tôi»"]


def test_an_error_and_a_formula_without_result_are_told_and_kept() -> None:
    data = typed_into(BLANK, {"cong_tac_vien": "=1+1", "dot_tap_huan": "#REF!", "han_che": "=SUM(A1)"})
    filled = read_excel(data)
    assert codes(filled) == ["TT606", "TT606", "TT606"]
    assert filled.values["cong_tac_vien"] == "=1+1"
    assert filled.values["dot_tap_huan"] == "#REF!"


def test_the_result_of_a_formula_is_read() -> None:
    data = typed_into(BLANK, {"cong_tac_vien": "=1+1"})
    entry = b"<f>1+1</f><v/>"
    assert entry in part_of(data, "xl/worksheets/sheet1.xml") or b"<f>1+1</f><v></v>" in part_of(
        data, "xl/worksheets/sheet1.xml"
    )
    filled = read_excel(with_result(data, 2))
    assert filled.values["cong_tac_vien"] == "2"
    assert not filled.findings


def part_of(data: bytes, name: str) -> bytes:
    from truyenthong.ooxml.archive import read_archive  # noqa: PLC0415 - beside its only use

    return next(one.unpack() for one in read_archive(data) if one.name == name)


def with_result(data: bytes, result: int) -> bytes:
    """The file with the result that Excel would have saved beside the formula."""
    from truyenthong.ooxml.archive import pack, read_archive, write_archive  # noqa: PLC0415

    entries = []
    for one in read_archive(data):
        if one.name == "xl/worksheets/sheet1.xml":
            text = one.unpack()
            for empty in (b"<v/>", b"<v />", b"<v></v>"):
                text = text.replace(b"<f>1+1</f>" + empty, b"<f>1+1</f><v>%d</v>" % result)
            entries.append(pack(one.name, text))
        else:
            entries.append(one)
    return write_archive(entries)


def test_cells_merged_over_rows_are_told() -> None:
    def merge(book: Workbook) -> None:
        cell_of(book, "tin_bai.kenh").value = "Website Ngành"
        cell_of(book, "tin_bai.da_gui", 1).value = 1
        cell_of(book, "tin_bai.da_gui", 2).value = 2
        sheet_of(book, "tin_bai").merge_cells("B5:B6")

    filled = after(merge)
    assert codes(filled) == ["TT608"]
    rows = filled.values["tin_bai"]
    assert isinstance(rows, list)
    assert [row["kenh"] for row in rows if isinstance(row, dict)] == ["website-nganh", None]


def test_a_field_copied_to_a_second_place_is_told_where_they_differ() -> None:
    def copy(book: Workbook) -> None:
        sheet = book.worksheets[0]
        cell_of(book, "han_che").value = "Một"
        sheet["A60"], sheet["D60"] = "tt:noi_dung.han_che", "Hai"

    filled = after(copy)
    assert filled.values["han_che"] == "Một"
    assert codes(filled) == ["TT602"]


def test_letters_in_an_old_font_are_told() -> None:
    def type_(book: Workbook) -> None:
        cell_of(book, "han_che").value = "Ch­a cã"
        cell_of(book, "han_che").font = Font(name=".VnTime")

    assert codes(after(type_)) == ["TT605"]


def test_nil_in_other_words_is_asked_about() -> None:
    blank = write_xlsx(request_for("bao-cao-du-luan"))
    for word, nil, told in (
        ("x", True, []),
        ("Có", True, []),
        ("không", False, []),
        ("chắc", False, ["TT604"]),
    ):
        filled = read_excel(typed_into(blank, {"tt:khong_phat_sinh": word}))
        assert (filled.nil, codes(filled)) == (nil, told)


def test_a_form_without_tags_is_read_by_its_words() -> None:
    def strip(book: Workbook) -> None:
        cell_of(book, "han_che").value = "Còn ít bài."
        cell_of(book, "tin_bai.da_gui").value = 3
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str) and cell.value.startswith("tt:"):
                        sheet[cell.coordinate].value = None

    filled = after(strip)
    assert filled.identity is not None
    assert filled.values["han_che"] == "Còn ít bài."
    assert filled.values["tin_bai"] == [{"kenh": None, "da_gui": "3", "da_dang": None, "phong_su": None}]


def test_what_the_form_is_stands_on_its_first_sheet_too() -> None:
    fresh = Workbook()
    source = load_workbook(io.BytesIO(typed_into(BLANK, {"han_che": "Còn ít bài."})))
    assert fresh.active is not None
    for row in source.worksheets[0].iter_rows():
        for cell in row:
            if cell.value is not None and cell.data_type != "f":
                fresh.active[cell.coordinate] = cell.value
    stream = io.BytesIO()
    fresh.save(stream)
    filled = read_excel(stream.getvalue())
    assert filled.identity == read_excel(BLANK).identity
    assert filled.check == filled.identity.check if filled.identity is not None else None
    assert filled.values["han_che"] == "Còn ít bài."


def test_another_excel_file_is_no_form() -> None:
    from support.forms.word_forms import year  # noqa: PLC0415 - beside its only use
    from truyenthong.forms.excel import read_xlsx  # noqa: PLC0415

    stream = io.BytesIO()
    Workbook().save(stream)
    assert read_xlsx(stream.getvalue(), year().plan, year().roster) is None
