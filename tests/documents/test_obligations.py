"""Duties as the plan's file words them: deadlines, periods, owners and policies."""

from __future__ import annotations

from datetime import date, time

import pytest

from support.yaml.decoding import duty_with, good_plan, plan_with
from truyenthong.model.deadlines import (
    BeforeDay,
    ByPeriod,
    DayOffPolicy,
    DayOfMonth,
    DayOfNextMonth,
    DaysAfter,
    Deadline,
    NoLaterThan,
    PeriodEdge,
    Policies,
)
from truyenthong.model.periods import PeriodKind, YearMonth
from truyenthong.model.plan import OWN_AGENCY, Owners

SEMESTERS = """\
hoc_ky:
  - {ma: hk1, ten: Học kỳ I, tu: 1/9/2020, den: 15/1/2021, can_cu: Khung thời gian năm học}
  - {ma: hk2, ten: Học kỳ II, tu: 16/1/2021, den: 31/5/2021}
"""


@pytest.mark.parametrize(
    ("wording", "deadline"),
    [
        ("truoc_ngay: 31/5/2021", BeforeDay(day=date(2021, 5, 31))),
        ("cham_nhat_ngay: 2021-05-31", NoLaterThan(day=date(2021, 5, 31))),
        ("ngay_hang_thang: 25", DayOfMonth(day=25)),
        (
            "ngay_hang_thang: 31, tu_thang: 11/2020, den_thang: 2021-08",
            DayOfMonth(day=31, first=YearMonth(year=2020, month=11), last=YearMonth(year=2021, month=8)),
        ),
        ("ngay_thang_sau: 5", DayOfNextMonth(day=5)),
        ("so_ngay: 10, tu_ngay: 5/9/2020", DaysAfter(count=10, working=False, event=date(2020, 9, 5))),
        (
            "so_ngay_lam_viec: 10, tu_ngay: 5/9/2020, su_kien: khai giảng",
            DaysAfter(count=10, working=True, event=date(2020, 9, 5), event_name="khai giảng"),
        ),
        ("so_ngay: 366, tu: cuoi-ky", DaysAfter(count=366, working=False, event=PeriodEdge.END)),
        ("so_ngay_lam_viec: 1, tu: dau-ky", DaysAfter(count=1, working=True, event=PeriodEdge.START)),
        (
            "theo_ky: [{ky: Học kỳ I, cham_nhat_ngay: 10/1/2021}, {ky: HK2, truoc_ngay: 31/5/2021}]",
            ByPeriod(
                wordings=(
                    ("hk1", NoLaterThan(day=date(2021, 1, 10))),
                    ("hk2", BeforeDay(day=date(2021, 5, 31))),
                )
            ),
        ),
    ],
)
def test_every_wording_of_a_deadline(wording: str, deadline: Deadline) -> None:
    duty, findings = duty_with(
        f"ky: hoc-ky\nhan: {{{wording}}}\nhan_noi_bo: {{{wording}, ly_do: để kịp tổng hợp}}", top=SEMESTERS
    )
    assert findings == []
    assert duty.deadline == duty.internal_deadline == deadline


def test_a_duty_without_a_deadline_has_none() -> None:
    duty, findings = duty_with("han:\nhan_noi_bo: ~")
    assert (duty.deadline, duty.internal_deadline, findings) == (None, None, [])


@pytest.mark.parametrize(
    ("wording", "findings"),
    [
        ("{}", ["TT131 nhiem_vu.0.han: han không ghi theo cách nào đã định"]),
        (
            "{truoc_ngay: 31/5/2021, cham_nhat_ngay: 1/5/2021}",
            ["TT131 nhiem_vu.0.han: han ghi cả truoc_ngay và cham_nhat_ngay"],
        ),
        (
            "{truoc: 31/5/2021}",
            [
                "TT106 nhiem_vu.0.han.truoc: khóa «truoc» không có ở đây",
            ],
        ),
        (
            "trước ngày 31/5/2021",
            ["TT107 nhiem_vu.0.han: chỗ này là chữ «trước ngày 31/5/2021», nhưng cần một nhóm khóa"],
        ),
        ("{truoc_ngay: 31/4/2021}", ["TT103 nhiem_vu.0.han.truoc_ngay: ngày 31/4/2021 không có trong lịch"]),
        (
            "{truoc_ngay: 31/5/2021, tu_thang: 2020-11}",
            ["TT106 nhiem_vu.0.han.tu_thang: khóa «tu_thang» không có ở đây"],
        ),
        ("{ngay_hang_thang: 32}", ["TT110 nhiem_vu.0.han.ngay_hang_thang: số 32 lớn hơn mức cho phép"]),
        ("{ngay_thang_sau: 0}", ["TT110 nhiem_vu.0.han.ngay_thang_sau: số 0 nhỏ hơn mức cho phép"]),
        ("{so_ngay: 0, tu: dau-ky}", ["TT110 nhiem_vu.0.han.so_ngay: số 0 nhỏ hơn mức cho phép"]),
        (
            "{so_ngay: 3}",
            ["TT101 nhiem_vu.0.han.tu_ngay: thiếu khóa «tu_ngay» trong «han» của mục 1 của «nhiem_vu»"],
        ),
        ("{so_ngay: 3, tu: giua-ky}", ["TT112 nhiem_vu.0.han.tu: «giua-ky» không có trong danh sách"]),
        (
            "{so_ngay: 3, tu: dau-ky, tu_ngay: 1/1/2021}",
            ["TT106 nhiem_vu.0.han.tu_ngay: khóa «tu_ngay» không có ở đây"],
        ),
        ("{theo_ky: []}", ["TT102 nhiem_vu.0.han.theo_ky: khóa bắt buộc «theo_ky» để trống"]),
    ],
)
def test_a_deadline_that_cannot_be_read_is_told_and_left_out(wording: str, findings: list[str]) -> None:
    duty, found = duty_with(f"han: {wording}")
    assert found == findings
    if not findings[0].startswith("TT106"):
        assert duty.deadline is None


@pytest.mark.parametrize(
    ("entry", "finding"),
    [
        ("{ky: hk1}", "TT131 nhiem_vu.0.han.theo_ky.0: mỗi kỳ cần đúng một hạn"),
        (
            "{ky: hk1, truoc_ngay: 1/1/2021, cham_nhat_ngay: 1/1/2021}",
            "TT131 nhiem_vu.0.han.theo_ky.0: mỗi kỳ cần đúng một hạn",
        ),
        (
            "{truoc_ngay: 1/1/2021}",
            (
                "TT101 nhiem_vu.0.han.theo_ky.0.ky: thiếu khóa «ky» trong mục 1 của «theo_ky» của «han» "
                "của mục 1 của «nhiem_vu»"
            ),
        ),
        (
            "{ky: hk3, truoc_ngay: 1/1/2021}",
            "TT130 nhiem_vu.0.han.theo_ky.0.ky: «hk3» không phải một học kỳ của kế hoạch",
        ),
    ],
)
def test_deadlines_by_period_leave_out_what_cannot_be_read(entry: str, finding: str) -> None:
    more = f"ky: hoc-ky\nhan: {{theo_ky: [{entry}, {{ky: hk2, truoc_ngay: 31/5/2021}}]}}"
    duty, findings = duty_with(more, top=SEMESTERS)
    assert findings == [finding]
    assert duty.deadline == ByPeriod(wordings=(("hk2", BeforeDay(day=date(2021, 5, 31))),))


def test_a_deadline_of_the_office_needs_its_reason() -> None:
    duty, findings = duty_with("han_noi_bo: {truoc_ngay: 1/1/2021}")
    assert duty.internal_deadline == BeforeDay(day=date(2021, 1, 1))
    assert findings == [
        "TT101 nhiem_vu.0.han_noi_bo.ly_do: thiếu khóa «ly_do» trong «han_noi_bo» của mục 1 của «nhiem_vu»"
    ]


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        ("nam-hoc", "2020 - 2021", "2020-2021"),
        ("thang", "11/2020", "2020-11"),
        ("thang", "2020-11", "2020-11"),
        ("quy", "2020-q4", "2020-q4"),
        ("quy", "2020-Q4", "2020-q4"),
        ("quy", "quý IV/2020", "2020-q4"),
        ("quy", "Quí iv - 2020", "2020-q4"),
        ("quy", "quý 4 năm 2020", "2020-q4"),
        ("quy", "quy I nam 2021", "2021-q1"),
        ("quy", "2/năm 2021", "2021-q2"),
        ("quy", "Q1/2021", "2021-q1"),
        ("quy", "III/2021", "2021-q3"),
        ("hoc-ky", "hk1", "hk1"),
        ("hoc-ky", "HỌC KỲ II", "hk2"),
    ],
)
def test_every_spelling_of_a_period(kind: str, typed: str, code: str) -> None:
    duty, findings = duty_with(f"ky: {kind}\ntu_ky: {typed}\nden_ky: {typed}", top=SEMESTERS)
    assert findings == []
    assert (duty.first_period, duty.last_period) == (code, code)


@pytest.mark.parametrize(
    ("kind", "typed", "finding"),
    [
        ("nam-hoc", "2020", "TT115 nhiem_vu.0.tu_ky: «2020» không phải năm học viết đúng cách"),
        ("thang", "tháng 11", "TT114 nhiem_vu.0.tu_ky: «tháng 11» không phải tháng viết đúng cách"),
        ("quy", "quý 5/2020", "TT130 nhiem_vu.0.tu_ky: «quý 5/2020» không phải một quý"),
        ("quy", "\u0131/2020", "TT130 nhiem_vu.0.tu_ky: «\u0131/2020» không phải một quý"),
        ("quy", "1/٢٠٢٠", "TT130 nhiem_vu.0.tu_ky: «1/٢٠٢٠» không phải một quý"),
        ("hoc-ky", "hk3", "TT130 nhiem_vu.0.tu_ky: «hk3» không phải một học kỳ của kế hoạch"),
    ],
)
def test_a_period_that_is_none(kind: str, typed: str, finding: str) -> None:
    duty, findings = duty_with(f"ky: {kind}\ntu_ky: {typed}", top=SEMESTERS)
    assert (duty.first_period, findings) == (None, [finding])


def test_a_semester_of_a_plan_without_any() -> None:
    plan, findings = plan_with(
        "nhiem_vu: [{ma: viec, ten: Việc, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}, ky: hoc-ky, "
        "tu_ky: hk1}]\n"
    )
    assert findings == ["TT130 nhiem_vu.0.tu_ky: «hk1» không phải một học kỳ của kế hoạch"]
    assert plan.obligations[0].period_kind is PeriodKind.SEMESTER


def test_a_duty_without_periods_keeps_what_was_typed() -> None:
    assert duty_with("tu_ky: gì đó")[0].first_period == "gì đó"


def test_what_is_left_out_takes_its_default() -> None:
    duty, findings = duty_with("")
    assert findings == []
    assert duty.owners == Owners(kinds=("truong",))
    assert (duty.addressee, duty.to_be_sent, duty.mandatory) == (OWN_AGENCY, True, True)
    assert (duty.accepts_nil, duty.soft_file, duty.period_kind, duty.form) == (False, False, None, None)
    assert (duty.first_period, duty.last_period, duty.note) == (None, None, None)
    assert duty.policies == Policies()


def test_everything_that_a_duty_may_say() -> None:
    duty, findings = duty_with(
        "nop_boi: {loai: [truong], them: [a, b], tru: [c]}\ngui: Trung tâm Truyền thông\nphai_gui: không\n"
        "bat_buoc: false\nnhan_khong_phat_sinh: có\ntep_mem: TRUE\nky: thang\nbieu_mau: mau\nghi_chu: chờ"
    )
    assert findings == []
    assert duty.owners == Owners(kinds=("truong",), added=("a", "b"), excluded=("c",))
    assert (duty.addressee, duty.to_be_sent, duty.mandatory) == ("Trung tâm Truyền thông", False, False)
    assert (duty.accepts_nil, duty.soft_file, duty.period_kind) == (True, True, PeriodKind.MONTH)
    assert (duty.form, duty.note) == ("mau", "chờ")


def test_a_duty_without_its_name_is_told_and_left_out() -> None:
    plan, findings = plan_with('nhiem_vu:\n  - {ma: viec, dieu_khoan: "", trich: x, la: 1}\n  -\n')
    assert plan.obligations == ()
    assert findings == [
        "TT102 nhiem_vu.1: mục 2 của «nhiem_vu» để trống",
        "TT101 nhiem_vu.0.ten: thiếu khóa «ten» trong mục 1 của «nhiem_vu»",
        "TT102 nhiem_vu.0.dieu_khoan: khóa bắt buộc «dieu_khoan» để trống",
        "TT101 nhiem_vu.0.nop_boi: thiếu khóa «nop_boi» trong mục 1 của «nhiem_vu»",
        "TT106 nhiem_vu.0.la: khóa «la» không có ở đây",
    ]


@pytest.mark.parametrize(
    ("owners", "finding"),
    [
        ("truong", "TT107 nhiem_vu.0.nop_boi: chỗ này là chữ «truong», nhưng cần một nhóm khóa"),
        (
            "{loai: truong}",
            "TT107 nhiem_vu.0.nop_boi.loai: «loai» cần một danh sách, nhưng đây là chữ «truong»",
        ),
        ("{loại: [truong]}", "TT106 nhiem_vu.0.nop_boi.loại: khóa «loại» không có ở đây"),
    ],
)
def test_owners_that_cannot_be_read(owners: str, finding: str) -> None:
    duty, findings = duty_with(f"nop_boi: {owners}")
    assert (duty.owners, findings) == (Owners(), [finding])


def test_policies_of_a_duty_stand_on_those_of_the_plan() -> None:
    top = (
        "quy_uoc:\n  ngay_nghi: {gia_tri: ngay-lam-viec-ke-tiep, ly_do: theo thông lệ}\n"
        "  sap_den_han: {gia_tri: 10, ly_do: cho kịp}\n  thang_tu_ngay: 26\n"
    )
    duty, findings = duty_with("quy_uoc: {gio_chot: 17h, sap_den_han: 3}", top=top)
    assert findings == []
    assert duty.policies == Policies(
        days_off=DayOffPolicy.NEXT_WORKING_DAY,
        cut_off=time(17),
        soon_days=3,
        month_from_day=26,
        reasons={"ngay_nghi": "theo thông lệ"},
    )
    assert good_plan(top).policies.reasons == {"ngay_nghi": "theo thông lệ", "sap_den_han": "cho kịp"}


@pytest.mark.parametrize(
    ("policies", "findings"),
    [
        ("giu-nguyen", ["TT107 quy_uoc: chỗ này là chữ «giu-nguyen», nhưng cần một nhóm khóa"]),
        ("{ngay_nghi: doi}", ["TT112 quy_uoc.ngay_nghi: «doi» không có trong danh sách"]),
        ("{ngay_nghi: [x]}", ["TT107 quy_uoc.ngay_nghi: chỗ này cần một giá trị, nhưng đây là danh sách"]),
        ("{gio_chot: 25:00}", ["TT116 quy_uoc.gio_chot: không có giờ «25:00»"]),
        ("{sap_den_han: 367}", ["TT110 quy_uoc.sap_den_han: số 367 lớn hơn mức cho phép"]),
        ("{thang_tu_ngay: 29}", ["TT110 quy_uoc.thang_tu_ngay: số 29 lớn hơn mức cho phép"]),
        (
            "{gio_chot: {ly_do: hết giờ}}",
            ["TT101 quy_uoc.gio_chot.gia_tri: thiếu khóa «gia_tri» trong «gio_chot» của «quy_uoc»"],
        ),
        (
            "{gio_chot: {gia_tri: 17:00, lydo: hết giờ}}",
            ["TT106 quy_uoc.gio_chot.lydo: khóa «lydo» không có ở đây"],
        ),
        ("{nghi: x}", ["TT106 quy_uoc.nghi: khóa «nghi» không có ở đây"]),
    ],
)
def test_policies_that_cannot_be_read_change_nothing(policies: str, findings: list[str]) -> None:
    plan, found = plan_with(f"quy_uoc: {policies}\n")
    assert found == findings
    if "gia_tri: 17" not in policies:
        assert plan.policies == Policies(reasons=plan.policies.reasons)
