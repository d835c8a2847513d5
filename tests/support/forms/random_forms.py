"""Forms and contents at random, for the tests of every kind of file that carries forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from hypothesis import strategies as some

from support.forms.word_forms import request_for
from truyenthong.forms.filled import BlankRequest
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
