"""What was sent to whom and what became of it: the events of the dispatch book, and what they add up to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

KEY_LENGTH = 16
"""Hexadecimal digits of a key: the first ones of a SHA-256."""


class OutcomeKind(StrEnum):
    """What became of a mail (the values of ``event``)."""

    ACCEPTED = "accepted"
    """The server has taken it, or evidence of that was found in the mailbox."""
    REFUSED = "refused"
    """The server said no for good (5xx)."""
    DEFERRED = "deferred"
    """The server said not now (4xx), or could not be reached before the mail itself was handed over."""
    UNKNOWN = "unknown"
    """The connection was lost while the mail was handed over: nobody knows whether it left."""
    BOUNCED = "bounced"
    """A report of non-delivery came back (5.x.x)."""
    DELAYED = "delayed"
    """A report of delay came back (4.x.x)."""
    ANSWERED = "answered"
    """Somebody answered it."""


class MailState(StrEnum):
    """How a mail stands after all its events."""

    PENDING = "pending"
    """Intended, and no outcome is written down yet."""
    ACCEPTED = "accepted"
    REFUSED = "refused"
    DEFERRED = "deferred"
    UNKNOWN = "unknown"
    BOUNCED = "bounced"
    SENT = "sent"
    """A person settled that it was sent."""
    NOT_SENT = "not_sent"
    """A person settled that it was not sent, or may be sent again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchItem:
    """One duty about which a mail reminds.

    Attributes:
        due: the due day in force, from which the mark counts; None for a returned paper without one.
        mark: the mark's code.
        returned: of a paper that was returned, the day of that, from which the mark counts then.
        skipped: marks that had opened before without a mail; this one stands for them too.
    """

    obligation: str
    period: str | None
    due: date | None
    mark: str
    returned: date | None = None
    skipped: tuple[str, ...] = ()

    def key(self, unit: str) -> str:
        """The same for the same unit, duty, period, mark and days, whatever the unit is called."""
        said = [unit, self.obligation, self.period, self.mark, _iso(self.due)]
        return _digest([*said, _iso(self.returned)] if self.returned is not None else said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """A mail that is about to be handed over; it is on the disk before the server hears of it.

    Attributes:
        key: ``mail_key`` of its unit and items.
        attempt: counts from 1.
        unit: the unit's code; of a summary for a reader, the reader's address.
        to: the addresses of the unit.
        sha256: of the mail's bytes.
    """

    key: str
    attempt: int
    at: datetime
    unit: str
    to: tuple[str, ...]
    items: tuple[DispatchItem, ...]
    message_id: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a mail.

    Attributes:
        code: the server's reply code or the report's status («550», «5.1.1»).
        text: the server's or the report's words.
        address: the recipient whom it is about; None: the mail as a whole.
        source: what shows it where that was found in the mailbox (a Message-ID, a SHA-256).
    """

    kind: OutcomeKind
    key: str
    attempt: int
    at: datetime
    code: str | None = None
    text: str | None = None
    address: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a person settled about a mail whose outcome was not known, or that did not arrive."""

    key: str
    attempt: int
    at: datetime
    sent: bool
    reason: str
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterReminder:
    """A unit was reminded by a letter on paper or through e-Office: marks opened by its day are done."""

    at: datetime
    unit: str
    obligation: str
    period: str | None
    day: date
    number: str | None = None
    note: str | None = None


DispatchEvent = Intent | Outcome | Resolution | LetterReminder


def mail_key(unit: str, items: Sequence[DispatchItem]) -> str:
    """The same for the same unit and items in any order."""
    return _digest(sorted(one.key(unit) for one in items))


def message_id_of(key: str, attempt: int, sender: str) -> str:
    """The Message-ID of a mail: ours by its form, and the same for the same intent."""
    return f"<tt.{key}.{attempt}@{sender.rpartition('@')[2]}>"


def _digest(said: Sequence[object]) -> str:
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:KEY_LENGTH]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


_AFTER: dict[OutcomeKind, MailState] = {
    OutcomeKind.ACCEPTED: MailState.ACCEPTED,
    OutcomeKind.REFUSED: MailState.REFUSED,
    OutcomeKind.DEFERRED: MailState.DEFERRED,
    OutcomeKind.UNKNOWN: MailState.UNKNOWN,
}
_OPEN = frozenset({MailState.PENDING, MailState.UNKNOWN})
"""States that evidence from the mailbox settles."""


@dataclass(frozen=True, kw_only=True)
class DispatchedMail:
    """One attempt with its events, oldest first."""

    intent: Intent
    outcomes: tuple[Outcome, ...] = ()
    resolutions: tuple[Resolution, ...] = ()

    @cached_property
    def bounced(self) -> dict[str, Outcome]:
        """By address, the report that it did not arrive there."""
        return {(one.address or "").lower(): one for one in self.outcomes if one.kind is OutcomeKind.BOUNCED}

    @cached_property
    def state(self) -> MailState:
        """How it stands; what a person settled last counts."""
        if self.resolutions:
            return MailState.SENT if self.resolutions[-1].sent else MailState.NOT_SENT
        if self.bounced and all(one.lower() in self.bounced for one in self.intent.to):
            return MailState.BOUNCED
        state = MailState.PENDING
        for one in self.outcomes:
            if one.kind in _AFTER:
                state = _AFTER[one.kind]
            elif state in _OPEN:  # whatever came back shows that it had left
                state = MailState.ACCEPTED
        return state

    @property
    def last(self) -> Outcome | None:
        """The outcome that was written down last."""
        return self.outcomes[-1] if self.outcomes else None

    @property
    def answered(self) -> bool:
        """Whether somebody answered it."""
        return any(one.kind is OutcomeKind.ANSWERED for one in self.outcomes)


@dataclass(frozen=True, kw_only=True)
class DispatchBook:
    """All events of a school year, oldest first."""

    events: tuple[DispatchEvent, ...] = ()
    _mails: dict[tuple[str, int], DispatchedMail] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        parts: dict[tuple[str, int], tuple[Intent, list[Outcome], list[Resolution]]] = {}
        for one in self.events:
            match one:
                case Intent():
                    parts[one.key, one.attempt] = (one, [], [])
                case Outcome():
                    parts[one.key, one.attempt][1].append(one)
                case Resolution():
                    parts[one.key, one.attempt][2].append(one)
                case LetterReminder():
                    pass
        mails = {
            key: DispatchedMail(intent=intent, outcomes=tuple(outcomes), resolutions=tuple(settled))
            for key, (intent, outcomes, settled) in parts.items()
        }
        object.__setattr__(self, "_mails", mails)

    @property
    def mails(self) -> tuple[DispatchedMail, ...]:
        """Every attempt, oldest first."""
        return tuple(self._mails.values())

    @cached_property
    def letters(self) -> tuple[LetterReminder, ...]:
        """The reminders by letter."""
        return tuple(one for one in self.events if isinstance(one, LetterReminder))

    @cached_property
    def by_message_id(self) -> dict[str, DispatchedMail]:
        """The attempts by their Message-ID, in its brackets."""
        return {one.intent.message_id: one for one in self._mails.values()}

    @cached_property
    def by_item(self) -> dict[str, tuple[DispatchedMail, ...]]:
        """By an item's key, the attempts that reminded of it, oldest first."""
        found: dict[str, list[DispatchedMail]] = {}
        for one in self._mails.values():
            for item in one.intent.items:
                found.setdefault(item.key(one.intent.unit), []).append(one)
        return {key: tuple(mails) for key, mails in found.items()}

    @cached_property
    def undeliverable(self) -> dict[str, Outcome]:
        """By address (lower case), why mail does not arrive there.

        A person's word that it may be tried again (``NOT_SENT``) takes it off, and so does a later mail that
        was taken there.
        """
        found: dict[str, Outcome] = {}
        for mail in self._mails.values():
            if mail.state is MailState.NOT_SENT:
                for address in mail.intent.to:
                    found.pop(address.lower(), None)
            else:
                _weigh(mail, found)
        return found

    def mail(self, key: str, attempt: int) -> DispatchedMail | None:
        """An attempt, or None."""
        return self._mails.get((key, attempt))

    def attempts(self, key: str) -> int:
        """How many attempts there were for a mail's key."""
        return max((number for one, number in self._mails if one == key), default=0)

    def in_state(self, *states: MailState) -> tuple[DispatchedMail, ...]:
        """The attempts that are in one of these states, oldest first."""
        return tuple(one for one in self._mails.values() if one.state in states)

    def history(self, unit: str | None = None) -> Iterator[DispatchedMail]:
        """The attempts to a unit, or all, newest first."""
        found = (one for one in self._mails.values() if unit in (None, one.intent.unit))
        yield from reversed([*found])

    @property
    def last_moment(self) -> datetime | None:
        """When the last event was written down."""
        return max((one.at for one in self.events), default=None)


def _weigh(mail: DispatchedMail, found: dict[str, Outcome]) -> None:
    """Adds what one mail tells of its addresses."""
    for one in mail.outcomes:
        if one.kind in (OutcomeKind.REFUSED, OutcomeKind.BOUNCED) and one.address is not None:
            found[one.address.lower()] = one
        elif one.kind is OutcomeKind.ACCEPTED:
            for address in mail.intent.to:
                found.pop(address.lower(), None)
