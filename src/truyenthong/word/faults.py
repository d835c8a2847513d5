"""Says in Vietnamese what went wrong while a tag was computed; catches nothing itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from truyenthong.diagnostics import templates as tt
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.text import nearest
from truyenthong.word.limits import TooLargeError, UnsuitableError


class MissingNameError(Exception):
    """A name that does not exist was used.

    Attributes:
        name: the name itself.
        candidates: the names that stand where it was looked for; None: at the top.
        owner: what it was looked for in, for the sentence; None: at the top.
    """

    def __init__(self, name: str, candidates: tuple[str, ...] | None, owner: str | None) -> None:
        super().__init__(name)
        self.name = name
        self.candidates = candidates
        self.owner = owner


class AlreadyToldError(Exception):
    """A value was used that could not be made; the tag that failed to make it has said so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A kind of finding with its sentence and its way out."""

    kind: Diagnostic
    message: str
    hint: str | None = None


def missing_name(name: str, candidates: Iterable[str], owner: str | None) -> Fault:
    """A name that is not there, with the nearest one that is."""
    near = nearest(name, candidates)
    where = "trong số liệu của báo cáo" if owner is None else f"trong {owner}"
    if owner == "chỗ trống":
        return Fault(
            kind=tt.TT410,
            message=f"không lấy được mục «{name}» vì phần đứng trước dấu chấm đang trống",
            hint="đặt thẻ trong {% if … %}, hoặc thêm | default('…')",
        )
    return Fault(
        kind=tt.TT410,
        message=f"không có tên «{name}» {where}",
        hint=f"có phải «{near}»?" if near else "xem các tên dùng được bằng «truyenthong template fields»",
    )


def explain(error: Exception, names: Iterable[str]) -> Fault:
    """The fault behind an exception of a tag; ``names`` are those at the top of the data."""
    match error:
        case MissingNameError():
            return missing_name(
                error.name, names if error.candidates is None else error.candidates, error.owner
            )
        case TooLargeError():
            return Fault(kind=tt.TT412, message=f"thẻ làm ra thứ quá lớn: {error}")
        case RecursionError() | MemoryError():
            return Fault(kind=tt.TT412, message="thẻ làm ra thứ lồng nhau quá sâu hoặc quá lớn")
        case KeyError():
            return Fault(kind=tt.TT410, message=f"không có mục «{error.args[0]}» trong dữ liệu")
        case UnsuitableError():
            return Fault(kind=tt.TT411, message=str(error))
        case _:
            return _uncomputed(error)


def _uncomputed(error: Exception) -> Fault:
    """Why Python did not compute it."""
    match error:
        case ZeroDivisionError():
            return Fault(
                kind=tt.TT411, message="chia cho 0", hint="hỏi trước bằng {% if số_chia %} … {% endif %}"
            )
        case ArithmeticError():
            return Fault(kind=tt.TT411, message="phép tính ra số quá lớn hoặc không xác định")
        case ValueError() | IndexError():
            return Fault(
                kind=tt.TT411,
                message="giá trị hoặc mẫu chữ trong thẻ không dùng được",
                hint="xem lại các dấu % và { } trong mẫu chữ, và số giá trị đi kèm",
            )
        case TypeError():
            return Fault(
                kind=tt.TT411,
                message="các giá trị trong thẻ không đi được với nhau (sai kiểu, thừa hoặc thiếu giá trị)",
                hint="kiểm tra xem giá trị là chữ, số hay ngày, và bộ lọc cần những gì trong ngoặc",
            )
        case _:
            return Fault(kind=tt.TT411, message=f"không tính được giá trị trong thẻ ({type(error).__name__})")
