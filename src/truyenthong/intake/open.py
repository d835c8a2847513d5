"""Opens a file that came in, with the messages and zip files in it, into its pieces."""

from __future__ import annotations

from itertools import islice

from truyenthong.diagnostics.intake import TT610
from truyenthong.findings import Ref
from truyenthong.intake.bounds import Allowance, OutOfBoundsError, guarded
from truyenthong.intake.kinds import FileKind
from truyenthong.intake.letter_start import letters_of
from truyenthong.intake.mail.messages import open_message
from truyenthong.intake.pieces import Piece, Pieces, base_name, shown_name, unpack, whole
from truyenthong.text import number_wording

MAX_LETTERS = 1_000
"""Messages of one mbox file."""


def open_file(name: str, data: bytes) -> Pieces:
    """The pieces of a file: those in a message or a zip file, else the file itself.

    Whatever a reader raises, the file is there whole, with the reason.
    """
    name = shown_name(name)
    return guarded(lambda: _open(name, data), lambda reason: _refused(name, data, reason))


def open_letter(name: str, data: bytes) -> Pieces:
    """The pieces of what is known to be one message, whatever it looks like.

    Whatever a reader raises, the message is there whole, with the reason.
    """
    name = shown_name(name)

    def opened() -> Pieces:
        into = Pieces()
        open_message(data, name, into)
        return into

    return guarded(opened, lambda reason: _refused(name, data, reason))


def _refused(name: str, data: bytes, reason: str) -> Pieces:
    hint = "mở thử tệp; đọc được thì lưu lại thành tệp mới rồi đưa vào"
    told = TT610.at(Ref(file=name), f"tệp không đọc được trọn: {reason}", hint=hint)
    return Pieces(pieces=[whole(name, data, (told,), within=(), message=None)])


def _open(name: str, data: bytes) -> Pieces:
    into = Pieces()
    folder, _, own = name.rpartition("/")
    piece = Piece(name=base_name(own), data=data, folder=f"{folder}/" if folder else "")
    if piece.kind is not FileKind.ZIP:
        _open_letters(piece, name, into)
        return into
    found = Pieces(bounds=into.bounds)
    unpack(data, name, found, within=(), message=None)
    into.findings += found.findings
    into.passed += found.passed
    for inside in found.pieces:
        _open_letters(inside, inside.name, into)
    return into


def _open_letters(piece: Piece, name: str, into: Pieces) -> None:
    """The files in a message or a mailbox, else the piece itself."""
    if piece.faults or piece.kind not in {FileKind.MAIL, FileKind.MAILBOX}:
        into.pieces.append(piece)
    elif piece.kind is FileKind.MAIL:
        open_message(piece.data, name, into, within=piece.within)
    else:
        _open_mailbox(name, piece.data, into, within=piece.within)


def _open_mailbox(name: str, data: bytes, into: Pieces, *, within: tuple[str, ...]) -> None:
    """The messages of an mbox file, each opened as if it had come alone: one never stops the others.

    Raises:
        OutOfBoundsError: there are too many of them.
    """
    letters = [*islice(letters_of(data), MAX_LETTERS + 1)]
    if len(letters) > MAX_LETTERS:
        most = number_wording(MAX_LETTERS)
        raise OutOfBoundsError(f"hộp thư có hơn {most} thư; xuất thành nhiều tệp, hoặc thành Maildir")
    for number, letter in enumerate(letters, start=1):
        found = Pieces(bounds=Allowance(bytes_left=into.bounds.bytes_left))
        open_message(letter, f"thu-{number}.eml", found, within=(*within, name))
        into.bounds.bytes_left = found.bounds.bytes_left
        into.pieces += found.pieces
        into.findings += found.findings
        into.passed += found.passed
