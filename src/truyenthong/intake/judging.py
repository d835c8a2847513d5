"""Everything that can be said about one file before anything is written: what it is, whose, how clean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from truyenthong.diagnostics.intake import TT647
from truyenthong.diagnostics.intake_contents import TT652
from truyenthong.findings import FieldPath, Finding, Ref, Severity
from truyenthong.intake.bounds import guarded
from truyenthong.intake.cleaning import Cleaned, clean
from truyenthong.intake.identifying import Asked, Known, Understood, identify
from truyenthong.intake.identifying_entries import entry_form_of, identify_entries, register_of
from truyenthong.intake.pieces import Piece
from truyenthong.intake.reading import ReadPiece, read_piece, unread_piece
from truyenthong.model.forms import Form
from truyenthong.model.registers import Register
from truyenthong.sources.building import Value


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One file as it was understood.

    Attributes:
        cleaned: the texts of the form; None where it is no form.
        form: the form of the duty, or of the register's entries, as it is declared today.
        register: the register that it is for; None for a duty.
        insisted: somebody looked at this very file and said what it is.
    """

    read: ReadPiece
    understood: Understood
    cleaned: Cleaned | None
    form: Form | None
    register: Register | None = None
    insisted: bool = False

    @property
    def label(self) -> str:
        """Its name for people."""
        return self.read.piece.label

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
        """What is to be told besides, whether it is recorded or not."""
        waiting = set(map(id, self.reasons))
        cleaned = self.cleaned.findings if self.cleaned is not None else ()
        # Whoever records a scan has seen that nothing can be read in it.
        seen = () if self.insisted and (not self.is_form or self.read.is_unreadable) else self.read.findings
        every = (*seen, *self.understood.notes, *cleaned)
        return tuple(one for one in every if id(one) not in waiting)

    def spot(self, path: FieldPath) -> str | None:
        """Where a value of the form stands in the file, in words; the nearest thing above it."""
        places = self.read.filled.places if self.read.filled is not None else {}
        for depth in range(len(path), 0, -1):
            found = places.get(path[:depth])
            if found is not None:
                return found.words
        return None


def judge_piece(piece: Piece, known: Known, asked: Asked, *, convert_legacy: bool = False) -> Judged:
    """What is to be said about one file; one on which a reader breaks waits whole, with the reason."""

    def judged(read: ReadPiece) -> Judged:
        return _judged(read, known, asked, convert_legacy=convert_legacy)

    return guarded(
        lambda: judged(read_piece(piece, known.forms, known.roster)),
        lambda reason: judged(unread_piece(piece, reason)),
    )


def _judged(read: ReadPiece, known: Known, asked: Asked, *, convert_legacy: bool) -> Judged:
    piece = read.piece
    senders = piece.senders
    register = register_of(read.filled, asked, known)
    if register is not None and read.filled is not None:
        understood = identify_entries(
            read.filled, register, piece.label, senders=senders, asked=asked, known=known
        )
        form: Form | None = entry_form_of(read.filled, register, known)
    else:
        understood = identify(read.filled, piece.label, senders=senders, asked=asked, known=known)
        duty = known.plan.obligations_by_code.get(understood.obligation or "")
        form = known.plan.form_of(duty) if duty is not None else None
    cleaned = None
    if read.filled is not None:
        cleaned = clean(read.filled, form, piece.label, convert_legacy=convert_legacy)
    return Judged(
        read=read,
        understood=understood,
        cleaned=cleaned,
        form=form,
        register=register if read.filled is not None else None,
        insisted=asked.insists,
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
