"""Sending against a real server: the intent first, the outcome after, never a second mail."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from support.runs.smtp_server import Inbox, sending_year, serving
from truyenthong.errors import CannotContinueError
from truyenthong.model.dispatches import DispatchBook, MailState, OutcomeKind
from truyenthong.model.periods import SchoolYear
from truyenthong.operations.remind.decide import RemindRequest
from truyenthong.operations.remind.send import Pace, SendOrder, SendOutcome, send_reminders
from truyenthong.operations.remind.settle import resolve
from truyenthong.post.smtp import UnreachableError
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace import storage
from truyenthong.workspace.dispatches import book_name, read_dispatches
from truyenthong.workspace.layout import Workspace

MONDAY = datetime(2026, 4, 27, 9, 0, tzinfo=VIETNAM_TIME)
ORDER = SendOrder(request=RemindRequest(without_mailbox=True))


@dataclass
class Clock:
    """A clock that moves only when somebody rests."""

    moment: datetime = MONDAY
    rests: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.moment

    def rest(self, seconds: float) -> None:
        self.rests.append(seconds)
        self.moment += timedelta(seconds=seconds)

    @property
    def pace(self) -> Pace:
        return Pace(now=self.now, rest=self.rest)


@dataclass
class Office:
    root: Path
    inbox: Inbox
    clock: Clock

    @property
    def workspace(self) -> Workspace:
        return Workspace(root=self.root)

    def send(self, order: SendOrder = ORDER, *, later: timedelta = timedelta()) -> SendOutcome:
        self.clock.moment += later
        return send_reminders(self.workspace, order, self.clock.pace)

    @property
    def book(self) -> DispatchBook:
        return read_dispatches(self.workspace, SchoolYear(first_year=2025)).book

    def edit(self, name: str, old: str, new: str) -> None:
        """Changes a file of the workspace."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    @property
    def states(self) -> list[MailState]:
        return [one.state for one in self.book.mails]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    inbox = Inbox()
    with serving(inbox) as port:
        yield Office(root=sending_year(tmp_path / "nam", port), inbox=inbox, clock=Clock())


def test_each_unit_gets_one_mail_and_no_second_one(office: Office) -> None:
    outcome = office.send()
    assert (outcome.count(OutcomeKind.ACCEPTED), outcome.exit_code) == (3, 0)
    assert [one.rcpt_tos for one in office.inbox.mails] == [
        [f"tt{n}@example.edu.vn", "luu@example.gov.vn"] for n in (1, 2, 3)
    ]
    again = office.send(later=timedelta(hours=1))
    assert (again.sent, again.exit_code) == ((), 0)
    assert len(office.inbox.mails) == 3


def test_the_headers(office: Office) -> None:
    office.send()
    letter = office.inbox.letters[0]
    mail = office.book.mails[0].intent
    assert letter["To"] == "tt1@example.edu.vn"
    assert letter["Cc"] is letter["Bcc"] is None
    assert letter["Message-ID"] == mail.message_id == f"<tt.{mail.key}.1@example.gov.vn>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Date"].datetime == MONDAY
    assert "Báo cáo năm, hạn hết thứ Hai 04/5/2026" in letter["Subject"]
    raw = office.inbox.mails[0].content
    assert isinstance(raw, bytes)
    assert max(map(len, raw.splitlines())) < 998


def test_a_refused_address_is_held_until_it_is_changed(office: Office) -> None:
    office.inbox.answers["RCPT", "tt2@example.edu.vn"] = "550 5.1.1 no such user"
    outcome = office.send()
    assert outcome.exit_code == 1
    assert office.states == [MailState.ACCEPTED, MailState.REFUSED, MailState.ACCEPTED]
    held = office.send(later=timedelta(hours=1)).plan.held
    assert [one.finding.code for one in held if one.finding is not None] == ["TT723"]
    units = office.root / "data/units.yaml"
    text = units.read_text(encoding="utf-8").replace("tt2@example.edu.vn", "moi2@example.edu.vn")
    units.write_text(text, encoding="utf-8")
    assert office.send().count(OutcomeKind.ACCEPTED) == 1
    assert office.inbox.mails[-1].rcpt_tos[0] == "moi2@example.edu.vn"


def test_of_two_addresses_one_is_enough(office: Office) -> None:
    office.edit("data/units.yaml", "tt1@example.edu.vn", "[tt1@example.edu.vn, b@example.edu.vn]")
    office.inbox.answers["RCPT", "tt1@example.edu.vn"] = "550 gone"
    outcome = office.send()
    assert outcome.sent[0].handover.kind is OutcomeKind.ACCEPTED
    assert set(office.book.undeliverable) == {"tt1@example.edu.vn"}
    assert office.inbox.mails[0].rcpt_tos == ["b@example.edu.vn", "luu@example.gov.vn"]


def test_deferred_mail_is_tried_four_times_a_quarter_of_an_hour_apart(office: Office) -> None:
    office.inbox.answers["RCPT", "tt1@example.edu.vn"] = "451 4.7.1 greylisted"
    assert office.send().exit_code == 1
    assert office.send(later=timedelta(minutes=14)).sent == ()
    for _ in range(3):
        assert office.send(later=timedelta(minutes=16)).count(OutcomeKind.DEFERRED) == 1
    outcome = office.send(later=timedelta(minutes=16))
    assert outcome.sent == ()
    assert "đã thử 4 lần" in outcome.plan.held[0].said
    assert [one.intent.attempt for one in office.book.mails if one.state is MailState.DEFERRED] == [
        1,
        2,
        3,
        4,
    ]


@pytest.mark.parametrize("answer", ["421 too many connections", "450 rate limit"])
def test_a_server_that_has_had_enough_is_left_in_peace(office: Office, answer: str) -> None:
    office.inbox.answers["RCPT", "tt2@example.edu.vn"] = answer
    outcome = office.send()
    assert [one.handover.kind for one in outcome.sent] == [OutcomeKind.ACCEPTED, OutcomeKind.DEFERRED]
    assert [one.unit.code for one in outcome.left] == ["trung-tam-3"]
    office.inbox.answers.clear()
    assert office.send(later=timedelta(minutes=16)).count(OutcomeKind.ACCEPTED) == 2
    assert set(office.inbox.by_key.values()) == {1}


@pytest.mark.parametrize("step", ["DATA", "DATA-stored"])
def test_a_connection_lost_after_data_is_a_doubt_never_sent_again(office: Office, step: str) -> None:
    office.inbox.drop = {step}
    outcome = office.send()
    assert [one.handover.kind for one in outcome.sent] == [OutcomeKind.UNKNOWN]
    assert outcome.exit_code == 1
    office.inbox.drop = set()
    again = office.send(later=timedelta(days=1))
    assert (again.count(OutcomeKind.ACCEPTED), again.exit_code) == (2, 1)
    assert max(office.inbox.by_key.values()) == 1
    (doubt,) = office.book.in_state(MailState.UNKNOWN)
    resolve(office.workspace, doubt.intent.key[:6], sent=False, reason="chưa nhận", by=None, now=MONDAY)
    last = office.send()
    assert (last.count(OutcomeKind.ACCEPTED), last.exit_code) == (1, 0)
    assert office.book.attempts(doubt.intent.key) == 2


def test_nobody_settles_a_mail_that_is_being_handed_over(office: Office) -> None:
    told: list[str] = []

    def settle(step: str) -> None:
        if step == "DATA" and not told:
            with _impatient():
                key = office.book.mails[-1].intent.key
                try:
                    resolve(office.workspace, key, sent=False, reason="x", by=None, now=MONDAY)
                except CannotContinueError as error:
                    told.append(str(error))

    office.inbox.hook = settle
    office.send()
    assert ["đang ghi vào" in one for one in told] == [True]
    assert office.states == [MailState.ACCEPTED] * 3


@contextlib.contextmanager
def _impatient() -> Iterator[None]:
    kept = storage.patience.set(storage.Patience(seconds=0.1))
    try:
        yield
    finally:
        storage.patience.reset(kept)


@pytest.mark.parametrize("step", ["MAIL", "RCPT"])
def test_a_connection_lost_before_data_is_tried_again(office: Office, step: str) -> None:
    office.inbox.drop = {step}
    assert [one.handover.kind for one in office.send().sent] == [OutcomeKind.DEFERRED]
    office.inbox.drop = set()
    assert office.send(later=timedelta(minutes=16)).count(OutcomeKind.ACCEPTED) == 3


def test_a_server_that_is_not_there_costs_no_try(office: Office) -> None:
    path = office.root / "data/outreach.yaml"
    good = path.read_text(encoding="utf-8")
    port = good.partition("cong: ")[2].partition("\n")[0]
    path.write_text(good.replace(f"cong: {port}", "cong: 1"), encoding="utf-8")
    outcome = office.send()
    assert isinstance(outcome.stopped, UnreachableError)
    assert (outcome.exit_code, len(outcome.left), office.book) == (1, 3, DispatchBook())
    path.write_text(good, encoding="utf-8")
    assert office.send().count(OutcomeKind.ACCEPTED) == 3


def test_a_sender_that_is_refused_stops_the_run(office: Office) -> None:
    office.inbox.answers["MAIL", ""] = "553 not your address"
    with pytest.raises(CannotContinueError, match=r"không nhận thư của vp@example\.gov\.vn: 553"):
        office.send()
    assert office.states == [MailState.DEFERRED]


def test_a_mail_that_the_server_will_not_have_is_not_tried_again(office: Office) -> None:
    office.inbox.answers["DATA", ""] = "554 spam"
    office.send(replace(ORDER, limit=1))
    assert office.states == [MailState.REFUSED]
    assert office.book.undeliverable == {}
    office.inbox.answers.clear()
    outcome = office.send(later=timedelta(hours=1))
    assert outcome.count(OutcomeKind.ACCEPTED) == 2
    assert "554 spam" in next(one.said for one in outcome.plan.held)


def test_the_brake(office: Office) -> None:
    office.edit("data/outreach.yaml", "moi_phut: 600", "moi_lan: 2")
    with pytest.raises(CannotContinueError, match="Có 3 thư, nhiều hơn 2 thư một lần, nên chưa gửi gì"):
        office.send()
    assert (office.book, office.inbox.mails) == (DispatchBook(), [])
    assert len(office.send(replace(ORDER, limit=3)).sent) == 3


def test_the_throttle_rests_within_the_minute(office: Office) -> None:
    office.edit("data/outreach.yaml", "moi_phut: 600", "moi_phut: 2")
    office.send()
    assert office.clock.rests == [60.0]


def test_a_trial_goes_to_one_address_and_is_not_written_down(office: Office) -> None:
    office.send(replace(ORDER, trial_to="toi@example.gov.vn"))
    assert [one.rcpt_tos for one in office.inbox.mails] == [["toi@example.gov.vn"]] * 3
    assert all(one["Subject"].startswith("[THỬ] ") for one in office.inbox.letters)
    assert not (office.root / book_name(SchoolYear(first_year=2025))).exists()


def test_sample_data_are_sent_to_nobody(office: Office) -> None:
    (office.root / "data/settings.yaml").write_text("du_lieu_mau: có\n", encoding="utf-8")
    with pytest.raises(CannotContinueError, match="dữ liệu mẫu"):
        office.send()
    assert len(office.send(replace(ORDER, trial_to="toi@example.gov.vn")).sent) == 3


def test_a_clock_that_runs_back_sends_nothing(office: Office) -> None:
    office.send(replace(ORDER, limit=1))
    office.clock.moment = MONDAY - timedelta(days=2)
    with pytest.raises(CannotContinueError, match="Đồng hồ máy lùi"):
        office.send()


def test_days_off_and_hours(office: Office) -> None:
    office.clock.moment = MONDAY - timedelta(days=1)
    outcome = office.send()
    assert outcome.closed is not None
    assert (outcome.sent, outcome.exit_code) == ((), 0)
    path = office.root / "data/outreach.yaml"
    hours = 'nhac_han:\n  gio_gui: {tu: "07:30", den: "17:00"}\n'
    path.write_text(path.read_text(encoding="utf-8").replace("nhac_han:\n", hours), encoding="utf-8")
    office.clock.moment = MONDAY.replace(hour=17, minute=1)
    assert office.send().closed is not None
    office.clock.moment = MONDAY.replace(hour=17, minute=0)
    assert len(office.send().sent) == 3


def test_a_copy_of_the_folder_sends_only_after_a_word(office: Office, tmp_path: Path) -> None:
    office.send(replace(ORDER, limit=1))
    copy = Office(root=office.root.rename(tmp_path / "ban-sao"), inbox=office.inbox, clock=office.clock)
    with pytest.raises(CannotContinueError, match="do nơi khác gửi thư"):
        copy.send()
    assert len(copy.send(replace(ORDER, take_over=True)).sent) == 2
    assert copy.send().sent == ()


def test_a_damaged_book_sends_nothing(office: Office) -> None:
    office.send(replace(ORDER, limit=1))
    path = office.root / book_name(SchoolYear(first_year=2025))
    path.write_bytes(b"x\n" + path.read_bytes())
    with pytest.raises(CannotContinueError, match="hỏng ở dòng 1"):
        office.send()
    assert len(office.inbox.mails) == 1


def test_an_intent_that_cannot_be_written_sends_nothing(office: Office) -> None:
    path = office.root / book_name(SchoolYear(first_year=2025))
    path.mkdir(parents=True)  # no file can be opened there
    with pytest.raises(CannotContinueError):
        office.send()
    assert office.inbox.mails == []


def test_a_name_cannot_become_a_header(office: Office) -> None:
    evil = '"Trung tâm\\r\\nBcc: evil@example.com\\n\\nHack"'
    office.edit("data/units.yaml", "ten: Trung tâm số 1,", f"ten: {evil},")
    office.edit("data/plan.yaml", "ten: Báo cáo năm\n", f"ten: {evil}\n")
    office.send()
    for one in office.inbox.letters:
        assert one["Bcc"] is None
        assert "\n" not in one["Subject"]
        assert one["To"].startswith("tt")
    assert all("evil@example.com" not in one.rcpt_tos for one in office.inbox.mails)


def test_an_extension_arms_the_marks_anew(office: Office) -> None:
    office.send()
    path = office.root / "data/submissions/trung-tam-1/bao-cao-nam@2025-2026.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "don_vi: trung-tam-1\nnhiem_vu: bao-cao-nam\nky: 2025-2026\n"
        "gia_han: [{ngay: 27/4/2026, den: 13/5/2026, ly_do: Mưa lũ}]\n",
        encoding="utf-8",
    )
    office.clock.moment = datetime(2026, 5, 5, 9, tzinfo=VIETNAM_TIME)
    outcome = office.send()
    told = {one.mail.unit.code: one.mail.items[0].item.mark for one in outcome.sent}
    # The others' due day was 4/5 and is past; the one with more time is reminded before its new day.
    assert told == {"trung-tam-2": "sau-1", "trung-tam-3": "sau-1"}
    office.clock.moment = datetime(2026, 5, 6, 9, tzinfo=VIETNAM_TIME)
    (one,) = office.send().sent
    assert (one.mail.unit.code, one.mail.items[0].item.mark) == ("trung-tam-1", "truoc-7")


def test_a_week_without_cron_sends_one_mail_that_names_what_was_missed(office: Office) -> None:
    office.clock.moment = datetime(2026, 5, 4, 9, tzinfo=VIETNAM_TIME)
    outcome = office.send()
    items = [one.mail.items[0].item for one in outcome.sent]
    assert [(one.mark, one.skipped) for one in items] == [("truoc-1", ("truoc-7",))] * 3


def test_a_rename_of_the_unit_sends_nothing_again(office: Office) -> None:
    office.send()
    units = office.root / "data/units.yaml"
    text = units.read_text(encoding="utf-8").replace("Trung tâm số 1", "Trung tâm đổi tên")
    units.write_text(text, encoding="utf-8")
    assert office.send().sent == ()


def test_forty_five_mails_within_three_seconds(tmp_path: Path) -> None:
    inbox = Inbox()
    with serving(inbox) as port:
        office = Office(root=sending_year(tmp_path / "nam", port, centres=45), inbox=inbox, clock=Clock())
        began = time.perf_counter()
        assert len(office.send().sent) == 45
        took = time.perf_counter() - began
    assert took < 9  # the bar of users is 3 s; machines of tests are shared
