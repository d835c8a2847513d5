"""A password comes from where the file says, and is shown nowhere."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

import pytest

from truyenthong.errors import CannotContinueError
from truyenthong.model.outreach import MailServer, PasswordSource, Security
from truyenthong.post.passwords import Secret, password_of

posix = pytest.mark.skipif(
    os.name != "posix", reason="Windows keeps rights otherwise: nothing is asked there"
)


def server(**source: str) -> MailServer:
    return MailServer(
        host="mail.example.gov.vn",
        port=587,
        security=Security.STARTTLS,
        account="vp@example.gov.vn",
        password=PasswordSource(**source),
    )


def found(**source: str) -> str:
    secret = password_of(server(**source))
    assert secret is not None
    return secret.reveal()


def private(path: Path, text: str, mode: int = 0o600) -> str:
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return str(path)


def test_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAT_KHAU_THU", "mật khẩu\n")
    assert found(variable="MAT_KHAU_THU") == "mật khẩu"


def test_a_variable_that_is_not_set_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAT_KHAU_THU", raising=False)
    with pytest.raises(CannotContinueError, match="MAT_KHAU_THU chưa đặt"):
        found(variable="MAT_KHAU_THU")


@pytest.mark.parametrize("text", ["bí mật", "bí mật\n", "\ufeffbí mật\r\n", "bí mật\ndòng sau"])
def test_in_a_file_of_ones_own(tmp_path: Path, text: str) -> None:
    assert found(file=private(tmp_path / "smtp", text)) == "bí mật"


@posix
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o602])
def test_a_file_that_others_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = private(tmp_path / "smtp", "bí mật", mode)
    with pytest.raises(CannotContinueError, match=f"người khác cũng đọc được \\({mode:04o}\\)") as told:
        found(file=path)
    assert told.value.hint == f"chmod 600 {path}"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(CannotContinueError):
        found(file=str(tmp_path))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotContinueError, match="Không có tệp mật khẩu"):
        found(file=str(tmp_path / "smtp"))


def test_a_relative_file_depends_on_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    private(tmp_path / "smtp", "bí mật")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CannotContinueError, match="đường dẫn đầy đủ"):
        found(file="smtp")


def test_bytes_that_are_no_text_are_not_in_the_traceback(tmp_path: Path) -> None:
    path = tmp_path / "smtp"
    path.write_bytes(b"hunter2\xff")
    path.chmod(0o600)
    with pytest.raises(CannotContinueError) as told:
        found(file=str(path))
    assert "hunter2" not in "".join(traceback.format_exception(told.value))


def test_an_empty_password_is_none(tmp_path: Path) -> None:
    with pytest.raises(CannotContinueError, match="để trống"):
        found(file=private(tmp_path / "smtp", "\n"))


def test_the_keyring_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(CannotContinueError, match="Chưa cài phần đọc kho khóa"):
        found(keyring="truyenthong-smtp")


def test_without_an_account_nobody_logs_in() -> None:
    assert password_of(MailServer(host="localhost", port=25, security=Security.NONE)) is None


def test_a_secret_does_not_show_itself() -> None:
    secret = Secret("hunter2")
    assert "hunter2" not in f"{secret} {secret!r} {[secret]}"
    assert secret.scrubbed("535 hunter2 is wrong") == "535 *** is wrong"
