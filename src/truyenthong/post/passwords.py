"""Finds a password where the user keeps it; it is shown nowhere."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.model.outreach import MailServer, PasswordSource
from truyenthong.workspace import storage

_MOST_BYTES = 4096
HIDDEN = "***"


class Secret:
    """A password that no message, log or traceback shows."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return HIDDEN

    def reveal(self) -> str:
        """The password itself, to log in with."""
        return self._text

    def scrubbed(self, text: str) -> str:
        """``text`` without the password: servers may repeat what they were told."""
        return text.replace(self._text, HIDDEN) if self._text else text


def password_of(server: MailServer) -> Secret | None:
    """The password of the server's account; None where nobody logs in.

    Raises:
        CannotContinueError: it is not where the file says, or others can read it there.
    """
    if server.account is None or server.password is None:
        return None
    text = _found(server.password)
    if not text:
        raise CannotContinueError(
            f"Mật khẩu của {server.account} để trống ở nơi giữ nó.", hint=_hint(server.password)
        )
    return Secret(text)


def _found(source: PasswordSource) -> str:
    if source.variable is not None:
        text = os.environ.get(source.variable)
        if text is None:
            raise CannotContinueError(
                f"Chưa có mật khẩu thư: biến môi trường {source.variable} chưa đặt.", hint=_hint(source)
            )
        return text.strip("\r\n")
    if source.file is not None:
        return _in_file(source)
    return _in_keyring(source)


def _in_file(source: PasswordSource) -> str:
    path = Path(source.file or "")
    try:
        path = path.expanduser()
    except RuntimeError as error:  # nobody's home: a service account of cron
        raise CannotContinueError(
            f"Không biết thư mục của người dùng để tìm tệp mật khẩu {source.file}.",
            hint="ghi đường dẫn đầy đủ của tệp ở mat_khau: {tep: …}.",
        ) from error
    if not path.is_absolute():
        raise CannotContinueError(
            f"Tệp mật khẩu {source.file} cần đường dẫn đầy đủ.", hint="ví dụ: ~/.config/truyenthong/smtp."
        )
    try:
        data = storage.read_private(path, most=_MOST_BYTES)
    except FileNotFoundError as error:
        raise CannotContinueError(f"Không có tệp mật khẩu {path}.", hint=_hint(source)) from error
    try:
        return data.decode("utf-8-sig").partition("\n")[0].rstrip("\r")
    except UnicodeDecodeError:
        # ``from None``: the error holds the bytes of the password.
        raise CannotContinueError(
            f"Tệp mật khẩu {path} không phải chữ UTF-8.", hint="lưu lại tệp ấy dạng UTF-8, một dòng."
        ) from None


def _in_keyring(source: PasswordSource) -> str:
    hint = "cài thêm: pip install truyenthong[kho-khoa]; hoặc giữ mật khẩu ở biến môi trường, ở tệp riêng."
    try:
        keyring = import_module("keyring")  # slow, and an extra: only whoever asks for it pays
    except ImportError as error:
        raise CannotContinueError("Chưa cài phần đọc kho khóa của hệ thống.", hint=hint) from error
    failed: str | None = None
    try:
        text = keyring.get_password("truyenthong", source.keyring)
    except Exception as error:  # noqa: BLE001 - backends raise what they like; told in a sentence
        failed = type(error).__name__
    if failed is not None:
        raise CannotContinueError(f"Kho khóa của hệ thống không trả lời ({failed}).", hint=hint)
    if text is None:
        raise CannotContinueError(
            f"Kho khóa không có mục «{source.keyring}» của truyenthong.",
            hint=f"chạy: keyring set truyenthong {source.keyring}",
        )
    return str(text)


def _hint(source: PasswordSource) -> str:
    if source.variable is not None:
        return f"đặt biến {source.variable} trước khi chạy, hoặc đổi mat_khau; xem docs/gui-thu.md."
    if source.file is not None:
        return f"ghi mật khẩu vào tệp ấy, một dòng, rồi: chmod 600 {source.file}; xem docs/gui-thu.md."
    return f"chạy: keyring set truyenthong {source.keyring}"
