"""Sums over units: empty is not 0, what may be counted twice is not added, every figure has its source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from support.years.collected_year import collected_input, real_plan
from truyenthong.model.periods import Period
from truyenthong.model.reports import OrderStep, ReportEntry
from truyenthong.views.build import build_view, entry_has_something
from truyenthong.views.subject import PlainValue, ViewInput
from truyenthong.views.totals import ValueReader, named_choices, words_alone

View = dict[str, PlainValue]


def entry(code: str) -> ReportEntry:
    """An entry of the real catalogue."""
    return next(one for one in real_plan().reports if one.code == code)


def year(given: ViewInput | None = None) -> View:
    """The view of the year's report."""
    return dict(build_view(given or collected_input(), entry("ket-qua-nam")))


def below(view: PlainValue, path: str) -> View:
    """A group by its path."""
    for name in path.split("."):
        assert isinstance(view, dict)
        view = view[name]
    assert isinstance(view, dict)
    return view


def listed(view: PlainValue, path: str) -> list[View]:
    """A list by its path."""
    owner, _, name = path.rpartition(".")
    return cast("list[View]", (below(view, owner) if owner else cast("View", view))[name])


def test_each_unit_stands_in_exactly_one_list() -> None:
    view = year()
    lists = ("co_so_lieu", "khong_so_lieu", "khong_phat_sinh", "chua_tinh", "chua_gui")
    assert {name: [one["ma"] for one in listed(view, name)] for name in lists} == {
        "co_so_lieu": ["a", "b"],
        "khong_so_lieu": ["c"],
        "khong_phat_sinh": [],
        "chua_tinh": ["x"],
        "chua_gui": ["y"],
    }
    assert [one["ma"] for one in listed(view, "da_bao_cao")] == ["a", "b", "c"]
    assert listed(view, "chua_tinh")[0]["ly_do"] == "bị trả lại: Thiếu mục II"
    assert below(view, "tong_hop")["so_don_vi"] == 5


def test_an_empty_figure_is_not_counted_as_0() -> None:
    view = year()
    people = below(view, "tong_hop.so_lieu.cong_tac_vien")
    assert (people["tong"], people["so_don_vi"], people["don_vi"]) == (20, 1, "Phòng GD&ĐT A")
    spoken = below(view, "tong_hop.so_lieu.phat_ngon")
    assert (spoken["tong"], spoken["so_don_vi"]) == (None, 0)
    merged = below(view, "tong_hop.so_lieu.ke_hoach_long_ghep")
    assert (merged["tong"], merged["so_don_vi"]) == (1, 2)


def test_what_may_be_counted_twice_is_not_added() -> None:
    view = year()
    assert below(view, "tong_hop.so_lieu.tong_da_dang")["tong"] is None
    assert below(view, "tong_hop.so_lieu.tong_da_dang")["cong_gop"] is False
    assert below(view, "tong_hop.bang.tin_bai.tong") == {"da_gui": None, "da_dang": None, "phong_su": None}
    assert below(view, "tong_hop.bang.theo_chu_de.tong") == {"so_tin_bai": 13}


def test_groups_stand_in_the_order_of_the_choices_with_those_that_nobody_named() -> None:
    groups = listed(year(), "tong_hop.bang.theo_chu_de.theo.chu_de")
    assert [one["nhan_gon"] for one in groups][:3] == ["II.1", "II.2.a", "II.2.b"]
    first, second = groups[0], groups[1]
    assert (first["so_don_vi"], first["tong"], first["don_vi"]) == (
        2,
        {"so_tin_bai": 13},
        "Phòng GD&ĐT A, Phòng GD&ĐT B",
    )
    assert (second["so_dong"], second["tong"], second["dong"]) == (0, {"so_tin_bai": None}, [])


def test_the_sums_of_lines_and_columns_agree() -> None:
    cross = below(year(), "tong_hop.bang.theo_chu_de.doi_chieu.chu_de")
    lines = cast("list[View]", cross["don_vi"])
    assert [one["ten_tat"] for one in lines] == ["Phòng GD&ĐT A", "Phòng GD&ĐT B"]
    assert [cast("list[View]", one["o"])[0]["so_tin_bai"] for one in lines] == [5, 8]
    assert [cast("View", one["tong"])["so_tin_bai"] for one in lines] == [5, 8]
    assert below(cross, "cong.tong") == {"so_tin_bai": 13}
    assert listed(cross, "cong.o") == [{"so_tin_bai": 13}, {"so_tin_bai": None}]


def test_the_same_sentence_is_told_once_with_all_who_wrote_it() -> None:
    told = listed(year(), "tong_hop.loi_van.han_che.y")
    assert [(one["chu"], one["so_don_vi"]) for one in told] == [
        ("Tin, bài còn ít", 2),
        ("Thiếu phóng sự", 1),
        ("Trang web cập nhật chậm", 1),
    ]
    whole = listed(year(), "tong_hop.loi_van.han_che.don_vi")
    assert whole[0]["chu"] == "Tin, bài còn ít. Thiếu phóng sự."


def test_a_chart_for_each_column_of_choices() -> None:
    charts = below(year(), "bieu_do")
    assert {"theo_chu_de", "theo_kenh"} <= set(charts)
    topics = below(charts, "theo_chu_de")
    names, (series,) = cast("list[str]", topics["nhom"]), cast("list[View]", topics["day"])
    assert (names, series["ten"]) == (["II.1"], "Số tin, bài đã đăng")
    assert None not in cast("list[PlainValue]", series["gia_tri"])
    assert cast("list[PlainValue]", series["gia_tri"])[0] == 13
    assert len(cast("list[View]", below(charts, "theo_kenh")["day"])) == 3


def test_a_report_about_no_duty_collects_nothing() -> None:
    view = dict(build_view(collected_input(), entry("tien-do")))
    assert (view["da_bao_cao"], view["danh_sach"]) == ([], [])
    assert "theo_chu_de" not in below(view, "bieu_do")
    assert below(view, "tong_hop")["so_don_vi"] == 0


def test_before_any_figure_there_is_no_year_report() -> None:
    assert entry_has_something(collected_input(), entry("ket-qua-nam"))
    assert not entry_has_something(collected_input(empty=True), entry("ket-qua-nam"))


def test_a_duty_without_a_form_has_senders_alone() -> None:
    given = collected_input()
    duties = tuple(replace(one, form=None) for one in given.plan.obligations)
    view = year(replace(given, plan=replace(given.plan, obligations=duties)))
    assert len(listed(view, "da_bao_cao")) == 3
    assert below(view, "tong_hop")["so_lieu"] == {}


def test_the_list_stands_in_the_order_of_the_rule() -> None:
    view = dict(build_view(collected_input(), entry("khen-thuong")))
    assert [(one["ten"], one["so_tin_bai"], one["cua_tat"]) for one in listed(view, "danh_sach")] == [
        ("Tổ truyền thông", 30, "Phòng GD&ĐT A"),
        ("Trần Thị Mẫu", 12, "Phòng GD&ĐT A"),
        ("Lò Văn Ví Dụ", None, "Phòng GD&ĐT A"),
    ]
    assert cast("list[str]", view["thu_tu"])[0] == "tập thể trước, cá nhân sau"


@pytest.mark.parametrize(
    ("steps", "order"),
    [
        ((), ["Trần Thị Mẫu", "Lò Văn Ví Dụ", "Tổ truyền thông"]),
        ((OrderStep(column="ten"),), ["Lò Văn Ví Dụ", "Tổ truyền thông", "Trần Thị Mẫu"]),
        ((OrderStep(column="so_tin_bai"),), ["Trần Thị Mẫu", "Tổ truyền thông", "Lò Văn Ví Dụ"]),
        ((OrderStep(column="don_vi"),), ["Trần Thị Mẫu", "Lò Văn Ví Dụ", "Tổ truyền thông"]),
        ((OrderStep(column="khong_co"),), ["Trần Thị Mẫu", "Lò Văn Ví Dụ", "Tổ truyền thông"]),
    ],
)
def test_another_rule_gives_another_order(steps: tuple[OrderStep, ...], order: list[str]) -> None:
    view = dict(build_view(collected_input(), replace(entry("khen-thuong"), order=steps)))
    assert [one["ten"] for one in listed(view, "danh_sach")] == order


def test_days_are_ordered_as_days_and_steps_without_a_reason_name_their_column() -> None:
    steps = (OrderStep(column="ngay", descending=True),)
    wanted = replace(entry("tong-hop-thang"), order=steps)
    view = dict(build_view(collected_input(), wanted, period=month("2020-11")))
    assert [one["ngay"] for one in listed(view, "danh_sach")] == [
        date(2020, 11, 4),
        date(2020, 11, 3),
        date(2020, 11, 3),
    ]
    assert view["thu_tu"] == ["ngay"]


def test_lines_that_say_the_same_are_merged_with_their_units() -> None:
    given = collected_input()
    view = dict(build_view(given, entry("tong-hop-thang"), period=month("2020-11")))
    lines, merged = listed(view, "danh_sach"), listed(view, "danh_sach_gop")
    assert sum(cast("int", one["so_dong"]) for one in merged) == len(lines)
    words = [words_alone(str(one["noi_dung"])) for one in merged]
    assert len(words) == len(set(words))
    assert {words_alone(str(one["noi_dung"])) for one in lines} == set(words)
    assert [one["stt"] for one in merged] == [*range(1, len(merged) + 1)]
    assert words_alone("Hỏi lịch thi?") == words_alone("hỏi  lịch thi")


def test_who_may_stay_silent_is_not_named_among_the_unconfirmed() -> None:
    given = collected_input()
    units = tuple(replace(unit, verified=False) for unit in given.roster.units)
    by_code = {unit.code: unit for unit in units}
    rows = tuple(replace(row, unit=by_code[row.unit.code]) for row in given.progress.rows)
    doubtful = replace(
        given,
        roster=replace(given.roster, units=units),
        progress=replace(given.progress, rows=rows),
    )
    assert build_view(doubtful, entry("ket-qua-nam"))["don_vi_chua_xac_minh"] == 5
    digest = build_view(doubtful, entry("tong-hop-thang"), period=month("2020-11"))
    assert digest["don_vi_chua_xac_minh"] == 3


def month(code: str) -> Period:
    """A month of the units' reports on public opinion."""
    plan = real_plan()
    period = plan.period(plan.obligations_by_code["bao-cao-du-luan"], code)
    assert period is not None
    return period


def test_a_column_of_units_is_told_by_their_names() -> None:
    given = collected_input()
    source = real_plan().forms_by_code["tong-hop"].field("van_de")
    assert source is not None
    reading = ValueReader(plan=given.plan, roster=given.roster)
    column = source.column("don_vi")
    assert column is not None
    assert named_choices(column, reading)[1] == (
        "a",
        "Phòng Giáo dục và Đào tạo huyện A",
        "Phòng GD&ĐT A",
    )
    assert reading.label(column, "a") == "Phòng Giáo dục và Đào tạo huyện A"
