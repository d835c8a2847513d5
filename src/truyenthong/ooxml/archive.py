"""Guards the zip files that people send and writes zip files whose bytes depend on their content alone."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from truyenthong.text import number_wording

MAX_FILE = 50_000_000
"""Bytes of a template file."""
MAX_UNPACKED = 200_000_000
"""Bytes of all its parts together, unpacked."""
MAX_PART = 30_000_000
"""Bytes of one part that is read, unpacked."""
MAX_ENTRIES = 3_000
MAX_ELEMENTS = 400_000
"""Beginnings and ends of elements in one part of a Word file, counted before a tree is built of them.

A page of dense tables has about 800. The parts of a template that are filled share this number.
"""
MAX_PARAGRAPHS = 50_000
"""Paragraphs in one part: an empty one costs its readers as much as one full of words."""
MAX_SHEET_ELEMENTS = 1_000_000
"""Beginnings and ends of elements in all parts of an Excel file: about 200,000 cells."""


_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_CENTRAL_SIGN = b"PK\x01\x02"
_TIME, _DAY = 0, 0x21  # midnight of 1/1/1980, the first day a zip file knows
_UTF8 = 0x800
_ENCRYPTED = 0x1
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of files from before 2007, and of files with a password."""


class OfficeProgram(StrEnum):
    """The program that a file should come from, as sentences name it."""

    WORD = "Word"
    EXCEL = "Excel"

    @property
    def ending(self) -> str:
        """The ending of its files."""
        return ".docx" if self is OfficeProgram.WORD else ".xlsx"


class ArchiveError(Exception):
    """The bytes are no zip file that this program opens; ``str(error)`` is a Vietnamese sentence."""


class OversizedError(ArchiveError):
    """The file, one of its parts or their number is larger than this program opens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One stored file.

    Attributes:
        stored: its bytes in the zip file (compressed by ``method``).
        size, crc: of the unpacked bytes.
    """

    name: str
    method: int
    stored: bytes
    size: int
    crc: int

    def unpack(self) -> bytes:
        """The file's bytes.

        Raises:
            ArchiveError: damaged, or larger than it says.
        """
        if self.size > MAX_PART:
            raise OversizedError(
                f"Phần {self.name} của tệp quá lớn ({number_wording(self.size)} byte sau khi giải nén)."
            )
        data = self.stored if self.method == zipfile.ZIP_STORED else self._inflate()
        if len(data) != self.size or zlib.crc32(data) != self.crc:
            raise ArchiveError(f"Phần {self.name} của tệp bị hỏng.")
        return data

    def _inflate(self) -> bytes:
        try:
            # One byte more than the entry claims shows a lie, and a bomb is never unpacked.
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(self.stored, self.size + 1)
        except zlib.error as error:
            raise ArchiveError(f"Phần {self.name} của tệp bị hỏng.") from error


def pack(name: str, data: bytes) -> Entry:
    """An entry of new bytes, compressed."""
    deflate = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    stored = deflate.compress(data) + deflate.flush()
    return Entry(name=name, method=zipfile.ZIP_DEFLATED, stored=stored, size=len(data), crc=zlib.crc32(data))


def read_archive(
    data: bytes, *, program: OfficeProgram = OfficeProgram.WORD, most: int = MAX_FILE
) -> tuple[Entry, ...]:
    """The entries of a zip file in their order, none of them unpacked yet.

    Args:
        data: the file.
        program: named in the sentences.
        most: bytes that the file may have.

    Raises:
        ArchiveError: no zip file, encrypted, too large, or with names that point outside.
    """
    if len(data) > most:
        raise OversizedError(
            f"Tệp quá lớn ({number_wording(len(data))} byte, nhiều nhất {number_wording(most)})."
        )
    if data.startswith(OLE):
        raise ArchiveError(
            f"Tệp là bản {program} cũ ({program.ending[:-1]}) hoặc đang đặt mật khẩu, "
            f"không phải {program.ending} thường."
        )
    _check_count(data.count(_CENTRAL_SIGN), 2 * MAX_ENTRIES)  # before an object is made for each
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not _name(info).endswith("/")]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
        raise ArchiveError(f"Tệp không phải là tệp {program} {program.ending}, hoặc đã bị hỏng.") from error
    _check(infos, program)
    return tuple(_entries(data, infos))


def _check_count(count: int, most: int) -> None:
    if count > most:
        raise OversizedError(
            f"Tệp có quá nhiều phần ({number_wording(count)}, nhiều nhất {number_wording(MAX_ENTRIES)})."
        )


def _check(infos: list[zipfile.ZipInfo], program: OfficeProgram) -> None:
    _check_count(len(infos), MAX_ENTRIES)
    if sum(info.file_size for info in infos) > MAX_UNPACKED:
        most = number_wording(MAX_UNPACKED)
        raise OversizedError(f"Tệp quá lớn sau khi giải nén (nhiều nhất {most} byte).")
    seen: set[str] = set()
    for info in infos:
        name = _name(info)
        if name.startswith("/") or ".." in name.split("/") or ":" in name or "\0" in name:
            raise ArchiveError(f"Tệp có phần mang tên chỉ ra ngoài: {name!r}.")
        if name.lower() in seen:  # Word and Windows compare names without case
            raise ArchiveError(f"Tệp có hai phần cùng tên: {name}.")
        seen.add(name.lower())
        if info.flag_bits & _ENCRYPTED:
            raise ArchiveError("Tệp đang đặt mật khẩu.")
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise ArchiveError(f"Phần {name} của tệp nén theo cách không dùng cho {program}.")


def _name(info: zipfile.ZipInfo) -> str:
    """The name as the standard writes it; some programs on Windows write folders with a backslash."""
    return info.orig_filename.replace("\\", "/")


def _entries(data: bytes, infos: list[zipfile.ZipInfo]) -> Iterator[Entry]:
    """The entries; no two may share bytes, for a bomb can be packed once and counted often."""
    places = sorted({info.header_offset for info in infos})
    following = dict(pairwise([*places, len(data)]))
    for info in infos:
        begin = _begin(data, info)
        end = begin + info.compress_size
        if end > following[info.header_offset] or len(places) < len(infos):
            raise ArchiveError("Tệp có các phần chồng lên nhau trong gói nén.")
        yield Entry(
            name=_name(info),
            method=info.compress_type,
            stored=data[begin:end],
            size=info.file_size,
            crc=info.CRC,
        )


def _begin(data: bytes, info: zipfile.ZipInfo) -> int:
    """Where the bytes of an entry begin, behind its own header, which must name the same file."""
    start = info.header_offset
    if not 0 <= start <= len(data) - _LOCAL.size or data[start : start + 4] != b"PK\x03\x04":
        raise ArchiveError(f"Phần {info.filename} của tệp bị hỏng.")
    name_length, extra_length = map(int, _LOCAL.unpack_from(data, start)[-2:])
    name = data[start + _LOCAL.size : start + _LOCAL.size + name_length].replace(b"\\", b"/")
    if name != _name(info).encode("utf-8" if info.flag_bits & _UTF8 else "cp437", "replace"):
        raise ArchiveError(f"Phần {info.filename} của tệp mang hai tên khác nhau.")
    return start + _LOCAL.size + name_length + extra_length


def write_archive(entries: Iterable[Entry]) -> bytes:
    """The zip file of these entries; the same entries always make the same bytes."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in entries:
        name = entry.name.encode()
        flags = 0 if entry.name.isascii() else _UTF8
        common = (flags, entry.method, _TIME, _DAY, entry.crc, len(entry.stored), entry.size, len(name), 0)
        local = _LOCAL.pack(b"PK\x03\x04", 20, *common) + name
        central = _CENTRAL.pack(_CENTRAL_SIGN, 20, 20, *common, 0, 0, 0, 0, offset) + name
        body += (local, entry.stored)
        directory.append(central)
        offset += len(local) + len(entry.stored)
    tail = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(directory), len(directory), len(tail), offset, 0)
    return b"".join((*body, tail, end))
