"""Forms of the registers of the real plan, filled in with the made-up entries of the example year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from support.forms.word_forms import year
from truyenthong.documents.registers import encode_entry
from truyenthong.forms.entries import ENTRIES
from truyenthong.forms.excel import write_xlsx
from truyenthong.forms.filled import BlankRequest
from truyenthong.forms.word import write_docx
from truyenthong.model.forms import Content, Form, Row
from truyenthong.model.moments import Moment
from truyenthong.operations.forms import register_requests
from truyenthong.yamltext.tree import Value

REGISTERS = tuple(year().plan.registers_by_code)


def form_of(register: str) -> Form:
    """The form of an entry."""
    plan = year().plan
    return plan.forms_by_code[plan.registers_by_code[register].form]


STATEMENTS: tuple[Content, ...] = tuple(
    {
        "so": f"PN-0{number}",
        "don_vi": unit,
        "luc": Moment(day=date(2021, number, 8), hour=hour),
        "nguoi_phat_ngon": "Nguyễn Văn Thí Dụ, Chánh Văn phòng",
        "voi_ai": "Báo Ví Dụ; phóng viên «Giả Sử»",
        "hinh_thuc": way,
        "noi_dung": "Việc tuyển sinh & phân luồng\nsau trung học cơ sở",
        **dict.fromkeys(("chu_de", "dong_y", "lien_ket", "ghi_chu")),
    }
    for number, unit, way, hour in (
        (1, "van-phong-so", "hop-bao", time(9, 30)),
        (3, "pgd-than-uyen", "tra-loi-phong-van", None),
    )
)
"""Made-up statements to the press: the example year has none."""


def entries_of(register: str) -> tuple[Content, ...]:
    """What stands in a register of the example year, or made-up entries where it has none."""
    found = [one for one in year().loaded.records.ledgers if one.register.code == register]
    if not found:
        return {"phat-ngon": STATEMENTS}[register]
    return tuple(one.content for one in found[0].entries)


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
