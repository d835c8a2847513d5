"""Which files are to be taken in, in the order in which they came; opens none of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from truyenthong.diagnostics.intake import TT656, TT661
from truyenthong.diagnostics.submissions import TT395
from truyenthong.errors import UsageError
from truyenthong.findings import Finding, Ref
from truyenthong.intake.bounds import guarded
from truyenthong.intake.kinds import FileKind, kind_of
from truyenthong.intake.mail.messages import moment_of
from truyenthong.intake.pieces import Message, is_system_file
from truyenthong.model.moments import Moment
from truyenthong.workspace import storage
from truyenthong.workspace.refusals import RefusedError, TooLargeError

MAX_FILE = 200_000_000
"""Bytes of one file: mail servers take a tenth of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file to be taken in.

    Attributes:
        label: its name as it is told.
        moment: when its message was received; None for what is no message.
        in_mailbox: it lies in a Maildir, which the program reads for the office.
    """

    path: Path
    label: str
    moment: Moment | None = None
    in_mailbox: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFiles:
    """What there is to be taken in.

    Attributes:
        sources: the files, messages by the moment of their coming first.
        passed: names of what lies beside them and was sent by nobody: files of systems, links to folders.
    """

    sources: tuple[SourceFile, ...]
    passed: tuple[str, ...]


def sources(paths: Sequence[Path], *, own: Path) -> FoundFiles:
    """Every file that the user named, messages by the moment of their coming, then the other files.

    A folder stands for all files in it and below; a Maildir for the messages in ``new`` and ``cur``.

    Args:
        paths: files and folders.
        own: the folder of the workspace's data, from which nothing is taken in: it was taken in already.

    Raises:
        UsageError: a file or folder that is not there, or that is the workspace's own.
    """
    found: dict[Path, SourceFile] = {}
    passed: list[str] = []
    for path in paths:
        if not path.exists():
            raise UsageError(f"Không có {path}.", hint="kiểm tra lại tên tệp hoặc thư mục.")
        if path.resolve().is_relative_to(own.resolve()):
            raise UsageError(
                f"{path} là dữ liệu của chính không gian làm việc, không phải tệp gửi đến.",
                hint="tệp gửi đến để ở thư mục khác; mục chờ thì nêu tên tệp .yaml trong data/waiting.",
            )
        for one in _files(path, own.resolve(), passed):
            label = one.relative_to(path.parent).as_posix() if path.is_dir() else one.name
            in_mailbox = one.parent.name in _MAILDIR and _is_maildir(one.parent.parent) and path.is_dir()
            source = SourceFile(path=one, label=label, moment=_moment(one), in_mailbox=in_mailbox)
            found.setdefault(one, source)
    messages = sorted((one for one in found.values() if one.moment is not None), key=_order)
    others = (one for one in found.values() if one.moment is None)
    return FoundFiles(sources=(*messages, *others), passed=tuple(passed))


def _order(one: SourceFile) -> tuple[object, ...]:
    return (one.moment.sort_key if one.moment is not None else (), one.label)


_MAILDIR = ("cur", "new")


def _is_maildir(folder: Path) -> bool:
    return set(_MAILDIR) <= set(storage.list_folders(folder))


def _files(path: Path, own: Path, passed: list[str]) -> Iterator[Path]:
    """The files in a folder and below; links to folders are not followed, they may lead back."""
    if not path.is_dir():
        yield path
        return
    if _is_maildir(path):
        for folder in _MAILDIR:
            names = (name for name in storage.list_files(path / folder) if not name.startswith("."))
            yield from (path / folder / name for name in names)
        return
    for name in storage.list_files(path):
        if is_system_file(name):
            passed.append(name)
        else:
            yield path / name
    for name in storage.list_folders(path):
        below = path / name
        if below.resolve() == own:
            continue
        if is_system_file(name) or below.is_symlink():
            passed.append(f"{name}/")
        else:
            yield from _files(below, own, passed)


def _moment(path: Path) -> Moment | None:
    """When a message was received, told by its head alone."""
    with suppress(FileNotFoundError, RefusedError):  # told when it is taken in
        data = storage.read_bytes(path, most=MAX_FILE)
        # A message whose head breaks the reader comes last, among the other files.
        return guarded(
            lambda: moment_of(data) if kind_of(path.name, data) is FileKind.MAIL else None, lambda _: None
        )
    return None


def bytes_of(source: SourceFile) -> bytes | Finding | None:
    """A file's bytes; a finding where it cannot be read, None where it has gone (a mail program moved it)."""
    try:
        return storage.read_bytes(source.path, most=MAX_FILE)
    except FileNotFoundError:
        return None
    except TooLargeError as error:
        return TT656.at(Ref(file=source.label), error.reason, hint="gửi riêng các biểu đã điền")
    except RefusedError as error:
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
