"""``mail check``: tries the declared servers, and sends one trial mail where somebody asks for it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.mime.text import MIMEText
from email.utils import format_datetime

from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.model.dispatches import KEY_LENGTH, OutcomeKind, message_id_of
from truyenthong.model.outreach import Incoming, Outgoing
from truyenthong.operations.load import load
from truyenthong.operations.remind.letters import mailbox_header
from truyenthong.operations.validate import declared_outreach
from truyenthong.post.mailbox import connect
from truyenthong.post.passwords import password_of
from truyenthong.post.smtp import connected
from truyenthong.text import number_wording
from truyenthong.workspace.layout import Workspace

_KILOBYTE = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedServer:
    """One server.

    Attributes:
        name: what it is for.
        lines: what was found, sentences.
        trouble: why it cannot be used, or None.
    """

    name: str
    lines: tuple[str, ...] = ()
    trouble: CannotContinueError | None = None


def check_mail(workspace: Workspace, *, to: str | None, now: datetime) -> tuple[CheckedServer, ...]:
    """Connects to each declared server and logs in; nothing is sent without ``to``, nothing is marked.

    Raises:
        UsageError: a trial mail without a server to send it, or to an address that the file does not allow.
        CannotContinueError: ``outreach.yaml`` is missing or has errors.
    """
    outreach = declared_outreach(load(workspace))
    outgoing, incoming = outreach.outgoing, outreach.incoming
    if to is not None and (outgoing is None or "@" not in to or not outgoing.allows(to)):
        raise UsageError(
            f"Không gửi thư thử tới «{to}» được.",
            hint="cần thu_di ở data/outreach.yaml, và tên miền của địa chỉ có trong ten_mien_duoc_gui.",
        )
    checked = []
    if outgoing is not None:
        checked.append(_tried("Gửi thư (thu_di)", lambda: [*_outgoing(outgoing, to, now)]))
    if incoming is not None:
        checked.append(_tried("Hộp thư (thu_den)", lambda: [*_incoming(incoming)]))
    return tuple(checked)


def _tried(name: str, work: Callable[[], list[str]]) -> CheckedServer:
    try:
        return CheckedServer(name=name, lines=tuple(work()))
    except CannotContinueError as error:
        return CheckedServer(name=name, trouble=error)


def _outgoing(outgoing: Outgoing, to: str | None, now: datetime) -> Iterator[str]:
    server = outgoing.server
    with connected(server) as connection:
        yield f"nối được {server.host}:{server.port}, {connection.privacy}"
        yield f"đăng nhập được với {server.account}" if server.account else "không đăng nhập"
        largest = connection.largest
        if largest is None:
            yield "máy chủ không nói nhận thư lớn nhất bao nhiêu"
        else:
            yield f"máy chủ nhận thư tới {number_wording(largest // _KILOBYTE)} KB"
            if largest < outgoing.kilobytes * _KILOBYTE:
                yield f"toi_da: kb đang ghi {number_wording(outgoing.kilobytes)}, lớn hơn thế: giảm đi"
        if to is not None:
            done = connection.hand_over(_trial(outgoing, to, now), sender=outgoing.sender.address, to=(to,))
            said = f"{done.answer.code or ''} {done.answer.text}".strip()
            if done.kind is not OutcomeKind.ACCEPTED:
                raise CannotContinueError(
                    f"Máy chủ không nhận thư thử tới {to}: {said}.", hint="xem lại địa chỉ và nguoi_gui."
                )
            yield f"đã giao thư thử gửi {to}; máy chủ đáp: {said}. Xem hộp thư ấy, cả mục thư rác"


def _incoming(incoming: Incoming) -> Iterator[str]:
    server = incoming.server
    with connect(server, password_of(server)) as mailbox:
        yield f"nối được {server.host}:{server.port}, {mailbox.privacy}"
        yield f"đăng nhập được với {server.account}" if server.account else "không đăng nhập"
        for folder in incoming.folders:
            state = mailbox.open(folder)
            yield f"hộp «{folder}»: {number_wording(state.count)} thư, mở chỉ để đọc"
    if incoming.authority is None:
        yield "chưa khai xac_thuc_do: tên người gửi được tin như thư ghi; xem docs/hop-thu.md"


def _trial(outgoing: Outgoing, to: str, now: datetime) -> bytes:
    mail = MIMEText(
        "Đây là thư thử của phần mềm theo dõi kế hoạch truyền thông, gửi bằng «truyenthong mail check».\n"
        "Nhận được thư này là máy chủ gửi thư đã khai đúng. Không cần trả lời.\n",
        _charset="utf-8",
    )
    key = hashlib.sha256(f"{now.isoformat()} {to}".encode()).hexdigest()[:KEY_LENGTH]
    heads = {
        "Date": format_datetime(now),
        "Message-ID": message_id_of(key, 1, outgoing.sender.address),
        "From": mailbox_header(outgoing.sender.name, outgoing.sender.address),
        "To": to,
        "Auto-Submitted": "auto-generated",
    }
    for name, value in heads.items():
        mail[name] = value
    subject = "[THỬ] Thư thử của phần mềm theo dõi kế hoạch truyền thông"
    mail["Subject"] = Header(subject, "utf-8", header_name="Subject").encode()
    return mail.as_bytes(policy=mail.policy.clone(linesep="\r\n"))
