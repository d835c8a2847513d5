"""Entries for a register: held against its form and the rules, then put into its file; asks nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from truyenthong.checks import LedgerFacts, check_ledgers
from truyenthong.checks.suggestions import which_code
from truyenthong.diagnostics.registers import TT350, TT351, TT352
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding, Ref, Severity
from truyenthong.model.forms import Form
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Ledger, LedgerEntry, Register
from truyenthong.operations.loading import Ready
from truyenthong.sources.building import Value
from truyenthong.sources.decode_registers import decode_ledger
from truyenthong.sources.encode_register import encode_entry
from truyenthong.sources.splice import add_item, add_key
from truyenthong.sources.writing import write_yaml
from truyenthong.sources.yaml_tree import parse_yaml
from truyenthong.workspace.layout import REGISTERS_FOLDER
from truyenthong.workspace.repository import register_of

OUT_OF_ORDER = frozenset({TT350.code, TT351.code, TT352.code})
"""Errors of what was done, not of how it was written down: the register is there to hold such entries too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Entries that are to go into a register.

    Attributes:
        name: the register's file.
        added: the entries that are not in it yet, as they will be written.
        keys: their keys; empty texts where an entry has none.
        known: the keys of those that stand in it already, word for word.
        findings: what is to be said about the given entries; paths are ``("muc", place among them, field)``.
    """

    register: Register
    form: Form
    name: str
    added: tuple[Mapping[str, Value], ...]
    keys: tuple[str, ...]
    known: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def refusals(self) -> tuple[Finding, ...]:
        """The errors for which nothing is written."""
        return tuple(
            one for one in self.findings if one.severity is Severity.ERROR and one.code not in OUT_OF_ORDER
        )


def find_register(plan: Plan, code: str) -> Register:
    """The register of a code.

    Raises:
        UsageError: there is none, or its form is not declared.
    """
    known = plan.registers_by_code
    register = known.get(code)
    if register is None:
        hint = which_code(code, tuple(known)) if known else "kế hoạch chưa khai sổ nào ở so_theo_doi"
        raise UsageError(f"Không có sổ theo dõi «{code}».", hint=hint)
    if register.form not in plan.forms_by_code:
        hint = "chạy «truyenthong validate» và sửa bieu_mau của sổ trong data/plan.yaml."
        raise UsageError(f"Sổ «{code}» chưa có biểu mẫu.", hint=hint)
    return register


def weigh(work: Ready, register: Register, given: Sequence[Mapping[str, Value]], *, today: date) -> Weighed:
    """What the rules say about entries, and which of them are new.

    Raises:
        CannotContinueError: the register's file is there and cannot be read.
    """
    form, before = work.plan.forms_by_code[register.form], _before(work, register)
    values: list[Value] = [{key: one for key, one in entry.items() if one is not None} for entry in given]
    read, found = decode_ledger(
        {"so": register.code, "muc": values},
        file=before.file,
        register=register,
        plan=work.plan,
        roster=work.roster,
    )
    entries = read.entries if read is not None else ()
    faulty = {one.ref.path[1] for one in found if len(one.ref.path) > 1}
    there = {one.text(register.key): one.content for one in before.entries}
    same = {
        one.index
        for one in entries
        if one.index not in faulty and there.get(one.text(register.key)) == one.content
    }
    fresh = tuple(one for one in entries if one.index not in same)
    return Weighed(
        register=register,
        form=form,
        name=before.file,
        added=tuple(encode_entry(one.content, form) for one in fresh),
        keys=tuple(one.text(register.key) for one in fresh),
        known=tuple(one.text(register.key) for one in entries if one.index in same),
        findings=(*found, *_judged(work, before, fresh, today)),
    )


def _before(work: Ready, register: Register) -> Ledger:
    """What stands in the register."""
    loaded = work.loaded
    ledger = next((one for one in loaded.records.ledgers if one.register.code == register.code), None)
    if ledger is not None:
        return ledger
    name = next((one for one in loaded.snapshot.registers if register_of(one) == register.code), None)
    if name is not None:
        hint = "chạy «truyenthong validate» và sửa tệp ấy trước."
        raise CannotContinueError(f"{name} còn lỗi nên chưa ghi thêm.", hint=hint)
    name = f"{REGISTERS_FOLDER}/{register.code}.yaml"
    return Ledger(file=name, register=register, named=register.code, entries=())


def _judged(work: Ready, before: Ledger, fresh: Sequence[LedgerEntry], today: date) -> Iterator[Finding]:
    """What the rules say about new entries among those that are there."""
    start = 1 + max((one.index for one in before.entries), default=-1)
    shifted = tuple(replace(one, index=one.index + start) for one in fresh)
    records = work.loaded.records
    others = [one for one in records.ledgers if one.register.code != before.register.code]
    ledgers = (*others, replace(before, entries=(*before.entries, *shifted)))
    facts = LedgerFacts(
        plan=work.plan,
        ledgers=ledgers,
        submissions=[one.submission for one in records.submissions],
        today=today,
        unreadable={register_of(name) for name in work.loaded.snapshot.registers}
        - {one.register.code for one in ledgers},
    )
    for one in check_ledgers(facts):
        place = one.ref.path[1] if one.ref.path[:1] == ("muc",) and one.ref.file == before.file else -1
        if isinstance(place, int) and place >= start:
            ref = Ref(file=before.file, path=("muc", place - start, *one.ref.path[2:]))
            yield replace(one, ref=ref)


def with_entries(before: bytes | None, weighed: Weighed) -> str:
    """The text of a register's file with the new entries; ``before`` is what stands there, if anything.

    Raises:
        SpliceError: the file has faults, or is written in a way that cannot be added to.
        CannotContinueError: the file is not UTF-8.
    """
    added: list[Value] = [dict(one) for one in weighed.added]
    if before is None:
        return write_yaml({"so": weighed.register.code, "muc": added})
    try:
        text = before.decode("utf-8")
    except UnicodeDecodeError as error:
        hint = "chạy «truyenthong validate» và sửa tệp ấy trước."
        raise CannotContinueError(f"{weighed.name} không phải UTF-8 nên chưa ghi thêm.", hint=hint) from error
    return with_items(text, "muc", added)


def with_items(text: str, key: str, added: Sequence[Value]) -> str:
    """The text of a file with further entries in the list under a key at its top.

    Raises:
        SpliceError: the file has faults, or is written in a way that cannot be added to.
    """
    tree = parse_yaml(text.encode(), file="").value
    if not added:
        return text
    if not isinstance(tree, dict) or key not in tree:
        return add_key(text, (), key, list(added))
    for one in added:
        text = add_item(text, (key,), one)
    return text
