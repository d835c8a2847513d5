"""The mails that remind: text by the templates, attachments, headers; the same intent is the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr

from truyenthong.errors import BrokenTemplateError
from truyenthong.model.dispatches import message_id_of
from truyenthong.model.outreach import Outgoing
from truyenthong.operations.daily.calendars import calendar_bytes, events_of_unit
from truyenthong.operations.forms import blank_of
from truyenthong.operations.remind.decide import PlannedMail, RemindPlan
from truyenthong.operations.report.templates import problem_line, read_template
from truyenthong.operations.submission_file import safe_name
from truyenthong.progress import State
from truyenthong.views.fields.reminders import letter_fields
from truyenthong.views.reminders import ReminderGround, duty_name, reminder_view
from truyenthong.word.check import check_template
from truyenthong.word.plain_text import in_lines, load_text, render_text
from truyenthong.word.problems import Problem, has_errors
from truyenthong.word.running.values import PlainValue
from truyenthong.word.template import Template
from truyenthong.workspace.layout import Workspace

SUBJECT = "Tiêu đề:"
"""What the first line of a text begins with; the rest of it is the subject."""
TRIAL = "[THỬ]"
KEY_HEADER = "X-Truyenthong-Key"
_WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
_BYTES_AS_TEXT = 4 / 3 * 78 / 76
"""How much larger bytes are in a mail (base64, with its line ends)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderText:
    """Subject and body of a mail."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A mail as bytes.

    Attributes:
        files: the names of what goes along.
        dropped: the names of what would have, had there been room.
    """

    data: bytes
    text: ReminderText
    files: tuple[str, ...]
    dropped: tuple[str, ...]

    @property
    def sha256(self) -> str:
        """Of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Composer:
    """Makes the mails of a run; each template is read once.

    Attributes:
        sender: how mail leaves; None for drafts of an office that has not declared it.
    """

    workspace: Workspace
    plan: RemindPlan
    sender: Outgoing | None
    _templates: dict[str, Template] = field(default_factory=dict)

    def compose(self, mail: PlannedMail, *, at: datetime) -> Composed:
        """The mail to send.

        Raises:
            BrokenTemplateError: its template has faults.
            UnreadableDataError: a form that goes along was not read wholly.
        """
        composed = self._composed(mail, at)
        head: list[tuple[str, str]] = [("Date", format_datetime(at))]
        if self.sender is not None:
            head.append(("Message-ID", message_id_of(mail.key, mail.attempt, self.sender.sender.address)))
        head += [*self._addresses(mail), ("Auto-Submitted", "auto-generated"), (KEY_HEADER, mail.key)]
        return self._finished(composed, head, composed.text.subject)

    def draft(self, mail: PlannedMail, *, at: datetime) -> Composed:
        """The mail as a draft, for a person to open and send."""
        composed = self._composed(mail, at)
        head = [("X-Unsent", "1"), *self._addresses(mail), (KEY_HEADER, mail.key)]
        return self._finished(composed, head, composed.text.subject)

    def trial(self, mail: PlannedMail, to: str, *, at: datetime) -> Composed:
        """The mail for somebody of the office to look at."""
        composed = self._composed(mail, at)
        head = [("Date", format_datetime(at))]
        if self.sender is not None:
            address = self.sender.sender.address
            head.append(("Message-ID", f"<tt-thu.{mail.key}.{at:%Y%m%d%H%M%S}@{address.rpartition('@')[2]}>"))
            head.append(("From", mailbox_header(self.sender.sender.name, address)))
        head += [("To", to), ("Auto-Submitted", "auto-generated")]
        return self._finished(composed, head, f"{TRIAL} {composed.text.subject}")

    def text(self, mail: PlannedMail, *, at: datetime) -> ReminderText:
        """The words of the mail alone."""
        return self._text(mail, at, (), ())

    def _addresses(self, mail: PlannedMail) -> Iterator[tuple[str, str]]:
        if self.sender is not None:
            yield "From", mailbox_header(self.sender.sender.name, self.sender.sender.address)
        if mail.to:
            yield "To", ", ".join(mail.to)
        if mail.copies:
            yield "Cc", ", ".join(mail.copies)
        if self.sender is not None and self.sender.reply_to is not None:
            yield "Reply-To", self.sender.reply_to

    def _composed(self, mail: PlannedMail, at: datetime) -> _Parts:
        files = dict(self._attachments(mail))
        most = (self.sender.kilobytes if self.sender is not None else _USUAL_KILOBYTES) * 1024
        dropped: list[str] = []
        while files and sum(map(len, files.values())) * _BYTES_AS_TEXT > most - _ROOM_FOR_TEXT:
            largest = max(files, key=lambda name: len(files[name]))
            dropped.append(largest)
            del files[largest]
        return _Parts(
            text=self._text(mail, at, tuple(files), dropped), files=files, dropped=tuple(dropped), mail=mail
        )

    def _attachments(self, mail: PlannedMail) -> Iterator[tuple[str, bytes]]:
        """The blank forms of what is due, and the unit's due days for its calendar."""
        work = self.plan.work
        with_forms = [one.row for one in mail.items if one.window.mark.with_form]
        for row in with_forms:
            data = blank_of(work, row)
            if data is not None:
                yield f"{safe_name(duty_name(row))}.docx", data
        if with_forms:
            own = [row for row in self.plan.rows if row.unit.code == mail.unit.code]
            events = events_of_unit(own, work.plan, self.plan.as_of)
            if events:
                yield (
                    f"Lịch nộp báo cáo năm học {work.plan.year.code}.ics",
                    calendar_bytes(work, events, mail.unit.name),
                )

    def _text(
        self, mail: PlannedMail, at: datetime, files: Sequence[str], dropped: Sequence[str]
    ) -> ReminderText:
        work, people = self.plan.work, self.plan.outreach.supervisors
        rows = [one.row for one in mail.items]
        name = template_name({row.state for row in rows})
        about = ReminderGround(
            plan=work.plan,
            roster=work.roster,
            settings=work.settings,
            day=at.date(),
            written_to=work.roster.letters_to(mail.unit, self.plan.as_of, rows[0].obligation.code),
            copies=[one.name for one in people if one.address in mail.copies],
        )
        context = reminder_view(mail.unit, rows, about, files=files, dropped=dropped)
        return rendered(name, self._template(name), context)

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            self._templates[name] = load_letter(self.workspace, name)
        return self._templates[name]

    def _finished(self, parts: _Parts, head: Sequence[tuple[str, str]], subject: str) -> Composed:
        data = letter_bytes(parts.text.body, parts.files, [*head, ("Subject", subject_header(subject))])
        return Composed(data=data, text=parts.text, files=tuple(parts.files), dropped=parts.dropped)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    text: ReminderText
    files: Mapping[str, bytes]
    dropped: tuple[str, ...]
    mail: PlannedMail


_ROOM_FOR_TEXT = 64 * 1024
_USUAL_KILOBYTES = 8192


def template_name(states: set[State]) -> str:
    """The text for what is told: the gravest thing decides."""
    if State.OVERDUE in states:
        return "thu/nhac-sau.txt"
    return "thu/tra-lai.txt" if State.RETURNED in states else "thu/nhac-truoc.txt"


def load_letter(workspace: Workspace, name: str) -> Template:
    """A text, whole and with no name that it may not use.

    Raises:
        BrokenTemplateError: it has faults; the message names each.
    """
    template = load_text(read_template(workspace, name), name=name)
    _refuse(name, in_lines(check_template(template, letter_fields(name))))
    return template


def rendered(name: str, template: Template, context: Mapping[str, PlainValue]) -> ReminderText:
    """Subject and body that a text makes of plain data.

    Raises:
        BrokenTemplateError: a tag failed, or there is no line of the subject.
    """
    made = render_text(template, context)
    _refuse(name, made.problems)
    first, *rest = [*(made.lines or ()), ""]
    subject = first.removeprefix(SUBJECT)
    if subject == first or not subject.strip():
        raise BrokenTemplateError(
            f"Mẫu thư {name} thiếu dòng đầu «{SUBJECT} …».", hint=f"dòng đầu của mẫu: {SUBJECT} Nhắc hạn …"
        )
    return ReminderText(subject=one_header_line(subject), body=_without_gaps(rest))


def _refuse(name: str, problems: Sequence[Problem]) -> None:
    if has_errors(problems):
        lines = "\n".join(f"  {problem_line(name, one)}" for one in problems)
        raise BrokenTemplateError(
            f"Mẫu thư {name} có lỗi nên chưa gửi thư nào:\n{lines}",
            hint="sửa mẫu, rồi chạy «truyenthong template check».",
        )


def _without_gaps(lines: Sequence[str]) -> str:
    """The lines, no two empty ones in a row, none at the ends."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip("\n") + "\n"


def one_header_line(text: str) -> str:
    """A value as one line: whatever could end a header and begin another is a blank."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def subject_header(text: str) -> str:
    """A subject as headers have it, on one line."""
    return Header(one_header_line(text), "utf-8", header_name="Subject").encode()


def mailbox_header(name: str, address: str) -> str:
    """A person's name and address as headers have them."""
    return formataddr((Header(one_header_line(name), "utf-8").encode(), address))


def _part(name: str, data: bytes) -> MIMEBase:
    if name.endswith(".ics"):
        return MIMEText(data.decode("utf-8"), "calendar", "utf-8")
    return MIMEApplication(data, _WORD if name.endswith(".docx") else "octet-stream")


def letter_bytes(body: str, files: Mapping[str, bytes], head: Sequence[tuple[str, str]]) -> bytes:
    """A mail of a body, files by name, and headers that are written as headers have them."""
    # The older classes: the newer ones lose a blank where a long subject is broken (Python 3.11).
    text = MIMEText(body, "plain", "utf-8")
    message: MIMEBase = text
    if files:
        digest = hashlib.sha256(body.encode()).hexdigest()
        message = MIMEMultipart(boundary=f"=_{digest[:32]}")
        message.attach(text)
        for name, data in files.items():
            part = _part(name, data)
            part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
            message.attach(part)
    for name, value in head:
        message[name] = value
    return message.as_bytes(policy=message.policy.clone(linesep="\r\n"))
