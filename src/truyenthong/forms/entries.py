"""The forms of a register: one for an entry, one for a table of entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from truyenthong.findings import FieldPath
from truyenthong.model.forms import Field, FieldType, Form
from truyenthong.model.plan import Obligation, Owners, Plan
from truyenthong.model.registers import Register
from truyenthong.yamltext.tree import Value

ENTRIES = "muc"
"""The table of a form that takes many entries."""
_TABLE_ENDING = "--muc"
"""Ends the code of such a form; no code in a plan holds two hyphens side by side."""


def register_duty(register: Register) -> Obligation:
    """The register as a duty: a form names what it was made for by the code of a duty."""
    return Obligation(
        code=register.code,
        name=register.name,
        clause=register.clause or "",
        quotation="",
        owners=Owners(),
        form=register.form,
    )


def entries_form(form: Form) -> Form:
    """A form that takes many entries; their checks are made when they come in."""
    table = Field(code=ENTRIES, label="Các mục", type=FieldType.TABLE, required=True, columns=form.fields)
    name = f"{form.name} (nhiều mục)"
    return Form(code=f"{form.code}{_TABLE_ENDING}", name=name, version=form.version, fields=(table,))


def with_register_forms(plan: Plan) -> Plan:
    """The plan with a form for many entries beside each form of a register, so that readers know them."""
    forms = plan.forms_by_code
    kept = dict.fromkeys(one.form for one in plan.registers if one.form in forms)
    return replace(plan, forms=(*plan.forms, *(entries_form(forms[code]) for code in kept)))


def entries_in(values: Mapping[str, Value], *, table: bool) -> Iterator[tuple[FieldPath, dict[str, Value]]]:
    """The entries in the values of a form, each with its path; an empty one is left out."""
    if not table:
        if any(value is not None for value in values.values()):
            yield (), dict(values)
        return
    rows = values.get(ENTRIES)
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, dict):
            yield (ENTRIES, index), row
