"""The texts that people wrote in a Word form, freed of blanks, with their places; the head of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import FieldPath, Finding
from truyenthong.forms.filled import Spot
from truyenthong.forms.labels import (
    AGENCY_TAG,
    BLANK_SIGNS,
    DAY_TAG,
    NIL_TAG,
    NIL_WORDS,
    NUMBER_TAG,
    SYMBOL_TAG,
    UNIT_TAG,
    Displays,
    TagPath,
    finding,
    is_ticked,
    path_of_tag,
    picked,
)
from truyenthong.forms.word.controls import BLANK_DATE, BLANKS, table_guidance, without_prompt
from truyenthong.forms.word.paper import AGENCY_TITLE, OPENING_END, UNIT_TITLE
from truyenthong.model.forms import Field, FieldType
from truyenthong.ooxml.walk import Control, TextCell, TextParagraph, TextPiece, tagged
from truyenthong.yamltext.tree import Value

_WRITTEN_DAY = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_NUMBER = re.compile(r"số\s*:(.*?)/(.*)", re.IGNORECASE | re.DOTALL)
_DOTS = f"{BLANK_SIGNS}….\u2024_"


def written(paragraphs: Iterable[TextParagraph], *, sentence: bool) -> str:
    """The text of paragraphs, a line each, without the blanks of empty controls; "" for nothing.

    Args:
        paragraphs: of one field.
        sentence: words of the writer's own: dots at their end stay, an item of a list begins with its dash.
    """
    lines = []
    for one in paragraphs:
        line = line_of(one) if line_of(one).strip(BLANK_SIGNS) else ""
        # Word makes a list of what is typed with dashes, and takes the dashes away.
        lines.append(f"- {line}" if sentence and one.listed and line else line)
    return _without_blank("\n".join(lines).strip(BLANK_SIGNS), sentence=sentence)


def line_of(paragraph: TextParagraph) -> str:
    """The text of one paragraph without the blanks of empty controls."""
    waiting = any(control.waiting for control in paragraph.within)
    return "".join(piece.text for piece in paragraph.pieces if not _is_blank(piece, waiting=waiting))


def _is_blank(piece: TextPiece, *, waiting: bool) -> bool:
    """Whether a piece is the blank of an empty control.

    A program may keep the mark of an empty control when somebody has typed into it: what neither looks like
    the blank nor is ours was typed.
    """
    if not waiting and not any(control.waiting for control in piece.within):
        return False
    text = piece.text.strip(BLANK_SIGNS)
    return piece.styled or text in BLANKS or text == BLANK_DATE


def _without_blank(text: str, *, sentence: bool) -> str:
    """The text without the blank of a dissolved control, beside or inside of which somebody typed."""
    bare = text
    for blank in BLANKS:
        bare = bare.removeprefix(blank)
    if not sentence or bare != text:
        for blank in BLANKS:
            bare = bare.removesuffix(blank)
    return bare.strip(BLANK_SIGNS if sentence else f"{BLANK_SIGNS}…")


def paper_number(paragraph: str) -> dict[str, str]:
    """``so`` and ``ky_hieu`` of a line «Số: 45/BC-PGDĐT»; what is blank is left out."""
    found = _NUMBER.match(paragraph.strip(BLANK_SIGNS))
    if found is None:
        return {}
    number, symbol = found[1].strip(_DOTS), found[2].strip(_DOTS)
    parts = {"so": number, "ky_hieu": "" if symbol.endswith("-") else symbol}
    return {key: value for key, value in parts.items() if value}


def paper_day(text: str) -> str | None:
    """The day of a paper in figures where it is written in words, else as typed; None for a blank."""
    found = _WRITTEN_DAY.search(text)
    if found is not None:
        return "/".join(found.groups())
    typed = text.strip(BLANK_SIGNS)
    return typed if any(char.isdigit() for char in typed) else None


def only(paragraphs: Sequence[TextParagraph], wanted: Sequence[str]) -> tuple[TextParagraph, ...]:
    """The paragraphs without the pieces that belong to controls of other tags."""
    kept = []
    for one in paragraphs:
        pieces = tuple(piece for piece in one.pieces if _tag(piece, one) in wanted)
        if pieces or (not one.pieces and _tag(None, one) in wanted):
            kept.append(replace(one, pieces=pieces))
    return tuple(kept)


def _tag(piece: TextPiece | None, paragraph: TextParagraph) -> str:
    around = (*paragraph.within, *(piece.within if piece is not None else ()))
    return next((one.tag for one in reversed(around) if one.tag), "")


@dataclass(slots=True, kw_only=True)
class Gathered:
    """The values that have been read so far, with their places and findings.

    Attributes:
        known: the fields of the form by their tags.
        seen: the fields in the file.
    """

    displays: Displays
    known: dict[str, TagPath]
    values: dict[str, Value] = field(default_factory=dict)
    places: dict[FieldPath, Spot] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def text(
        self, one: Field | None, paragraphs: tuple[TextParagraph, ...], *, table: Field | None = None
    ) -> str | None:
        """The text of a field, or of a column of ``table``, a choice by its code; None where it is empty."""
        kind = one.type if one is not None else FieldType.TEXT
        text = written(paragraphs, sentence=kind is FieldType.TEXT)
        text = without_prompt(text, one.guidance if one is not None else None)
        text = without_prompt(text, table_guidance(table) if table is not None else None)
        if text and one is not None and kind in {FieldType.CHOICE, FieldType.BOOLEAN}:
            offered = self.displays.offered(one)
            for each in paragraphs:
                for control in each.controls:
                    # the list in the file counts too: the choices may have been declared anew since
                    offered |= control.items
            text = picked(text, offered)
        return text or None

    def path(self, control: Control | None) -> TagPath | None:
        """The field of a control."""
        return path_of_tag(control.tag, self.known) if control is not None else None

    def place(self, path: FieldPath, words: str, paragraph: TextParagraph | None) -> None:
        """Remembers the place of a field."""
        if paragraph is not None:
            self.places.setdefault(path, Spot(words=words, locator=str(paragraph.number)))

    def say(self, kind: Diagnostic, path: FieldPath, words: str, message: str, *, hint: str) -> None:
        """A finding about the file, at a place in words."""
        self.findings.append(finding(kind, path, words, message, hint))


def tags_in(paragraph: TextParagraph) -> list[Control]:
    """Our controls around and in a paragraph, each once, the innermost of each piece."""
    found: dict[int, Control] = {}
    around = tagged(paragraph.within)
    pieces = [tagged(piece.within) for piece in paragraph.pieces]
    for one in (around,) if not any(pieces) else (control or around for control in pieces):
        if one is not None:
            found[id(one)] = one
    return [*found.values()]


def tags_of(cell: TextCell) -> list[Control]:
    """The same of a cell."""
    found = {id(control): control for one in cell.paragraphs for control in tags_in(one)}
    return [*found.values()]


_NIL_START = NIL_WORDS.partition(",")[0]
_NIL_NAME = NIL_WORDS.partition(":")[0]


@dataclass(slots=True, kw_only=True)
class Around:
    """The number, day, unit and agency of the paper, as far as its head has been read.

    Attributes:
        paper: ``so``, ``ky_hieu``, ``ngay``, as far as they are there.
        unit_name: as the opening sentence has it.
        agency: as the letterhead has it, in capitals.
    """

    paper: dict[str, str] = field(default_factory=dict)
    nil: bool = False
    unit_name: str | None = None
    agency: str | None = None

    @property
    def numbered(self) -> dict[str, str]:
        """The number of the paper; nothing where there is only the symbol, which was printed beforehand."""
        return self.paper if self.paper.keys() & {"so", "ngay"} else {}

    def look(self, one: TextParagraph, text: str) -> None:
        """Takes number, day, unit or nil from a paragraph that has one."""
        tags = {control.tag for control in one.controls}
        self.unit_name = self.unit_name or _inside(one, UNIT_TAG, UNIT_TITLE)
        self.agency = self.agency or _inside(one, AGENCY_TAG, AGENCY_TITLE)
        if {NUMBER_TAG, SYMBOL_TAG} & tags or text.strip().casefold().startswith("số"):
            self.paper = {**paper_number(text), **self.paper}
        if DAY_TAG in tags or "ngay" not in self.paper:
            inside = [
                piece.text
                for piece in one.pieces
                if DAY_TAG not in tags or any(each.tag == DAY_TAG for each in piece.within)
            ]
            self._day("".join(inside), certain=DAY_TAG in tags)
        if NIL_TAG in tags or _NIL_START in text:
            self._nil(one)

    def _day(self, text: str, *, certain: bool) -> None:
        day = paper_day(text) if certain or OPENING_END not in text else None
        if day is not None and (certain or day.count("/") == 2):
            self.paper.setdefault("ngay", day)

    def _nil(self, one: TextParagraph) -> None:
        boxes = [control.ticked for control in one.controls if control.ticked is not None]
        words = "".join(piece.text for piece in one.pieces)
        self.nil = self.nil or any(boxes) or is_ticked(words.partition(_NIL_NAME)[0])


def _inside(one: TextParagraph, tag: str, title: str) -> str | None:
    """The text in a control; LibreOffice keeps no tag of such controls, but their title."""
    text = "".join(
        piece.text
        for piece in one.pieces
        if any(tag == each.tag or title == each.title for each in piece.within)
        and not any(each.waiting for each in piece.within)
    )
    return text.strip(" ….\u00a0") or None
