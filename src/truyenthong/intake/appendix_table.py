"""Reads the rows of an official appendix from the tables of a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from truyenthong.diagnostics.office_tables import TT670, TT671, TT673, TT674, TT675
from truyenthong.findings import Finding, Ref
from truyenthong.forms.word.open import looks_of, open_form
from truyenthong.ooxml.archive import ArchiveError
from truyenthong.ooxml.walk import TextCell, TextParagraph, TextTable, walk
from truyenthong.ooxml.xml import PartError
from truyenthong.text import ascii_form, collapse, fold, roman
from truyenthong.yamltext.scalars import short

_LOOKED_ABOVE = 8
"""Paragraphs above a table that may hold its title."""


class NotWordTableError(Exception):
    """The file is no Word document, or not a safe one; the reason is a sentence for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table.

    Attributes:
        number: its place among the tables of the document, from 1.
        above: what is written above it, the nearest first, up to the table before.
        rows: texts by row and column; the text of a merged cell is in every place that it covers.
        whole: for each row whether a single cell goes over all of it.
        unseen: for each row its words that are struck out or hidden; they are in no text.
    """

    number: int
    above: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    whole: tuple[bool, ...]
    unseen: tuple[str, ...]


def read_tables(data: bytes) -> tuple[Grid, ...]:
    """The tables of a ``.docx`` in order, without what is deleted, struck out or hidden.

    Raises:
        NotWordError: no zip file, no document in it, too large, broken or hostile.
    """
    try:
        opened = open_form(data)
        looks = looks_of(opened) if opened is not None else None
    except (ArchiveError, PartError) as error:
        raise NotWordTableError(str(error)) from error
    if opened is None or looks is None:
        raise NotWordTableError("Tệp không phải văn bản Word (.docx).")
    grids: list[Grid] = []
    above: list[str] = []
    for block in walk(opened.root, opened.body, looks):
        if isinstance(block, TextTable):
            grids.append(_grid(block, len(grids) + 1, above))
            above = []
        elif text := _text((block,)):
            above = [text, *above][:_LOOKED_ABOVE]
    return tuple(grids)


def _grid(table: TextTable, number: int, above: Sequence[str]) -> Grid:
    width = max((cell.column + cell.span for row in table.rows for cell in row), default=0)
    rows: list[tuple[str, ...]] = []
    for row in table.rows:
        rows.append(_row(row, width, rows[-1] if rows else ("",) * width))
    return Grid(
        number=number,
        above=tuple(above),
        rows=tuple(rows),
        whole=tuple(width > 1 and len(row) == 1 and row[0].span == width for row in table.rows),
        unseen=tuple(collapse(" ".join(_unseen(row))) for row in table.rows),
    )


def _row(cells: Sequence[TextCell], width: int, before: Sequence[str]) -> tuple[str, ...]:
    texts = [""] * width
    for cell in cells:
        text = before[cell.column] if cell.continues else _text(cell.paragraphs)
        texts[cell.column : cell.column + cell.span] = [text] * cell.span
    return tuple(texts)


def _unseen(cells: Sequence[TextCell]) -> Iterator[str]:
    for cell in cells:
        if not cell.continues:
            yield "".join(piece.unseen for one in cell.paragraphs for piece in one.pieces)


def _text(paragraphs: Iterable[TextParagraph]) -> str:
    """The words of paragraphs, a line each, spaces collapsed."""
    lines = ("".join(piece.text for piece in one.pieces) for one in paragraphs)
    words = (collapse(line) for text in lines for line in text.split("\n"))
    return "\n".join(word for word in words if word)


COLUMNS = ("thoi_gian", "noi_dung", "doi_tuong", "hinh_thuc", "don_vi")
"""What a row of ``phu_luc`` holds, in its order."""

_HEADINGS = (
    ("stt", "stt|tt|so tt|so thu tu"),
    ("thoi_gian", "thoi gian|thoi diem|thoi han|thang|ngay"),
    ("noi_dung", "noi dung|nhiem vu|cong viec|hoat dong"),
    ("doi_tuong", "doi tuong"),
    ("hinh_thuc", "hinh thuc|phuong thuc|kenh"),
    ("phoi_hop", "(?:don vi |co quan )?phoi hop"),
    ("don_vi", "(?:don vi |co quan )?chu tri|don vi|phu trach"),
)
"""How the heading of a column begins, without tones; the first that fits counts."""

_MEANINGS = tuple((key, re.compile(rf"(?:{words})\b")) for key, words in _HEADINGS)
_ROMAN = {str(number): roman(number).lower() for number in range(1, 10)}
_LABEL = re.compile(r"phu luc(?: so)?\W*([0-9]|[ivx]+)\b")
_NUMBERING = re.compile(r"\(?[0-9]{1,2}\)?")
_HEAD_ROWS = 3
"""Rows from the top among which the headings begin."""

Row = dict[str, str | None]
"""A row by the keys of ``COLUMNS``; None where the cell is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendixTable:
    """The rows of one appendix as the file has them.

    Attributes:
        label: the Roman number above the table in small letters, or None where there is none.
        headings: the headings of the columns that were understood, by key.
        rows: the rows in order; a heading within the table is a row with ``noi_dung`` alone.
    """

    label: str | None
    headings: Mapping[str, str]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The heading of a table: its last row, what each column means (None: not known), and its words."""

    last: int
    keys: tuple[str | None, ...]
    shown: tuple[str, ...]

    @property
    def named(self) -> dict[str, str]:
        """The headings that were understood, by key."""
        return {key: shown for key, shown in zip(self.keys, self.shown, strict=True) if key is not None}


def read_appendix(
    grids: Iterable[Grid], *, file: str
) -> tuple[tuple[AppendixTable, ...], tuple[Finding, ...]]:
    """The appendices in a file; a table without headings of its own goes on with the one before it.

    Args:
        grids: the tables of the file.
        file: its name, for the findings.
    """
    found: list[AppendixTable] = []
    findings: list[Finding] = []
    head: _Head | None = None
    for grid in grids:
        own, label = _head(grid), _label(grid.above)
        if own is None and (head is None or not found or _width(grid) != len(head.keys)):
            continue
        goes_on = own is None or (head is not None and label is None and own.shown == head.shown)
        head = own or head
        reader = _Reader(grid=grid, file=file, head=head, first=own.last + 1 if own is not None else 0)
        rows = reader.rows()
        findings += reader.findings
        if goes_on and found:
            found[-1] = replace(found[-1], rows=(*found[-1].rows, *rows))
        else:
            found.append(
                AppendixTable(label=label, headings=head.named if head is not None else {}, rows=rows)
            )
    if not found:
        message = "không có bảng nào có cột «Nội dung» cùng cột thời gian, đối tượng, hình thức hay đơn vị"
        hint = "ghi tiêu đề cột ở hàng đầu của bảng, như phụ lục của kế hoạch"
        findings.append(TT670.at(Ref(file=file), message, hint=hint))
    return tuple(found), tuple(findings)


def _width(grid: Grid) -> int:
    return len(grid.rows[0]) if grid.rows else 0


def _head(grid: Grid) -> _Head | None:
    """The heading of a table, one row or two; None where no row near the top looks like one."""
    for first in range(min(_HEAD_ROWS, len(grid.rows))):
        depth = 2 if _goes_deeper(grid, first) else 1
        rows = grid.rows[first : first + depth]
        shown = tuple(" ".join(dict.fromkeys(filter(None, cells))) for cells in zip(*rows, strict=True))
        keys = tuple(_meaning(cells) for cells in zip(*rows, strict=True))
        if "noi_dung" in keys and set(keys) - {None, "stt", "noi_dung"}:
            return _Head(last=first + depth - 1, keys=keys, shown=shown)
    return None


def _goes_deeper(grid: Grid, row: int) -> bool:
    """Whether a merged heading is divided in the row below («Đơn vị» over «Chủ trì», «Phối hợp»)."""
    if row + 1 >= len(grid.rows):
        return False
    top, below = grid.rows[row], grid.rows[row + 1]
    return any(
        top[place]
        and top[place] == top[place - 1]
        and below[place] != below[place - 1]
        and _key(below[place])
        for place in range(1, len(top))
    )


def _meaning(cells: Sequence[str]) -> str | None:
    """What a column means: the lowest heading that says something."""
    return next((key for cell in reversed(cells) if (key := _key(cell)) is not None), None)


def _key(text: str) -> str | None:
    words = ascii_form(text).casefold().strip()
    return next((key for key, beginning in _MEANINGS if beginning.match(words)), None)


def _label(above: Iterable[str]) -> str | None:
    for text in above:
        match = _LABEL.match(ascii_form(text).casefold().strip())
        if match is not None:
            return _ROMAN.get(match[1], match[1])
    return None


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads the rows of one table below its heading."""

    grid: Grid
    file: str
    head: _Head | None
    first: int
    findings: list[Finding] = field(default_factory=list)
    _strange: dict[str, int] = field(default_factory=dict)

    def rows(self) -> tuple[Row, ...]:
        """The rows that say something."""
        rows = [row for place in range(self.first, len(self.grid.rows)) for row in self._row(place)]
        for heading, count in self._strange.items():
            message = f"cột «{heading}» có chữ ở {count} hàng nhưng phụ lục trong kế hoạch không có cột ấy"
            hint = "chữ trong cột ấy không được lấy; cần giữ thì ghi thêm vào cột nội dung rồi nhận lại"
            self.findings.append(TT671.at(self._ref(None), message, hint=hint))
        return tuple(rows)

    def _row(self, place: int) -> Iterator[Row]:
        cells = self.grid.rows[place]
        if self.grid.unseen[place]:
            message = f"chữ bị gạch bỏ hoặc bị ẩn không được lấy: «{short(self.grid.unseen[place])}»"
            hint = "chữ ấy còn đúng thì bỏ gạch, bỏ ẩn trong tệp Word rồi nhận lại"
            self.findings.append(TT675.at(self._ref(place), message, hint=hint))
        if not any(cells) or self._is_heading(place) or all(map(_NUMBERING.fullmatch, filter(None, cells))):
            return
        if self.grid.whole[place]:
            hint = "giữ thành một hàng riêng chỉ có nội dung; sửa tay trong plan.yaml nếu muốn khác"
            self.findings.append(TT673.at(self._ref(place), "hàng tiêu đề giữa bảng", hint=hint))
            yield {**dict.fromkeys(COLUMNS), "noi_dung": cells[0]}
            return
        row = self._values(cells)
        if row["noi_dung"] is None:
            message = "hàng có chữ nhưng ô nội dung để trống"
            hint = "điền nội dung, hoặc xóa hàng ấy trong tệp Word, rồi nhận lại"
            self.findings.append(TT674.at(self._ref(place), message, hint=hint))
        yield row

    def _is_heading(self, place: int) -> bool:
        """Whether a row is the heading again, as Word prints it on a further page."""
        words = {fold(cell) for cell in self.grid.rows[place] if cell}
        return self.head is not None and words <= {fold(shown) for shown in self.head.shown}

    def _values(self, cells: Sequence[str]) -> Row:
        parts: dict[str, list[str]] = {}
        keys = self.head.keys if self.head is not None else ()
        for place, (key, text) in enumerate(zip(keys, cells, strict=False)):
            if key is None and text and self.head is not None:
                heading = self.head.shown[place] or f"số {place + 1}"
                self._strange[heading] = self._strange.get(heading, 0) + 1
            elif key is not None and text and text not in parts.get(key, ()):
                parts.setdefault(key, []).append(text)
        together = parts.pop("phoi_hop", [])
        if together:
            parts.setdefault("don_vi", []).append(f"phối hợp: {'; '.join(together)}")
        return {key: "; ".join(parts[key]) if key in parts else None for key in COLUMNS}

    def _ref(self, place: int | None) -> Ref:
        row = "" if place is None else f", hàng {place + 1}"
        return Ref(file=self.file, spot=f"bảng {self.grid.number}{row}")
