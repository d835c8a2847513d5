"""The plan: clauses of its text, periods of its duties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from support.years import builders
from truyenthong.model.deadlines import BeforeDay, DayOffPolicy, DayOfMonth, Deadline, Policies
from truyenthong.model.forms import Field, FieldType, Form
from truyenthong.model.periods import PeriodKind, Semester, YearMonth
from truyenthong.model.plan import Owners, Passage, PlanText


def test_clauses_are_made_of_the_labels_of_headings() -> None:
    text = PlanText(
        opening=(),
        parts=(
            Passage(
                label="II.",
                heading="NỘI DUNG",
                children=(
                    Passage(
                        label="2.",
                        heading="Cụ thể",
                        children=(
                            Passage(label="đ)", heading="Thi", children=(Passage(label="-", text="Một."),)),
                            Passage(text="Hai."),
                        ),
                    ),
                    Passage(heading="Không nhãn", children=(Passage(text="Ba."),)),
                ),
            ),
        ),
        closing=(),
    )
    assert [(clause, one.text or one.heading) for clause, one in text.passages()] == [
        ("II", "NỘI DUNG"),
        ("II.2", "Cụ thể"),
        ("II.2.đ", "Thi"),
        ("II.2.đ", "Một."),
        ("II.2", "Hai."),
        ("II", "Không nhãn"),
        ("II", "Ba."),
    ]
    assert text.clauses == {"II", "II.2", "II.2.đ"}


def test_owners_are_named_by_kind_or_one_by_one() -> None:
    owners = Owners(kinds=("truong",), added=("a",), excluded=("b",))
    assert owners.names(builders.unit("x", kind="truong"))
    assert owners.names(builders.unit("a", kind="khac"))
    assert owners.names(builders.unit("b", kind="truong"))
    assert not owners.names(builders.unit("x", kind="khac"))


@pytest.mark.parametrize(
    ("mandatory", "to_be_sent", "deadline", "measured"),
    [
        (True, True, BeforeDay(day=date(2021, 5, 31)), True),
        (False, True, BeforeDay(day=date(2021, 5, 31)), False),
        (True, False, BeforeDay(day=date(2021, 5, 31)), False),
        (True, True, None, False),
    ],
)
def test_what_is_measured(
    mandatory: bool, to_be_sent: bool, deadline: Deadline | None, measured: bool
) -> None:
    duty = builders.duty(mandatory=mandatory, to_be_sent=to_be_sent, deadline=deadline)
    assert duty.measured is measured


def test_forms_are_found_by_their_duties() -> None:
    form = Form(
        code="mau", name="Mẫu", version=1, fields=(Field(code="a", label="A", type=FieldType.NUMBER),)
    )
    with_form = replace(builders.duty("a"), form="mau")
    lost, without = replace(builders.duty("b"), form="la"), builders.duty("c")
    plan = replace(builders.plan(with_form, lost, without), forms=(form,))
    assert plan.form_of(with_form) is form
    assert plan.form_of(lost) is None
    assert plan.form_of(without) is None
    assert set(plan.obligations_by_code) == {"a", "b", "c"}


def codes(
    kind: PeriodKind | None,
    *,
    first: str | None = None,
    last: str | None = None,
    deadline: Deadline | None = None,
) -> list[str | None]:
    duty = replace(builders.duty(period_kind=kind, deadline=deadline), first_period=first, last_period=last)
    semester = Semester(code="hk1", name="Học kỳ I", first=date(2020, 9, 1), last=date(2021, 1, 15))
    plan = builders.plan(duty, semesters=(semester,))
    return [one.code if one is not None else None for one in plan.periods(duty)]


def test_the_periods_of_a_duty() -> None:
    assert codes(None) == [None]
    assert codes(PeriodKind.SCHOOL_YEAR) == ["2020-2021"]
    assert codes(PeriodKind.SEMESTER) == ["hk1"]
    assert codes(PeriodKind.QUARTER, first="2021-q1") == ["2021-q1", "2021-q2"]
    assert codes(PeriodKind.MONTH, first="2020-11", last="2020-12") == ["2020-11", "2020-12"]
    assert codes(PeriodKind.MONTH, first="gì đó", last="1999-01") == codes(PeriodKind.MONTH)


def test_a_monthly_deadline_limits_the_periods_too() -> None:
    november, january = YearMonth(year=2020, month=11), YearMonth(year=2021, month=1)
    deadline = DayOfMonth(day=25, first=november, last=january)
    assert codes(PeriodKind.MONTH, deadline=deadline) == ["2020-11", "2020-12", "2021-01"]
    assert codes(PeriodKind.MONTH, deadline=deadline, first="2020-12") == ["2020-12", "2021-01"]
    assert len(codes(PeriodKind.MONTH, deadline=DayOfMonth(day=25))) == 12


def test_a_period_is_found_by_its_code() -> None:
    duty = builders.duty(period_kind=PeriodKind.MONTH, policies=Policies(month_from_day=26))
    plan = builders.plan(duty)
    period = plan.period(duty, "2020-11")
    assert period is not None
    assert period.days.start == date(2020, 10, 26)
    assert plan.period(duty, "2020-13") is None
    assert plan.period(builders.duty(period_kind=None), None) is None


def test_periods_by_the_policies_of_the_plan() -> None:
    plan = replace(builders.plan(), policies=Policies(month_from_day=26))
    assert plan.periods_of_kind(PeriodKind.MONTH)[0].days.start == date(2020, 8, 26)
    assert plan.periods_of_kind(PeriodKind.MONTH, month_from_day=1)[0].days.start == date(2020, 9, 1)


def test_days_off_are_kept_unless_told_otherwise() -> None:
    assert not Policies().moves_days_off
    assert Policies(days_off=DayOffPolicy.NEXT_WORKING_DAY).moves_days_off
