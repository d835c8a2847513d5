"""The door to forms in Excel: write, read, mark."""

from __future__ import annotations

from truyenthong.forms.excel.read import read_xlsx
from truyenthong.forms.excel.write import mark_xlsx, write_xlsx

__all__ = ["mark_xlsx", "read_xlsx", "write_xlsx"]
