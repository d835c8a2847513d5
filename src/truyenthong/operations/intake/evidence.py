"""What messages of the mailbox tell about mails that were sent: they left, bounced, were answered."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.message import Message as RawMessage

from truyenthong.diagnostics.intake import TT611, TT612, TT613
from truyenthong.diagnostics.reminders import TT744, TT745, TT746, TT747, TT748
from truyenthong.findings import Finding, Ref
from truyenthong.intake.identify import IdentityContext
from truyenthong.intake.kinds import FileKind
from truyenthong.intake.mail.delivery import DeliveryReport, RecipientReport, delivery_report
from truyenthong.intake.mail.headers import OURS, addresses, message_id, text_of
from truyenthong.intake.mail.parse import payload
from truyenthong.model.dispatches import DispatchBook, DispatchedMail, MailState, Outcome, OutcomeKind
from truyenthong.operations.intake.take import Fate, Letter, Taken

_OUR_ID = re.compile(r"<tt\.[0-9a-z]{16}\.\d{1,4}@[^<>\s]{1,200}>", re.IGNORECASE)
_OPEN = frozenset({MailState.PENDING, MailState.UNKNOWN})
_DIGITS = 16


@dataclass(kw_only=True)
class Evidence:
    """What was found in one run, compared with the dispatch book.

    A Message-ID counts where the book has it; anybody can write a report, so that a report counts only where
    it is about an address that the mail went to.
    """

    book: DispatchBook
    known: IdentityContext
    now: datetime
    _outcomes: list[Outcome] = field(default_factory=list)
    _notes: list[Finding] = field(default_factory=list)

    def take_outcomes(self) -> tuple[Outcome, ...]:
        """What was found since this was last asked."""
        found = tuple(self._outcomes)
        self._outcomes.clear()
        return found

    def take_notes(self) -> tuple[Finding, ...]:
        """What is to be told of the message that was looked at last."""
        found = tuple(self._notes)
        self._notes.clear()
        return found

    def own(self, raw: RawMessage, label: str) -> Taken:
        """A copy of a mail of ours: that it lies here shows that it has left."""
        code = message_id(raw)
        self._has_left(self.book.by_message_id.get(code or ""), code)
        told = "thư của chính chương trình quay lại; không phải bài của đơn vị nên không nhận"
        return _nothing(label, TT613.at(Ref(file=label), told))

    def automatic(self, raw: RawMessage, label: str) -> Taken:
        """An answer of a machine: whatever answers shows that the mail has left; nobody has read it."""
        for mail in self._answered(raw):
            self._has_left(mail, message_id(raw))
        told = "thư do máy tự gửi, tự trả lời; không phải bài của đơn vị nên không nhận"
        return _nothing(label, TT612.at(Ref(file=label), told))

    def answer(self, raw: RawMessage, letter: Letter) -> None:
        """A person's answer to a mail of ours."""
        for mail in self._answered(raw):
            sender = next(iter(addresses(raw)), None)
            source = message_id(raw) or _digest(letter.data)
            self._outcomes.append(self._outcome(OutcomeKind.ANSWERED, mail, address=sender, source=source))
            told = f"thư của {sender or 'người không ghi địa chỉ'} trả lời thư nhắc gửi {self._name(mail)}"
            self._notes.append(TT748.at(Ref(file=letter.label), told))

    def bounce(self, raw: RawMessage, letter: Letter) -> Letter | Taken:
        """A report of non-delivery; nothing that lies in it is ever a unit's paper."""
        report = delivery_report(raw)
        if report is None:
            return self._unreadable(raw, letter)
        mails = [mail for code in report.about if (mail := self.book.by_message_id.get(code)) is not None]
        findings: tuple[Finding, ...] = ()
        if mails:
            findings = tuple(self._believed(mails[0], report, raw, letter))
        elif any(OURS.search(code) for code in report.about):
            findings = (self._doubted(report, letter, "sổ gửi không có thư ấy"),)
        if not findings:
            told = "thư báo không gửi được; tệp trong đó không phải bài của đơn vị nên không nhận"
            findings = (TT611.at(Ref(file=letter.label), told),)
        return _nothing(letter.label, *findings)

    def _believed(
        self, mail: DispatchedMail, report: DeliveryReport, raw: RawMessage, letter: Letter
    ) -> Iterator[Finding]:
        source = message_id(raw) or _digest(letter.data)
        written_to = {one.lower() for one in mail.intent.to}
        about = [one for one in report.recipients if one.address in written_to]
        if not about:
            yield self._doubted(report, letter, "thư ấy không gửi cho địa chỉ này")
        for one in about:
            place = f"thư nhắc gửi {self._name(mail)} tới {one.address}"
            if one.is_final:
                self._outcomes.append(self._outcome(OutcomeKind.BOUNCED, mail, one, source=source))
                told = f"{place} bị trả lại: {one.text or one.status}"
                hint = "gọi hỏi đơn vị, sửa thu_dien_tu ở data/units.yaml; xem «truyenthong contacts»"
                yield TT746.at(Ref(file=letter.label), told, hint=hint)
            elif one.is_delay:
                self._outcomes.append(self._outcome(OutcomeKind.DELAYED, mail, one, source=source))
                yield TT747.at(Ref(file=letter.label), f"{place} đến chậm: {one.text or one.status}")
            else:
                self._has_left(mail, source)

    def _doubted(self, report: DeliveryReport, letter: Letter, why: str) -> Finding:
        named = ", ".join(one.address for one in report.recipients[:3])
        told = f"thư báo về thư nhắc gửi {named} không được tin: {why}"
        hint = "máy khác gửi thư ấy, hoặc thư báo giả; còn ngờ thì gọi hỏi đơn vị"
        return TT745.at(Ref(file=letter.label), told, hint=hint)

    def _unreadable(self, raw: RawMessage, letter: Letter) -> Letter | Taken:
        """A notice of the old kind: it waits where it may be about a mail of ours, else it is somebody's."""
        texts = (payload(one) or b"" for one in raw.walk() if not one.is_multipart())
        text = b"\n".join((letter.data, *texts)).decode("utf-8", "replace").lower()
        units = {address.lower() for unit in self.known.roster.units for address in unit.emails}
        if OURS.search(text) is None and not any(one in text for one in units):
            told = "thư báo không gửi được; tệp trong đó không phải bài của đơn vị nên không nhận"
            return _nothing(letter.label, TT611.at(Ref(file=letter.label), told))
        told = "giống thư báo không gửi được, không đọc được chắc chắn tới ai"
        hint = "đọc thư; địa chỉ sai thì sửa ở data/units.yaml, rồi bỏ mục này bằng --drop"
        return replace(letter, unread=(TT744.at(Ref(file=letter.label), told, hint=hint),))

    def _has_left(self, mail: DispatchedMail | None, source: str | None) -> None:
        if mail is not None and mail.state in _OPEN:
            self._outcomes.append(self._outcome(OutcomeKind.ACCEPTED, mail, source=source))

    def _answered(self, raw: RawMessage) -> Iterator[DispatchedMail]:
        said = " ".join(text_of(raw, name) for name in ("In-Reply-To", "References"))
        for code in dict.fromkeys(_OUR_ID.findall(said)):
            mail = self.book.by_message_id.get(code)
            if mail is not None:
                yield mail

    def _outcome(
        self,
        kind: OutcomeKind,
        mail: DispatchedMail,
        one: RecipientReport | None = None,
        *,
        address: str | None = None,
        source: str | None,
    ) -> Outcome:
        return Outcome(
            kind=kind,
            key=mail.intent.key,
            attempt=mail.intent.attempt,
            at=self.now,
            code=one.status if one is not None else None,
            text=one.text or None if one is not None else None,
            address=one.address if one is not None else address,
            source=source,
        )

    def _name(self, mail: DispatchedMail) -> str:
        unit = self.known.roster.by_code.get(mail.intent.unit)
        return unit.short_name if unit is not None else mail.intent.unit


def _nothing(label: str, *findings: Finding) -> Taken:
    return Taken(label=label, kind=FileKind.MAIL.value, fate=Fate.NOTHING, findings=findings)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]
