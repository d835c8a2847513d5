"""A mailbox of many messages, read off Dovecot by the program itself: time, bodies, memory, what is doubled.

``PYTHONPATH=src:tests python tests/robust/mailbox_campaign.py --letters 10000``; root alone, as ``.ci/run``.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from support.runs.certificates import certificate
from support.runs.dovecot import PASSWORD, USER, Box, dovecot
from support.sent_files.letters import attached, bounce, letter, mixed, words
from support.sent_files.sent import form

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "2020-2021"
CAME = datetime(2020, 9, 2, 1, 0, tzinfo=UTC)
UNIT, ADDRESS = "pgd-than-uyen", "vt@example.vn"


def letters(count: int) -> Iterator[tuple[str, tuple[bytes, datetime]]]:
    """One letter in fifty holds a form, one in ten is of a machine, the rest is what offices get."""
    for number in range(count):
        code = f"<{number}@example.vn>"
        if number % 50 == 0:
            paper = form(number=str(number + 1))
            data = mixed([words(), attached(paper)], end=True, Message_ID=code)
        elif number % 10 == 0:
            data = bounce(letter(b"x\n", From="a@example.com", Message_ID=code), Message_ID=code)
        else:
            data = letter(b"Ban tin so moi\n" * 40, From="ban-tin@example.com", Message_ID=code)
        yield f"{number:06}.thu", (data, CAME + timedelta(minutes=number))


def workspace(root: Path, box: Box) -> None:
    """The declared data of the example year, with this mailbox."""
    (root / "data").mkdir(parents=True)
    for name in ("plan", "units", "calendar", "settings"):
        shutil.copy(EXAMPLE / "data" / f"{name}.yaml", root / "data")
    units = root / "data/units.yaml"
    line = f"  - ma: {UNIT}\n"
    text = units.read_text(encoding="utf-8").replace(line, f"{line}    thu_dien_tu: {ADDRESS}\n")
    units.write_text(text, encoding="utf-8")
    (root / "data/outreach.yaml").write_text(
        f"thu_den:\n  may_chu: localhost\n  cong: {box.tls_port}\n  chung_thu: {box.certificate}\n"
        f"  tai_khoan: {USER}\n  mat_khau: {{bien: MAT_KHAU_THU}}\n  tu_ngay: 1/9/2020\n",
        encoding="utf-8",
    )


def run(root: Path) -> dict[str, object]:
    """One reading by the command; what it printed."""
    begun, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "truyenthong", "-C", str(root), "intake", "--mailbox", "--format", "json"],
        env={**os.environ, "MAT_KHAU_THU": PASSWORD},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    seconds, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if done.returncode not in {0, 1}:
        raise SystemExit(done.stderr[-2000:])
    told: dict[str, object] = json.loads(done.stdout)
    found = {"seconds": round(seconds, 2), "of the processor": round(worked, 2)}
    return found | {"summary": told["summary"], "folders": told["folders"]}


def main() -> None:
    """Reads everything, reads again, reads after the server has numbered its messages anew."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--letters", type=int, default=10_000)
    count = asked.parse_args().letters
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with dovecot(certificate(folder)) as server:
            box = server.box()
            box.put(dict(letters(count)))
            root = folder / "noi-lam-viec"
            workspace(root, box)
            for what in ("the first reading", "the second reading", "after new numbers"):
                if what == "after new numbers":
                    box.rebuild(4711)
                told = run(root)
                receipts = sum(
                    one.read_text(encoding="utf-8").count("nhan_luc:")
                    for one in (root / "data/submissions").rglob("*.yaml")
                )
                largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
                sys.stdout.write(f"{what}: {told}; {receipts} receipts; at most {largest} MB so far\n")


if __name__ == "__main__":
    main()
