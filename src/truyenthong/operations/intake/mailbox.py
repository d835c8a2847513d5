"""``intake --mailbox``: takes in what is new in the office's mailbox, notes what came back to our mails."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial

from truyenthong.diagnostics.reminders import TT740, TT741, TT742, TT743
from truyenthong.errors import CannotContinueError
from truyenthong.findings import Finding, Ref
from truyenthong.intake.bounds import Allowance, guarded
from truyenthong.intake.mail.authentication import own_received, vouched_senders
from truyenthong.intake.mail.headers import addresses, moment_of_time
from truyenthong.intake.mail.letter_kinds import LetterKind, letter_kind
from truyenthong.intake.mail.parse import parse
from truyenthong.model.dispatches import Outcome
from truyenthong.model.moments import Moment
from truyenthong.model.outreach import Incoming
from truyenthong.operations.choose import Selection, asked_in
from truyenthong.operations.intake.evidence import Evidence
from truyenthong.operations.intake.take import Fate, Intake, IntakeOrder, IntakeOutcome, Letter, Taken
from truyenthong.operations.intake.waitlist import purge_settled
from truyenthong.operations.load import load, ready
from truyenthong.operations.validate import declared_incoming, declared_outreach, refuse_unread
from truyenthong.post.mailbox import MAX_LETTER, LetterHead, Mailbox, connect
from truyenthong.post.passwords import password_of
from truyenthong.text import VIETNAM_TIME, day_and_hour, number_wording
from truyenthong.workspace import storage
from truyenthong.workspace.dispatches import append_dispatches, read_dispatches
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.mailbox import FolderCursor, MailboxMemory, read_memory, write_memory

_BATCH = 100
"""Messages between two notes of how far the reading has come."""
_EARLIEST = timedelta(days=90)
"""How long before the school year something can be received for it."""
_APART = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderReading:
    """What was read of a folder.

    Attributes:
        count: how many messages are in it.
        looked_at: of how many the head was read.
        bodies: how many were read whole.
        renumbered: the server had numbered its messages anew, so that all were looked at again.
    """

    name: str
    count: int
    looked_at: int
    bodies: int
    renumbered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxOutcome:
    """What came in.

    Attributes:
        noted: what was found about mails of ours, and is now in the dispatch book.
        trouble: why the mailbox was not read to its end; what was taken in before stays.
        vouched: whether the office's own server is asked who sent a message.
        purged: how many settled entries of the waiting list lost their files.
    """

    intake: IntakeOutcome
    folders: tuple[FolderReading, ...]
    noted: tuple[Outcome, ...]
    trouble: CannotContinueError | None
    vouched: bool
    purged: int = 0


def take_mailbox(
    workspace: Workspace, order: IntakeOrder, *, now: datetime, tell: Callable[[str], None]
) -> MailboxOutcome:
    """Takes in what the mailbox holds since it was last read; with ``dry_run`` nothing is written.

    Args:
        workspace: where it goes.
        order: what was asked for.
        now: this moment, with its offset.
        tell: takes a line about how far the reading has come.

    Raises:
        CannotContinueError: no mailbox is declared, the server lets nobody in, the dispatch book is damaged.
    """
    work = ready(load(workspace, today=now.date()))
    refuse_unread(work.loaded)
    incoming = declared_incoming(declared_outreach(work.loaded))
    asked = asked_in(Selection(unit=order.unit, obligation=order.obligation, period=order.period), work)
    moment = moment_of_time(now)
    intake = Intake.of(workspace, work, order, asked, moment)
    server = incoming.server
    box = f"{server.account or ''}@{server.host}:{server.port}"
    run = _Run(
        intake=intake,
        incoming=incoming,
        evidence=Evidence(book=read_dispatches(workspace, work.plan.year).book, known=intake.known, now=now),
        memory=read_memory(workspace, box),
        first=incoming.since or work.plan.year.days.start - _EARLIEST,
        now=now,
        tell=tell,
    )
    trouble = None
    with connect(server, password_of(server)) as mailbox:
        try:
            for folder in incoming.folders:
                run.read(mailbox, folder)
        except CannotContinueError as error:
            if not run.taken:
                raise
            trouble = error
    purged = run.finish(whole=trouble is None)
    return MailboxOutcome(
        intake=IntakeOutcome(taken=tuple(run.taken), dry_run=order.dry_run),
        folders=tuple(run.folders),
        noted=tuple(run.noted),
        trouble=trouble,
        vouched=incoming.authority is not None,
        purged=purged,
    )


@dataclass(kw_only=True)
class _Run:
    """One reading of the mailbox."""

    intake: Intake
    incoming: Incoming
    evidence: Evidence
    memory: MailboxMemory
    first: date
    now: datetime
    tell: Callable[[str], None]
    taken: list[Taken] = field(default_factory=list)
    noted: list[Outcome] = field(default_factory=list)
    folders: list[FolderReading] = field(default_factory=list)

    def read(self, mailbox: Mailbox, name: str) -> None:
        """One folder, from where the last run came to; the note of that moves with every batch."""
        state = mailbox.open(name)
        before = self.memory.folders.get(name)
        same = before is not None and before.uid_validity == state.uid_validity
        if before is not None and same and before.since <= self.first:
            uids = mailbox.uids_after(before.uid)
            last = before.uid
        else:
            uids = mailbox.uids_since(self.first, self.now.date())
            last = state.uid_next - 1
        bodies = 0
        for start in range(0, len(uids), _BATCH):
            batch = uids[start : start + _BATCH]
            bodies += self._read(mailbox, batch)
            self._keep(name, FolderCursor(uid_validity=state.uid_validity, uid=batch[-1], since=self.first))
            if len(uids) > _BATCH:
                done = number_wording(start + len(batch))
                self.tell(f"Đã xem {done}/{number_wording(len(uids))} thư của hộp «{name}».")
        if not uids and (before is None or before.uid != last or not same):
            self._keep(name, FolderCursor(uid_validity=state.uid_validity, uid=last, since=self.first))
        self.folders.append(
            FolderReading(
                name=name,
                count=state.count,
                looked_at=len(uids),
                bodies=bodies,
                renumbered=before is not None and not same,
            )
        )

    def _read(self, mailbox: Mailbox, uids: Sequence[int]) -> int:
        """One batch; returns how many messages were read whole."""
        wanted: list[LetterHead] = []
        heads = [*mailbox.heads(uids)]
        # An intent is on the disk before its mail leaves: whatever lies here is in the book as it is now.
        self.evidence.book = read_dispatches(self.intake.workspace, self.intake.work.plan.year).book
        for head in heads:
            if head.arrived.astimezone(VIETNAM_TIME).date() < self.first:
                continue
            done = guarded(partial(self._by_head, head), lambda _: None)
            if done is not None:
                self.taken.append(done)
            elif head.size > MAX_LETTER:
                self.taken += self.intake.take_letter(_head_alone(head, TT741, "thư quá 50 MB"))
            else:
                wanted.append(head)
        for head, data in mailbox.letters(wanted):
            if data is not None:
                self.taken += self._letter(head, data)
            elif mailbox.has(head.uid):
                told = "máy chủ không đưa nội dung thư, hoặc thư quá 50 MB"
                self.taken += self.intake.take_letter(_head_alone(head, TT743, told))
        return len(wanted)

    def _by_head(self, head: LetterHead) -> Taken | None:
        """What its head alone decides: a copy of a mail of ours, an answer of a machine."""
        raw = parse(head.head, Allowance())
        kind = letter_kind(raw)
        if kind is LetterKind.OWN:
            return self.evidence.own(raw, _label(head))
        if kind is LetterKind.AUTOMATIC and raw.get_content_maintype() != "multipart":
            return self.evidence.automatic(raw, _label(head))
        return None

    def _letter(self, head: LetterHead, data: bytes) -> Iterator[Taken]:
        letter = Letter(label=_label(head), data=data, arrived=_arrived(head))
        read = guarded(partial(self._classified, letter), lambda _: letter)  # it waits whole, with the reason
        if isinstance(read, Taken):
            yield read
            return
        notes = self.evidence.take_notes()
        for place, one in enumerate(self.intake.take_letter(read)):
            more = notes if place == 0 else ()
            unvouched = self._unvouched(read, one)
            yield replace(one, findings=(*more, *unvouched, *one.findings))

    def _classified(self, letter: Letter) -> Letter | Taken:
        raw = parse(letter.data, Allowance())
        kind = letter_kind(raw)
        if kind is LetterKind.BOUNCE:
            return self.evidence.bounce(raw, letter)
        if kind is LetterKind.AUTOMATIC:
            return self.evidence.automatic(raw, letter.label)
        self.evidence.answer(raw, letter)
        authority = self.incoming.authority
        return replace(
            letter,
            vouched=vouched_senders(raw, authority) if authority is not None else None,
            claimed=addresses(raw),
            doubts=tuple(_hours_apart(letter, own_received(raw, authority))),
        )

    def _unvouched(self, letter: Letter, one: Taken) -> Iterator[Finding]:
        """That a unit's address in From is no sign, where something rests on it."""
        if letter.vouched != () or one.fate not in {Fate.RECORDED, Fate.WAITING}:
            return
        for unit in self.intake.known.writers(letter.claimed):
            told = f"thư ghi địa chỉ của {unit.short_name} nhưng máy chủ thư không xác nhận người gửi"
            yield TT742.at(Ref(file=letter.label), told, hint="còn ngờ thì gọi hỏi đơn vị")

    def _keep(self, name: str, cursor: FolderCursor) -> None:
        """Notes what was found, then how far the reading has come: receipts are on the disk before both."""
        found = self.evidence.take_outcomes()
        self.noted += found
        if self.intake.order.dry_run:
            return
        workspace, year = self.intake.workspace, self.intake.work.plan.year
        with storage.locked(workspace.root):
            if found:
                known = {_mark(one) for one in read_dispatches(workspace, year).book.events}
                fresh = [one for one in dict.fromkeys(found) if one.source is None or _mark(one) not in known]
                append_dispatches(workspace, year, fresh)
            there = read_memory(workspace, self.memory.box)
            self.memory = replace(there, folders={**there.folders, name: _further(there, name, cursor)})
            write_memory(workspace, self.memory)

    def finish(self, *, whole: bool) -> int:
        """Notes that all folders were read, and removes what the waiting list needs no longer."""
        if self.intake.order.dry_run:
            return 0
        workspace = self.intake.workspace
        with storage.locked(workspace.root):
            if whole:
                write_memory(workspace, replace(read_memory(workspace, self.memory.box), read_at=self.now))
            until = self.now.date() - timedelta(days=self.incoming.keep_days)
            return purge_settled(workspace, until=until)


def _further(there: MailboxMemory, name: str, cursor: FolderCursor) -> FolderCursor:
    """The cursor, unless another run has come further meanwhile."""
    known = there.folders.get(name)
    is_ahead = (
        known is not None
        and (known.uid_validity, known.since) == (cursor.uid_validity, cursor.since)
        and known.uid > cursor.uid
    )
    return known if known is not None and is_ahead else cursor


def _mark(event: object) -> tuple[object, ...] | None:
    """What makes two notes the same one."""
    if not isinstance(event, Outcome) or event.source is None:
        return None
    return (event.kind, event.key, event.attempt, event.address, event.source)


def _label(head: LetterHead) -> str:
    """A name for people that is also one for a file."""
    sender = guarded(lambda: addresses(parse(head.head, Allowance()))[:1], lambda _: ())
    came = _arrived(head)
    hour = f"{came.hour:%H%M}" if came.hour is not None else ""
    return f"thu-{came.day.isoformat()}-{hour}-{sender[0][:60] if sender else 'khong-ro'}.eml".replace(
        "/", "_"
    )


def _arrived(head: LetterHead) -> Moment:
    return moment_of_time(head.arrived.astimezone(VIETNAM_TIME))


def _head_alone(head: LetterHead, kind: object, told: str) -> Letter:
    label = _label(head)
    hint = "mở thư trong chương trình thư, lưu tệp đính kèm, rồi đưa tệp ấy vào"
    finding = (TT741 if kind is TT741 else TT743).at(Ref(file=label), told, hint=hint)
    return Letter(label=label, data=head.head, arrived=_arrived(head), unread=(finding,))


def _hours_apart(letter: Letter, own: Moment | None) -> Iterator[Finding]:
    if own is None or own.hour is None or letter.arrived.hour is None:
        return
    between = datetime.combine(own.day, own.hour) - datetime.combine(letter.arrived.day, letter.arrived.hour)
    if abs(between) > _APART:
        mailbox, server = (day_and_hour(one.day, one.hour) for one in (letter.arrived, own))
        told = f"hộp thư ghi nhận lúc {mailbox}, máy chủ thư ghi trong thư {server}"
        hint = f'xem thư; lấy lúc máy chủ ghi thì ghi mục chờ kèm --received "{server}"'
        yield TT740.at(Ref(file=letter.label), told, hint=hint)
