"""The rows of an appendix come off tables as offices lay them out; what has no place is told."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import pytest
from docx.document import Document
from docx.table import Table

from truyenthong.intake.appendix_table import (
    AppendixTable,
    Grid,
    NotWordTableError,
    read_appendix,
    read_tables,
)

HEAD = ("TT", "Thời gian", "Nội dung", "Đối tượng", "Hình thức")
FIRST = ("1", "Tháng 10", "Phòng chống đuối nước", "Học sinh", "Bài viết")
SECOND = ("2", "Tháng 11", "Gương người tốt", "Toàn ngành", "Phóng sự")


def table(document: Document, *rows: Sequence[str]) -> Table:
    made: Table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return made


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(document: Document) -> tuple[tuple[AppendixTable, ...], list[str]]:
    tables, findings = read_appendix(read_tables(saved(document)), file="phu-luc.docx")
    return tables, [one.code for one in findings]


def contents(found: AppendixTable) -> list[str | None]:
    return [row["noi_dung"] for row in found.rows]


def test_columns_are_known_by_their_headings_wherever_they_stand() -> None:
    document = docx.Document()
    document.add_paragraph("PHỤ LỤC SỐ 2")
    document.add_paragraph("Lịch truyền thông")
    table(
        document,
        (
            "Hình thức thực hiện",
            "NỘI DUNG TRUYỀN THÔNG",
            "Số TT",
            "Đối tượng tiếp nhận",
            "Thời gian, địa điểm",
        ),
        ("Bài viết", "Phòng chống đuối nước", "1", "", "Tháng 10"),
    )
    (found,), codes = read(document)
    assert (found.label, codes) == ("ii", [])
    assert found.rows == (
        {
            "thoi_gian": "Tháng 10",
            "noi_dung": "Phòng chống đuối nước",
            "doi_tuong": None,
            "hinh_thuc": "Bài viết",
            "don_vi": None,
        },
    )


def test_a_heading_of_two_rows_and_a_unit_beside_another() -> None:
    document = docx.Document()
    made = table(
        document,
        ("TT", "Nội dung", "Đơn vị", "Đơn vị", "Thời gian"),
        ("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"),
        ("(1)", "(2)", "(3)", "(4)", "(5)"),
        ("1", "Tập huấn", "Văn phòng Sở", "Các phòng", "Quý I"),
    )
    made.cell(0, 2).merge(made.cell(0, 3)).text = "Đơn vị"
    for place in (0, 1, 4):
        text = made.cell(0, place).text
        made.cell(0, place).merge(made.cell(1, place)).text = text
    (found,), codes = read(document)
    assert codes == []
    assert contents(found) == ["Tập huấn"]
    assert found.rows[0]["don_vi"] == "Văn phòng Sở; phối hợp: Các phòng"


def test_a_merged_time_belongs_to_every_row_that_it_covers() -> None:
    document = docx.Document()
    made = table(document, HEAD, FIRST, ("2", "", "Gương người tốt", "Toàn ngành", "Phóng sự"))
    made.cell(1, 1).merge(made.cell(2, 1))
    (found,), _ = read(document)
    assert [row["thoi_gian"] for row in found.rows] == ["Tháng 10", "Tháng 10"]


def test_a_table_goes_on_with_or_without_its_heading() -> None:
    document = docx.Document()
    table(document, HEAD, FIRST)
    document.add_paragraph()
    table(document, SECOND)
    table(document, HEAD, ("3", "Tháng 12", "Sơ kết", "", ""), HEAD, ("4", "", "Tổng kết", "", ""))
    (found,), codes = read(document)
    assert codes == []
    assert contents(found) == ["Phòng chống đuối nước", "Gương người tốt", "Sơ kết", "Tổng kết"]


def test_two_appendices_in_one_file_stay_apart() -> None:
    document = docx.Document()
    document.add_paragraph("Phụ lục I")
    table(document, HEAD, FIRST)
    document.add_paragraph("Phụ lục II")
    document.add_paragraph("(Kèm theo Kế hoạch số … của Sở)")
    table(document, HEAD, SECOND)
    tables, _ = read(document)
    assert [(one.label, contents(one)) for one in tables] == [
        ("i", ["Phòng chống đuối nước"]),
        ("ii", ["Gương người tốt"]),
    ]


def test_a_heading_between_rows_stays_as_a_row_and_is_told() -> None:
    document = docx.Document()
    made = table(document, HEAD, ("I. Học kỳ I", "", "", "", ""), FIRST)
    made.cell(1, 0).merge(made.cell(1, 4))
    (found,), codes = read(document)
    assert codes == ["TT673"]
    assert contents(found) == ["I. Học kỳ I", "Phòng chống đuối nước"]


def test_what_has_no_place_and_what_is_missing_is_told() -> None:
    document = docx.Document()
    table(document, (*HEAD, "Kinh phí"), (*FIRST, "5 triệu"), ("2", "Tháng 11", "", "Học sinh", "", ""))
    _, codes = read(document)
    assert codes == ["TT674", "TT671"]


@pytest.mark.parametrize("rows", [(("Việc", "Ai làm"), ("Họp", "Phòng")), (("Nội dung",), ("Họp",))])
def test_a_table_of_something_else_is_no_appendix(rows: tuple[tuple[str, ...], ...]) -> None:
    document = docx.Document()
    table(document, *rows)
    tables, codes = read(document)
    assert (tables, codes) == ((), ["TT670"])


def test_words_of_a_content_control_and_of_a_mac_are_read() -> None:
    document = docx.Document()
    made = table(document, HEAD, FIRST)
    made.cell(0, 2).text = "Nội dung".encode().decode().replace("ộ", "o\u0323\u0302")
    cell = made.cell(1, 2)._tc
    wrapper = cell.makeelement(f"{{{cell.nsmap['w']}}}sdt", {})
    inner = wrapper.makeelement(f"{{{cell.nsmap['w']}}}sdtContent", {})
    wrapper.append(inner)
    cell.addprevious(wrapper)
    inner.append(cell)
    (found,), _ = read(document)
    assert contents(found) == ["Phòng chống đuối nước"]
    assert found.rows[0]["doi_tuong"] == "Học sinh"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", "Phụ lục".encode()])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(NotWordTableError):
        read_tables(data)


def test_an_empty_table_is_nothing() -> None:
    assert read_appendix([Grid(number=1, above=(), rows=(), whole=(), unseen=())], file="a.docx")[0] == ()
