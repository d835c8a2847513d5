"""How the office writes to its units (``data/outreach.yaml``): servers, marks, people; no password."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from functools import cached_property


class Security(StrEnum):
    """How a connection is kept private (the values of ``bao_mat``)."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "khong"
    """Only to a server on this very machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordSource:
    """Where a password is kept; exactly one of the three is given.

    Attributes:
        variable: an environment variable.
        file: a file of this user alone, ``~`` allowed.
        keyring: the name of an entry in the system's keyring.
    """

    variable: str | None = None
    file: str | None = None
    keyring: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """A server of mail and how to log in.

    Attributes:
        certificates: the agency's own file of trusted certificates; None: those of the system.
        account: who logs in; None: nobody, as only a server of this machine allows.
    """

    host: str
    port: int
    security: Security
    certificates: str | None = None
    account: str | None = None
    password: PasswordSource | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A person by name and address; ``code`` where other parts of the file refer to it."""

    name: str
    address: str
    code: str | None = None
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """How mail leaves (``thu_di``).

    Attributes:
        reply_to: where answers go.
        copy_to: a blind copy of everything, the proof that it has left.
        domains: only addresses at these or below them are written to; empty: at any.
        per_minute, per_run, kilobytes: bounds of mails a minute, mails a run, one mail's size.
    """

    server: MailServer
    sender: Addressee
    reply_to: str | None = None
    copy_to: str | None = None
    domains: tuple[str, ...] = ()
    per_minute: int = 20
    per_run: int = 100
    kilobytes: int = 8192

    def allows(self, address: str) -> bool:
        """Whether the file lets us write to an address."""
        domain = address.rpartition("@")[2].lower()
        return not self.domains or any(domain == one or domain.endswith(f".{one}") for one in self.domains)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """The mailbox that is read (``thu_den``).

    Attributes:
        folders: the folders to read.
        since: mail before this day is left alone.
        authority: the name by which the office's own server signs ``Authentication-Results``.
        keep_days: how long settled mail is kept.
    """

    server: MailServer
    folders: tuple[str, ...] = ("INBOX",)
    since: date | None = None
    authority: str | None = None
    keep_days: int = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderMark:
    """A point of time at which a unit is reminded (an entry of ``moc``).

    Attributes:
        offset: days from the due day; below 0 before it.
        open_days: how many days a mark after the due day stays open, the first one counted.
        with_form: the unit's blank form goes along.
        copies: codes of the persons who get a copy.
    """

    code: str
    offset: int
    open_days: int = 14
    with_form: bool = False
    copies: tuple[str, ...] = ()
    index: int = field(default=0, compare=False)

    @property
    def is_before(self) -> bool:
        """Whether it reminds before the due day has passed."""
        return self.offset <= 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderRules:
    """Who is reminded when (``nhac_han``).

    Attributes:
        working_days: only on working days.
        hours: between which hours of the day, both in; None: at any.
        marks: in the order of their days.
        excluded_duties, excluded_units: never reminded.
        added_units: the agency's own rooms that are reminded all the same.
    """

    working_days: bool = True
    hours: tuple[time, time] | None = None
    marks: tuple[ReminderMark, ...] = ()
    excluded_duties: tuple[str, ...] = ()
    excluded_units: tuple[str, ...] = ()
    added_units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaloGroup:
    """A group in which the office writes by hand: its name, and the kinds and units in it; neither: all."""

    name: str
    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    index: int = field(default=0, compare=False)


@dataclass(frozen=True, kw_only=True)
class Outreach:
    """The whole file.

    Attributes:
        outgoing, incoming: None where not declared: such commands say so.
        supervisors: to whom marks send copies.
        readers: who gets the weekly summary.
    """

    outgoing: Outgoing | None = None
    incoming: Incoming | None = None
    reminding: ReminderRules = field(default_factory=ReminderRules)
    supervisors: tuple[Addressee, ...] = ()
    readers: tuple[Addressee, ...] = ()
    groups: tuple[ZaloGroup, ...] = ()

    @cached_property
    def supervisors_by_code(self) -> dict[str, Addressee]:
        """The persons whom marks name."""
        return {one.code: one for one in self.supervisors if one.code is not None}
