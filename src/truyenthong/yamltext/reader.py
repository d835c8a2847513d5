"""Typed pulls from a plain tree that collect findings on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import TypeVar, cast, overload

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import FieldPath, Finding, Ref
from truyenthong.model.moments import Moment
from truyenthong.model.periods import SchoolYear, YearMonth
from truyenthong.text import nearest
from truyenthong.yamltext.days import parse_date, parse_moment, parse_month, parse_school_year, parse_time
from truyenthong.yamltext.scalars import (
    Fault,
    choices_of,
    out_of_bounds,
    parse_boolean,
    parse_choice,
    parse_code,
    parse_integer,
    parse_name,
    parse_number,
    read_bare,
)
from truyenthong.yamltext.shapes import (
    empty_entry,
    empty_key,
    missing_key,
    not_a_list,
    not_a_mapping,
    not_a_text,
    unknown_key,
)
from truyenthong.yamltext.tree import Value

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Collector:
    """Gathers findings while a file is read."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._places: set[Ref] = set()
        self._faulty: set[FieldPath] = set()

    def add(self, finding: Finding) -> None:
        """Keeps a finding about a value unless its place has one already: the first is the cause."""
        if finding.ref not in self._places:
            self.add_more(finding)

    def add_more(self, finding: Finding) -> None:
        """Keeps a finding whatever else was said about its place."""
        self._places.add(finding.ref)
        path = finding.ref.path
        self._faulty.update(path[:depth] for depth in range(len(path) + 1))
        self._findings.append(finding)

    def withdraw(self, ref: Ref) -> None:
        """Takes back what was said of a place: its cause is reported elsewhere."""
        self._findings = [one for one in self._findings if one.ref != ref]

    def is_faulty(self, ref: Ref) -> bool:
        """Whether anything was found at a place or below it."""
        return ref.path in self._faulty

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was gathered, in the order of reading."""
        return tuple(self._findings)


class MappingReader:
    """Pulls typed values from one mapping; a fault becomes a finding and the value None.

    Every pull takes the key; ``required`` makes a missing or empty key an error, for which ``example`` is
    shown as the value to type. A reader made from something that is no mapping says so once and is empty
    (``usable`` is False): nothing more is reported missing in it.
    """

    __slots__ = ("_above", "_asked", "_collector", "_ref", "_steps", "_values", "usable")

    def __init__(self, value: Value, ref: Ref, collector: Collector) -> None:
        self._ref: Ref | None = ref
        self._above: MappingReader | None = None
        self._steps = ref.path
        self.usable = isinstance(value, dict)
        self._values: Mapping[str, Value] = value if isinstance(value, dict) else {}
        self._asked: set[str] = set()
        self._collector = collector
        if not isinstance(value, dict):
            collector.add(not_a_mapping(value).at(ref))

    def _below(self, value: Value, *steps: str | int) -> MappingReader:
        """A reader of what is below; its place is put together only for a fault: there are thousands."""
        if not isinstance(value, dict):
            return MappingReader(value, self.ref.child(*steps), self._collector)
        reader = MappingReader.__new__(MappingReader)
        reader._ref, reader._above, reader._steps = None, self, steps  # noqa: SLF001 - of the same class
        reader.usable, reader._values, reader._asked = True, value, set()  # noqa: SLF001 - the same
        reader._collector = self._collector  # noqa: SLF001 - the same
        return reader

    # What is there

    @property
    def ref(self) -> Ref:
        """The place of this mapping."""
        if self._ref is None and self._above is not None:
            self._ref = self._above.ref.child(*self._steps)
        return cast("Ref", self._ref)

    @property
    def index(self) -> int:
        """The place of this mapping in its list, counted from 0 (0 outside of lists)."""
        last = self._steps[-1] if self._steps else 0
        return last if isinstance(last, int) else 0

    def has(self, key: str) -> bool:
        """Whether the key is there with something in it."""
        self._asked.add(key)
        return self._values.get(key) is not None

    def keys(self) -> tuple[str, ...]:
        """The keys as typed, in the order of the file."""
        return tuple(self._values)

    def value(self, key: str, *, required: bool = False, example: str | None = None) -> Value:
        """The plain tree under a key, for a place that takes more than one shape."""
        self._asked.add(key)
        value = self._values.get(key)
        if value is None and required and self.usable:
            self._collector.add(self._missing(key, example))
        return value

    def peek(self, key: str) -> Value:
        """The plain tree under a key; the caller names the key to ``no_others``."""
        return self._values.get(key)

    def no_others(self, *known: str) -> bool:
        """Reports every key that no pull has asked for and that is not in ``known``; call it last.

        A key that was meant for one that is missing is one fault, reported at the key. False: there were any.
        """
        self._asked.update(known)
        if self._values.keys() <= self._asked:
            return True
        strange = [key for key in self._values if key not in self._asked]
        absent = [key for key in sorted(self._asked) if key not in self._values]
        missed = [key for key in absent if self._collector.is_faulty(self.ref.child(key))]
        for key in strange:
            meant = nearest(key, absent)
            if meant is None and len(strange) == len(missed) == 1 and key[:1] == missed[0][:1]:
                meant = missed[0]  # «kx» is too short to look like anything
            if meant is not None:
                absent.remove(meant)
                self._collector.withdraw(self.ref.child(meant))
                if missed[:1] and missed[0].startswith(meant):  # «tux» for «tu» leaves «tu_ngay» missing
                    self._collector.withdraw(self.ref.child(missed[0]))
            self._collector.add(self._strange(key, meant))
        return False

    def _strange(self, key: str, meant: str | None) -> Finding:
        place = self.ref.child(key, at="key")
        finding = unknown_key(key, sorted(self._asked), meant).at(place)
        return replace(finding, meant=(*self.ref.path, *(() if meant is None else (meant,))))

    def report(self, kind: Diagnostic, key: str | None, message: str, *, hint: str | None = None) -> None:
        """Adds a finding at a key's value, or (any number of them) at this mapping."""
        if key is None:
            self._collector.add_more(kind.at(self.ref, message, hint=hint))
        else:
            self._collector.add(kind.at(self.ref.child(key), message, hint=hint))

    def refuse(self, key: str, fault: Fault) -> None:
        """Adds the finding about a value that cannot be read."""
        self._collector.add(fault.at(self.ref.child(key)))

    def report_each(self, key: str, faults: Iterable[Fault]) -> None:
        """Adds findings about one value that are each a fault of its own."""
        for fault in faults:
            self._collector.add_more(fault.at(self.ref.child(key)))

    def is_faulty(self, key: str) -> bool:
        """Whether anything was found under a key so far."""
        return self._collector.is_faulty(self.ref.child(key))

    # Scalars

    def parsed(
        self,
        key: str,
        parse: Callable[[str], T | Fault],
        *,
        required: bool = False,
        example: str | None = None,
    ) -> T | None:
        """What ``parse`` makes of the text under a key."""
        text = self._text(key, required=required, example=example)
        if text is None:
            return None
        result = read_bare(text, parse)
        if isinstance(result, Fault):
            self.refuse(key, result)
            return None
        return result

    @overload
    def text(self, key: str, *, required: bool = ..., default: str, example: str | None = ...) -> str: ...
    @overload
    def text(
        self, key: str, *, required: bool = ..., default: None = ..., example: str | None = ...
    ) -> str | None: ...
    def text(
        self, key: str, *, required: bool = False, default: str | None = None, example: str | None = None
    ) -> str | None:
        """Text as typed (NFC)."""
        text = self._text(key, required=required, example=example)
        return default if text is None else text

    def date(self, key: str, *, required: bool = False, example: str = "31/5/2021") -> date | None:
        """A day: ``31/5/2021`` or ``2021-05-31``."""
        return self.parsed(key, parse_date, required=required, example=example)

    def moment(self, key: str, *, required: bool = False, example: str = "28/5/2021 09:15") -> Moment | None:
        """A day with its hour, or a day alone."""
        return self.parsed(key, parse_moment, required=required, example=example)

    def time(self, key: str, *, required: bool = False, example: str = "17:00") -> time | None:
        """An hour of the day."""
        return self.parsed(key, parse_time, required=required, example=example)

    def month(self, key: str, *, required: bool = False, example: str = "2020-11") -> YearMonth | None:
        """A month: ``2020-11`` or ``11/2020``."""
        return self.parsed(key, parse_month, required=required, example=example)

    def school_year(
        self, key: str, *, required: bool = False, example: str = "2020-2021"
    ) -> SchoolYear | None:
        """A school year: ``2020-2021`` or ``2020 - 2021``."""
        return self.parsed(key, parse_school_year, required=required, example=example)

    def integer(
        self,
        key: str,
        *,
        minimum: int | None = None,
        maximum: int | None = None,
        required: bool = False,
        example: str = "12",
    ) -> int | None:
        """A whole number, bounds in."""
        parse = partial(parse_integer, minimum=minimum, maximum=maximum)
        return self.parsed(key, parse, required=required, example=example)

    def number(
        self,
        key: str,
        *,
        minimum: Decimal | None = None,
        maximum: Decimal | None = None,
        required: bool = False,
        example: str = "12,5",
    ) -> Decimal | None:
        """A number with or without decimals, bounds in."""

        def parse(text: str) -> Decimal | Fault:
            number = parse_number(text)
            if isinstance(number, Fault):
                return number
            return out_of_bounds(number, minimum=minimum, maximum=maximum) or number

        return self.parsed(key, parse, required=required, example=example)

    @overload
    def boolean(self, key: str, *, default: bool, required: bool = ...) -> bool: ...
    @overload
    def boolean(self, key: str, *, default: None = ..., required: bool = ...) -> bool | None: ...
    def boolean(self, key: str, *, default: bool | None = None, required: bool = False) -> bool | None:
        """``true``, ``false``, ``có`` or ``không``."""
        answer = self.parsed(key, parse_boolean, required=required, example="có")
        return default if answer is None else answer

    def code(self, key: str, *, required: bool = False, example: str = "pgd-than-uyen") -> str | None:
        """A kebab-case code."""
        return self.parsed(key, parse_code, required=required, example=example)

    def name(self, key: str, *, required: bool = False, example: str = "tin_bai") -> str | None:
        """A snake_case name of a form's field."""
        return self.parsed(key, parse_name, required=required, example=example)

    @overload
    def one_of(self, key: str, choices: type[E], *, required: bool = ...) -> E | None: ...
    @overload
    def one_of(self, key: str, choices: Mapping[str, T], *, required: bool = ...) -> T | None: ...
    def one_of(self, key: str, choices: type[E] | Mapping[str, T], *, required: bool = False) -> E | T | None:
        """The member of a closed list whose code is under the key."""
        if isinstance(choices, type):
            return self._one_of(key, choices_of(choices), required=required)
        return self._one_of(key, choices, required=required)

    def _one_of(self, key: str, choices: Mapping[str, T], *, required: bool) -> T | None:
        text = self._text(key, required=required, example=next(iter(choices), None))
        if text is None:
            return None
        result = read_bare(text, lambda word: parse_choice(word, choices))
        if isinstance(result, Fault):
            self.refuse(key, result)
            return None
        return result

    # What is below

    def mapping(self, key: str, *, required: bool = False) -> MappingReader | None:
        """The mapping under a key."""
        value = self.value(key, required=required)
        return None if value is None else self._below(value, key)

    def values(self, key: str, *, required: bool = False) -> tuple[tuple[Ref, Value], ...]:
        """The entries of a list under a key, each with its place; an empty entry is an error."""
        here = self.ref.child(key)
        return tuple((here.child(place), entry) for place, entry in self._entries(key, required=required))

    def _entries(self, key: str, *, required: bool) -> Iterator[tuple[int, Value]]:
        """The entries that are not empty."""
        value = self.value(key, required=required)
        if value is None:
            return
        if required and value == []:
            self.refuse(key, empty_key(key, None))
        if not isinstance(value, list):
            self.refuse(key, not_a_list(key, value))
            return
        for index, entry in enumerate(value):
            if entry is None:
                self._collector.add(empty_entry(key, index).at(self.ref.child(key, index)))
            else:
                yield index, entry

    def items(self, key: str, *, required: bool = False) -> tuple[MappingReader, ...]:
        """The mappings of a list; entries of another shape are reported and left out."""
        entries = list(self._entries(key, required=required))  # what is empty is reported first
        readers = [self._below(entry, key, place) for place, entry in entries]
        return tuple(reader for reader in readers if reader.usable)

    def each(
        self, key: str, decode: Callable[[MappingReader], T | None], *, required: bool = False
    ) -> tuple[T, ...]:
        """What ``decode`` makes of each mapping of a list, None left out; reports the keys that it leaves."""
        found: list[T] = []
        for entry in self.items(key, required=required):
            decoded = decode(entry)
            entry.no_others()
            if decoded is not None:
                found.append(decoded)
        return tuple(found)

    def group(
        self, key: str, decode: Callable[[MappingReader], T | None], *, required: bool = False
    ) -> T | None:
        """What ``decode`` makes of the mapping under a key; reports the keys that it leaves."""
        reader = self.mapping(key, required=required)
        if reader is None or not reader.usable:
            return None
        decoded = decode(reader)
        reader.no_others()
        return decoded

    def mixed(self, key: str, *, required: bool = False) -> tuple[str | MappingReader, ...]:
        """The entries of a list that may be texts or mappings."""
        found: list[str | MappingReader] = []
        for ref, entry in self.values(key, required=required):
            reader = entry if isinstance(entry, str) else MappingReader(entry, ref, self._collector)
            if isinstance(reader, str) or reader.usable:
                found.append(reader)
        return tuple(found)

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """The texts of a list."""
        return self.parsed_list(key, str, required=required)

    def parsed_list(
        self, key: str, parse: Callable[[str], T | Fault], *, required: bool = False
    ) -> tuple[T, ...]:
        """What ``parse`` makes of each text of a list; faulty ones are reported and left out."""
        results: list[T] = []
        for ref, entry in self.values(key, required=required):
            result = read_bare(entry, parse) if isinstance(entry, str) else not_a_text(entry)
            if isinstance(result, Fault):
                self._collector.add(result.at(ref))
            else:
                results.append(result)
        return tuple(results)

    # Faults

    def _text(self, key: str, *, required: bool, example: str | None) -> str | None:
        value = self.value(key, required=required, example=example)
        if required and isinstance(value, str) and not value.strip():
            self._collector.add(empty_key(key, example).at(self.ref.child(key)))
            return None
        if value is None or isinstance(value, str):
            return value
        self._collector.add(not_a_text(value).at(self.ref.child(key)))
        return None

    def _missing(self, key: str, example: str | None) -> Finding:
        if key in self._values:
            return empty_key(key, example).at(self.ref.child(key))
        return missing_key(key, self.ref.path, example).at(self.ref.child(key))
