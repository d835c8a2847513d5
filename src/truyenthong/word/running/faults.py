"""Explains in Vietnamese what went wrong while a tag was computed; the values that stand for failures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jinja2.runtime import LoopContext, StrictUndefined
from jinja2.utils import missing

from truyenthong.diagnostics import templates as tt
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.text import nearest
from truyenthong.word.running.limits import TooMuchError, UnsuitableError
from truyenthong.word.running.operators import kind_name


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
class ProblemKind:
    """A kind of finding with its sentence and its way out."""

    kind: Diagnostic
    message: str
    hint: str | None = None


def missing_name(name: str, candidates: Iterable[str], owner: str | None) -> ProblemKind:
    """A name that is not there, with the nearest one that is."""
    near = nearest(name, candidates)
    where = "trong số liệu của báo cáo" if owner is None else f"trong {owner}"
    if owner == "chỗ trống":
        return ProblemKind(
            kind=tt.TT410,
            message=f"không lấy được mục «{name}» vì phần đứng trước dấu chấm đang trống",
            hint="đặt thẻ trong {% if … %}, hoặc thêm | default('…')",
        )
    return ProblemKind(
        kind=tt.TT410,
        message=f"không có tên «{name}» {where}",
        hint=f"có phải «{near}»?" if near else "xem các tên dùng được bằng «truyenthong template fields»",
    )


def explain(error: Exception, names: Iterable[str]) -> ProblemKind:
    """The fault behind an exception of a tag; ``names`` are those at the top of the data."""
    match error:
        case MissingNameError():
            return missing_name(
                error.name, names if error.candidates is None else error.candidates, error.owner
            )
        case TooMuchError():
            return ProblemKind(kind=tt.TT412, message=f"thẻ làm ra thứ quá lớn: {error}")
        case RecursionError() | MemoryError():
            return ProblemKind(kind=tt.TT412, message="thẻ làm ra thứ lồng nhau quá sâu hoặc quá lớn")
        case KeyError():
            return ProblemKind(kind=tt.TT410, message=f"không có mục «{error.args[0]}» trong dữ liệu")
        case UnsuitableError():
            return ProblemKind(kind=tt.TT411, message=str(error))
        case _:
            return _uncomputed(error)


def _uncomputed(error: Exception) -> ProblemKind:
    """Why Python did not compute it."""
    match error:
        case ZeroDivisionError():
            return ProblemKind(
                kind=tt.TT411, message="chia cho 0", hint="hỏi trước bằng {% if số_chia %} … {% endif %}"
            )
        case ArithmeticError():
            return ProblemKind(kind=tt.TT411, message="phép tính ra số quá lớn hoặc không xác định")
        case ValueError() | IndexError():
            return ProblemKind(
                kind=tt.TT411,
                message="giá trị hoặc mẫu chữ trong thẻ không dùng được",
                hint="xem lại các dấu % và { } trong mẫu chữ, và số giá trị đi kèm",
            )
        case TypeError():
            return ProblemKind(
                kind=tt.TT411,
                message="các giá trị trong thẻ không đi được với nhau (sai kiểu, thừa hoặc thiếu giá trị)",
                hint="kiểm tra xem giá trị là chữ, số hay ngày, và bộ lọc cần những gì trong ngoặc",
            )
        case _:
            return ProblemKind(
                kind=tt.TT411, message=f"không tính được giá trị trong thẻ ({type(error).__name__})"
            )


class Missing(StrictUndefined):
    """A name that does not exist: any use fails, apart from asking whether it exists."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[Exception] = MissingNameError,
    ) -> None:
        super().__init__(hint, obj, name, exc)  # type: ignore[arg-type] # jinja asks for its own exceptions
        self._undefined_exception = self._failure  # type: ignore[assignment] # called with one text, like a class

    def _failure(self, _message: str) -> Exception:
        name, owner = str(self._undefined_name), self._undefined_obj
        if owner is missing:
            return MissingNameError(name, None, None)
        if isinstance(owner, dict):
            return MissingNameError(name, tuple(owner), kind_name(owner))
        return MissingNameError(name, (), "vòng lặp" if isinstance(owner, LoopContext) else kind_name(owner))


class Lost(Missing):
    """A value whose tag failed and was reported: what is made of it fails too, without a second report."""

    __slots__ = ()

    def _failure(self, _message: str) -> Exception:
        return AlreadyToldError()
