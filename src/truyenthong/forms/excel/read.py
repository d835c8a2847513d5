"""Reads a filled-in Excel form: its fields in the order of the form, and what is strange in its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from openpyxl.utils import get_column_letter

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.diagnostics.word_forms import (
    TT602,
    TT603,
    TT604,
    TT606,
    TT607,
    TT608,
    TT666,
    TT667,
    TT668,
    TT669,
)
from truyenthong.findings import FieldPath, Finding
from truyenthong.forms.excel.layout import CHECKS_TITLE, LISTS_TITLE
from truyenthong.forms.excel.open import CellSeen, OpenedBook, Place, SheetSeen, open_book
from truyenthong.forms.excel.sheets import AROUND_GUIDANCE, HEADINGS, LABELS, POINTER
from truyenthong.forms.excel.tags import TableSeen, Tags, inferred, tags_of
from truyenthong.forms.excel.values import Typed, typed
from truyenthong.forms.filled import Filled, Spot
from truyenthong.forms.labels import (
    DAY_TAG,
    NIL_TAG,
    NO,
    NUMBER_TAG,
    SYMBOL_TAG,
    UNIT_TAG,
    UNSEEN_HINT,
    YES,
    Displays,
    finding,
    form_of,
    is_ticked,
    key_of,
    label_of,
    old_font,
    one_line,
    path_of_tag,
    paths_by_tag,
    picked,
    quoted,
    unopened,
)
from truyenthong.model.forms import Field, FieldType, Form
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster
from truyenthong.ooxml.archive import ArchiveError, OfficeProgram
from truyenthong.ooxml.xml import PartError
from truyenthong.yamltext.tree import Value

_PAPER = {NUMBER_TAG: "so", SYMBOL_TAG: "ky_hieu", DAY_TAG: "ngay"}
_IDENTITY = "Biểu: "


@dataclass(slots=True, kw_only=True)
class SheetReader:
    """Reads the sheets of one file one by one."""

    form: Form | None
    displays: Displays
    epoch: datetime
    values: dict[str, Value] = field(default_factory=dict)
    places: dict[FieldPath, Spot] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    paper: dict[str, str] = field(default_factory=dict)
    nil: bool = False
    unit_name: str | None = None
    _seen: set[str] = field(default_factory=set)
    _old_font: bool = False

    @property
    def numbered(self) -> dict[str, str]:
        """The number of the paper; nothing where there is only the symbol."""
        return self.paper if self.paper.keys() & {"so", "ngay"} else {}

    def read(self, sheet: SheetSeen, tags: Tags) -> None:
        """Reads one sheet: a table, single fields, or a sheet that is no part of the form."""
        if tags.table is not None:
            self._table(sheet, tags.table)
        elif tags.singles:
            self._singles(sheet, tags)
        elif sheet.title not in {CHECKS_TITLE, LISTS_TITLE} and sheet.cells:
            message = f"trang «{quoted(sheet.title)}» không có trong biểu nên không được ghi nhận"
            hint = "ghi nội dung ấy vào các ô của biểu mẫu"
            self._say(TT604, (), f"trang «{sheet.title}»", message, hint)

    # Single cells

    def _singles(self, sheet: SheetSeen, tags: Tags) -> None:
        known = paths_by_tag(self.form)
        for tag, cells in tags.singles.items():
            path = path_of_tag(tag, known)
            if path is None:
                self._beside(sheet, tag, cells[0])
            elif len(path) == 1:
                self._field(sheet, path[0], list(cells))
        self._strays(sheet, tags)

    def _beside(self, sheet: SheetSeen, tag: str, place: Place) -> None:
        """Reads a cell that is no field: unit, number and day of the paper, nil."""
        kind = FieldType.DATE if tag == DAY_TAG else FieldType.TEXT
        text = self._text(sheet, place, kind, ())
        if tag in _PAPER and text is not None:
            self.paper[_PAPER[tag]] = text.strip()
        elif tag == UNIT_TAG and text is not None:
            self.unit_name = text.strip()
        elif tag == NIL_TAG and text is not None:
            self.nil = text.strip().casefold() == YES or is_ticked(text)
            if not self.nil and text.strip().casefold() != NO:
                message = f"ô «{LABELS[NIL_TAG]}» ghi «{quoted(text)}», không rõ là có hay không"
                self._say(TT604, (), spot(sheet, place).words, message, f"ghi «{YES}» hoặc để trống ô ấy")

    def _field(self, sheet: SheetSeen, code: str, cells: list[Place]) -> None:
        """A field; of a doubled one the first that says something."""
        one = self._declared(code)
        kind = one.type if one is not None else FieldType.TEXT
        self._seen.add(code)
        said: dict[str, Place] = {}
        for place in cells:
            text = self._text(sheet, place, kind, (code,), one)
            if text is not None:
                said.setdefault(text, place)
        first = next(iter(said.items()), (None, cells[0]))
        if self.values.get(code) is None:
            self.values[code] = first[0]
            self.places[(code,)] = spot(sheet, first[1])
        for text, place in list(said.items())[1:]:
            message = f"mục «{self._label(code)}» ghi hai nội dung khác nhau; không đọc «{quoted(text)}»"
            self._say(TT602, (code,), spot(sheet, place).words, message, "chỉ để lại một nội dung")

    def _strays(self, sheet: SheetSeen, tags: Tags) -> None:
        """Reports what was typed outside of the fields; above the first field are only words of the form."""
        taken = {place for cells in tags.singles.values() for place in cells}
        top = min(row for row, _ in taken)
        own = self._own_words()
        for place, cell in sheet.cells.items():
            text = _plain(cell)
            if place in taken or place[0] < top or cell.formula is not None or not text:
                continue
            ours = text.startswith(("tt:", _IDENTITY, POINTER)) or text.isdecimal() or key_of(text) in own
            if not ours:
                message = f"«{quoted(text)}» nằm ngoài các ô của biểu mẫu nên không được ghi nhận"
                hint = "ghi nội dung ấy vào một ô nền vàng của biểu mẫu"
                self._say(TT604, (), spot(sheet, place).words, message, hint)

    def _own_words(self) -> set[str]:
        words = {key_of(one) for one in (*HEADINGS, *LABELS.values(), *AROUND_GUIDANCE.values())}
        for one in self.form.fields if self.form is not None else ():
            words |= {key_of(label_of(one)), key_of(one.label), key_of(one.guidance or "")}
        return words

    # Tables

    def _table(self, sheet: SheetSeen, table: TableSeen) -> None:
        one = self._declared(table.code)
        self._seen.add(table.code)
        rows: list[Value] = []
        self.places.setdefault((table.code,), spot(sheet, (table.head, min(table.columns.values()))))
        columns = {code: one.column(code) if one is not None else None for code in table.columns}
        for number in sorted({row for row, _ in sheet.cells if row > table.head}):
            index = len(rows)
            row: dict[str, Value] = {}
            for code, column in table.columns.items():
                kind = declared.type if (declared := columns[code]) is not None else FieldType.TEXT
                path = (table.code, index, code)
                row[code] = self._text(sheet, (number, column), kind, path, declared)
            if any(value is not None for value in row.values()):
                rows.append(row)
                self._place_row(sheet, table, number, index)
        self.values[table.code] = rows or None
        self._tell_table(sheet, table, one)

    def _place_row(self, sheet: SheetSeen, table: TableSeen, number: int, index: int) -> None:
        first = spot(sheet, (number, min(table.columns.values())))
        self.places[table.code, index] = Spot(
            words=f"trang «{sheet.title}», hàng {number}", locator=first.locator
        )
        for code, column in table.columns.items():
            self.places[table.code, index, code] = spot(sheet, (number, column))

    def _tell_table(self, sheet: SheetSeen, table: TableSeen, one: Field | None) -> None:
        """Reports columns that were lost or added, cells that were merged."""
        for column in one.columns if one is not None else ():
            if column.code not in table.columns:
                message = f"bảng «{self._label(table.code)}» không còn cột «{column.label}»"
                hint = "điền lại vào biểu đã nhận, giữ nguyên các cột"
                self._say(TT603, (table.code,), f"trang «{sheet.title}»", message, hint)
        for place, text in self._added(sheet, table):
            message = f"«{quoted(text)}» nằm ở cột không có trong biểu nên không được ghi nhận"
            hint = "ghi nội dung ấy vào một cột của biểu mẫu"
            self._say(TT604, (table.code,), spot(sheet, place).words, message, hint)
        for first, last, coordinates in sheet.merged:
            if last > table.head:
                words = f"trang «{sheet.title}», ô {coordinates}"
                message = f"ô gộp qua {last - first + 1} hàng; chỉ hàng đầu có nội dung ấy"
                self._say(TT608, (table.code,), words, message, "bỏ gộp ô, ghi đủ nội dung ở từng hàng")

    def _added(self, sheet: SheetSeen, table: TableSeen) -> Iterator[tuple[Place, str]]:
        """The first thing in each column that the form does not have; numbers of rows are the form's own."""
        told: set[int] = set(table.columns.values())
        counts = min(table.columns.values()) - 1
        for place, cell in sorted(sheet.cells.items(), key=lambda item: item[0]):
            text = _plain(cell)
            if place[0] <= table.head or place[1] in told or not text:
                continue
            if place[1] == counts and text.isdecimal():
                continue
            told.add(place[1])
            yield place, text

    # What was found

    def finish(self, *, tell_lost: bool) -> None:
        """Puts the values in the order of the form; reports what is no longer in the file."""
        codes = [one.code for one in self.form.fields] if self.form is not None else []
        self.values = {code: self.values.get(code) for code in dict.fromkeys([*codes, *self.values])}
        for code in codes:
            if code not in self._seen and tell_lost:
                message = f"biểu gửi về không còn mục «{self._label(code)}»"
                self._say(TT603, (code,), "tệp Excel", message, "điền lại vào biểu đã nhận, giữ đủ các trang")

    def _text(
        self, sheet: SheetSeen, place: Place, kind: FieldType, path: FieldPath, one: Field | None = None
    ) -> str | None:
        """The text of a cell as it would be typed, a choice by its code."""
        cell = sheet.cells.get(place)
        if cell is None:
            return None
        if cell.is_error or (cell.formula is not None and cell.value is None and not cell.unseen):
            return self._without_result(sheet, place, cell, path)
        found = typed(
            cell.value, kind, self.epoch, cell.number_format, one.measure if one is not None else None
        )
        self._tell_looks(sheet, place, cell, found, path)
        old = old_font(cell.font, cell.text, spot(sheet, place).words) if not self._old_font else None
        if old is not None:
            self._old_font = True  # one finding speaks for the whole file
            self.findings.append(old)
        if found.text is None or one is None:
            return found.text
        return picked(found.text, self.displays.offered(one))

    def _tell_looks(
        self, sheet: SheetSeen, place: Place, cell: CellSeen, found: Typed, path: FieldPath
    ) -> None:
        """Reports where the cell shows something else than Excel holds."""
        words = spot(sheet, place).words
        if cell.unseen:
            message = f"phần bị gạch bỏ hoặc bị ẩn «{quoted(cell.unseen)}» không được đọc"
            self._say(TT666, path, words, message, UNSEEN_HINT)
        if found.text is None:
            return
        if sheet.hides(place):
            message = f"ô ghi «{quoted(found.text)}» đang bị ẩn (hàng, cột hoặc trang), vẫn được đọc"
            self._say(TT667, path, words, message, "bỏ ẩn để xem lại; không dùng đến thì xóa nội dung ô ấy")
        if found.exact is not None:
            message = f"ô hiện {found.text} nhưng giữ số {found.exact}; đọc theo số nhìn thấy, {found.text}"
            self._say(TT668, path, words, message, "gõ lại đúng số cần báo cáo vào ô ấy")
        if found.year is not None:
            message = f"ô hiện ngày {found.text}, có lẽ đã gõ năm {found.year} vào ô ghi ngày"
            self._say(TT669, path, words, message, "gõ đủ ngày/tháng/năm, ví dụ 27/5/2021")
        elif found.yearless:
            message = f"ô không hiện năm; ngày trong ô là {found.text}"
            self._say(TT669, path, words, message, "xem lại năm ấy; gõ đủ ngày/tháng/năm")
        if found.serial:
            message = f"ô ghi số {quoted(str(cell.value))}, Excel hiểu là ngày {found.text}"
            self._say(TT607, path, words, message, "đối chiếu lại ngày ấy")

    def _without_result(self, sheet: SheetSeen, place: Place, cell: CellSeen, path: FieldPath) -> str:
        """Reports a cell with an error, or with a formula that has no result; its text stays as it is."""
        shown = str(cell.value) if cell.is_error else cell.formula or ""
        what = f"báo lỗi {shown}" if cell.is_error else f"có công thức {quoted(shown)} chưa có kết quả"
        hint = "ghi thẳng con số vào ô, lưu lại rồi gửi lại"
        self._say(TT606, path, spot(sheet, place).words, f"ô {what}", hint)
        return shown

    def _declared(self, code: str) -> Field | None:
        return self.form.field(code) if self.form is not None else None

    def _label(self, code: str) -> str:
        one = self._declared(code)
        return one_line(one.label) if one is not None else code

    def _say(self, kind: Diagnostic, path: FieldPath, words: str, message: str, hint: str) -> None:
        self.findings.append(finding(kind, path, words, message, hint))


def spot(sheet: SheetSeen, place: Place) -> Spot:
    """A cell in words and for the program."""
    address = f"{get_column_letter(place[1])}{place[0]}"
    return Spot(words=f"trang «{sheet.title}», ô {address}", locator=f"{sheet.title}!{address}")


def _plain(cell: CellSeen) -> str:
    return "" if cell.value is None else str(cell.value).strip()


def read_xlsx(data: bytes, plan: Plan, roster: Roster) -> Filled | None:
    """The values in an Excel form that came back; None where the file is no form of ours.

    A file that cannot be opened safely gives a finding and no values.
    """
    try:
        book = open_book(data)
    except (ArchiveError, PartError) as error:
        return unopened(error, OfficeProgram.EXCEL)
    if book is None:
        return None
    identity, check = book.identity(plan.code)
    texts = {cell.text for sheet in book.sheets for cell in sheet.cells.values()}
    form = form_of(identity, texts, plan)
    tags = _tags(book, form)
    if identity is None and all(one.is_empty for one in tags.values()):
        return None
    reader = SheetReader(form=form, displays=Displays(plan=plan, roster=roster), epoch=book.epoch)
    for sheet in book.sheets:
        reader.read(sheet, tags[sheet.title])
    reader.finish(tell_lost=identity is not None and identity.fits(form))
    empty = all(value is None for value in reader.values.values())
    return Filled(
        identity=identity,
        check=check,
        values=reader.values,
        paper=reader.numbered,
        nil=reader.nil,
        unit_name=reader.unit_name,
        places=reader.places,
        untouched=empty and not reader.nil and not reader.numbered,
        findings=tuple(reader.findings),
    )


def _tags(book: OpenedBook, form: Form | None) -> Mapping[str, Tags]:
    """The fields in each sheet: by its tags; where they are lost, by the words of the form."""
    found = {sheet.title: tags_of(sheet, form) for sheet in book.sheets}
    if form is None:
        return found
    there = {one.table.code for one in found.values() if one.table is not None}
    singles = any(one.singles for one in found.values())
    for sheet in book.sheets:
        if not found[sheet.title].is_empty or not sheet.cells:
            continue
        tables = [one.code for one in form.fields if one.type is FieldType.TABLE and one.code not in there]
        guess = inferred(sheet, form, tables)
        if guess.table is not None:
            there.add(guess.table.code)
        if guess.table is not None or not singles:
            found[sheet.title] = guess
    return found
