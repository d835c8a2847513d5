"""Limits what one file from outside may cost, and guards whatever reads it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from truyenthong.errors import TruyenthongError
from truyenthong.text import number_wording

SECONDS = 20.0
"""The last resort: counted limits end the work long before, on every machine alike."""
MAX_PARTS = 1_000
"""Parts of one message, those of the messages in it among them."""
MAX_BYTES = 200_000_000
"""Bytes that are taken out of one file, all together."""

T = TypeVar("T")


class OutOfBoundsError(Exception):
    """The work on one file was given up; the text says why, a Vietnamese phrase for the user."""


@dataclass(slots=True, kw_only=True)
class Allowance:
    """What may still be spent on one file.

    Attributes:
        clock: seconds that only grow; a test hands in its own.
    """

    clock: Callable[[], float] = time.monotonic
    parts_left: int = MAX_PARTS
    bytes_left: int = MAX_BYTES
    until: float = field(init=False)

    def __post_init__(self) -> None:
        """The time begins to run."""
        self.until = self.clock() + SECONDS

    def check_time(self) -> None:
        """Called inside every loop over what a stranger wrote.

        Raises:
            OutOfBoundsError: the time is over.
        """
        if self.clock() > self.until:
            raise OutOfBoundsError(f"đọc quá lâu (hơn {SECONDS:.0f} giây)")

    def count_part(self) -> None:
        """One more part of a message.

        Raises:
            OutOfBoundsError: there are too many.
        """
        self.parts_left -= 1
        if self.parts_left < 0:
            raise OutOfBoundsError(f"thư có hơn {number_wording(MAX_PARTS)} phần")


def guarded(work: Callable[[], T], refused: Callable[[str], T]) -> T:
    """What ``work`` gives; where a reader breaks on the file, what ``refused`` makes of the reason.

    Readers of other people's formats raise whatever they like on broken files, and one file never stops the
    others. What stops the command itself (``TruyenthongError``) passes.
    """
    try:
        return work()
    except TruyenthongError:
        raise
    except OutOfBoundsError as error:
        return refused(str(error))
    except RecursionError:
        return refused("bên trong lồng nhau quá sâu")
    except MemoryError:
        return refused("cần quá nhiều bộ nhớ để mở")
    except Exception as error:  # noqa: BLE001 - the boundary around files from outside; the reason is reported
        return refused(f"bộ đọc dừng giữa chừng ({type(error).__name__})")
