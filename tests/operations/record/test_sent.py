"""What the office sent becomes its submission: once, never over something else, only when it stands."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from support.years.second_plan import call
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Channel, Submission
from truyenthong.operations.load import load
from truyenthong.operations.record.sent import SentPaper, record_sent
from truyenthong.workspace.layout import Workspace

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "2020-2021"
OFFICE = "data/submissions/van-phong-so"
NOVEMBER = f"{OFFICE}/tong-hop-thang@2020-11.yaml"
TODAY = date(2021, 7, 1)

PAPER = SentPaper(
    obligation="tong-hop-thang",
    period="11/2020",
    number="12",
    day=date(2020, 11, 25),
    hour=time(9, 15),
    channel=Channel.DOCUMENT_AXIS,
)


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """The example year before the digest of November was sent."""
    root = tmp_path / "noi-lam-viec"
    shutil.copytree(EXAMPLE, root)
    (root / NOVEMBER).unlink()
    return Workspace(root=root)


def november(place: Workspace) -> Submission:
    """The submission of November as it is read back."""
    (found,) = [one.submission for one in load(place).records.submissions if one.location.name == NOVEMBER]
    return found


def test_the_paper_becomes_a_submission_with_the_figures_of_the_units(place: Workspace) -> None:
    outcome = record_sent(place, PAPER, today=TODAY)
    assert (outcome.new, outcome.name, outcome.paper) == (True, NOVEMBER, "12/BC-SGDĐT ngày 25/11/2020")
    (receipt,) = november(place).receipts
    assert receipt.received == Moment(day=date(2020, 11, 25), hour=time(9, 15))
    assert receipt.channel is Channel.DOCUMENT_AXIS
    assert receipt.content is not None
    assert (receipt.content["tiep_nhan"], receipt.content["da_xu_ly"]) == (12, 9)
    lines = receipt.content["van_de"]
    assert isinstance(lines, tuple)
    assert (len(lines), lines[0]["don_vi"], lines[0]["nguon"]) == (
        11,
        "pgd-lai-chau",
        "Phản ánh trực tiếp, họp",
    )
    assert not [one for one in load(place, today=TODAY).errors if one.ref.file == NOVEMBER]


def test_the_same_paper_again_changes_nothing(place: Workspace) -> None:
    record_sent(place, PAPER, today=TODAY)
    before = (place.root / NOVEMBER).read_bytes()
    again = record_sent(place, replace(PAPER, number="012", period="2020-11"), today=TODAY)
    assert not again.new
    assert (place.root / NOVEMBER).read_bytes() == before


def test_a_supplement_is_a_further_receipt_and_comments_stay(place: Workspace) -> None:
    record_sent(place, PAPER, today=TODAY)
    path = place.root / NOVEMBER
    path.write_text("# do Văn phòng ghi\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    more = replace(PAPER, number="13", day=date(2020, 11, 27), supplement=True, with_figures=False)
    assert not record_sent(place, more, today=TODAY).figures
    assert path.read_text(encoding="utf-8").startswith("# do Văn phòng ghi\n")
    assert [one.paper.number for one in november(place).receipts if one.paper] == ["12", "13"]


def test_a_file_with_an_extension_alone_gets_its_first_receipt(place: Workspace) -> None:
    text = (
        "don_vi: van-phong-so\nnhiem_vu: tong-hop-thang\nky: 2020-11\n"
        "gia_han:\n  - {ngay: 24/11/2020, den: 27/11/2020, ly_do: Mưa lũ}\n"
    )
    (place.root / NOVEMBER).write_text(text, encoding="utf-8")
    record_sent(place, PAPER, today=TODAY)
    assert (place.root / NOVEMBER).read_text(encoding="utf-8").startswith(text)
    assert len(november(place).receipts) == 1


def test_the_file_that_was_sent_is_known_by_its_sum(place: Workspace, tmp_path: Path) -> None:
    sent = tmp_path / "tong-hop.docx"
    sent.write_bytes(b"as it was sent")
    record_sent(place, replace(PAPER, file=sent), today=TODAY)
    (file,) = november(place).receipts[0].files
    assert (file.name, file.sha256) == ("tong-hop.docx", hashlib.sha256(b"as it was sent").hexdigest())
    with pytest.raises(UsageError, match="Không có tệp"):
        record_sent(place, replace(PAPER, number="14", file=tmp_path / "x", supplement=True), today=TODAY)


def test_without_any_report_nothing_is_invented(place: Workspace) -> None:
    june = replace(PAPER, period="2021-06", number="77", day=date(2021, 6, 25))
    outcome = record_sent(place, june, today=TODAY)
    assert not outcome.figures
    assert [one.code for one in outcome.notes] == ["TT312"]


def test_a_paper_may_be_of_a_duty_without_periods(place: Workspace) -> None:
    (place.root / OFFICE / "tap-huan.yaml").unlink()
    paper = SentPaper(
        obligation="tap-huan", period=None, number="8", day=date(2021, 3, 1), symbol="BC-VP", unit="VP Sở"
    )
    outcome = record_sent(place, paper, today=TODAY)
    assert (outcome.name, outcome.paper) == (f"{OFFICE}/tap-huan.yaml", "08/BC-VP ngày 01/3/2021")


Change = Callable[[SentPaper], SentPaper]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda one: replace(one, day=date(2020, 11, 26)), "khác ngày đang ghi"),
        (lambda one: replace(one, number="13"), "đã có Tổng hợp tình hình dư luận"),
        (lambda one: replace(one, number="13", day=date(2021, 8, 1)), "chưa đến"),
        (lambda one: replace(one, period="2020-12", supplement=True), "một số chỉ dùng một lần"),
        (lambda one: replace(one, period=None), "chưa ghi kỳ nào"),
        (lambda one: replace(one, period="2020-2021"), "không có kỳ"),
        (lambda one: replace(one, obligation="tong-hop"), "Không có nhiệm vụ"),
        (lambda one: replace(one, obligation="bao-cao-du-luan"), "là của 30 đơn vị"),
        (lambda one: replace(one, unit="ban-bien-tap"), "không có nhiệm vụ"),
        (lambda one: replace(one, obligation="bao-cao-du-luan", unit="pgd-lai-chau"), "không thuộc cơ quan"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    place: Workspace, change: Change, said: str
) -> None:
    record_sent(place, PAPER, today=TODAY)
    before = {path: path.read_bytes() for path in place.root.rglob("*.yaml")}
    with pytest.raises((UsageError, CannotContinueError), match=said):
        record_sent(place, change(PAPER), today=TODAY)
    assert {path: path.read_bytes() for path in place.root.rglob("*.yaml")} == before


def test_what_would_be_an_error_is_not_written(place: Workspace) -> None:
    plan = place.plan.read_text(encoding="utf-8")
    limited = plan.replace(
        "nhan: Tình hình chung trong kỳ, kieu: van-ban, bat_buoc: true, dai_nhat: 8000", ""
    )
    assert limited != plan
    short = "nhan: Tình hình chung trong kỳ, kieu: van-ban, bat_buoc: true, dai_nhat: 9"
    place.plan.write_text(
        plan.replace("nhan: Tình hình chung trong kỳ, kieu: van-ban, bat_buoc: true, dai_nhat: 8000", short),
        encoding="utf-8",
    )
    with pytest.raises(CannotContinueError, match="ghi xong tệp sẽ có 1 lỗi"):
        record_sent(place, PAPER, today=TODAY)
    assert not (place.root / NOVEMBER).exists()
    assert record_sent(place, replace(PAPER, with_figures=False), today=TODAY).new


def test_a_file_that_cannot_be_read_is_left_alone(place: Workspace) -> None:
    (place.root / NOVEMBER).write_text("don_vi: [van-phong-so\n", encoding="utf-8")
    with pytest.raises(CannotContinueError, match="chưa đọc được"):
        record_sent(place, PAPER, today=TODAY)


def test_the_command_says_what_it_did(place: Workspace) -> None:
    words = ("-C", str(place.root), "record", "sent", "tong-hop-thang", "2020-11")
    done = call(*words, "--number", "12", "--date", "25/11/2020", "--channel", "truc-lien-thong")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Đã ghi: Văn phòng Sở Giáo dục và Đào tạo gửi Tổng hợp tình hình dư luận")
    again = call(*words, "--number", "12", "--date", "25/11/2020")
    assert again.stdout.startswith("Đã có từ trước, không ghi gì thêm")
    other = call(*words, "--number", "13", "--date", "25/11/2020")
    assert (other.returncode, "--supplement" in other.stderr) == (3, True)
    wrong = call(*words, "--number", "13", "--date", "25/11/2020", "--channel", "bồ câu")
    assert wrong.returncode == 2
