"""Reads a filled-in Word form: its fields by their controls, else by the words of the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from truyenthong.diagnostics.word_forms import TT602, TT603, TT604, TT666
from truyenthong.findings import Finding
from truyenthong.forms.filled import Filled
from truyenthong.forms.identity import Identity
from truyenthong.forms.labels import (
    UNSEEN_HINT,
    Displays,
    finding,
    form_of,
    key_of,
    label_of,
    old_font,
    paths_by_tag,
    quoted,
    unopened,
)
from truyenthong.forms.word.fields import FACTS_HEAD, headed, heading_of
from truyenthong.forms.word.open import carried_identity, looks_of, open_form
from truyenthong.forms.word.paper import CLOSINGS
from truyenthong.forms.word.tables import TableReader, head_columns
from truyenthong.forms.word.texts import Around, Gathered, line_of, tags_in, tags_of, written
from truyenthong.model.forms import Field, FieldType, Form
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster
from truyenthong.ooxml.archive import ArchiveError, OfficeProgram
from truyenthong.ooxml.walk import Block, Control, TextCell, TextParagraph, TextTable, box_texts, walk
from truyenthong.ooxml.xml import Element, PartError
from truyenthong.yamltext.tree import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The words of the form by which a field is found whose control is lost, as keys to compare.

    Attributes:
        headings: the code of each field that has a heading.
        facts: the codes of the short fields; several may have one label.
        guidance: sentences of the form, which nobody typed.
        headed: the fields with a heading.
    """

    headings: Mapping[str, str]
    facts: Mapping[str, Sequence[str]]
    guidance: frozenset[str]
    headed: frozenset[str]

    @classmethod
    def of(cls, form: Form | None) -> Labels:
        """The words of a form."""
        numbers = headed(form) if form is not None else {}
        headings: dict[str, str] = {}
        facts: dict[str, list[str]] = {}
        guidance: set[str] = set()
        for one in form.fields if form is not None else ():
            if one.code in numbers:
                headings[key_of(heading_of(numbers[one.code], one))] = one.code
            else:
                facts.setdefault(key_of(label_of(one)), []).append(one.code)
            guidance |= {key_of(one.guidance)} if one.guidance else set()
            guidance |= {key_of(f"{each.label}: {each.guidance}") for each in one.columns if each.guidance}
        return cls(headings=headings, facts=facts, guidance=frozenset(guidance), headed=frozenset(numbers))


@dataclass(slots=True, kw_only=True)
class FormReader:
    """Reads the document from its first block to its last, aware of the field that it is in."""

    gathered: Gathered
    form: Form | None
    labels: Labels
    around: Around = field(default_factory=Around)
    _found: dict[str, list[tuple[Control | None, TextParagraph]]] = field(default_factory=dict)
    _tables: dict[str, TableReader] = field(default_factory=dict)
    _current: str | None = None
    _begun: bool = False
    _ended: bool = False

    def read(self, blocks: tuple[Block, ...]) -> None:
        """All paragraphs and tables in order."""
        for block in blocks:
            if isinstance(block, TextTable):
                self._table(block)
            else:
                self._paragraph(block)

    # Paragraphs

    def _paragraph(self, one: TextParagraph) -> None:
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
        elif text.rstrip().endswith("./.") and text.strip().startswith(CLOSINGS):
            self._ended, self._current = True, None
        elif not self._is_ours(text):
            self._beside(one, text)

    def _take(self, code: str, control: Control, one: TextParagraph) -> None:
        """A paragraph with a field, and all other text on its line."""
        self._begun, self._current = True, code
        self.gathered.seen.add(code)
        self._found.setdefault(code, []).append((control, one))

    def _beside(self, one: TextParagraph, text: str) -> None:
        """Text that was typed outside of all controls: it belongs to the field above it."""
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

    def _stray(self, text: str) -> None:
        message = f"«{quoted(text)}» nằm ngoài các ô của biểu mẫu nên không được ghi nhận"
        self.gathered.say(TT604, (), "phần thân", message, hint="ghi nội dung ấy vào một ô của biểu mẫu")

    # Tables

    def _table(self, table: TextTable) -> None:
        code = self._table_code(table)
        if code is not None:
            self._begun, self._current = True, code
            self.gathered.seen.add(code)
            reader = self._tables.setdefault(
                code, TableReader(gathered=self.gathered, code=code, one=self._field(code))
            )
            reader.read(table)
        elif any(self._fact_code(row) is not None for row in table.rows):
            self._begun, self._current = True, None
            for row in table.rows:
                self._fact(row)
        elif not self._begun:
            for one in table.paragraphs:
                self.around.look(one, line_of(one))
        elif not self._ended and (text := written(table.paragraphs, sentence=False)):
            self._stray(text)

    def _table_code(self, table: TextTable) -> str | None:
        """Whose rows a table holds: as its controls, its heading row, the heading above it say."""
        paths = [self.gathered.path(control) for one in table.paragraphs for control in tags_in(one)]
        tagged = Counter(path[0] for path in paths if path is not None and len(path) == 2)
        if tagged:
            return tagged.most_common(1)[0][0]
        if any(path is not None for path in paths) or not table.rows:
            return None
        if tuple(written(cell.paragraphs, sentence=False) for cell in table.rows[0]) == FACTS_HEAD:
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

    def _fact_code(self, row: tuple[TextCell, ...]) -> str | None:
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

    def _fact(self, row: tuple[TextCell, ...]) -> None:
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

    def _label_cell(self, code: str, cell: TextCell) -> None:
        """Reports what was typed into the cell of the label, where nobody reads it."""
        declared = self._field(code)
        for one in cell.paragraphs:
            text = line_of(one)
            if declared is None or not text.strip() or key_of(text) == key_of(label_of(declared)):
                continue
            if not self._is_ours(text):
                self._stray(text)

    # What was found

    def finish(self, *, tell_lost: bool) -> None:
        """Puts the values in the order of the form; reports what is no longer in the file."""
        codes = [one.code for one in self.form.fields] if self.form is not None else []
        for code in dict.fromkeys([*codes, *self._found, *self._tables]):
            if code in self._tables:
                self.gathered.values[code] = [*self._tables[code].rows] or None
                reader = self._tables[code]
                for column in reader.one.columns if tell_lost and reader.one is not None else ():
                    if column.code not in reader.columns:
                        self._lost(code, f"cột «{column.label}» của {reader.name}")
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


def read_docx(data: bytes, plan: Plan, roster: Roster) -> Filled | None:
    """The values in a Word form that came back; None where the file is no form of ours.

    A file that cannot be opened safely gives a finding and no values.
    """
    try:
        opened = open_form(data)
        if opened is None:
            return None
        identity, check = carried_identity(opened, plan)
        blocks = walk(opened.root, opened.body, looks_of(opened))
    except (ArchiveError, PartError) as error:
        return unopened(error, OfficeProgram.WORD)
    tags = {control.tag for one in _paragraphs(blocks) for control in one.controls} - {""}
    if identity is None and not tags:
        return None
    form = form_of(identity, tags, plan)
    gathered = Gathered(displays=Displays(plan=plan, roster=roster), known=paths_by_tag(form))
    reader = FormReader(gathered=gathered, form=form, labels=Labels.of(form))
    reader.read(blocks)
    reader.finish(tell_lost=identity is not None and identity.fits(form))
    around = reader.around
    pieces = (piece for one in _paragraphs(blocks) for piece in one.pieces)
    told = (old_font(piece.font, piece.text, "phần thân") for piece in pieces)
    old_fonts = [*islice((one for one in told if one is not None), 1)]  # one speaks for the whole file
    empty = all(value is None for value in gathered.values.values())
    return Filled(
        identity=identity,
        check=check,
        values=gathered.values,
        paper=around.numbered,
        nil=around.nil,
        unit_name=_unit_name(around, identity, plan, roster),
        places=gathered.places,
        untouched=empty and not around.nil and not around.numbered,
        findings=(*gathered.findings, *_unseen(blocks, gathered), *_boxes(opened.body), *old_fonts),
    )


def _unseen(blocks: tuple[Block, ...], gathered: Gathered) -> Iterator[Finding]:
    """Text that is struck out or hidden: a finding for each paragraph, with the field that it belongs to."""
    fields = {spot.locator: (path, spot.words) for path, spot in reversed(gathered.places.items())}
    for one in _paragraphs(blocks):
        text = "".join(piece.unseen for piece in one.pieces).strip()
        if text:
            path, words = fields.get(str(one.number), ((), "phần thân"))
            message = f"phần bị gạch bỏ hoặc bị ẩn «{quoted(text)}» không được đọc"
            yield finding(TT666, path, words, message, UNSEEN_HINT)


def _boxes(body: Element) -> Iterator[Finding]:
    """Text in text boxes, which belong to no field; Word stores each twice."""
    for text in dict.fromkeys(box_texts(body)):
        message = f"«{quoted(text)}» nằm trong hộp chữ nên không được ghi nhận"
        hint = "ghi nội dung ấy vào một ô của biểu mẫu"
        yield finding(TT604, (), "hộp chữ", message, hint)


def _unit_name(around: Around, identity: Identity | None, plan: Plan, roster: Roster) -> str | None:
    """The unit's name in the form; of two different ones, the one that is not the unit it was made for."""
    unit = roster.by_code.get(identity.unit or "") if identity is not None else None
    own = {key_of(plan.agency.name)} | ({*map(key_of, unit.names)} if unit is not None else set())
    names = [one for one in (around.unit_name, around.agency) if one is not None]
    return next((one for one in names if key_of(one) not in own), names[0] if names else None)


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[TextParagraph]:
    for block in blocks:
        yield from (block,) if isinstance(block, TextParagraph) else block.paragraphs
