"""Reads what the office's own server says of a message: who sent it for certain, and when it came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.message import Message as RawMessage

from truyenthong.intake.mail.headers import addresses, moment
from truyenthong.model.moments import Moment

_COMMENT = re.compile(r"\([^()]*\)")
_BY = re.compile(r"\bby\s+([^\s;()]+)", re.IGNORECASE)
_PASSED = re.compile(r"^\s*(dmarc|dkim)\s*=\s*pass\b", re.IGNORECASE)
_DOMAIN = {
    "dmarc": re.compile(r"\bheader\.from\s*=\s*\"?(?:[^\s\";@]*@)?([^\s\";]+)", re.IGNORECASE),
    "dkim": re.compile(r"\bheader\.(?:d|i)\s*=\s*\"?(?:[^\s\";@]*@)?([^\s\";]+)", re.IGNORECASE),
}
_MOST_HEADERS = 200
_LONGEST = 8_000


def vouched_senders(raw: RawMessage, authority: str) -> tuple[str, ...]:
    """The addresses in From for which the office's own server answers; none where it does not.

    Args:
        raw: the message, or its head.
        authority: the name by which that server signs ``Authentication-Results``.
    """
    senders = addresses(raw)
    said = _own_results(raw, authority)
    if len(senders) != 1 or said is None:
        return ()
    domain = senders[0].rpartition("@")[2]
    return senders if any(_answers_for(one, domain) for one in said.split(";")[1:]) else ()


def _own_results(raw: RawMessage, authority: str) -> str | None:
    """The results that the server itself wrote: a sender can write such lines too, but only further down.

    A message carries its newest lines on top. What stands above the second ``Received``, or below the
    server's own ``Received`` and above the next one, was written when the message came in.
    """
    received = 0
    own_at: int | None = None
    for name, value in [(key.lower(), str(text)[:_LONGEST]) for key, text in raw.items()][:_MOST_HEADERS]:
        if name == "received":
            received += 1
            if own_at is None and _written_by(value, authority):
                own_at = received
            if received > (own_at or 1):
                return None
        elif name == "authentication-results":
            said = _without_comments(" ".join(value.split()))
            if said.split(";")[0].split()[:1] == [authority.lower()]:
                return said
    return None


def _without_comments(text: str) -> str:
    before = None
    while before != text:
        before, text = text, _COMMENT.sub(" ", text)
    return text.lower()


def _answers_for(result: str, domain: str) -> bool:
    passed = _PASSED.match(result)
    found = _DOMAIN[passed[1].lower()].search(result) if passed is not None else None
    if passed is None or found is None:
        return False
    signed = found[1].rstrip(".").lower()
    # A signature of the domain itself, or of the one above it, as both standards allow.
    return domain == signed or ("." in signed and domain.endswith(f".{signed}"))


def _written_by(received: str, authority: str) -> bool:
    by = _BY.search(_COMMENT.sub(" ", received))
    return by is not None and by[1].rstrip(".").lower() == authority.lower()


def own_received(raw: RawMessage, authority: str | None) -> Moment | None:
    """When the office's own server took a message in, by its topmost ``Received``.

    Without an authority, or where that has written none, it is the topmost of all.
    """
    lines: Sequence[str] = [str(one)[:_LONGEST] for one in raw.get_all("Received", [])[:_MOST_HEADERS]]
    own = [one for one in lines if authority is not None and _written_by(one, authority)]
    chosen = (own or lines)[:1]
    return moment(" ".join(chosen[0].split()).rpartition(";")[2]) if chosen else None
