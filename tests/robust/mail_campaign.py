"""Kills runs of ``remind --send`` at every step: no mail is on the server twice, every key is accounted for.

``make mail-campaign`` runs it long; the tests run some of it. Each run is a process of its own that kills
itself or is killed from the server's side, so that nothing is tidied up: as when the power goes.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from support.runs.smtp_server import Inbox, sending_year, serving
from truyenthong.errors import CannotContinueError
from truyenthong.model.dispatches import DispatchBook, MailState
from truyenthong.model.periods import SchoolYear
from truyenthong.operations.remind.decide import RemindRequest
from truyenthong.operations.remind.send import Pace, SendOrder, send_reminders
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace.dispatches import read_dispatches
from truyenthong.workspace.layout import Workspace

MONDAY = datetime(2026, 4, 27, 9, 0, tzinfo=VIETNAM_TIME)
YEAR = SchoolYear(first_year=2025)
STEPS = ("EHLO", "MAIL", "RCPT", "DATA", "DATA-stored")
CENTRES = 4


@dataclass
class Killer:
    """Kills a run at one of its steps.

    Attributes:
        step: of the server's side; or «clock»: whenever the run looks at the clock, which is before an intent
            and between the server's answer and the outcome.
        at: the how-many-th time.
    """

    step: str
    at: int
    process: int = 0
    seen: Counter[str] = field(default_factory=Counter)

    def hook(self, step: str) -> None:
        """Called by the server."""
        self.seen[step] += 1
        if step == self.step and self.seen[step] == self.at and self.process:
            os.kill(self.process, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self.process, 0)


def run_once(root: Path, moment: datetime, killer: Killer, *, take_over: bool = False) -> int:
    """One run in a process of its own; its exit code, below 0 where it was killed."""
    child = os.fork()
    if child == 0:
        os._exit(_child(root, moment, killer, take_over=take_over))
    killer.process = child
    try:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    except ChildProcessError:  # the server's side has already waited for it
        return -signal.SIGKILL
    finally:
        killer.process = 0


def _child(root: Path, moment: datetime, killer: Killer, *, take_over: bool) -> int:
    looks = 0

    def now() -> datetime:
        nonlocal looks
        looks += 1
        if killer.step == "clock" and looks == killer.at:
            os.kill(os.getpid(), signal.SIGKILL)
        return moment

    order = SendOrder(request=RemindRequest(without_mailbox=True), take_over=take_over)
    try:
        outcome = send_reminders(Workspace(root=root), order, Pace(now=now, rest=lambda _: None))
    except CannotContinueError:
        return 3
    return outcome.exit_code


def faults_of(inbox: Inbox, book: DispatchBook) -> list[str]:
    """What is wrong after some kills and runs to the end."""
    found = [f"{key}: {count} mails" for key, count in inbox.by_key.items() if count > 1]
    known = {one.intent.key for one in book.mails}
    found += [f"{key}: on the server, not in the book" for key in inbox.by_key if key not in known]
    for mail in book.mails:
        taken = inbox.by_key[mail.intent.key]
        if mail.state is MailState.PENDING:
            found.append(f"{mail.intent.key}: no outcome")
        if mail.state is MailState.ACCEPTED and not taken:
            found.append(f"{mail.intent.key}: accepted, not on the server")
        if mail.state in (MailState.DEFERRED, MailState.REFUSED) and mail is book.mails[-1] and taken:
            found.append(f"{mail.intent.key}: on the server, {mail.state} in the book")
    if len({one.intent.unit for one in book.mails}) != CENTRES:
        found.append("a unit was forgotten")
    return found


def one_case(seed: int) -> list[str]:
    """A workspace, one to three kills, then runs until nothing is left to do; what is wrong then."""
    chance = random.Random(seed)  # noqa: S311 - a seed that can be repeated
    inbox = Inbox()
    folder = Path(tempfile.mkdtemp(prefix="truyenthong-mail-"))
    try:
        with serving(inbox) as port:
            root = sending_year(folder / "nam", port, centres=CENTRES)
            moment = MONDAY
            for _ in range(chance.randint(1, 3)):
                step = chance.choice((*STEPS, "clock", "clock"))
                killer = Killer(step=step, at=chance.randint(1, 10 if step == "clock" else 5))
                inbox.hook = killer.hook
                run_once(root, moment, killer)
                moment += timedelta(minutes=chance.choice((1, 20, 60)))
                if chance.random() < 0.3:
                    _tear(root, chance)
            inbox.hook = lambda _: None
            for _ in range(2):
                moment += timedelta(minutes=20)
                run_once(root, moment, Killer(step="", at=0))
            return faults_of(inbox, read_dispatches(Workspace(root=root), YEAR).book)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _tear(root: Path, chance: random.Random) -> None:
    """Half a line at the end of the book, as a stop of the machine in the middle of a write leaves it."""
    for path in root.glob("data/outreach/so-gui-*.jsonl"):
        with path.open("ab") as book:
            book.write(b'{"event": "intent", "key": "0123'[: chance.randint(1, 30)])


def main() -> int:
    """Runs so many cases and says which went wrong."""
    reader = argparse.ArgumentParser()
    reader.add_argument("--cases", type=int, default=1000)
    reader.add_argument("--seed", type=int, default=1)
    asked = reader.parse_args()
    wrong = 0
    for seed in range(asked.seed, asked.seed + asked.cases):
        for fault in one_case(seed):
            wrong += 1
            print(f"seed {seed}: {fault}")  # noqa: T201 - a script of the makers
    print(f"{asked.cases} cases from seed {asked.seed}: {wrong} faults")  # noqa: T201 - the same
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
