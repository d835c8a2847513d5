"""From server to server: a mail is sent through Exim, comes back or is cut off, and is read in Dovecot."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest

from support.runs.certificates import certificate
from support.runs.dovecot import PASSWORD, USER, Box, dovecot
from support.runs.exim import GONE, Exim, exim
from support.runs.exim import PASSWORD as SENDING
from support.sent_files.letters import attached, mixed, words
from support.sent_files.sent import DUTY, PERIOD, UNIT, form
from truyenthong.model.dispatches import (
    DispatchItem,
    Intent,
    MailState,
    Outcome,
    OutcomeKind,
    message_id_of,
)
from truyenthong.model.outreach import MailServer, PasswordSource, Security
from truyenthong.model.periods import SchoolYear
from truyenthong.operations.intake.mailbox import take_mailbox
from truyenthong.operations.intake.take import IntakeOrder
from truyenthong.operations.load import load
from truyenthong.post.smtp import connected
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace.dispatches import append_dispatches, read_dispatches
from truyenthong.workspace.layout import Workspace

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "2020-2021"
YEAR = SchoolYear(first_year=2020)
OFFICE = f"{USER}@example.gov.vn"
_SECONDS = 20.0


@dataclass(frozen=True, kw_only=True)
class Servers:
    """A mail server that delivers into a mailbox server."""

    smtp: Exim
    box: Box


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    signed = certificate(tmp_path_factory.mktemp("chung-thu"))
    with dovecot(signed) as mailboxes:
        box = mailboxes.box()
        box.put({})
        unit = mailboxes.box("pgd")
        unit.put({})
        with exim(signed, {USER: box.maildir, "pgd": unit.maildir}) as smtp:
            yield Servers(smtp=smtp, box=box)


@pytest.fixture
def place(tmp_path: Path, servers: Servers, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    root = tmp_path / "noi-lam-viec"
    (root / "data").mkdir(parents=True)
    for name in ("plan", "units", "calendar", "settings"):
        shutil.copy(EXAMPLE / "data" / f"{name}.yaml", root / "data")
    monkeypatch.setenv("MAT_KHAU_THU", PASSWORD)
    monkeypatch.setenv("MAT_KHAU_GUI", SENDING)
    (root / "data/outreach.yaml").write_text(
        f"thu_den:\n  may_chu: localhost\n  cong: {servers.box.tls_port}\n"
        f"  chung_thu: {servers.box.certificate}\n  tai_khoan: {USER}\n  mat_khau: {{bien: MAT_KHAU_THU}}\n"
        "  tu_ngay: 1/9/2020\n",
        encoding="utf-8",
    )
    return Workspace(root=root)


def intent(key: str, to: str) -> Intent:
    item = DispatchItem(obligation=DUTY, period=PERIOD, due=date(2021, 5, 30), mark="truoc-7")
    return Intent(
        key=key,
        attempt=1,
        at=datetime(2021, 5, 24, 7, 31, tzinfo=VIETNAM_TIME),
        unit=UNIT,
        to=(to,),
        items=(item,),
        message_id=message_id_of(key, 1, OFFICE),
        sha256="0" * 64,
    )


def mail(one: Intent) -> bytes:
    """A mail with a filled form in it, as ``review --reply`` sends one."""
    parts = [words("Đề nghị gửi lại."), attached(form())]
    return mixed(parts, end=True, From=OFFICE, To=one.to[0], Message_ID=one.message_id).replace(
        b"\n", b"\r\n"
    )


def sending(port: int, servers: Servers, *, private: bool = True) -> MailServer:
    if not private:
        return MailServer(host="127.0.0.1", port=port, security=Security.NONE)
    return MailServer(
        host="localhost",
        port=port,
        security=Security.STARTTLS,
        certificates=str(servers.smtp.certificate),
        account=USER,
        password=PasswordSource(variable="MAT_KHAU_GUI"),
    )


def wait_for(arrived: Callable[[], bool], servers: Servers) -> None:
    """Returns once something has come; fails with the server's log where it does not."""
    pause = threading.Event()
    for _ in range(int(_SECONDS / 0.05)):
        if arrived():
            return
        pause.wait(0.05)
    pytest.fail(servers.smtp.log())


def in_box(servers: Servers, text: str) -> bool:
    files = [one for one in servers.box.maildir.glob("*/*") if one.parent.name in {"new", "cur"}]
    return any(text.encode() in one.read_bytes() for one in files)


def read(place: Workspace) -> int:
    """Reads the mailbox; the number of receipts afterwards."""
    take_mailbox(place, IntakeOrder(), now=datetime.now(VIETNAM_TIME), tell=lambda _: None)
    return sum(len(one.receipts) for one in load(place).submissions.values())


def test_a_real_report_of_a_real_server_settles_the_address_and_gives_no_receipt(
    servers: Servers, place: Workspace
) -> None:
    one = intent("00000000000000aa", f"{GONE}@example.edu.vn")
    append_dispatches(place, YEAR, [one])
    with connected(sending(servers.smtp.port, servers)) as connection:
        handover = connection.hand_over(mail(one), sender=OFFICE, to=one.to)
    assert handover.kind is OutcomeKind.ACCEPTED
    outcome = Outcome(kind=OutcomeKind.ACCEPTED, key=one.key, attempt=1, at=one.at)
    append_dispatches(place, YEAR, [outcome])
    wait_for(lambda: in_box(servers, "delivery-status"), servers)
    assert read(place) == 0
    book = read_dispatches(place, YEAR).book
    assert book.by_message_id[one.message_id].state is MailState.BOUNCED
    assert book.undeliverable[one.to[0]].code == "5.0.0"
    assert read(place) == 0
    assert len([each for each in read_dispatches(place, YEAR).book.events if isinstance(each, Outcome)]) == 2


def test_a_mail_cut_off_after_it_was_given_is_settled_by_its_copy(servers: Servers, place: Workspace) -> None:
    one = intent("00000000000000bb", "pgd@example.edu.vn")
    append_dispatches(place, YEAR, [one])
    with (
        cutting_off(servers.smtp.port) as port,
        connected(sending(port, servers, private=False)) as connection,
    ):
        handover = connection.hand_over(mail(one), sender=OFFICE, to=one.to, copies=(OFFICE,))
    assert handover.kind is OutcomeKind.UNKNOWN
    outcome = Outcome(kind=OutcomeKind.UNKNOWN, key=one.key, attempt=1, at=one.at)
    append_dispatches(place, YEAR, [outcome])
    assert read_dispatches(place, YEAR).book.by_message_id[one.message_id].state is MailState.UNKNOWN
    wait_for(lambda: in_box(servers, one.message_id), servers)
    assert read(place) == 0
    assert read_dispatches(place, YEAR).book.by_message_id[one.message_id].state is MailState.ACCEPTED


@contextmanager
def cutting_off(port: int) -> Iterator[int]:
    """A line to a server that breaks once the server has taken a mail, before the sender hears of it."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def carry() -> None:
            inside, _ = door.accept()
            with inside, socket.create_connection(("127.0.0.1", port)) as server:
                given = b""
                answer = threading.Thread(target=pass_on, args=(server, inside, taken), daemon=True)
                answer.start()
                while not given.endswith(b"\r\n.\r\n") and (some := inside.recv(65_536)):
                    given += some
                    if given.endswith(b"\r\n.\r\n"):
                        taken.set()
                    server.sendall(some)
                answer.join(_SECONDS)

        taken = threading.Event()
        worker = threading.Thread(target=carry, daemon=True)
        worker.start()
        yield int(door.getsockname()[1])
        worker.join(_SECONDS)


def pass_on(server: socket.socket, inside: socket.socket, taken: threading.Event) -> None:
    """Passes answers on until the mail was given; the one about the mail itself is kept back."""
    with suppress(OSError):
        while some := server.recv(65_536):
            if taken.is_set():
                inside.shutdown(socket.SHUT_RDWR)
                return
            inside.sendall(some)
