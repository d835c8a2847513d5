"""Hands mails over to the office's own server, one unit an envelope, and says truly what became of each."""

from __future__ import annotations

import base64
import contextlib
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truyenthong.errors import CannotContinueError
from truyenthong.model.dispatches import OutcomeKind
from truyenthong.model.outreach import MailServer, Security
from truyenthong.post.passwords import Secret, password_of
from truyenthong.post.tls import connection_refused, tls_context, tls_words
from truyenthong.text import file_number

TIMEOUT = 60.0
"""Seconds without a word after which a server counts as gone."""
_LONGEST_REPLY = 300


class UnreachableError(CannotContinueError):
    """The server cannot be reached or says «not now»: nothing was handed over."""

    exit_code = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerReply:
    """What a server answered about one address, or about the mail.

    Attributes:
        code: its reply code; None where it said nothing.
        text: its words, on one line.
    """

    code: int | None
    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What became of one mail.

    Attributes:
        kind: accepted, refused, deferred or unknown.
        answer: the server's answer that decided it.
        refused: the unit's addresses that the server will not have, whatever became of the mail.
        copies_refused: the same of copies.
        ends: no more mail is to be handed over in this connection.
    """

    kind: OutcomeKind
    answer: ServerReply
    refused: tuple[ServerReply, ...] = ()
    copies_refused: tuple[ServerReply, ...] = ()
    ends: bool = False


@contextlib.contextmanager
def connected(server: MailServer) -> Iterator[SmtpConnection]:
    """A connection, private and logged in, as the file says.

    Raises:
        UnreachableError: no connection, or the server says «not now».
        CannotContinueError: no certificate that can be trusted, no STARTTLS, login refused, no password.
    """
    secret = password_of(server)
    context = None if server.security is Security.NONE else tls_context(server)
    smtp = _opened(server, context)
    try:
        if server.security is Security.STARTTLS and context is not None:
            _start_tls(smtp, server, context)
        if secret is not None and server.account is not None:
            _log_in(smtp, server, server.account, secret)
        _greet(smtp, server)
        yield SmtpConnection(smtp, secret)
    finally:
        with contextlib.suppress(OSError, smtplib.SMTPException):
            smtp.quit()
        smtp.close()


def _opened(server: MailServer, context: ssl.SSLContext | None) -> smtplib.SMTP:
    try:
        if server.security is Security.TLS and context is not None:
            return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT, context=context)
        return smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
    except ssl.SSLError as error:
        raise connection_refused(server, error) from error
    except (OSError, smtplib.SMTPException) as error:
        raise _unreachable(server, error) from error


def _start_tls(smtp: smtplib.SMTP, server: MailServer, context: ssl.SSLContext) -> None:
    try:
        smtp.ehlo_or_helo_if_needed()
        if not smtp.has_extn("starttls"):
            raise CannotContinueError(
                f"Máy chủ thư {server.host} không có STARTTLS, nên không gửi.",
                hint="không mã hóa thì ai cũng đọc được mật khẩu và thư; hỏi người quản máy chủ thư.",
            )
        smtp.starttls(context=context)
        smtp.ehlo()
    except ssl.SSLError as error:
        raise connection_refused(server, error) from error
    except (OSError, smtplib.SMTPException) as error:
        raise _unreachable(server, error) from error


def _greet(smtp: smtplib.SMTP, server: MailServer) -> None:
    """Learns what the server can, before any mail is intended."""
    try:
        smtp.ehlo_or_helo_if_needed()
    except (OSError, smtplib.SMTPException) as error:
        raise _unreachable(server, error) from error


def _unreachable(server: MailServer, error: Exception) -> UnreachableError:
    words = (error.strerror if isinstance(error, OSError) else None) or _told(error)
    return UnreachableError(
        f"Chưa nối được máy chủ thư {server.host}:{server.port}: {one_line(words)}.",
        hint="kiểm tra mạng rồi chạy lại; thư chưa gửi sẽ được gửi ở lần chạy sau.",
    )


def _told(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    return str(error) or type(error).__name__


def _log_in(smtp: smtplib.SMTP, server: MailServer, account: str, secret: Secret) -> None:
    refused: str | None = None
    try:
        if secret.reveal().isascii() and account.isascii():
            smtp.login(account, secret.reveal())
        else:
            _log_in_plain(smtp, account, secret)
    except smtplib.SMTPNotSupportedError:
        raise CannotContinueError(
            f"Máy chủ thư {server.host} không cho đăng nhập ở cổng {server.port}.",
            hint="xem lại cong và bao_mat; thường là 587 với starttls.",
        ) from None
    except smtplib.SMTPResponseException as error:
        words = f"{error.smtp_code} {secret.scrubbed(_text(error.smtp_error))}"
        if 400 <= error.smtp_code < 500:
            raise UnreachableError(
                f"Máy chủ thư {server.host} bảo đăng nhập sau: {words}.", hint="chạy lại sau ít phút."
            ) from None
        refused = words
    except (OSError, smtplib.SMTPException) as error:
        raise _unreachable(server, error) from None
    if refused is not None:
        raise CannotContinueError(
            f"Máy chủ thư {server.host} không cho tài khoản {account} đăng nhập: {refused}.",
            hint="xem lại tai_khoan và mật khẩu; có nơi cần mật khẩu riêng cho chương trình.",
        )


def _log_in_plain(smtp: smtplib.SMTP, account: str, secret: Secret) -> None:
    """Logs in with letters that are no ASCII, which smtplib cannot (RFC 4616: UTF-8)."""
    smtp.ehlo_or_helo_if_needed()
    said = base64.b64encode(f"\0{account}\0{secret.reveal()}".encode()).decode("ascii")
    code, text = smtp.docmd("AUTH", f"PLAIN {said}")
    if code not in (235, 503):
        raise smtplib.SMTPAuthenticationError(code, text)


class SmtpConnection:
    """Hands over one mail after the other."""

    def __init__(self, smtp: smtplib.SMTP, secret: Secret | None) -> None:
        self._smtp, self._secret = smtp, secret

    @property
    def privacy(self) -> str:
        """How the connection is kept private, for people."""
        return tls_words(self._smtp.sock)

    @property
    def largest(self) -> int | None:
        """The bytes of the largest mail that the server takes; None where it does not say."""
        said = str(self._smtp.esmtp_features.get("size", "")).split()
        return file_number(said[0]) or None if said else None

    def hand_over(
        self, data: bytes, *, sender: str, to: Sequence[str], copies: Sequence[str] = ()
    ) -> Handover:
        """Gives one mail to the server.

        Args:
            data: the mail.
            sender: the address of the envelope.
            to: the unit's addresses: the mail is given only where at least one is taken.
            copies: further addresses; that they are refused holds up nothing.

        Raises:
            CannotContinueError: the server does not take mail from this sender at all: nothing was given.
        """
        try:
            verdict = self._addressed(data, sender, to)
            if isinstance(verdict, Handover):
                return verdict
            refused = verdict
            copies_refused = [one for one in (self._recipient(copy) for copy in copies) if one is not None]
        except (OSError, smtplib.SMTPException) as error:  # lost before the mail itself was given
            return Handover(kind=OutcomeKind.DEFERRED, answer=self._lost(error), ends=True)
        given = self._given(data)
        return Handover(
            kind=given.kind,
            answer=given.answer,
            refused=refused if given.kind is OutcomeKind.ACCEPTED else (),
            copies_refused=tuple(copies_refused),
            ends=given.ends,
        )

    def _addressed(self, data: bytes, sender: str, to: Sequence[str]) -> Handover | tuple[ServerReply, ...]:
        """The envelope: the addresses that were refused, or what became of it where none was taken."""
        size = [f"size={len(data)}"] if self._smtp.has_extn("size") else []
        code, text = self._smtp.mail(sender, size)
        if code >= 500 and code != 552:
            self._reset()
            raise CannotContinueError(
                f"Máy chủ thư không nhận thư của {sender}: {code} {self._words(text)}.",
                hint="xem lại nguoi_gui và tai_khoan ở data/outreach.yaml; chưa gửi thư này.",
            )
        if code >= 400:
            self._reset()
            kind = OutcomeKind.REFUSED if code >= 500 else OutcomeKind.DEFERRED
            return Handover(kind=kind, answer=self._answer(code, text), ends=_is_rate(code))
        answers = [one for one in (self._recipient(address) for address in to) if one is not None]
        refused = tuple(one for one in answers if one.code is not None and one.code >= 500)
        if len(answers) < len(to):
            return refused
        self._reset()
        if len(refused) == len(to):
            return Handover(kind=OutcomeKind.REFUSED, answer=refused[0], refused=refused)
        later = next(one for one in answers if one not in refused)
        return Handover(
            kind=OutcomeKind.DEFERRED, answer=later, refused=refused, ends=_is_rate(later.code or 0)
        )

    def _recipient(self, address: str) -> ServerReply | None:
        """Names a recipient; None where the server takes it."""
        code, text = self._smtp.rcpt(address)
        return None if 200 <= code < 300 else self._answer(code, text, address)

    def _given(self, data: bytes) -> Handover:
        try:
            code, text = self._smtp.data(data)
        except smtplib.SMTPDataError as error:  # the server did not want to hear it
            return self._judged(error.smtp_code, error.smtp_error)
        except (OSError, smtplib.SMTPException) as error:
            # The server may have the whole mail or none of it.
            return Handover(kind=OutcomeKind.UNKNOWN, answer=self._lost(error), ends=True)
        return self._judged(code, text)

    def _judged(self, code: int, text: bytes | str) -> Handover:
        answer = self._answer(code, text)
        if 200 <= code < 300:
            return Handover(kind=OutcomeKind.ACCEPTED, answer=answer)
        if 400 <= code < 500:
            return Handover(kind=OutcomeKind.DEFERRED, answer=answer, ends=_is_rate(code))
        if code >= 500:
            return Handover(kind=OutcomeKind.REFUSED, answer=answer)
        return Handover(kind=OutcomeKind.UNKNOWN, answer=answer, ends=True)

    def _reset(self) -> None:
        with contextlib.suppress(OSError, smtplib.SMTPException):  # the next command tells
            self._smtp.rset()

    def _answer(self, code: int, text: bytes | str, address: str | None = None) -> ServerReply:
        return ServerReply(code=code, text=self._words(text), address=address)

    def _lost(self, error: Exception) -> ServerReply:
        return ServerReply(code=None, text=self._words(f"mất kết nối ({_told(error)})"))

    def _words(self, text: bytes | str) -> str:
        words = _text(text)
        return self._secret.scrubbed(words) if self._secret is not None else words


def _is_rate(code: int) -> bool:
    """Whether a server means that it has had enough for now."""
    return code in (421, 450)


def _text(text: bytes | str) -> str:
    return one_line(text.decode("utf-8", "replace") if isinstance(text, bytes) else text)


def one_line(text: str) -> str:
    """A server's words on one line, without what a terminal would obey."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(printable.split())[:_LONGEST_REPLY]
