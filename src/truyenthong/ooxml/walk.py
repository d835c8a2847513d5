"""The paragraphs and tables of a Word document, with the controls around them and their visible text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from truyenthong.ooxml.looks import SETTING, Looks, Visibility
from truyenthong.ooxml.xml import BR, CR, MC, RPR, TAB, TBL, TC, TR, W14, Element, P, R, T, W, is_element
from truyenthong.text import file_number, nfc

_SDT, _SDT_CONTENT = f"{W}sdt", f"{W}sdtContent"
_GONE = {
    *(f"{W}{name}" for name in ("del", "moveFrom", "sdtPr", "sdtEndPr", "pPr", "rPr", "tblPr", "tblGrid")),
    *(f"{W}{name}" for name in ("trPr", "tblPrEx", "tcPr", "sectPr", "drawing", "pict", "object")),
    f"{MC}Fallback",
}
_SYMBOLS = {
    "F0E0": "→",
    "F0E8": "→",
    "F0DF": "←",
    "F0FC": "✓",
    "F0FE": "☑",
    "F0FD": "☒",
    "F0A8": "☐",
    "F06F": "☐",
    "F0B7": "•",
    "F0A7": "•",
}
"""Signs of Wingdings and Symbol, which Word puts in the place of typed ones («-->»)."""
_TAGS = "tt:"
_FONTS, _STYLE = f"{W}rFonts", f"{W}rStyle"
_MOST_COLUMNS = 64  # Word's own limit is 63
_BREAKS = {None, "textWrapping"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Control:
    """A content control.

    Attributes:
        tag: ours, or "".
        title: what Word shows above it.
        items: the codes of a drop-down's lines by what they show.
        ticked: None where it is no box to tick.
        waiting: Word says that nothing is filled in.
    """

    tag: str
    title: str
    items: Mapping[str, str]
    ticked: bool | None
    waiting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPiece:
    """Text with the controls around it within its paragraph, the innermost last.

    Attributes:
        text: as it is seen: what is struck out or hidden is not in it.
        styled: it has a character style.
        font: the font set for it alone, or "".
        unseen: what is struck out or hidden.
    """

    text: str
    within: tuple[Control, ...]
    styled: bool
    font: str = ""
    unseen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextParagraph:
    """A paragraph.

    Attributes:
        number: its place among all paragraphs of the part, deleted ones and those of text boxes too.
        within: the controls around it as a whole, the innermost last.
        listed: Word puts a bullet or a number before it, which is not in its text.
    """

    number: int
    pieces: tuple[TextPiece, ...]
    within: tuple[Control, ...]
    listed: bool = False

    @property
    def controls(self) -> Iterator[Control]:
        """The controls around it and in it."""
        yield from self.within
        for piece in self.pieces:
            yield from piece.within


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCell:
    """A cell.

    Attributes:
        column: the first of the columns that it takes.
        span: how many columns it takes.
        continues: it is a further part of the merged cell above it, and shows nothing of its own.
        paragraphs: those of inner tables too.
    """

    column: int
    paragraphs: tuple[TextParagraph, ...]
    span: int = 1
    continues: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """A table: its rows, the deleted ones left out."""

    rows: tuple[tuple[TextCell, ...], ...]
    within: tuple[Control, ...]

    @property
    def paragraphs(self) -> Iterator[TextParagraph]:
        """All paragraphs of all cells."""
        for row in self.rows:
            for cell in row:
                yield from cell.paragraphs


Block = TextParagraph | TextTable


def walk(root: Element, body: Element, looks: Looks) -> tuple[Block, ...]:
    """The paragraphs and tables of a document in order."""
    walker = _Walker({paragraph: number for number, paragraph in enumerate(root.iter(P))}, looks)
    return tuple(walker.blocks(body, ()))


def box_texts(body: Element) -> Iterator[str]:
    """The texts of the text boxes; those that are empty left out."""
    for box in body.iter(f"{W}txbxContent"):
        text = " ".join("".join(one.text or "" for one in box.iter(T)).split())
        if text:
            yield nfc(text)


class _Walker:
    """Remembers the numbers of the paragraphs, and the looks of styles."""

    def __init__(self, numbers: Mapping[Element, int], looks: Looks) -> None:
        self._numbers = numbers
        self._looks = looks

    def blocks(self, parent: Element, within: tuple[Control, ...]) -> Iterator[Block]:
        for child, around in _children(parent, within):
            if child.tag == P:
                pieces = tuple(_without_echoes([*self._pieces(child)]))
                listed = _count(child.find(f"{W}pPr/{W}numPr/{W}numId")) > 0
                yield TextParagraph(number=self._numbers[child], pieces=pieces, within=around, listed=listed)
            elif child.tag == TBL:
                yield TextTable(rows=tuple(self._rows(child, around)), within=around)

    def _rows(self, table: Element, within: tuple[Control, ...]) -> Iterator[tuple[TextCell, ...]]:
        for row, around in _children(table, within):
            if row.tag == TR and row.find(f"{W}trPr/{W}del") is None:
                yield tuple(self._cells(row, around))

    def _cells(self, row: Element, within: tuple[Control, ...]) -> Iterator[TextCell]:
        column = _count(row.find(f"{W}trPr/{W}gridBefore"))
        for cell, around in _children(row, within):
            if cell.tag == TC:
                is_gone = cell.find(f"{W}tcPr/{W}cellDel") is not None
                paragraphs = () if is_gone else tuple(self._paragraphs(cell, around))
                span = _count(cell.find(f"{W}tcPr/{W}gridSpan")) or 1
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                continues = merged is not None and merged.get(f"{W}val", "continue") == "continue"
                yield TextCell(column=column, paragraphs=paragraphs, span=span, continues=continues)
                column += span

    def _paragraphs(self, cell: Element, within: tuple[Control, ...]) -> Iterator[TextParagraph]:
        for block in self.blocks(cell, within):
            if isinstance(block, TextParagraph):
                yield block
            else:
                yield from block.paragraphs

    def _pieces(self, paragraph: Element) -> Iterator[TextPiece]:
        fields: list[str] = []
        for run, around in _children(paragraph, ()):
            if run.tag != R:
                continue
            pieces = [*_texts(run, fields)]
            if len(pieces) > 1 and around and not around[-1].tag and _is_echo(run):
                pieces = pieces[-1:]
            text = nfc("".join(pieces))
            if text or around:
                seen = self._looks.seen(run, paragraph) if text else Visibility.PLAIN
                looks = run.find(RPR)
                fonts, style = (None, None) if looks is None else (looks.find(_FONTS), looks.find(_STYLE))
                font = (fonts.get(f"{W}ascii") if fonts is not None else None) or ""
                shown = "" if seen is Visibility.NOT else SETTING.get(seen, str)(text)
                unseen = text if seen is Visibility.NOT else ""
                yield TextPiece(text=shown, within=around, styled=style is not None, font=font, unseen=unseen)


def _children(parent: Element, within: tuple[Control, ...]) -> Iterator[tuple[Element, tuple[Control, ...]]]:
    """The children of an element, those of controls and tracked insertions among them."""
    for child in parent:
        tag = child.tag
        if tag in {P, TBL, TR, TC, R}:
            yield child, within
        elif tag == _SDT:
            content = child.find(_SDT_CONTENT)
            if content is not None:
                yield from _children(content, (*within, _control(child)))
        elif is_element(child) and tag not in _GONE:
            yield from _children(child, within)


def _without_echoes(pieces: Sequence[TextPiece]) -> Iterator[TextPiece]:
    """The pieces without what LibreOffice repeats.

    Text of several scripts in one control it writes as several controls of that title, one behind the other,
    each with the whole text in the end.
    """
    before = ("", "")
    for owner, group in groupby(pieces, key=lambda one: one.within[-1] if one.within else None):
        part = [*group]
        title = owner.title if owner is not None and not owner.tag else ""
        said = (title, "".join(one.text for one in part))
        if not all(said) or said != before:
            yield from part
        before = said


def _is_echo(run: Element) -> bool:
    """Whether a run ends in two texts side by side: a part, then the whole; only LibreOffice writes so."""
    return [child.tag for child in run][-2:] == [T, T]


def _texts(run: Element, fields: list[str]) -> Iterator[str]:
    """The texts of a run; ``fields`` are the fields around it, each with the mark that was passed last.

    What stands before the mark «separate» is the code of a field, which nobody sees.
    """
    for child in run:
        tag = child.tag
        if tag == f"{W}fldChar":
            _pass(child.get(f"{W}fldCharType") or "", fields)
        elif "begin" in fields:
            continue
        elif tag == T:
            yield child.text or ""
        elif tag == TAB:
            yield "\t"
        elif tag == CR or (tag == BR and child.get(f"{W}type") in _BREAKS):
            yield "\n"
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag == f"{W}sym":
            yield _SYMBOLS.get((child.get(f"{W}char") or "").upper(), "\ufffd")


def _pass(mark: str, fields: list[str]) -> None:
    """Takes note of the mark of a field."""
    if mark != "begin":
        del fields[-1:]
    if mark != "end":
        fields.append(mark)


def _control(element: Element) -> Control:
    properties = element.find(f"{W}sdtPr")
    if properties is None:
        return Control(tag="", title="", items={}, ticked=None, waiting=False)
    tag, title, items = "", "", {}
    ticked, waiting = None, False
    for one in properties:
        match one.tag:
            case name if name == f"{W}tag":
                tag = one.get(f"{W}val") or ""
            case name if name == f"{W}alias":
                title = nfc(one.get(f"{W}val") or "")
            case name if name == f"{W}showingPlcHdr":
                waiting = _is_on(one, W)
            case name if name in {f"{W}dropDownList", f"{W}comboBox"}:
                items = dict(_items(one))
            case name if name == f"{W14}checkbox":
                state = one.find(f"{W14}checked")
                ticked = state is not None and _is_on(state, W14)
            case _:
                pass
    return Control(
        tag=tag if tag.startswith(_TAGS) else "", title=title, items=items, ticked=ticked, waiting=waiting
    )


def _items(drop_down: Element) -> Iterator[tuple[str, str]]:
    for one in drop_down:
        value, shown = one.get(f"{W}value"), one.get(f"{W}displayText")
        if value and shown:  # the line that takes the choice back has one of them alone
            yield " ".join(nfc(shown).split()), value


def _is_on(element: Element, space: str) -> bool:
    return (element.get(f"{space}val") or "1") in {"1", "true", "on"}


def _count(element: Element | None) -> int:
    return min(file_number(element.get(f"{W}val")), _MOST_COLUMNS) if element is not None else 0


def tagged(within: Sequence[Control]) -> Control | None:
    """The innermost control of ours."""
    return next((one for one in reversed(within) if one.tag), None)
