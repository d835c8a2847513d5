"""``record receipt``, ``record extension``: what came on paper or by telephone, and later due days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from truyenthong.documents.submissions import encode_extension, encode_receipt
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Channel, DecisionKind, Extension, PaperNumber, Receipt
from truyenthong.operations.choose import Selection, find_unit, in_codes
from truyenthong.operations.load import Ready, load, ready
from truyenthong.operations.submission_file import (
    Original,
    Rewritten,
    Target,
    add,
    add_entry,
    find_target,
    not_owing,
    owing_rows,
    rewrite,
    target_of,
)
from truyenthong.operations.validate import recordable
from truyenthong.progress.rows import Progress, Row
from truyenthong.text import day_and_hour, day_wording
from truyenthong.views.rows import duty_in_period, extension_text, paper_text
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedPaper:
    """What came, as the office says.

    Attributes:
        unit: by its code or one of its names.
        period: as people write it; may be None where the duty has one period or none.
        files: files that came with it; they are kept beside the submission.
        supplement: a further paper, though there is one that was not returned.
    """

    unit: str
    obligation: str
    period: str | None
    received: Moment
    channel: Channel | None = None
    paper: PaperNumber | None = None
    files: tuple[Path, ...] = ()
    nil: bool = False
    supplement: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What was written down in a submission.

    Attributes:
        name: the submission's file, relative to the root.
        unit, what: whose duty, and which with its period.
        told: what was written, in words.
        new: False where it was there already, and nothing was written.
        row: the state of the duty on ``day``.
        notes: what the rules say about it besides, no error among them.
    """

    name: str
    unit: str
    what: str
    told: str
    new: bool
    row: Row
    day: date
    notes: tuple[Finding, ...] = ()


def record_receipt(
    workspace: Workspace, came: ReceivedPaper, *, today: date, as_of: date | None = None
) -> Noted:
    """Writes down that something came; the same paper a second time changes nothing.

    Args:
        workspace: the workspace.
        came: what came.
        today: the real day.
        as_of: the day of the state that the outcome tells; ``today`` where None.

    Raises:
        UsageError: a unit, duty, period or file that is not known, a day that has not come.
        CannotContinueError: what is there already speaks against it, or the rules find an error in it.
        FileInUseError: another run is writing.
    """
    if came.received.day > today:
        raise UsageError(f"Ngày {day_wording(came.received.day)} chưa đến.", hint="xem lại --received.")
    originals = tuple(Original.read(path) for path in came.files)
    with storage.locked(workspace.root):
        work = recordable(load(workspace, today=today), came.obligation)
        unit = find_unit(work.roster, came.unit)
        target = find_target(work, came.obligation, came.period, unit, day=came.received.day)
        receipt = _receipt(target, came, originals)
        known = target.before.receipts if target.before is not None else ()
        if any(_is_same(old, receipt) for old in known):
            return noted(target, _told(receipt), work.progress(as_of or today), new=False)
        _refuse_conflicts(target, came)
        entry = encode_receipt(receipt, work.plan.form_of(target.obligation))
        notes = add(target, "lan_nop", entry, today=today, originals=originals)
    board = ready(load(workspace, today=today)).progress(as_of or today)
    return noted(target, _told(receipt), board, new=True, notes=notes)


def noted(target: Target, told: str, board: Progress, *, new: bool, notes: tuple[Finding, ...] = ()) -> Noted:
    """The outcome of writing into the target's submission, with its row of the board."""
    return Noted(
        name=target.path.name,
        unit=target.unit.name,
        what=duty_in_period(target.obligation, target.row.period),
        told=told,
        new=new,
        row=next((row for row in board.rows if row.key == target.row.key), target.row),
        day=board.as_of,
        notes=notes,
    )


def _receipt(target: Target, came: ReceivedPaper, originals: tuple[Original, ...]) -> Receipt:
    before = target.before
    return Receipt(
        index=before.next_index if before is not None else 0,
        received=came.received,
        channel=came.channel,
        paper=came.paper,
        files=tuple(one.file for one in originals),
        nil=came.nil,
    )


def _is_same(old: Receipt, new: Receipt) -> bool:
    """Whether this very paper was recorded before: its files, its number, or moment and kind."""
    known = {one.sha256 for one in old.files if one.sha256 is not None}
    if new.files:
        return all(one.sha256 in known for one in new.files)
    if old.received != new.received or old.nil != new.nil:
        return False
    return new.paper is None or (old.paper is not None and old.paper.is_same(new.paper))


def _refuse_conflicts(target: Target, came: ReceivedPaper) -> None:
    """Refuses a second paper beside one that counts, unless it is called a supplement."""
    before = target.before
    if before is None or not before.receipts or came.supplement:
        return
    last = max(before.receipts, key=lambda one: one.received.sort_key)
    if last.decision is not None and last.decision.kind is DecisionKind.RETURNED:
        return
    raise CannotContinueError(
        f"{target.unit.name} đã có {duty_in_period(target.obligation, target.row.period)}: {_told(last)}.",
        hint="đây là bản gửi thêm thì thêm --supplement; ghi nhầm kỳ thì xem lại kỳ.",
    )


def _told(receipt: Receipt) -> str:
    parts = [f"nhận {day_and_hour(receipt.received.day, receipt.received.hour)}", *_besides(receipt)]
    return ", ".join(parts)


def _besides(receipt: Receipt) -> Iterator[str]:
    if receipt.paper is not None and paper_text(receipt.paper):
        yield f"văn bản số {paper_text(receipt.paper)}"
    if receipt.nil:
        yield "báo cáo không phát sinh"
    if receipt.files:
        yield f"tệp {', '.join(one.name for one in receipt.files)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantedExtension:
    """A later last day of a duty for some units, as the office says; both days count in.

    Attributes:
        units: by code or one of their names; empty with ``kind`` alone.
        kind: every unit of this kind that owes the duty, besides ``units``.
    """

    units: tuple[str, ...]
    obligation: str
    period: str | None
    granted: date
    until: date
    kind: str | None = None
    by: str | None = None
    paper: PaperNumber | None = None
    reason: str | None = None


def record_extension(
    workspace: Workspace, given: GrantedExtension, *, today: date, as_of: date | None = None
) -> tuple[Noted, ...]:
    """Writes down an extension for all its units or for none; the same one a second time changes nothing.

    Raises:
        UsageError: a unit, kind, duty or period that is not known, a day of granting that has not come.
        CannotContinueError: it extends nothing, or a file cannot be added to.
        FileInUseError: another run is writing.
    """
    if given.granted > today:
        raise UsageError(f"Ngày {day_wording(given.granted)} chưa đến.", hint="xem lại --granted.")
    extension = Extension(
        granted=given.granted, until=given.until, by=given.by, paper=given.paper, reason=given.reason
    )
    told = extension_text(extension)
    with storage.locked(workspace.root):
        work = recordable(load(workspace, today=today), given.obligation)
        targets = _extended(work, given)
        entry = encode_extension(extension)
        changes = [
            Rewritten(path=one.path, before=one.data, text=add_entry(one.data, one.path, "gia_han", entry))
            for one in targets
            if not _has_extension(one, extension)
        ]
        notes = rewrite(work, changes, today=today)
    board = ready(load(workspace, today=today)).progress(as_of or today)
    written = {one.path.name for one in changes}
    return tuple(
        noted(one, told, board, new=one.path.name in written, notes=notes.get(one.path.name, ()))
        for one in targets
    )


def _extended(work: Ready, given: GrantedExtension) -> list[Target]:
    """Where the extension belongs, each unit once, in the order of the roster."""
    kind = in_codes(Selection(kind=given.kind), work.plan, work.roster).kind
    units = [find_unit(work.roster, one) for one in given.units]
    rows = owing_rows(work, given.obligation, given.period, day=given.granted)
    asked = {one.code for one in units}
    asked |= {code for code, row in rows.items() if kind is not None and row.unit.is_of(kind)}
    if not asked:
        raise UsageError(
            "Chưa biết gia hạn cho đơn vị nào.", hint="ghi đơn vị, --unit (nhiều lần được), --kind."
        )
    for one in units:
        if one.code not in rows:
            raise not_owing(one, given.obligation)
    return [target_of(work, row) for code, row in rows.items() if code in asked]


def _has_extension(target: Target, extension: Extension) -> bool:
    known = target.before.extensions if target.before is not None else ()
    return any((one.granted, one.until) == (extension.granted, extension.until) for one in known)
