"""What lies inside a file that came in: messages and zip files taken apart into pieces; reads no form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from truyenthong.findings import Finding
from truyenthong.intake.bounds import Bounds
from truyenthong.model.moments import Moment

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
        received: when the last server took it in, by its uppermost Received.
        answers_ours: it answers a message of this program.
    """

    code: str | None = None
    senders: tuple[str, ...] = ()
    subject: str = ""
    sent: Moment | None = None
    received: Moment | None = None
    answers_ours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """What a forwarded message says of itself.

    Attributes:
        sent: when it was sent or received; None where that is told in words only, or not at all.
        words: the same for people, as it stands there.
        senders: the addresses in From of the messages in the message, down to the one with the file.
    """

    sent: Moment | None
    words: str
    senders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One file as it was sent.

    Attributes:
        name: its own name, without folders.
        within: what it lay in, the outermost first.
        message: the message that it came with, or None.
        folder: the folder in which it was found, for people.
        forwarded: the message that it came with was passed on: what is known of the first one.
        faults: why it could not be taken apart; then it stands for all that lies in it.
    """

    name: str
    data: bytes
    within: tuple[str, ...] = ()
    message: Message | None = None
    folder: str = ""
    forwarded: Forwarded | None = None
    faults: tuple[Finding, ...] = ()

    @property
    def senders(self) -> tuple[str, ...]:
        """Who sent it and who passed it on, the last one first."""
        outer = self.message.senders if self.message is not None else ()
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
    bounds: Bounds = field(default_factory=Bounds)

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
