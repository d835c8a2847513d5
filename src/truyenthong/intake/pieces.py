"""The pieces of a file that came in, each with its kind; unpacks zip files."""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property

from truyenthong.diagnostics.intake import TT656, TT657, TT658
from truyenthong.findings import Finding, Ref
from truyenthong.intake.bounds import Allowance, guarded
from truyenthong.intake.kinds import FileKind, kind_of
from truyenthong.model.moments import Moment
from truyenthong.text import number_wording

MAX_DEPTH = 5
"""Messages inside messages."""
MAX_PIECES = 200
"""Files inside one file."""
_SYSTEM_FILES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon", "$recycle.bin"})
_UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".download", ".lock")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message that files came with.

    Attributes:
        code: its Message-ID, or None.
        senders: the addresses in From.
        sent: when it was sent, by its Date (Vietnamese time).
        received: when the last server took it in, by its uppermost Received, or as the mailbox says.
        answers_ours: it answers a message of this program.
        vouched: the senders for whom the office's own server answers; None where nobody asks it.
    """

    code: str | None = None
    senders: tuple[str, ...] = ()
    subject: str = ""
    sent: Moment | None = None
    received: Moment | None = None
    answers_ours: bool = False
    vouched: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """What a forwarded message says of itself.

    Attributes:
        sent: when it was sent or received; None where it says so in words only, or not at all.
        words: the same for people, as it is written.
        senders: the addresses in From of the messages in the message, down to the one with the file.
    """

    sent: Moment | None
    words: str
    senders: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One file as it was sent.

    Attributes:
        name: its own name, without folders.
        within: what it lay in, the outermost first.
        message: the message that it came with, or None.
        folder: the folder in which it was found, for people.
        forwarded: the message that it came with was passed on: what is known of the first one.
        faults: why it could not be taken apart; then it is kept with all that lies in it.
    """

    name: str
    data: bytes
    within: tuple[str, ...] = ()
    message: Message | None = None
    folder: str = ""
    forwarded: Forwarded | None = None
    faults: tuple[Finding, ...] = ()

    @cached_property
    def kind(self) -> FileKind:
        """What it is by its content, decided once."""
        return kind_of(self.name, self.data)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, 64 hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def senders(self) -> tuple[str, ...]:
        """Who sent it and who passed it on, the last one first; nobody where the sender may be anybody."""
        message = self.message
        if message is not None and message.vouched == ():
            return ()
        outer = message.senders if message is not None else ()
        return (*outer, *(self.forwarded.senders if self.forwarded is not None else ()))

    @property
    def label(self) -> str:
        """Its name for people: «thư.eml › gói.zip › bao-cao.docx», «den/bao-cao.docx»."""
        return self.folder + " › ".join((*self.within, self.name))


@dataclass(slots=True, kw_only=True)
class Pieces:
    """The pieces of one file and what was found while they were taken out.

    Attributes:
        passed: the names of files that systems put beside others, and that nobody sent.
    """

    pieces: list[Piece] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    bounds: Allowance = field(default_factory=Allowance)

    @property
    def is_full(self) -> bool:
        """Whether no more files are taken out."""
        return len(self.pieces) >= MAX_PIECES

    def add(self, piece: Piece) -> None:
        """One more file."""
        self.pieces.append(piece)
        self.bounds.bytes_left -= len(piece.data)


def whole(
    name: str, data: bytes, faults: tuple[Finding, ...], *, within: tuple[str, ...], message: Message | None
) -> Piece:
    """A file that is kept whole, because something in it was not understood."""
    folder, slash, own = name.rpartition("/")
    return Piece(
        name=own, data=data, within=within, message=message, folder=f"{folder}{slash}", faults=faults
    )


def base_name(name: str) -> str:
    """The last part of a name, composed, on one line, without signs that a file's name cannot hold."""
    return shown_name(re.split(r"[/\\]", name)[-1]).strip(". ") or "khong-ten"


def shown_name(name: str) -> str:
    """A name on one line, without signs that a terminal would obey."""
    own = unicodedata.normalize("NFC", name)
    return " ".join("".join(char if unicodedata.category(char)[0] != "C" else " " for char in own).split())


def is_system_file(name: str) -> bool:
    """Whether a file is one that a system or a program puts beside others, or a download under way."""
    parts = re.split(r"[/\\]", name)
    own = parts[-1].strip()
    return (
        "__MACOSX" in parts[:-1]
        or own.casefold() in _SYSTEM_FILES
        or own.startswith((".", "~$"))
        or own.casefold().endswith(_UNFINISHED)
    )


_UTF8 = 0x800
_LOCKED = 0x1
_MOST_NAMES = 2_000
_LARGEST = 50_000_000
"""Bytes of one file inside, unpacked."""
_STEP = 1_000_000
"""Bytes that are unpacked between two looks at the clock."""


def unpack(
    data: bytes,
    name: str,
    into: Pieces,
    *,
    within: tuple[str, ...],
    message: Message | None,
    forwarded: Forwarded | None = None,
) -> None:
    """Takes the files out of a zip file and out of the zip files in it, but no deeper.

    One in which something cannot be opened is a piece itself, so that nothing of it is lost.
    """
    before = len(into.findings), len(into.pieces)
    _Unpacking(into=into, message=message, forwarded=forwarded).open(data, name, within)
    faults = tuple(into.findings[before[0] :])
    if not faults and len(into.pieces) == before[1]:
        hint = "gửi thẳng các tệp, hoặc nén lại"
        faults = (TT656.at(Ref(file=name), "tệp nén không có tệp nào bên trong", hint=hint),)
    if faults:
        del into.findings[before[0] :]
        kept = whole(name, data, faults, within=within, message=message)
        into.add(replace(kept, forwarded=forwarded))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unpacking:
    """One zip file, with the zip files in it."""

    into: Pieces
    message: Message | None
    forwarded: Forwarded | None

    def open(self, data: bytes, name: str, within: tuple[str, ...], *, nested: bool = False) -> None:
        """Takes its files out; what cannot be opened is a finding."""
        label = " › ".join((*within, name))

        def refuse(reason: str) -> None:
            hint = "nén lại, hoặc gửi các tệp trực tiếp"
            self._tell(label, f"tệp nén bị hỏng, không mở được: {reason}", hint)

        guarded(lambda: self._open(data, label, (*within, name), nested=nested), refuse)

    def _open(self, data: bytes, label: str, trail: tuple[str, ...], *, nested: bool) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in self._taken(archive, label):
                own = base_name(_name(info))
                inside = self._read(archive, info, f"{label} › {own}")
                if inside is None:
                    continue
                piece = Piece(
                    name=own, data=inside, within=trail, message=self.message, forwarded=self.forwarded
                )
                if piece.kind is not FileKind.ZIP:
                    self.into.add(piece)
                elif nested:
                    hint = "gửi các tệp trực tiếp, hoặc nén một lần thôi"
                    told = TT658.at(Ref(file=f"{label} › {own}"), "tệp nén lồng quá sâu", hint=hint)
                    self.into.findings.append(told)
                else:
                    self.open(inside, own, trail, nested=True)

    def _taken(self, archive: zipfile.ZipFile, label: str) -> Iterator[zipfile.ZipInfo]:
        """The entries that are files to be looked at; folders and files of systems are not."""
        named = [info for info in archive.infolist() if info.filename and not _name(info).endswith("/")]
        infos = [info for info in named if not is_system_file(_name(info))]
        if len(infos) > _MOST_NAMES:
            message = f"có {number_wording(len(infos))} tệp bên trong, quá nhiều"
            self._tell(label, message, "gửi riêng các biểu đã điền")
            return
        self.into.passed += [base_name(_name(info)) for info in named if is_system_file(_name(info))]
        for info in infos:
            self.into.bounds.check_time()
            if self.into.is_full:
                message = "có quá nhiều tệp bên trong; chỉ các tệp đầu được đọc"
                self._tell(label, message, "chia thành nhiều lần gửi")
                return
            if _points_outside(_name(info)) or _points_outside(info.orig_filename):
                message = f"tên «{shown_name(_name(info))[:80]}» chỉ ra ngoài tệp nén"
                self.into.findings.append(TT657.at(Ref(file=label), message, hint="nén lại các tệp"))
                continue
            yield info

    def _read(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, label: str) -> bytes | None:
        if info.flag_bits & _LOCKED:
            self._tell(label, "tệp nén đặt mật khẩu", "nén lại không đặt mật khẩu")
            return None
        most = min(_LARGEST, self.into.bounds.bytes_left)

        def broken(reason: str) -> bytes | None:
            self._tell(label, f"phần này của tệp nén bị hỏng: {reason}", "nén lại rồi gửi lại")
            return None

        data = None
        if info.file_size <= most:
            data = guarded(lambda: self._bytes(archive, info, most), broken)
            if data is None:
                return None
        if data is None or len(data) > most:
            self._tell(label, "tệp quá lớn sau khi giải nén", "gửi riêng tệp ấy")
            return None
        return data

    def _bytes(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes | None:
        """At most one byte more than wanted, so that a file that lies about its size is known."""
        found = bytearray()
        with archive.open(info) as stream:
            while len(found) <= most and (more := stream.read(min(_STEP, most + 1 - len(found)))):
                self.into.bounds.check_time()
                found += more
        return bytes(found)

    def _tell(self, label: str, message: str, hint: str) -> None:
        self.into.findings.append(TT656.at(Ref(file=label), message, hint=hint))


def _name(info: zipfile.ZipInfo) -> str:
    """The name; older programs wrote UTF-8 without saying so, and folders the way of Windows."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _points_outside(name: str) -> bool:
    parts = re.split(r"[/\\]", name)
    return name.startswith(("/", "\\")) or ".." in parts or re.match(r"[A-Za-z]:", name) is not None
