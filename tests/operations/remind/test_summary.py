"""The weekly summary against a real server: each reader once a week, every doubt told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from support.runs.smtp_server import OUTREACH, Inbox, sending_year, serving
from truyenthong.errors import CannotContinueError
from truyenthong.model.dispatches import MailState
from truyenthong.model.periods import SchoolYear
from truyenthong.operations.remind.send import Pace
from truyenthong.operations.remind.summary import SummaryOutcome, plan_summary, send_summary, week_of
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace.dispatches import read_dispatches
from truyenthong.workspace.layout import Workspace

MONDAY = datetime(2026, 4, 20, 7, 30, tzinfo=VIETNAM_TIME)
READERS = """nguoi_nhan_tom_tat:
  - {{ten: Giám đốc, dia_chi: gd@example.gov.vn}}
  - {{ten: Phó Giám đốc, dia_chi: pgd@example.gov.vn}}
"""


@dataclass
class Office:
    root: Path
    inbox: Inbox
    now: datetime = MONDAY

    @property
    def workspace(self) -> Workspace:
        return Workspace(root=self.root)

    def send(self, **later: int) -> SummaryOutcome:
        self.now += timedelta(**later)
        return send_summary(self.workspace, Pace(now=lambda: self.now, rest=lambda _: None))

    @property
    def states(self) -> list[MailState]:
        return [one.state for one in read_dispatches(self.workspace, SchoolYear(first_year=2025)).book.mails]

    @property
    def to(self) -> list[str]:
        return [one.rcpt_tos[0] for one in self.inbox.mails]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    inbox = Inbox()
    with serving(inbox) as port:
        yield Office(root=sending_year(tmp_path / "nam", port, outreach=OUTREACH + READERS), inbox=inbox)


def test_each_reader_gets_one_mail_a_week(office: Office) -> None:
    outcome = office.send()
    assert (outcome.week, outcome.exit_code) == ("tuan-2026-W17", 0)
    assert office.to == ["gd@example.gov.vn", "pgd@example.gov.vn"]
    assert office.send(minutes=1).exit_code == 0
    assert office.send(days=3).exit_code == 0
    assert len(office.to) == 2, "not again in the same week"
    assert office.send(days=4).week == "tuan-2026-W18"
    assert len(office.to) == 4
    assert set(office.inbox.by_key.values()) == {1}


def test_one_recipient_an_envelope_and_the_page_goes_along(office: Office) -> None:
    office.send()
    for envelope, letter in zip(office.inbox.mails, office.inbox.letters, strict=True):
        assert envelope.rcpt_tos[1:] == ["luu@example.gov.vn"], "the blind copy alone"
        assert "pgd" not in str(letter["To"]) or "Phó" in str(letter["To"])
        assert str(letter["Subject"]).startswith("Tóm tắt tuần 17: ")
        names = [part.get_filename() for part in letter.iter_attachments()]
        assert "tien-do.html" in names
        body = letter.get_body()
        assert body is not None
        assert body.get_content().startswith("Kính gửi: ")


def test_a_week_whose_first_working_day_was_missed_is_made_up_for(office: Office) -> None:
    assert office.send(days=3).exit_code == 0
    assert len(office.to) == 2
    sunday = office.send(days=3)
    assert sunday.closed == "Chủ nhật 26/4/2026 là ngày nghỉ"
    assert len(office.to) == 2


def test_a_mail_that_may_have_left_is_never_sent_again(office: Office) -> None:
    office.inbox.drop.add("DATA-stored")
    first = office.send()
    assert first.exit_code != 0
    assert office.states == [MailState.UNKNOWN]
    office.inbox.drop.clear()
    second = office.send(minutes=20)
    assert office.to == ["gd@example.gov.vn", "pgd@example.gov.vn"], "the other reader alone"
    assert second.exit_code == 1
    assert "không rõ đã đi chưa" in second.readers[0].told


def test_not_now_is_tried_again_and_no_is_not(office: Office) -> None:
    office.inbox.answers["RCPT", "gd@example.gov.vn"] = "550 no such person"
    office.inbox.answers["RCPT", "pgd@example.gov.vn"] = "450 busy"
    assert office.send().exit_code == 1
    office.inbox.answers.clear()
    again = office.send(minutes=20)
    assert office.to == ["pgd@example.gov.vn"]
    assert [one.well for one in again.readers] == [False, True]
    assert "từ chối" in again.readers[0].told


def test_without_send_nothing_leaves_and_nothing_is_written(office: Office) -> None:
    planned = plan_summary(office.workspace, now=MONDAY)
    assert [one.reader.name for one in planned.readers] == ["Giám đốc", "Phó Giám đốc"]
    assert office.to == []
    assert not (office.root / "data" / "outreach").exists()


def test_an_address_outside_of_the_domains_gets_nothing(office: Office) -> None:
    path = office.root / "data" / "outreach.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "nhac_han:", "  ten_mien_duoc_gui: [example.edu.vn]\nnhac_han:"
    )
    path.write_text(text, encoding="utf-8")
    outcome = office.send()
    assert outcome.exit_code == 1
    assert office.to == []


def test_sample_data_is_not_sent(office: Office) -> None:
    (office.root / "data" / "settings.yaml").write_text("du_lieu_mau: có\n", encoding="utf-8")
    with pytest.raises(CannotContinueError, match="dữ liệu mẫu"):
        office.send()
    assert office.to == []


def test_weeks_are_counted_by_iso_8601() -> None:
    assert week_of(datetime(2021, 5, 24, tzinfo=VIETNAM_TIME).date()) == "tuan-2021-W21"
    assert week_of(datetime(2021, 1, 3, tzinfo=VIETNAM_TIME).date()) == "tuan-2020-W53"
