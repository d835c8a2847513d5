"""Which files are to be taken in, in the order in which they came; opens none of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from truyenthong.diagnostics.intake_contents import TT656, TT661
from truyenthong.diagnostics.workspace import TT395
from truyenthong.errors import UsageError
from truyenthong.findings import Finding, Ref
from truyenthong.intake.kinds import FileKind, kind_of
from truyenthong.intake.messages import moment_of
from truyenthong.intake.pieces import Message
from truyenthong.model.moments import Moment
from truyenthong.workspace import storage

MAX_FILE = 200_000_000
"""Bytes of one file: mail servers take a tenth of it."""
_LEFT_OUT = (".tmp", ".part", ".crdownload", ".lock")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to be taken in.

    Attributes:
        label: its name as it is told.
        moment: when its message was received; None for what is no message.
    """

    path: Path
    label: str
    moment: Moment | None = None


def sources(paths: Sequence[Path], *, own: Path) -> tuple[Source, ...]:
    """Every file that the user named, messages by the moment of their coming, then the other files.

    A folder stands for all files in it and below; a Maildir for the messages in ``new`` and ``cur``.

    Args:
        paths: files and folders.
        own: the folder of the workspace's data, from which nothing is taken in: it was taken in already.

    Raises:
        UsageError: a file or folder that is not there, or that is the workspace's own.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        if not path.exists():
            raise UsageError(f"Không có {path}.", hint="kiểm tra lại tên tệp hoặc thư mục.")
        if path.resolve().is_relative_to(own.resolve()):
            raise UsageError(
                f"{path} là dữ liệu của chính không gian làm việc, không phải tệp gửi đến.",
                hint="tệp gửi đến để ở thư mục khác; mục chờ thì nêu tên tệp .yaml trong data/waiting.",
            )
        for one in _files(path, own.resolve()):
            label = one.relative_to(path.parent).as_posix() if path.is_dir() else one.name
            found.setdefault(one, Source(path=one, label=label, moment=_moment(one)))
    messages = sorted((one for one in found.values() if one.moment is not None), key=_order)
    return (*messages, *(one for one in found.values() if one.moment is None))


def _order(one: Source) -> tuple[object, ...]:
    return (one.moment.sort_key if one.moment is not None else (), one.label)


def _files(path: Path, own: Path) -> Iterator[Path]:
    """The files in a folder and below; links to folders are not followed, they may lead back."""
    if not path.is_dir():
        yield path
        return
    folders = storage.list_folders(path)
    if {"cur", "new"} <= set(folders):
        for folder in ("cur", "new"):
            yield from (path / folder / name for name in storage.list_files(path / folder))
        return
    for name in storage.list_files(path):
        if not name.startswith((".", "~$")) and not name.endswith(_LEFT_OUT):
            yield path / name
    for name in folders:
        below = path / name
        if not name.startswith(".") and not below.is_symlink() and below.resolve() != own:
            yield from _files(below, own)


def _moment(path: Path) -> Moment | None:
    """When a message was received, told by its head alone."""
    with suppress(FileNotFoundError, storage.RefusedError):  # told when it is taken in
        data = storage.read_bytes(path, most=MAX_FILE)
        return moment_of(data) if kind_of(path.name, data) is FileKind.MAIL else None
    return None


def bytes_of(source: Source) -> bytes | Finding | None:
    """A file's bytes; a finding where it cannot be read, None where it has gone (a mail program moved it)."""
    try:
        return storage.read_bytes(source.path, most=MAX_FILE)
    except FileNotFoundError:
        return None
    except storage.TooLargeError as error:
        return TT656.at(Ref(file=source.label), error.reason, hint="gửi riêng các biểu đã điền")
    except storage.RefusedError as error:
        return TT395.at(Ref(file=source.label), error.reason, hint=(error.hint or "").rstrip(".") or None)


def came_at(
    message: Message | None, said: Moment | None, now: Moment, label: str
) -> tuple[Moment, tuple[Finding, ...]]:
    """When the office received it: as the user says, else as the message says, else now."""
    if said is not None:
        return said, ()
    if message is None:
        return now, ()
    told = message.received or message.sent
    if told is not None and told.sort_key <= now.sort_key:
        return told, ()
    why = "thư không ghi lúc nhận, lúc gửi" if told is None else "lúc ghi trong thư chưa đến"
    hint = "sửa bằng --received nếu biết lúc nhận thật"
    return now, (TT661.at(Ref(file=label), f"{why}; lấy giờ chạy lệnh làm lúc nhận", hint=hint),)
