"""Decides whether a file is a message, a mailbox or a saved web page, and where a message begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

_LONGEST_HEAD = 256_000
_BOM = b"\xef\xbb\xbf"
_ENVELOPE = re.compile(rb">?From [^\r\n]*(?:\r\n|[\r\n])")
_COUNT = re.compile(rb"(\d{1,9})[ \t]*\r?\n(?=[!-9;-~]+:)")
"""The first line of Apple Mail's own files (.emlx): how many bytes the message has."""
_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:")
_SEPARATOR = re.compile(rb"(?:^|(?<=\n))From ([^\r\n]{1,300})\r?\n(?=>?[!-9;-~]{1,80}[ \t]*:)")
_DAY = re.compile(rb"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.*\d:\d\d")
"""What the line between two messages of an mbox has behind «From » and the sender."""
_KNOWN = frozenset(
    {
        *(b"from", b"sender", b"to", b"cc", b"reply-to", b"subject", b"date", b"message-id", b"in-reply-to"),
        *(b"received", b"return-path", b"delivered-to", b"x-original-to", b"envelope-to", b"x-unsent"),
        *(b"mime-version", b"content-type", b"content-transfer-encoding", b"content-disposition"),
        *(b"dkim-signature", b"arc-seal", b"arc-message-signature", b"arc-authentication-results"),
        *(b"authentication-results", b"received-spf", b"x-received", b"x-mozilla-status", b"auto-submitted"),
    }
)
_SENT = frozenset(
    {
        *(b"sender", b"to", b"cc", b"message-id", b"received", b"return-path", b"delivered-to", b"x-unsent"),
        *(
            b"x-original-to",
            b"envelope-to",
            b"x-mozilla-status",
            b"x-received",
            b"reply-to",
            b"auto-submitted",
        ),
    }
)
"""Headers that only what was sent has; a saved web page (MHTML) has the others as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterStart:
    """The place of a message in a file.

    Attributes:
        start, end: positions of its first byte and behind its last.
        names: the names of the headers before the first empty line, in lower case.
    """

    start: int
    end: int
    names: frozenset[bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    start: int
    end: int
    lines: tuple[bytes, ...]
    names: frozenset[bytes]


def letter_start(data: bytes, *, named: bool = False) -> LetterStart | None:
    """Where the message begins: behind a BOM, empty lines, an mbox line; None where the file is no message.

    Args:
        data: the file.
        named: its name says that it is a message; then one usual header is enough, else it takes two.
    """
    head = _head(data)
    if head is None or len(head.names & _KNOWN) < (1 if named else 2):
        return None
    if not named and not _was_sent(head):
        return None
    return LetterStart(start=head.start, end=head.end, names=head.names)


def is_web_archive(data: bytes) -> bool:
    """Whether a file is a web page saved with its pictures (MHTML), also under the name of a Word file."""
    head = _head(data)
    if head is None or b"content-type" not in head.names or _was_sent(head):
        return False
    top = b"\n".join(head.lines).lower()
    return b"multipart/related" in top or b"snapshot-content-location" in top or b"multipart/mixed" in top


def is_mbox(data: bytes) -> bool:
    """Whether a file holds more than one message, one behind the other."""
    return len([*islice(_separators(data), 2)]) == 2


def letters_of(data: bytes) -> Iterator[bytes]:
    """The messages of an mbox file, one behind the other."""
    for start, end in pairwise((*_separators(data), len(data))):
        yield data[start:end]


def _separators(data: bytes) -> Iterator[int]:
    """Where the messages of an mbox file begin; nothing where the file does not begin as an mbox."""
    offset = _leading(data)
    if not data.startswith(b"From ", offset):
        return
    for found in _SEPARATOR.finditer(data, offset):
        if _DAY.search(found[1]) is not None:
            yield found.start()


def _leading(data: bytes) -> int:
    """How much of a file's beginning says nothing: a BOM, empty lines."""
    offset = len(_BOM) if data.startswith(_BOM) else 0
    while data[offset : offset + 1] in {b"\r", b"\n", b" ", b"\t"}:
        offset += 1
    return offset


def _head(data: bytes) -> _Head | None:
    start, end = _leading(data), len(data)
    counted = _COUNT.match(data, start)
    if counted is not None:
        start = counted.end()
        end = min(end, start + int(counted[1]))
    envelope = _ENVELOPE.match(data, start)
    while envelope is not None:
        start = envelope.end()
        envelope = _ENVELOPE.match(data, start)
    top = re.split(rb"\r\n\r\n|\n\n|\n\r\n|\r\r", data[start : start + _LONGEST_HEAD], maxsplit=1)[0]
    lines = tuple(re.split(rb"\r\n|[\r\n]", top))
    if _HEADER.match(lines[0]) is None:
        return None
    names = frozenset(found[1].lower() for line in lines if (found := _HEADER.match(line)) is not None)
    return _Head(start=start, end=end, lines=lines, names=names)


def _was_sent(head: _Head) -> bool:
    """Whether a message with this head went from somebody to somebody."""
    if head.names & _SENT:
        return True
    return any(line[:5].lower() == b"from:" and b"saved by" not in line.lower() for line in head.lines)
