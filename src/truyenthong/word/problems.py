"""A problem of a template and its place, both in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a tag stands.

    Attributes:
        part: ``document``, ``header1``, ``core``: the part's file name without its ending.
        spot: the same for people: «phần thân, bảng 2, dòng 3, cột 1, đoạn 1».
    """

    part: str
    spot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault of a template or of a render.

    Attributes:
        code: ``TT4xx``, a section of ``docs/rules.md``.
        part: see ``Place``; "" where the file as a whole is meant.
        tag: the tag's own text, or "".
        message: what is wrong, a whole Vietnamese sentence.
        hint: how to fix it, or None.
    """

    code: str
    severity: Severity
    part: str
    spot: str
    tag: str
    message: str
    hint: str | None = None


WHOLE_FILE = Place(part="", spot="cả tệp")
_MOST = 200
"""Problems of one template that are kept."""


def problem(
    kind: Diagnostic, place: Place, message: str, *, tag: str = "", hint: str | None = None
) -> Problem:
    """A problem of that kind at that place."""
    return Problem(
        code=kind.code,
        severity=kind.severity,
        part=place.part,
        spot=place.spot,
        tag=tag,
        message=message,
        hint=hint,
    )


def distinct(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, in order, no more than a reader can use.

    A text box is stored twice (for new and for old Word), so its faults come twice; a fault in a loop comes
    with every item.
    """
    found: dict[Problem, None] = {}
    for one in problems:
        found[one] = None
        if len(found) >= _MOST:
            break
    return tuple(found)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether a document with these problems must not be written."""
    return any(one.severity is Severity.ERROR for one in problems)
