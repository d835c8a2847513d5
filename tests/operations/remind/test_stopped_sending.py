"""Runs that are killed at any step, and many at once: on the server each mail is there once at most."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from robust.mail_campaign import CENTRES, MONDAY, STEPS, YEAR, Killer, faults_of, one_case, run_once
from support.runs.smtp_server import Inbox, sending_year, serving
from truyenthong.model.dispatches import MailState
from truyenthong.operations.remind.decide import RemindRequest
from truyenthong.operations.remind.send import Pace, SendOrder, send_reminders
from truyenthong.workspace.dispatches import read_dispatches
from truyenthong.workspace.layout import Workspace

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a run is forked off and killed: POSIX alone")


@pytest.mark.parametrize("step", [*STEPS, "clock"])
def test_a_run_that_is_killed_at_a_step(tmp_path: Path, step: str) -> None:
    inbox = Inbox()
    killer = Killer(step=step, at=1 if step == "EHLO" else 2)
    inbox.hook = killer.hook
    with serving(inbox) as port:
        root = sending_year(tmp_path / "nam", port, centres=CENTRES)
        assert run_once(root, MONDAY, killer) < 0
        inbox.hook = lambda _: None
        code = run_once(root, MONDAY, Killer(step="", at=0))
        book = read_dispatches(Workspace(root=root), YEAR).book
    doubts = book.in_state(MailState.UNKNOWN)
    assert faults_of(inbox, book) == []
    assert len(doubts) == (1 if step in ("MAIL", "RCPT", "DATA", "DATA-stored") else 0)
    assert code == (1 if doubts else 0)


@pytest.mark.parametrize("first", range(1, 61, 10))
def test_runs_that_are_killed_anywhere(first: int) -> None:
    assert {seed: faults for seed in range(first, first + 10) if (faults := one_case(seed))} == {}


def test_twenty_runs_at_once(tmp_path: Path) -> None:
    inbox = Inbox()
    order = SendOrder(request=RemindRequest(without_mailbox=True))
    with serving(inbox) as port:
        root = sending_year(tmp_path / "nam", port, centres=CENTRES)

        def send(_: int) -> int:
            pace = Pace(now=lambda: MONDAY, rest=lambda _: None)
            return len(send_reminders(Workspace(root=root), order, pace).sent)

        with ThreadPoolExecutor(max_workers=20) as pool:
            counts = list(pool.map(send, range(20)))
    assert sorted(counts) == [0] * 19 + [CENTRES]
    assert set(inbox.by_key.values()) == {1}
    assert len(inbox.mails) == CENTRES
