"""The door to forms in Word: write, read, mark."""

from __future__ import annotations

from truyenthong.forms.word.open import mark_docx
from truyenthong.forms.word.reader import read_docx
from truyenthong.forms.word.write import write_docx

__all__ = ["mark_docx", "read_docx", "write_docx"]
