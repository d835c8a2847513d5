"""Files out of a zip file, within limits; writes none of them anywhere."""

from __future__ import annotations

import io
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from truyenthong.diagnostics.intake_contents import TT656, TT657, TT658
from truyenthong.findings import Ref
from truyenthong.intake.kinds import FileKind, kind_of
from truyenthong.intake.pieces import Message, Piece, Pieces
from truyenthong.text import number_wording

_UTF8 = 0x800
_LOCKED = 0x1
_MOST_NAMES = 2_000
_LARGEST = 50_000_000
"""Bytes of one file inside, unpacked."""
_HARD_TO_READ = (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError)


def unpack(data: bytes, name: str, into: Pieces, *, within: tuple[str, ...], message: Message | None) -> None:
    """Takes the files out of a zip file and out of the zip files in it, but no deeper.

    One in which something cannot be opened is a piece itself, so that nothing of it is lost.
    """
    before = len(into.findings)
    _unpack(data, name, into, within=within, message=message, nested=False)
    faults = tuple(into.findings[before:])
    if faults:
        del into.findings[before:]
        folder, slash, own = name.rpartition("/")
        whole = Piece(name=own, data=data, within=within, message=message, faults=faults)
        into.add(replace(whole, folder=f"{folder}{slash}"))


def _unpack(
    data: bytes, name: str, into: Pieces, *, within: tuple[str, ...], message: Message | None, nested: bool
) -> None:
    label = " › ".join((*within, name))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in _taken(archive, label, into):
                inside = _read(archive, info, label, into)
                if inside is None:
                    continue
                own, trail = base_name(_name(info)), (*within, name)
                if kind_of(own, inside) is not FileKind.ZIP:
                    into.add(Piece(name=own, data=inside, within=trail, message=message))
                elif nested:
                    hint = "gửi các tệp trực tiếp, hoặc nén một lần thôi"
                    into.findings.append(
                        TT658.at(Ref(file=f"{label} › {own}"), "tệp nén lồng quá sâu", hint=hint)
                    )
                else:
                    _unpack(inside, own, into, within=trail, message=message, nested=True)
    except (*_HARD_TO_READ, struct.error):
        hint = "nén lại, hoặc gửi các tệp trực tiếp"
        into.findings.append(TT656.at(Ref(file=label), "tệp nén bị hỏng, không mở được", hint=hint))


def _taken(archive: zipfile.ZipFile, label: str, into: Pieces) -> Iterator[zipfile.ZipInfo]:
    """The entries that are files to be looked at; folders and the marks of systems are not."""
    named = [info for info in archive.infolist() if info.filename and not info.is_dir()]
    infos = [info for info in named if not _is_mark(_name(info))]
    if len(infos) > _MOST_NAMES:
        message = f"có {number_wording(len(infos))} tệp bên trong, quá nhiều"
        into.findings.append(TT656.at(Ref(file=label), message, hint="gửi riêng các biểu đã điền"))
        return
    for info in infos:
        if into.is_full:
            message = "có quá nhiều tệp bên trong; chỉ các tệp đầu được đọc"
            into.findings.append(TT656.at(Ref(file=label), message, hint="chia thành nhiều lần gửi"))
            return
        if _points_outside(_name(info)) or _points_outside(info.orig_filename):
            shown = _name(info)[:80]
            into.findings.append(
                TT657.at(Ref(file=label), f"tên «{shown}» chỉ ra ngoài tệp nén", hint="nén lại các tệp")
            )
            continue
        yield info


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, label: str, into: Pieces) -> bytes | None:
    ref = Ref(file=f"{label} › {base_name(_name(info))}")
    if info.flag_bits & _LOCKED:
        into.findings.append(TT656.at(ref, "tệp nén đặt mật khẩu", hint="nén lại không đặt mật khẩu"))
        return None
    most = min(_LARGEST, into.bytes_left)
    if info.file_size > most:
        into.findings.append(TT656.at(ref, "tệp quá lớn sau khi giải nén", hint="gửi riêng tệp ấy"))
        return None
    try:
        with archive.open(info) as stream:
            data = stream.read(most + 1)
    except (*_HARD_TO_READ, RuntimeError):
        into.findings.append(TT656.at(ref, "phần này của tệp nén bị hỏng", hint="nén lại rồi gửi lại"))
        return None
    if len(data) > most:
        into.findings.append(TT656.at(ref, "tệp quá lớn sau khi giải nén", hint="gửi riêng tệp ấy"))
        return None
    return data


def _name(info: zipfile.ZipInfo) -> str:
    """The name; one that older programs wrote in UTF-8 without saying so is read as such."""
    if not info.flag_bits & _UTF8:
        with suppress(UnicodeError):
            return info.filename.encode("cp437").decode("utf-8")
    return info.filename


def _is_mark(name: str) -> bool:
    own = name.rpartition("/")[2]
    return name.startswith("__MACOSX/") or own in {"Thumbs.db", "desktop.ini"} or own.startswith((".", "~$"))


def _points_outside(name: str) -> bool:
    parts = re.split(r"[/\\]", name)
    return name.startswith(("/", "\\")) or ".." in parts or re.match(r"[A-Za-z]:", name) is not None


def base_name(name: str) -> str:
    """The last part of a name, composed, on one line, without signs that a file's name cannot hold."""
    own = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    own = "".join(char if unicodedata.category(char)[0] != "C" else " " for char in own)
    return " ".join(own.split()).strip(". ") or "khong-ten"
