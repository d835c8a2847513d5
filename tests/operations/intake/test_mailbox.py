"""The office's mailbox, read off Dovecot: everything once, nothing doubled, nothing believed unproved."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from support.runs.certificates import certificate
from support.runs.dovecot import PASSWORD, Box, Dovecot, dovecot
from support.sent_files.letters import attached, bounce, enclosed, letter, mixed, words
from support.sent_files.sent import DUTY, PDF, PERIOD, UNIT, form
from truyenthong.errors import CannotContinueError
from truyenthong.model.dispatches import DispatchItem, Intent, MailState, OutcomeKind, message_id_of
from truyenthong.model.periods import SchoolYear
from truyenthong.operations.explain import explain_row
from truyenthong.operations.intake.mailbox import MailboxOutcome, take_mailbox
from truyenthong.operations.intake.settle import drop_entry, list_waiting, settle_entry
from truyenthong.operations.intake.take import Fate, IntakeOrder
from truyenthong.operations.load import load
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace.dispatches import append_dispatches, read_dispatches
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.mailbox import last_whole_reading, read_memory

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "2020-2021"
YEAR = SchoolYear(first_year=2020)
NOW = datetime(2021, 6, 20, 8, 30, tzinfo=VIETNAM_TIME)
CAME = datetime(2021, 5, 28, 9, 20, tzinfo=VIETNAM_TIME)
ADDRESS = "vt@example.vn"
KEY = "0123456789abcdef"
SENT = message_id_of(KEY, 1, "vp@example.gov.vn")
MX = "mx.example.gov.vn"
REPORT = "multipart/report; report-type=delivery-status"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dovecot]:
    signed = certificate(tmp_path_factory.mktemp("chung-thu"))
    with dovecot(signed) as running:
        yield running


@dataclass(frozen=True, kw_only=True)
class Office:
    """A workspace and its mailbox."""

    place: Workspace
    box: Box

    def read(self, *, dry_run: bool = False, now: datetime = NOW) -> MailboxOutcome:
        return take_mailbox(self.place, IntakeOrder(dry_run=dry_run), now=now, tell=lambda _: None)

    def put(self, arrived: datetime = CAME, /, **letters: bytes) -> None:
        self.box.put({name: (data, arrived) for name, data in letters.items()})

    def declare(self, more: str) -> None:
        """Further lines of ``thu_den``."""
        path = self.place.root / "data/outreach.yaml"
        path.write_text(f"{path.read_text(encoding='utf-8')}{more}", encoding="utf-8")

    def tree(self) -> dict[str, bytes]:
        root = self.place.root
        kept = (one for one in root.rglob("*") if one.is_file() and one.suffix != ".lock")
        return {str(one.relative_to(root)): one.read_bytes() for one in kept}

    def receipts(self) -> int:
        return sum(len(one.receipts) for one in load(self.place).submissions.values())

    def state(self) -> MailState:
        mail = read_dispatches(self.place, YEAR).book.by_message_id[SENT]
        return mail.state


@pytest.fixture
def office(
    tmp_path: Path, server: Dovecot, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Office:
    """The declared data of the example year, one mail sent to Than Uyên, an empty mailbox."""
    root = tmp_path / "noi-lam-viec"
    (root / "data").mkdir(parents=True)
    for name in ("plan", "units", "calendar", "settings"):
        shutil.copy(EXAMPLE / "data" / f"{name}.yaml", root / "data")
    units = root / "data/units.yaml"
    line = f"  - ma: {UNIT}\n"
    text = units.read_text(encoding="utf-8").replace(line, f"{line}    thu_dien_tu: {ADDRESS}\n")
    units.write_text(text, encoding="utf-8")
    box = server.box(f"u{abs(hash(request.node.name)) % 10**9}")
    box.put({})
    monkeypatch.setenv("MAT_KHAU_THU", PASSWORD)
    declared = (
        f"thu_den:\n  may_chu: localhost\n  cong: {box.tls_port}\n  bao_mat: tls\n"
        f"  chung_thu: {box.certificate}\n  tai_khoan: {box.user}\n  mat_khau: {{bien: MAT_KHAU_THU}}\n"
    )
    (root / "data/outreach.yaml").write_text(declared, encoding="utf-8")
    place = Workspace(root=root)
    append_dispatches(place, YEAR, [intent()])
    return Office(place=place, box=box)


def intent() -> Intent:
    item = DispatchItem(obligation=DUTY, period=PERIOD, due=date(2021, 5, 30), mark="truoc-7")
    at = datetime(2021, 5, 24, 7, 31, tzinfo=VIETNAM_TIME)
    return Intent(
        key=KEY,
        attempt=1,
        at=at,
        unit=UNIT,
        to=(ADDRESS,),
        items=(item,),
        message_id=SENT,
        sha256="0" * 64,
    )


def filled(number: str = "45", **heads: str) -> bytes:
    heads.setdefault("Message_ID", f"<{number}@example.vn>")
    return mixed([words(), attached(form(number=number))], end=True, **heads)


def report(
    address: str = ADDRESS, status: str = "5.1.1", action: str = "failed", about: str = SENT, **heads: str
) -> bytes:
    """A report by RFC 3464 with the mail that came back, a filled form in it."""
    told = (
        f"Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; {address}\nAction: {action}\nStatus: {status}\n"
    )
    returned = mixed([words(), attached(form())], Message_ID=about)
    parts = [
        words(),
        f"Content-Type: message/delivery-status\n\n{told}".encode(),
        enclosed(returned),
    ]
    heads = {"From": "MAILER-DAEMON@mx.example.vn", "Message_ID": "<dsn@mx.example.vn>", **heads}
    return mixed(parts, kind=REPORT, end=True, **heads)


def codes(outcome: MailboxOutcome) -> set[str]:
    return {each.code for one in outcome.intake.taken for each in one.findings}


def fates(outcome: MailboxOutcome) -> list[Fate]:
    return [one.fate for one in outcome.intake.taken]


def test_a_form_becomes_a_receipt_at_the_hour_at_which_the_server_took_it_in(office: Office) -> None:
    office.put(a=filled(Received=f"from x by {MX}; Fri, 28 May 2021 09:15:00 +0700"))
    outcome = office.read()
    assert fates(outcome) == [Fate.RECORDED]
    (stored,) = load(office.place).submissions.values()
    (receipt,) = stored.receipts
    assert (receipt.received.day, str(receipt.received.hour)) == (CAME.date(), "09:20:00")
    assert receipt.mail is not None
    assert receipt.mail.sender == ADDRESS
    assert office.box.flags() == [""]
    assert last_whole_reading(office.place) == NOW


def test_the_second_reading_asks_for_no_message_and_changes_nothing(office: Office) -> None:
    office.put(a=filled(), b=letter(b"Kinh gui\n"), c=letter(b"Quang cao\n", From="la@example.com"))
    first = office.read()
    assert fates(first) == [Fate.RECORDED, Fate.WAITING, Fate.NOTHING]
    assert first.intake.passed == {"thư người ngoài không kèm biểu": 1}
    before = office.tree()
    again = office.read()
    assert again.intake.taken == ()
    assert [(one.looked_at, one.bodies) for one in again.folders] == [(0, 0)]
    assert office.tree() == before
    office.put(d=filled("46"))
    assert fates(office.read()) == [Fate.RECORDED]


def test_a_dry_run_says_the_same_and_writes_nothing(office: Office) -> None:
    office.put(a=filled(), b=report())
    before = office.tree()
    dry = office.read(dry_run=True)
    assert office.tree() == before
    real = office.read()
    assert fates(dry) == fates(real)
    assert [one.kind for one in dry.noted] == [one.kind for one in real.noted] == [OutcomeKind.BOUNCED]


def test_a_mailbox_that_was_numbered_anew_or_moved_gives_no_receipt_twice(office: Office) -> None:
    office.put(a=filled(), b=letter(b"Kinh gui\n"), c=report())
    office.read()
    waiting = len(list_waiting(office.place).entries)
    book = len(read_dispatches(office.place, YEAR).book.events)
    office.box.rebuild(777)
    again = office.read()
    assert again.folders[0].renumbered
    assert again.folders[0].bodies == 3
    assert fates(again) == [Fate.KNOWN, Fate.KNOWN, Fate.NOTHING]
    assert (office.receipts(), len(list_waiting(office.place).entries)) == (1, waiting)
    assert len(read_dispatches(office.place, YEAR).book.events) == book
    (office.place.root / "data/outreach/hop-thu.json").write_text("{hong", encoding="utf-8")
    lost = office.read()
    assert fates(lost) == [Fate.KNOWN, Fate.KNOWN, Fate.NOTHING]
    assert office.receipts() == 1


def test_a_reading_that_is_cut_off_goes_on_where_it_was(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.put(**{f"a{place}": filled(str(place)) for place in range(1, 6)})
    monkeypatch.setattr("truyenthong.operations.intake.mailbox._BATCH", 2)
    told: list[str] = []

    def stop(line: str) -> None:
        told.append(line)
        if len(told) == 2:
            raise CannotContinueError("mất mạng")

    broken = take_mailbox(office.place, IntakeOrder(), now=NOW, tell=stop)
    assert broken.trouble is not None
    assert len(broken.intake.taken) == 4
    assert last_whole_reading(office.place) is None
    rest = office.read()
    assert fates(rest) == [Fate.RECORDED]
    assert office.receipts() == 5


def test_a_bounce_of_ours_is_believed_and_nothing_in_it_is_a_paper(office: Office) -> None:
    office.put(a=report())
    outcome = office.read()
    assert (fates(outcome), codes(outcome)) == ([Fate.NOTHING], {"TT746"})
    assert office.receipts() == 0
    assert office.state() is MailState.BOUNCED
    book = read_dispatches(office.place, YEAR).book
    assert list(book.undeliverable) == [ADDRESS]


@pytest.mark.parametrize(
    ("data", "told", "kinds"),
    [
        (report(status="4.4.1", action="delayed"), "TT747", [OutcomeKind.DELAYED]),
        (report(address="khac@example.com"), "TT745", []),
        (report(about=message_id_of("f" * 16, 1, "vp@example.gov.vn")), "TT745", []),
        (report(about="<nguoi-khac@example.vn>"), "TT611", []),
        (bounce(letter(b"x\n", From="a@x.vn")), "TT611", []),
        (letter(b"550 no such user\n", From="MAILER-DAEMON@x.vn", Subject="Undelivered Mail"), "TT611", []),
        (report(action="delivered", status="2.0.0"), "TT611", [OutcomeKind.ACCEPTED]),
    ],
    ids=["delay", "another address", "not in the book", "a person's", "no recipient", "old kind", "arrived"],
)
def test_reports_count_only_for_what_the_book_has(
    office: Office, data: bytes, told: str, kinds: list[OutcomeKind]
) -> None:
    office.put(a=data)
    outcome = office.read()
    assert (fates(outcome), codes(outcome)) == ([Fate.NOTHING], {told})
    assert [one.kind for one in outcome.noted] == kinds
    assert office.receipts() == 0
    assert not list_waiting(office.place).entries
    assert read_dispatches(office.place, YEAR).book.undeliverable == {}


@pytest.mark.parametrize(
    "data",
    [
        letter(
            f"Delivery to {ADDRESS} failed\n".encode(), From="MAILER-DAEMON@x.vn", Subject="Undelivered Mail"
        ),
        mixed([words("could not be delivered"), enclosed(filled(Message_ID=SENT))], From="postmaster@x.vn"),
        bounce(filled()),
    ],
    ids=["names a unit", "holds a mail of ours", "a report that names nobody"],
)
def test_a_notice_of_the_old_kind_about_a_unit_waits_whole(office: Office, data: bytes) -> None:
    office.put(a=data)
    outcome = office.read()
    assert (fates(outcome), codes(outcome)) == ([Fate.WAITING], {"TT744"})
    assert outcome.noted == ()
    assert office.receipts() == 0


def test_a_report_within_a_letter_takes_nothing_and_is_not_believed(office: Office) -> None:
    office.put(a=mixed([words("Gui lai"), enclosed(report())]), b=enclosed(report()))
    outcome = office.read()
    assert outcome.noted == ()
    assert office.receipts() == 0
    assert office.state() is MailState.PENDING


def test_the_copy_that_lies_here_shows_that_a_mail_has_left(office: Office) -> None:
    office.put(a=mixed([words("Nhac nop"), attached(form())], Message_ID=SENT, From="vp@example.gov.vn"))
    outcome = office.read()
    assert (fates(outcome), codes(outcome)) == ([Fate.NOTHING], {"TT613"})
    assert outcome.folders[0].bodies == 0
    assert office.state() is MailState.ACCEPTED


def test_an_answer_is_noted_and_an_automatic_one_only_shows_that_it_left(office: Office) -> None:
    office.put(
        a=letter(
            b"Nghi phep\n", In_Reply_To=SENT, Auto_Submitted="auto-replied", Message_ID="<1@example.vn>"
        ),
        b=letter(b"Da nhan\n", References=f"<x@y.vn> {SENT}", Message_ID="<2@example.vn>"),
        c=letter(b"Da nhan\n", In_Reply_To=SENT.replace(KEY, "e" * 16), Message_ID="<3@example.vn>"),
    )
    outcome = office.read()
    assert [one.kind for one in outcome.noted] == [OutcomeKind.ACCEPTED, OutcomeKind.ANSWERED]
    assert fates(outcome) == [Fate.NOTHING, Fate.WAITING, Fate.WAITING]
    (mail,) = read_dispatches(office.place, YEAR).book.mails
    assert mail.answered
    told = explain_row(office.place, UNIT, DUTY, None, as_of=NOW.date())
    assert f"24/5/2021 07:31 tới {ADDRESS}" in told
    assert f"20/6/2021 08:30 có thư trả lời, {ADDRESS}" in told
    before = explain_row(office.place, UNIT, DUTY, None, as_of=date(2021, 6, 1))
    assert "có thư trả lời" not in before


def test_two_hours_of_arrival_wait_for_a_person(office: Office) -> None:
    office.put(
        CAME + timedelta(days=20), a=filled(Received=f"from x by {MX}; Fri, 28 May 2021 09:15:00 +0700")
    )
    outcome = office.read()
    assert (fates(outcome), "TT740" in codes(outcome)) == ([Fate.WAITING], True)
    (entry,) = list_waiting(office.place).entries
    assert "28/5/2021 09:15" in entry.reasons[0].message
    assert "17/6/2021 09:20" in entry.reasons[0].message


@pytest.mark.parametrize(
    ("said", "unit"),
    [("dmarc=pass header.from=example.vn", UNIT), ("dmarc=fail header.from=example.vn", None)],
)
def test_a_sender_is_a_sign_only_where_the_server_answers_for_it(
    office: Office, said: str, unit: str | None
) -> None:
    office.declare(f"  xac_thuc_do: {MX}\n")
    office.put(
        a=mixed(
            [words(), attached(form(unit=None))], Authentication_Results=f"{MX}; {said}", Message_ID="<1@x>"
        ),
        b=mixed([words(), attached(PDF, "quet.pdf")], Authentication_Results=f"{MX}; {said}"),
    )
    outcome = office.read()
    assert {one.unit_code for one in outcome.intake.taken if one.fate is Fate.RECORDED} <= {UNIT}
    scan = outcome.intake.taken[-1]
    assert (scan.fate, scan.unit_code) == (Fate.WAITING, unit)
    assert ("TT742" in codes(outcome)) is (unit is None)
    (entry,) = [one for one in list_waiting(office.place).entries if one.files[0].name == "quet.pdf"]
    assert entry.unvouched is (unit is None)


def test_a_letter_that_is_too_large_waits_with_its_head(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("truyenthong.operations.intake.mailbox.MAX_LETTER", 50_000)
    office.put(a=mixed([words(), attached(bytes(200_000), "phim.mp4")]), b=filled())
    outcome = office.read()
    assert fates(outcome) == [Fate.WAITING, Fate.RECORDED]
    assert "TT741" in codes(outcome)
    assert outcome.folders[0].bodies == 1
    assert fates(office.read()) == []


def test_mail_before_the_first_day_is_left_alone_until_that_day_is_moved(office: Office) -> None:
    office.put(a=filled())
    office.declare("  tu_ngay: 1/6/2021\n")
    assert fates(office.read()) == []
    path = office.place.root / "data/outreach.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("1/6/2021", "1/5/2021"), encoding="utf-8")
    assert fates(office.read()) == [Fate.RECORDED]


def test_every_declared_folder_is_read_and_a_missing_one_leaves_the_reading_unfinished(
    office: Office,
) -> None:
    office.box.put({"a": (filled(), CAME)}, folder="Bao-cao")
    office.box.put({"b": (filled("46"), CAME)})
    office.declare("  hop: [INBOX, Bao-cao, Khong-co]\n")
    outcome = office.read()
    assert fates(outcome) == [Fate.RECORDED, Fate.RECORDED]
    assert "Khong-co" in str(outcome.trouble)
    assert last_whole_reading(office.place) is None
    assert sorted(
        read_memory(office.place, f"{office.box.user}@localhost:{office.box.tls_port}").folders
    ) == [
        "Bao-cao",
        "INBOX",
    ]


def test_settled_letters_lose_their_files_after_the_declared_days(office: Office) -> None:
    office.put(a=letter(b"Kinh gui\n"), b=filled())
    office.read()
    (entry,) = list_waiting(office.place).entries
    folder = office.place.root / "data/waiting"
    assert folder.stat().st_mode & 0o777 == 0o700
    drop_entry(office.place, office.place.root / entry.name, "chỉ hỏi thăm", today=NOW.date())
    assert office.read(now=NOW + timedelta(days=90)).purged == 0
    assert [*(folder / "tep").iterdir()]
    assert office.read(now=NOW + timedelta(days=92)).purged == 1
    assert not [*(folder / "tep").iterdir()]
    kept = (office.place.root / entry.name).read_text(encoding="utf-8")
    assert "chỉ hỏi thăm" in kept
    assert entry.files[0].sha256 is not None
    assert entry.files[0].sha256 in kept
    assert ADDRESS not in kept
    office.box.rebuild(778)
    assert Fate.WAITING not in fates(office.read(now=NOW + timedelta(days=93)))
    assert office.receipts() == 1


def test_the_password_is_in_no_file(office: Office, capfd: pytest.CaptureFixture[str]) -> None:
    office.put(a=filled(), b=report(), c=letter(f"Mat khau {PASSWORD}\n".encode(), From="la@example.com"))
    office.read()
    assert not [name for name, data in office.tree().items() if PASSWORD.encode() in data]
    out, err = capfd.readouterr()
    assert PASSWORD not in out + err


def test_without_a_declared_mailbox_the_command_says_so(office: Office) -> None:
    (office.place.root / "data/outreach.yaml").write_text("nhac_han: {}\n", encoding="utf-8")
    with pytest.raises(CannotContinueError, match="thu_den"):
        office.read()


def test_a_waiting_letter_is_settled_as_any_other(office: Office) -> None:
    office.put(a=mixed([words(), attached(PDF, "quet.pdf")]))
    (one,) = office.read().intake.taken
    assert one.where is not None
    order = IntakeOrder(obligation=DUTY)
    moment = replace(one.received) if one.received is not None else None
    assert moment is not None
    settled = settle_entry(office.place, office.place.root / one.where, order, now=moment)
    assert settled.fate is Fate.RECORDED
    assert json.loads((office.place.root / "data/outreach/hop-thu.json").read_text(encoding="utf-8"))[
        "read_at"
    ]


def test_a_full_mailbox_costs_nothing_once_it_was_read(office: Office) -> None:
    """What jitters (seconds, memory) is measured by ``make mail-campaign``, with 10,000 letters."""
    office.declare("  tu_ngay: 1/6/2021\n")
    office.put(**{f"a{place:04}": letter(b"x\n", From="la@example.com") for place in range(600)})
    first, again = office.read(), office.read()
    assert [(one.count, one.looked_at, one.bodies) for one in first.folders] == [(600, 0, 0)]
    assert [(one.count, one.looked_at, one.bodies) for one in again.folders] == [(600, 0, 0)]
    office.put(CAME + timedelta(days=20), b=filled())
    assert [(one.looked_at, one.bodies) for one in office.read().folders] == [(1, 1)]
    office.box.rebuild(801)
    assert [(one.looked_at, one.bodies) for one in office.read().folders] == [(1, 1)]
    assert office.receipts() == 1
