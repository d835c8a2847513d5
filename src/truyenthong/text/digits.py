"""Reads the whole numbers in the structure of files: spans, ids, rows, sizes."""

from __future__ import annotations

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
