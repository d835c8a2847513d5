"""Cron that is off for 1 to 20 days: each run sends the latest open mark, once, whatever has changed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from support.runs.smtp_server import sending_year
from support.years.brute_marks import open_on
from support.years.second_plan import put
from truyenthong.model.calendar import Calendar
from truyenthong.model.dispatches import Intent, Outcome, OutcomeKind, message_id_of
from truyenthong.model.outreach import ReminderMark
from truyenthong.model.periods import SchoolYear
from truyenthong.operations.remind.decide import RemindRequest, decide_reminders
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace.dispatches import append_dispatches
from truyenthong.workspace.layout import Workspace

YEAR = SchoolYear(first_year=2025)
MARKS = (
    ReminderMark(code="truoc-7", offset=-7),
    ReminderMark(code="truoc-1", offset=-1),
    ReminderMark(code="sau-1", offset=1),
)
DUE = date(2026, 5, 4)
GRANTED, EXTENDED = date(2026, 4, 29), date(2026, 5, 13)
RECEIVED, RETURNED = date(2026, 4, 24), date(2026, 4, 28)
HEAD = "don_vi: trung-tam-1\nnhiem_vu: bao-cao-nam\nky: 2025-2026\n"
CHANGES = {
    "nothing": "",
    "extension": f"gia_han: [{{ngay: {GRANTED}, den: {EXTENDED}, ly_do: Mưa lũ}}]\n",
    "return": f"lan_nop:\n  - nhan_luc: {RECEIVED}\n"
    f"    xu_ly: {{ket_qua: tra-lai, ngay: {RETURNED}, ly_do: Thiếu}}\n",
    "holiday": "",
}


def year(folder: Path, change: str) -> Path:
    root = sending_year(folder, 1, centres=1)
    if CHANGES[change]:
        put(root, "data/submissions/trung-tam-1/bao-cao-nam@2025-2026.yaml", HEAD + CHANGES[change])
    if change == "holiday":
        path = root / "data/calendar.yaml"
        text = path.read_text(encoding="utf-8")
        off = "nghi:\n  - {tu: 27/4/2026, den: 29/4/2026, ten: Bão, can_cu: bịa để kiểm thử}\n"
        path.write_text(text.replace("nghi:\n", off, 1), encoding="utf-8")
    return root


def wanted(day: date, change: str, calendar: Calendar) -> tuple[str, date, str] | None:
    """What a reminder of that day is about: its side, the day that it counts from, the mark."""
    start, side = DUE, "due"
    if change == "extension" and day >= GRANTED:
        start = EXTENDED
    if change == "return" and day >= RECEIVED:
        if day < RETURNED:
            return None
        start, side = RETURNED, "return"
        if day == RETURNED:
            return None
    mark = open_on(day, MARKS, start, calendar, working=True)
    return None if mark is None else (side, start, mark)


def run(workspace: Workspace, day: date) -> tuple[list[tuple[str, date, str]], Calendar, str | None]:
    """A run at nine o'clock whose mails are all taken; what it sent."""
    now = datetime.combine(day, time(9), VIETNAM_TIME)
    plan = decide_reminders(workspace, RemindRequest(without_mailbox=True), as_of=day, now=now)
    sent: list[tuple[str, date, str]] = []
    for mail in plan.mails if plan.closed is None else ():
        for one in mail.items:
            start = one.item.returned or one.item.due
            assert start is not None
            sent.append(("return" if one.item.returned else "due", start, one.item.mark))
        intent = Intent(
            key=mail.key,
            attempt=mail.attempt,
            at=now,
            unit=mail.unit.code,
            to=mail.to,
            items=tuple(one.item for one in mail.items),
            message_id=message_id_of(mail.key, mail.attempt, "vp@example.gov.vn"),
            sha256="0" * 64,
        )
        taken = Outcome(kind=OutcomeKind.ACCEPTED, key=mail.key, attempt=mail.attempt, at=now)
        append_dispatches(workspace, YEAR, [intent, taken])
    return sent, plan.work.calendar, plan.closed


@pytest.mark.parametrize("change", CHANGES)
def test_the_latest_open_mark_alone(tmp_path: Path, change: str) -> None:
    root = year(tmp_path / "nam", change)
    workspace = Workspace(root=root)
    book = root / "data/outreach/so-gui-2025-2026.jsonl"
    for skipped in range(1, 21):
        book.unlink(missing_ok=True)
        told: set[tuple[str, date, str]] = set()
        day = date(2026, 4, 20)
        while day < date(2026, 5, 20):
            sent, calendar, closed = run(workspace, day)
            due = wanted(day, change, calendar)
            expected = [due] if due is not None and due not in told and closed is None else []
            assert sent == expected, (skipped, day)
            told.update(sent)
            day += timedelta(days=skipped)
