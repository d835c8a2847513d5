"""Recognises texts that machines made or read: numbers in files, e-mail addresses, Message-IDs."""

from __future__ import annotations

import re

_NAME = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_NAME}@{_LABEL}(?:\.{_LABEL})*")
_CODE = re.compile(r"<[!-;=?-~]{3,900}>")
MOST_FILE_DIGITS = 9
"""More digits than any table, id or offset of a real file has; all of them fit 32 bits."""


def is_file_number(text: str | None) -> bool:
    """Whether a text is one to nine ASCII digits: ``int()`` of anything else may raise or take very long.

    ``str.isdigit`` accepts «²», which ``int`` refuses, and ``int`` refuses 5,000 digits.
    """
    return text is not None and 0 < len(text) <= MOST_FILE_DIGITS and text.isascii() and text.isdigit()


def file_number(text: str | None, default: int = 0) -> int:
    """The number that a file's structure gives, or the default where it gives none that makes sense."""
    return int(text) if text is not None and is_file_number(text) else default


def is_address(text: str) -> bool:
    """Whether a text is one address and nothing else (WHATWG HTML, 4.10.5.1.5).

    Names, angle brackets, commas, line ends and whatever else could make two of it are no part of one.
    """
    return len(text) <= 254 and _ADDRESS.fullmatch(text) is not None


def is_message_code(text: str) -> bool:
    """Whether a text is one Message-ID and nothing else (RFC 5322, 3.6.4), in its brackets."""
    return _CODE.fullmatch(text) is not None
