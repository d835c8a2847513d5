"""The figures of the office's own paper: exact sums, sentences and lines; nothing where nothing fits."""

from datetime import date
from decimal import Decimal

import pytest

from support.years.builders import board as board_of
from support.years.builders import plan, receipt, roster, submission, unit
from truyenthong.model.forms import Choice, ChoiceSource, Content, Field, FieldType, Form
from truyenthong.operations.record.sent import compiled
from truyenthong.views.totals import Gathering, Sent, ValueReader

UNITS = roster(unit("don-vi-a"), unit("don-vi-b"))
SOURCES = (Choice(code="bao", label="Báo chí"), Choice(code="mang", label="Mạng xã hội"))


def form(*fields: Field) -> Form:
    return Form(code="bieu-mau", name="Biểu mẫu", version=1, fields=fields)


def one(kind: FieldType, *, additive: bool = True) -> Field:
    return Field(code="truong", label="Trường", type=kind, additive=additive)


def taken(own: Form, units: Form, *contents: Content) -> Content | None:
    """What the office's form holds when the first units sent these contents."""
    day = date(2021, 5, 20)
    received = [submission(receipt(day), unit_code=code) for code in ("don-vi-a", "don-vi-b")]
    rows = board_of(date(2021, 6, 1), *received, of_roster=UNITS).rows
    sent = tuple(Sent(row=row, content=content) for row, content in zip(rows, contents, strict=False))
    return compiled(own, Gathering(form=units, counted=sent), ValueReader(plan=plan(), roster=UNITS))


@pytest.mark.parametrize(
    ("target", "values", "total"),
    [
        (FieldType.INTEGER, (3, 4), 7),
        (FieldType.NUMBER, (Decimal("0.1"), Decimal("0.2")), Decimal("0.3")),
        (FieldType.NUMBER, (Decimal("0.5"), Decimal("0.5")), 1),
        (FieldType.INTEGER, (Decimal("0.5"), 1), None),
        (FieldType.INTEGER, (None, 4), 4),
        (FieldType.INTEGER, (None, None), None),
    ],
)
def test_sums_are_exact(target: FieldType, values: tuple[Decimal | int | None, ...], total: object) -> None:
    contents: list[Content] = [{"truong": value} for value in values]
    assert taken(form(one(target)), form(one(FieldType.NUMBER)), *contents) == {"truong": total}


def test_of_a_yes_or_no_those_are_counted_who_say_yes() -> None:
    contents: list[Content] = [{"truong": True}, {"truong": False}]
    assert taken(form(one(FieldType.INTEGER)), form(one(FieldType.BOOLEAN)), *contents) == {"truong": 1}


def test_what_must_not_be_added_up_is_not() -> None:
    units = form(one(FieldType.INTEGER, additive=False))
    assert taken(form(one(FieldType.INTEGER)), units, {"truong": 3}, {"truong": 4}) == {"truong": None}


@pytest.mark.parametrize(
    ("target", "origin", "value"),
    [
        (FieldType.INTEGER, FieldType.TEXT, "3"),
        (FieldType.TEXT, FieldType.INTEGER, 3),
        (FieldType.TABLE, FieldType.TEXT, "chữ"),
        (FieldType.DATE, FieldType.DATE, date(2021, 5, 1)),
    ],
)
def test_kinds_that_do_not_fit_stay_empty(target: FieldType, origin: FieldType, value: object) -> None:
    content: Content = {"truong": value}  # type: ignore[dict-item]
    assert taken(form(one(target)), form(one(origin)), content) == {"truong": None}


def test_sentences_of_several_units_stand_once() -> None:
    text = form(one(FieldType.TEXT))
    content = taken(text, text, {"truong": "Thiếu máy. Ít người."}, {"truong": "ít người"})
    assert content == {"truong": "Ít người. Thiếu máy."}
    assert taken(text, text, {"truong": None}) == {"truong": None}


def test_a_line_tells_its_unit_and_the_words_of_its_choice() -> None:
    source = Field(code="nguon", label="Nguồn", type=FieldType.CHOICE, choices=SOURCES)
    lines = Field(code="truong", label="Bảng", type=FieldType.TABLE, columns=(source,))
    own_columns = (
        Field(code="nguon", label="Nguồn", type=FieldType.TEXT),
        Field(code="don_vi", label="Đơn vị", type=FieldType.CHOICE, choices=ChoiceSource.UNITS),
        Field(code="ghi_chu", label="Ghi chú", type=FieldType.TEXT),
    )
    own = Field(code="truong", label="Bảng", type=FieldType.TABLE, columns=own_columns)
    content = taken(form(own), form(lines), {"truong": ({"nguon": "bao"},)}, {"truong": ({"nguon": None},)})
    assert content == {
        "truong": (
            {"nguon": "Báo chí", "don_vi": "don-vi-a", "ghi_chu": None},
            {"nguon": None, "don_vi": "don-vi-b", "ghi_chu": None},
        )
    }


def test_a_field_that_units_do_not_have_is_left_out() -> None:
    other = Field(code="khac", label="Khác", type=FieldType.INTEGER)
    assert taken(form(one(FieldType.INTEGER)), form(other), {"khac": 3}) == {}


def test_without_figures_nothing_is_made_up() -> None:
    whole = form(one(FieldType.INTEGER))
    assert taken(whole, whole) is None
    assert compiled(whole, Gathering(), ValueReader(plan=plan(), roster=UNITS)) is None
