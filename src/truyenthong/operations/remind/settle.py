"""``remind --history`` and ``--resolve``: what was sent, and a person's word on what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from truyenthong.errors import UsageError
from truyenthong.model.dispatches import DispatchBook, DispatchedMail, LetterReminder, MailState, Resolution
from truyenthong.model.units import Roster
from truyenthong.operations.choose import find_unit
from truyenthong.operations.load import load, ready
from truyenthong.workspace import storage
from truyenthong.workspace.dispatches import append_dispatches, read_dispatches
from truyenthong.workspace.layout import Workspace

_SHORTEST = 4
_SETTLED_ALREADY = frozenset({MailState.ACCEPTED, MailState.SENT, MailState.NOT_SENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What was sent, newest first.

    Attributes:
        letters: reminders by letter.
        torn: the name of the book whose last line was cut off, or None.
    """

    roster: Roster
    mails: tuple[DispatchedMail, ...]
    letters: tuple[LetterReminder, ...]
    torn: str | None


def history(workspace: Workspace, unit: str | None) -> History:
    """The mails to a unit, or all.

    Raises:
        UsageError: a unit that is not known.
        CannotContinueError: plan or units are not readable, or the dispatch book is damaged.
    """
    work = ready(load(workspace))
    code = find_unit(work.roster, unit).code if unit is not None else None
    stored = read_dispatches(workspace, work.plan.year)
    return History(
        roster=work.roster,
        mails=tuple(stored.book.history(code)),
        letters=tuple(one for one in reversed(stored.book.letters) if code in (None, one.unit)),
        torn=stored.name if stored.torn else None,
    )


def resolve(
    workspace: Workspace, word: str, *, sent: bool, reason: str, by: str | None, now: datetime
) -> DispatchedMail:
    """Writes down a person's word about a mail, and returns how it stands then.

    Args:
        workspace: the workspace.
        word: the mail's key, or its first digits.
        sent: it was sent; else it was not, or may be sent again.
        reason: why that is known.
        by: who says so.
        now: the moment of the run.

    Raises:
        UsageError: no mail has this key, several have, or nothing about it is in doubt.
        CannotContinueError: the dispatch book is damaged, or the system refuses to write.
    """
    if not reason.strip():
        raise UsageError("--resolve cần --reason.", hint='ví dụ: --reason "đơn vị xác nhận đã nhận".')
    work = ready(load(workspace))
    year = work.plan.year
    # No run may be sending: what has no outcome yet would then be in doubt only for the moment.
    with storage.locked(workspace.outreach), storage.locked(workspace.root):
        mail = _doubtful(read_dispatches(workspace, year).book, word)
        key, attempt = mail.intent.key, mail.intent.attempt
        word_of = Resolution(key=key, attempt=attempt, at=now, sent=sent, reason=reason.strip(), by=by)
        append_dispatches(workspace, year, [word_of])
        settled = read_dispatches(workspace, year).book.mail(key, attempt)
    return settled if settled is not None else mail


def _doubtful(book: DispatchBook, word: str) -> DispatchedMail:
    wanted = word.strip().lower()
    found = (
        [one for one in book.mails if one.intent.key.startswith(wanted)] if len(wanted) >= _SHORTEST else []
    )
    keys = {one.intent.key for one in found}
    if len(keys) != 1:
        message = f"Không có thư nào mang mã «{word}»." if not keys else f"Mã «{word}» chỉ {len(keys)} thư."
        raise UsageError(message, hint="xem mã bằng «truyenthong remind --history»; ghi từ 4 chữ số đầu.")
    mail = found[-1]
    if mail.state in _SETTLED_ALREADY:
        raise UsageError(
            f"Thư «{word}» không còn gì phải kết luận.", hint="xem bằng «truyenthong remind --history»."
        )
    return mail
