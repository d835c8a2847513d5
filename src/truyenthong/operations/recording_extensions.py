"""``record extension``: a later last day that the office granted; nothing is ever overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.model.submissions import Extension, PaperNumber
from truyenthong.operations.choosing import find_unit
from truyenthong.operations.loading import load, ready
from truyenthong.operations.recording_receipts import Noted, noted
from truyenthong.operations.slots import Rewritten, Slot, find_slot, refuse_new_errors
from truyenthong.sources.building import Value
from truyenthong.sources.encode_submission import encode_extension
from truyenthong.sources.splice import add_item, add_key
from truyenthong.sources.writing import write_yaml
from truyenthong.sources.yaml_tree import parse_yaml
from truyenthong.text import day_wording
from truyenthong.views.row_view import paper_text
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace


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
        if _stands_already(slot, extension):
            return noted(slot, _told(extension), new=False, today=today)
        text = _with_extension(slot, encode_extension(extension))
        change = Rewritten(path=slot.path, before=slot.data, text=text)
        notes = refuse_new_errors(work, [change], today=today)[slot.path.name]
        storage.write_atomic(workspace.root / slot.path.name, text.encode())
    after = find_slot(ready(load(workspace, today=today)), given.obligation, given.period, unit, day=today)
    return noted(after, _told(extension), new=True, today=today, notes=notes)


def _stands_already(slot: Slot, extension: Extension) -> bool:
    known = slot.before.extensions if slot.before is not None else ()
    return any((one.granted, one.until) == (extension.granted, extension.until) for one in known)


def _told(extension: Extension) -> str:
    paper = paper_text(extension.paper) if extension.paper is not None else ""
    parts = [
        f"gia hạn đến hết ngày {day_wording(extension.until)}",
        f"cho ngày {day_wording(extension.granted)}",
        f"văn bản số {paper}" if paper else "",
        extension.reason or "",
    ]
    return ", ".join(part for part in parts if part)


def _with_extension(slot: Slot, entry: Value) -> str:
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
