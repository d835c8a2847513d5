"""Reads and writes bytes: THE ONLY WRITER; knows files, not what is in them."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from truyenthong.errors import CannotContinueError, FileInUseError
from truyenthong.workspace.reasons import reason_of

LOCK_WAIT_SECONDS = 10.0
"""How long a run waits for another one before it gives up."""


class RefusedError(CannotContinueError):
    """The system refuses to read something; ``reason`` is why, a phrase."""

    def __init__(self, message: str, *, hint: str | None = None, reason: str) -> None:
        super().__init__(message, hint=hint)
        self.reason = reason


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a file.

    Raises:
        CannotContinueError: where the system refuses (rights, a network drive that is gone).
        FileNotFoundError: where there is no such file; the caller knows what that means.
    """
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 - twice as fast as Path's, for thousands of files
            return stream.read()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _cannot_read(path, error) from error


def holds(path: Path, data: bytes) -> bool:
    """Whether a file is there with exactly these bytes.

    Raises:
        CannotContinueError: where the system refuses.
    """
    try:
        return path.stat().st_size == len(data) and read_bytes(path) == data
    except FileNotFoundError:
        return False


def list_files(folder: str | Path) -> tuple[str, ...]:
    """The names of the files in a folder, in order; none where there is no such folder.

    What the system refuses to look at counts as a file: whoever reads it is told why.

    Raises:
        CannotContinueError: where the system refuses to list the folder.
    """
    return _list(folder, _may_be_file)


def _may_be_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads in a circle
        return True


def list_folders(folder: str | Path) -> tuple[str, ...]:
    """The names of the folders in a folder, in order; none where there is no such folder.

    Raises:
        CannotContinueError: where the system refuses.
    """
    return _list(folder, _is_folder)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # told as a file
        return False


def _list(folder: str | Path, wanted: Callable[[os.DirEntry[str]], bool]) -> tuple[str, ...]:
    try:
        with os.scandir(folder) as entries:
            return tuple(sorted(entry.name for entry in entries if wanted(entry)))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise _cannot_read(folder, error) from error


def write_atomic(path: Path, data: bytes) -> None:
    """Puts ``data`` at ``path`` whole or not at all; the old file stays whole when anything fails.

    A temporary file in the same folder is written, flushed to the disk and moved over the old one.

    Raises:
        FileInUseError: where the file is open in Word or held by another program.
        CannotContinueError: where the folder cannot be written (rights, full disk).
    """
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Puts several files in place, each whole or not at all; what fails before the first move changes none.

    All are written beside their places and flushed to the disk (a full disk ends it here); then they are
    moved in the order given: the one that makes the others count stands last.

    Raises:
        FileInUseError: where a file is open in Word or held by another program.
        CannotContinueError: where a folder cannot be written (rights, full disk).
    """
    for path in files:
        if is_open_in_word(path):
            raise _in_use(path)
    _write(files, lasting=True)


def write_scratch(path: Path, data: bytes) -> None:
    """Puts ``data`` at ``path`` whole or not at all, for this user alone; it may be lost with the power.

    Raises:
        FileInUseError: where the file is held by another program.
        CannotContinueError: where the folder cannot be written (rights, full disk).
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(path, error) from error
    _write({path: data}, lasting=False)


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """A new folder for this user alone where temporary files go, gone with all that is in it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="truyenthong-"))
    try:
        yield folder
    finally:
        remove_folder(folder)


def remove_folder(folder: Path) -> None:
    """Removes a folder of scratch files with all that is in it, as far as the system lets."""
    shutil.rmtree(folder, ignore_errors=True)


def _write(files: Mapping[Path, bytes], *, lasting: bool) -> None:
    staged: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            with _sentences(path):
                _stage(path, data, staged, lasting=lasting)
        for path, temporary in staged.items():
            with _sentences(path):
                temporary.replace(path)
                if lasting:
                    _sync_folder(path.parent)
    finally:
        # After the move the name is gone; on any failure nothing half-written stays behind.
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def _stage(path: Path, data: bytes, staged: dict[Path, Path], *, lasting: bool) -> None:
    """Writes the temporary file that will be moved to ``path``, and notes its name first."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise _cannot_write(path, error) from error
    staged[path] = Path(name)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        if lasting:
            stream.flush()
            os.fsync(stream.fileno())
    if lasting:
        _give_usual_rights(staged[path], path)


@contextlib.contextmanager
def _sentences(path: Path) -> Iterator[None]:
    """What the system refuses at a file becomes a sentence about it."""
    try:
        yield
    except PermissionError as error:
        raise _in_use(path) from error
    except OSError as error:
        raise _cannot_write(path, error) from error


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
    """Whether Word or LibreOffice has the file open, told by the lock file beside it."""
    # Word cuts the first two letters of longer names; LibreOffice keeps them all.
    word = (path.parent / f"~${path.name[2:]}", path.parent / f"~${path.name}")
    office = path.parent / f".~lock.{path.name}#"
    return any(one.exists() for one in (*word, office))


def move_aside(path: Path) -> Path:
    """Moves a file to a free name beside it (``x.cu.docx``, ``x.cu-2.docx``) and returns that name.

    Raises:
        FileInUseError: where the file is open elsewhere.
    """
    if is_open_in_word(path):
        raise _in_use(path)
    number = 1
    while True:
        mark = ".cu" if number == 1 else f".cu-{number}"
        target = path.with_name(f"{path.stem}{mark}{path.suffix}")
        if not target.exists():
            break
        number += 1
    try:
        path.rename(target)
    except PermissionError as error:
        raise _in_use(path) from error
    except OSError as error:
        raise _cannot_write(path, error) from error
    return target


def create_new(path: Path, data: bytes) -> bool:
    """Writes a file that does not exist yet; False (and nothing written) where one is there."""
    if path.exists():
        return False
    write_atomic(path, data)
    return True


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the folder against other runs of this program while the block runs.

    Raises:
        FileInUseError: where another run holds it for longer than ``LOCK_WAIT_SECONDS``.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only commands that write pay for it

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".truyenthong.lock")
        lock.acquire(timeout=LOCK_WAIT_SECONDS)
    except Timeout as error:
        raise FileInUseError(
            f"Một lần chạy khác của truyenthong đang ghi vào {folder}.",
            hint="đợi lần chạy kia xong rồi làm lại.",
        ) from error
    except OSError as error:
        raise _cannot_write(folder, error) from error
    try:
        yield
    finally:
        lock.release()


def write_log(text: str) -> Path:
    """Writes a log of a bug where temporary files go and returns its path."""
    handle, name = tempfile.mkstemp(prefix="truyenthong-", suffix=".log", text=True)
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        log.write(text)
    return Path(name)


def _in_use(path: Path) -> FileInUseError:
    return FileInUseError(
        f"Không ghi được {path}: tệp đang mở ở nơi khác (Word?).",
        hint="đóng tệp rồi chạy lại; bản cũ còn nguyên.",
    )


def _cannot_read(path: str | Path, error: OSError) -> RefusedError:
    reason = reason_of(error)
    return RefusedError(
        f"Không đọc được {path}: {reason}.",
        hint="kiểm tra quyền đọc tệp, ổ đĩa mạng, hoặc chương trình đang giữ tệp.",
        reason=reason,
    )


def _cannot_write(path: Path, error: OSError) -> CannotContinueError:
    return CannotContinueError(
        f"Không ghi được {path}: {reason_of(error)}.",
        hint="kiểm tra quyền ghi và chỗ trống trên đĩa; bản cũ (nếu có) còn nguyên.",
    )
