"""The office's tracking sheet in Excel becomes receipts: what is certain and new, nothing twice."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils.datetime import MAC_EPOCH
from openpyxl.worksheet.worksheet import Worksheet

from support.years.second_plan import call
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding
from truyenthong.operations.intake.tracking_sheet import SheetOrder, Standing, TakeOver, propose, take_over
from truyenthong.operations.load import load, ready
from truyenthong.workspace.layout import Workspace

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "2020-2021"
TODAY = date(2021, 7, 1)
LONG = ("STT", "Đơn vị", "Báo cáo", "Kỳ", "Ngày nhận", "Số VB", "Ngày VB", "Ghi chú")
YEAR = "Báo cáo kết quả công tác truyền thông năm học"
OPINION = "Báo cáo tình hình dư luận tại địa phương"
Row = Sequence[str | int | float | date | None]


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    root = tmp_path / "noi"
    shutil.copytree(EXAMPLE / "data", root / "data", ignore=shutil.ignore_patterns("submissions"))
    return Workspace(root=root)


def sheet(place: Workspace, *rows: Row, name: str = "so.xlsx", title: str = "Theo dõi") -> SheetOrder:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for row in rows:
        page.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    path = place.root.parent / name
    path.write_bytes(stream.getvalue())
    return SheetOrder(path=path)


def told(outcome: TakeOver) -> list[tuple[str, str | None, str]]:
    return [(one.row.unit.code, one.row.period_code, one.standing.value) for one in outcome.lines]


def codes(findings: Sequence[Finding]) -> list[str]:
    return [one.code for one in findings]


def test_a_line_for_each_paper(place: Workspace) -> None:
    order = sheet(
        place,
        ("SỔ THEO DÕI BÁO CÁO NĂM HỌC 2020-2021",),
        (),
        LONG,
        (None, "I. Phòng GD&ĐT"),
        (
            1,
            "Phòng GD&ĐT Than Uyên",
            YEAR,
            None,
            datetime.combine(date(2021, 5, 28), time(9, 15)),
            "45/BC-PGDĐT",
        ),
        (2, "PGD Tân Uyên", OPINION, date(2020, 11, 1), "19/11/2020", 12, date(2020, 11, 18), "qua thư"),
        (3, "Phòng GD&ĐT Sìn Hồ", YEAR, "2020-2021", None),
        (None, "Tổng cộng", None, None, 2),
    )
    outcome = take_over(place, order, today=TODAY)
    assert told(outcome) == [("pgd-than-uyen", "2020-2021", "new"), ("pgd-tan-uyen", "2020-11", "new")]
    assert not outcome.findings
    stored = ready(load(place)).loaded.submissions
    (first,) = stored["pgd-than-uyen", "bao-cao-nam", "2020-2021"].receipts
    assert (first.received.day, first.received.hour) == (date(2021, 5, 28), time(9, 15))
    assert first.paper is not None
    assert (first.paper.number, first.paper.symbol) == ("45", "BC-PGDĐT")
    (second,) = stored["pgd-tan-uyen", "bao-cao-du-luan", "2020-11"].receipts
    assert second.paper is not None
    assert second.paper.day == date(2020, 11, 18)


def test_the_same_sheet_again_writes_nothing(place: Workspace) -> None:
    order = sheet(place, LONG, (1, "PGD Than Uyên", YEAR, None, date(2021, 5, 28)))
    take_over(place, order, today=TODAY)
    before = {path: path.read_bytes() for path in (place.root / "data").rglob("*.yaml")}
    outcome = take_over(place, order, today=TODAY)
    assert [one.standing for one in outcome.lines] == [Standing.KNOWN]
    assert {path: path.read_bytes() for path in (place.root / "data").rglob("*.yaml")} == before


def test_another_day_is_told_and_never_written_over(place: Workspace) -> None:
    take_over(place, sheet(place, LONG, (1, "PGD Than Uyên", YEAR, None, date(2021, 5, 28))), today=TODAY)
    outcome = take_over(
        place, sheet(place, LONG, (1, "PGD Than Uyên", YEAR, None, date(2021, 5, 30))), today=TODAY
    )
    assert codes(outcome.findings) == ["TT683"]
    assert "28/5/2021" in outcome.findings[0].message
    assert "30/5/2021" in outcome.findings[0].message
    stored = ready(load(place)).loaded.submissions["pgd-than-uyen", "bao-cao-nam", "2020-2021"]
    assert [one.received.day for one in stored.receipts] == [date(2021, 5, 28)]


def test_a_column_for_each_duty_and_period(place: Workspace) -> None:
    order = sheet(
        place,
        ("TT", "Tên đơn vị", f"{OPINION} (tháng 11/2020)", "bao-cao-du-luan 2020-12", YEAR, "Người trực"),
        (1, "PGD Than Uyên", date(2020, 11, 19), "x", "28/5/2021", "A"),
        (2, "PGD Tân Uyên", None, date(2020, 12, 18), None, "B"),
    )
    outcome = propose(place, order, today=TODAY)
    assert told(outcome) == [
        ("pgd-than-uyen", "2020-11", "new"),
        ("pgd-than-uyen", "2020-2021", "new"),
        ("pgd-tan-uyen", "2020-12", "new"),
    ]
    assert codes(outcome.findings) == ["TT681", "TT682"]
    assert "«Người trực»" in outcome.findings[0].message
    assert outcome.findings[1].ref.spot == "trang «Theo dõi», ô D2"


def test_months_under_one_merged_heading(place: Workspace) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["STT", "Đơn vị", OPINION, None])
    page.append([None, None, "Tháng 11", "12/2020"])
    page.append([1, "PGD Than Uyên", date(2020, 11, 19), date(2020, 12, 18)])
    page.merge_cells("A1:A2")
    page.merge_cells("B1:B2")
    page.merge_cells("C1:D1")
    path = place.root.parent / "gop.xlsx"
    book.save(path)
    outcome = propose(place, SheetOrder(path=path), today=TODAY)
    assert [period for _, period, _ in told(outcome)] == ["2020-11", "2020-12"]


def test_columns_of_months_need_the_duty_to_be_named(place: Workspace) -> None:
    order = sheet(place, ("Đơn vị", "11/2020", "12/2020"), ("PGD Than Uyên", date(2020, 11, 19), None))
    assert codes(propose(place, order, today=TODAY).findings) == ["TT680"]
    named = SheetOrder(path=order.path, obligation="bao-cao-du-luan")
    assert told(propose(place, named, today=TODAY)) == [("pgd-than-uyen", "2020-11", "new")]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ((1, "Phòng GD Thân Uyên", YEAR, None, date(2021, 5, 28)), "Không có đơn vị"),
        ((1, None, YEAR, None, date(2021, 5, 28)), "không có đơn vị"),
        ((1, "PGD Than Uyên", "Báo cáo gì đó", None, date(2021, 5, 28)), "Không rõ nhiệm vụ"),
        ((1, "PGD Than Uyên", OPINION, None, date(2021, 5, 28)), "Không rõ nhiệm vụ, kỳ"),
        ((1, "PGD Than Uyên", OPINION, "11/2031", date(2021, 5, 28)), "Không rõ nhiệm vụ, kỳ"),
        ((1, "PGD Than Uyên", YEAR, None, "30.5.21"), "30.5.21"),
        ((1, "PGD Than Uyên", YEAR, None, "đã nộp"), "đã nộp"),
        ((1, "PGD Than Uyên", YEAR, None, "=TODAY()"), "công thức"),
        ((1, "PGD Than Uyên", YEAR, None, "=A1+1"), "công thức"),
        ((1, "PGD Than Uyên", YEAR, None, 44346), "44346"),
        ((1, "PGD Than Uyên", YEAR, None, date(2022, 5, 28)), "chưa đến"),
        ((1, "Văn phòng Sở", YEAR, None, date(2021, 5, 28)), "không phải nộp"),
        ((1, "PGD Than Uyên", YEAR, None, date(2021, 5, 28), 45, "31/2/2021"), "chưa rõ"),
        ((1, "PGD Than Uyên", YEAR, None, date(1905, 7, 13)), "gõ năm 2021"),
        ((1, "PGD Than Uyên", YEAR, None, "28/5/2019"), "sớm hơn"),
        ((1, "PGD Than Uyên", YEAR, None, date(2021, 5, 28), 45, "27/5/2018"), "sớm hơn"),
        ((1, "PGD Than Uyên", YEAR, None, date(2021, 5, 28), "mười"), "không phải số của văn bản"),
        ((1, "PGD Than Uyên", YEAR, None, date(2021, 5, 28), -5), "không phải số của văn bản"),
        ((1, "PGD Than Uyên", YEAR, None, date(2021, 5, 28), date(2021, 5, 1)), "không phải số của văn bản"),
        ((1, "PGD Than Uyên", YEAR, None, date(2021, 5, 28), "45/46/BC"), "không phải số của văn bản"),
    ],
)
def test_what_is_not_certain_is_told_and_not_written(place: Workspace, row: Row, said: str) -> None:
    good = (2, "PGD Tân Uyên", YEAR, None, date(2021, 5, 27))
    outcome = take_over(place, sheet(place, LONG, row, good), today=TODAY)
    assert codes(outcome.findings) == ["TT682"]
    assert said in outcome.findings[0].message
    assert told(outcome) == [("pgd-tan-uyen", "2020-2021", "new")]
    assert not (place.root / "data/submissions/pgd-than-uyen").exists()


def test_what_is_no_sheet_is_refused(place: Workspace) -> None:
    path = place.root.parent / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 khong phai")
    with pytest.raises(CannotContinueError, match="Excel"):
        propose(place, SheetOrder(path=path), today=TODAY)
    with pytest.raises(UsageError, match="Không có tệp"):
        propose(place, SheetOrder(path=path.with_name("b.xlsx")), today=TODAY)
    order = sheet(place, LONG)
    with pytest.raises(UsageError, match="không có trang"):
        propose(place, SheetOrder(path=order.path, sheet="Trang 9"), today=TODAY)


def test_all_that_the_example_year_received_comes_back_from_a_sheet(place: Workspace) -> None:
    work = ready(load(Workspace(root=EXAMPLE)))
    inside = {unit.code for unit in work.roster.units if work.roster.is_inside(unit)}
    firsts = {key: one.receipts[0].received for key, one in work.loaded.submissions.items() if one.receipts}
    rows: list[Row] = []
    for (unit, duty, period), moment in firsts.items():
        when = datetime.combine(moment.day, moment.hour or time())
        name = work.roster.by_code[unit].name
        rows.append((len(rows), name, work.plan.obligations_by_code[duty].name, period, when))
    outcome = take_over(place, sheet(place, LONG, *rows), today=TODAY)
    assert not outcome.findings
    found = {key: one.receipts[0].received for key, one in ready(load(place)).loaded.submissions.items()}
    assert found == firsts
    assert inside  # the office's own papers are among the duties of the plan too


def test_the_command_shows_asks_and_writes(place: Workspace) -> None:
    order = sheet(place, LONG, (1, "PGD Than Uyên", YEAR, None, date(2021, 5, 28)))
    words = ("-C", str(place.root), "intake", "--register", str(order.path))
    shown = call(*words, "--dry-run")
    assert (shown.returncode, "1 mới" in shown.stdout) == (0, True)
    assert call(*words).returncode == 2  # nobody is there to say yes
    assert not (place.root / "data/submissions").exists()
    done = call(*words, "--yes", "--format", "json")
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    assert document["written"] is True
    assert [one["standing"] for one in document["lines"]] == ["new"]
    assert "Không có gì mới" in call(*words, "--yes").stdout


@pytest.mark.parametrize(
    "heading",
    [
        *("Số, ký hiệu (văn bản)", "Số ký hiệu", "Số/Ký hiệu", "SỐ VÀ KÝ HIỆU", "Số hiệu văn bản", "Số KH"),
        *("Số,\nký hiệu VB", "Số - kí hiệu", "Ký hiệu, số", "Số hiệu", "Ký hiệu văn bản", "Số, ký hiệu (4)"),
    ],
)
@pytest.mark.parametrize("typed", ["45/BC-PGDĐT", "45 / BC-PGDĐT", "Số: 45/BC-PGDĐT"])
def test_number_and_symbol_in_one_column(place: Workspace, heading: str, typed: str) -> None:
    order = sheet(
        place,
        ("Ngày đến", "Số đến", "Tác giả", heading, "Ngày tháng", "Báo cáo"),
        (date(2021, 5, 28), 7, "PGD Than Uyên", typed, date(2021, 5, 27), YEAR),
    )
    outcome = propose(place, order, today=TODAY)
    assert not outcome.findings
    paper = outcome.lines[0].receipt.paper
    assert paper is not None
    assert (paper.number, paper.symbol, paper.day) == ("45", "BC-PGDĐT", date(2021, 5, 27))


def test_two_symbols_of_one_paper_are_asked_about(place: Workspace) -> None:
    head = ("Đơn vị", "Báo cáo", "Ngày nhận", "Số", "Ký hiệu")
    row = ("PGD Than Uyên", YEAR, date(2021, 5, 28), "45/BC-PGDĐT", "TTr-PGDĐT")
    assert codes(propose(place, sheet(place, head, row), today=TODAY).findings) == ["TT682"]
    same = propose(place, sheet(place, head, (*row[:4], "bc-pgdđt")), today=TODAY)
    assert not same.findings


def test_a_year_too_late_is_asked_about(place: Workspace) -> None:
    order = sheet(place, LONG, (1, "PGD Than Uyên", YEAR, None, date(2022, 5, 28)))
    outcome = propose(place, order, today=date(2026, 7, 1))
    assert codes(outcome.findings) == ["TT323"]
    assert outcome.findings[0].ref.spot == "trang «Theo dõi», ô E2"
    assert told(outcome) == [("pgd-than-uyen", "2020-2021", "new")]


def test_seconds_of_a_received_time_stay(place: Workspace) -> None:
    moment = datetime.combine(date(2021, 5, 30), time(23, 59, 59))
    outcome = propose(place, sheet(place, LONG, (1, "PGD Than Uyên", YEAR, None, moment)), today=TODAY)
    assert outcome.lines[0].receipt.received.hour == time(23, 59, 59)


def test_what_is_struck_out_or_hidden_is_told_and_not_taken(place: Workspace) -> None:
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.append(list(LONG))
    for unit in ("PGD Than Uyên", "PGD Tân Uyên", "PGD Sìn Hồ"):
        page.append([1, unit, YEAR, None, date(2021, 5, 28), "45/BC-PGDĐT"])
    page["E2"].font = Font(strike=True)
    page.row_dimensions[3].hidden = True
    page["F4"].value = CellRichText(TextBlock(InlineFont(strike=True), "4"), "5/BC-PGDĐT")
    page.column_dimensions["D"].hidden = True
    page["D4"].value = "2019-2020"
    path = place.root.parent / "an.xlsx"
    book.save(path)
    outcome = propose(place, SheetOrder(path=path), today=TODAY)
    assert told(outcome) == [("pgd-sin-ho", "2020-2021", "new")]
    paper = outcome.lines[0].receipt.paper
    assert paper is not None
    assert paper.number == "5"
    assert codes(outcome.findings) == ["TT684"] * 4
    assert [one.ref.spot for one in outcome.findings] == [
        f"trang «{page.title}», {where}" for where in ("ô E2", "hàng 3", "cột D", "ô F4")
    ]


def test_a_serial_is_told_in_the_calendar_of_its_book(place: Workspace) -> None:
    book = Workbook()
    book.epoch = MAC_EPOCH
    page = book.active
    assert isinstance(page, Worksheet)
    page.append(list(LONG))
    page.append([1, "PGD Than Uyên", YEAR, None, 44344 - 1462])
    page.append([1, "PGD Tân Uyên", YEAR, None, date(2021, 5, 27)])
    path = place.root.parent / "mac.xlsx"
    book.save(path)
    outcome = propose(place, SheetOrder(path=path), today=TODAY)
    assert "28/5/2021" in outcome.findings[0].message
    assert [one.receipt.received.day for one in outcome.lines] == [date(2021, 5, 27)]


def test_a_heading_of_thousands_of_digits_is_passed_over(place: Workspace) -> None:
    head = ("Đơn vị", "Ngày nhận", "Báo cáo", f"bao-cao-du-luan {'9' * 5_000}", "bao-cao-du-luan ٣")
    order = sheet(place, head, ("PGD Than Uyên", date(2021, 5, 28), YEAR, "x", "x"))
    outcome = propose(place, order, today=TODAY)
    assert codes(outcome.findings) == ["TT681", "TT681"]
    assert all(len(one.message) < 120 for one in outcome.findings)
