"""The door to forms in Word: write, read, mark."""

from __future__ import annotations

from truyenthong.forms.word.read import read_docx
from truyenthong.forms.word.write import mark_docx, write_docx

__all__ = ["mark_docx", "read_docx", "write_docx"]
