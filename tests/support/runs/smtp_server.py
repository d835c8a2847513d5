"""A mail server in this process, with answers that a test asks for, and a workspace that sends to it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from support.years.second_plan import put, workspace

ACCOUNT, PASSWORD = "vp@example.gov.vn", "hunter2-Mật khẩu"
KEY = "X-Truyenthong-Key"


@dataclass
class Inbox:
    """What the server took, and how it answers.

    Attributes:
        answers: by step («MAIL», «RCPT», «DATA») and address or "", what is answered instead of 250.
        drop: at these steps the connection is cut; «DATA-stored» after the mail was taken.
        hook: called at every step with its name.
    """

    mails: list[Envelope] = field(default_factory=list)
    answers: dict[tuple[str, str], str] = field(default_factory=dict)
    drop: set[str] = field(default_factory=set)
    hook: Callable[[str], None] = lambda _: None
    users: list[str] = field(default_factory=list)

    async def handle_EHLO(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self._step(server, "EHLO")
        return responses

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self._step(server, "MAIL")
        answer = self.answers.get(("MAIL", ""))
        if answer is None:
            envelope.mail_from = address
            envelope.mail_options.extend(options)
        return answer or "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        self._step(server, "RCPT")
        answer = self.answers.get(("RCPT", address))
        if answer is None:
            envelope.rcpt_tos.append(address)
        return answer or "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        self._step(server, "DATA")
        answer = self.answers.get(("DATA", ""))
        if answer is None:
            self.mails.append(envelope)
            self._step(server, "DATA-stored")
        return answer or "250 taken"

    def _step(self, server: SMTP, name: str) -> None:
        self.hook(name)
        if name in self.drop and server.transport is not None:
            cast("asyncio.Transport", server.transport).abort()

    def auth(
        self, _server: SMTP, _session: object, _envelope: object, mechanism: str, data: object
    ) -> AuthResult:
        """Lets in whoever knows the password."""
        login = cast("LoginPassword", data)
        self.users.append(mechanism)
        return AuthResult(success=login.password.decode() == PASSWORD, handled=False)

    @property
    def by_key(self) -> Counter[str]:
        """How often each of our keys was taken."""
        return Counter(str(one[KEY]) for one in self.letters)

    @property
    def letters(self) -> list[EmailMessage]:
        """The mails, read."""
        return [message_from_bytes(cast("bytes", one.content), policy=policy.default) for one in self.mails]


class _OnFreePort(Controller):
    """A controller whose port the system chooses."""

    def _trigger_server(self) -> None:
        server = cast("asyncio.Server", self.server)
        self.port = server.sockets[0].getsockname()[1]
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as one:
            one.recv(100)


@contextlib.contextmanager
def serving(inbox: Inbox, *, tls: ssl.SSLContext | None = None, login: bool = False) -> Iterator[int]:
    """The server on a free port of the loopback; gives the port."""
    controller = _OnFreePort(
        inbox,
        hostname="127.0.0.1",
        port=0,
        ready_timeout=30,
        tls_context=tls,
        require_starttls=tls is not None and login,
        auth_require_tls=tls is not None,
        ident="test",
        authenticator=inbox.auth if login else None,
        auth_required=login,
    )
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


OUTREACH = """\
thu_di:
  may_chu: 127.0.0.1
  cong: {port}
  bao_mat: khong
  nguoi_gui: {{ten: Văn phòng Sở, dia_chi: vp@example.gov.vn}}
  ban_sao: luu@example.gov.vn
  toi_da: {{moi_phut: 600}}
nhac_han:
  moc: [{{ma: truoc-7, truoc: 7}}, {{ma: truoc-1, truoc: 1}}, {{ma: sau-1, sau: 1}}]
  tru: {{nhiem_vu: [bao-cao-quy, bao-cao-hoc-ky, bao-cao-thang]}}
"""


def sending_year(folder: Path, port: int, *, centres: int = 3, outreach: str = OUTREACH) -> Path:
    """The second plan with addresses; on 27/4/2026 each of so many centres is due to be reminded."""
    root = workspace(folder)
    units = (root / "data/units.yaml").read_text(encoding="utf-8")
    units = units.replace("{ma: trung-tam-d,", "{ma: trung-tam-d, hieu_luc: [{den: 31/12/2025}],")
    units = units.replace("ma: truong-a\n", "ma: truong-a\n    hieu_luc: [{den: 31/12/2025}]\n")
    units = units.replace("hieu_luc: [{tu: 01/01/2026}]", "hieu_luc: [{tu: 01/8/2026}]")
    units += "".join(
        f"  - {{ma: trung-tam-{n}, ten: Trung tâm số {n}, loai: trung-tam, nguon: bịa để kiểm thử, "
        f"da_xac_minh: có, thu_dien_tu: tt{n}@example.edu.vn}}\n"
        for n in range(1, centres + 1)
    )
    put(root, "data/units.yaml", units)
    put(root, "data/outreach.yaml", outreach.format(port=port))
    return root
