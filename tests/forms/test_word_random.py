"""Forms and contents at random, declared nowhere but here, come back from Word as they went in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as some

from support.forms.random_forms import DUTY, requests
from support.forms.word_forms import every_type, read, request_for, tree_of, year
from truyenthong.forms.filled import BlankRequest, Filled
from truyenthong.forms.word import read_docx, write_docx
from truyenthong.model.forms import Choice, Content, Field, FieldType, Form, Row
from truyenthong.model.moments import Moment


def read_with(form: Form, data: bytes) -> Filled:
    """What is read where the plan has that form."""
    plan = replace(year().plan, forms=(*year().plan.forms, form))
    filled = read_docx(data, plan, year().roster)
    assert filled is not None
    return filled


@settings(max_examples=80, deadline=None)
@given(requests())
def test_what_went_in_comes_back(request: BlankRequest) -> None:
    assert request.content is not None
    filled = read_with(request.form, write_docx(request))
    assert filled.values == tree_of(request.content, request.form)
    assert not filled.findings


@settings(max_examples=40, deadline=None)
@given(some.binary(max_size=400), some.integers(0, 20000))
def test_no_damage_to_a_file_stops_the_reader(noise: bytes, at: int) -> None:
    data = write_docx(request_for(DUTY))
    place = at % len(data)
    damaged = data[:place] + noise + data[place + len(noise) :]
    filled = read_docx(damaged, year().plan, year().roster)
    assert filled is None or filled.findings or filled.identity is not None


def test_a_form_declared_nowhere_but_here_needs_no_code() -> None:
    form = every_type()
    day = date(2021, 2, 3)
    row: Row = {
        "o_van_ban": "Chữ",
        "o_so_nguyen": 1200,
        "o_so": Decimal("12.5"),
        "o_ngay": day,
        "o_ngay_gio": Moment(day=day, hour=time(9, 15)),
        "o_dung_sai": False,
        "o_chon": "hai",
    }
    content: Content = {**row, "bang": (row, {**row, "o_chon": None})}
    assert set(row) == {one.code for one in form.fields} - {"bang"}
    filled = read_with(form, write_docx(replace(request_for(DUTY), form=form, content=content)))
    expected = {
        "o_van_ban": "Chữ",
        "o_so_nguyen": "1.200",
        "o_so": "12,5",
        "o_ngay": "03/02/2021",
        "o_ngay_gio": "03/02/2021 09:15",
        "o_dung_sai": "không",
        "o_chon": "hai",
    }
    assert filled.values == {**expected, "bang": [expected, {**expected, "o_chon": None}]}


def test_a_form_of_last_year_keeps_its_values_and_misses_nothing() -> None:
    old = every_type()
    made = write_docx(replace(request_for(DUTY), form=old, content={"o_van_ban": "Cũ", "o_so": Decimal(2)}))
    kept = tuple(one for one in old.fields if one.code not in {"o_so", "o_chon"})
    new = Field(code="moi", label="Mục mới", type=FieldType.TEXT)
    filled = read_with(replace(old, version=2, fields=(*kept, new)), made)
    assert (filled.values["o_van_ban"], filled.values["o_so"], filled.values["moi"]) == ("Cũ", "2", None)
    assert not filled.findings


def test_an_ordinary_paper_is_no_form() -> None:
    template = (year().loaded.workspace.root.parents[1] / "templates" / "tien-do.docx").read_bytes()
    assert read_docx(template, year().plan, year().roster) is None
    assert read(write_docx(request_for(DUTY))).untouched


def test_codes_too_long_for_a_tag_of_word_are_found_all_the_same() -> None:
    column = Field(code="c" * 40, label="Cột", type=FieldType.TEXT)
    table = Field(code="b" * 40, label="Bảng", type=FieldType.TABLE, columns=(column,))
    form = Form(code="dai", name="Báo cáo dài", version=1, fields=(table,))
    content: Content = {table.code: ({column.code: "Chữ"},)}
    made = write_docx(replace(request_for(DUTY), form=form, content=content))
    assert read_with(form, made).values == {table.code: [{column.code: "Chữ"}]}


def test_labels_and_choices_too_long_for_word_are_cut_where_they_are_shown() -> None:
    long = "Một nhãn rất dài " * 30
    choice = Field(code="chon", label=long, type=FieldType.CHOICE, choices=(Choice(code="a", label=long),))
    form = Form(code="dai", name="Báo cáo dài", version=1, fields=(choice,))
    made = write_docx(replace(request_for(DUTY), form=form, content={"chon": "a"}))
    assert read_with(form, made).values == {"chon": "a"}


def test_a_value_that_is_no_choice_is_printed_as_it_is() -> None:
    form = every_type()
    made = write_docx(replace(request_for(DUTY), form=form, content={"o_chon": "ba", "o_ngay": None}))
    assert read_with(form, made).values["o_chon"] == "ba"
