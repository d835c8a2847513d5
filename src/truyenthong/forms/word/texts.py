"""What people wrote in a Word form: blanks taken out of the text around them; knows no layout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import FieldPath, Finding, Ref
from truyenthong.forms.filled import Spot
from truyenthong.forms.word.controls import (
    AGENCY_TAG,
    BLANK_DATE,
    BLANKS,
    DAY_TAG,
    NIL_TAG,
    NUMBER_TAG,
    SYMBOL_TAG,
    UNIT_TAG,
    Displays,
    TagPath,
    path_of_tag,
)
from truyenthong.forms.word.fields import NO, YES
from truyenthong.forms.word.paper import AGENCY_TITLE, NIL_WORDS, OPENING_END, UNIT_TITLE
from truyenthong.model.forms import Field, FieldType
from truyenthong.ooxml.walk import Control, TextCell, TextParagraph, TextPiece, tagged
from truyenthong.text import fold, nfc
from truyenthong.yamltext.scalars import short
from truyenthong.yamltext.tree import Value

_AROUND = " \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff"
_WRITTEN_DAY = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_NUMBER = re.compile(r"số\s*:(.*?)/(.*)", re.IGNORECASE | re.DOTALL)
_DOTS = f"{_AROUND}….\u2024_"


def written(paragraphs: Iterable[TextParagraph], *, sentence: bool) -> str:
    """The text of paragraphs, a line each, without what stands in empty controls; "" for nothing.

    Args:
        paragraphs: of one field.
        sentence: words of the writer's own: dots at their end stay, an item of a list begins with its dash.
    """
    lines = [f"- {line_of(one)}" if sentence and _is_item(one) else line_of(one) for one in paragraphs]
    text = "\n".join(line if line.strip(_AROUND) else "" for line in lines).strip(_AROUND)
    return _without_blank(text, sentence=sentence)


def _is_item(paragraph: TextParagraph) -> bool:
    """Whether a line stands in a list: Word makes one of what is typed with dashes, and takes them away."""
    return paragraph.listed and bool(line_of(paragraph).strip(_AROUND))


def line_of(paragraph: TextParagraph) -> str:
    """The text of one paragraph without what stands in empty controls."""
    waiting = any(control.waiting for control in paragraph.within)
    return "".join(piece.text for piece in paragraph.pieces if not _is_blank(piece, waiting=waiting))


def _is_blank(piece: TextPiece, *, waiting: bool) -> bool:
    """Whether a piece stands there for an empty control.

    A program may keep the mark of an empty control when somebody has typed into it: what neither looks like
    the blank nor is ours was typed.
    """
    if not waiting and not any(control.waiting for control in piece.within):
        return False
    text = piece.text.strip(_AROUND)
    return piece.styled or text in BLANKS or text == BLANK_DATE


def _without_blank(text: str, *, sentence: bool) -> str:
    """The text without the blank of a dissolved control, beside or inside of which somebody typed."""
    bare = text
    for blank in BLANKS:
        bare = bare.removeprefix(blank)
    if not sentence or bare != text:
        for blank in BLANKS:
            bare = bare.removesuffix(blank)
    return bare.strip(_AROUND if sentence else f"{_AROUND}…")


def choice_of(text: str, paragraphs: Iterable[TextParagraph], offered: Mapping[str, str]) -> str:
    """The code of a choice that was picked from the list, ours or that in the file; else what was typed."""
    items = dict(offered)
    for one in paragraphs:
        for control in one.controls:
            items.update(control.items)
    return picked(text, items)


def picked(text: str, offered: Mapping[str, str]) -> str:
    """The code of what is offered under a text, however case and tone marks are typed; else the text."""
    exact = offered.get(" ".join(text.split()))
    if exact is not None or not offered:
        return text if exact is None else exact
    key = fold(text)
    codes = {code for shown, code in offered.items() if fold(shown) == key}
    return codes.pop() if len(codes) == 1 else text


def key_of(label: str) -> str:
    """What two prints of one label share, whatever a program did to its spaces and letters."""
    return " ".join(nfc(label).split()).casefold()


def paper_number(paragraph: str) -> dict[str, str]:
    """``so`` and ``ky_hieu`` of a line «Số: 45/BC-PGDĐT»; what is blank is left out."""
    found = _NUMBER.match(paragraph.strip(_AROUND))
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
    typed = text.strip(_AROUND)
    return typed if any(char.isdigit() for char in typed) else None


def is_ticked(before: str) -> bool:
    """Whether the sign before a line's words is a tick."""
    return before.strip(_AROUND) in {"☒", "☑", "✓", "✔", "√", "x", "X", "[x]", "[X]"}


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

    def text(self, one: Field | None, paragraphs: tuple[TextParagraph, ...]) -> str | None:
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

    def place(self, path: FieldPath, words: str, paragraph: TextParagraph | None) -> None:
        """Remembers where a field stands."""
        if paragraph is not None:
            self.places.setdefault(path, Spot(words=words, locator=str(paragraph.number)))

    def say(self, kind: Diagnostic, path: FieldPath, words: str, message: str, *, hint: str) -> None:
        """A finding about the file, at a place in words."""
        ref = Ref(file="", path=("noi_dung", *path) if path else (), spot=words)
        self.findings.append(kind.at(ref, message, hint=hint))


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


def quoted(text: str) -> str:
    """A few words of a text for a sentence."""
    return short(" ".join(text.split()))


_NIL_START = NIL_WORDS.partition(",")[0]
_NIL_NAME = NIL_WORDS.partition(":")[0]


@dataclass(slots=True, kw_only=True)
class Around:
    """What the head of the paper says, as far as it has been read.

    Attributes:
        paper: ``so``, ``ky_hieu``, ``ngay``, those that stand there.
        unit_name: as the opening sentence has it.
        agency: as the letterhead has it, in capitals.
    """

    paper: dict[str, str] = field(default_factory=dict)
    nil: bool = False
    unit_name: str | None = None
    agency: str | None = None

    @property
    def numbered(self) -> dict[str, str]:
        """The number of the paper; nothing where only the symbol, printed beforehand, stands there."""
        return self.paper if self.paper.keys() & {"so", "ngay"} else {}

    def look(self, one: TextParagraph, text: str) -> None:
        """Takes in what a paragraph says, if it says anything of the kind."""
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
    """What stands in a control; LibreOffice keeps the titles of such controls alone."""
    text = "".join(
        piece.text
        for piece in one.pieces
        if any(tag == each.tag or title == each.title for each in piece.within)
        and not any(each.waiting for each in piece.within)
    )
    return text.strip(" ….\u00a0") or None
