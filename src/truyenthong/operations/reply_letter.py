"""The words of a reply to a unit, and the reply as a message that a mail program opens as a draft."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from truyenthong.blanks.filled import Spot
from truyenthong.model.plan import Contact
from truyenthong.model.submissions import DecisionKind, Receipt
from truyenthong.text import day_and_hour
from truyenthong.text.addresses import is_message_code
from truyenthong.views.row_view import paper_text

_TYPES = {
    "docx": "vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that the unit has to mend, or to look at.

    Attributes:
        where: the place in the file that was sent, in words.
        what, mend: what is wrong and how to mend it, phrases.
        must: the paper does not count until it is mended.
    """

    where: str | None
    what: str
    mend: str | None
    spot: Spot | None
    must: bool

    @property
    def sentences(self) -> str:
        """Whole sentences, without the place."""
        mend = f" Cách sửa: {self.mend.rstrip('.')}." if self.mend else ""
        return f"{_capital(self.what).rstrip('.')}.{mend}"

    @property
    def line(self) -> str:
        """The same behind its place."""
        said = self.sentences
        return f"{_capital(self.where)}: {self.what[:1]}{said[1:]}" if self.where else said


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a reply is made from.

    Attributes:
        waits: nobody has accepted or returned the paper yet.
        to: one address (``is_address``); None leaves it to be filled in.
        answers: the Message-ID of the unit's message, where it came so.
        files: what goes along, by name.
    """

    agency: str
    drafting: str
    contact: Contact
    unit: str
    what: str
    receipt: Receipt
    waits: bool
    remarks: tuple[Remark, ...]
    to: str | None
    answers: str | None
    files: Mapping[str, bytes]


def letter_bytes(letter: Letter) -> bytes:
    """The message; no clock is read and nothing is drawn by lot, so the same letter is the same bytes."""
    text = "\n".join(_lines(letter)) + "\n"
    # The older classes: the newer ones lose a blank where a long subject is broken (Python 3.11).
    digest = hashlib.sha256(text.encode()).hexdigest()
    message = MIMEMultipart(boundary=f"=_{digest[:32]}")
    message["X-Unsent"] = "1"  # Outlook, Thunderbird and others open it to be sent
    message["X-Truyenthong-Key"] = digest[:16]  # so that it is known where it comes back
    subject = Header(_one_line(_subject(letter)), "utf-8", header_name="Subject")
    message["Subject"] = subject.encode()
    if letter.to is not None:
        message["To"] = letter.to
    if letter.answers is not None and is_message_code(letter.answers):
        message["In-Reply-To"] = message["References"] = letter.answers
    message.attach(MIMEText(text, "plain", "utf-8"))
    for name, data in letter.files.items():
        part = MIMEApplication(data, _TYPES.get(name.rpartition(".")[2], "octet-stream"))
        part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
        message.attach(part)
    return message.as_bytes(policy=message.policy.clone(linesep="\r\n"))


def _subject(letter: Letter) -> str:
    """The subject line says at once what becomes of the paper."""
    decision = letter.receipt.decision
    if decision is not None and decision.kind is DecisionKind.RETURNED:
        return f"Trả lại, đề nghị sửa và gửi lại: {letter.what}"
    if decision is not None and not letter.waits:
        return f"Đã chấp nhận: {letter.what}"
    if any(one.must for one in letter.remarks):
        return f"Đề nghị sửa và gửi lại: {letter.what}"
    return f"Đã nhận: {letter.what}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _lines(letter: Letter) -> Iterator[str]:
    yield f"Kính gửi: {letter.unit},"
    yield ""
    yield f"{letter.drafting} đã nhận «{letter.what}» của đơn vị: {_came(letter.receipt)}."
    yield _verdict(letter)
    for title, must in (("Những chỗ phải sửa:", True), ("Những chỗ đề nghị xem lại:", False)):
        listed = [one for one in letter.remarks if one.must is must]
        if listed:
            yield ""
            yield title
        yield from (f"{number}. {one.line}" for number, one in enumerate(listed, start=1))
    if letter.files:
        yield ""
        yield f"Gửi kèm: {', '.join(letter.files)}."
    yield ""
    yield "Trân trọng./."
    contact = letter.contact
    yield contact.name or f"{letter.drafting}, {letter.agency}"
    yield from (text for text in (contact.phone, contact.email) if text)


def _came(receipt: Receipt) -> str:
    parts = [f"nhận lúc {day_and_hour(receipt.received.day, receipt.received.hour)}"]
    if receipt.received.hour is None:
        parts = [f"nhận ngày {day_and_hour(receipt.received.day, None)}"]
    if receipt.paper is not None and paper_text(receipt.paper):
        parts.append(f"văn bản số {paper_text(receipt.paper)}")
    if receipt.files:
        parts.append(f"tệp {', '.join(one.name for one in receipt.files)}")
    return ", ".join(parts)


def _verdict(letter: Letter) -> str:
    """What the office says of the paper, a sentence or two."""
    decision = letter.receipt.decision
    must = sum(one.must for one in letter.remarks)
    if decision is not None and decision.kind is DecisionKind.RETURNED:
        reason = f" Lý do: {decision.reason.rstrip('.')}." if decision.reason else ""
        return f"Bài chưa được chấp nhận; đề nghị đơn vị sửa rồi gửi lại.{reason}"
    if decision is not None and not letter.waits:
        return "Bài đã được chấp nhận."
    if must:
        return f"Bài còn {must} chỗ phải sửa; đề nghị đơn vị sửa rồi gửi lại."
    return "Chưa thấy chỗ nào phải sửa; bài đang chờ xem xét."
