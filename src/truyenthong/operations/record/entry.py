"""``record entry``: adds one entry to a register, as the office says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from truyenthong.checks import Source
from truyenthong.documents.content import Choices
from truyenthong.documents.registers import encode_entry
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.model.forms import Field, FieldType, Form
from truyenthong.model.registers import Ledger, Register
from truyenthong.operations.choose import code_named, find_unit, read_named
from truyenthong.operations.load import Ready, load, ready
from truyenthong.operations.record.ledger import Stock, Weighed, find_register, weigh, with_entries
from truyenthong.operations.validate import refuse_unread, unread_before_unknown
from truyenthong.text import day_wording, fold, nfc
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryOrder:
    """What is to be written down.

    Attributes:
        register: the code of the register.
        values: fields as they were typed.
        source: a YAML file with further fields; what was typed goes before what it says.
        unit, day: for the fields that the register declares as those of its unit and its day.
    """

    register: str
    values: Mapping[str, str] = field(default_factory=dict)
    source: Path | None = None
    unit: str | None = None
    day: date | None = None


def propose_entry(workspace: Workspace, order: EntryOrder, *, today: date) -> Weighed:
    """What would be written, and what the rules say about it.

    Raises:
        UsageError: a register or a unit that is not known; a day or unit that the register does not have.
        UnreadableDataError: what declares the register, or what it is checked by, was not read wholly.
        CannotContinueError: the register's file, or the file with the fields, cannot be read.
    """
    work = ready(load(workspace, today=today))
    with unread_before_unknown(work.loaded, (Source.PLAN, ("so_theo_doi",)), (Source.UNITS, ("don_vi",))):
        register = find_register(work.plan, order.register)
        refuse_unread(work.loaded, register.form, register)
        given = _values(work, register, order)
    stock = Stock.of(work)
    if given.get(register.key) is not None:
        return weigh(stock, register, [given], today=today)
    ledger, form = stock.ledger(register), work.plan.forms_by_code[register.form]
    numbered = weigh(stock, register, [_with_key(given, form, register, _next_key(ledger))], today=today)
    # The same command once more writes nothing once more: the number is not what makes an entry another one.
    for entry in reversed(ledger.entries):
        if numbered.added and _besides(register, encode_entry(entry.content, form)) == _besides(
            register, numbered.added[0]
        ):
            again = _with_key(given, form, register, entry.text(register.key))
            return weigh(stock, register, [again], today=today)
    return numbered


_LAST_DIGITS = re.compile(r"(?s)(.*?)([0-9]+)\Z")


def _next_key(ledger: Ledger) -> str:
    """The number after the highest one, written like it: «VV-06» after «VV-05», «TB-100» after «TB-099»."""
    read = (_LAST_DIGITS.match(entry.text(ledger.register.key)) for entry in ledger.entries)
    numbers = [(int(found[2]), found[1], len(found[2])) for found in read if found is not None]
    if not numbers:
        return "1"
    number, head, width = max(numbers)
    return f"{head}{number + 1:0{width}}"


def _with_key(given: Mapping[str, Value], form: Form, register: Register, key: str) -> dict[str, Value]:
    values = {**given, register.key: key}
    codes = [one.code for one in form.fields if one.code in values]
    return {code: values[code] for code in dict.fromkeys([*codes, *values])}


def _besides(register: Register, entry: Mapping[str, Value]) -> dict[str, Value]:
    return {code: value for code, value in entry.items() if code != register.key}


def record_entry(workspace: Workspace, order: EntryOrder, *, today: date) -> Weighed:
    """Writes the entry down, unless the rules refuse it or it is there already.

    Raises:
        UsageError, CannotContinueError: as ``propose_entry``.
        FileInUseError: another run is writing.
    """
    with storage.locked(workspace.root):
        weighed = propose_entry(workspace, order, today=today)
        if weighed.added and not weighed.refusals:
            path = workspace.root / weighed.name
            before = storage.read_bytes(path) if path.is_file() else None
            storage.write_atomic(path, with_entries(before, weighed).encode())
    return weighed


def _values(work: Ready, register: Register, order: EntryOrder) -> dict[str, Value]:
    form = work.plan.forms_by_code[register.form]
    values = _from_file(order.source) if order.source is not None else {}
    lists = Choices(plan=work.plan, roster=work.roster)
    for word, text in order.values.items():
        code = code_named(word, ((one.code, one.label) for one in form.fields)) or word
        values[code] = _as_code(text, form.field(code), lists)
    if order.unit is not None:
        code = _declared(register, register.unit, "--unit", "don_vi")
        values[code] = find_unit(work.roster, order.unit).code
    if order.day is not None:
        values[_declared(register, register.day, "--date", "ngay")] = day_wording(order.day)
    codes = [one.code for one in form.fields if one.code in values]
    return {code: values[code] for code in dict.fromkeys([*codes, *values])}


def _declared(register: Register, code: str | None, option: str, key: str) -> str:
    if code is None:
        hint = f"ghi trường của sổ bằng --set, hoặc khai {key} cho sổ trong data/plan.yaml."
        raise UsageError(f"Sổ «{register.code}» không có trường cho {option}.", hint=hint)
    return code


def _from_file(path: Path) -> dict[str, Value]:
    parsed = parse_yaml(read_named(path, "--from"), file=path.name)
    if parsed.findings or not isinstance(parsed.value, dict):
        why = parsed.findings[0].message if parsed.findings else "không phải các dòng «trường: giá trị»"
        hint = "mỗi dòng một trường, ví dụ «so_hieu: TB-001»."
        raise CannotContinueError(f"Chưa đọc được {path.name}: {why}.", hint=hint)
    return dict(parsed.value)


def _as_code(text: str, one: Field | None, lists: Choices) -> str:
    """What was typed; a choice may be typed as people read it."""
    if one is None or one.type is not FieldType.CHOICE:
        return nfc(text)
    named = [each.code for each in lists.choices(one) if fold(each.label) == fold(text)]
    return named[0] if len(named) == 1 and not lists.has(one, text) else nfc(text)
