"""What lies inside a file that came in: messages and zip files taken apart into pieces; reads no form."""

from __future__ import annotations

from dataclasses import dataclass, field

from truyenthong.findings import Finding
from truyenthong.model.moments import Moment

MAX_DEPTH = 5
"""Messages inside messages."""
MAX_PIECES = 200
"""Files inside one file."""
MAX_BYTES = 200_000_000
"""Bytes of all of them together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message that files came with.

    Attributes:
        code: its Message-ID, or None.
        senders: the addresses in From, of the outermost message first.
        sent: when it was sent, by its Date (Vietnamese time).
        received: when the last server took it in, by its uppermost Received.
    """

    code: str | None = None
    senders: tuple[str, ...] = ()
    subject: str = ""
    sent: Moment | None = None
    received: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One file as it was sent.

    Attributes:
        name: its own name, without folders.
        within: what it lay in, the outermost first.
        message: the message that it came with, or None.
        folder: the folder in which it was found, for people.
        faults: why it could not be taken apart; then it stands for all that lies in it.
    """

    name: str
    data: bytes
    within: tuple[str, ...] = ()
    message: Message | None = None
    folder: str = ""
    faults: tuple[Finding, ...] = ()

    @property
    def label(self) -> str:
        """Its name for people: «thư.eml › gói.zip › bao-cao.docx», «den/bao-cao.docx»."""
        return self.folder + " › ".join((*self.within, self.name))


@dataclass(slots=True, kw_only=True)
class Pieces:
    """The pieces of one file and what was found while they were taken out."""

    pieces: list[Piece] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    bytes_left: int = MAX_BYTES

    @property
    def is_full(self) -> bool:
        """Whether no more files are taken out."""
        return len(self.pieces) >= MAX_PIECES

    def add(self, piece: Piece) -> None:
        """One more file."""
        self.pieces.append(piece)
        self.bytes_left -= len(piece.data)
