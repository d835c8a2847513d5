"""Forms of the registers of the real plan, filled in with the made-up entries of the example year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from support.forms.word_forms import year
from truyenthong.documents.registers import encode_entry
from truyenthong.forms.entries import ENTRIES
from truyenthong.forms.excel import write_xlsx
from truyenthong.forms.filled import BlankRequest
from truyenthong.forms.word import write_docx
from truyenthong.model.forms import Content, Form, Row
from truyenthong.operations.forms import register_requests
from truyenthong.yamltext.tree import Value

REGISTERS = tuple(year().plan.registers_by_code)


def form_of(register: str) -> Form:
    """The form of an entry."""
    plan = year().plan
    return plan.forms_by_code[plan.registers_by_code[register].form]


def entries_of(register: str) -> tuple[Content, ...]:
    """What stands in a register of the example year."""
    ledgers = year().loaded.records.ledgers
    (ledger,) = [one for one in ledgers if one.register.code == register]
    return tuple(one.content for one in ledger.entries)


def trees_of(register: str, entries: Sequence[Content]) -> list[dict[str, Value]]:
    """Entries as they stand in the register's file."""
    return [encode_entry(one, form_of(register)) for one in entries]


def register_request(register: str, *, unit: str | None = None, table: bool = False) -> BlankRequest:
    """What a form of a register is made from."""
    work = year()
    units = (work.roster.by_code[unit] if unit is not None else None,)
    declared = work.plan.registers_by_code[register]
    (request,) = register_requests(work, declared, units, table=table, rows=None)
    return request


def sheet(register: str, entry: Content | None, *, unit: str | None = None) -> bytes:
    """The Word form of one entry, filled in."""
    request = register_request(register, unit=unit)
    return write_docx(replace(request, content=entry) if entry is not None else request)


def table(register: str, entries: Sequence[Content], *, unit: str | None = None, kind: str = "xlsx") -> bytes:
    """The form of many entries, filled in."""
    rows: tuple[Row, ...] = tuple(
        {code: value for code, value in one.items() if not isinstance(value, tuple)} for one in entries
    )
    request = replace(register_request(register, unit=unit, table=True), content={ENTRIES: rows})
    return write_xlsx(request) if kind == "xlsx" else write_docx(request)
