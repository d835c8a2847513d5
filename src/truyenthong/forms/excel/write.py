"""Makes a form in Excel out of its declaration: the workbook as a whole; reads none back."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from truyenthong.forms.excel.formulas import ChecksWriter, Formulas
from truyenthong.forms.excel.layout import Layout, tables_in
from truyenthong.forms.excel.looks import ChoiceSheet
from truyenthong.forms.excel.sheets import MainWriter, write_table
from truyenthong.forms.filled import BlankRequest
from truyenthong.forms.identity import Identity, identity_line, identity_of, to_texts
from truyenthong.forms.word.controls import Displays
from truyenthong.forms.word.paper import summary
from truyenthong.forms.word.write import PROPERTY
from truyenthong.ooxml.archive import Entry, pack, read_archive, write_archive
from truyenthong.ooxml.xml import without_illegal

_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""When each form counts as made: the same request makes the same bytes."""


def write_xlsx(request: BlankRequest) -> bytes:
    """The form as an Excel file; the same request always makes the same bytes."""
    identity = identity_of(
        request.form,
        plan=request.plan.code,
        obligation=request.obligation.code,
        unit=request.unit.code if request.unit is not None else None,
        period=request.period.code if request.period is not None else None,
    )
    layout = Layout.of(request)
    displays = Displays(plan=request.plan, roster=request.roster)
    lists = ChoiceSheet.of(request.form, displays)
    book = Workbook()
    main = book.active
    if main is None:
        raise RuntimeError("a new workbook has a sheet")  # the library's promise, told to the type checker
    MainWriter(request=request, layout=layout, lists=lists, identity=identity).write(main)
    foot = identity_line(identity)
    for table in tables_in(layout):
        write_table(book.create_sheet(table.sheet), table, request, lists=lists, foot=foot)
    formulas = Formulas(layout=layout, displays=displays)
    ChecksWriter(layout=layout, formulas=formulas).write(book, request.form)
    lists.write(book)
    _properties(book, request, identity)
    return saved(book)


def _properties(book: Workbook, request: BlankRequest, identity: Identity) -> None:
    book.properties.title = without_illegal(summary(request))[0]
    book.properties.creator = without_illegal(request.plan.agency.full_name)[0]
    properties = book.custom_doc_props  # type: ignore[attr-defined] # not in the stubs of 3.1
    for name, text in to_texts(identity).items():
        properties.append(StringProperty(name=f"{PROPERTY}{name}", value=text))


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook, free of the clock."""
    book.calculation.fullCalcOnLoad = True
    book.properties.created = book.properties.modified = _MOMENT.replace(tzinfo=None)
    stream = io.BytesIO()
    book.save(stream)
    return write_archive(_settled(one, book) for one in read_archive(stream.getvalue()))


_CORE, _SHEETS = "docProps/core.xml", "xl/worksheets/"
_FIRM_HEIGHT = b' customHeight="1"'
"""A row so marked does not grow when more is typed into it."""


def _settled(one: Entry, book: Workbook) -> Entry:
    if one.name == _CORE:
        return pack(one.name, _core_part(book))
    return pack(one.name, one.unpack().replace(_FIRM_HEIGHT, b"")) if one.name.startswith(_SHEETS) else one


def _core_part(book: Workbook) -> bytes:
    """The properties as they are to stand: saving puts the hour of the day in them."""
    from openpyxl.xml.functions import tostring  # noqa: PLC0415 - only here is a part made by hand

    book.properties.modified = _MOMENT.replace(tzinfo=None)
    made: bytes = tostring(book.properties.to_tree())
    return made
