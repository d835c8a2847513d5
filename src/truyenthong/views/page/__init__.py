"""What the page of progress shows, as plain data."""

from truyenthong.views.page.decisions import NAMED, Doubts, WaitingFile
from truyenthong.views.page.whole import page_view

__all__ = ["NAMED", "Doubts", "WaitingFile", "page_view"]
