"""The machine fails at one operation on a file: kills, stops, refuses; the same command finishes the work."""

from __future__ import annotations

import errno
import io
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from robust.running import Bench, tree
from robust.trials import DAY, year
from support.sent_files import sent, sent_cases
from truyenthong.cli.main import main
from truyenthong.cli.signals import Stopped, listen

_CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate"})
_REFUSALS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EMFILE, errno.EDQUOT)
_WRITING = os.O_WRONLY | os.O_RDWR


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A command that writes.

    Attributes:
        prepare: makes what the command works on in a folder.
        words: the command; ``{place}`` is that folder.
    """

    prepare: Callable[[Path], object]
    words: tuple[str, ...]


@cache
def _excel() -> bytes:
    return sent_cases.excel()  # it bears the moment at which it was made


def _came(place: Path) -> None:
    year(place / "noi", receipts=False)
    (place / "den").mkdir()
    (place / "den/a.eml").write_bytes(sent.mail({"Báo cáo.docx": sent.form()}))
    (place / "den/b.docx").write_bytes(sent.form(unit="pgd-muong-te", number="7"))
    (place / "den/c.xlsx").write_bytes(_excel())
    (place / "den/d.docx").write_bytes(b"PK hong")


def _year(place: Path) -> None:
    year(place / "noi")


def _own_template(place: Path) -> None:
    year(place / "noi")
    (place / "out").mkdir()


_IN = ("-C", "{place}/noi")
SCENES: Mapping[str, Scene] = {
    "intake": Scene(prepare=_came, words=(*_IN, "intake", "{place}/den", "--received", "28/5/2021 09:12")),
    "receipt": Scene(
        prepare=_year,
        words=(*_IN, "record", "receipt", "pgd-than-uyen", "bao-cao-nam", "--received", "30/5/2021"),
    ),
    "accept": Scene(
        prepare=_year, words=(*_IN, "review", "bao-cao-nam", "--accept", "--yes", "--date", "2/6/2021")
    ),
    "report": Scene(
        prepare=_own_template, words=(*_IN, "report", "tien-do", "do-phu", *DAY, "--out", "{place}/out")
    ),
    "form": Scene(
        prepare=_year, words=(*_IN, "form", "bao-cao-nam", "--kind", "phong-gddt", "--out", "{place}/out")
    ),
    "entries": Scene(
        prepare=_year, words=(*_IN, "form", "tin-bai", "--entries", *DAY, "--out", "{place}/out")
    ),
    "page": Scene(prepare=_own_template, words=(*_IN, "page", *DAY, "--out", "{place}/out/trang.html")),
    "calendar": Scene(prepare=_year, words=(*_IN, "calendar", "--all", *DAY, "--out", "{place}/out")),
    "init": Scene(prepare=lambda _place: None, words=("init", "{place}/moi", "--example")),
    "next year": Scene(prepare=_year, words=("init", "{place}/moi", "--from", "{place}/noi")),
    "template": Scene(
        prepare=_year,
        words=(*_IN, "template", "new", "tien-do-2", "--from", "tien-do", "--name", "Bảng", "--add"),
    ),
}


def _words(scene: Scene, place: Path) -> list[str]:
    return [word.replace("{place}", str(place)) for word in scene.words]


def _hook(
    place: Path, act: Callable[[str, int], None], *, reading: bool
) -> Callable[[str, tuple[object, ...]], None]:
    """Counts the operations on files below ``place`` and calls ``act`` before each with its number."""
    count = 0

    def hear(event: str, args: tuple[object, ...]) -> None:
        nonlocal count
        if event == "open":
            flags = args[2] if isinstance(args[2], int) else 0
            if bool(flags & _WRITING) is reading:
                return
        elif reading or event not in _CHANGES:
            return
        path = args[0]
        if (
            isinstance(path, str | os.PathLike)
            and str(path).startswith(str(place))
            and "lock" not in str(path)
        ):
            count += 1
            act(event, count)

    return hear


def _forked(
    scene: Scene, place: Path, act: Callable[[str, int], None] | None, *, reading: bool = False, room: int = 0
) -> tuple[int, str]:
    """The command in a process of its own, its file operations counted; the exit code and what it said."""
    said = place.parent / f"{place.name}.said"
    child = os.fork()
    if child == 0:  # pragma: no cover - another process
        code = 71
        try:
            sink = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(sink, 1)
            os.dup2(sink, 2)
            sys.stdout, sys.stderr, sys.stdin = (
                os.fdopen(1, "w", encoding="utf-8"),
                os.fdopen(2, "w", encoding="utf-8"),
                io.StringIO(),
            )
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            listen()
            if act is not None:
                sys.addaudithook(_hook(place, act, reading=reading))
            if room:
                resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
            try:
                code = main(_words(scene, place))
            except Stopped as stopped:
                code = stopped.exit_code
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said.read_text(encoding="utf-8", errors="replace")


_WHOLE: dict[str, tuple[int, int, int, dict[str, bytes]]] = {}
"""Of each scene: the exit code, how many changes and reads it makes, and what it leaves."""


def _whole(name: str, bench: Bench) -> tuple[int, int, int, dict[str, bytes]]:
    if name not in _WHOLE:
        scene, counts = SCENES[name], []
        for reading in (False, True):
            place = bench.folder / f"ca-{name.replace(' ', '-')}"
            place.mkdir()
            scene.prepare(place)
            log = bench.folder / "dem"
            log.write_bytes(b"0")

            def note(_event: str, number: int, log: Path = log) -> None:
                handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
                os.write(handle, str(number).encode())
                os.close(handle)

            code, _ = _forked(scene, place, note, reading=reading)
            counts.append(int(log.read_bytes()))
            whole = _named(tree(place, inner=True), place)
            shutil.rmtree(place)
        _WHOLE[name] = (code, counts[0], counts[1], whole)
    return _WHOLE[name]


def _named(files: dict[str, bytes], place: Path) -> dict[str, bytes]:
    """Files without the name of the folder in which they were made."""
    return {name: data.replace(str(place).encode(), b"PLACE") for name, data in files.items()}


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What fails: at which operation, and how; ``room`` is the size from which no file grows."""

    way: str
    at: int
    refusal: int
    room: int

    @classmethod
    def drawn(cls, rng: Random, changes: int, reads: int) -> Fault:
        """Any fault that a command with so many operations can meet."""
        way = rng.choice(("kill", "kill", "term", "refuse", "refuse", "unreadable", "room"))
        at = rng.randint(1, max(1, reads if way == "unreadable" else changes))
        room = rng.choice((1, 100, 1_000, 5_000, 20_000)) if way == "room" else 0
        return cls(way=way, at=at, refusal=rng.choice(_REFUSALS), room=room)

    @property
    def kind(self) -> str:
        """As the campaign counts it."""
        return {"kill": "kill", "term": "signal"}.get(self.way, "refused")

    @property
    def codes(self) -> tuple[int, ...]:
        """The exit codes besides that of the whole run."""
        return {"kill": (-signal.SIGKILL,), "term": (128 + signal.SIGTERM,)}.get(self.way, (0, 1, 3))

    def act(self, event: str, count: int) -> None:
        """Fails where it is time."""
        if self.way in ("kill", "term") and count == self.at:
            os.kill(os.getpid(), signal.SIGKILL if self.way == "kill" else signal.SIGTERM)
        full = self.refusal == errno.ENOSPC and count > self.at  # a disk that is full stays so
        removing = event in ("os.remove", "os.rmdir")  # whoever may not even remove leaves things behind
        if self.way in ("refuse", "unreadable") and not removing and (count == self.at or full):
            raise OSError(self.refusal, os.strerror(self.refusal))


def fault_trial(rng: Random, bench: Bench) -> None:
    """Any command, any operation at which the machine fails, and the command once more."""
    name = rng.choice([*SCENES])
    _, changes, reads, _ = _whole(name, bench)
    try_fault(bench, name, Fault.drawn(rng, changes, reads))


def try_fault(bench: Bench, name: str, fault: Fault) -> None:
    """One command of ``SCENES`` with one fault, and once more without."""
    scene = SCENES[name]
    code, _, _, whole = _whole(name, bench)
    with bench.trial(fault.kind) as place:
        scene.prepare(place)
        before = tree(place, inner=True)
        bench.note(f"{fault}: {' '.join(_words(scene, place))}")
        got, said = _forked(scene, place, fault.act, reading=fault.way == "unreadable", room=fault.room)
        told = f"{name}, {fault.way}"
        if got not in (*fault.codes, code) or "Traceback" in said:
            bench.find(fault.kind, f"{told}: exit code {got}: {_bug_of(said)}", place)
        if fault.way == "unreadable":
            return
        after = _named(tree(place, inner=True), place)
        for path, data in _named(before, place).items():
            if after.get(path) not in (data, whole.get(path)):
                bench.find(fault.kind, f"{told}: {path} is neither as before nor done", place)
        if fault.way != "kill" and any(path.endswith(".tmp") for path in after):
            bench.find(fault.kind, f"{told}: left temporary files", place)
        again, said = _forked(scene, place, None)
        done = _named(tree(place), place)
        if again not in (code, 0, 1) or done != whole:
            odd = sorted(path for path in {*done, *whole} if done.get(path) != whole.get(path))
            bench.find(
                fault.kind, f"{told}: once more: {again}, not the same files: {odd[:3]} {said[-200:]}", place
            )


def _bug_of(said: str) -> str:
    log = Path(said.rpartition("chi tiết ở ")[2].strip()) if "chi tiết ở " in said else None
    return log.read_text(encoding="utf-8")[-600:] if log is not None and log.is_file() else said[-200:]
