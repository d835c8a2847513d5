"""Seals a finished document among its own properties, so that a later change shows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from itertools import count

from lxml import etree

from truyenthong.ooxml.archive import ArchiveError, Entry, pack, read_archive, write_archive
from truyenthong.ooxml.parts import parts_of
from truyenthong.ooxml.xml import Element, PartError, parse, serialise

PROPERTY = "truyenthong-dau"
_DIGITS = 64
_BLANK = "0" * _DIGITS
_VALUE = re.compile(rf'(name="{PROPERTY}"[^>]*><[^<>]*>)([0-9a-f]{{{_DIGITS}}})<'.encode())
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_EMPTY = f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}"/>'.encode()
_OWN_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that holds the properties which people add (``fmtid``)."""


def sealed(data: bytes) -> bytes:
    """The document with its seal; the same document always gets the same one.

    A document whose own properties cannot be read gets none: it is then known by its bytes alone.

    Raises:
        ArchiveError: the bytes are no document.
    """
    parts = parts_of(read_archive(data))
    try:
        name = parts.only("", "custom-properties", "docProps/custom.xml", _EMPTY, _CONTENT_TYPE)
        root = parse(parts.read(name), name)
    except PartError:
        return data
    _set(root, _BLANK)
    parts.made[name] = serialise(root)
    entries = tuple(parts.finished())
    seal = _digest(entries)
    _set(root, seal)
    return write_archive(pack(name, serialise(root)) if one.name == name else one for one in entries)


def is_whole(data: bytes) -> bool:
    """Whether a document carries a seal and is still, byte for byte, what was sealed."""
    try:
        entries = read_archive(data)
        found = [match[2] for one in entries for match in _VALUE.finditer(one.unpack())]
        return len(found) == 1 and found[0].decode() == _digest(entries) and data == write_archive(entries)
    except ArchiveError:
        return False


def _set(root: Element, value: str) -> None:
    """Writes the property; one of a paper that became a template is replaced."""
    for old in [one for one in root if one.get("name") == PROPERTY]:
        root.remove(old)
    taken = {one.get("pid") for one in root}
    number = next(str(number) for number in count(2) if str(number) not in taken)
    attributes = {"fmtid": _OWN_PROPERTIES, "pid": number, "name": PROPERTY}
    one = etree.SubElement(root, f"{{{_PROPERTIES}}}property", attributes)
    etree.SubElement(one, f"{{{_TYPES}}}lpwstr").text = value


def _digest(entries: Iterable[Entry]) -> str:
    """Over the names and the contents of all parts, the seal itself left blank."""
    digest = hashlib.sha256()
    for one in entries:
        data = _VALUE.sub(rb"\g<1>" + _BLANK.encode() + b"<", one.unpack())
        digest.update(f"{one.name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
