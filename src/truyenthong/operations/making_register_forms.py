"""``form`` for a register: what its forms are made from and what they are called; writes no file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truyenthong.blanks.filled import BlankRequest
from truyenthong.blanks.register_forms import ENTRIES, entries_form, register_duty
from truyenthong.errors import UsageError
from truyenthong.model.forms import Content, Form
from truyenthong.model.registers import Register
from truyenthong.model.units import Unit
from truyenthong.operations.loading import Ready

MOST_COLUMNS = 12
"""Columns that can still be read side by side on a page that lies."""
MOST_ROWS = 500


def register_units(work: Ready) -> tuple[Unit, ...]:
    """The units that there are in the year of the plan, for one form each."""
    days = work.plan.year.days
    return tuple(one for one in work.roster.ordered() if one.exists_within(days))


def register_requests(
    work: Ready, register: Register, units: Sequence[Unit | None], *, table: bool, rows: int | None
) -> Iterator[BlankRequest]:
    """What the forms are made from.

    Args:
        work: the workspace.
        register: whose entries they take.
        units: for whom; None is nobody in particular.
        table: many entries; else one.
        rows: how many empty rows the table has; None: as many as is usual.
    """
    form = work.plan.forms_by_code[register.form]
    own = entries_form(form) if table else form
    empty: Content | None = {ENTRIES: ({},) * rows} if rows is not None else None
    for unit in units:
        yield BlankRequest(
            plan=work.plan,
            roster=work.roster,
            obligation=register_duty(register),
            form=own,
            unit=unit,
            register=register,
            content=empty if table else _begun(work, register, form, unit),
            sample=work.settings.sample_data,
        )


def _begun(work: Ready, register: Register, form: Form, unit: Unit | None) -> Content | None:
    """What stands in the form of one entry already: its unit, unless that writes about others."""
    if unit is None or register.unit is None or work.roster.is_inside(unit):
        return None
    return {one.code: unit.code if one.code == register.unit else None for one in form.fields}


def check_rows(rows: int, form: Form, *, word: bool) -> None:
    """Refuses a table that nobody can fill in.

    Raises:
        UsageError: too few or too many rows, or more columns than a page of Word takes.
    """
    if not 1 <= rows <= MOST_ROWS:
        raise UsageError(f"--rows không nhận «{rows}».", hint=f"từ 1 đến {MOST_ROWS} hàng.")
    if word and len(form.fields) > MOST_COLUMNS:
        raise UsageError(
            f"Biểu «{form.code}» có {len(form.fields)} cột, không vừa một trang Word.",
            hint="bỏ --rows để mỗi mục một phiếu, hoặc thêm --format xlsx.",
        )
