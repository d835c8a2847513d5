"""What comes on paper is recorded once, beside what stands there; extensions and confirmations likewise."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from support.years.second_plan import call, put, receive, workspace
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Channel, PaperNumber
from truyenthong.operations.load import load, ready
from truyenthong.operations.record.confirm import confirm_appendix, confirm_units
from truyenthong.operations.record.receipt import (
    GrantedExtension,
    ReceivedPaper,
    record_extension,
    record_receipt,
)
from truyenthong.progress.rows import State
from truyenthong.workspace.layout import Workspace

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "2020-2021"
TODAY = date(2026, 1, 20)
FILE = "data/submissions/truong-a/bao-cao-quy@2025-q4.yaml"
PAPER = PaperNumber(number="45", symbol="BC-A", day=date(2026, 1, 3))
CAME = ReceivedPaper(
    unit="truong-a",
    obligation="bao-cao-quy",
    period="2025-q4",
    received=Moment(day=date(2026, 1, 4), hour=time(9, 15)),
    channel=Channel.PAPER,
    paper=PAPER,
)
LATER = GrantedExtension(
    units=("truong-a",),
    obligation="bao-cao-quy",
    period="2025-q4",
    granted=date(2026, 1, 2),
    until=date(2026, 1, 30),
    reason="Đường sạt lở",
)


def keep_both_schools(place: Workspace) -> None:
    """Lets the second school exist beyond the due day."""
    path = place.root / "data/units.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("den: 31/12/2025", "den: 31/5/2026"), encoding="utf-8"
    )


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    root = workspace(tmp_path / "noi")
    shutil.rmtree(root / "data" / "submissions", ignore_errors=True)
    return Workspace(root=root)


def text(place: Workspace) -> str:
    return (place.root / FILE).read_text(encoding="utf-8")


def test_a_paper_makes_the_file_and_the_board_knows_it(place: Workspace) -> None:
    outcome = record_receipt(place, CAME, today=TODAY)
    assert (outcome.new, outcome.name) == (True, FILE)
    assert outcome.row.state in {State.ON_TIME, State.LATE}
    assert "nhan_luc: 04/01/2026 09:15" in text(place)
    assert "kenh: giay" in text(place)


def test_the_same_paper_again_changes_nothing(place: Workspace) -> None:
    record_receipt(place, CAME, today=TODAY)
    before = text(place)
    outcome = record_receipt(place, CAME, today=TODAY)
    assert not outcome.new
    assert text(place) == before


def test_another_paper_has_to_be_called_a_supplement(place: Workspace) -> None:
    record_receipt(place, CAME, today=TODAY)
    put(place.root, FILE, text(place) + "# ghi chú của Văn phòng\n")
    more = replace(CAME, paper=PaperNumber(number="46", symbol="BC-A"), received=Moment(day=date(2026, 1, 9)))
    with pytest.raises(CannotContinueError, match="45/BC-A"):
        record_receipt(place, more, today=TODAY)
    record_receipt(place, replace(more, supplement=True), today=TODAY)
    assert "# ghi chú của Văn phòng" in text(place)
    receipts = load(place).records.submissions[0].submission.receipts
    assert [one.paper.number for one in receipts if one.paper is not None] == ["45", "46"]


def test_after_a_return_the_next_paper_is_no_supplement(place: Workspace) -> None:
    back = "    xu_ly: {ket_qua: tra-lai, ngay: 3/1/2026, ly_do: Thiếu}\n"
    receive(place.root, "truong-a", "bao-cao-quy", "2025-q4", "2/1/2026", back)
    assert record_receipt(place, CAME, today=TODAY).new


def test_files_are_kept_with_their_sum_and_recognised(place: Workspace, tmp_path: Path) -> None:
    sent = tmp_path / "Báo cáo: số 45.pdf"
    sent.write_bytes(b"%PDF-1.4 mau")
    record_receipt(place, replace(CAME, files=(sent,)), today=TODAY)
    digest = hashlib.sha256(b"%PDF-1.4 mau").hexdigest()
    (kept,) = (place.root / "data/submissions/truong-a/tep").iterdir()
    assert kept.name.startswith(digest[:12])
    assert kept.read_bytes() == b"%PDF-1.4 mau"
    assert digest in text(place)
    moved = replace(CAME, files=(sent,), received=Moment(day=date(2026, 1, 8)))
    assert not record_receipt(place, moved, today=TODAY).new


@pytest.mark.parametrize(
    ("came", "said"),
    [
        (replace(CAME, received=Moment(day=date(2026, 1, 21))), "chưa đến"),
        (replace(CAME, unit="truong-x"), "Không có đơn vị"),
        (replace(CAME, obligation="bao-cao-qui"), "Không có nhiệm vụ"),
        (replace(CAME, period="2031-q4"), "Không có kỳ"),
        (replace(CAME, period=None), "chưa ghi kỳ"),
        (replace(CAME, files=(Path("/khong/co.pdf"),)), "Không có tệp"),
    ],
)
def test_what_is_not_known_is_refused(place: Workspace, came: ReceivedPaper, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        record_receipt(place, came, today=TODAY)
    assert not (place.root / FILE).exists()


def test_what_the_rules_refuse_is_not_written(year: Workspace) -> None:
    nothing = replace(CAME, unit="pgd-than-uyen", obligation="bao-cao-nam", period=None, paper=None, nil=True)
    with pytest.raises(CannotContinueError, match="TT310"):
        record_receipt(year, replace(nothing, received=Moment(day=date(2021, 5, 20))), today=TODAY)
    assert not (year.root / "data/submissions").exists()


def test_an_extension_moves_the_due_day(place: Workspace) -> None:
    (outcome,) = record_extension(place, LATER, today=TODAY)
    assert outcome.new
    assert outcome.row.due is not None
    assert outcome.row.due.day == date(2026, 1, 30)
    assert not record_extension(place, LATER, today=TODAY)[0].new
    record_extension(place, replace(LATER, until=date(2026, 2, 5), granted=date(2026, 1, 9)), today=TODAY)
    (stored,) = load(place).records.submissions
    assert [one.until for one in stored.submission.extensions] == [date(2026, 1, 30), date(2026, 2, 5)]


def test_one_extension_for_several_units_is_written_for_all_or_none(place: Workspace) -> None:
    keep_both_schools(place)
    both = replace(LATER, units=("truong-b", "truong-a"), by="Phòng Tổng hợp")
    outcomes = record_extension(place, both, today=TODAY)
    assert [(one.row.unit.code, one.new) for one in outcomes] == [("truong-a", True), ("truong-b", True)]
    assert all(one.row.due is not None and one.row.due.day == both.until for one in outcomes)
    assert "Phòng Tổng hợp cho ngày 02/01/2026; Đường sạt lở" in outcomes[0].told
    before = text(place)
    wrong = replace(both, until=date(2026, 2, 9), units=("truong-a", "phong-cong-nghe"))
    with pytest.raises(UsageError, match="không có nhiệm vụ"):
        record_extension(place, wrong, today=TODAY)
    assert text(place) == before
    of_kind = record_extension(place, replace(both, units=(), kind="truong"), today=TODAY)
    assert [one.row.unit.code for one in of_kind if not one.new] == ["truong-a", "truong-b"]
    with pytest.raises(UsageError, match="Chưa biết gia hạn cho đơn vị nào"):
        record_extension(place, replace(both, units=()), today=TODAY)


def test_an_extension_beside_receipts_keeps_the_file_as_it_is(place: Workspace) -> None:
    record_receipt(place, CAME, today=TODAY)
    before = text(place)
    record_extension(place, LATER, today=TODAY)
    assert text(place).startswith(before)
    assert "ly_do: Đường sạt lở" in text(place)


def test_an_extension_that_extends_nothing_is_refused(place: Workspace) -> None:
    with pytest.raises(CannotContinueError, match="TT316"):
        record_extension(place, replace(LATER, until=date(2026, 1, 3)), today=TODAY)
    with pytest.raises(UsageError, match="chưa đến"):
        record_extension(place, replace(LATER, granted=date(2026, 1, 21)), today=TODAY)
    assert not (place.root / FILE).exists()


@pytest.mark.parametrize("number", ["abc", "-5", "45/BC-A"])
def test_a_number_that_is_none_is_refused(place: Workspace, number: str) -> None:
    root = str(place.root)
    words = ("record", "receipt", "truong-a", "bao-cao-quy", "2025-q4", "--received", "4/1/2026 09:15")
    done = call("-C", root, *words, f"--number={number}")
    assert done.returncode == 2
    assert f"--number: «{number}» không phải số của văn bản" in done.stderr
    assert not (place.root / FILE).exists()


def test_a_day_that_cannot_be_is_refused(place: Workspace) -> None:
    with pytest.raises(CannotContinueError, match="TT322"):
        record_receipt(place, replace(CAME, received=Moment(day=date(1905, 7, 13))), today=TODAY)
    assert not (place.root / FILE).exists()


def test_the_commands_say_where_the_duty_stands(place: Workspace) -> None:
    root = str(place.root)
    words = ("record", "receipt", "truong-a", "bao-cao-quy", "2025-q4", "--received", "4/1/2026 09:15")
    done = call("-C", root, *words, "--number", "45", "--symbol", "BC-A")
    assert done.returncode == 0, done.stderr
    assert "Đã ghi" in done.stdout
    assert "Tình trạng đến hết ngày" in done.stdout
    before = call("-C", root, *words, "--number", "45", "--symbol", "BC-A", "--as-of", "2/1/2026").stdout
    assert "Tình trạng đến hết ngày 02/01/2026: sắp đến hạn, còn 2 ngày." in before
    after = call("-C", root, "explain", "truong-a", "bao-cao-quy", "2025-q4", "--as-of", "10/1/2026").stdout
    assert "nộp đúng hạn, chờ xem xét." in after
    call(
        "-C",
        root,
        "review",
        "truong-a",
        "bao-cao-quy",
        "2025-q4",
        "--accept",
        "--anyway",
        "--date",
        "9/1/2026",
    )
    table = call("-C", root, "status", "truong-a", "--as-of", "10/1/2026").stdout
    assert "nộp đúng hạn, đã chấp nhận" in table
    assert call("-C", root, *words, "--symbol", "BC-A").returncode == 2
    assert call("-C", root, *words, "--channel", "fax").returncode == 2
    more = ("record", "extension", "truong-a", "bao-cao-quy", "2025-q4", "--until", "30/1/2026")
    done = call("-C", root, *more, "--granted", "2/1/2026")
    assert done.returncode == 0, done.stderr
    assert "gia hạn đến hết ngày 30/01/2026" in done.stdout
    keep_both_schools(place)
    several = ("record", "extension", "--unit", "truong-a", "--unit", "truong-b", "bao-cao-quy", "2025-q4")
    done = call("-C", root, *several, "--until", "30/1/2026", "--granted", "2/1/2026", "--by", "Văn phòng")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("bao-cao-quy@2025-q4.yaml") == 2
    told = call("-C", root, "explain", "truong-b", "bao-cao-quy", "2025-q4", "--as-of", "10/1/2026").stdout
    assert "Gia hạn đến hết ngày 30/01/2026 (Văn phòng cho ngày 02/01/2026)" in told
    assert call("-C", root, *several, "thừa", "--until", "30/1/2026").returncode == 2
    assert call("-C", root, "record", "extension", "truong-a", "--until", "30/1/2026").returncode == 2


@pytest.fixture
def year(tmp_path: Path) -> Workspace:
    root = tmp_path / "nam"
    shutil.copytree(EXAMPLE / "data", root / "data", ignore=shutil.ignore_patterns("submissions"))
    return Workspace(root=root)


def test_units_are_confirmed_by_name_with_the_paper(year: Workspace) -> None:
    roster = ready(load(year)).roster
    waiting = [one for one in roster.units if not one.verified]
    before = (year.root / "data/units.yaml").read_text(encoding="utf-8")
    paper = "Quyết định số 12/QĐ-MAU"
    outcome = confirm_units(year, [waiting[0].code, waiting[1].name], source=paper)
    assert (len(outcome.new), outcome.left) == (2, len(waiting) - 2)
    after = ready(load(year)).roster
    for one in waiting[:2]:
        assert after.by_code[one.code].verified
        assert (after.by_code[one.code].source or "").endswith(paper)
    kept = [line for line in before.splitlines() if line.lstrip().startswith("#")]
    now = (year.root / "data/units.yaml").read_text(encoding="utf-8")
    assert [line for line in now.splitlines() if line.lstrip().startswith("#")] == kept
    again = confirm_units(year, [waiting[0].code], source=paper)
    assert (again.new, len(again.known)) == ((), 1)
    assert (year.root / "data/units.yaml").read_text(encoding="utf-8") == now


def test_one_wrong_name_confirms_nothing(year: Workspace) -> None:
    before = (year.root / "data/units.yaml").read_bytes()
    with pytest.raises(UsageError, match="Không có đơn vị"):
        confirm_units(year, ["pgd-than-uyen", "pgd-thaan-uyen"], source="Quyết định")
    with pytest.raises(UsageError, match="văn bản nào"):
        confirm_units(year, ["pgd-than-uyen"], source=" ")
    assert (year.root / "data/units.yaml").read_bytes() == before


def test_rows_of_an_appendix_are_confirmed_one_by_one_or_all(year: Workspace) -> None:
    first = confirm_appendix(year, "phu-luc-1", rows=[2, 1, 2], source="Phụ lục bản giấy")
    assert len(first.new) == 2
    (appendix,) = [one for one in ready(load(year)).plan.appendices if one.code == "phu-luc-1"]
    assert [row.verified for row in appendix.rows[:3]] == [True, True, False]
    assert appendix.rows[0].compared == "Phụ lục bản giấy"
    assert "2 hàng đã đối chiếu" in next(one.message for one in load(year).findings if one.code == "TT212")
    with pytest.raises(UsageError, match="không có hàng 999"):
        confirm_appendix(year, "phu-luc-1", rows=[999], source="Phụ lục bản giấy")
    with pytest.raises(UsageError, match="Không có phụ lục"):
        confirm_appendix(year, "phu-luc-9", rows=[], source="Phụ lục bản giấy")
    confirm_appendix(year, "phu-luc-1", rows=[], source="Phụ lục bản giấy")
    drafts = [one.message for one in load(year).findings if one.code == "TT212"]
    assert len(drafts) == 1
    assert confirm_appendix(year, "phu-luc-1", rows=[], source="Phụ lục bản giấy").new == ()


def test_the_command_confirms(year: Workspace) -> None:
    root = str(year.root)
    assert call("-C", root, "record", "confirm", "unit", "pgd-than-uyen").returncode == 2
    done = call(
        "-C", root, "record", "confirm", "appendix", "phu-luc-2", "--row", "1", "--source", "Bản giấy"
    )
    assert done.returncode == 0, done.stderr
    assert "Phụ lục II, hàng 1" in done.stdout
