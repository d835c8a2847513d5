"""Forms that LibreOffice has opened and saved are read like those of Word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.forms.saved_word_forms import CONTENT, FOLDER, FORM, sources
from support.forms.word_forms import tree_of, year
from truyenthong.forms.filled import Filled, Mark
from truyenthong.forms.word import mark_docx, read_docx


def read(data: bytes) -> Filled:
    plan = replace(year().plan, forms=(*year().plan.forms, FORM))
    filled = read_docx(data, plan, year().roster)
    assert filled is not None
    return filled


def saved(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def test_what_stood_in_a_form_stands_in_the_saved_one() -> None:
    filled = read(saved("dien.docx"))
    assert filled.values == tree_of(CONTENT, FORM)
    assert filled.paper == {"so": "45", "ky_hieu": "BC-PGDĐT", "ngay": "03/02/2021"}
    assert filled.nil
    assert filled.unit_name == "Phòng Giáo dục và Đào tạo huyện Than Uyên"
    assert not filled.findings


def test_a_blank_form_is_still_blank() -> None:
    filled = read(saved("trong.docx"))
    assert filled.untouched
    assert not filled.findings


def test_what_was_typed_in_word_before_is_there() -> None:
    filled = read(saved("go-trong-word.docx"))
    typed = {"o_van_ban": "Một", "o_so": "3", "o_chon": "mot", "o_ngay": "3/2/2021"}
    row = {"o_so_nguyen": None, "o_ngay_gio": None, "o_dung_sai": None, **typed}
    assert filled.values == {**row, "bang": [row]}


@pytest.mark.parametrize("name", sorted(sources()))
def test_identity_and_check_value_survive(name: str) -> None:
    filled = read(saved(name))
    assert filled.identity is not None
    assert filled.check == filled.identity.check
    assert filled.identity == read(sources()[name]).identity


@pytest.mark.parametrize("name", sorted(sources()))
def test_a_saved_form_can_be_marked(name: str) -> None:
    filled = read(saved(name))
    marks = [Mark(spot=spot, text=spot.words) for spot in filled.places.values()]
    again = read(mark_docx(saved(name), [*marks, Mark(spot=None, text="Xem lại.")]))
    assert (again.values, again.places) == (filled.values, filled.places)
