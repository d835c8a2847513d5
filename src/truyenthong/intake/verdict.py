"""Says what can be said about one file before anything is written: what it is, whose, how clean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from truyenthong.diagnostics.intake import TT647, TT652
from truyenthong.findings import FieldPath, Finding, Ref, Severity
from truyenthong.intake.bounds import guarded
from truyenthong.intake.clean import Cleaned, clean
from truyenthong.intake.forms import ReadPiece, read_piece, unread_piece
from truyenthong.intake.identify import Asked, IdentityContext, Understood, identify
from truyenthong.intake.pieces import Piece
from truyenthong.model.forms import Form
from truyenthong.model.registers import Register
from truyenthong.yamltext.tree import Value


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
