"""A Word file as the rules see it: paragraphs with their effective look and their place; reads nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_INSTRUCTION = re.compile(r"\{[%#].*?[%#]\}")
"""A tag of a template that prints nothing itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Letters of one look.

    Attributes:
        fonts: the font of each of the four scripts (ascii, hAnsi, cs, eastAsia); None where none is named.
        size: in points.
        colour: six hexadecimal digits, ``auto`` or None.
    """

    text: str
    fonts: tuple[str | None, str | None, str | None, str | None]
    size: float
    bold: bool
    italic: bool
    colour: str | None


class Alignment(StrEnum):
    """How lines stand (the values of ``w:jc``, the old names included)."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"


class LineRule(StrEnum):
    """How the height of a line is meant: as a multiple, in points, or in points at least."""

    MULTIPLE = "auto"
    EXACT = "exact"
    AT_LEAST = "atLeast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a paragraph stands; lengths in points.

    Attributes:
        line: the height of a line, a multiple or points as ``line_rule`` says.
        numbered: Word itself puts a number or a dash before it, and so decides where it begins.
    """

    alignment: Alignment = Alignment.LEFT
    first_line: float = 0.0
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    line_rule: LineRule = LineRule.MULTIPLE
    numbered: bool = False


class Part(StrEnum):
    """Where in the file a paragraph stands."""

    BODY = "thân văn bản"
    HEADER = "đầu trang"
    FIRST_HEADER = "đầu trang thứ nhất"
    FOOTER = "chân trang"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNumber:
    """The field that shows the number of the page.

    Attributes:
        look: of its digits, where that can be told.
        centred: whether it stands in the middle; None where that cannot be told (a text box, a tab).
        conditional: it stands in a field IF and so may be missing from the first page.
    """

    look: Run | None
    centred: bool | None
    conditional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph; of a centred one and of one in a table, one line that its writer broke off.

    Attributes:
        order: its place among all of the file; lines of one paragraph share it.
        spot: its place in words.
        section: the number of its section, counted from 0.
        table: the number of its table, counted from 0, or None.
        row, cell: its place in the table, counted from 0.
    """

    part: Part
    order: int
    spot: str
    section: int
    runs: tuple[Run, ...]
    layout: Layout
    table: int | None = None
    row: int = 0
    cell: int = 0
    page_number: PageNumber | None = None

    @property
    def text(self) -> str:
        """Its words, as typed."""
        return "".join(run.text for run in self.runs)

    @property
    def inked(self) -> tuple[Run, ...]:
        """The runs in which something is written."""
        return tuple(run for run in self.runs if run.text.strip())

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.bold for run in self.inked)

    @property
    def is_italic(self) -> bool:
        """Whether all of it is slanted."""
        return all(run.italic for run in self.inked)

    @property
    def is_centred(self) -> bool:
        """Whether its lines stand in the middle."""
        return self.layout.alignment is Alignment.CENTER

    @property
    def has_tags(self) -> bool:
        """Whether it is part of a template: its words are not the paper's yet."""
        return any(mark in self.text for mark in ("{{", "{%", "{#"))

    @property
    def is_printed(self) -> bool:
        """Whether anything is left of it on paper: some ink, and not only a template's instructions."""
        return bool(_INSTRUCTION.sub("", self.text).strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of pages; lengths in twentieths of a point.

    Attributes:
        left: the margin with the gutter.
        own_first_page: the first page has a header of its own (``w:titlePg``).
        number_from: what the numbering of pages starts with, or None where it goes on.
        has_table: whether a table or a picture stands in it.
    """

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    own_first_page: bool
    number_from: int | None
    has_table: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole file.

    Attributes:
        paragraphs: all of them, in reading order; those of headers and footers after the body's.
        boxed: the words in text boxes, which no rule judges.
        turns_page: whether a break of page is set, or was noted by Word when it saved the file.
    """

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    boxed: str = ""
    turns_page: bool = False

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs that are no header or footer."""
        return tuple(one for one in self.paragraphs if one.part is Part.BODY)
