"""A marked copy of an Excel form: a comment at each place, every value as it was sent."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook

from support.forms.excel_forms import FOLDER, changed, read_excel, sheet_of, typed_into
from support.forms.saved_word_forms import FORM
from support.forms.word_forms import request_for
from truyenthong.forms.excel import mark_xlsx, write_xlsx
from truyenthong.forms.filled import Mark, Spot
from truyenthong.ooxml.archive import ArchiveError
from truyenthong.ooxml.xml import PartError

DATA = typed_into(write_xlsx(request_for("bao-cao-nam")), {"tin_bai.da_gui": "12 bài", "han_che": "Ít."})


def comments(data: bytes) -> dict[str, str]:
    """The comments by sheet and cell."""
    book = load_workbook(io.BytesIO(data))
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment is not None
    }


def test_a_comment_stands_where_the_value_stands() -> None:
    place = read_excel(DATA).places["tin_bai", 0, "da_gui"]
    marked = mark_xlsx(DATA, [Mark(spot=place, text="«12 bài» không phải số.\nChỉ ghi số: 12.")])
    assert comments(marked) == {"11. Tin, bài theo kênh!C5": "«12 bài» không phải số.\nChỉ ghi số: 12."}


def test_general_remarks_stand_at_the_head_and_a_lost_place_is_named() -> None:
    lost = Spot(words="trang «Cũ», ô C5", locator="Cũ!C5")
    wrong = Spot(words="chỗ lạ", locator="Biểu!không phải ô")
    marks = [Mark(spot=None, text="Gửi muộn."), Mark(spot=lost, text="Thiếu."), Mark(spot=wrong, text="Sai.")]
    (told,) = comments(mark_xlsx(DATA, marks)).items()
    assert told == ("Biểu!B2", "Gửi muộn.\ntrang «Cũ», ô C5: Thiếu.\nchỗ lạ: Sai.")


def test_the_copy_is_read_the_same_and_made_the_same_twice() -> None:
    filled = read_excel(DATA)
    marks = [Mark(spot=one, text=one.words) for one in filled.places.values()]
    marked = mark_xlsx(DATA, marks)
    again = read_excel(marked)
    assert (again.values, again.places, again.identity) == (filled.values, filled.places, filled.identity)
    assert marked == mark_xlsx(DATA, marks)


def test_a_comment_that_stands_there_stays() -> None:
    once = mark_xlsx(DATA, [Mark(spot=None, text="Một.")])
    assert [*comments(mark_xlsx(once, [Mark(spot=None, text="Hai.")])).values()] == ["Một.\nHai."]


def test_a_form_that_libreoffice_saved_can_be_marked() -> None:
    data = (FOLDER / "dien.xlsx").read_bytes()
    filled = read_excel(data, FORM)
    marked = mark_xlsx(data, [Mark(spot=one, text=one.words) for one in filled.places.values()])
    assert read_excel(marked, FORM).values == filled.values


def test_a_place_inside_of_merged_cells_is_marked_where_they_begin() -> None:
    def merge(book: Workbook) -> None:
        sheet_of(book, "tin_bai").merge_cells("B5:B6")

    spot = Spot(words="ô B6", locator="11. Tin, bài theo kênh!B6")
    marked = mark_xlsx(changed(DATA, merge), [Mark(spot=spot, text="Bỏ gộp.")])
    assert comments(marked) == {"11. Tin, bài theo kênh!B5": "Bỏ gộp."}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", DATA[:3000]], ids=["nothing", "a head", "cut off"])
def test_what_cannot_be_opened_is_not_marked(data: bytes) -> None:
    with pytest.raises((ArchiveError, PartError)):
        mark_xlsx(data, [Mark(spot=None, text="x")])
