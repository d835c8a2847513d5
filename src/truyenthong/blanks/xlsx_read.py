"""Reads a filled-in Excel form back: the fields in the order of the form; judges no value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from truyenthong.blanks.docx_controls import Displays, paths_by_tag
from truyenthong.blanks.filled import Filled
from truyenthong.blanks.identity import Identity, declaration_mark
from truyenthong.blanks.xlsx_gathering import SheetReader
from truyenthong.blanks.xlsx_open import OpenedBook, open_book
from truyenthong.blanks.xlsx_tags import Tags, inferred, tags_of
from truyenthong.diagnostics.word_forms import TT601
from truyenthong.findings import Ref
from truyenthong.model.forms import FieldType, Form
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster
from truyenthong.word.archive import ArchiveError
from truyenthong.word.xml import PartError

_TAG = re.compile(r"tt:noi_dung\.")


def read_xlsx(data: bytes, plan: Plan, roster: Roster) -> Filled | None:
    """What came back in an Excel form; None where the file is no form of ours.

    A file that cannot be opened safely is a finding, and nothing of it is read.
    """
    try:
        book = open_book(data)
    except (ArchiveError, PartError) as error:
        return _unopened(str(error))
    if book is None:
        return None
    identity, check = book.identity(plan.code)
    form = _form(identity, book, plan)
    tags = _tags(book, form)
    if identity is None and all(one.is_empty for one in tags.values()):
        return None
    reader = SheetReader(form=form, displays=Displays(plan=plan, roster=roster), epoch=book.epoch)
    for sheet in book.sheets:
        reader.read(sheet, tags[sheet.title])
    told = form is not None and identity is not None and declaration_mark(form) == identity.declaration
    reader.finish(tell_lost=told)
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


def _unopened(message: str) -> Filled:
    told = message[:1].lower() + message[1:].rstrip(".")
    hint = "mở tệp bằng Excel, lưu lại thành tệp .xlsx mới rồi gửi lại"
    return Filled(identity=None, check=None, values={}, findings=(TT601.at(Ref(file=""), told, hint=hint),))


def _form(identity: Identity | None, book: OpenedBook, plan: Plan) -> Form | None:
    """The form as it is declared today: by its code, else the one whose fields are in the file."""
    if identity is not None:
        return plan.forms_by_code.get(identity.form)
    texts = {cell.text for sheet in book.sheets for cell in sheet.cells.values() if _TAG.match(cell.text)}
    fits = Counter({form.code: len(texts & paths_by_tag(form).keys()) for form in plan.forms})
    best = fits.most_common(1)
    return plan.forms_by_code[best[0][0]] if best and best[0][1] else None


def _tags(book: OpenedBook, form: Form | None) -> Mapping[str, Tags]:
    """What each sheet holds: by its tags; where they are lost, by the words of the form."""
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
