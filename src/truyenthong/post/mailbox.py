"""The door to the office's mailbox (IMAP): opened read-only; nothing in it is marked, moved or deleted."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from truyenthong.errors import CannotContinueError
from truyenthong.model.outreach import MailServer, Security
from truyenthong.post.passwords import Secret
from truyenthong.post.tls import connection_refused, tls_context, tls_words

if TYPE_CHECKING:
    from imapclient import IMAPClient

SECONDS = 60.0
"""How long a server may say nothing."""
MAX_LETTER = 50_000_000
"""Bytes of a message that is read whole; of a larger one only the head."""
_HEAD = 256_000
_BATCH = 200
_BATCH_BYTES = 4_000_000
_MONTH = timedelta(days=31)
_SAID = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderState:
    """A folder as the server shows it when it is opened.

    Attributes:
        uid_validity: changes when the server has numbered its messages anew.
        uid_next: the number that the next message will get.
        count: how many messages are in it.
    """

    name: str
    uid_validity: int
    uid_next: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHead:
    """The head of a message.

    Attributes:
        arrived: when the server took it in (INTERNALDATE).
        size: its bytes, as the server counts them.
    """

    uid: int
    size: int
    arrived: datetime
    head: bytes


class Mailbox:
    """A connection that is logged in.

    Every method raises CannotContinueError where the server refuses or the connection is lost.
    """

    def __init__(self, client: IMAPClient, server: MailServer, secret: Secret | None) -> None:
        self._client = client
        self._server = server
        self._secret = secret

    @property
    def privacy(self) -> str:
        """How the connection is kept private, for people."""
        return tls_words(self._client.socket())

    def open(self, folder: str) -> FolderState:
        """Opens a folder read-only (EXAMINE)."""
        with self._spoken(f"mở hộp «{folder}»"):
            if not self._client.folder_exists(folder):
                names = ", ".join(name for _, _, name in self._client.list_folders()[:20])
                raise CannotContinueError(
                    f"Hộp thư {self._server.account or ''} không có thư mục «{folder}».",
                    hint=f"ghi ở thu_den: hop một trong: {names}.",
                )
            said = self._client.select_folder(folder, readonly=True)
        return FolderState(
            name=folder,
            uid_validity=said.get(b"UIDVALIDITY", 0),
            uid_next=said.get(b"UIDNEXT", 1),
            count=said[b"EXISTS"],
        )

    def uids_after(self, uid: int) -> tuple[int, ...]:
        """The messages that came after one, in their order."""
        with self._spoken("tìm thư mới"):
            # A server answers «UID 8:*» with the last message even where that is number 7.
            found = self._client.search(["UID", f"{uid + 1}:*"])
        return tuple(sorted(one for one in found if one > uid))

    def uids_since(self, first: date, today: date) -> tuple[int, ...]:
        """The messages that came on a day or later, in their order; asked for month by month.

        A server's answer is one line, however many messages it names.
        """
        found: set[int] = set()
        day = first - timedelta(days=1)  # servers compare days in zones of their own
        with self._spoken("tìm thư"):
            while day <= today:
                after = day + _MONTH
                until: list[Any] = ["BEFORE", after] if after <= today else []
                found |= set(self._client.search(["SINCE", day, *until]))
                day = after
        return tuple(sorted(found))

    def heads(self, uids: Sequence[int]) -> Iterator[LetterHead]:
        """The heads of messages in their order; one that has gone meanwhile is left out."""
        for start in range(0, len(uids), _BATCH):
            wanted = uids[start : start + _BATCH]
            with self._spoken("đọc đầu thư"):
                parts = ["RFC822.SIZE", "INTERNALDATE", f"BODY.PEEK[HEADER]<0.{_HEAD}>"]
                found = self._client.fetch(wanted, parts)
                for uid in wanted:
                    said = found.get(uid, {})
                    if b"INTERNALDATE" in said:
                        yield LetterHead(
                            uid=uid,
                            size=said.get(b"RFC822.SIZE", 0),
                            arrived=said[b"INTERNALDATE"],
                            head=_bytes(said, b"BODY[HEADER]") or b"",
                        )

    def letters(self, heads: Sequence[LetterHead]) -> Iterator[tuple[LetterHead, bytes | None]]:
        """Messages whole, in their order; None for one that is not given, or too large."""
        for batch in _batches(heads):
            with self._spoken("đọc thư"):
                found = self._client.fetch([one.uid for one in batch], [f"BODY.PEEK[]<0.{MAX_LETTER + 1}>"])
                for one in batch:
                    data = _bytes(found.get(one.uid, {}), b"BODY[]")
                    yield one, data if data is not None and len(data) <= MAX_LETTER else None

    def has(self, uid: int) -> bool:
        """Whether a message is still in the folder."""
        with self._spoken("tìm thư"):
            return uid in self._client.search(["UID", str(uid)])

    def __enter__(self) -> Self:
        """The connection itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Says good-bye; a server that is gone is no trouble any more."""
        try:
            self._client.logout()
        except Exception:  # noqa: BLE001 - whatever it says now, the connection ends
            with contextlib.suppress(Exception):
                self._client.shutdown()

    @contextlib.contextmanager
    def _spoken(self, doing: str) -> Iterator[None]:
        """What the server refuses, and a lost connection, as a sentence."""
        from imapclient.exceptions import IMAPClientError  # noqa: PLC0415 - loaded with the connection

        try:
            yield
        except (IMAPClientError, OSError, ValueError) as error:
            raise CannotContinueError(
                f"Đang {doing} thì máy chủ thư {self._server.host} không đáp được: "
                f"{said_by(error, self._secret)}.",
                hint="chạy lại; phần đã nhận vẫn còn, không ghi đôi.",
            ) from None


def connect(server: MailServer, secret: Secret | None, *, seconds: float = SECONDS) -> Mailbox:
    """Connects and logs in.

    Raises:
        CannotContinueError: no connection, no certificate to be trusted, no STARTTLS, no login.
    """
    from imapclient import IMAPClient, SocketTimeout  # noqa: PLC0415 - only who reads a mailbox pays
    from imapclient.exceptions import IMAPClientError  # noqa: PLC0415

    context = None if server.security is Security.NONE else tls_context(server)
    client: IMAPClient | None = None
    try:
        client = IMAPClient(
            server.host,
            server.port,
            ssl=server.security is Security.TLS,
            ssl_context=context if server.security is Security.TLS else None,
            timeout=SocketTimeout(min(seconds, 20.0), seconds),
        )
        client.normalise_times = False
        if server.security is Security.STARTTLS:
            client.starttls(context)
    except (IMAPClientError, OSError, ValueError) as error:
        if client is not None:
            with contextlib.suppress(Exception):
                client.shutdown()
        raise connection_refused(server, error) from None
    _log_in(client, server, secret)
    return Mailbox(client, server, secret)


def _log_in(client: IMAPClient, server: MailServer, secret: Secret | None) -> None:
    from imapclient.exceptions import IMAPClientError  # noqa: PLC0415 - loaded with the connection

    if server.account is None or secret is None:
        return
    # The exceptions may hold what was sent, the password: only the server's words go on.
    refused: str | None = None
    try:
        word = secret.reveal()
        if word.isascii() and word.isprintable() and server.account.isascii():
            client.login(server.account, word)
        else:
            client.plain_login(server.account, word)
    except (IMAPClientError, OSError, ValueError) as error:
        refused = said_by(error, secret)
    if refused is not None:
        with contextlib.suppress(Exception):
            client.shutdown()
        raise CannotContinueError(
            f"Máy chủ thư {server.host} không cho {server.account} đăng nhập: {refused}.",
            hint="kiểm tra mật khẩu; hỏi quản trị máy chủ thư xem tài khoản có được dùng IMAP không.",
        )


def said_by(error: Exception, secret: Secret | None) -> str:
    """A server's words, on one line, without the password."""
    text = str(error)
    for mark in ("b'", 'b"'):  # imaplib prints bytes as they are written in Python
        if text.startswith(mark):
            text = text[2:-1]
    text = " ".join(text.split()).rstrip(".") or type(error).__name__
    return (secret.scrubbed(text) if secret is not None else text)[:_SAID]


def _bytes(said: Any, name: bytes) -> bytes | None:  # noqa: ANN401 - imapclient's own answer
    """A part of a message; servers name a part of a part with or without where it begins."""
    found = said.get(name + b"<0>", said.get(name))
    return bytes(found) if found is not None else None


def _batches(heads: Sequence[LetterHead]) -> Iterator[list[LetterHead]]:
    batch: list[LetterHead] = []
    size = 0
    for one in heads:
        if batch and (size + one.size > _BATCH_BYTES or len(batch) >= _BATCH):
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += one.size
    if batch:
        yield batch
