"""The lists of the views: the board, what is behind, what is due, what one unit has to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from support.years.small_year import ENTRIES, MONTHLY, OWN_PLAN, YEARLY, small_input, small_plan, small_roster
from truyenthong.diagnostics.fields import TT103
from truyenthong.findings import Ref
from truyenthong.model.periods import Semester, quarter_period, semester_period
from truyenthong.model.plan import Contact
from truyenthong.model.reports import ReportScope
from truyenthong.operations.choose import Selection
from truyenthong.operations.report.jobs import plan_jobs
from truyenthong.progress.rows import State
from truyenthong.views.build import build_view, entry_has_something
from truyenthong.views.subject import PlainValue, View, ViewInput, units_of

Items = list[dict[str, PlainValue]]
PROGRESS = ENTRIES["tien-do"]


def items(view: Mapping[str, PlainValue], name: str) -> Items:
    """A list of a view."""
    return cast("Items", view[name])


def sector(given: ViewInput | None = None) -> View:
    """The view of the progress report."""
    return build_view(given or small_input(), PROGRESS)


def figures(value: PlainValue) -> tuple[PlainValue, ...]:
    """The three counts of a group of measures."""
    assert isinstance(value, dict)
    return (value["phai_nop"], value["da_nhan"], value["dung_han"])


def test_the_measures_are_those_of_the_board() -> None:
    measures = cast("dict[str, PlainValue]", sector()["so_do"])
    assert figures(measures["chung"]) == (15, 6, 3)
    assert [(one["ten"], figures(one)) for one in cast("Items", measures["bang"])] == [
        ("Trong cơ quan Sở", (8, 3, 2)),
        ("Phòng Giáo dục và Đào tạo", (4, 2, 1)),
        ("Đơn vị trực thuộc Sở", (3, 1, 0)),
        ("Báo cáo kết quả năm học", (7, 3, 1)),
        ("Tổng hợp dư luận hằng tháng", (8, 3, 2)),
        ("Tất cả đơn vị", (15, 6, 3)),
    ]
    assert figures(sector()["so_do_ngoai_so"]) == (7, 3, 1)


def test_before_anything_was_received_no_rate_is_given() -> None:
    view = sector(small_input(empty=True))
    whole = cast("dict[str, dict[str, PlainValue]]", view["so_do"])["chung"]
    assert view["chua_co_bai_nop"] is True
    assert view["cau_chua_co"] == "Đến nay chưa ghi nhận bài nộp nào."
    assert (whole["phai_nop"], whole["ty_le_nhan"], whole["ty_le_dung_han"]) == (15, None, None)


def test_whoever_calls_may_know_of_receipts_that_no_row_shows() -> None:
    view = sector(replace(small_input(empty=True), nothing_received=False))
    assert view["chua_co_bai_nop"] is False


def test_the_board_has_a_table_for_the_year_and_one_for_each_duty_with_periods() -> None:
    groups = items(sector(), "nhom")
    assert [one["ten"] for one in groups] == [
        "Trong cơ quan Sở",
        "Phòng Giáo dục và Đào tạo",
        "Đơn vị trực thuộc Sở",
    ]
    tables = cast("Items", groups[1]["bang"])
    assert [(one["hep"], len(cast("Items", one["cot"]))) for one in tables] == [(False, 2), (True, 8)]
    months = [column["ten"] for column in cast("Items", tables[1]["cot"])]
    assert months[:3] == ["11/20", "12/20", "01/21"]


def test_a_line_of_the_board_has_a_cell_for_each_column() -> None:
    for group in items(sector(), "nhom"):
        for table in cast("Items", group["bang"]):
            width = len(cast("Items", table["cot"]))
            assert {len(cast("Items", line["o"])) for line in cast("Items", table["don_vi"])} <= {width}
            assert table["don_vi"] or table["so_don_vi_khong_gui"]


def test_many_periods_are_cut_into_tables_that_fit_a_page() -> None:
    given = small_input()
    duties = tuple(replace(YEARLY, code=f"nam-{number}") for number in range(7))
    plan = replace(given.plan, obligations=(*duties, MONTHLY))
    rows = [
        replace(row, obligation=duty)
        for duty in duties
        for row in given.progress.rows
        if row.obligation.code == YEARLY.code and row.unit.code == "a"
    ]
    board = replace(given.progress, rows=tuple(rows))
    groups = items(sector(replace(given, plan=plan, progress=board)), "nhom")
    tables = cast("Items", groups[0]["bang"])
    assert [len(cast("Items", one["cot"])) for one in tables] == [5, 2]


def test_what_is_behind_names_units_outside_and_what_they_owe_the_agency() -> None:
    behind = items(build_view(small_input(), ENTRIES["don-doc"]), "cham")
    assert [(one["ma_don_vi"], one["qua_han_ngay"], one["ly_do"]) for one in behind] == [
        ("c", 2, "bị trả lại: Thiếu số liệu mục II"),
        ("d", 2, "chưa gửi"),
        ("z", 2, "chưa gửi"),
    ]
    assert [one["stt"] for one in behind] == [1, 2, 3]


def test_a_reminder_names_apart_what_lies_faulty_at_the_agency_and_is_not_addressed_to_its_unit() -> None:
    view = build_view(small_input(), ENTRIES["don-doc"])
    waiting = items(view, "cho_xu_ly")
    assert [(one["ma_don_vi"], one["ly_do"], one["can_lam"]) for one in waiting] == [
        ("x", "đã gửi nhưng có lỗi", "Đơn vị chưa phải làm gì thêm.")
    ]
    named = [one["ma"] for one in items(view, "don_vi_cham")]
    assert named == ["c", "d", "z"]
    lines = cast("dict[str, PlainValue]", view["kinh_gui"])["dong"]
    assert isinstance(lines, list)
    assert len(lines) == len(named)


def test_where_only_faulty_papers_are_left_nobody_is_reminded() -> None:
    given = small_input()
    rows = [row for row in given.progress.rows if not row.behind or row.state is State.INVALID]
    left = replace(given, progress=replace(given.progress, rows=tuple(rows)))
    assert not entry_has_something(left, ENTRIES["don-doc"])
    assert items(build_view(left, ENTRIES["don-doc"]), "cho_xu_ly")


def test_a_paper_for_a_unit_asks_it_to_mend_only_what_it_can_mend() -> None:
    given = small_input()
    unit = small_roster().by_code["x"]
    (faulty,) = (row for row in given.progress.rows if row.unit.code == "x" and row.state is State.INVALID)
    assert faulty.submission is not None
    place = Ref(file=faulty.submission.file).child("lan_nop", faulty.receipts[0].index)
    for ref, mine, theirs in (
        (place.child("van_ban", "ngay"), [YEARLY.name], []),
        (place.child("nhan_luc"), [], [YEARLY.name]),
    ):
        findings = {faulty.submission.file: [TT103.at(ref, "ngày sai", hint=None)]}
        view = build_view(replace(given, findings=findings), ENTRIES["theo-don-vi"], unit=unit)
        paper = cast("dict[str, PlainValue]", view["don_vi"])
        assert [one["nhiem_vu"] for one in items(paper, "can_lam")] == mine
        assert [one["nhiem_vu"] for one in items(paper, "cho_xu_ly")] == theirs


def test_what_is_due_soon_is_in_the_order_of_days_and_grouped() -> None:
    view = sector()
    assert [(one["ma_don_vi"], one["con_ngay"]) for one in items(view, "sap_den_han_30")] == [
        ("y", 4),
        ("van-phong", 24),
    ]
    grouped = items(sector(small_input(empty=True, as_of=date(2021, 5, 10))), "sap_den_han_nhom")
    assert [(one["noi_dung"], one["so_don_vi"]) for one in grouped] == [
        ("Tổng hợp dư luận hằng tháng (tháng 5 năm 2021)", 1),
        ("Báo cáo kết quả năm học", 7),
    ]
    assert str(grouped[1]["don_vi"]).startswith("Phòng GD&ĐT A, Phòng GD&ĐT B")


def test_units_that_are_not_verified_are_counted_among_those_named() -> None:
    assert sector()["don_vi_chua_xac_minh"] == 1
    unit = small_roster().by_code["a"]
    assert build_view(small_input(), ENTRIES["theo-don-vi"], unit=unit)["don_vi_chua_xac_minh"] == 0


def test_a_paper_for_each_unit_outside_that_owes_something() -> None:
    units = units_of(small_input(), ENTRIES["theo-don-vi"])
    assert [unit.code for unit in units] == ["a", "b", "c", "d", "x", "y", "z"]


def test_a_paper_per_unit_needs_its_unit() -> None:
    with pytest.raises(ValueError, match="theo-don-vi"):
        build_view(small_input(), ENTRIES["theo-don-vi"])


def test_a_unit_is_told_what_to_do_and_only_the_periods_with_something_to_say() -> None:
    unit = small_roster().by_code["c"]
    view = cast(
        "dict[str, PlainValue]", build_view(small_input(), ENTRIES["theo-don-vi"], unit=unit)["don_vi"]
    )
    assert [one["trang_thai"] for one in items(view, "can_lam")] == ["returned"]
    assert [one["yeu_cau"] for one in items(view, "can_lam")] == [
        "Sửa báo cáo đã bị trả lại và gửi lại; lý do trả lại: Thiếu số liệu mục II"
    ]
    assert [one["ma_nhiem_vu"] for one in items(view, "dong")] == ["bao-cao-nam", "ke-hoach-don-vi"]
    duties = items(view, "nhiem_vu")
    assert [(one["ma"], one["con_lai"]) for one in duties] == [
        ("bao-cao-nam", 0),
        ("bao-cao-du-luan", 10),
        ("ke-hoach-don-vi", 0),
    ]
    assert "trước ngày" in str(duties[0]["cach_tinh_chu"])


def test_what_came_besides_is_told_by_its_periods() -> None:
    unit = small_roster().by_code["a"]
    view = cast(
        "dict[str, PlainValue]", build_view(small_input(), ENTRIES["theo-don-vi"], unit=unit)["don_vi"]
    )
    assert [one["ma_nhiem_vu"] for one in items(view, "tinh_hinh")] == ["bao-cao-nam"]
    assert items(view, "gui_them") == [
        {"ten": "Báo cáo tình hình dư luận", "so_ky": 1, "ky": "tháng 3 năm 2021"}
    ]


def test_receipts_tell_which_one_counted() -> None:
    unit = small_roster().by_code["a"]
    view = cast(
        "dict[str, PlainValue]", build_view(small_input(), ENTRIES["theo-don-vi"], unit=unit)["don_vi"]
    )
    receipts = cast("Items", items(view, "dong")[0]["lan_nhan"])
    assert [(one["nhan_luc"], one["van_ban"], one["ket_qua"]) for one in receipts] == [
        ("28/5/2021 09:15", "45/BC-PGDĐT ngày 28/5/2021", "được tính thời hạn"),
        ("30/5/2021", "47/BC-PGDĐT ngày 30/5/2021", "bổ sung, được tính nội dung"),
    ]


def test_an_extension_is_told_with_its_paper_and_reason() -> None:
    unit = small_roster().by_code["y"]
    view = cast(
        "dict[str, PlainValue]", build_view(small_input(), ENTRIES["theo-don-vi"], unit=unit)["don_vi"]
    )
    assert items(view, "dong")[0]["gia_han"] == (
        "gia hạn đến hết ngày 05/6/2021 (cho ngày 20/5/2021, văn bản số 120/SGDĐT-VP; Mưa lũ chia cắt)"
    )


def test_a_report_with_a_condition_has_something_only_when_its_list_is_not_empty() -> None:
    reminder = ENTRIES["don-doc"]
    assert entry_has_something(small_input(), reminder)
    assert not entry_has_something(small_input(as_of=date(2021, 5, 20)), reminder)
    assert entry_has_something(small_input(as_of=date(2021, 5, 20)), PROGRESS)
    per_unit = replace(ENTRIES["theo-don-vi"], only_if="cham")
    assert per_unit.scope is ReportScope.UNIT
    assert entry_has_something(small_input(), per_unit)


def test_a_report_about_one_period_of_one_duty_sees_only_its_rows() -> None:
    plan = small_plan()
    period = plan.period(MONTHLY, "2020-12")
    assert period is not None
    entry = replace(PROGRESS, obligation=MONTHLY.code, period_kind=period.kind)
    view = build_view(small_input(), entry, period=period)
    assert figures(cast("dict[str, PlainValue]", view["so_do"])["chung"]) == (1, 1, 0)
    assert cast("dict[str, PlainValue]", view["ky"])["ten"] == "tháng 12 năm 2020"


def test_every_sentence_of_the_plan_is_there_with_its_label() -> None:
    view = cast("dict[str, PlainValue]", build_view(small_input(), ENTRIES["ke-hoach"])["ke_hoach"])
    passages = [
        (one["kieu"], one["cap"], "".join(str(run["chu"]) for run in cast("Items", one["chu"])))
        for one in items(view, "phan")
    ]
    assert passages == [
        ("muc", 1, "I. MỤC ĐÍCH, YÊU CẦU"),
        ("doan", 2, "Nâng cao nhận thức của xã hội về giáo dục."),
        ("muc", 1, "III. TỔ CHỨC THỰC HIỆN"),
        ("khoan", 2, "4. Các phòng, các trường"),
        ("diem", 3, "a) Chế độ báo cáo"),
        ("doan", 4, "- Báo cáo năm gửi Sở trước ngày 31/5/2021."),
        ("doan", 4, "+ Xây dựng kế hoạch (có thể lồng ghép với kế hoạch khác)."),
    ]
    assert [(one["nhan"], one["dau_du_thao"]) for one in items(view, "phu_luc")] == [
        ("I", "DỰ THẢO"),
        ("II", ""),
    ]


def test_semesters_and_quarters_have_short_heads() -> None:
    given = small_input()
    semester = semester_period(
        Semester(code="hk1", name="Học kỳ I", first=date(2020, 9, 1), last=date(2021, 1, 15)),
        given.plan.year,
    )
    for period, head in ((semester, "HK1"), (quarter_period(2020, 4), "IV/20")):
        row = replace(given.progress.rows[0], period=period)
        board = replace(given.progress, rows=(row,))
        groups = items(sector(replace(given, progress=board)), "nhom")
        columns = cast("Items", cast("Items", groups[0]["bang"])[0]["cot"])
        assert [one["ten"] for one in columns] == [head]


def test_a_unit_that_does_not_owe_a_column_has_an_empty_cell() -> None:
    given = small_input()
    rows = [
        row
        for row in given.progress.rows
        if (row.unit.code, row.obligation.code) in {("a", YEARLY.code), ("b", OWN_PLAN.code)}
    ]
    groups = items(sector(replace(given, progress=replace(given.progress, rows=tuple(rows)))), "nhom")
    lines = cast("Items", cast("Items", groups[0]["bang"])[0]["don_vi"])
    cells = [[cell["ky_hieu"] for cell in cast("Items", line["o"])] for line in lines]
    assert cells == [["Đ", ""], ["", "o"]]


def test_a_cited_paper_without_day_agency_and_summary_is_cited_by_its_number() -> None:
    given = small_input()
    bare = replace(given.plan.cited[0], day=None, agency=None, summary=None)
    view = build_view(replace(given, plan=replace(given.plan, cited=(bare,))), PROGRESS)
    cited = cast("Items", cast("dict[str, PlainValue]", view["ke_hoach"])["can_cu"])
    assert cited[0]["vien_dan"] == "Kế hoạch số 180/KH-BGDĐT"


def test_an_appendix_and_a_contact_may_be_bare() -> None:
    given = small_input()
    plan = replace(given.plan, contact=Contact(), appendices=())
    view = build_view(replace(given, plan=plan), PROGRESS)
    assert cast("dict[str, PlainValue]", view["lien_he"])["cau"] == "Sở Giáo dục và Đào tạo"
    assert cast("dict[str, PlainValue]", view["ke_hoach"])["phu_luc"] == []


def test_a_reminder_that_is_left_out_names_what_waits_for_the_agency() -> None:
    given = small_input()
    faulty = [row for row in given.progress.rows if row.state is State.INVALID and row.behind]
    left = replace(given, progress=replace(given.progress, rows=tuple(faulty)))
    (out,) = plan_jobs(left, [ENTRIES["don-doc"]], Selection(), by_name=True, sent={}).left_out
    assert "không đơn vị nào phải đôn đốc; 1 bài quá hạn có lỗi đang chờ cơ quan xử lý" in out.reason


@pytest.mark.parametrize("code", [code for code, one in ENTRIES.items() if one.scope is ReportScope.SECTOR])
def test_a_view_computes_exactly_the_names_that_it_announces(code: str) -> None:
    view = build_view(small_input(), ENTRIES[code])
    announced = list(view)
    assert announced == list(dict(view)) == list(view)
    assert len(view) == len(announced)
    assert "khong_co" not in view


def test_what_all_papers_of_a_run_share_is_computed_once() -> None:
    given = small_input()
    first, second = build_view(given, PROGRESS), build_view(given, ENTRIES["don-doc"])
    assert first["ke_hoach"] is second["ke_hoach"]
    assert first["do_phu"] is second["do_phu"]
    later = build_view(replace(given, sample=not given.sample), PROGRESS)
    assert later["ke_hoach"] is not first["ke_hoach"]
