"""Reads the head of a message as people do: who sent it, when, and what its files are called."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message as RawMessage
from email.utils import getaddresses, parsedate_to_datetime

from truyenthong.model.moments import Moment
from truyenthong.text import VIETNAM_TIME, collapse, nfc

UNREADABLE = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What Python's own readers raise on headers made to be wrong."""
_LONGEST = 8_000
"""Characters of a header that are decoded: decoding costs more than its length."""
_NO_ZONE = re.compile(r"\d\d?:\d\d(?::\d\d)?\s*(?:\([^()]*\))?\s*$")
_UTC = re.compile(r"\s[+-]0000\b")
_COLON_ZONE = re.compile(r"\s([+-])(\d\d):(\d\d)\b")
_ICT = re.compile(r"\b(?:ICT|(?:GMT|UTC)\s*\+\s*0?7(?::?00)?)\b(?!\S)", re.IGNORECASE)
_HALF_DAY = re.compile(r"\b[AP]M\b", re.IGNORECASE)
OURS = re.compile(r"<tt\.[0-9a-z]{16}\.\d{1,4}@", re.IGNORECASE)
"""A Message-ID of a message that this program sent."""


def text_of(raw: RawMessage, name: str) -> str:
    """A header as it is, on one line, cut where nobody reads on; empty where it is missing."""
    return " ".join(str(raw.get(name) or "")[:_LONGEST].split())


def words(text: object) -> str:
    """A text of a header as people read it (RFC 2047)."""
    found = str(text or "")[:_LONGEST]
    if "=?" in found:
        with suppress(*UNREADABLE, UnicodeError):
            found = str(make_header(decode_header(found)))
    return collapse(nfc(found.encode("utf-8", "surrogateescape").decode("utf-8", "replace")))


def addresses(raw: RawMessage) -> tuple[str, ...]:
    """The addresses in From, in lower case."""
    found: list[str] = []
    with suppress(*UNREADABLE):
        given = [str(one)[:_LONGEST] for one in raw.get_all("From", [])[:3]]
        found = [address.strip().lower() for _, address in getaddresses(given)]
    return tuple(one for one in found if "@" in one and one.isascii() and " " not in one)


def message_id(raw: RawMessage) -> str | None:
    """The Message-ID, or None where there is none that can be kept."""
    code = "".join(text_of(raw, "Message-ID").split())
    return code[:250] if code and code.isascii() and code.isprintable() else None


def answers_ours(raw: RawMessage) -> bool:
    """Whether it answers a message that this program sent."""
    return any(OURS.search(text_of(raw, name)) is not None for name in ("In-Reply-To", "References"))


def received_at(raw: RawMessage) -> Moment | None:
    """When the last server took it in: by the uppermost Received."""
    return moment(text_of(raw, "Received").rpartition(";")[2])


def moment(text: str) -> Moment | None:
    """A moment in Vietnamese time.

    «-0000» is UTC (RFC 5322, 3.3); a date without any zone is taken as Vietnamese; one with a zone that
    nobody knows is not read, for it could name the wrong day.
    """
    when: datetime | None = None
    with suppress(*UNREADABLE, OverflowError):
        when = parsedate_to_datetime(text.strip())
    if when is None or not 1990 < when.year < 2200:
        return None
    if when.tzinfo is None:
        zone = _zone(text)
        if zone is None:
            return None
        when = when.replace(tzinfo=zone)
    return moment_of_time(when)


def moment_of_time(when: datetime) -> Moment:
    """A time with its zone as a moment in Vietnamese time."""
    local = when.astimezone(VIETNAM_TIME)
    return Moment(day=local.date(), hour=local.time().replace(second=0, microsecond=0, tzinfo=None))


def _zone(text: str) -> timezone | None:
    """The zone of a date that Python gives none."""
    if _HALF_DAY.search(text) is not None:
        return None
    if _UTC.search(text) is not None:
        return timezone(timedelta(0))
    colon = _COLON_ZONE.search(text)
    if colon is not None:
        away = timedelta(hours=int(colon[2]), minutes=int(colon[3]))
        return timezone(-away if colon[1] == "-" else away) if away < timedelta(hours=24) else None
    local = _ICT.search(text) is not None or _NO_ZONE.search(text) is not None
    return VIETNAM_TIME if local else None


def file_name(raw: RawMessage) -> str:
    """The name of an attachment: RFC 2231, RFC 2047 inside quotes, or the ``name`` of the content type."""
    for header, parameter in (("Content-Disposition", "filename"), ("Content-Type", "name")):
        name = ""
        with suppress(*UNREADABLE, UnicodeError):
            value = raw.get_param(parameter, header=header, unquote=True)
            if isinstance(value, tuple):
                charset, _, text = value
                name = text.encode("latin-1", "surrogateescape").decode(charset or "utf-8", "replace")
            elif value is not None:
                name = words(value)
        if name.strip():
            return nfc(name[:_LONGEST])
    return ""


def disposition(raw: RawMessage) -> str:
    """``attachment``, ``inline`` or nothing, in lower case."""
    return re.split(r"[\s;]", text_of(raw, "Content-Disposition").lower(), maxsplit=1)[0]
