"""Runs the program on what went wrong and holds what it did against what it promises."""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from truyenthong.cli.main import main

SLOW_SECONDS = 5.0
"""Seconds of the processor that a small input may take."""
HUNG_SECONDS = 25.0

_OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_FRAME = re.compile(r'File "[^"]*?((?:truyenthong|site-packages)/[^"]*)", line (\d+), in (\w+)')


class HungError(BaseException):
    """A run took so long that it was broken off."""


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What a run of the program came to."""

    words: tuple[str, ...]
    code: int
    out: str
    err: str
    seconds: float
    bug: str = ""

    def complaints(self, allowed: Sequence[int]) -> Iterator[str]:
        """What no run may do, whatever it was given."""
        said = self.out + self.err
        if self.code == 70:
            yield f"70: {self.bug or self.err.strip()[-300:]}"
        elif self.code not in allowed:
            yield f"exit code {self.code} of {self.words[0]}: {said.strip()[-200:]}"
        if "Traceback" in said:
            yield "a traceback"
        if self.seconds > SLOW_SECONDS:
            yield f"slow: {self.words[0]}"
        if _OBEYED.search(said):
            yield f"control characters of {self.words[0]} on a stream"


@dataclass(kw_only=True)
class Bench:
    """Where trials are run: a folder of its own for each, kept where something was found."""

    folder: Path
    tried: Counter[str] = field(default_factory=Counter)
    finds: dict[str, str] = field(default_factory=dict)
    _commands: list[str] = field(default_factory=list)
    _number: int = 0

    @contextmanager
    def trial(self, kind: str) -> Iterator[Path]:
        """A new folder; it stays only where ``find`` was called within."""
        self._number += 1
        self.tried[kind] += 1
        self._commands.clear()
        before = len(self.finds)
        place = self.folder / f"{self._number:06}-{kind}"
        place.mkdir(parents=True)
        try:
            yield place
        finally:
            if len(self.finds) == before:
                shutil.rmtree(place, ignore_errors=True)

    def find(self, kind: str, what: str, place: Path) -> None:
        """Notes a find, once for each kind of it, with what reproduces it."""
        key = f"{kind}: {re.sub(r'[0-9]{3,}', 'N', what.replace(str(place), '…'))}"
        self.finds.setdefault(key, f"{place}\n    " + "\n    ".join(self._commands[-3:]))

    def note(self, how: str) -> None:
        """Notes what reproduces what is tried now."""
        self._commands.append(how)

    def run(self, *words: str, cwd: Path) -> Ran:
        """The program in this process, its streams caught, its time measured and limited."""
        self._commands.append(f"cd {cwd} && truyenthong {' '.join(map(repr, words))}")
        out, err = io.StringIO(), io.StringIO()
        streams, here = (sys.stdout, sys.stderr, sys.stdin), Path.cwd()
        began = time.process_time()
        try:
            os.chdir(cwd)
            sys.stdout, sys.stderr, sys.stdin = out, err, io.StringIO()
            with _within(HUNG_SECONDS):
                code = main(words)
        except HungError:
            code = -1
        finally:
            sys.stdout, sys.stderr, sys.stdin = streams
            os.chdir(here)
        seconds = time.process_time() - began
        bug = _bug(err.getvalue()) if code == 70 else ""
        return Ran(words=words, code=code, out=out.getvalue(), err=err.getvalue(), seconds=seconds, bug=bug)

    def judged(self, kind: str, ran: Ran, allowed: Sequence[int], place: Path) -> Ran:
        """The run, after its complaints were noted."""
        for what in ran.complaints(allowed):
            self.find(kind, what, place)
        return ran


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    def hung(_number: int, _frame: FrameType | None) -> None:
        raise HungError

    before = signal.signal(signal.SIGPROF, hung)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _bug(told: str) -> str:
    """The exception and the last place of our own in the log of a bug."""
    found = re.search(r"chi tiết ở (\S+)", told)
    if found is None:
        return told.strip()[-200:]
    log = Path(found[1])
    text = log.read_text(encoding="utf-8")
    log.unlink()
    own = [frame for frame in _FRAME.findall(text) if frame[0].startswith("truyenthong")]
    place = f" at {own[-1][0]}:{own[-1][2]}" if own else ""
    return f"{text.strip().splitlines()[-1][:160]}{place}"


def tree(root: Path, *, inner: bool = False) -> dict[str, bytes]:
    """Every file below a folder by its name; locks, and temporary files but for ``inner``, are left out."""
    files = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    return {
        name: path.read_bytes()
        for name, path in sorted(files.items())
        if not name.endswith(".truyenthong.lock") and (inner or not name.endswith(".tmp"))
    }


@contextmanager
def quiet_place(folder: Path) -> Iterator[None]:
    """Nothing is remembered between runs, and logs of bugs go where they are found."""
    before, kept = tempfile.tempdir, os.environ.get("TRUYENTHONG_CACHE")
    (folder / "tmp").mkdir(parents=True, exist_ok=True)
    tempfile.tempdir = str(folder / "tmp")
    os.environ["TRUYENTHONG_CACHE"] = "off"
    try:
        yield
    finally:
        tempfile.tempdir = before
        if kept is None:
            del os.environ["TRUYENTHONG_CACHE"]
        else:
            os.environ["TRUYENTHONG_CACHE"] = kept


Trial = Callable[..., None]
