"""A paper that is recorded as sent is not made anew: left where it lies, else a copy with number and day."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from support.runs.fake_office import MAKE, fake_office, starts
from support.years.second_plan import REPOSITORY, call
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.model.submissions import Receipt
from truyenthong.operations.load import load, ready
from truyenthong.operations.record.sent import SentPaper, record_sent
from truyenthong.progress.rows import State
from truyenthong.workspace.layout import Workspace

TODAY = date(2021, 7, 1)
FILE = "data/submissions/van-phong-so/tong-hop-thang@2020-11.yaml"
BOARD = SentPaper(obligation="tong-hop-thang", period="2020-11", number="12", day=date(2020, 11, 25))
PROVINCE = SentPaper(
    obligation="tong-hop-thang-ubnd", period="2020-11", number="13", day=date(2020, 11, 27), symbol="BC-X"
)
MONTH = ("--period", "2020-11", "--as-of", "1/6/2021")


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """The example year before anything of November was sent."""
    root = tmp_path / "noi-lam-viec"
    shutil.copytree(REPOSITORY / "examples" / "2020-2021" / "data", root / "data")
    (root / FILE).unlink()
    return Workspace(root=root)


def report(place: Workspace, *words: str, office: str = "") -> str:
    done = call("-C", str(place.root), "report", *words, TRUYENTHONG_SOFFICE=office)
    assert done.returncode == 0, done.stderr
    return done.stderr


def head(place: Workspace, code: str) -> str:
    """Number and day as they stand in the paper, and its first words."""
    paper = docx.Document(str(place.out / f"{code}@2020-11.docx"))
    table = " ".join(cell.text for row in paper.tables[0].rows for cell in row.cells)
    return f"{table} {' '.join(one.text for one in paper.paragraphs[:6])}"


def further(place: Workspace) -> tuple[Receipt, ...]:
    (one,) = [one.submission for one in load(place).records.submissions if one.location.name == FILE]
    return one.sent_further


def test_a_paper_that_was_sent_is_left_where_it_lies(place: Workspace) -> None:
    report(place, "tong-hop-thang", *MONTH)
    path = place.out / "tong-hop-thang@2020-11.docx"
    before = path.read_bytes()
    record_sent(place, BOARD, today=TODAY)
    told = report(place, "tong-hop-thang", *MONTH)
    assert "để nguyên vì đã ghi là đã gửi: tong-hop-thang@2020-11.docx." in told
    assert "Đã làm 0 tệp." in told
    assert path.read_bytes() == before
    path.write_bytes(b"ban da ky")
    report(place, "--as-of", "1/6/2021")
    report(place, "--as-of", "20/11/2020")  # the record is of a later day: what was sent still stays
    assert path.read_bytes() == b"ban da ky"


def test_its_missing_pdf_shows_what_was_sent(place: Workspace, tmp_path: Path) -> None:
    program = fake_office(tmp_path / "bin", MAKE)
    report(place, "tong-hop-thang", *MONTH)
    record_sent(place, BOARD, today=TODAY)
    path = place.out / "tong-hop-thang@2020-11.docx"
    before = path.read_bytes()
    for _ in range(2):  # one that is there already is not made again
        report(place, "tong-hop-thang", "--pdf", *MONTH, office=str(program))
    assert len(starts(program)) == 1
    assert path.with_suffix(".pdf").is_file()
    assert path.read_bytes() == before


def test_where_it_is_missing_a_copy_bears_the_recorded_number_and_day(place: Workspace) -> None:
    record_sent(place, BOARD, today=TODAY)
    record_sent(place, PROVINCE, today=TODAY)
    told = report(place, "tong-hop-thang", "tong-hop-thang-ubnd", *MONTH, "--number", "99")
    assert "làm bản sao mang số, ngày, số liệu của ngày gửi: tong-hop-thang@2020-11.docx, tong-hop" in told
    first, second = head(place, "tong-hop-thang"), head(place, "tong-hop-thang-ubnd")
    assert "Số: 12/BC-SGDĐT" in first
    assert "ngày 25 tháng 11 năm 2020" in first
    assert "số liệu nhận được đến hết ngày 25 tháng 11 năm 2020" in first
    assert "Số: 13/BC-X" in second
    assert "ngày 27 tháng 11 năm 2020" in second
    data = (place.out / "tong-hop-thang@2020-11.docx").read_bytes()
    (place.out / "tong-hop-thang@2020-11.docx").unlink()
    report(place, "tong-hop-thang", "--period", "2020-11", "--as-of", "5/6/2021")
    assert (place.out / "tong-hop-thang@2020-11.docx").read_bytes() == data


def test_before_it_was_sent_and_after_it_came_back_it_is_a_draft(place: Workspace) -> None:
    record_sent(place, BOARD, today=TODAY)
    assert "đã gửi" not in report(place, "tong-hop-thang", "--period", "2020-11", "--as-of", "24/11/2020")
    assert "Số: 12" not in head(place, "tong-hop-thang")
    text = (
        (place.root / FILE)
        .read_text(encoding="utf-8")
        .replace(
            "    van_ban:\n", "    xu_ly: {ket_qua: tra-lai, ngay: 26/11/2020, ly_do: Thiếu}\n    van_ban:\n"
        )
    )
    (place.root / FILE).write_text(text, encoding="utf-8", newline="\n")
    shutil.rmtree(place.out)
    report(place, "tong-hop-thang", *MONTH)
    assert "Số: 12" not in head(place, "tong-hop-thang")


def test_one_duty_two_papers_each_under_its_own_name(place: Workspace) -> None:
    outcome = record_sent(place, PROVINCE, today=TODAY)
    assert (outcome.new, outcome.name, outcome.figures) == (True, FILE, False)
    assert outcome.what == "«Tổng hợp tình hình dư luận hằng tháng gửi UBND tỉnh» tháng 11/2020"
    assert not record_sent(place, PROVINCE, today=TODAY).new
    (paper,) = further(place)
    assert (paper.report, paper.received.day) == ("tong-hop-thang-ubnd", date(2020, 11, 27))
    # What went to the province says nothing of what is owed to the Ministry.
    (row,) = [
        row
        for row in ready(load(place)).progress(date(2021, 6, 1)).rows
        if (row.unit.code, row.obligation.code, row.period_code)
        == ("van-phong-so", "tong-hop-thang", "2020-11")
    ]
    assert row.state is State.OVERDUE
    assert record_sent(place, BOARD, today=TODAY).new
    assert len(further(place)) == 1
    assert [one for one in load(place, today=TODAY).findings if one.ref.file == FILE] == []


def test_what_cannot_be_recorded_is_told(place: Workspace) -> None:
    record_sent(place, BOARD, today=TODAY)
    record_sent(place, PROVINCE, today=TODAY)
    with pytest.raises(CannotContinueError, match="gửi UBND tỉnh» tháng 11/2020: văn bản số 13/BC-X"):
        record_sent(place, replace(PROVINCE, number="14"), today=TODAY)
    assert record_sent(place, replace(PROVINCE, number="14", supplement=True), today=TODAY).new
    with pytest.raises(CannotContinueError, match="một số chỉ dùng một lần trong năm"):
        record_sent(place, replace(PROVINCE, number="12", symbol=None, supplement=True), today=TODAY)
    with pytest.raises(UsageError, match="không có chỗ ghi số"):
        record_sent(place, replace(PROVINCE, obligation="tien-do", period=None), today=TODAY)
    with pytest.raises(UsageError, match="Không có nhiệm vụ «khong-co»"):
        record_sent(place, replace(PROVINCE, obligation="khong-co"), today=TODAY)


def test_slips_in_the_record_are_told_at_their_places(place: Workspace) -> None:
    record_sent(place, PROVINCE, today=TODAY)
    path = place.root / FILE
    text = path.read_text(encoding="utf-8")
    for old, new, code, field in (
        ("tong-hop-thang-ubnd", "tong-hop-ubnd", "TT222", "bao_cao"),
        ("nhan_luc: 27/11/2020", "nhan_luc: 27/11/2019", "TT322", "nhan_luc"),
        ("so: 13", "so: mười ba", "TT117", "so"),
    ):
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
        found = [one for one in load(place, today=TODAY).findings if one.ref.file == FILE]
        assert [(one.code, one.ref.path[0], one.ref.path[-1]) for one in found] == [(code, "da_gui", field)]
    path.write_text(text.replace("  - bao_cao: tong-hop-thang-ubnd\n    nhan", "  - nhan"), encoding="utf-8")
    found = [one for one in load(place, today=TODAY).findings if one.ref.file == FILE]
    assert [one.ref.path for one in found] == [("da_gui", 0, "bao_cao")]


def test_the_list_of_commendations_is_no_duty_of_the_office(place: Workspace) -> None:
    """A unit's paper under a duty of the same code is not the office's own list."""
    folder = place.root / "data/submissions/van-phong-so"
    (folder / "khen-thuong.yaml").write_text(
        "don_vi: van-phong-so\nnhiem_vu: khen-thuong\nlan_nop:\n  - nhan_luc: 2/5/2021\n", encoding="utf-8"
    )
    assert "đã gửi" not in report(place, "khen-thuong", "--as-of", "1/6/2021")
