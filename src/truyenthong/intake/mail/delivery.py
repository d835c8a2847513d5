"""Reads what a report of non-delivery says (RFC 3464): which message, which recipient, for good or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import Message as RawMessage

from truyenthong.intake.bounds import Allowance
from truyenthong.intake.mail.headers import text_of, words
from truyenthong.intake.mail.parse import MESSAGES, parse, parts_of, payload

_HEADS_ALONE = frozenset({"text/rfc822-headers", "message/rfc822-headers", "message/global-headers"})
_STATUS = re.compile(r"\b([245])\.\d{1,3}\.\d{1,3}\b")
_MOST_RECIPIENTS = 200
_LONGEST_TEXT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientReport:
    """What a report says of one recipient.

    Attributes:
        address: Final-Recipient, in lower case.
        action: ``failed``, ``delayed``, ``delivered``, ``relayed``, ``expanded``, or what is there.
        status: the enhanced status code, «5.1.1».
        text: the words of the server that refused.
    """

    address: str
    action: str
    status: str
    text: str

    @property
    def is_final(self) -> bool:
        """Whether the message will not arrive there."""
        return self.status.startswith("5") and self.action in {"failed", ""}

    @property
    def is_delay(self) -> bool:
        """Whether it has not arrived yet, or was given up after a passing trouble."""
        return self.status.startswith("4") and self.action in {"failed", "delayed", ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryReport:
    """One report.

    Attributes:
        about: the Message-IDs of the messages that came back in it, themselves or their heads.
    """

    about: tuple[str, ...]
    recipients: tuple[RecipientReport, ...]


def delivery_report(raw: RawMessage) -> DeliveryReport | None:
    """What a message reports as RFC 3464 has it; None for anything else, however much it looks like it.

    Only the parts of the report itself count: what lies in a message that is enclosed is that message's own.
    """
    said = str(raw.get_param("report-type") or "").strip().lower()
    if raw.get_content_type() != "multipart/report" or said != "delivery-status":
        return None
    recipients: list[RecipientReport] = []
    about: list[str] = []
    for part in parts_of(raw):
        kind = part.get_content_type()
        if kind == "message/delivery-status":
            recipients += _recipients(part)
        elif kind in MESSAGES or kind in _HEADS_ALONE:
            about += _message_ids(part)
    if not recipients:
        return None
    return DeliveryReport(about=tuple(about), recipients=tuple(recipients[:_MOST_RECIPIENTS]))


def _recipients(part: RawMessage) -> Iterator[RecipientReport]:
    blocks = part.get_payload()
    for block in blocks if isinstance(blocks, list) else ():
        if not isinstance(block, RawMessage) or block.get("Final-Recipient") is None:
            continue
        status = _STATUS.search(text_of(block, "Status"))
        if status is not None:
            yield RecipientReport(
                address=_address(text_of(block, "Final-Recipient")),
                action=text_of(block, "Action").lower(),
                status=status[0],
                text=words(text_of(block, "Diagnostic-Code").partition(";")[2])[:_LONGEST_TEXT],
            )


def _address(said: str) -> str:
    """The address behind its type: «rfc822; a@b»."""
    return said.rpartition(";")[2].strip().strip("<>").lower()


def _message_ids(part: RawMessage) -> Iterator[str]:
    inside: object = part.get_payload()
    heads: Sequence[object] = inside if isinstance(inside, list) else ()
    if not heads:
        heads = [parse(payload(part) or b"", Allowance())]
    for head in heads[:1]:
        if isinstance(head, RawMessage) and (code := text_of(head, "Message-ID")):
            yield "".join(code.split())
