"""The door to forms in Excel: made, read back, marked; does nothing itself."""

from __future__ import annotations

from truyenthong.forms.excel.mark import mark_xlsx
from truyenthong.forms.excel.read import read_xlsx
from truyenthong.forms.excel.write import write_xlsx

__all__ = ["mark_xlsx", "read_xlsx", "write_xlsx"]
