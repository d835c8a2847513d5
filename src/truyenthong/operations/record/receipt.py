"""``record receipt``: what came on paper or by telephone becomes a receipt; nothing is ever overwritten."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from truyenthong.documents.submissions import encode_extension, encode_receipt
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Channel, DecisionKind, Extension, PaperNumber, Receipt, SentFile
from truyenthong.operations.choose import find_unit
from truyenthong.operations.load import load, ready
from truyenthong.operations.submission_file import (
    Rewritten,
    Target,
    find_slot,
    keep_original,
    refuse_new_errors,
    with_receipt,
)
from truyenthong.progress.rows import Row
from truyenthong.text import day_and_hour, day_wording
from truyenthong.views.rows import duty_in_period, paper_text
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace
from truyenthong.yamltext.edit import add_item, add_key, write_yaml
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedPaper:
    """What came, as the office tells it.

    Attributes:
        unit: by its code or one of its names.
        period: as people write it; may be None where the duty has one period or none.
        files: files that came with it; they are kept beside the submission.
        supplement: a further paper, though one that was not returned stands there.
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
        new: False where it stood there already, and nothing was written.
        row: where the duty stands now.
        notes: what the rules say about it besides, no error among them.
    """

    name: str
    unit: str
    what: str
    told: str
    new: bool
    row: Row
    notes: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Original:
    """A file that came: its name and SHA-256, and its bytes."""

    file: SentFile
    data: bytes = field(repr=False)


def record_receipt(workspace: Workspace, came: ReceivedPaper, *, today: date) -> Noted:
    """Writes down that something came; the same paper a second time changes nothing.

    Raises:
        UsageError: a unit, duty, period or file that is not known, a day that has not come.
        CannotContinueError: what stands there already speaks against it, or the rules find an error in it.
        FileInUseError: another run is writing.
    """
    if came.received.day > today:
        raise UsageError(f"Ngày {day_wording(came.received.day)} chưa đến.", hint="xem lại --received.")
    originals = tuple(_original(path) for path in came.files)
    with storage.locked(workspace.root):
        work = ready(load(workspace, today=today))
        unit = find_unit(work.roster, came.unit)
        slot = find_slot(work, came.obligation, came.period, unit, day=came.received.day)
        receipt = _receipt(slot, came, originals)
        if _stands_already(slot, receipt):
            return noted(slot, _told(receipt), new=False, today=today)
        _refuse_conflicts(slot, came)
        text = with_receipt(slot.data, slot.path, encode_receipt(receipt, work.plan.form_of(slot.obligation)))
        change = Rewritten(path=slot.path, before=slot.data, text=text)
        notes = refuse_new_errors(work, [change], today=today)[slot.path.name]
        _keep(workspace, slot, originals)
        storage.write_atomic(workspace.root / slot.path.name, text.encode())
    return noted(
        find_slot(ready(load(workspace, today=today)), came.obligation, came.period, unit, day=today),
        _told(receipt),
        new=True,
        today=today,
        notes=notes,
    )


def noted(slot: Target, told: str, *, new: bool, today: date, notes: tuple[Finding, ...] = ()) -> Noted:
    """The outcome of writing into the slot's submission, with the state of its row on ``today``."""
    rows = slot.work.progress(today).rows
    return Noted(
        name=slot.path.name,
        unit=slot.unit.name,
        what=duty_in_period(slot.obligation, slot.row.period),
        told=told,
        new=new,
        row=next((row for row in rows if row.key == slot.row.key), slot.row),
        notes=notes,
    )


def _original(path: Path) -> _Original:
    try:
        data = storage.read_bytes(path)
    except FileNotFoundError as error:
        raise UsageError(f"Không có tệp {path}.", hint="kiểm tra lại tên tệp ở --file.") from error
    return _Original(file=SentFile(name=path.name, sha256=hashlib.sha256(data).hexdigest()), data=data)


def _receipt(slot: Target, came: ReceivedPaper, originals: tuple[_Original, ...]) -> Receipt:
    before = slot.before
    return Receipt(
        index=len(before.receipts) + len(before.unreadable_receipts) if before is not None else 0,
        received=came.received,
        channel=came.channel,
        paper=came.paper,
        files=tuple(one.file for one in originals),
        nil=came.nil,
    )


def _stands_already(slot: Target, new: Receipt) -> bool:
    """Whether this very paper was recorded before: its files, its number, or moment and kind."""
    return any(_is_same(old, new) for old in (slot.before.receipts if slot.before is not None else ()))


def _is_same(old: Receipt, new: Receipt) -> bool:
    known = {one.sha256 for one in old.files if one.sha256 is not None}
    if new.files:
        return all(one.sha256 in known for one in new.files)
    if old.received != new.received or old.nil != new.nil:
        return False
    return new.paper is None or (old.paper is not None and old.paper.is_same(new.paper))


def _refuse_conflicts(slot: Target, came: ReceivedPaper) -> None:
    """A paper that counts stands there already: a second one has to be called so."""
    before = slot.before
    if before is None or not before.receipts or came.supplement:
        return
    last = max(before.receipts, key=lambda one: one.received.sort_key)
    if last.decision is not None and last.decision.kind is DecisionKind.RETURNED:
        return
    raise CannotContinueError(
        f"{slot.unit.name} đã có {duty_in_period(slot.obligation, slot.row.period)}: {_told(last)}.",
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


def _keep(workspace: Workspace, slot: Target, originals: tuple[_Original, ...]) -> None:
    """The files first: a run that is stopped here has lost nothing and is simply run again."""
    for one in originals:
        keep_original(workspace.submissions / slot.unit.code / "tep", one.file, one.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantedExtension:
    """A later last day for one unit's duty, as the office tells it; both days count in."""

    unit: str
    obligation: str
    period: str | None
    granted: date
    until: date
    paper: PaperNumber | None = None
    reason: str | None = None


def record_extension(workspace: Workspace, given: GrantedExtension, *, today: date) -> Noted:
    """Writes down an extension; the same one a second time changes nothing.

    Raises:
        UsageError: a unit, duty or period that is not known, a day of granting that has not come.
        CannotContinueError: it extends nothing, or the file cannot be added to.
        FileInUseError: another run is writing.
    """
    if given.granted > today:
        raise UsageError(f"Ngày {day_wording(given.granted)} chưa đến.", hint="xem lại --granted.")
    extension = Extension(granted=given.granted, until=given.until, paper=given.paper, reason=given.reason)
    with storage.locked(workspace.root):
        work = ready(load(workspace, today=today))
        unit = find_unit(work.roster, given.unit)
        slot = find_slot(work, given.obligation, given.period, unit, day=given.granted)
        if _is_known_extension(slot, extension):
            return noted(slot, _extension_told(extension), new=False, today=today)
        text = _with_extension(slot, encode_extension(extension))
        change = Rewritten(path=slot.path, before=slot.data, text=text)
        notes = refuse_new_errors(work, [change], today=today)[slot.path.name]
        storage.write_atomic(workspace.root / slot.path.name, text.encode())
    after = find_slot(ready(load(workspace, today=today)), given.obligation, given.period, unit, day=today)
    return noted(after, _extension_told(extension), new=True, today=today, notes=notes)


def _is_known_extension(slot: Target, extension: Extension) -> bool:
    known = slot.before.extensions if slot.before is not None else ()
    return any((one.granted, one.until) == (extension.granted, extension.until) for one in known)


def _extension_told(extension: Extension) -> str:
    paper = paper_text(extension.paper) if extension.paper is not None else ""
    parts = [
        f"gia hạn đến hết ngày {day_wording(extension.until)}",
        f"cho ngày {day_wording(extension.granted)}",
        f"văn bản số {paper}" if paper else "",
        extension.reason or "",
    ]
    return ", ".join(part for part in parts if part)


def _with_extension(slot: Target, entry: Value) -> str:
    """The text of the file: one more entry in it, comments and order kept, or a file of its own."""
    if slot.data is None:
        path = slot.path
        keys: dict[str, Value] = {"don_vi": path.unit, "nhiem_vu": path.obligation, "ky": path.period}
        kept = {key: value for key, value in keys.items() if value is not None}
        return write_yaml({**kept, "gia_han": [entry]})
    try:
        text = slot.data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CannotContinueError(
            f"{slot.path.name} không phải UTF-8 nên chưa ghi thêm.",
            hint="chạy «truyenthong validate» và sửa tệp ấy trước.",
        ) from error
    tree = parse_yaml(slot.data, file=slot.path.name).value
    if isinstance(tree, dict) and "gia_han" in tree:
        return add_item(text, ("gia_han",), entry)
    return add_key(text, (), "gia_han", [entry])
