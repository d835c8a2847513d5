"""Forms and contents at random, declared nowhere but here, come back from Word as they went in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as some

from support.word_forms import every_type, read, request_for, tree_of, year
from truyenthong.blanks.filled import BlankRequest, Filled
from truyenthong.blanks.word_forms import read_docx, write_docx
from truyenthong.model.forms import Bounds, Choice, Content, Field, FieldType, Form, Row, Scalar
from truyenthong.model.moments import Moment
from truyenthong.text import nfc

DUTY = "bao-cao-du-luan"
LETTERS = some.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"), exclude_characters="…\ufffe\uffff\ufeff"
)
SCALARS = tuple(one for one in FieldType if one is not FieldType.TABLE)


@some.composite
def texts(draw: some.DrawFn) -> str:
    lines = draw(some.lists(some.text(LETTERS, max_size=30), min_size=1, max_size=4))
    text = nfc("\n".join(line if line.strip() else "" for line in lines))
    return text.strip(" \t\n\u00a0\u200b\u200c\u200d\u2060\ufeff").strip() or "chữ"


@some.composite
def labels(draw: some.DrawFn) -> str:
    words = some.sampled_from(["Số", "tin", "bài", "Ngày", "Đơn vị", "<&>", '"nêu"', "Kết quả", "1."])
    return " ".join(draw(some.lists(words, min_size=1, max_size=5)))


@some.composite
def fields(draw: some.DrawFn, code: str, *, columns: bool = True) -> Field:
    kinds = (*SCALARS, FieldType.TABLE) if columns else SCALARS
    kind = draw(some.sampled_from(kinds))
    inner: list[Field] = []
    if kind is FieldType.TABLE:
        count = draw(some.integers(1, 6))
        inner = [draw(fields(f"c{place}", columns=False)) for place in range(count)]
    choices = [Choice(code=f"m-{place}", label=draw(labels())) for place in range(3)]
    return Field(
        code=code,
        label=draw(labels()),
        type=kind,
        measure=draw(some.sampled_from([None, "người"])),
        guidance=draw(some.sampled_from([None, "Ghi cho đúng; chưa có thì để trống."])),
        choices=tuple(choices) if kind is FieldType.CHOICE else (),
        bounds=Bounds(longest=draw(some.sampled_from([None, 100, 500, 4000]))),
        columns=tuple(inner),
    )


@some.composite
def forms(draw: some.DrawFn) -> Form:
    count = draw(some.integers(1, 6))
    declared = tuple(draw(fields(f"f{place}")) for place in range(count))
    return Form(code="thu", name="Báo cáo thử", version=1, fields=declared)


@some.composite
def values(draw: some.DrawFn, field: Field) -> Scalar:
    numbers = some.decimals(-999999, 999999, places=2, allow_nan=False)
    days = some.dates(date(1950, 1, 1), date(2090, 12, 31))
    by_kind: dict[FieldType, some.SearchStrategy[Scalar]] = {
        FieldType.TEXT: texts(),
        FieldType.INTEGER: some.integers(-(10**6), 10**6),
        FieldType.NUMBER: numbers.map(lambda one: Decimal(one) + 0),
        FieldType.DATE: days,
        FieldType.MOMENT: days.map(lambda day: Moment(day=day, hour=time(9, 15))),
        FieldType.BOOLEAN: some.booleans(),
        FieldType.CHOICE: some.sampled_from([one.code for one in field.choices] if field.choices else ["-"]),  # type: ignore[union-attr]
    }
    return draw(some.one_of(some.none(), by_kind[field.type]))


@some.composite
def contents(draw: some.DrawFn, form: Form) -> Content:
    content: Content = {}
    for field in form.fields:
        if field.type is FieldType.TABLE:
            rows = draw(some.lists(some.just(field), max_size=4))
            filled: list[Row] = [{one.code: draw(values(one)) for one in field.columns} for _ in rows]
            content[field.code] = tuple(
                row for row in filled if any(value is not None for value in row.values())
            )
        else:
            content[field.code] = draw(values(field))
    return content


@some.composite
def requests(draw: some.DrawFn) -> BlankRequest:
    form = draw(forms())
    return replace(request_for(DUTY), form=form, content=draw(contents(form)))


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
