"""Files as they were received: under which name they are kept, and found again; nothing is written over."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from truyenthong.model.submissions import SentFile
from truyenthong.text import nfc
from truyenthong.workspace import storage

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+')
"""What systems refuse, and what a terminal obeys or shows in another order."""
_LONGEST_BYTES = 120
"""Bytes of UTF-8: file systems take 255 for a whole name, and a temporary name is longer than the file's."""
_SHA_DIGITS = 12
_MOST_NAMES = 8
"""Under how many names a file is looked for: the usual one, the long one, and those beside damaged files."""


def keep_original(folder: Path, file: SentFile, data: bytes, *, dry_run: bool = False) -> str | None:
    """Keeps a file as it was received; its new name in the folder, None where these bytes are kept already.

    Args:
        folder: where the originals lie.
        file: its name and SHA-256.
        data: its bytes.
        dry_run: nothing is written.
    """
    for name in _names(file):
        path = folder / name
        if storage.holds(path, data):
            return None
        if not path.exists():
            if not dry_run:
                storage.write_atomic(path, data)
            return name
    raise AssertionError("there is always a free name")


def read_original(folder: Path, file: SentFile) -> bytes | None:
    """The bytes of a file as it was received; None where no file of the folder holds them (any more)."""
    for name in islice(_names(file), _MOST_NAMES) if file.sha256 is not None else ():
        try:
            data = storage.read_bytes(folder / name)
        except FileNotFoundError:
            continue
        if hashlib.sha256(data).hexdigest() == file.sha256:
            return data
    return None


def kept_name(file: SentFile) -> str:
    """``0123456789ab-bao-cao.docx``: the first digits of the SHA-256, and a name that every system takes."""
    return next(_names(file))


def _names(file: SentFile) -> Iterator[str]:
    """The names that a file may have: short; whole where another content has the short one; then numbered."""
    digest, name = file.sha256 or "", safe_name(file.name)
    yield f"{digest[:_SHA_DIGITS]}-{name}"
    yield f"{digest}-{name}"
    yield from (f"{digest}-{number}-{name}" for number in count(2))


def safe_name(name: str) -> str:
    """A file's name without what a system refuses, short enough, its ending kept."""
    clean = " ".join(_UNSAFE.sub(" ", nfc(name)).split()).strip(". ") or "khong-ten"
    stem, dot, ending = clean.rpartition(".")
    if not dot or len(ending) > 10:
        stem, dot, ending = clean, "", ""
    most = _LONGEST_BYTES - len(f"{dot}{ending}".encode())
    short = stem.encode()[:most].decode("utf-8", "ignore").rstrip(". ")
    return f"{short}{dot}{ending}"
