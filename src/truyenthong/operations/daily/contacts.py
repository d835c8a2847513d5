"""``contacts``: the addresses of the units, and what keeps mail from reaching them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from truyenthong.findings import Ref
from truyenthong.model.dispatches import DispatchBook, Outcome
from truyenthong.model.outreach import Outreach
from truyenthong.model.owed import owing_units
from truyenthong.model.units import Unit
from truyenthong.operations.load import load, ready
from truyenthong.text import day_wording
from truyenthong.text.keys import is_address
from truyenthong.workspace.dispatches import read_dispatches
from truyenthong.workspace.layout import UNITS_FILE, Workspace
from truyenthong.workspace.repository import read_outreach
from truyenthong.yamltext.places import PlaceFinder


class GapKind(StrEnum):
    """What keeps mail from a unit."""

    MISSING = "missing"
    NO_HEIR = "no_heir"
    MALFORMED = "malformed"
    SHARED = "shared"
    DOMAIN = "domain_not_allowed"
    BOUNCED = "bounced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One gap of a unit.

    Attributes:
        sentence: what is wrong, for people.
        line: where it is mended in ``units.yaml``, or None.
    """

    kind: GapKind
    unit: Unit
    address: str | None
    sentence: str
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsOutcome:
    """The units outside the agency that must send something or answer for one that closed, with their gaps.

    Attributes:
        domains_checked: whether ``outreach.yaml`` says where mail may go.
    """

    as_of: date
    units: tuple[Unit, ...]
    gaps: tuple[Gap, ...]
    sample: bool
    domains_checked: bool


def contacts(workspace: Workspace, *, as_of: date) -> ContactsOutcome:
    """The addresses as of a day; a gap is listed once for each address that has it.

    Raises:
        UnreadableDataError: the plan or the units are not readable.
        CannotContinueError: the dispatch book is damaged.
    """
    work = ready(load(workspace))
    snapshot = work.loaded.snapshot
    outreach, _ = read_outreach(snapshot)
    roster = work.roster.named_on(as_of)
    # Beside those that owe something themselves: who is written to for a closed unit, where work is left.
    left = [row for row in work.progress(as_of).rows if row.behind and not row.unit.exists_on(as_of)]
    written_to = {
        one.code
        for row in left
        if not roster.is_inside(row.unit)
        for one in roster.recipients(row.unit, as_of, row.obligation.code) or (row.unit,)
    }
    written_to |= {one.code for one in owing_units(work.plan, roster, on=as_of)}
    units = tuple(one for one in roster.ordered() if one.code in written_to)
    book = read_dispatches(workspace, work.plan.year).book
    places = PlaceFinder(snapshot.files[UNITS_FILE])
    return ContactsOutcome(
        as_of=as_of,
        units=units,
        gaps=tuple(_gaps(units, outreach, book, places, as_of)),
        sample=work.settings.sample_data,
        domains_checked=outreach is not None and outreach.outgoing is not None,
    )


def _gaps(
    units: Sequence[Unit], outreach: Outreach | None, book: DispatchBook, places: PlaceFinder, as_of: date
) -> Iterator[Gap]:
    owners: dict[str, list[Unit]] = {}
    for unit in units:
        for address in dict.fromkeys(one.lower() for one in unit.emails):
            owners.setdefault(address, []).append(unit)
    undeliverable = book.undeliverable
    for unit in units:
        if not unit.exists_on(as_of) and unit.letters_to is None:
            sentence = "đã ngừng hoạt động mà còn việc chậm; chưa khai ai nhận (ke_thua)"
            line = _line(places, unit, None)
            yield Gap(kind=GapKind.NO_HEIR, unit=unit, address=None, sentence=sentence, line=line)
            continue
        if not unit.emails:
            line = _line(places, unit, None)
            yield Gap(kind=GapKind.MISSING, unit=unit, address=None, sentence="chưa có địa chỉ", line=line)
        for place, address in enumerate(unit.emails):
            for kind, sentence in _faults(unit, address, outreach, owners, undeliverable):
                line = _line(places, unit, place)
                yield Gap(kind=kind, unit=unit, address=address, sentence=sentence, line=line)


def _faults(
    unit: Unit,
    address: str,
    outreach: Outreach | None,
    owners: Mapping[str, Sequence[Unit]],
    undeliverable: Mapping[str, Outcome],
) -> Iterator[tuple[GapKind, str]]:
    if not is_address(address):
        yield GapKind.MALFORMED, "không phải một địa chỉ thư"
        return
    others = [one.short_name for one in owners[address.lower()] if one.code != unit.code]
    if others:
        named = ", ".join(others[:3]) + (f" và {len(others) - 3} đơn vị nữa" if len(others) > 3 else "")
        yield GapKind.SHARED, f"cũng là địa chỉ của {named}"
    outgoing = outreach.outgoing if outreach is not None else None
    if outgoing is not None and not outgoing.allows(address):
        yield GapKind.DOMAIN, "nằm ngoài ten_mien_duoc_gui"
    came_back = undeliverable.get(address.lower())
    if came_back is not None:
        code = f" {came_back.code}" if came_back.code is not None else ""
        yield GapKind.BOUNCED, f"thư ngày {day_wording(came_back.at.date())} không tới nơi{code}"


def _line(places: PlaceFinder, unit: Unit, place: int | None) -> int | None:
    """The line of the address, or that of the unit where it has none."""
    path: tuple[str | int, ...] = ("don_vi", unit.index)
    if place is not None:
        path = (*path, "thu_dien_tu", *((place,) if len(unit.emails) > 1 else ()))
    return places.place(Ref(file=UNITS_FILE, path=path)).line
