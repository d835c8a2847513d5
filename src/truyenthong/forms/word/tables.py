"""Reads the rows of a table in a Word form; finds its columns by heading, controls or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from truyenthong.diagnostics.word_forms import TT602, TT604
from truyenthong.forms.labels import key_of, label_of, quoted
from truyenthong.forms.word.texts import Gathered, only, tags_of, written
from truyenthong.model.forms import Field
from truyenthong.ooxml.walk import TextCell, TextParagraph, TextTable
from truyenthong.yamltext.tree import Value

_Row = tuple[TextCell, ...]


def head_columns(row: _Row, fields: Sequence[Field]) -> dict[int, str]:
    """The columns that a heading row names: codes by the place of the column; each label is taken once."""
    found: dict[int, str] = {}
    left = {one.code: {key_of(label_of(one)), key_of(one.label)} for one in fields}
    for cell in row:
        text = key_of(written(cell.paragraphs, sentence=False))
        code = next((code for code, labels in left.items() if text and text in labels), None)
        if code is not None:
            found[cell.column] = code
            del left[code]
    return found


@dataclass(slots=True, kw_only=True)
class TableReader:
    """Reads one table.

    Attributes:
        code: of the table's field.
        one: its declaration, or None where the form does not know it.
        rows: what has been read; a table that was cut in two goes on.
        columns: the codes of the columns in the file.
    """

    gathered: Gathered
    code: str
    one: Field | None
    rows: list[Value] = field(default_factory=list)
    columns: set[str] = field(default_factory=set)
    _by_place: dict[int, str] = field(default_factory=dict)
    _strange: set[int] = field(default_factory=set)
    _count: int = 0

    @property
    def name(self) -> str:
        """The table in words."""
        return f"bảng «{self.one.label if self.one is not None else self.code}»"

    def read(self, table: TextTable) -> None:
        """Reads the rows of a table below those that there are."""
        rows = list(table.rows)
        heads = self._heads(rows)
        data = rows[len(heads) :]
        self._by_place = self._places(heads, data)
        self.columns |= set(self._by_place.values())
        first = next((cell.paragraphs[0] for row in rows for cell in row if cell.paragraphs), None)
        self.gathered.place((self.code,), self.name, first)
        for row in data:
            self._count += 1
            self._read_row(row, heads)

    def _heads(self, rows: list[_Row]) -> list[_Row]:
        """The heading row: the first, unless it holds fields or looks like any other row."""
        if not rows or any(self._paths(cell) for cell in rows[0]):
            return []
        fields = self.one.columns if self.one is not None else ()
        named = len(head_columns(rows[0], fields))
        others = any(self._paths(cell) for row in rows[1:] for cell in row)
        return rows[:1] if others or named * 2 >= min(len(rows[0]), len(fields) or 1) else []

    def _places(self, heads: list[_Row], data: list[_Row]) -> dict[int, str]:
        """The columns by place: as the heading names them, as the controls below say, as declared."""
        fields = self.one.columns if self.one is not None else ()
        named = head_columns(heads[0], fields) if heads else {}
        votes: dict[int, Counter[str]] = {}
        for row in data:
            for cell in row:
                for column in self._paths(cell):
                    votes.setdefault(cell.column, Counter())[column] += 1
        said = {place: counter.most_common(1)[0][0] for place, counter in votes.items()}
        if named or said:
            return {**said, **named}
        wide = max((len(row) for row in data), default=0)
        return {place: one.code for place, one in enumerate(fields)} if wide == len(fields) else {}

    def _paths(self, cell: TextCell) -> list[str]:
        """The columns that the controls of a cell belong to."""
        paths = [self.gathered.path(control) for control in tags_of(cell)]
        return [path[1] for path in paths if path is not None and len(path) == 2 and path[0] == self.code]

    def _read_row(self, row: _Row, heads: list[_Row]) -> None:
        index = len(self.rows)
        found: dict[str, Value] = {}
        spots: list[tuple[str, TextParagraph | None]] = []
        for code, paragraphs in self._texts(row, heads):
            one = self.one.column(code) if self.one is not None else None
            text = self.gathered.text(one, paragraphs, table=self.one)
            spots.append((code, paragraphs[0] if paragraphs else None))
            if text is not None and found.get(code) not in (None, text):
                self._doubled(code, text)
            else:
                found[code] = found.get(code) or text
        if all(value is None for value in found.values()):
            return
        known = {one.code: found.get(one.code) for one in self.one.columns} if self.one is not None else {}
        self.rows.append({**known, **found})
        first = next((paragraph for _, paragraph in spots if paragraph is not None), None)
        self.gathered.place((self.code, index), f"{self.name}, hàng {self._count}", first)
        for code, paragraph in spots:
            self.gathered.place((self.code, index, code), self._words(code), paragraph)

    def _texts(self, row: _Row, heads: list[_Row]) -> Iterator[tuple[str, tuple[TextParagraph, ...]]]:
        """The paragraphs of each column in a row."""
        codes = Counter(code for cell in row for code in set(self._paths(cell)))
        for cell in row:
            by_place = self._by_place.get(cell.column)
            own = list(dict.fromkeys(self._paths(cell)))
            if len(own) == 1 and (codes[own[0]] == 1 or by_place is None):
                self.columns.add(own[0])
                yield own[0], cell.paragraphs
            elif len(own) > 1:
                yield from self._merged(cell, own)
            elif by_place is not None:
                yield by_place, cell.paragraphs
            else:
                self._tell_strange(cell, heads)

    def _merged(self, cell: TextCell, codes: list[str]) -> Iterator[tuple[str, tuple[TextParagraph, ...]]]:
        """The fields of cells that were merged into one; other text beside them goes with the first."""
        for place, code in enumerate(codes):
            self.columns.add(code)
            tags = [one.tag for one in tags_of(cell) if self.gathered.path(one) == (self.code, code)]
            yield code, only(cell.paragraphs, [*tags, ""] if place == 0 else tags)

    def _tell_strange(self, cell: TextCell, heads: list[_Row]) -> None:
        text = written(cell.paragraphs, sentence=False)
        if not text or cell.column in self._strange:
            return
        self._strange.add(cell.column)
        head = next((one for one in (heads[0] if heads else ()) if one.column == cell.column), None)
        title = written(head.paragraphs, sentence=False) if head is not None else ""
        what = f"cột «{quoted(title)}»" if title else f"cột thứ {cell.column + 1}"
        message = f"{self.name} có {what} không thuộc biểu mẫu, không đọc được «{quoted(text)}»"
        words = f"{self.name}, hàng {self._count}"
        hint = "chuyển nội dung ấy vào một ô của biểu mẫu"
        self.gathered.say(TT604, (self.code,), words, message, hint=hint)

    def _doubled(self, code: str, text: str) -> None:
        words = self._words(code)
        message = f"{words} ghi hai nội dung khác nhau; không đọc «{quoted(text)}»"
        self.gathered.say(
            TT602, (self.code, len(self.rows), code), words, message, hint="chỉ để lại một nội dung"
        )

    def _words(self, code: str) -> str:
        one = self.one.column(code) if self.one is not None else None
        return f"{self.name}, hàng {self._count}, cột «{one.label if one is not None else code}»"
