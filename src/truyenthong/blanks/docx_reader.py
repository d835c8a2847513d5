"""Goes down a Word form and takes each field where it stands; opens no file and judges no value."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from truyenthong.blanks import docx_sheet
from truyenthong.blanks.docx_around import Around
from truyenthong.blanks.docx_fields import FACTS_HEAD, label_of
from truyenthong.blanks.docx_gathering import Gathered, quoted, tags_in, tags_of
from truyenthong.blanks.docx_labels import Labels
from truyenthong.blanks.docx_paper import CLOSING_START
from truyenthong.blanks.docx_tables import TableReader, head_columns
from truyenthong.blanks.docx_texts import key_of, line_of, written
from truyenthong.blanks.docx_walk import Block, Cell, Control, Paragraph, Table
from truyenthong.diagnostics.word_forms import TT602, TT603, TT604
from truyenthong.model.forms import Field, FieldType, Form
from truyenthong.sources.building import Value

_CLOSINGS = (CLOSING_START, docx_sheet.CLOSING_START)


def _is_facts_head(row: tuple[Cell, ...]) -> bool:
    return tuple(written(cell.paragraphs, sentence=False) for cell in row) == FACTS_HEAD


@dataclass(slots=True, kw_only=True)
class FormReader:
    """Goes down the document and keeps in mind which field it is in."""

    gathered: Gathered
    form: Form | None
    labels: Labels
    around: Around = field(default_factory=Around)
    _found: dict[str, list[tuple[Control | None, Paragraph]]] = field(default_factory=dict)
    _tables: dict[str, TableReader] = field(default_factory=dict)
    _current: str | None = None
    _begun: bool = False
    _ended: bool = False

    def read(self, blocks: tuple[Block, ...]) -> None:
        """All paragraphs and tables in order."""
        for block in blocks:
            if isinstance(block, Table):
                self._table(block)
            else:
                self._paragraph(block)

    # Paragraphs

    def _paragraph(self, one: Paragraph) -> None:
        for control in tags_in(one):
            path = self.gathered.path(control)
            if path is not None and len(path) == 1:
                self._take(path[0], control, one)
                return
        text = line_of(one)
        heading = self._heading(text)
        if heading is not None:
            self._begun, self._current = True, heading
            self.gathered.seen.add(heading)
            self._found.setdefault(heading, [])
            self.gathered.place((heading,), self._words(heading), one)
        elif not self._begun:
            self.around.look(one, text)
        elif self._is_closing(text):
            self._ended, self._current = True, None
        elif not self._is_ours(text):
            self._beside(one, text)

    def _take(self, code: str, control: Control, one: Paragraph) -> None:
        """A paragraph that holds a field, and what stands beside it on its line."""
        self._begun, self._current = True, code
        self.gathered.seen.add(code)
        self._found.setdefault(code, []).append((control, one))

    def _beside(self, one: Paragraph, text: str) -> None:
        """What was typed outside of all controls: it belongs to the text above it."""
        declared = self._field(self._current)
        if self._current in self._found and (declared is None or declared.type is not FieldType.TABLE):
            self._found[self._current].append((None, one))
        elif text.strip() and not self._ended:
            self._stray(text)

    def _heading(self, text: str) -> str | None:
        """The field whose heading a line is; headings begin with their number."""
        return self.labels.headings.get(key_of(text)) if text.strip()[:1].isdecimal() else None

    def _is_ours(self, text: str) -> bool:
        """Whether a line is guidance of the form."""
        return key_of(text) in self.labels.guidance

    @staticmethod
    def _is_closing(text: str) -> bool:
        return text.rstrip().endswith("./.") and text.strip().startswith(_CLOSINGS)

    def _stray(self, text: str) -> None:
        message = f"«{quoted(text)}» nằm ngoài các ô của biểu mẫu nên không được ghi nhận"
        self.gathered.say(TT604, (), "phần thân", message, hint="ghi nội dung ấy vào một ô của biểu mẫu")

    # Tables

    def _table(self, table: Table) -> None:
        code = self._table_code(table)
        if code is not None:
            self._begun, self._current = True, code
            self.gathered.seen.add(code)
            reader = self._tables.setdefault(
                code, TableReader(gathered=self.gathered, code=code, one=self._field(code))
            )
            reader.read(table)
        elif self._is_facts(table):
            self._begun, self._current = True, None
            for row in table.rows:
                self._fact(row)
        elif not self._begun:
            for one in table.paragraphs:
                self.around.look(one, line_of(one))
        elif not self._ended and (text := written(table.paragraphs, sentence=False)):
            self._stray(text)

    def _table_code(self, table: Table) -> str | None:
        """Whose rows a table holds: as its controls, its heading row, the heading above it say."""
        paths = [self.gathered.path(control) for one in table.paragraphs for control in tags_in(one)]
        tagged = Counter(path[0] for path in paths if path is not None and len(path) == 2)
        if tagged:
            return tagged.most_common(1)[0][0]
        if any(path is not None for path in paths) or not table.rows or _is_facts_head(table.rows[0]):
            return None
        tables = [one for one in self.form.fields if one.columns] if self.form is not None else []
        scores = {one.code: len(head_columns(table.rows[0], one.columns)) for one in tables}
        above = self._field(self._current)
        if above is not None and above.columns:
            wide = max(len(row) for row in table.rows)
            if scores[above.code] or (wide == len(above.columns) and above.code not in self._tables):
                return above.code
        best = max(tables, key=lambda one: scores[one.code], default=None)
        fits = best is not None and scores[best.code] * 2 >= len(best.columns)
        return best.code if best is not None and fits else None

    def _is_facts(self, table: Table) -> bool:
        return any(self._fact_code(row) is not None for row in table.rows)

    def _fact_code(self, row: tuple[Cell, ...]) -> str | None:
        """The short field of a row: by its control, else by its label."""
        for cell in row:
            for control in tags_of(cell):
                path = self.gathered.path(control)
                if path is not None and len(path) == 1:
                    return path[0]
        if len(row) < 2 or self.form is None or not row[0].paragraphs:
            return None
        fits = self.labels.facts.get(key_of(line_of(row[0].paragraphs[0])), [])
        return next((code for code in fits if code not in self._found), fits[0] if fits else None)

    def _fact(self, row: tuple[Cell, ...]) -> None:
        code = self._fact_code(row)
        if code is None:
            texts = [written(cell.paragraphs, sentence=False) for cell in row]
            if any(texts) and texts[0] != FACTS_HEAD[0]:
                self._stray(": ".join(text for text in texts if text))
            return
        self.gathered.seen.add(code)
        for cell in row[1:] or row:
            for one in cell.paragraphs:
                control = next(iter(tags_in(one)), None)
                self._found.setdefault(code, []).append((control, one))
        if len(row) > 1:
            self._label_cell(code, row[0])

    def _label_cell(self, code: str, cell: Cell) -> None:
        """Something typed into the cell of the label is read by nobody: it is told."""
        declared = self._field(code)
        for one in cell.paragraphs:
            text = line_of(one)
            if declared is None or not text.strip() or key_of(text) == key_of(label_of(declared)):
                continue
            if not self._is_ours(text):
                self._stray(text)

    # What was found

    def finish(self, *, tell_lost: bool) -> None:
        """Puts the values in the order of the form; tells what is no longer in the file."""
        codes = [one.code for one in self.form.fields] if self.form is not None else []
        for code in dict.fromkeys([*codes, *self._found, *self._tables]):
            if code in self._tables:
                self.gathered.values[code] = [*self._tables[code].rows] or None
                self._tell_lost_columns(self._tables[code], tell_lost=tell_lost)
            else:
                self.gathered.values[code] = self._scalar(code)
                declared = self._field(code)
                is_table = declared is not None and declared.type is FieldType.TABLE
                if tell_lost and (code not in self.gathered.seen or is_table):
                    self._lost(code, self._words(code))

    def _scalar(self, code: str) -> Value:
        """The value of a field; of a doubled one the first that says something."""
        found = self._found.get(code, [])
        controls = list(dict.fromkeys(control for control, _ in found if control is not None))
        said: list[str] = []
        for control in controls or (None,):
            paragraphs = tuple(one for owner, one in found if owner in (None, control))
            text = self.gathered.text(self._field(code), paragraphs)
            if text is not None and text not in said:
                said.append(text)
                first = next(iter(paragraphs), None)
                self.gathered.place((code,), self._words(code), first)
        self.gathered.place((code,), self._words(code), next((one for _, one in found), None))
        for text in said[1:]:
            message = f"{self._words(code)} có hai nội dung khác nhau; không đọc «{quoted(text)}»"
            hint = "chỉ để lại một nội dung"
            self.gathered.say(TT602, (code,), self._words(code), message, hint=hint)
        return said[0] if said else None

    def _tell_lost_columns(self, reader: TableReader, *, tell_lost: bool) -> None:
        for column in reader.one.columns if tell_lost and reader.one is not None else ():
            if column.code not in reader.columns:
                self._lost(reader.code, f"cột «{column.label}» của {reader.name}")

    def _lost(self, code: str, what: str) -> None:
        message = f"tệp không còn {what}"
        hint = "lấy biểu mẫu mới rồi chép nội dung sang; không có số liệu thì để trống ô"
        self.gathered.say(TT603, (code,), what, message, hint=hint)

    def _field(self, code: str | None) -> Field | None:
        return self.form.field(code) if self.form is not None and code is not None else None

    def _words(self, code: str) -> str:
        declared = self._field(code)
        label = declared.label if declared is not None else code
        if declared is not None and declared.type is FieldType.TABLE:
            return f"bảng «{label}»"
        return f"mục «{label}»" if code in self.labels.headed else f"ô «{label}»"
