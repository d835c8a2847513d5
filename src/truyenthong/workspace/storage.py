"""Reads and writes the user's files as bytes, one run at a time: THE ONLY WRITER."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import TypeVar

from truyenthong.errors import CannotContinueError, FileInUseError
from truyenthong.workspace.refusals import (
    TooLargeError,
    cannot_open,
    cannot_read,
    cannot_write,
    in_use,
    no_scratch_folder,
    not_a_file,
    reason_of,
    too_large,
)

T = TypeVar("T")

MOST_BYTES = 200_000_000
"""Bytes of the largest file that is read at all; mail servers take a tenth of it."""

_FLAGS = ("O_BINARY", "O_NOINHERIT", "O_CLOEXEC", "O_NOCTTY", "O_NONBLOCK")
_READING = os.O_RDONLY | sum(getattr(os, name, 0) for name in _FLAGS)
"""How a file is opened: a pipe in which nobody writes must not hold the program up."""
_CREATING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | sum(getattr(os, name, 0) for name in _FLAGS[:3])
_APPENDING = os.O_RDWR | os.O_CREAT | sum(getattr(os, name, 0) for name in _FLAGS[:3])
_CHUNK = 1 << 20
_NAME_PART = 40
"""Letters of a file's name in the name of its temporary file, which is longer than the name itself."""

_HELD_BY_A_SCANNER = frozenset({5, 32, 33})
"""What Windows says (access denied, sharing, lock) while another program looks at a new file."""
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.3, 0.3)
"""Seconds between the tries, a second in all."""


def read_bytes(path: str | Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a regular file; folders, pipes, sockets and devices are none and never held open for.

    Args:
        path: the file.
        most: bytes; a larger file is not read.

    Raises:
        TooLargeError: where the file has more bytes.
        RefusedError: no regular file, or the system refuses (rights, a network drive that is gone).
        FileNotFoundError: where there is no such file; the caller knows what that means.
    """
    try:
        handle = os.open(path, _READING)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise cannot_open(path, error) from error
    try:
        return _read(handle, path, most)
    except OSError as error:
        raise cannot_read(path, reason_of(error)) from error
    finally:
        os.close(handle)


def read_private(path: Path, most: int) -> bytes:
    """The bytes of a file that this user owns and nobody else may read.

    On Windows whose file it is and who may read it is not asked: rights work otherwise there.

    Raises:
        CannotContinueError: another user owns it, others may read it, or what ``read_bytes`` raises.
        FileNotFoundError: where there is no such file.
    """
    if os.name == "posix":
        try:
            seen = path.stat()
        except FileNotFoundError:
            raise
        except OSError as error:
            raise cannot_open(path, error) from error
        if stat.S_ISREG(seen.st_mode):
            _refuse_shared(path, seen)
    return read_bytes(path, most=most)


def _refuse_shared(path: Path, seen: os.stat_result) -> None:
    mode = stat.S_IMODE(seen.st_mode)
    if seen.st_uid != os.geteuid():
        raise CannotContinueError(
            f"Tệp mật khẩu {path} là của người dùng khác.", hint="tạo tệp ấy bằng chính người dùng chạy lệnh."
        )
    if mode & 0o077:
        raise CannotContinueError(
            f"Tệp mật khẩu {path} người khác cũng đọc được ({mode:04o}).", hint=f"chmod 600 {path}"
        )


def _read(handle: int, path: str | Path, most: int) -> bytes:
    seen = os.fstat(handle)
    if not stat.S_ISREG(seen.st_mode):
        raise not_a_file(path, seen.st_mode)
    if seen.st_size > most:
        raise too_large(path, seen.st_size, most)
    parts: list[bytes] = []
    left, want = most + 1, seen.st_size + 1  # one more than the file had: it may grow, or tell no size
    while left and (part := os.read(handle, min(left, want))):
        parts.append(part)
        left, want = left - len(part), _CHUNK
    if not left:
        raise too_large(path, most + 1, most)
    return b"".join(parts)


def holds(path: Path, data: bytes) -> bool:
    """Whether a file is there with exactly these bytes.

    Raises:
        CannotContinueError: where the system refuses.
    """
    try:
        return read_bytes(path, most=len(data)) == data
    except (FileNotFoundError, TooLargeError):
        return False


def list_files(folder: str | Path) -> tuple[str, ...]:
    """The names of the files in a folder, in order; none where there is no such folder.

    What the system refuses to look at counts as a file: reading it says why.

    Raises:
        CannotContinueError: where the system refuses to list the folder.
    """
    return _list(folder, _may_be_file)


def _may_be_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads in a circle
        return True


def list_changes(folder: str | Path) -> tuple[str, ...]:
    """The files of a folder, each with its size and the time of its last change, in order of names.

    Raises:
        CannotContinueError: where the system refuses to list the folder.
    """
    found: list[str] = []
    for name in list_files(folder):
        with contextlib.suppress(OSError):  # just gone, or a link that leads nowhere: nothing to read there
            seen = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - for each file
            found.append(f"{name}:{seen.st_size}:{seen.st_mtime_ns}")
    return tuple(found)


def list_folders(folder: str | Path) -> tuple[str, ...]:
    """The names of the folders in a folder, in order; none where there is no such folder.

    Raises:
        CannotContinueError: where the system refuses.
    """
    return _list(folder, _is_folder)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # listed as a file
        return False


def _list(folder: str | Path, wanted: Callable[[os.DirEntry[str]], bool]) -> tuple[str, ...]:
    try:
        with os.scandir(folder) as entries:
            return tuple(sorted(entry.name for entry in entries if wanted(entry)))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise cannot_read(folder, reason_of(error)) from error


def write_atomic(path: Path, data: bytes) -> None:
    """Puts ``data`` at ``path`` whole or not at all; the old file stays whole when anything fails.

    A temporary file in the same folder is written, flushed to the disk and moved over the old one.

    Raises:
        FileInUseError: where the file is open in Word or held by another program.
        CannotContinueError: where the folder cannot be written (rights, full disk).
    """
    write_all({path: data})


def write_all(files: Mapping[Path, bytes], *, aside: Mapping[Path, Path] | None = None) -> None:
    """Puts several files in place, each whole or not at all; what fails before the first move changes none.

    All are written beside their places and flushed to the disk (a full disk ends it here); then they are
    moved in the order given: the one that makes the others count comes last.

    Args:
        files: the bytes by place.
        aside: by place, the free name to which the file goes that is there before.

    Raises:
        FileInUseError: where a file is open in Word or held by another program.
        CannotContinueError: where a folder cannot be written (rights, full disk).
    """
    for path in files:
        if is_open_in_word(path):
            raise in_use(path)
    _write(files, aside or {}, lasting=True)


def append_lines(path: Path, data: bytes) -> None:
    """Adds whole lines to a file and flushes them to the disk; a cut last line is dropped first.

    The caller holds ``locked``. What fails leaves the file as it was.

    Args:
        path: the file; it need not exist.
        data: lines, each with its line end.

    Raises:
        CannotContinueError: the system refuses (rights, full disk): nothing was added.
    """
    with _sentences(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists()
        handle = os.open(path, _APPENDING, 0o666)
        try:
            end = _end_of_lines(handle)
            os.ftruncate(handle, end)
            try:
                _write_at(handle, end, data)
                os.fsync(handle)
            except OSError:
                with contextlib.suppress(OSError):  # a cut line is ignored by whoever reads
                    os.ftruncate(handle, end)
                raise
        finally:
            os.close(handle)
        if is_new:
            _sync_folder(path.parent)


def _end_of_lines(handle: int) -> int:
    """Where the last whole line ends."""
    size = os.fstat(handle).st_size
    while size:
        start = max(0, size - _CHUNK)
        os.lseek(handle, start, os.SEEK_SET)
        found = os.read(handle, size - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        size = start
    return 0


def _write_at(handle: int, place: int, data: bytes) -> None:
    os.lseek(handle, place, os.SEEK_SET)
    while data:
        data = data[os.write(handle, data) :]


def write_scratch(path: Path, data: bytes) -> None:
    """Puts ``data`` at ``path`` whole or not at all, for this user alone; it may be lost with the power.

    Raises:
        FileInUseError: where the file is held by another program.
        CannotContinueError: where the folder cannot be written (rights, full disk).
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error
    _write({path: data}, {}, lasting=False)


def make_private_folder(folder: Path) -> None:
    """Makes a folder that this user alone can enter; one that is there keeps the rights it was given.

    Raises:
        CannotContinueError: the system refuses.
    """
    with _sentences(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)


def remove_file(path: Path) -> None:
    """Removes a file; one that is not there is no trouble.

    Raises:
        FileInUseError: another program holds it.
        CannotContinueError: the system refuses.
    """
    with _sentences(path):
        again_while_held(partial(path.unlink, missing_ok=True))


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """A new folder for this user alone where temporary files go, gone with all that is in it afterwards."""
    try:
        folder = Path(tempfile.mkdtemp(prefix="truyenthong-"))
    except OSError as error:
        raise no_scratch_folder() from error
    try:
        yield folder
    finally:
        remove_folder(folder)


def remove_folder(folder: Path) -> None:
    """Removes a folder of scratch files with all that is in it, as far as the system lets."""
    shutil.rmtree(folder, ignore_errors=True)


def _write(files: Mapping[Path, bytes], aside: Mapping[Path, Path], *, lasting: bool) -> None:
    staged: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            with _sentences(path):
                _stage(path, data, staged, lasting=lasting)
        for path, temporary in staged.items():
            with _sentences(path):
                if path in aside:
                    again_while_held(partial(path.rename, aside[path]))
                again_while_held(partial(temporary.replace, path))
                if lasting:
                    _sync_folder(path.parent)
    finally:
        # After the move the name is gone; on any failure nothing half-written stays behind.
        for temporary in staged.values():
            with contextlib.suppress(OSError):  # what cannot be removed is tidied up an hour later
                again_while_held(partial(temporary.unlink, missing_ok=True))


def _stage(path: Path, data: bytes, staged: dict[Path, Path], *, lasting: bool) -> None:
    """Writes the temporary file that will be moved to ``path``, and notes its name first."""
    # The name is noted before the file is there, so that a signal at any moment leaves nothing behind.
    temporary = path.with_name(f".{path.name[:_NAME_PART]}.{secrets.token_hex(4)}.tmp")
    staged[path] = temporary
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(temporary, _CREATING, 0o600), "wb") as stream:
        stream.write(data)
        if lasting:
            stream.flush()
            os.fsync(stream.fileno())
    if lasting:
        _give_usual_rights(temporary, path)


@contextlib.contextmanager
def _sentences(path: Path) -> Iterator[None]:
    """What the system refuses at a file becomes a sentence about it."""
    try:
        yield
    except PermissionError as error:
        raise in_use(path) from error
    except OSError as error:
        raise cannot_write(path, error) from error


def again_while_held(action: Callable[[], T], pause: Callable[[float], None] = time.sleep) -> T:
    """Does something to a file; again within a second where a scanner of Windows holds the file.

    Raises:
        OSError: what ``action`` raises in the end; at once where nobody holds the file.
    """
    for seconds in _PAUSES:
        try:
            return action()
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD_BY_A_SCANNER:
                raise
        pause(seconds)
    return action()


def _give_usual_rights(temporary: Path, path: Path) -> None:
    if os.name != "posix":
        return
    if path.exists():
        temporary.chmod(path.stat().st_mode & 0o777)
        return
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_open_in_word(path: Path) -> bool:
    """Whether Word or LibreOffice has the file open, by the lock file beside it."""
    # Word cuts the first two letters of longer names; LibreOffice keeps them all.
    word = (path.parent / f"~${path.name[2:]}", path.parent / f"~${path.name}")
    office = path.parent / f".~lock.{path.name}#"
    return any(one.exists() for one in (*word, office))


def move_aside(path: Path, mark: str) -> Path:
    """Moves a file to a free name beside it (``x.cu.docx``, ``x.cu-2.docx``) and returns that name.

    Raises:
        FileInUseError: where the file is open elsewhere.
    """
    if is_open_in_word(path):
        raise in_use(path)
    target = free_name(path, mark)
    with _sentences(path):
        again_while_held(partial(path.rename, target))
    return target


def free_name(path: Path, mark: str) -> Path:
    """A name beside a file that nothing has: ``x.MARK.docx``, ``x.MARK-2.docx``."""
    names = (f"{path.stem}.{mark}{end}{path.suffix}" for end in chain([""], (f"-{n}" for n in count(2))))
    return next(target for name in names if not os.path.lexists(target := path.with_name(name)))


def create_new(path: Path, data: bytes) -> bool:
    """Writes a file that does not exist yet; False (and nothing written) where one is there."""
    if path.exists():
        return False
    write_atomic(path, data)
    return True


_LEFTOVER = re.compile(r"\..+\.[a-z0-9_]{8}\.tmp", re.DOTALL)
_LEFTOVER_SECONDS = 3600.0
"""Age from which a temporary file of ours belongs to no run any more."""
_OWN_FOLDERS = ("data", "templates", "schema", "out")
_PLAN = Path("data", "plan.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How a run waits for another one.

    Attributes:
        seconds: how long, before it gives up.
        quiet_seconds: how long without a word.
        tell: takes the sentence that says for whom it waits.
    """

    seconds: float = 60.0
    quiet_seconds: float = 2.0
    tell: Callable[[str], None] | None = None


# The one thing that every command hands through operations which have no use for it: a context carries it.
patience: ContextVar[Patience] = ContextVar("patience", default=Patience())  # noqa: B039 - frozen


@contextlib.contextmanager
def locked(folder: Path, *, at: Path | None = None) -> Iterator[None]:
    """Keeps other runs of this program out of the folder while the block runs.

    What runs that were killed left behind in it is removed first.

    Args:
        folder: where the block writes.
        at: where the lock lies, for a folder that is sent on as a whole; None: in the folder itself.

    Raises:
        FileInUseError: where another run holds it for longer than this one has ``patience``.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only commands that write pay for it

    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = (at or folder) / ".truyenthong.lock"
        lock = FileLock(path)
        _acquire(lock.acquire, folder, Timeout)
    except Timeout as error:
        raise FileInUseError(
            f"Một lần chạy khác của truyenthong đang ghi vào {folder}.",
            hint="đợi lần chạy kia xong rồi làm lại, hoặc thêm --wait GIÂY để đợi lâu hơn.",
        ) from error
    except (OSError, NotImplementedError) as error:  # the latter: a network drive without locks
        raise cannot_write(folder, error) from error
    try:
        with contextlib.suppress(OSError):  # rubbish that stays is no reason to stop
            _remove_leftovers(folder, path)
        yield
    finally:
        lock.release()


def _acquire(acquire: Callable[..., object], folder: Path, timeout: type[Exception]) -> None:
    waits = patience.get()
    quiet = min(waits.quiet_seconds, waits.seconds)
    try:
        acquire(timeout=quiet)
    except timeout:
        if quiet == waits.seconds:
            raise
        if waits.tell is not None:
            waits.tell(f"Một lần chạy khác đang ghi vào {folder}; đợi nhiều nhất {waits.seconds:g} giây.")
        acquire(timeout=waits.seconds - quiet)


def _remove_leftovers(folder: Path, lock: Path) -> None:
    """Removes our temporary files older than an hour, by the clock of the disk that they lie on."""
    os.utime(lock)
    before = lock.stat().st_mtime - _LEFTOVER_SECONDS
    _remove_old(folder, before)
    if (folder / _PLAN).is_file():
        for name in _OWN_FOLDERS:
            for place, folders, _ in os.walk(folder / name):
                _remove_old(Path(place), before)
                folders[:] = [one for one in folders if not one.startswith(".")]


def _remove_old(folder: Path, before: float) -> None:
    with os.scandir(folder) as entries:
        ours = [one for one in entries if one.name.endswith(".tmp") and _LEFTOVER.fullmatch(one.name)]
    for one in ours:
        with contextlib.suppress(OSError):
            if one.is_file(follow_symlinks=False) and one.stat(follow_symlinks=False).st_mtime < before:
                os.unlink(one.path)  # noqa: PTH108 - the path is at hand


def write_log(text: str) -> Path:
    """Writes a log of a bug where temporary files go and returns its path.

    Raises:
        OSError: there is no such place, or no room in it.
    """
    handle, name = tempfile.mkstemp(prefix="truyenthong-", suffix=".log", text=True)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as log:
        log.write(text)
    return Path(name)
