"""Opens a Word file and hands out its parts as XML; trusts nothing in it, and never unpacks without bound."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib

from lxml import etree
from lxml.etree import _Element

MAX_FILE = 100 * 1024 * 1024
"""Bytes of a whole file, as it lies on the disk."""

MAX_PART = 32 * 1024 * 1024
"""Bytes of one part of the file, unpacked: far more than any letter, far less than a zip bomb."""

MAX_PARTS = 64 * 1024 * 1024
"""Bytes of all parts that are read, unpacked."""

_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    IndexError,
)
"""What ``zipfile`` is known to raise on bytes that are no whole zip file."""


class NotWordError(Exception):
    """The file is no Word file that can be read; the message says why, in Vietnamese."""


class Parts:
    """The parts of a Word file.

    Raises:
        NotWordError: here and in every method: no zip file, no document, too large, broken or hostile XML.
    """

    def __init__(self, data: bytes) -> None:
        _refuse_known_others(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise NotWordError("tệp không mở được như một tệp Word .docx, có thể tệp đã hỏng") from error
        self._left = MAX_PARTS
        self._read: dict[str, _Element | None] = {}
        # some programs on Windows write word\\document.xml
        self._names = {one.replace("\\", "/"): one for one in self._zip.namelist()}
        self._main = self._main_name()
        self._targets = self._relationships(self._main)

    @property
    def has_macros(self) -> bool:
        """Whether a program lies in the file."""
        return any(name.lower().endswith("vbaproject.bin") for name in self._names)

    @property
    def document(self) -> _Element:
        """The document itself."""
        found = self.part(self._main)
        if found is None:
            raise NotWordError(self._what_else())
        return found

    def of_kind(self, kind: str) -> _Element | None:
        """The part that the document calls its ``styles``, ``theme``, ``numbering``…"""
        for target, name in self._targets.values():
            if name == kind:
                return self.part(target)
        folder = posixpath.dirname(self._main)
        return self.part(posixpath.join(folder, f"{kind}.xml"))

    def by_id(self, identifier: str) -> _Element | None:
        """The part that the document refers to."""
        target, _ = self._targets.get(identifier, ("", ""))
        return self.part(target)

    def part(self, name: str) -> _Element | None:
        """A part as XML; None where the file has none of that name."""
        if name not in self._names:
            return None
        if name not in self._read:
            self._read[name] = _parsed(self._bytes(name), name)
        return self._read[name]

    def _bytes(self, name: str) -> bytes:
        most = min(MAX_PART, self._left)
        try:
            with self._zip.open(self._names[name]) as stream:
                data = stream.read(most + 1)
        except _BROKEN as error:
            raise NotWordError(f"phần {name} của tệp hỏng hoặc có mật khẩu") from error
        if len(data) > most:
            raise NotWordError(f"phần {name} của tệp quá lớn")
        self._left -= len(data)
        return data

    def _main_name(self) -> str:
        root = self.part("_rels/.rels")
        for one in root.iter(f"{_REL}Relationship") if root is not None else ():
            if (one.get("Type") or "").endswith("/officeDocument"):
                name = posixpath.normpath((one.get("Target") or "").lstrip("/"))
                if name.startswith("word/"):
                    return name
        return "word/document.xml"

    def _relationships(self, name: str) -> dict[str, tuple[str, str]]:
        folder, file = posixpath.split(name)
        root = self.part(f"{folder}/_rels/{file}.rels")
        found: dict[str, tuple[str, str]] = {}
        for one in root.iter(f"{_REL}Relationship") if root is not None else ():
            target, kind = one.get("Target") or "", (one.get("Type") or "").rpartition("/")[2]
            if one.get("TargetMode") != "External":
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found[one.get("Id") or ""] = (posixpath.normpath(path), kind)
        return found

    def _what_else(self) -> str:
        if any(name.startswith("xl/") for name in self._names):
            return "tệp là bảng tính Excel, không phải văn bản Word"
        if any(name.startswith("ppt/") for name in self._names):
            return "tệp là bài trình chiếu PowerPoint, không phải văn bản Word"
        if "content.xml" in self._names:
            return "tệp là văn bản OpenDocument (.odt), không phải .docx"
        return "tệp không có văn bản Word bên trong"


def _refuse_known_others(data: bytes) -> None:
    """Names the kinds of files that are sent instead of a ``.docx``."""
    start = data[:1024].lstrip()
    if len(data) > MAX_FILE:
        raise NotWordError(f"tệp lớn hơn {MAX_FILE // 1024 // 1024} MB, không phải một văn bản")
    if not data:
        raise NotWordError("tệp rỗng, không có chữ nào")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data[: 1024 * 1024]:
            raise NotWordError("tệp Word có mật khẩu nên không đọc được")
        raise NotWordError("tệp là văn bản Word đời cũ (.doc)")
    for sign, name in ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"<!DOCTYPE html", "HTML"), (b"<html", "HTML")):
        if start.lower().startswith(sign.lower()):
            raise NotWordError(f"tệp là {name} đổi đuôi, không phải .docx")


def _parsed(data: bytes, name: str) -> _Element:
    for strict, plain in _STRICT:
        if strict in data[:8192]:
            data = data.replace(strict, plain)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotWordError(f"phần {name} của tệp hỏng") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotWordError(f"phần {name} của tệp có khai báo lạ (DOCTYPE)")
    return root
