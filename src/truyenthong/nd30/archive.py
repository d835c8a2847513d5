"""Opens a Word file and hands out its parts as XML, whatever is wrong with the file."""

from __future__ import annotations

import posixpath

from truyenthong.ooxml.archive import MAX_PART, OLE, ArchiveError, read_archive
from truyenthong.ooxml.xml import CrowdedError, DoctypeError, Element, PartError, parse

MAX_FILE = 100 * 1024 * 1024
"""Bytes of a whole file: a report with many photos is larger than any form or template."""

_MAX_PARTS = 64 * 1024 * 1024
"""Bytes of all parts that are read, unpacked."""

_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
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


class NotWordError(Exception):
    """The file is no Word file that can be read; the message says why, in Vietnamese."""

    hint = "mở bằng Word rồi lưu lại thành .docx"


class TooLongError(NotWordError):
    """A file with more in it than is looked through."""

    hint = "bớt nội dung, hoặc tách thành nhiều văn bản, rồi soát từng tệp"


class Parts:
    """The parts of a Word file.

    Raises:
        NotWordError: here and in every method: no zip file, no document, too large, broken or hostile XML.
    """

    def __init__(self, data: bytes) -> None:
        _refuse_known_others(data)
        try:
            self._entries = {one.name: one for one in read_archive(data, most=MAX_FILE)}
        except ArchiveError as error:
            raise NotWordError(
                "tệp không mở được như một tệp Word .docx, có thể tệp đã hỏng hoặc có mật khẩu"
            ) from error
        self._left = _MAX_PARTS
        self._read: dict[str, Element | None] = {}
        self._main = self._main_name()
        self._targets = self._relationships(self._main)

    @property
    def has_macros(self) -> bool:
        """Whether a program lies in the file."""
        return any(name.lower().endswith("vbaproject.bin") for name in self._entries)

    @property
    def document(self) -> Element:
        """The document itself."""
        found = self.part(self._main)
        if found is None:
            raise NotWordError(self._what_else())
        return found

    def of_kind(self, kind: str) -> Element | None:
        """The part that the document calls its ``styles``, ``theme``, ``numbering``…"""
        for target, name in self._targets.values():
            if name == kind:
                return self.part(target)
        folder = posixpath.dirname(self._main)
        return self.part(posixpath.join(folder, f"{kind}.xml"))

    def by_id(self, identifier: str) -> Element | None:
        """The part that the document refers to."""
        target, _ = self._targets.get(identifier, ("", ""))
        return self.part(target)

    def part(self, name: str) -> Element | None:
        """A part as XML; None where the file has none of that name."""
        if name not in self._entries:
            return None
        if name not in self._read:
            self._read[name] = self._parsed(name)
        return self._read[name]

    def _parsed(self, name: str) -> Element:
        entry = self._entries[name]
        if entry.size > min(MAX_PART, self._left):
            raise TooLongError(f"phần {name} của tệp quá lớn")
        self._left -= entry.size
        try:
            data = entry.unpack()
            for strict, plain in _STRICT:
                if strict in data[:8192]:
                    data = data.replace(strict, plain)
            return parse(data, name)
        except DoctypeError as error:
            raise NotWordError(f"phần {name} của tệp có khai báo lạ (DOCTYPE)") from error
        except CrowdedError as error:
            raise TooLongError("văn bản quá dài, quá lớn để soát: quá nhiều đoạn, dòng và ô") from error
        except (ArchiveError, PartError) as error:
            raise NotWordError(f"phần {name} của tệp hỏng") from error

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
        if any(name.startswith("xl/") for name in self._entries):
            return "tệp là bảng tính Excel, không phải văn bản Word"
        if any(name.startswith("ppt/") for name in self._entries):
            return "tệp là bài trình chiếu PowerPoint, không phải văn bản Word"
        if "content.xml" in self._entries:
            return "tệp là văn bản OpenDocument (.odt), không phải .docx"
        return "tệp không có văn bản Word bên trong"


def _refuse_known_others(data: bytes) -> None:
    """Names the kinds of files that are sent instead of a ``.docx``."""
    start = data[:1024].lstrip()
    if len(data) > MAX_FILE:
        raise TooLongError(f"tệp lớn hơn {MAX_FILE // 1024 // 1024} MB, không phải một văn bản")
    if not data:
        raise NotWordError("tệp rỗng, không có chữ nào")
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data[: 1024 * 1024]:
            raise NotWordError("tệp Word có mật khẩu nên không đọc được")
        raise NotWordError("tệp là văn bản Word đời cũ (.doc)")
    for sign, name in ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"<!DOCTYPE html", "HTML"), (b"<html", "HTML")):
        if start.lower().startswith(sign.lower()):
            raise NotWordError(f"tệp là {name} đổi đuôi, không phải .docx")
