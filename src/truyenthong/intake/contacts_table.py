"""Reads a list of addresses in Excel or CSV: which unit has which, by the headings of the columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truyenthong.findings import Finding, Ref
from truyenthong.text import fold, nfc
from truyenthong.yamltext.encodings import decode_utf8

_UNIT = (
    *("đơn vị", "tên đơn vị", "mã đơn vị", "cơ quan, đơn vị", "cơ quan", "trường", "tên trường"),
    *("tên cơ quan", "đơn vị nhận", "nơi nhận"),
)
_ADDRESS = (
    *("thư điện tử", "địa chỉ thư điện tử", "hộp thư", "hộp thư điện tử", "hòm thư", "mail"),
    *("email", "e-mail", "địa chỉ email", "địa chỉ e-mail", "gmail", "thư công vụ", "email công vụ"),
    *("hộp thư công vụ", "thư điện tử công vụ"),
)
_FIRST_ROWS = 40
"""The heading is among the first rows, below titles."""
_MOST_ROWS = 20_000
_BETWEEN = re.compile(r"[\s,;]+")
_SEPARATORS = ",;\t|"
_ZIP = b"PK\x03\x04"


class NotTableError(Exception):
    """The file cannot be read as a table; the reason is a sentence for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """One unit with the addresses in its row, as typed.

    Attributes:
        where: the row, for people.
    """

    where: str
    unit: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsRead:
    """What a list holds.

    Attributes:
        headless: sheets that hold something and no row with both headings.
    """

    lines: tuple[ContactLine, ...]
    headless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """A table: its name («» for CSV) and the texts of its rows with their numbers."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_contacts(data: bytes, *, file: str) -> ContactsRead:
    """The units and addresses of an ``.xlsx`` or a CSV file.

    Raises:
        ArchiveError, PartError: an Excel file that is not safe, or damaged.
        NotTableError: neither Excel nor text in UTF-8, or too long.
    """
    sheets = tuple(_excel(data)) if data.startswith(_ZIP) else (_csv(data, file),)
    lines: list[ContactLine] = []
    headless: list[str] = []
    for sheet in sheets:
        columns = _columns(sheet)
        if columns is not None:
            lines += _lines(sheet, *columns)
        elif sheet.rows:
            headless.append(sheet.name or file)
    return ContactsRead(lines=tuple(lines), headless=tuple(headless))


def _excel(data: bytes) -> Iterator[_Sheet]:
    from truyenthong.forms.excel.open import guarded  # noqa: PLC0415 - a CSV does without openpyxl
    from truyenthong.forms.excel.shown import hidden_lines, shown  # noqa: PLC0415 - the same

    for sheet in guarded(data).worksheets:
        if sheet.sheet_state != "visible":
            continue
        hidden_rows, hidden_columns = hidden_lines(sheet)
        rows: list[tuple[int, tuple[str, ...]]] = []
        for row in sheet.iter_rows():
            number = row[0].row if row else None
            if number is None or number in hidden_rows:
                continue
            cells = [one for one in row if one.column not in hidden_columns]
            texts = tuple(
                "" if (value := shown(one, one.value).value) is None else str(value) for one in cells
            )
            rows.append((number, tuple(nfc(text).strip() for text in texts)))
        yield _Sheet(name=sheet.title, rows=_bounded(rows))


def _csv(data: bytes, file: str) -> _Sheet:
    text = decode_utf8(data.removeprefix(b"\xef\xbb\xbf"), Ref(file=file))
    if isinstance(text, Finding):
        raise NotTableError(text.message)
    if "\0" in text:
        raise NotTableError("tệp không phải Excel, cũng không phải văn bản CSV")
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    try:
        read = [*csv.reader(io.StringIO(nfc(text), newline=""), delimiter=separator)]
    except csv.Error as error:
        raise NotTableError("tệp CSV có dòng không đọc được") from error
    rows = [(number, tuple(cell.strip() for cell in row)) for number, row in enumerate(read, start=1)]
    return _Sheet(name="", rows=_bounded(rows))


def _bounded(rows: Sequence[tuple[int, tuple[str, ...]]]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    kept = tuple(row for row in rows if any(row[1]))
    if len(kept) > _MOST_ROWS:
        raise NotTableError(f"danh bạ có hơn {_MOST_ROWS} dòng")
    return kept


def _key(heading: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(heading)))


_UNIT_KEYS = frozenset(map(_key, _UNIT))
_ADDRESS_KEYS = frozenset(map(_key, _ADDRESS))


def _columns(sheet: _Sheet) -> tuple[int, int, tuple[int, ...]] | None:
    """The number of the heading row, the column of units and those of addresses."""
    for number, texts in sheet.rows[:_FIRST_ROWS]:
        keys = [_key(text) for text in texts]
        unit = next((at for at, key in enumerate(keys) if key in _UNIT_KEYS), None)
        addresses = tuple(at for at, key in enumerate(keys) if key in _ADDRESS_KEYS)
        if unit is not None and addresses:
            return number, unit, addresses
    return None


def _lines(sheet: _Sheet, heading: int, unit: int, addresses: tuple[int, ...]) -> Iterator[ContactLine]:
    for number, texts in sheet.rows:
        if number <= heading:
            continue
        cells = [texts[at] for at in addresses if at < len(texts)]
        found = tuple(dict.fromkeys(part for cell in cells for part in _BETWEEN.split(cell) if part))
        name = texts[unit] if unit < len(texts) else ""
        if found:
            where = f"trang «{sheet.name}», dòng {number}" if sheet.name else f"dòng {number}"
            yield ContactLine(where=where, unit=name, addresses=found)
