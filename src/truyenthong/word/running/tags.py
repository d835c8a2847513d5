"""What a tag is once it has been read: its kind, place, text and Jinja nodes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jinja2 import nodes

from truyenthong.word.problems import Place

MARK = "truyenthong"
"""The processing instruction that stands for a tag; the file's own were dropped when it was read."""


class Role(StrEnum):
    """What a tag does to the text around it."""

    PRINT = "print"
    OPEN = "open"
    MIDDLE = "middle"
    CLOSE = "close"
    ALONE = "alone"
    """``set``: stands by itself and prints nothing."""
    COMMENT = "comment"
    BROKEN = "broken"
    """A tag with a fault; it holds its place so that the tags around it are still read."""


class Scope(StrEnum):
    """The prefix by which docxtpl says what a block tag stands for."""

    FREE = ""
    RUN = "r"
    PARAGRAPH = "p"
    ROW = "tr"
    CELL = "tc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One tag of a template.

    Attributes:
        number: unique in the template, counted from 0 in the order of reading.
        word: ``if``, ``endfor``, ...; "" of prints and comments.
        raw: as typed.
        node: the statement of an opening or lone tag (its bodies still empty), the expression of a print,
            the condition of an ``elif``; None for the others, and for a tag with a fault (which keeps its
            role, so that its partner finds it).
        trim_before, trim_after: ``{%-`` and ``-%}``: white space next to it goes.
    """

    number: int
    role: Role
    word: str
    scope: Scope
    raw: str
    place: Place
    node: nodes.Node | None
    trim_before: bool = False
    trim_after: bool = False

    @property
    def is_block(self) -> bool:
        """Whether it stands between things, and not in the text."""
        return self.role in {Role.OPEN, Role.MIDDLE, Role.CLOSE, Role.ALONE}
