"""What stands for a name that does not exist, and for a value that could not be made; tells nobody itself."""

from __future__ import annotations

from jinja2.runtime import LoopContext, StrictUndefined
from jinja2.utils import missing

from truyenthong.word.faults import AlreadyToldError, MissingNameError
from truyenthong.word.operators import kind_name


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
    """A value whose tag failed and was told: whatever is made of it fails too, without being told again."""

    __slots__ = ()

    def _failure(self, _message: str) -> Exception:
        return AlreadyToldError()
