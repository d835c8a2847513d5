"""Says what can be said about one file before anything is written: what it is, whose, how clean."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property

from truyenthong.diagnostics.intake import TT610, TT647, TT652
from truyenthong.findings import FieldPath, Finding, Ref, Severity
from truyenthong.forms.filled import Filled
from truyenthong.intake.bounds import guarded
from truyenthong.intake.clean import Cleaned, clean
from truyenthong.intake.identify import Asked, IdentityContext, Understood, identify
from truyenthong.intake.kinds import SEALED, FileKind, not_ours, refusal
from truyenthong.intake.pieces import Piece
from truyenthong.intake.yaml_forms import read_yaml
from truyenthong.model.forms import Form
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Register
from truyenthong.model.units import Roster
from truyenthong.yamltext.tree import Value


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
    """Reads the form in a file; the readers of forms raise what they like on broken ones."""
    refused = refusal(piece.kind, piece.label)
    findings: tuple[Finding, ...] = piece.faults or ((refused,) if refused is not None else ())
    filled = None if findings else read_form(piece, plan, roster)
    if filled is not None:
        findings = tuple(replace(one, ref=replace(one.ref, file=piece.label)) for one in filled.findings)
    elif not findings:
        findings = (not_ours(piece.kind, piece.label),)
    return ReadPiece(piece=piece, sha256=_digest(piece), kind=piece.kind, filled=filled, findings=findings)


def unread_piece(piece: Piece, reason: str) -> ReadPiece:
    """A file on which a reader broke, for that reason."""
    hint = "mở thử tệp; đọc được thì lưu lại thành tệp mới rồi gửi lại"
    told = TT610.at(Ref(file=piece.label), f"tệp không đọc được trọn: {reason}", hint=hint)
    return ReadPiece(piece=piece, sha256=_digest(piece), kind=FileKind.BROKEN, filled=None, findings=(told,))


def _digest(piece: Piece) -> str:
    return hashlib.sha256(piece.data).hexdigest()


def read_form(piece: Piece, plan: Plan, roster: Roster) -> Filled | None:
    """The form in a file; None where it is none of ours."""
    # Each reader is loaded only where a file of its kind came in.
    if piece.kind is FileKind.WORD:
        from truyenthong.forms.word import read_docx  # noqa: PLC0415

        return read_docx(piece.data, plan, roster)
    if piece.kind is FileKind.EXCEL:
        from truyenthong.forms.excel import read_xlsx  # noqa: PLC0415

        return read_xlsx(piece.data, plan, roster)
    return read_yaml(piece.data, plan, piece.label) if piece.kind is FileKind.YAML else None


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One file as it was understood.

    Attributes:
        cleaned: the texts of the form; None where it is no form.
        insisted: somebody looked at this very file and said what it is.
    """

    read: ReadPiece
    understood: Understood
    cleaned: Cleaned | None
    insisted: bool

    @property
    def label(self) -> str:
        """Its name for people."""
        return self.read.piece.label

    @property
    def form(self) -> Form | None:
        """The form of the duty, or of the register's entries, as it is declared today."""
        return self.understood.form

    @property
    def register(self) -> Register | None:
        """The register that it is for; None for a duty."""
        return self.understood.register

    @property
    def is_form(self) -> bool:
        """Whether a form of ours came in it."""
        return self.read.filled is not None

    @cached_property
    def reasons(self) -> tuple[Finding, ...]:
        """Why it cannot be recorded as it is; empty where it can."""
        errors = tuple(one for one in self.read.findings if one.severity is Severity.ERROR)
        filled = self.read.filled
        if filled is None or self.read.is_unreadable:
            return self.understood.reasons if self.insisted else errors
        found = list(self.understood.reasons)
        if filled.untouched:
            hint = "điền vào biểu, hoặc đánh dấu «không phát sinh», lưu lại rồi gửi lại"
            found.append(TT647.at(Ref(file=self.label), "biểu gửi lại còn trống", hint=hint))
        cleaned = self.cleaned
        found += [one for one in cleaned.findings if one.code == TT652.code] if cleaned is not None else []
        return tuple(found)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What else to report, whether it is recorded or not."""
        waiting = set(map(id, self.reasons))
        cleaned = self.cleaned.findings if self.cleaned is not None else ()
        # Whoever records a scan has seen that nothing can be read in it.
        seen = () if self.insisted and (not self.is_form or self.read.is_unreadable) else self.read.findings
        every = (*seen, *self.understood.notes, *cleaned)
        return tuple(one for one in every if id(one) not in waiting)

    def spot(self, path: FieldPath) -> str | None:
        """The place of a value in the file, in words, or of the nearest thing above it."""
        places = self.read.filled.places if self.read.filled is not None else {}
        for depth in range(len(path), 0, -1):
            found = places.get(path[:depth])
            if found is not None:
                return found.words
        return None


def judge_piece(
    piece: Piece, known: IdentityContext, asked: Asked, *, convert_legacy: bool = False
) -> Judged:
    """What is to be said about one file; one on which a reader breaks waits whole, with the reason."""

    def judged(read: ReadPiece) -> Judged:
        filled = read.filled
        understood = identify(filled, piece.label, senders=piece.senders, asked=asked, known=known)
        cleaned = None
        if filled is not None:
            cleaned = clean(filled, understood.form, piece.label, convert_legacy=convert_legacy)
        return Judged(read=read, understood=understood, cleaned=cleaned, insisted=asked.insists)

    return guarded(
        lambda: judged(read_piece(piece, known.forms, known.roster)),
        lambda reason: judged(unread_piece(piece, reason)),
    )


def content_of(judged: Judged) -> dict[str, Value] | None:
    """``noi_dung`` of the receipt: a line for every field of the form, then what it does not know."""
    filled, cleaned = judged.read.filled, judged.cleaned
    if filled is None or cleaned is None:
        return None
    if filled.nil and all(value is None for value in cleaned.values.values()):
        return None
    fields = [one.code for one in judged.form.fields] if judged.form is not None else []
    return {code: cleaned.values.get(code) for code in dict.fromkeys([*fields, *cleaned.values])}
