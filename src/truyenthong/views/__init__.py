"""What Word templates may see: plain data built from the model and the board, with a name for everything."""

from truyenthong.views.build import View, build_view, entry_has_something
from truyenthong.views.subject import PlainValue, ViewInput, is_chased, units_of

__all__ = [
    "PlainValue",
    "View",
    "ViewInput",
    "build_view",
    "entry_has_something",
    "is_chased",
    "units_of",
]
