"""Forms of registers: what is written into them comes back, they say what they are for, and are lawful."""

from __future__ import annotations

import pytest

from support.forms.register_forms import (
    REGISTERS,
    entries_of,
    form_of,
    register_request,
    sheet,
    table,
    trees_of,
)
from support.forms.word_forms import year
from truyenthong.forms.entries import entries_in, with_register_forms
from truyenthong.forms.excel import read_xlsx, write_xlsx
from truyenthong.forms.filled import Filled
from truyenthong.forms.identity import Genuineness, genuineness
from truyenthong.forms.word import read_docx, write_docx
from truyenthong.yamltext.tree import Value

KINDS = ("docx", "xlsx")


def read(data: bytes, kind: str) -> Filled:
    plan, roster = with_register_forms(year().plan), year().roster
    filled = read_docx(data, plan, roster) if kind == "docx" else read_xlsx(data, plan, roster)
    assert filled is not None
    return filled


def found(filled: Filled, *, is_table: bool) -> list[dict[str, Value]]:
    """The entries as they stand in a register's file."""
    entries = entries_in(filled.values, table=is_table)
    return [{code: one for code, one in entry.items() if one is not None} for _, entry in entries]


@pytest.mark.parametrize("register", REGISTERS)
def test_one_entry_comes_back_from_its_sheet(register: str) -> None:
    for entry in entries_of(register)[:3]:
        filled = read(sheet(register, entry), "docx")
        assert found(filled, is_table=False) == trees_of(register, [entry])
        assert filled.findings == ()
        assert filled.paper == {}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("register", REGISTERS)
def test_many_entries_come_back_from_a_table(register: str, kind: str) -> None:
    entries = entries_of(register)
    filled = read(table(register, entries, kind=kind), kind)
    assert found(filled, is_table=True) == trees_of(register, entries)
    assert filled.findings == ()
    assert filled.identity is not None
    assert filled.identity.form == f"{form_of(register).code}--muc"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("register", REGISTERS)
def test_a_blank_form_is_empty_and_carries_its_register(register: str, kind: str) -> None:
    request = register_request(register, unit="van-phong-so", table=kind == "xlsx")
    filled = read(write_docx(request) if kind == "docx" else write_xlsx(request), kind)
    assert filled.untouched
    assert found(filled, is_table=kind == "xlsx") == []
    own = filled.identity
    assert own is not None
    assert (own.obligation, own.unit, own.period) == (register, "van-phong-so", None)
    form = with_register_forms(year().plan).forms_by_code[own.form]
    assert genuineness(own, filled.check, form) is Genuineness.INTACT


def test_the_unit_of_a_form_stands_in_it_unless_it_writes_about_others() -> None:
    outside = read(sheet("tin-bai", None, unit="pgd-than-uyen"), "docx")
    assert outside.values["don_vi"] == "pgd-than-uyen"
    assert outside.unit_name == "Phòng Giáo dục và Đào tạo huyện Than Uyên"
    assert read(sheet("tham-dinh", None, unit="van-phong-so"), "docx").values["don_vi"] is None


def test_no_code_of_a_form_in_a_plan_is_that_of_a_table() -> None:
    plan = year().plan
    made = with_register_forms(plan).forms
    assert len({one.code for one in made}) == len(made) == len(plan.forms) + len(REGISTERS)
    assert {one.code for one in made} >= {f"{form_of(one).code}--muc" for one in REGISTERS}
