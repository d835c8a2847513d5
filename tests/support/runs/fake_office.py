"""Stand-ins for LibreOffice: programs that make PDFs, are slow, fail or leave children."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

MAKE = """
for file in files:
    number = file.removesuffix(".docx")
    (out / f"{number}.pdf").write_bytes(b"%PDF-1.7\\n" + Path(file).read_bytes()[:9] + b"\\n%%EOF\\n")
"""
MAKE_FIRST = MAKE.replace("in files", "in files[:1]")
CUT_SHORT = MAKE.replace('b"\\n%%EOF\\n"', 'b""')
FAIL = "sys.exit(77)\n"
SLEEP = "time.sleep(120)\n"
DEAF = "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + SLEEP
CHILD = """
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(120)"])
(here / "child").write_text(str(child.pid))
"""

_HEAD = """#!{python}
import signal, subprocess, sys, time
from pathlib import Path

here = Path(__file__).parent
with (here / "starts").open("a", encoding="utf-8") as log:
    log.write(" ".join(sys.argv[1:]) + "\\n")
out = Path(sys.argv[sys.argv.index("--outdir") + 1])
files = [word for word in sys.argv if word.endswith(".docx")]
out.mkdir(exist_ok=True)
"""


def fake_office(folder: Path, *does: str) -> Path:
    """A program in ``folder`` that does these things one after another."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "soffice"
    program.write_text(_HEAD.format(python=sys.executable) + "".join(does), encoding="utf-8")
    program.chmod(0o755)
    return program


def starts(program: Path) -> list[str]:
    """The words of each start of the program."""
    log = program.parent / "starts"
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def child_lives(program: Path) -> bool:
    """Whether the child that the program has started still runs after a moment of grace."""
    number = int((program.parent / "child").read_text(encoding="utf-8"))
    until = time.monotonic() + 5
    while time.monotonic() < until:
        if not _lives(number):
            return False
        time.sleep(0.05)
    return True


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
        state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"
