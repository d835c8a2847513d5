"""The entries of registers as people read them: one for a paper of its own, all with sums for a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from truyenthong.model.forms import ChoiceSource, Field, FieldType, Form
from truyenthong.model.matters import open_matters
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Ledger, LedgerEntry, Register
from truyenthong.model.units import Unit
from truyenthong.text import code_form
from truyenthong.views.reading import Reading
from truyenthong.views.subject import PlainValue, ViewInput
from truyenthong.views.sums import NUMBERS, total
from truyenthong.views.unit_view import unit_names

_View = dict[str, PlainValue]

_TOLD = ("ten", "so_muc", "so_don_vi", "dang_mo", "qua_han_gio", "chi_tiet")
"""What a report tells of a register in one line."""

_WORDS = (FieldType.TEXT, FieldType.CHOICE, FieldType.MOMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """An entry of a register, for a paper of its own."""

    ledger: Ledger
    entry: LedgerEntry
    unit: Unit | None

    @property
    def key(self) -> str:
        """What names the entry, in letters that a file name can hold."""
        return code_form(self.entry.text(self.ledger.register.key)) or str(self.entry.index + 1)

    @property
    def day(self) -> date | None:
        """The day of the entry."""
        return self.entry.day(self.ledger.register.day)


def template_name(register: Register) -> str:
    """The register's code as templates spell it: ``tin_bai``."""
    return register.code.replace("-", "_")


def filings_of(given: ViewInput, code: str | None) -> tuple[Filing, ...]:
    """The entries of a register that are there on the day of the board, in the order of its file."""
    return tuple(
        Filing(ledger=one, entry=entry, unit=given.roster.by_code.get(entry.text(one.register.unit)))
        for one in given.ledgers
        if one.register.code == code
        for entry in known_entries(one, given.as_of)
    )


def known_entries(ledger: Ledger, as_of: date) -> Iterator[LedgerEntry]:
    """The entries whose day, where they have one, does not lie after ``as_of``."""
    for entry in ledger.entries:
        day = entry.day(ledger.register.day)
        if day is None or day <= as_of:
            yield entry


def filing_view(filing: Filing, given: ViewInput) -> _View:
    """``muc`` (by the codes of the form), ``truong`` (in its order, in words) and whose entry it is."""
    form = given.plan.forms_by_code[filing.ledger.register.form]
    reading = Reading(plan=given.plan, roster=given.roster)
    content = filing.entry.content
    return {
        "so": {"ma": filing.ledger.register.code, "ten": filing.ledger.register.name},
        "don_vi": unit_names(filing.unit, given.roster) if filing.unit is not None else {},
        "muc": {"ma": _codes(filing.entry, form), **_values(filing.entry, form, reading)},
        "truong": [
            {
                "ma": one.code,
                "kieu": one.type.value,
                "nhan": one.label,
                "gia_tri": reading.words(one, content.get(one.code)),
            }
            for one in form.fields
            if one.type is not FieldType.TABLE
        ],
    }


def _codes(entry: LedgerEntry, form: Form) -> _View:
    return {one.code: entry.text(one.code) for one in form.fields if one.type is FieldType.CHOICE}


def _values(entry: LedgerEntry, form: Form, reading: Reading) -> _View:
    """By the codes of the form; an empty text is a text, so that a template may go on with it."""
    return {one.code: _empty(one, reading.value(one, entry.content)) for one in form.fields}


def _empty(field: Field, value: PlainValue) -> PlainValue:
    return "" if value is None and field.type in _WORDS else value


def registers_view(given: ViewInput) -> _View:
    """``so_theo_doi``: every register by its code with underscores; ``cac_so``: those with entries."""
    by_code = {one.register.code: one for one in given.ledgers}
    kept = {
        template_name(one): _register(one, by_code.get(one.code), given)
        for one in declared_with_form(given.plan)
    }
    told = [one for one in kept.values() if one["so_muc"]]
    return {
        "so_theo_doi": {**kept},
        "cac_so": [
            {"stt": place, **{name: one[name] for name in _TOLD}} for place, one in enumerate(told, start=1)
        ],
    }


def declared_with_form(plan: Plan) -> Sequence[Register]:
    """The registers whose form is known."""
    return [one for one in plan.registers if one.form in plan.forms_by_code]


def _register(register: Register, ledger: Ledger | None, given: ViewInput) -> _View:
    form = given.plan.forms_by_code[register.form]
    entries = list(known_entries(ledger, given.as_of)) if ledger is not None else []
    own = [ledger] if ledger is not None else []
    waiting = open_matters(given.plan, own, as_of=given.as_of)
    reading = Reading(plan=given.plan, roster=given.roster)
    return {
        "ten": register.name,
        "so_muc": len(entries),
        "so_don_vi": len({entry.text(register.unit) for entry in entries if entry.text(register.unit)}),
        "dang_mo": len(waiting),
        "qua_han_gio": sum(one.is_overdue for one in waiting),
        "chi_tiet": "; ".join(_details(form, entries)),
        "so_lieu": {one.code: total(entry.value(one.code) for entry in entries) for one in summed(form)},
        "co": {one.code: _held(one, entries) for one in form.fields if one.type is FieldType.BOOLEAN},
        "theo": {one.code: [*_groups(one, entries, reading)] for one in grouped(form)},
        "muc": [
            {
                "stt": place,
                "ma": _codes(entry, form),
                **_values(entry, form, reading),
            }
            for place, entry in enumerate(entries, start=1)
        ],
    }


def _details(form: Form, entries: Sequence[LedgerEntry]) -> Iterator[str]:
    """«Kết luận: Đăng 7, Không đăng 1» for a list of a field's own; «Đang làm: 12» for yes or no."""
    for field in form.fields:
        if field.type is FieldType.CHOICE and not isinstance(field.choices, ChoiceSource):
            counts = [(one.label, _chosen(field, one.code, entries)) for one in field.choices]
            told = [f"{label} {count}" for label, count in counts if count]
            if told:
                yield f"{field.label}: {', '.join(told)}"
        elif field.type is FieldType.BOOLEAN and _held(field, entries):
            yield f"{field.label}: {_held(field, entries)}"


def _chosen(field: Field, code: str, entries: Sequence[LedgerEntry]) -> int:
    return sum(entry.value(field.code) == code for entry in entries)


def summed(form: Form) -> list[Field]:
    """The fields whose numbers may be added up."""
    return [one for one in form.fields if one.type in NUMBERS and one.additive]


def grouped(form: Form) -> list[Field]:
    """The fields of choices."""
    return [one for one in form.fields if one.type is FieldType.CHOICE]


def _held(field: Field, entries: Sequence[LedgerEntry]) -> int:
    return sum(entry.value(field.code) is True for entry in entries)


def _groups(field: Field, entries: Sequence[LedgerEntry], reading: Reading) -> Iterator[PlainValue]:
    """How many entries have each choice, those that nobody chose left out."""
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry.text(field.code)] = counts.get(entry.text(field.code), 0) + 1
    for choice in reading.choices(field):
        if choice.code in counts:
            yield {"ma": choice.code, "nhan": choice.label, "so_muc": counts[choice.code]}
