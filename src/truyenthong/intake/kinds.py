"""What a file is, told by its content before its name; opens none of them further than that needs."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from enum import StrEnum

from truyenthong.diagnostics.intake import TT630, TT631, TT633, TT634, TT635, TT636, TT637, TT638, TT639
from truyenthong.diagnostics.intake_contents import TT656, TT658
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Finding, Ref


class FileKind(StrEnum):
    """A kind of file; the value is its name for people."""

    WORD = "tệp Word"
    EXCEL = "tệp Excel"
    YAML = "tệp YAML"
    MAIL = "thư"
    ZIP = "tệp nén zip"
    EMPTY = "tệp rỗng"
    OLD_OFFICE = "tệp Word, Excel đời cũ"
    MACROS = "tệp có macro"
    LOCKED = "tệp đặt mật khẩu"
    SCAN = "PDF quét"
    PDF = "PDF"
    IMAGE = "ảnh"
    BROKEN = "tệp hỏng"
    TEXT = "tệp chữ"
    OTHER = "tệp loại khác"


READABLE = frozenset({FileKind.WORD, FileKind.EXCEL, FileKind.YAML})
"""What a form may come in."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_PHOTO_BRANDS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
_KEYS = re.compile(rb"(?:^|\n)\s*(?:don_vi|nhiem_vu|lan_nop)\s*:")
_HEADER = re.compile(
    rb"(?:from|to|subject|date|message-id|received|mime-version|return-path|content-type|delivered-to)\s*:",
    re.IGNORECASE,
)
_HEAD = 4_000
_LONGEST_LOOKED_AT = 20_000_000
_MOST_STREAMS = 400
_STREAM = re.compile(rb"stream\r?\n")
_MOST_ENTRIES = 3_000


def kind_of(name: str, data: bytes) -> FileKind:
    """The kind of a file."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return FileKind.EMPTY
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith(_ZIP):
        return _zip(data)
    if b"%PDF-" in data[:1024]:
        return _pdf(data)
    if data.startswith(_IMAGES) or data[4:12] in _PHOTO_BRANDS or data[8:12] == b"WEBP":
        return FileKind.IMAGE
    return _text(name, data)


def _ole(data: bytes) -> FileKind:
    """An old container: with a password, where the parts are named in UTF-16, else of an old program."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileKind.LOCKED
    old = ("WordDocument", "Workbook", "Book", "PowerPoint Document")
    return FileKind.OLD_OFFICE if any(one.encode("utf-16-le") in data for one in old) else FileKind.OTHER


def _zip(data: bytes) -> FileKind:
    if data.count(b"PK\x01\x02") > 2 * _MOST_ENTRIES:
        return FileKind.BROKEN
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {info.filename.casefold() for info in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error):
        return FileKind.BROKEN
    return _package(names) if "" not in names else FileKind.BROKEN


def _package(names: set[str]) -> FileKind:
    """What a zip file with these names in it is."""
    if any(name.endswith("vbaproject.bin") for name in names):
        return FileKind.MACROS
    if "xl/workbook.bin" in names:
        return FileKind.OLD_OFFICE
    if "[content_types].xml" in names:
        return _office(names)
    return FileKind.OTHER if {"mimetype", "content.xml"} <= names else FileKind.ZIP


def _office(names: set[str]) -> FileKind:
    for folder, kind in (("word/", FileKind.WORD), ("xl/", FileKind.EXCEL)):
        if any(name.startswith(folder) for name in names):
            return kind
    return FileKind.OTHER


def _pdf(data: bytes) -> FileKind:
    """As far as can be told without a reader: a page with letters names a font, also inside its streams."""
    if b"/Encrypt" in data:
        return FileKind.LOCKED
    return FileKind.PDF if b"/Font" in data or _font_inside(data[:_LONGEST_LOOKED_AT]) else FileKind.SCAN


def _font_inside(data: bytes) -> bool:
    for number, found in enumerate(_STREAM.finditer(data)):
        if number >= _MOST_STREAMS:
            break
        head = data[max(0, found.start() - 300) : found.start()]
        if b"/ObjStm" not in head.rpartition(b"obj")[2]:
            continue
        try:
            inside = zlib.decompressobj().decompress(data[found.end() :], 1_000_000)
        except zlib.error:
            continue
        if b"/Font" in inside:
            return True
    return False


def _text(name: str, data: bytes) -> FileKind:
    head = data[:_HEAD].replace(b"\r\n", b"\n")
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return FileKind.OTHER
    if _is_mail(head):
        return FileKind.MAIL
    ending = name.lower().rpartition(".")[2]
    if _KEYS.search(head) or ending in {"yaml", "yml"}:
        return FileKind.YAML
    if ending == "eml":
        return FileKind.MAIL
    controls = sum(byte < 9 or 13 < byte < 27 for byte in head)
    return FileKind.OTHER if controls > len(head) // 50 or head.startswith(b"{\\rtf") else FileKind.TEXT


def _is_mail(head: bytes) -> bool:
    """Whether the file begins as a message: at least two of the usual headers before the first empty line."""
    top = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\n").partition(b"\n\n")[0]
    lines = top.split(b"\n")
    if lines and lines[0].startswith(b"From "):
        lines = lines[1:]
    names = {found[0].lower() for line in lines if (found := _HEADER.match(line)) is not None}
    return len(names) >= 2 and bool(lines) and re.match(rb"[!-9;-~]+[ \t]*:", lines[0]) is not None


_REFUSALS: Mapping[FileKind, tuple[Diagnostic, str, str]] = {
    FileKind.EMPTY: (TT630, "tệp rỗng", "mở tệp trên máy, kiểm tra có nội dung, lưu lại rồi gửi lại"),
    FileKind.OLD_OFFICE: (
        TT631,
        "tệp Word, Excel đời cũ (.doc, .xls), không đọc được từng ô",
        "điền vào đúng biểu đã nhận; hoặc mở tệp, chọn «Lưu thành» đúng dạng của biểu ấy rồi gửi lại",
    ),
    FileKind.MACROS: (
        TT633,
        "tệp có macro nên không được mở",
        "chọn «Lưu thành» đúng dạng của biểu đã nhận (không macro) rồi gửi lại",
    ),
    FileKind.LOCKED: (
        TT634,
        "tệp đặt mật khẩu nên không đọc được",
        "bỏ mật khẩu của tệp (Tệp › Thông tin › Bảo vệ) rồi gửi lại",
    ),
    FileKind.SCAN: (
        TT635,
        "bản quét không có lớp chữ, không đọc được số liệu",
        "gửi thêm chính tệp biểu đã điền",
    ),
    FileKind.PDF: (
        TT636,
        "PDF không phải biểu mẫu, không đọc được số liệu",
        "gửi thêm chính tệp biểu đã điền",
    ),
    FileKind.IMAGE: (
        TT637,
        "ảnh, không đọc được số liệu",
        "gửi chính tệp biểu đã điền thay cho ảnh chụp",
    ),
    FileKind.BROKEN: (
        TT656,
        "tệp bị hỏng hoặc gửi chưa trọn, không mở được",
        "mở thử tệp trên máy đã gửi, lưu lại rồi gửi lại",
    ),
    FileKind.MAIL: (
        TT658,
        "thư nằm quá sâu trong tệp nén của thư khác",
        "gửi thẳng các tệp trong một thư mới",
    ),
    FileKind.TEXT: (TT638, "tệp chữ thường, không phải biểu mẫu", "gửi chính tệp biểu đã điền"),
    FileKind.OTHER: (
        TT638,
        "loại tệp này không nhận",
        "gửi chính tệp biểu đã điền; nhiều tệp thì nén thành .zip",
    ),
}


def refusal(kind: FileKind, name: str) -> Finding | None:
    """Why a file of that kind cannot be taken, with advice for the unit; None where it can be."""
    said = _REFUSALS.get(kind)
    if said is None:
        return None
    diagnostic, message, hint = said
    return diagnostic.at(Ref(file=name), message, hint=hint)


def not_ours(kind: FileKind, name: str) -> Finding:
    """A Word or Excel file, or a text, that is no form of this program."""
    return TT639.at(
        Ref(file=name),
        f"{kind.value} này không phải biểu mẫu của chương trình, không biết ô nào là gì",
        hint="điền vào đúng biểu mà văn phòng đã gửi (làm bằng «truyenthong form») rồi gửi lại tệp ấy",
    )
