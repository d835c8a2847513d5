"""What Word templates may see: plain data built from the model and the board, with a name for everything."""

from truyenthong.views.build import View, build_view, entry_has_something
from truyenthong.views.subject import PlainValue, ViewInput, is_chased, units_of
from truyenthong.views.submission_view import Piece, pieces_of

__all__ = [
    "Piece",
    "PlainValue",
    "View",
    "ViewInput",
    "build_view",
    "entry_has_something",
    "is_chased",
    "pieces_of",
    "units_of",
]
