"""Forms as data: fields, choices, bounds, and checks between fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from truyenthong.model.expressions import Expression, FormValues, evaluate
from truyenthong.model.moments import Moment


class FieldType(StrEnum):
    """The kinds of values (``kieu``)."""

    TEXT = "van-ban"
    INTEGER = "so-nguyen"
    NUMBER = "so"
    DATE = "ngay"
    MOMENT = "ngay-gio"
    BOOLEAN = "dung-sai"
    CHOICE = "chon"
    TABLE = "bang"


class ChoiceSource(StrEnum):
    """A list of choices that lives elsewhere in the workspace (a word in ``chon_tu``)."""

    TOPICS = "chu-de"
    UNITS = "don-vi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice: the code that is stored and the label that people read."""

    code: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What limits a value; None does not limit. Rows bound a table, length a text (code points)."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    earliest: date | None = None
    latest: date | None = None
    longest: int | None = None
    fewest_rows: int | None = None
    most_rows: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a form.

    Attributes:
        code: ASCII snake_case, the key in ``noi_dung``.
        label: what people read.
        type: what it holds.
        required: an empty one is an error.
        choices: the closed list of a CHOICE field, or where that list lives.
        columns: the fields of a TABLE's rows (never tables themselves).
        guidance: a sentence for the unit, or None.
        measure: the unit of measurement in words, or None.
        additive: False where adding up means nothing, since one thing may be counted twice: the values of
            several units, or (in a table) of several lines that differ in their choice.
        link: a text that is a web address.
        index: its place in the list that declares it, counted from 0.
    """

    code: str
    label: str
    type: FieldType
    required: bool = False
    bounds: Bounds = field(default_factory=Bounds)
    choices: tuple[Choice, ...] | ChoiceSource = ()
    columns: tuple[Field, ...] = ()
    guidance: str | None = None
    measure: str | None = None
    additive: bool = True
    link: bool = False
    index: int = field(default=0, compare=False)

    def column(self, code: str) -> Field | None:
        """The column of a table by its code."""
        return next((one for one in self.columns if one.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCheck:
    """A condition between fields with the sentence to show when it does not hold."""

    source: str
    expression: Expression
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form: what a submission's ``noi_dung`` may and must contain."""

    code: str
    name: str
    version: int
    fields: tuple[Field, ...]
    checks: tuple[FormCheck, ...] = ()
    index: int = field(default=0, compare=False)

    def field(self, code: str) -> Field | None:
        """The field by its code."""
        return next((one for one in self.fields if one.code == code), None)


Scalar = str | int | Decimal | date | Moment | bool | None
Row = dict[str, Scalar]
Content = dict[str, "Scalar | tuple[Row, ...]"]
"""The values of a form, read by its types: a table is a tuple of rows; an empty field is None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition as it was typed, and as it is evaluated."""

    source: str
    expression: Expression

    def holds(self, values: FormValues) -> bool:
        """Whether it is certainly true; False where something that it asks for is empty."""
        return evaluate(self.expression, values) is True
