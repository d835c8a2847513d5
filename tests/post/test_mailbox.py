"""The door to the mailbox, tried with Dovecot: read-only, over TLS, the server's words and no password."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from support.runs.certificates import Certificate, certificate
from support.runs.dovecot import PASSWORD, USER, Box, dovecot, free_port
from support.sent_files.letters import letter
from truyenthong.errors import CannotContinueError
from truyenthong.model.outreach import MailServer, Security
from truyenthong.post.mailbox import connect
from truyenthong.post.passwords import Secret

CAME = datetime(2021, 5, 24, 1, 15, tzinfo=UTC)
SECRET = Secret(PASSWORD)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return certificate(tmp_path_factory.mktemp("chung-thu"))


@pytest.fixture(scope="module")
def server(signed: Certificate) -> Iterator[Box]:
    with dovecot(signed) as running:
        box = running.box()
        box.put(
            {f"{day:02}.thu": (letter(b"x" * day, Subject=f"Thu {day}"), _day(day)) for day in range(1, 61)}
        )
        yield box


def _day(number: int) -> datetime:
    return CAME + timedelta(days=number)


def declared(server: Box, port: int | None = None, security: Security = Security.TLS) -> MailServer:
    return MailServer(
        host="localhost",
        port=port or server.tls_port,
        security=security,
        certificates=str(server.certificate),
        account=USER,
    )


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_heads_and_letters_are_read_and_nothing_is_marked(server: Box, security: Security) -> None:
    port = server.tls_port if security is Security.TLS else server.port
    before = server.flags()
    with connect(declared(server, port=port, security=security), SECRET) as mailbox:
        state = mailbox.open("INBOX")
        uids = mailbox.uids_since(date(2021, 5, 1), date(2021, 9, 1))
        heads = [*mailbox.heads(uids)]
        letters = [*mailbox.letters(heads)]
        assert "TLSv1" in mailbox.privacy
    assert state.count == len(uids) == len(heads) == 60
    assert heads[0].arrived == _day(1)
    assert b"Subject: Thu 1\r\n" in heads[0].head
    assert [
        data.rstrip().endswith(b"\n" + b"x" * place) for place, (_, data) in enumerate(letters, 1) if data
    ] == [True] * 60
    assert server.flags() == before == [""] * 60


def test_only_what_came_later_is_asked_for(server: Box) -> None:
    with connect(declared(server), SECRET) as mailbox:
        mailbox.open("INBOX")
        every = mailbox.uids_since(date(2021, 5, 1), date(2021, 9, 1))
        assert mailbox.uids_after(every[-3]) == every[-2:]
        assert mailbox.uids_after(every[-1]) == ()
        late = mailbox.uids_since(date(2021, 7, 20), date(2021, 7, 22))
        assert 3 <= len(late) <= 5
        assert mailbox.has(every[0])
        assert not mailbox.has(every[-1] + 7)


def test_letters_come_in_bounded_batches(server: Box) -> None:
    with connect(declared(server), SECRET) as mailbox:
        mailbox.open("INBOX")
        heads = [*mailbox.heads(mailbox.uids_after(0)[:6])]
        large = [replace(one, size=3_000_000) for one in heads]
        assert [one.uid for one, data in mailbox.letters(large) if data] == [one.uid for one in heads]


def test_what_the_server_refuses_is_told_in_its_words_without_the_password(
    server: Box, tmp_path: Path
) -> None:
    wrong = Secret("sai-mat-khau-rat-rieng")
    with pytest.raises(CannotContinueError, match=r"không cho vp đăng nhập: .*uthentication") as refused:
        connect(declared(server), wrong)
    assert wrong.reveal() not in str(refused.value)
    assert refused.value.__cause__ is None
    with connect(declared(server), SECRET) as mailbox, pytest.raises(CannotContinueError) as missing:
        mailbox.open("Bao cao")
    assert "không có thư mục «Bao cao»" in str(missing.value)
    assert "INBOX" in str(missing.value.hint)
    stranger = tmp_path / "la.pem"
    stranger.write_bytes(certificate(tmp_path, "may-khac").path.read_bytes())
    for trusted in (str(stranger), None):
        with pytest.raises(CannotContinueError, match="không có chứng thư tin được"):
            connect(replace(declared(server), certificates=trusted), SECRET)


def test_no_server_the_wrong_port_and_no_certificate_file_are_told(server: Box) -> None:
    with pytest.raises(CannotContinueError, match="không có máy chủ ở cổng ấy"):
        connect(declared(server, port=free_port()), SECRET)
    with pytest.raises(CannotContinueError, match="không bắt đầu được kết nối có mã hóa"):
        connect(declared(server, port=server.port), SECRET)
    with pytest.raises(CannotContinueError, match="Không đọc được tệp chứng thư"):
        connect(replace(declared(server), certificates="/khong/co.pem"), SECRET)
