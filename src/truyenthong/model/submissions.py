"""What units send: receipts, decisions, extensions; who is right about them is decided elsewhere."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from truyenthong.model.forms import Content, Row, Scalar
from truyenthong.model.moments import Moment

SEAL_LENGTH = 16
"""Hexadecimal digits of a seal: the first ones of a SHA-256."""


def content_seal(content: Content | None, *, nil: bool) -> str:
    """The seal over the values of a form and the word that there is nothing to report.

    How a value is spelt (``12`` or ``12,0``), the order of the fields and lines left blank make no
    difference; the order of a table's rows does.
    """
    told = [nil, _said(content or {})]
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:SEAL_LENGTH]


def _said(values: Mapping[str, Scalar | tuple[Row, ...]]) -> list[object]:
    """What is not blank, in the order of the codes."""
    codes = sorted(code for code, value in values.items() if value not in (None, ()))
    return [[code, _value(values[code])] for code in codes]


def _value(value: Scalar | tuple[Row, ...]) -> list[object]:
    return [_said(row) for row in value] if isinstance(value, tuple) else [*_scalar(value)]


def _scalar(value: Scalar) -> list[str]:
    """A kind and a text that is the same for the same value."""
    match value:
        case bool():
            return ["b", str(value)]
        case int() | Decimal():
            return ["n", format(Decimal(value).normalize(), "f")]
        case Moment():
            return ["m", value.day.isoformat(), value.hour.isoformat() if value.hour is not None else ""]
        case date():
            return ["d", value.isoformat()]
        case _:
            return ["t", str(value)]


SubmissionKey = tuple[str, str, str | None]
"""Unit, duty, period (None for a duty without periods)."""

ReceiptKey = tuple[str, str, str | None, int]
"""A submission's key and the place of the receipt in it, counted from 0."""


class Channel(StrEnum):
    """How a paper came (the values of ``kenh``)."""

    EMAIL = "thu-dien-tu"
    DOCUMENT_AXIS = "truc-lien-thong"
    PAPER = "giay"
    OTHER = "khac"


class DecisionKind(StrEnum):
    """What the office decided about a receipt (the values of ``ket_qua``)."""

    ACCEPTED = "chap-nhan"
    RETURNED = "tra-lai"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNumber:
    """Number, symbol and printed date of a paper; the printed date never decides timeliness."""

    number: str | None = None
    symbol: str | None = None
    day: date | None = None

    def is_same(self, other: PaperNumber) -> bool:
        """The same number and symbol: a number is used once in a calendar year (NĐ 30, Điều 15)."""
        if self.number is None or other.number is None:
            return False
        same = self.number.lstrip("0") == other.number.lstrip("0") and self.symbol == other.symbol
        return same and (self.day is None or other.day is None or self.day.year == other.day.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file as it was received, by name and SHA-256 (64 lower-case hexadecimal digits)."""

    name: str
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """The message that a paper came with: its Message-ID, the sender's address, when it was sent."""

    code: str | None = None
    sender: str | None = None
    sent: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The office's word on a receipt; a return carries its reason.

    Attributes:
        seal: ``content_seal`` of what was accepted, where the program wrote the decision.
    """

    kind: DecisionKind
    day: date
    by: str | None = None
    reason: str | None = None
    seal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One time that the office received something.

    Attributes:
        index: its place under ``lan_nop``, counted from 0; with the submission's key it names the receipt.
        content: the values of the duty's form, or None where none were typed.
        mail: the message that it came with, where it came so.
        report: of what the office sent to a further addressee (``da_gui``), the report's code.
    """

    index: int
    received: Moment
    channel: Channel | None = None
    paper: PaperNumber | None = None
    files: tuple[SentFile, ...] = ()
    nil: bool = False
    content: Content | None = None
    decision: Decision | None = None
    mail: Mail | None = None
    report: str | None = None

    @property
    def seal(self) -> str:
        """The seal over what it says now."""
        return content_seal(self.content, nil=self.nil)

    @property
    def edited(self) -> bool:
        """Whether something else was accepted than what it says now."""
        one = self.decision
        accepted = one is not None and one.kind is DecisionKind.ACCEPTED and one.seal is not None
        return accepted and one is not None and one.seal != self.seal

    def known_on(self, as_of: date) -> Receipt:
        """The receipt without a decision that was made after ``as_of``, or about something else."""
        later = self.decision is not None and self.decision.day > as_of
        return replace(self, decision=None) if later or self.edited else self


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A later last day (in), granted on ``granted`` by ``by``."""

    granted: date
    until: date
    by: str | None = None
    paper: PaperNumber | None = None
    reason: str | None = None
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """All that was received from a unit for one duty and period; nothing is ever deleted.

    ``unreadable_receipts`` are places under ``lan_nop`` at which something stands that could not be read: the
    paper came, but nothing can be said of it until the file is mended. ``sent_further`` are papers that the
    office made of the same and sent to others: they do not decide about the duty. ``drafts`` are still being
    typed in: they are checked and count as not received; ``draft_places`` are theirs and of those that
    cannot be read yet. ``undated`` are the contents, by their places, of what has no day that can be read.
    """

    file: str
    unit: str
    obligation: str
    period: str | None
    receipts: tuple[Receipt, ...] = ()
    extensions: tuple[Extension, ...] = ()
    unreadable_receipts: tuple[int, ...] = ()
    sent_further: tuple[Receipt, ...] = ()
    drafts: tuple[Receipt, ...] = ()
    draft_places: tuple[int, ...] = ()
    undated: Mapping[int, Content] = field(default_factory=dict)

    @property
    def typed(self) -> tuple[Receipt, ...]:
        """What can be read under ``lan_nop``, drafts included, in the order of the file."""
        return tuple(sorted((*self.receipts, *self.drafts), key=lambda one: one.index))

    @property
    def next_index(self) -> int:
        """The place of the next receipt under ``lan_nop``."""
        places = (*(one.index for one in self.receipts), *self.unreadable_receipts, *self.draft_places)
        return max(places, default=-1) + 1

    @property
    def key(self) -> SubmissionKey:
        """Unit, duty, period."""
        return (self.unit, self.obligation, self.period)

    def extension_by(self, as_of: date, *, beyond: date | None = None) -> Extension | None:
        """The extension in force on ``as_of``: the furthest of those beyond the due day.

        One that gives fewer days than another, or none beyond ``beyond``, is a slip (TT316).
        """
        counted = [
            one for one in self.extensions if one.granted <= as_of and (beyond is None or one.until > beyond)
        ]
        return max(counted, key=lambda one: one.until, default=None)
