"""Admits plain data to a render and words it for printing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from math import isfinite

from truyenthong.ooxml.xml import without_illegal
from truyenthong.text import day_wording, moment_wording, nfc, number_wording
from truyenthong.word.running.limits import MAX_DIGITS, MAX_IMAGE, MAX_LEVELS, UnsuitableError

PlainValue = (
    str
    | int
    | float
    | Decimal
    | bool
    | date
    | bytes
    | None
    | Sequence["PlainValue"]
    | Mapping[str, "PlainValue"]
)
"""What a context may hold (``datetime`` is a ``date``); runs are lists of ``{chu, dam, nghieng}``.

``bytes`` are a picture's; a template sees them as a ``Blob``.
"""

Number = int | float | Decimal

_MAX_NUMBER: int = 10**MAX_DIGITS
_NAMING = ("ten", "ten_tat", "don_vi", "ma", "stt")
_RUN_KEYS = {"chu", "dam", "nghieng"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Blob:
    """The bytes of a picture: a template can hand them on and do nothing else with them."""

    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """Something in the data that cannot be taken as it is.

    Attributes:
        path: the field, as a tag would write it: ``cham[2].ghi_chu``.
        owner: the name of the unit or group that it belongs to, where it has one.
        value: what was removed, or the kind of value that was refused.
    """

    path: str
    owner: str | None
    value: str


_Where = tuple["_Where | None", object]
"""The way to a value, from its end: a key, or a place in a list (as a list of one, which no key is)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A value of a name, its plain copy, and what had to be left outside."""

    value: object
    copy: object
    removed: Sequence[Flaw]
    refused: Sequence[Flaw]


@dataclass(slots=True, kw_only=True)
class Admission:
    """What came in: plain copies, and what had to be left outside.

    Attributes:
        before: by name, what the render before was given. Papers of one run share large values: the very same
            object is not copied again, so whoever hands this on changes no value between two renders.
    """

    removed: list[Flaw] = field(default_factory=list)
    refused: list[Flaw] = field(default_factory=list)
    before: dict[str, Admitted] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def admit(self, context: Mapping[str, object]) -> dict[str, object]:
        """A deep copy made of exact built-in types only."""
        return {self._key(key): self._whole(key, value) for key, value in context.items()}

    def _whole(self, key: str, value: object) -> object:
        known = self.before.get(key)
        if known is None or known.value is not value:
            removed, refused = len(self.removed), len(self.refused)
            copy = self._admit(value, (None, key), None, 0)
            self.before[key] = Admitted(
                value=value, copy=copy, removed=self.removed[removed:], refused=self.refused[refused:]
            )
            return copy
        self.removed += known.removed
        self.refused += known.refused
        return known.copy

    def _admit(  # noqa: PLR0911 - one branch for each kind
        self, value: object, where: _Where, owner: str | None, level: int
    ) -> object:
        if type(value) is str and value.isprintable():  # most values are: nothing in them is illegal
            return value
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str):
            return self._text(value, where, owner)
        if isinstance(value, (int, float, Decimal)):
            return self._number(value, where, owner)
        if isinstance(value, date):
            return value
        if isinstance(value, bytes):
            return self._blob(value, where, owner)
        if level > MAX_LEVELS:
            self._refuse(where, owner, "dữ liệu lồng quá sâu")
            return None
        if isinstance(value, Mapping):
            name = _name_of(value) or owner
            return {
                self._key(key): self._admit(one, (where, key), name, level + 1) for key, one in value.items()
            }
        if isinstance(value, (list, tuple)):
            return [self._admit(one, (where, [place]), owner, level + 1) for place, one in enumerate(value)]
        self._refuse(where, owner, f"kiểu {type(value).__name__}")
        return None

    def _key(self, key: object) -> str:
        """The name as a tag writes it; each is looked at once, however many rows have it."""
        if type(key) is not str:
            return _key(key)
        name = self._names.get(key)
        if name is None:
            name = self._names[key] = _key(key)
        return name

    def _refuse(self, where: _Where, owner: str | None, what: str) -> None:
        self.refused.append(Flaw(path=_path(where), owner=owner, value=what))

    def _text(self, value: str, where: _Where, owner: str | None) -> str:
        # Also of a subclass, which may have ideas of its own about what it prints.
        exact = str.__str__(value)
        clean, signs = without_illegal(exact)
        if signs:
            self.removed.append(Flaw(path=_path(where), owner=owner, value=signs))
        return clean

    def _blob(self, value: bytes, where: _Where, owner: str | None) -> Blob | None:
        if len(value) > MAX_IMAGE:
            self._refuse(where, owner, f"hình lớn quá {number_wording(MAX_IMAGE)} byte")
            return None
        return Blob(data=bytes(value))

    def _number(self, value: float | Decimal, where: _Where, owner: str | None) -> object:
        if not is_moderate(value):
            self._refuse(where, owner, "số quá lớn hoặc không phải là số")
            return None
        if isinstance(value, Decimal):
            return Decimal(value)
        return int(value) if isinstance(value, int) else float(value)


def _key(key: object) -> str:
    """As a tag writes it: whoever types on a Mac means the same name."""
    return nfc(without_illegal(str(key))[0])


def _path(where: _Where) -> str:
    """The way to a value as a tag would write it: ``cham[2].ghi_chu``."""
    above, step = where
    if above is None:
        return _key(step)
    return f"{_path(above)}{step}" if isinstance(step, list) else f"{_path(above)}.{_key(step)}"


def _name_of(group: Mapping[object, object]) -> str | None:
    for key in _NAMING:
        name = group.get(key)
        if isinstance(name, str) and name:
            return without_illegal(str.__str__(name))[0]
    return None


def is_moderate(number: Number) -> bool:
    """Whether a number is finite and short enough to be written out."""
    if isinstance(number, float):
        return isfinite(number)
    if isinstance(number, Decimal):
        return number.is_finite() and -MAX_DIGITS < int(number.adjusted()) < MAX_DIGITS
    return -_MAX_NUMBER < number < _MAX_NUMBER


def is_runs(value: object) -> bool:
    """Whether a value is a list of runs (an empty list is one)."""
    return isinstance(value, list) and all(
        isinstance(one, dict) and "chu" in one and _RUN_KEYS.issuperset(one) for one in value
    )


def wording(value: object) -> str:  # noqa: PLR0911 - one branch for each kind
    """A value as it is printed without a filter: days the way of Nghị định 30, numbers with a comma.

    Whole numbers are left without thousands points: most of them are years and ordinals; ``so`` puts points.

    Raises:
        TypeError: lists and groups, which have no wording of their own.
    """
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "có" if value else "không"
        case int():
            return str(value)
        case float() | Decimal():
            return number_wording(value).replace(".", "")
        case datetime():
            return moment_wording(value)
        case date():
            return day_wording(value)
        case _ if is_runs(value):
            return "".join(runs_text(value))
        case _:
            return str(_no_wording(value))


def _no_wording(value: object) -> str:
    if isinstance(value, list):
        raise UnsuitableError(
            "danh sách không in thẳng ra được; hãy lặp qua nó bằng for, hoặc nối bằng | noi(', ')"
        )
    if isinstance(value, dict):
        raise UnsuitableError(
            "một nhóm giá trị không in thẳng ra được; hãy chọn một mục của nó: ten_nhom.ten_muc"
        )
    # What is left is Jinja's own: an undefined name says so itself, anything else has no business here.
    if hasattr(value, "_fail_with_undefined_error"):
        return str(value)
    raise UnsuitableError("giá trị này không in ra được")


def runs_text(value: object) -> Iterator[str]:
    """The texts of a list of runs."""
    for one in value if isinstance(value, list) else ():
        yield wording(one.get("chu"))
