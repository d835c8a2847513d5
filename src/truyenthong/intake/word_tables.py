"""The tables of a Word file as grids of text with what is written above each; knows no plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from truyenthong.blanks.docx_open import looks_of, open_form
from truyenthong.blanks.docx_walk import Cell, Paragraph, Table, walk
from truyenthong.text import collapse
from truyenthong.word.archive import ArchiveError
from truyenthong.word.xml import PartError

_LOOKED_ABOVE = 8
"""Paragraphs above a table that may hold its title."""


class NotWordError(Exception):
    """The file is no Word document, or not a safe one; the reason is a sentence for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table.

    Attributes:
        number: its place among the tables of the document, from 1.
        above: what is written above it, the nearest first, up to the table before.
        rows: texts by row and column; the text of a merged cell stands in every place that it covers.
        whole: for each row whether a single cell goes over all of it.
    """

    number: int
    above: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    whole: tuple[bool, ...]


def read_tables(data: bytes) -> tuple[Grid, ...]:
    """The tables of a ``.docx`` in order, without what is deleted, struck out or hidden.

    Raises:
        NotWordError: no zip file, no document in it, too large, broken or hostile.
    """
    try:
        opened = open_form(data)
        looks = looks_of(opened) if opened is not None else None
    except (ArchiveError, PartError) as error:
        raise NotWordError(str(error)) from error
    if opened is None or looks is None:
        raise NotWordError("Tệp không phải văn bản Word (.docx).")
    grids: list[Grid] = []
    above: list[str] = []
    for block in walk(opened.root, opened.body, looks):
        if isinstance(block, Table):
            grids.append(_grid(block, len(grids) + 1, above))
            above = []
        elif text := _text((block,)):
            above = [text, *above][:_LOOKED_ABOVE]
    return tuple(grids)


def _grid(table: Table, number: int, above: Sequence[str]) -> Grid:
    width = max((cell.column + cell.span for row in table.rows for cell in row), default=0)
    rows: list[tuple[str, ...]] = []
    for row in table.rows:
        rows.append(_row(row, width, rows[-1] if rows else ("",) * width))
    return Grid(
        number=number,
        above=tuple(above),
        rows=tuple(rows),
        whole=tuple(width > 1 and len(row) == 1 and row[0].span == width for row in table.rows),
    )


def _row(cells: Sequence[Cell], width: int, before: Sequence[str]) -> tuple[str, ...]:
    texts = [""] * width
    for cell in cells:
        text = before[cell.column] if cell.continues else _text(cell.paragraphs)
        texts[cell.column : cell.column + cell.span] = [text] * cell.span
    return tuple(texts)


def _text(paragraphs: Iterable[Paragraph]) -> str:
    """The words of paragraphs, a line each, spaces collapsed."""
    lines = ("".join(piece.text for piece in one.pieces) for one in paragraphs)
    words = (collapse(line) for text in lines for line in text.split("\n"))
    return "\n".join(word for word in words if word)
