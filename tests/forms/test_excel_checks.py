"""The checks of a form as formulas come out in a spreadsheet as the program itself decides them."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from support.forms.checked_excel import CONTENTS, FORM, saved, sources
from support.forms.excel_forms import read_excel
from support.forms.word_forms import request_for, tree_of, year
from truyenthong.forms.excel.formulas import FAILS, HOLDS, OPEN, Formulas
from truyenthong.forms.excel.layout import CHECKS_TITLE, Layout
from truyenthong.forms.labels import Displays
from truyenthong.model.expressions import evaluate, parse_expression
from truyenthong.model.forms import Choice

RESULTS = {True: HOLDS, False: FAILS, None: OPEN}


def formulas() -> Formulas:
    request = replace(request_for("bao-cao-du-luan"), form=FORM)
    return Formulas(layout=Layout.of(request), displays=Displays(plan=request.plan, roster=year().roster))


def told(data: bytes, *, results: bool) -> list[object]:
    """The third column of the sheet of checks, one for each check of the form."""
    sheet = load_workbook(io.BytesIO(data), data_only=results)[CHECKS_TITLE]
    return [cell.value for cell in sheet["C"][-len(FORM.checks) :]]


@pytest.mark.parametrize("name", CONTENTS)
def test_a_spreadsheet_comes_to_the_same_result(name: str) -> None:
    expected = {one.source: RESULTS[evaluate(one.expression, CONTENTS[name])] for one in FORM.checks}
    assert dict(zip(expected, told(saved(name), results=True), strict=True)) == expected


@pytest.mark.parametrize("name", CONTENTS)
def test_what_was_reckoned_has_the_formulas_of_today(name: str) -> None:
    def bare(formula: object) -> str:
        return re.sub(r"[$' ]", "", str(formula))

    made, kept = sources()[f"kiem-tra-{name}.xlsx"], saved(name)
    assert [bare(one) for one in told(kept, results=False)] == [
        bare(one) for one in told(made, results=False)
    ]
    assert read_excel(kept, FORM).values == tree_of(CONTENTS[name], FORM)


def test_the_contents_bring_each_check_to_each_result() -> None:
    seen = {
        (one.source, evaluate(one.expression, content))
        for content in CONTENTS.values()
        for one in FORM.checks
    }
    decided = {source for source, result in seen if result is not None}
    assert decided == {one.source for one in FORM.checks}
    both = [one.source for one in FORM.checks if {(one.source, True), (one.source, False)} <= seen]
    assert len(both) > len(FORM.checks) // 2


def test_what_a_formula_cannot_say_is_left_to_the_office() -> None:
    long = parse_expression(f'chu == "{"x" * 300}"')
    assert not isinstance(long, tuple)
    assert formulas().check(long) is None
    foreign = parse_expression("khong_co > 1")
    assert not isinstance(foreign, tuple)
    assert formulas().check(foreign) is None


def test_two_lists_that_differ_are_not_compared_by_their_words() -> None:
    fields = tuple(
        replace(one, choices=(Choice(code="xong", label="Khác"),)) if one.code == "chon_hai" else one
        for one in FORM.fields
    )
    request = replace(request_for("bao-cao-du-luan"), form=replace(FORM, fields=fields))
    said = Formulas(layout=Layout.of(request), displays=Displays(plan=request.plan, roster=year().roster))
    expression = parse_expression("chon == chon_hai")
    assert not isinstance(expression, tuple)
    assert said.check(expression) is None
