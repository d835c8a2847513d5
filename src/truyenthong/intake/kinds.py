"""Decides what kind a file is, by its content before its name, and why a kind is refused."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from enum import StrEnum

from truyenthong.diagnostics.intake import (
    TT617,
    TT618,
    TT630,
    TT631,
    TT633,
    TT634,
    TT635,
    TT636,
    TT637,
    TT638,
    TT639,
    TT656,
    TT658,
)
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Finding, Ref
from truyenthong.intake.letter_start import is_mbox, is_web_archive, letter_start


class FileKind(StrEnum):
    """A kind of file; the value is its name for people."""

    WORD = "tệp Word"
    EXCEL = "tệp Excel"
    YAML = "tệp YAML"
    MAIL = "thư"
    MAILBOX = "hộp thư mbox"
    ZIP = "tệp nén zip"
    EMPTY = "tệp rỗng"
    OLD_OFFICE = "tệp Word, Excel đời cũ"
    OFFICE_XML = "tệp Word, Excel lưu thành XML"
    WEB_PAGE = "trang web"
    RICH_TEXT = "tệp RTF"
    OTHER_OFFICE = "tệp của chương trình văn phòng khác"
    MACROS = "tệp có macro"
    LOCKED = "tệp đặt mật khẩu"
    SCAN = "PDF quét"
    PDF = "PDF"
    IMAGE = "ảnh"
    BROKEN = "tệp hỏng"
    ARCHIVE = "tệp nén không phải zip"
    TNEF = "gói winmail.dat của Outlook"
    MAIL_PROGRAM = "tệp của chương trình thư"
    SHORTCUT = "đường dẫn tới tệp"
    TEXT = "tệp chữ"
    OTHER = "tệp loại khác"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_PHOTO_BRANDS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
_KEYS = re.compile(rb"(?:^|\n)\s*(?:don_vi|nhiem_vu|lan_nop)\s*:")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF", b"\x28\xb5\x2f\xfd")
_TNEF = b"\x78\x9f\x3e\x22"
_MAIL_STORES = (b"!BDN", b"\xcf\xad\x12\xfe")
"""Outlook's .pst, .ost; Outlook Express' .dbx."""
_OFFICE_XML = (
    b"schemas.microsoft.com/office/2006/xmlpackage",
    b"schemas.microsoft.com/office/word/2003/wordml",
    b"urn:schemas-microsoft-com:office:spreadsheet",
    b'progid="word.document"',
    b'progid="excel.sheet"',
)
_HTML = (b"<html", b"<!doctype html", b"<table", b"<body")
_SHORTCUTS = (b"[internetshortcut]", b'{"url":', b'{"doc_id"', b"l\x00\x00\x00\x01\x14\x02\x00")
_HEAD = 4_000
_LONGEST_LOOKED_AT = 20_000_000
_MOST_STREAMS = 400
_STREAM = re.compile(rb"stream\r?\n")
_MOST_ENTRIES = 3_000


def kind_of(name: str, data: bytes) -> FileKind:
    """The kind of a file."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return FileKind.EMPTY
    return _by_magic(data) or _text(name, data)


def _by_magic(data: bytes) -> FileKind | None:
    """The kind of a file that begins as only files of that kind do."""
    if b"%PDF-" in data[:1024]:
        return _pdf(data)
    if data[4:12] in _PHOTO_BRANDS or data[8:12] == b"WEBP":
        return FileKind.IMAGE
    if data[257:262] == b"ustar":
        return FileKind.ARCHIVE
    return next((tell(data) for starts, tell in _MAGIC if data.startswith(starts)), None)


def _ole(data: bytes) -> FileKind:
    """An old container: with a password, where the parts are named in UTF-16, else of an old program."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileKind.LOCKED
    if "__properties_version1.0".encode("utf-16-le") in data:
        return FileKind.MAIL_PROGRAM
    old = ("WordDocument", "Workbook", "Book", "PowerPoint Document")
    return FileKind.OLD_OFFICE if any(one.encode("utf-16-le") in data for one in old) else FileKind.OTHER


def _zip(data: bytes) -> FileKind:
    if data.count(b"PK\x01\x02") > 2 * _MOST_ENTRIES:
        return FileKind.BROKEN
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {info.filename.replace("\\", "/").casefold() for info in archive.infolist()}
    except Exception:  # noqa: BLE001 - whatever the library finds broken is a broken file
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
    if {"mimetype", "content.xml"} <= names or any(name.endswith("index/document.iwa") for name in names):
        return FileKind.OTHER_OFFICE
    return FileKind.ZIP


def _office(names: set[str]) -> FileKind:
    for folder, kind in (("word/", FileKind.WORD), ("xl/", FileKind.EXCEL)):
        if any(name.startswith(folder) for name in names):
            return kind
    return FileKind.OTHER


def _pdf(data: bytes) -> FileKind:
    """Whether it has letters, as far as that shows without a reader: their pages name a font."""
    if b"/Encrypt" in data:
        return FileKind.LOCKED
    return FileKind.PDF if b"/Font" in data or _font_inside(data[:_LONGEST_LOOKED_AT]) else FileKind.SCAN


def _font_inside(data: bytes) -> bool:
    view = memoryview(data)
    for number, found in enumerate(_STREAM.finditer(data)):
        if number >= _MOST_STREAMS:
            break
        head = data[max(0, found.start() - 300) : found.start()]
        if b"/ObjStm" not in head.rpartition(b"obj")[2]:
            continue
        try:
            inside = zlib.decompressobj().decompress(view[found.end() :], 1_000_000)
        except zlib.error:
            continue
        if b"/Font" in inside:
            return True
    return False


def _text(name: str, data: bytes) -> FileKind:
    ending = name.lower().rpartition(".")[2]
    if is_mbox(data):
        return FileKind.MAILBOX
    if letter_start(data, named=ending == "eml") is not None:
        return FileKind.MAIL
    head = _as_utf8(data[:_HEAD]).replace(b"\r\n", b"\n")
    marked = _by_marks(head.lower().lstrip())
    if marked is None and is_web_archive(data):
        marked = FileKind.WEB_PAGE
    if marked is not None or b"\x00" in head:
        return marked or FileKind.OTHER
    if _KEYS.search(head) or ending in {"yaml", "yml"}:
        return FileKind.YAML
    controls = sum(byte < 9 or 13 < byte < 27 for byte in head)
    return FileKind.OTHER if controls > len(head) // 50 else FileKind.TEXT


def _by_marks(low: bytes) -> FileKind | None:
    """The kind of a text that only programs write; ``low`` is its beginning in lower case."""
    if low.startswith(_SHORTCUTS):
        return FileKind.SHORTCUT
    if low.startswith(b"{\\rtf"):
        return FileKind.RICH_TEXT
    if low.startswith(b"<"):
        for kind, marks in ((FileKind.OFFICE_XML, _OFFICE_XML), (FileKind.WEB_PAGE, _HTML)):
            if any(mark in low for mark in marks):
                return kind
    return None


def _as_utf8(head: bytes) -> bytes:
    """The beginning of a text, also of one in UTF-16, as Word and Excel save «Unicode text»."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    return head.removeprefix(b"\xef\xbb\xbf")


_SAVE_AS = "mở bằng Word hoặc Excel, chọn «Lưu thành» .docx hoặc .xlsx; hoặc điền vào đúng biểu đã nhận"
_MAGIC: tuple[tuple[bytes | tuple[bytes, ...], Callable[[bytes], FileKind]], ...] = (
    (_OLE, _ole),
    (_ZIP, _zip),
    (_IMAGES, lambda _: FileKind.IMAGE),
    (_ARCHIVES, lambda _: FileKind.ARCHIVE),
    (_TNEF, lambda _: FileKind.TNEF),
    (_MAIL_STORES, lambda _: FileKind.MAIL_PROGRAM),
)
"""How files of a kind begin, and who looks further."""

_REFUSALS: Mapping[FileKind, tuple[Diagnostic, str, str]] = {
    FileKind.EMPTY: (TT630, "tệp rỗng", "mở tệp trên máy, kiểm tra có nội dung, lưu lại rồi gửi lại"),
    FileKind.OLD_OFFICE: (
        TT631,
        "tệp Word, Excel đời cũ (.doc, .xls), không đọc được từng ô",
        "điền vào đúng biểu đã nhận; hoặc mở tệp, chọn «Lưu thành» đúng dạng của biểu ấy rồi gửi lại",
    ),
    FileKind.OFFICE_XML: (
        TT631,
        "tệp Word hoặc Excel lưu thành XML, không phải .docx, .xlsx, nên không đọc được từng ô",
        _SAVE_AS,
    ),
    FileKind.WEB_PAGE: (
        TT631,
        "trang web (dù tên tệp là gì), không phải .docx, .xlsx, nên không đọc được từng ô",
        _SAVE_AS,
    ),
    FileKind.RICH_TEXT: (TT631, "tệp RTF, không phải .docx, nên không đọc được từng ô", _SAVE_AS),
    FileKind.OTHER_OFFICE: (
        TT631,
        "tệp OpenDocument, Pages hoặc Numbers, không phải .docx, .xlsx, nên không đọc được từng ô",
        "trong chương trình ấy chọn «Lưu thành» hoặc «Xuất» ra .docx, .xlsx; hoặc điền vào đúng biểu đã nhận",
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
    FileKind.MAILBOX: (
        TT658,
        "hộp thư nằm quá sâu trong tệp khác",
        "đưa riêng hộp thư ấy vào, hoặc gửi thẳng các tệp",
    ),
    FileKind.ARCHIVE: (
        TT638,
        "tệp nén không phải .zip (rar, 7z…), không mở được",
        "gửi thẳng các tệp bên trong, hoặc nén lại thành .zip",
    ),
    FileKind.TNEF: (
        TT617,
        "Outlook của người gửi đã gói các tệp vào winmail.dat, không mở được",
        "trong Outlook chọn dạng thư HTML hoặc văn bản thường (Plain Text) rồi gửi lại chính các tệp ấy",
    ),
    FileKind.MAIL_PROGRAM: (
        TT618,
        "tệp riêng của chương trình thư (.msg, .pst, .dbx), không mở được",
        "mở thư ấy, lưu các tệp đính kèm rồi đưa vào; hoặc lưu thư thành .eml, hoặc chuyển tiếp thư",
    ),
    FileKind.SHORTCUT: (
        TT638,
        "chỉ là đường dẫn tới một tệp ở nơi khác, không phải chính tệp ấy",
        "mở đường dẫn, tải tệp về dạng .docx, .xlsx rồi gửi chính tệp ấy",
    ),
    FileKind.TEXT: (TT638, "tệp chữ thường, không phải biểu mẫu", "gửi chính tệp biểu đã điền"),
    FileKind.OTHER: (
        TT638,
        "không nhận ra đây là loại tệp gì",
        "mở thử tệp; nếu là thư hay báo cáo thì lưu thành .eml, .docx, .xlsx rồi đưa vào lại",
    ),
}

SEALED = frozenset(
    {
        *(FileKind.ARCHIVE, FileKind.TNEF, FileKind.MAIL_PROGRAM, FileKind.BROKEN, FileKind.MAIL),
        FileKind.MAILBOX,
    }
)
"""What may contain a form that nobody has seen: it waits by itself, also beside a form."""


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
