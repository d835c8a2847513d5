"""How much a template may take: letters, items, steps and seconds; the errors of too much work."""

from __future__ import annotations

import time
from collections.abc import Callable

from truyenthong.text import number_wording

MAX_TAG = 1_000
"""Characters of one tag."""
MAX_TAGS = 5_000
MAX_TAG_TEXT = 200_000
"""Characters of all tags together: a large report has about 20,000."""
MAX_DEPTH = 40
"""Steps down in the syntax tree of one tag."""
MAX_NESTING = 16
"""Loops and conditions inside one another (Python itself stops at 20)."""
MAX_TEXT = 1_000_000
"""Characters of one value."""
MAX_ITEMS = 100_000
"""Items of one list that a template makes or walks."""
MAX_DIGITS = 300
"""Decimal digits of a number."""
MAX_WIDTH = 1_000
"""Characters to which a value may be padded."""
MAX_OUTPUT = 30_000_000
"""Characters of one rendered part; a table of 4,000 rows and 8 columns has about 15,000,000."""
MAX_MADE = 2_000_000
"""Beginnings and ends of elements in one rendered part; the same table has about 700,000."""
MAX_IMAGE = 10_000_000
"""Bytes of one picture in the data."""
MAX_STEPS = 5_000_000
"""A paper with 4,000 rows takes about 100,000."""
MAX_SECONDS = 20.0
MAX_LEVELS = 60
"""Levels of lists and mappings in the data."""


class Halt(BaseException):
    """A render that must not go on; ``str(halt)`` is a Vietnamese sentence.

    Not an ``Exception``: whoever catches the errors of single tags must not catch this.
    """


class TooMuchError(Exception):
    """One operation that would make something too large; the render goes on elsewhere."""


class UnsuitableError(TypeError):
    """Values that an operation does not take; ``str(error)`` is a Vietnamese sentence."""


class Budget:
    """What is left of a render: steps (the same on every machine) and seconds.

    Every operation of a template is small (its sizes are capped here) and pays before it is done, so the
    time between two looks at the clock is short also inside C code: that makes the limit a hard one without
    a second process, which would cost more than the whole render and does not start cheaply on Windows.
    """

    def __init__(
        self,
        *,
        steps: int = MAX_STEPS,
        seconds: float = MAX_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._steps = steps
        self._clock = clock
        self._end = clock() + seconds

    def spend(self, steps: int = 1) -> None:
        """Pays for an operation.

        Raises:
            Halt: when nothing is left.
        """
        self._steps -= steps
        if self._steps < 0:
            raise Halt("Mẫu lặp quá nhiều lần nên đã bị dừng.")
        if self._clock() > self._end:
            raise Halt("Mẫu chạy quá lâu nên đã bị dừng.")


def capped_text(text: str) -> str:
    """The text itself.

    Raises:
        TooMuchError: longer than a value may be.
    """
    if len(text) > MAX_TEXT:
        raise TooMuchError(f"chữ dài quá {number_wording(MAX_TEXT)} ký tự")
    return text


def check_length(length: int, most: int, what: str) -> None:
    """Refuses a size before anything of that size is made.

    Raises:
        TooMuchError: more than ``most``.
    """
    if length > most:
        raise TooMuchError(f"{what} lớn quá {number_wording(most)}")


def weight(value: object) -> int:
    """The steps that a value costs by its own size: what it takes of the memory as well as of the time."""
    if isinstance(value, str):
        return 1 + (len(value) >> 4)
    return 1 + len(value) if isinstance(value, (list, dict)) else 1


def weigh(budget: Budget, value: object) -> None:
    """Pays for all that comparing a value may touch.

    A list can be built of itself so that it has few parts and endlessly many comparisons.

    Raises:
        Halt: when the budget does not reach.
    """
    waiting = [value]
    while waiting:
        one = waiting.pop()
        budget.spend(weight(one))
        if isinstance(one, (list, dict)):
            waiting.extend(
                x
                for x in (one.values() if isinstance(one, dict) else one)
                if isinstance(x, (list, dict, str))
            )
