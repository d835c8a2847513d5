"""The door to the mail server: private or not at all, and the password is shown nowhere."""

from __future__ import annotations

import ssl
import traceback
from dataclasses import replace
from pathlib import Path

import pytest

from support.runs.certificates import Certificate, certificate
from support.runs.smtp_server import ACCOUNT, PASSWORD, Inbox, serving
from truyenthong.errors import CannotContinueError
from truyenthong.model.dispatches import OutcomeKind
from truyenthong.model.outreach import MailServer, PasswordSource, Security
from truyenthong.post.smtp import UnreachableError, connected, one_line

MAIL = b"Subject: x\r\n\r\n.x\r\n"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return certificate(tmp_path_factory.mktemp("cert"))


@pytest.fixture
def password(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("MAT_KHAU_THU", PASSWORD)
    return PASSWORD


def tls(papers: Certificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers.path, papers.key)
    return context


def server(port: int, papers: Certificate | None) -> MailServer:
    return MailServer(
        host="localhost",
        port=port,
        security=Security.STARTTLS,
        certificates=str(papers.path) if papers is not None else None,
        account=ACCOUNT,
        password=PasswordSource(variable="MAT_KHAU_THU"),
    )


def test_private_and_logged_in_with_a_vietnamese_password(papers: Certificate, password: str) -> None:
    inbox = Inbox()
    with serving(inbox, tls=tls(papers), login=True) as port, connected(server(port, papers)) as connection:
        handed = connection.hand_over(MAIL, sender=ACCOUNT, to=("a@example.edu.vn",))
    assert handed.kind is OutcomeKind.ACCEPTED
    assert inbox.users == ["PLAIN"]
    assert inbox.mails[0].content == MAIL
    assert password not in str(handed)


def test_a_certificate_that_nobody_trusts(papers: Certificate, password: str) -> None:
    inbox = Inbox()
    with (
        serving(inbox, tls=tls(papers), login=True) as port,
        pytest.raises(CannotContinueError, match="không có chứng thư tin được") as told,
        connected(server(port, None)),
    ):
        pass
    assert inbox.users == []
    assert password not in "".join(traceback.format_exception(told.value))


def test_a_certificate_of_another_name(papers: Certificate, password: str) -> None:
    other = replace(server(0, papers), host="127.0.0.2")
    with (
        serving(Inbox(), tls=tls(papers), login=True) as port,
        pytest.raises(CannotContinueError) as told,
        connected(replace(other, port=port)),
    ):
        pass
    assert password not in str(told.value)


def test_no_starttls_means_no_mail(password: str) -> None:
    inbox = Inbox()
    with (
        serving(inbox) as port,
        pytest.raises(CannotContinueError, match="không có STARTTLS, nên không gửi") as told,
        connected(server(port, None)),
    ):
        pass
    assert told.value.exit_code == 3
    assert inbox.mails == []
    assert password not in "".join(traceback.format_exception(told.value))


@pytest.mark.parametrize("wrong", ["hunter3", "hunter3-Mật khẩu"])
def test_a_login_that_is_refused_names_the_account_alone(
    papers: Certificate, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.setenv("MAT_KHAU_THU", wrong)
    with (
        serving(Inbox(), tls=tls(papers), login=True) as port,
        pytest.raises(CannotContinueError, match="không cho tài khoản") as told,
        connected(server(port, papers)),
    ):
        pass
    assert ACCOUNT in str(told.value)
    assert "hunter3" not in "".join(traceback.format_exception(told.value))


def test_a_file_of_certificates_that_is_none(tmp_path: Path, password: str) -> None:
    path = tmp_path / "ca.pem"
    path.write_text("not a certificate", encoding="utf-8")
    one = replace(server(1, None), certificates=str(path))
    with pytest.raises(CannotContinueError, match="Không đọc được tệp chứng thư"), connected(one):
        pass
    assert password


def test_nobody_answers() -> None:
    one = MailServer(host="127.0.0.1", port=1, security=Security.NONE)
    with (
        pytest.raises(UnreachableError, match="Chưa nối được máy chủ thư") as told,
        connected(one),
    ):
        pass
    assert told.value.exit_code == 1


def test_words_of_a_server_are_one_line() -> None:
    assert one_line("550 no\r\n\x1b[31mred\x1b[0m\tx") == "550 no [31mred [0m x"
    assert len(one_line("x" * 5000)) == 300
