"""The entries of registers as people read them: one for a paper of its own, all with sums for a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from truyenthong.model.coverage import Coverage, Tally, coverage
from truyenthong.model.forms import ChoiceSource, Field, FieldType, Form
from truyenthong.model.matters import open_matters
from truyenthong.model.plan import Appendix, Obligation, Plan, Topic
from truyenthong.model.registers import CrossCheck, Ledger, LedgerEntry, Register
from truyenthong.model.units import Roster, Unit
from truyenthong.progress.rows import Row as ProgressRow
from truyenthong.text import code_form
from truyenthong.views.board import short_period
from truyenthong.views.subject import PlainValue, ViewInput
from truyenthong.views.totals import NUMBERS, ValueReader, gather_rows, table_view, total
from truyenthong.views.units import unit_names

_View = dict[str, PlainValue]

_TOLD = ("ten", "so_muc", "so_don_vi", "dang_mo", "qua_han_gio", "chi_tiet", "cac_chi_tiet")
"""What a report says of a register in one line."""

_WORDS = (FieldType.TEXT, FieldType.CHOICE, FieldType.MOMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """An entry of a register, for a paper of its own."""

    ledger: Ledger
    entry: LedgerEntry
    unit: Unit | None

    @property
    def key(self) -> str:
        """The name of the entry, in letters that fit a file name."""
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
    reading = ValueReader(plan=given.plan, roster=given.roster)
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


def _values(entry: LedgerEntry, form: Form, reading: ValueReader) -> _View:
    """By the codes of the form; an empty text is a text, so that a template may go on with it."""
    return {one.code: _empty(one, reading.value(one, entry.content)) for one in form.fields}


def _empty(field: Field, value: PlainValue) -> PlainValue:
    return "" if value is None and field.type in _WORDS else value


REGISTERS = ("so_theo_doi", "cac_so")
"""The names of ``registers_view``."""


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
    reading = ValueReader(plan=given.plan, roster=given.roster)
    return {
        "ten": register.name,
        "so_muc": len(entries),
        "so_don_vi": len({entry.text(register.unit) for entry in entries if entry.text(register.unit)}),
        "dang_mo": len(waiting),
        "qua_han_gio": sum(one.is_overdue for one in waiting),
        "chi_tiet": "; ".join(_details(form, entries)),
        "cac_chi_tiet": [*_details(form, entries)],
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


def _groups(field: Field, entries: Sequence[LedgerEntry], reading: ValueReader) -> Iterator[PlainValue]:
    """How many entries have each choice, those that nobody chose left out."""
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry.text(field.code)] = counts.get(entry.text(field.code), 0) + 1
    for choice in reading.choices(field):
        if choice.code in counts:
            yield {"ma": choice.code, "nhan": choice.label, "so_muc": counts[choice.code]}


COVERAGE = ("do_phu", "muc_do_phu")
"""The names of ``coverage_view``."""


def coverage_view(given: ViewInput) -> _View:
    """``do_phu``, and ``muc_do_phu`` with the entries that it counts; empty where no register counts."""
    covered = coverage(given.plan, given.roster, given.ledgers, as_of=given.as_of)
    duty, reported = reported_by_topic(given.plan, given.roster, given.progress.rows)
    silent = [unit for unit in covered.units if not covered.tally.of(unit=unit).count]
    topics = [
        _topic(place, one, covered.tally, reported) for place, one in enumerate(covered.topics, start=1)
    ]
    return {
        "do_phu": {
            "nguon": ", ".join(covered.tells),
            "so_luot": covered.tally.count,
            "so_don_vi": len(covered.tally.units),
            "tong_don_vi": len(covered.units),
            "so_noi_dung": len(covered.topics) - len(covered.untouched),
            "tong_noi_dung": len(covered.topics),
            "chu_de": [*topics],
            "chua_co": [
                {**_named(place, topic), "theo_bao_cao": _told(reported, topic)}
                for place, topic in enumerate(covered.untouched, start=1)
            ],
            "bao_cao": {"ten": duty.name if duty is not None else ""},
            "bang": _units(covered),
            "don_vi_chua_co": ", ".join(unit.short_name for unit in silent),
            "so_don_vi_chua_co": len(silent),
            "thang": _months(covered),
            "phu_luc": [_appendix(one, covered) for one in covered.appendices],
        },
        "muc_do_phu": [
            {
                "stt": place,
                "khoa": one.entry.text(one.ledger.register.key),
                "tieu_de": one.title,
                "don_vi": one.unit.name,
                "don_vi_tat": one.unit.short_name,
                "chu_de": one.topic.name if one.topic is not None else "",
                "dieu_khoan": one.topic.clause if one.topic is not None else "",
                "ngay": one.day,
            }
            for place, one in enumerate(covered.tally.covering, start=1)
        ],
    }


def reported_by_topic(
    plan: Plan, roster: Roster, board: Iterable[ProgressRow]
) -> tuple[Obligation | None, Mapping[str, _View]]:
    """What the units themselves report by topic, from the same sums as the sector's report of that duty.

    It is the duty with which a register with ``do_phu`` is compared (``doi_chieu``), the first one.
    """
    for comparison in (one for register in plan.registers if register.covers for one in register.comparisons):
        duty = plan.obligations_by_code.get(comparison.obligation)
        table = _table_by_topic(plan, duty, comparison)
        if duty is None or table is None:
            continue
        rows = [row for row in board if row.obligation.code == duty.code]
        sent = gather_rows(rows, plan.form_of(duty)).counted
        groups = table_view(table, sent, ValueReader(plan=plan, roster=roster))["theo"]
        of_topics = groups[comparison.by or ""] if isinstance(groups, dict) else []
        return duty, {
            str(one["ma"]): {"so": one["tong"][comparison.figure], "so_don_vi": one["so_don_vi"]}
            for one in (of_topics if isinstance(of_topics, list) else [])
            if isinstance(one, dict) and isinstance(one["tong"], dict)
        }
    return None, {}


def _table_by_topic(plan: Plan, duty: Obligation | None, comparison: CrossCheck) -> Field | None:
    """The table of a comparison that is made topic by topic."""
    form = plan.form_of(duty) if duty is not None else None
    table = form.field(comparison.table) if form is not None and comparison.table is not None else None
    column = table.column(comparison.by) if table is not None and comparison.by is not None else None
    return table if column is not None and column.choices is ChoiceSource.TOPICS else None


def _told(reported: Mapping[str, _View], topic: Topic) -> _View:
    return reported.get(topic.code, {"so": None, "so_don_vi": None})


def _named(place: int, topic: Topic) -> _View:
    return {"stt": place, "ma": topic.code, "ten": topic.name, "dieu_khoan": topic.label}


def _figures(tally: Tally) -> _View:
    return {"so_luot": tally.count, "so_don_vi": len(tally.units), "gan_nhat": tally.last}


def _topic(place: int, topic: Topic, tally: Tally, reported: Mapping[str, _View]) -> _View:
    own = tally.of(topic=topic)
    names = ", ".join(unit.short_name for unit in own.units)
    told = _told(reported, topic)
    return {**_named(place, topic), **_figures(own), "don_vi": names, "theo_bao_cao": told}


def _units(covered: Coverage) -> _View:
    """A line for each unit that has any, a cell for each topic, the sums of both."""
    writing = [unit for unit in covered.units if covered.tally.of(unit=unit).count]
    return {
        "cot": [{"ma": one.code, "ten": one.label} for one in covered.topics],
        "don_vi": [
            {
                "stt": place,
                "ten": unit.name,
                "ten_tat": unit.short_name,
                **_by_topic(covered.tally.of(unit=unit), covered),
            }
            for place, unit in enumerate(writing, start=1)
        ],
        "cong": _by_topic(covered.tally, covered),
    }


def _by_topic(tally: Tally, covered: Coverage) -> _View:
    return {"o": [_cell(tally.of(topic=topic)) for topic in covered.topics], "tong": _cell(tally)}


def _months(covered: Coverage) -> _View:
    """A line for each topic, a cell for each month, the sums of both."""
    return {
        "cot": [{"ma": one.code, "ten": short_period(one)} for one in covered.months],
        "dong": [
            {**_named(place, topic), **_by_month(covered.tally.of(topic=topic), covered)}
            for place, topic in enumerate(covered.topics, start=1)
        ],
        "cong": _by_month(covered.tally, covered),
    }


def _by_month(tally: Tally, covered: Coverage) -> _View:
    return {"o": [_cell(tally.of(period=month)) for month in covered.months], "tong": _cell(tally)}


def _cell(tally: Tally) -> PlainValue:
    return {"so_luot": tally.count or None}


def _appendix(appendix: Appendix, covered: Coverage) -> _View:
    lines: list[PlainValue] = []
    for place, row in enumerate(appendix.rows, start=1):
        own = covered.of_row(row)
        nothing: _View = {"so_luot": None, "so_don_vi": None, "gan_nhat": None}
        figures = nothing if own is None else _figures(own)
        lines.append(
            {
                "stt": place,
                "noi_dung": row.content,
                "nguon": row.source or "",
                "chu_de": row.topic or "",
                **figures,
            }
        )
    return {"nhan": appendix.label, "ten": appendix.name, "dong": lines}
