"""One render at work: what the compiled code calls for every print, condition and loop."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from jinja2.utils import Namespace

from truyenthong.diagnostics import templates as tt
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.word.problems import Problem, distinct, problem
from truyenthong.word.running import operators
from truyenthong.word.running.faults import AlreadyToldError, Lost, Missing, explain
from truyenthong.word.running.filters import as_list, shared_out
from truyenthong.word.running.ink import Site, held_mark
from truyenthong.word.running.limits import Budget, Halt, UnsuitableError, weigh, weight
from truyenthong.word.running.tags import Tag
from truyenthong.word.running.values import Blob

Thunk = Callable[[], object]
Made = TypeVar("Made")


@dataclass(slots=True)
class RenderState:
    """The state of one render of one template.

    The code of a template never lets an exception of a tag out: each is reported with its tag and the
    render goes on, so that one render reports all faults. ``Halt`` alone goes through.

    Attributes:
        sites: where and in which formatting each printing tag prints.
        names: the names at the top of the data, for «có phải …?».
        held: what tags put into alternative texts that is no text, with the tag's number.
    """

    tags: Sequence[Tag]
    sites: Mapping[int, Site]
    names: tuple[str, ...]
    budget: Budget
    problems: list[Problem] = field(default_factory=list)
    held: list[tuple[int, object]] = field(default_factory=list)

    def put(self, number: int, thunk: Thunk) -> str:
        """The XML that a printing tag leaves in the text."""
        try:
            site, value = self.sites[number], thunk()
            if site.holds and isinstance(value, (dict, Blob)):
                self.budget.spend(weight(value))
                self.held.append((number, value))
                return held_mark(len(self.held) - 1)
            ink = site.print(value)
        except Halt as halt:
            raise self._halted(number, halt) from None
        except Exception as error:  # noqa: BLE001 - every fault of a tag is told, whatever it is
            self._fail(number, error)
            return ""
        if ink.removed:
            message = f"đã bỏ ký tự không ghi được vào tệp Word ({ink.removed}) trong giá trị của thẻ này"
            self.tell(tt.TT413, number, message)
        self._pay(number, weight(ink.xml))
        return ink.xml

    def test(self, number: int, thunk: Thunk) -> bool:
        """Whether a condition holds; False where it failed."""
        return self.value(number, lambda: bool(thunk())) is True

    def each(self, number: int, thunk: Thunk, width: int = 0) -> list[object]:
        """What a loop goes over, each item for ``width`` names; nothing where it failed."""
        made = self.value(number, lambda: shared_out(as_list(thunk()), width))
        items = made if isinstance(made, list) else []
        self._pay(number, 1 + len(items))
        return items

    def value(self, number: int, thunk: Thunk, width: int = 0) -> object:
        """What a name is set to, or ``width`` names; a ``Lost`` for each where it failed."""
        try:
            value = thunk()
            if isinstance(value, Missing):
                str(value)  # says which name it is
            if width:
                shared_out([value], width)
        except Halt as halt:
            raise self._halted(number, halt) from None
        except Exception as error:  # noqa: BLE001 - every fault of a tag is told, whatever it is
            self._fail(number, error)
            return [Lost() for _ in range(width)] if width else Lost()
        self._pay(number, 1)
        return value

    def keep(self, number: int, thunk: Thunk, name: str, value: object) -> None:
        """``{% set n.name = value %}``, for which only a ``namespace()`` is there."""
        space = self.value(number, thunk)
        if isinstance(space, Namespace):
            space[name] = value
        elif not isinstance(space, Lost):
            error = UnsuitableError(
                f"chỉ đặt được mục của một namespace(), còn đây là {operators.kind_name(space)}"
            )
            self._fail(number, error)

    def concat(self, values: Sequence[object]) -> str:
        """``a ~ b``."""
        self.budget.spend(len(values))
        return self.paid(operators.join("", values))

    def cut(self, value: object, *bounds: object) -> object:
        """``a[1:3]``."""
        return self.paid(operators.cut(value, slice(*bounds)))

    def paid(self, made: Made) -> Made:
        """A value that an operation made, paid for by its size."""
        self.budget.spend(weight(made))
        return made

    def compare(self, signs: Sequence[str], values: Sequence[object]) -> bool:
        """``a < b <= c``; days, numbers and texts among their own kind."""
        for value in values:
            weigh(self.budget, value)
        return all(
            operators.compare(sign, left, right)
            for sign, (left, right) in zip(signs, pairwise(values), strict=True)
        )

    def _pay(self, number: int, steps: int) -> None:
        try:
            self.budget.spend(steps)
        except Halt as halt:
            raise self._halted(number, halt) from None

    def _fail(self, number: int, error: Exception) -> None:
        if isinstance(error, AlreadyToldError):
            return
        fault = explain(error, self.names)
        self.tell(fault.kind, number, fault.message, hint=fault.hint)

    def _halted(self, number: int, halt: Halt) -> Halt:
        if not any(one.code == tt.TT412.code and one.message == str(halt) for one in self.problems):
            self.tell(tt.TT412, number, str(halt))
        return halt

    def tell(self, kind: Diagnostic, number: int, message: str, *, hint: str | None = None) -> None:
        """Reports a fault at a tag."""
        tag = self.tags[number]
        self.problems.append(problem(kind, tag.place, message, tag=tag.raw, hint=hint))
        if len(self.problems) > 1_000:  # a fault in a long loop: the same words again and again
            self.problems = list(distinct(self.problems))
