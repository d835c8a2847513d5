"""Entries for a register: checked against its form and the rules, then put into its file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from truyenthong.checks import LedgerFacts, check_ledgers
from truyenthong.checks.suggestions import which_code
from truyenthong.diagnostics.registers import TT350, TT351, TT352
from truyenthong.documents.registers import decode_ledger, encode_delivery, encode_entry
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import FieldPath, Finding, Ref, Severity
from truyenthong.model.forms import Form
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Delivery, Ledger, LedgerEntry, Register
from truyenthong.model.submissions import Submission
from truyenthong.model.units import Roster
from truyenthong.operations.examine import unread_entries
from truyenthong.operations.load import Ready
from truyenthong.operations.submission_file import MEND_FIRST, text_of, with_items
from truyenthong.workspace.layout import REGISTERS_FOLDER
from truyenthong.workspace.repository import register_of
from truyenthong.yamltext.edit import write_yaml
from truyenthong.yamltext.tree import Value

OUT_OF_ORDER = frozenset({TT350.code, TT351.code, TT352.code})
"""Errors of what was done, not of how it was written down: the register is there to hold such entries too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Entries that are to go into a register.

    Attributes:
        name: the register's file.
        added: the entries that are not in it yet, as they will be written.
        keys: their keys; empty texts where an entry has none.
        known: the keys of those that are in it already, word for word.
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
        UsageError: there is none.
        CannotContinueError: its form is not declared.
    """
    known = plan.registers_by_code
    register = known.get(code)
    if register is None:
        hint = which_code(code, tuple(known)) if known else "kế hoạch chưa khai sổ nào ở so_theo_doi"
        raise UsageError(f"Không có sổ theo dõi «{code}».", hint=hint)
    if register.form not in plan.forms_by_code:
        hint = "chạy «truyenthong validate» và sửa bieu_mau của sổ trong data/plan.yaml."
        raise CannotContinueError(f"Sổ «{code}» chưa có biểu mẫu.", hint=hint)
    return register


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What entries are compared with.

    Attributes:
        names: the files of the registers by code, those that cannot be read among them.
        unread: by register the places in its file that could not be read.
    """

    plan: Plan
    roster: Roster
    submissions: Sequence[Submission]
    ledgers: Sequence[Ledger]
    names: Mapping[str, str]
    unread: Mapping[str, Collection[FieldPath]] = field(default_factory=dict)

    @classmethod
    def of(cls, work: Ready) -> Stock:
        """The workspace as it was loaded."""
        records = work.loaded.records
        return cls(
            plan=work.plan,
            roster=work.roster,
            submissions=[one.submission for one in records.submissions],
            ledgers=records.ledgers,
            names=names_of(work.loaded.snapshot.registers),
            unread=unread_entries(work.loaded.findings),
        )

    def ledger(self, register: Register) -> Ledger:
        """What a register contains.

        Raises:
            CannotContinueError: its file is there and cannot be read.
        """
        found = next((one for one in self.ledgers if one.register.code == register.code), None)
        if found is not None:
            return found
        if register.code in self.names:
            name = self.names[register.code]
            raise CannotContinueError(f"{name} còn lỗi nên chưa ghi thêm.", hint=MEND_FIRST)
        name = f"{REGISTERS_FOLDER}/{register.code}.yaml"
        return Ledger(file=name, register=register, named=register.code, entries=())


def names_of(files: Iterable[str]) -> dict[str, str]:
    """The registers of files; of two files for one register the first is read."""
    names: dict[str, str] = {}
    for name in files:
        names.setdefault(register_of(name), name)
    return names


def weigh(stock: Stock, register: Register, given: Sequence[Mapping[str, Value]], *, today: date) -> Weighed:
    """What the rules say about entries, and which of them are new.

    Raises:
        CannotContinueError: the register's file is there and cannot be read.
    """
    form, before = stock.plan.forms_by_code[register.form], stock.ledger(register)
    values: list[Value] = [{key: one for key, one in entry.items() if one is not None} for entry in given]
    read, found = decode_ledger(
        {"so": register.code, "muc": values},
        file=before.file,
        register=register,
        plan=stock.plan,
        roster=stock.roster,
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
        findings=(*found, *_judged(stock, before, fresh, today)),
    )


def _judged(stock: Stock, before: Ledger, fresh: Sequence[LedgerEntry], today: date) -> Iterator[Finding]:
    """What the rules say about new entries among those that are there."""
    unread = {path[1] for path in stock.unread.get(before.register.code, ()) if len(path) > 1}
    taken = {*(one.index for one in before.entries), *(one for one in unread if isinstance(one, int))}
    start = 1 + max(taken, default=-1)
    shifted = tuple(replace(one, index=one.index + start) for one in fresh)
    others = [one for one in stock.ledgers if one.register.code != before.register.code]
    ledgers = (*others, replace(before, entries=(*before.entries, *shifted)))
    facts = LedgerFacts(
        plan=stock.plan,
        ledgers=ledgers,
        submissions=stock.submissions,
        today=today,
        unreadable=stock.names.keys() - {one.register.code for one in ledgers},
        unread=stock.unread,
    )
    for one in check_ledgers(facts):
        place = one.ref.path[1] if one.ref.path[:1] == ("muc",) and one.ref.file == before.file else -1
        if isinstance(place, int) and place >= start:
            ref = Ref(file=before.file, path=("muc", place - start, *one.ref.path[2:]))
            yield replace(one, ref=ref)


def with_entries(before: bytes | None, weighed: Weighed, deliveries: Sequence[Delivery] = ()) -> str:
    """The text of a register's file with the new entries; ``before`` is the file as it is, if there is one.

    Args:
        before: the file.
        weighed: the entries, refused in nothing.
        deliveries: the files that they came in.

    Raises:
        SpliceError: the file has faults, or is written in a way that cannot be added to.
        CannotContinueError: the file is not UTF-8.
    """
    added: list[Value] = [dict(one) for one in weighed.added]
    came: list[Value] = [encode_delivery(one) for one in deliveries]
    if before is None:
        keys: dict[str, Value] = {"so": weighed.register.code, "muc": added}
        return write_yaml({**keys, "da_nhan": came} if came else keys)
    return with_items(with_items(text_of(before, weighed.name), "muc", added), "da_nhan", came)
