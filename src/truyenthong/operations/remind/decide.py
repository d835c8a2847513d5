"""Who is reminded of what today, and who is not and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.diagnostics.reminders import (
    TT720,
    TT721,
    TT722,
    TT723,
    TT724,
    TT725,
    TT726,
    TT728,
    TT729,
    TT730,
)
from truyenthong.findings import Finding, Ref
from truyenthong.model.dispatches import (
    DispatchBook,
    DispatchedMail,
    DispatchItem,
    MailState,
    mail_key,
)
from truyenthong.model.outreach import Outreach
from truyenthong.model.units import Unit
from truyenthong.operations.choose import Selection, find_named, in_codes
from truyenthong.operations.intake.waitlist import Waiting, read_waiting
from truyenthong.operations.load import Ready, load
from truyenthong.operations.validate import declared_outreach, known_duty, measurable
from truyenthong.progress import Row, State
from truyenthong.progress.marks import MarkWindow, windows_after, windows_before
from truyenthong.text import day_in_week, day_wording, hour_wording, moment_wording
from truyenthong.text.keys import is_address
from truyenthong.workspace.dispatches import read_dispatches
from truyenthong.workspace.layout import UNITS_FILE, Workspace
from truyenthong.workspace.mailbox import last_whole_reading

MOST_TRIES = 4
BETWEEN_TRIES = timedelta(minutes=15)
MAILBOX_AGE = timedelta(hours=24)
_BEFORE = frozenset({State.DUE_SOON, State.UPCOMING})
_DONE = frozenset({MailState.ACCEPTED, MailState.SENT})
_DOUBTFUL = frozenset({MailState.PENDING, MailState.UNKNOWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindRequest:
    """What the user asked for.

    Attributes:
        mark: only this mark.
        without_mailbox: marks after the due day do not wait until the mailbox was read.
        by_mail: an address is needed; drafts and texts to paste need none that works.
    """

    choice: Selection = field(default_factory=Selection)
    mark: str | None = None
    without_mailbox: bool = False
    by_mail: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedItem:
    """A duty to remind of: its row, the window of the mark, and how the dispatch book names it."""

    row: Row
    window: MarkWindow
    item: DispatchItem


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMail:
    """One mail to one unit.

    Attributes:
        unit: whose duties it is about.
        recipients: who is written to: the unit, or who answers for it since it closed.
        to: their addresses; of drafts it may be empty.
        copies: addresses of the office's persons whom a mark names.
        attempt: counts from 1.
    """

    unit: Unit
    recipients: tuple[Unit, ...]
    to: tuple[str, ...]
    copies: tuple[str, ...]
    items: tuple[PlannedItem, ...]
    key: str
    attempt: int

    @property
    def stem(self) -> str:
        """The name of its draft: the unit's code, with whoever is written to instead of the unit."""
        others = [one.code for one in self.recipients if one.code != self.unit.code]
        return "--".join((self.unit.code, *others))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReminder:
    """A duty of which a unit is not reminded now.

    Attributes:
        finding: why, with the place to look at; None where it was reminded already.
        said: the reason in words.
    """

    unit: Unit
    row: Row
    window: MarkWindow
    said: str
    finding: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindPlan:
    """The reminders of a day.

    Attributes:
        held: whoever has an open mark and gets no mail.
        doubtful: mails of which nobody knows whether they left.
        closed: why nothing is sent at this moment whatever is open, or None.
        notes: what the user should know first, whole sentences.
        active: how many units owe anything.
        rows: everything as it stands on the day.
    """

    as_of: date
    work: Ready
    outreach: Outreach
    book: DispatchBook
    mails: tuple[PlannedMail, ...]
    held: tuple[HeldReminder, ...]
    doubtful: tuple[DispatchedMail, ...]
    closed: str | None
    notes: tuple[str, ...]
    active: int
    rows: tuple[Row, ...]


def decide_reminders(
    workspace: Workspace, request: RemindRequest, *, as_of: date, now: datetime
) -> RemindPlan:
    """Who gets what on a day.

    Args:
        workspace: the workspace.
        request: what was asked for.
        as_of: the day.
        now: the run's moment: for hours of sending, tries, and the age of the mailbox; they count only where
            ``as_of`` is its day.

    Raises:
        CannotContinueError: no ``outreach.yaml``, or one with errors; plan or units are not readable; the
            dispatch book is damaged.
        UsageError: a code that is not known.
    """
    loaded = load(workspace)
    outreach = declared_outreach(loaded)
    work = measurable(loaded, duty=known_duty(loaded, request.choice.obligation), figures=False)
    work = replace(work, roster=work.roster.named_on(as_of))
    choice = in_codes(request.choice, work.plan, work.roster)
    marks = {one.code: one for one in outreach.reminding.marks}
    if request.mark is not None:
        find_named(marks, request.mark, f"Không có mốc «{request.mark}».", none="chưa khai mốc nào")
    stored = read_dispatches(workspace, work.plan.year)
    decider = _Decider(
        work=work,
        outreach=outreach,
        book=stored.book,
        request=replace(request, choice=choice),
        as_of=as_of,
        now=now,
        waiting=tuple(one for one in read_waiting(workspace)[0] if one.is_open),
        read_at=last_whole_reading(workspace) if outreach.incoming is not None else None,
    )
    rows = work.progress(as_of).rows
    mails, held = decider.decide(rows)
    notes = [*decider.notes()]
    if stored.torn:
        notes.append(f"Dòng cuối của {stored.name} bị cắt ngang (máy tắt giữa chừng) nên được bỏ qua.")
    return RemindPlan(
        as_of=as_of,
        work=work,
        outreach=outreach,
        book=stored.book,
        mails=mails,
        held=held,
        doubtful=stored.book.in_state(*_DOUBTFUL),
        closed=decider.closed(),
        notes=tuple(notes),
        active=len({row.unit.code for row in rows if row.expected}),
        rows=rows,
    )


@dataclass(frozen=True, kw_only=True)
class _Decider:
    work: Ready
    outreach: Outreach
    book: DispatchBook
    request: RemindRequest
    as_of: date
    now: datetime
    waiting: Sequence[Waiting]
    read_at: datetime | None

    def decide(self, rows: Iterable[Row]) -> tuple[tuple[PlannedMail, ...], tuple[HeldReminder, ...]]:
        """The mails, one a unit in the units' order, and what is held back."""
        open_items: dict[str, list[PlannedItem]] = {}
        held: list[HeldReminder] = []
        for row in rows:
            for planned in self._open(row):
                reason = self._reason(planned)
                if reason is None:
                    open_items.setdefault(row.unit.code, []).append(planned)
                else:
                    held.append(reason)
        mails: list[PlannedMail] = []
        for unit in self.work.roster.ordered():
            by_recipients: dict[tuple[str, ...], list[PlannedItem]] = {}
            for one in open_items.get(unit.code, []):
                recipients = self._recipients(one.row)
                by_recipients.setdefault(tuple(each.code for each in recipients), []).append(one)
            for items in by_recipients.values():
                recipients = self._recipients(items[0].row)
                to, fault = self._addresses_for(unit, recipients)
                if fault is not None and self.request.by_mail:
                    held += [self._held(one, fault) for one in items]
                else:
                    mails.append(self._mail(unit, recipients, to, items))
        order = self.work.roster.order
        held.sort(key=lambda one: order[one.unit.code])
        return tuple(mails), tuple(held)

    # Which mark is open

    def _open(self, row: Row) -> Iterator[PlannedItem]:
        """The mark that is open for a row today, if any."""
        if not self.request.choice.takes(row) or not row.obligation.measured or not self._reminds(row):
            return
        rules = self.outreach.reminding
        calendar, working = self.work.calendar, rules.working_days
        due = row.due.day if row.due is not None else None
        returned = None
        if row.state is State.RETURNED:
            decision = row.receipts[-1].decision
            returned = decision.day if decision is not None else None
            start = returned or due
            windows = windows_after(rules.marks, start, calendar, working_days=working) if start else ()
        elif due is None:
            return
        else:
            before = windows_before(rules.marks, due, calendar, working_days=working)
            after = windows_after(rules.marks, due, calendar, working_days=working)
            windows = before if self.as_of <= due else (*before, *after)
        for window in windows:
            if self.as_of in window and self.request.mark in (None, window.mark.code):
                item = DispatchItem(
                    obligation=row.obligation.code,
                    period=row.period_code,
                    due=due,
                    mark=window.mark.code,
                    returned=returned,
                )
                missed = [
                    one.mark.code
                    for one in windows
                    if one.named < window.named and self._is_fresh(row, replace(item, mark=one.mark.code))
                ]
                yield PlannedItem(row=row, window=window, item=replace(item, skipped=tuple(missed)))

    def _reminds(self, row: Row) -> bool:
        """Whether the row is in a state of which anybody is told, and the unit is one that is reminded."""
        rules = self.outreach.reminding
        if row.obligation.code in rules.excluded_duties or row.unit.code in rules.excluded_units:
            return False
        named = row.unit.code in rules.added_units or self.request.choice.unit == row.unit.code
        if self.work.roster.is_inside(row.unit) and not named:
            return False
        return row.state in _BEFORE or row.state in (State.OVERDUE, State.RETURNED, State.INVALID)

    def _is_fresh(self, row: Row, item: DispatchItem) -> bool:
        return item.key(row.unit.code) not in self.book.by_item

    # Why not

    def _reason(self, planned: PlannedItem) -> HeldReminder | None:
        """Why this duty is not reminded of now; None: it is."""
        row = planned.row
        if row.state is State.INVALID:
            message = "bài đã gửi đang chờ cơ quan xử lý (có lỗi, chưa trả lại)"
            file = row.submission.file if row.submission is not None else UNITS_FILE
            return self._held(planned, (TT730, message, Ref(file=file), "truyenthong review"))
        return self._sent_before(planned) or self._by_letter(planned) or self._unread(planned)

    def _sent_before(self, planned: PlannedItem) -> HeldReminder | None:
        unit, mark = planned.row.unit, planned.window.mark.code
        tries = self.book.by_item.get(planned.item.key(unit.code), ())
        for mail in tries:
            at = moment_wording(mail.intent.at)
            if mail.state in _DONE:
                return self._held(planned, f"đã nhắc mốc {mark} lúc {at}")
            if mail.state in _DOUBTFUL:
                message = f"không rõ thư lúc {at} đã đi chưa (mã {mail.intent.key})"
                hint = f"truyenthong remind --resolve {mail.intent.key} --sent|--not-sent --reason …"
                return self._held(planned, (TT729, message, Ref(file=UNITS_FILE), hint))
        last = tries[-1] if tries else None
        if last is None:
            return None
        if last.state is MailState.REFUSED and last.last is not None and last.last.address is None:
            message = f"máy chủ đã từ chối thư này: {last.last.code or ''} {last.last.text or ''}".strip()
            hint = f"truyenthong remind --resolve {last.intent.key} --not-sent --reason … để thử lại"
            return self._held(planned, (TT723, message, Ref(file=UNITS_FILE), hint))
        return self._deferred(planned, [one for one in tries if one.state is MailState.DEFERRED])

    def _deferred(self, planned: PlannedItem, tries: Sequence[DispatchedMail]) -> HeldReminder | None:
        if not tries:
            return None
        told = tries[-1].last
        words = f"{told.code or ''} {told.text or ''}".strip() if told is not None else ""
        if len(tries) >= MOST_TRIES:
            message = f"đã thử {len(tries)} lần, máy chủ đều bảo để sau ({words})"
            return self._held(planned, (TT728, message, Ref(file=UNITS_FILE), "hỏi người quản máy chủ thư"))
        again = (told.at if told is not None else tries[-1].intent.at) + BETWEEN_TRIES
        if self.now < again and self._is_today:
            message = f"máy chủ bảo để sau ({words}); gửi lại từ {hour_wording(_minute(again).time())}"
            return self._held(planned, (TT728, message, Ref(file=UNITS_FILE), None))
        return None

    def _by_letter(self, planned: PlannedItem) -> HeldReminder | None:
        for letter in self.book.letters:
            same = (letter.unit, letter.obligation, letter.period) == planned.row.key
            if same and planned.window.opens <= letter.day <= self.as_of:
                number = f" số {letter.number}" if letter.number is not None else ""
                return self._held(planned, f"đã nhắc bằng công văn{number} ngày {day_wording(letter.day)}")
        return None

    def _unread(self, planned: PlannedItem) -> HeldReminder | None:
        """The unit's paper may already lie at the office."""
        unit, duty = planned.row.unit, planned.row.obligation.code
        senders = {one.code: one for one in (unit, *self._recipients(planned.row))}
        addresses = {each.strip().lower() for one in senders.values() for each in one.emails}
        addresses |= {
            each.email.strip().lower()
            for one in senders.values()
            for each in one.contacts
            if each.email is not None
        }
        for one in self.waiting:
            sender = (one.mail.sender or "").lower() if one.mail is not None else ""
            if one.unit in senders and one.obligation in (None, duty):
                message = f"có tệp chờ ở {one.name} có thể là bài này"
                return self._held(planned, (TT724, message, Ref(file=one.name), "xem tệp ấy trước"))
            if one.unit is None and sender in addresses:
                message = f"thư của đơn vị còn chờ ở {one.name}"
                return self._held(planned, (TT725, message, Ref(file=one.name), "xem thư ấy trước"))
        late = not planned.window.mark.is_before and planned.item.returned is None
        if late and self._mailbox_is_stale and self.request.by_mail:
            read = f"lần cuối {moment_wording(_minute(self.read_at))}" if self.read_at else "chưa lần nào"
            message = f"hộp thư chưa đọc trọn trong 24 giờ ({read}): bài có thể đang nằm trong đó"
            hint = "truyenthong intake --mailbox, hoặc thêm --no-mailbox"
            return self._held(planned, (TT726, message, Ref(file=UNITS_FILE), hint))
        return None

    @property
    def _mailbox_is_stale(self) -> bool:
        if self.outreach.incoming is None or self.request.without_mailbox or not self._is_today:
            return False
        return self.read_at is None or self.now - self.read_at > MAILBOX_AGE

    @property
    def _is_today(self) -> bool:
        return self.as_of == self.now.date()

    def _held(self, planned: PlannedItem, why: _Why) -> HeldReminder:
        finding = None
        if isinstance(why, str):
            said = why
        else:
            kind, said, ref, hint = why
            finding = kind.at(ref, said, hint=hint)
        return HeldReminder(
            unit=planned.row.unit, row=planned.row, window=planned.window, said=said, finding=finding
        )

    # To whom

    def _recipients(self, row: Row) -> tuple[Unit, ...]:
        return self.work.roster.recipients(row.unit, self.as_of, row.obligation.code)

    def _addresses_for(self, unit: Unit, recipients: Sequence[Unit]) -> tuple[tuple[str, ...], _Why | None]:
        """The addresses of all who answer for a unit; one of them that cannot be reached holds the mail."""
        if not recipients:
            here = Ref(file=UNITS_FILE, path=("don_vi", unit.index))
            hint = "khai ke_thua: [{don_vi: …, tu: …}], hoặc gui_toi, ở đơn vị ấy"
            return (), (TT720, "đơn vị đã ngừng hoạt động, chưa khai ai nhận việc này", here, hint)
        found: list[str] = []
        for one in recipients:
            to, fault = self._addresses(one)
            found += to
            if fault is not None:
                kind, told, ref, mend = fault
                heir = f"{one.short_name} nhận việc này: " if one.code != unit.code else ""
                return tuple(dict.fromkeys(found)), (kind, f"{heir}{told}", ref, mend)
        return tuple(dict.fromkeys(found)), None

    def _addresses(self, unit: Unit) -> tuple[tuple[str, ...], _Fault | None]:
        """The addresses that may be written to, and why there is none."""
        here = Ref(file=UNITS_FILE, path=("don_vi", unit.index))
        there = here.child("thu_dien_tu")
        if not unit.emails:
            return (), (TT720, "chưa có thu_dien_tu", here, "thêm thu_dien_tu của đơn vị")
        whole = [one.strip() for one in unit.emails if is_address(one.strip())]
        if not whole:
            return (), (TT721, f"«{unit.emails[0]}» không phải một địa chỉ thư", there, "sửa thu_dien_tu")
        outgoing = self.outreach.outgoing
        allowed = [one for one in whole if outgoing is None or outgoing.allows(one)]
        if not allowed:
            message = f"tên miền của {whole[0]} không có trong ten_mien_duoc_gui"
            return (), (TT722, message, there, "thêm tên miền, hoặc sửa địa chỉ")
        alive = [one for one in allowed if one.lower() not in self.book.undeliverable]
        if not alive:
            told = self.book.undeliverable[allowed[0].lower()]
            words = f"{told.code or ''} {told.text or ''}".strip()
            message = f"thư trước không tới {allowed[0]}: {words} ngày {day_wording(told.at.date())}"
            return tuple(allowed), (TT723, message, there, "sửa địa chỉ; xem truyenthong contacts")
        return tuple(dict.fromkeys(alive)), None

    def _mail(
        self, unit: Unit, recipients: tuple[Unit, ...], to: tuple[str, ...], items: Sequence[PlannedItem]
    ) -> PlannedMail:
        people = self.outreach.supervisors_by_code
        outgoing = self.outreach.outgoing
        copies = [
            people[code].address
            for one in items
            for code in one.window.mark.copies
            if code in people and (outgoing is None or outgoing.allows(people[code].address))
        ]
        key = mail_key(unit.code, [one.item for one in items])
        return PlannedMail(
            unit=unit,
            recipients=recipients,
            to=to,
            copies=tuple(one for one in dict.fromkeys(copies) if one not in to),
            items=tuple(items),
            key=key,
            attempt=self.book.attempts(key) + 1,
        )

    # The run as a whole

    def closed(self) -> str | None:
        """Why nothing is sent on this day or at this hour."""
        rules = self.outreach.reminding
        if rules.working_days and not self.work.calendar.is_working_day(self.as_of):
            return f"{day_in_week(self.as_of, capital=True)} là ngày nghỉ: không gửi thư nhắc."
        if rules.hours is not None and self._is_today:
            first, last = rules.hours
            if not first <= self.now.time().replace(second=0, microsecond=0) <= last:
                hours = f"{hour_wording(first)}–{hour_wording(last)}"
                return f"Bây giờ là {hour_wording(_minute(self.now).time())}, ngoài giờ gửi {hours}."
        return None

    def notes(self) -> Iterator[str]:
        """What the user should know first."""
        if self.outreach.incoming is None:
            yield (
                "Chưa khai hộp thư (thu_den), nên không biết bài của đơn vị có đang nằm trong thư chưa đọc "
                "hay không."
            )
        if not self.outreach.reminding.marks:
            yield "Chưa khai mốc nhắc nào (nhac_han.moc), nên không có ai để nhắc."
        strangers = sum(
            one.unit is None and (one.mail is None or not one.mail.sender) for one in self.waiting
        )
        if strangers:
            yield f"{strangers} mục trong danh sách chờ chưa rõ của ai: truyenthong intake --waiting."


_Fault = tuple[Diagnostic, str, Ref, str | None]
_Why = str | _Fault


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
