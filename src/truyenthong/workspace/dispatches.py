"""Reads and appends the dispatch book: ``data/outreach/so-gui-<year>.jsonl``, one event a line.

Lines are only ever added, each flushed to the disk before anything rests on it. A last line without its line
end was cut off by a stop of the machine: it is ignored, told, and dropped when the next line is added. Damage
anywhere else stops every command that would send.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import cast

from truyenthong.errors import CannotContinueError
from truyenthong.model.dispatches import (
    DispatchBook,
    DispatchEvent,
    DispatchItem,
    Intent,
    LetterReminder,
    Outcome,
    OutcomeKind,
    Resolution,
)
from truyenthong.model.periods import SchoolYear
from truyenthong.workspace import storage
from truyenthong.workspace.layout import OUTREACH_FOLDER, Workspace

_INTENT, _RESOLVED, _LETTER = "intent", "resolved", "reminded"
_KINDS = {kind.value: kind for kind in OutcomeKind}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDispatches:
    """The book of a year as it is on the disk.

    Attributes:
        name: its file, relative to the root.
        torn: its last line was cut off and is ignored.
    """

    name: str
    book: DispatchBook
    torn: bool = False


def book_name(year: SchoolYear) -> str:
    """The file of a year's book, relative to the root."""
    return f"{OUTREACH_FOLDER}/so-gui-{year.code}.jsonl"


def read_dispatches(workspace: Workspace, year: SchoolYear) -> StoredDispatches:
    """The book of a school year; empty where nothing was sent.

    Raises:
        CannotContinueError: it is damaged, with the number of the line; or the system refuses to read it.
    """
    name = book_name(year)
    try:
        data = storage.read_bytes(workspace.root / name)
    except FileNotFoundError:
        return StoredDispatches(name=name, book=DispatchBook())
    *lines, rest = data.split(b"\n")
    events: list[DispatchEvent] = []
    known: set[tuple[str, int]] = set()
    for number, line in enumerate(lines, start=1):
        event = _event(line)
        if event is None or not _fits(event, known):
            raise _damaged(name, number)
        events.append(event)
    return StoredDispatches(name=name, book=DispatchBook(events=tuple(events)), torn=bool(rest))


def append_dispatches(workspace: Workspace, year: SchoolYear, events: Sequence[DispatchEvent]) -> None:
    """Adds events; when this returns they are on the disk.

    The caller holds ``storage.locked(workspace.root)``.

    Raises:
        CannotContinueError: the system refuses to write (rights, full disk): nothing was added.
    """
    text = "".join(f"{json.dumps(_as_object(one), ensure_ascii=False)}\n" for one in events)
    storage.append_lines(_path(workspace, year), text.encode("utf-8", "backslashreplace"))


def _path(workspace: Workspace, year: SchoolYear) -> Path:
    return workspace.root / book_name(year)


def _damaged(name: str, number: int) -> CannotContinueError:
    return CannotContinueError(
        f"Sổ gửi {name} hỏng ở dòng {number}, nên chưa gửi gì.",
        hint=f"lấy lại tệp ấy từ bản sao lưu, hoặc mở ra sửa đúng dòng {number}; đừng xóa các dòng khác.",
    )


def _fits(event: DispatchEvent, known: set[tuple[str, int]]) -> bool:
    """Whether an event may come after those before it: what happens to a mail follows its intent."""
    if isinstance(event, LetterReminder):
        return True
    key = (event.key, event.attempt)
    if isinstance(event, Intent):
        fresh = key not in known
        known.add(key)
        return fresh
    return key in known


def _as_object(event: DispatchEvent) -> dict[str, object]:
    match event:
        case Intent():
            found: dict[str, object] = {
                "event": _INTENT,
                "key": event.key,
                "attempt": event.attempt,
                "at": event.at.isoformat(),
                "unit": event.unit,
                "to": list(event.to),
                "items": [_item_object(one) for one in event.items],
                "message_id": event.message_id,
                "sha256": event.sha256,
            }
        case Outcome():
            found = {
                "event": event.kind.value,
                "key": event.key,
                "attempt": event.attempt,
                "at": event.at.isoformat(),
                "code": event.code,
                "text": event.text,
                "address": event.address,
                "source": event.source,
            }
        case Resolution():
            found = {
                "event": _RESOLVED,
                "key": event.key,
                "attempt": event.attempt,
                "at": event.at.isoformat(),
                "how": "sent" if event.sent else "not_sent",
                "by": event.by,
                "reason": event.reason,
            }
        case LetterReminder():
            found = {
                "event": _LETTER,
                "at": event.at.isoformat(),
                "unit": event.unit,
                "obligation": event.obligation,
                "period": event.period,
                "day": event.day.isoformat(),
                "number": event.number,
                "note": event.note,
            }
    return {key: value for key, value in found.items() if value is not None}


def _item_object(item: DispatchItem) -> dict[str, object]:
    found = {
        "obligation": item.obligation,
        "period": item.period,
        "due": item.due.isoformat() if item.due is not None else None,
        "mark": item.mark,
        "returned": item.returned.isoformat() if item.returned is not None else None,
        "skipped": list(item.skipped) or None,
    }
    return {key: value for key, value in found.items() if value is not None}


def _event(line: bytes) -> DispatchEvent | None:
    """The event of a line; None where the line is none."""
    try:
        said = json.loads(line)
        if not isinstance(said, dict):
            return None
        return _decoded(said)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _decoded(said: Mapping[str, object]) -> DispatchEvent | None:
    word, at = said["event"], datetime.fromisoformat(_text(said, "at"))
    if at.tzinfo is None:
        return None
    if word == _LETTER:
        return LetterReminder(
            at=at,
            unit=_text(said, "unit"),
            obligation=_text(said, "obligation"),
            period=_text_or_none(said, "period"),
            day=date.fromisoformat(_text(said, "day")),
            number=_text_or_none(said, "number"),
            note=_text_or_none(said, "note"),
        )
    key, attempt = _text(said, "key"), said["attempt"]
    if not isinstance(attempt, int):
        return None
    if word == _INTENT:
        return Intent(
            key=key,
            attempt=attempt,
            at=at,
            unit=_text(said, "unit"),
            to=_texts(said["to"]),
            items=tuple(_item(one) for one in cast("Sequence[Mapping[str, object]]", said["items"])),
            message_id=_text(said, "message_id"),
            sha256=_text(said, "sha256"),
        )
    if word == _RESOLVED:
        how = {"sent": True, "not_sent": False}[_text(said, "how")]
        reason, by = _text(said, "reason"), _text_or_none(said, "by")
        return Resolution(key=key, attempt=attempt, at=at, sent=how, reason=reason, by=by)
    return Outcome(
        kind=_KINDS[cast("str", word)],
        key=key,
        attempt=attempt,
        at=at,
        code=_text_or_none(said, "code"),
        text=_text_or_none(said, "text"),
        address=_text_or_none(said, "address"),
        source=_text_or_none(said, "source"),
    )


def _item(said: Mapping[str, object]) -> DispatchItem:
    due, returned = _text_or_none(said, "due"), _text_or_none(said, "returned")
    return DispatchItem(
        obligation=_text(said, "obligation"),
        period=_text_or_none(said, "period"),
        due=date.fromisoformat(due) if due is not None else None,
        mark=_text(said, "mark"),
        returned=date.fromisoformat(returned) if returned is not None else None,
        skipped=_texts(said.get("skipped", [])),
    )


def _text(said: Mapping[str, object], key: str) -> str:
    found = said[key]
    if not isinstance(found, str):
        raise TypeError(key)
    return found


def _text_or_none(said: Mapping[str, object], key: str) -> str | None:
    return _text(said, key) if said.get(key) is not None else None


def _texts(found: object) -> tuple[str, ...]:
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise TypeError(found)
    return tuple(found)
