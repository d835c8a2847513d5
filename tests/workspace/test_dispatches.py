"""The dispatch book on the disk: whole lines only, damage named, nothing half-written."""

from __future__ import annotations

import json
import os
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

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
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace.dispatches import append_dispatches, book_name, read_dispatches
from truyenthong.workspace.layout import Workspace

YEAR = SchoolYear(first_year=2020)
AT = datetime(2021, 5, 24, 7, 31, 5, tzinfo=VIETNAM_TIME)
INTENT = Intent(
    key="0123456789abcdef",
    attempt=1,
    at=AT,
    unit="pgd-tam-duong",
    to=("a@example.vn", "b@example.vn"),
    items=(
        DispatchItem(
            obligation="bao-cao-nam",
            period="2020-2021",
            due=date(2021, 5, 30),
            mark="truoc-1",
            skipped=("truoc-7",),
        ),
        DispatchItem(obligation="x", period=None, due=None, mark="sau-1", returned=date(2021, 5, 20)),
    ),
    message_id="<tt.0123456789abcdef.1@example.vn>",
    sha256="0" * 64,
)
EVENTS: tuple[DispatchEvent, ...] = (
    INTENT,
    Outcome(kind=OutcomeKind.UNKNOWN, key=INTENT.key, attempt=1, at=AT, text="Mất kết nối\n giữa\u2028chừng"),
    Outcome(
        kind=OutcomeKind.BOUNCED,
        key=INTENT.key,
        attempt=1,
        at=AT,
        code="5.1.1",
        address="a@example.vn",
        source="<x@y>",
    ),
    Resolution(key=INTENT.key, attempt=1, at=AT, sent=False, reason="Đã gọi", by="Văn thư"),
    LetterReminder(at=AT, unit="a", obligation="b", period="2020-11", day=date(2021, 5, 24), number="12/VP"),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(root=tmp_path)


def book_of(workspace: Workspace) -> Path:
    return workspace.root / book_name(YEAR)


def test_nothing_was_sent(workspace: Workspace) -> None:
    read = read_dispatches(workspace, YEAR)
    assert (read.book, read.torn) == (DispatchBook(), False)
    assert read.name == "data/outreach/so-gui-2020-2021.jsonl"


def test_what_is_written_is_read(workspace: Workspace) -> None:
    append_dispatches(workspace, YEAR, EVENTS[:1])
    append_dispatches(workspace, YEAR, EVENTS[1:])
    assert read_dispatches(workspace, YEAR).book.events == EVENTS
    assert len(book_of(workspace).read_bytes().splitlines()) == len(EVENTS)


def test_a_last_line_that_was_cut_off_is_ignored_told_and_dropped(workspace: Workspace) -> None:
    append_dispatches(workspace, YEAR, EVENTS[:2])
    whole = book_of(workspace).read_bytes()
    first = whole.index(b"\n") + 1
    for end in range(first, len(whole)):
        book_of(workspace).write_bytes(whole[:end])
        read = read_dispatches(workspace, YEAR)
        assert (read.book.events, read.torn) == (EVENTS[:1], end > first)
    append_dispatches(workspace, YEAR, EVENTS[1:2])
    assert book_of(workspace).read_bytes() == whole


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b'{"event": "intent"}',
        b'{"event": "eaten", "key": "0123456789abcdef", "attempt": 1, "at": "2021-05-24T07:31:05+07:00"}',
        b'{"event": "accepted", "key": "0123456789abcdef", "attempt": 1, "at": "2021-05-24T07:31:05"}',
        b'{"event": "accepted", "key": "0123456789abcdef", "attempt": "1", "at": "2021-05-24T07:31+07:00"}',
        b'{"event": "accepted", "key": "of nothing", "attempt": 1, "at": "2021-05-24T07:31:05+07:00"}',
        b'{"event": "accepted", "key": ["x"], "attempt": 1, "at": "2021-05-24T07:31:05+07:00"}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_damage_in_the_middle_is_named_by_its_line(workspace: Workspace, line: bytes) -> None:
    append_dispatches(workspace, YEAR, EVENTS[:1])
    whole = book_of(workspace).read_bytes()
    book_of(workspace).write_bytes(whole + line + b"\n")
    with pytest.raises(CannotContinueError, match="hỏng ở dòng 2, nên chưa gửi gì"):
        read_dispatches(workspace, YEAR)


def test_an_intent_is_written_once(workspace: Workspace) -> None:
    append_dispatches(workspace, YEAR, [INTENT, INTENT])
    with pytest.raises(CannotContinueError, match="dòng 2"):
        read_dispatches(workspace, YEAR)


@pytest.mark.skipif(sys.platform != "linux", reason="no /dev/full elsewhere")
def test_a_full_disk_adds_nothing(workspace: Workspace) -> None:
    book_of(workspace).parent.mkdir(parents=True)
    book_of(workspace).symlink_to("/dev/full")
    with pytest.raises(CannotContinueError):
        append_dispatches(workspace, YEAR, EVENTS[:1])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_must_not_be_written(workspace: Workspace) -> None:
    workspace.root.chmod(0o500)
    with pytest.raises(CannotContinueError):
        append_dispatches(workspace, YEAR, EVENTS[:1])
    workspace.root.chmod(0o700)


def test_a_line_is_json_for_other_programs(workspace: Workspace) -> None:
    append_dispatches(workspace, YEAR, EVENTS[:1])
    said = json.loads(book_of(workspace).read_text(encoding="utf-8"))
    assert said["event"] == "intent"
    assert said["items"][0] == {
        "obligation": "bao-cao-nam",
        "period": "2020-2021",
        "due": "2021-05-30",
        "mark": "truoc-1",
        "skipped": ["truoc-7"],
    }
