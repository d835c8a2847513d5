"""Messages as mail programs and servers write them, put together from bytes; all invented."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEAD = {
    "From": "Văn thư <vt@example.vn>",
    "To": "tiep-nhan@example.vn",
    "Subject": "Bao cao",
    "Message-ID": "<c1@example.vn>",
    "Date": "Fri, 28 May 2021 09:15:00 +0700",
    "MIME-Version": "1.0",
}


def letter(body: bytes, **heads: str | None) -> bytes:
    """A message; keywords change its head (``_`` for ``-``), None takes a header away."""
    changed = {name.replace("_", "-"): value for name, value in heads.items()}
    lines = {**HEAD, **changed}
    top = "".join(f"{name}: {value}\n" for name, value in lines.items() if value is not None)
    return top.encode() + b"\n" + body


def part(data: bytes, kind: str = DOCX, **heads: str) -> bytes:
    """A part in base64; keywords are further headers."""
    more = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in heads.items())
    top = f"Content-Type: {kind}\n{more}Content-Transfer-Encoding: base64\n\n"
    return top.encode() + base64.encodebytes(data)


def attached(data: bytes, name: str = "bao-cao.docx", kind: str = DOCX) -> bytes:
    """An attachment."""
    return part(data, kind, Content_Disposition=f'attachment; filename="{name}"')


def words(text: str = "Kính gửi Văn phòng.", kind: str = "text/plain") -> bytes:
    """The words of a letter."""
    return f"Content-Type: {kind}; charset=utf-8\n\n{text}\n".encode()


def enclosed(message: bytes, kind: str = "message/rfc822") -> bytes:
    """A message in a message."""
    return f"Content-Type: {kind}\n\n".encode() + message


def mixed(
    parts: Iterable[bytes], *, kind: str = "multipart/mixed", end: bool = True, **heads: str | None
) -> bytes:
    """A message of parts; without ``end`` it is cut before its last boundary."""
    every = tuple(parts)
    mark = f"ranh{zlib.crc32(b''.join(every))}"
    body = b"".join(f"--{mark}\n".encode() + one + b"\n" for one in every)
    body += f"--{mark}--\n".encode() if end else b""
    return letter(body, **{"Content_Type": f'{kind}; boundary="{mark}"', **heads})


def bounce(returned: bytes, **heads: str | None) -> bytes:
    """A delivery report by RFC 3464 with the message that came back."""
    status = (
        b"Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nAction: failed\nStatus: 5.1.1\n"
    )
    kind = "multipart/report; report-type=delivery-status"
    heads.setdefault("From", "MAILER-DAEMON@mx.example.vn")
    heads.setdefault("Subject", "Undelivered Mail Returned to Sender")
    return mixed([words("could not be delivered"), status, enclosed(returned)], kind=kind, end=True, **heads)
