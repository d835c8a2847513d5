"""Messages taken apart: who, when, which files; believes no content type and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message as RawMessage
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime

from truyenthong.diagnostics.intake_contents import TT654, TT655, TT658
from truyenthong.findings import Ref, Severity
from truyenthong.intake.archives import base_name, unpack
from truyenthong.intake.kinds import FileKind, kind_of
from truyenthong.intake.pieces import MAX_DEPTH, Message, Piece, Pieces
from truyenthong.model.moments import Moment
from truyenthong.text import VIETNAM_TIME, collapse, nfc

_SIGNATURES = {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
_LONGEST_HEAD = 200_000
_UNREADABLE = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What Python's own reader raises on headers made to be wrong."""


def open_message(data: bytes, name: str, into: Pieces, *, within: tuple[str, ...] = ()) -> Message:
    """Takes the files out of a message, out of messages and zip files in it.

    One in which something is out of reach is a piece itself, so that nothing of it is lost.
    """
    before = len(into.findings)
    raw = message_from_bytes(data, policy=policy.compat32)
    said = _Reading(into=into, name=name, label=" › ".join((*within, name)), within=(*within, name))
    message = said.read(raw)
    faults = tuple(one for one in into.findings[before:] if one.severity is Severity.ERROR)
    if faults:
        into.findings[before:] = [one for one in into.findings[before:] if one not in faults]
        folder, slash, own = name.rpartition("/")
        whole = Piece(name=own, data=data, within=within, message=message, faults=faults)
        into.add(replace(whole, folder=f"{folder}{slash}"))
    return message


class _Reading:
    """One message that is being read."""

    def __init__(self, *, into: Pieces, name: str, label: str, within: tuple[str, ...]) -> None:
        self._into = into
        self._name = name
        self._label = label
        self._within = within
        self._ignored = 0

    def read(self, raw: RawMessage) -> Message:
        senders = tuple(dict.fromkeys(one for part in _messages(raw) for one in _addresses(part)))
        message = Message(
            code=_code(raw),
            senders=senders,
            subject=_words(raw.get("Subject")),
            sent=_moment(raw.get("Date")),
            received=_moment(str(raw.get("Received") or "").rpartition(";")[2]),
        )
        before = len(self._into.pieces), len(self._into.findings)
        self._parts(raw, message, depth=0)
        if self._ignored:
            told = f"bỏ qua {self._ignored} hình, chữ ký trong thân thư"
            self._into.findings.append(TT655.at(Ref(file=self._label), told))
        elif before == (len(self._into.pieces), len(self._into.findings)):
            hint = "đọc thư; đơn vị quên kèm tệp thì nhắc gửi lại"
            self._into.findings.append(
                TT654.at(Ref(file=self._label), "thư không có tệp kèm theo", hint=hint)
            )
        return message

    def _parts(self, raw: RawMessage, message: Message, *, depth: int) -> None:
        if depth > 4 * MAX_DEPTH or self._into.is_full:
            told = "thư lồng nhau quá sâu hoặc có quá nhiều tệp; phần còn lại không được đọc"
            hint = "gửi lại các tệp trong một thư mới"
            self._into.findings.append(TT658.at(Ref(file=self._label), told, hint=hint))
            return
        below = raw.get_payload()
        if raw.is_multipart() and isinstance(below, list):
            for part in below:
                if isinstance(part, RawMessage):
                    step = 4 if raw.get_content_maintype() == "message" else 1
                    self._parts(part, message, depth=depth + step)
            return
        self._leaf(raw, message, depth=depth)

    def _leaf(self, raw: RawMessage, message: Message, *, depth: int) -> None:
        name, data = _file_name(raw), _payload(raw)
        if not name and raw.get_content_maintype() == "text" and not _is_attached(raw):
            if kind_of("", data) is FileKind.YAML:
                self._into.add(Piece(name="than-thu.yaml", data=data, within=self._within, message=message))
            return
        kind = kind_of(name, data)
        if _is_decoration(raw, kind):
            self._ignored += 1
            return
        if not name and kind is FileKind.EMPTY:
            return
        own = base_name(name) if name else "khong-ten"
        if kind is FileKind.ZIP:
            unpack(data, own, self._into, within=self._within, message=message)
        elif kind is FileKind.MAIL:
            self._parts(message_from_bytes(data, policy=policy.compat32), message, depth=depth + 4)
        else:
            self._into.add(Piece(name=own, data=data, within=self._within, message=message))


def _messages(raw: RawMessage) -> Iterator[RawMessage]:
    """The message and those in it: who forwarded, and who wrote."""
    yield raw
    seen = 0
    for part in raw.walk():
        if part.get_content_type() == "message/rfc822" and seen < MAX_DEPTH:
            seen += 1
            below = part.get_payload()
            if isinstance(below, list):
                yield from (one for one in below[:1] if isinstance(one, RawMessage))


def _addresses(raw: RawMessage) -> list[str]:
    found: list[str] = []
    with suppress(*_UNREADABLE):
        given = [str(one) for one in raw.get_all("From", [])]
        found = [address.strip().lower() for _, address in getaddresses(given)]
    return [one for one in found if "@" in one and one.isascii() and " " not in one]


def _code(raw: RawMessage) -> str | None:
    code = "".join(str(raw.get("Message-ID") or "").split())
    return code[:250] if code and code.isascii() and code.isprintable() else None


def _moment(text: object) -> Moment | None:
    """A moment in Vietnamese time; a date without a zone is taken as Vietnamese."""
    when: datetime | None = None
    with suppress(*_UNREADABLE, OverflowError):
        when = parsedate_to_datetime(str(text).strip())
        when = when.astimezone(VIETNAM_TIME) if when.tzinfo is not None else when
    if when is None or not 1990 < when.year < 2200:
        return None
    return Moment(day=when.date(), hour=when.time().replace(second=0, microsecond=0, tzinfo=None))


def _words(header: object) -> str:
    """A header as people read it: RFC 2047, or bytes that were never encoded."""
    text = str(header or "")
    with suppress(*_UNREADABLE, UnicodeError):
        text = str(make_header(decode_header(text)))
    return collapse(nfc(_mended(text)))


def _mended(text: str) -> str:
    """Bytes beyond ASCII that stood bare in a header, as UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _file_name(raw: RawMessage) -> str:
    """The name of an attachment: RFC 2231, RFC 2047 inside quotes, or the ``name`` of the content type."""
    for header, parameter in (("Content-Disposition", "filename"), ("Content-Type", "name")):
        name = ""
        with suppress(*_UNREADABLE, UnicodeError):
            value = raw.get_param(parameter, header=header, unquote=True)
            if isinstance(value, tuple):
                charset, _, text = value
                name = text.encode("latin-1", "surrogateescape").decode(charset or "utf-8", "replace")
            elif value is not None:
                name = _words(value)
        if name.strip():
            return name
    return ""


def _payload(raw: RawMessage) -> bytes:
    data: object = None
    with suppress(*_UNREADABLE, UnicodeError):
        data = raw.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _is_attached(raw: RawMessage) -> bool:
    return str(raw.get("Content-Disposition") or "").lower().lstrip().startswith("attachment")


def _is_decoration(raw: RawMessage, kind: FileKind) -> bool:
    """Pictures of the letter itself, and signatures of the mail program."""
    if raw.get_content_type().lower() in _SIGNATURES:
        return True
    shown = str(raw.get("Content-Disposition") or "").lower().lstrip().startswith("inline")
    return kind is FileKind.IMAGE and (shown or (raw.get("Content-ID") is not None and not _is_attached(raw)))


def moment_of(data: bytes) -> Moment | None:
    """When a message was received or sent, told by its head alone."""
    head = BytesHeaderParser(policy=policy.compat32).parsebytes(data[:_LONGEST_HEAD])
    received = _moment(str(head.get("Received") or "").rpartition(";")[2])
    return received or _moment(head.get("Date"))
