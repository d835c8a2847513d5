"""Starts LibreOffice to turn Word files into PDF, within a time, and cleans up after it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.workspace import storage

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_WINDOWS_FOLDERS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
_START_SECONDS = 90.0
_SECONDS_EACH = 6.0
_LOOK_SECONDS = 0.2
_KIND_SECONDS = 2.0
_HEAD = b"%PDF-"
_ARCHIVAL = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
"""PDF/A-2b, by the words of LibreOffice's filter."""

Tick = Callable[[int, int], None]
"""Takes how many are made, of how many, from time to time."""


def find_office(named: str | None) -> Path:
    """The program of LibreOffice: the one that is named, else on the search path or where it is usually put.

    Raises:
        CannotContinueError: where there is none.
    """
    if named:
        found = shutil.which(named)
        if found is None:
            raise CannotContinueError(
                f"Không có chương trình {named} để làm PDF.",
                hint="sửa hoặc xóa biến môi trường TRUYENTHONG_SOFFICE.",
            )
        return Path(found)
    folders = (os.environ.get(variable) for variable in _WINDOWS_FOLDERS)
    windows = (os.path.join(one, "LibreOffice", "program", "soffice.exe") for one in folders if one)  # noqa: PTH118
    for candidate in (*_NAMES, *_PLACES, *windows):
        if (found := shutil.which(candidate)) is not None:
            return Path(found)
    raise CannotContinueError(
        "Máy này chưa có LibreOffice nên chưa làm được PDF.",
        hint="cài LibreOffice (miễn phí), hoặc mở tệp Word rồi chọn File › Save As › PDF.",
    )


def usual_seconds(files: int) -> float:
    """How long LibreOffice may take for so many files: its start on a slow machine, then each file."""
    return _START_SECONDS + _SECONDS_EACH * files


def to_pdf(
    program: Path, files: Sequence[bytes], *, seconds: float, tick: Tick, archival: bool = False
) -> Mapping[int, bytes]:
    """Word files to PDF in one start of LibreOffice; what it did not make is missing in the result.

    It works in a folder of its own with a profile of its own, so that a LibreOffice that is open is not
    asked; nothing of it runs any more on return, whatever the way out. Headings become bookmarks, the
    document's language is that of the Word file; ``archival`` makes PDF/A-2b, for keeping.

    Raises:
        CannotContinueError: it could not be started.
    """
    with storage.scratch_folder() as folder:
        names = [f"{number}.docx" for number in range(len(files))]  # short: Windows limits the command line
        for name, data in zip(names, files, strict=True):
            storage.write_scratch(folder / name, data)
        made = folder / "pdf"
        process = _start(_command(program, folder, names, archival=archival), folder)
        _wait(process, made, total=len(files), seconds=seconds, tick=tick)
        pages = ((number, _made(made / f"{number}.pdf")) for number in range(len(files)))
        return {number: data for number, data in pages if data is not None}


def _command(program: Path, folder: Path, names: Sequence[str], *, archival: bool) -> list[str]:
    profile = (folder / "profile").as_uri()
    switches = ("--headless", "--norestore", "--nodefault", "--nologo")
    return [
        str(program),
        f"-env:UserInstallation={profile}",
        *switches,
        *("--convert-to", _ARCHIVAL if archival else "pdf", "--outdir", str(folder / "pdf")),
        *names,
    ]


def _wait(process: subprocess.Popen[bytes], made: Path, *, total: int, seconds: float, tick: Tick) -> None:
    """Waits until the program ends or its time is over; ends it and its children in either case."""
    until = time.monotonic() + seconds
    try:
        while process.poll() is None and time.monotonic() < until:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK_SECONDS)
            tick(len(storage.list_files(made)), total)
    finally:
        _stop(process)


def _start(command: Sequence[str], folder: Path) -> subprocess.Popen[bytes]:
    silent = subprocess.DEVNULL  # a pipe would be held open by a child that stays
    try:
        return subprocess.Popen(  # noqa: S603 - the program that the user named or has installed
            command,
            cwd=folder,
            stdin=silent,
            stdout=silent,
            stderr=silent,
            start_new_session=os.name != "nt",
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    except OSError as error:
        raise CannotContinueError(
            f"Không chạy được {command[0]} để làm PDF.",
            hint="cài lại LibreOffice, hoặc chỉ đúng chương trình bằng biến môi trường TRUYENTHONG_SOFFICE.",
        ) from error


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the program and every child of it: kindly first, so that it can leave its own files in order."""
    if os.name == "nt":
        tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(tree, capture_output=True, check=False)  # noqa: S603 - a part of the system
    else:
        if process.poll() is None:
            _tell_group(process, signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_KIND_SECONDS)
        _tell_group(process, signal.SIGKILL)
    process.wait()


def _tell_group(process: subprocess.Popen[bytes], number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):  # nobody is left in the group
        os.killpg(process.pid, number)


def _made(path: Path) -> bytes | None:
    """A PDF that is there, from its head to its end."""
    try:
        data = storage.read_bytes(path)
    except FileNotFoundError:
        return None
    return data if data.startswith(_HEAD) and b"%%EOF" in data[-1024:] else None
