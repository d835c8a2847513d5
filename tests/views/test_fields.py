"""Every name that a view holds is described, and every name that is described is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import pytest

from support.years.collected_reports import CASES, view_of
from support.years.collected_year import real_plan
from support.years.small_year import ENTRIES, small_input, small_roster
from truyenthong.model.reports import ReportScope
from truyenthong.views.build import build_view
from truyenthong.views.fields import view_fields
from truyenthong.views.subject import PlainValue
from truyenthong.word.fields import FieldKind, TemplateField

TYPES: Mapping[FieldKind, tuple[type, ...]] = {
    FieldKind.TEXT: (str,),
    FieldKind.NUMBER: (int, float),
    FieldKind.BOOLEAN: (bool,),
    FieldKind.DATE: (date,),
    FieldKind.LIST: (list,),
    FieldKind.MAPPING: (dict,),
    FieldKind.RUNS: (list,),
    FieldKind.CHART: (dict,),
}
MAY_BE_EMPTY = {FieldKind.NUMBER, FieldKind.DATE}


def differences(value: PlainValue, field: TemplateField, path: str) -> Iterator[str]:
    """Where a value and its description do not agree."""
    if value is None:
        if field.kind not in MAY_BE_EMPTY:
            yield f"{path}: trống mà là {field.kind}"
        return
    if not isinstance(value, TYPES[field.kind]):
        yield f"{path}: {type(value).__name__} mà khai là {field.kind}"
    elif field.kind is FieldKind.CHART:
        return  # whether it is data of a chart is told by filling one
    elif isinstance(value, dict):
        yield from name_differences(value, field.children, path)
    elif isinstance(value, list) and field.kind is FieldKind.LIST:
        yield from item_differences(value, field, path)


def item_differences(items: list[PlainValue], field: TemplateField, path: str) -> Iterator[str]:
    """The same for the items of a list."""
    for item in items:
        if isinstance(item, dict):
            yield from name_differences(item, field.children, f"{path}[]")
        elif field.children or not isinstance(item, str):
            yield f"{path}[]: {type(item).__name__} không khai"


def name_differences(
    value: Mapping[str, PlainValue], fields: Mapping[str, TemplateField], path: str
) -> Iterator[str]:
    """The same for the names of a group."""
    for name in value.keys() ^ fields.keys():
        yield f"{path}.{name}: {'chưa khai' if name in value else 'khai mà không có'}"
    for name in value.keys() & fields.keys():
        yield from differences(value[name], fields[name], f"{path}.{name}")


@pytest.mark.parametrize("empty", [False, True])
@pytest.mark.parametrize("code", ["ke-hoach", "tien-do", "don-doc"])
def test_a_sector_view_holds_exactly_what_is_described(code: str, *, empty: bool) -> None:
    view = build_view(small_input(empty=empty), ENTRIES[code])
    assert sorted(name_differences(view, view_fields(ReportScope.SECTOR), "")) == []


@pytest.mark.parametrize("unit", ["van-phong", "a", "b", "c", "x", "y"])
def test_a_unit_view_holds_exactly_what_is_described(unit: str) -> None:
    view = build_view(small_input(), ENTRIES["theo-don-vi"], unit=small_roster().by_code[unit])
    assert sorted(name_differences(view, view_fields(ReportScope.UNIT), "")) == []


@pytest.mark.parametrize("name", CASES)
def test_what_collects_holds_exactly_what_is_described(name: str) -> None:
    code = CASES[name][0]
    entry = next(one for one in real_plan().reports if one.code == code)
    fields = view_fields(entry.scope, entry=entry, plan=real_plan())
    told = [one for one in name_differences(view_of(name), fields, "") if not one.startswith(OPEN)]
    assert told == []


OPEN = (".bai_nop.so_lieu.", ".dong.")
"""What a unit typed: any value may be empty, and without a duty the form is not known."""


def test_every_kind_of_field_of_a_form_is_described() -> None:
    entry = next(one for one in real_plan().reports if one.code == "bien-nhan")
    fields = view_fields(
        ReportScope.SUBMISSION, entry=replace(entry, obligation="bao-cao-nam"), plan=real_plan()
    )
    values = fields["bai_nop"].children["so_lieu"].children
    kinds = {
        values[code].kind for code in ("chi_dao", "ke_hoach_ngay", "ke_hoach_long_ghep", "cong_tac_vien")
    }
    assert kinds == {FieldKind.TEXT, FieldKind.DATE, FieldKind.BOOLEAN, FieldKind.NUMBER}
    assert values["tin_bai"].children["da_dang"].kind is FieldKind.NUMBER


def every_field(fields: Mapping[str, TemplateField], path: str = "") -> Iterator[tuple[str, TemplateField]]:
    """All fields of a tree with their paths."""
    for name, field in fields.items():
        yield f"{path}.{name}", field
        yield from every_field(field.children, f"{path}.{name}")


@pytest.mark.parametrize("scope", list(ReportScope))
def test_each_field_has_a_whole_sentence_and_each_value_an_example(scope: ReportScope) -> None:
    for path, field in every_field(view_fields(scope)):
        assert field.sentence[0].isupper(), path
        assert field.sentence.endswith("."), path
        assert field.example or field.children or field.kind is FieldKind.MAPPING, path
