"""A Word file as the rules see it: sections, and paragraphs with their effective look and their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from truyenthong.text import collapse, nfc

_INSTRUCTION = re.compile(r"\{[%#].*?[%#]\}")
"""A tag of a template that prints nothing itself."""

LONGEST = 20_000
"""Characters of a paragraph that are checked; no page has so many."""

_SEPARATORS = re.compile(r"([\n\t])")
_RAISED_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LEADERS = re.compile(r"[.…_]{3,}|…")
_MOSTLY_LEADERS = 0.25
"""The share of dots from which a line is a blank to be filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Letters of one look.

    Attributes:
        fonts: the fonts in which these very letters are printed; none where the file names none.
        spare: fonts that the run keeps for other scripts, in which nothing is printed here.
        size: in points.
        colour: six hexadecimal digits, ``auto`` or None.
        raised: a superscript or subscript.
    """

    text: str
    fonts: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()
    size: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    colour: str | None = None

    @property
    def printed(self) -> str:
        """Its letters; the raised figures of a note as such, so that nobody reads them as a number."""
        return self.text.translate(_RAISED_FIGURES) if self.raised else self.text

    @property
    def is_worded(self) -> bool:
        """Whether it contains letters or digits, not only signs."""
        return any(char.isalnum() for char in self.text)


class Alignment(StrEnum):
    """How lines are aligned (the values of ``w:jc``)."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphLayout:
    """Alignment, indents and spacing of a paragraph; lengths in points.

    Attributes:
        line: the height of a line: as a multiple where ``line_is_multiple``, else in points.
        line_is_least: ``line`` in points is the least height only.
        contextual: no gap to a neighbour of the same style.
    """

    alignment: Alignment = Alignment.LEFT
    first_line: float = 0.0
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    line_is_multiple: bool = True
    line_is_least: bool = False
    contextual: bool = False


class PaperPart(StrEnum):
    """The part of the file that contains a paragraph."""

    BODY = "thân văn bản"
    BOX = "khung chữ"
    HEADER = "đầu trang"
    FIRST_HEADER = "đầu trang thứ nhất"
    FOOTER = "chân trang"
    NOTE = "chú thích"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPlace:
    """A place in a table of the body, the outermost one where tables are nested; counted from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageField:
    """The number of the page, as a field shows it.

    Attributes:
        middle: whether it stands in the middle of the line, by whatever means.
        arabic: whether it is shown in Arabic figures.
        guarded: whether a condition around it decides where it shows.
    """

    middle: bool
    arabic: bool = True
    guarded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph.

    Attributes:
        spot: its place in words.
        place: its place in reading order, counted from 0.
        section: the number of its section, counted from 0.
        style: the identifier of its style.
        cell: its place in a table, or None.
        label: the bullet or number that Word sets before it, or None.
        page_field: the number of the page in it, or None.
        strokes: the lengths in points of lines drawn in it; 0 where the length is not known.
        broken: a line drawn in it, or its border, is dashed or dotted.
        ruled: a border of the paragraph or of its cell makes a line.
        new_page: a new page certainly begins in it.
        piece: it is a part of a paragraph, so its alignment says nothing.
        raw: its words as typed, with line breaks and tabs; composed letters.
        text: its words, spaces collapsed.
    """

    part: PaperPart = PaperPart.BODY
    spot: str
    place: int = 0
    section: int = 0
    runs: tuple[Run, ...]
    layout: ParagraphLayout
    style: str | None = None
    cell: CellPlace | None = None
    label: str | None = None
    page_field: PageField | None = None
    strokes: tuple[float, ...] = ()
    ruled: bool = False
    broken: bool = False
    new_page: bool = False
    piece: bool = False
    raw: str = field(init=False, repr=False)
    text: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # Every rule asks for the words, so they are put together once.
        raw = nfc("".join(run.printed for run in self.runs)[:LONGEST])
        object.__setattr__(self, "raw", raw)
        object.__setattr__(self, "text", collapse(raw))

    @property
    def inked(self) -> tuple[Run, ...]:
        """The runs in which something is written."""
        return tuple(run for run in self.runs if run.text.strip())

    @property
    def worded(self) -> tuple[Run, ...]:
        """The runs with letters or digits, but for the marks of notes and powers."""
        return tuple(run for run in self.runs if run.is_worded and not run.raised)

    @property
    def table(self) -> int | None:
        """The table that contains it, or None."""
        return self.cell.table if self.cell is not None else None

    @property
    def column(self) -> int | None:
        """Its column in that table, or None."""
        return self.cell.column if self.cell is not None else None

    @property
    def is_centred(self) -> bool:
        """Whether Word centres it."""
        return self.layout.alignment is Alignment.CENTER

    @property
    def is_turned(self) -> bool:
        """Whether Word centres it or sets it to the right."""
        return self.layout.alignment in (Alignment.CENTER, Alignment.RIGHT)

    @property
    def is_bold(self) -> bool:
        """Whether all its words are bold."""
        return bool(self.worded) and all(run.bold for run in self.worded)

    @property
    def is_italic(self) -> bool:
        """Whether all its words are slanted."""
        return bool(self.worded) and all(run.italic for run in self.worded)

    @property
    def has_tags(self) -> bool:
        """Whether it is part of a template: its words are not the paper's yet."""
        return "{{" in self.raw or "{%" in self.raw or "{#" in self.raw

    @property
    def is_printed(self) -> bool:
        """Whether anything is left of it on paper: some ink, and not only a template's instructions."""
        return bool(_INSTRUCTION.sub("", self.raw).strip())

    @property
    def is_blank(self) -> bool:
        """Whether dots mark what is still to be filled in: its words, and what they look like, are open."""
        dots = sum(max(len(leader), 3) for leader in _LEADERS.findall(self.raw))
        return dots > _MOSTLY_LEADERS * len("".join(self.raw.split()))

    @property
    def size(self) -> float:
        """The size of its largest letters, in points."""
        return max((run.size for run in self.inked), default=14.0)

    def pieces(self) -> tuple[Paragraph, ...]:
        """Its lines, where breaks or tabs part it; itself where they do not."""
        parts = [one for one in _parted(self.runs) if any(run.text.strip() for run in one)]
        if len(parts) < 2:
            return (self,)
        tabbed = "\t" in self.raw.strip()
        return tuple(
            replace(self, runs=tuple(one), piece=tabbed, strokes=self.strokes if number == 0 else ())
            for number, one in enumerate(parts)
        )


def _parted(runs: tuple[Run, ...]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        for bit in _SEPARATORS.split(run.text):
            if _SEPARATORS.fullmatch(bit):
                yield line
                line = []
            elif bit:
                line.append(replace(run, text=bit))
    yield line


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of pages; lengths in twentieths of a point.

    Attributes:
        own_first_page: the first page has a header of its own (``w:titlePg``).
        number_from: what the numbering of pages starts with, or None where it goes on.
        arabic: whether pages are numbered in Arabic figures.
        sized, bordered: whether the file states the size of the page, and its margins.
    """

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    own_first_page: bool = False
    number_from: int | None = None
    arabic: bool = True
    has_table: bool = False
    sized: bool = True
    bordered: bool = True

    @property
    def lies(self) -> bool:
        """Whether the page is wider than high."""
        return self.width > self.height

    @property
    def text_width(self) -> float:
        """The width of a line in points."""
        return max((self.width - self.left - self.right) / 20, 72.0)

    @property
    def text_height(self) -> float:
        """The height of a page's text in points."""
        return max((self.height - self.top - self.bottom) / 20, 72.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole file.

    Attributes:
        sections: at least one.
        paragraphs: all of them; those of the body in reading order first.
        has_macros: whether the file carries a program.
        has_changes: whether tracked changes wait to be accepted.
    """

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    has_macros: bool = False
    has_changes: bool = False

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs that are no header, footer, note or text box."""
        return tuple(one for one in self.paragraphs if one.part is PaperPart.BODY)

    def section(self, paragraph: Paragraph) -> Section:
        """The section of a paragraph."""
        return self.sections[min(paragraph.section, len(self.sections) - 1)]
