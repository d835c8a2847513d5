"""The door to forms in Word: made, read back, marked; does nothing itself."""

from __future__ import annotations

from truyenthong.blanks.docx_mark import mark_docx
from truyenthong.blanks.docx_read import read_docx
from truyenthong.blanks.docx_write import write_docx

__all__ = ["mark_docx", "read_docx", "write_docx"]
