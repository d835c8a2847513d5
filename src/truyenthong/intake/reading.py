"""The door from the bytes of one file to a filled-in form; each kind's own room does the reading."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from truyenthong.blanks.filled import Filled
from truyenthong.diagnostics.mail import TT610
from truyenthong.findings import Finding, Ref, Severity
from truyenthong.intake.kinds import SEALED, FileKind, kind_of, not_ours, refusal
from truyenthong.intake.pieces import Piece
from truyenthong.intake.yaml_forms import read_yaml
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPiece:
    """A file as it was sent, and what was read in it.

    Attributes:
        filled: the form in it; None where it is none, or cannot be opened.
        findings: why it cannot be taken, or what is to be said about the file itself.
    """

    piece: Piece
    sha256: str
    kind: FileKind
    filled: Filled | None
    findings: tuple[Finding, ...]

    @property
    def is_sealed(self) -> bool:
        """Whether it may hold a form that nobody has seen."""
        return bool(self.piece.faults) or self.kind in SEALED

    @property
    def is_unreadable(self) -> bool:
        """Whether it is a form of which nothing could be read."""
        filled = self.filled
        broken = any(one.severity is Severity.ERROR for one in self.findings)
        return filled is not None and filled.identity is None and not filled.values and broken


def read_piece(piece: Piece, plan: Plan, roster: Roster) -> ReadPiece:
    """What stands in a file; the readers of forms raise what they like on broken ones."""
    kind = kind_of(piece.name, piece.data)
    refused = refusal(kind, piece.label)
    findings: tuple[Finding, ...] = piece.faults or ((refused,) if refused is not None else ())
    filled = None if findings else read_form(kind, piece, plan, roster)
    if filled is not None:
        findings = tuple(replace(one, ref=replace(one.ref, file=piece.label)) for one in filled.findings)
    elif not findings:
        findings = (not_ours(kind, piece.label),)
    return ReadPiece(piece=piece, sha256=_digest(piece), kind=kind, filled=filled, findings=findings)


def unread_piece(piece: Piece, reason: str) -> ReadPiece:
    """A file on which a reader broke, for that reason."""
    hint = "mở thử tệp; đọc được thì lưu lại thành tệp mới rồi gửi lại"
    told = TT610.at(Ref(file=piece.label), f"tệp không đọc được trọn: {reason}", hint=hint)
    return ReadPiece(piece=piece, sha256=_digest(piece), kind=FileKind.BROKEN, filled=None, findings=(told,))


def _digest(piece: Piece) -> str:
    return hashlib.sha256(piece.data).hexdigest()


def read_form(kind: FileKind, piece: Piece, plan: Plan, roster: Roster) -> Filled | None:
    """The form in a file of that kind; None where it is none of ours."""
    # Each reader is loaded only where a file of its kind came in.
    if kind is FileKind.WORD:
        from truyenthong.blanks.word_forms import read_docx  # noqa: PLC0415

        return read_docx(piece.data, plan, roster)
    if kind is FileKind.EXCEL:
        from truyenthong.blanks.excel_forms import read_xlsx  # noqa: PLC0415

        return read_xlsx(piece.data, plan, roster)
    return read_yaml(piece.data, plan, piece.label) if kind is FileKind.YAML else None
