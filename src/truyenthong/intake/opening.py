"""One file that came in, opened into the pieces it holds; decides nothing about them."""

from __future__ import annotations

from truyenthong.intake.archives import base_name, unpack
from truyenthong.intake.kinds import FileKind, kind_of
from truyenthong.intake.messages import open_message
from truyenthong.intake.pieces import Piece, Pieces


def open_file(name: str, data: bytes) -> Pieces:
    """The pieces of a file: those in a message or a zip file, else the file itself."""
    into = Pieces()
    kind = kind_of(name, data)
    if kind is FileKind.MAIL:
        open_message(data, name, into)
    elif kind is FileKind.ZIP:
        _open_zip(name, data, into)
    else:
        folder, slash, own = name.rpartition("/")
        into.add(Piece(name=base_name(own), data=data, folder=f"{folder}{slash}"))
    return into


def _open_zip(name: str, data: bytes, into: Pieces) -> None:
    """The files of a zip file; the messages among them are opened as well."""
    found = Pieces()
    unpack(data, name, found, within=(), message=None)
    into.findings += found.findings
    into.bytes_left = found.bytes_left
    for piece in found.pieces:
        if kind_of(piece.name, piece.data) is FileKind.MAIL and not piece.faults:
            open_message(piece.data, piece.name, into, within=piece.within)
        else:
            into.add(piece)
