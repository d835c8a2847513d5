"""What is fair to compare: medians, returns, months, and the same of an earlier year."""

from __future__ import annotations

from datetime import date

from support.years.builders import board, duty, extension, plan, receipt, roster, submission, unit
from truyenthong.model.periods import PeriodKind
from truyenthong.progress import Progress
from truyenthong.progress.fair import EarlierYear, FairMeasures, fair_measures
from truyenthong.views.units import fair_sentences, median_text

JUNE_1 = date(2021, 6, 1)
MONTHLY = duty("thang", period_kind=PeriodKind.MONTH, deadline=None, mandatory=False)
PLAN = plan(duty(), MONTHLY)


def year(as_of: date = JUNE_1) -> Progress:
    sent = (
        submission(receipt(date(2021, 5, 26), returned=date(2021, 5, 27)), receipt(date(2021, 5, 29))),
        submission(receipt(date(2021, 6, 1)), unit_code="b"),
        submission(
            receipt(date(2021, 6, 1)),
            unit_code="c",
            extensions=[extension(date(2021, 5, 20), date(2021, 6, 3))],
        ),
        submission(receipt(date(2020, 9, 20)), duty_code="thang", period="2020-09"),
        submission(receipt(date(2021, 5, 25), nil=True), duty_code="thang", period="2021-05"),
    )
    units = roster(unit(), unit("b"), unit("c", last=date(2021, 8, 31)))
    return board(as_of, *sent, of_plan=PLAN, of_roster=units)


def test_the_median_counts_from_the_day_in_force() -> None:
    assert fair_measures(year().rows, as_of=JUNE_1) == FairMeasures(
        papers=3, median_days=-1, returns=1, months_reported=2, months_active=27
    )


def test_of_one_unit() -> None:
    mine = [row for row in year().rows if row.unit.code == "don-vi-a"]
    found = fair_measures(mine, as_of=JUNE_1)
    assert (found.papers, found.median_days, found.returns) == (1, -1, 1)
    assert (found.months_reported, found.months_active) == (2, 9), "September to May; June still runs"
    assert [*fair_sentences(mine, as_of=JUNE_1, earlier=None)] == [
        "Đúng hạn 1 trên 1, sớm hơn hạn 1 ngày, bị trả lại 1 lần, có báo cáo 2 trên 9 tháng"
    ]


def test_what_came_later_is_not_counted() -> None:
    day = date(2021, 5, 26)
    found = fair_measures(year(day).rows, as_of=day)
    assert (found.papers, found.returns, found.months_active) == (1, 0, 25)


def test_the_earlier_year_is_of_the_same_units_and_duties() -> None:
    earlier = EarlierYear(school_year="2019-2020", progress=year())
    rows = [row for row in year().rows if row.key[:2] == ("b", "bao-cao-nam")]
    assert [row.key for row in earlier.rows_like(rows)] == [row.key for row in rows]
    assert [*fair_sentences(rows, as_of=JUNE_1, earlier=earlier)] == [
        "Đúng hạn 0 trên 1, muộn hơn hạn 2 ngày, không bị trả lại lần nào",
        "Năm học 2019-2020, cùng ngày: đúng hạn 0 trên 1, muộn hơn hạn 2 ngày, không bị trả lại lần nào",
    ]
    new = board(JUNE_1, of_plan=PLAN, of_roster=roster(unit("moi"))).rows
    assert [*fair_sentences(new, as_of=JUNE_1, earlier=earlier)][1] == (
        "Năm học 2019-2020: không có đơn vị này, nhiệm vụ này để so sánh"
    )


def test_halves_and_the_last_day_are_words() -> None:
    def of(days: float | None) -> str:
        return median_text(
            FairMeasures(papers=2, median_days=days, returns=0, months_reported=0, months_active=0)
        )

    assert [of(1.5), of(-2.0), of(0.0), of(None)] == [
        "muộn hơn hạn 1,5 ngày",
        "sớm hơn hạn 2 ngày",
        "đúng ngày cuối của hạn",
        "",
    ]
