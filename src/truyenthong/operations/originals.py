"""Files as they were received: under which name they are kept; reads nothing in them."""

from __future__ import annotations

import re

from truyenthong.model.submissions import SentFile
from truyenthong.text import nfc

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_LONGEST_BYTES = 120
"""Bytes of UTF-8: file systems take 255 for a whole name, and a temporary name is longer than the file's."""
_SHA_DIGITS = 12


def kept_name(file: SentFile) -> str:
    """``0123456789ab-bao-cao.docx``: the first digits of the SHA-256, and a name that every system takes."""
    return f"{(file.sha256 or '')[:_SHA_DIGITS]}-{safe_name(file.name)}"


def safe_name(name: str) -> str:
    """A file's name without what a system refuses, short enough, its ending kept."""
    clean = " ".join(_UNSAFE.sub(" ", nfc(name)).split()).strip(". ") or "khong-ten"
    stem, dot, ending = clean.rpartition(".")
    if not dot or len(ending) > 10:
        stem, dot, ending = clean, "", ""
    most = _LONGEST_BYTES - len(f"{dot}{ending}".encode())
    short = stem.encode()[:most].decode("utf-8", "ignore").rstrip(". ")
    return f"{short}{dot}{ending}"
