"""Days off and make-up days as their file lists them, and the settings of a workspace."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from support.yaml.decoding import said, tree
from truyenthong.documents.calendar import decode_calendar, decode_settings
from truyenthong.model.calendar import Calendar, DayOff, MakeUpDay
from truyenthong.model.owed import Settings
from truyenthong.yamltext.parse import parse_yaml

CALENDAR = Path(__file__).parents[2] / "data" / "calendar.yaml"


def test_the_calendar_of_the_repository_is_read_without_a_finding() -> None:
    parsed = parse_yaml(CALENDAR.read_bytes(), file="data/calendar.yaml")
    calendar, findings = decode_calendar(parsed.value, file="data/calendar.yaml")
    assert (parsed.findings, findings) == ((), ())
    assert calendar.knows_year(2020)
    assert calendar.knows_year(2021)
    assert not calendar.is_working_day(date(2021, 2, 12))
    assert not calendar.is_working_day(date(2021, 5, 30))
    assert calendar.is_working_day(date(2021, 5, 28))
    assert all(one.source for one in calendar.days_off)
    assert all(one.source for one in calendar.make_up)


def test_every_key_of_a_calendar() -> None:
    text = """\
nghi:
  - {ngay: 1/1/2021, ten: Tết Dương lịch, can_cu: BLLĐ}
  - {tu: 10/2/2021, den: 16/2/2021, ten: Tết, can_cu: Thông báo, du_kien: true}
  - {ngay: 2/1/2021, tu: , den: ~, ten: Bù, can_cu: BLLĐ}
lam_bu:
  - {ngay: 26/4/2025, thay_cho: 2/5/2025, can_cu: Thông báo}
  - {ngay: 3/5/2025, can_cu: Thông báo, du_kien: có}
"""
    calendar, findings = decode_calendar(tree(text), file="c")
    assert findings == ()
    assert calendar.days_off == (
        DayOff(first=date(2021, 1, 1), last=date(2021, 1, 1), name="Tết Dương lịch", source="BLLĐ"),
        DayOff(
            first=date(2021, 2, 10), last=date(2021, 2, 16), name="Tết", source="Thông báo", tentative=True
        ),
        DayOff(first=date(2021, 1, 2), last=date(2021, 1, 2), name="Bù", source="BLLĐ"),
    )
    assert calendar.make_up == (
        MakeUpDay(day=date(2025, 4, 26), instead_of=date(2025, 5, 2), source="Thông báo"),
        MakeUpDay(day=date(2025, 5, 3), source="Thông báo", tentative=True),
    )
    assert [one.index for one in calendar.days_off] == [0, 1, 2]
    assert [one.index for one in calendar.make_up] == [0, 1]


def test_an_empty_file_is_a_calendar_of_weekends() -> None:
    assert decode_calendar(None, file="c") == (Calendar(), ())


@pytest.mark.parametrize(
    ("entry", "findings", "count"),
    [
        (
            "{}",
            [
                "TT101 nghi.0.ngay: thiếu khóa «ngay» trong mục 1 của «nghi»",
                "TT101 nghi.0.ten: thiếu khóa «ten» trong mục 1 của «nghi»",
                "TT101 nghi.0.can_cu: thiếu khóa «can_cu» trong mục 1 của «nghi»",
            ],
            0,
        ),
        (
            "{tu: 1/1/2021, ten: A, can_cu: B}",
            ["TT101 nghi.0.den: thiếu khóa «den» trong mục 1 của «nghi»"],
            0,
        ),
        (
            "{den: 1/1/2021, ten: A, can_cu: B}",
            ["TT101 nghi.0.tu: thiếu khóa «tu» trong mục 1 của «nghi»"],
            0,
        ),
        (
            "{ngay: 30/2/2021, ten: A, can_cu: B}",
            ["TT103 nghi.0.ngay: ngày 30/2/2021 không có trong lịch"],
            0,
        ),
        (
            "{ngay: 1/1/2021, tu: 1/1/2021, den: 2/1/2021, ten: A, can_cu: B}",
            ["TT106 nghi.0.ngay: khóa «ngay» không có ở đây"],
            1,
        ),
        (
            "{ngay: 1/1/2021, ten: A, cancu: B}",
            [
                "TT106 nghi.0.cancu: khóa «cancu» không có ở đây",
            ],
            1,
        ),
        ("1/1/2021", ["TT107 nghi.0: chỗ này là chữ «1/1/2021», nhưng cần một nhóm khóa"], 0),
    ],
)
def test_days_off_that_cannot_be_read(entry: str, findings: list[str], count: int) -> None:
    calendar, found = decode_calendar(tree(f"nghi: [{entry}]"), file="c")
    assert said(found) == findings
    assert len(calendar.days_off) == count


def test_a_day_off_without_a_name_is_a_day_off() -> None:
    calendar, _ = decode_calendar(tree("nghi: [{ngay: 1/1/2021}]"), file="c")
    assert [one.name for one in calendar.days_off] == ["ngày nghỉ"]
    assert not calendar.is_working_day(date(2021, 1, 1))


def test_make_up_days_that_cannot_be_read() -> None:
    text = "lam_bu: [{thay_cho: 2/5/2025, can_cu: x}, {ngay: 26/4/2025, thaycho: 2/5/2025}]"
    calendar, findings = decode_calendar(tree(text), file="c")
    assert said(findings) == [
        "TT101 lam_bu.0.ngay: thiếu khóa «ngay» trong mục 1 của «lam_bu»",
        "TT101 lam_bu.1.can_cu: thiếu khóa «can_cu» trong mục 2 của «lam_bu»",
        "TT106 lam_bu.1.thaycho: khóa «thaycho» không có ở đây",
    ]
    assert [one.day for one in calendar.make_up] == [date(2025, 4, 26)]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("x", "TT107 : chỗ này là chữ «x», nhưng cần một nhóm khóa"),
        ("nghi: x", "TT107 nghi: «nghi» cần một danh sách, nhưng đây là chữ «x»"),
        ("nghỉ: []", "TT106 nghỉ: khóa «nghỉ» không có ở đây"),
    ],
)
def test_files_of_another_shape(text: str, finding: str) -> None:
    calendar, findings = decode_calendar(tree(text), file="c")
    assert said(findings) == [finding]
    assert calendar == Calendar()


@pytest.mark.parametrize(
    ("text", "sample"),
    [("du_lieu_mau: true", True), ("du_lieu_mau: Không", False), ("du_lieu_mau:", False), ("{}", False)],
)
def test_settings(text: str, sample: bool) -> None:
    assert decode_settings(tree(text), file="s") == (Settings(sample_data=sample), ())


def test_an_empty_file_sets_nothing() -> None:
    assert decode_settings(None, file="s") == (Settings(), ())


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("du_lieu_mau: yes", "TT111 du_lieu_mau: «yes» không phải có hay không"),
        ("dulieumau: true", "TT106 dulieumau: khóa «dulieumau» không có ở đây"),
        ("du_lieu_mau", "TT107 : chỗ này là chữ «du_lieu_mau», nhưng cần một nhóm khóa"),
    ],
)
def test_settings_that_cannot_be_read_set_nothing(text: str, finding: str) -> None:
    settings, findings = decode_settings(tree(text), file="s")
    assert (settings, said(findings)) == (Settings(), [finding])


def test_a_sample_workspace_may_have_a_day_of_its_own() -> None:
    settings, findings = decode_settings(tree("du_lieu_mau: có\nngay_xem: 1/6/2021"), file="s")
    assert (settings, findings) == (Settings(sample_data=True, view_day=date(2021, 6, 1)), ())


@pytest.mark.parametrize("text", ["ngay_xem: 1/6/2021", "du_lieu_mau: không\nngay_xem: 1/6/2021"])
def test_real_data_have_no_day_of_their_own(text: str) -> None:
    settings, findings = decode_settings(tree(text), file="s")
    assert said(findings) == ["TT232 ngay_xem: ngày xem chỉ dùng được với dữ liệu mẫu"]
    assert settings.view_day is None


def test_a_day_that_is_none_is_reported_once() -> None:
    settings, findings = decode_settings(tree("du_lieu_mau: có\nngay_xem: 31/6/2021"), file="s")
    assert [one.code for one in findings] == ["TT103"]
    assert settings == Settings(sample_data=True)
