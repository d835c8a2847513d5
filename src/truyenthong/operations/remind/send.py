"""``remind --send``: the intent is on the disk before the server hears of it, the outcome right after."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from truyenthong.errors import CannotContinueError
from truyenthong.model.dispatches import (
    DispatchBook,
    DispatchEvent,
    DispatchItem,
    Intent,
    MailState,
    Outcome,
    OutcomeKind,
    message_id_of,
)
from truyenthong.model.outreach import Outgoing
from truyenthong.model.owed import Settings
from truyenthong.model.periods import SchoolYear
from truyenthong.operations.remind.decide import PlannedMail, RemindPlan, RemindRequest, decide_reminders
from truyenthong.operations.remind.letters import Composer
from truyenthong.operations.validate import declared_outgoing, refuse_placeholders
from truyenthong.post.smtp import Handover, SmtpConnection, UnreachableError, connected
from truyenthong.text import moment_wording
from truyenthong.workspace import storage
from truyenthong.workspace.dispatches import append_dispatches
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.machine import claim_sending

_CLOCK_SLACK = timedelta(days=1)
_MOST_PER_UNIT = 2
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Clock and rest, which only ``cli`` has.

    Attributes:
        now: gives the moment.
        rest: waits so many seconds.
    """

    now: Callable[[], datetime]
    rest: Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOrder:
    """What was asked for.

    Attributes:
        limit: send at most so many, after a look; None: the brakes decide.
        trial_to: send everything to this address instead, and write nothing down.
        trial_day: the day whose mails a trial sends; today where None.
        take_over: send from this machine from now on.
    """

    request: RemindRequest
    limit: int | None = None
    trial_to: str | None = None
    trial_day: date | None = None
    take_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One mail, ready to be handed over.

    Attributes:
        unit: the unit's code; of a summary, its reader's address.
        copies: addresses that get the same mail.
    """

    unit: str
    to: tuple[str, ...]
    copies: tuple[str, ...]
    items: tuple[DispatchItem, ...]
    key: str
    attempt: int
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SentMail:
    """A mail of this run and what became of it."""

    mail: PlannedMail
    handover: Handover
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOutcome:
    """What a run of sending did.

    Attributes:
        plan: as it was decided before the first mail left.
        left: mails that were not tried any more.
        stopped: why the run ended before its end, or None.
        closed: nothing was sent, for it is no day or hour for it.
        found_lost: keys of mails of an earlier run whose outcome nobody knows.
    """

    plan: RemindPlan
    sent: tuple[SentMail, ...]
    left: tuple[PlannedMail, ...] = ()
    stopped: CannotContinueError | None = None
    closed: str | None = None
    found_lost: tuple[str, ...] = ()

    def count(self, kind: OutcomeKind) -> int:
        """How many mails ended so."""
        return sum(one.handover.kind is kind for one in self.sent)

    @property
    def exit_code(self) -> int:
        """0 where all that was due has left and nothing is in doubt."""
        if self.stopped is not None:
            return self.stopped.exit_code
        doubtful = self.plan.doubtful or self.found_lost
        clean = all(one.handover.kind is OutcomeKind.ACCEPTED for one in self.sent)
        return 0 if clean and not doubtful else 1


def send_reminders(workspace: Workspace, order: SendOrder, pace: Pace) -> SendOutcome:
    """Sends what is due now.

    Raises:
        CannotContinueError: nothing was sent: not declared, sample data, another machine sends, the clock
            runs back, too many mails, the dispatch book is damaged, another run sends.
    """
    with storage.locked(workspace.outreach):
        now = pace.now()
        plan = decide_reminders(workspace, order.request, as_of=order.trial_day or now.date(), now=now)
        outgoing = declared_outgoing(plan.outreach)
        refuse_placeholders(plan.work.loaded)
        if order.trial_to is not None:
            return _trial(workspace, plan, outgoing, order.trial_to, order.limit, pace)
        refuse_sample(plan.work.settings)
        _refuse_blind(plan, order.request)
        refuse_clock(plan.book, now)
        claim_sending(workspace, take_over=order.take_over, now=now)
        lost = close_pending(workspace, plan.work.plan.year, plan.book, now)
        if plan.closed is not None:
            return SendOutcome(plan=plan, sent=(), closed=plan.closed, found_lost=lost)
        wanted = braked(plan, outgoing, order.limit)
        return _sent(workspace, plan, outgoing, wanted, lost, pace)


def refuse_sample(settings: Settings) -> None:
    """Stops the sending of sample data.

    Raises:
        CannotContinueError: it is sample data.
    """
    if settings.sample_data:
        raise CannotContinueError(
            "Đây là dữ liệu mẫu (du_lieu_mau: có), nên không gửi thư cho đơn vị nào.",
            hint="muốn xem thư thì thêm --test-to ĐỊA_CHỈ_CỦA_MÌNH, hoặc --drafts.",
        )


def _refuse_blind(plan: RemindPlan, request: RemindRequest) -> None:
    if plan.outreach.incoming is None and not request.without_mailbox:
        raise CannotContinueError(
            "Chưa khai thu_den, nên không biết bài của đơn vị có đang nằm trong hộp thư chưa đọc hay không.",
            hint="khai thu_den ở data/outreach.yaml, hoặc tự xem hộp thư rồi thêm --no-mailbox.",
        )


def refuse_clock(book: DispatchBook, now: datetime) -> None:
    """Stops where what was sent last lies in the future.

    Raises:
        CannotContinueError: by more than a day.
    """
    last = book.last_moment
    if last is not None and last - now > _CLOCK_SLACK:
        at = moment_wording(last.replace(second=0, microsecond=0))
        raise CannotContinueError(
            f"Đồng hồ máy lùi: sổ gửi có dòng lúc {at}, nên chưa gửi gì.",
            hint="chỉnh lại ngày giờ của máy rồi chạy lại.",
        )


def close_pending(
    workspace: Workspace, year: SchoolYear, book: DispatchBook, now: datetime
) -> tuple[str, ...]:
    """Writes «unknown» for every intent without outcome: the run that wrote it was stopped. Returns the keys.

    The caller holds ``storage.locked(workspace.outreach)``: no other run is sending.
    """
    lost = book.in_state(MailState.PENDING)
    events = [
        Outcome(
            kind=OutcomeKind.UNKNOWN,
            key=one.intent.key,
            attempt=one.intent.attempt,
            at=now,
            text="lần chạy trước dừng giữa chừng",
        )
        for one in lost
    ]
    if events:
        with storage.locked(workspace.root):
            append_dispatches(workspace, year, events)
    return tuple(one.intent.key for one in lost)


def braked(plan: RemindPlan, outgoing: Outgoing, limit: int | None) -> tuple[PlannedMail, ...]:
    """The mails to send in this run.

    Raises:
        CannotContinueError: more than usual, and nobody has said that it is right.
    """
    if limit is not None:
        return plan.mails[:limit]
    count = len(plan.mails)
    most = min(outgoing.per_run, _MOST_PER_UNIT * max(plan.active, 1))
    if count > most:
        raise CannotContinueError(
            f"Có {count} thư, nhiều hơn {most} thư một lần, nên chưa gửi gì.",
            hint=f"xem bằng «truyenthong remind»; đúng thì thêm --limit {count}, gửi dần thì --limit {most}.",
        )
    return plan.mails


@dataclass(kw_only=True)
class Dispatcher:
    """Hands parcels over one after the other, each with its intent before and its outcome after.

    Whoever makes one holds ``storage.locked(workspace.outreach)``.
    """

    workspace: Workspace
    year: SchoolYear
    outgoing: Outgoing
    pace: Pace
    connection: SmtpConnection
    _recent: deque[datetime] = field(default_factory=deque)

    def wait_turn(self) -> datetime:
        """Waits until another mail may leave within the minute, and returns that moment."""
        now = self.pace.now()
        if len(self._recent) >= self.outgoing.per_minute:
            rest = (self._recent.popleft() + _MINUTE - now).total_seconds()
            if rest > 0:
                self.pace.rest(rest)
                now = self.pace.now()
        self._recent.append(now)
        return now

    def dispatch(self, parcel: Parcel, *, at: datetime) -> Handover:
        """One parcel.

        Raises:
            CannotContinueError: the intent could not be written (nothing was handed over), or the outcome
                could not (the next run finds the intent and says that nobody knows).
        """
        sender = self.outgoing.sender.address
        intent = Intent(
            key=parcel.key,
            attempt=parcel.attempt,
            at=at,
            unit=parcel.unit,
            to=parcel.to,
            items=parcel.items,
            message_id=message_id_of(parcel.key, parcel.attempt, sender),
            sha256=hashlib.sha256(parcel.data).hexdigest(),
        )
        self._write([intent])
        blind = (self.outgoing.copy_to,) if self.outgoing.copy_to is not None else ()
        copies = [one for one in (*parcel.copies, *blind) if one not in parcel.to]
        try:
            handover = self.connection.hand_over(parcel.data, sender=sender, to=parcel.to, copies=copies)
        except CannotContinueError as error:
            told = Outcome(
                kind=OutcomeKind.DEFERRED,
                key=parcel.key,
                attempt=parcel.attempt,
                at=self.pace.now(),
                text=str(error),
            )
            self._write([told])
            raise
        self._write([*_events(parcel, handover, self.pace.now())])
        return handover

    def _write(self, events: Sequence[DispatchEvent]) -> None:
        with storage.locked(self.workspace.root):
            append_dispatches(self.workspace, self.year, events)


def _events(parcel: Parcel, handover: Handover, at: datetime) -> Iterator[Outcome]:
    code = handover.answer.code
    yield Outcome(
        kind=handover.kind,
        key=parcel.key,
        attempt=parcel.attempt,
        at=at,
        code=str(code) if code is not None else None,
        text=handover.answer.text or None,
        address=handover.answer.address if handover.kind is OutcomeKind.REFUSED else None,
    )
    told = {handover.answer.address} if handover.kind is OutcomeKind.REFUSED else set()
    for one in handover.refused:
        if one.address not in told:  # a refusal at once is a bounce
            yield Outcome(
                kind=OutcomeKind.BOUNCED,
                key=parcel.key,
                attempt=parcel.attempt,
                at=at,
                code=str(one.code),
                text=one.text or None,
                address=one.address,
            )


def _sent(
    workspace: Workspace,
    plan: RemindPlan,
    outgoing: Outgoing,
    wanted: Sequence[PlannedMail],
    lost: tuple[str, ...],
    pace: Pace,
) -> SendOutcome:
    composer = Composer(workspace=workspace, plan=plan, sender=outgoing)
    done: list[SentMail] = []
    stopped: CannotContinueError | None = None
    if wanted:
        try:
            composer.text(wanted[0], at=pace.now())  # a broken text stops before anybody is connected to
            with connected(outgoing.server) as connection:
                dispatcher = Dispatcher(
                    workspace=workspace,
                    year=plan.work.plan.year,
                    outgoing=outgoing,
                    pace=pace,
                    connection=connection,
                )
                _dispatch_all(dispatcher, composer, wanted, done)
        except CannotContinueError as error:
            if not done and not isinstance(error, UnreachableError):
                raise
            stopped = error
    return SendOutcome(
        plan=plan, sent=tuple(done), left=tuple(wanted[len(done) :]), stopped=stopped, found_lost=lost
    )


def _dispatch_all(
    dispatcher: Dispatcher, composer: Composer, wanted: Sequence[PlannedMail], done: list[SentMail]
) -> None:
    """Hands the mails over until one ends the run; ``done`` tells how far it came, whatever happens."""
    for mail in wanted:
        at = dispatcher.wait_turn().replace(microsecond=0)
        composed = composer.compose(mail, at=at)
        parcel = Parcel(
            unit=mail.unit.code,
            to=mail.to,
            copies=mail.copies,
            items=tuple(one.item for one in mail.items),
            key=mail.key,
            attempt=mail.attempt,
            data=composed.data,
        )
        handover = dispatcher.dispatch(parcel, at=at)
        done.append(SentMail(mail=mail, handover=handover, dropped=composed.dropped))
        if handover.ends:
            return


def _trial(
    workspace: Workspace, plan: RemindPlan, outgoing: Outgoing, to: str, limit: int | None, pace: Pace
) -> SendOutcome:
    """Sends every mail to one address of the office; nothing is written down."""
    composer = Composer(workspace=workspace, plan=plan, sender=outgoing)
    wanted = braked(plan, outgoing, limit)
    if not wanted:
        return SendOutcome(plan=plan, sent=())
    done: list[SentMail] = []
    with connected(outgoing.server) as connection:
        for mail in wanted:
            data = composer.trial(mail, to, at=pace.now().replace(microsecond=0)).data
            handover = connection.hand_over(data, sender=outgoing.sender.address, to=(to,))
            done.append(SentMail(mail=mail, handover=handover))
            if handover.ends:
                break
    return SendOutcome(plan=plan, sent=tuple(done), left=wanted[len(done) :])
