"""``mail summary``: the week's summary and the page, to those who read them, each once a week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import format_datetime

from truyenthong.errors import CannotContinueError
from truyenthong.model.dispatches import (
    DispatchBook,
    DispatchItem,
    MailState,
    OutcomeKind,
    mail_key,
    message_id_of,
)
from truyenthong.model.outreach import Addressee, Outgoing, Outreach
from truyenthong.operations.daily.page import page_of
from truyenthong.operations.load import Ready, load, ready
from truyenthong.operations.remind.letters import (
    KEY_HEADER,
    letter_bytes,
    load_letter,
    mailbox_header,
    rendered,
    subject_header,
)
from truyenthong.operations.remind.send import (
    Dispatcher,
    Pace,
    Parcel,
    close_pending,
    refuse_clock,
    refuse_sample,
)
from truyenthong.operations.report.make import Request, report
from truyenthong.operations.validate import declared_outgoing, declared_outreach, refuse_placeholders
from truyenthong.page.render import render_page
from truyenthong.post.smtp import connected
from truyenthong.text import day_in_week
from truyenthong.views.fields.reminders import SUMMARY_TEXT
from truyenthong.views.papers import agency_view, contact_view
from truyenthong.views.subject import PlainValue
from truyenthong.workspace import storage
from truyenthong.workspace.dispatches import read_dispatches
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.machine import claim_sending

REPORT = "tom-tat-tuan"
"""The report that goes along; where the catalogue has none, the page goes alone."""
PAGE = "tien-do.html"

_MOST_TRIES = 4
_OPEN = frozenset({MailState.DEFERRED, MailState.NOT_SENT})
"""States of the last mail after which it is tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldReader:
    """A reader, and what became of this week's mail: one whole phrase.

    Attributes:
        well: it has left, in this run or before, or is not due.
    """

    reader: Addressee
    told: str
    well: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryOutcome:
    """What a run did.

    Attributes:
        week: the mark of the week, «tuan-2021-W21».
        closed: why nothing is due today, or None.
        stopped: why the run ended before its end, or None.
    """

    week: str
    readers: tuple[ToldReader, ...] = ()
    closed: str | None = None
    stopped: CannotContinueError | None = None

    @property
    def exit_code(self) -> int:
        """0 where everybody has it or nothing is due."""
        if self.stopped is not None:
            return self.stopped.exit_code
        return int(not all(one.well for one in self.readers))


def week_of(day: date) -> str:
    """The mark of a week: ``tuan-2021-W21``."""
    year, week, _ = day.isocalendar()
    return f"tuan-{year}-W{week:02}"


def plan_summary(workspace: Workspace, *, now: datetime) -> SummaryOutcome:
    """Who would get the summary of the week now; nothing is sent.

    Raises:
        CannotContinueError: not declared, or the dispatch book is damaged.
    """
    work = ready(load(workspace))
    outreach, week = declared_outreach(work.loaded), week_of(now.date())
    closed = _closed(work, outreach, now.date())
    if closed is not None:
        return SummaryOutcome(week=week, closed=closed)
    book = read_dispatches(workspace, work.plan.year).book
    due = _due(outreach.readers, declared_outgoing(outreach), book, week)
    wanted = "sẽ nhận, thêm --send để gửi"
    readers = (known or ToldReader(reader=one, told=wanted, well=True) for one, known in due)
    return SummaryOutcome(week=week, readers=tuple(readers))


def _closed(work: Ready, outreach: Outreach, day: date) -> str | None:
    """Why nothing is due on a day, or None."""
    if not outreach.readers:
        return "chưa khai nguoi_nhan_tom_tat ở data/outreach.yaml"
    return None if work.calendar.is_working_day(day) else f"{day_in_week(day)} là ngày nghỉ"


def send_summary(workspace: Workspace, pace: Pace) -> SummaryOutcome:
    """Sends the summary of the week to every reader who has not got it yet.

    It leaves on the first working day of the week; missed then, on the next one until the week ends.

    Raises:
        CannotContinueError: nothing was sent: not declared, sample data, another machine sends, the clock
            runs back, the dispatch book is damaged, another run sends.
    """
    with storage.locked(workspace.outreach):
        now = pace.now()
        work = ready(load(workspace))
        outreach = declared_outreach(work.loaded)
        week = week_of(now.date())
        closed = _closed(work, outreach, now.date())
        if closed is not None:
            return SummaryOutcome(week=week, closed=closed)
        outgoing = declared_outgoing(outreach)
        refuse_placeholders(work.loaded)
        refuse_sample(work.settings)
        year = work.plan.year
        refuse_clock(read_dispatches(workspace, year).book, now)
        claim_sending(workspace, take_over=False, now=now)
        close_pending(workspace, year, read_dispatches(workspace, year).book, now)
        book = read_dispatches(workspace, year).book
        due = [*_due(outreach.readers, outgoing, book, week)]
        if not any(one is None for _, one in due):
            return SummaryOutcome(week=week, readers=tuple(told for _, told in due if told is not None))
        return _Run(workspace=workspace, work=work, outgoing=outgoing, pace=pace).send(due, book, week)


def _item(week: str) -> DispatchItem:
    return DispatchItem(obligation=REPORT, period=None, due=None, mark=week)


def _due(
    readers: tuple[Addressee, ...], outgoing: Outgoing, book: DispatchBook, week: str
) -> Iterator[tuple[Addressee, ToldReader | None]]:
    """Each reader once, with what is known already; None: the mail is to be sent."""
    for reader in {one.address.lower(): one for one in readers}.values():
        tries = book.by_item.get(_item(week).key(reader.address), ())
        last = tries[-1].state if tries else None
        if not outgoing.allows(reader.address):
            yield reader, ToldReader(reader=reader, told="nằm ngoài ten_mien_duoc_gui, không gửi", well=False)
        elif last in (MailState.ACCEPTED, MailState.SENT):
            yield reader, ToldReader(reader=reader, told="đã gửi tuần này", well=True)
        elif last is not None and (last not in _OPEN or len(tries) >= _MOST_TRIES):
            told = f"thư tuần này {_STATES[last]}; xem: truyenthong remind --history"
            yield reader, ToldReader(reader=reader, told=told, well=False)
        else:
            yield reader, None


_STATES: Mapping[MailState, str] = {
    MailState.UNKNOWN: "không rõ đã đi chưa",
    MailState.PENDING: "không rõ đã đi chưa",
    MailState.REFUSED: "bị máy chủ từ chối",
    MailState.BOUNCED: "bị trả lại",
    MailState.DEFERRED: "máy chủ bảo để sau nhiều lần",
    MailState.NOT_SENT: "chưa đi",
}
_ENDS: Mapping[OutcomeKind, str] = {
    OutcomeKind.ACCEPTED: "đã gửi",
    OutcomeKind.REFUSED: "bị máy chủ từ chối",
    OutcomeKind.DEFERRED: "máy chủ bảo để sau, lần chạy sau gửi lại",
    OutcomeKind.UNKNOWN: "không rõ đã đi chưa; xem: truyenthong remind --history",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    workspace: Workspace
    work: Ready
    outgoing: Outgoing
    pace: Pace

    def send(
        self, due: list[tuple[Addressee, ToldReader | None]], book: DispatchBook, week: str
    ) -> SummaryOutcome:
        """Sends to those of ``due`` of whom nothing is known yet."""
        now = self.pace.now()
        shown = page_of(self.workspace, full=False, as_of=now.date())
        files = {**self._report(now), PAGE: render_page(shown.view)}
        template = load_letter(self.workspace, SUMMARY_TEXT)
        told: list[ToldReader] = []
        stopped: CannotContinueError | None = None
        try:
            with connected(self.outgoing.server) as connection:
                dispatcher = Dispatcher(
                    workspace=self.workspace,
                    year=self.work.plan.year,
                    outgoing=self.outgoing,
                    pace=self.pace,
                    connection=connection,
                )
                for reader, known in due:
                    if known is not None:
                        told.append(known)
                        continue
                    at = dispatcher.wait_turn().replace(microsecond=0)
                    text = rendered(SUMMARY_TEXT, template, self._context(reader, shown.view, at, files))
                    key = mail_key(reader.address, [_item(week)])
                    attempt = book.attempts(key) + 1
                    data = letter_bytes(
                        text.body, files, [*self._head(reader, key, attempt, at, text.subject)]
                    )
                    parcel = Parcel(
                        unit=reader.address,
                        to=(reader.address,),
                        copies=(),
                        items=(_item(week),),
                        key=key,
                        attempt=attempt,
                        data=data,
                    )
                    handover = dispatcher.dispatch(parcel, at=at)
                    well = handover.kind is OutcomeKind.ACCEPTED
                    told.append(ToldReader(reader=reader, told=_ENDS[handover.kind], well=well))
                    if handover.ends:
                        break
        except CannotContinueError as error:
            stopped = error
        return SummaryOutcome(week=week, readers=tuple(told), stopped=stopped)

    def _report(self, now: datetime) -> dict[str, bytes]:
        """The paper, made anew for the mail: files that lie in ``out/`` are never read back."""
        if REPORT not in {one.code for one in self.work.plan.reports}:
            return {}
        with storage.scratch_folder() as folder:
            made = report(
                self.workspace,
                Request(codes=(REPORT,), out=folder),
                as_of=now.date(),
                now=now,
                tick=lambda _made, _total: None,
            ).made
            return {path.name: storage.read_bytes(path) for path in made}

    def _context(
        self, reader: Addressee, view: Mapping[str, PlainValue], at: datetime, files: Mapping[str, bytes]
    ) -> dict[str, PlainValue]:
        plan = self.work.plan
        return {
            "nam_hoc": plan.year.code,
            "co_quan": agency_view(plan.agency),
            "soan_thao": {"ten": plan.drafting.name, "ky_hieu": plan.drafting.symbol or ""},
            "lien_he": contact_view(plan.contact, plan.agency),
            "nguoi_nhan": reader.name,
            "tuan": at.date().isocalendar().week,
            "ngay": day_in_week(at.date()),
            "chua_co_bai_nop": bool(view["im_lang"]),
            "so_cham": view["so_cham"],
            "so_don_vi_cham": view["so_don_vi_cham"],
            "so_quyet_dinh": view["so_quyet_dinh"],
            "tep": [*files],
        }

    def _head(
        self, reader: Addressee, key: str, attempt: int, at: datetime, subject: str
    ) -> Iterator[tuple[str, str]]:
        sender = self.outgoing.sender
        yield "Date", format_datetime(at)
        yield "Message-ID", message_id_of(key, attempt, sender.address)
        yield "From", mailbox_header(sender.name, sender.address)
        yield "To", mailbox_header(reader.name, reader.address)
        if self.outgoing.reply_to is not None:
            yield "Reply-To", self.outgoing.reply_to
        yield "Auto-Submitted", "auto-generated"
        yield KEY_HEADER, key
        yield "Subject", subject_header(subject)
