"""Keeps what is read out of a Word form, with its places; goes through no document."""

from __future__ import annotations

from dataclasses import dataclass, field

from truyenthong.blanks.docx_controls import Displays, TagPath, path_of_tag
from truyenthong.blanks.docx_fields import NO, YES
from truyenthong.blanks.docx_texts import choice_of, written
from truyenthong.blanks.docx_walk import Cell, Control, Paragraph, tagged
from truyenthong.blanks.filled import Spot
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import FieldPath, Finding, Ref
from truyenthong.model.forms import Field, FieldType
from truyenthong.sources.building import Value
from truyenthong.sources.faults import short

UNSEEN_HINT = "phần đúng thì bỏ gạch, bỏ ẩn; phần bỏ thì xóa hẳn rồi gửi lại"
"""What to do about text that is struck out or hidden."""


@dataclass(slots=True, kw_only=True)
class Gathered:
    """What has been read so far.

    Attributes:
        known: the fields of the form by their tags.
        seen: the fields that stand in the file.
    """

    displays: Displays
    known: dict[str, TagPath]
    values: dict[str, Value] = field(default_factory=dict)
    places: dict[FieldPath, Spot] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def text(self, one: Field | None, paragraphs: tuple[Paragraph, ...]) -> str | None:
        """What stands in a field, a choice by its code; None where it is empty."""
        kind = one.type if one is not None else FieldType.TEXT
        text = written(paragraphs, sentence=kind is FieldType.TEXT)
        if text and one is not None and kind in {FieldType.CHOICE, FieldType.BOOLEAN}:
            offered = {"Có": YES, "Không": NO} if kind is FieldType.BOOLEAN else self._shown(one)
            text = choice_of(text, paragraphs, offered)
        return text or None

    def _shown(self, one: Field) -> dict[str, str]:
        return {text: code for code, text in self.displays.of(one)}

    def path(self, control: Control | None) -> TagPath | None:
        """The field of a control."""
        return path_of_tag(control.tag, self.known) if control is not None else None

    def place(self, path: FieldPath, words: str, paragraph: Paragraph | None) -> None:
        """Remembers where a field stands."""
        if paragraph is not None:
            self.places.setdefault(path, Spot(words=words, locator=str(paragraph.number)))

    def say(self, kind: Diagnostic, path: FieldPath, words: str, message: str, *, hint: str) -> None:
        """A finding about the file, at a place in words."""
        ref = Ref(file="", path=("noi_dung", *path) if path else (), spot=words)
        self.findings.append(kind.at(ref, message, hint=hint))


def tags_in(paragraph: Paragraph) -> list[Control]:
    """Our controls around and in a paragraph, each once, the innermost of each piece."""
    found: dict[int, Control] = {}
    around = tagged(paragraph.within)
    pieces = [tagged(piece.within) for piece in paragraph.pieces]
    for one in (around,) if not any(pieces) else (control or around for control in pieces):
        if one is not None:
            found[id(one)] = one
    return [*found.values()]


def tags_of(cell: Cell) -> list[Control]:
    """The same of a cell."""
    found = {id(control): control for one in cell.paragraphs for control in tags_in(one)}
    return [*found.values()]


def quoted(text: str) -> str:
    """A few words of a text for a sentence."""
    return short(" ".join(text.split()))
