"""Registers as data: their declaration, what an entry needs elsewhere, what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from truyenthong.model.forms import Condition, Content, Scalar
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import SentFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Prerequisite:
    """What an entry needs in another register before a day of its own (an entry of ``phai_co_truoc``).

    Attributes:
        register: the other register.
        link: the field here that holds the key of the entry there.
        before: the field here whose day must not be earlier than the day there; empty: nothing is needed yet.
        day: the field there with the day.
        only_if: the condition here under which it is needed; None: always.
        passed: the condition there that lets the entry here go on; None: being there is enough.
        sentence: what the plan wants, for people.
    """

    register: str
    link: str
    before: str
    day: str
    sentence: str
    only_if: Condition | None = None
    passed: Condition | None = None
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossCheck:
    """A figure of a duty's form that is compared with the entries of the same unit (``doi_chieu``).

    Attributes:
        obligation: the duty.
        table: the table of its form; None: ``figure`` is a field of the form itself.
        figure: the field, or the column of the table, that holds the number claimed.
        by: a column of the table and a field of the register that share their choices; None: one number.
        distinct: entries of the same text in this field count once; None: each entry counts.
        only_if: which entries count; None: all.
    """

    obligation: str
    figure: str
    table: str | None = None
    by: str | None = None
    distinct: str | None = None
    only_if: Condition | None = None
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register: each entry is one filling of its form.

    Attributes:
        clause: where the plan asks for what is kept in it («III.3»), or None.
        form: the code of the form.
        key: the field that names an entry; no two entries share its value.
        title: the field by which people know the entry.
        unit, day, topic: the fields that hold the unit, the day and the topic of an entry, or None.
        covers: whether a dated entry shows that its topic was covered by its unit.
        open_while: the condition under which an entry still waits for somebody; None: entries never wait.
    """

    code: str
    name: str
    form: str
    key: str
    title: str
    clause: str | None = None
    unit: str | None = None
    day: str | None = None
    topic: str | None = None
    covers: bool = False
    open_while: Condition | None = None
    prerequisites: tuple[Prerequisite, ...] = ()
    comparisons: tuple[CrossCheck, ...] = ()
    note: str | None = None
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One entry; ``index`` is its place in ``muc``, counted from 0."""

    index: int
    content: Content

    def value(self, field_code: str | None) -> Scalar:
        """The value of a field; None where it is empty, a table, or no field was declared."""
        value = self.content.get(field_code) if field_code is not None else None
        return None if isinstance(value, tuple) else value

    def day(self, field_code: str | None) -> date | None:
        """The day of a field of days or of moments."""
        value = self.value(field_code)
        if isinstance(value, Moment):
            return value.day
        return value if isinstance(value, date) else None

    def text(self, field_code: str | None) -> str:
        """The value of a field as a text to compare and to name by; empty where it is empty."""
        value = self.value(field_code)
        return "" if value is None else str(value).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A file that came in for a register (an entry of ``da_nhan``).

    Attributes:
        file: its name and SHA-256.
        received: when it came.
        keys: the entries that stood in it; none for a file that only came along.
    """

    file: SentFile
    received: Moment
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The content of a register's file, entries in the order of the file.

    Attributes:
        named: the register that the file itself says it is (``so``), or None.
        deliveries: the files from which entries were taken.
    """

    file: str
    register: Register
    named: str | None
    entries: tuple[LedgerEntry, ...]
    deliveries: tuple[Delivery, ...] = ()
