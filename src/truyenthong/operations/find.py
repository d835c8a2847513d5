"""``find``: where words stand in the plan, the units, the registers and what units have sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from truyenthong.documents.content import Choices
from truyenthong.errors import UsageError
from truyenthong.findings import FieldPath, Ref
from truyenthong.model.forms import Content, Field, FieldType, Scalar
from truyenthong.model.moments import Moment
from truyenthong.model.plan import Passage
from truyenthong.operations.choose import Selection, in_codes
from truyenthong.operations.load import Ready, load, ready
from truyenthong.text import ascii_form, collapse, cut, day_and_hour, day_wording, fold
from truyenthong.views.rows import duty_in_period, paper_text
from truyenthong.workspace.layout import PLAN_FILE, UNITS_FILE, Workspace
from truyenthong.yamltext.places import PlaceFinder

_ROOM = 160
"""Characters around the first word that are shown."""

_MARKS = re.compile(r"\*+")
_BETWEEN = re.compile(r"[\s,;:.!?()«»\"]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage, unit, entry or paper in which every word stands.

    Attributes:
        part: «plan», «unit», «register» or «submission».
        title: what people call it.
        words: its text around the first word.
        file, line: where it lies; no line where nobody knows.
    """

    part: str
    title: str
    words: str
    file: str
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All hits; ``toneless`` where nothing had the marks that were typed, so that they were left out."""

    hits: tuple[Hit, ...]
    toneless: bool
    sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    part: str
    title: str
    text: str
    file: str
    path: FieldPath


def find(workspace: Workspace, words: str, choice: Selection) -> Found:
    """Every place where all the words stand, in the order of the plan and of the files.

    Raises:
        UsageError: no word, or a unit, duty or period that is not known.
        UnreadableDataError: the plan or the units are not readable.
    """
    if not ascii_form(words).strip(' "'):
        raise UsageError("Chưa ghi chữ cần tìm.", hint="ví dụ: truyenthong find an toàn giao thông.")
    work = ready(load(workspace))
    items = tuple(_items(work, in_codes(choice, work.plan, work.roster)))
    # The words one after another are meant first; then all of them in one place; then without marks.
    for toneless in (False, True):
        wanted = _key(words, toneless=toneless).strip()
        for asked in ((wanted,), tuple(wanted.split())):
            hits = tuple(_matching(work, items, asked, toneless=toneless))
            if hits:
                other = toneless and ascii_form(words) != words
                return Found(hits=hits, toneless=other, sample=work.settings.sample_data)
    return Found(hits=(), toneless=False, sample=work.settings.sample_data)


def _matching(work: Ready, items: Iterable[_Item], wanted: Sequence[str], *, toneless: bool) -> Iterator[Hit]:
    finders: dict[str, PlaceFinder] = {}
    for one in items:
        key = _key(f"{one.title} ; {one.text}", toneless=toneless)
        if all(f" {word}" in key for word in wanted):
            around = _around(one.text, wanted[0].split()[0], toneless=toneless)
            line = _line(work, one, finders)
            yield Hit(part=one.part, title=one.title, words=around, file=one.file, line=line)


def _line(work: Ready, one: _Item, finders: dict[str, PlaceFinder]) -> int | None:
    data = work.loaded.snapshot.files.get(one.file)
    if data is None:
        return None
    finder = finders.get(one.file) or finders.setdefault(one.file, PlaceFinder(data))
    return finder.place(Ref(file=one.file, path=one.path)).line


def _key(text: str, *, toneless: bool) -> str:
    """The words between single spaces, one before each: a word is found at its beginning."""
    plain = ascii_form(text).lower() if toneless else fold(text)
    return f" {' '.join(_BETWEEN.sub(' ', plain).split())}"


def _around(text: str, word: str, *, toneless: bool) -> str:
    """The text from a little before the word."""
    words = text.split()
    found = (at for at, one in enumerate(words) if _key(one, toneless=toneless).startswith(f" {word}"))
    start = max(0, next(found, 0) - 8)
    return ("… " if start else "") + cut(" ".join(words[start:]), _ROOM)


def _items(work: Ready, choice: Selection) -> Iterator[_Item]:
    if choice == Selection():
        yield from _of_plan(work)
        yield from _of_units(work)
    if choice.obligation is None and choice.period is None:
        yield from _of_registers(work, choice)
    yield from _of_submissions(work, choice)


def _of_plan(work: Ready) -> Iterator[_Item]:
    plan = work.plan
    for key, texts in (("mo_dau", plan.text.opening), ("ket_thuc", plan.text.closing)):
        for place, text in enumerate(texts):
            yield _passage("Kế hoạch", text, ("noi_dung", key, place))
    for place, top in enumerate(plan.text.parts):
        yield from _of_passage(top, (), ("noi_dung", "phan", place))
    for one in plan.obligations:
        title = f"Nhiệm vụ: {one.name} ({one.clause})"
        path = ("nhiem_vu", one.index)
        yield _Item(part="plan", title=title, text=one.quotation, file=PLAN_FILE, path=path)


def _of_passage(passage: Passage, above: tuple[str, ...], path: FieldPath) -> Iterator[_Item]:
    here = above
    if passage.heading is not None and passage.label is not None:
        here = (*above, passage.label.strip(" .)"))
    where = f"Kế hoạch, mục {'.'.join(here)}" if here else "Kế hoạch"
    yield _passage(where, passage.heading or passage.text or "", path)
    for place, child in enumerate(passage.children):
        yield from _of_passage(child, here, (*path, "muc", place))


def _passage(where: str, text: str, path: FieldPath) -> _Item:
    plain = collapse(_MARKS.sub("", text))
    return _Item(part="plan", title=where, text=plain, file=PLAN_FILE, path=path)


def _of_units(work: Ready) -> Iterator[_Item]:
    for one in work.roster.units:
        text = "; ".join(dict.fromkeys((one.short_name, *one.aliases, one.area or "")))
        yield _Item(part="unit", title=one.name, text=text, file=UNITS_FILE, path=("don_vi", one.index))


def _of_registers(work: Ready, choice: Selection) -> Iterator[_Item]:
    units = work.roster.by_code
    for ledger in work.loaded.records.ledgers:
        register = ledger.register
        for entry in ledger.entries:
            unit = entry.text(register.unit)
            if choice.unit not in (None, unit):
                continue
            whose = units[unit].short_name if unit in units else ""
            named = " ".join((register.name, entry.text(register.key)))
            title = ", ".join(part for part in (named, whose) if part)
            text = "; ".join(words for _, words in _values(work, register.form, entry.content))
            path = ("muc", entry.index)
            yield _Item(part="register", title=title, text=text, file=ledger.file, path=path)


def _of_submissions(work: Ready, choice: Selection) -> Iterator[_Item]:
    plan, units = work.plan, work.roster.by_code
    for stored in work.loaded.records.submissions:
        unit, duty, period = work.loaded.key_of(stored)
        wanted = (choice.unit, choice.obligation, choice.period)
        if any(want not in (None, have) for want, have in zip(wanted, (unit, duty, period), strict=True)):
            continue
        known = plan.obligations_by_code.get(duty)
        found = (
            next((one for one in plan.periods(known) if one and one.code == period), None) if known else None
        )
        what = duty_in_period(known, found) if known is not None else stored.location.stem
        whose = units[unit].short_name if unit in units else unit
        form = known.form if known is not None else None
        for receipt in stored.submission.receipts:
            title = f"{whose}, {what}, nhận ngày {day_wording(receipt.received.day)}"
            path: FieldPath = ("lan_nop", receipt.index)
            reason = receipt.decision.reason if receipt.decision is not None else None
            head = (paper_text(receipt.paper), *(one.name for one in receipt.files), reason or "")
            told = [(path, "; ".join(part for part in head if part))]
            told += [
                ((*path, "noi_dung", *steps), words)
                for steps, words in _values(work, form, receipt.content or {})
            ]
            for place, text in told:
                yield _Item(part="submission", title=title, text=text, file=stored.location.name, path=place)


def _values(work: Ready, form: str | None, content: Content) -> Iterator[tuple[FieldPath, str]]:
    """The values of a filled form as people read them, a row of a table together, each with its place."""
    declared = work.plan.forms_by_code.get(form or "")
    for code, value in content.items():
        field = declared.field(code) if declared is not None else None
        if isinstance(value, tuple):
            for place, row in enumerate(value):
                cells = (
                    _said(work, field.column(each) if field is not None else None, one)
                    for each, one in row.items()
                )
                yield (code, place), "; ".join(cell for cell in cells if cell)
        elif value is not None:
            yield (code,), _said(work, field, value)


def _said(work: Ready, field: Field | None, value: Scalar) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, Moment):
        return day_and_hour(value.day, value.hour)
    if field is not None and field.type is FieldType.CHOICE:
        named = Choices(plan=work.plan, roster=work.roster).choices(field)
        return next((one.label for one in named if one.code == value), str(value))
    return day_wording(value) if isinstance(value, date) else collapse(str(value))
