"""The places of the fields in an Excel form that came back: by tags, else by headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from truyenthong.forms.excel.layout import VALUE, VALUE_TAG
from truyenthong.forms.excel.open import Place, SheetSeen
from truyenthong.forms.excel.sheets import LABELS
from truyenthong.forms.labels import TagPath, key_of, label_of, path_of_tag, paths_by_tag
from truyenthong.model.forms import Field, FieldType, Form

_MARK = "tt:"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSeen:
    """A table in a sheet.

    Attributes:
        code: of the table; None in a sheet without one.
        columns: the column numbers by the codes of the columns.
        head: the row of the headings; the rows below are filled in.
    """

    code: str
    columns: Mapping[str, int]
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """The fields in a sheet.

    Attributes:
        singles: the cells of each field or line outside of tables, by its tag.
        table: the table in it, if any.
    """

    singles: Mapping[str, Sequence[Place]] = field(default_factory=dict)
    table: TableSeen | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing of a form is in the sheet."""
        return not self.singles and self.table is None


def tags_of(sheet: SheetSeen, form: Form | None) -> Tags:
    """The tags in a sheet."""
    found = {place: cell.text for place, cell in sheet.cells.items() if cell.text.startswith(_MARK)}
    known = paths_by_tag(form)
    paths = {place: path_of_tag(tag, known) for place, tag in found.items()}
    columns = {place: path for place, path in paths.items() if path is not None and len(path) == 2}
    tables = Counter(path[0] for path in columns.values())
    if tables:
        code = tables.most_common(1)[0][0]
        return Tags(table=_table(sheet, code, columns, _field(form, code)))
    value = next((column for (_, column), tag in found.items() if tag == VALUE_TAG), VALUE)
    tables_of_form = {(one.code,) for one in form.fields if one.type is FieldType.TABLE} if form else set()
    singles: dict[str, list[Place]] = {}
    for place, tag in found.items():
        if tag != VALUE_TAG and paths[place] not in tables_of_form:
            singles.setdefault(tag, []).append((place[0], value))
    return Tags(singles=singles)


def _field(form: Form | None, code: str) -> Field | None:
    return form.field(code) if form is not None else None


def _table(sheet: SheetSeen, code: str, tagged: Mapping[Place, TagPath], one: Field | None) -> TableSeen:
    columns: dict[str, int] = {}
    for (_, column), path in tagged.items():
        if path[0] == code:
            columns.setdefault(path[1], column)
    top = max(row for row, _ in tagged)
    return TableSeen(code=code, columns=columns, head=_head(sheet, columns, one, top))


def _head(sheet: SheetSeen, columns: Mapping[str, int], one: Field | None, top: int) -> int:
    """The row of the headings: the first below the tags that has them, else three rows down."""
    labels = {column.code: headings_of(column) for column in one.columns} if one is not None else {}
    for row in sorted({row for row, _ in sheet.cells if row > top}):
        cells = sheet.row(row)
        fits = sum(
            1
            for code, column in columns.items()
            if column in cells and key_of(cells[column].text) in labels.get(code, ())
        )
        if fits * 2 >= len(columns) and fits:
            return row
    return top + 3


def headings_of(column: Field) -> frozenset[str]:
    """The words above a column, as keys to compare: with and without the star of what is required."""
    label = key_of(label_of(column))
    return frozenset({label, f"{label} *", key_of(column.label)})


def inferred(sheet: SheetSeen, form: Form, wanted: Sequence[str]) -> Tags:
    """The fields in a sheet without tags, by the words of the form.

    Args:
        sheet: the sheet.
        form: as it is declared today.
        wanted: the codes of the tables that no other sheet holds.
    """
    for code in wanted:
        one = _field(form, code)
        table = _table_by_words(sheet, one) if one is not None else None
        if table is not None:
            return Tags(table=table)
    return Tags(singles=_singles_by_words(sheet, form))


def _table_by_words(sheet: SheetSeen, one: Field) -> TableSeen | None:
    for row in sorted({row for row, _ in sheet.cells}):
        cells = {column: key_of(cell.text) for column, cell in sheet.row(row).items()}
        columns: dict[str, int] = {}
        for each in one.columns:
            words = headings_of(each)
            place = next((column for column, key in cells.items() if key in words), None)
            if place is not None and place not in columns.values():
                columns[each.code] = place
        if len(columns) * 2 > len(one.columns):
            return TableSeen(code=one.code, columns=columns, head=row)
    return None


def _singles_by_words(sheet: SheetSeen, form: Form) -> dict[str, list[Place]]:
    """Fields beside their labels, the value in the next column."""
    labels = dict(_labels(form))
    found: dict[str, list[Place]] = {}
    for (row, column), cell in sheet.cells.items():
        tag = labels.get(key_of(cell.text)) if cell.text else None
        if tag is not None:
            found.setdefault(tag, []).append((row, column + 1))
    return found


def _labels(form: Form) -> Iterator[tuple[str, str]]:
    """Labels that only one field has, with its tag."""
    tags = {path: tag for tag, path in paths_by_tag(form).items()}
    singles = [one for one in form.fields if one.type is not FieldType.TABLE]
    times = Counter(key_of(label_of(one)) for one in singles)
    for one in singles:
        label = key_of(label_of(one))
        if times[label] == 1:
            yield label, tags[(one.code,)]
    for tag, words in LABELS.items():
        yield key_of(words), tag
