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
        fonts: the font of each of the four scripts (ascii, hAnsi, cs, eastAsia); None where none is known.
        size: in points.
        colour: six hexadecimal digits, ``auto`` or None.
    """

    text: str
    fonts: tuple[str | None, ...]
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a paragraph stands; lengths in points.

    Attributes:
        line: the height of a line: as a multiple where ``line_is_multiple``, else in points.
    """

    alignment: Alignment = Alignment.LEFT
    first_line: float = 0.0
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    line_is_multiple: bool = True


class Part(StrEnum):
    """Where in the file a paragraph stands."""

    BODY = "thân văn bản"
    HEADER = "đầu trang"
    FIRST_HEADER = "đầu trang thứ nhất"
    FOOTER = "chân trang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph.

    Attributes:
        spot: its place in words.
        section: the number of its section, counted from 0.
        table: the number of its table, counted from 0, or None.
        row, cell: its place in the table, counted from 0.
        page_field: whether it shows the page's number.
        picture: whether something drawn stands in it.
    """

    part: Part
    spot: str
    section: int
    runs: tuple[Run, ...]
    layout: Layout
    table: int | None = None
    row: int = 0
    cell: int = 0
    page_field: bool = False
    picture: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)

    @property
    def inked(self) -> tuple[Run, ...]:
        """The runs in which something is written."""
        return tuple(run for run in self.runs if run.text.strip())

    @property
    def has_tags(self) -> bool:
        """Whether it is part of a template: its words are not the paper's yet."""
        return "{{" in self.text or "{%" in self.text or "{#" in self.text

    @property
    def is_printed(self) -> bool:
        """Whether anything is left of it on paper: some ink, and not only a template's instructions."""
        return bool(_INSTRUCTION.sub("", self.text).strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of pages; lengths in twentieths of a point.

    Attributes:
        own_first_page: the first page has a header of its own (``w:titlePg``).
        number_from: what the numbering of pages starts with, or None where it goes on.
    """

    width: int
    height: int
    landscape: bool
    top: int
    bottom: int
    left: int
    right: int
    own_first_page: bool
    number_from: int | None
    has_table: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole file: its sections, and all paragraphs in reading order."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs that are no header or footer."""
        return tuple(one for one in self.paragraphs if one.part is Part.BODY)
