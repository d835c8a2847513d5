"""``form``: makes blank forms of a duty or a register as files; one that somebody filled in is kept aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from truyenthong.checks import Source
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.forms.entries import ENTRIES, entries_form, register_duty
from truyenthong.forms.filled import BlankRequest
from truyenthong.model.forms import Content, Form
from truyenthong.model.forms import Row as FormRow
from truyenthong.model.owed import DutyPeriod, slots_of
from truyenthong.model.periods import Period
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.registers import LedgerEntry, Register
from truyenthong.model.units import Unit
from truyenthong.operations.choose import code_named, find_period, find_unit
from truyenthong.operations.examine import unread_entries
from truyenthong.operations.load import Ready, load, ready
from truyenthong.operations.record.ledger import find_register, names_of
from truyenthong.operations.submission_file import MEND_FIRST
from truyenthong.operations.validate import refuse_placeholders, refuse_unread, unread_before_unknown
from truyenthong.progress import Row
from truyenthong.text import day_wording, nearest
from truyenthong.views.registers import known_entries
from truyenthong.views.rows import duty_in_period
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.outputs import OutputFolder

MOST_COLUMNS = 12
"""Columns that can still be read side by side on a page that lies."""
MOST_ROWS = 500


FOLDER = "bieu"
"""Where forms go below the folder of the reports."""


class FormFormat(StrEnum):
    """The programs that forms are made for, by the endings of their files."""

    WORD = "docx"
    EXCEL = "xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOrder:
    """What was asked for.

    Attributes:
        obligation: the code of the duty, or of a register.
        unit: a code or a name; with None and not ``every``, a form for nobody in particular.
        period: as people write it; None takes the only one, or the one in which the day lies.
        every: one form for each unit that owes the duty.
        rows: for a register: a table of so many empty rows; None is the form of one entry.
        filled: for a register: a table of what is in it, of the unit that is named or of all.
    """

    obligation: str
    unit: str | None = None
    period: str | None = None
    kind: FormFormat = FormFormat.WORD
    every: bool = False
    rows: int | None = None
    filled: bool = False
    out: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeForm:
    """A form on the disk.

    Attributes:
        moved: where a file of that name went that a person had changed, filled in for instance.
        new: False where the very same file was there already.
    """

    path: Path
    unit: Unit | None
    moved: Path | None
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOutcome:
    """What was made.

    Attributes:
        what: the duty with its period.
        not_owing: a unit that a form was made for though it does not owe the duty.
    """

    what: str
    made: tuple[MadeForm, ...]
    not_owing: Unit | None = None


def make_forms(workspace: Workspace, order: FormOrder, *, as_of: date, now: datetime) -> FormOutcome:
    """Makes the forms of a duty, or of a register.

    Args:
        workspace: the workspace.
        order: what was asked for.
        as_of: the day of the board, for periods and due days.
        now: the run's moment, for the names of files that people had changed.

    Raises:
        UsageError: a duty, register, unit or period that is not known or does not fit, or has no form.
        FileInUseError: a form of that name is open in Word.
    """
    if order.unit is not None and order.every:
        raise UsageError("--unit và --all không đi cùng nhau.", hint="chọn một đơn vị, hoặc mọi đơn vị.")
    work = ready(load(workspace))
    refuse_placeholders(work.loaded)
    # As on every paper: the names of the day on which it is made.
    work = replace(work, roster=work.roster.named_on(as_of))
    register = work.plan.registers_by_code.get(order.obligation)
    if register is not None and order.obligation not in work.plan.obligations_by_code:
        return _register_forms(work, register, order, as_of, now)
    if order.rows is not None or order.filled:
        option = "--rows" if order.rows is not None else "--entries"
        raise UsageError(f"{option} chỉ dùng cho sổ theo dõi.", hint="biểu của nhiệm vụ đã có sẵn các bảng.")
    with unread_before_unknown(work.loaded, *((Source.PLAN, (key,)) for key in ("nhiem_vu", "so_theo_doi"))):
        obligation = _obligation(work.plan, order.obligation)
        form = work.plan.form_of(obligation)
        if form is None:
            hint = f"khai «bieu_mau:» cho nhiệm vụ {obligation.code} trong data/plan.yaml."
            raise UsageError(f"Nhiệm vụ «{obligation.code}» chưa có biểu mẫu.", hint=hint)
    refuse_unread(work.loaded, form.code)
    period = _period(work.plan, obligation, order.period, as_of)
    slot = next(one for one in slots_of(work.plan, obligation, work.calendar) if one.period == period)
    owing = tuple(one for one in work.roster.ordered() if slot.owes(one, work.roster, as_of))
    units = _units(work, order, owing)
    key = (obligation.code, slot.code)
    rows = {row.unit.code: row for row in work.progress(as_of).rows if row.key[1:] == key}
    requests = [_request(work, slot, form, unit, rows) for unit in units]
    # For instance bieu--bao-cao-du-luan@2020-11--pgd-than-uyen.docx.
    begin = f"bieu--{obligation.code}@{slot.code}" if slot.code is not None else f"bieu--{obligation.code}"
    named = {f"{begin}{_whose(one.unit)}.{order.kind.value}": one for one in requests}
    written = _written(order, named, now)
    stranger = units[0] if order.unit is not None and units[0] not in owing else None
    return FormOutcome(what=duty_in_period(obligation, slot.period), made=written, not_owing=stranger)


def _register_forms(
    work: Ready, register: Register, order: FormOrder, as_of: date, now: datetime
) -> FormOutcome:
    """The forms of a register: of one entry in Word; of many in Excel, or where rows are asked for."""
    if order.period is not None:
        raise UsageError("Sổ theo dõi không chia kỳ.", hint="bỏ --period.")
    word = order.kind is FormFormat.WORD
    form = work.plan.forms_by_code[find_register(work.plan, register.code).form]
    refuse_unread(work.loaded, form.code)
    if order.rows is not None:
        check_rows(order.rows, form, word=word)
    units: tuple[Unit | None, ...] = (None,)
    if order.unit is not None:
        units = (find_unit(work.roster, order.unit),)
    elif order.every:
        units = register_units(work)
    table = order.rows is not None or order.filled or not word
    requests = [*register_requests(work, register, units, table=table, rows=order.rows)]
    if order.filled:
        requests = [*_filled(work, register, requests, as_of, word=word)]
    begin = f"{'so' if order.filled else 'bang' if table else 'phieu'}--{register.code}"
    named = {f"{begin}{_whose(one.unit)}.{order.kind.value}": one for one in requests}
    return FormOutcome(what=register.name, made=_written(order, named, now))


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
    """What the form of one entry contains already: its unit, unless that writes about others."""
    if unit is None or register.unit is None or work.roster.is_inside(unit):
        return None
    return {one.code: unit.code if one.code == register.unit else None for one in form.fields}


def _filled(
    work: Ready, register: Register, requests: Iterable[BlankRequest], as_of: date, *, word: bool
) -> Iterator[BlankRequest]:
    """The tables with the entries that are in the register on the day, each with those of its unit.

    Raises:
        UsageError: there are none, or the table does not fit on pages of Word.
        CannotContinueError: the register's file was not read wholly: something of it would be lost.
    """
    name = names_of(work.loaded.snapshot.registers).get(register.code)
    is_read = any(one.register.code == register.code for one in work.loaded.records.ledgers)
    if name is not None and (not is_read or unread_entries(work.loaded.findings).get(register.code)):
        work.loaded.snapshot.content(name)  # says why, where the system refuses it
        raise CannotContinueError(f"{name} còn chỗ chưa đọc được nên chưa in được.", hint=MEND_FIRST)
    given = (
        entry
        for one in work.loaded.records.ledgers
        if one.register.code == register.code
        for entry in known_entries(one, as_of)
    )
    entries = [*given]
    found = False
    for request in requests:
        unit = request.unit.code if request.unit is not None else None
        mine = tuple(_row(one) for one in entries if unit in (None, one.text(register.unit)))
        if not mine:
            continue
        if word:
            check_rows(len(mine), work.plan.forms_by_code[register.form], word=True)
        found = True
        yield replace(request, content={ENTRIES: mine})
    if not found:
        raise UsageError(
            f"«{register.name}» chưa có mục nào như thế.", hint="bỏ --entries để làm bảng trống."
        )


def _row(entry: LedgerEntry) -> FormRow:
    return {code: value for code, value in entry.content.items() if not isinstance(value, tuple)}


def check_rows(rows: int, form: Form, *, word: bool) -> None:
    """Refuses a table that nobody can fill in.

    Raises:
        UsageError: too few or too many rows, or more columns than a page of Word takes.
    """
    if not 1 <= rows <= MOST_ROWS:
        hint = f"từ 1 đến {MOST_ROWS} hàng; sổ dài hơn thì thêm --unit, hoặc --format xlsx."
        raise UsageError(f"Bảng không nhận {rows} hàng.", hint=hint)
    if word and len(form.fields) > MOST_COLUMNS:
        raise UsageError(
            f"Biểu «{form.code}» có {len(form.fields)} cột, không vừa một trang Word.",
            hint="thêm --format xlsx; hoặc bỏ --rows để mỗi mục một phiếu.",
        )


def _written(order: FormOrder, requests: Mapping[str, BlankRequest], now: datetime) -> tuple[MadeForm, ...]:
    """The forms in the folder, by their names."""
    made = {name: _made(request, order.kind) for name, request in requests.items()}
    with storage.locked(order.out):
        put = OutputFolder(folder=order.out, now=now).put(made)
    return tuple(
        MadeForm(path=path, unit=request.unit, moved=put.kept.get(path), new=path in put.changed)
        for name, request in requests.items()
        for path in (order.out / name,)
    )


def _whose(unit: Unit | None) -> str:
    return f"--{unit.code}" if unit is not None else ""


def _obligation(plan: Plan, code: str) -> Obligation:
    known = plan.obligations_by_code
    found = code_named(code, ((one.code, one.name) for one in plan.obligations))
    if found is not None:
        return known[found]
    both = tuple(dict.fromkeys([*known, *plan.registers_by_code]))
    near = nearest(code, both)
    hint = f"có phải «{near}»?" if near else f"có: {', '.join(both)}."
    raise UsageError(f"Không có nhiệm vụ hay sổ theo dõi «{code}».", hint=hint)


def _period(plan: Plan, obligation: Obligation, word: str | None, as_of: date) -> Period | None:
    """The period asked for; else the only one, the one in which the day lies, or the first one to come."""
    periods = [one for one in plan.periods(obligation) if one is not None]
    if word is not None:
        code = find_period(plan, word)
        found = next((one for one in periods if one.code == code), None)
        if found is None:
            codes = ", ".join(one.code for one in periods)
            hint = f"các kỳ của nhiệm vụ: {codes}." if codes else "nhiệm vụ này không chia kỳ."
            raise UsageError(f"Nhiệm vụ «{obligation.code}» không có kỳ «{word}».", hint=hint)
        return found
    if len(periods) <= 1:
        return periods[0] if periods else None
    open_ones = [one for one in periods if as_of <= one.days.last]
    if not open_ones:
        hint = f"ghi rõ kỳ bằng --period, ví dụ --period {periods[-1].code}."
        raise UsageError(
            f"Đến ngày {day_wording(as_of)} các kỳ của «{obligation.code}» đã qua hết.", hint=hint
        )
    return open_ones[0]


def _units(work: Ready, order: FormOrder, owing: tuple[Unit, ...]) -> tuple[Unit | None, ...]:
    if order.unit is not None:
        return (find_unit(work.roster, order.unit),)
    if order.every:
        if not owing:
            raise UsageError(
                "Không đơn vị nào phải nộp nhiệm vụ này.", hint="dùng --unit để chọn một đơn vị."
            )
        return owing
    return owing if len(owing) == 1 else (None,)


def _request(
    work: Ready, slot: DutyPeriod, form: Form, unit: Unit | None, rows: Mapping[str, Row]
) -> BlankRequest:
    return BlankRequest(
        plan=work.plan,
        roster=work.roster,
        obligation=slot.obligation,
        form=form,
        unit=unit,
        period=slot.period,
        deadline=_deadline(rows.get(unit.code) if unit is not None else None, slot),
        sample=work.settings.sample_data,
    )


def blank_of(work: Ready, row: Row) -> bytes | None:
    """The blank Word form of a row, ready to go along with a mail; None where the duty has no form.

    Raises:
        UnreadableDataError: the form was not read wholly.
    """
    form = work.plan.form_of(row.obligation)
    if form is None:
        return None
    refuse_unread(work.loaded, form.code)
    request = BlankRequest(
        plan=work.plan,
        roster=work.roster,
        obligation=row.obligation,
        form=form,
        unit=row.unit,
        period=row.period,
        deadline=f"chậm nhất ngày {day_wording(row.due.day)}" if row.due is not None else None,
        sample=work.settings.sample_data,
    )
    return _made(request, FormFormat.WORD)


def _deadline(row: Row | None, slot: DutyPeriod) -> str | None:
    """The last good day in words, the unit's extension in it; else the date that the office set by itself."""
    due = row.due if row is not None else slot.due
    if due is not None:
        return f"chậm nhất ngày {day_wording(due.day)}"
    internal = slot.internal_due
    return f"ngày {day_wording(internal.day)} (hạn nội bộ)" if internal is not None else None


def _made(request: BlankRequest, kind: FormFormat) -> bytes:
    match kind:
        case FormFormat.WORD:
            from truyenthong.forms.word import write_docx  # noqa: PLC0415 - only the kind asked for

            return write_docx(request)
        case FormFormat.EXCEL:
            from truyenthong.forms.excel import write_xlsx  # noqa: PLC0415

            return write_xlsx(request)
        case _ as never:
            assert_never(never)
