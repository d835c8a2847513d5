"""What is wrong with the user's data: severities, places, findings and their order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

FieldPath = tuple[str | int, ...]
"""Steps from the root of a file to a value: keys, and positions in lists counted from 0."""


class Severity(StrEnum):
    """How much a finding weighs: an error fails ``validate``, the others are only reported."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of one file's text; lines and columns (code points) count from 1, the end is outside."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """Where a finding points: a file and a field path in it (a rule never knows a line number).

    Attributes:
        file: path relative to the workspace, with forward slashes.
        path: the field; its place in the text is looked up just before showing.
        at: the value of the field, or its key.
        span: the place itself, set only where no field exists (text that does not parse).
        spot: the place in words where the file has no lines (a part, paragraph and cell of a Word file).
    """

    file: str
    path: FieldPath = ()
    at: Literal["value", "key"] = "value"
    span: Span | None = None
    spot: str | None = None

    def child(self, *steps: str | int, at: Literal["value", "key"] = "value") -> Ref:
        """The same file, ``steps`` further down."""
        return Ref(file=self.file, path=(*self.path, *steps), at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fact about the user's data, in a whole Vietnamese sentence.

    Attributes:
        code: ``TT`` and three digits, a section of ``docs/rules.md``.
        severity: error, warning or notice.
        ref: where it is.
        message: what is wrong, naming what was read.
        hint: how to fix it («sửa: …»), or None where the message says it all.
        meant: of a key that is not known: the field that it may have been meant for, or the group that it is
            in; None: the field at ``ref``.
    """

    code: str
    severity: Severity
    ref: Ref
    message: str
    hint: str | None = None
    meant: FieldPath | None = None
