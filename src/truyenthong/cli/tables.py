"""Tables for a terminal (Rich, in colour) and for files and pipes (plain, never wrapped)."""

from __future__ import annotations

import csv
import io
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from truyenthong.cli.console import has_colour, one_line

_GAP = 3
"""Columns that Rich puts between two cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell with the background it has in Word (six hexadecimal digits, or empty)."""

    text: str
    shade: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A title, headings and rows of cells; ``centred`` are the columns of short marks."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    centred: frozenset[int] = field(default_factory=frozenset)


def table_text(table: Table) -> str:
    """The table as text that ends in a line end."""
    shown = _within_lines(table)
    return _rich(shown) if has_colour(sys.stdout) else _plain(shown)


def marked_table(table: Table, *, sample: bool) -> str:
    """The table; of sample data every one says so."""
    from truyenthong.views.wording import SAMPLE_MARK  # noqa: PLC0415 - a known answer needs no words

    return table_text(replace(table, title=f"{table.title} ({SAMPLE_MARK})") if sample else table)


def _within_lines(table: Table) -> Table:
    """The table with every text on a line of its own, whatever somebody has put into it."""
    rows = tuple(tuple(replace(cell, text=one_line(cell.text)) for cell in row) for row in table.rows)
    headings = tuple(map(one_line, table.headings))
    return replace(table, title=one_line(table.title), headings=headings, rows=rows)


def _rich(table: Table) -> str:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - Rich is paid for on a terminal only
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table as RichTable  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(file=sys.stdout, highlight=False)
    with console.capture() as captured:
        for part in fitting(table, console.width):
            drawn = RichTable(title=Text(part.title), title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
            for index, heading in enumerate(part.headings):
                centred = index in part.centred
                drawn.add_column(
                    Text(heading), justify="center" if centred else "left", no_wrap=centred, overflow="fold"
                )
            for row in part.rows:
                drawn.add_row(*(Text(cell.text, style=_style(cell)) for cell in row))
            console.print(drawn)
    return captured.get()


def fitting(table: Table, columns: int) -> Iterator[Table]:
    """The table in parts that fit into so many columns: the first column stands in each of them.

    Only boards of short marks are parted; a table of words is wrapped in its cells.
    """
    if not table.centred:
        yield table
        return
    columns_of = zip(table.headings, *((cell.text for cell in row) for row in table.rows), strict=True)
    sizes = [max(map(width, column)) for column in columns_of]
    start = 1
    while start < len(sizes):
        stop, used = start, sizes[0] + _GAP
        while stop < len(sizes) and (stop == start or used + sizes[stop] + _GAP <= columns):
            used += sizes[stop] + _GAP
            stop += 1
        yield _part(table, start, stop)
        start = stop


def _part(table: Table, start: int, stop: int) -> Table:
    more = " (tiếp)" if start > 1 else ""
    return Table(
        title=f"{table.title}{more}",
        headings=(table.headings[0], *table.headings[start:stop]),
        rows=tuple((row[0], *row[start:stop]) for row in table.rows),
        centred=frozenset(range(1, stop - start + 1)),
    )


def _style(cell: Cell) -> str:
    return f"black on #{cell.shade}" if cell.shade else ""


def _plain(table: Table) -> str:
    grid = [table.headings, *(tuple(cell.text for cell in row) for row in table.rows)]
    widths = [max(width(row[column]) for row in grid) for column in range(len(table.headings))]
    lines = [table.title, *(_line(row, widths) for row in grid)]
    lines.insert(2, "  ".join("-" * size for size in widths))
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (text + " " * (size - width(text)) for text, size in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def width(text: str) -> int:
    """How many columns a text takes on a terminal."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


CsvValue = str | int | date | None


def csv_text(head: Sequence[str], rows: Iterable[Mapping[str, CsvValue]]) -> str:
    """Rows for a Vietnamese Excel: a byte order mark, semicolons, CRLF, days as 31/5/2021.

    In Vietnam the comma separates decimals, so that lists are separated by semicolons. Words stand in
    quotation marks: a program that separates at commas too leaves them whole. No cell is a formula.
    """
    buffer = io.StringIO()
    buffer.write("\ufeff")
    writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(head)
    writer.writerows([_safe(row[key]) for key in head] for row in rows)
    return buffer.getvalue()


def _safe(value: CsvValue) -> str | int:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, int):
        return value
    text = one_line(value)
    # Excel runs a cell that begins with one of these as a formula; so it does with the wide forms.
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) else text
