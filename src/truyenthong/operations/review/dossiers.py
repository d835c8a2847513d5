"""``review``: the submissions that were asked for, with what was found in each receipt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from truyenthong.checks import Source
from truyenthong.errors import UsageError
from truyenthong.findings import Finding, Severity
from truyenthong.model.submissions import Receipt
from truyenthong.operations.choose import Selection, in_codes
from truyenthong.operations.load import IDENTITY, Ready, load, ready
from truyenthong.operations.validate import refuse_half_judged, unread_before_unknown
from truyenthong.progress import Row
from truyenthong.views.rows import duty_in_period
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.repository import StoredSubmission

if TYPE_CHECKING:
    from truyenthong.operations.intake.waitlist import Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One receipt as the office sees it before it decides.

    Attributes:
        place: its place under ``lan_nop``, counted from 0.
        receipt: None where it cannot be read.
        findings: what the rules say about it, or about the file as a whole.
        days: how many days it has waited; None where its day cannot be read.
    """

    place: int
    receipt: Receipt | None
    findings: tuple[Finding, ...]
    days: int | None

    @property
    def waits(self) -> bool:
        """Whether nobody has accepted or returned it."""
        return self.receipt is None or self.receipt.decision is None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The errors among the findings."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A submission with all its receipts and what was found in it.

    Attributes:
        name: the file, relative to the root.
        data: its bytes as they were seen.
        row: the state of the duty; None where the plan has no such row.
        besides: findings that belong to no receipt.
    """

    name: str
    data: bytes
    stored: StoredSubmission
    unit: str
    short_unit: str
    what: str
    row: Row | None
    seen: tuple[Seen, ...]
    besides: tuple[Finding, ...]

    @property
    def waiting(self) -> tuple[Seen, ...]:
        """The receipts that wait for a decision."""
        return tuple(one for one in self.seen if one.waits)


def dossiers(workspace: Workspace, choice: Selection, *, as_of: date) -> tuple[Dossier, ...]:
    """The submissions that were asked for, as they are on ``as_of``, in the order of their files.

    What the agency's own rooms have sent waits for nobody; it is listed only where its unit is named.

    Raises:
        UsageError: a unit, duty or period that is not known.
        UnreadableDataError: the plan or the units are not readable, or not what these papers are judged by.
    """
    work = ready(load(workspace))
    lists = ((Source.PLAN, ("nhiem_vu",)), (Source.UNITS, ("don_vi",)))
    with unread_before_unknown(work.loaded, *lists):
        wanted = _by_duty(choice, work)
        coded = in_codes(wanted, work.plan, work.roster)
    found = tuple(dossiers_in(work, coded, work.progress(as_of).rows, as_of=as_of))
    shown = (one for one in found if one.waiting or coded.obligation is not None)
    refuse_half_judged(work, (one.stored.location.obligation for one in shown))
    return found


def _by_duty(choice: Selection, work: Ready) -> Selection:
    """A duty's code may stand alone, where a unit is expected: «review bao-cao-du-luan»."""
    duties, units = work.plan.obligations_by_code, work.roster.by_code
    if choice.obligation is None and choice.unit in duties and choice.unit not in units:
        return replace(choice, unit=None, obligation=choice.unit)
    return choice


def dossiers_in(work: Ready, choice: Selection, rows: Iterable[Row], *, as_of: date) -> Iterator[Dossier]:
    """The submissions of a loaded workspace; ``choice`` is in codes, ``rows`` are those of the board."""
    by_file = work.loaded.by_file
    by_key = {row.key: row for row in rows}
    for stored in work.loaded.records.submissions:
        unit, duty, period = work.loaded.key_of(stored)
        wanted = (choice.unit, choice.obligation, choice.period)
        if any(want not in (None, have) for want, have in zip(wanted, (unit, duty, period), strict=True)):
            continue
        known = work.roster.by_code.get(unit)
        if choice.kind is not None and (known is None or not known.is_of(choice.kind)):
            continue
        if choice.unit is None and known is not None and work.roster.is_inside(known):
            continue
        row = by_key.get((unit, duty, period))
        found = by_file.get(stored.location.name, [])
        yield Dossier(
            name=stored.location.name,
            data=work.loaded.snapshot.files.get(stored.location.name, b""),
            stored=stored,
            unit=known.name if known is not None else unit,
            short_unit=known.short_name if known is not None else unit,
            what=duty_in_period(row.obligation, row.period) if row is not None else stored.location.stem,
            row=row,
            seen=tuple(_seen(stored, found, as_of)),
            besides=tuple(one for one in found if not _is_whole(one) and one.ref.path[0] != "lan_nop"),
        )


def _is_whole(finding: Finding) -> bool:
    return not finding.ref.path or finding.ref.path[0] in IDENTITY


def _seen(stored: StoredSubmission, found: list[Finding], as_of: date) -> Iterator[Seen]:
    submission = stored.submission
    known: dict[int, Receipt | None] = dict.fromkeys(submission.unreadable_receipts)
    known |= {one.index: one.known_on(as_of) for one in submission.receipts if one.received.day <= as_of}
    for place, receipt in sorted(known.items()):
        mine = (
            one for one in found if _is_whole(one) or one.ref.path[:2] in (("lan_nop", place), ("lan_nop",))
        )
        days = (as_of - receipt.received.day).days if receipt is not None else None
        yield Seen(place=place, receipt=receipt, findings=tuple(mine), days=days)


def waiting_first(found: tuple[Dossier, ...]) -> list[tuple[Dossier, Seen]]:
    """Every receipt that waits: those with errors, then the longest waiting; what has no day comes first."""
    pairs = [(dossier, one) for dossier in found for one in dossier.waiting]
    return sorted(
        pairs,
        key=lambda pair: (not pair[1].errors, -(pair[1].days if pair[1].days is not None else 10**6)),
    )


def set_aside(workspace: Workspace, choice: Selection) -> tuple[Waiting, ...]:
    """The open entries of ``data/waiting`` that may be what was asked for, the oldest first."""
    from truyenthong.operations.intake.settle import list_waiting  # noqa: PLC0415 - the board does without

    if choice.unit is None and choice.obligation is None and choice.period is None:
        return list_waiting(workspace).entries
    work = ready(load(workspace))
    coded = in_codes(_by_duty(choice, work), work.plan, work.roster)
    wanted = (coded.unit, coded.obligation, coded.period)
    return tuple(
        one
        for one in list_waiting(workspace).entries
        if all(
            want in (None, have)
            for want, have in zip(wanted, (one.unit, one.obligation, one.period), strict=True)
        )
    )


def only_one(found: tuple[Dossier, ...], choice: Selection) -> Dossier | None:
    """The one submission that unit and duty name together; None where a selection was asked for.

    Raises:
        UsageError: unit and duty are named, but nothing came, or a period has to be named too.
    """
    if choice.unit is None or choice.obligation is None:
        return None
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(
            "Chưa nhận bài nào của đơn vị cho nhiệm vụ và kỳ này.", hint="xem lại đơn vị, nhiệm vụ và kỳ."
        )
    periods = ", ".join(str(one.stored.location.period) for one in found)
    raise UsageError("Nhiệm vụ này đã có bài của nhiều kỳ.", hint=f"thêm một kỳ vào cuối lệnh: {periods}.")
