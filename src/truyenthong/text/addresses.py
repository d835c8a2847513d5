"""Recognises e-mail addresses and Message-IDs."""

from __future__ import annotations

import re

_NAME = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_NAME}@{_LABEL}(?:\.{_LABEL})*")
_CODE = re.compile(r"<[!-;=?-~]{3,900}>")


def is_address(text: str) -> bool:
    """Whether a text is one address and nothing else (WHATWG HTML, 4.10.5.1.5).

    Names, angle brackets, commas, line ends and whatever else could make two of it are no part of one.
    """
    return len(text) <= 254 and _ADDRESS.fullmatch(text) is not None


def is_message_code(text: str) -> bool:
    """Whether a text is one Message-ID and nothing else (RFC 5322, 3.6.4), in its brackets."""
    return _CODE.fullmatch(text) is not None
